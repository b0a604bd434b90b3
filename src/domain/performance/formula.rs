//! The formulas of the usual indicators. Without an event there is no value, which is something else than 0.

use decision::order;

/// Returns the share of a part in the whole, in percent.
#[must_use]
pub fn percent(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| 100.0 * part / whole)
}

/// Returns the share of the two best of five marks, in percent; the counts go from the worst mark to the best.
#[must_use]
pub fn csat(counts: &[f64]) -> Option<f64> {
    percent(counts.iter().skip(3).sum(), counts.iter().sum())
}

/// Returns the net promoter score, −100 to 100, from the counts of the marks 0 to 10.
#[must_use]
pub fn nps(counts: &[f64]) -> Option<f64> {
    let promoters: f64 = counts.iter().skip(9).sum();
    let detractors: f64 = counts.iter().take(7).sum();
    percent(promoters - detractors, counts.iter().sum())
}

/// Returns how many left in a year at this rate, in percent of the headcount.
#[must_use]
pub fn attrition(leavers: f64, average_headcount: f64, months: f64) -> Option<f64> {
    percent(leavers * 12.0, average_headcount * months)
}

/// What passes several checks at the first try.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstPass {
    /// In percent, level by level; nothing for a level that inspected nothing.
    pub levels: Vec<Option<f64>>,
    /// In percent over all levels: the product.
    pub overall: Option<f64>,
}

/// Computes what passes from how many passed and were inspected at each level.
#[must_use]
pub fn first_pass(levels: &[(f64, f64)]) -> FirstPass {
    let levels: Vec<_> = levels.iter().map(|(passed, inspected)| percent(*passed, *inspected)).collect();
    let product = |whole: f64, level: &Option<f64>| level.map(|level| whole * level / 100.0);
    let overall = levels.iter().try_fold(100.0, product).filter(|_| !levels.is_empty());
    FirstPass { levels, overall }
}

/// How fast first answers came.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Responses {
    /// The share within the limit, in percent; what was not answered is not within it.
    pub within_pct: Option<f64>,
    /// The median of those answered.
    pub median: Option<f64>,
    /// The time within which nine of ten were answered.
    pub p90: Option<f64>,
}

/// Computes how fast first answers came.
#[must_use]
pub fn responses(minutes: &[f64], unanswered: f64, limit: f64) -> Responses {
    let within = minutes.iter().filter(|taken| **taken <= limit).count();
    Responses {
        within_pct: percent(within as f64, minutes.len() as f64 + unanswered),
        median: median(minutes),
        p90: p90(minutes),
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    sorted
}

/// Returns the middle value; of an even count the mean of the middle two.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let (low, high) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    Some((low + high) / 2.0)
}

/// Returns the value of the nearest rank at 90 %: of n sorted values the one at ⌈0.9 n⌉.
#[must_use]
pub fn p90(values: &[f64]) -> Option<f64> {
    let rank = (9 * values.len()).div_ceil(10);
    sorted(values).get(rank.checked_sub(1)?).copied()
}

/// Returns how far two raters agree beyond chance, −1 to 1 (Cohen's kappa); rows are one rater, columns the other.
#[must_use]
pub fn kappa(matrix: &[Vec<f64>]) -> Option<f64> {
    let all: f64 = matrix.iter().flatten().sum();
    let (mut agreed, mut by_chance) = (0.0, 0.0);
    for (place, row) in matrix.iter().enumerate() {
        let column: f64 = matrix.iter().filter_map(|row| row.get(place)).sum();
        agreed += row.get(place).copied().unwrap_or(0.0);
        by_chance += row.iter().sum::<f64>() * column;
    }
    // Counts are whole, so both products are exact; where chance alone agrees always, there is nothing beyond it.
    (all > 0.0 && by_chance != all * all).then(|| {
        let chance = by_chance / (all * all);
        (agreed / all - chance) / (1.0 - chance)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn without_an_event_there_is_no_value() {
        assert_eq!((percent(0.0, 0.0), csat(&[0.0; 5]), nps(&[0.0; 11])), (None, None, None));
        assert_eq!((median(&[]), p90(&[]), first_pass(&[]).overall), (None, None, None));
        assert_eq!(first_pass(&[(1.0, 1.0), (0.0, 0.0)]).overall, None);
        assert_eq!((kappa(&[]), kappa(&[vec![7.0, 0.0], vec![0.0, 0.0]])), (None, None));
        assert_eq!(responses(&[], 2.0, 15.0).within_pct, Some(0.0));
    }

    proptest! {
        #[test]
        fn the_median_lies_at_or_below_the_ninetieth_percentile(values in prop::collection::vec(0.0..9e3, 1..40)) {
            prop_assert!(median(&values) <= p90(&values) || values.len() == 1);
            prop_assert!(values.contains(&p90(&values).unwrap()));
        }

        #[test]
        fn agreement_stays_within_its_range(matrix in prop::collection::vec(prop::collection::vec(0_u16..99, 3), 3)) {
            let matrix: Vec<Vec<f64>> =
                matrix.iter().map(|row| row.iter().map(|count| f64::from(*count)).collect()).collect();
            prop_assert!(kappa(&matrix).is_none_or(|kappa| (-1.0..=1.0 + 1e-12).contains(&kappa)));
        }
    }
}
