//! The request for proposal: the service in brief, gates, criteria with what each score means, questionnaire and price
//! sheet. Nothing in it tells what the client would pay.

use crate::documents::paper::{Blank, Column, Line, Place};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::selection::ProofKind;
use crate::domain::selection::method::ScorePart;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::request::{RequestText, of};
use crate::i18n::titles;

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    draft.paragraph((words.lead)(&draft.named(Side::Client)));
    service(draft, words);
    gates(draft, words);
    criteria(draft, words);
    parts(draft, words);
    draft.heading(words.questions);
    draft.paragraph(words.questions_lead);
    let rows =
        words.asked.into_iter().enumerate().map(|(place, question)| {
            vec![Line::of((place + 1).to_string()), question.into(), Line::default()]
        });
    let columns = [
        Column::numbers(draft.words().number, 1),
        Column::words(words.question, 7),
        Column::words(words.your_answer, 9),
    ];
    draft.table(columns, rows);
    prices(draft, words);
}

fn service(draft: &mut Draft, words: &RequestText) {
    let (project, text) = (draft.project, draft.text);
    let profile = &project.profile;
    draft.heading(words.service);
    let settings =
        |what: &'static str| move || Blank { what: what.to_owned(), clause: None, place: Place::Settings };
    let modules = project.requirements.modules.iter().filter(|module| module.chosen);
    let modules: Vec<_> = modules.map(|module| format!("{} {}", module.clause(), module.name)).collect();
    let roles = project.team.roles_of(Side::Vendor).map(|role| match role.headcount {
        Some(heads) => format!("{} × {}", role.name, format::number(heads, 2)),
        None => role.name.clone(),
    });
    let roles = roles.collect::<Vec<_>>().join(text.common.list_comma);
    let start = profile.start.map(format::date).unwrap_or_default();
    let term = profile.months.map(words.months).unwrap_or_default();
    draft.facts(vec![
        vec![words.business.into(), (text.common.business)(profile.business).into()],
        vec![
            words.modules.into(),
            Line::default()
                .filled(&modules.join(text.common.list_comma), || draft.open(words.modules, Task::Screening)),
        ],
        vec![words.start.into(), Line::default().filled(&start, settings(words.start))],
        vec![words.term.into(), Line::default().filled(&term, settings(words.term))],
        vec![words.roles.into(), Line::default().filled(&roles, || draft.open(words.roles, Task::People))],
    ]);
}

fn gates(draft: &mut Draft, words: &RequestText) {
    let (project, text) = (draft.project, draft.text);
    draft.heading(words.gates);
    let selection = &project.selection;
    if selection.gates.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Qualify));
    }
    draft.paragraph(words.gates_lead);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(text.qualify.gate, 7),
        Column::words(text.qualify.proof, 5),
        Column::words(words.kind, 3),
        Column::words(words.your_answer, 5),
    ];
    let rows: Vec<_> = selection
        .gates
        .iter()
        .map(|gate| {
            let kind = (text.qualify.proof_kind)(gate.proof);
            let proof = match gate.rule() {
                Some(_) => format::MISSING.to_owned(),
                None if gate.evidence.trim().is_empty() => kind.to_owned(),
                None if gate.proof == ProofKind::Unspecified => lines_of(&gate.evidence),
                None => (text.qualify.proof_words)(kind, &lines_of(&gate.evidence)),
            };
            vec![
                gate.clause().into(),
                draft.filled(&titles::gate(text, selection, gate), text.qualify.gate, Task::Qualify, &**gate),
                proof.into(),
                (if gate.puts_out() { words.must } else { words.noted }).into(),
                Line::default(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn criteria(draft: &mut Draft, words: &RequestText) {
    let (project, text) = (draft.project, draft.text);
    draft.heading(words.criteria);
    let branches = project.selection.branches();
    if branches.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Capability));
    }
    draft.paragraph(words.criteria_lead);
    for branch in branches {
        let criterion = &branch.criterion;
        let share = format::percent(branch.share_bp / 100.0, 2, text.language);
        let name = match criterion.name.trim() {
            "" => draft.filled("", text.vendors.criterion, Task::Capability, &**criterion),
            name => Line::default().strong(name),
        };
        let line = name.quiet(format!(" {share}"));
        draft.clause(
            criterion.clause(),
            if criterion.hint.trim().is_empty() {
                line
            } else {
                line.then(format!(" {}", lines_of(&criterion.hint)))
            },
        );
        let anchors = criterion.anchors.iter().enumerate().filter(|(_, words)| !words.trim().is_empty());
        draft.points(anchors.map(|(score, said)| Line::of((words.score_means)(score, &lines_of(said)))));
    }
}

fn parts(draft: &mut Draft, words: &RequestText) {
    let (project, text) = (draft.project, draft.text);
    let method = &project.selection.method;
    draft.heading(words.parts);
    let rows = ScorePart::ALL.into_iter().zip(method.weights_bp).map(|(part, weight)| {
        vec![
            Line::of((text.vendors.part)(part)),
            format::percent(f64::from(weight) / 100.0, 2, text.language).into(),
        ]
    });
    draft.table([Column::words(words.part, 6), Column::numbers(text.vendors.weight_percent, 2)], rows);
    let formula = method.price_formula;
    draft.paragraph((words.parts_lead)(
        (text.decide.price_formula)(formula),
        (text.decide.price_rule)(formula),
    ));
}

fn prices(draft: &mut Draft, words: &RequestText) {
    draft.heading(words.price_sheet);
    let columns = [
        Column::words(words.item, 7),
        Column::words(words.unit, 3),
        Column::numbers(words.quantity, 3),
        Column::numbers(words.unit_price, 3),
        Column::numbers(words.amount, 4),
    ];
    let row = |name: &str| {
        std::iter::once(Line::of(name)).chain((0..4).map(|_| Line::default())).collect::<Vec<_>>()
    };
    let roles = draft.project.team.roles_of(Side::Vendor).map(|role| row(&role.name));
    let rows: Vec<_> =
        std::iter::once(row(words.base)).chain(roles).chain([row(words.value_added), row("")]).collect();
    draft.table(columns, rows);
}
