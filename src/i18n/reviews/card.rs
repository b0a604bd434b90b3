//! The scorecard of a review in words: what its lines come to, what is said below them, and how score and grade came
//! about.

use crate::domain::performance::review::assessment::{AssessedLine, Assessment};
use crate::domain::performance::scorecard::Band;
use crate::domain::period::Period;
use crate::domain::register::Item;
use crate::i18n::performance::bound_mark;
use crate::i18n::{Text, format};

/// Writes the bands of grades.
#[must_use]
pub fn bands_said(bands: &[Band]) -> String {
    let last = bands.len().saturating_sub(1);
    let band = |(place, band): (usize, &Band)| match place == last {
        true => band.grade.clone(),
        false => format!("{} ≥ {}", band.grade, format::number(band.from, 1)),
    };
    bands.iter().enumerate().map(band).collect::<Vec<_>>().join(" · ")
}

/// Writes the value of an indicator over the period, or the sign for nothing.
#[must_use]
pub fn value(line: &AssessedLine) -> String {
    let said = |value| format::with_unit(value, &line.kpi.unit);
    line.value.map_or_else(|| format::MISSING.to_owned(), said)
}

/// Writes the target of an indicator.
#[must_use]
pub fn target(line: &AssessedLine) -> String {
    format!("{} {}", bound_mark(&line.kpi), format::number_or_missing(line.kpi.target, 2))
}

/// Writes what an indicator adds to the score, or the sign for nothing.
#[must_use]
pub fn counted(line: &AssessedLine) -> String {
    line.counted().map_or_else(|| format::MISSING.to_owned(), |counted| format::fixed(counted, 1))
}

/// Names the grade; without one says that there is none.
#[must_use]
pub fn result(text: &'static Text, assessed: &Assessment) -> String {
    let words = &text.reviews;
    match (assessed.earned(), assessed.score) {
        (Some(grade), _) => (words.grade_line)(grade),
        (None, Some(_)) => words.no_grade.to_owned(),
        (None, None) => words.score.to_owned(),
    }
}

/// Writes the score that may be graded, or the sign for nothing.
#[must_use]
pub fn score(assessed: &Assessment) -> String {
    assessed.gradable().map_or_else(|_| format::MISSING.to_owned(), |score| format::fixed(score, 1))
}

/// Says what stands below the lines: how far the next grade is, what has data, what is judged, what is reported only.
#[must_use]
pub fn notes(text: &'static Text, assessed: &Assessment) -> String {
    let words = &text.reviews;
    let [counted, judged] = assessed.parts_bp().map(|bp| format::number(f64::from(bp) / 100.0, 1));
    let unscored = assessed.lines.iter().filter(|line| line.limits().is_none());
    let unscored: Vec<_> = unscored.map(|line| line.kpi.clause()).collect();
    let next = assessed.score.zip(assessed.earned()).and_then(|(score, grade)| {
        let better = assessed.bands.get(assessed.place_of(grade)?.checked_sub(1)?)?;
        let points = format::fixed(better.from - score, 1);
        (score < better.from).then(|| (words.to_next)(&points, &better.grade))
    });
    let coverage = (assessed.coverage_bp < 10_000)
        .then(|| (words.coverage)(&format::number(f64::from(assessed.coverage_bp) / 100.0, 1)));
    let parts = (0 < assessed.parts_bp()[1]).then(|| (words.parts)(&counted, &judged));
    let reported =
        (!unscored.is_empty()).then(|| (words.reported_only)(&unscored.join(text.common.list_comma)));
    let notes: Vec<_> = [next, coverage, parts, reported].into_iter().flatten().collect();
    notes.join(text.common.sentence_join)
}

/// Writes how the points of a scored indicator came about; nothing where it is reported only.
#[must_use]
pub fn points_formula(text: &'static Text, line: &AssessedLine) -> Option<String> {
    let number = |value: f64| format::number(value, 2);
    let (floor, target) = line.limits()?;
    let (Some(value), Some(points), Some(weight)) = (line.value, line.points, line.effective_weight) else {
        return Some(text.reviews.missing_input.to_owned());
    };
    let months: Vec<f64> = line.readings.values().filter_map(|one| one.value()).collect();
    let mean = (1 < months.len() && line.judged.mark.is_none()).then(|| {
        let months = months.iter().map(|month| number(*month)).collect::<Vec<_>>();
        format!("({}) / {} = {};  ", months.join(" + "), months.len(), number(value))
    });
    Some(format!(
        "{}100 × ({} − {}) / ({} − {}) = {};  × {} % = {}",
        mean.unwrap_or_default(),
        number(value),
        number(floor),
        number(target),
        number(floor),
        format::number(points, 1),
        format::number(weight, 1),
        format::fixed(line.counted().unwrap_or(0.0), 1)
    ))
}

/// Writes how the score is the sum of its lines.
#[must_use]
pub fn score_formula(assessed: &Assessment) -> String {
    let terms = assessed.lines.iter().filter_map(AssessedLine::counted);
    let terms: Vec<_> = terms.map(|counted| format::fixed(counted, 1)).collect();
    let score = assessed.score.map_or_else(|| format::MISSING.to_owned(), |score| format::fixed(score, 1));
    format!("{} = {score}", terms.join(" + "))
}

/// A period on the way of the grade, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// When.
    pub period: Period,
    /// The score.
    pub score: String,
    /// The grade the score alone would earn.
    pub raw: String,
    /// The grade that counts.
    pub given: String,
}

/// Tells the periods that were graded, in order, the one it is about last.
#[must_use]
pub fn way(assessed: &Assessment, period: Period) -> Vec<Graded> {
    let letter = |place: Option<usize>| {
        let band = place.and_then(|place| assessed.bands.get(place));
        band.map_or(format::MISSING, |band| band.grade.as_str()).to_owned()
    };
    let graded = assessed.earlier.iter().filter(|one| one.score.is_some());
    let before = graded.zip(assessed.way()).map(|(one, published)| Graded {
        period: one.period,
        score: format::number_or_missing(one.score, 1),
        raw: letter(published.raw),
        given: letter(published.published),
    });
    let or_missing = |grade: &Option<String>| grade.clone().unwrap_or_else(|| format::MISSING.to_owned());
    let here = Graded {
        period,
        score: format::number_or_missing(assessed.gradable().ok(), 1),
        raw: or_missing(&assessed.raw_grade),
        given: or_missing(&assessed.grade),
    };
    before.chain([here]).collect()
}
