//! From readings to points, a score and a grade.
//!
//! Points = 100 × (value − floor)/(target − floor), kept within 0 to 100. The score is the weighted mean over the
//! indicators with data.

use decode::Decode;
use serde::Serialize;
use thiserror::Error;

use crate::domain::ids::Id;
use crate::domain::performance::{Direction, GradeScheme, Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::selection::Vendor;
use crate::domain::share;
use crate::domain::sorted_map::SortedMap;

/// Why a value cannot become points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PointsError {
    /// The floor equals the target.
    #[error("floor_equals_target")]
    FloorEqualsTarget,
    /// The floor lies on the wrong side of the target.
    #[error("floor_target_order")]
    FloorTargetOrder,
}

/// Turns a value into points, 0 to 100.
pub fn points(direction: Direction, floor: f64, target: f64, value: f64) -> Result<f64, PointsError> {
    if floor == target {
        return Err(PointsError::FloorEqualsTarget);
    }
    let is_turned = match direction {
        Direction::Higher => target < floor,
        Direction::Lower => floor < target,
    };
    if is_turned {
        return Err(PointsError::FloorTargetOrder);
    }
    Ok((100.0 * (value - floor) / (target - floor)).clamp(0.0, 100.0))
}

/// One band of grades.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Band {
    /// The grade.
    pub grade: String,
    /// The lowest score that earns it.
    pub from: f64,
}

impl GradeScheme {
    /// Returns the bands, best first. Each reaches up to the next one; the top one includes 100.
    #[must_use]
    pub fn bands(self) -> Vec<Band> {
        let bands: &[(&str, f64)] = match self {
            Self::CnCommon => &[("A", 90.0), ("B", 80.0), ("C", 70.0), ("D", 0.0)],
            Self::CnWithF => &[("A", 90.0), ("B", 80.0), ("C", 70.0), ("D", 60.0), ("F", 0.0)],
            Self::DeAdvisory => &[("A", 85.0), ("B", 70.0), ("C", 50.0), ("D", 0.0)],
        };
        bands.iter().map(|(grade, from)| Band { grade: (*grade).to_owned(), from: *from }).collect()
    }
}

/// Returns the place of a score's band, 0 for the best. A score within 1e-9 of a limit counts as on it.
#[must_use]
pub fn band_of(bands: &[Band], score: f64) -> Option<usize> {
    ((-1e-9..=100.0 + 1e-9).contains(&score))
        .then(|| bands.iter().position(|band| band.from - 1e-9 <= score))?
}

/// One indicator of a scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The weight in basis points.
    pub weight_bp: u32,
    /// Which way a value is good.
    pub direction: Direction,
    /// The value that earns nothing.
    pub floor: f64,
    /// The value that earns 100.
    pub target: f64,
    /// The value of the period.
    pub value: Option<f64>,
}

/// One line of the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The points, where there is data.
    pub points: Option<f64>,
    /// The weight among the indicators with data, in percent.
    pub effective_weight: Option<f64>,
}

impl Line {
    /// Returns what the line adds to the score, where there is data.
    #[must_use]
    pub fn counted(&self) -> Option<f64> {
        Some(self.points? * self.effective_weight? / 100.0)
    }
}

/// A scorecard with everything it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// The lines in the order of the entries.
    pub lines: Vec<Line>,
    /// The weight of the indicators with data, in basis points.
    pub coverage_bp: u32,
    /// The score, 0 to 100, where there is data.
    pub score: Option<f64>,
}

/// Why there is no scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScorecardError {
    /// The weights do not sum to 10 000.
    #[error("weights_not_10000")]
    WeightsNot10000,
    /// Floor and target of an entry do not fit; counts from 0.
    #[error("{0}")]
    Points(PointsError, usize),
}

/// Computes a scorecard.
pub fn scorecard(entries: &[Entry]) -> Result<Scorecard, ScorecardError> {
    if entries.iter().map(|entry| u64::from(entry.weight_bp)).sum::<u64>() != 10_000 {
        return Err(ScorecardError::WeightsNot10000);
    }
    let mut coverage_bp = 0;
    let mut sum = 0.0;
    let mut all_points = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let at = |value: f64| {
            points(entry.direction, entry.floor, entry.target, value)
                .map_err(|error| ScorecardError::Points(error, place))
        };
        // Limits that do not fit are said even where there is no value yet.
        at(entry.target)?;
        let earned = entry.value.map(at).transpose()?;
        if let Some(earned) = earned {
            coverage_bp += entry.weight_bp;
            sum += f64::from(entry.weight_bp) * earned;
        }
        all_points.push(earned);
    }
    let lines = entries.iter().zip(all_points).map(|(entry, points)| Line {
        points,
        effective_weight: points
            .filter(|_| coverage_bp > 0)
            .map(|_| 100.0 * f64::from(entry.weight_bp) / f64::from(coverage_bp)),
    });
    let lines = lines.collect();
    let score = (coverage_bp > 0).then(|| sum / f64::from(coverage_bp));
    Ok(Scorecard { lines, coverage_bp, score })
}

/// The weight that has to carry data before a score is graded; basis points (this project's decision, as for
/// every other score).
pub const MIN_COVERAGE_BP: u32 = 8000;

/// Why a scorecard earns no grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// No indicator has data.
    NoData,
    /// The indicators with data carry too little of the weight.
    LowCoverage,
}

impl Withheld {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::LowCoverage => "low_coverage",
        }
    }
}

impl Scorecard {
    /// Returns the score that may be graded, or why none may.
    pub fn gradable(&self, min_coverage_bp: u32) -> Result<f64, Withheld> {
        let score = self.score.ok_or(Withheld::NoData)?;
        if self.coverage_bp < min_coverage_bp { Err(Withheld::LowCoverage) } else { Ok(score) }
    }
}

/// One period on the way of a grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graded {
    /// The score of the period, where there is data.
    pub score: Option<f64>,
    /// Whether something so bad happened that a downgrade needs no second period.
    pub severe_breach: bool,
}

/// The grade of one period: places of bands, 0 for the best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The grade the score alone would earn.
    pub raw: Option<usize>,
    /// The grade that counts.
    pub published: Option<usize>,
    /// Whether the next bad period would bring a downgrade.
    pub pending_downgrade: bool,
}

/// Publishes grades so that one bad period alone does not downgrade (this project's decision).
#[must_use]
pub fn publish(bands: &[Band], periods: &[Graded]) -> Vec<Published> {
    let mut standing: Option<usize> = None;
    let mut previous_worse: Option<usize> = None;
    periods
        .iter()
        .map(|period| {
            let Some(raw) = period.score.and_then(|score| band_of(bands, score)) else {
                return Published { raw: None, published: standing, pending_downgrade: false };
            };
            let before = standing;
            let is_worse = before.is_some_and(|before| before < raw);
            let mut pending_downgrade = false;
            if !is_worse || period.severe_breach {
                standing = Some(raw);
            } else if let Some(previous) = previous_worse {
                standing = Some(previous.min(raw));
            } else {
                pending_downgrade = true;
            }
            // Whether this period's raw grade was worse than the grade that now stands decides about the next one.
            previous_worse = standing.filter(|standing| *standing < raw).map(|_| raw);
            Published { raw: Some(raw), published: standing, pending_downgrade }
        })
        .collect()
}

impl Performance {
    /// Returns the months that have readings of any vendor, in order, with those between them. A gap of more than two
    /// years, which a slip in the year makes, is not filled.
    #[must_use]
    pub fn months(&self) -> Vec<Month> {
        joined(self.readings.iter().map(|(_, _, months)| months))
    }

    /// Returns the same of one vendor.
    #[must_use]
    pub fn months_of(&self, vendor: Id<Vendor>) -> Vec<Month> {
        joined(self.readings.row(vendor).into_iter().flat_map(|row| row.values()))
    }
}

/// Puts the months of all rows in order, with those between them as far as the gap is not too long.
fn joined<'a>(rows: impl Iterator<Item = &'a SortedMap<Month, Reading>>) -> Vec<Month> {
    const LONGEST_GAP: i32 = 24;
    let mut found: Vec<Month> = Vec::new();
    for months in rows {
        // Both run in order, and most months stand in every row.
        let mut place = 0;
        for month in months.keys() {
            while found.get(place).is_some_and(|known| known < month) {
                place += 1;
            }
            if found.get(place) != Some(month) {
                found.insert(place, *month);
            }
        }
    }
    let mut all: Vec<Month> = Vec::new();
    for month in found {
        if let Some(last) = all.last().copied().filter(|last| last.until(month) <= LONGEST_GAP) {
            all.extend((1..last.until(month)).map(|place| last.plus(place)));
        }
        all.push(month);
    }
    all
}

impl Kpi {
    /// Tells whether it is a share of a whole: in percent, and nothing else was said.
    #[must_use]
    pub fn is_share(&self) -> bool {
        share::is_percent(&self.unit) && !self.beyond_whole
    }

    /// Tells whether a value cannot be: a share of less than nothing or more than all.
    #[must_use]
    pub fn rules_out(&self, value: f64) -> bool {
        self.is_share() && !share::can_be(value)
    }

    /// Tells whether a value misses the target.
    #[must_use]
    pub fn is_missed(&self, value: f64) -> bool {
        self.target.is_some_and(|target| match self.direction {
            Direction::Higher => value < target,
            Direction::Lower => target < value,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::performance::Reading;
    use proptest::prelude::*;

    fn entry(weight_bp: u32, value: Option<f64>) -> Entry {
        Entry { weight_bp, direction: Direction::Higher, floor: 0.0, target: 100.0, value }
    }

    #[test]
    fn a_grade_needs_enough_of_the_weight() {
        let gradable = |values: [Option<f64>; 2]| {
            let card = scorecard(&[entry(8000, values[0]), entry(2000, values[1])]).unwrap();
            card.gradable(MIN_COVERAGE_BP)
        };
        assert_eq!(gradable([Some(50.0), None]), Ok(50.0));
        assert_eq!(gradable([None, Some(50.0)]), Err(Withheld::LowCoverage));
        assert_eq!(gradable([None, None]), Err(Withheld::NoData));
    }

    #[test]
    fn the_second_bad_period_in_a_row_is_measured_against_the_grade_that_stands() {
        let bands = GradeScheme::CnCommon.bands();
        let published = |scores: &[f64]| {
            let graded =
                |score: &f64| Graded { score: (*score >= 0.0).then_some(*score), severe_breach: false };
            let periods: Vec<_> = scores.iter().map(graded).collect();
            let mark = |place: usize| bands[place].grade.clone();
            let show = |result: &Published| match (result.published, result.pending_downgrade) {
                (None, _) => "-".to_owned(),
                (Some(place), false) => mark(place),
                (Some(place), true) => mark(place) + "?",
            };
            publish(&bands, &periods).iter().map(show).collect::<Vec<_>>().join(" ")
        };
        // B and D confirm B; the next D confirms what was worse than B before.
        assert_eq!(published(&[95.0, 85.0, 60.0, 60.0]), "A A? B D");
        // A period without data neither clears nor confirms; a negative score stands for one.
        assert_eq!(published(&[-1.0, 95.0, 85.0, -1.0, 85.0]), "- A A? A B");
        assert_eq!(published(&[85.0, 75.0, 85.0, 75.0, 95.0]), "B B? B B? A");
    }

    proptest! {
        #[test]
        fn the_score_lies_between_the_lowest_and_the_highest_points(
            values in prop::array::uniform4(prop::option::of(-50.0_f64..150.0))
        ) {
            let card = scorecard(&values.map(|value| entry(2500, value))).unwrap();
            let points: Vec<f64> = card.lines.iter().filter_map(|line| line.points).collect();
            prop_assert_eq!(card.score.is_some(), !points.is_empty());
            if let Some(score) = card.score {
                let (low, high) = points.iter().fold((100.0_f64, 0.0_f64), |(low, high), p| (low.min(*p), high.max(*p)));
                prop_assert!(low - 1e-9 <= score && score <= high + 1e-9);
            }
        }

        #[test]
        fn published_grades_never_lie_below_the_score(scores in prop::collection::vec(0.0_f64..=100.0, 1..12)) {
            let periods: Vec<_> =
                scores.iter().map(|score| Graded { score: Some(*score), severe_breach: false }).collect();
            for result in publish(&GradeScheme::CnWithF.bands(), &periods) {
                prop_assert!(result.published <= result.raw);
            }
        }
    }

    proptest! {
        #[test]
        fn months_of_all_rows_stand_in_order_each_once(entered in prop::collection::vec((0_u128..4, 0_i32..40), 1..60)) {
            let mut performance = Performance::default();
            let first = Month::parse("2024-01").unwrap();
            for (kpi, place) in &entered {
                let month = first.plus(*place);
                performance.set_reading(Id::fixed(1), Id::fixed(*kpi), month, Some(Reading::NoEvents));
            }
            let months = performance.months();
            prop_assert!(months.windows(2).all(|pair| pair[0] < pair[1]));
            let places: Vec<_> = entered.iter().map(|(_, place)| first.plus(*place)).collect();
            prop_assert!(places.iter().all(|month| months.contains(month)));
            prop_assert_eq!((months.first(), months.last()), (places.iter().min(), places.iter().max()));
        }
    }

    #[test]
    fn a_slip_in_the_year_does_not_fill_centuries() {
        let mut performance = Performance::default();
        let (vendor, kpi) = (Id::fixed(1), Id::fixed(2));
        for month in ["0026-04", "2026-01", "2026-03"] {
            performance.set_reading(vendor, kpi, Month::parse(month).unwrap(), Some(Reading::NoEvents));
        }
        let shown: Vec<_> = performance.months().iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["0026-04", "2026-01", "2026-02", "2026-03"]);
    }
}
