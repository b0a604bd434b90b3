//! Stage 4: when both sides meet, what is due, how quality is checked, how fast they answer.

pub mod cadence;
pub mod channels;
mod feeding;
pub mod log;
pub mod milestones;
pub mod quality;
pub mod response;
pub mod sites;
