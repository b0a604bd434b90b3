//! Tickets as a table tells them: one a row, or event by event over many rows.

use chrono::{DateTime, Utc};

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Event, EventKind};
use crate::domain::collaboration::history::Problem;
use crate::domain::collaboration::history::columns::{DateOrder, Field, Mapping};
use crate::domain::collaboration::history::groups::Groups;
use crate::domain::collaboration::history::instants::instant;
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;

/// Why something cannot be counted, and what stands there.
pub(super) type Refused = (Problem, String);

/// A ticket as its rows tell it.
pub(super) struct Told {
    /// The rows it stands in.
    pub places: Vec<usize>,
    /// The ticket, or the row that keeps it from counting.
    pub ticket: Result<Ticket, (usize, Refused)>,
    /// In an event log: the row of each event, in their order.
    pub row_of_event: Vec<usize>,
}

/// How a table is read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub mapping: &'a Mapping,
    pub collaboration: &'a Collaboration,
    pub zone: Zone,
    pub as_of: DateTime<Utc>,
}

impl Reader<'_> {
    /// Reads the tickets of some rows, which stand at these places of their table.
    pub fn tell(self, rows: &[Vec<String>], places: &[usize]) -> Vec<Told> {
        let is_written = |(row, _): &(&Vec<String>, usize)| row.iter().any(|cell| !cell.trim().is_empty());
        let rows = rows.iter().zip(places.iter().copied()).filter(is_written);
        if !self.mapping.is_log() {
            let told = |(row, place): (&Vec<String>, usize)| Told {
                places: vec![place],
                ticket: self.ticket(row).map_err(|refused| (place, refused)),
                row_of_event: Vec::new(),
            };
            return rows.map(told).collect();
        }
        let rows: Vec<_> = rows.collect();
        let mut groups = Groups::default();
        for (at, (row, _)) in rows.iter().enumerate() {
            groups.add(self.mapping.cell(row, Field::Reference), at);
        }
        let of_ticket =
            |group: Vec<usize>| group.into_iter().filter_map(|at| rows.get(at).copied()).collect();
        groups.rows().into_iter().map(|group| self.folded(of_ticket(group))).collect()
    }

    /// Folds the events of one ticket.
    fn folded(self, rows: Vec<(&Vec<String>, usize)>) -> Told {
        let places: Vec<_> = rows.iter().map(|(_, place)| *place).collect();
        let refused = |place, refused| Told {
            places: places.clone(),
            ticket: Err((place, refused)),
            row_of_event: Vec::new(),
        };
        let mut events = Vec::new();
        for (row, place) in &rows {
            match self.event(row) {
                Ok(Some(event)) => events.push((event, *place)),
                Ok(None) => (),
                Err(reason) => return refused(*place, reason),
            }
        }
        // Many systems write the latest first: events of one instant would stand in the wrong order.
        if let [(first, _), .., (last, _)] = events.as_slice()
            && last.at < first.at
        {
            events.reverse();
        }
        decision::order::sort_by_key(&mut events, |(event, _)| event.at);
        let first = places.first().copied().unwrap_or_default();
        if !events.iter().any(|(event, _)| event.kind == EventKind::Created) {
            return refused(first, (Problem::NoCreated, String::new()));
        }
        let cell = |field| {
            let cells = rows.iter().map(|(row, _)| self.mapping.cell(row, field));
            cells.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default().to_owned()
        };
        let (events, row_of_event) = events.into_iter().unzip();
        let (title, reference) = (cell(Field::Title), cell(Field::Reference));
        Told { places, ticket: Ok(Ticket { title, reference, events, ..Ticket::default() }), row_of_event }
    }

    /// Reads the event of a row; nothing where its word is left aside.
    fn event(self, row: &[String]) -> Result<Option<Event>, Refused> {
        let cell = |field| self.mapping.cell(row, field);
        if cell(Field::Reference).is_empty() {
            return Err((Problem::NoReference, row.join(" ")));
        }
        let word = cell(Field::Event);
        let known = self.mapping.event(word).ok_or_else(|| (Problem::UnknownEvent, word.to_owned()))?;
        let Some(kind) = known else { return Ok(None) };
        let written = cell(Field::At);
        let at = instant(written, self.mapping.order, self.zone)
            .ok_or_else(|| (Problem::NotATime(Field::At), written.to_owned()))?;
        let has_level = matches!(kind, EventKind::Created | EventKind::PriorityChange);
        let named = self.mapping.level_cell(row);
        let level = match has_level {
            true => Some(self.level(named)?),
            false => None,
        };
        let note = if has_level { String::new() } else { cell(Field::Value).to_owned() };
        Ok(Some(Event { at, kind, level, note }))
    }

    fn level(self, named: &str) -> Result<Id<ResponseLevel>, Refused> {
        let level = self.mapping.level(named, self.collaboration);
        level.ok_or_else(|| (Problem::NoLevel, named.to_owned()))
    }

    /// Reads a ticket that stands in one row.
    fn ticket(self, row: &[String]) -> Result<Ticket, Refused> {
        let Self { mapping, zone, as_of, .. } = self;
        let at = |field: Field| {
            let cell = mapping.cell(row, field);
            let read = || {
                instant(cell, mapping.order, zone).ok_or_else(|| (Problem::NotATime(field), cell.to_owned()))
            };
            let found = (!cell.is_empty()).then(read).transpose()?;
            match found {
                Some(at) if as_of < at => Err((Problem::AfterReport(field), cell.to_owned())),
                found => Ok(found),
            }
        };
        let created = at(Field::Created)?.ok_or((Problem::NoCreated, String::new()))?;
        let level = self.level(mapping.cell(row, Field::Level))?;
        let mut events =
            vec![Event { at: created, kind: EventKind::Created, level: Some(level), ..Event::default() }];
        let solved = at(Field::Solved)?;
        for (field, kind, found) in [
            (Field::Responded, EventKind::Responded, at(Field::Responded)?),
            (Field::Solved, EventKind::Solved, solved),
        ] {
            let Some(at) = found else { continue };
            if at < created {
                return Err((Problem::BeforeCreated(field), mapping.cell(row, field).to_owned()));
            }
            events.push(Event { at, kind, ..Event::default() });
        }
        let cell = mapping.cell(row, Field::Pauses);
        let mut free_from = created;
        for pause in cell.split([';', '；', '\n']).map(str::trim).filter(|pause| !pause.is_empty()) {
            let unread = || (Problem::NotATime(Field::Pauses), pause.to_owned());
            let (from, until) = ["/", "~", "→", " - ", " – "]
                .iter()
                .find_map(|mark| parted(pause, mark, mapping.order, zone))
                .ok_or_else(unread)?;
            if until.is_some_and(|until| until < from)
                || solved.is_some_and(|solved| solved <= from)
                || from < free_from
            {
                return Err((Problem::WrongPause, pause.to_owned()));
            }
            free_from = until.unwrap_or(DateTime::<Utc>::MAX_UTC);
            events.push(Event { at: from, kind: EventKind::Pause, ..Event::default() });
            // A solution ends a pause by itself.
            if let Some(at) = until.filter(|until| solved.is_none_or(|solved| *until < solved)) {
                events.push(Event { at, kind: EventKind::Resume, ..Event::default() });
            }
        }
        decision::order::sort_by_key(&mut events, |event| event.at);
        Ok(Ticket {
            title: mapping.cell(row, Field::Title).to_owned(),
            reference: mapping.cell(row, Field::Reference).to_owned(),
            events,
            ..Ticket::default()
        })
    }
}

/// Reads `from / until` with one of the marks between the two; without an end the pause goes on.
fn parted(
    text: &str,
    mark: &str,
    order: DateOrder,
    zone: Zone,
) -> Option<(DateTime<Utc>, Option<DateTime<Utc>>)> {
    // Dates may be written with the same mark: what stands around one of them has to be a time on both sides.
    text.match_indices(mark).find_map(|(at, _)| {
        let (from, rest) = text.split_at_checked(at)?;
        let until = rest.strip_prefix(mark)?.trim();
        let from = instant(from, order, zone)?;
        if until.is_empty() {
            return Some((from, None));
        }
        Some((from, Some(instant(until, order, zone)?)))
    })
}
