//! How the points of a part, or a total, came about: rule, formula with its numbers, inputs, and what it means beside
//! the rival.

use crate::domain::money::Money;
use crate::domain::register::Item;
use crate::domain::selection::method::{PriceFormula, ScorePart};
use crate::domain::selection::ranking::{Gap, Ranked, Ranking, part_place};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::{format, formula};
use crate::pages::list::Facts;
use crate::pages::vendors::decide::bars::{LEAST, Pressed};
use crate::pages::vendors::explained::{Part, capability};
use crate::pages::vendors::step::out_of;
use crate::routes::WEIGHTS;
use crate::ui::calculation::{Input, Opened, Steps};

/// Names a figure of the ranking.
#[must_use]
pub fn title(text: &'static Text, vendor: &str, part: Option<ScorePart>, points: f64) -> String {
    match part {
        None => (text.decide.how_total)(vendor, &format::fixed(points, 1)),
        Some(part) => (text.decide.how_part)(vendor, (text.vendors.part)(part), &format::number(points, 1)),
    }
}

/// Explains a figure somebody pressed; nothing where its vendor is not ranked any more.
#[must_use]
pub fn explain(facts: &Facts, ranking: &Ranking, (vendor, part): Pressed) -> Option<Opened> {
    let place = ranking.rows.iter().position(|row| row.vendor == vendor)?;
    let row = ranking.rows.get(place)?;
    let name = facts.project.selection.title_of(vendor);
    let gap = ranking.gap(place);
    let (points, steps) = match part {
        None => (row.total, of_total(facts, ranking, row)),
        Some(part) => (at(&row.points, part), of_part(facts, ranking, row, part)),
    };
    let note = gap.map(|gap| beside(facts, row, part, &gap)).unwrap_or_default();
    Some(Opened { title: title(facts.text, &name, part, points), steps, note })
}

fn at(values: &[f64; 4], part: ScorePart) -> f64 {
    values.get(part_place(part)).copied().unwrap_or(0.0)
}

fn weight(ranking: &Ranking, part: ScorePart) -> f64 {
    f64::from(ranking.weights_bp.get(part_place(part)).copied().unwrap_or(0)) / 100.0
}

fn of_total(facts: &Facts, ranking: &Ranking, row: &Ranked) -> Steps {
    let text = facts.text;
    let inputs = ScorePart::ALL.map(|part| {
        let score = format::number(at(&row.parts, part), 2);
        let weight = format::number(weight(ranking, part), 2);
        let input = ((text.vendors.part)(part).to_owned(), format!("{score} × {weight} %"));
        Input::from(&step_of(facts, row, part), input)
    });
    let points: Vec<_> = row.points.iter().map(|points| format::number(*points, 2)).collect();
    let sum = format!("{} = {}", points.join(" + "), format::fixed(row.total, 2));
    // A part too small for a segment of its own is opened here.
    let unseen = ScorePart::ALL.into_iter().filter(|part| at(&row.points, *part) < LEAST);
    let unseen = unseen
        .map(|part| format!("{}: {}", (text.vendors.part)(part), of_part(facts, ranking, row, part).formula));
    Steps {
        rule: text.decide.total_rule.to_owned(),
        formula: std::iter::once(sum).chain(unseen).collect::<Vec<_>>().join("\n"),
        inputs: inputs.to_vec(),
    }
}

fn of_part(facts: &Facts, ranking: &Ranking, row: &Ranked, part: ScorePart) -> Steps {
    let text = facts.text;
    let (rule, inner, mut inputs) = match part {
        ScorePart::Capability => capability(facts, row.vendor, &row.capability),
        ScorePart::Cases => cases(facts, row),
        ScorePart::Proposal => proposal(facts, row),
        ScorePart::Price => price(facts, row),
    };
    let score = format::number(at(&row.parts, part), 2);
    let percent = format!("{} %", format::number(weight(ranking, part), 2));
    let points = format::number(at(&row.points, part), 2);
    inputs.push(Input::here((text.vendors.part_score.to_owned(), score.clone())));
    let weights = facts.link(Task::Decide, WEIGHTS);
    inputs.push(Input::from(&weights, (text.decide.weight.to_owned(), percent.clone())));
    if part == ScorePart::Price {
        let vendors = facts.project.selection.vendors.iter();
        let out = vendors.filter(|vendor| out_of(facts, vendor.id).is_some());
        inputs.extend(out.map(|vendor| {
            let name = facts.project.selection.title_of(vendor.id);
            Input::from(
                &facts.link(Task::Qualify, &vendor.clause()),
                (name, text.decide.not_counted.to_owned()),
            )
        }));
    }
    Steps {
        rule: rule.to_owned(),
        formula: format!("{inner} = {score};  {score} × {percent} = {points}"),
        inputs,
    }
}

/// Returns the link to the step a part of a vendor's total was entered in.
fn step_of(facts: &Facts, row: &Ranked, part: ScorePart) -> String {
    let step = match part {
        ScorePart::Capability => Task::Capability,
        ScorePart::Cases => Task::Cases,
        ScorePart::Proposal | ScorePart::Price => Task::Proposals,
    };
    let vendor = facts.project.selection.vendors.get(row.vendor);
    facts.link(step, &vendor.map(|vendor| vendor.clause()).unwrap_or_default())
}

fn cases(facts: &Facts, row: &Ranked) -> Part {
    let cases = &facts.project.selection.cases;
    let marks = row.cases.marks.iter();
    let figures: Vec<_> = marks.clone().map(|(_, mark)| format::number(*mark, 2)).collect();
    // How each mark came about: the points of every answer over the most there are.
    let mark = |id, mark: &String| {
        let case = cases.get(id)?;
        let answered: Vec<_> =
            case.answered().iter().map(|(points, most)| format!("{points}/{most}")).collect();
        let sum = match (case.verified, answered.len()) {
            (false, _) => facts.text.vendors.unverified_note.to_owned(),
            (true, 0) => mark.clone(),
            (true, count) => format!("100 × ({}) / {count} = {mark}", answered.join(" + ")),
        };
        Some(Input::from(&facts.link(Task::Cases, &case.clause()), (case.client.clone(), sum)))
    };
    let inputs = marks.zip(&figures).filter_map(|((id, _), figure)| mark(*id, figure)).collect();
    let sum = if figures.is_empty() { "0".to_owned() } else { figures.join(" + ") };
    (facts.text.decide.cases_rule, format!("({sum}) / {}", figures.len().max(1)), inputs)
}

fn proposal(facts: &Facts, row: &Ranked) -> Part {
    let text = facts.text;
    let marks = row.proposal.marks.map(|mark| mark.unwrap_or(0).to_string());
    let href = step_of(facts, row, ScorePart::Proposal);
    let named = text.vendors.marks().into_iter().zip(&marks);
    let inputs = named.map(|(name, mark)| Input::from(&href, (name.to_owned(), mark.clone())));
    (text.decide.proposal_rule, format!("100 × ({}) / 20", marks.join(" + ")), inputs.collect())
}

fn price(facts: &Facts, row: &Ranked) -> Part {
    let text = facts.text;
    let method = &facts.project.selection.method;
    let amount = |value| format::money(value, facts.project.profile.currency);
    let href = step_of(facts, row, ScorePart::Price);
    let mut inputs = vec![Input::from(&href, (text.vendors.base_price.to_owned(), amount(row.price.price)))];
    if let (PriceFormula::PresetBounds, Some(low), Some(high)) =
        (method.price_formula, method.price_low, method.price_high)
    {
        let weights = facts.link(Task::Decide, WEIGHTS);
        let bounds = (text.decide.bounds.to_owned(), format!("{}, {}", amount(high), amount(low)));
        inputs.push(Input::from(&weights, bounds));
    }
    ((text.decide.price_rule)(method.price_formula), formula::price(method, &row.price), inputs)
}

/// Says what a figure means beside the rival's.
fn beside(facts: &Facts, row: &Ranked, part: Option<ScorePart>, gap: &Gap) -> String {
    let text = &facts.text.decide;
    let rival = facts.project.selection.title_of(gap.rival);
    let Some(part) = part else { return (text.total_gap)(&rival, gap.total) };
    let here = at(&gap.points, part);
    let mut said = String::new();
    if part == ScorePart::Price {
        let amount = |value| format::money(value, facts.project.profile.currency);
        if let Some(value) = row.price.point_value {
            said.push_str(&(text.point_note)(&amount(Money(value.round() as i64))));
        }
        if gap.price.0 != 0 {
            said.push_str(&(text.price_gap)(&rival, &amount(Money(gap.price.0.abs())), 0 < gap.price.0));
        }
    }
    said.push_str(&(text.gap_note)(&rival, here, gap.total - here, gap.total));
    said
}
