//! 5.4 Information security: agreements, who may see which data, where it is kept, and what is checked.

mod duties;
mod registers;
mod rights;

use leptos::prelude::*;

use crate::domain::risk::RiskBook;
use crate::i18n::context::use_words;
use crate::pages::form::Label;
use crate::pages::list::use_facts;
use crate::pages::parts::StageSheet;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept};
use crate::ui::sheet::SheetSection;

/// Shows the page.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let facts = use_facts();
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let project = &facts.project;
        let standing = project.risk.security.standing(&project.team, &project.profile, facts.today);
        (facts.text.security.finding)(&standing)
    });
    view! {
        <StageSheet page=Page::Security>
            <Finding clauses=finding/>
            {section("5.4.1", |t| t.security.agreements_head, |t| t.security.agreements_empty, |book| book.security.agreements.is_empty(), registers::agreements())}
            {section("5.4.2", |t| t.security.data_head, |t| t.security.data_empty, |book| book.security.data.is_empty(), registers::data())}
            {rights::section()}
            {section("5.4.4", |t| t.security.leaks_head, |t| t.security.leaks_empty, |book| book.security.leaks.is_empty(), registers::leaks())}
            {section("5.4.5", |t| t.security.audits_head, |t| t.security.audits_empty, |book| book.security.audits.is_empty(), registers::audits())}
            {duties::section()}
        </StageSheet>
    }
}

/// Shows a list with its number and, while nothing is on it, what it is for.
fn section(
    number: &'static str,
    title: Label,
    empty: Label,
    is_empty: fn(&RiskBook) -> bool,
    list: AnyView,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let none = kept(move || is_empty(&workspace.section::<RiskBook>()));
    view! {
        <SheetSection number title=words.s(title)>
            <Show when=fact(move || none.get())><p class="lead">{words.s(empty)}</p></Show>
            {list}
        </SheetSection>
    }
    .into_any()
}
