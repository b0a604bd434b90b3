//! Stage 4: cadence, milestones, quality, response levels.

use leptos::prelude::*;

use crate::domain::collaboration::dates::on_time;
use crate::domain::collaboration::{CheckLevel, Collaboration, Meeting, Milestone, ResponseLevel, Rhythm};
use crate::domain::requirements::Feature;
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{
    TaskSheet, add_button, area, bind, date, each, from_template, is_empty, item_actions, link, pick, role,
    text, whole,
};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::sheet::{Clause, SheetSection};
use crate::ui::tag::{Tag, TagKind};

/// Shows 4.1, the meetings.
#[component]
pub fn CadencePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Meeting>();
    let add = move |kind| add_button::<Meeting>(words.s(|t| t.collaboration.add_meeting), kind, |_| ());
    let finding = Signal::derive(move || {
        vec![(words.get().collaboration.meetings_finding)(
            workspace.section::<Collaboration>().meetings.len(),
        )]
    });
    view! {
        <TaskSheet task=Task::Cadence>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.collaboration.meetings_empty)>
                    {from_template(Content::Meetings, true)}{add(ButtonKind::Plain)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                {each::<Meeting>(meeting)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </TaskSheet>
    }
}

fn meeting(row: Row<Meeting>) -> AnyView {
    let words = use_words();
    let rhythm =
        pick(words.s(|t| t.collaboration.rhythm_label), bind!(row, rhythm), &Rhythm::ALL, move |rhythm| {
            (words.get().collaboration.rhythm)(rhythm)
        });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.collaboration.meeting), bind!(row, name))}</div>
                <div class="w2">{rhythm}</div>
                <div class="w3">{text(words.s(|t| t.collaboration.when), bind!(row, when))}</div>
                <div class="w3">{date(words.s(|t| t.collaboration.next_date), bind!(row, next))}</div>
                <div class="w4">{role(words, words.s(|t| t.collaboration.owner), bind!(row, owner))}</div>
                <div class="w4">{area(words.s(|t| t.collaboration.agenda), bind!(row, agenda))}</div>
                <div class="w4">{area(words.s(|t| t.collaboration.minutes), bind!(row, minutes))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

/// Shows 4.2, the milestones.
#[component]
pub fn MilestonesPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Milestone>();
    let add = move |kind| add_button::<Milestone>(words.s(|t| t.collaboration.add_milestone), kind, |_| ());
    let finding = Signal::derive(move || {
        let collaboration = workspace.section::<Collaboration>();
        let today = workspace.today();
        let done = collaboration.milestones.iter().filter(|milestone| milestone.done.is_some()).count();
        let late = collaboration.milestones.iter().filter(|milestone| milestone.days_late(today) > 0).count();
        let text = words.get();
        let mut clauses = (text.collaboration.milestones_finding)(collaboration.milestones.len(), done, late);
        let rate = on_time(&collaboration, today);
        clauses.extend(rate.percent().map(|percent| {
            (text.collaboration.on_time)(rate.due, rate.in_time, &format::number(percent, 0))
        }));
        clauses
    });
    view! {
        <TaskSheet task=Task::Milestones>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.collaboration.milestones_empty)>{add(ButtonKind::Primary)}</EmptyState> }>
                <Finding clauses=finding/>
                {each::<Milestone>(milestone)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </TaskSheet>
    }
}

fn milestone(row: Row<Milestone>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let late = live(move || {
        let days = row.get(|milestone| milestone.days_late(workspace.today()));
        (days > 0).then(|| view! { <p><Tag kind=TagKind::Due label=words.built(move |t| (t.collaboration.late)(days))/></p> })
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            {late}
            <div class="fields">
                <div class="w6">{text(words.s(|t| t.collaboration.milestone), bind!(row, name))}</div>
                <div class="w3">{date(words.s(|t| t.collaboration.due), bind!(row, due))}</div>
                <div class="w3">{date(words.s(|t| t.collaboration.done), bind!(row, done))}</div>
                <div class="w6">{area(words.s(|t| t.collaboration.acceptance), bind!(row, acceptance))}</div>
                <div class="w6">{area(words.s(|t| t.collaboration.recovery), bind!(row, recovery))}</div>
                <div class="w6">{link::<Feature>(words, words.s(|t| t.collaboration.feature), bind!(row, feature), |feature| feature.name.clone(), false)}</div>
                <div class="w6">{role(words, words.s(|t| t.collaboration.responsible), bind!(row, owner))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

/// Shows 4.3, the three levels of checking.
#[component]
pub fn QualityPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let levels = CheckLevel::ALL.into_iter().enumerate().map(move |(place, level)| {
        let step = move || Step::typing((words.now().collaboration.level)(level), "quality");
        macro_rules! field {
            ($field:ident) => {
                workspace.bind(
                    step,
                    move |section: &Collaboration| section.quality.get(place).map(|level| level.$field.clone()).unwrap_or_default(),
                    move |section: &mut Collaboration, value| {
                        if let Some(level) = section.quality.get_mut(place) {
                            level.$field = value;
                        }
                    },
                )
            };
        }
        view! {
            <SheetSection number=format!("4.3.{}", place + 1) title=words.s(move |t| (t.collaboration.level)(level))>
                <div class="fields">
                    <div class="w4">{role(words, words.s(|t| t.collaboration.who), field!(who))}</div>
                    <div class="w4">{area(words.s(|t| t.collaboration.standard), field!(standard))}</div>
                    <div class="w2">{text(words.s(|t| t.collaboration.sample), field!(sample))}</div>
                    <div class="w2">{text(words.s(|t| t.collaboration.evidence), field!(evidence))}</div>
                </div>
            </SheetSection>
        }
    });
    view! {
        <TaskSheet task=Task::Quality>
            <Finding clauses=Signal::derive(move || vec![words.get().collaboration.quality_finding.to_owned()])/>
            {levels.collect_view()}
        </TaskSheet>
    }
}

/// Shows 4.4, the response levels.
#[component]
pub fn ResponsePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<ResponseLevel>();
    let add = move |kind| add_button::<ResponseLevel>(words.s(|t| t.collaboration.add_level), kind, |_| ());
    let finding = Signal::derive(move || {
        let text = words.get();
        let collaboration = workspace.section::<Collaboration>();
        let sentence = |level: &ResponseLevel| {
            Some((text.collaboration.response_finding)(
                &level.name(),
                &format::minutes(level.respond_minutes?, text.language),
            ))
        };
        collaboration.response.iter().filter_map(|level| sentence(level)).take(2).collect::<Vec<_>>()
    });
    view! {
        <TaskSheet task=Task::Response>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.collaboration.response_empty)>
                    {from_template(Content::Response, true)}{add(ButtonKind::Plain)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                {each::<ResponseLevel>(level)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </TaskSheet>
    }
}

fn level(row: Row<ResponseLevel>) -> AnyView {
    let words = use_words();
    let minutes = 525_600.0;
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w2"><p class="level-name">{live(move || row.get(ResponseLevel::name))}</p></div>
                <div class="w4">{text(words.s(|t| t.collaboration.means), bind!(row, meaning))}</div>
                <div class="w3">{whole(words.s(|t| t.collaboration.respond), bind!(row, respond_minutes), minutes)}</div>
                <div class="w3">{whole(words.s(|t| t.collaboration.resolve), bind!(row, resolve_minutes), minutes)}</div>
                <div class="w4">{role(words, words.s(|t| t.collaboration.responsible), bind!(row, owner))}</div>
                <div class="w4">{role(words, words.s(|t| t.collaboration.escalate_to), bind!(row, escalate_to))}</div>
                <div class="w4">{whole(words.s(|t| t.collaboration.escalate_after), bind!(row, escalate_after_minutes), minutes)}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
