//! What the columns of a table of tickets hold: one row a ticket, or one row an event.

use std::sync::Arc;

use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::clock::EventKind;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::register::Item;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
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
    /// In an event log: when it happened.
    At,
    /// In an event log: what happened.
    Event,
    /// In an event log: the level it got, or what was said.
    Value,
}

impl Field {
    /// Every field, in the order of choice lists.
    pub const ALL: [Self; 10] = [
        Self::Reference,
        Self::Title,
        Self::Level,
        Self::Created,
        Self::Responded,
        Self::Solved,
        Self::Pauses,
        Self::At,
        Self::Event,
        Self::Value,
    ];

    /// The fields of a table with one row a ticket. Times first: the head of "ticket created" names the ticket too.
    const OF_TICKETS: [Self; 7] = [
        Self::Pauses,
        Self::Responded,
        Self::Solved,
        Self::Created,
        Self::Level,
        Self::Title,
        Self::Reference,
    ];

    /// The fields of a table with one row an event.
    const OF_EVENTS: [Self; 6] =
        [Self::Event, Self::At, Self::Value, Self::Level, Self::Title, Self::Reference];

    /// The words by which the head of a column is known, as other systems write them.
    const fn known_by(self) -> &'static [&'static str] {
        match self {
            Self::Reference => {
                &["key", "id", "number", "ticket", "issue", "reference", "编号", "单号", "工单号"]
            }
            Self::Title => &["summary", "title", "subject", "description", "标题", "主题", "内容", "描述"],
            Self::Level => &["priority", "level", "severity", "urgency", "优先级", "级别", "等级"],
            Self::Created => &["created", "opened", "reported", "submitted", "创建", "提交", "受理", "报告"],
            Self::Responded => {
                &["respon", "answered", "acknowledged", "first reply", "响应", "首次回复", "应答"]
            }
            Self::Solved => &["resolved", "solved", "closed", "completed", "解决", "完成", "关闭"],
            Self::Pauses => &["pause", "on hold", "pending", "暂停", "挂起"],
            Self::At => {
                &["at", "time", "date", "when", "instant", "created", "changed", "时间", "时刻", "日期"]
            }
            Self::Event => {
                &["event", "event type", "action", "transition", "事件", "事件类型", "动作", "操作"]
            }
            Self::Value => {
                &["value", "to", "detail", "note", "reason", "comment", "值", "改为", "说明", "原因"]
            }
        }
    }

    /// Tells whether the head of a column seems to name it.
    fn is_named(self, head: &str) -> bool {
        let head = head.trim().to_lowercase();
        let is_named = |word: &&str| match self {
            // Many a column speaks of events or has these letters in it.
            Self::Event => head == **word,
            _ if word.len() == 2 => {
                head.split(|sign: char| !sign.is_alphanumeric()).any(|part| part == *word)
            }
            _ => head.contains(*word),
        };
        self.known_by().iter().any(is_named)
    }
}

/// The words other systems have for an event.
const fn words_of(kind: EventKind) -> &'static [&'static str] {
    match kind {
        EventKind::Created => {
            &["created", "create", "reported", "submitted", "opened", "创建", "报告", "提交", "受理", "新建"]
        }
        EventKind::Responded => &[
            "responded",
            "response",
            "first response",
            "first reply",
            "answered",
            "acknowledged",
            "响应",
            "首次响应",
            "首次回复",
            "应答",
        ],
        EventKind::Pause => &["pause", "paused", "on hold", "hold", "pending", "waiting", "暂停", "挂起"],
        EventKind::Resume => &["resume", "resumed", "went on", "continued", "恢复", "继续"],
        EventKind::PriorityChange => &[
            "priority change",
            "priority changed",
            "level change",
            "level changed",
            "priority",
            "改级别",
            "优先级变更",
            "级别变更",
        ],
        EventKind::Solved => {
            &["solved", "resolved", "closed", "done", "completed", "解决", "已解决", "完成", "关闭"]
        }
        EventKind::Reopen => &["reopen", "reopened", "重新打开", "重开", "重新开启"],
    }
}

/// The order of day, month and year where a date does not begin with the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
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
    /// The events that words of the other system stand for; nothing where they are left aside.
    pub events: Vec<(String, Option<EventKind>)>,
}

impl Mapping {
    /// Guesses what the columns hold from their heads; no field twice. A column of events makes it an event log.
    #[must_use]
    pub fn guess(heads: &[String]) -> Vec<Option<Field>> {
        let is_log = heads.iter().any(|head| Field::Event.is_named(head));
        let fields: &[Field] = if is_log { &Field::OF_EVENTS } else { &Field::OF_TICKETS };
        let mut columns = Vec::new();
        for head in heads {
            let field = fields.iter().copied().find(|field| field.is_named(head));
            columns.push(field.filter(|field| !columns.contains(&Some(*field))));
        }
        columns
    }

    /// Tells whether each row is an event rather than a ticket.
    #[must_use]
    pub fn is_log(&self) -> bool {
        self.column(Field::Event).is_some()
    }

    /// Tells whether it says enough to count by.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let has = |field| self.column(field).is_some();
        let has_level = has(Field::Level) || self.usual_level.is_some();
        if self.is_log() {
            has(Field::Reference) && has(Field::At) && (has_level || has(Field::Value))
        } else {
            has(Field::Created) && has_level
        }
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    /// Returns what a row says in the column of a field; nothing where there is none.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a [String], field: Field) -> &'a str {
        self.column(field).and_then(|column| row.get(column)).map_or("", |cell| cell.trim())
    }

    /// Returns the word for a level in a row: in an event log one that makes or changes it has it in its own column or
    /// as its value.
    #[must_use]
    pub fn level_cell<'a>(&self, row: &'a [String]) -> &'a str {
        let (level, value) = (self.cell(row, Field::Level), self.cell(row, Field::Value));
        if !self.is_log() {
            return level;
        }
        match self.event(self.cell(row, Field::Event)).flatten() {
            Some(EventKind::Created) if level.is_empty() => value,
            Some(EventKind::Created) => level,
            Some(EventKind::PriorityChange) if value.is_empty() => level,
            Some(EventKind::PriorityChange) => value,
            _ => "",
        }
    }

    /// Returns the event a word stands for, by what was said of it or by itself; within, nothing where it is left aside.
    #[must_use]
    pub fn event(&self, word: &str) -> Option<Option<EventKind>> {
        let word = plain(word);
        let said = self.events.iter().find(|(known, _)| plain(known) == word).map(|(_, kind)| *kind);
        let is_of = |kind: &EventKind| words_of(*kind).contains(&word.as_str());
        said.or_else(|| EventKind::ALL.into_iter().find(is_of).map(Some))
    }

    /// Lists the words for events in some rows that stand for none, each once.
    #[must_use]
    pub fn unknown_events(&self, rows: &[Vec<String>]) -> Vec<String> {
        let cells = rows.iter().map(|row| self.cell(row, Field::Event));
        each_once(cells.filter(|cell| self.event(cell).is_none()))
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
        let cells = rows.iter().map(|row| self.level_cell(row));
        each_once(cells.filter(|cell| self.level(cell, collaboration).is_none()))
    }
}

/// Takes off what a word is written with in one system and not in another.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', '-'], " ")
}

fn each_once<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !found.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            found.push(word.to_owned());
        }
    }
    found
}
