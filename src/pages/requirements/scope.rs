//! 1.3 Scope.

mod flow;
mod steps;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::register::Register;
use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::prototype::{Prototype, prototypes};
use crate::domain::requirements::wording::{Vague, is_checkable, is_unwritten, vague};
use crate::domain::requirements::{Feature, Goal, Module, Priority};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, Label, field, form};
use crate::pages::list::{Column, List, ListPage, list_page_with, wanted};
use crate::pages::requirements::understanding::link;
use crate::state::focus;
use crate::state::row::Row;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};

static PAGE: ListPage<Feature> = ListPage {
    task: Task::Scope,
    empty: |text| text.requirements.features_empty,
    content: Some(Content::Features),
    finding: |facts| {
        let features = &facts.project.requirements.features;
        let open = features.iter().filter(|feature| !feature.lacks().is_empty()).count();
        let vague = count_doubts(features);
        let text = &facts.text.requirements;
        let wording = (0 < vague).then(|| (text.wording_finding)(vague));
        let counts = Priority::ALL
            .map(|priority| features.iter().filter(|feature| feature.priority == priority).count());
        let words = &facts.text.flow;
        // Two musts of two are no sign of anything yet.
        let all_must =
            (2 < features.len() && counts.first() == Some(&features.len())).then_some(words.all_must);
        let first = [(text.features_finding)(features.len(), open), (words.priorities)(counts)];
        first.into_iter().chain(all_must.map(str::to_owned)).chain(wording).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Scope),
        columns: COLUMNS,
        is_wrong: |_, feature| !feature.lacks().is_empty(),
        form: |row| view! { {form(row, FIELDS)}{scaffold(row)}{links_of(row)}{wording_of(row)} }.into_any(),
        add: |text| text.requirements.add_feature,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Feature>] = &[
    Column::new(|text| text.requirements.feature_name, |_, feature| Said::Text(feature.name.clone())),
    Column::new(|text| text.requirements.includes, |facts, feature| wanted(facts, &feature.includes)),
    Column::new(
        |text| text.requirements.acceptance,
        |facts, feature| {
            wanted(facts, if is_unwritten(&feature.acceptance) { "" } else { &feature.acceptance })
        },
    ),
    Column::new(|text| text.requirements.excluded, |facts, feature| wanted(facts, &feature.excluded)),
    Column::new(
        |text| text.requirements.priority_label,
        |facts, feature| Said::Text((facts.text.requirements.priority)(feature.priority).to_owned()),
    ),
];

const FIELDS: &[Field<Feature>] = &[
    field!(4 Line name: requirements.feature_name),
    field!(2 OneOf(Priority::ALL, requirements.priority) priority: requirements.priority_label),
    field!(3 Link(Goal, |goal| goal.outcome.clone()) goal: requirements.goal),
    field!(3 Link(Module, |module| module.name.clone()) module: requirements.module_name),
    field!(4 Lines includes: requirements.includes else requirements.includes_missing),
    field!(4 Lines acceptance: requirements.acceptance else requirements.acceptance_missing),
    field!(4 Lines excluded: requirements.excluded else requirements.excluded_missing),
    field!(9 Lines prototypes: requirements.prototypes),
    field!(3 Role owner: requirements.owner),
];

/// Shows the features, and below them the processes.
#[component]
pub fn ScopePage() -> impl IntoView {
    list_page_with(&PAGE, ViewFn::from(link), ViewFn::from(flow::processes))
}

/// Offers the form of an acceptance criterion while there is none.
fn scaffold(row: Row<Feature>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let is_open = kept(move || row.get(|feature| feature.acceptance.trim().is_empty()));
    let write = move |()| {
        let form = words.now().flow.scaffold;
        row.write("acceptance", &mut |feature| feature.acceptance = form.to_owned());
        let place = FIELDS.iter().position(|field| field.name == "acceptance").unwrap_or_default() + 1;
        let clause = untrack(|| row.clause());
        // The field is there: the button stands in the same form.
        let _ = focus::element(&format!("[id=\"c-{clause}\"] .fields > :nth-child({place}) textarea"));
    };
    let button = move || view! { <Button kind=ButtonKind::Text label=words.s(|t| t.flow.scaffold_action) on_press=write/> };
    view! { <Show when=fact(move || is_open.get() && !read_only.get())>{button()}</Show> }.into_any()
}

/// Shows the links of a feature; what is no address of the web stays words.
fn links_of(row: Row<Feature>) -> AnyView {
    let words = use_words();
    let links = kept(move || row.get(|feature| prototypes(&feature.prototypes)));
    let shown = live(move || {
        let text = &words.get().flow;
        let items = links.get().into_iter().map(|link| match link {
            Prototype::Link(href) => {
                let name = href.clone();
                view! { <li><a href=href target="_blank" rel="noopener noreferrer"><bdi>{name}</bdi></a></li> }
                    .into_any()
            }
            Prototype::Words(said) => {
                view! { <li><bdi>{said}</bdi>" "<span class="hint">{text.not_a_link}</span></li> }.into_any()
            }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <ul class="prototypes">{items}</ul> })
    });
    view! { {shown} }.into_any()
}

/// Returns one text of a feature.
type Read = fn(&Feature) -> &String;

/// The texts of a feature whose wording counts.
const TEXTS: [(Label, Read); 3] = [
    (|text| text.requirements.includes, |feature| &feature.includes),
    (|text| text.requirements.acceptance, |feature| &feature.acceptance),
    (|text| text.requirements.excluded, |feature| &feature.excluded),
];

/// One wording that leaves something open.
#[derive(Clone, Debug, PartialEq)]
enum Doubt {
    /// A vague word in a text, by its place in [`TEXTS`].
    Vague(usize, String, Vague),
    /// An acceptance criterion that cannot be checked.
    Uncheckable(String),
}

thread_local! {
    /// The features last read, each with how much it leaves open: with every key one of them is new.
    static COUNTED: RefCell<Vec<(Arc<Feature>, usize)>> = const { RefCell::new(Vec::new()) };
}

/// Counts what the texts of all features leave open, and reads only those that changed since it last did.
fn count_doubts(features: &Register<Feature>) -> usize {
    COUNTED.with_borrow_mut(|known| {
        let mut before = std::mem::take(known).into_iter().peekable();
        *known = features
            .iter()
            .map(|feature| {
                let same = before.next_if(|(one, _)| one.id == feature.id);
                let same = same.filter(|(one, _)| Arc::ptr_eq(one, feature));
                same.unwrap_or_else(|| (feature.clone(), doubts(feature).len()))
            })
            .collect();
        known.iter().map(|(_, count)| count).sum()
    })
}

/// Lists what the texts of a feature leave open.
fn doubts(feature: &Feature) -> Vec<Doubt> {
    let words = TEXTS.iter().enumerate().flat_map(|(place, (_, read))| {
        let text = read(feature);
        vague(text).into_iter().map(move |word| Doubt::Vague(place, text.clone(), word))
    });
    let open = (!is_checkable(&feature.acceptance)).then(|| Doubt::Uncheckable(feature.acceptance.clone()));
    words.chain(open).collect()
}

/// Shows the doubtful words where they stand, each with what would settle it.
fn wording_of(row: Row<Feature>) -> AnyView {
    let words = use_words();
    let found = kept(move || row.get(doubts));
    let shown = live(move || {
        let text = &words.get().requirements;
        let items = found.get().into_iter().map(|doubt| match doubt {
            Doubt::Vague(place, sentence, word) => {
                let label = TEXTS.get(place).map(|(label, _)| label(words.get()));
                let part = |range: std::ops::Range<usize>| sentence.get(range).unwrap_or_default().to_owned();
                let (start, end) = (word.span.start, word.span.end);
                let (before, marked, behind) = (part(0..start), part(start..end), part(end..sentence.len()));
                let advice = (text.settle)(word.openness);
                view! { <li>{label}" · "<bdi>{before}<mark>{marked}</mark>{behind}</bdi>" → "{advice}</li> }
                    .into_any()
            }
            Doubt::Uncheckable(sentence) => {
                view! { <li>{text.acceptance}" · "<bdi>{sentence}</bdi>" → "{text.uncheckable}</li> }
                    .into_any()
            }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(
            || view! { <section class="wording"><h4>{text.wording_head}</h4><ul>{items}</ul></section> },
        )
    });
    view! { <div aria-live="polite">{shown}</div> }.into_any()
}
