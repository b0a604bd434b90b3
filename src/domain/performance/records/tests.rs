use super::*;

const ON: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn place(month: &str) -> Place {
    Place { vendor: Id::fixed(1), kpi: Id::fixed(2), month: Month::parse(month).unwrap() }
}

fn performance(formula: &str) -> Performance {
    let mut performance = Performance::default();
    performance.kpis.add(Id::fixed(2), |kpi| {
        (kpi.formula, kpi.target) = (formula.to_owned(), Some(95.0));
    });
    performance
}

fn reading(performance: &Performance, month: &str) -> Option<Reading> {
    let place = place(month);
    performance.reading(place.vendor, place.kpi, place.month)
}

#[test]
fn numbers_become_the_reading_once_all_are_there_and_are_kept() {
    let mut performance = performance("100 × 按期 ÷ 应交");
    let may = place("2026-05");
    performance.set_input(may, "按期", Some(19.0), ON);
    assert_eq!(reading(&performance, "2026-05"), None);
    assert_eq!(performance.outcome(may), Some(Outcome::Missing(vec!["应交".to_owned()])));
    performance.set_input(may, "应交", Some(20.0), ON);
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(95.0)));
    assert_eq!(performance.record(may).unwrap().entered, Entered::Computed);
    performance.set_input(may, "应交", Some(0.0), ON);
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::NoEvents));
    performance.set_input(may, "应交", None, ON);
    assert_eq!(reading(&performance, "2026-05"), None);
    performance.set_input(may, "按期", None, ON);
    assert!(performance.records.is_empty() && performance.readings.is_empty());
}

#[test]
fn another_formula_computes_anew_and_loses_no_number() {
    let mut performance = performance("a / b");
    for (name, number) in [("a", 1.0), ("b", 4.0)] {
        performance.set_input(place("2026-05"), name, Some(number), ON);
    }
    performance.enter(place("2026-06"), Some(Reading::Value(7.0)), Entered::Typed, ON);
    let set_formula = |performance: &mut Performance, formula: &str| {
        performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = formula.to_owned());
    };
    set_formula(&mut performance, "100 * a /");
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(0.25)));
    set_formula(&mut performance, "100 * a / b");
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
    set_formula(&mut performance, "100 * a / all");
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
    let kpi = performance.kpis.at(0).unwrap().clone();
    assert_eq!(performance.left_inputs(&kpi), [("b".to_owned(), 1)]);
    performance.rename_input(kpi.id, "b", "all", ON);
    assert!(performance.left_inputs(&kpi).is_empty());
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
    assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)));
}

#[test]
fn a_formula_that_names_nothing_changes_no_reading() {
    let formula = "100 * a / b";
    let mut by_letter = performance("");
    for (name, number) in [("a", 1.0), ("b", 4.0)] {
        by_letter.set_input(place("2026-05"), name, Some(number), ON);
    }
    by_letter.enter(place("2026-05"), Some(Reading::Value(7.0)), Entered::Typed, ON);
    let mut at_once = by_letter.clone();
    let set = |performance: &mut Performance, formula: &str| {
        performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = formula.to_owned());
    };
    for end in 1..=formula.len() {
        set(&mut by_letter, &formula[..end]);
        if end < formula.find('a').unwrap() {
            assert_eq!(reading(&by_letter, "2026-05"), Some(Reading::Value(7.0)), "{}", &formula[..end]);
        }
    }
    set(&mut at_once, formula);
    assert_eq!(by_letter, at_once);
    assert_eq!(reading(&at_once, "2026-05"), Some(Reading::Value(25.0)));
}

#[test]
fn names_are_given_one_after_the_other_and_the_readings_stay() {
    let mut performance = performance("a / b");
    for (name, number) in [("a", 1.0), ("b", 4.0)] {
        performance.set_input(place("2026-05"), name, Some(number), ON);
    }
    performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = "x / y".to_owned());
    for (from, to, left) in [("a", "x", 1), ("b", "y", 0)] {
        performance.rename_input(Id::fixed(2), from, to, ON);
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(0.25)));
        let kpi = performance.kpis.at(0).unwrap().clone();
        assert_eq!(performance.left_inputs(&kpi).len(), left);
    }
}

#[test]
fn numbers_that_come_to_no_share_are_kept_and_make_no_reading() {
    let mut performance = performance("100 * a / b");
    let redefine = |performance: &mut Performance, change: &mut dyn FnMut(&mut Kpi)| {
        performance.redefine(Id::fixed(2), ON, change);
    };
    redefine(&mut performance, &mut |kpi| kpi.unit = "%".to_owned());
    let may = place("2026-05");
    for (name, number) in [("a", 19.0), ("b", 20.0)] {
        performance.set_input(may, name, Some(number), ON);
    }
    performance.enter(place("2026-06"), Some(Reading::Value(7.0)), Entered::Pasted, ON);
    performance.set_input(place("2026-06"), "a", Some(30.0), ON);
    performance.set_input(place("2026-06"), "b", Some(20.0), ON);
    assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)), "what is pasted stays");
    performance.set_input(may, "a", Some(21.0), ON);
    assert_eq!(reading(&performance, "2026-05"), None);
    assert_eq!(performance.outcome(may), Some(Outcome::Value(105.0)));
    redefine(&mut performance, &mut |kpi| kpi.beyond_whole = true);
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(105.0)));
    assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)));
    redefine(&mut performance, &mut |kpi| kpi.beyond_whole = false);
    assert_eq!(reading(&performance, "2026-05"), None);
    redefine(&mut performance, &mut |kpi| kpi.unit = "points".to_owned());
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(105.0)));
    performance.set_input(may, "b", Some(21.0), ON);
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(100.0)));
}

#[test]
fn what_is_no_reading_stays_as_it_was_typed_until_it_is_mended() {
    let mut performance = performance("");
    let may = place("2026-05");
    performance.set_unread(may, "abc".to_owned());
    assert_eq!(performance.record(may).unwrap().unread, "abc");
    assert_eq!(performance.months_unread(), [may.month]);
    assert_eq!(reading(&performance, "2026-05"), None);
    let kept = serde_json::to_string(&performance).unwrap();
    assert_eq!(serde_json::from_str::<Performance>(&kept).unwrap(), performance);
    performance.enter(may, None, Entered::Typed, ON);
    assert!(performance.records.is_empty());
    performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
    performance.set_unread(may, "9o".to_owned());
    assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(90.0)));
    performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
    assert_eq!(performance.record(may).unwrap().unread, "");
}

#[test]
fn a_breach_keeps_its_cause_also_when_its_value_changes() {
    let mut performance = performance("");
    let may = place("2026-05");
    performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
    performance.enter(place("2026-06"), Some(Reading::Value(96.0)), Entered::Pasted, ON);
    performance.set_cause(may, "Easter peak".to_owned());
    performance.enter(may, Some(Reading::Value(91.0)), Entered::Pasted, ON);
    assert_eq!(performance.breaches(may.vendor), [(may, 91.0, "Easter peak")]);
    assert_eq!(performance.record(may).unwrap().entered, Entered::Pasted);
}
