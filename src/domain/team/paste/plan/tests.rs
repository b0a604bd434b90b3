use super::*;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::team::Part;

fn team() -> Team {
    let mut team = Team::default();
    for (place, (name, person)) in
        [("Owner", "Amara"), ("Client PM", "Tom"), ("Vendor PM", "Karan")].into_iter().enumerate()
    {
        team.roles.add(Id::fixed(1 + place as u128), |role| {
            role.name = name.to_owned();
            role.person = person.to_owned();
            role.side = if place < 2 { Side::Client } else { Side::Vendor };
        });
    }
    for (place, name) in ["Confirm needs", "Hold the review", "Respond to P0"].into_iter().enumerate() {
        team.activities.add(Id::fixed(11 + place as u128), |activity| activity.name = name.to_owned());
    }
    team.assign(Id::fixed(11), Id::fixed(1), Parts::only(Part::Consulted));
    team
}

/// Pastes a table at a range and writes what the matrix then holds, row by row, with what went wrong.
fn paste(table: &str, first: (usize, usize), last: (usize, usize)) -> (String, Plan) {
    let mut team = team();
    let roles: Vec<_> = team.columns().map(|role| role.id).collect();
    let table: Vec<Vec<String>> =
        table.split('\n').map(|row| row.split('\t').map(str::to_owned).collect()).collect();
    let rows = [0, 1, 2];
    let plan = plan(&Target { team: &team, roles: &roles, rows: &rows, first, last }, &table);
    plan.apply(&mut team);
    let row = |activity: &Activity| {
        let cell = |role: &Id<Role>| {
            let letters = team.parts(activity.id, *role).letters();
            if letters.is_empty() { "-" } else { letters }
        };
        roles.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    let rows = team.activities.iter().map(|activity| row(activity)).collect::<Vec<_>>();
    (rows.join(" | "), plan)
}

fn check(table: &str, at: (usize, usize), expected: &str) -> Plan {
    let (matrix, plan) = paste(table, at, at);
    assert_eq!(matrix, expected, "{table}");
    plan
}

#[test]
fn a_block_without_names_goes_by_position() {
    let plan = check("A\tR\nI\tC", (1, 1), "C - - | - A R | - I C");
    assert_eq!((plan.n_cells, plan.changes.len(), plan.n_outside), (4, 4, 0));
    assert!(!plan.needs_a_look());
}

#[test]
fn a_block_goes_into_the_rows_that_are_shown() {
    let mut team = team();
    let roles: Vec<_> = team.columns().map(|role| role.id).collect();
    let target = Target { team: &team, roles: &roles, rows: &[2, 0], first: (0, 0), last: (0, 0) };
    let found = plan(&target, &["R", "A", "I"].map(|cell| vec![cell.to_owned(), String::new()]));
    found.apply(&mut team);
    let letters = |row| team.parts(Id::fixed(row), Id::fixed(1)).letters();
    assert_eq!([letters(11), letters(12), letters(13)], ["A", "", "R"]);
    assert_eq!(found.n_outside, 1);
}

#[test]
fn what_lies_outside_is_counted() {
    let plan = check("A\tR\nI\tC", (2, 2), "C - - | - - - | - - A");
    assert_eq!((plan.n_cells, plan.n_outside), (1, 3));
    assert!(plan.needs_a_look());
}

#[test]
fn a_single_cell_fills_the_range() {
    assert_eq!(paste("负责", (0, 0), (1, 1)).0, "R R - | R R - | - - -");
}

#[test]
fn headings_and_names_lead_each_cell_to_its_place() {
    let table = "Task\tVendor PM\tOwner\nRespond to P0\tR\tA\nT-01\tＩ\t批准/负责";
    check(table, (2, 2), "AR - I | - - - | A - R");
    let table = "No.\tTask\tKaran\tClient PM Tom\n1\tT-02 Hold the review\tR\ta";
    check(table, (0, 0), "C - - | - A R | - - -");
}

#[test]
fn a_table_on_its_side_is_turned() {
    let table = "\tHold the review\tRespond to P0\nOwner\tA\tI\nVendor PM\tR\tR";
    check(table, (0, 0), "C - - | A - R | I - R");
}

#[test]
fn only_headings_or_only_names_mix_with_position() {
    check("Client PM\tOwner\nA\tI\nR\tC", (1, 0), "C - - | I A - | C R -");
    check("Respond to P0\tA\tR\nConfirm needs\tI\t", (0, 1), "C I - | - - - | - A R");
}

#[test]
fn strangers_and_odd_cells_are_named_and_left_out() {
    let plan =
        check("Task\tOwner\tAuditor\nHold the review\tX\tA\nLunch\tA\t", (0, 0), "C - - | - - - | - - -");
    assert_eq!(
        (&plan.strangers, &plan.newcomers),
        (&vec!["Auditor".to_owned()], &vec!["Auditor".to_owned()])
    );
    assert_eq!(plan.n_outside, 1);
    let odd = Odd { activity: Id::fixed(12), role: Id::fixed(1), text: "X".to_owned() };
    assert_eq!(plan.odd, [odd]);
}

#[test]
fn tasks_that_are_not_here_may_come_in() {
    let plan = check(
        "Task\tOwner\tVendor PM\nT-01 Confirm needs\tA\tR\nT-77 Train agents\tI\tA/R\nLunch\tyes\t",
        (0, 0),
        "A - R | - - - | - - -",
    );
    let (names, n_outside): (Vec<_>, _) =
        (plan.additions.iter().map(|new| new.name.as_str()).collect(), plan.n_outside);
    assert_eq!((names, n_outside), (vec!["Train agents", "Lunch"], 1));
    assert!(plan.needs_a_look());
    let mut team = team();
    Plan::add(&plan.additions[0], &mut team, Id::fixed(99));
    assert_eq!(team.activities.get(Id::fixed(99)).unwrap().clause(), "T-04");
    assert_eq!(team.parts(Id::fixed(99), Id::fixed(3)).letters(), "AR");
}

#[test]
fn names_nobody_knows_beside_known_roles_overwrite_nothing() {
    let plan = check("Task\tOwner\nTrain\tA\nPay\tR", (0, 0), "C - - | - - - | - - -");
    assert_eq!((plan.additions.len(), plan.changes.len()), (2, 0));
    let on_its_side = check("\tTrain\tPay\nOwner\tA\tR", (0, 0), "C - - | - - - | - - -");
    assert_eq!(on_its_side.additions, plan.additions);
}

/// Pastes a table into a team without anything and takes all of it over; writes the roles and then row by row.
fn fill(table: &str) -> String {
    let table: Vec<Vec<String>> =
        table.split('\n').map(|row| row.split('\t').map(str::to_owned).collect()).collect();
    let mut team = Team::default();
    let bare = team.clone();
    let bare = Target { team: &bare, roles: &[], rows: &[], first: (0, 0), last: (0, 0) };
    let names = plan(&bare, &table).newcomers;
    for (place, name) in names.iter().enumerate() {
        team.roles.add(Id::fixed(1 + place as u128), |role| role.name.clone_from(name));
    }
    let roles: Vec<_> = team.columns().map(|role| role.id).collect();
    let now = team.clone();
    let found = plan(&Target { team: &now, roles: &roles, ..bare }, &table);
    for (place, addition) in found.additions.iter().enumerate() {
        Plan::add(addition, &mut team, Id::fixed(11 + place as u128));
    }
    let row = |activity: &Activity| {
        let letters = roles.iter().map(|role| team.parts(activity.id, *role).letters());
        format!("{}/{}: {}", activity.phase, activity.name, letters.collect::<Vec<_>>().join(" "))
    };
    let rows = team.activities.iter().map(|activity| row(activity));
    [names.join(" ")].into_iter().chain(rows).collect::<Vec<_>>().join(" | ")
}

#[test]
fn an_empty_matrix_takes_its_roles_and_tasks_from_a_table() {
    let expected = "Owner PM | /Train: A R | /Pay: R A";
    assert_eq!(fill("Task\tOwner\tPM\nTrain\tA\tR\nPay\tR\tA"), expected);
    assert_eq!(
        fill("Role\tTrain\tPay\tSign\nOwner\tA\tA\tA\nPM\tR\tR\tR"),
        "Owner PM | /Train: A R | /Pay: A R | /Sign: A R",
        "a task has one Accountable, a role may have many"
    );
    assert_eq!(
        fill("阶段\t任务\t业务负责人\t坐席\t备注\n启动\tT-01 培训\t批准\tR\t五月前\n\tT-02 付款\tA\tＲ\t"),
        "业务负责人 坐席 | 启动/培训: A R | /付款: A R",
        "phases are kept, and remarks are no role"
    );
    assert_eq!(fill("A\tR\nC\tI"), "", "without headings nothing can be named");
}

#[test]
fn a_table_taken_out_goes_into_another_matrix_with_its_phases() {
    let table = "Phase\tTask\tOwner\tVendor PM\nRun\tT-09 Train\tA\tR";
    let plan = check(table, (0, 0), "C - - | - - - | - - -");
    let new = &plan.additions[0];
    assert_eq!((new.phase.as_str(), new.name.as_str(), new.cells.len()), ("Run", "Train", 2));
    assert!(plan.strangers.is_empty());
}

#[test]
fn headings_nobody_knows_are_left_out_by_position() {
    check("任务\t业务负责人\t项目经理\n确认需求\tA\tR", (1, 0), "C - - | A R - | - - -");
}

#[test]
fn an_empty_cell_empties_and_an_equal_one_is_no_change() {
    let plan = check("C\tA", (0, 0), "C A - | - - - | - - -");
    assert_eq!(plan.changes.len(), 1);
    check("\tA", (0, 0), "- A - | - - - | - - -");
}

#[test]
fn more_than_twenty_cells_are_looked_at_first() {
    let row = vec!["A"; 21].join("\t");
    assert!(paste(&row, (0, 0), (0, 0)).1.needs_a_look());
    let many = paste("R", (0, 0), (2, 2)).1;
    assert_eq!((many.n_cells, many.needs_a_look()), (9, false));
}
