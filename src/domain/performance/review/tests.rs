use proptest::prelude::*;

use super::*;
use crate::domain::performance::review::agreed::Usual;
use crate::domain::performance::review::difference::{Difference, Figure};
use crate::domain::performance::review::period::REVIEW_CYCLES;
use crate::domain::performance::scorecard::Withheld;
use crate::domain::performance::{Direction, GradeScheme, Reading};
use crate::domain::period::Cycle;
use crate::domain::register::Item;
use crate::domain::requirements::confirmed::fingerprint_of;

const VENDOR: Id<Vendor> = Id::fixed(1);
const COUNTED: Id<Kpi> = Id::fixed(2);
const JUDGED: Id<Kpi> = Id::fixed(3);

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
fn quarter(first: &str) -> Period {
    Period { first: month(first), cycle: Cycle::Quarter }
}
fn section(project: &mut Project) -> &mut Performance {
    Arc::make_mut(&mut project.performance)
}

/// A project with an indicator that is counted (75 %) and one that is judged (25 %), and values by quarter of 2026.
fn project(values: &[f64]) -> Project {
    let mut project = Project::default();
    Arc::make_mut(&mut project.selection).vendors.add(VENDOR, |_| ());
    let performance = section(&mut project);
    performance.kpis.add(COUNTED, |kpi| {
        (kpi.floor, kpi.target, kpi.weight_bp) = (Some(0.0), Some(100.0), 7500);
    });
    performance.kpis.add(JUDGED, |kpi| (kpi.judged, kpi.weight_bp) = (true, 2500));
    for (place, value) in values.iter().enumerate() {
        let first = month("2026-01").plus(3 * place as i32);
        performance.set_reading(VENDOR, COUNTED, first, Some(Reading::Value(*value)));
        judge(performance, first, value);
    }
    project
}

/// Marks the judged indicator so that it has about the points of a value.
fn judge(performance: &mut Performance, first: Month, value: &f64) {
    let mark = Rating::clamped(1 + (value / 25.0).round() as u8);
    let judged = Judged { mark: Some(mark), evidence: "minutes of the meeting".to_owned() };
    performance.reviews.entry(VENDOR).entry(first).judged.insert(JUDGED, judged);
}

fn sign(project: &mut Project, period: Period) {
    let print = project.assess(VENDOR, period).unwrap().fingerprint();
    let review = section(project).reviews.entry(VENDOR).entry(period.first);
    for side in Side::ALL {
        *review.signed_mut(side) = Some(Signed { fingerprint: print.clone(), ..Signed::default() });
    }
}

fn close(project: &mut Project, period: Period) {
    sign(project, period);
    assert_eq!(project.unready(VENDOR, period, day("2026-12-31")), []);
    project.close_review(VENDOR, period, day("2026-12-31"));
}

#[test]
fn a_judged_indicator_counts_by_its_mark_and_by_the_ends_of_the_scale() {
    let mut project = project(&[80.0]);
    let assessment = project.assess(VENDOR, quarter("2026-01")).unwrap();
    // 0.75 × 80 and 0.25 × (4 − 1) / (5 − 1).
    assert_eq!(assessment.score, Some(78.75));
    assert_eq!((assessment.parts_bp(), assessment.grade.as_deref()), ([7500, 2500], Some("C")));
    // Without a mark its readings count, and without these it has no data.
    section(&mut project).reviews = SortedMap::default();
    let assessment = project.assess(VENDOR, quarter("2026-01")).unwrap();
    assert_eq!((assessment.coverage_bp, assessment.score), (7500, Some(80.0)));
    assert_eq!(assessment.gradable(), Err(Withheld::LowCoverage));
    assert_eq!((assessment.earned(), &assessment.grade), (None, &None));
    let performance = section(&mut project);
    performance.set_reading(VENDOR, JUDGED, month("2026-02"), Some(Reading::Value(5.0)));
    let assessment = project.assess(VENDOR, quarter("2026-01")).unwrap();
    assert_eq!(assessment.earned(), Some("B"));
}

#[test]
fn one_bad_period_does_not_downgrade_and_a_severe_breach_does() {
    let mut project = project(&[95.0, 75.0, 75.0]);
    let grade = |project: &Project, first: &str| {
        let assessment = project.assess(VENDOR, quarter(first)).unwrap();
        (assessment.grade.unwrap(), assessment.pending_downgrade)
    };
    assert_eq!(grade(&project, "2026-04"), ("A".to_owned(), true));
    assert_eq!(grade(&project, "2026-07"), ("C".to_owned(), false));
    let review = section(&mut project).reviews.entry(VENDOR).entry(month("2026-04"));
    review.severe_breach = true;
    assert_eq!(grade(&project, "2026-04"), ("C".to_owned(), false));
    assert!(project.unready(VENDOR, quarter("2026-04"), day("2026-07-01")).contains(&Unready::NoReason));
    let review = section(&mut project).reviews.entry(VENDOR).entry(month("2026-04"));
    review.severe_reason = "data lost".to_owned();
    review.set_severe(false);
    assert_eq!((review.severe_breach, review.severe_reason.as_str()), (false, ""));
}

#[test]
fn closing_needs_both_sides_about_what_stands_there_and_evidence() {
    let mut project = project(&[80.0]);
    let period = quarter("2026-01");
    let both = [Unready::Unconfirmed(Side::Client), Unready::Unconfirmed(Side::Vendor)];
    assert_eq!(project.unready(VENDOR, period, day("2026-07-01")), both);
    sign(&mut project, period);
    section(&mut project).set_reading(VENDOR, COUNTED, month("2026-02"), Some(Reading::Value(70.0)));
    let both = [Unready::Outdated(Side::Client), Unready::Outdated(Side::Vendor)];
    assert_eq!(project.unready(VENDOR, period, day("2026-07-01")), both);
    project.close_review(VENDOR, period, day("2026-04-01"));
    assert_eq!(project.performance.review(VENDOR, period.first).closed(), None);
    let review = section(&mut project).reviews.entry(VENDOR).entry(period.first);
    review.judged.entry(JUDGED).evidence.clear();
    assert!(
        project.unready(VENDOR, period, day("2026-07-01")).contains(&Unready::NoEvidence("K-2".to_owned()))
    );
    section(&mut project).kpis.update(COUNTED, |kpi| kpi.weight_bp = 1);
    assert_eq!(
        project.unready(VENDOR, period, day("2026-07-01")),
        [Unready::Score(ScorecardError::WeightsNot10000)]
    );
}

#[test]
fn a_closed_review_is_opened_by_a_step_with_a_reason_and_keeps_its_versions() {
    let mut project = project(&[80.0]);
    let period = quarter("2026-01");
    close(&mut project, period);
    let found = project.performance.closed_review(VENDOR, month("2026-03")).unwrap();
    assert_eq!((found.0, found.1.earned()), (period, Some("C")));
    assert_eq!(project.performance.closed_review(VENDOR, month("2026-04")), None);
    let review = section(&mut project).reviews.entry(VENDOR).entry(period.first);
    review.reopen("February was counted twice", day("2026-07-02"));
    review.reopen("again", day("2026-07-02"));
    assert_eq!((review.reopenings.len(), review.versions.len(), review.closed()), (1, 1, None));
    assert_eq!((&review.client, &review.vendor), (&None, &None));
    assert_eq!(project.performance.closed_review(VENDOR, month("2026-03")), None);
    section(&mut project).set_reading(VENDOR, COUNTED, month("2026-01"), Some(Reading::Value(100.0)));
    close(&mut project, period);
    let review = project.performance.review(VENDOR, period.first);
    let scores: Vec<_> = review.versions.iter().map(|one| one.assessment.score).collect();
    assert_eq!(scores, [Some(78.75), Some(93.75)]);
    assert_eq!(review.closed(), review.versions.last());
}

#[test]
fn a_closed_review_keeps_the_names_of_the_day_and_older_ones_keep_their_fingerprint() {
    let mut project = project(&[80.0]);
    let rename = |project: &mut Project, name: &str| {
        Arc::make_mut(&mut project.selection).vendors.update(VENDOR, |vendor| vendor.name = name.to_owned());
    };
    rename(&mut project, "Harbour Support");
    close(&mut project, quarter("2026-01"));
    rename(&mut project, "Harbour Group");
    let review = project.performance.review(VENDOR, month("2026-01"));
    let kept = &review.closed().unwrap().assessment;
    assert_eq!((kept.vendor.as_str(), kept.first), ("Harbour Support", Some(month("2026-01"))));
    // Without the names it is what was closed before they were kept.
    let older = Assessment { vendor: String::new(), client: String::new(), first: None, ..kept.clone() };
    let written = serde_json::to_value(&older).unwrap();
    let mut bare = written.clone();
    for name in ["vendor", "client", "first"] {
        bare.as_object_mut().unwrap().remove(name);
    }
    let read: Assessment = serde_json::from_value(bare.clone()).unwrap();
    assert_eq!(read, older);
    assert_eq!(fingerprint_of(&bare), fingerprint_of(&written));
    assert_eq!(read.fingerprint(), older.fingerprint());
}

#[test]
fn a_review_is_closed_from_the_last_day_of_its_period() {
    let mut project = project(&[80.0]);
    let period = quarter("2026-01");
    sign(&mut project, period);
    let last = day("2026-03-31");
    assert_eq!(project.unready(VENDOR, period, day("2026-03-30")), [Unready::NotOver(last)]);
    project.close_review(VENDOR, period, day("2026-03-30"));
    assert_eq!(project.performance.review(VENDOR, period.first).closed(), None);
    assert_eq!(project.unready(VENDOR, period, last), []);
}

#[test]
fn what_is_checked_at_a_review_is_answered_before_it_is_closed() {
    use crate::domain::performance::improvement::{EffectCheck, Round, Stand, Theme, Verdict};
    let mut project = project(&[80.0, 90.0]);
    let round = Round { action: "train".to_owned(), done: Some(day("2026-02-10")), ..Round::default() };
    section(&mut project).themes.add(Id::fixed(9), |theme: &mut Theme| {
        (theme.cause, theme.rounds) = ("nobody was shown".to_owned(), vec![round]);
        theme.vendor = Some(VENDOR);
    });
    let (period, today) = (quarter("2026-04"), day("2026-07-01"));
    sign(&mut project, period);
    let number = project.performance.themes.at(0).unwrap().clause();
    assert_eq!(project.unready(VENDOR, period, today), [Unready::Unchecked(number.clone())]);
    let mut answered = project.clone();
    section(&mut answered).themes.update(Id::fixed(9), |theme| {
        theme.check(EffectCheck { verdict: Verdict::Held, ..EffectCheck::default() });
    });
    assert_eq!(answered.unready(VENDOR, period, today), []);
    // Where it was closed nevertheless, the check is overdue.
    let mut closed = answered;
    closed.close_review(VENDOR, period, today);
    section(&mut closed).themes.clone_from(&project.performance.themes);
    let stand = |project: &Project| {
        let theme = project.performance.themes.at(0).unwrap().clone();
        project.performance.stand(&project.selection, &theme, today)
    };
    assert_eq!((stand(&project), stand(&closed)), (Stand::ToCheck, Stand::CheckOverdue));
    let overview = closed.performance.improvement(&closed.selection, today);
    assert_eq!((overview.check_overdue, overview.to_check), (vec![number], Vec::new()));
}

#[test]
fn going_back_leaves_a_trace_of_what_was_closed() {
    let mut open = project(&[80.0]);
    let period = quarter("2026-01");
    sign(&mut open, period);
    let mut closed = open.clone();
    closed.close_review(VENDOR, period, day("2026-07-01"));
    let back = |target: &Project, now: &Project| {
        let mut target = target.clone();
        section(&mut target).keep_closed(&now.performance, day("2026-07-03"), "Ctrl+Z");
        target
    };
    let undone = back(&open, &closed);
    let review = undone.performance.review(VENDOR, period.first);
    assert_eq!((review.versions.len(), review.reopenings[0].reason.as_str()), (1, "Ctrl+Z"));
    assert_eq!(review.closed(), None);
    let redone = back(&closed, &undone).performance.review(VENDOR, period.first);
    assert_eq!((redone.versions.len(), redone.reopenings.len()), (2, 1));
    assert_eq!(redone.closed(), closed.performance.review(VENDOR, period.first).closed());
    // A step that has nothing to do with it changes nothing.
    assert_eq!(back(&closed, &closed), closed);
    assert_eq!(back(&open, &open), open);
}

#[test]
fn a_half_year_holds_six_months_and_what_was_closed_keeps_its_length() {
    let mut project = project(&[80.0, 60.0, 70.0]);
    let spans = |project: &Project| {
        let periods = project.performance.periods(VENDOR).into_iter();
        periods.map(|one| format!("{} {}", one.first, one.n_months())).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(spans(&project), "2026-01 3, 2026-04 3, 2026-07 3");
    section(&mut project).review_cycle = Cycle::HalfYear;
    // Of the second quarter something was said already.
    assert_eq!(spans(&project), "2026-01 3, 2026-04 3, 2026-07 6");
    section(&mut project).reviews.entry(VENDOR).remove(&month("2026-04"));
    assert_eq!(spans(&project), "2026-01 6, 2026-07 6");
    let half = Period { first: month("2026-01"), cycle: Cycle::HalfYear };
    assert_eq!(project.assess(VENDOR, half).unwrap().lines[0].value, Some(70.0));
    close(&mut project, half);
    section(&mut project).review_cycle = Cycle::Quarter;
    assert_eq!(spans(&project), "2026-01 6, 2026-07 3");
    assert_eq!(project.performance.period_of(VENDOR, month("2026-05")), half);
    assert_eq!(half.last_day(), Some(day("2026-06-30")));
}

#[test]
fn what_differs_today_is_listed_with_what_comes_of_it() {
    let mut project = project(&[80.0]);
    let period = quarter("2026-01");
    close(&mut project, period);
    let differences = |project: &Project| {
        let closed = project.performance.review(VENDOR, period.first).closed().unwrap().clone();
        closed.assessment.differences(&project.assess(VENDOR, period))
    };
    assert_eq!(differences(&project), []);
    section(&mut project).kpis.update(COUNTED, |kpi| kpi.target = Some(80.0));
    Arc::make_mut(&mut project.profile).scales.grade_scheme = GradeScheme::DeAdvisory;
    let found = differences(&project);
    assert_eq!(found[0], Difference::Score(Some(78.75), Some(93.75)));
    assert_eq!(found[1], Difference::Grade(Some("C".to_owned()), Some("A".to_owned())));
    assert_eq!(found[2], Difference::Bands);
    assert!(matches!(&found[3..], [Difference::Figure(_, Figure::Target, Some(100.0), Some(80.0))]));
    section(&mut project).kpis.remove(JUDGED);
    assert_eq!(differences(&project), [Difference::NoResult(ScorecardError::WeightsNot10000)]);
}

#[test]
fn a_note_of_an_earlier_version_of_the_app_is_the_clients_word_and_what_was_agreed() {
    let read: Review = serde_json::from_str(r#"{"comment": "late", "actions": "a plan"}"#).unwrap();
    assert_eq!((read.comment.as_str(), read.actions.as_str()), ("late", "a plan"));
    assert_eq!((read.closed(), read.vendor_comment.as_str()), (None, ""));
    let section: Performance = serde_json::from_str(r#"{"reviews": {}}"#).unwrap();
    assert_eq!((section.review_cycle, section.agreed.len()), (Cycle::Quarter, 0));
}

#[test]
fn a_plan_is_due_in_ten_days_on_which_all_sites_work() {
    let mut project = Project::default();
    let due = |project: &Project, usual: Usual| {
        usual.due(&project.collaboration, quarter("2026-07"), day("2026-10-05")).unwrap().to_string()
    };
    assert_eq!(due(&project, Usual::WrittenPlan), "2026-10-19");
    assert_eq!(due(&project, Usual::CheckAgain), "2026-12-31");
    assert_eq!(due(&project, Usual::NoNewWork), "2026-10-05");
    Arc::make_mut(&mut project.collaboration).sites.add(Id::fixed(1), |site| {
        site.holidays = vec![day("2026-10-06"), day("2026-10-07")];
    });
    assert_eq!(due(&project, Usual::WrittenPlan), "2026-10-21");
}

/// One of the edits that come after closing.
fn edit(project: &mut Project, what: u8, number: u8) {
    let value = f64::from(number);
    match what {
        0 => section(project).kpis.update(COUNTED, |kpi| kpi.target = Some(value)),
        1 => section(project).kpis.update(JUDGED, |kpi| kpi.weight_bp = number.into()),
        2 => section(project).kpis.update(COUNTED, |kpi| kpi.direction = Direction::Lower),
        3 => drop(section(project).kpis.remove(if number < 128 { COUNTED } else { JUDGED })),
        4 => drop(section(project).kpis.add(Id::fixed(u128::from(number) + 10), |_| ())),
        5 => {
            let month = month("2025-01").plus(i32::from(number % 24));
            section(project).set_reading(VENDOR, COUNTED, month, Some(Reading::Value(value)));
        }
        6 => {
            let scales = &mut Arc::make_mut(&mut project.profile).scales;
            scales.grade_scheme = GradeScheme::ALL[usize::from(number) % 3];
        }
        7 => section(project).review_cycle = REVIEW_CYCLES[usize::from(number) % 2],
        8 => {
            let review = section(project).reviews.entry(VENDOR).entry(month("2026-01"));
            review.comment = number.to_string();
            review.judged.insert(JUDGED, Judged::default());
            review.severe_breach = number < 128;
        }
        9 => {
            let review = section(project).reviews.entry(VENDOR).entry(month("2026-01"));
            review.reopen("why", day("2026-08-01"));
        }
        10 => project.mend_links(),
        12 => {
            Arc::make_mut(&mut project.selection).vendors.remove(VENDOR);
            project.mend_links();
        }
        _ => {
            judge(section(project), month("2026-01"), &value.min(100.0));
            if project.assess(VENDOR, quarter("2026-01")).is_ok() {
                sign(project, quarter("2026-01"));
                project.close_review(VENDOR, quarter("2026-01"), day("2026-08-02"));
            }
        }
    }
}

proptest! {
    #[test]
    fn what_was_closed_is_the_same_to_the_last_byte_whatever_is_edited_later(
        edits in prop::collection::vec((0_u8..13, any::<u8>()), 0..40)
    ) {
        let mut project = project(&[80.0, 90.0]);
        close(&mut project, quarter("2026-01"));
        let kept = |project: &Project| {
            let review = project.performance.review(VENDOR, month("2026-01"));
            serde_json::to_string(&review.versions[0]).unwrap()
        };
        let before = kept(&project);
        for (what, number) in edits {
            edit(&mut project, what, number);
            prop_assert_eq!(kept(&project), before.clone());
            let read: Closed = serde_json::from_str(&before).unwrap();
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), before.clone());
            prop_assert!(read.is_intact());
        }
    }
}
