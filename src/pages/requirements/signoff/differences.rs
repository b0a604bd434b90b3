//! What differs from the version both parties confirmed last, word by word, and whether a change request explains it.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::change::{uncovered, unfinished};
use crate::domain::requirements::confirmed::{Confirmed, NAMES};
use crate::domain::requirements::difference::{Difference, Fate, Piece, Told, compare};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::signoff::content;
use crate::pages::parts::adds;
use crate::pages::requirements::signoff::place_of;
use crate::pages::requirements::signoff::requests::begin;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::tag::{Tag, TagKind};

/// How many clauses a sentence names; the rest is counted.
const NAMED: usize = 5;

/// Tells what would be confirmed, as the project stands.
#[must_use]
pub fn told_now(text: &'static Text, project: &Project) -> Vec<Told> {
    content::tell(text, &Confirmed::of(project), project)
}

/// Shows the differences, item by item.
pub fn differences() -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let found = kept(move || {
        let (text, project) = (words.get(), workspace.project());
        let latest = project.requirements.latest();
        let before = latest.map(|latest| content::tell(text, &latest.content, &project));
        compare(&before.unwrap_or_default(), &told_now(text, &project))
    });
    let shown = live(move || {
        let text = words.get();
        let found = found.get();
        if found.is_empty() {
            let latest = workspace.section::<Requirements>().latest().map_or(0, |latest| latest.number);
            let none = (text.signoff.differences_none)(latest);
            return view! { <p class="quiet">{none}</p> }.into_any();
        }
        list(text, workspace.id(), found)
    });
    view! { {shown} }.into_any()
}

/// Shows what was changed since a side confirmed, where no version of both tells it already.
pub fn since_confirmed(text: &'static Text, project: &Project, side: Side) -> AnyView {
    let requirements = &project.requirements;
    let print = requirements.confirmed(side).map(|confirmed| &*confirmed.fingerprint);
    let is_latest = print == requirements.latest().map(Baseline::fingerprint);
    let content = requirements.confirmed_content(side).filter(|_| !is_latest);
    let shown = content.map(|content| {
        let found = compare(&content::tell(text, content, project), &told_now(text, project));
        view! {
            <details class="calculation">
                <summary>{text.signoff.word_by_word}</summary>
                {list(text, project.id, found)}
            </details>
        }
    });
    view! { {shown} }.into_any()
}

fn list(text: &'static Text, id: Id<Project>, found: Vec<Difference>) -> AnyView {
    let items = found.into_iter().map(|one| difference(text, |page| Route::Project(id, page), one));
    view! { <ul class="told">{items.collect_view()}</ul> }.into_any()
}

fn difference(text: &'static Text, route: impl Fn(Page) -> Route, one: Difference) -> impl IntoView {
    let words = &text.signoff;
    let (href, number) = place_of(text, route, &one.clause, one.fate == Fate::Removed);
    let name = (number == one.clause).then_some(one.name);
    let kind = match one.fate {
        Fate::Added => TagKind::Note,
        Fate::Changed => TagKind::Due,
        Fate::Removed => TagKind::Quiet,
    };
    let head =
        view! { <a href=href>{number}" "<bdi>{name}</bdi></a><Tag kind label=(words.fate)(one.fate)/> };
    let fields = one.fields.into_iter().map(|(label, pieces)| {
        let pieces = pieces.into_iter().map(|piece| match piece {
            Piece::Same(text) => text.into_any(),
            Piece::Gone(text) => {
                view! { <del><span class="sr-only">{words.gone}</span>{text}</del> }.into_any()
            }
            Piece::New(text) => {
                view! { <ins><span class="sr-only">{words.new}</span>{text}</ins> }.into_any()
            }
        });
        (label, pieces.collect_view().into_any())
    });
    clause(head.into_any(), fields.collect())
}

/// Shows one thing that is told: its head, and its fields with their names.
pub fn clause(head: AnyView, fields: Vec<(&'static str, AnyView)>) -> AnyView {
    let fields = fields
        .into_iter()
        .map(|(label, said)| view! { <div><dt>{label}</dt><dd><bdi>{said}</bdi></dd></div> });
    view! { <li><h3>{head}</h3><dl>{fields.collect_view()}</dl></li> }.into_any()
}

/// Shows one thing that is confirmed in full, but for what is empty; its head is made of its name.
pub fn in_full(one: Told, head: impl FnOnce(AnyView) -> AnyView) -> AnyView {
    let number = (one.clause != NAMES).then_some(one.clause);
    let name = view! { {number}" "<bdi>{one.name.clone()}</bdi> }.into_any();
    let is_title = |said: &String| *said == one.name;
    let fields = one.fields.into_iter().filter(|(_, said)| !said.is_empty() && !is_title(said));
    clause(head(name), fields.map(|(label, said)| (label, said.into_any())).collect())
}

/// Says which changes no change request explains, with the way to write one, and what those that do leave unsaid. It
/// asks; it does not stop anybody.
pub fn uncovered_note() -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let clauses = kept(move || uncovered(&workspace.project()));
    let unsaid = kept(move || unfinished(&workspace.project()));
    let write = adds(begin(workspace, words));
    let said = words.built(move |text| {
        let version = workspace.section::<Requirements>().latest().map_or(0, |latest| latest.number);
        let clauses = clauses.get();
        let quoted = clauses.iter().take(NAMED).map(|clause| content::quoted(text, clause));
        let more = clauses.len().saturating_sub(NAMED);
        let quoted: Vec<_> = quoted.chain((more > 0).then(|| format!("+{more}"))).collect();
        (text.signoff.uncovered)(&quoted, version)
    });
    let read_only = use_read_only();
    let requests = live(move || {
        let text = words.get();
        let route = Route::Project(workspace.id(), Page::Task(Task::SignOff));
        let notes = unsaid.get().into_iter().map(|(clause, unsaid)| {
            let href = route.href_to(&clause);
            view! { <p class="uncovered"><a href=href>{clause}</a>" "{(text.signoff.unsaid)(&unsaid)}</p> }
        });
        notes.collect_view()
    });
    view! {
        <Show when=fact(move || clauses.with(|clauses| !clauses.is_empty()))>
            <p class="uncovered">{said}" "<Show when=fact(move || !read_only.get())><Button kind=ButtonKind::Text label=words.s(|t| t.signoff.request_action) on_press=write/></Show></p>
        </Show>
        {requests}
    }
    .into_any()
}
