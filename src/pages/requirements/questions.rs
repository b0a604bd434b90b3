//! The open questions: a section of the pages that raise and settle them.

use leptos::prelude::*;

use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::{Feature, Requirements};
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list, wanted};
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static QUESTIONS: List<Question> = List {
    name: |text| text.understanding.questions_head,
    columns: COLUMNS,
    is_wrong: |_, question| !question.lacks().is_empty(),
    form: |row| form(row, FIELDS),
    add: |text| text.understanding.add_question,
    fill: |_| (),
};

const COLUMNS: &[Column<Question>] = &[
    Column::new(|text| text.understanding.question, |_, question| Said::Text(question.text.clone())),
    Column::new(
        |text| text.understanding.owner,
        |facts, question| match question.is_open() {
            true => wanted(facts, &question.owner),
            false => Said::Text(question.owner.clone()),
        },
    ),
    Column::new(
        |text| text.understanding.due,
        |facts, question| match question.due {
            None if question.is_open() => Said::Tag(TagKind::Problem, facts.text.common.to_fill.to_owned()),
            due => Said::Date(format::date_or_missing(due)),
        },
    ),
    Column::new(
        |text| text.understanding.question_state,
        |facts, question| {
            let kind = if question.is_open() { TagKind::Problem } else { TagKind::Passed };
            Said::Tag(kind, (facts.text.understanding.is_open)(question.is_open()).to_owned())
        },
    ),
];

const FIELDS: &[Field<Question>] = &[
    field!(12 Lines text: |text| text.understanding.question),
    field!(4 Line owner: |text| text.understanding.owner),
    field!(4 Link(Scenario, |scenario| scenario.situation.clone()) scenario: |text| text.understanding.raised_from),
    field!(4 Link(Feature, |feature| feature.name.clone()) feature: |text| text.understanding.about),
    field!(2 Date due: |text| text.understanding.due),
    field!(8 Lines answer: |text| text.understanding.answer),
    field!(2 Date answered: |text| text.understanding.answered_on),
];

/// Says how many questions are open.
fn said(text: &'static Text, requirements: &Requirements) -> String {
    match requirements.questions.len() {
        0 => text.understanding.questions_empty.to_owned(),
        all => (text.understanding.questions_finding)(requirements.open_questions(), all),
    }
}

/// Shows the questions, and how many are open.
pub fn questions(number: Signal<String>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let finding = live(move || said(words.get(), &workspace.section::<Requirements>()));
    view! {
        <SheetSection number title=words.s(|t| t.understanding.questions_head)>
            <p class="lead">{finding}</p>
            {list(&QUESTIONS, ().into_any())}
        </SheetSection>
    }
    .into_any()
}
