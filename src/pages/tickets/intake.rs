//! A table from elsewhere on its way in: read, evaluated and taken over in steps, so that the page goes on answering and
//! the user can stop it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::desk::Desk;
use crate::domain::collaboration::history::columns::{Field, Mapping};
use crate::domain::collaboration::history::groups::Groups;
use crate::domain::collaboration::history::{Evaluated, Record, Summary, tickets};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::Team;
use crate::exchange::table;
use crate::lab::history::Part;
use crate::pages::tickets::now;
use crate::pages::tickets::source::{MAX_BYTES, Refused, Source};
use crate::state::workspace::Workspace;
use crate::state::{lab, seconds};
use crate::ui::live::follow;

/// How many rows are asked about at a time: the page says how far it is after each.
const AT_A_TIME: usize = 1000;
/// How many bytes are gone through at a time.
const BYTES_AT_A_TIME: usize = 512 * 1024;
/// What a table came to.
#[derive(PartialEq)]
pub struct Outcome {
    /// What counts, and what does not and why.
    pub found: Evaluated,
    /// What each level came to.
    pub records: Vec<Record>,
}

/// Where the work stands.
#[derive(Clone, PartialEq)]
pub enum Progress {
    /// Nothing is under way.
    Idle,
    /// So much of it is gone through, in percent.
    Reads(usize),
    /// So many rows are done.
    Runs(usize),
    /// The user stopped it.
    Cancelled,
    /// It did not finish.
    Failed,
    /// It came to this.
    Done(Arc<Outcome>),
    /// So many were taken over, and so many were there already.
    Taken(usize, usize),
    /// Its figures are kept.
    Kept,
}

/// What the section works with.
#[derive(Clone, Copy)]
pub struct Intake {
    /// The project.
    pub workspace: Workspace,
    /// The table, while there is one.
    pub source: RwSignal<Option<Source>>,
    /// Why the last one was not taken in.
    pub refused: RwSignal<Option<Refused>>,
    /// What its columns hold.
    pub mapping: RwSignal<Mapping>,
    /// Where the work stands.
    pub progress: RwSignal<Progress>,
    /// Counts what is begun: work that is no longer the latest stops.
    turn: StoredValue<u32>,
}

/// The work goes on only while it is the latest and the page is there.
struct Superseded;

impl Intake {
    /// Starts with nothing. Each change of the mapping puts away what the table came to before.
    pub fn new(workspace: Workspace) -> Self {
        let intake = Self {
            workspace,
            source: RwSignal::new(None),
            refused: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            progress: RwSignal::new(Progress::Idle),
            turn: StoredValue::new(0),
        };
        follow(move || {
            intake.mapping.track();
            if intake.progress.get_untracked() != Progress::Idle {
                intake.stop(Progress::Idle);
            }
        });
        intake
    }

    /// Tells whether the mapping says enough to count by.
    pub fn is_ready(self) -> bool {
        self.mapping.with(|mapping| mapping.is_ready() && Zone::find(&mapping.zone).is_some())
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
        self.work(|_, _| async { Ok(()) });
    }

    /// Evaluates the table and looks at its tickets as if they were those of the log.
    pub fn look(self, desk: RwSignal<Option<Arc<Desk>>>) {
        self.work(move |turn, source| async move {
            desk.set(self.desk(turn, &source).await?.map(Arc::new));
            Ok(())
        });
    }

    /// Evaluates the table and does something more with it before it is done.
    fn work<M>(self, more: impl FnOnce(u32, Source) -> M + 'static)
    where
        M: Future<Output = Result<(), Superseded>>,
    {
        let (Some(source), Some(turn)) = (self.source.get_untracked(), self.begin()) else { return };
        self.progress.set(Progress::Reads(0));
        spawn_local(async move {
            let Ok(outcome) = self.evaluated(turn, &source).await else { return };
            if more(turn, source).await.is_err() {
                return;
            }
            self.progress.set(outcome.map_or(Progress::Failed, |outcome| Progress::Done(Arc::new(outcome))));
        });
    }

    async fn desk(self, turn: u32, source: &Source) -> Result<Option<Desk>, Superseded> {
        let (project, team) =
            (self.workspace.section_now::<Collaboration>(), self.workspace.section_now::<Team>());
        let as_of = now(self.workspace);
        let mut desk: Option<Desk> = None;
        for read in self.read_tickets(turn, source).await?.chunks(AT_A_TIME) {
            let part = Desk::over(read, &project, &team, as_of);
            match (&mut desk, part) {
                (Some(desk), Some(part)) => desk.join(part),
                (_, part) => desk = part,
            }
            self.reads(turn, 1, 1).await?;
        }
        Ok(desk)
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

    /// Stops the work.
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

    /// Lets go of the table.
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
            let is_new = |ticket: &Arc<Ticket>| {
                ticket.reference.is_empty()
                    || !project.tickets.iter().any(|known| known.reference == ticket.reference)
            };
            let (new, known): (Vec<_>, Vec<_>) = read.into_iter().partition(is_new);
            let (taken, known) = (new.len(), known.len());
            self.workspace.edit(Step::new(Verb::Paste, source.name), |collaboration: &mut Collaboration| {
                for one in new {
                    collaboration.tickets.add(self.workspace.new_id(), |ticket| {
                        let one = Arc::unwrap_or_clone(one);
                        (ticket.title, ticket.reference, ticket.events) =
                            (one.title, one.reference, one.events);
                    });
                }
            });
            self.source.set(None);
            self.progress.set(Progress::Taken(taken, known));
        });
    }

    async fn read_tickets(self, turn: u32, source: &Source) -> Result<Vec<Arc<Ticket>>, Superseded> {
        let mapping = self.mapping.get_untracked();
        let project = self.workspace.section_now::<Collaboration>();
        let as_of = now(self.workspace);
        let parts = self.parts(turn, source, &mapping).await?;
        let mut read = Vec::new();
        for (place, part) in parts.iter().enumerate() {
            let rows: Vec<_> = part.iter().map(|row| source.cells(*row)).collect();
            let part = tickets(&rows, &mapping, &project, as_of).unwrap_or_default();
            read.extend(part.into_iter().map(Arc::new));
            self.reads(turn, place + 1, parts.len()).await?;
        }
        Ok(read)
    }
}
