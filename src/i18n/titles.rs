//! Names of what has none of its own: they are made from what it says.

use crate::domain::selection::{Gate, Selection};
use crate::i18n::Text;

/// Names a gate: as somebody wrote it, or by the rule the scores are held against.
#[must_use]
pub fn gate(text: &'static Text, selection: &Selection, gate: &Gate) -> String {
    match gate.rule() {
        Some(rule) => (text.qualify.gate_rule)(rule, &selection.criterion_name(gate)),
        None if gate.is_unfinished() => (text.qualify.gate_kind)(gate.kind).to_owned(),
        None => gate.name.clone(),
    }
}
