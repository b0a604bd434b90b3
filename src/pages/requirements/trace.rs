//! One thread: from the goal to what a miss costs, with every break in words.

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::performance::Kpi;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::trace::{Break, Chain, Ending, breaks, chains};
use crate::domain::requirements::{Feature, SlaLine};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::StageSheet;
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::workspace::{Cell, Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::use_read_only;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// Shows the page.
#[component]
pub fn TracePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let threads = kept(move || chains(&workspace.project()));
    let broken = kept(move || breaks(&workspace.project()));
    let finding = Signal::derive(move || {
        let project = workspace.project();
        let count = |is: fn(&Chain, &Project) -> bool| {
            threads.with(|threads| threads.iter().filter(|thread| is(thread, &project)).count())
        };
        let (whole, early) = (count(Chain::is_whole), count(Chain::ends_early));
        (words.get().trace.lead)([threads.with(Vec::len), whole, early, broken.with(Vec::len)])
    });
    let list = move || {
        live(move || {
            let facts = facts.get();
            let items: Vec<_> = broken.get().into_iter().map(|place| broken_line(&facts, place)).collect();
            (!items.is_empty()).then(|| {
            view! { <SheetSection number="1.8.1" title=words.s(|t| t.trace.breaks_head)><ul class="breaks">{items}</ul></SheetSection> }
        })
        })
    };
    let table = move || {
        live(move || {
            let facts = facts.get();
            threads.with(|threads| thread_table(&facts, threads))
        })
    };
    let table_number =
        Signal::derive(move || format!("1.8.{}", if broken.with(Vec::is_empty) { 1 } else { 2 }));
    let to_goals = move |()| place::go(Route::Project(workspace.id(), Page::Task(Task::Goals)));
    view! {
        <StageSheet page=Page::Trace wide=true>
            <Show when=fact(move || threads.with(|threads| !threads.is_empty())) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.trace.empty)><Button kind=ButtonKind::Primary label=words.s(|t| t.trace.to_goals) on_press=to_goals/></EmptyState>
            }>
                <Finding clauses=finding/>
                {list()}
                <SheetSection number=table_number title=words.s(|t| t.trace.threads_head)>{table()}<p class="hint">{words.s(|t| t.trace.cost_note)}</p></SheetSection>
            </Show>
        </StageSheet>
    }
}

/// Where the service level stands in a thread.
const SLA: usize = 3;

/// Where an item is edited, and what it is called.
#[derive(Clone, Default)]
struct Place {
    href: String,
    name: String,
}

fn place_of<T: Item>(
    facts: &Facts,
    task: Task,
    register: &Register<T>,
    id: Option<Id<T>>,
    name: fn(&T) -> &str,
) -> Option<Place> {
    let item = register.get(id?)?;
    let name = format!("{} {}", item.clause(), name(item));
    Some(Place { href: facts.link(task, &item.clause()), name: name.trim_end().to_owned() })
}

/// Returns the places of a thread; nothing where it is broken or has ended.
fn places(facts: &Facts, thread: &Chain) -> [Option<Place>; 5] {
    let requirements = &facts.project.requirements;
    let kpis = &facts.project.performance.kpis;
    [
        place_of(facts, Task::Goals, &requirements.goals, thread.goal, |goal| &goal.outcome),
        place_of(facts, Task::Screening, &requirements.modules, thread.module, |module| &module.name),
        place_of(facts, Task::Scope, &requirements.features, thread.feature, |feature| &feature.name),
        place_of(facts, Task::Sla, &requirements.sla, thread.sla, |line| &line.measure),
        place_of(facts, Task::Kpis, kpis, thread.kpi, |kpi| &kpi.name),
    ]
}

/// Returns the thread a break is in, as far as it matters for its name.
fn thread_of(place: Break) -> Chain {
    let none = Chain::default();
    match place {
        Break::UnservedGoal(goal) => Chain { goal: Some(goal), ..none },
        Break::EmptyModule(module) => Chain { module: Some(module), ..none },
        Break::AimlessFeature(feature)
        | Break::HomelessFeature(feature)
        | Break::OutsideFeature(feature)
        | Break::UnguardedFeature(feature) => Chain { feature: Some(feature), ..none },
        Break::LooseSla(line) | Break::UnmeasuredSla(line) | Break::FreeSla(line) | Break::VagueSla(line) => {
            Chain { sla: Some(line), ..none }
        }
        Break::LooseKpi(kpi) => Chain { kpi: Some(kpi), ..none },
    }
}

/// Says where a thread breaks, with what mends it.
fn broken_line(facts: &Facts, broken: Break) -> AnyView {
    let words = &facts.text.trace;
    let place = places(facts, &thread_of(broken)).into_iter().flatten().next().unwrap_or_default();
    let said = (words.said)(broken, &place.name);
    let label = (words.mend)(broken);
    let name = format!("{label}: {}", place.name);
    let way = match broken {
        Break::UnservedGoal(_)
        | Break::EmptyModule(_)
        | Break::UnguardedFeature(_)
        | Break::UnmeasuredSla(_) => mend_button(broken, label, name),
        Break::AimlessFeature(_)
        | Break::HomelessFeature(_)
        | Break::OutsideFeature(_)
        | Break::LooseSla(_)
        | Break::FreeSla(_)
        | Break::VagueSla(_)
        | Break::LooseKpi(_) => view! { <a href=place.href aria-label=name>{label}</a> }.into_any(),
    };
    view! { <li><bdi>{said}</bdi><span class="menders">{module_link(facts, broken)}{way}</span></li> }
        .into_any()
}

/// Leads to the module of a feature that stands outside: whether it suits is judged there before it is chosen.
fn module_link(facts: &Facts, broken: Break) -> Option<AnyView> {
    let Break::OutsideFeature(feature) = broken else { return None };
    let module = facts.project.requirements.features.get(feature)?.module;
    let [_, module, ..] = places(facts, &Chain { module, ..Chain::default() });
    let Place { href, name } = module?;
    let label = facts.text.trace.choose_module;
    Some(view! { <a href=href aria-label=format!("{label}: {name}")>{label}</a> }.into_any())
}

/// Shows the button that makes what is missing.
fn mend_button(broken: Break, label: &'static str, name: String) -> AnyView {
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let press = move |()| {
        if let Some(done) = mend(workspace, broken) {
            notices.show(done);
        }
    };
    view! {
        <Show when=fact(move || !read_only.get())><Button kind=ButtonKind::Text label=label.to_owned() name=name.clone() on_press=press/></Show>
    }
    .into_any()
}

/// Makes what is missing. What still has to be written is led to; an indicator is whole and stays a word with the way back.
fn mend(workspace: Workspace, broken: Break) -> Option<Notice> {
    match broken {
        Break::UnservedGoal(goal) => {
            make::<Feature>(workspace, Task::Scope, |feature| feature.goal = Some(goal));
        }
        Break::EmptyModule(module) => {
            let module = workspace.project_now().requirements.modules.get(module)?.clone();
            make::<Feature>(workspace, Task::Scope, |feature| feature.begin(&module));
        }
        Break::UnguardedFeature(feature) => {
            make::<SlaLine>(workspace, Task::Sla, |line| line.feature = Some(feature));
        }
        Break::UnmeasuredSla(line) => {
            let line = (**workspace.project_now().requirements.sla.get(line)?).clone();
            let kpi = workspace.add_item::<Kpi>(|kpi| kpi.measure(&line));
            let clause = workspace.project_now().performance.kpis.get(kpi)?.clause();
            return Some(Notice::Done(Step::new(Verb::Add, clause)));
        }
        Break::AimlessFeature(_)
        | Break::HomelessFeature(_)
        | Break::OutsideFeature(_)
        | Break::LooseSla(_)
        | Break::FreeSla(_)
        | Break::VagueSla(_)
        | Break::LooseKpi(_) => (),
    }
    None
}

/// Adds an item and goes to where the rest of it is written.
fn make<T: Held>(workspace: Workspace, task: Task, fill: impl FnOnce(&mut T))
where
    T::Section: Cell,
{
    let id = workspace.add_item(fill);
    let clause = <T::Section as Cell>::cell(workspace)
        .with_untracked(|section| T::register(section).get(id).map(|item| item.clause()));
    if let Some(clause) = clause {
        let route = Route::Project(workspace.id(), Page::Task(task));
        place::go_href(&route.href_to(&clause));
    }
}

/// Shows every thread as a row.
fn thread_table(facts: &Facts, threads: &[Chain]) -> AnyView {
    let heads = facts.text.trace.columns.map(|head| view! { <th scope="col">{head}</th> });
    let rows = threads.iter().map(|thread| {
        let cells = link_cells(facts, thread).into_iter().chain([cost(facts, thread)]);
        let cells = facts.text.trace.columns.into_iter().zip(cells).map(|(head, cell)| match cell {
            Some(cell) => view! { <td data-head=head>{cell}</td> }.into_any(),
            None => view! { <td data-head=head class="quiet">"—"</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! { <table class="table threads"><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }
        .into_any()
}

/// Says each link of a thread, or why it is not there; nothing where the thread has ended.
fn link_cells(facts: &Facts, thread: &Chain) -> Vec<Option<AnyView>> {
    let words = &facts.text.trace;
    let due = |label: &'static str| view! { <Tag kind=TagKind::Due label/> };
    let mut end = thread.ending(&facts.project).map(|ending| {
        let said = match ending {
            Ending::Reason(reason) => format!("{}{reason}", words.reasoned),
            Ending::NotRequired => words.not_required.to_owned(),
        };
        view! { <span class="quiet"><bdi>{said}</bdi></span> }.into_any()
    });
    let cells = places(facts, thread).into_iter().zip(thread.gaps(&facts.project));
    cells
        .enumerate()
        .map(|(at, (place, is_gap))| match place {
            Some(Place { href, name }) => {
                let tag = is_gap.then(|| due(words.not_chosen));
                Some(view! { <span><a href=href><bdi>{name}</bdi></a>" "{tag}</span> }.into_any())
            }
            None if is_gap => Some(due(words.missing).into_any()),
            None if at == SLA => end.take(),
            None => None,
        })
        .collect()
}

/// Says what a miss costs.
fn cost(facts: &Facts, thread: &Chain) -> Option<AnyView> {
    let words = &facts.text.trace;
    let line = facts.project.requirements.sla.get(thread.sla?)?;
    let penalty = line.penalty.trim().to_owned();
    let tag = match (penalty.is_empty(), line.names_amount()) {
        (true, _) => Some(words.missing),
        (false, false) => Some(words.no_amount),
        (false, true) => None,
    };
    let tag = tag.map(|label| view! { <Tag kind=TagKind::Due label/> });
    Some(view! { <span><bdi>{penalty}</bdi>" "{tag}</span> }.into_any())
}
