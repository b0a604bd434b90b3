//! The versions of a review, each as it was closed; what today's data would give instead; opening it again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::review::assessment::AssessedLine;
use crate::domain::performance::review::difference::Difference;
use crate::domain::performance::review::{Closed, Review};
use crate::domain::period::Period;
use crate::domain::profile::Side;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::period::name;
use crate::i18n::reviews::card::bands_said;
use crate::i18n::{Text, format};
use crate::pages::form::{Asked, Label, with_reason};
use crate::pages::list::{Lines, ledger, use_facts};
use crate::pages::performance::reviews::sides::signed;
use crate::pages::performance::reviews::{Shown, card, judged};
use crate::ui::field::use_read_only;
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

const HEADS: [(Label, bool); 5] = [
    (|text| text.reviews.versions_head, false),
    (|text| text.reviews.signed_on, false),
    (|text| text.reviews.score, true),
    (|text| text.reviews.given_grade, false),
    (|text| text.reviews.state, false),
];

const ASKED: Asked =
    Asked { reason: |text| text.reviews.reopen_reason, missing: |text| text.reviews.reopen_missing };

/// Shows what there is once the review was closed.
pub(super) fn versions(shown: Shown) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let has_some = move || shown.review.with(|review| !review.versions.is_empty());
    let reopen = move || {
        let act = move |reason: String| {
            let Some((vendor, period)) = shown.place.get_untracked() else { return };
            let today = shown.workspace.today();
            let step = Step::new(Verb::Unlock, shown.subject(words.now()));
            shown.workspace.edit(step, |performance: &mut Performance| {
                performance.reviews.entry(vendor).entry(period.first).reopen(&reason, today);
            });
        };
        with_reason(words.s(|t| t.reviews.reopen), ASKED, Callback::new(act))
    };
    view! {
        <Show when=fact(move || shown.is_closed())>
            <SheetSection number="6.2.6" title=words.s(|t| t.reviews.today_head)>{today(shown)}</SheetSection>
        </Show>
        <Show when=fact(has_some)>
            <SheetSection number="6.2.7" title=words.s(|t| t.reviews.versions_head)>
                {list(shown)}
                <Show when=fact(move || shown.is_closed() && !read_only.get())>
                    <p class="hint">{words.s(|t| t.reviews.reopen_note)}</p>
                    <div class="actions reopening">{reopen()}</div>
                </Show>
            </SheetSection>
        </Show>
    }
    .into_any()
}

/// Lists the versions, the latest first.
fn list(shown: Shown) -> AnyView {
    let facts = use_facts();
    let at = move |place: u128| {
        shown.review.with(|review| {
            let place = usize::try_from(place).ok()?;
            Some((review.versions.get(place)?.clone(), review.reopenings.get(place).cloned()))
        })
    };
    let line = move |place: u128| {
        let text = facts.get().text;
        let words = &text.reviews;
        let Some((closed, reopened)) = at(place) else { return Line::default() };
        let assessed = &closed.assessment;
        let state = match reopened {
            _ if !closed.is_intact() => Said::Tag(TagKind::Problem, words.broken.to_owned()),
            None => Said::Tag(TagKind::Passed, words.in_force.to_owned()),
            Some(one) => Said::Text((words.reopened_for)(&format::date_or_missing(one.date), &one.reason)),
        };
        let score = assessed.score.map_or_else(|| format::MISSING.to_owned(), |one| format::fixed(one, 1));
        Line {
            number: (place + 1).to_string(),
            cells: vec![
                Said::Text((words.version)(place as usize + 1)),
                Said::Date(format::date_or_missing(closed.date)),
                Said::Number(score),
                Said::Text(assessed.earned().unwrap_or(words.no_grade).to_owned()),
                state,
            ],
            is_wrong: !closed.is_intact(),
        }
    };
    let count = kept(move || shown.review.with(|review: &Review| review.versions.len()));
    let form = move |place: u128| {
        let words = use_words();
        let drawn = live(move || Some(in_full(words.get(), &at(place)?.0)));
        view! { <div class="version">{drawn}</div> }.into_any()
    };
    let lines = Lines {
        name: |text| text.reviews.versions_head,
        heads: HEADS.into(),
        ids: Signal::derive(move || (0..count.get() as u128).rev().collect()),
        line: Callback::new(line),
        form: Callback::new(form),
    };
    ledger(lines, None, ().into_any())
}

/// Shows a version as it was.
fn in_full(text: &'static Text, closed: &Arc<Closed>) -> AnyView {
    let words = &text.reviews;
    let assessed = &closed.assessment;
    let signers = Side::ALL.map(|side| {
        let comment = match side {
            Side::Client => assessed.comment.clone(),
            Side::Vendor => assessed.vendor_comment.clone(),
        };
        let comment = (!comment.is_empty()).then(|| view! { <p class="said"><bdi>{comment}</bdi></p> });
        let firm = match side {
            Side::Client => assessed.client.clone(),
            Side::Vendor => assessed.vendor.clone(),
        };
        let firm = (!firm.is_empty()).then(|| view! { <p><bdi>{firm}</bdi></p> });
        view! { <div><h3>{text.common.side(side)}</h3>{firm}{comment}{signed(text, closed.signed(side))}</div> }
    });
    let agreed = FigureTable {
        heads: [words.what, words.owner, words.due].map(str::to_owned).to_vec(),
        rows: assessed
            .agreed
            .iter()
            .map(|one| {
                let what = format!("{} {}", one.clause, one.what);
                vec![what, one.owner.clone(), format::date_or_missing(one.due)]
            })
            .collect(),
    };
    let has_agreed = !agreed.rows.is_empty();
    let agreed = has_agreed.then(|| data_table(words.agreed_head.to_owned(), agreed));
    let actions = assessed.actions.clone();
    let actions = (!actions.is_empty())
        .then(|| view! { <p><strong>{words.agreed_words}</strong>" "<bdi>{actions}</bdi></p> });
    let period = assessed.first.map(|first| name(Period { first, cycle: assessed.cycle }, text.language));
    let about = period.map(|period| (words.subject)(&assessed.vendor, &period));
    view! {
        {about.map(|about| view! { <p><strong><bdi>{about}</bdi></strong></p> })}
        <p class="hint">{(words.bands)(&bands_said(&assessed.bands))}</p>
        {card::table(text, assessed)}
        {judged::as_closed(text, assessed)}
        {agreed}
        {actions}
        <div class="signers">{signers.into_iter().collect_view()}</div>
    }
    .into_any()
}

/// Says where today's data would give another result than the closed one.
fn today(shown: Shown) -> AnyView {
    let words = use_words();
    let found = kept(move || {
        let (closed, today) = (shown.closed.get()?, shown.today.get()?);
        Some(closed.assessment.differences(&today))
    });
    let drawn = live(move || {
        let text = words.get();
        let found = found.get()?;
        let words = &text.reviews;
        if found.is_empty() {
            return Some(view! { <p class="lead">{words.today_same}</p> }.into_any());
        }
        let table = FigureTable {
            heads: vec![words.differs_what.to_owned(), words.was.to_owned(), words.now.to_owned()],
            rows: found.iter().map(|one| difference(text, one)).collect(),
        };
        let lead = (words.today_differs)(found.len());
        Some(view! { <p class="lead">{lead}</p>{data_table(words.today_head.to_owned(), table)} }.into_any())
    });
    view! { {drawn} }.into_any()
}

/// Says one difference: what, as closed, today.
fn difference(text: &'static Text, difference: &Difference) -> Vec<String> {
    let words = &text.reviews;
    let plain = |what: &str| vec![what.to_owned(), String::new(), String::new()];
    let of = |line: &AssessedLine, what: &str| format!("{} · {what}", line.title());
    match difference {
        Difference::NoResult(error) => {
            let mut row = plain(words.differs_score);
            if let Some(now) = row.last_mut() {
                *now = (words.error)(*error);
            }
            row
        }
        Difference::Score(was, now) => {
            let [was, now] = [was, now].map(|score| format::number_or_missing(*score, 1));
            vec![words.differs_score.to_owned(), was, now]
        }
        Difference::Grade(was, now) => {
            let [was, now] = [was, now].map(|grade| grade.clone().unwrap_or(words.no_grade.to_owned()));
            vec![words.differs_grade.to_owned(), was, now]
        }
        Difference::Bands => plain(words.differs_bands),
        Difference::Gone(line) => plain(&of(line, words.differs_gone)),
        Difference::New(line) => plain(&of(line, words.differs_new)),
        Difference::Direction(line) => plain(&of(line, words.differs_direction)),
        Difference::Figure(line, figure, was, now) => {
            let [was, now] = [was, now].map(|figure| format::number_or_missing(*figure, 2));
            vec![of(line, (words.figure)(*figure)), was, now]
        }
    }
}
