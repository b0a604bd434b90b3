//! 1.4 Service levels.

use leptos::prelude::*;

use crate::domain::requirements::{Bound, Feature, Requirements, SlaLine, Window};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::parts::{
    TaskSheet, add_button, bind, each, from_template, is_empty, item_actions, link, number, pick, role, text,
};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::fact;
use crate::ui::sheet::Clause;

/// Shows the service levels.
#[component]
pub fn SlaPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<SlaLine>();
    let add = move |kind| add_button::<SlaLine>(words.s(|t| t.requirements.add_sla), kind, |_| ());
    let finding = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let open = requirements.sla.iter().filter(|line| line.target.is_none()).count();
        vec![(words.get().requirements.sla_finding)(requirements.sla.len(), open)]
    });
    view! {
        <TaskSheet task=Task::Sla>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.requirements.sla_empty)>{from_template(Content::Sla, true)}{add(ButtonKind::Plain)}</EmptyState> }>
                <Finding clauses=finding/>
                {each::<SlaLine>(line)}
                <div class="actions">{add(ButtonKind::Plain)}{from_template(Content::Sla, false)}</div>
            </Show>
        </TaskSheet>
    }
}

fn line(row: Row<SlaLine>) -> AnyView {
    let words = use_words();
    const BOUNDS: [Bound; 2] = [Bound::AtLeast, Bound::AtMost];
    let bound = pick(words.s(|t| t.requirements.bound_label), bind!(row, bound), &BOUNDS, move |bound| {
        (words.get().requirements.bound)(bound)
    });
    let window =
        pick(words.s(|t| t.requirements.window_label), bind!(row, window), &Window::ALL, move |window| {
            (words.get().requirements.window)(window)
        });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.requirements.sla_measure), bind!(row, measure))}</div>
                <div class="w2">{bound}</div>
                <div class="w2">{number(words.s(|t| t.requirements.target), bind!(row, target))}</div>
                <div class="w2">{text(words.s(|t| t.requirements.unit), bind!(row, unit))}</div>
                <div class="w2">{window}</div>
                <div class="w6">{text(words.s(|t| t.requirements.definition), bind!(row, definition))}</div>
                <div class="w3">{text(words.s(|t| t.requirements.source), bind!(row, source))}</div>
                <div class="w3">{text(words.s(|t| t.requirements.excludes), bind!(row, excludes))}</div>
                <div class="w6">{text(words.s(|t| t.requirements.penalty), bind!(row, penalty))}</div>
                <div class="w3">{link::<Feature>(words, words.s(|t| t.requirements.guards), bind!(row, feature), |feature| feature.name.clone(), false)}</div>
                <div class="w3">{role(words, words.s(|t| t.requirements.owner), bind!(row, owner))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
