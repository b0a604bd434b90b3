//! 1.3 Scope.

use leptos::prelude::*;

use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::wording::{Vague, is_checkable, vague};
use crate::domain::requirements::{Feature, Goal, Module, Priority};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, Label, field, form};
use crate::pages::list::{Column, List, ListPage, list_page, wanted};
use crate::pages::requirements::understanding::link;
use crate::state::row::Row;
use crate::ui::ledger::Said;
use crate::ui::live::{kept, live};

static PAGE: ListPage<Feature> = ListPage {
    task: Task::Scope,
    empty: |text| text.requirements.features_empty,
    content: Some(Content::Features),
    finding: |facts| {
        let features = &facts.project.requirements.features;
        let open = features.iter().filter(|feature| !feature.lacks().is_empty()).count();
        let vague = features.iter().map(|feature| doubts(feature).len()).sum();
        let text = &facts.text.requirements;
        let wording = (0 < vague).then(|| (text.wording_finding)(vague));
        std::iter::once((text.features_finding)(features.len(), open)).chain(wording).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Scope),
        columns: COLUMNS,
        is_wrong: |_, feature| !feature.lacks().is_empty(),
        form: |row| view! { {form(row, FIELDS)}{wording_of(row)} }.into_any(),
        add: |text| text.requirements.add_feature,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Feature>] = &[
    Column::new(|text| text.requirements.feature_name, |_, feature| Said::Text(feature.name.clone())),
    Column::new(|text| text.requirements.includes, |facts, feature| wanted(facts, &feature.includes)),
    Column::new(|text| text.requirements.acceptance, |facts, feature| wanted(facts, &feature.acceptance)),
    Column::new(|text| text.requirements.excluded, |facts, feature| wanted(facts, &feature.excluded)),
    Column::new(
        |text| text.requirements.priority_label,
        |facts, feature| Said::Text((facts.text.requirements.priority)(feature.priority).to_owned()),
    ),
];

const FIELDS: &[Field<Feature>] = &[
    field!(6 Line name: requirements.feature_name),
    field!(2 OneOf(Priority::ALL, requirements.priority) priority: requirements.priority_label),
    field!(4 Link(Goal, |goal| goal.outcome.clone()) goal: requirements.goal),
    field!(4 Link(Module, |module| module.name.clone()) module: requirements.module_name),
    field!(4 Lines includes: requirements.includes else requirements.includes_missing),
    field!(4 Lines acceptance: requirements.acceptance else requirements.acceptance_missing),
    field!(4 Lines excluded: requirements.excluded else requirements.excluded_missing),
];

/// Shows the features.
#[component]
pub fn ScopePage() -> impl IntoView {
    list_page(&PAGE, ViewFn::from(link))
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
