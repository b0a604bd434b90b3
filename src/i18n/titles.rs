//! Names of what has none of its own, made from what it says; and why a vendor is out.

use crate::domain::register::Item;
use crate::domain::selection::gates::{OutReason, Standing};
use crate::domain::selection::{Gate, GateKind, Selection};
use crate::i18n::{Text, format};

/// Names a gate: as somebody wrote it, or by the rule the scores are held against.
#[must_use]
pub fn gate(text: &'static Text, selection: &Selection, gate: &Gate) -> String {
    match gate.rule() {
        Some(rule) => (text.qualify.gate_rule)(rule, &selection.criterion_name(gate)),
        None if gate.is_unfinished() => (text.qualify.gate_kind)(gate.kind).to_owned(),
        None => gate.name.clone(),
    }
}

/// Returns why a vendor is out, in words.
#[must_use]
pub fn out(text: &'static Text, selection: &Selection, standing: &Standing) -> Option<String> {
    let (gate, reason) = standing.out.as_ref()?;
    let gate = selection.gates.get(*gate)?;
    Some(match reason {
        OutReason::Failed => (text.vendors.out_failed)(&gate.name),
        OutReason::Expired(date) => (text.vendors.out_expired)(&gate.name, &format::date(*date)),
        OutReason::Scored(scored) => {
            let subject = match gate.kind {
                GateKind::Floor => text.vendors.capability_total.to_owned(),
                _ => selection.criterion_name(gate),
            };
            let figures = (text.vendors.scored)(*scored);
            (text.vendors.out_scored)(&format!("{} {subject} {figures}", gate.clause()))
        }
    })
}
