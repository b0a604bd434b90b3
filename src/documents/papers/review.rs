//! The review of a vendor over a period: scorecard, what people judge, what both sides say, what was agreed, and the
//! grades so far. A closed review is printed as it was closed.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::occasion::Occasion;
use crate::documents::papers::signing::Hand;
use crate::documents::papers::{Draft, lines_of};
use crate::domain::performance::review::Review;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::performance::scorecard::Withheld;
use crate::domain::profile::Side;
use crate::domain::requirements::confirmed::short;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::review::{ReviewPaperText, of};
use crate::i18n::period::name;
use crate::i18n::reviews::card;

/// What is printed: a review with what it comes to.
struct Printed {
    occasion: Occasion,
    review: Review,
    assessed: Assessment,
}

impl Printed {
    fn is_closed(&self) -> bool {
        self.review.closed().is_some()
    }
}

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let project = draft.project;
    let Some(occasion) = draft.occasion else {
        return draft.paragraph(draft.nothing_yet(Task::Kpis));
    };
    let title = project.selection.title_of(occasion.vendor);
    draft.over = (words.of)(&title, &name(occasion.period, draft.text.language));
    let review = project.performance.review(occasion.vendor, occasion.period.first);
    let assessed = match review.closed() {
        Some(closed) => Ok(closed.assessment.clone()),
        None => project.assess(occasion.vendor, occasion.period),
    };
    let assessed = match assessed {
        Ok(assessed) => assessed,
        Err(error) => {
            let why = (draft.text.reviews.error)(error);
            return draft.paragraph(Line::default().filled("", || draft.open(&why, Task::Kpis)));
        }
    };
    draft.version = (draft.words().version)(
        u32::try_from(review.versions.len()).unwrap_or(u32::MAX),
        &short(&assessed.fingerprint()),
    );
    let printed = Printed { occasion, review, assessed };
    facts(draft, words, &printed);
    scorecard(draft, words, &printed.assessed);
    judged(draft, &printed);
    said(draft, words, &printed);
    agreed(draft, words, &printed);
    grades(draft, words, &printed);
    signed(draft, &printed);
}

/// The names of both firms, as they were when the review was closed.
fn parties(draft: &Draft, printed: &Printed) -> [Line; 2] {
    let kept = |name: &str, now: Line| if name.trim().is_empty() { now } else { Line::of(name.trim()) };
    let vendor = draft.project.selection.title_of(printed.occasion.vendor);
    [
        kept(&printed.assessed.client, draft.party(Side::Client)),
        kept(&printed.assessed.vendor, Line::of(vendor)),
    ]
}

fn facts(draft: &mut Draft, words: &ReviewPaperText, printed: &Printed) {
    let text = draft.text;
    let assessed = &printed.assessed;
    let result = match (assessed.gradable(), assessed.earned()) {
        (Ok(_), Some(_)) => (words.graded)(&card::result(text, assessed), &card::score(assessed)),
        (Err(Withheld::LowCoverage), _) => words.ungraded.to_owned(),
        _ => words.no_data.to_owned(),
    };
    let state = printed.review.closed().map_or_else(
        || words.open.to_owned(),
        |closed| (words.closed)(printed.review.versions.len(), &format::date_or_missing(closed.date)),
    );
    let [client, vendor] = parties(draft, printed);
    draft.facts(vec![
        vec![text.common.side(Side::Client).into(), client],
        vec![text.common.side(Side::Vendor).into(), vendor],
        vec![text.reviews.period_label.into(), name(printed.occasion.period, text.language).into()],
        vec![words.result.into(), Line::default().strong(result)],
        vec![words.state.into(), state.into()],
    ]);
}

fn scorecard(draft: &mut Draft, words: &ReviewPaperText, assessed: &Assessment) {
    let text = draft.text;
    let labels = &text.reviews;
    draft.heading(labels.card_head);
    let scored: Vec<_> = assessed.lines.iter().filter(|line| line.limits().is_some()).collect();
    if scored.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Kpis));
    }
    let columns = [
        Column::words(labels.kpi, 7),
        Column::numbers(labels.value, 3),
        Column::numbers(labels.target, 3),
        Column::numbers(labels.floor, 3),
        Column::numbers(labels.points, 3),
        Column::numbers(labels.effective, 3),
        Column::numbers(labels.contribution, 3),
    ];
    let rows = scored.iter().map(|line| {
        vec![
            line.title().into(),
            card::value(line).into(),
            card::target(line).into(),
            format::number_or_missing(line.kpi.floor, 2).into(),
            format::number_or_missing(line.points, 1).into(),
            format::number_or_missing(line.effective_weight, 1).into(),
            card::counted(line).into(),
        ]
    });
    let mut total = vec![Line::of(card::result(text, assessed))];
    total.extend((0..5).map(|_| Line::default()));
    total.push(Line::of(card::score(assessed)));
    draft.summed(columns, rows.collect(), total);
    let notes = card::notes(text, assessed);
    if !notes.is_empty() {
        draft.paragraph(notes);
    }
    draft.paragraph((labels.bands)(&card::bands_said(&assessed.bands)));
    draft.subheading(words.computed);
    draft.paragraph(labels.score_rule);
    let how = scored.iter().filter_map(|line| {
        let formula = card::points_formula(text, line)?;
        Some(Line::default().strong(line.title()).then(format!(" {formula}")))
    });
    let how: Vec<_> = how.collect();
    draft.points(how.into_iter().chain([Line::of(card::score_formula(assessed))]));
}

fn judged(draft: &mut Draft, printed: &Printed) {
    let labels = &draft.text.reviews;
    let assessed = &printed.assessed;
    draft.heading(labels.judged_head);
    let rows: Vec<_> = assessed
        .lines
        .iter()
        .filter(|line| line.kpi.judged)
        .map(|line| {
            let filled = |value: &str, what: &str| match printed.is_closed() {
                true if value.trim().is_empty() => Line::of(format::MISSING),
                true => Line::of(value),
                false => draft.filled(value, what, Task::Reviews, &line.kpi),
            };
            let mark = line.judged.mark.map(|mark| mark.get().to_string()).unwrap_or_default();
            vec![
                line.title().into(),
                filled(&mark, labels.mark),
                filled(&lines_of(&line.judged.evidence), labels.evidence),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let columns = [
            Column::words(labels.kpi, 5),
            Column::numbers(labels.mark, 2),
            Column::words(labels.evidence, 10),
        ];
        draft.table(columns, rows);
    }
    let severe = match assessed.severe_breach {
        true => {
            let name = (labels.severe_colon)(labels.severe_tag);
            let reason = || draft.open(labels.severe_reason, Task::Reviews);
            Line::default().strong(name).filled(&lines_of(&assessed.severe_reason), reason)
        }
        false => Line::of(labels.no_severe),
    };
    draft.paragraph(severe);
}

fn said(draft: &mut Draft, words: &ReviewPaperText, printed: &Printed) {
    let labels = &draft.text.reviews;
    draft.heading(labels.sides_head);
    let assessed = &printed.assessed;
    let rows = [(Side::Client, &assessed.comment), (Side::Vendor, &assessed.vendor_comment)];
    let rows = rows.map(|(side, comment)| {
        let name = (labels.comment)(side);
        let said = match printed.is_closed() {
            true if comment.trim().is_empty() => Line::of(words.nothing_said),
            _ => Line::default().filled(&lines_of(comment), || draft.open(name, Task::Reviews)),
        };
        vec![Line::of(name), said]
    });
    draft.facts(rows.to_vec());
}

fn agreed(draft: &mut Draft, words: &ReviewPaperText, printed: &Printed) {
    let labels = &draft.text.reviews;
    let assessed = &printed.assessed;
    draft.heading(labels.agreed_head);
    let rows: Vec<_> = assessed
        .agreed
        .iter()
        .map(|one| {
            let filled = |value: &str, what: &str| match printed.is_closed() {
                true if value.is_empty() => Line::of(format::MISSING),
                true => Line::of(value),
                false => Line::default().filled(value, || draft.open(what, Task::Reviews)),
            };
            vec![
                one.clause.as_str().into(),
                filled(&lines_of(&one.what), labels.what),
                filled(&one.owner, labels.owner),
                filled(&one.due.map(format::date).unwrap_or_default(), labels.due),
            ]
        })
        .collect();
    let has_words = !assessed.actions.trim().is_empty();
    if rows.is_empty() && !has_words {
        return draft.paragraph(words.nothing_agreed);
    }
    if !rows.is_empty() {
        let columns = [
            Column::words(draft.words().number, 2),
            Column::words(labels.what, 9),
            Column::words(labels.owner, 4),
            Column::words(labels.due, 3),
        ];
        draft.table(columns, rows);
    }
    if has_words {
        draft.paragraph(
            Line::default().strong(labels.agreed_words).then(format!(" {}", lines_of(&assessed.actions))),
        );
    }
}

fn grades(draft: &mut Draft, words: &ReviewPaperText, printed: &Printed) {
    let text = draft.text;
    let labels = &text.reviews;
    draft.heading(labels.history_head);
    let rows = card::way(&printed.assessed, printed.occasion.period).into_iter().map(|one| {
        vec![
            name(one.period, text.language).into(),
            one.score.into(),
            one.raw.into(),
            Line::default().strong(one.given),
        ]
    });
    let columns = [
        Column::words(labels.period_label, 4),
        Column::numbers(labels.score, 3),
        Column::words(labels.raw_grade, 3),
        Column::words(labels.given_grade, 3),
    ];
    draft.table(columns, rows);
    draft.paragraph(labels.grade_rule);
    let reopenings = &printed.review.reopenings;
    if !reopenings.is_empty() {
        draft.subheading(words.reopened);
        draft.points(reopenings.iter().map(|one| {
            Line::of((labels.reopened_for)(&format::date_or_missing(one.date), &lines_of(&one.reason)))
        }));
    }
}

fn signed(draft: &mut Draft, printed: &Printed) {
    let parties = parties(draft, printed);
    let review = &printed.review;
    let hands = Side::ALL.map(|side| match review.closed() {
        Some(closed) => Some(Hand::from(closed.signed(side))),
        None => review.signed(side).map(Hand::from),
    });
    draft.signed(parties, hands, &printed.assessed.fingerprint());
}
