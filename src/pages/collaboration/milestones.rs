//! 4.2 Milestones.

use chrono::Datelike;
use leptos::prelude::*;

use crate::domain::collaboration::dates::{on_time, timeline};
use crate::domain::collaboration::{Collaboration, Milestone};
use crate::domain::performance::Counted;
use crate::domain::register::Item;
use crate::domain::requirements::Feature;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::collaboration::feeding::feeding;
use crate::pages::form::{Field, bind, field, labelled, wide};
use crate::pages::list::{Column, List, ListPage, holder, list_page_with, use_facts};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::field::TextArea;
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::picks::DateField;
use crate::ui::tag::TagKind;

static PAGE: ListPage<Milestone> = ListPage {
    task: Task::Milestones,
    empty: |text| text.collaboration.milestones_empty,
    content: None,
    finding: |facts| {
        let (text, collaboration) = (facts.text, &facts.project.collaboration);
        let milestones = &collaboration.milestones;
        let done = milestones.iter().filter(|milestone| milestone.accepted(facts.today).is_some()).count();
        let late = milestones.iter().filter(|milestone| is_overdue(milestone, facts.today)).count();
        let mut clauses = (text.collaboration.milestones_finding)(milestones.len(), done, late);
        let rate = on_time(collaboration, facts.today);
        clauses.extend(rate.percent().map(|percent| {
            (text.collaboration.on_time)(rate.due, rate.in_time, &format::number(percent, 0))
        }));
        clauses
    },
    list: List {
        name: |text| (text.common.task)(Task::Milestones),
        columns: COLUMNS,
        is_wrong: |facts, milestone| is_overdue(milestone, facts.today),
        form: milestone,
        add: |text| text.collaboration.add_milestone,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Milestone>] = &[
    Column::new(|text| text.collaboration.milestone, |_, milestone| Said::Text(milestone.name.clone())),
    Column::new(
        |text| text.collaboration.due,
        |_, milestone| Said::Date(format::date_or_missing(milestone.due)),
    ),
    Column::new(
        |text| text.collaboration.done,
        |_, milestone| Said::Date(format::date_or_missing(milestone.done)),
    ),
    Column::new(
        |text| text.collaboration.slip,
        |facts, milestone| {
            let (text, days) = (&facts.text.collaboration, milestone.days_late(facts.today));
            match (days, milestone.accepted(facts.today)) {
                (1.., None) => Said::Tag(TagKind::Problem, (text.overdue)(days)),
                (1.., Some(_)) => Said::Tag(TagKind::Due, (text.late)(days)),
                (_, Some(_)) => Said::Text(text.in_time.to_owned()),
                _ => Said::Text(String::new()),
            }
        },
    ),
    Column::new(|text| text.collaboration.responsible, |facts, milestone| holder(facts, milestone.owner)),
];

const NAME: Field<Milestone> = field!(6 Line name: collaboration.milestone);
const DUE: Field<Milestone> = field!(3 Date due: collaboration.due);
const ACCEPTANCE: Field<Milestone> = field!(6 Lines acceptance: collaboration.acceptance);
const FEATURE: Field<Milestone> =
    field!(6 Link(Feature, |feature| feature.name.clone()) feature: collaboration.feature);
const OWNER: Field<Milestone> = field!(6 Role owner: collaboration.responsible);

fn is_overdue(milestone: &Milestone, today: chrono::NaiveDate) -> bool {
    milestone.accepted(today).is_none() && milestone.days_late(today) > 0
}

/// Shows the milestones, and below them the same on a line of time.
#[component]
pub fn MilestonesPage() -> impl IntoView {
    let timeline = ViewFn::from(|| view! { <Timeline/> }.into_any());
    list_page_with(&PAGE, timeline, ViewFn::from(|| feeding(Counted::OnTime)))
}

/// Shows the fields, and beside them what the feature counts as accepted by and what a slip asks for.
fn milestone(row: Row<Milestone>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let recovery = row.bind("recovery", |one| one.recovery.clone(), |one, text| one.recovery = text);
    let asked = MaybeProp::derive(move || {
        let is_late = row.get(|one| 0 < one.days_late(workspace.today()) && one.recovery.trim().is_empty());
        is_late.then(|| words.get().collaboration.ask_recovery.to_owned())
    });
    let done = row.bind("done", |one| one.done, |one, date| one.done = date);
    let ahead = MaybeProp::derive(move || {
        let is_ahead = row.get(|one| one.done).is_some_and(|done| workspace.today() < done);
        is_ahead.then(|| words.get().collaboration.done_ahead.to_owned())
    });
    let cell =
        |field: &'static Field<Milestone>| wide(field.width, labelled(field.label, bind(row, field), None));
    let feature = live(move || {
        let facts = facts.get();
        let text = &facts.text.collaboration;
        let feature = facts.project.requirements.features.get(row.get(|one| one.feature)?)?;
        let clause = feature.clause();
        let said = match feature.acceptance.trim() {
            "" => text.feature_open.to_owned(),
            acceptance => acceptance.to_owned(),
        };
        let href = facts.link(Task::Scope, &clause);
        Some(
            view! { <p class="of-feature"><a href=href><span class="number">{clause}</span>" "<bdi>{feature.name.clone()}</bdi></a>" · "{text.of_feature}<bdi>{said}</bdi></p> },
        )
    });
    view! {
        <div class="fields">
            {cell(&NAME)}
            {cell(&DUE)}
            <div class="w3"><DateField label=words.s(|t| t.collaboration.done) value=done.value on_input=done.set error=ahead/></div>
            {cell(&ACCEPTANCE)}
            <div class="w6"><TextArea label=words.s(|t| t.collaboration.recovery) value=recovery.value on_input=recovery.set error=asked/></div>
            {cell(&FEATURE)}
            {cell(&OWNER)}
        </div>
        {feature}
    }
    .into_any()
}

/// Draws the milestones on a line of time. It repeats what the list says, so it stays one picture.
#[component]
fn Timeline() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let line = live(move || {
        let text = words.get();
        let today = workspace.today();
        let line = timeline(&workspace.section::<Collaboration>(), today)?;
        let percent = |place: f64| format!("{:.2}%", 100.0 * place);
        let step = line.months.len().div_ceil(12);
        // A narrow line has room for four of them; each way the first month of a year names it.
        let apart = line.months.len().div_ceil(step).div_ceil(4);
        let (mut year, mut narrow_year) = (0, 0);
        let months = line.months.iter().step_by(step).enumerate().map(|(at, (month, place))| {
            let (is_first, stays) = (month.year() != year, at % apart == 0);
            let is_first_narrow = stays && month.year() != narrow_year;
            year = month.year();
            narrow_year = if stays { year } else { narrow_year };
            let named = (is_first || is_first_narrow).then(|| view! { <span class="year" class:when-narrow=!is_first>{year}"-"</span> });
            view! { <span class="month" class:when-wide=!stays style:inset-inline-start=percent(*place)>{named}{format!("{:02}", month.month())}</span> }
        });
        let months = months.collect_view();
        // Names that would touch stand one above the other.
        let (mut before, mut level) = (-1.0, 0);
        let marks = line.milestones.iter().map(|(milestone, place)| {
            level = if *place - before < 0.12 { (level + 1) % 3 } else { 0 };
            before = *place;
            let overdue = is_overdue(milestone, today);
            view! {
                <span class="mark" class:done=milestone.accepted(today).is_some() class:overdue=overdue data-level=level style:inset-inline-start=percent(*place)>{milestone.clause()}</span>
            }
        });
        let marks = marks.collect_view();
        Some(view! {
            <div class="timeline" role="img" aria-label=text.collaboration.timeline>
                {months}
                <span class="today" class:end={line.today > 0.85} style:inset-inline-start=percent(line.today)>{text.collaboration.today}</span>
                {marks}
            </div>
        })
    });
    view! { {line} }
}
