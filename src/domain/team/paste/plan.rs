//! What a pasted table would change, before anything changes.

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::team::paste::margins::{margins, name_column};
use crate::domain::team::paste::read_cell;
use crate::domain::team::{Activity, Part, Parts, Role, Team};

/// More cells than this are shown before they are taken over.
const SHOWN_FIRST: usize = 20;
/// How many first rows and columns may be anything before the headings and names come.
const BEFORE_NAMES: usize = 3;
/// What a column of phases is called.
const PHASE: [&str; 3] = ["phase", "阶段", "stage"];

/// One cell that would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The row.
    pub activity: Id<Activity>,
    /// The column.
    pub role: Id<Role>,
    /// The letters there now.
    pub before: Parts,
    /// The letters there afterwards.
    pub after: Parts,
}

/// One cell whose text is not letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// The row.
    pub activity: Id<Activity>,
    /// The column.
    pub role: Id<Role>,
    /// What stands there.
    pub text: String,
}

/// A task that is not here yet, with its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// What it is called.
    pub name: String,
    /// The phase the table says it belongs to.
    pub phase: String,
    /// Its letters by role.
    pub cells: Vec<(Id<Role>, Parts)>,
}

/// What a pasted table would do to the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// How many cells were read.
    pub n_cells: usize,
    /// What would change, row by row.
    pub changes: Vec<Change>,
    /// The cells that were not understood.
    pub odd: Vec<Odd>,
    /// How many filled cells have no place in the matrix.
    pub n_outside: usize,
    /// The tasks that would come in.
    pub additions: Vec<Addition>,
    /// The headings that name no role here.
    pub strangers: Vec<String>,
    /// Those of them with letters below: roles that may come in.
    pub newcomers: Vec<String>,
}

impl Plan {
    /// Tells whether it should be looked at before it is done.
    #[must_use]
    pub fn needs_a_look(&self) -> bool {
        SHOWN_FIRST < self.n_cells || !self.odd.is_empty() || 0 < self.n_outside || !self.additions.is_empty()
    }

    /// Lists the rows that would change, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> Vec<Id<Activity>> {
        let mut rows: Vec<_> = self.changes.iter().map(|change| change.activity).collect();
        rows.dedup();
        rows
    }

    /// Adds a task that is not here yet under an id.
    pub fn add(addition: &Addition, team: &mut Team, id: Id<Activity>) {
        team.activities.add(id, |activity| {
            (activity.name, activity.phase) = (addition.name.clone(), addition.phase.clone());
        });
        for (role, parts) in &addition.cells {
            team.assign(id, *role, *parts);
        }
    }

    /// Makes the changes in the rows that are here.
    pub fn apply(&self, team: &mut Team) {
        for change in &self.changes {
            team.assign(change.activity, change.role, change.after);
        }
    }
}

/// The rows and columns of the matrix and the cells a table is pasted to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The team.
    pub team: &'a Team,
    /// The roles in matrix order.
    pub roles: &'a [Id<Role>],
    /// The places of the rows that are shown, in the order they are shown in.
    pub rows: &'a [usize],
    /// The first row and column of the selected range.
    pub first: (usize, usize),
    /// The last row and column of the selected range.
    pub last: (usize, usize),
}

impl Target<'_> {
    fn activity_at(&self, row: usize) -> Option<Id<Activity>> {
        self.team.activities.at(*self.rows.get(row)?).map(|activity| activity.id)
    }

    /// Finds a task by its name, its clause number or both.
    fn activity_named(&self, text: &str) -> Option<Id<Activity>> {
        let wanted = plain(text);
        let fits = |activity: &Activity| {
            let (clause, name) = (plain(&activity.clause()), plain(&activity.name));
            wanted == clause || !name.is_empty() && (wanted == name || wanted == format!("{clause} {name}"))
        };
        let found = self.team.activities.iter().find(|activity| fits(activity));
        found.filter(|_| !wanted.is_empty()).map(|activity| activity.id)
    }

    /// Finds a role by its name, its holder or both.
    fn role_named(&self, text: &str) -> Option<Id<Role>> {
        let wanted = plain(text);
        let fits = |role: &Role| {
            let (name, person) = (plain(&role.name), plain(&role.person));
            let is_name = |own: &str| !own.is_empty() && wanted == own;
            is_name(&name) || is_name(&person) || is_name(&format!("{name} {person}"))
        };
        let is_role = |id: &&Id<Role>| self.team.roles.get(**id).is_some_and(|role| fits(role));
        self.roles.iter().find(is_role).filter(|_| !wanted.is_empty()).copied()
    }
}

/// Brings a name to the form in which names are compared.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Works out what a pasted table would change. Where its headings name roles and its first column names tasks (or the
/// other way round, as in a table turned on its side), cells go by name, and tasks that are not here may come in; else
/// they go by position from the upper left of the range on. A single cell fills the range.
#[must_use]
pub fn plan(target: &Target<'_>, table: &[Vec<String>]) -> Plan {
    let mut plan = Plan::default();
    if let [row] = table
        && let [text] = row.as_slice()
    {
        for row in target.first.0..=target.last.0 {
            for column in target.first.1..=target.last.1 {
                put(target, &mut plan, target.activity_at(row), target.roles.get(column).copied(), text);
            }
        }
        return plan;
    }
    let turned = turn(table);
    let table = if is_on_its_side(target, table, &turned) { &turned } else { table };
    let margins = margins(table);
    let heads = find_names(table, |text| target.role_named(text).is_some());
    // Where there is no role yet, every heading is a new one.
    let heads = heads.or_else(|| (target.roles.is_empty() && 0 < margins.rows).then_some(0));
    let names = find_names(&turn(table), |text| target.activity_named(text).is_some());
    // Beside headings that name roles, a column of words names tasks, even where none of them is here.
    let names = names.or_else(|| {
        let row = table.get(heads?)?;
        let known = row.iter().position(|text| target.role_named(text).is_some());
        name_column(table, heads? + 1, known.unwrap_or(BEFORE_NAMES).min(BEFORE_NAMES))
    });
    let first_row = heads.map_or(margins.rows, |row| row + 1);
    let first_column = names.map_or(margins.columns, |column| column + 1);
    let cell = |row: usize, column: usize| table.get(row).and_then(|row| row.get(column));
    let n_columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let roles: Vec<_> = (first_column..n_columns)
        .map(|column| match heads {
            Some(row) => cell(row, column).and_then(|text| target.role_named(text)),
            None => target.roles.get(target.first.1 + column - first_column).copied(),
        })
        .collect();
    let mut strangers = Vec::new();
    if let Some(row) = heads {
        let unknown = (first_column..n_columns).zip(&roles).filter(|(_, role)| role.is_none());
        for column in unknown.map(|(column, _)| column) {
            let Some(name) = cell(row, column).filter(|name| !name.trim().is_empty()) else { continue };
            strangers.push(name.clone());
            if (first_row..table.len()).any(|row| cell(row, column).is_some_and(|text| is_letters(text))) {
                plan.newcomers.push(name.clone());
            }
        }
    }
    let phases = heads.zip(names).and_then(|(row, names)| {
        let heads = table.get(row)?.iter().take(names);
        heads.map(|text| plain(text)).position(|head| PHASE.contains(&head.as_str()))
    });
    for (place, row) in table.iter().enumerate().skip(first_row) {
        let activity = match names {
            Some(column) => row.get(column).and_then(|text| target.activity_named(text)),
            None => target.activity_at(target.first.0 + place - first_row),
        };
        if let (None, Some(column)) = (activity, names) {
            let name = row.get(column).map(String::as_str).unwrap_or_default();
            if heads.is_some() && !name.trim().is_empty() {
                let phase = phases.and_then(|column| row.get(column)).map(String::as_str);
                add(&mut plan, name, phase.unwrap_or_default(), row.iter().skip(first_column).zip(&roles));
                continue;
            }
            strangers.push(name.to_owned());
        }
        for (text, role) in row.iter().skip(first_column).zip(&roles) {
            put(target, &mut plan, activity, *role, text);
        }
    }
    strangers.retain(|name| !name.trim().is_empty());
    plan.strangers = strangers;
    plan
}

/// Notes what one pasted cell would do.
fn put(
    target: &Target<'_>,
    plan: &mut Plan,
    activity: Option<Id<Activity>>,
    role: Option<Id<Role>>,
    text: &str,
) {
    let (Some(activity), Some(role)) = (activity, role) else {
        plan.n_outside += usize::from(!text.trim().is_empty());
        return;
    };
    plan.n_cells += 1;
    let before = target.team.parts(activity, role);
    match read_cell(text) {
        Ok(after) if after == before => (),
        Ok(after) => plan.changes.push(Change { activity, role, before, after }),
        Err(text) => plan.odd.push(Odd { activity, role, text }),
    }
}

/// Notes a task that is not here yet. Its cells under headings nobody knows lie outside, and so do those that hold no
/// letters.
fn add<'a>(
    plan: &mut Plan,
    name: &str,
    phase: &str,
    cells: impl Iterator<Item = (&'a String, &'a Option<Id<Role>>)>,
) {
    let mut letters = Vec::new();
    for (text, role) in cells {
        match (role, read_cell(text)) {
            (Some(role), Ok(parts)) => {
                plan.n_cells += 1;
                letters.extend((!parts.is_empty()).then_some((*role, parts)));
            }
            _ => plan.n_outside += usize::from(!text.trim().is_empty()),
        }
    }
    let (name, phase) = (without_clause(name).to_owned(), phase.trim().to_owned());
    plan.additions.push(Addition { name, phase, cells: letters });
}

/// Takes the clause number of another project off a name.
fn without_clause(name: &str) -> &str {
    let name = name.trim();
    let rest =
        name.strip_prefix("T-").map(|rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    match rest.map(str::trim_start) {
        Some(rest) if !rest.is_empty() && rest.len() + 3 < name.len() => rest,
        _ => name,
    }
}

fn turn(table: &[Vec<String>]) -> Vec<Vec<String>> {
    let n_columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let column = |place: usize| table.iter().map(|row| row.get(place).cloned().unwrap_or_default()).collect();
    (0..n_columns).map(column).collect()
}

/// Finds the row among the first ones that has the most names, of which there has to be one at least.
fn find_names(table: &[Vec<String>], is_name: impl Fn(&str) -> bool) -> Option<usize> {
    let count = |row: &Vec<String>| row.iter().filter(|text| is_name(text)).count();
    let rows = table.iter().take(BEFORE_NAMES).enumerate().map(|(place, row)| (place, count(row)));
    rows.filter(|(_, count)| 0 < *count)
        .max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)))
        .map(|(place, _)| place)
}

/// Tells whether the headings of a table name tasks or its first columns name roles, rather than the other way round.
/// Where as much speaks for the one as for the other, the very first row and column tell.
fn is_on_its_side(target: &Target<'_>, table: &[Vec<String>], turned: &[Vec<String>]) -> bool {
    let is_role = |text: &str| target.role_named(text).is_some();
    let is_task = |text: &str| target.activity_named(text).is_some();
    let count = |table: &[Vec<String>], depth: usize, is_name: &dyn Fn(&str) -> bool| {
        let first = table.iter().take(depth);
        first.map(|row| row.iter().filter(|text| is_name(text)).count()).max().unwrap_or(0)
    };
    let sides = |depth: usize| {
        let upright = count(table, depth, &is_role) + count(turned, depth, &is_task);
        (upright, count(table, depth, &is_task) + count(turned, depth, &is_role))
    };
    let is_turned = |(upright, on_side): (usize, usize)| upright < on_side;
    let all = sides(BEFORE_NAMES);
    if target.roles.is_empty() && all == (0, 0) {
        return one_accountable(table) < one_accountable(turned);
    }
    is_turned(all) || all.0 == all.1 && is_turned(sides(1))
}

/// Returns the share of rows with exactly one Accountable, as tasks have and roles seldom; basis points.
fn one_accountable(table: &[Vec<String>]) -> usize {
    let rows: Vec<_> = table.iter().skip(1).filter(|row| row.iter().any(|text| is_letters(text))).collect();
    let is_accountable =
        |text: &&String| is_letters(text) && read_cell(text).is_ok_and(|parts| parts.has(Part::Accountable));
    let ones = rows.iter().filter(|row| row.iter().filter(is_accountable).count() == 1).count();
    10_000 * ones / rows.len().max(1)
}

/// Tells whether a cell holds letters of the matrix.
fn is_letters(text: &str) -> bool {
    read_cell(text).is_ok_and(|parts| !parts.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::profile::Side;
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
            fill(
                "阶段\t任务\t业务负责人\t坐席\t备注\n启动\tT-01 培训\t批准\tR\t五月前\n\tT-02 付款\tA\tＲ\t"
            ),
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
}
