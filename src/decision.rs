//! The mathematics of choice. It knows numbers and matrices, no vendor and no role.

pub mod ahp;
mod chi_square;
pub mod group;
pub mod normalize;
pub mod price;
pub mod promethee;
pub mod rank;
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
