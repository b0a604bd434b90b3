//! 1.1 Goals.

use leptos::prelude::*;

use crate::domain::requirements::{Goal, Requirements};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::parts::{TaskSheet, add_button, bind, date, each, is_empty, item_actions, number, text};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::fact;
use crate::ui::sheet::Clause;

/// Shows the goals.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Goal>();
    let add = move |kind| add_button::<Goal>(words.s(|t| t.requirements.add_goal), kind, |_| ());
    let finding = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let ready = requirements
            .goals
            .iter()
            .filter(|goal| !goal.measure.is_empty() && goal.target.is_some())
            .count();
        vec![(words.get().requirements.goals_finding)(requirements.goals.len(), ready)]
    });
    view! {
        <TaskSheet task=Task::Goals>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.requirements.goals_empty)>{add(ButtonKind::Primary)}</EmptyState> }>
                <Finding clauses=finding/>
                {each::<Goal>(goal)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </TaskSheet>
    }
}

fn goal(row: Row<Goal>) -> AnyView {
    let words = use_words();
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w8">{text(words.s(|t| t.requirements.outcome), bind!(row, outcome))}</div>
                <div class="w4">{text(words.s(|t| t.requirements.serves), bind!(row, serves))}</div>
                <div class="w4">{text(words.s(|t| t.requirements.measure), bind!(row, measure))}</div>
                <div class="w2">{text(words.s(|t| t.requirements.unit), bind!(row, unit))}</div>
                <div class="w2">{number(words.s(|t| t.requirements.baseline), bind!(row, baseline))}</div>
                <div class="w2">{number(words.s(|t| t.requirements.target), bind!(row, target))}</div>
                <div class="w2">{date(words.s(|t| t.requirements.due), bind!(row, due))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
