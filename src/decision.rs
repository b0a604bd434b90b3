//! The mathematics of choice. It knows numbers and matrices, no vendor and no role.

pub mod group;
pub mod price;
pub mod rank;
pub mod sensitivity;
pub mod weighted_sum;
pub mod weights;
