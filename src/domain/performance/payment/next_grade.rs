//! What would have to be otherwise for the next better grade: the inverse of the scorecard.

use crate::domain::ids::Id;
use crate::domain::performance::review::assessment::{AssessedLine, Assessment};
use crate::domain::performance::scorecard::{
    Band, Entry, MIN_COVERAGE_BP, PointsError, band_of, points, scorecard,
};
use crate::domain::performance::{Direction, Kpi};

/// What one indicator would have to reach, all others staying as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// The indicator.
    pub kpi: Id<Kpi>,
    /// Its value now.
    pub now: f64,
    /// The value from which on the grade is reached.
    pub needed: f64,
    /// With how many decimals that is written.
    pub places: usize,
    /// How many points that adds to the score.
    pub adds: f64,
}

/// The way to the next better grade.
#[derive(Clone, Debug, PartialEq)]
pub struct NextGrade {
    /// The score now.
    pub score: f64,
    /// The next better grade.
    pub band: Band,
    /// The indicators that would do it alone, those with the least to add first.
    pub alone: Vec<Alone>,
    /// The indicators with data that would not do it even at their target, with what they would add.
    pub short: Vec<(Id<Kpi>, f64)>,
}

/// Looks for the way to the next better grade. Nothing where there is no grade, or no better one.
#[must_use]
pub fn next_grade(entries: &[(Id<Kpi>, Entry)], bands: &[Band]) -> Option<NextGrade> {
    let plain: Vec<_> = entries.iter().map(|(_, entry)| entry.clone()).collect();
    let card = scorecard(&plain).ok()?;
    let score = card.gradable(MIN_COVERAGE_BP).ok()?;
    let band = bands.get(band_of(bands, score)?.checked_sub(1)?)?.clone();
    let (mut alone, mut short) = (Vec::new(), Vec::new());
    for ((kpi, entry), line) in entries.iter().zip(&card.lines) {
        let (Some(has), Some(weight), Some(now)) = (line.points, line.effective_weight, entry.value) else {
            continue;
        };
        // What has all its points already has none to add.
        if 100.0 - 1e-9 <= has {
            continue;
        }
        let share = weight / 100.0;
        // What does not count adds nothing at any value.
        if share <= 0.0 {
            continue;
        }
        let wanted = has + (band.from - score) / share;
        if 100.0 + 1e-9 < wanted {
            short.push((*kpi, (100.0 - has) * share));
            continue;
        }
        let (needed, places) = value_for(entry, wanted.min(100.0));
        let reached = earned(entry, needed).unwrap_or(wanted);
        alone.push(Alone { kpi: *kpi, now, needed, places, adds: (reached - has) * share });
    }
    Some(NextGrade { score, band, alone, short })
}

impl Assessment {
    /// Looks for the way from its score to the next better grade.
    #[must_use]
    pub fn next_grade(&self) -> Option<NextGrade> {
        let entry = |line: &AssessedLine| {
            let (floor, target) = line.limits()?;
            let kpi = &line.kpi;
            let entry = Entry {
                weight_bp: kpi.weight_bp,
                direction: kpi.direction,
                floor,
                target,
                value: line.value,
            };
            Some((kpi.id, entry))
        };
        let entries: Vec<_> = self.lines.iter().filter_map(entry).collect();
        next_grade(&entries, &self.bands)
    }
}

fn earned(entry: &Entry, value: f64) -> Result<f64, PointsError> {
    points(entry.direction, entry.floor, entry.target, value)
}

/// Returns the value that earns so many points, rounded to the side on which it does, and with how many decimals: as
/// many as tell a hundredth of the way from floor to target.
fn value_for(entry: &Entry, wanted: f64) -> (f64, usize) {
    let range = entry.target - entry.floor;
    let exact = entry.floor + range * wanted / 100.0;
    let places = (0..4_i32).find(|places| 10_f64.powi(-*places) <= range.abs() / 100.0 + 1e-12).unwrap_or(4);
    let grid = 10_f64.powi(places);
    let nearest = (exact * grid).round() / grid;
    let does = earned(entry, nearest).is_ok_and(|points| wanted - 1e-10 <= points);
    let needed = match entry.direction {
        _ if does => nearest,
        Direction::Higher => ((exact * grid).ceil() / grid).min(entry.target),
        Direction::Lower => ((exact * grid).floor() / grid).max(entry.target),
    };
    (needed, places as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::performance::GradeScheme;

    fn entry(weight_bp: u32, (floor, target): (f64, f64), value: Option<f64>) -> Entry {
        let direction = if floor < target { Direction::Higher } else { Direction::Lower };
        Entry { weight_bp, direction, floor, target, value }
    }

    fn look(entries: &[Entry]) -> Option<NextGrade> {
        let entries: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(place, entry)| (Id::fixed(place as u128 + 1), entry.clone()))
            .collect();
        next_grade(&entries, &GradeScheme::CnCommon.bands())
    }

    #[test]
    fn each_indicator_that_would_do_it_alone_is_named_with_the_value_it_needs() {
        // 70 % of the weight at full points, an escape rate of 8 % between 15 and 5, and a share of 72 of 60 to 90.
        let entries = [
            entry(6500, (0.0, 100.0), Some(100.0)),
            entry(2000, (15.0, 5.0), Some(8.0)),
            entry(1500, (60.0, 90.0), Some(72.0)),
        ];
        let found = look(&entries).unwrap();
        // 65 + 20 × 0.7 + 15 × 0.4 = 85.
        assert!((found.score - 85.0).abs() < 1e-9);
        assert_eq!((&*found.band.grade, found.short.len()), ("A", 0));
        let needed: Vec<_> = found.alone.iter().map(|one| (one.needed, one.places)).collect();
        // 95 points of the first, 73⅓ of the second: 5.5 and 82.
        assert_eq!(needed, [(5.5, 1), (82.0, 1)]);
        assert!(found.alone.iter().all(|one| (one.adds - 5.0).abs() < 1e-9));
    }

    #[test]
    fn what_would_not_do_it_at_its_target_is_told_apart() {
        let share = (0.0, 100.0);
        let entries = [9000, 1000, 0].map(|weight_bp| entry(weight_bp, share, Some(50.0)));
        let found = look(&entries).unwrap();
        assert_eq!((found.alone.len(), found.short), (1, vec![(Id::fixed(2), 5.0)]));
    }

    #[test]
    fn the_best_grade_and_no_grade_have_no_next_one() {
        assert_eq!(look(&[entry(10_000, (0.0, 100.0), Some(95.0))]), None);
        assert_eq!(look(&[entry(10_000, (0.0, 100.0), None)]), None);
        assert_eq!(look(&[entry(7000, (0.0, 1.0), Some(0.5)), entry(3000, (0.0, 1.0), None)]), None);
        assert_eq!(look(&[entry(9000, (0.0, 100.0), Some(5.0))]), None);
    }

    proptest! {
        #[test]
        fn the_value_named_reaches_the_grade(
            values in prop::array::uniform3(0.0_f64..100.0),
            ranges in prop::array::uniform3((0.0_f64..50.0, 0.5_f64..50.0, any::<bool>())),
        ) {
            let weights = [5000, 3000, 2000];
            let mut entries = Vec::new();
            for ((value, (low, width, is_lower)), weight) in values.into_iter().zip(ranges).zip(weights) {
                let ends = if is_lower { (low + width, low) } else { (low, low + width) };
                entries.push(entry(weight, ends, Some(value)));
            }
            let Some(found) = look(&entries) else { return Ok(()) };
            for one in &found.alone {
                let mut changed = entries.clone();
                changed[one.kpi.bits() as usize - 1].value = Some(one.needed);
                let score = scorecard(&changed).unwrap().score.unwrap();
                prop_assert!(found.band.from - 1e-9 <= score, "{score} {:?}", one);
                prop_assert!((score - found.score - one.adds).abs() < 1e-9);
            }
            for (kpi, adds) in &found.short {
                let mut changed = entries.clone();
                let place = kpi.bits() as usize - 1;
                changed[place].value = Some(changed[place].target);
                let score = scorecard(&changed).unwrap().score.unwrap();
                prop_assert!(score < found.band.from && (score - found.score - adds).abs() < 1e-9);
            }
        }
    }
}
