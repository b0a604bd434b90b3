//! Stage 4: when both sides meet, what is due, how quality is checked, how fast they answer.

pub mod cadence;
pub mod milestones;
pub mod quality;
pub mod response;
