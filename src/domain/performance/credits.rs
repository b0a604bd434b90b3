//! Service credits: what missed service levels take off the fee, by one of five models, with its cap, exclusions,
//! earn-back and consequence.
//!
//! [`statement`] is the door: from what was agreed ([`terms::CreditTerms`]), the service levels and the readings of one
//! vendor it makes the lines of a period, each with its reason. [`charge`] is the arithmetic alone.
//!
//! This project's decisions: a line that carries credits is assessed over each month (or over the whole period, see
//! [`terms::Assessed`]) by the mean of its months with data, as in the reviews; no data is neither met nor missed; what
//! a cap cuts off is taken from the lines in proportion, so that what an earn-back returns was charged.
//! Tiers hold what was good: of a share that is to be low, what is left of the whole (5.1 % bad are 94.9 % good).
//! Without a cap credits may exceed the fee; they use up what is earned back and added too, but take no more than the fee
//! ([`assess::Assessment::taken`]).

pub mod assess;
pub mod charge;
pub mod doubts;
pub mod readings;
pub mod statement;
pub mod terms;
