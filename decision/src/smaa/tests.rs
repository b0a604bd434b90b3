use proptest::prelude::*;

use super::*;

fn exact(rows: &[&[f64]]) -> Vec<Vec<Score>> {
    rows.iter().map(|row| row.iter().copied().map(Score::Exact).collect()).collect()
}

fn summary(scores: Vec<Vec<Score>>, weighting: Weighting, samples: u32) -> Summary {
    let mut run = Run::new(Model::new(scores, weighting).unwrap(), 42);
    run.step(samples);
    run.summary()
}

#[test]
fn the_first_of_two_leads_beyond_the_crossing() {
    // 80 w + 40 (1 − w) > 60 w + 90 (1 − w) for w > 5/7.
    let found = summary(exact(&[&[80.0, 40.0], &[60.0, 90.0]]), Weighting::Any, 100_000);
    assert!((found.rank_acceptability[0][0] - 2.0 / 7.0).abs() < 0.005);
    assert!((found.central_weights[0].as_ref().unwrap()[0] - 6.0 / 7.0).abs() < 0.005);
}

#[test]
fn equal_alternatives_share_the_better_rank() {
    let found = summary(exact(&[&[1.0, 2.0], &[1.0, 2.0], &[0.0, 1.0]]), Weighting::Any, 160);
    assert_eq!(found.rank_acceptability, [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]);
    assert_eq!(found.pairwise_winning, [[0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]);
    assert_eq!(found.central_weights[2], None);
}

#[test]
fn confidence_is_full_for_exact_scores_and_less_for_uncertain_ones() {
    let scores = exact(&[&[1.0, 0.0], &[0.0, 1.0], &[-1.0, -1.0]]);
    let mut run = Run::new(Model::new(scores, Weighting::Any).unwrap(), 1);
    run.step(10_000);
    let mut confidence = run.confidence();
    confidence.step(16);
    assert_eq!(confidence.factors(), [Some(1.0), Some(1.0), None]);

    let normal = |mean| Score::Normal { mean, deviation: 0.1 };
    let scores = vec![vec![normal(0.6), normal(0.5)], vec![normal(0.5), normal(0.6)]];
    let mut run = Run::new(Model::new(scores, Weighting::Any).unwrap(), 1);
    run.step(20_000);
    let mut confidence = run.confidence();
    confidence.step(20_000);
    let factors = confidence.factors();
    assert!(factors.iter().flatten().all(|factor| 0.5 < *factor && *factor < 0.9), "{factors:?}");
    assert!((factors[0].unwrap() - factors[1].unwrap()).abs() < 0.02);
}

#[test]
fn a_far_offset_does_not_blur_the_scores() {
    let near = summary(exact(&[&[0.2, 0.9], &[0.7, 0.3]]), Weighting::Any, 1600);
    let far = summary(exact(&[&[1e9 + 0.2, 0.9], &[1e9 + 0.7, 0.3]]), Weighting::Any, 1600);
    assert_eq!(near.rank_acceptability, far.rank_acceptability);
}

#[test]
fn the_figures_of_a_seed_are_the_same_on_every_machine() {
    // Written down from one machine. Nothing in a run depends on a mathematics library, so no other may differ.
    let scores = vec![
        vec![Score::Normal { mean: 0.6, deviation: 0.2 }, Score::Exact(0.4), Score::Exact(0.5)],
        vec![Score::Exact(0.5), Score::Uniform { low: 0.2, high: 0.9 }, Score::Exact(0.4)],
        vec![Score::Exact(0.3), Score::Exact(0.7), Score::LogNormal { mu: -1.0, sigma: 0.5 }],
    ];
    let mut run = Run::new(Model::new(scores, Weighting::Ordered(vec![1.0, 2.0, 2.0])).unwrap(), 2026);
    run.step(10_000);
    assert_eq!(run.ranks, [[6289, 2273, 1438], [3170, 5733, 1097], [541, 1994, 7465]]);
    assert_eq!(run.favourable[0][0].to_bits(), 4_660_839_774_481_285_120);
}

#[test]
fn what_cannot_be_drawn_is_named() {
    let refused = |scores: Vec<Vec<Score>>| Model::new(scores, Weighting::Any).map(|_| ()).unwrap_err();
    assert_eq!(refused(Vec::new()), ModelError::Nothing);
    assert_eq!(refused(vec![vec![Score::Exact(1.0)], Vec::new()]), ModelError::NotRectangular);
    for score in [
        Score::Exact(f64::NAN),
        Score::Uniform { low: 2.0, high: 1.0 },
        Score::Normal { mean: 0.0, deviation: -1.0 },
        Score::LogNormal { mu: 900.0, sigma: 1.0 },
    ] {
        assert_eq!(refused(vec![vec![score]]), ModelError::Score { row: 0, column: 0 });
    }
}

proptest! {
    #[test]
    fn rows_sum_to_one_and_the_same_seed_gives_the_same_figures(
        rows in prop::collection::vec(prop::collection::vec(0.0..100.0_f64, 3), 1..5), seed in any::<u64>(),
    ) {
        let scores: Vec<Vec<Score>> =
            rows.iter().map(|row| row.iter().copied().map(Score::Exact).collect()).collect();
        let model = Model::new(scores, Weighting::Any).unwrap();
        let (mut whole, mut sliced) = (Run::new(model.clone(), seed), Run::new(model, seed));
        whole.step(480);
        (0..30).for_each(|_| sliced.step(16));
        prop_assert_eq!(whole.samples(), 480);
        prop_assert_eq!(whole.summary(), sliced.summary());
        for row in whole.summary().rank_acceptability {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        for weights in whole.summary().central_weights.iter().flatten() {
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn who_is_better_in_everything_wins_always(row in prop::collection::vec(0.0..100.0_f64, 4)) {
        let better: Vec<f64> = row.iter().map(|score| score + 1.0).collect();
        let found = summary(exact(&[&row, &better]), Weighting::Any, 160);
        prop_assert_eq!(found.pairwise_winning[1][0], 1.0);
    }
}
