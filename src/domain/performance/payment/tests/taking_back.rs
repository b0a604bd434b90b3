use super::*;

#[test]
fn going_back_takes_nothing_of_what_both_confirmed() {
    let blank = project();
    let mut by_one = project();
    change(&mut by_one, |one| one.extras.push(extra()));
    confirm(&mut by_one, Side::Client);
    let settled = settled();
    let back = |target: &Project| {
        let mut target = target.clone();
        let payments = &mut Arc::make_mut(&mut target.performance).payments;
        let stays = payments.keep_agreed(&settled.performance.payments);
        (stays, target)
    };
    for earlier in [&by_one, &blank] {
        let (stays, undone) = back(earlier);
        assert!(stays);
        assert_eq!(agreed(&undone), agreed(&settled));
        let one = undone.performance.payments.statement(VENDOR, quarter());
        assert!(one.is_settled(Side::Client) && one.is_settled(Side::Vendor));
        assert_eq!(one.clause(), "PS-1");
    }
    let (stays, same) = back(&settled);
    assert_eq!((stays, same == settled), (false, true));
}

#[test]
fn what_both_confirmed_is_taken_back_for_a_reason_and_stays_in_the_list() {
    let mut project = settled();
    let before = agreed(&project);
    let settled = project.clone();
    change(&mut project, |one| one.take_back("A month too early", day("2026-10-08")));
    change(&mut project, |one| one.take_back("again", day("2026-10-09")));
    let one = project.performance.payments.statement(VENDOR, quarter());
    assert_eq!((one.latest(), one.taken_back.len(), one.taken_back[0].version), (None, 1, 1));
    assert_eq!(Side::ALL.map(|side| one.confirmed(side).is_some()), [false, false]);
    assert_eq!(agreed(&project), before);
    let payments = &project.performance.payments;
    let august = Cycle::Month.around(month("2026-08"));
    assert!(payments.paid_already(VENDOR, august).is_empty());
    // Undo gives nothing back that was taken back.
    let mut undone = settled;
    assert!(Arc::make_mut(&mut undone.performance).payments.keep_agreed(payments));
    assert_eq!(undone.performance.payments.statement(VENDOR, quarter()).latest(), None);
    confirm(&mut project, Side::Client);
    confirm(&mut project, Side::Vendor);
    let one = project.performance.payments.statement(VENDOR, quarter());
    assert_eq!((one.agreed.len(), one.latest().is_some()), (2, true));
}
