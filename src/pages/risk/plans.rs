//! 5.3 Contingency plans of the risks above the tolerance line, and what was tried of them.

mod drills;

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::risk::drill::{Drill, Practice};
use crate::domain::risk::{PlanStep, Risk, RiskBook};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, bind, field, labelled};
use crate::pages::list::{Column, Facts, List, fixed_list, holder, use_facts, wanted};
use crate::pages::parts::{TaskSheet, adds};
use crate::pages::risk::plans::drills::drills;
use crate::pages::risk::{change, to_register};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static PLANS: List<Risk> = List {
    name: |text| text.plans.plans_head,
    columns: COLUMNS,
    is_wrong: |facts, risk| {
        risk.plan.is_blank() || facts.project.risk.practice(risk.id, facts.today).is_overdue()
    },
    form: plan,
    add: |text| text.risk.add_risk,
    fill: |_| (),
};

const COLUMNS: &[Column<Risk>] = &[
    Column::new(|text| text.overview.risk_column, |_, risk| Said::Text(risk.event.clone())),
    Column::new(|text| text.risk.before_after, |_, risk| change(risk.inherent(), risk.residual())),
    Column::new(|text| text.risk.trigger, |facts, risk| wanted(facts, &risk.trigger)),
    Column::new(
        |text| (text.plans.step)(PlanStep::FirstHour),
        |facts, risk| wanted(facts, &risk.plan.first_hour),
    ),
    Column::new(
        |text| (text.plans.step)(PlanStep::Lead),
        |facts, risk| match risk.plan.lead {
            None => wanted(facts, ""),
            lead => holder(facts, lead),
        },
    ),
    Column::new(|text| text.plans.steps, |facts, risk| steps(facts.text, risk)),
    Column::new(|text| text.plans.practice_label, practised),
];

fn steps(text: &'static Text, risk: &Risk) -> Said {
    match risk.open_steps() {
        open if open.is_empty() => Said::Tag(TagKind::Passed, (text.plans.whole)(PlanStep::ALL.len())),
        open => Said::Tag(TagKind::Due, (text.plans.open)(&open)),
    }
}

fn practised(facts: &Facts, risk: &Risk) -> Said {
    // What is not written cannot be tried.
    if risk.plan.is_blank() {
        return Said::Text(String::new());
    }
    let practice = facts.project.risk.practice(risk.id, facts.today);
    let said = (facts.text.plans.practice)(practice);
    match practice {
        Practice::Overdue(..) => Said::Tag(TagKind::Problem, said),
        Practice::Never | Practice::Once(_) => Said::Tag(TagKind::Due, said),
        Practice::Due(_) => Said::Date(said),
    }
}

/// The steps of a plan in the order they are taken.
const STEPS: &[Field<Risk>] = &[
    field!(12 Lines trigger: |text| (text.plans.step)(PlanStep::Trigger)),
    field!(12 Lines plan.first_hour: |text| (text.plans.step)(PlanStep::FirstHour)),
    field!(12 Role plan.lead: |text| (text.plans.step)(PlanStep::Lead)),
    field!(12 Lines plan.fallback: |text| (text.plans.step)(PlanStep::Fallback)),
    field!(12 Lines plan.restore: |text| (text.plans.step)(PlanStep::Restore)),
    field!(12 Lines plan.review: |text| (text.plans.step)(PlanStep::Review)),
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
        let (text, today) = (words.get(), workspace.today());
        let tolerance = workspace.section::<Profile>().scales.tolerance;
        let book = workspace.section::<RiskBook>();
        let high: Vec<_> = book.risks.iter().filter(|risk| risk.is_high(tolerance)).collect();
        let done = high.iter().filter(|risk| !risk.plan.is_blank()).count();
        let written = book.risks.iter().filter(|risk| !risk.plan.is_blank());
        let practised: Vec<_> = written.map(|risk| book.practice(risk.id, today)).collect();
        let overdue = practised.iter().filter(|practice| practice.is_overdue()).count();
        let never = practised.iter().filter(|practice| **practice == Practice::Never).count();
        let written = book.risks.iter().filter(|risk| !risk.plan.is_blank());
        let unfinished = written.filter(|risk| !risk.open_steps().is_empty()).count();
        let unfinished = (0 < unfinished).then(|| (text.plans.unfinished)(unfinished));
        let plans = (text.plans.finding)(high.len(), done);
        plans
            .into_iter()
            .chain(unfinished)
            .chain((text.plans.practice_finding)(overdue, never))
            .collect::<Vec<_>>()
    });
    let has_drills = kept(move || !workspace.section::<RiskBook>().drills.is_empty());
    let some = kept(move || ids.with(|ids| !ids.is_empty()));
    view! {
        <TaskSheet task=Task::Plans>
            <Show when=fact(move || some.get()) fallback=move || to_register(|text| text.plans.empty)>
                <Finding clauses=finding/>
                <SheetSection number="5.3.1" title=words.s(|t| t.plans.plans_head)>{fixed_list(&PLANS, ids.into())}</SheetSection>
            </Show>
            <Show when=fact(move || some.get() || has_drills.get())>
                <SheetSection number="5.3.2" title=words.s(|t| t.plans.drills_head)>{drills()}</SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Shows a plan as numbered steps, and when it was tried.
fn plan(row: Row<Risk>) -> AnyView {
    let workspace = use_workspace();
    let words = use_words();
    let facts = use_facts();
    let read_only = use_read_only();
    let steps = STEPS.iter().map(|step| {
        view! { <li>{labelled(step.label, bind(row, step), step.missing)}</li> }
    });
    let tried = live(move || {
        let facts = facts.get();
        let drills = facts.project.risk.drills.iter().filter(|drill| drill.risk == Some(row.id()));
        let drills: Vec<_> = drills.map(|drill| tried(&facts, drill)).collect();
        (!drills.is_empty()).then(|| view! { <ul class="plan-drills">{drills}</ul> })
    });
    let add = adds::<Drill>(move |drill: &mut Drill| {
        drill.risk = Some(row.id());
        drill.date = Some(workspace.today());
        drill.by = workspace.section_now::<RiskBook>().risks.get(row.id()).and_then(|risk| risk.plan.lead);
    });
    view! {
        <ol class="plan-steps">{steps.collect_view()}</ol>
        {tried}
        <Show when=fact(move || !read_only.get())>
            <div class="actions"><Button kind=ButtonKind::Small label=words.s(|t| t.plans.add_drill) on_press=add/></div>
        </Show>
    }
    .into_any()
}

fn tried(facts: &Facts, drill: &Drill) -> AnyView {
    let clause = drill.clause();
    let href = facts.link(Task::Plans, &clause);
    let date = format::date_or_missing(drill.date);
    let outcome = drill.outcome.map(|outcome| format!(" · {}", (facts.text.plans.outcome)(Some(outcome))));
    view! { <li><a href=href><span class="number">{clause}</span>" "{date}</a>" "<bdi>{drill.what.clone()}</bdi>{outcome}</li> }
        .into_any()
}
