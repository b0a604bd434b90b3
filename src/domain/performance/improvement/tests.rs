use proptest::prelude::*;

use super::*;
use crate::domain::performance::Reading;
use crate::domain::period::Cycle;

const VENDOR: Id<Vendor> = Id::fixed(1);
const KPI: Id<Kpi> = Id::fixed(2);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Readings from January 2026 on; a negative one stands for a month without data.
fn readings(values: &[f64]) -> Performance {
    let mut performance = Performance::default();
    for (place, value) in values.iter().enumerate() {
        let reading = if *value < 0.0 { Reading::NoEvents } else { Reading::Value(*value) };
        let month = Month::parse("2026-01").unwrap().plus(place as i32);
        performance.set_reading(VENDOR, KPI, month, Some(reading));
    }
    performance
}

fn done(date: &str) -> Round {
    Round { action: "a".to_owned(), done: Some(day(date)), ..Round::default() }
}

#[test]
fn the_effect_compares_the_months_before_with_those_after() {
    let performance = readings(&[9.0, 3.0, 4.0, 5.0, 100.0, 2.0, -1.0, 1.0, 9.0]);
    let effect = performance.effect(VENDOR, KPI, &done("2026-05-20")).unwrap();
    assert_eq!(effect.means(), Some([4.0, 1.5]));
    assert_eq!(effect.is_better(Direction::Lower), Some(true));
    assert_eq!(effect.is_better(Direction::Higher), Some(false));
    // One month alone shows nothing.
    let early = performance.effect(VENDOR, KPI, &done("2026-02-01")).unwrap();
    assert_eq!((early.before.len(), early.means()), (1, None));
    assert_eq!(performance.effect(VENDOR, KPI, &Round::default()), None);
}

#[test]
fn an_action_is_checked_at_the_review_of_the_period_after() {
    let performance = readings(&[1.0; 6]);
    let round = done("2026-05-20");
    let check = performance.check_of(VENDOR, &round).unwrap();
    assert_eq!((check.first.to_string(), check.cycle), ("2026-07".to_owned(), Cycle::Quarter));
    let theme = Theme { cause: "c".to_owned(), rounds: vec![round], ..Theme::default() };
    let stand = |today: &str| theme.stand(Some(check), day(today));
    assert_eq!([stand("2026-09-30"), stand("2026-10-01")], [Stand::Waiting, Stand::ToCheck]);
}

#[test]
fn a_theme_goes_from_the_cause_over_the_action_to_the_check_and_round_again() {
    let mut theme = Theme::default();
    let stand = |theme: &Theme| theme.stand(None, day("2026-06-10"));
    assert_eq!(stand(&theme), Stand::NoCause);
    theme.cause = "no example in the guide".to_owned();
    assert_eq!(stand(&theme), Stand::NoAction);
    theme.rounds.push(Round { action: "add examples".to_owned(), ..Round::default() });
    assert_eq!(stand(&theme), Stand::Underway);
    theme.rounds[0].due = Some(day("2026-06-08"));
    assert_eq!(stand(&theme), Stand::Overdue(2));
    theme.rounds[0].done = Some(day("2026-06-09"));
    assert_eq!(stand(&theme), Stand::Waiting);
    let check = |verdict| EffectCheck { date: Some(day("2026-06-10")), verdict, note: String::new() };
    theme.check(check(Verdict::Held));
    assert_eq!(stand(&theme), Stand::Held);
    theme.check(check(Verdict::Lapsed));
    assert_eq!((stand(&theme), theme.n_lapsed(), theme.rounds.len()), (Stand::NoAction, 1, 2));
    assert_eq!((theme.rounds[0].action.as_str(), theme.rounds[0].checks.len()), ("add examples", 2));
    theme.rounds[1].action = "train the team".to_owned();
    theme.check(check(Verdict::Held));
    assert_eq!(stand(&theme), Stand::Held);
}

#[test]
fn the_overview_counts_what_waits_for_somebody() {
    let mut performance = readings(&[1.0; 6]);
    performance.themes.add(Id::fixed(11), |theme| {
        theme.cause = "c".to_owned();
        let lapsed = EffectCheck { verdict: Verdict::Lapsed, ..EffectCheck::default() };
        theme.rounds = vec![
            Round { checks: vec![lapsed], ..done("2026-01-10") },
            Round { action: "b".to_owned(), due: Some(day("2026-05-01")), ..Round::default() },
        ];
    });
    for (id, theme, count) in
        [(21, Some(Id::fixed(11)), Some(3)), (22, Some(Id::fixed(11)), None), (23, None, None)]
    {
        performance.feedback.add(Id::fixed(id), |one| (one.theme, one.count) = (theme, count));
    }
    let overview = performance.improvement(&Selection::default(), day("2026-06-10"));
    let clauses = |clause: &str| vec![clause.to_owned()];
    assert_eq!((overview.overdue, overview.lapsed), (clauses("TH-1"), clauses("TH-1")));
    assert_eq!((overview.loose, overview.held.len() + overview.to_check.len()), (clauses("FB-03"), 0));
    assert_eq!(performance.n_said(Id::fixed(11)), 4);
}

#[test]
fn a_review_lists_what_is_done_and_waits_to_be_checked() {
    let mut performance = readings(&[1.0; 12]);
    performance.themes.add(Id::fixed(11), |theme| {
        (theme.vendor, theme.rounds) = (Some(VENDOR), vec![done("2026-05-20")]);
    });
    let n_checked = |performance: &Performance, first: &str| {
        let period = performance.period_of(VENDOR, Month::parse(first).unwrap());
        performance.checked_in(&Selection::default(), VENDOR, period).len()
    };
    let firsts = ["2026-04", "2026-07", "2026-10"];
    assert_eq!(firsts.map(|first| n_checked(&performance, first)), [0, 1, 1]);
    performance.themes.update(Id::fixed(11), |theme| theme.check(EffectCheck::default()));
    assert_eq!(firsts.map(|first| n_checked(&performance, first)), [0, 0, 0]);
}

proptest! {
    #[test]
    fn a_mean_lies_within_its_months(values in prop::collection::vec(0.0_f64..100.0, 9)) {
        let performance = readings(&values);
        let effect = performance.effect(VENDOR, KPI, &done("2026-05-01")).unwrap();
        let means = effect.means().unwrap();
        for (mean, side) in means.iter().zip([&effect.before, &effect.after]) {
            let (low, high) = side.iter().fold((f64::MAX, f64::MIN), |(low, high), (_, v)| (low.min(*v), high.max(*v)));
            prop_assert!(low - 1e-9 <= *mean && *mean <= high + 1e-9);
        }
    }
}
