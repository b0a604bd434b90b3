//! Ways to a cell of the matrix: by task, by role, to what needs fixing, to a text.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::team::raci::view::{View, find};
use crate::domain::team::{Activity, Role};
use crate::pages::team::raci::editor::Editor;
use crate::state::focus;
use crate::ui::grid::GoTo;

impl Editor {
    /// Brings a cell into view and puts the keyboard there.
    pub(super) fn go(self, at: (usize, usize), takes_focus: bool) {
        self.here.set_value(untrack(|| self.task_at(at.0)));
        self.go_to.set(Some(GoTo { at, takes_focus }));
    }

    /// Brings a cell into view and moves the focus to it.
    pub fn focus(self, at: (usize, usize)) {
        self.go(at, true);
    }

    /// Goes to a task; where it is left out, all rows are shown again.
    pub fn focus_task(self, task: Id<Activity>, column: usize) {
        if self.row_of(task).is_none() {
            self.show_all();
        }
        if let Some(row) = self.row_of(task) {
            self.focus((row, column));
        }
    }

    /// Goes to the cell of a task and a role.
    pub fn focus_cell(self, task: Id<Activity>, role: Id<Role>) {
        let column =
            self.matrix.with_untracked(|matrix| matrix.roles.iter().position(|other| *other == role));
        self.focus_task(task, column.unwrap_or(0));
    }

    /// Goes to the column of a role.
    pub fn focus_role(self, role: Id<Role>) {
        let column =
            self.matrix.with_untracked(|matrix| matrix.roles.iter().position(|other| *other == role));
        if let Some(column) = column {
            self.focus((self.selection.get_untracked().at.0, column));
        }
    }

    /// Leaves no row out any more.
    pub fn show_all(self) {
        self.view.update(|view| *view = View { by_phase: view.by_phase, ..View::default() });
    }

    /// Goes to the next shown row that needs fixing; where there is none, to one that is left out.
    pub fn next_problem(self) {
        let (row, column) = self.selection.get_untracked().at;
        let wrong = self.matrix.with_untracked(|matrix| matrix.wrong_rows());
        let next = self.shown.with_untracked(|shown| {
            let rows = shown.iter().enumerate().filter(|(_, place)| wrong.contains(place));
            let rows: Vec<_> = rows.map(|(row, _)| row).collect();
            rows.iter().find(|other| row < **other).or_else(|| rows.first()).copied()
        });
        let place = next.and_then(|row| self.place_of(row)).or_else(|| wrong.first().copied());
        let task = self.matrix.with_untracked(|matrix| {
            let (place, worst) = place.and_then(|place| Some((place, matrix.worst(place)?)))?;
            let column = matrix.column_of(place, worst.code).unwrap_or(column);
            matrix.activity(place).map(|activity| (activity.id, column))
        });
        if let Some((task, column)) = task {
            self.focus_task(task, column);
        }
    }

    /// Goes to the next place where a text stands, and leaves the focus where it is.
    pub fn find(self, text: &str) {
        let at = self.selection.get_untracked().at;
        let found = self
            .matrix
            .with_untracked(|matrix| self.shown.with_untracked(|shown| find(matrix, shown, text, at)));
        match found {
            Some(found) => {
                self.go(found.at, false);
                let (row, column) = found.at;
                let show = move || {
                    focus::show(&format!(
                        ".raci-grid [data-cell=\"{row}-{column}\"], .by-role [data-row=\"{row}\"]"
                    ));
                };
                // The row may still have to be drawn.
                set_timeout(show, Duration::from_millis(30));
                let what = self.name_of(found.at, found.is_role);
                self.say(move |text| (text.matrix.found)(&what, found.place, found.count));
            }
            None => {
                let sought = text.trim().to_owned();
                self.say(move |text| (text.matrix.not_found)(&sought));
            }
        }
    }

    /// Names the task of a row, or the role of a column.
    fn name_of(self, at: (usize, usize), is_role: bool) -> String {
        let place = self.place_of(at.0);
        self.matrix.with_untracked(|matrix| {
            let role = matrix.role(at.1).filter(|_| is_role).map(|role| role.name.clone());
            let task = || matrix.activity(place?).map(|task| format!("{} {}", task.clause(), task.name));
            role.or_else(task).unwrap_or_default()
        })
    }

    /// Gives the focus back to the cell it was in.
    pub fn back_to_grid(self) {
        self.focus(self.selection.get_untracked().at);
    }
}
