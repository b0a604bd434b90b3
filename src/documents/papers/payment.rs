//! The statement of what is paid to a vendor for a period: line by line with the rule each follows, how each was computed,
//! and who confirmed it. What both sides confirmed is printed as they confirmed it.

use crate::documents::paper::{Blank, Column, Line, Place, Run};
use crate::documents::papers::occasion::Occasion;
use crate::documents::papers::signing::Hand;
use crate::documents::papers::{Draft, lines_of};
use crate::domain::performance::credits::charge::CreditError;
use crate::domain::performance::payment::Statement;
use crate::domain::performance::payment::stated::{Drawn, Stated};
use crate::domain::profile::Side;
use crate::domain::requirements::confirmed::short;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::payment::{PaymentPaperText, of};
use crate::i18n::payment::lines::{About, Said, Weight, lines};
use crate::i18n::payment::worded;
use crate::i18n::period::name;

/// What is printed: a statement with what was entered of it.
struct Printed {
    entered: std::sync::Arc<Statement>,
    stated: Stated,
    refused: Option<CreditError>,
}

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let Some(occasion) = draft.occasion else {
        return draft.paragraph(draft.nothing_yet(Task::Kpis));
    };
    let printed = printed(draft, occasion);
    let payments = &draft.project.performance.payments;
    draft.over = (words.of)(
        &payments.clause(occasion.vendor, occasion.period),
        &printed.stated.vendor,
        &name(occasion.period, draft.text.language),
    );
    let version = if printed.entered.latest().is_some() { printed.entered.agreed.len() } else { 0 };
    draft.version = (draft.words().version)(
        u32::try_from(version).unwrap_or(u32::MAX),
        &short(&printed.stated.fingerprint()),
    );
    facts(draft, words, &printed);
    let said = lines(draft.text, &printed.stated);
    let rules = rules_of(&said);
    statement(draft, words, &printed, &said, &rules);
    calculation(draft, words, &said, &rules);
    history(draft, words, &printed.entered);
    signed(draft, &printed);
}

/// Takes what both sides confirmed last, else what today's data give.
fn printed(draft: &Draft, occasion: Occasion) -> Printed {
    let Occasion { vendor, period } = occasion;
    let entered = draft.project.performance.payments.statement(vendor, period);
    match entered.latest() {
        Some(agreed) => Printed { stated: agreed.stated.clone(), refused: None, entered },
        None => {
            let Drawn { stated, refused } = draft.project.draw_statement(vendor, period);
            Printed { entered, stated, refused }
        }
    }
}

fn blank(what: &str, place: Place) -> Line {
    Line(vec![Run::Blank(Blank { what: what.to_owned(), clause: None, place })])
}

fn parties(draft: &Draft, stated: &Stated) -> [Line; 2] {
    let client = match stated.client.trim() {
        "" => draft.party(Side::Client),
        name => Line::of(name),
    };
    [client, Line::of(stated.vendor.clone())]
}

fn facts(draft: &mut Draft, words: &PaymentPaperText, printed: &Printed) {
    let text = draft.text;
    let (labels, stated) = (&text.payment, &printed.stated);
    let [client, vendor] = parties(draft, stated);
    let score = stated.review.score_milli.map(|milli| format::number(f64::from(milli) / 1000.0, 3));
    let review = match score {
        Some(score) => (labels.review_said)(&score, stated.review.grade.as_deref()),
        None => labels.no_review.to_owned(),
    };
    let due = stated.due.map_or_else(
        || blank(labels.due, Place::Payment),
        |due| Line::of((labels.due_by)(&format::date(due))),
    );
    let state = printed.entered.latest().map_or_else(
        || words.open.to_owned(),
        |agreed| {
            let date = format::date_or_missing(agreed.date());
            (words.agreed)(printed.entered.agreed.len(), &date, &short(agreed.fingerprint()))
        },
    );
    let payment = match stated.fee {
        None => blank(labels.fee, Place::Payment),
        Some(_) => Line::default().strong(worded(stated.payment, stated.currency, text.language)),
    };
    draft.facts(vec![
        vec![words.payer.into(), client],
        vec![labels.payee.into(), vendor],
        vec![labels.period_label.into(), name(stated.period, text.language).into()],
        vec![(labels.total)(stated.period.cycle).into(), payment],
        vec![labels.due.into(), due],
        vec![labels.review.into(), review.into()],
        vec![words.state.into(), state.into()],
    ]);
}

/// Lists the rules the lines follow, each once, in the order they are met.
fn rules_of(said: &[Said<'_>]) -> Vec<&'static str> {
    let mut rules = Vec::new();
    for line in said.iter().filter(|line| !line.rule.is_empty()) {
        if !rules.contains(&line.rule) {
            rules.push(line.rule);
        }
    }
    rules
}

/// Returns the number of the rule a line follows.
fn number_of(rules: &[&'static str], line: &Said<'_>) -> String {
    let place = rules.iter().position(|rule| *rule == line.rule);
    place.map(|place| (place + 1).to_string()).unwrap_or_default()
}

fn statement(
    draft: &mut Draft,
    words: &PaymentPaperText,
    printed: &Printed,
    said: &[Said<'_>],
    rules: &[&'static str],
) {
    let text = draft.text;
    let labels = &text.payment;
    draft.heading(labels.statement);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.item, 6),
        Column::words(labels.basis, 8),
        Column::numbers(words.rule, 2),
        Column::numbers(labels.share, 3),
        Column::numbers((labels.amount_in)(printed.stated.currency), 3),
    ];
    let row = |line: &Said<'_>| {
        let strong = |said: &str| match line.weight {
            Weight::Head | Weight::Strong | Weight::Total => Line::default().strong(said),
            Weight::Plain | Weight::Quiet => Line::of(said),
        };
        let basis = match line.about {
            About::Extra(extra) if !extra.agreed.lacks().is_empty() => blank(&line.basis, Place::Payment),
            _ => Line::of(line.basis.clone()),
        };
        vec![
            line.clause.as_str().into(),
            strong(&line.name),
            basis,
            number_of(rules, line).into(),
            line.share.as_str().into(),
            strong(&line.amount),
        ]
    };
    draft.table(columns, said.iter().map(row));
    if let Some(error) = printed.refused {
        draft.paragraph(blank((labels.refused)(error), Place::Credits));
    }
    if let Some(follows) = (labels.consequence)(printed.stated.consequence) {
        draft.paragraph(follows);
    }
}

/// Says each rule, and under it how the lines that follow it were computed.
fn calculation(draft: &mut Draft, words: &PaymentPaperText, said: &[Said<'_>], rules: &[&'static str]) {
    if rules.is_empty() {
        return;
    }
    draft.heading(words.rules);
    draft.paragraph(words.rules_lead);
    for (place, rule) in rules.iter().enumerate() {
        draft.clause((place + 1).to_string(), *rule);
        let lines = said.iter().filter(|line| line.rule == *rule && !line.formula.is_empty());
        let lines = lines.map(|line| {
            let name = format!("{} {}", line.clause, line.name);
            let formula = line.formula.lines().collect::<Vec<_>>().join(draft.text.common.sentence_join);
            Line::default().strong(name.trim()).then(format!(" {formula}"))
        });
        let lines: Vec<_> = lines.collect();
        draft.points(lines);
    }
}

/// Says what was taken back, and why.
fn history(draft: &mut Draft, words: &PaymentPaperText, entered: &Statement) {
    if entered.taken_back.is_empty() {
        return;
    }
    let labels = &draft.text.payment;
    draft.subheading(words.history);
    draft.points(entered.taken_back.iter().map(|one| {
        Line::of((labels.taken_back_for)(&format::date_or_missing(one.date), &lines_of(&one.reason)))
    }));
}

fn signed(draft: &mut Draft, printed: &Printed) {
    let parties = parties(draft, &printed.stated);
    let hands = Side::ALL.map(|side| match printed.entered.latest() {
        Some(agreed) => Some(Hand::from(agreed.signed(side))),
        None => printed.entered.confirmed(side).map(Hand::from),
    });
    draft.signed(parties, hands, &printed.stated.fingerprint());
}
