//! How ready the client is to leave: six things, what shows each of them, and how much it counts.

use leptos::prelude::*;

use crate::domain::risk::RiskBook;
use crate::domain::risk::dependence::exit::{ExitItem, ExitPlan};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, Label, field, form, labelled, wide};
use crate::pages::list::{Facts, Lines, ledger, use_facts};
use crate::state::part::{Bindable, Part};
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::ledger::{Line, Said};
use crate::ui::live::live;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

const HEADS: [(Label, bool); 4] = [
    (|text| text.dependence.exit_columns[0], false),
    (|text| text.dependence.exit_columns[1], false),
    (|text| text.dependence.exit_columns[2], true),
    (|text| text.dependence.exit_columns[3], false),
];

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let said = live(move || {
        let facts = facts.get();
        let text = &facts.text.dependence;
        match facts.project.exit_readiness(facts.today) {
            Ok(found) => {
                let score = format::number(found.score, 0);
                let said = (text.exit_said)(&score, found.missing.len(), found.unknown.len());
                view! { <p class="lead">{said}</p> }.into_any()
            }
            Err(wrong) => {
                let sum = format::percent(f64::from(wrong.0) / 100.0, 0, facts.text.language);
                view! { <p class="field-error" role="status">{(text.weights_wrong)(&sum)}</p> }.into_any()
            }
        }
    });
    let lines = Lines {
        name: |text| text.dependence.exit_head,
        heads: HEADS.into(),
        ids: Signal::derive(|| (0..ExitItem::ALL.len() as u128).collect()),
        line: Callback::new(move |place: u128| line(&facts.get(), place as usize)),
        form: Callback::new(|place: u128| {
            ExitItem::ALL.get(place as usize).map(|item| item_form(*item)).into_any()
        }),
    };
    view! {
        <SheetSection number="5.5.3" title=words.s(|t| t.dependence.exit_head)>
            {said}
            {ledger(lines, None, ().into_any())}
            <Calculation label=words.s(|t| t.common.how_computed) steps=Signal::derive(move || steps(&facts.get()))/>
            <p class="hint">{words.s(|t| t.dependence.usual_clause)}</p>
        </SheetSection>
    }
    .into_any()
}

/// Returns the number of an item on the page.
pub fn clause(item: ExitItem) -> String {
    format!("5.5.3.{}", item.place() + 1)
}

fn line(facts: &Facts, place: usize) -> Line {
    let text = &facts.text.dependence;
    let Some(item) = ExitItem::ALL.get(place).copied() else { return Line::default() };
    let exit = &facts.project.risk.dependence.exit;
    let answer = facts.project.exit_answers(facts.today).get(place).copied().flatten();
    let said = (text.answer)(answer).to_owned();
    Line {
        number: clause(item),
        cells: vec![
            Said::Text((text.exit_item)(item).to_owned()),
            match answer {
                Some(true) => Said::Tag(TagKind::Passed, said),
                Some(false) => Said::Tag(TagKind::Problem, said),
                None => Said::Quiet(said),
            },
            Said::Number(weight(facts, exit, place)),
            Said::Text(shown_by(facts, item, exit.notes.get(place).map(String::as_str).unwrap_or_default())),
        ],
        is_wrong: false,
    }
}

/// Says what shows an item: what follows from elsewhere, and the note.
fn shown_by(facts: &Facts, item: ExitItem, note: &str) -> String {
    let project = &facts.project;
    let text = &facts.text.dependence;
    let follows = match item {
        ExitItem::BackupVendorQualified => {
            project.selection.decision.backup.map(|id| project.selection.title_of(id))
        }
        ExitItem::TakeoverDrillDone => {
            let (drilled, carried) = project.drilled_modules(facts.today);
            (0 < carried).then(|| (text.drilled_of)(drilled, carried))
        }
        ExitItem::NoticeCoversReplacement => {
            let exit = &project.risk.dependence.exit;
            let months = exit.notice_months.zip(exit.replace_months);
            months.map(|(notice, replace)| {
                (text.months_of)(&format::number(notice, 1), &format::number(replace, 1))
            })
        }
        _ => None,
    };
    let note = (!note.trim().is_empty()).then(|| note.to_owned());
    follows.into_iter().chain(note).collect::<Vec<_>>().join(facts.text.common.sentence_join)
}

fn weight(facts: &Facts, exit: &ExitPlan, place: usize) -> String {
    let weight = exit.weights_bp.get(place).copied().unwrap_or_default();
    format::percent(f64::from(weight) / 100.0, 0, facts.text.language)
}

const EXPORT: &[Field<ExitPlan>] = &[field!(6 YesNo data_export_tested: dependence.is_there)];
const DOCUMENTS: &[Field<ExitPlan>] = &[field!(6 YesNo documents_complete: dependence.is_there)];
const ACCESS: &[Field<ExitPlan>] = &[field!(6 YesNo access_list_current: dependence.is_there)];
const NOTICE: &[Field<ExitPlan>] = &[
    field!(3 Between(0.0, 60.0) notice_months: dependence.notice_months),
    field!(3 Between(0.0, 60.0) replace_months: dependence.replace_months),
];

fn item_form(item: ExitItem) -> AnyView {
    let part = use_workspace().part(
        move || clause(item),
        |book: &RiskBook| book.dependence.exit.clone(),
        |book: &mut RiskBook, exit| book.dependence.exit = exit,
    );
    let answered = match item {
        ExitItem::DataExportTested => form(part, EXPORT),
        ExitItem::DocumentsComplete => form(part, DOCUMENTS),
        ExitItem::AccessListCurrent => form(part, ACCESS),
        ExitItem::NoticeCoversReplacement => form(part, NOTICE),
        ExitItem::BackupVendorQualified => backup(),
        ExitItem::TakeoverDrillDone => {
            let words = use_words();
            view! { <p class="hint">{words.s(|t| t.dependence.drill_follows)}</p> }.into_any()
        }
    };
    view! { {answered}<div class="fields">{note(part, item)}{weighed(part, item)}</div> }.into_any()
}

fn note(part: Part<ExitPlan>, item: ExitItem) -> AnyView {
    let bound = part.bind(
        "note",
        move |exit| exit.notes.get(item.place()).cloned().unwrap_or_default(),
        move |exit, note: String| {
            if let Some(present) = exit.notes.get_mut(item.place()) {
                *present = note;
            }
        },
    );
    wide(9, labelled(|text| text.dependence.exit_note, Control::Line(bound), None))
}

fn weighed(part: Part<ExitPlan>, item: ExitItem) -> AnyView {
    let bound = part.bind(
        "weight",
        move |exit| exit.weights_bp.get(item.place()).copied().unwrap_or_default(),
        move |exit, weight: u32| {
            if let Some(present) = exit.weights_bp.get_mut(item.place()) {
                *present = weight;
            }
        },
    );
    wide(3, labelled(|text| text.dependence.weight, Control::Percent(bound, 0, 100), None))
}

/// Says who the backup is, with the ways to where that is decided.
fn backup() -> AnyView {
    let facts = use_facts();
    let said = live(move || {
        let facts = facts.get();
        let text = &facts.text.dependence;
        let (said, task, action) = match facts.project.selection.decision.backup {
            Some(backup) => {
                let title = facts.project.selection.title_of(backup);
                ((text.backup_is)(&title), Task::Qualify, text.to_gates)
            }
            None => (text.backup_none.to_owned(), Task::Decide, text.to_decide),
        };
        let href = facts.link(task, "");
        view! { <p>{said}" "<a href=href>{action}</a></p> }
    });
    view! { {said} }.into_any()
}

fn steps(facts: &Facts) -> Steps {
    let text = &facts.text.dependence;
    let exit = &facts.project.risk.dependence.exit;
    let answers = facts.project.exit_answers(facts.today);
    let items = || ExitItem::ALL.into_iter().zip(answers).enumerate();
    let earned: Vec<_> = items()
        .filter(|(_, (_, answer))| *answer == Some(true))
        .map(|(place, _)| weight(facts, exit, place))
        .collect();
    let sum = match facts.project.exit_readiness(facts.today) {
        Ok(found) => format::number(found.score, 0),
        Err(_) => format::MISSING.to_owned(),
    };
    let formula = if earned.is_empty() { sum } else { format!("{} = {sum}", earned.join(" + ")) };
    let input = |(place, (item, answer)): (usize, (ExitItem, Option<bool>))| {
        let value = format!("{} · {}", (text.answer)(answer), weight(facts, exit, place));
        Input::here(((text.exit_item)(item).to_owned(), value))
    };
    Steps { rule: text.exit_rule.to_owned(), formula, inputs: items().map(input).collect() }
}
