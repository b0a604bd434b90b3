use super::*;

#[test]
fn a_service_level_that_had_been_kept_returns_its_credit() {
    let project = project();
    let found = project.mended(VENDOR, quarter(), Money(0));
    let said: Vec<_> = found.iter().map(|one| (one.clause.as_str(), one.missed.len(), one.returns)).collect();
    assert_eq!(said, [("S-01", 1, Money(138_000))]);
}

#[test]
fn a_line_measured_by_the_quarter_is_kept_in_all_of_it() {
    let mut project = project();
    Arc::make_mut(&mut project.requirements).sla.update(Id::fixed(2), |line| line.window = Window::Quarter);
    for place in 0..3 {
        let at = month("2026-07").plus(place);
        let reading = Some(Reading::Value(90.0));
        Arc::make_mut(&mut project.performance).set_reading(VENDOR, Id::fixed(12), at, reading);
    }
    let found = project.mended(VENDOR, Period::month(month("2026-09")), Money(0));
    let returns: Vec<_> = found.iter().map(|one| one.returns).collect();
    assert_eq!(returns, [Money(138_000)]);
    // Paid by score, no line costs anything by itself.
    Arc::make_mut(&mut project.performance).credits.model = Some(PenaltyModel::PayByScore);
    assert_eq!(project.mended(VENDOR, quarter(), Money(0)), []);
}

#[test]
fn under_a_cap_one_service_level_may_return_less_than_its_credit() {
    let mut project = project();
    let performance = Arc::make_mut(&mut project.performance);
    performance.set_reading(VENDOR, Id::fixed(13), month("2026-07"), Some(Reading::Value(90.0)));
    performance.credits.cap_bp = Some(250);
    // 69 000 × 10 % × (20 % + 10 %) = 2 070 is cut to 2.5 % = 1 725; without the first 690 would be left.
    let found = project.mended(VENDOR, quarter(), Money(0));
    let returns: Vec<_> = found.iter().map(|one| one.returns).collect();
    assert_eq!(returns, [Money(103_500), Money(34_500)]);
}
