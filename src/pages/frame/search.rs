//! Search over the open project and commands, one list for both.

use leptos::html::Input;
use leptos::prelude::*;

use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::frame::keys::SearchOpen;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::dialog::Dialog;

const SHOWN: usize = 12;

#[derive(Clone, PartialEq)]
struct Hit {
    clause: String,
    words: String,
    href: String,
}

fn pages(text: &'static Text, project: &Project, hits: &mut Vec<Hit>) {
    let id = project.id;
    let mut page = |clause: String, words: &str, target: Page| {
        hits.push(Hit { clause, words: words.to_owned(), href: Route::Project(id, target).href() });
    };
    page("0".to_owned(), text.frame.overview, Page::Overview);
    for task in Task::ALL {
        page(task.number(), (text.common.task)(task), Page::Task(task));
    }
    page(String::new(), text.frame.settings, Page::Settings);
}

fn items<T: Item>(
    register: &Register<T>,
    project: &Project,
    task: Task,
    name: fn(&T) -> &str,
    hits: &mut Vec<Hit>,
) {
    let route = Route::Project(project.id, Page::Task(task));
    for item in register.iter() {
        let clause = item.clause();
        hits.push(Hit { href: route.href_to(&clause), words: name(item).to_owned(), clause });
    }
}

fn all_hits(text: &'static Text, project: &Project) -> Vec<Hit> {
    let mut hits = Vec::new();
    pages(text, project, &mut hits);
    let (requirements, selection) = (&project.requirements, &project.selection);
    items(&requirements.goals, project, Task::Goals, |goal| &goal.outcome, &mut hits);
    items(&requirements.modules, project, Task::Screening, |module| &module.name, &mut hits);
    items(&requirements.features, project, Task::Scope, |feature| &feature.name, &mut hits);
    items(&requirements.sla, project, Task::Sla, |line| &line.measure, &mut hits);
    items(&project.team.roles, project, Task::People, |role| &role.name, &mut hits);
    items(&project.team.activities, project, Task::Raci, |activity| &activity.name, &mut hits);
    items(&selection.gates, project, Task::Qualify, |gate| &gate.name, &mut hits);
    items(&selection.criteria, project, Task::Capability, |criterion| &criterion.name, &mut hits);
    items(
        &project.collaboration.milestones,
        project,
        Task::Milestones,
        |milestone| &milestone.name,
        &mut hits,
    );
    items(&project.risk.risks, project, Task::Register, |risk| &risk.event, &mut hits);
    items(&project.performance.kpis, project, Task::Kpis, |kpi| &kpi.name, &mut hits);
    for vendor in selection.vendors.iter() {
        let href = Route::Project(project.id, Page::Vendor(vendor.id)).href();
        hits.push(Hit { clause: vendor.clause(), words: vendor.name.clone(), href });
    }
    hits
}

/// Shows the search while it is open.
#[component]
pub fn Search(
    /// The page shown.
    route: Memo<Route>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let open = expect_context::<SearchOpen>().0;
    let query = RwSignal::new(String::new());
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if open.get() {
            query.set(String::new());
        }
        if let Some(field) = field.get() {
            // A field that cannot take the focus can still be clicked.
            let _ = field.focus();
        }
    });
    let hits = Memo::new(move |_| {
        let text = words.get();
        let wanted = query.get().trim().to_lowercase();
        let mut hits = vec![
            Hit { clause: String::new(), words: text.frame.projects.to_owned(), href: Route::Start.href() },
            Hit { clause: String::new(), words: text.frame.help.to_owned(), href: Route::Help.href() },
        ];
        if open.get() && matches!(route.get(), Route::Project(..)) {
            hits.extend(all_hits(text, &workspace.project()));
        }
        hits.retain(|hit| {
            hit.clause.to_lowercase().contains(&wanted) || hit.words.to_lowercase().contains(&wanted)
        });
        hits.truncate(SHOWN);
        hits
    });
    let list = move || {
        let items = hits.get().into_iter().map(|hit| {
            view! {
                <li>
                    <a href=hit.href on:click=move |_| open.set(false)>
                        <span class="number">{hit.clause}</span>
                        <bdi>{hit.words}</bdi>
                    </a>
                </li>
            }
        });
        items.collect_view()
    };
    let go_first = move |event: leptos::ev::KeyboardEvent| {
        let first = hits.with_untracked(|hits| hits.first().map(|hit| hit.href.clone()));
        if let (Some(href), "Enter", false) = (first, event.key().as_str(), event.is_composing()) {
            crate::state::place::go_href(&href);
            open.set(false);
        }
    };
    view! {
        <Dialog open title=words.s(|t| t.frame.search_action)>
            <div class="search">
                <div class="field">
                    <input
                        type="text"
                        node_ref=field
                        aria-label=move || words.get().frame.search_action
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || query.get()
                        on:input=move |event| query.set(event_target_value(&event))
                        on:keydown=go_first
                    />
                </div>
                <ul class="search-list">{list}</ul>
            </div>
        </Dialog>
    }
}
