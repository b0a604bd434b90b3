//! The papers: what stands in each, drawn from the project as it is.

mod award;
mod charter;
mod collaboration;
mod confirmation;
pub mod occasion;
mod payment;
mod pilot;
mod request;
mod review;
mod risks;
mod security;
mod service_levels;
mod signing;
mod specification;

use chrono::NaiveDate;

use crate::documents::paper::{Blank, Block, Column, Line, Paper, Place, Run, Table};
use crate::documents::papers::occasion::Occasion;
use crate::domain::ids::Id;
use crate::domain::paper::PaperKind;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::confirmed::{fingerprint, short};
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::task::Task;
use crate::domain::team::Role;
use crate::i18n::Text;
use crate::i18n::format;
use crate::i18n::papers::{self, PapersText};

/// A paper in the making.
pub struct Draft<'a> {
    /// What it is drawn from.
    pub project: &'a Project,
    /// The words of its language.
    pub text: &'static Text,
    /// The day it is drawn on.
    pub today: NaiveDate,
    /// What it is about, where the project has several of its kind.
    pub occasion: Option<Occasion>,
    /// What stands above its title.
    over: String,
    /// Which version it is.
    version: String,
    blocks: Vec<Block>,
}

/// Draws a paper as the project stands; of a kind there are several of, the one to settle.
#[must_use]
pub fn draw(kind: PaperKind, project: &Project, text: &'static Text, today: NaiveDate) -> Paper {
    draw_of(kind, project, text, today, occasion::usual(kind, project, today))
}

/// Draws a paper about an occasion.
#[must_use]
pub fn draw_of(
    kind: PaperKind,
    project: &Project,
    text: &'static Text,
    today: NaiveDate,
    occasion: Option<Occasion>,
) -> Paper {
    let words = papers::of(text.language);
    let version = project.requirements.latest().map_or(0, |latest| latest.number);
    let mut draft = Draft {
        project,
        text,
        today,
        occasion,
        over: (words.over)(kind).to_owned(),
        version: (words.version)(version, &short(&fingerprint(project))),
        blocks: Vec::new(),
    };
    match kind {
        PaperKind::Specification => specification::write(&mut draft),
        PaperKind::Confirmation => confirmation::write(&mut draft),
        PaperKind::Charter => charter::write(&mut draft),
        PaperKind::Request => request::write(&mut draft),
        PaperKind::Award => award::write(&mut draft),
        PaperKind::Pilot => pilot::write(&mut draft),
        PaperKind::ServiceLevels => service_levels::write(&mut draft),
        PaperKind::Security => security::write(&mut draft),
        PaperKind::Collaboration => collaboration::write(&mut draft),
        PaperKind::Risks => risks::write(&mut draft),
        PaperKind::Review => review::write(&mut draft),
        PaperKind::Payment => payment::write(&mut draft),
    }
    let profile = &project.profile;
    let head = [&profile.name, &profile.client.name, &profile.vendor.name].map(|name| name.trim());
    let head: Vec<_> = head.into_iter().filter(|name| !name.is_empty()).collect();
    Paper {
        kind,
        language: text.language,
        over: draft.over,
        title: (words.title)(kind).to_owned(),
        head: head.join(" · "),
        version: draft.version,
        blocks: draft.blocks,
    }
}

impl Draft<'_> {
    fn words(&self) -> &'static PapersText {
        papers::of(self.text.language)
    }

    /// Begins a chapter.
    fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(1, text.into()));
    }

    /// Begins a part of a chapter.
    fn subheading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(2, text.into()));
    }

    fn clause(&mut self, number: impl Into<String>, line: impl Into<Line>) {
        self.blocks.push(Block::Clause(number.into(), line.into()));
    }

    fn paragraph(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Paragraph(line.into()));
    }

    fn points(&mut self, lines: impl IntoIterator<Item = Line>) {
        let lines: Vec<_> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Points(lines));
        }
    }

    fn table(&mut self, columns: impl Into<Vec<Column>>, rows: impl IntoIterator<Item = Vec<Line>>) {
        let rows = rows.into_iter().collect();
        self.blocks.push(Block::Table(Table { columns: columns.into(), rows, total: None }));
    }

    /// Begins a page.
    fn new_page(&mut self) {
        self.blocks.push(Block::NewPage);
    }

    /// Names a side by its firm, or else by which side it is.
    fn named(&self, side: Side) -> String {
        match self.project.profile.party(side).name.trim() {
            "" => (self.words().unnamed)(side).to_owned(),
            name => name.to_owned(),
        }
    }

    /// Names a role, or leaves it empty.
    fn role(&self, id: Option<Id<Role>>) -> String {
        id.and_then(|id| self.project.team.roles.get(id)).map(|role| role.name.clone()).unwrap_or_default()
    }

    /// Puts sentences one after the other; those with nothing in them leave no gap.
    fn sentences(&self, all: impl IntoIterator<Item = Line>) -> Line {
        let gap = self.words().gap;
        let said = all.into_iter().filter(|line| !line.is_empty());
        said.reduce(|before, next| if gap.is_empty() { before.and(next) } else { before.then(gap).and(next) })
            .unwrap_or_default()
    }

    /// A table whose last row sums up the others.
    fn summed(&mut self, columns: impl Into<Vec<Column>>, rows: Vec<Vec<Line>>, total: Vec<Line>) {
        self.blocks.push(Block::Table(Table { columns: columns.into(), rows, total: Some(total) }));
    }

    /// A table of names and what is said of them, without heads.
    fn facts(&mut self, rows: Vec<Vec<Line>>) {
        self.table([Column::words("", 3), Column::words("", 10)], rows);
    }

    /// Says that a page has nothing on it yet, with the way there.
    fn nothing_yet(&self, task: Task) -> Line {
        Line(vec![Run::Blank(self.open((self.text.common.task)(task), task))])
    }

    /// A blank that belongs to no clause.
    fn open(&self, what: &str, task: Task) -> Blank {
        Blank { what: what.to_owned(), clause: None, place: Place::Task(task, None) }
    }

    /// A blank of the page on information security.
    fn security_blank(&self, what: &str) -> Line {
        Line(vec![Run::Blank(Blank { what: what.to_owned(), clause: None, place: Place::Security(None) })])
    }

    /// What was filled in on the page on information security, or the blank it left.
    fn at_security(&self, value: &str, what: &str, item: &impl Item) -> Line {
        let clause = item.clause();
        let place = Place::Security(Some(clause.clone()));
        Line::default().filled(value, || Blank { what: what.to_owned(), clause: Some(clause), place })
    }

    /// A blank of a clause.
    fn blank(&self, what: &str, task: Task, item: &impl Item) -> Blank {
        let clause = item.clause();
        Blank { what: what.to_owned(), clause: Some(clause.clone()), place: Place::Task(task, Some(clause)) }
    }

    /// What was filled in at a clause, or the blank it left.
    fn filled(&self, value: &str, what: &str, task: Task, item: &impl Item) -> Line {
        Line::default().filled(value, || self.blank(what, task, item))
    }

    /// The name of a firm, or the blank it left.
    fn party(&self, side: Side) -> Line {
        let name = &self.project.profile.party(side).name;
        Line::default().filled(name, || Blank {
            what: self.text.common.side(side).to_owned(),
            clause: None,
            place: Place::Settings,
        })
    }
}

/// What somebody wrote in several lines, in one. A line without a stop of its own gets one that holds the next apart.
fn lines_of(text: &str) -> String {
    let mut said = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        said.push_str(match said.chars().last() {
            None => "",
            Some('。' | '；' | '！' | '？' | '，' | '：') => "",
            Some('.' | ';' | '!' | '?' | ',' | ':') => " ",
            Some(last) if last.is_ascii() => "; ",
            Some(_) => "；",
        });
        said.push_str(line);
    }
    said
}

/// The target of a service level with its direction and unit.
fn bounded(line: &SlaLine) -> String {
    let sign = match line.bound {
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
    };
    let said = |target| format!("{sign} {} {}", format::number(target, 6), line.unit).trim_end().to_owned();
    line.target.map(said).unwrap_or_default()
}
