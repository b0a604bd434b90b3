//! Widgets. They know nothing of the domain: signals and words come in, callbacks go out.

pub mod button;
pub mod calculation;
pub mod dialog;
pub mod dot_line;
pub mod empty_state;
pub mod field;
pub mod figure;
pub mod finding;
pub mod grid;
pub mod half_seal;
pub mod icon;
pub mod ledger;
pub mod live;
pub mod menu;
pub mod notice;
pub mod number_field;
pub mod paste_box;
pub mod picks;
pub mod problem_summary;
pub mod score_grid;
pub mod seam;
pub mod series_mark;
pub mod sheet;
pub mod step_line;
pub mod tag;
pub mod toast;
