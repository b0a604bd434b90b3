//! The evaluation report and award memo: what was decided and why, the ranking, how it was computed, and every sheet.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::ranking::Ranking;
use crate::domain::selection::{Evaluator, Vendor};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::award::{AwardText, of};
use crate::i18n::titles;

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let project = draft.project;
    result(draft, words);
    gates(draft, words);
    let ranking = project.selection.ranking_in_proportion(draft.today);
    draft.heading(words.ranking);
    match &ranking {
        Ok(ranking) => {
            ranked(draft, words, ranking);
            signed(draft, words);
            computed(draft, words, ranking);
        }
        Err(why) => {
            draft.paragraph((draft.text.decide.no_ranking)(why));
            signed(draft, words);
        }
    }
    sheets(draft, words);
}

fn result(draft: &mut Draft, words: &AwardText) {
    let project = draft.project;
    let (selection, decision) = (&project.selection, &project.selection.decision);
    draft.heading(words.result);
    let Some(chosen) = decision.chosen else {
        return draft.paragraph(Line::default().filled("", || draft.open(words.not_decided, Task::Decide)));
    };
    let backup = decision.backup.map(|id| (words.backup)(&selection.title_of(id)));
    let locked = decision.locked.map(|date| (words.locked)(&format::date(date)));
    let said = Line::default().strong((words.chosen)(&selection.title_of(chosen)));
    let others = [backup, locked].map(|said| Line::of(said.unwrap_or_default()));
    draft.paragraph(draft.sentences([said].into_iter().chain(others)));
    let reason = Line::default()
        .filled(&lines_of(&decision.reason), || draft.open(draft.text.decide.reason, Task::Decide));
    let mut points = vec![Line::of(words.reason).and(reason)];
    for (name, said) in [(words.against, &decision.against_ranking), (words.dissent, &decision.dissent)] {
        if !said.trim().is_empty() {
            points.push(Line::of(name).then(lines_of(said)));
        }
    }
    draft.points(points);
    if let Some(date) = selection.scores_locked {
        draft.paragraph((words.locked_scores)(&format::date(date)));
    }
    let unlocked: Vec<_> = selection.unlock_log.iter().collect();
    if !unlocked.is_empty() {
        draft.subheading(words.unlocked);
        draft.points(
            unlocked
                .into_iter()
                .map(|(date, why)| Line::of(format!("{} {}", format::date(*date), lines_of(why)))),
        );
    }
}

fn gates(draft: &mut Draft, words: &AwardText) {
    let (project, text) = (draft.project, draft.text);
    let selection = &project.selection;
    if selection.gates.is_empty() || selection.vendors.is_empty() {
        return;
    }
    draft.heading(words.gates);
    let mut columns = vec![Column::words(draft.words().number, 2), Column::words(text.qualify.gate, 8)];
    columns.extend(selection.vendors.iter().map(|vendor| Column::words(vendor.clause(), 3)));
    let standings = selection.standings(draft.today, project.profile.contract_end());
    let mut rows: Vec<Vec<Line>> = selection
        .gates
        .iter()
        .map(|gate| {
            let verdicts = selection.vendors.iter().map(|vendor| {
                let scored = standings
                    .iter()
                    .find(|(id, _)| *id == vendor.id)
                    .and_then(|(_, one)| one.scored(gate.id));
                let found = selection.gate_checks.get(vendor.id, gate.id);
                let verdict =
                    scored.map(|scored| scored.verdict).or_else(|| found.map(|check| check.verdict));
                Line::of((text.qualify.verdict)(verdict.unwrap_or_default()))
            });
            [Line::of(gate.clause()), Line::of(titles::gate(text, selection, gate))]
                .into_iter()
                .chain(verdicts)
                .collect()
        })
        .collect();
    let states = selection.vendors.iter().map(|vendor| {
        let is_in = standings.iter().any(|(id, one)| *id == vendor.id && one.is_in());
        Line::default().strong(if is_in { words.remains } else { words.out })
    });
    rows.push(
        [Line::default(), Line::default().strong(text.vendors.state)].into_iter().chain(states).collect(),
    );
    draft.table(columns, rows);
    let named = standings.iter().map(|(id, standing)| {
        let title = Line::of(selection.title_of(*id));
        let out = titles::out(text, selection, standing).map(|why| title.clone().then(format!(" · {why}")));
        out.unwrap_or(title)
    });
    draft.points(named);
}

fn ranked(draft: &mut Draft, words: &AwardText, ranking: &Ranking) {
    let (project, text) = (draft.project, draft.text);
    let mut columns = vec![Column::numbers(text.vendors.rank, 2), Column::words(text.vendors.vendor, 6)];
    columns.extend(ScorePart::ALL.map(|part| Column::numbers((text.vendors.part)(part), 3)));
    columns.push(Column::numbers(text.decide.total_points, 3));
    columns.push(Column::numbers(words.price, 4));
    let rows: Vec<_> = ranking
        .rows
        .iter()
        .map(|row| {
            let name = project.selection.title_of(row.vendor);
            let is_chosen = project.selection.decision.chosen == Some(row.vendor);
            let name = if is_chosen { Line::default().strong(name) } else { Line::of(name) };
            let points = row.points.map(|points| Line::of(format::fixed(points, 1)));
            [Line::of(row.rank.to_string()), name]
                .into_iter()
                .chain(points)
                .chain([
                    Line::default().strong(format::fixed(row.total, 1)),
                    Line::of(format::money(row.price.price, project.profile.currency)),
                ])
                .collect()
        })
        .collect();
    draft.table(columns, rows);
}

/// Ends the memo with where those who scored sign: the vendors have no part in it.
fn signed(draft: &mut Draft, words: &AwardText) {
    let evaluators = &draft.project.selection.evaluators;
    if evaluators.is_empty() {
        return;
    }
    draft.heading(words.signed);
    let columns = [
        Column::words(words.evaluator, 5),
        Column::words(words.department, 4),
        Column::words(draft.words().signature, 6),
        Column::words(draft.words().date, 4),
    ];
    let rows = evaluators.iter().map(|one| {
        vec![Line::of(one.name.clone()), Line::of(one.department.clone()), Line::default(), Line::default()]
    });
    draft.table(columns, rows);
}

fn computed(draft: &mut Draft, words: &AwardText, ranking: &Ranking) {
    let (project, text) = (draft.project, draft.text);
    let method = &project.selection.method;
    draft.new_page();
    draft.heading(words.computed);
    draft.paragraph(words.total_rule);
    draft.points([
        Line::of((words.capability_how)((text.vendors.aggregation)(method.aggregation))),
        Line::of(words.cases_how).then(text.decide.cases_rule),
        Line::of(words.proposal_how).then(text.decide.proposal_rule),
        Line::of((words.price_how)((text.decide.price_formula)(method.price_formula))).then((text
            .decide
            .price_rule)(
            method.price_formula,
        )),
    ]);
    let mut columns = vec![Column::words(text.vendors.vendor, 5)];
    columns.extend(ScorePart::ALL.map(|part| Column::numbers((text.vendors.part)(part), 5)));
    columns.push(Column::numbers(text.decide.total_points, 3));
    let weights = ranking.weights_bp.map(|weight| f64::from(weight) / 100.0);
    let mut rows: Vec<Vec<Line>> = ranking
        .rows
        .iter()
        .map(|row| {
            let parts = row.parts.iter().zip(weights).zip(row.points).map(|((score, weight), points)| {
                let figures =
                    [format::number(*score, 2), format::number(weight, 2), format::number(points, 2)];
                let [score, weight, points] = figures;
                Line::of(format!("{score} × {weight} % = {points}"))
            });
            std::iter::once(Line::of(project.selection.title_of(row.vendor)))
                .chain(parts)
                .chain([Line::of(format::fixed(row.total, 2))])
                .collect()
        })
        .collect();
    let sums = weights.map(|weight| Line::of(format::percent(weight, 2, text.language)));
    rows.insert(0, std::iter::once(Line::of(words.weights)).chain(sums).chain([Line::default()]).collect());
    draft.table(columns, rows);
}

/// Shows every sheet as it was handed in.
fn sheets(draft: &mut Draft, words: &AwardText) {
    let project = draft.project;
    let selection = &project.selection;
    if selection.evaluators.is_empty() {
        return;
    }
    draft.new_page();
    draft.heading(words.sheets);
    for evaluator in selection.evaluators.iter() {
        let state = evaluator
            .submitted
            .map_or_else(|| words.draft_sheet.to_owned(), |date| (words.submitted)(&format::date(date)));
        let name = format!("{} {}", evaluator.clause(), evaluator.name);
        let said =
            [name.as_str(), evaluator.department.trim(), &state].into_iter().filter(|part| !part.is_empty());
        draft.subheading(said.collect::<Vec<_>>().join(" · "));
        for vendor in selection.vendors.iter() {
            sheet(draft, words, evaluator, vendor);
        }
    }
}

fn sheet(draft: &mut Draft, words: &AwardText, evaluator: &Evaluator, vendor: &Vendor) {
    let (project, text) = (draft.project, draft.text);
    let rows: Vec<_> = project
        .selection
        .leaves()
        .iter()
        .filter_map(|branch| {
            let entry = evaluator.scores.get(vendor.id, branch.criterion.id)?;
            let score = entry
                .score
                .map_or_else(|| text.vendors.not_applicable.to_owned(), |score| score.get().to_string());
            let name = format!("{} {}", branch.criterion.clause(), branch.criterion.name);
            Some(vec![Line::of(name), Line::of(score), Line::of(lines_of(&entry.evidence))])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    draft.paragraph(Line::default().strong(project.selection.title_of(vendor.id)));
    let columns = [
        Column::words(text.vendors.criterion, 6),
        Column::numbers(words.score, 2),
        Column::words(words.evidence, 10),
    ];
    draft.table(columns, rows);
}
