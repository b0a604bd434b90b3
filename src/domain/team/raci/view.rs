//! Which rows of the role matrix are shown and in which order, and where something stands in them.

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::{Activity, Role, Team};

/// What is asked of the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// What a row has to say somewhere: in its number, its name, its phase or a remark.
    pub text: String,
    /// The phase it has to belong to.
    pub phase: Option<String>,
    /// The role that has to play a part in it.
    pub role: Option<Id<Role>>,
    /// Whether it has to need fixing.
    pub only_wrong: bool,
    /// Whether rows of a phase stand together.
    pub by_phase: bool,
}

impl View {
    /// Tells whether some rows may be left out.
    #[must_use]
    pub fn is_filter(&self) -> bool {
        *self != Self { by_phase: self.by_phase, ..Self::default() }
    }

    /// Lists the places of the rows to show. Phases come in the order in which they begin.
    #[must_use]
    pub fn rows(&self, matrix: &Checked) -> Vec<usize> {
        let wrong = if self.only_wrong { matrix.wrong_rows() } else { Vec::new() };
        let wanted = plain(&self.text);
        let is_shown = |row: &usize| {
            let Some(activity) = matrix.activity(*row) else { return false };
            let plays = |role: Id<Role>| !matrix.team.parts(activity.id, role).is_empty();
            (!self.only_wrong || wrong.contains(row))
                && self.phase.as_ref().is_none_or(|phase| activity.phase.trim() == phase)
                && self.role.is_none_or(plays)
                && (wanted.is_empty() || says(&matrix.team, activity, &wanted))
        };
        let mut rows: Vec<_> = (0..matrix.team.activities.len()).filter(is_shown).collect();
        if self.by_phase {
            let phases = matrix.team.phases();
            let place = |row: &usize| {
                let phase = matrix.activity(*row).map(|activity| activity.phase.trim().to_owned());
                phases.iter().position(|other| Some(other) == phase.as_ref())
            };
            let places: Vec<_> = rows.iter().map(|row| (place(row), *row)).collect();
            // Rows without a phase come last.
            rows = (0..phases.len())
                .map(Some)
                .chain([None])
                .flat_map(|phase| {
                    places.iter().filter(move |(place, _)| *place == phase).map(|(_, row)| *row)
                })
                .collect();
        }
        rows
    }
}

/// Brings a text to the form in which texts are compared.
fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

fn says(team: &Team, activity: &Activity, wanted: &str) -> bool {
    let holds = |text: &str| plain(text).contains(wanted);
    holds(&activity.clause())
        || holds(&activity.name)
        || holds(&activity.phase)
        || team.notes.row(activity.id).is_some_and(|notes| notes.values().any(|note| holds(note)))
}

impl Team {
    /// Lists the phases in the order in which they begin.
    #[must_use]
    pub fn phases(&self) -> Vec<String> {
        let mut phases: Vec<String> = Vec::new();
        for activity in self.activities.iter() {
            let phase = activity.phase.trim();
            if !phase.is_empty() && !phases.iter().any(|known| known == phase) {
                phases.push(phase.to_owned());
            }
        }
        phases
    }
}

/// Where something was found: a cell of the shown rows, with its place among all that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The row, by its place among the shown ones, and the column.
    pub at: (usize, usize),
    /// Whether it is the role of the column, and not the task of the row.
    pub is_role: bool,
    /// The how manieth it is, from 1.
    pub place: usize,
    /// How many there are.
    pub count: usize,
}

/// Finds the next place after a cell where a text stands: rows that say it, then roles whose name or person says it.
#[must_use]
pub fn find(matrix: &Checked, shown: &[usize], text: &str, after: (usize, usize)) -> Option<Found> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return None;
    }
    let rows = shown.iter().enumerate().filter(|(_, row)| {
        matrix.activity(**row).is_some_and(|activity| says(&matrix.team, activity, &wanted))
    });
    let mut places: Vec<_> = rows.map(|(place, _)| (place, after.1)).collect();
    let is_row = !places.is_empty();
    if !is_row {
        let is_found =
            |role: &Role| plain(&role.name).contains(&wanted) || plain(&role.person).contains(&wanted);
        let columns =
            (0..matrix.roles.len()).filter(|column| matrix.role(*column).is_some_and(|role| is_found(role)));
        places = columns.filter(|_| !shown.is_empty()).map(|column| (after.0, column)).collect();
    }
    let is_after = |at: &(usize, usize)| if is_row { after.0 < at.0 } else { after.1 < at.1 };
    let next = places.iter().position(is_after).unwrap_or(0);
    places.get(next).map(|at| Found { at: *at, is_role: !is_row, place: next + 1, count: places.len() })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::team::{Part, Parts};

    /// Four tasks in two phases and one without; the first two are complete, the others lack everything.
    fn matrix() -> Checked {
        let mut team = Team::default();
        for (id, name) in [(1, "Owner"), (2, "Agent")] {
            team.roles.add(Id::fixed(id), |role| role.name = name.to_owned());
        }
        for (id, name, phase) in [
            (11, "Agree", "Start"),
            (12, "Answer", "Run"),
            (13, "Sign", "Start"),
            (14, "Tidy", ""),
            (15, "Answer on Sunday", " Run "),
        ] {
            team.activities
                .add(Id::fixed(id), |row| (row.name, row.phase) = (name.to_owned(), phase.to_owned()));
        }
        for row in [11, 12] {
            team.assign(Id::fixed(row), Id::fixed(1), Parts::only(Part::Accountable).with(Part::Responsible));
        }
        team.assign(Id::fixed(12), Id::fixed(2), Parts::only(Part::Informed));
        team.remark(Id::fixed(14), Id::fixed(2), "Ask the auditor".to_owned());
        Checked::of(&Arc::new(team), None)
    }

    #[test]
    fn rows_are_chosen_by_what_is_asked() {
        let rows = |view: View| view.rows(&matrix());
        assert_eq!(rows(View::default()), [0, 1, 2, 3, 4]);
        let of_text = |text: &str| rows(View { text: text.to_owned(), ..View::default() });
        assert_eq!(of_text(" answer "), [1, 4]);
        assert_eq!(of_text("T-03"), [2]);
        assert_eq!(of_text("AUDITOR"), [3]);
        assert_eq!(rows(View { phase: Some("Run".to_owned()), ..View::default() }), [1, 4]);
        assert_eq!(rows(View { role: Some(Id::fixed(2)), ..View::default() }), [1]);
        assert_eq!(rows(View { only_wrong: true, ..View::default() }), [2, 3, 4]);
    }

    #[test]
    fn rows_of_a_phase_stand_together_and_the_others_last() {
        let view = View { by_phase: true, ..View::default() };
        assert_eq!(view.rows(&matrix()), [0, 2, 1, 4, 3]);
        assert!(!view.is_filter() && View { only_wrong: true, ..view }.is_filter());
    }

    #[test]
    fn finding_goes_on_and_comes_round() {
        let matrix = matrix();
        let shown = [0, 1, 2, 3, 4];
        let next = |text, after| {
            find(&matrix, &shown, text, after).map(|found| (found.at, found.place, found.count))
        };
        assert_eq!(next("answer", (0, 1)), Some(((1, 1), 1, 2)));
        assert_eq!(next("answer", (1, 1)), Some(((4, 1), 2, 2)));
        assert_eq!(next("answer", (4, 1)), Some(((1, 1), 1, 2)));
        assert_eq!(next("agent", (3, 0)), Some(((3, 1), 1, 1)), "a role is found by its column");
        assert_eq!(next("nothing", (0, 0)), None);
        assert_eq!(next(" ", (0, 0)), None);
        assert_eq!(find(&matrix, &[2, 4], "answer", (0, 0)).map(|found| found.at), Some((1, 0)));
    }
}
