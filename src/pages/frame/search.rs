//! Search over the open project and commands, one list for both.

use leptos::html::Input;
use leptos::prelude::*;

use crate::domain::language::Language;
use crate::domain::paper::PaperKind;
use crate::domain::performance::payment::Statement;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::Scenario;
use crate::domain::task::{Stage, Task};
use crate::i18n::context::use_words;
use crate::i18n::{Text, titles};
use crate::pages::frame::keys::{SearchOpen, redo, undo};
use crate::pages::{beside, name};
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::notices::use_notices;
use crate::state::place;
use crate::state::preferences::{Theme, use_preferences};
use crate::state::workspace::use_workspace;
use crate::ui::dialog::Dialog;
use crate::ui::live::{Kept, Show, fact, follow, kept};

const SHOWN: usize = 12;

/// Something the search can do besides leading somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    SaveFile,
    Print,
    Undo,
    Redo,
    OtherLanguage,
    OtherTheme,
}

#[derive(Clone, Debug, PartialEq)]
enum Target {
    Place(String),
    Act(Command),
}

#[derive(Clone, PartialEq)]
struct Hit {
    clause: String,
    words: String,
    target: Target,
}

impl Hit {
    fn place(clause: String, words: &str, href: String) -> Self {
        Self { clause, words: words.to_owned(), target: Target::Place(href) }
    }
    fn act(words: &str, command: Command) -> Self {
        Self { clause: String::new(), words: words.to_owned(), target: Target::Act(command) }
    }
}

/// What can be done or opened without a project.
fn everywhere(text: &'static Text) -> Vec<Hit> {
    let place = |words: &str, route: Route| Hit::place(String::new(), words, route.href());
    vec![
        place(text.frame.projects, Route::Start),
        place(text.frame.import_title, Route::Import),
        place(text.frame.app_settings, Route::Settings),
        place(text.frame.help, Route::Help),
        Hit::act(text.frame.other_language, Command::OtherLanguage),
        Hit::act(text.frame.other_theme, Command::OtherTheme),
    ]
}

fn pages(text: &'static Text, project: &Project, hits: &mut Vec<Hit>) {
    let id = project.id;
    let mut page = |clause: String, words: &str, target: Page| {
        hits.push(Hit::place(clause, words, Route::Project(id, target).href()));
    };
    page("0".to_owned(), text.frame.overview, Page::Overview);
    for task in Task::ALL {
        page(task.number(), (text.common.task)(task), Page::Task(task));
    }
    for (number, target) in beside(Stage::Requirements) {
        page((*number).to_owned(), name(text, *target), *target);
    }
    page(String::new(), text.overview.documents_title, Page::Paper(PaperKind::Specification));
    page(String::new(), text.frame.project_settings, Page::Settings);
    for (words, command) in [
        (text.frame.save_action, Command::SaveFile),
        (text.frame.print_action, Command::Print),
        (text.frame.undo_action, Command::Undo),
        (text.frame.redo_action, Command::Redo),
    ] {
        hits.push(Hit::act(words, command));
    }
}

fn items<T: Item>(
    register: &Register<T>,
    project: &Project,
    page: impl Into<Page>,
    name: impl Fn(&T) -> String,
    hits: &mut Vec<Hit>,
) {
    let route = Route::Project(project.id, page.into());
    for item in register.iter() {
        let clause = item.clause();
        let href = route.href_to(&clause);
        hits.push(Hit::place(clause, &name(item), href));
    }
}

fn all_hits(text: &'static Text, project: &Project) -> Vec<Hit> {
    let mut hits = Vec::new();
    pages(text, project, &mut hits);
    let (requirements, selection) = (&project.requirements, &project.selection);
    items(&requirements.goals, project, Task::Goals, |goal| goal.outcome.clone(), &mut hits);
    items(&requirements.modules, project, Task::Screening, |module| module.name.clone(), &mut hits);
    items(&requirements.skills, project, Task::Screening, |skill| skill.name.clone(), &mut hits);
    items(&requirements.features, project, Task::Scope, |feature| feature.name.clone(), &mut hits);
    items(&requirements.processes, project, Task::Scope, |process| process.name.clone(), &mut hits);
    items(&requirements.sla, project, Task::Sla, |line| line.measure.clone(), &mut hits);
    items(&requirements.changes, project, Task::SignOff, |change| change.what.clone(), &mut hits);
    let situation = |scenario: &Scenario| scenario.situation.clone();
    items(&requirements.scenarios, project, Page::Understanding, situation, &mut hits);
    let asked = |question: &Question| question.text.clone();
    items(&requirements.questions, project, Page::Understanding, asked, &mut hits);
    items(&project.team.roles, project, Task::People, |role| role.name.clone(), &mut hits);
    items(&project.team.activities, project, Task::Raci, |activity| activity.name.clone(), &mut hits);
    items(&selection.gates, project, Task::Qualify, |gate| titles::gate(text, selection, gate), &mut hits);
    items(&selection.criteria, project, Task::Capability, |criterion| criterion.name.clone(), &mut hits);
    items(&selection.evaluators, project, Task::Capability, |evaluator| evaluator.name.clone(), &mut hits);
    items(&selection.cases, project, Task::Cases, |case| case.client.clone(), &mut hits);
    let collaboration = &project.collaboration;
    items(&collaboration.meetings, project, Task::Cadence, |meeting| meeting.name.clone(), &mut hits);
    items(
        &collaboration.milestones,
        project,
        Task::Milestones,
        |milestone| milestone.name.clone(),
        &mut hits,
    );
    items(&collaboration.response, project, Task::Response, |level| level.meaning.clone(), &mut hits);
    items(&collaboration.channels, project, Page::Channels, |channel| channel.what.clone(), &mut hits);
    items(&collaboration.sites, project, Page::Sites, |site| site.name.clone(), &mut hits);
    items(&collaboration.checks, project, Task::Quality, |record| record.what.clone(), &mut hits);
    items(&collaboration.rework, project, Task::Quality, |rework| rework.what.clone(), &mut hits);
    items(&collaboration.calendars, project, Task::Response, |calendar| calendar.name.clone(), &mut hits);
    items(&collaboration.tickets, project, Page::Log, |ticket| ticket.title.clone(), &mut hits);
    items(&project.risk.risks, project, Task::Register, |risk| risk.event.clone(), &mut hits);
    let security = &project.risk.security;
    items(&security.agreements, project, Page::Security, |one| one.parties.clone(), &mut hits);
    items(&security.data, project, Page::Security, |class| class.name.clone(), &mut hits);
    items(&security.leaks, project, Page::Security, |duty| duty.told.clone(), &mut hits);
    items(&security.audits, project, Page::Security, |audit| audit.what.clone(), &mut hits);
    items(&project.risk.drills, project, Task::Plans, |drill| drill.what.clone(), &mut hits);
    let performance = &project.performance;
    items(&performance.kpis, project, Task::Kpis, |kpi| kpi.name.clone(), &mut hits);
    items(&performance.agreed, project, Task::Reviews, |action| action.what.clone(), &mut hits);
    items(&performance.feedback, project, Page::Improvement, |feedback| feedback.words.clone(), &mut hits);
    items(&performance.themes, project, Page::Improvement, |theme| theme.name.clone(), &mut hits);
    let statement = |one: &Statement| format!("{} · {}", selection.title_of(one.vendor), one.period.first);
    items(&performance.payments.statements, project, Page::Payment, statement, &mut hits);
    for vendor in selection.vendors.iter() {
        let href = Route::Project(project.id, Page::Vendor(vendor.id)).href();
        hits.push(Hit::place(vendor.clause(), &vendor.name, href));
    }
    hits
}

/// Shows the search while it is open: a list of places and commands, led by the keyboard.
#[component]
pub fn Search(
    /// The page shown.
    route: Kept<Route>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
    let notices = use_notices();
    let preferences = use_preferences();
    let open = expect_context::<SearchOpen>().0;
    let query = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let field = NodeRef::<Input>::new();
    follow(move || {
        if open.get() {
            query.set(String::new());
            active.set(0);
        }
        if let Some(field) = field.get() {
            // A field that cannot take the focus can still be clicked.
            let _ = field.focus();
        }
    });
    let hits = kept(move || {
        if !open.get() {
            return Vec::new();
        }
        let text = words.get();
        let wanted = query.get().trim().to_lowercase();
        let mut hits = Vec::new();
        if matches!(route.get(), Route::Project(_, page) if !matches!(page, Page::Sheet(_))) {
            hits.extend(all_hits(text, &workspace.project()));
        }
        hits.extend(everywhere(text));
        hits.retain(|hit| {
            hit.clause.to_lowercase().contains(&wanted) || hit.words.to_lowercase().contains(&wanted)
        });
        hits.truncate(SHOWN);
        hits
    });
    let run = move |place: usize| {
        let Some(hit) = hits.with_untracked(|hits| hits.get(place).cloned()) else { return };
        open.set(false);
        match hit.target {
            Target::Place(href) => place::go_href(&href),
            Target::Act(Command::SaveFile) => library.save_file(),
            Target::Act(Command::Print) => place::print(),
            Target::Act(Command::Undo) => {
                undo(workspace, notices);
            }
            Target::Act(Command::Redo) => {
                redo(workspace, notices);
            }
            Target::Act(Command::OtherLanguage) => {
                preferences.set_language(match words.now().language {
                    Language::Zh => Language::En,
                    Language::En => Language::Zh,
                });
            }
            Target::Act(Command::OtherTheme) => {
                preferences.set_theme(if preferences.is_dark() { Theme::Light } else { Theme::Dark });
            }
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = hits.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|active| *active = (*active + 1).min(last)),
            "ArrowUp" => active.update(|active| *active = active.saturating_sub(1)),
            "Enter" => run(active.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let list = move || {
        let items = hits.get().into_iter().enumerate().map(|(place, hit)| {
            view! {
                <li
                    role="option"
                    id=format!("hit-{place}")
                    aria-selected=move || (active.get() == place).to_string()
                    on:click=move |_| run(place)
                >
                    <span class="number">{hit.clause}</span>
                    <bdi>{hit.words}</bdi>
                </li>
            }
        });
        items.collect_view()
    };
    view! {
        <Dialog open title=words.s(|t| t.frame.search_action)>
            <div class="search">
                <div class="field">
                    <input
                        type="text"
                        role="combobox"
                        aria-expanded="true"
                        aria-controls="search-list"
                        aria-activedescendant=move || format!("hit-{}", active.get())
                        node_ref=field
                        aria-label=move || words.get().frame.search_action
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || query.get()
                        on:input=move |event| {
                            query.set(event_target_value(&event));
                            active.set(0);
                        }
                        on:keydown=on_key
                    />
                </div>
                <Show when=fact(move || hits.with(Vec::is_empty))><p class="hint" role="status">{words.s(|t| t.frame.no_hits)}</p></Show>
                <ul class="search-list" id="search-list" role="listbox" aria-label=move || words.get().frame.search_action>{list}</ul>
            </div>
        </Dialog>
    }
}
