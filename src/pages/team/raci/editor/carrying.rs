//! Carrying tasks and roles past their neighbours.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::{Activity, Team};
use crate::pages::team::raci::editor::Editor;

impl Editor {
    /// Carries the task of the keyboard past the next shown one; where rows are grouped, within its phase.
    pub fn carry_task(self, rows: isize) {
        let (row, column) = self.selection.get_untracked().at;
        let Some(id) = untrack(|| self.task_at(row)) else { return };
        let clause = self.clause(id);
        let other = row.checked_add_signed(rows).and_then(|row| untrack(|| self.task_at(row)));
        let team = self.workspace.section_now::<Team>();
        let phase = |id: Id<Activity>| team.activities.get(id).map(|task| task.phase.trim().to_owned());
        let is_apart = |other: &Id<Activity>| {
            self.view.with_untracked(|view| view.by_phase) && phase(*other) != phase(id)
        };
        let places = other.filter(|other| !is_apart(other)).and_then(|other| {
            let [from, to] = [id, other].map(|id| team.activities.position(id));
            to?.checked_signed_diff(from?)
        });
        let Some(places) = places else {
            return self.say(move |text| (text.matrix.at_edge)(&clause));
        };
        self.workspace
            .edit(Step::new(Verb::Move, clause.clone()), |team: &mut Team| team.activities.shift(id, places));
        if let Some(row) = self.row_of(id) {
            self.focus((row, column));
            let all = self.shown.with_untracked(Vec::len);
            self.say(move |text| (text.matrix.carried)(&clause, row + 1, all));
        }
    }

    /// Carries the role of the keyboard past the next one of its side.
    pub(super) fn carry_role(self, columns: isize) {
        let (row, column) = self.selection.get_untracked().at;
        let team = self.workspace.section_now::<Team>();
        let role =
            |column: usize| untrack(|| self.role_at(column)).and_then(|id| team.roles.get(id).cloned());
        let Some(moved) = role(column) else { return };
        let (id, name) = (moved.id, format!("{} {}", moved.clause(), moved.name));
        let other = column.checked_add_signed(columns).and_then(role);
        if other.is_none_or(|other| other.side != moved.side) {
            return self.say(move |text| (text.matrix.at_edge)(&name));
        }
        let step = Step::new(Verb::Move, moved.clause());
        self.workspace.edit(step, |team: &mut Team| {
            team.roles.shift_among(id, columns, |one, other| one.side == other.side);
        });
        let now = self.workspace.section_now::<Team>();
        let place = now.roles_of(moved.side).position(|role| role.id == id).unwrap_or(0);
        let all = now.roles_of(moved.side).count();
        self.focus((row, column.saturating_add_signed(columns)));
        self.say(move |text| (text.matrix.carried)(&name, place + 1, all));
    }
}
