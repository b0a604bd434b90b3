//! The rules of the role matrix (RACI).
//!
//! Exactly one Accountable and at least one Responsible per row; acceptance and the client's own duties stay with the
//! client; a maker is not the checker; load stays within capacity. Findings advise and never block.

use crate::domain::finding::Finding;
use crate::domain::profile::Side;
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::{Column, Grid, Line, Place, RaciFinding, RoleLoad, Target, loads};
use crate::domain::team::{ActivityKind, Part, Parts};

/// Limits of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// More Responsible than this on a row is worth a look.
    pub max_responsible: usize,
    /// More Consulted than this on a row is worth a look.
    pub max_consulted: usize,
    /// A larger share of all rows held as Accountable is worth a look; basis points.
    pub max_accountable_share_bp: u32,
    /// From how many rows on that share is judged.
    pub accountable_share_min_rows: usize,
    /// Whether every vendor role has to have a counterpart.
    pub check_counterparts: bool,
}

impl Options {
    /// The usual limits.
    pub const USUAL: Self = Self {
        max_responsible: 2,
        max_consulted: 3,
        max_accountable_share_bp: 3000,
        accountable_share_min_rows: 10,
        check_counterparts: false,
    };
}

impl Default for Options {
    fn default() -> Self {
        Self::USUAL
    }
}

/// How often each part is played on a row, by side.
#[derive(Clone, Copy, Default)]
struct Tally([[usize; 4]; 2]);

impl Tally {
    fn of(line: &Line, columns: &[Column]) -> Self {
        let mut tally = Self::default();
        for (parts, column) in line.cells.iter().zip(columns).filter(|(parts, _)| !parts.is_empty()) {
            let [client, vendor] = &mut tally.0;
            let side = if column.side == Side::Client { client } else { vendor };
            for (count, part) in side.iter_mut().zip(Part::ALL) {
                *count += usize::from(parts.has(part));
            }
        }
        tally
    }
    fn at(&self, side: Side, part: Part) -> usize {
        let [client, vendor] = self.0;
        let side = if side == Side::Client { client } else { vendor };
        side.into_iter().zip(Part::ALL).find(|(_, other)| *other == part).map_or(0, |(count, _)| count)
    }
    fn all(&self, part: Part) -> usize {
        self.at(Side::Client, part) + self.at(Side::Vendor, part)
    }
}

/// Lists everything the rules find, rows first, in matrix order.
#[must_use]
pub fn check(grid: &Grid, options: &Options) -> Vec<RaciFinding> {
    check_with(grid, &loads(grid), options)
}

pub(super) fn check_with(grid: &Grid, loads: &[RoleLoad], options: &Options) -> Vec<RaciFinding> {
    let mut findings = Vec::new();
    let mut find = |code: Code, place| findings.push(Finding { severity: code.severity(), code, place });
    for (place, line) in grid.lines.iter().enumerate() {
        check_line(grid, line, options, &mut |code| find(code, Place::Row(place)));
    }
    for (place, (column, load)) in grid.columns.iter().zip(loads).enumerate() {
        check_role(grid, column, load, options, &mut |code| find(code, Place::Role(place)));
    }
    findings.extend(grid.around.findings());
    findings
}

fn check_line(grid: &Grid, line: &Line, options: &Options, find: &mut impl FnMut(Code)) {
    use ActivityKind as Kind;
    let tally = Tally::of(line, &grid.columns);
    match tally.all(Part::Accountable) {
        0 => find(Code::AccountableMissing),
        1 => (),
        _ => find(Code::AccountableMultiple),
    }
    let n_responsible = tally.all(Part::Responsible);
    if n_responsible == 0 {
        find(Code::ResponsibleMissing);
    }
    if line.names_unknown_role {
        find(Code::RoleUnknown);
    }
    let vendor_accountable = tally.at(Side::Vendor, Part::Accountable) > 0;
    match line.kind {
        Kind::Acceptance if vendor_accountable => find(Code::AcceptanceNotClient),
        Kind::Budget | Kind::RiskAcceptance | Kind::DataAccess | Kind::Nda | Kind::ContractChange
            if vendor_accountable =>
        {
            find(Code::ClientDutyNotClient);
        }
        Kind::SpecialistCheck => check_target(grid, line, find),
        _ => (),
    }
    if options.max_responsible < n_responsible {
        find(Code::ResponsibleMany);
    }
    if options.max_consulted < tally.all(Part::Consulted) {
        find(Code::ConsultedMany);
    }
    if tally.all(Part::Informed) == 0 {
        find(Code::InformedNone);
    }
    if line.kind == Kind::Delivery && 0 < n_responsible && tally.at(Side::Vendor, Part::Responsible) == 0 {
        find(Code::DeliveryNotVendor);
    }
    let client = |part| tally.at(Side::Client, part);
    if line.kind == Kind::Requirement && client(Part::Responsible) + client(Part::Consulted) == 0 {
        find(Code::RequirementNoClient);
    }
    let is_about_staff = matches!(
        line.kind,
        Kind::Attendance | Kind::Leave | Kind::IndividualAppraisal | Kind::Wages | Kind::Discipline
    );
    if is_about_staff && 0 < client(Part::Responsible) {
        find(Code::DispatchRisk);
    }
}

fn check_target(grid: &Grid, line: &Line, find: &mut impl FnMut(Code)) {
    let made = match line.target {
        Target::Missing => None,
        Target::Row(place) => grid.lines.get(place),
    };
    let Some(made) = made else { return find(Code::CheckTargetMissing) };
    let both = |(a, b): (&Parts, &Parts)| a.has(Part::Responsible) && b.has(Part::Responsible);
    if line.cells.iter().zip(&made.cells).any(both) {
        find(Code::MakerIsChecker);
    }
}

fn check_role(grid: &Grid, column: &Column, load: &RoleLoad, options: &Options, find: &mut impl FnMut(Code)) {
    if load.rows == 0 {
        find(Code::RoleUnused);
    }
    if column.is_person {
        find(Code::RoleIsPerson);
    }
    let n_rows = grid.lines.len();
    let is_over_share =
        n_rows as u64 * u64::from(options.max_accountable_share_bp) < load.accountable_rows as u64 * 10_000;
    if options.accountable_share_min_rows <= n_rows && is_over_share {
        find(Code::AccountableConcentrated);
    }
    if let Some(capacity) = column.capacity_hours {
        if capacity + 1e-9 < load.hours {
            find(Code::RoleOverload);
        } else if 0.8 * capacity + 1e-9 < load.hours {
            find(Code::RoleLoadHigh);
        }
    }
    if options.check_counterparts && column.side == Side::Vendor && column.counterpart.is_none() {
        find(Code::RoleNoCounterpart);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::paste::read_cell;
    use proptest::prelude::*;

    /// Two client and two vendor roles; the first vendor role has the second client role as its partner.
    fn grid(lines: &[(ActivityKind, f64, &str)]) -> Grid {
        let column = |side, counterpart| Column {
            side,
            capacity_hours: None,
            counterpart,
            is_head: false,
            is_person: false,
        };
        let line = |(kind, hours, cells): &(ActivityKind, f64, &str)| Line {
            kind: *kind,
            target: Target::Missing,
            hours: *hours,
            cells: cells.split(' ').map(|cell| read_cell(cell).unwrap()).collect(),
            names_unknown_role: false,
        };
        Grid {
            columns: vec![
                column(Side::Client, None),
                column(Side::Client, None),
                column(Side::Vendor, Some(1)),
                column(Side::Vendor, None),
            ],
            lines: lines.iter().map(line).collect(),
            ..Grid::default()
        }
    }
    #[test]
    fn a_full_row_has_no_findings() {
        let found = |cells| {
            let grid = grid(&[(ActivityKind::Other, 0.0, cells)]);
            check(&grid, &Options::default()).len()
        };
        assert_eq!(found("A R I C"), 0);
        assert_eq!(found("A A I C"), 2);
    }

    #[test]
    fn a_role_called_like_its_person_is_worth_a_look() {
        let mut grid = grid(&[(ActivityKind::Other, 0.0, "A R I C")]);
        grid.columns[1].is_person = true;
        let found: Vec<_> = check(&grid, &Options::default());
        assert_eq!(
            found.iter().map(|found| (found.code, found.place)).collect::<Vec<_>>(),
            [(Code::RoleIsPerson, Place::Role(1))]
        );
    }

    proptest! {
        #[test]
        fn the_load_of_all_roles_is_the_work_that_is_done(
            rows in prop::collection::vec((0_u8..16, 0.0_f64..500.0), 0..20)
        ) {
            let letters = |who: u8| {
                let cells = (0..4).map(|bit| if who & (1 << bit) != 0 { "R" } else { "-" });
                cells.collect::<Vec<_>>().join(" ")
            };
            let cells: Vec<_> = rows.iter().map(|(who, _)| letters(*who)).collect();
            let lines: Vec<_> = rows
                .iter()
                .zip(&cells)
                .map(|((_, hours), cells)| (ActivityKind::Other, *hours, cells.as_str()))
                .collect();
            let load: f64 = loads(&grid(&lines)).iter().map(|load| load.hours).sum();
            let work: f64 = rows.iter().filter(|(who, _)| *who != 0).map(|(_, hours)| hours).sum();
            prop_assert!((load - work).abs() < 1e-6);
        }
    }
}
