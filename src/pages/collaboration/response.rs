//! 4.4 Response levels.

use leptos::prelude::*;

use crate::domain::collaboration::ResponseLevel;
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, ListPage, holder, list_page};
use crate::ui::ledger::Said;

static PAGE: ListPage<ResponseLevel> = ListPage {
    task: Task::Response,
    empty: |text| text.collaboration.response_empty,
    content: Some(Content::Response),
    finding: |facts| {
        let sentence = |level: &ResponseLevel| {
            let time = format::minutes(level.respond_minutes?, facts.text.language);
            Some((facts.text.collaboration.response_finding)(&level.name(), &time))
        };
        let levels = &facts.project.collaboration.response;
        levels.iter().filter_map(|level| sentence(level)).take(2).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Response),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: |row| form(row, FIELDS),
        add: |text| text.collaboration.add_level,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<ResponseLevel>] = &[
    Column::new(|text| text.collaboration.level_column, |_, level| Said::Text(level.name())),
    Column::new(|text| text.collaboration.means, |_, level| Said::Text(level.meaning.clone())),
    Column::number(|text| text.collaboration.respond, |facts, level| time(facts, level.respond_minutes)),
    Column::number(|text| text.collaboration.resolve, |facts, level| time(facts, level.resolve_minutes)),
    Column::new(|text| text.collaboration.responsible, |facts, level| holder(facts, level.owner)),
    Column::new(|text| text.collaboration.escalate_to, |facts, level| holder(facts, level.escalate_to)),
    Column::number(
        |text| text.collaboration.escalate_after,
        |facts, level| time(facts, level.escalate_after_minutes),
    ),
];

const FIELDS: &[Field<ResponseLevel>] = &[
    field!(12 Line meaning: collaboration.means),
    field!(4 Whole(525600) respond_minutes: collaboration.respond_minutes),
    field!(4 Whole(525600) resolve_minutes: collaboration.resolve_minutes),
    field!(4 Whole(525600) escalate_after_minutes: collaboration.escalate_after_minutes),
    field!(6 Role owner: collaboration.responsible),
    field!(6 Role escalate_to: collaboration.escalate_to),
];

fn time(facts: &Facts, minutes: Option<u32>) -> Said {
    Said::Number(minutes.map(|minutes| format::minutes(minutes, facts.text.language)).unwrap_or_default())
}

/// Shows the response levels.
#[component]
pub fn ResponsePage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}
