//! What was found out about a vendor: gates, scores, cases, the calls to clients, the pilot.

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::{Criterion, Vendor};
use crate::domain::task::Task;
use crate::i18n::{format, titles};
use crate::pages::list::Facts;
use crate::pages::vendors::file::{Chapter, Known, table};
use crate::pages::vendors::pilot::measure_cells;
use crate::pages::vendors::step::{found_at, standing};
use crate::ui::figure::FigureTable;
use crate::ui::ledger::Said;

pub(super) fn gates(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let selection = &facts.project.selection;
    let standing = standing(facts, vendor.id);
    let rows = selection.gates.iter().map(|gate| {
        let check = found_at(facts, &standing, vendor.id, gate);
        vec![
            format!("{} {}", gate.clause(), titles::gate(facts.text, selection, gate)),
            (text.qualify.verdict)(check.verdict).to_owned(),
            check.certificate,
            check.issuer,
            format::date_or_missing(check.valid_until),
            check.evidence,
        ]
    });
    let heads = [
        text.qualify.gate,
        text.vendors.verdict_label,
        text.qualify.certificate,
        text.qualify.issuer,
        text.qualify.valid_until,
        text.vendors.evidence,
    ];
    table(&heads, rows.collect())
}

/// Lists the scores everybody gave, once everybody gave theirs.
pub(super) fn scores(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let selection = &facts.project.selection;
    let own = selection.spreads_of(vendor.id).into_iter().filter(|_| selection.all_submitted());
    let rows = own.map(|spread| {
        let criterion = selection.criteria.get(spread.criterion);
        let name = criterion.map(|criterion| format!("{} {}", criterion.clause(), criterion.name));
        let given = spread.scores.iter().map(|(id, score)| {
            let evaluator = selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone());
            format!("{} {score}", evaluator.unwrap_or_default())
        });
        let reason = selection.spread_reasons.get(vendor.id, spread.criterion).cloned();
        vec![
            name.unwrap_or_default(),
            given.collect::<Vec<_>>().join(" · "),
            format::number(spread.median, 1),
            agreed_words(facts, vendor.id, spread.criterion),
            reason.unwrap_or_default(),
        ]
    });
    let heads = [
        text.vendors.criterion,
        text.scores.column_scores,
        text.vendors.median,
        text.vendors.agreed,
        text.scores.reason_column,
    ];
    table(&heads, rows.collect())
}

/// Says what was agreed, with the reason.
fn agreed_words(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> String {
    let entry = facts.project.selection.agreed.get(vendor, criterion);
    entry.and_then(|entry| Some(format!("{} · {}", entry.score?.get(), entry.evidence))).unwrap_or_default()
}

pub(super) fn cases(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let cases = facts.project.selection.cases.iter().filter(|case| case.vendor == vendor.id);
    let rows = cases.map(|case| {
        let mark = match case.verified {
            true => format::number(case.mark(), 1),
            false => text.vendors.unverified_note.to_owned(),
        };
        vec![format!("{} {}", case.clause(), case.client), case.scope.clone(), mark, case.quote.clone()]
    });
    table(
        &[text.scores.case_client, text.scores.case_scope, text.vendors.part_score, text.scores.quote],
        rows.collect(),
    )
}

/// Lists what clients answered to the reference call.
pub(super) fn calls(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.scores;
    let cases = facts.project.selection.cases.iter().filter(|case| case.vendor == vendor.id);
    let rows = cases.flat_map(|case| {
        let answers = case.script.iter().enumerate();
        let answered = answers.filter(|(_, answer)| answer.score.is_some() || !answer.note.is_empty());
        answered.map(|(place, answer)| {
            let score =
                answer.score.map_or_else(|| format::MISSING.to_owned(), |score| score.get().to_string());
            let client = format!("{} {}", case.clause(), case.client);
            vec![client, (text.script)(place).to_owned(), score, answer.note.clone()]
        })
    });
    let rows: Vec<_> = rows.collect();
    let heads = [text.case_client, text.script_head, text.column_scores, text.script_note];
    (!rows.is_empty()).then(|| Chapter {
        step: Task::Cases,
        title: text.script_head,
        lead: text.script_scale.to_owned(),
        known: Known::new(),
        table: table(&heads, rows),
    })
}

pub(super) fn pilot_table(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let rows = vendor.pilot.measures.iter().map(|measure| {
        let cells = measure_cells(facts.text, measure);
        let words = cells.map(|said| match said {
            Said::Text(words) | Said::Number(words) | Said::Quiet(words) | Said::Tag(_, words) => words,
            _ => String::new(),
        });
        words.to_vec()
    });
    let heads = [
        text.offers.measure,
        text.offers.pilot_target,
        text.offers.pilot_stop,
        text.offers.actual,
        text.vendors.verdict_label,
    ];
    table(&heads, rows.collect())
}
