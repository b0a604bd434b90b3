//! Telling a signal from noise: the limits within which an indicator moves by itself (XmR chart).
//!
//! After Donald J. Wheeler, "Understanding Variation": mean ± 2.66 × mean moving range, and 3.268 × mean moving range
//! as the limit of the ranges. A month without data is passed over: its neighbours make one range.

/// How many values limits need at least (this project's decision; fewer say nothing about what is usual).
pub const FEWEST: usize = 6;
/// How many values in a row on one side of the mean are a signal.
pub const RUN: usize = 8;
/// From the mean moving range to the distance of the limits from the mean: 3 / d₂ for ranges of two.
pub const PER_RANGE: f64 = 2.66;
/// From the mean moving range to the limit of the ranges: D₄ for ranges of two.
pub const RANGE_LIMIT: f64 = 3.268;

/// The limits of what is usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The mean of the values.
    pub mean: f64,
    /// The mean of the ranges between each value and the next.
    pub mean_range: f64,
    /// What a value seldom falls below.
    pub lower: f64,
    /// What a value seldom goes beyond.
    pub upper: f64,
    /// What a range seldom goes beyond.
    pub range_upper: f64,
}

/// What a value says beyond noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// It lies above the limits.
    Above,
    /// It lies below the limits.
    Below,
    /// It is at least the eighth in a row above the mean.
    RunAbove,
    /// It is at least the eighth in a row below the mean.
    RunBelow,
}

/// Computes the limits; nothing where there are too few values.
#[must_use]
pub fn limits(values: &[f64]) -> Option<Limits> {
    if values.len() < FEWEST || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let ranges = values.windows(2).map(|pair| match pair {
        [one, next] => (next - one).abs(),
        _ => 0.0,
    });
    let mean_range = ranges.sum::<f64>() / (values.len() - 1) as f64;
    let reach = PER_RANGE * mean_range;
    let limits = Limits {
        mean,
        mean_range,
        lower: mean - reach,
        upper: mean + reach,
        range_upper: RANGE_LIMIT * mean_range,
    };
    (limits.lower.is_finite() && limits.upper.is_finite()).then_some(limits)
}

/// Returns what each value says; nothing for noise. A value on the mean ends a row. Differences that only rounding
/// makes are none.
#[must_use]
pub fn signals(values: &[f64], limits: &Limits) -> Vec<Option<Signal>> {
    let trifle = 1e-9 * limits.mean.abs().max(1.0);
    let (mut above, mut below) = (0, 0);
    let signal = |value: &f64| {
        let from_mean = value - limits.mean;
        above = if trifle < from_mean { above + 1 } else { 0 };
        below = if from_mean < -trifle { below + 1 } else { 0 };
        match () {
            () if limits.upper + trifle < *value => Some(Signal::Above),
            () if *value < limits.lower - trifle => Some(Signal::Below),
            () if RUN <= above => Some(Signal::RunAbove),
            () if RUN <= below => Some(Signal::RunBelow),
            () => None,
        }
    };
    values.iter().map(signal).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 "Individuals Control Charts": flow rates of ten batches.
    const FLOW_RATES: [f64; 10] = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    #[test]
    fn the_published_example_comes_out_as_published() {
        let found = limits(&FLOW_RATES).unwrap();
        assert!((found.mean - 50.81).abs() < 1e-9);
        assert!((found.mean_range - 1.8778).abs() < 5e-5);
        // The handbook divides by d₂ = 1.128 where Wheeler's constant is rounded.
        assert!((found.upper - 55.8041).abs() < 2e-3 && (found.lower - 45.8159).abs() < 2e-3);
        assert!((found.range_upper - 3.268 * 1.877_777_777_8).abs() < 1e-6);
        assert_eq!(signals(&FLOW_RATES, &found), [None; 10]);
    }

    #[test]
    fn a_point_outside_and_eight_in_a_row_are_signals() {
        let limits = Limits { mean: 10.0, mean_range: 1.0, lower: 7.34, upper: 12.66, range_upper: 3.268 };
        let of = |values: &[f64]| signals(values, &limits);
        assert_eq!(of(&[12.66, 12.67, 7.3]), [None, Some(Signal::Above), Some(Signal::Below)]);
        let mut row = vec![10.5; 8];
        assert_eq!(of(&row).last(), Some(&Some(Signal::RunAbove)));
        assert!(of(&row[..7]).iter().all(Option::is_none));
        // A value on the mean ends the row.
        row.insert(4, 10.0);
        assert!(of(&row).iter().all(Option::is_none));
        let below = [9.0; 9];
        assert_eq!(of(&below)[7..], [Some(Signal::RunBelow); 2]);
    }

    #[test]
    fn few_values_have_no_limits_and_equal_ones_no_signal() {
        assert_eq!(limits(&[1.0; FEWEST - 1]), None);
        let same = [0.1 + 0.2; 12];
        let found = limits(&same).unwrap();
        assert_eq!(signals(&same, &found), [None; 12]);
    }

    proptest! {
        #[test]
        fn limits_move_and_stretch_with_the_values(
            values in prop::collection::vec(-100.0_f64..100.0, FEWEST..30), by in -50.0_f64..50.0, times in 0.5_f64..3.0,
        ) {
            let found = limits(&values).unwrap();
            let moved: Vec<f64> = values.iter().map(|value| value * times + by).collect();
            let other = limits(&moved).unwrap();
            for (one, two) in [(found.lower, other.lower), (found.mean, other.mean), (found.upper, other.upper)] {
                prop_assert!((one * times + by - two).abs() < 1e-6);
            }
            prop_assert!(found.lower <= found.mean && found.mean <= found.upper);
        }
    }
}
