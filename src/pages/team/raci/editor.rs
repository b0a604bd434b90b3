//! What can be done to the matrix: every command of the page, each one undo step.

mod carrying;
mod going;
mod intake;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::raci::view::View;
use crate::domain::team::{Activity, Part, Parts, Role, Team};
use crate::exchange::table;
use crate::i18n::Text;
use crate::i18n::context::Words;
use crate::pages::team::raci::editor::intake::Pasting;
use crate::state::focus;
use crate::state::matrix::use_matrix;
use crate::state::notices::{Notice, Notices};
use crate::state::workspace::Workspace;
use crate::ui::grid::keys::{Action, Range};
use crate::ui::grid::{GoTo, GridEvent, Selection};
use crate::ui::live::{Kept, follow, kept};

/// The commands of the page and what they share.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The project.
    pub workspace: Workspace,
    /// The texts.
    pub words: Words,
    /// The checked matrix.
    pub matrix: Memo<Arc<Checked>>,
    /// What is asked of the rows.
    pub view: RwSignal<View>,
    /// The places of the rows that are shown, in their order. Rows of the grid are counted in it.
    pub shown: Kept<Vec<usize>>,
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
    /// The short words about what was done.
    pub notices: Notices,
    /// The task the keyboard is at.
    here: StoredValue<Option<Id<Activity>>>,
}

impl Editor {
    /// Takes up the commands.
    pub fn new(workspace: Workspace, words: Words, notices: Notices) -> Self {
        let matrix = use_matrix();
        let view = RwSignal::new(View::default());
        let editor = Self {
            workspace,
            words,
            matrix,
            view,
            shown: shown(matrix, view),
            selection: RwSignal::new(Selection::default()),
            go_to: RwSignal::new(None),
            strip: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            pasting: RwSignal::new(None),
            notices,
            here: StoredValue::new(None),
        };
        editor.stay_with_task();
        editor
    }

    /// Starts at the first row that needs fixing.
    pub fn begin(self) {
        let first = self.matrix.with_untracked(|matrix| matrix.wrong_rows().first().copied()).unwrap_or(0);
        self.selection.set(Selection::cell((first, 0)));
    }

    /// Keeps the keyboard with its task where rows change their places around it.
    fn stay_with_task(self) {
        follow(move || {
            self.shown.with(|_| ());
            let at = self.selection.get_untracked().at;
            match self.here.get_value().and_then(|task| self.row_of(task)) {
                // Somebody may be on the way elsewhere already.
                Some(row) if row != at.0 && self.go_to.with_untracked(Option::is_none) => {
                    self.go_to.set(Some(GoTo { at: (row, at.1), takes_focus: false }));
                }
                Some(_) => (),
                None => self.here.set_value(untrack(|| self.task_at(at.0))),
            }
        });
        follow(move || {
            let row = self.selection.get().at.0;
            self.here.set_value(untrack(|| self.task_at(row)));
        });
    }

    /// Follows which task stands in a row of the grid.
    pub fn task_at(self, row: usize) -> Option<Id<Activity>> {
        let place = self.shown.with(|shown| shown.get(row).copied())?;
        self.matrix.with(|matrix| matrix.activity(place).map(|activity| activity.id))
    }

    /// Follows which role stands in a column of the grid.
    pub fn role_at(self, column: usize) -> Option<Id<Role>> {
        self.matrix.with(|matrix| matrix.roles.get(column).copied())
    }

    /// Returns the row of the grid a task stands in, where it is shown.
    pub fn row_of(self, task: Id<Activity>) -> Option<usize> {
        let place = self.matrix.with_untracked(|matrix| matrix.team.activities.position(task))?;
        self.shown.with_untracked(|shown| shown.iter().position(|row| *row == place))
    }

    /// Returns the row of the matrix that stands in a row of the grid.
    pub fn place_of(self, row: usize) -> Option<usize> {
        self.shown.with_untracked(|shown| shown.get(row).copied())
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
            GridEvent::Do(Action::Carry(rows, 0), _) => self.carry_task(rows),
            GridEvent::Do(Action::Carry(_, columns), _) => self.carry_role(columns),
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
            let line = self.place_of(from).and_then(|place| now.grid.lines.get(place));
            line.and_then(|line| line.cells.get(column)).copied().unwrap_or_default()
        };
        let step = Step::new(Verb::Set, self.clauses(target));
        self.edit(step, target, &|column, _| above(column));
        self.say(move |text| (text.team.cells_filled)(target.count()));
    }

    /// Takes the Responsible of a role on a row away.
    pub fn release(self, activity: Id<Activity>, role: Id<Role>) {
        let step = Step::new(Verb::Set, self.clause(activity));
        self.workspace.edit(step.clone(), |team: &mut Team| {
            team.assign(activity, role, team.parts(activity, role).without(Part::Responsible));
        });
        self.notices.show(Notice::Done(step));
    }

    /// Remarks something on a cell; typing on stays one step.
    pub fn remark(self, activity: Id<Activity>, role: Id<Role>, note: String) {
        let team = self.workspace.section_now::<Team>();
        let role_clause = team.roles.get(role).map(|role| role.clause()).unwrap_or_default();
        let subject = format!("{} · {role_clause}", self.clause(activity));
        self.workspace
            .edit(Step::typing(subject, "notes"), |team: &mut Team| team.remark(activity, role, note));
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
        self.show_all();
        let id = self.workspace.add_item::<Activity>(|_| ());
        self.go((self.row_of(id).unwrap_or(0), 0), false);
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
                let line = self.place_of(row).and_then(|place| matrix.grid.lines.get(place));
                let cells = line.map(|line| line.cells.as_slice()).unwrap_or_default();
                let cells = cells.get(range.first.1..=range.last.1).unwrap_or_default();
                cells.iter().map(ToString::to_string).collect()
            };
            table::write_pasted(&range.rows().map(row).collect::<Vec<_>>())
        })
    }

    fn edit(self, step: Step, range: Range, change: &dyn Fn(usize, Parts) -> Parts) {
        let now = self.matrix.get_untracked();
        self.workspace.edit(step, |team: &mut Team| {
            for (row, column) in range.cells() {
                let activity = self.place_of(row).and_then(|place| now.activity(place));
                if let (Some(activity), Some(role)) = (activity, now.roles.get(column)) {
                    let parts = team.parts(activity.id, *role);
                    let next = change(column, parts);
                    if next != parts {
                        team.assign(activity.id, *role, next);
                    }
                }
            }
        });
    }

    /// Says what was done, for screen readers.
    pub fn say(self, build: impl Fn(&Text) -> String) {
        self.said.set(build(self.words.now()));
    }

    fn clause(self, activity: Id<Activity>) -> String {
        let team = self.workspace.section_now::<Team>();
        team.activities.get(activity).map(|activity| activity.clause()).unwrap_or_default()
    }

    /// Names the rows of a range.
    fn clauses(self, range: Range) -> String {
        self.matrix.with_untracked(|matrix| {
            let name = |row: usize| matrix.activity(self.place_of(row)?).map(|activity| activity.clause());
            match (name(range.first.0), name(range.last.0)) {
                (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
                (Some(first), _) => first,
                _ => String::new(),
            }
        })
    }
}

/// Follows which rows are shown. A row that is edited until it no longer fits stays: rows are chosen again when what is
/// asked of them changes, or when rows come, go, move or change their phase.
fn shown(matrix: Memo<Arc<Checked>>, view: RwSignal<View>) -> Kept<Vec<usize>> {
    let order = kept(move || {
        let by_phase = view.with(|view| view.by_phase);
        let phase = |activity: &Activity| by_phase.then(|| activity.phase.clone());
        matrix.with(|matrix| {
            matrix.team.activities.iter().map(|activity| (activity.id, phase(activity))).collect::<Vec<_>>()
        })
    });
    kept(move || {
        // A memo that is only tracked would not be computed, and would hear of nothing.
        order.with(|_| ());
        view.with(|view| matrix.with_untracked(|matrix| view.rows(matrix)))
    })
}
