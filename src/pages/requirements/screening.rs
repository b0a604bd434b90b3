//! 1.2 Screening.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::quadrant::{self, Mark, Point};
use crate::domain::register::Item;
use crate::domain::requirements::suitability::{Factor, Suitability, Verdict, judge, too_broad};
use crate::domain::requirements::{Module, Requirements};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, edits, field, form};
use crate::pages::list::{Column, List, ListPage, list_page_with};
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::preferences::use_preferences;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Steps};
use crate::ui::figure::{Figure, FigureTable};
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::tag::{Tag, TagKind};

static PAGE: ListPage<Module> = ListPage {
    task: Task::Screening,
    empty: |text| text.requirements.modules_empty,
    content: None,
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
    Column::new(|text| text.requirements.core_column, |_, module| Said::Rating(core_of(module))),
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
            edits: edits!(Mark [1, 5] factors.$field),
            missing: None,
        }
    };
}

const FIELDS: &[Field<Module>] = &[
    field!(4 Line name: requirements.module_name),
    field!(4 YesNo core: requirements.core),
    field!(4 YesNo measure_named: requirements.measure_named),
    factor!(non_core NonCore),
    factor!(standardised Standardised),
    factor!(measurable Measurable),
    factor!(documented Documented),
    factor!(separable Separable),
    factor!(market_depth MarketDepth),
    factor!(data_sensitivity DataSensitivity),
    factor!(volume_stability VolumeStability),
    field!(9 Line gap: requirements.gap),
    field!(3 Tick chosen: requirements.chosen),
];

/// How core a module is, 1 to 5.
fn core_of(module: &Module) -> Option<u8> {
    module.factors.non_core.map(|rating| 6 - rating.get())
}

/// Shows the modules with their judgement, the quadrant and what is chosen.
#[component]
pub fn ScreeningPage() -> impl IntoView {
    list_page_with(
        &PAGE,
        ViewFn::default(),
        ViewFn::from(|| view! { <div class="section beside"><Quadrant/><Reading/></div> }.into_any()),
    )
}

#[component]
fn Quadrant() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let svg = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let text = words.get();
        let point = |module: &Module| {
            let mark = match (module.core, module.measure_named) {
                (Some(true), _) => Mark::Core,
                (_, Some(false)) => Mark::NotYet,
                _ => Mark::Measurable,
            };
            let (core, standard) = (core_of(module)?, module.factors.standardised?.get());
            Some(Point { name: module.clause(), core, standard, mark })
        };
        let points: Vec<Point> = requirements.modules.iter().filter_map(|module| point(module)).collect();
        let chart_words = quadrant::Words {
            x: text.requirements.quadrant_x.map(str::to_owned),
            y: text.requirements.quadrant_y.to_owned(),
            names: text.requirements.quadrant_names.map(str::to_owned),
        };
        quadrant::draw(&points, &chart_words, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let rating = |rating: Option<u8>| format::number_or_missing(rating.map(f64::from), 0);
        let row = |module: &Module| {
            let judged = judge(module);
            vec![
                format!("{} {}", module.clause(), module.name),
                rating(core_of(module)),
                rating(module.factors.standardised.map(|rating| rating.get())),
                format::number_or_missing(judged.score, 1),
                (text.requirements.verdict)(judged.verdict).to_owned(),
            ]
        };
        FigureTable {
            heads: vec![
                text.requirements.module_name.to_owned(),
                text.requirements.core_column.to_owned(),
                text.requirements.standard_column.to_owned(),
                text.requirements.score.to_owned(),
                text.requirements.verdict_column.to_owned(),
            ],
            rows: requirements.modules.iter().map(|module| row(module)).collect(),
        }
    });
    view! { <Figure caption=words.s(|t| t.requirements.quadrant_caption) svg table_label=words.s(|t| t.common.as_table) table/> }
}

/// Says how the quadrant is read and what is chosen, and leads on to the scope.
#[component]
fn Reading() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let n_chosen = Memo::new(move |_| {
        workspace.section::<Requirements>().modules.iter().filter(|one| one.chosen).count()
    });
    let write = move |()| {
        let mut begun = Vec::new();
        let requirements = workspace.section_now::<Requirements>();
        if requirements.features.is_empty() {
            let mut next = (*requirements).clone();
            begun = next.begin_scope(|| workspace.new_id());
            let step = Step::new(Verb::Add, begun.join(" "));
            workspace.edit(step.clone(), |requirements: &mut Requirements| *requirements = next);
            notices.show(Notice::Done(step));
        }
        let scope = Route::Project(workspace.project_now().id, Page::Task(Task::Scope));
        match begun.first() {
            Some(clause) => place::go_href(&scope.href_to(clause)),
            None => place::go(scope),
        }
    };
    let chosen = live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let chosen: Vec<_> = requirements.modules.iter().filter(|module| module.chosen).collect();
        if chosen.is_empty() {
            return view! { <p class="quiet">{text.requirements.chosen_none}</p> }.into_any();
        }
        let names: Vec<_> =
            chosen.iter().map(|module| format!("{} {}", module.clause(), module.name)).collect();
        let broad = match too_broad(requirements.modules.iter().map(|module| &**module)) {
            Some(found) => {
                let label = (text.requirements.too_broad)(found.chosen, found.all, found.vetoed);
                view! { <p><Tag kind=TagKind::Due label/></p> }.into_any()
            }
            None => {
                let share = (text.requirements.chosen_share)(chosen.len(), requirements.modules.len());
                view! { <p class="hint">{share}</p> }.into_any()
            }
        };
        view! { <p><bdi>{names.join(text.common.list_comma)}</bdi></p>{broad} }.into_any()
    });
    let button = live(move || {
        let count = n_chosen.get();
        let label = words.built(move |t| (t.requirements.write_scope)(count));
        (count > 0).then(
            || view! { <div class="actions"><Button kind=ButtonKind::Primary label on_press=write/></div> },
        )
    });
    let mark = |shape: &'static str, name: fn(&'static Text) -> &'static str| {
        view! { <li><span aria-hidden="true">{shape}</span>{words.s(name)}</li> }
    };
    view! {
        <div class="reading">
            <h2>{words.s(|t| t.requirements.how_to_read)}</h2>
            <p>{words.s(|t| t.requirements.how_to_read_lead)}</p>
            <ul class="key">
                {mark("●", |t| t.requirements.mark_measurable)}
                {mark("○", |t| t.requirements.mark_not_yet)}
                {mark("◆", |t| t.requirements.mark_core)}
            </ul>
            <h3>{words.s(|t| t.requirements.chosen_head)}</h3>
            {chosen}
            {button}
        </div>
    }
}

fn module(row: Row<Module>) -> AnyView {
    let words = use_words();
    let judged = Memo::new(move |_| row.item().map(|module| judge(&module)));
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
            (
                (text.requirements.factor)(term.factor).to_owned(),
                format!("{} · {} %", term.value, term.weight_bp / 100),
            )
        })
        .collect();
    inputs.push((text.requirements.coverage.to_owned(), format!("{} %", judged.coverage_bp / 100)));
    Steps { rule: text.requirements.score_rule.to_owned(), formula, inputs }
}
