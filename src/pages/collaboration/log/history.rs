//! Tickets from another system: taken in, mapped, evaluated beside the page, and what is kept of them.

mod evaluation;
mod mapping;

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::{Evaluated, Mapping, Summary, tickets};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::lab::history::Part;
use crate::pages::collaboration::log::figures::{ages, table as figures_table};
use crate::pages::collaboration::log::history::evaluation::evaluation;
use crate::pages::collaboration::log::history::mapping::mapping;
use crate::pages::collaboration::log::{now, wall_in};
use crate::pages::list::{Column, List, fixed_list};
use crate::pages::parts::item_actions;
use crate::state::incoming::{self, TableFault};
use crate::state::lab;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::paste_box::PasteBox;
use crate::ui::sheet::SheetSection;

/// How many rows a history may have.
const MAX_ROWS: usize = 50_000;
/// How many bytes it may have: 16 MiB.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How many rows are asked about at a time: the page says how far it is after each.
const AT_A_TIME: usize = 1000;
/// How many rows are looked at for words of levels.
const LOOKED_AT: usize = 1000;

/// A table that was taken in.
#[derive(Clone, PartialEq)]
struct Source {
    name: String,
    text: Arc<str>,
    separator: char,
    /// How many rows it has below its heads.
    rows: usize,
    heads: Vec<String>,
    /// The first rows below the heads.
    first: Vec<Vec<String>>,
}

/// Why a table was not taken in.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    Large(u64),
    NotText,
    ManyRows(usize),
    NoRows,
}

impl Source {
    fn read(name: String, text: &str) -> Result<Self, Refused> {
        if MAX_BYTES < text.len() as u64 {
            return Err(Refused::Large(text.len() as u64));
        }
        let text = text.trim_start_matches('\u{FEFF}');
        let separator = table::separator(text);
        let rows = table::count_rows(text, separator).saturating_sub(1);
        if rows == 0 {
            return Err(Refused::NoRows);
        }
        if MAX_ROWS < rows {
            return Err(Refused::ManyRows(rows));
        }
        let (first, _) = table::split_after(text, LOOKED_AT + 1, separator);
        let mut first = table::read_parted(first.trim_end_matches(['\r', '\n']), separator);
        let heads = if first.is_empty() { Vec::new() } else { first.remove(0) };
        Ok(Self { name, text: text.into(), separator, rows, heads, first })
    }
}

/// Where the evaluation stands.
#[derive(Clone, PartialEq)]
enum Progress {
    Idle,
    /// So many rows are done.
    Runs(usize),
    Cancelled,
    Failed,
    Done(Evaluated),
    /// So many were taken over, and so many were there already.
    Taken(usize, usize),
    /// Its figures are kept.
    Kept,
}

/// What the section works with.
#[derive(Clone, Copy)]
struct Intake {
    workspace: Workspace,
    source: RwSignal<Option<Source>>,
    refused: RwSignal<Option<Refused>>,
    mapping: RwSignal<Mapping>,
    progress: RwSignal<Progress>,
    /// Counts the evaluations: one that is no longer the latest stops.
    turn: StoredValue<u32>,
}

impl Intake {
    fn take(self, name: String, text: &str) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(Progress::Idle);
        match Source::read(name, text) {
            Ok(source) => {
                let calendars = &self.workspace.section_now::<Collaboration>().calendars;
                let own = calendars.iter().map(|one| &one.time.zone).find(|zone| Zone::find(zone).is_some());
                let zone = own.cloned().unwrap_or_else(|| self.workspace.zone());
                self.mapping.set(Mapping {
                    columns: Mapping::guess(&source.heads),
                    zone,
                    ..Mapping::default()
                });
                self.refused.set(None);
                self.source.set(Some(source));
            }
            Err(refused) => {
                self.source.set(None);
                self.refused.set(Some(refused));
            }
        }
    }

    /// Asks part by part, so that the page goes on answering and the user can stop it.
    fn evaluate(self) {
        let Some(source) = self.source.get_untracked() else { return };
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        self.progress.set(Progress::Runs(0));
        let mapping = self.mapping.get_untracked();
        let project = self.workspace.section_now::<Collaboration>();
        let by = Collaboration {
            response: project.response.clone(),
            calendars: project.calendars.clone(),
            ..Collaboration::default()
        };
        let as_of = now(self.workspace);
        spawn_local(async move {
            let mut found = Evaluated::default();
            let (_, mut rest) = table::split_after(&source.text, 1, source.separator);
            let (mut first, mut done) = (2, 0);
            while !rest.is_empty() {
                let (text, next) = table::split_after(rest, AT_A_TIME, source.separator);
                let (mapping, by) = (mapping.clone(), by.clone());
                let part =
                    Part { text: text.to_owned(), separator: source.separator, first, mapping, by, as_of };
                let part = lab::evaluate(part).await;
                // The page may have been left, or another evaluation begun.
                if self.turn.try_get_value() != Some(turn) {
                    return;
                }
                let Some(part) = part else { return self.progress.set(Progress::Failed) };
                found.join(part);
                rest = next;
                first += AT_A_TIME;
                done = (done + AT_A_TIME).min(source.rows);
                self.progress.set(Progress::Runs(done));
            }
            self.progress.set(Progress::Done(found));
        });
    }

    fn stop(self, progress: Progress) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(progress);
    }

    fn put_away(self) {
        self.stop(Progress::Idle);
        self.source.set(None);
    }

    /// Keeps the figures of what was found.
    fn keep(self, found: &Evaluated) {
        let Some(source) = self.source.get_untracked() else { return };
        let (id, as_of) = (self.workspace.new_id::<Summary>(), now(self.workspace));
        let project = self.workspace.section_now::<Collaboration>();
        let clause = Summary::blank(id, project.histories.next_number()).clause();
        let levels = found.records(&project);
        self.workspace.edit(Step::new(Verb::Add, clause), |collaboration: &mut Collaboration| {
            collaboration.histories.add(id, |summary| {
                (summary.name, summary.as_of) = (source.name, as_of);
                (summary.rows, summary.left_out, summary.levels) = (found.rows, found.left_out(), levels);
            });
        });
        self.source.set(None);
        self.progress.set(Progress::Kept);
    }

    /// Takes the tickets into the log. One whose number is there already is not taken twice.
    fn take_over(self) {
        let Some(source) = self.source.get_untracked() else { return };
        let rows = table::read_parted(&source.text, source.separator);
        let rows = rows.get(1..).unwrap_or_default();
        let project = self.workspace.section_now::<Collaboration>();
        let read = tickets(rows, &self.mapping.get_untracked(), &project, now(self.workspace));
        let is_new = |ticket: &Ticket| {
            ticket.reference.is_empty()
                || !project.tickets.iter().any(|known| known.reference == ticket.reference)
        };
        let (new, known): (Vec<_>, Vec<_>) = read.unwrap_or_default().into_iter().partition(is_new);
        let (taken, known) = (new.len(), known.len());
        self.workspace.edit(Step::new(Verb::Paste, source.name), |collaboration: &mut Collaboration| {
            for one in new {
                collaboration.tickets.add(self.workspace.new_id(), |ticket| {
                    (ticket.title, ticket.reference, ticket.events) = (one.title, one.reference, one.events);
                });
            }
        });
        self.source.set(None);
        self.progress.set(Progress::Taken(taken, known));
    }
}

static HISTORIES: List<Summary> = List {
    name: |text| text.log.histories_head,
    columns: COLUMNS,
    is_wrong: |_, _| false,
    form: summary,
    add: |text| text.log.evaluate,
    fill: |_| (),
};

const COLUMNS: &[Column<Summary>] = &[
    Column::new(|text| text.log.history_from, |_, one| Said::Text(one.name.clone())),
    Column::new(
        |text| text.log.history_as_of,
        |_, one| Said::Date(Zone::find("UTC").map(|utc| wall_in(one.as_of, utc)).unwrap_or_default()),
    ),
    Column::number(|text| text.log.history_rows, |_, one| Said::Number(one.rows.to_string())),
    Column::number(|text| text.log.history_out, |_, one| Said::Number(one.left_out.to_string())),
];

fn summary(row: Row<Summary>) -> AnyView {
    let records = kept(move || row.get(|one| one.levels.clone()));
    let read_only = use_read_only();
    view! { {figures_table(records.into(), None)}{ages(records.into())}<Show when=fact(move || !read_only.get())>{item_actions(row)}</Show> }
        .into_any()
}

/// Shows the section.
pub(super) fn history() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let intake = Intake {
        workspace,
        source: RwSignal::new(None),
        refused: RwSignal::new(None),
        mapping: RwSignal::new(Mapping::default()),
        progress: RwSignal::new(Progress::Idle),
        turn: StoredValue::new(0),
    };
    let field = NodeRef::<Input>::new();
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        spawn_local(async move {
            match incoming::table(input, MAX_BYTES).await {
                Some(Ok((name, text))) => intake.take(name, &text),
                Some(Err(fault)) => {
                    intake.put_away();
                    intake.refused.set(Some(match fault {
                        TableFault::TooLarge(bytes) => Refused::Large(bytes),
                        TableFault::NotText => Refused::NotText,
                    }));
                }
                None => (),
            }
        });
    };
    let paste = move |text: String| {
        if !text.trim().is_empty() {
            intake.take(words.now().log.pasted.to_owned(), &text);
        }
    };
    let refused = move || {
        live(move || {
            let text = &words.get().log;
            let said = match intake.refused.get()? {
                Refused::Large(bytes) => (text.too_large)(bytes, MAX_BYTES),
                Refused::ManyRows(rows) => (text.too_many)(rows, MAX_ROWS),
                Refused::NotText => text.not_text.to_owned(),
                Refused::NoRows => text.no_rows.to_owned(),
            };
            Some(view! { <p class="field-error" role="alert">{said}</p> })
        })
    };
    let has_source = kept(move || intake.source.with(Option::is_some));
    let has_kept = kept(move || !workspace.section::<Collaboration>().histories.is_empty());
    let outcome = move || {
        live(move || {
            let text = &words.get().log;
            let said = intake.progress.with(|progress| match progress {
                Progress::Kept => Some(text.kept.to_owned()),
                Progress::Taken(taken, known) => Some((text.taken)(*taken, *known)),
                Progress::Cancelled => Some(text.cancelled.to_owned()),
                _ => None,
            });
            said.map(|said| view! { <p>{said}</p> })
        })
    };
    let take_in = move || {
        view! {
            <p class="hint">{words.s(|t| t.log.paste_lead)}</p>
            <PasteBox label=words.s(|t| t.log.paste_label) on_text=paste/>
            <div class="field file-field">
                <label for="log-file">{words.s(|t| t.log.paste_file)}</label>
                <input type="file" id="log-file" accept=".csv,.tsv,.txt,text/csv,text/plain" node_ref=field on:change=choose/>
            </div>
            {refused()}
            <Show when=fact(move || has_source.get())>{mapping(intake)}{evaluation(intake)}</Show>
            <div role="status">{outcome()}</div>
        }
        .into_any()
    };
    view! {
        <SheetSection number="4.7.3" title=words.s(|t| t.log.paste_head)>
            <Show when=fact(move || !read_only.get())>{take_in()}</Show>
            <Show when=fact(move || has_kept.get())><h4>{words.s(|t| t.log.histories_head)}</h4>{fixed_list(&HISTORIES, workspace.ids::<Summary>())}</Show>
        </SheetSection>
    }
    .into_any()
}
