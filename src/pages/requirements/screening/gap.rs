//! The capability gap: which skills the service needs, what is missing, and what becomes a criterion for vendors.

use leptos::prelude::*;

use crate::charts::gap::{self as chart_of_gap, Level};
use crate::charts::palette::Palette;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::gap::{Gaps, Skill};
use crate::domain::requirements::{Module, Requirements};
use crate::domain::scale::Score;
use crate::domain::selection::Selection;
use crate::domain::selection::deciding::Lock;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::gap::GapText;
use crate::i18n::{Text, format};
use crate::pages::chart::{Chart, chart};
use crate::pages::form::{Field, control, form};
use crate::pages::list::{Column, List, list, use_facts};
use crate::pages::parts::{add_button, from_template, is_empty};
use crate::state::focus;
use crate::state::notices::{Notice, use_notices};
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::empty_state::EmptyState;
use crate::ui::figure::FigureTable;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static SKILLS: List<Skill> = List {
    name: |text| text.gap.head,
    columns: COLUMNS,
    is_wrong: |_, _| false,
    form: |row| form(row, FIELDS),
    add: |text| text.gap.add_skill,
    fill: |skill| skill.weight = Some(10),
};

/// Says a figure that has to be there.
fn figure(text: &'static Text, value: Option<u32>) -> Said {
    match value {
        Some(value) => Said::Number(value.to_string()),
        None => Said::Tag(TagKind::Problem, text.common.to_fill.to_owned()),
    }
}

const COLUMNS: &[Column<Skill>] = &[
    Column::new(|text| text.gap.skill, |_, skill| Said::Text(skill.name.clone())),
    Column::number(|text| text.gap.weight, |facts, skill| figure(facts.text, skill.weight)),
    Column::number(
        |text| text.gap.required_column,
        |facts, skill| figure(facts.text, skill.required.map(|level| level.get().into())),
    ),
    Column::number(
        |text| text.gap.present_column,
        |facts, skill| figure(facts.text, skill.present.map(|level| level.get().into())),
    ),
    Column::number(
        |text| text.gap.after_column,
        |_, skill| Said::Number(skill.after.map(|level| level.get().to_string()).unwrap_or_default()),
    ),
    Column::new(
        |text| text.gap.module,
        |facts, skill| {
            let module = skill.module.and_then(|id| facts.project.requirements.modules.get(id));
            Said::Text(module.map(|module| module.name.clone()).unwrap_or_default())
        },
    ),
];

/// Makes a field whose label stands in the words of the gap.
macro_rules! skill {
    ($width:literal $kind:ident $([$($more:tt)*])? $field:ident: $label:ident) => {
        Field {
            width: $width,
            name: stringify!($field),
            label: |text: &'static Text| text.gap.$label,
            control: control!($kind [$($($more)*)?] $field),
            missing: None,
        }
    };
}

const FIELDS: &[Field<Skill>] = &[
    skill!(6 Line name: skill),
    skill!(4 Link [Module, |module| module.name.clone()] module: module),
    skill!(2 Whole [100] weight: weight),
    skill!(4 Mark [0, 5] required: required),
    skill!(4 Mark [0, 5] present: present),
    skill!(4 Mark [0, 5] after: after),
    skill!(12 Line basis: basis),
];

/// Shows the skills with their gaps.
#[component]
pub fn CapabilityGap(
    /// The number of the section.
    #[prop(into)]
    number: Signal<String>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Skill>();
    let gaps = kept(move || workspace.section::<Requirements>().gaps());
    let finding = Signal::derive(move || {
        let words = &words.get().gap;
        let share = gaps.with(|gaps| gaps.share);
        let percent = |value| format::number(value, 1);
        share
            .map(|share| (words.finding)(&percent(share.gap_pct), &percent(share.after_coverage_pct())))
            .unwrap_or_else(|| vec![words.nothing_known.to_owned()])
    });
    let steps = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        gaps.with(|gaps| steps(&words.get().gap, &requirements, gaps))
    });
    let has_share = move || gaps.with(|gaps| gaps.share.is_some());
    view! {
        <SheetSection number title=words.s(|t| t.gap.head)>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.gap.empty)>
                    {from_template(Content::Skills, true)}
                    {add_button::<Skill>(words.s(SKILLS.add), ButtonKind::Plain, SKILLS.fill)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <Show when=fact(has_share)><Calculation label=words.s(|t| t.common.how_computed) steps/></Show>
                {list(&SKILLS, from_template(Content::Skills, false))}
                <p class="hint">{words.s(|t| t.gap.levels)}</p>
                <Show when=fact(has_share)><div class="section beside"><GapChart/><Shortfalls/></div></Show>
            </Show>
        </SheetSection>
    }
}

fn steps(words: &'static GapText, requirements: &Requirements, gaps: &Gaps) -> Steps {
    let known: Vec<_> =
        requirements.skills.iter().filter_map(|skill| Some((skill, skill.capability()?))).collect();
    let sum = |of: &dyn Fn(usize, u32, f64) -> String| {
        let terms = known.iter().enumerate();
        terms.map(|(at, (_, one))| of(at, one.weight, one.required)).collect::<Vec<_>>().join(" + ")
    };
    let line = |at: usize| gaps.lines.get(at).copied();
    let now = sum(&|at, weight, _| format!("{weight}×{}", line(at).map_or(0.0, |gap| gap.now)));
    let after = sum(&|at, weight, _| format!("{weight}×{}", line(at).map_or(0.0, |gap| gap.after)));
    let needed = sum(&|_, weight, required| format!("{weight}×{required}"));
    let percent = |value: f64| format::number(value, 1);
    let formula = gaps.share.map(|share| {
        let rest =
            format!("100 − {} = {}", percent(share.after_gap_pct), percent(share.after_coverage_pct()));
        let (gap, left) = (percent(share.gap_pct), percent(share.after_gap_pct));
        format!("100 × ({now}) / ({needed}) = {gap}\n100 × ({after}) / ({needed}) = {left}\n{rest}")
    });
    let inputs = known.iter().enumerate().map(|(at, (skill, one))| {
        let gap = line(at).map_or(0.0, |gap| gap.now);
        let name = format!("{} {}", skill.clause(), skill.name);
        Input::here((name, format!("max(0, {} − {}) = {gap}", one.required, one.current)))
    });
    Steps { rule: words.rule.to_owned(), formula: formula.unwrap_or_default(), inputs: inputs.collect() }
}

/// Draws the levels of the skills that are filled in.
#[component]
fn GapChart() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let svg = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let level = |skill: &Skill| {
            skill.capability()?;
            Some(Level {
                name: format!("{} {}", skill.clause(), skill.name),
                required: skill.required?.get(),
                present: skill.present?.get(),
                after: skill.after.map(|level| level.get()),
            })
        };
        let levels: Vec<_> = requirements.skills.iter().filter_map(|skill| level(skill)).collect();
        let key = words.get().gap.key.map(str::to_owned);
        chart_of_gap::draw(&levels, &key, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let words = &words.get().gap;
        let requirements = workspace.section::<Requirements>();
        let row = |skill: &Skill| {
            let one = skill.capability()?;
            let level = |value: f64| format::number(value, 0);
            let with_vendor = one.current.max(one.vendor.unwrap_or(0.0));
            let gap = |level: f64| (one.required - level).max(0.0);
            Some(vec![
                format!("{} {}", skill.clause(), skill.name),
                one.weight.to_string(),
                level(one.required),
                level(one.current),
                level(gap(one.current)),
                format::number_or_missing(one.vendor, 0),
                level(gap(with_vendor)),
            ])
        };
        let heads = [
            words.skill,
            words.weight,
            words.required_column,
            words.present_column,
            words.gap,
            words.after_column,
            words.gap_left,
        ];
        FigureTable {
            heads: heads.map(str::to_owned).to_vec(),
            rows: requirements.skills.iter().filter_map(|skill| row(skill)).collect(),
        }
    });
    let caption = words.s(|t| t.gap.caption);
    chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false })
}

/// Lists the skills with a gap, each with the criterion it became or the way to make it one.
#[component]
fn Shortfalls() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let workspace = use_workspace();
    let short = kept(move || {
        let requirements = workspace.section::<Requirements>();
        let short = requirements.skills.iter().filter(|skill| skill.is_short());
        short.map(|skill| skill.id.bits()).collect::<Vec<_>>()
    });
    let lead = live(move || {
        let text = &words.get().gap;
        let lead = match (short.with(Vec::is_empty), workspace.section::<Selection>().lock_on_criteria()) {
            (true, _) => text.none_short,
            (false, None) => text.short_lead,
            (false, Some(lock)) => {
                let (why, action) = (text.locked)(lock);
                let task = match lock {
                    Lock::Scores(_) => Task::Capability,
                    Lock::Decision(_) => Task::Decide,
                };
                let href = facts.get().link(task, "");
                return view! { <p>{why}" "<a href=href>{action}</a></p> }.into_any();
            }
        };
        view! { <p>{lead}</p> }.into_any()
    });
    view! {
        <div class="reading">
            <h3>{words.s(|t| t.gap.short_head)}</h3>
            {lead}
            <ul class="shortfalls">{each(move || short.get(), |bits| shortfall(Id::fixed(bits)))}</ul>
        </div>
    }
}

fn shortfall(id: Id<Skill>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let facts = use_facts();
    let row = workspace.row::<Skill>(id);
    let make = move |()| {
        let mut next = workspace.project_now();
        let Some(skill) = next.requirements.skills.get(id).cloned() else { return };
        let words = &words.now().gap;
        let level = |score: Option<Score>| score.map_or(0, |score| score.get());
        let added = next.add_criterion_of(id, workspace.new_id(), |criterion| {
            criterion.hint = (words.criterion_hint)(level(skill.required), level(skill.present));
            criterion.anchors = words.anchors.map(str::to_owned);
        });
        if let Some(clause) = added {
            let step = Step::new(Verb::Add, clause);
            workspace.edit_project(step.clone(), |project| *project = next);
            notices.show(Notice::Done(step));
            focus::item_once_shown(&format!("gap-{}", skill.clause()));
        }
    };
    let title = live(move || {
        let (clause, name) = (row.clause(), row.get(|skill| skill.name.clone()));
        view! { <span class="number">{clause}</span>" "<bdi>{name}</bdi> }
    });
    let action = live(move || {
        let facts = facts.get();
        let (text, project) = (&facts.text.gap, &facts.project);
        let skill = row.item()?;
        let criterion = project.criterion_of(&skill).and_then(|id| project.selection.criteria.get(id));
        match criterion {
            Some(criterion) => {
                let clause = criterion.clause();
                let href = facts.link(Task::Capability, &clause);
                Some(view! { <a href=href>{(text.is_criterion)(&clause)}</a> }.into_any())
            }
            None if project.may_become_criterion(&skill) => {
                let name = words.built(move |t| format!("{} {}", t.gap.make, row.clause()));
                Some(
                    view! { <Button kind=ButtonKind::Text label=words.s(|t| t.gap.make) name on_press=make/> }
                        .into_any(),
                )
            }
            None if skill.name.trim().is_empty() => {
                Some(view! { <span class="hint">{text.name_first}</span> }.into_any())
            }
            None => None,
        }
    });
    let place = Signal::derive(move || format!("c-gap-{}", row.clause()));
    view! { <li id=place tabindex="-1"><p>{title}</p>{action}</li> }.into_any()
}
