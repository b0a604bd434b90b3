//! 3.3 Cases: earlier projects and what their clients say.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::scale::{Grade, Rating};
use crate::domain::selection::{Case, Selection};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, choices, field, form, note};
use crate::pages::list::{Column, List, list_filled, use_facts};
use crate::pages::parts::{add_button, is_empty};
use crate::pages::vendors::step::{step_sheet, with_vendors};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact};
use crate::ui::tag::TagKind;

static CASES: List<Case> = List {
    name: |text| (text.common.task)(Task::Cases),
    columns: COLUMNS,
    is_wrong: |_, case| !case.verified,
    form: case_form,
    add: |text| text.scores.add_case,
    fill: |_| (),
};

const COLUMNS: &[Column<Case>] = &[
    Column::new(|text| text.scores.case_client, |_, case| Said::Text(case.client.clone())),
    Column::new(
        |text| text.vendors.vendor,
        |facts, case| Said::Text(facts.project.selection.title_of(case.vendor)),
    ),
    Column::new(|text| text.scores.case_scope, |_, case| Said::Text(case.scope.clone())),
    Column::new(
        |text| text.scores.three_marks,
        |_, case| {
            let mark = |mark: Option<Rating>| {
                mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.get().to_string())
            };
            Said::Text([case.quality, case.speed, case.problem_solving].map(mark).join(" / "))
        },
    ),
    Column::new(
        |text| text.scores.again,
        |facts, case| {
            let common = &facts.text.common;
            Said::Text(
                case.again
                    .map_or(common.unknown, |again| if again { common.yes } else { common.no })
                    .to_owned(),
            )
        },
    ),
    Column::number(
        |text| text.vendors.part_score,
        |facts, case| match case.verified {
            true => Said::Number(format::number(case.mark(), 1)),
            false => Said::Tag(TagKind::Due, facts.text.vendors.unverified_note.to_owned()),
        },
    ),
];

const FIELDS: &[Field<Case>] = &[
    Field {
        width: 4,
        name: "vendor",
        label: |text| text.vendors.vendor,
        control: |source, name| {
            let vendor = source.at(
                name,
                |case| Some(case.vendor.bits()),
                |case, vendor| case.vendor = vendor.map_or(case.vendor, Id::fixed),
            );
            Control::Link(vendor, |project| {
                choices::<crate::domain::selection::Vendor>(project, |vendor| vendor.name.clone())
            })
        },
        missing: None,
    },
    field!(4 Line client: scores.case_client),
    field!(4 Line contact: scores.interviewed),
    field!(12 Line scope: scores.case_scope),
    field!(4 Mark(1, 5) quality: scores.quality),
    field!(4 Mark(1, 5) speed: scores.speed),
    field!(4 Mark(1, 5) problem_solving: scores.problem_solving),
    field!(12 Lines quote: scores.quote),
    field!(6 YesNo again: scores.again),
    field!(6 Tick verified: scores.verified),
];

/// Makes the fields of one question of the reference call: its score, and what was said.
macro_rules! question {
    ($place:literal, $name:literal) => {
        [
            Field {
                width: 6,
                name: $name,
                label: |text| (text.scores.script)($place),
                control: |source, name| {
                    Control::Mark(
                        source.at(
                            name,
                            |case: &Case| case.script[$place].score.map(|grade| grade.get()),
                            |case, grade| {
                                case.script[$place].score = grade.and_then(|grade| Grade::new(grade).ok());
                            },
                        ),
                        [0, 3],
                        None,
                    )
                },
                missing: None,
            },
            Field {
                width: 6,
                name: concat!($name, "_note"),
                label: |text| text.scores.script_note,
                control: |source, name| {
                    Control::Line(source.at(
                        name,
                        |case: &Case| case.script[$place].note.clone(),
                        |case, note| case.script[$place].note = note,
                    ))
                },
                missing: None,
            },
        ]
    };
}

const SCRIPT: &[[Field<Case>; 2]] = &[
    question!(0, "script_0"),
    question!(1, "script_1"),
    question!(2, "script_2"),
    question!(3, "script_3"),
    question!(4, "script_4"),
];

/// Shows the cases.
#[component]
pub fn CasesPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let none = is_empty::<Case>();
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let cases = &facts.project.selection.cases;
        (facts.text.scores.cases_finding)(cases.len(), cases.iter().filter(|case| case.verified).count())
    });
    // A new case belongs to the vendor of the last one, or to the first vendor.
    let fill = move |case: &mut Case| {
        let selection = workspace.section_now::<Selection>();
        let last = selection.cases.iter().next_back().map(|case| case.vendor);
        let vendor = last.or_else(|| selection.vendors.at(0).map(|vendor| vendor.id));
        case.vendor = vendor.unwrap_or_default();
    };
    let body = ViewFn::from(move || {
        view! {
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.scores.cases_empty)>{add_button::<Case>(words.s(CASES.add), ButtonKind::Primary, fill)}</EmptyState>
            }>
                <Finding clauses=finding/>
                {list_filled(&CASES, workspace.ids::<Case>(), fill, ().into_any())}
            </Show>
        }
    });
    step_sheet(
        Task::Cases,
        Signal::stored(String::new()),
        false,
        ViewFn::from(move || with_vendors(body.clone())),
    )
}

fn case_form(row: Row<Case>) -> AnyView {
    let words = use_words();
    let unverified = note(move || {
        (!row.get(|case| case.verified)).then(|| words.get().vendors.unverified_note.to_owned())
    });
    view! {
        {form(row, FIELDS)}
        {unverified}
        <fieldset class="script">
            <legend>{words.s(|t| t.scores.script_head)}</legend>
            <p class="hint">{words.s(|t| t.scores.script_scale)}</p>
            {form(row, SCRIPT.as_flattened())}
        </fieldset>
    }
    .into_any()
}
