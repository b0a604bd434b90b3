//! 1.3 Scope.

mod flow;
mod steps;

use leptos::prelude::*;

use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::prototype::{Prototype, prototypes};
use crate::domain::requirements::wording::criteria::is_unwritten;
use crate::domain::requirements::{Feature, Goal, Module, Priority};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_part, wanted};
use crate::pages::parts::TaskSheet;
use crate::pages::requirements::understanding::link;
use crate::pages::requirements::wording::{self, Counted, wording_of};
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
        let wording = wording::finding(facts.text, COUNTED.with(|counted| counted.count(features)));
        let counts = Priority::ALL
            .map(|priority| features.iter().filter(|feature| feature.priority == priority).count());
        let words = &facts.text.flow;
        // Two musts of two are no sign of anything yet.
        let all_must =
            (2 < features.len() && counts.first() == Some(&features.len())).then_some(words.all_must);
        let whole = (facts.text.requirements.features_finding)(features.len(), open);
        let first = [whole, (words.priorities)(counts)];
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

thread_local! {
    static COUNTED: Counted<Feature> = const { Counted::new() };
}

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
    field!(12 Line basis: requirements.basis),
];

/// Shows the features, and below them the processes: whoever begins with a process need have no feature yet.
#[component]
pub fn ScopePage() -> impl IntoView {
    view! {
        <TaskSheet task=PAGE.task>
            {list_part(&PAGE, ViewFn::from(link), ViewFn::default())}
            {flow::processes()}
        </TaskSheet>
    }
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
