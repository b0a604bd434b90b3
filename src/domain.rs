//! The six stages of an outsourced service team: types, invariants and rules. Pure.

pub mod calendar;
pub mod collaboration;
pub mod decode;
pub mod finding;
pub mod held;
pub mod ids;
pub mod language;
pub mod links;
pub mod matrix;
pub mod money;
pub mod performance;
pub mod period;
pub mod profile;
pub mod progress;
pub mod project;
pub mod register;
pub mod requirements;
pub mod risk;
pub mod scale;
pub mod selection;
pub mod sheet;
pub mod sorted_map;
pub mod step;
pub mod task;
pub mod team;
pub mod template;
