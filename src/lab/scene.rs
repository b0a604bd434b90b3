//! What every second opinion looks at: the ranking of the page with its names, numbers and words.

use std::sync::Arc;

use crate::charts::palette::Palette;
use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::ranking::Ranking;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::lab::{self, LabText};
use crate::i18n::{Text, format};
use crate::lab::block::{Cell, Input};
use crate::lab::question::Question;
use crate::routes::{Page, Route, WEIGHTS};

/// The ranking and everything around it.
pub struct Scene {
    /// The project.
    pub project: Project,
    /// What was asked.
    pub question: Question,
    /// The words of the pages.
    pub text: &'static Text,
    /// The words of the laboratory.
    pub words: &'static LabText,
    /// The ranking as it stands, best first.
    pub ranking: Ranking,
}

impl Scene {
    /// Looks at a project; nothing where it has no ranking. Weights on their way to another sum count in proportion, as
    /// on the page.
    pub fn of(mut project: Project, question: Question) -> Option<Self> {
        if let Some(method) = project.selection.method.in_proportion() {
            Arc::make_mut(&mut project.selection).method = method;
        }
        let ranking = project.selection.ranking(question.today).ok()?;
        let (text, words) = (Text::of(question.language), lab::of(question.language));
        Some(Self { project, question, text, words, ranking })
    }

    /// Returns the section of the project all of this is about.
    pub fn selection(&self) -> &Selection {
        &self.project.selection
    }

    /// Returns the colours of pictures.
    pub fn palette(&self) -> &'static Palette {
        Palette::of(self.question.is_dark)
    }

    /// Returns the part scores 0 to 100 by vendor, in the order of the ranking.
    pub fn matrix(&self) -> Vec<Vec<f64>> {
        self.ranking.matrix()
    }

    /// Returns the vendors in the order of the ranking.
    pub fn vendors(&self) -> impl Iterator<Item = Id<Vendor>> + '_ {
        self.ranking.rows.iter().map(|row| row.vendor)
    }

    /// Names a vendor by number and name.
    pub fn name(&self, vendor: Id<Vendor>) -> String {
        self.selection().title_of(vendor)
    }

    /// Names the vendor at a place of the ranking.
    pub fn name_at(&self, place: usize) -> String {
        self.ranking.rows.get(place).map(|row| self.name(row.vendor)).unwrap_or_default()
    }

    /// Returns the place of the colour of the vendor at a place of the ranking.
    pub fn style_at(&self, place: usize) -> usize {
        let vendor = self.ranking.rows.get(place).and_then(|row| self.selection().vendors.get(row.vendor));
        vendor.map_or(0, |vendor| vendor.number.saturating_sub(1) as usize)
    }

    /// Names several vendors.
    pub fn names(&self, vendors: &[Id<Vendor>]) -> String {
        let names: Vec<_> = vendors.iter().map(|vendor| self.name(*vendor)).collect();
        names.join(self.words.and)
    }

    /// Names the parts of the total.
    pub fn parts(&self) -> [&'static str; 4] {
        ScorePart::ALL.map(|part| (self.text.vendors.part)(part))
    }

    /// Makes an input of a calculation that was entered at a clause of the page of a task.
    pub fn input(
        &self,
        task: Task,
        clause: &str,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Input {
        let href = Route::Project(self.project.id, Page::Task(task)).href_to(clause);
        Input { name: name.into(), value: value.into(), href }
    }

    /// Makes an input of a calculation that belongs to a vendor.
    pub fn of_vendor(&self, task: Task, vendor: Id<Vendor>, value: impl Into<String>) -> Input {
        let clause = self.selection().vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default();
        self.input(task, &clause, self.name(vendor), value)
    }

    /// Returns the base prices as inputs.
    pub fn prices(&self) -> Vec<Input> {
        let currency = self.project.profile.currency;
        let rows = self.ranking.rows.iter();
        rows.map(|row| self.of_vendor(Task::Proposals, row.vendor, format::money(row.price.price, currency)))
            .collect()
    }

    /// Returns the weights of the parts as inputs.
    pub fn weights(&self) -> Vec<Input> {
        let weights = self.parts().into_iter().zip(self.ranking.weights_bp);
        weights
            .map(|(part, weight)| {
                let percent = format!("{} %", format::number(f64::from(weight) / 100.0, 2));
                self.input(Task::Decide, WEIGHTS, part, percent)
            })
            .collect()
    }

    /// Writes a total out: the name, every part's score times its weight, and the sum.
    pub fn sum(&self, vendor: Id<Vendor>, parts: &[f64], shares: &[f64]) -> String {
        let terms = parts.iter().zip(shares).map(|(score, share)| {
            format!("{} × {} %", format::number(*score, 2), format::number(share * 100.0, 2))
        });
        let total: f64 = parts.iter().zip(shares).map(|(score, share)| score * share).sum();
        let terms: Vec<_> = terms.collect();
        format!("{}: {} = {}", self.name(vendor), terms.join(" + "), format::fixed(total, 2))
    }

    /// Returns the vendors that share the first place.
    pub fn first(&self) -> Vec<Id<Vendor>> {
        leaders(&self.ranking)
    }
}

/// Returns the vendors that share the first place of a ranking.
pub fn leaders(ranking: &Ranking) -> Vec<Id<Vendor>> {
    ranking.rows.iter().filter(|row| row.rank == 1).map(|row| row.vendor).collect()
}

/// Says a figure with its rank; the first is strong.
pub fn ranked(figure: f64, places: usize, rank: Option<usize>) -> Cell {
    let rank_words = rank.map(|rank| format!("  #{rank}")).unwrap_or_default();
    Cell::new(format!("{}{rank_words}", format::fixed(figure, places)), rank == Some(1))
}
