//! The sheet of paper a page is: title, sections, clauses with their numbers in the margin.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::live::{follow, live};

/// One link under the title of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct SubLink {
    /// The number, for example `2.2`.
    pub number: String,
    /// The name of the page.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is this page.
    pub is_current: bool,
    /// Where a group of links begins with it: what is said of the group.
    pub lead: Option<&'static str>,
}

/// How far from the edge the link of the page stands on a narrow screen, in pixels: the end of the one before it is seen.
const ROW_START: i32 = 56;

/// Shows a page as a sheet with its title.
#[component]
pub fn Sheet(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// Which part of it the page is; the links show it, so only screen readers hear it here.
    #[prop(optional, into)]
    part: MaybeProp<String>,
    /// The links to the pages of the same stage.
    #[prop(optional, into)]
    links: Signal<Vec<SubLink>>,
    /// Whether the sheet is wider, for grids.
    #[prop(optional)]
    wide: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Nav>::new();
    let nav = live(move || {
        let mut links = links.get();
        (!links.is_empty()).then(|| {
            let at = links.iter().position(|link| link.lead.is_some()).unwrap_or(links.len());
            let group = links.split_off(at);
            let lead = group.first().and_then(|link| link.lead);
            let group = lead
                .map(|lead| view! { <div class="subnav-group"><span>{lead}</span>{link_list(group)}</div> });
            view! { <nav class="subnav" node_ref=node aria-label=move || title.get()>{link_list(links)}{group}</nav> }
        })
    });
    // On a narrow screen the links are one row that is moved sideways; the one of this page is brought into it.
    follow(move || {
        let Some(nav) = node.get() else { return };
        let current = nav.query_selector("[aria-current]").ok().flatten();
        if let Some(current) = current.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
            nav.set_scroll_left(current.offset_left() - nav.offset_left() - ROW_START);
        }
    });
    view! {
        <article class="sheet" class:wide=wide>
            <h1 tabindex="-1" id="page-title">{title}{live(move || part.get().map(|part| view! { <span class="sr-only">": "{part}</span> }))}</h1>
            {nav}
            {children()}
        </article>
    }
}

fn link_list(links: Vec<SubLink>) -> AnyView {
    let items = links.into_iter().map(|link| {
        view! {
            <li>
                <a href=link.href aria-current=link.is_current.then_some("page")>
                    <span class="number">{link.number}</span>
                    " "
                    {link.label}
                </a>
            </li>
        }
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

/// Shows a section with its number in the margin.
#[component]
pub fn SheetSection(
    /// The number, for example `1.2.1`.
    #[prop(into)]
    number: Signal<String>,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What stands at the right of the title.
    #[prop(optional)]
    aside: Option<AnyView>,
    /// The section.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="section-head">
                <span class="margin-number" aria-hidden="true">{number}</span>
                <h2>{title}</h2>
                {aside.map(|aside| view! { <div class="section-aside">{aside}</div> })}
            </div>
            {children()}
        </section>
    }
}

/// Shows one item of a list with its clause number in the margin.
#[component]
pub fn Clause(
    /// The clause number; it is also the place links lead to.
    #[prop(into)]
    number: Signal<String>,
    /// The item.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="clause" id=move || format!("c-{}", number.get()) tabindex="-1" aria-label=move || number.get()>
            <span class="margin-number" aria-hidden="true">{number}</span>
            {children()}
        </section>
    }
}
