//! What can be done to the matrix: every command of the page, each one undo step.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::paste::plan::{Plan, Target, plan};
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::{Activity, Part, Parts, Role, Team};
use crate::exchange::table;
use crate::i18n::Text;
use crate::i18n::context::Words;
use crate::state::focus;
use crate::state::matrix::use_matrix;
use crate::state::notices::{Notice, Notices};
use crate::state::workspace::Workspace;
use crate::ui::grid::keys::{Action, Range};
use crate::ui::grid::{GoTo, GridEvent, Selection};

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

/// The commands of the page and what they share.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The project.
    pub workspace: Workspace,
    /// The texts.
    pub words: Words,
    /// The checked matrix.
    pub matrix: Memo<Arc<Checked>>,
    /// Where the keyboard is.
    pub selection: RwSignal<Selection>,
    /// Brings a cell into view.
    pub go_to: RwSignal<Option<GoTo>>,
    /// Whether the strip of letters is open.
    pub strip: RwSignal<bool>,
    /// What was done last, for screen readers.
    pub said: RwSignal<String>,
    /// The table to look at before it is taken over.
    pub pasting: RwSignal<Option<Pasting>>,
    notices: Notices,
}

impl Editor {
    /// Starts at the first row that needs fixing.
    pub fn new(workspace: Workspace, words: Words, notices: Notices) -> Self {
        let matrix = use_matrix();
        let first = matrix.with_untracked(|matrix| matrix.wrong_rows().first().copied()).unwrap_or(0);
        Self {
            workspace,
            words,
            matrix,
            selection: RwSignal::new(Selection::cell((first, 0))),
            go_to: RwSignal::new(None),
            strip: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            pasting: RwSignal::new(None),
            notices,
        }
    }

    /// Does what the grid asks for.
    pub fn hear(self, event: GridEvent) {
        match event {
            GridEvent::Do(Action::Type { key, add }, range) => {
                if let Some(part) = Part::from_letter(key) {
                    self.put(range, part, add);
                }
            }
            GridEvent::Do(Action::Clear, range) => self.clear(range),
            GridEvent::Do(Action::FillDown, range) => self.fill_down(range),
            GridEvent::Do(Action::NextProblem, _) => self.next_problem(),
            GridEvent::Do(..) => (),
            GridEvent::Paste(text, range) => self.paste(text, range),
        }
    }

    /// Sets a part in all cells of a range, or adds it to what is there.
    pub fn put(self, range: Range, part: Part, add: bool) {
        let step = Step::new(Verb::Set, self.clauses(range));
        self.edit(step, range, &|_, parts| if add { parts.with(part) } else { Parts::only(part) });
        self.say(move |text| (text.team.cells_set)(range.count(), &part.letter().to_string()));
    }

    /// Empties all cells of a range.
    pub fn clear(self, range: Range) {
        let step = Step::new(Verb::Clear, self.clauses(range));
        self.edit(step, range, &|_, _| Parts::default());
        self.say(move |text| (text.team.cells_cleared)(range.count()));
    }

    /// Fills a range from its first row; a single row takes what stands above it.
    fn fill_down(self, range: Range) {
        let is_one = range.first.0 == range.last.0;
        let from = if is_one { range.first.0.saturating_sub(1) } else { range.first.0 };
        let first = if is_one { range.first } else { (range.first.0 + 1, range.first.1) };
        let target = Range { first, ..range };
        let now = self.matrix.get_untracked();
        let above = |column: usize| {
            let line = now.grid.lines.get(from);
            line.and_then(|line| line.cells.get(column)).copied().unwrap_or_default()
        };
        let step = Step::new(Verb::Set, self.clauses(target));
        self.edit(step, target, &|column, _| above(column));
        self.say(move |text| (text.team.cells_filled)(target.count()));
    }

    /// Brings a cell into view and moves the focus to it.
    pub fn focus(self, at: (usize, usize)) {
        self.go_to.set(Some(GoTo { at, takes_focus: true }));
    }

    /// Goes to the next row that needs fixing.
    pub fn next_problem(self) {
        let (row, column) = self.selection.get_untracked().at;
        if let Some(row) = self.matrix.with_untracked(|matrix| matrix.next_wrong(row)) {
            self.focus((row, column));
        }
    }

    /// Makes a role the only Accountable of a row.
    pub fn make_accountable(self, activity: Id<Activity>, role: Id<Role>) {
        let clause = self.clause(activity);
        let step = Step::new(Verb::Set, clause);
        self.workspace.edit(step.clone(), |team: &mut Team| team.make_accountable(activity, role));
        self.notices.show(Notice::Done(step));
    }

    /// Adds a task at the end and moves the focus to its name.
    pub fn add(self) -> Id<Activity> {
        let id = self.workspace.add_item::<Activity>(|_| ());
        let rows = self.workspace.section_now::<Team>().activities.len();
        self.go_to.set(Some(GoTo { at: (rows.saturating_sub(1), 0), takes_focus: false }));
        set_timeout(
            || {
                // Where the page was left meanwhile, there is nothing to focus.
                let _ = focus::element(".raci-detail input");
            },
            Duration::from_millis(30),
        );
        id
    }

    /// Returns the selected letters as a table.
    pub fn copy(self, range: Range) -> String {
        self.matrix.with_untracked(|matrix| {
            let row = |row: usize| {
                let cells = matrix.grid.lines.get(row).map(|line| line.cells.as_slice()).unwrap_or_default();
                let cells = cells.get(range.first.1..=range.last.1).unwrap_or_default();
                cells.iter().map(ToString::to_string).collect()
            };
            table::write_pasted(&range.rows().map(row).collect::<Vec<_>>())
        })
    }

    /// Asks for a table to paste.
    pub fn ask_for_table(self) {
        let range = self.selection.get_untracked().range();
        self.pasting.set(Some(Pasting { text: String::new(), range, is_asked_for: true }));
    }

    /// Takes a table over at once where it is small and all of it is clear, and else shows it first.
    fn paste(self, text: String, range: Range) {
        let plan = self.matrix.with_untracked(|matrix| plan_of(matrix, &text, range));
        if plan.needs_a_look() {
            self.pasting.set(Some(Pasting { text, range, is_asked_for: false }));
        } else {
            self.take(&plan, range, |_| true);
        }
    }

    /// Makes the changes of a pasted table in the rows that are wanted, as one step.
    pub fn take(self, plan: &Plan, range: Range, is_wanted: impl Fn(Id<Activity>) -> bool) {
        let rows = plan.rows();
        let clauses = match (rows.first(), rows.last()) {
            (Some(first), Some(last)) if first != last => {
                format!("{}–{}", self.clause(*first), self.clause(*last))
            }
            (Some(first), _) => self.clause(*first),
            _ => self.clauses(range),
        };
        let count = plan.changes.iter().filter(|change| is_wanted(change.activity)).count();
        let step = Step::new(Verb::Paste, clauses);
        self.workspace.edit(step.clone(), |team: &mut Team| plan.apply(team, &is_wanted));
        if count > 0 {
            self.notices.show(Notice::Done(step));
        }
        self.say(move |text| (text.team.cells_pasted)(count));
    }

    /// Returns what a pasted table would do.
    pub fn plan(self, pasting: &Pasting) -> Plan {
        self.matrix.with(|matrix| plan_of(matrix, &pasting.text, pasting.range))
    }

    /// Gives the focus back to the cell it was in.
    pub fn back_to_grid(self) {
        self.focus(self.selection.get_untracked().at);
    }

    fn edit(self, step: Step, range: Range, change: &dyn Fn(usize, Parts) -> Parts) {
        let now = self.matrix.get_untracked();
        self.workspace.edit(step, |team: &mut Team| {
            for (row, column) in range.cells() {
                if let (Some(activity), Some(role)) = (now.activity(row), now.roles.get(column)) {
                    let parts = team.parts(activity.id, *role);
                    let next = change(column, parts);
                    if next != parts {
                        team.assign(activity.id, *role, next);
                    }
                }
            }
        });
    }

    fn say(self, build: impl Fn(&Text) -> String) {
        self.said.set(build(self.words.now()));
    }

    fn clause(self, activity: Id<Activity>) -> String {
        let team = self.workspace.section_now::<Team>();
        team.activities.get(activity).map(|activity| activity.clause()).unwrap_or_default()
    }

    /// Names the rows of a range.
    fn clauses(self, range: Range) -> String {
        self.matrix.with_untracked(|matrix| {
            let name = |row: usize| matrix.activity(row).map(|activity| activity.clause());
            match (name(range.first.0), name(range.last.0)) {
                (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
                (Some(first), _) => first,
                _ => String::new(),
            }
        })
    }
}

fn plan_of(matrix: &Checked, text: &str, range: Range) -> Plan {
    let target = Target { team: &matrix.team, roles: &matrix.roles, first: range.first, last: range.last };
    plan(&target, &table::read_pasted(text))
}
