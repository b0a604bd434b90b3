//! Tickets from another system: taken in, mapped, evaluated beside the page, and what is kept of them.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::history::{
    DateOrder, Evaluated, Field, Mapping, Summary, instant, tickets,
};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::exchange::table;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::lab::history::Part;
use crate::pages::collaboration::log::figures::{ages, table as figures_table};
use crate::pages::collaboration::log::ticket::levels;
use crate::pages::collaboration::log::{now, wall, wall_in};
use crate::pages::list::{Column, List, fixed_list};
use crate::pages::parts::item_actions;
use crate::state::incoming::{self, TableFault};
use crate::state::lab;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::paste_box::PasteBox;
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

/// How many rows a history may have.
const MAX_ROWS: usize = 50_000;
/// How many bytes it may have: 16 MiB.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How many rows are asked about at a time: the page says how far it is after each.
const AT_A_TIME: usize = 1000;
/// How many issues the log holds: what a browser keeps of a project has an end.
const MAX_TICKETS: usize = 500;
/// How many rows are looked at for words of levels.
const LOOKED_AT: usize = 1000;
/// How many rows are shown.
const SHOWN: usize = 4;
/// How many numbers that stand twice are named.
const NAMED: usize = 5;

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

/// Shows what each column holds, with the first rows as they are read.
fn mapping(intake: Intake) -> AnyView {
    let words = use_words();
    let got = words.built(move |t| {
        intake.source.with(|source| {
            let got = |source: &Source| (t.log.paste_got)(&source.name, source.rows, source.heads.len());
            source.as_ref().map(got).unwrap_or_default()
        })
    });
    let heads = kept(move || {
        intake.source.with(|source| source.as_ref().map(|source| source.heads.clone()).unwrap_or_default())
    });
    let choices = live(move || {
        let columns = heads.get().into_iter().enumerate().map(|(at, head)| column(intake, at, head));
        columns.collect_view()
    });
    let columns = live(move || {
        let heads = heads.get().into_iter();
        heads.map(|head| view! { <th scope="col"><bdi>{head}</bdi></th> }).collect_view()
    });
    let rows = live(move || {
        let text = words.get();
        let mapping = intake.mapping.get();
        intake.source.with(|source| {
            let rows = source.iter().flat_map(|source| source.first.iter().take(SHOWN));
            let rows = rows.map(|row| {
                let cells = row.iter().enumerate();
                let cells = cells.map(|(at, cell)| view! { <td><bdi>{cell.clone()}</bdi>{meant(text, &mapping, at, cell)}</td> });
                view! { <tr>{cells.collect_view()}</tr> }
            });
            rows.collect_view()
        })
    });
    let zone = Signal::derive(move || intake.mapping.with(|mapping| mapping.zone.clone()));
    let set_zone = move |zone: String| intake.mapping.update(|mapping| mapping.zone = zone);
    let unknown = MaybeProp::derive(move || {
        let text = words.get();
        intake
            .mapping
            .with(|mapping| Zone::find(&mapping.zone).is_none().then(|| (text.log.zone_unknown)(&[])))
    });
    let order = Signal::derive(move || {
        let order = intake.mapping.with(|mapping| mapping.order);
        DateOrder::ALL.iter().position(|one| *one == order).unwrap_or(0).to_string()
    });
    let orders = Signal::derive(move || {
        let names = DateOrder::ALL.into_iter().map(words.get().log.order).enumerate();
        names.map(|(at, name)| (at.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let set_order = move |place: String| {
        let order =
            place.parse().ok().and_then(|at: usize| DateOrder::ALL.get(at)).copied().unwrap_or_default();
        intake.mapping.update(|mapping| mapping.order = order);
    };
    let usual = Signal::derive(move || {
        intake.mapping.with(|mapping| mapping.usual_level.map(|level| level.to_string()).unwrap_or_default())
    });
    let set_usual = move |id: String| intake.mapping.update(|mapping| mapping.usual_level = Id::parse(&id));
    view! {
        <p>{got}</p>
        <h4>{words.s(|t| t.log.columns_head)}</h4>
        <div class="fields columns">{choices}</div>
        <div class="fields">
            <div class="w4"><TextField label=words.s(|t| t.log.zone) value=zone on_input=set_zone error=unknown/></div>
            <div class="w4"><SelectField label=words.s(|t| t.log.order_label) hint=words.s(|t| t.log.order_hint) value=order options=orders on_input=set_order/></div>
            <div class="w4"><SelectField label=words.s(|t| t.log.usual_level) value=usual options=levels_or_none() on_input=set_usual/></div>
            {words_of_levels(intake)}
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().log.columns_head>
            <table class="table history-preview"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// Shows the choice of what a column holds. A field that another column held moves here.
fn column(intake: Intake, at: usize, head: String) -> AnyView {
    let words = use_words();
    let label = words.built(move |t| (t.log.column)(at + 1, &head));
    let value = Signal::derive(move || {
        let field = intake.mapping.with(|mapping| mapping.columns.get(at).copied().flatten());
        field
            .and_then(|field| Field::ALL.iter().position(|one| *one == field))
            .map(|at| at.to_string())
            .unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let text = &words.get().log;
        let fields = Field::ALL.into_iter().map(text.field).enumerate();
        let fields = fields.map(|(at, name)| (at.to_string(), name.to_owned()));
        std::iter::once((String::new(), text.column_ignored.to_owned())).chain(fields).collect::<Vec<_>>()
    });
    let set = move |place: String| {
        let field = place.parse().ok().and_then(|at: usize| Field::ALL.get(at)).copied();
        intake.mapping.update(|mapping| {
            for (other, column) in mapping.columns.iter_mut().enumerate() {
                if other == at {
                    *column = field;
                } else if field.is_some() && *column == field {
                    *column = None;
                }
            }
        });
    };
    view! { <div class="w3"><SelectField label value options on_input=set/></div> }.into_any()
}

/// Says how a cell of the preview is read, where that is not plain.
fn meant(text: &'static Text, mapping: &Mapping, at: usize, cell: &str) -> Option<AnyView> {
    let field = mapping.columns.get(at).copied().flatten()?;
    let is_time = matches!(field, Field::Created | Field::Responded | Field::Solved);
    if !is_time || cell.trim().is_empty() {
        return None;
    }
    let zone = Zone::find(&mapping.zone)?;
    Some(match instant(cell, mapping.order, zone) {
        Some(at) => view! { <small class="quiet">{wall(at, zone)}</small> }.into_any(),
        None => view! { <small class="field-error">{text.log.unread}</small> }.into_any(),
    })
}

/// Asks what the words for levels stand for that are none here.
fn words_of_levels(intake: Intake) -> AnyView {
    let words = use_words();
    let found = kept(move || {
        let mapping = intake.mapping.with(|mapping| Mapping { levels: Vec::new(), ..mapping.clone() });
        let collaboration = intake.workspace.section::<Collaboration>();
        intake.source.with(|source| {
            source
                .as_ref()
                .map(|source| mapping.unknown_levels(&source.first, &collaboration))
                .unwrap_or_default()
        })
    });
    live(move || {
        let fields = found.get().into_iter().map(|word| {
            let asked = word.clone();
            let label = words.built(move |t| (t.log.word_level)(&asked));
            let (known, own) = (word.clone(), word);
            let value = Signal::derive(move || {
                intake.mapping.with(|mapping| {
                    let said = mapping.levels.iter().find(|(word, _)| *word == known);
                    said.map(|(_, level)| level.to_string()).unwrap_or_default()
                })
            });
            let set = move |id: String| {
                intake.mapping.update(|mapping| {
                    mapping.levels.retain(|(word, _)| *word != own);
                    mapping.levels.extend(Id::<ResponseLevel>::parse(&id).map(|level| (own.clone(), level)));
                });
            };
            view! { <div class="w4"><SelectField label value options=levels_or_none() on_input=set/></div> }
        });
        fields.collect_view()
    })
    .into_any()
}

fn levels_or_none() -> Signal<Vec<(String, String)>> {
    let words = use_words();
    let levels = levels();
    Signal::derive(move || {
        let none = (String::new(), words.get().common.none_choice.to_owned());
        std::iter::once(none).chain(levels.get()).collect::<Vec<_>>()
    })
}

/// Shows the evaluation: its start, how far it is, what it came to and what can be kept.
fn evaluation(intake: Intake) -> AnyView {
    let words = use_words();
    let is_ready = kept(move || {
        intake.mapping.with(|mapping| {
            let has = |field| mapping.columns.contains(&Some(field));
            let has_level = has(Field::Level) || mapping.usual_level.is_some();
            has(Field::Created) && has_level && Zone::find(&mapping.zone).is_some()
        })
    });
    let runs = kept(move || matches!(intake.progress.get(), Progress::Runs(_)));
    let start = move || {
        view! {
            <Show when=fact(move || is_ready.get()) fallback=move || view! { <p class="hint">{words.s(|t| t.log.need_created)}</p> }>
                <Button kind=ButtonKind::Primary label=words.s(|t| t.log.evaluate) on_press=move |()| intake.evaluate()/>
            </Show>
            <Button label=words.s(|t| t.log.discard) on_press=move |()| intake.put_away()/>
        }
        .into_any()
    };
    let all = kept(move || intake.source.with(|source| source.as_ref().map_or(0, |source| source.rows)));
    let done = Signal::derive(move || match intake.progress.get() {
        Progress::Runs(done) => done,
        _ => 0,
    });
    let said = words.built(move |t| (t.log.progress)(done.get(), all.get()));
    let bar = move || {
        view! {
            <progress max=move || all.get() value=move || done.get() aria-label=words.s(|t| t.log.evaluate)></progress>
            <span>{said}</span>
            <Button label=words.s(|t| t.log.cancel) on_press=move |()| intake.stop(Progress::Cancelled)/>
        }
        .into_any()
    };
    let failed = live(move || {
        let has_failed = intake.progress.get() == Progress::Failed;
        has_failed.then(|| view! { <p class="field-error" role="alert">{words.get().log.failed}</p> })
    });
    let found = kept(move || match intake.progress.get() {
        Progress::Done(found) => Some(found),
        _ => None,
    });
    let has_found = kept(move || found.with(Option::is_some));
    view! {
        <div class="actions evaluation">
            <Show when=fact(move || runs.get()) fallback=start>{bar()}</Show>
        </div>
        {failed}
        <Show when=fact(move || has_found.get())>{outcome(intake, found)}</Show>
    }
    .into_any()
}

/// Shows what a history came to.
fn outcome(intake: Intake, found: Kept<Option<Evaluated>>) -> AnyView {
    let words = use_words();
    let workspace = intake.workspace;
    let records = kept(move || {
        let collaboration = workspace.section::<Collaboration>();
        found.with(|found| found.as_ref().map(|found| found.records(&collaboration)).unwrap_or_default())
    });
    let counted = kept(move || {
        found.with(|found| {
            found.as_ref().map_or((0, 0), |found| (found.rows - found.left_out(), found.left_out()))
        })
    });
    let lead = Signal::derive(move || {
        let (counted, left_out) = counted.get();
        (words.get().log.found)(counted, left_out)
    });
    let causes = live(move || {
        let text = words.get();
        found.with(|found| {
            let found = found.as_ref()?;
            let causes = found.causes.iter().map(|cause| {
                let examples = cause.examples.iter().map(|(row, cell)| {
                    let cell: String = cell.chars().take(40).collect();
                    (text.log.example)(*row, &cell)
                });
                let examples = examples.collect::<Vec<_>>().join(text.common.list_comma);
                view! { <li>{(text.log.cause)(&(text.log.problem)(cause.problem), cause.n)}<span class="hint">" "<bdi>{examples}</bdi></span></li> }
            });
            let repeated = found.repeated();
            let some = repeated.iter().take(NAMED).copied().collect::<Vec<_>>().join(text.common.list_comma);
            let repeated = (!repeated.is_empty()).then(|| view! { <li>{(text.log.repeated)(repeated.len(), &some)}</li> });
            Some(view! { <ul class="history-causes">{causes.collect_view()}{repeated}</ul> })
        })
    });
    let take = live(move || {
        let (counted, _) = counted.get();
        let here = workspace.section::<Collaboration>().tickets.len();
        if counted == 0 {
            return ().into_any();
        }
        if here + counted <= MAX_TICKETS {
            let label = words.built(move |t| (t.log.take)(counted));
            view! { <Button label on_press=move |()| intake.take_over()/> }.into_any()
        } else {
            view! { <span class="hint">{(words.get().log.take_limit)(MAX_TICKETS)}</span> }.into_any()
        }
    });
    let keep = move |()| {
        if let Some(found) = found.get_untracked() {
            intake.keep(&found);
        }
    };
    view! {
        <Finding clauses=lead/>
        {causes}
        {figures_table(Signal::derive(move || records.get()), None)}
        {ages(Signal::derive(move || records.get()))}
        <div class="actions"><Button label=words.s(|t| t.log.keep) on_press=keep/>{take}</div>
    }
    .into_any()
}
