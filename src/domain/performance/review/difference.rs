//! Where today's data would give another result than a review was closed with.

use crate::domain::performance::review::assessment::{AssessedLine, Assessment};
use crate::domain::performance::scorecard::ScorecardError;
use crate::domain::register::Item;

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// There would be no result at all.
    NoResult(ScorecardError),
    /// The score: as it was closed, and as it would be.
    Score(Option<f64>, Option<f64>),
    /// The grade.
    Grade(Option<String>, Option<String>),
    /// The bands of grades.
    Bands,
    /// An indicator is gone.
    Gone(AssessedLine),
    /// An indicator is new.
    New(AssessedLine),
    /// A figure of an indicator, with the indicator as it was.
    Figure(AssessedLine, Figure, Option<f64>, Option<f64>),
    /// Which way an indicator is good.
    Direction(AssessedLine),
}

/// A figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The value over the period.
    Value,
    /// The target.
    Target,
    /// The floor.
    Floor,
    /// The weight, in percent.
    Weight,
}

fn differ(was: Option<f64>, now: Option<f64>) -> bool {
    match (was, now) {
        (Some(was), Some(now)) => 1e-9 < (was - now).abs(),
        (was, now) => was.is_some() != now.is_some(),
    }
}

impl Assessment {
    /// Lists where today's data would give something else: what comes of it first, then why.
    #[must_use]
    pub fn differences(&self, today: &Result<Self, ScorecardError>) -> Vec<Difference> {
        let today = match today {
            Ok(today) => today,
            Err(error) => return vec![Difference::NoResult(*error)],
        };
        let mut found = Vec::new();
        if differ(self.score, today.score) {
            found.push(Difference::Score(self.score, today.score));
        }
        let (was, now) = (self.earned(), today.earned());
        if was != now {
            found.push(Difference::Grade(was.map(str::to_owned), now.map(str::to_owned)));
        }
        if self.bands != today.bands {
            found.push(Difference::Bands);
        }
        for line in &self.lines {
            match today.lines.iter().find(|one| one.kpi.id == line.kpi.id) {
                Some(now) => line.note_differences(now, &mut found),
                None => found.push(Difference::Gone(line.clone())),
            }
        }
        let is_new = |line: &&AssessedLine| self.lines.iter().all(|one| one.kpi.id != line.kpi.id);
        found.extend(today.lines.iter().filter(is_new).cloned().map(Difference::New));
        found
    }
}

impl AssessedLine {
    fn note_differences(&self, now: &Self, found: &mut Vec<Difference>) {
        let weight = |line: &Self| Some(f64::from(line.kpi.weight_bp) / 100.0);
        let figures = [
            (Figure::Value, self.value, now.value),
            (Figure::Target, self.kpi.target, now.kpi.target),
            (Figure::Floor, self.kpi.floor, now.kpi.floor),
            (Figure::Weight, weight(self), weight(now)),
        ];
        let differing = figures.into_iter().filter(|(_, was, now)| differ(*was, *now));
        found.extend(differing.map(|(figure, was, now)| Difference::Figure(self.clone(), figure, was, now)));
        if self.kpi.direction != now.kpi.direction {
            found.push(Difference::Direction(self.clone()));
        }
    }

    /// Returns the clause number and the name, as they were.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} {}", self.kpi.clause(), self.kpi.name)
    }
}
