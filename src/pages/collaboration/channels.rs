//! 4.5 Channels: which tool for what, the rules of documents and decisions, tasks for other programs.

use std::sync::Arc;

use leptos::prelude::*;

use crate::documents::tasks::{TaskWords, Tracker, rows};
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::channels::Channel;
use crate::domain::collaboration::tasks::Origin;
use crate::domain::step::{Step, Verb};
use crate::exchange::{names, table};
use crate::i18n::context::use_words;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, Label, field, form, labelled, wide};
use crate::pages::list::{Column, List, holder, list, wanted};
use crate::pages::parts::{StageSheet, add_button, is_empty, take_over};
use crate::routes::Page;
use crate::state::downloads;
use crate::state::notices::use_notices;
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

static CHANNELS: List<Channel> = List {
    name: |text| text.collaboration.channels_head,
    columns: COLUMNS,
    is_wrong: |_, _| false,
    form: |row| form(row, FIELDS),
    add: |text| text.collaboration.add_channel,
    fill: |_| (),
};

const COLUMNS: &[Column<Channel>] = &[
    Column::new(|text| text.collaboration.channel_what, |_, channel| Said::Text(channel.what.clone())),
    Column::new(|text| text.collaboration.tool, |facts, channel| wanted(facts, &channel.tool)),
    Column::new(|text| text.collaboration.channel_rule, |_, channel| Said::Text(channel.rule.clone())),
    Column::new(|text| text.collaboration.looks_after, |facts, channel| holder(facts, channel.owner)),
];

const FIELDS: &[Field<Channel>] = &[
    field!(5 Line what: collaboration.channel_what),
    field!(3 Line tool: collaboration.tool),
    field!(4 Role owner: collaboration.looks_after),
    field!(12 Lines rule: collaboration.channel_rule),
];

/// Shows the page.
#[component]
pub fn ChannelsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Channel>();
    let finding = Signal::derive(move || {
        let channels = &workspace.section::<Collaboration>().channels;
        let open = channels.iter().filter(|channel| channel.owner.is_none()).count();
        (words.get().collaboration.channels_finding)(channels.len(), open)
    });
    view! {
        <StageSheet page=Page::Channels>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.collaboration.channels_empty)>
                    {usual(ButtonKind::Primary)}
                    {add_button::<Channel>(words.s(|t| t.collaboration.add_channel), ButtonKind::Plain, |_| ())}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <SheetSection number="4.5.1" title=words.s(|t| t.collaboration.channels_head)>{list(&CHANNELS, usual(ButtonKind::Plain))}</SheetSection>
            </Show>
            <SheetSection number="4.5.2" title=words.s(|t| t.collaboration.rules_head)>
                <div class="fields">
                    {rule(|t| t.collaboration.document_rule, "document_rule", |section| &mut section.document_rule)}
                    {rule(|t| t.collaboration.decision_rule, "decision_rule", |section| &mut section.decision_rule)}
                </div>
            </SheetSection>
            <SheetSection number="4.5.3" title=words.s(|t| t.collaboration.tasks_head)>{tasks()}</SheetSection>
        </StageSheet>
    }
}

/// Shows the button that takes over the usual channels.
fn usual(kind: ButtonKind) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let take = move |()| {
        let text = &words.now().collaboration;
        take_over(workspace, notices, Step::new(Verb::Template, text.channels_subject), |project| {
            Arc::make_mut(&mut project.collaboration).adopt_channels(&text.usual);
        });
    };
    view! { <Button kind label=words.s(|t| t.collaboration.take_channels) on_press=take/> }.into_any()
}

/// Shows one of the two rules.
fn rule(label: Label, name: &'static str, text: fn(&mut Collaboration) -> &mut String) -> AnyView {
    let bound: Bound<String> = use_workspace().bind(
        move || Step::typing("4.5.2", name),
        move |section: &Collaboration| text(&mut section.clone()).clone(),
        move |section: &mut Collaboration, value| *text(section) = value,
    );
    wide(6, labelled(label, Control::Lines(bound), None))
}

/// Offers the tasks as files for other programs.
fn tasks() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let found = kept(move || workspace.project().assignments());
    let finding = live(move || {
        let text = &words.get().collaboration;
        found.with(|tasks| {
            let milestones = tasks.iter().filter(|task| task.origin == Origin::Milestone).count();
            let without = tasks.iter().filter(|task| !task.assignee.contains('@')).count();
            match tasks.len() {
                0 => text.no_tasks.to_owned(),
                all => (text.tasks_finding)(all, milestones, without),
            }
        })
    });
    let buttons = move || Tracker::ALL.map(save).into_iter().collect_view();
    view! {
        <p class="lead">{finding}</p>
        <Show when=fact(move || found.with(|tasks| !tasks.is_empty()))>
            <div class="actions">{buttons()}</div>
            <p class="hint">{words.s(|t| t.collaboration.tasks_hint)}</p>
        </Show>
    }
    .into_any()
}

/// Shows the button that hands the tasks for one program to the download.
fn save(tracker: Tracker) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let press = move |()| {
        let (project, text) = (workspace.project_now(), &words.now().collaboration);
        let words = TaskWords {
            accepted_when: text.task_accepted,
            feature: text.task_feature,
            phase: text.task_phase,
            owner: text.task_owner,
            milestones: text.task_milestones,
            activities: text.task_activities,
        };
        let written = table::write_csv_for_programs(&rows(tracker, &project.assignments(), &words));
        let part = (text.tasks_part)(tracker.name());
        let name = names::part_name(&project.profile.name, &part, workspace.today(), "csv");
        notices.show(downloads::text(name, "text/csv;charset=utf-8", &written));
    };
    let label = words.built(move |t| (t.collaboration.save_tasks)(tracker.name()));
    view! { <Button label on_press=press/> }.into_any()
}
