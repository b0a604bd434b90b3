//! What holds for every ranking method, whatever the figures.

use proptest::prelude::*;

use crate::normalize::Normalization;
use crate::promethee::{Preference, promethee2};
use crate::table::{Direction, Table};
use crate::topsis::{Scaling, topsis};
use crate::vikor::{Strategy, vikor};
use crate::weighted_sum::weighted_sum;

const DIRECTIONS: [Direction; 3] = [Direction::Max, Direction::Min, Direction::Max];
const NAMES: [&str; 7] = ["max ratio", "min max", "sum", "topsis", "topsis min max", "vikor", "promethee"];

/// Returns the scores of every method, the higher the better. `unit` is the unit of the first criterion, which
/// thresholds follow.
fn scores(rows: &[Vec<f64>], weights: &[f64], unit: f64) -> Vec<Vec<f64>> {
    let table = Table::new(rows, &DIRECTIONS, weights).unwrap();
    let sum = |rule| weighted_sum(&table, rule).unwrap().scores;
    let preferences = [
        Preference::Linear { q: 0.5 * unit, p: 2.0 * unit },
        Preference::Gaussian { s: 1.0 },
        Preference::Level { q: 1.0, p: 2.0 },
    ];
    vec![
        sum(Normalization::MaxRatio),
        sum(Normalization::MinMax),
        sum(Normalization::Sum),
        topsis(&table, Scaling::Vector).scores,
        topsis(&table, Scaling::MinMax).scores,
        vikor(&table, Strategy::default()).scores.iter().map(|score| -score).collect(),
        promethee2(&table, &preferences).unwrap().scores,
    ]
}

fn rows() -> impl proptest::strategy::Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(0.5..9.0_f64, 3), 2..6)
}

fn weights() -> impl proptest::strategy::Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.05..1.0_f64, 3)
}

fn are_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-7)
}

proptest! {
    #[test]
    fn a_unit_changes_no_score(rows in rows(), weights in weights(), unit in 0.01..100.0_f64) {
        let scaled: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0] * unit, row[1], row[2]]).collect();
        let pairs = scores(&rows, &weights, 1.0).into_iter().zip(scores(&scaled, &weights, unit));
        for (name, (before, after)) in NAMES.iter().zip(pairs) {
            prop_assert!(are_near(&before, &after), "{}: {:?} {:?}", name, before, after);
        }
    }

    #[test]
    fn the_order_of_rows_and_the_sum_of_weights_change_no_score(rows in rows(), weights in weights()) {
        let reversed: Vec<Vec<f64>> = rows.iter().rev().cloned().collect();
        let hundredfold: Vec<f64> = weights.iter().map(|weight| weight * 100.0).collect();
        let pairs = scores(&rows, &weights, 1.0).into_iter().zip(scores(&reversed, &hundredfold, 1.0));
        for (name, (before, mut after)) in NAMES.iter().zip(pairs) {
            after.reverse();
            prop_assert!(are_near(&before, &after), "{}: {:?} {:?}", name, before, after);
        }
    }

    #[test]
    fn who_is_at_least_as_good_everywhere_never_ranks_below(
        rows in rows(), weights in weights(), better in prop::collection::vec(0.0..2.0_f64, 3),
    ) {
        let mut rows = rows;
        let dominating = vec![rows[0][0] + better[0], rows[0][1] / (1.0 + better[1]), rows[0][2] + better[2]];
        rows.push(dominating);
        for (name, scores) in NAMES.iter().zip(scores(&rows, &weights, 1.0)) {
            prop_assert!(scores[0] <= scores[rows.len() - 1] + 1e-9, "{}: {:?}", name, scores);
        }
    }

    #[test]
    fn a_weight_of_nothing_is_as_no_criterion(rows in rows(), weights in weights()) {
        let with = scores(&rows, &[weights[0], weights[1], 0.0], 1.0);
        let other: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0], row[1], 4.0]).collect();
        for (name, (with, without)) in NAMES.iter().zip(with.iter().zip(scores(&other, &[weights[0], weights[1], 0.0], 1.0))) {
            prop_assert!(are_near(with, &without), "{}", name);
        }
    }

    #[test]
    fn net_flows_sum_to_nothing(rows in rows(), weights in weights()) {
        let all = scores(&rows, &weights, 1.0);
        prop_assert!(all[6].iter().sum::<f64>().abs() < 1e-9);
    }
}
