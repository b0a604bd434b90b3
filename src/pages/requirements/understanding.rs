//! The understanding check: the scenarios, what each party answers, where the answers differ, the open questions.

pub mod answering;
mod differences;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::requirements::understanding::{Agreement, Check, Scenario};
use crate::domain::requirements::{Feature, Requirements};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list_filled, wanted};
use crate::pages::parts::{StageSheet, add_button, is_empty, page_href};
use crate::pages::requirements::questions::questions;
use crate::pages::requirements::understanding::answering::both_sides;
use crate::pages::requirements::understanding::differences::differences;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::{ReadOnly, use_read_only};
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

static SCENARIOS: List<Scenario> = List {
    name: |text| text.understanding.scenarios_head,
    columns: COLUMNS,
    is_wrong: |_, scenario| !scenario.is_askable(),
    form: |row| form(row, FIELDS),
    add: |text| text.understanding.add,
    fill: |_| (),
};

const COLUMNS: &[Column<Scenario>] = &[
    Column::new(|text| text.understanding.situation, |_, scenario| Said::Text(scenario.situation.clone())),
    Column::new(
        |text| text.understanding.choices_column,
        |facts, scenario| wanted(facts, &scenario.choices().collect::<Vec<_>>().join(" / ")),
    ),
    Column::new(
        |text| text.understanding.tests,
        |facts, scenario| {
            let feature = scenario.feature.and_then(|id| facts.project.requirements.features.get(id));
            Said::Text(feature.map(|feature| feature.clause()).unwrap_or_default())
        },
    ),
];

const FIELDS: &[Field<Scenario>] = &[
    Field {
        missing: Some(|text| text.understanding.situation_missing),
        ..field!(12 Lines situation: |text| text.understanding.situation)
    },
    Field {
        missing: Some(|text| text.understanding.choices_missing),
        ..field!(4 Lines choices: |text| text.understanding.choices)
    },
    field!(4 Lines expected: |text| text.understanding.expected),
    field!(4 Link(Feature, |feature| feature.name.clone()) feature: |text| text.understanding.tests),
];

/// Shows the check.
#[component]
pub fn UnderstandingPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Scenario>();
    let check = kept(move || workspace.section::<Requirements>().check());
    let fill = move |scenario: &mut Scenario| {
        scenario.choices = words.now().understanding.default_choices.to_owned();
    };
    let finding = Signal::derive(move || {
        let text = words.get();
        let count = workspace.section::<Requirements>().scenarios.len();
        let enough = (text.understanding.enough)(count).map(str::to_owned);
        (text.understanding.finding)(&check.get()).into_iter().chain(enough).collect::<Vec<_>>()
    });
    let has_score = move || matches!(check.get(), Check::Compared(agreement) if agreement.score().is_some());
    let computed = Signal::derive(move || match check.get() {
        Check::Compared(agreement) => steps(words.get(), &workspace.section::<Requirements>(), &agreement),
        _ => Steps::default(),
    });
    // The sections before the questions come one by one.
    let place = Signal::derive(move || {
        let place = match check.get() {
            Check::Empty => 1,
            Check::Compared(agreement) if !agreement.different.is_empty() => 4,
            _ => 3,
        };
        format!("1.7.{place}")
    });
    let scenarios = move || {
        let read_only = use_read_only();
        let submitted = kept(move || workspace.section::<Requirements>().has_submitted());
        let is_fixed = Signal::derive(move || read_only.get() || submitted.get());
        view! {
            <SheetSection number="1.7.1" title=words.s(|t| t.understanding.scenarios_head)>
                // What was answered is not changed from under the answers.
                <Provider value=ReadOnly(is_fixed)>{list_filled(&SCENARIOS, workspace.ids(), fill, ().into_any())}</Provider>
                <Show when=fact(move || submitted.get())><p class="hint answers-note">{words.s(|t| t.understanding.fixed_note)}</p></Show>
            </SheetSection>
        }
    };
    view! {
        <StageSheet page=Page::Understanding>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.understanding.empty)>
                    {add_button::<Scenario>(words.s(|t| t.understanding.add), ButtonKind::Primary, fill)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <Show when=fact(has_score)><Calculation label=words.s(|t| t.common.how_computed) steps=computed/></Show>
                {scenarios()}
                {both_sides(check)}
                {differences(check)}
            </Show>
            {questions(place)}
        </StageSheet>
    }
}

/// Says how the agreement came about.
fn steps(text: &'static Text, requirements: &Requirements, agreement: &Agreement) -> Steps {
    let [alike, different, open] = text.understanding.likeness;
    let input = |scenario: &Scenario| {
        let said = if agreement.alike.contains(&scenario.id) {
            alike
        } else if agreement.different.contains(&scenario.id) {
            different
        } else {
            open
        };
        Input::here((format!("{} {}", scenario.clause(), scenario.situation), said.to_owned()))
    };
    let percent = format::number(agreement.score().unwrap_or_default() * 100.0, 0);
    Steps {
        rule: text.understanding.score_rule.to_owned(),
        formula: format!("{} / {} = {percent} %", agreement.alike.len(), agreement.n_both()),
        inputs: requirements.scenarios.iter().map(|scenario| input(scenario)).collect(),
    }
}

/// Links to the check with how far it is.
pub fn link() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let href = page_href(workspace, Page::Understanding);
    let state = live(move || {
        let state = words.get().understanding.state;
        state(&workspace.section::<Requirements>().check())
    });
    view! { <p class="hint"><a href=move || href.get()>{words.s(|t| t.overview.understanding_title)}</a>" · "{state}</p> }
        .into_any()
}
