//! The workshop as the room sees it: large, nothing to fill in, following the tab in which it is led.

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::parts::page_href;
use crate::pages::requirements::workshop::agenda::clock;
use crate::pages::requirements::workshop::vote::watched;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::live::{Live, Show, fact, kept, live};

/// Shows the page.
#[component]
pub fn ProjectorPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let name = Signal::derive(move || {
        let name = workspace.section::<Profile>().name.trim().to_owned();
        if name.is_empty() { words.get().overview.workshop.to_owned() } else { name }
    });
    let has_vote = kept(move || workspace.section::<Requirements>().workshop.round.is_some());
    let back = page_href(workspace, Page::Workshop);
    view! {
        <article class="projector">
            <header><h1 tabindex="-1" id="page-title"><bdi>{name}</bdi></h1><a href=move || back.get()>{words.s(|t| t.workshop.to_workshop)}</a></header>
            <section class="now"><h2 class="sr-only">{words.s(|t| t.workshop.agenda_head)}</h2>{clock(workspace)}</section>
            <Show when=fact(move || has_vote.get())><section><h2>{words.s(|t| t.workshop.vote_head)}</h2>{watched()}</section></Show>
            <div class="aside">{questions()}{parked()}{decisions()}</div>
        </article>
    }
}

/// What is said in the list: its clause, its words, who and when.
type Spoken = (String, String, String, Option<chrono::NaiveDate>);

/// Shows a list under its head, or that there is nothing in it.
fn lines(text: &'static Text, head: &'static str, lines: Vec<Spoken>) -> AnyView {
    let is_empty = lines.is_empty();
    let items = lines.into_iter().map(|(clause, said, who, when)| {
        let who = who.trim().to_owned();
        let dot = (!who.is_empty() && when.is_some()).then_some(" · ");
        let when = when.map(|when| view! { <time>{format::date(when)}</time> });
        view! { <li><span class="number">{clause}</span><span><bdi>{said}</bdi>" "<span class="quiet"><bdi>{who}</bdi>{dot}{when}</span></span></li> }
    });
    let none = is_empty.then(|| view! { <p class="quiet">{text.workshop.nothing}</p> });
    view! { <section><h2>{head}</h2><ul>{items.collect_view()}</ul>{none}</section> }.into_any()
}

fn questions() -> Live {
    let (words, workspace) = (use_words(), use_workspace());
    live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let open = requirements.questions.iter().filter(|question| question.is_open());
        let open = open.map(|one| (one.clause(), one.text.clone(), one.owner.clone(), one.due));
        lines(text, text.understanding.questions_head, open.collect())
    })
}

fn parked() -> Live {
    let (words, workspace) = (use_words(), use_workspace());
    live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let parked = requirements.workshop.parked.iter();
        let parked = parked.map(|one| (one.clause(), one.text.clone(), String::new(), None));
        lines(text, text.workshop.parked_head, parked.collect())
    })
}

fn decisions() -> Live {
    let (words, workspace) = (use_words(), use_workspace());
    live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let decided = requirements.workshop.decisions.iter();
        let decided = decided.map(|one| (one.clause(), one.what.clone(), one.who.clone(), one.date));
        lines(text, text.workshop.decisions_head, decided.collect())
    })
}
