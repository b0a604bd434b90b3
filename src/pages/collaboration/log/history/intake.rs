//! A table from elsewhere on its way in: read, evaluated and taken over in steps, so that the page goes on answering and
//! the user can stop it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::columns::{Field, Mapping};
use crate::domain::collaboration::history::groups::Groups;
use crate::domain::collaboration::history::{Evaluated, Record, Summary, tickets};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::exchange::table;
use crate::lab::history::Part;
use crate::pages::collaboration::log::now;
use crate::state::workspace::Workspace;
use crate::state::{lab, seconds};

/// How many rows a history may have.
pub(super) const MAX_ROWS: usize = 50_000;
/// How many bytes it may have: 16 MiB.
pub(super) const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How many rows are asked about at a time: the page says how far it is after each.
const AT_A_TIME: usize = 1000;
/// How many bytes are gone through at a time.
const BYTES_AT_A_TIME: usize = 512 * 1024;
/// How many rows are looked at for words, and how many bytes of them.
const LOOKED_AT: (usize, usize) = (1000, 256 * 1024);

/// A table that was taken in.
#[derive(Clone, PartialEq)]
pub(super) struct Source {
    pub name: String,
    text: Arc<str>,
    separator: char,
    /// Where each row but the last one ends.
    ends: Arc<[usize]>,
    pub heads: Vec<String>,
    /// The first rows below the heads.
    pub first: Vec<Vec<String>>,
}

/// Why a table was not taken in.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Refused {
    Large(u64),
    NotText,
    ManyRows(usize),
    NoRows,
}

impl Source {
    fn new(name: String, text: Arc<str>, separator: char, ends: Vec<usize>) -> Result<Self, Refused> {
        match ends.len() {
            0 => return Err(Refused::NoRows),
            rows if MAX_ROWS < rows => return Err(Refused::ManyRows(rows)),
            _ => (),
        }
        let mut source =
            Self { name, text, separator, ends: ends.into(), heads: Vec::new(), first: Vec::new() };
        source.heads = source.cells(0);
        let (rows, bytes) = LOOKED_AT;
        let is_near = |row: &usize| source.ends.get(row - 1).is_some_and(|from| *from < bytes);
        source.first =
            (1..=source.rows().min(rows)).take_while(is_near).map(|row| source.cells(row)).collect();
        Ok(source)
    }

    /// Counts the rows below the heads.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    fn row(&self, row: usize) -> &str {
        table::row_text(&self.text, &self.ends, row)
    }

    fn cells(&self, row: usize) -> Vec<String> {
        let text = self.row(row).trim_end_matches(['\r', '\n']);
        table::read_parted(text, self.separator).into_iter().next().unwrap_or_default()
    }
}

/// What a table came to.
#[derive(PartialEq)]
pub(super) struct Outcome {
    pub found: Evaluated,
    pub records: Vec<Record>,
}

/// Where the work stands.
#[derive(Clone, PartialEq)]
pub(super) enum Progress {
    Idle,
    /// So much of it is gone through, in percent.
    Reads(usize),
    /// So many rows are done.
    Runs(usize),
    Cancelled,
    Failed,
    Done(Arc<Outcome>),
    /// So many were taken over, and so many were there already.
    Taken(usize, usize),
    /// Its figures are kept.
    Kept,
}

/// What the section works with.
#[derive(Clone, Copy)]
pub(super) struct Intake {
    pub workspace: Workspace,
    pub source: RwSignal<Option<Source>>,
    pub refused: RwSignal<Option<Refused>>,
    pub mapping: RwSignal<Mapping>,
    pub progress: RwSignal<Progress>,
    /// Counts what is begun: work that is no longer the latest stops.
    turn: StoredValue<u32>,
}

/// The work goes on only while it is the latest and the page is there.
struct Superseded;

impl Intake {
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            source: RwSignal::new(None),
            refused: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            progress: RwSignal::new(Progress::Idle),
            turn: StoredValue::new(0),
        }
    }

    /// Begins something new; nothing once the page is left.
    fn begin(self) -> Option<u32> {
        self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        })
    }

    fn goes_on(self, turn: u32) -> Result<(), Superseded> {
        if self.turn.try_get_value() == Some(turn) { Ok(()) } else { Err(Superseded) }
    }

    /// Says how far it is and lets the page answer.
    async fn reads(self, turn: u32, done: usize, all: usize) -> Result<(), Superseded> {
        self.goes_on(turn)?;
        self.progress.set(Progress::Reads(100 * done / all.max(1)));
        seconds::breath().await;
        self.goes_on(turn)
    }

    /// Takes a table in.
    pub fn take(self, name: String, text: String) {
        let Some(turn) = self.begin() else { return };
        self.source.set(None);
        self.refused.set(None);
        spawn_local(async move {
            let Ok(read) = self.read(turn, name, text).await else { return };
            self.progress.set(Progress::Idle);
            match read {
                Ok(source) => {
                    self.mapping.set(Mapping {
                        columns: Mapping::guess(&source.heads),
                        zone: self.zone(),
                        ..Mapping::default()
                    });
                    self.source.set(Some(source));
                }
                Err(refused) => self.refused.set(Some(refused)),
            }
        });
    }

    async fn read(
        self,
        turn: u32,
        name: String,
        text: String,
    ) -> Result<Result<Source, Refused>, Superseded> {
        if MAX_BYTES < text.len() as u64 {
            return Ok(Err(Refused::Large(text.len() as u64)));
        }
        self.reads(turn, 0, text.len()).await?;
        let text: Arc<str> = text.trim_start_matches('\u{FEFF}').trim_end_matches(['\r', '\n']).into();
        let separator = table::separator(&text);
        let (mut scan, mut ends) = (table::Scan::new(separator), Vec::new());
        let mut done = 0;
        while done < text.len() {
            done = scan.go_on(&text, BYTES_AT_A_TIME, &mut ends);
            self.reads(turn, done, text.len()).await?;
        }
        Ok(Source::new(name, text, separator, ends))
    }

    /// The zone of the first calendar whose zone is known, else that of the user.
    fn zone(self) -> String {
        let calendars = &self.workspace.section_now::<Collaboration>().calendars;
        let own = calendars.iter().map(|one| &one.time.zone).find(|zone| Zone::find(zone).is_some());
        own.cloned().unwrap_or_else(|| self.workspace.zone())
    }

    /// Parts the rows below the heads so that no ticket is parted.
    async fn parts(
        self,
        turn: u32,
        source: &Source,
        mapping: &Mapping,
    ) -> Result<Vec<Vec<usize>>, Superseded> {
        let rows: Vec<_> = (1..=source.rows()).collect();
        let parts: Vec<_> = rows.chunks(AT_A_TIME).map(<[usize]>::to_vec).collect();
        if !mapping.is_log() {
            return Ok(parts);
        }
        let mut groups = Groups::default();
        for (place, part) in parts.iter().enumerate() {
            for row in part {
                groups.add(mapping.cell(&source.cells(*row), Field::Reference), *row);
            }
            self.reads(turn, place + 1, parts.len()).await?;
        }
        Ok(groups.parts(AT_A_TIME))
    }

    /// Evaluates the table beside the page, part by part.
    pub fn evaluate(self) {
        let (Some(source), Some(turn)) = (self.source.get_untracked(), self.begin()) else { return };
        self.progress.set(Progress::Reads(0));
        spawn_local(async move {
            match self.evaluated(turn, &source).await {
                Ok(Some(outcome)) => self.progress.set(Progress::Done(Arc::new(outcome))),
                Ok(None) => self.progress.set(Progress::Failed),
                Err(Superseded) => (),
            }
        });
    }

    async fn evaluated(self, turn: u32, source: &Source) -> Result<Option<Outcome>, Superseded> {
        let mapping = self.mapping.get_untracked();
        let project = self.workspace.section_now::<Collaboration>();
        let by = Collaboration {
            response: project.response.clone(),
            calendars: project.calendars.clone(),
            ..Collaboration::default()
        };
        let as_of = now(self.workspace);
        let mut found = Evaluated::default();
        let mut done = 0;
        for part in self.parts(turn, source, &mapping).await? {
            self.progress.set(Progress::Runs(done));
            let rows = part.iter().map(|row| source.row(*row).to_owned()).collect();
            done += part.len();
            let part = Part {
                rows,
                separator: source.separator,
                // The heads are row 1.
                places: part.iter().map(|row| row + 1).collect(),
                mapping: mapping.clone(),
                by: by.clone(),
                as_of,
            };
            let part = lab::evaluate(part).await;
            self.goes_on(turn)?;
            let Some(part) = part else { return Ok(None) };
            found.join(part);
        }
        let mut records = Vec::new();
        for level in &found.levels {
            records.extend(level.record(&project));
            seconds::breath().await;
            self.goes_on(turn)?;
        }
        Ok(Some(Outcome { found, records }))
    }

    pub fn stop(self, progress: Progress) {
        if self.begin().is_some() {
            self.progress.set(progress);
        }
    }

    /// Says why a table was not taken in.
    pub fn refuse(self, refused: Refused) {
        if self.begin().is_some() {
            self.put_away();
            self.refused.set(Some(refused));
        }
    }

    pub fn put_away(self) {
        self.stop(Progress::Idle);
        self.source.set(None);
    }

    /// Keeps the figures of what was found.
    pub fn keep(self, outcome: &Outcome) {
        let Some(source) = self.source.get_untracked() else { return };
        let (id, as_of) = (self.workspace.new_id::<Summary>(), now(self.workspace));
        let project = self.workspace.section_now::<Collaboration>();
        let clause = Summary::blank(id, project.histories.next_number()).clause();
        let (found, levels) = (&outcome.found, outcome.records.clone());
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
    pub fn take_over(self) {
        let (Some(source), Some(turn)) = (self.source.get_untracked(), self.begin()) else { return };
        spawn_local(async move {
            let Ok(read) = self.read_tickets(turn, &source).await else { return };
            let project = self.workspace.section_now::<Collaboration>();
            let is_new = |ticket: &Ticket| {
                ticket.reference.is_empty()
                    || !project.tickets.iter().any(|known| known.reference == ticket.reference)
            };
            let (new, known): (Vec<_>, Vec<_>) = read.into_iter().partition(is_new);
            let (taken, known) = (new.len(), known.len());
            self.workspace.edit(Step::new(Verb::Paste, source.name), |collaboration: &mut Collaboration| {
                for one in new {
                    collaboration.tickets.add(self.workspace.new_id(), |ticket| {
                        (ticket.title, ticket.reference, ticket.events) =
                            (one.title, one.reference, one.events);
                    });
                }
            });
            self.source.set(None);
            self.progress.set(Progress::Taken(taken, known));
        });
    }

    async fn read_tickets(self, turn: u32, source: &Source) -> Result<Vec<Ticket>, Superseded> {
        let mapping = self.mapping.get_untracked();
        let project = self.workspace.section_now::<Collaboration>();
        let as_of = now(self.workspace);
        let parts = self.parts(turn, source, &mapping).await?;
        let mut read = Vec::new();
        for (place, part) in parts.iter().enumerate() {
            let rows: Vec<_> = part.iter().map(|row| source.cells(*row)).collect();
            read.extend(tickets(&rows, &mapping, &project, as_of).unwrap_or_default());
            self.reads(turn, place + 1, parts.len()).await?;
        }
        Ok(read)
    }
}
