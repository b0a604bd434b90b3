//! 1.2 Screening.

pub mod gap;
pub mod phases;
pub mod quadrant;

use leptos::prelude::*;

use crate::domain::requirements::suitability::{Factor, Suitability, Verdict, judge};
use crate::domain::requirements::{Module, Requirements};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, control, field, form, note};
use crate::pages::list::{Column, List, ListPage, list_part};
use crate::pages::parts::TaskSheet;
use crate::pages::requirements::screening::gap::CapabilityGap;
use crate::pages::requirements::screening::phases::Phases;
use crate::pages::requirements::screening::quadrant::{Quadrant, Reading, chosen};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::tag::{Tag, TagKind};

static PAGE: ListPage<Module> = ListPage {
    task: Task::Screening,
    empty: |text| text.requirements.modules_empty,
    content: Some(Content::Modules),
    finding: |facts| {
        let modules = &facts.project.requirements.modules;
        let count = |verdict| modules.iter().filter(|module| judge(module).verdict == verdict).count();
        let core = modules.iter().filter(|module| module.core == Some(true));
        let core: Vec<_> = core.map(|module| module.name.clone()).collect();
        let (fit, pilot) = (count(Verdict::Outsource), count(Verdict::Pilot));
        (facts.text.requirements.modules_finding)(modules.len(), fit, pilot, &core)
    },
    list: List {
        name: |text| (text.common.task)(Task::Screening),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: module,
        add: |text| text.requirements.add_module,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Module>] = &[
    Column::new(
        |text| text.requirements.module_name,
        |_, module| match judge(module).verdict {
            Verdict::Outsource => Said::Text(module.name.clone()),
            _ => Said::Quiet(module.name.clone()),
        },
    ),
    Column::new(
        |text| text.requirements.core_column,
        |_, module| Said::Rating(module.factors.non_core.map(|rating| rating.get())),
    ),
    Column::new(
        |text| text.requirements.standard_column,
        |_, module| Said::Rating(module.factors.standardised.map(|rating| rating.get())),
    ),
    Column::new(
        |text| text.requirements.measurable_column,
        |facts, module| match module.measure_named {
            Some(true) => Said::Text(facts.text.common.yes.to_owned()),
            Some(false) => Said::Tag(TagKind::Problem, facts.text.requirements.not_yet.to_owned()),
            None => Said::Text(String::new()),
        },
    ),
    Column::new(|text| text.requirements.gap_column, |_, module| Said::Text(module.gap.clone())),
    Column::new(
        |text| text.requirements.weakest_column,
        |facts, module| {
            let judged = judge(module);
            let veto = judged.veto.first().map(|veto| (facts.text.requirements.veto)(*veto));
            let weak = judged.weakness().map(|factor| (facts.text.requirements.weak)(factor));
            Said::Text(veto.or(weak).unwrap_or_default().to_owned())
        },
    ),
    Column::new(
        |text| text.requirements.verdict_column,
        |facts, module| {
            let verdict = judge(module).verdict;
            let words = (facts.text.requirements.verdict)(verdict).to_owned();
            match verdict {
                Verdict::Outsource => Said::Strong(words),
                Verdict::InsufficientData => Said::Quiet(words),
                _ => Said::Text(words),
            }
        },
    ),
];

macro_rules! factor {
    ($field:ident $factor:ident) => {
        Field {
            width: 3,
            name: stringify!($field),
            label: |text: &'static Text| (text.requirements.factor)(Factor::$factor),
            control: control!(Mark [1, 5, Some(|text| (text.requirements.factor_ends)(Factor::$factor))] factors.$field),
            missing: None,
        }
    };
}

const FIELDS: &[Field<Module>] = &[
    field!(4 Line name: requirements.module_name),
    field!(4 YesNo core: requirements.core),
    field!(4 YesNo measure_named: requirements.measure_named),
    field!(9 Line gap: requirements.gap),
    field!(3 Tick chosen: requirements.chosen),
    factor!(non_core NonCore),
    factor!(standardised Standardised),
    factor!(measurable Measurable),
    factor!(documented Documented),
    factor!(separable Separable),
    factor!(market_depth MarketDepth),
    factor!(data_sensitivity DataSensitivity),
    factor!(volume_stability VolumeStability),
];

/// Shows the modules with their judgement, the quadrant, what is chosen, the phases and the capability gap.
#[component]
pub fn ScreeningPage() -> impl IntoView {
    let (words, workspace) = (use_words(), use_workspace());
    let any = move |is: fn(&Module) -> bool| {
        kept(move || workspace.section::<Requirements>().modules.iter().any(|module| is(module)))
    };
    let is_placed = any(|module| quadrant::placed(module).is_some());
    let is_judged = any(|module| judge(module).verdict != Verdict::InsufficientData);
    let is_chosen = any(|module| module.chosen);
    // Before the first rating there is nothing to draw and nothing to put in order.
    let unplaced = move || {
        view! {
            <div class="section reading">
                <p class="quiet">{words.s(|t| t.gap.unplaced)}</p>
                <Show when=fact(move || is_chosen.get())>{chosen()}</Show>
            </div>
        }
    };
    let judged = move || {
        view! {
            <Show when=fact(move || is_placed.get()) fallback=unplaced><div class="section beside"><Quadrant/><Reading/></div></Show>
            <Show when=fact(move || is_judged.get())><Phases/></Show>
        }
        .into_any()
    };
    let gap_number = Signal::derive(move || if is_judged.get() { "1.2.2" } else { "1.2.1" }.to_owned());
    view! {
        <TaskSheet task=PAGE.task>
            {list_part(&PAGE, ViewFn::default(), ViewFn::from(judged))}
            <CapabilityGap number=gap_number/>
        </TaskSheet>
    }
}

fn module(row: Row<Module>) -> AnyView {
    let words = use_words();
    let judged = kept(move || row.item().map(|module| judge(&module)));
    let verdict = live(move || {
        let text = words.get();
        let judged = judged.get()?;
        let kind = match judged.verdict {
            Verdict::Outsource => TagKind::Passed,
            Verdict::Pilot => TagKind::Note,
            Verdict::Keep => TagKind::Quiet,
            Verdict::InsufficientData => TagKind::Due,
        };
        let veto: Vec<_> = judged.veto.iter().map(|veto| (text.requirements.veto)(*veto)).collect();
        let weakest =
            judged.weakness().map(|factor| (text.requirements.weakest)((text.requirements.weak)(factor)));
        let notes = [
            (!veto.is_empty()).then(|| veto.join(text.common.list_comma)),
            weakest,
            judged.document_first.then(|| text.requirements.document_first.to_owned()),
        ];
        let notes: Vec<_> = notes.into_iter().flatten().collect();
        Some(view! {
            <p class="verdict">
                <Tag kind label=(text.requirements.verdict)(judged.verdict).to_owned()/>
                " " <strong>{format::number_or_missing(judged.score, 1)}</strong>
                " " <span class="hint">{notes.join(" · ")}</span>
            </p>
        })
    });
    view! {
        {form(row, FIELDS)}
        {note(move || Some(words.get().requirements.factors_note.to_owned()))}
        {verdict}
        <Calculation label=words.s(|t| t.common.how_computed) steps=Signal::derive(move || judged.get().map(|judged| steps(words.get(), &judged)).unwrap_or_default())/>
    }
    .into_any()
}

fn steps(text: &'static Text, judged: &Suitability) -> Steps {
    let terms: Vec<_> =
        judged.terms.iter().map(|term| format!("{}×({}−1)/4", term.weight_bp / 100, term.value)).collect();
    let formula = match judged.score {
        Some(score) => format!(
            "100 × ({}) / {} = {}",
            terms.join(" + "),
            judged.coverage_bp / 100,
            format::number(score, 1)
        ),
        None => format::MISSING.to_owned(),
    };
    let mut inputs: Vec<_> = judged
        .terms
        .iter()
        .map(|term| {
            let value = format!("{} · {} %", term.value, term.weight_bp / 100);
            Input::here(((text.requirements.factor)(term.factor).to_owned(), value))
        })
        .collect();
    let coverage = format!("{} %", judged.coverage_bp / 100);
    inputs.push(Input::here((text.requirements.coverage.to_owned(), coverage)));
    Steps { rule: text.requirements.score_rule.to_owned(), formula, inputs }
}
