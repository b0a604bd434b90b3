//! 1.1 Goals.

mod saving;

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::{Goal, GoalKind};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_part, wanted};
use crate::pages::parts::TaskSheet;
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static PAGE: ListPage<Goal> = ListPage {
    task: Task::Goals,
    empty: |text| text.requirements.goals_empty,
    content: None,
    finding: |facts| {
        let goals = &facts.project.requirements.goals;
        let ready = goals.iter().filter(|goal| goal.lacks().is_empty()).count();
        let lonely = goals.iter().filter(|goal| serves_nothing(goal)).count();
        let lonely = (0 < lonely).then(|| (facts.text.flow.serving_none)(lonely));
        let first = (facts.text.requirements.goals_finding)(goals.len(), ready);
        let asked = goals.iter().filter(|goal| !goal.asks().is_empty()).count();
        let asked = (0 < asked).then(|| (facts.text.requirements.goals_ask)(asked));
        std::iter::once(first).chain(asked).chain(lonely).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Goals),
        columns: COLUMNS,
        is_wrong: |_, goal| !goal.lacks().is_empty(),
        form: fields,
        add: |text| text.requirements.add_goal,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Goal>] = &[
    Column::new(|text| text.requirements.outcome, |_, goal| Said::Text(goal.outcome.clone())),
    Column::new(
        |text| text.requirements.goal_kind_label,
        |facts, goal| {
            let kind = goal.kind.map(|kind| (facts.text.requirements.goal_kind)(Some(kind)).to_owned());
            Said::Text(kind.unwrap_or_default())
        },
    ),
    Column::new(|text| text.requirements.measure, |facts, goal| wanted(facts, &goal.measure)),
    Column::number(
        |text| text.requirements.now_to_target,
        |facts, goal| {
            if goal.target.is_none() {
                return Said::Tag(TagKind::Problem, facts.text.requirements.target_missing.to_owned());
            }
            let value = |value| format::number_or_missing(value, 2);
            Said::Number(format!("{} → {} {}", value(goal.baseline), value(goal.target), goal.unit))
        },
    ),
    Column::new(|text| text.requirements.due, |_, goal| Said::Date(format::date_or_missing(goal.due))),
    Column::new(
        |text| text.requirements.serves,
        |facts, goal| match serves_nothing(goal) {
            true => Said::Tag(TagKind::Due, facts.text.flow.serves_nothing.to_owned()),
            false => Said::Text(goal.serves.clone()),
        },
    ),
];

/// Tells whether a goal serves no goal of the company.
fn serves_nothing(goal: &Goal) -> bool {
    goal.serves.trim().is_empty()
}

const FIELDS: &[Field<Goal>] = &[
    field!(6 Line outcome: requirements.outcome),
    field!(2 OneOf(GoalKind::CHOICES, requirements.goal_kind) kind: requirements.goal_kind_label),
    field!(4 Line serves: requirements.serves),
    field!(4 Line measure: requirements.measure else requirements.measure_missing),
    field!(2 Line unit: requirements.unit),
    field!(2 Number baseline: requirements.baseline),
    field!(2 Number target: requirements.target),
    field!(2 Date due: requirements.due),
    field!(12 Line source: requirements.goal_source),
];

/// What is asked of a goal of lower cost besides.
const COST: &[Field<Goal>] = &[field!(6 Money monthly_cost: requirements.monthly_cost)];

fn fields(row: Row<Goal>) -> AnyView {
    let is_cost = kept(move || row.get(|goal| goal.kind == Some(GoalKind::Cost)));
    view! { {form(row, FIELDS)}<Show when=fact(move || is_cost.get())>{form(row, COST)}</Show> }.into_any()
}

/// Shows what is outsourced and why, for how long and at what price, the goals, and what is saved.
#[component]
pub fn GoalsPage() -> impl IntoView {
    view! {
        <TaskSheet task=Task::Goals>
            {list_part(&PAGE, ViewFn::default(), ViewFn::default())}
            {frame()}
            {saving::savings()}
        </TaskSheet>
    }
}

/// Shows what the goals are to be reached in; it is written with the project.
fn frame() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let profile = workspace.section::<Profile>();
        let budget =
            format::money_range(profile.budget_low, profile.budget_high, profile.currency, text.language);
        let rows = [
            (text.requirements.outsourced, (text.common.business)(profile.business).to_owned()),
            (text.requirements.why, profile.reason.trim().to_owned()),
            (text.common.side(Side::Client), profile.client.name.trim().to_owned()),
            (text.common.side(Side::Vendor), profile.vendor.name.trim().to_owned()),
            (
                text.requirements.for_how_long,
                profile.months.map(text.requirements.period).unwrap_or_default(),
            ),
            (
                text.overview.budget,
                budget.map(|budget| format!("{budget}{}", text.overview.a_month)).unwrap_or_default(),
            ),
        ];
        let (href, change) =
            (Route::Project(workspace.id(), Page::Settings).href(), text.requirements.change);
        let row = |(name, said): (&'static str, String)| {
            let is_missing = said.is_empty();
            let said = if is_missing { format::MISSING.to_owned() } else { said };
            let way = if is_missing { text.common.to_fill } else { change };
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd><bdi>{said}</bdi></dd>
                    <dd><a href=href.clone() aria-label=format!("{way} {name}")>{way}</a></dd>
                </div>
            }
        };
        rows.map(row).collect_view()
    });
    view! {
        <SheetSection number="1.1.1" title=words.s(|t| t.requirements.frame_head)>
            <dl class="summary">{rows}</dl>
        </SheetSection>
    }
    .into_any()
}
