//! The role matrix of a team together with what the rules find in it.

use std::sync::Arc;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::rules::{Options, check_with};
use crate::domain::team::raci::{Grid, Line, Place, RaciFinding, RoleLoad, Target, loads, places};
use crate::domain::team::{Activity, Part, Role, Team};

/// What is checked in a project: every vendor role has its counterpart.
const OPTIONS: Options = Options { check_counterparts: true, ..Options::USUAL };

/// What mends a finding of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Makes the role of a column the only Accountable.
    Accountable(usize),
    /// Takes the Responsible from the role of a column; another one stays.
    Release(usize),
}

/// A matrix that was checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The team it was taken from.
    pub team: Arc<Team>,
    /// The roles in matrix order.
    pub roles: Vec<Id<Role>>,
    /// The matrix.
    pub grid: Grid,
    /// What each role carries.
    pub loads: Vec<RoleLoad>,
    /// What the rules find, rows first.
    pub findings: Vec<RaciFinding>,
}

impl Checked {
    /// Checks the matrix of a team. Rows that did not change since `before` are not read again.
    #[must_use]
    pub fn of(team: &Arc<Team>, before: Option<&Self>) -> Self {
        let known = before
            .filter(|before| before.team.roles == team.roles && before.team.activities == team.activities);
        let grid = known.map_or_else(|| Grid::of(team), |before| before.grid_of(team));
        let loads = loads(&grid);
        let findings = check_with(&grid, &loads, &OPTIONS);
        Self {
            team: Arc::clone(team),
            roles: team.columns().map(|role| role.id).collect(),
            grid,
            loads,
            findings,
        }
    }

    /// Takes the matrix of a team with the same roles and activities.
    fn grid_of(&self, team: &Team) -> Grid {
        let mut places = SortedMap::default();
        let lines = self.grid.lines.iter().zip(team.activities.iter()).map(|(line, activity)| {
            let rows = (self.team.assignments.row(activity.id), team.assignments.row(activity.id));
            match rows {
                (None, None) => line.clone(),
                (Some(before), Some(now)) if Arc::ptr_eq(before, now) => line.clone(),
                _ => {
                    if places.is_empty() {
                        places = self::places(team);
                    }
                    Line::of(team, activity, &places)
                }
            }
        });
        Grid { lines: lines.collect(), ..self.grid.clone_without_lines() }
    }

    /// Returns the activity of a row.
    #[must_use]
    pub fn activity(&self, row: usize) -> Option<&Arc<Activity>> {
        self.team.activities.at(row)
    }

    /// Returns the role of a column.
    #[must_use]
    pub fn role(&self, column: usize) -> Option<&Arc<Role>> {
        self.roles.get(column).and_then(|id| self.team.roles.get(*id))
    }

    /// Goes through what was found on a row.
    pub fn of_row(&self, row: usize) -> impl Iterator<Item = &RaciFinding> {
        let is_before = |finding: &RaciFinding| matches!(finding.place, Place::Row(other) if other < row);
        let from = self.findings.partition_point(is_before);
        let rest = self.findings.get(from..).unwrap_or_default();
        rest.iter().take_while(move |finding| finding.place == Place::Row(row))
    }

    /// Returns the gravest finding of a row.
    #[must_use]
    pub fn worst(&self, row: usize) -> Option<&RaciFinding> {
        self.of_row(row).min_by_key(|finding| finding.severity)
    }

    /// Lists the rows with an error.
    #[must_use]
    pub fn wrong_rows(&self) -> Vec<usize> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let mut rows: Vec<_> = errors
            .filter_map(|finding| match finding.place {
                Place::Row(row) => Some(row),
                _ => None,
            })
            .collect();
        rows.dedup();
        rows
    }

    /// Returns the column a finding of a row is about, where there is one that breaks the rule.
    #[must_use]
    pub fn column_of(&self, row: usize, code: Code) -> Option<usize> {
        let playing = |part| self.grid.playing(row, None, part);
        let of = |side, part| self.grid.playing(row, Some(side), part).first().copied();
        match code {
            Code::AccountableMultiple => playing(Part::Accountable).get(1).copied(),
            Code::AcceptanceNotClient | Code::ClientDutyNotClient => of(Side::Vendor, Part::Accountable),
            Code::MakerIsChecker => makers(&self.grid, row).first().copied(),
            Code::ResponsibleMany => playing(Part::Responsible).get(OPTIONS.max_responsible).copied(),
            Code::ConsultedMany => playing(Part::Consulted).get(OPTIONS.max_consulted).copied(),
            Code::DeliveryNotVendor | Code::DispatchRisk => of(Side::Client, Part::Responsible),
            _ => None,
        }
    }

    /// Suggests what mends a finding of a row, where one thing suggests itself.
    #[must_use]
    pub fn suggest(&self, row: usize, code: Code) -> Option<Fix> {
        match code {
            Code::AccountableMissing | Code::AcceptanceNotClient | Code::ClientDutyNotClient => {
                accountable(&self.grid, row).map(Fix::Accountable)
            }
            Code::AccountableMultiple => only_client_accountable(&self.grid, row).map(Fix::Accountable),
            Code::MakerIsChecker => only_maker(&self.grid, row).map(Fix::Release),
            _ => None,
        }
    }
}

impl Grid {
    fn clone_without_lines(&self) -> Self {
        Self { columns: self.columns.clone(), lines: Vec::new(), around: self.around.clone() }
    }

    /// Lists the columns, of a side or of both, that play a part on a row.
    fn playing(&self, row: usize, side: Option<Side>, part: Part) -> Vec<usize> {
        let cells = self.lines.get(row).map(|line| line.cells.as_slice()).unwrap_or_default();
        let cells = cells.iter().zip(&self.columns).enumerate();
        cells
            .filter(|(_, (parts, column))| side.is_none_or(|side| column.side == side) && parts.has(part))
            .map(|(place, _)| place)
            .collect()
    }
}

/// Finds the client role to answer for a row: the one that already does the work, or the partner of the vendor role
/// that does, or the partner of the vendor's head, or the client's own head.
fn accountable(grid: &Grid, row: usize) -> Option<usize> {
    let responsible = |side| grid.playing(row, Some(side), Part::Responsible);
    let partner = |column: usize| grid.columns.get(column).and_then(|column| column.counterpart);
    let heads = |side| {
        let heads = grid.columns.iter().enumerate();
        let mut heads = heads.filter(move |(_, column)| column.side == side && column.is_head);
        heads.next().filter(|_| heads.next().is_none()).map(|(place, _)| place)
    };
    if let [client] = responsible(Side::Client).as_slice() {
        return Some(*client);
    }
    if let ([], [vendor]) = (responsible(Side::Client).as_slice(), responsible(Side::Vendor).as_slice())
        && let Some(client) = partner(*vendor)
    {
        return Some(client);
    }
    heads(Side::Vendor).and_then(partner).or_else(|| heads(Side::Client))
}

/// Finds the only client role among those that are Accountable.
fn only_client_accountable(grid: &Grid, row: usize) -> Option<usize> {
    match grid.playing(row, Some(Side::Client), Part::Accountable).as_slice() {
        [client] => Some(*client),
        _ => None,
    }
}

/// Lists the checkers of a row that made what is checked.
fn makers(grid: &Grid, row: usize) -> Vec<usize> {
    let Some(Target::Row(made)) = grid.lines.get(row).map(|line| line.target) else { return Vec::new() };
    let made = grid.playing(made, None, Part::Responsible);
    let mut checkers = grid.playing(row, None, Part::Responsible);
    checkers.retain(|checker| made.contains(checker));
    checkers
}

/// Finds the only maker among the checkers of a row, where somebody else checks too.
fn only_maker(grid: &Grid, row: usize) -> Option<usize> {
    match makers(grid, row).as_slice() {
        [maker] if 1 < grid.playing(row, None, Part::Responsible).len() => Some(*maker),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::paste::read_cell;
    use crate::domain::team::raci::Column;
    use crate::domain::team::raci::rules::check;
    use crate::domain::team::{ActivityKind, Parts};

    /// Two client and two vendor roles; the first vendor role has the second client role as its partner.
    fn grid(cells: &str, has_heads: bool) -> Grid {
        let column = |side, counterpart, is_head| Column {
            side,
            capacity_hours: None,
            counterpart,
            is_head,
            is_person: false,
        };
        let line = Line {
            kind: ActivityKind::Other,
            target: Target::Missing,
            hours: 0.0,
            cells: cells.split(' ').map(|cell| read_cell(cell).unwrap()).collect(),
            names_unknown_role: false,
        };
        Grid {
            columns: vec![
                column(Side::Client, None, has_heads),
                column(Side::Client, None, false),
                column(Side::Vendor, Some(1), has_heads),
                column(Side::Vendor, None, false),
            ],
            lines: vec![line],
            ..Grid::default()
        }
    }

    #[test]
    fn the_accountable_is_suggested_where_no_choice_is_open() {
        let check = |cells, expected| {
            assert_eq!(accountable(&grid(cells, false), 0), expected, "{cells}");
        };
        check("I R - -", Some(1));
        check("R - R -", Some(0));
        check("I - R -", Some(1));
        check("R R I -", None);
        check("- I - R", None);
        check("- C R R", None);
    }

    #[test]
    fn where_nothing_else_tells_the_partner_of_the_vendors_head_answers() {
        assert_eq!(accountable(&grid("- C R R", true), 0), Some(1));
        let mut without = grid("- C R R", true);
        without.columns[2].counterpart = None;
        assert_eq!(accountable(&without, 0), Some(0));
    }

    #[test]
    fn of_several_accountable_the_only_one_of_the_client_stays() {
        assert_eq!(only_client_accountable(&grid("- A A -", false), 0), Some(1));
        assert_eq!(only_client_accountable(&grid("A A - -", false), 0), None);
    }

    #[test]
    fn the_maker_leaves_the_check_where_somebody_else_stays() {
        let mut grid = grid("A - R I", false);
        let check = grid.lines[0].clone();
        grid.lines.push(Line { target: Target::Row(0), ..check });
        let mut cells = |cells: &str| {
            grid.lines[1].cells = cells.split(' ').map(|cell| read_cell(cell).unwrap()).collect();
            only_maker(&grid, 1)
        };
        assert_eq!(cells("A R R -"), Some(2));
        assert_eq!(cells("A - R -"), None, "nobody would check");
        assert_eq!(cells("A R - -"), None, "no maker checks");
    }

    #[test]
    fn a_finding_leads_to_the_cell_that_breaks_the_rule() {
        let mut grid = grid("A - R -", false);
        grid.lines.push(Line { target: Target::Row(0), ..grid.lines[0].clone() });
        let mut column = |cells: &str, code| {
            grid.lines[1].cells = cells.split(' ').map(|cell| read_cell(cell).unwrap()).collect();
            Checked { grid: grid.clone(), ..Checked::default() }.column_of(1, code)
        };
        assert_eq!(column("A - A -", Code::AccountableMultiple), Some(2));
        assert_eq!(column("I - - A", Code::AcceptanceNotClient), Some(3));
        assert_eq!(column("A R R -", Code::MakerIsChecker), Some(2));
        assert_eq!(column("A R R R", Code::ResponsibleMany), Some(3));
        assert_eq!(column("AC C C C", Code::ConsultedMany), Some(3));
        assert_eq!(column("A R - -", Code::DispatchRisk), Some(1));
        assert_eq!(column("R - - -", Code::AccountableMissing), None, "what is missing stands nowhere");
    }

    #[test]
    fn a_matrix_checked_again_after_a_change_is_the_one_checked_anew() {
        let mut team = Team::default();
        let (owner, vendor, first, second) = (Id::fixed(1), Id::fixed(2), Id::fixed(3), Id::fixed(4));
        team.roles.add(owner, |role| role.side = Side::Client);
        team.roles.add(vendor, |role| role.side = Side::Vendor);
        team.activities.add(first, |activity| activity.hours = Some(4.0));
        team.activities.add(second, |activity| activity.checks = Some(first));
        team.assign(first, owner, Parts::only(Part::Accountable));
        let before = Checked::of(&Arc::new(team.clone()), None);
        assert_eq!(before.wrong_rows(), [0, 1]);
        team.assign(first, vendor, Parts::only(Part::Responsible));
        let team = Arc::new(team);
        let (again, anew) = (Checked::of(&team, Some(&before)), Checked::of(&team, None));
        assert_eq!((&again.grid, &again.findings), (&anew.grid, &anew.findings));
        assert_eq!(again.findings, check(&again.grid, &OPTIONS));
        assert_eq!(again.wrong_rows(), [1]);
        assert!(again.of_row(1).all(|finding| finding.place == Place::Row(1)));
        assert_eq!(again.of_row(1).count(), 3);
    }
}
