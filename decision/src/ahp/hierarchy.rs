//! The whole hierarchy: criteria weighed against each other, alternatives under each criterion.

use crate::ahp::{JudgementError, Judgements, Priorities};

/// The scores of a hierarchy with everything they consist of.
#[derive(Clone, Debug, PartialEq)]
pub struct Synthesis {
    /// The weights of the criteria.
    pub criteria: Priorities,
    /// The weights of the alternatives under each criterion.
    pub local: Vec<Priorities>,
    /// The score of each alternative; together 1, higher is better.
    pub scores: Vec<f64>,
}

/// Synthesises in distributive mode: `score = Σ criterion weight × local weight`, the local weights of each criterion
/// summing to 1 (Saaty 2005). There is one matrix of alternatives a criterion, all of one size.
pub fn synthesise(criteria: &Judgements, alternatives: &[Judgements]) -> Result<Synthesis, JudgementError> {
    let n = alternatives.first().map_or(0, Judgements::len);
    if alternatives.len() != criteria.len() || alternatives.iter().any(|judged| judged.len() != n) {
        return Err(JudgementError::NotSquare);
    }
    let criteria = criteria.priorities()?;
    let local: Vec<Priorities> = alternatives.iter().map(Judgements::priorities).collect::<Result<_, _>>()?;
    let mut scores = vec![0.0; n];
    for (weight, priorities) in criteria.weights.iter().zip(&local) {
        for (score, share) in scores.iter_mut().zip(&priorities.weights) {
            *score += weight * share;
        }
    }
    Ok(Synthesis { criteria, local, scores })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_needs_its_comparison() {
        let two = Judgements::from_upper(2, &[3.0]).unwrap();
        assert_eq!(synthesise(&two, std::slice::from_ref(&two)), Err(JudgementError::NotSquare));
        let scores = synthesise(&two, &[two.clone(), two.clone()]).unwrap().scores;
        assert!((scores[0] - 0.75).abs() < 1e-12);
    }
}
