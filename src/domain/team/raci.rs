//! The role matrix (RACI) as its rules see it, and what each role carries.

pub mod around;
pub mod checked;
pub mod code;
pub mod rules;
pub mod view;

use crate::domain::finding::Finding;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::raci::around::Around;
use crate::domain::team::raci::code::Code;
use crate::domain::team::{Activity, ActivityKind, Part, Parts, Role, Team};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A row, by its place in the matrix.
    Row(usize),
    /// A column, by its place in the matrix.
    Role(usize),
    /// The way of payment.
    Payment,
    /// An escalation level.
    Level(i64),
}

/// One finding of the role matrix.
pub type RaciFinding = Finding<Code, Place>;

/// One column as the checks see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The side.
    pub side: Side,
    /// The hours a month the role can give; nothing means not judged.
    pub capacity_hours: Option<f64>,
    /// The column of the client role that is its partner. Client columns come first.
    pub counterpart: Option<usize>,
    /// Whether it reports to nobody.
    pub is_head: bool,
    /// Whether it is called like the person who holds it.
    pub is_person: bool,
}

/// Which row a check looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// None is named.
    Missing,
    /// The row at a place.
    Row(usize),
}

/// One row as the checks see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What kind of work it is.
    pub kind: ActivityKind,
    /// The row a specialist check looks at.
    pub target: Target,
    /// The hours a month it takes.
    pub hours: f64,
    /// The letters by column.
    pub cells: Vec<Parts>,
    /// Whether a cell names a role that is not there.
    pub names_unknown_role: bool,
}

/// A whole matrix as the checks see it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub lines: Vec<Line>,
    /// What is known from elsewhere.
    pub around: Around,
}

impl Grid {
    /// Takes the matrix of a team; columns in matrix order.
    #[must_use]
    pub fn of(team: &Team) -> Self {
        let columns = team
            .columns()
            .map(|role| Column {
                side: role.side,
                capacity_hours: role.capacity_hours,
                counterpart: counterpart(team, role),
                is_head: role.reports_to.is_none(),
                is_person: is_person(role),
            })
            .collect();
        let places = places(team);
        let lines = team.activities.iter().map(|activity| Line::of(team, activity, &places)).collect();
        Self { columns, lines, ..Self::default() }
    }
}

/// Finds the column of the client role that is the partner of a vendor role, whichever of the two names the other.
fn counterpart(team: &Team, role: &Role) -> Option<usize> {
    if role.side == Side::Client {
        return None;
    }
    let named =
        role.counterpart.filter(|id| team.roles.get(*id).is_some_and(|other| other.side == Side::Client));
    let partner = named.or_else(|| team.partners(role).next().map(|partner| partner.id))?;
    team.roles_of(Side::Client).position(|other| other.id == partner)
}

fn is_person(role: &Role) -> bool {
    let name = role.name.trim().to_lowercase();
    !name.is_empty() && name == role.person.trim().to_lowercase()
}

/// Where each role stands in the matrix.
fn places(team: &Team) -> SortedMap<Id<Role>, usize> {
    team.columns().enumerate().map(|(place, role)| (role.id, place)).collect()
}

impl Line {
    fn of(team: &Team, activity: &Activity, places: &SortedMap<Id<Role>, usize>) -> Self {
        let target =
            activity.checks.filter(|id| *id != activity.id).and_then(|id| team.activities.position(id));
        let mut cells = vec![Parts::default(); places.len()];
        for (role, parts) in team.assignments.row(activity.id).into_iter().flat_map(|row| row.iter()) {
            if let Some(cell) = places.get(role).and_then(|place| cells.get_mut(*place)) {
                *cell = *parts;
            }
        }
        Self {
            kind: activity.kind,
            target: target.map_or(Target::Missing, Target::Row),
            hours: activity.hours.unwrap_or(0.0),
            cells,
            names_unknown_role: false,
        }
    }
}

impl Line {
    /// Counts how often each part is played on the row, in the order A R C I.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        Part::ALL.map(|part| self.cells.iter().filter(|parts| parts.has(part)).count())
    }
}

/// Counts how often each role plays each part, in matrix order and in the order A R C I.
#[must_use]
pub fn counts(grid: &Grid) -> Vec<[usize; 4]> {
    let mut counts = vec![[0; 4]; grid.columns.len()];
    for line in &grid.lines {
        for (counts, parts) in counts.iter_mut().zip(&line.cells).filter(|(_, parts)| !parts.is_empty()) {
            for (count, part) in counts.iter_mut().zip(Part::ALL) {
                *count += usize::from(parts.has(part));
            }
        }
    }
    counts
}

/// What one role carries.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RoleLoad {
    /// On how many rows it plays any part.
    pub rows: usize,
    /// On how many rows it is Accountable.
    pub accountable_rows: usize,
    /// The hours it works as Responsible; the hours of a row are split evenly among its Responsible.
    pub hours: f64,
    /// The share of its capacity in percent, where a capacity is given.
    pub percent: Option<f64>,
}

/// Computes what each role carries, in matrix order.
#[must_use]
pub fn loads(grid: &Grid) -> Vec<RoleLoad> {
    let mut loads = vec![RoleLoad::default(); grid.columns.len()];
    for line in &grid.lines {
        let n_responsible = line.cells.iter().filter(|parts| parts.has(Part::Responsible)).count();
        let share = line.hours / n_responsible.max(1) as f64;
        for (load, parts) in loads.iter_mut().zip(&line.cells).filter(|(_, parts)| !parts.is_empty()) {
            load.rows += 1;
            load.accountable_rows += usize::from(parts.has(Part::Accountable));
            if parts.has(Part::Responsible) {
                load.hours += share;
            }
        }
    }
    for (load, column) in loads.iter_mut().zip(&grid.columns) {
        load.percent =
            column.capacity_hours.filter(|hours| *hours > 0.0).map(|hours| 100.0 * load.hours / hours);
    }
    loads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team() -> Team {
        let mut team = Team::default();
        for (id, side) in [(1, Side::Client), (2, Side::Client), (3, Side::Vendor)] {
            team.roles.add(Id::fixed(id), |role| role.side = side);
        }
        team
    }

    #[test]
    fn a_counterpart_counts_from_either_side() {
        let mut team = team();
        let of_vendor = |team: &Team| Grid::of(team).columns[2].counterpart;
        assert_eq!(of_vendor(&team), None);
        team.roles.update(Id::fixed(2), |role| role.counterpart = Some(Id::fixed(3)));
        assert_eq!(of_vendor(&team), Some(1));
        team.roles.update(Id::fixed(3), |role| role.counterpart = Some(Id::fixed(1)));
        assert_eq!(of_vendor(&team), Some(0), "what the role itself says goes first");
    }

    #[test]
    fn letters_are_counted_by_row_and_by_column() {
        let mut team = team();
        for (id, cells) in [(11, ["AR", "C", ""]), (12, ["", "A", "R"])] {
            team.activities.add(Id::fixed(id), |_| ());
            for (role, letters) in (1..).zip(cells) {
                team.assign(Id::fixed(id), Id::fixed(role), Parts::try_from(letters.to_owned()).unwrap());
            }
        }
        let grid = Grid::of(&team);
        assert_eq!(grid.lines[0].counts(), [1, 1, 1, 0]);
        assert_eq!(counts(&grid), [[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0]]);
    }
}
