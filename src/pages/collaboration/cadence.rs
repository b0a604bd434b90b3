//! 4.1 Cadence.

use leptos::prelude::*;

use crate::domain::collaboration::{Meeting, Rhythm};
use crate::domain::task::Task;
use crate::domain::team::Team;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, holder, list_page};
use crate::pages::parts::role_name;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::picks::Checkbox;

static PAGE: ListPage<Meeting> = ListPage {
    task: Task::Cadence,
    empty: |text| text.collaboration.meetings_empty,
    content: Some(Content::Meetings),
    finding: |facts| {
        vec![(facts.text.collaboration.meetings_finding)(facts.project.collaboration.meetings.len())]
    },
    list: List {
        name: |text| (text.common.task)(Task::Cadence),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: meeting,
        add: |text| text.collaboration.add_meeting,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Meeting>] = &[
    Column::new(|text| text.collaboration.meeting, |_, meeting| Said::Text(meeting.name.clone())),
    Column::new(
        |text| text.collaboration.rhythm_label,
        |facts, meeting| Said::Text((facts.text.collaboration.rhythm)(meeting.rhythm).to_owned()),
    ),
    Column::new(|text| text.collaboration.when, |_, meeting| Said::Text(meeting.when.clone())),
    Column::new(
        |text| text.collaboration.next_date,
        |facts, meeting| Said::Date(format::date_or_missing(meeting.next_from(facts.today))),
    ),
    Column::new(|text| text.collaboration.owner, |facts, meeting| holder(facts, meeting.owner)),
    Column::new(
        |text| text.collaboration.attendees,
        |facts, meeting| {
            let names: Vec<_> =
                meeting.attendees.iter().map(|id| role_name(&facts.project.team, Some(*id))).collect();
            Said::Text(names.join(facts.text.common.list_comma))
        },
    ),
];

const FIELDS: &[Field<Meeting>] = &[
    field!(3 Line name: collaboration.meeting),
    field!(2 OneOf(Rhythm::ALL, collaboration.rhythm) rhythm: collaboration.rhythm_label),
    field!(2 Line when: collaboration.when),
    field!(2 Date next: collaboration.next_date),
    field!(3 Role owner: collaboration.owner),
    field!(6 Lines agenda: collaboration.agenda),
    field!(6 Lines minutes: collaboration.minutes),
];

/// Shows the meetings.
#[component]
pub fn CadencePage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}

fn meeting(row: Row<Meeting>) -> AnyView {
    let words = use_words();
    let team = use_workspace().section_now::<Team>();
    let roles = team.columns().map(|role| {
        let id = role.id;
        let attends = row.bind(
            "attendees",
            move |meeting: &Meeting| meeting.attendees.contains(&id),
            move |meeting, attends| {
                meeting.attendees.retain(|other| *other != id);
                if attends {
                    meeting.attendees.push(id);
                }
            },
        );
        let name = role.name.clone();
        view! { <Checkbox label=Signal::stored(name) value=attends.value on_input=attends.set/> }
    });
    view! {
        {form(row, FIELDS)}
        <fieldset class="attendees"><legend>{live(move || words.get().collaboration.attendees)}</legend>{roles.collect_view()}</fieldset>
    }
    .into_any()
}
