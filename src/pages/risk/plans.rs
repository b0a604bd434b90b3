//! 5.3 Contingency plans of the risks above the tolerance line.

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, fixed_list, holder, wanted};
use crate::pages::parts::TaskSheet;
use crate::pages::risk::to_register;
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept};

static PLANS: List<Risk> = List {
    name: |text| (text.common.task)(Task::Plans),
    columns: COLUMNS,
    is_wrong: |_, risk| risk.plan.is_blank(),
    form: |row| form(row, FIELDS),
    add: |text| text.risk.add_risk,
    fill: |_| (),
};

const COLUMNS: &[Column<Risk>] = &[
    Column::new(|text| text.overview.risk_column, |_, risk| Said::Text(risk.event.clone())),
    Column::new(|text| text.risk.trigger, |facts, risk| wanted(facts, &risk.trigger)),
    Column::new(|text| text.risk.first_hour, |facts, risk| wanted(facts, &risk.plan.first_hour)),
    Column::new(
        |text| text.risk.lead,
        |facts, risk| match risk.plan.lead {
            None => wanted(facts, ""),
            lead => holder(facts, lead),
        },
    ),
    Column::new(|text| text.risk.fallback, |facts, risk| wanted(facts, &risk.plan.fallback)),
    Column::new(|text| text.risk.restore, |facts, risk| wanted(facts, &risk.plan.restore)),
    Column::new(|text| text.risk.after_review, |facts, risk| wanted(facts, &risk.plan.review)),
];

const FIELDS: &[Field<Risk>] = &[
    field!(6 Lines trigger: risk.trigger),
    field!(6 Lines plan.first_hour: risk.first_hour),
    field!(6 Lines plan.fallback: risk.fallback),
    field!(6 Lines plan.restore: risk.restore),
    field!(6 Lines plan.review: risk.after_review),
    field!(6 Role plan.lead: risk.lead),
];

/// Shows the contingency plans.
#[component]
pub fn PlansPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = kept(move || {
        let tolerance = workspace.section::<Profile>().scales.tolerance;
        let book = workspace.section::<RiskBook>();
        let asks = book.risks.iter().filter(|risk| risk.is_high(tolerance) || !risk.plan.is_blank());
        asks.map(|risk| risk.id).collect::<Vec<_>>()
    });
    let finding = Signal::derive(move || {
        let tolerance = workspace.section::<Profile>().scales.tolerance;
        let book = workspace.section::<RiskBook>();
        let high: Vec<_> = book.risks.iter().filter(|risk| risk.is_high(tolerance)).collect();
        let done = high.iter().filter(|risk| !risk.plan.is_blank()).count();
        (words.get().risk.plans_finding)(high.len(), done)
    });
    view! {
        <TaskSheet task=Task::Plans>
            <Show when=fact(move || !ids.with(Vec::is_empty)) fallback=move || to_register(|text| text.risk.plans_empty)>
                <Finding clauses=finding/>
                <div class="stacked">{fixed_list(&PLANS, ids.into())}</div>
            </Show>
        </TaskSheet>
    }
}
