//! How scores became a figure, for whoever is ranked and whoever a gate put out: rule, formula with its numbers, inputs.

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::consensus::SCALE;
use crate::domain::selection::gates::{ScoreRule, Scored};
use crate::domain::selection::method::Aggregation;
use crate::domain::selection::ranking::CapabilityFacts;
use crate::domain::selection::tree::Branch;
use crate::domain::selection::{Criterion, Gate, Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::pages::list::Facts;
use crate::ui::calculation::{Input, Opened, Steps};

/// The rule in words, the formula up to the score, and the inputs.
pub type Part = (&'static str, String, Vec<Input>);

/// Explains what the locked scores say of a vendor at a gate; nothing where nobody scored it.
#[must_use]
pub fn at_gate(facts: &Facts, vendor: Id<Vendor>, gate: &Gate, scored: &Scored) -> Option<Opened> {
    let (text, selection) = (&facts.text.vendors, &facts.project.selection);
    let figure = scored.figure?;
    let (subject, places, (rule, formula, mut inputs)) = match scored.rule {
        ScoreRule::Floor(_) => {
            let judged = selection.capability_facts(vendor);
            (text.capability_total.to_owned(), 1, capability(facts, vendor, &judged))
        }
        ScoreRule::Minimum(criterion, _) | ScoreRule::Best(criterion, _) => {
            (selection.criterion_name(gate), 2, on_criterion(facts, vendor, criterion))
        }
    };
    let (label, limit) = match scored.rule {
        ScoreRule::Minimum(_, limit) => (text.gate_minimum, format::number(limit, 2)),
        ScoreRule::Best(_, keep) => (text.gate_keep, keep.to_string()),
        ScoreRule::Floor(limit) => (text.gate_floor, format::number(limit, 2)),
    };
    let mut rule = rule.to_owned();
    if matches!(scored.rule, ScoreRule::Best(..)) {
        rule = format!("{rule} {}", text.place_rule);
        inputs.extend(placed(facts, gate));
    }
    inputs.push(Input::from(&facts.link(Task::Qualify, &gate.clause()), (label.to_owned(), limit)));
    let title = format!("{subject} {}", format::number(figure, places));
    let formula = format!("{formula} = {}", format::number(figure, 2));
    Some(Opened { title, steps: Steps { rule, formula, inputs }, note: String::new() })
}

/// Lists who takes which place at a gate that only the best pass.
fn placed(facts: &Facts, gate: &Gate) -> Vec<Input> {
    let selection = &facts.project.selection;
    let standings = selection.standings(facts.today, facts.project.profile.contract_end()).into_iter();
    let place = standings.filter_map(|(id, standing)| {
        let scored = standing.scored(gate.id)?;
        let said =
            format!("{} · {} {}", format::number(scored.figure?, 2), facts.text.vendors.rank, scored.place?);
        let at = format!("{}-{}", selection.vendors.get(id)?.clause(), gate.clause());
        Some(Input::from(&facts.link(Task::Qualify, &at), (selection.title_of(id), said)))
    });
    place.collect()
}

/// Explains the capability score of a vendor.
#[must_use]
pub fn capability(facts: &Facts, vendor: Id<Vendor>, judged: &CapabilityFacts) -> Part {
    let text = facts.text;
    if judged.aggregation == Aggregation::Agreed {
        return agreed(facts, judged);
    }
    let selection = &facts.project.selection;
    let leaves = selection.leaves();
    let mut figures = Vec::new();
    let totals = judged.totals.iter().filter_map(|(id, total)| {
        let evaluator = selection.evaluators.get(*id)?;
        let figure = format::number_or_missing(*total, 2);
        figures.push(figure.clone());
        let scored = leaves.iter().filter_map(|leaf| {
            let score = evaluator.scores.get(vendor, leaf.criterion.id)?.score?;
            Some((leaf.share_bp, f64::from(score.get())))
        });
        let href = facts.link(Task::Capability, &evaluator.clause());
        Some(Input::from(&href, (evaluator.name.clone(), format!("{} = {figure}", weighted(scored)))))
    });
    let mut inputs: Vec<_> = totals.collect();
    let coverage = format!("{} %", format::number(judged.coverage_bp / 100.0, 1));
    inputs.push(Input::here((text.requirements.coverage.to_owned(), coverage)));
    let how = (text.vendors.aggregation)(judged.aggregation);
    (text.vendors.capability_rule, format!("{how} ({})", figures.join(", ")), inputs)
}

/// Writes a weighted mean of scores as a share of the best, from shares in basis points and scores.
fn weighted(scored: impl Iterator<Item = (f64, f64)>) -> String {
    let (terms, whole) = summed(scored);
    format!("100 × ({terms}) / ({} × {whole})", format::number(SCALE.max, 0))
}

/// Writes the sum of weights in percent times scores, and the sum of those weights.
fn summed(scored: impl Iterator<Item = (f64, f64)>) -> (String, String) {
    let (mut terms, mut whole) = (Vec::new(), 0.0);
    for (weight_bp, score) in scored {
        let weight = weight_bp / 100.0;
        terms.push(format!("{} × {}", format::number(weight, 2), format::number(score, 2)));
        whole += weight;
    }
    (terms.join(" + "), format::number(whole, 2))
}

/// The agreed scores, criterion by criterion; one that nobody scored is left out of sum and weight.
fn agreed(facts: &Facts, judged: &CapabilityFacts) -> Part {
    let text = facts.text;
    let criteria = &facts.project.selection.criteria;
    let inputs = judged.agreed.iter().filter_map(|cell| {
        let criterion = criteria.get(cell.criterion)?;
        let share = format::number(cell.share_bp / 100.0, 2);
        let source = if cell.is_agreed { text.vendors.agreed } else { text.vendors.median };
        let said = match cell.score {
            None => format::MISSING.to_owned(),
            Some(score) => format!("{} ({source}) · {share} %", format::number(score, 1)),
        };
        let href = facts.link(Task::Capability, &criterion.clause());
        Some(Input::from(&href, (criterion_title(criterion), said)))
    });
    let inputs = inputs.collect();
    let scored = judged.agreed.iter().filter_map(|cell| Some((cell.share_bp, cell.score?)));
    (text.vendors.agreed_rule, weighted(scored), inputs)
}

fn criterion_title(criterion: &Criterion) -> String {
    format!("{} {}", criterion.clause(), criterion.name)
}

/// Explains the score of a vendor on a criterion, or on a group of them.
fn on_criterion(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Part {
    let (text, selection) = (&facts.text.vendors, &facts.project.selection);
    let branches = selection.branches().into_iter();
    let members: Vec<_> = branches.filter(|branch| branch.group == Some(criterion)).collect();
    let mut inputs = given(facts, vendor, criterion, &members);
    if members.is_empty() {
        let is_agreed = is_agreed(selection, vendor, criterion);
        inputs.extend(is_agreed.then(|| agreed_input(facts, vendor, criterion)));
        let rule = if is_agreed { text.agreed_score_rule } else { text.median_score_rule };
        return (rule, taken(facts, vendor, criterion), inputs);
    }
    inputs.extend(members.iter().map(|member| {
        let criterion = &member.criterion;
        let weight = format::number(f64::from(criterion.weight_bp) / 100.0, 2);
        let said = match selection.criterion_score(vendor, criterion.id) {
            None => format::MISSING.to_owned(),
            Some(score) => {
                let how = taken(facts, vendor, criterion.id);
                format!("{how} = {} · {weight} %", format::number(score, 2))
            }
        };
        Input::from(&facts.link(Task::Capability, &criterion.clause()), (criterion_title(criterion), said))
    }));
    let scored = members.iter().filter_map(|member| {
        let score = selection.criterion_score(vendor, member.criterion.id)?;
        Some((f64::from(member.criterion.weight_bp), score))
    });
    let (terms, whole) = summed(scored);
    (text.group_score_rule, format!("({terms}) / {whole}"), inputs)
}

/// Lists what each evaluator gave on a criterion, or on each of those under it.
fn given(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>, members: &[Branch]) -> Vec<Input> {
    let evaluators = facts.project.selection.evaluators.iter();
    let given = evaluators.filter(|evaluator| evaluator.submitted.is_some()).filter_map(|evaluator| {
        let score = |id| Some(evaluator.scores.get(vendor, id)?.score?.get());
        let said = match score(criterion) {
            Some(score) if members.is_empty() => score.to_string(),
            _ => {
                let scores = members.iter().filter_map(|member| {
                    Some(format!("{} {}", member.criterion.clause(), score(member.criterion.id)?))
                });
                scores.collect::<Vec<_>>().join(" · ")
            }
        };
        let href = facts.link(Task::Capability, &evaluator.clause());
        (!said.is_empty()).then(|| Input::from(&href, (evaluator.name.clone(), said)))
    });
    given.collect()
}

/// Tells whether the agreed score of a criterion counts.
fn is_agreed(selection: &Selection, vendor: Id<Vendor>, criterion: Id<Criterion>) -> bool {
    selection.method.aggregation == Aggregation::Agreed
        && selection.agreed_cells(vendor).iter().any(|cell| cell.criterion == criterion && cell.is_agreed)
}

/// Returns the agreed score of a criterion with its place beside the scores given; who is out has no place there.
fn agreed_input(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Input {
    let selection = &facts.project.selection;
    let vendor_clause = selection.vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default();
    let clause = selection.criteria.get(criterion).map(|criterion| criterion.clause()).unwrap_or_default();
    let is_in = selection.vendors_in(facts.today).contains(&vendor);
    let place = if is_in { format!("{vendor_clause}-{clause}") } else { clause };
    let score = format::number_or_missing(selection.criterion_score(vendor, criterion), 2);
    Input::from(&facts.link(Task::Capability, &place), (facts.text.vendors.agreed.to_owned(), score))
}

/// Says what the score of a vendor on one criterion was taken from.
fn taken(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> String {
    let (text, selection) = (&facts.text.vendors, &facts.project.selection);
    if is_agreed(selection, vendor, criterion) {
        return text.agreed.to_owned();
    }
    let scores = selection.spread(vendor, criterion).map(|spread| spread.scores).unwrap_or_default();
    let scores: Vec<_> = scores.iter().map(|(_, score)| score.to_string()).collect();
    format!("{} ({})", text.median, scores.join(", "))
}
