//! The papers both parties sign: the list of all with their state, the pages of the chosen one, and what takes it away.

mod laid;
pub mod word;

use std::sync::Arc;

use leptos::prelude::*;

use crate::documents::paper::{Paper, Place, markdown};
use crate::documents::papers::draw_of;
use crate::documents::papers::occasion::{Occasion, occasions, usual};
use crate::domain::ids::Id;
use crate::domain::language::Language;
use crate::domain::paper::{PaperKind, Tongues};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::change::changed_since_latest;
use crate::domain::task::Task;
use crate::exchange::names;
use crate::i18n::context::use_words;
use crate::i18n::format::date_or_missing;
use crate::i18n::period::name;
use crate::i18n::{Text, papers};
use crate::pages::documents::laid::{Laid, lay};
use crate::routes::{Page, Route};
use crate::state::notices::use_notices;
use crate::state::papers::use_tongues;
use crate::state::workspace::{Workspace, use_workspace};
use crate::state::{downloads, place};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::paged::LayoutPlace;

/// What is looked at.
#[derive(Clone, Copy)]
struct Shown {
    workspace: Workspace,
    kind: PaperKind,
    /// In which languages.
    tongues: Kept<Tongues>,
    /// Which of several papers of the kind was chosen.
    chosen: RwSignal<Option<Occasion>>,
    /// The paper in each of the languages.
    papers: Kept<Vec<Paper>>,
}

/// Shows the page.
#[component]
pub fn DocumentsPage(
    /// Which paper is looked at.
    kind: PaperKind,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let picked = use_tongues();
    let tongues = kept(move || picked.get().unwrap_or(Tongues::of(words.get().language)));
    let chosen = RwSignal::new(None::<Occasion>);
    let papers = kept(move || {
        let (project, today) = (workspace.project(), workspace.today());
        let occasion = occasion(kind, &project, chosen.get(), workspace);
        let languages = tongues.get().languages().iter();
        let drawn = languages.map(|language| draw_of(kind, &project, Text::of(*language), today, occasion));
        drawn.collect::<Vec<_>>()
    });
    let shown = Shown { workspace, kind, tongues, chosen, papers };
    view! {
        <article class="documents">
            {list(shown)}
            {preview(shown)}
            {export(shown)}
        </article>
    }
}

/// Returns what the paper is about: what was chosen, as long as it is there.
fn occasion(
    kind: PaperKind,
    project: &Project,
    chosen: Option<Occasion>,
    workspace: Workspace,
) -> Option<Occasion> {
    let is_there = |one: &Occasion| occasions(kind, project).contains(one);
    chosen.filter(is_there).or_else(|| usual(kind, project, workspace.today()))
}

/// Returns where a blank is filled in.
fn way(id: Id<Project>, place: &Place) -> String {
    let to = |page: Page, clause: &Option<String>| match clause {
        Some(clause) => Route::Project(id, page).href_to(clause),
        None => Route::Project(id, page).href(),
    };
    match place {
        Place::Task(task, clause) => to(Page::Task(*task), clause),
        Place::Security(clause) => to(Page::Security, clause),
        Place::Settings => to(Page::Settings, &None),
        Place::Credits => to(Page::Credits, &None),
        Place::Payment => Route::Project(id, Page::Payment).href_to("payment-terms"),
    }
}

/// How far a paper is, in words, and whether something is left to do.
#[derive(Clone, PartialEq)]
struct State {
    kind: PaperKind,
    said: String,
    is_open: bool,
}

/// Lists the papers with their state.
fn list(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let states = kept(move || {
        let (text, project, today) = (words.get(), workspace.project(), workspace.today());
        let state = |kind: PaperKind| {
            let said = &text.documents;
            let paper = draw_of(kind, &project, text, today, usual(kind, &project, today));
            let blanks = paper.blanks().len();
            let (said, is_open) = match blanks {
                0 if paper.is_confirmed() => (said.confirmed.to_owned(), false),
                0 => (said.complete.to_owned(), false),
                blanks => ((said.left)(blanks), true),
            };
            State { kind, said, is_open }
        };
        PaperKind::ALL.map(state).to_vec()
    });
    let items = live(move || {
        let titles = papers::of(words.get().language).title;
        let item = |state: State| {
            let href = Route::Project(workspace.id(), Page::Paper(state.kind)).href();
            let here = (state.kind == shown.kind).then_some("page");
            let kind = if state.is_open { "problem" } else { "plain" };
            view! {
                <li><a href=href aria-current=here>
                    <span>{titles(state.kind)}</span>
                    <span class="state" data-kind=kind>{state.said}</span>
                </a></li>
            }
        };
        states.get().into_iter().map(item).collect_view()
    });
    view! {
        <nav class="document-list" aria-label=words.s(|t| t.documents.list)>
            <h1 tabindex="-1" id="page-title">{words.s(|t| t.overview.documents_title)}<span class="sr-only">": "{words.s(move |t| (papers::of(t.language).title)(shown.kind))}</span></h1>
            <p class="hint">{words.s(|t| t.documents.lead)}</p>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

/// Shows the pages as they are printed.
fn preview(shown: Shown) -> AnyView {
    let words = use_words();
    let node = NodeRef::<leptos::html::Div>::new();
    let laid = RwSignal::new(Vec::<Laid>::new());
    follow(move || {
        let (papers, id) = (shown.papers.get(), shown.workspace.id());
        let Some(place) = node.get() else { return };
        laid.set(lay(&place, &papers, &|place| way(id, place)));
    });
    let sheets = live(move || laid.get().into_iter().map(sheets).collect_view());
    view! {
        <section class="papers" aria-label=words.s(|t| t.documents.preview)>{sheets}</section>
        <LayoutPlace node/>
    }
    .into_any()
}

/// Shows the sheets of one paper.
fn sheets(laid: Laid) -> AnyView {
    let words = papers::of(laid.language);
    let all = laid.pages.len();
    let sheet = |(at, html): (usize, String)| {
        view! {
            <section class="paper-sheet" lang=laid.language.tag()>
                <p class="paper-head"><bdi>{laid.head.clone()}</bdi><span>{laid.version.clone()}</span></p>
                <div class="paper-body" inner_html=html></div>
                <p class="paper-foot"><span>{laid.title.clone()}</span><span>{(words.page_of)(at + 1, all)}</span></p>
            </section>
        }
    };
    laid.pages.clone().into_iter().enumerate().map(sheet).collect_view().into_any()
}

/// Shows the choice of language and period, what is left blank, and what takes the paper away.
fn export(shown: Shown) -> AnyView {
    let words = use_words();
    let notices = use_notices();
    let workspace = shown.workspace;
    let asked = move |ending: &str| {
        let (text, project) = (words.now(), workspace.project_now());
        let title = (papers::of(text.language).title)(shown.kind);
        let name = names::part_name(&project.profile.name, title, workspace.today(), ending);
        (shown.papers.get_untracked(), name)
    };
    let download = move |()| {
        let (papers, name) = asked("md");
        let written: Vec<_> = papers.iter().map(markdown::write).collect();
        notices.show(downloads::text(name, "text/markdown;charset=utf-8", &written.join("\n---\n\n")));
    };
    view! {
        <aside class="document-export" aria-label=words.s(|t| t.documents.export)>
            <h2>{words.s(|t| t.documents.export)}</h2>
            {tongues(shown)}
            {periods(shown)}
            {blanks(shown)}
            <div class="document-actions">
                <Button kind=ButtonKind::Primary label=words.s(|t| t.documents.print) on_press=move |()| place::print()/>
                {word::button(Callback::new(move |()| asked("docx")))}
                <Button label=words.s(|t| t.documents.markdown) on_press=download/>
            </div>
            {versions(shown.workspace)}
        </aside>
    }
    .into_any()
}

fn tongues(shown: Shown) -> AnyView {
    let words = use_words();
    let picked = use_tongues();
    let choice = move |tongues: Tongues| {
        let is_chosen = move || if shown.tongues.get() == tongues { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=is_chosen on:click=move |_| picked.set(Some(tongues))>
                {words.s(move |t| (t.documents.tongues)(tongues))}
            </button>
        }
    };
    view! {
        <p class="hint">{words.s(|t| t.documents.language)}</p>
        <div class="document-tongues" role="group" aria-label=words.s(|t| t.documents.language)>{Tongues::ALL.map(choice).collect_view()}</div>
    }
    .into_any()
}

/// Shows the choice of what the paper is about, where there are several of its kind.
fn periods(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let all = kept(move || occasions(shown.kind, &workspace.project()));
    let items = live(move || {
        let project = workspace.project();
        let now = occasion(shown.kind, &project, shown.chosen.get(), workspace);
        let item = |one: Occasion| {
            let vendor = project.selection.title_of(one.vendor);
            let label = format!("{} · {vendor}", name(one.period, words.get().language));
            let pressed = if Some(one) == now { "true" } else { "false" };
            view! {
                <li><button type="button" aria-pressed=pressed on:click=move |_| shown.chosen.set(Some(one))>
                    <bdi>{label}</bdi>
                </button></li>
            }
        };
        all.get().into_iter().map(item).collect_view()
    });
    view! {
        <Show when=fact(move || all.with(|all| 1 < all.len()))>
            <p class="hint">{words.s(|t| t.documents.occasion)}</p>
        </Show>
        <ul class="document-periods">{items}</ul>
    }
    .into_any()
}

/// Lists what is left blank, each with the way to where it is filled in.
fn blanks(shown: Shown) -> AnyView {
    let words = use_words();
    let drawn = live(move || {
        let (text, id) = (&words.get().documents, shown.workspace.id());
        shown.papers.with(|papers| {
            // The second language leaves the same blanks.
            let found = papers.first().map(Paper::blanks).unwrap_or_default();
            if found.is_empty() {
                return view! { <p class="hint">{text.no_blanks}</p> }.into_any();
            }
            let lead = (text.blanks)(found.len());
            let language = papers.first().map_or(Language::default(), |paper| paper.language);
            let items = found.into_iter().map(|blank| {
                view! {
                    <li>
                        <span class="number">{blank.clause.clone()}</span>
                        <a href=way(id, &blank.place)>{blank.what.clone()}</a>
                    </li>
                }
            });
            let items = items.collect_view();
            view! {
                <p class="hint">{lead}</p>
                <ul class="document-blanks" lang=language.tag()>{items}</ul>
                <p class="hint">{text.blanks_note}</p>
            }
            .into_any()
        })
    });
    view! { {drawn} }.into_any()
}

/// Lists the versions both sides confirmed, the latest first, with what changed since.
fn versions(workspace: Workspace) -> AnyView {
    let words = use_words();
    live(move || {
        let (text, project) = (&words.get().documents, workspace.project());
        let baselines = &project.requirements.baselines;
        if baselines.is_empty() {
            return None;
        }
        let sign_off = Route::Project(workspace.id(), Page::Task(Task::SignOff));
        let item = |one: &Arc<Baseline>| {
            let said = (text.both_confirmed)(&date_or_missing(one.date()));
            view! { <li><a href=sign_off.href_to(&one.clause())>{format!("v{}", one.number)}</a><span>{said}</span></li> }
        };
        let changed = (text.changed)(changed_since_latest(&project).len());
        let items = baselines.iter().rev().map(item).collect_view();
        Some(view! {
            <p class="hint">{text.versions}</p>
            <ul class="document-versions"><li><span>{text.now}</span><span>{changed}</span></li>{items}</ul>
        })
    })
    .into_any()
}
