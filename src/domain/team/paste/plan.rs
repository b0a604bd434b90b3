//! What a pasted table would change, before anything changes.

use crate::domain::ids::Id;
use crate::domain::team::paste::margins::{margins, name_column};
use crate::domain::team::paste::read_cell;
use crate::domain::team::paste::target::{Target, plain};
use crate::domain::team::paste::turning::{BEFORE_NAMES, find_names, is_letters, is_on_its_side, turn};
use crate::domain::team::{Activity, Parts, Role, Team};

/// More cells than this are shown before they are taken over.
const SHOWN_FIRST: usize = 20;
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

#[cfg(test)]
mod tests;
