//! The role matrix (RACI) as its rules see it, and what each role carries.

pub mod checked;
pub mod code;
pub mod rules;

use crate::domain::finding::Finding;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::sorted_map::SortedMap;
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

/// How vendor staff are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Whether payment is per head.
    pub per_head: bool,
    /// How many deliverables are agreed.
    pub deliverables: u64,
}

/// A whole matrix as the checks see it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub lines: Vec<Line>,
    /// How vendor staff are paid, where it is known.
    pub payment: Option<Payment>,
    /// The escalation levels of the client.
    pub client_levels: Vec<i64>,
    /// The escalation levels of the vendor.
    pub vendor_levels: Vec<i64>,
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
                counterpart: role
                    .counterpart
                    .and_then(|id| team.roles_of(Side::Client).position(|partner| partner.id == id)),
                is_head: role.reports_to.is_none(),
            })
            .collect();
        let places = places(team);
        let lines = team.activities.iter().map(|activity| Line::of(team, activity, &places)).collect();
        Self { columns, lines, ..Self::default() }
    }
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
