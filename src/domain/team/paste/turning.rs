//! Which way round a pasted table stands: tasks in its rows, or in its columns.

use std::cmp::Reverse;

use crate::domain::team::Part;
use crate::domain::team::paste::read_cell;
use crate::domain::team::paste::target::Target;

/// How many first rows and columns may be anything before the headings and names come.
pub(super) const BEFORE_NAMES: usize = 3;

/// Puts rows for columns.
pub(super) fn turn(table: &[Vec<String>]) -> Vec<Vec<String>> {
    let n_columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let column = |place: usize| table.iter().map(|row| row.get(place).cloned().unwrap_or_default()).collect();
    (0..n_columns).map(column).collect()
}

/// Finds the row among the first ones that has the most names, of which there has to be one at least.
pub(super) fn find_names(table: &[Vec<String>], is_name: impl Fn(&str) -> bool) -> Option<usize> {
    let count = |row: &Vec<String>| row.iter().filter(|text| is_name(text)).count();
    let rows = table.iter().take(BEFORE_NAMES).enumerate().map(|(place, row)| (place, count(row)));
    rows.filter(|(_, count)| 0 < *count)
        .max_by_key(|(place, count)| (*count, Reverse(*place)))
        .map(|(place, _)| place)
}

/// Tells whether the headings of a table name tasks or its first columns name roles, rather than the other way round.
/// Where as much speaks for the one as for the other, the very first row and column tell.
pub(super) fn is_on_its_side(target: &Target<'_>, table: &[Vec<String>], turned: &[Vec<String>]) -> bool {
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
pub(super) fn is_letters(text: &str) -> bool {
    read_cell(text).is_ok_and(|parts| !parts.is_empty())
}
