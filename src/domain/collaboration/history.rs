//! A history of tickets from another system: rows of a table are read by a mapping of its columns and evaluated by the
//! same clock as the log. Long ones come in parts, whose results join to that of the whole.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::wall::WallTime;
use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Event, EventKind, clock_of, history};
use crate::domain::collaboration::response::Counting;
use crate::domain::collaboration::tickets::{Ages, Attainment, Tally, Ticket, note_age};
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::register::{Item, item};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The number of the ticket.
    Reference,
    /// What it is about.
    Title,
    /// Its level.
    Level,
    /// When it was reported.
    Created,
    /// When somebody answered.
    Responded,
    /// When it was solved.
    Solved,
    /// When its clock rested: `from / until`, several parted by `;`.
    Pauses,
}

impl Field {
    /// Every field, in the order of choice lists.
    pub const ALL: [Self; 7] = [
        Self::Reference,
        Self::Title,
        Self::Level,
        Self::Created,
        Self::Responded,
        Self::Solved,
        Self::Pauses,
    ];

    /// The words by which the head of a column is known, as other systems write them.
    const fn known_by(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &["key", "id", "number", "ticket", "reference", "编号", "单号", "工单号"],
            Self::Title => &["summary", "title", "subject", "description", "标题", "主题", "内容", "描述"],
            Self::Level => &["priority", "level", "severity", "urgency", "优先级", "级别", "等级"],
            Self::Created => &["created", "opened", "reported", "submitted", "创建", "提交", "受理", "报告"],
            Self::Responded => {
                &["respon", "answered", "acknowledged", "first reply", "响应", "首次回复", "应答"]
            }
            Self::Solved => &["resolved", "solved", "closed", "completed", "解决", "完成", "关闭"],
            Self::Pauses => &["pause", "on hold", "pending", "暂停", "挂起"],
        }
    }

    /// Returns what the head of a column seems to name.
    #[must_use]
    pub fn named(head: &str) -> Option<Self> {
        let head = head.trim().to_lowercase();
        // Times first: the head of "ticket created" names the ticket too.
        let order = [
            Self::Pauses,
            Self::Responded,
            Self::Solved,
            Self::Created,
            Self::Level,
            Self::Title,
            Self::Reference,
        ];
        order.into_iter().find(|field| field.known_by().iter().any(|word| head.contains(word)))
    }
}

/// The order of day, month and year where a date does not begin with the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `31.12.2026`.
    #[default]
    DayFirst,
    /// `12/31/2026`.
    MonthFirst,
}

impl DateOrder {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];
}

/// How the columns of a table are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// What each column holds; nothing where it is left aside.
    pub columns: Vec<Option<Field>>,
    /// The IANA name of the zone of times that do not say theirs.
    pub zone: String,
    /// The order of dates that do not begin with the year.
    pub order: DateOrder,
    /// The levels that words of the other system stand for.
    pub levels: Vec<(String, Id<ResponseLevel>)>,
    /// The level of tickets that name none.
    pub usual_level: Option<Id<ResponseLevel>>,
}

impl Mapping {
    /// Guesses what the columns hold from their heads; no field twice.
    #[must_use]
    pub fn guess(heads: &[String]) -> Vec<Option<Field>> {
        let mut columns = Vec::new();
        for head in heads {
            let field = Field::named(head).filter(|field| !columns.contains(&Some(*field)));
            columns.push(field);
        }
        columns
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    fn cell<'a>(&self, row: &'a [String], field: Field) -> &'a str {
        self.column(field).and_then(|column| row.get(column)).map_or("", |cell| cell.trim())
    }

    /// Returns the level a cell names: by what was said of the word, by its name, its number or its meaning.
    #[must_use]
    pub fn level(&self, cell: &str, collaboration: &Collaboration) -> Option<Id<ResponseLevel>> {
        let cell = cell.trim();
        let same = |text: &str| text.trim().to_lowercase() == cell.to_lowercase();
        let said = self.levels.iter().find(|(word, _)| same(word)).map(|(_, level)| *level);
        let fits = |level: &&Arc<ResponseLevel>| {
            [level.name(), level.clause(), level.meaning.clone()].iter().any(|text| same(text))
        };
        let named = || collaboration.response.iter().find(fits).map(|level| level.id);
        if cell.is_empty() { self.usual_level } else { said.or_else(named) }
    }

    /// Lists the words for levels in some rows that lead to none, each once.
    #[must_use]
    pub fn unknown_levels(&self, rows: &[Vec<String>], collaboration: &Collaboration) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for row in rows {
            let cell = self.cell(row, Field::Level);
            let is_new = || !found.iter().any(|known| known.eq_ignore_ascii_case(cell));
            if !cell.is_empty() && self.level(cell, collaboration).is_none() && is_new() {
                found.push(cell.to_owned());
            }
        }
        found
    }
}

/// Why a row cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// It does not say when it was reported.
    NoCreated,
    /// A cell is no date with a time of day.
    NotATime(Field),
    /// It names no level there is.
    NoLevel,
    /// Its level is counted in a calendar whose zone is not known.
    NotCounted,
    /// Something came before it was reported.
    BeforeCreated(Field),
    /// Something lies after the instant of the report.
    AfterReport(Field),
    /// A pause ends before it begins, begins after the solution, or overlaps another one.
    WrongPause,
}

/// A reason with the rows it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The reason.
    pub problem: Problem,
    /// How many rows.
    pub n: usize,
    /// The first rows, counted from 1 with the heads, and what stood there.
    pub examples: Vec<(usize, String)>,
}

/// How many examples of a cause are kept.
const EXAMPLES: usize = 3;

fn note(causes: &mut Vec<Cause>, new: Cause) {
    match causes.iter_mut().find(|cause| cause.problem == new.problem) {
        Some(cause) => {
            cause.n += new.n;
            let room = EXAMPLES.saturating_sub(cause.examples.len());
            cause.examples.extend(new.examples.into_iter().take(room));
        }
        None => causes.push(new),
    }
}

/// What a level came to in a part of a history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LevelTally {
    /// The level.
    pub level: Id<ResponseLevel>,
    /// The first answers.
    pub response: Tally,
    /// The solutions.
    pub resolution: Tally,
    /// The open ones by age.
    pub open: Ages,
}

/// What a history, or a part of one, came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evaluated {
    /// How many rows were read.
    pub rows: usize,
    /// Why some of them are left out.
    pub causes: Vec<Cause>,
    /// The levels in the order of the project.
    pub levels: Vec<LevelTally>,
    /// The numbers of the tickets that count.
    pub references: Vec<String>,
}

impl Evaluated {
    /// Counts the rows that are left out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.causes.iter().map(|cause| cause.n).sum()
    }

    /// Takes in what the next part came to.
    pub fn join(&mut self, next: Self) {
        self.rows += next.rows;
        next.causes.into_iter().for_each(|cause| note(&mut self.causes, cause));
        self.references.extend(next.references);
        for part in next.levels {
            match self.levels.iter_mut().find(|level| level.level == part.level) {
                Some(level) => {
                    level.response.join(part.response);
                    level.resolution.join(part.resolution);
                    level.open.iter_mut().zip(part.open).for_each(|(all, more)| *all += more);
                }
                None => self.levels.push(part),
            }
        }
    }

    /// Lists the numbers that stand in more than one row. Each row counts all the same.
    #[must_use]
    pub fn repeated(&self) -> Vec<&str> {
        let mut sorted: Vec<&str> =
            self.references.iter().map(String::as_str).filter(|reference| !reference.is_empty()).collect();
        decision::order::sort_by_key(&mut sorted, |reference| *reference);
        let mut found: Vec<&str> = Vec::new();
        for pair in sorted.windows(2) {
            if let [one, other] = pair
                && one == other
                && found.last() != Some(one)
            {
                found.push(one);
            }
        }
        found
    }

    /// Returns what is kept of it.
    #[must_use]
    pub fn records(&self, collaboration: &Collaboration) -> Vec<Record> {
        let record = |tally: &LevelTally| {
            let level = collaboration.response.get(tally.level)?;
            Some(Record {
                level: Some(tally.level),
                name: level.name(),
                response: tally.response.attainment(),
                resolution: tally.resolution.attainment(),
                open: tally.open,
            })
        };
        self.levels.iter().filter_map(record).collect()
    }
}

/// What a level came to in a history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Record {
    /// The level, while it is there.
    pub level: Option<Id<ResponseLevel>>,
    /// What it was called.
    pub name: String,
    /// The first answers.
    pub response: Attainment,
    /// The solutions.
    pub resolution: Attainment,
    /// The open ones by age.
    pub open: Ages,
}

/// What is kept of a history: its figures, not its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Summary {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Where it came from.
    pub name: String,
    /// The instant of the report.
    pub as_of: DateTime<Utc>,
    /// How many rows it had.
    pub rows: usize,
    /// How many of them could not be counted.
    pub left_out: usize,
    /// The levels.
    pub levels: Vec<Record>,
}
item!(Summary, "LH", 1);

/// Evaluates rows of a history; the first one stands in this row of its table, counted from 1. Nothing where the zone
/// of the mapping is not known.
#[must_use]
pub fn evaluate(
    rows: &[Vec<String>],
    first: usize,
    mapping: &Mapping,
    collaboration: &Collaboration,
    as_of: DateTime<Utc>,
) -> Option<Evaluated> {
    let zone = Zone::find(&mapping.zone)?;
    let counting = Counting::of(collaboration);
    let terms = counting.terms(collaboration);
    let is_level = |level| terms.iter().any(|terms| terms.level == level);
    let levels = terms.iter().map(|terms| LevelTally { level: terms.level, ..LevelTally::default() });
    let mut found = Evaluated { levels: levels.collect(), ..Evaluated::default() };
    let is_written = |(row, _): &(&Vec<String>, usize)| row.iter().any(|cell| !cell.trim().is_empty());
    for (row, place) in rows.iter().zip(first..).filter(is_written) {
        found.rows += 1;
        let counted = ticket(row, mapping, collaboration, zone, as_of).and_then(|ticket| {
            let (history, _) = history(&ticket.events, is_level, as_of);
            let level = mapping.cell(row, Field::Level);
            let not_counted = || (Problem::NotCounted, level.to_owned());
            let clock = clock_of(&history.ok_or_else(not_counted)?, &terms, as_of).ok_or_else(not_counted)?;
            Ok((ticket.reference, clock))
        });
        match counted {
            Ok((reference, clock)) => {
                found.references.push(reference);
                for tally in &mut found.levels {
                    if tally.level == clock.response.level {
                        tally.response.add(&clock.response);
                    }
                    if tally.level == clock.level {
                        tally.resolution.add(&clock.resolution);
                        note_age(&mut tally.open, &clock, as_of);
                    }
                }
            }
            Err((problem, text)) => {
                note(&mut found.causes, Cause { problem, n: 1, examples: vec![(place, text)] });
            }
        }
    }
    Some(found)
}

/// Reads rows as tickets, without ids and numbers; those that cannot be read are left out. Nothing where the zone of
/// the mapping is not known.
#[must_use]
pub fn tickets(
    rows: &[Vec<String>],
    mapping: &Mapping,
    collaboration: &Collaboration,
    as_of: DateTime<Utc>,
) -> Option<Vec<Ticket>> {
    let zone = Zone::find(&mapping.zone)?;
    Some(rows.iter().filter_map(|row| ticket(row, mapping, collaboration, zone, as_of).ok()).collect())
}

type Refused = (Problem, String);

fn ticket(
    row: &[String],
    mapping: &Mapping,
    collaboration: &Collaboration,
    zone: Zone,
    as_of: DateTime<Utc>,
) -> Result<Ticket, Refused> {
    let at = |field: Field| {
        let cell = mapping.cell(row, field);
        let read =
            || instant(cell, mapping.order, zone).ok_or_else(|| (Problem::NotATime(field), cell.to_owned()));
        let found = (!cell.is_empty()).then(read).transpose()?;
        match found {
            Some(at) if as_of < at => Err((Problem::AfterReport(field), cell.to_owned())),
            found => Ok(found),
        }
    };
    let created = at(Field::Created)?.ok_or((Problem::NoCreated, String::new()))?;
    let named = mapping.cell(row, Field::Level);
    let level = mapping.level(named, collaboration).ok_or_else(|| (Problem::NoLevel, named.to_owned()))?;
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

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads an instant as tables write it: `2026-01-31 09:05`, `2026/1/31 9:05:30`, `2026年1月31日 9:05`,
/// `31.01.2026 09:05`, `31/Jan/26 3:04 PM`, with or without an offset as in `2026-01-31T09:05:00+08:00`. A date without
/// a time of day is none: it could be off by a day.
#[must_use]
pub fn instant(text: &str, order: DateOrder, zone: Zone) -> Option<DateTime<Utc>> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut month = None;
    let mut half = None;
    let mut offset_s = None;
    let mut rest = text.trim();
    while let Some(letter) = rest.chars().next() {
        if letter.is_ascii_digit() {
            let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let (digits, after) = rest.split_at_checked(end)?;
            rest = after;
            // Behind the seconds stand parts of them.
            if numbers.len() + usize::from(month.is_some()) < 6 {
                numbers.push((digits.parse().ok()?, digits.len()));
            }
        } else if letter.is_alphabetic() && letter.is_ascii() {
            let end = rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end)?;
            rest = after;
            match word.to_ascii_lowercase().as_str() {
                "t" => (),
                "z" | "utc" | "gmt" => offset_s = Some(0),
                "am" => half = Some(0),
                "pm" => half = Some(12),
                word => {
                    let found = MONTHS.iter().position(|name| word.get(..3) == Some(name))?;
                    month = Some((found as u32 + 1, numbers.len()));
                }
            }
        } else if matches!(letter, '+' | '-' | '−') && 4 <= numbers.len() + usize::from(month.is_some()) {
            let (_, after) = rest.split_at_checked(letter.len_utf8())?;
            let digits: String = after.chars().filter(char::is_ascii_digit).collect();
            let is_offset = after.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
            let minutes = match digits.len() {
                1 | 2 if is_offset => digits.parse::<i64>().ok()? * 60,
                4 if is_offset => {
                    digits.get(..2)?.parse::<i64>().ok()? * 60 + digits.get(2..)?.parse::<i64>().ok()?
                }
                _ => return None,
            };
            offset_s = Some(if letter == '+' { minutes * 60 } else { -minutes * 60 });
            rest = "";
        } else {
            let (mark, after) = rest.split_at_checked(letter.len_utf8())?;
            half = match (mark, half) {
                ("上", _) => Some(0),
                ("下", _) => Some(12),
                (_, half) => half,
            };
            rest = after;
        }
    }
    let (date, time) = dated(&numbers, month, order)?;
    let [hour, minute, second] = match time {
        [hour, minute] => [*hour, *minute, (0, 0)],
        [hour, minute, second] => [*hour, *minute, *second],
        _ => return None,
    }
    .map(|(number, _)| number);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    if 60 <= minute || 60 <= second || 24 < hour {
        return None;
    }
    let wall = WallTime::new(u16::try_from(hour * 60 + minute).ok()?)?;
    let at = match offset_s {
        Some(offset) => {
            let midnight = date.and_hms_opt(0, 0, 0)?.and_utc();
            midnight + TimeDelta::minutes(wall.minutes().into()) - TimeDelta::seconds(offset)
        }
        None => zone.instant(date, wall),
    };
    Some(at + TimeDelta::seconds(second.into()))
}

/// Parts the numbers of a text into a date and the time behind it.
fn dated(
    numbers: &[(u32, usize)],
    month: Option<(u32, usize)>,
    order: DateOrder,
) -> Option<(NaiveDate, &[(u32, usize)])> {
    let full_year = |(year, digits): (u32, usize)| (digits == 4).then_some(year as i32);
    let (year, month, day, time) = match (numbers, month) {
        // Next to a month in letters, two digits behind it are the year.
        ([day, year, time @ ..], Some((month, 1))) => {
            let short = (year.1 == 2).then_some(2000 + year.0 as i32);
            (full_year(*year).or(short)?, month, day.0, time)
        }
        ([day, year, time @ ..], Some((month, 0))) => (full_year(*year)?, month, day.0, time),
        (_, Some(_)) => return None,
        ([year, month, day, time @ ..], None) if year.1 == 4 => (year.0 as i32, month.0, day.0, time),
        ([first, second, year, time @ ..], None) => {
            let (day, month) = match order {
                DateOrder::DayFirst => (first.0, second.0),
                DateOrder::MonthFirst => (second.0, first.0),
            };
            (full_year(*year)?, month, day, time)
        }
        _ => return None,
    };
    // What lies outside is a slip of the pen.
    let year = (1970..=2100).contains(&year).then_some(year)?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, time))
}

#[cfg(test)]
mod tests;
