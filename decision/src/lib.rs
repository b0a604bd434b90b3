//! The mathematics of choice. It knows numbers and matrices, no vendor and no role.
//!
//! Weights come from [`weighting`] and [`ahp`]; a [`table`] of alternatives and criteria is ranked by [`weighted_sum`],
//! [`topsis`], [`vikor`] or [`promethee`]; [`sensitivity`] and [`smaa`] tell how far the ranking depends on its inputs;
//! [`group`] joins several evaluators; [`price`], [`low_bid`] and [`cost`] are about money.

pub mod ahp;
mod chi_square;
pub mod cost;
pub mod group;
pub mod low_bid;
pub mod normalize;
pub mod order;
pub mod price;
pub mod promethee;
pub mod rank;
pub mod resample;
pub mod sensitivity;
pub mod smaa;
pub mod table;
pub mod topsis;
pub mod vikor;
pub mod weighted_sum;
pub mod weighting;
pub mod weights;

#[cfg(test)]
mod laws;
