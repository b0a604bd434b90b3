//! The sheet in a place of its own, where its project is not.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::selection::score_sheet::ScoreSheet;
use crate::i18n::context::use_words;
use crate::pages::import::score_sheet::{Standing, standing};
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::place;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, live};

/// Shows the ways to keep a sheet where its project is not.
pub(super) fn into_place(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let failed = RwSignal::new(false);
    let id = sheet.place_id();
    let route = Route::Project(id, Page::Sheet);
    let project = sheet.into_project();
    let (n_vendors, n_criteria) = (project.selection.vendors.len(), project.selection.leaves().len());
    let evaluators = project.selection.evaluators.iter();
    let filled: usize = evaluators.map(|one| one.scores.iter().count()).sum();
    let document = StoredValue::new(project);
    let facts = Signal::derive(move || (words.get().settings.sheet_here)(n_vendors, n_criteria, filled));
    let actions = if library.has(id) {
        let again = move |()| {
            library.replace(document.get_value().into());
            place::go(route);
        };
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.settings.sheet_open_action) on_press=move |()| place::go(route)/>
            {replacing(id, failed, Callback::new(again))}
        }
        .into_any()
    } else {
        let fill = move |()| match library.create(document.get_value().into()) {
            Ok(_) => place::go(route),
            Err(_) => failed.set(true),
        };
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.settings.sheet_fill_action) on_press=fill/>
            <span class="hint">{words.s(|t| t.settings.sheet_fill_note)}</span>
            <Show when=fact(move || failed.get())><p class="field-error" role="alert">{words.s(|t| t.settings.no_storage)}</p></Show>
        }
        .into_any()
    };
    view! {
        <Finding clauses=facts/>
        <div class="actions">{actions}</div>
    }
    .into_any()
}

/// The way to replace the sheet that is here: it is opened, and replaced once it is known that this tab may.
fn replacing(id: Id<Project>, failed: RwSignal<bool>, again: Callback<()>) -> AnyView {
    let words = use_words();
    let library = use_library();
    let standing = standing(id);
    live(move || {
        let text = words.get();
        match standing.get() {
            _ if failed.get() => view! { <p class="field-error" role="alert">{text.settings.sheet_unreadable}</p> }.into_any(),
            Standing::Closed => view! {
                <Button label=text.settings.sheet_reopen_action.to_owned() on_press=move |()| failed.set(library.open(id).is_err())/>
            }
            .into_any(),
            Standing::Asking => ().into_any(),
            Standing::ReadOnly => view! { <p class="field-error" role="alert">{text.settings.sheet_elsewhere}</p> }.into_any(),
            Standing::Open => view! {
                <Button label=text.settings.sheet_again_action.to_owned() on_press=again/>
                <span class="hint">{text.settings.replace_note}</span>
            }
            .into_any(),
        }
    })
    .into_any()
}
