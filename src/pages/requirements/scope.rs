//! 1.3 Scope.

use leptos::prelude::*;

use crate::domain::requirements::{Feature, Goal, Priority, Requirements};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::parts::{
    TaskSheet, add_button, area, bind, each, is_empty, item_actions, link, pick, text,
};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::field::TextArea;
use crate::ui::finding::Finding;
use crate::ui::live::fact;
use crate::ui::sheet::Clause;

/// Shows the features.
#[component]
pub fn ScopePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Feature>();
    let add = move |kind| add_button::<Feature>(words.s(|t| t.requirements.add_feature), kind, |_| ());
    let finding = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let open = requirements.features.iter().filter(|feature| {
            [&feature.includes, &feature.acceptance, &feature.excluded]
                .iter()
                .any(|text| text.trim().is_empty())
        });
        vec![(words.get().requirements.features_finding)(requirements.features.len(), open.count())]
    });
    view! {
        <TaskSheet task=Task::Scope>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.requirements.features_empty)>{add(ButtonKind::Primary)}</EmptyState> }>
                <Finding clauses=finding/>
                {each::<Feature>(feature)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </TaskSheet>
    }
}

fn feature(row: Row<Feature>) -> AnyView {
    let words = use_words();
    let (acceptance, excluded) = (bind!(row, acceptance), bind!(row, excluded));
    let missing = move |bound: crate::state::row::Bound<String>,
                        pick: fn(&'static crate::i18n::Text) -> &'static str| {
        MaybeProp::derive(move || bound.value.get().trim().is_empty().then(|| pick(words.get()).to_owned()))
    };
    let priority = pick(
        words.s(|t| t.requirements.priority_label),
        bind!(row, priority),
        &Priority::ALL,
        move |priority| (words.get().requirements.priority)(priority),
    );
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w6">{text(words.s(|t| t.requirements.feature_name), bind!(row, name))}</div>
                <div class="w2">{priority}</div>
                <div class="w4">{link::<Goal>(words, words.s(|t| t.requirements.goal), bind!(row, goal), |goal| goal.outcome.clone(), false)}</div>
                <div class="w4">{area(words.s(|t| t.requirements.includes), bind!(row, includes))}</div>
                <div class="w4">
                    <TextArea label=words.s(|t| t.requirements.acceptance) value=acceptance.value on_input=acceptance.set
                        error=missing(acceptance, |t| t.requirements.acceptance_missing)/>
                </div>
                <div class="w4">
                    <TextArea label=words.s(|t| t.requirements.excluded) value=excluded.value on_input=excluded.set
                        error=missing(excluded, |t| t.requirements.excluded_missing)/>
                </div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
