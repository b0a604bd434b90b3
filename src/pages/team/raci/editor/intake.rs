//! Tables on their way into the matrix: from the clipboard, from the field, from a file.

use leptos::prelude::*;

use crate::domain::step::{Step, Verb};
use crate::domain::team::Team;
use crate::domain::team::paste::newcomers::Newcomer;
use crate::domain::team::paste::plan::{Plan, plan};
use crate::domain::team::paste::target::Target;
use crate::exchange::table;
use crate::pages::team::raci::editor::Editor;
use crate::state::notices::Notice;
use crate::ui::grid::keys::Range;

/// A table on its way into the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasting {
    /// The table as text.
    pub text: String,
    /// The cells it was pasted to.
    pub range: Range,
    /// Whether the text is still to be put in.
    pub is_asked_for: bool,
}

impl Editor {
    /// Asks for a table to paste.
    pub fn ask_for_table(self) {
        let range = self.selection.get_untracked().range();
        self.pasting.set(Some(Pasting { text: String::new(), range, is_asked_for: true }));
    }

    /// Takes a table over at once where it is small and all of it is clear, and else shows it first.
    pub(super) fn paste(self, text: String, range: Range) {
        let plan = untrack(|| self.plan_of(&table::read_pasted(&text), range, &[]));
        if plan.needs_a_look() {
            self.pasting.set(Some(Pasting { text, range, is_asked_for: false }));
        } else {
            self.take(&plan, &[], range);
        }
    }

    /// Makes the changes of a pasted table, as one step: first the roles it brings.
    pub fn take(self, plan: &Plan, newcomers: &[Newcomer], range: Range) {
        let rows = plan.rows();
        let clauses = match (rows.first(), rows.last()) {
            (Some(first), Some(last)) if first != last => {
                format!("{}–{}", self.clause(*first), self.clause(*last))
            }
            (Some(first), _) => self.clause(*first),
            _ => self.clauses(range),
        };
        let new: Vec<_> = plan.additions.iter().map(|addition| (self.workspace.new_id(), addition)).collect();
        let count = plan.changes.len() + new.iter().map(|(_, addition)| addition.cells.len()).sum::<usize>();
        let brings_roles = newcomers.iter().any(|newcomer| newcomer.side.is_some());
        let is_something = !plan.changes.is_empty() || !new.is_empty() || brings_roles;
        let step = Step::new(Verb::Paste, clauses);
        self.workspace.edit(step.clone(), |team: &mut Team| {
            newcomers.iter().for_each(|newcomer| newcomer.join(team));
            plan.apply(team);
            new.iter().for_each(|(id, addition)| Plan::add(addition, team, *id));
        });
        if is_something {
            self.notices.show(Notice::Done(step));
        }
        self.say(move |text| (text.team.cells_pasted)(count));
    }

    /// Follows what a pasted table would do, together with the roles it brings.
    pub fn plan(self, pasting: &Pasting, newcomers: &[Newcomer]) -> Plan {
        // Into the field also goes what a CSV file holds.
        let is_csv =
            pasting.is_asked_for && !pasting.text.contains('\t') && pasting.text.trim().contains('\n');
        let read = if is_csv { table::read_csv } else { table::read_pasted };
        self.plan_of(&read(&pasting.text), pasting.range, newcomers)
    }

    fn plan_of(self, table: &[Vec<String>], range: Range, newcomers: &[Newcomer]) -> Plan {
        let team = self.joined(newcomers);
        let roles: Vec<_> = team.columns().map(|role| role.id).collect();
        let Range { first, last } = range;
        self.shown.with(|rows| plan(&Target { team: &team, roles: &roles, rows, first, last }, table))
    }

    /// Follows the team with roles that may come in.
    pub fn joined(self, newcomers: &[Newcomer]) -> Team {
        let mut team = self.matrix.with(|matrix| Team::clone(&matrix.team));
        newcomers.iter().for_each(|newcomer| newcomer.join(&mut team));
        team
    }

    /// Shows a table from a file before it is taken over.
    pub fn import(self, rows: &[Vec<String>]) {
        let range = Range::between((0, 0), (0, 0));
        self.pasting.set(Some(Pasting { text: table::write_pasted(rows), range, is_asked_for: false }));
    }
}
