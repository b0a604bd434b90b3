//! One thread: from the goal to what a miss costs, with every break in words.

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::performance::Kpi;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::trace::{Break, Chain, breaks, chains};
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
        let whole = threads
            .with(|threads| threads.iter().filter(|thread| thread.is_whole(&workspace.project())).count());
        (words.get().trace.lead)(threads.with(Vec::len), whole, broken.with(Vec::len))
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
    let to_goals = move |()| place::go(Route::Project(workspace.id(), Page::Task(Task::Goals)));
    view! {
        <StageSheet page=Page::Trace wide=true>
            <Show when=fact(move || threads.with(|threads| !threads.is_empty())) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.trace.empty)><Button kind=ButtonKind::Primary label=words.s(|t| t.trace.to_goals) on_press=to_goals/></EmptyState>
            }>
                <Finding clauses=finding/>
                {list()}
                <SheetSection number="1.8.2" title=words.s(|t| t.trace.threads_head)>{table()}</SheetSection>
            </Show>
        </StageSheet>
    }
}

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
        Break::AimlessFeature(feature) | Break::UnguardedFeature(feature) => {
            Chain { feature: Some(feature), ..none }
        }
        Break::LooseSla(line) | Break::UnmeasuredSla(line) | Break::FreeSla(line) => {
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
        Break::AimlessFeature(_) | Break::LooseSla(_) | Break::FreeSla(_) | Break::LooseKpi(_) => {
            view! { <a href=place.href aria-label=name>{label}</a> }.into_any()
        }
        _ => mend_button(broken, label, name),
    };
    view! { <li><bdi>{said}</bdi>{way}</li> }.into_any()
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
        Break::AimlessFeature(_) | Break::LooseSla(_) | Break::FreeSla(_) | Break::LooseKpi(_) => (),
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
    let words = &facts.text.trace;
    let heads = words.columns.map(|head| view! { <th scope="col">{head}</th> });
    let rows = threads.iter().map(|thread| {
        let gaps = thread.gaps(&facts.project);
        let cells = places(facts, thread).into_iter().enumerate().map(|(at, place)| {
            let head = words.columns.get(at).copied().unwrap_or_default();
            match place {
                Some(Place { href, name }) => {
                    view! { <td data-head=head><a href=href><bdi>{name}</bdi></a></td> }.into_any()
                }
                None if gaps.get(at) == Some(&true) => {
                    view! { <td data-head=head><Tag kind=TagKind::Due label=words.missing/></td> }.into_any()
                }
                None => view! { <td data-head=head class="quiet">"—"</td> }.into_any(),
            }
        });
        let cells: Vec<_> = cells.collect();
        let penalty = thread
            .sla
            .and_then(|line| facts.project.requirements.sla.get(line))
            .map(|line| line.penalty.trim().to_owned());
        let [.., last] = words.columns;
        let cost = match penalty {
            Some(penalty) if penalty.is_empty() => {
                view! { <td data-head=last><Tag kind=TagKind::Due label=words.missing/></td> }.into_any()
            }
            Some(penalty) => view! { <td data-head=last><bdi>{penalty}</bdi></td> }.into_any(),
            None => view! { <td data-head=last class="quiet">"—"</td> }.into_any(),
        };
        view! { <tr>{cells}{cost}</tr> }
    });
    view! { <table class="table threads"><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }
        .into_any()
}
