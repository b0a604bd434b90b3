//! 1.2 Screening.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::quadrant::{self, Mark, Point};
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::suitability::{Factor, Suitability, Verdict, judge, too_broad};
use crate::domain::requirements::{Module, Requirements};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{
    TaskSheet, add_button, bind, is_empty, item_actions, one_at_a_time, rating, text, yes_no,
};
use crate::state::preferences::use_preferences;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Steps};
use crate::ui::empty_state::EmptyState;
use crate::ui::figure::{Figure, FigureTable};
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::picks::Checkbox;
use crate::ui::sheet::{Clause, SheetSection};
use crate::ui::tag::{Tag, TagKind};

/// Shows the modules with their judgement and the quadrant.
#[component]
pub fn ScreeningPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Module>();
    let add = move |kind| add_button::<Module>(words.s(|t| t.requirements.add_module), kind, |_| ());
    let finding = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let count =
            |verdict| requirements.modules.iter().filter(|module| judge(module).verdict == verdict).count();
        (words.get().requirements.modules_finding)(
            requirements.modules.len(),
            count(Verdict::Outsource),
            count(Verdict::Pilot),
        )
    });
    let (chosen, shown) = one_at_a_time::<Module>();
    let broad = Memo::new(move |_| {
        too_broad(workspace.section::<Requirements>().modules.iter().map(|module| &**module))
            .map(|found| (found.chosen, found.all, found.vetoed))
    });
    view! {
        <TaskSheet task=Task::Screening>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.requirements.modules_empty)>{add(ButtonKind::Primary)}</EmptyState> }>
                <Finding clauses=finding/>
                {live(move || broad.get().map(|(chosen, all, vetoed)| view! {
                    <Notice kind=NoticeKind::Warning title="" body=words.built(move |t| (t.requirements.too_broad)(chosen, all, vetoed))>""</Notice>
                }))}
                <Modules chosen shown/>
                <div class="actions">{add(ButtonKind::Plain)}</div>
                {live(move || shown.get().map(|id| module(workspace.row(id))))}
                <SheetSection number="1.2.1" title=words.s(|t| t.requirements.quadrant_head)><Quadrant/></SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Shows all modules at a glance; the name of one brings up its ratings below.
#[component]
fn Modules(chosen: RwSignal<Option<Id<Module>>>, shown: Memo<Option<Id<Module>>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let rows = requirements.modules.iter().map(|module| {
            let judged = judge(module);
            let id = module.id;
            let choose = move |()| chosen.set(Some(id));
            let core = module.factors.non_core.map(|rating| 6 - rating.get());
            let standard = module.factors.standardised.map(|rating| rating.get());
            let measure = match module.measure_named {
                Some(true) => view! { <span>{text.common.yes}</span> }.into_any(),
                Some(false) => view! { <Tag kind=TagKind::Problem label=text.requirements.not_yet.to_owned()/> }.into_any(),
                None => view! { <span class="quiet">{format::MISSING}</span> }.into_any(),
            };
            let weakest = judged.weakest.map_or(format::MISSING, |factor| (text.requirements.factor)(factor));
            let name = if module.name.is_empty() { text.requirements.unnamed.to_owned() } else { module.name.clone() };
            let is_first = judged.verdict == Verdict::Outsource;
            let verdict = (text.requirements.verdict)(judged.verdict);
            view! {
                <tr class:here=move || shown.get() == Some(id)>
                    <th scope="row" class="table-number wrap">
                        <span class="margin-number">{module.clause()}</span>
                        <Button kind=ButtonKind::Text label=name on_press=choose/>
                    </th>
                    <td>{dots(core)}</td>
                    <td>{dots(standard)}</td>
                    <td>{measure}</td>
                    <td class="wrap"><bdi>{module.gap.clone()}</bdi></td>
                    <td>{weakest}</td>
                    <td class="num">{format::number_or_missing(judged.score, 1)}</td>
                    <td>{if is_first { view! { <strong>{verdict}</strong> }.into_any() } else { view! { <span>{verdict}</span> }.into_any() }}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().requirements.modules_caption>
            <table class="table modules">
                <caption class="sr-only">{words.s(|t| t.requirements.modules_caption)}</caption>
                <thead><tr>
                    <th scope="col">{words.s(|t| t.requirements.module_name)}</th>
                    <th scope="col">{words.s(|t| t.requirements.core_column)}</th>
                    <th scope="col">{words.s(|t| t.requirements.standard_column)}</th>
                    <th scope="col">{words.s(|t| t.requirements.measurable_column)}</th>
                    <th scope="col">{words.s(|t| t.requirements.gap_column)}</th>
                    <th scope="col">{words.s(|t| t.requirements.weakest_column)}</th>
                    <th scope="col" class="num">{words.s(|t| t.requirements.score)}</th>
                    <th scope="col">{words.s(|t| t.requirements.verdict_column)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Shows a rating of 1 to 5 as the place of a dot, with its number.
fn dots(rating: Option<u8>) -> AnyView {
    let Some(rating) = rating else {
        return view! { <span class="quiet">{format::MISSING}</span> }.into_any();
    };
    let places = (1..=5).map(|place| view! { <i class:here=place == rating aria-hidden="true"></i> });
    view! { <span class="rating-dots">{places.collect_view()}<span>{rating}</span></span> }.into_any()
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
            let core = 6 - module.factors.non_core?.get();
            let mark = match (module.core, module.measure_named) {
                (Some(true), _) => Mark::Core,
                (_, Some(false)) => Mark::NotYet,
                _ => Mark::Measurable,
            };
            Some(Point { name: module.clause(), core, standard: module.factors.standardised?.get(), mark })
        };
        let points: Vec<Point> = requirements.modules.iter().filter_map(|module| point(module)).collect();
        let chart_words = quadrant::Words {
            x: text.requirements.quadrant_x.to_owned(),
            y: text.requirements.quadrant_y.to_owned(),
            names: text.requirements.quadrant_names.map(str::to_owned),
        };
        quadrant::draw(&points, &chart_words, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let row = |module: &Module| {
            let judged = judge(module);
            let rating = |rating: Option<crate::domain::scale::Rating>| {
                rating.map_or_else(|| format::MISSING.to_owned(), |rating| rating.get().to_string())
            };
            vec![
                format!("{} {}", module.clause(), module.name),
                rating(module.factors.non_core),
                rating(module.factors.standardised),
                format::number_or_missing(judged.score, 1),
                (text.requirements.verdict)(judged.verdict).to_owned(),
            ]
        };
        FigureTable {
            heads: vec![
                text.requirements.module_name.to_owned(),
                (text.requirements.factor)(Factor::NonCore).to_owned(),
                (text.requirements.factor)(Factor::Standardised).to_owned(),
                text.requirements.score.to_owned(),
                String::new(),
            ],
            rows: requirements.modules.iter().map(|module| row(module)).collect(),
        }
    });
    view! { <Figure caption=words.s(|t| t.requirements.quadrant_caption) svg table_label=words.s(|t| t.common.as_table) table/> }
}

fn module(row: Row<Module>) -> AnyView {
    let words = use_words();
    let judged = Memo::new(move |_| row.item().map(|module| judge(&module)));
    let chosen = bind!(row, chosen);
    let factors = Factor::ALL.map(|factor| {
        let bound = row.bind(factor.code(), move |module| factor.of(&module.factors), move |module, rating| factor.set(&mut module.factors, rating));
        view! { <div class="w3">{rating(words.s(move |t| (t.requirements.factor)(factor)), bound, false)}</div> }
    });
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
            judged.weakest.map(|factor| (text.requirements.weakest)((text.requirements.factor)(factor)));
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
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w5">{text(words.s(|t| t.requirements.module_name), bind!(row, name))}</div>
                <div class="w3">{yes_no(words, words.s(|t| t.requirements.core), bind!(row, core))}</div>
                <div class="w4">{yes_no(words, words.s(|t| t.requirements.measure_named), bind!(row, measure_named))}</div>
                {factors}
                <div class="w9">{text(words.s(|t| t.requirements.gap), bind!(row, gap))}</div>
                <div class="w3"><Checkbox label=words.s(|t| t.requirements.chosen) value=chosen.value on_input=chosen.set/></div>
            </div>
            {verdict}
            <Calculation label=words.s(|t| t.common.how_computed) steps=Signal::derive(move || judged.get().map(|judged| steps(words.get(), &judged)).unwrap_or_default())/>
            {item_actions(row)}
        </Clause>
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
