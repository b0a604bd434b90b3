//! The sheet in a place of its own, where its project is not.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::sheet::{Sheet, SheetKind};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::import::sheet::{Standing, standing};
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::place;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, live};

/// Shows the ways to keep a sheet where its project is not.
pub(super) fn into_place(sheet: Sheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let failed = RwSignal::new(false);
    let id = sheet.place_id();
    let kind = sheet.kind();
    let route = Route::Project(id, Page::Sheet(kind));
    let is_filled = sheet.submitted().is_some();
    let project = sheet.into_project();
    let document = StoredValue::new(project);
    let facts = Signal::derive(move || document.with_value(|place| here(words.get(), kind, place)));
    let actions = if library.has(id) {
        let again = move |()| {
            library.replace(document.get_value().into());
            place::go(route);
        };
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.import.sheet_open_action) on_press=move |()| place::go(route)/>
            {replacing(id, failed, Callback::new(again))}
        }
        .into_any()
    } else {
        let fill = move |()| match library.create(document.get_value().into()) {
            Ok(_) => place::go(route),
            Err(_) => failed.set(true),
        };
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.import.sheet_fill_action) on_press=fill/>
            <span class="hint">{words.s(|t| t.import.sheet_fill_note)}</span>
            <Show when=fact(move || failed.get())><p class="field-error" role="alert">{words.s(|t| t.import.no_storage)}</p></Show>
        }
        .into_any()
    };
    view! {
        <Finding clauses=facts/>
        {is_filled.then(|| view! { <p>{words.s(|t| t.import.sheet_away)}</p> })}
        <div class="actions">{actions}</div>
    }
    .into_any()
}

/// Says how much is asked in a sheet, and how much of it is filled in.
fn here(text: &'static Text, kind: SheetKind, place: &Project) -> Vec<String> {
    let (selection, requirements) = (&place.selection, &place.requirements);
    match kind {
        SheetKind::Scores => {
            let filled = selection.evaluators.iter().map(|one| one.scores.iter().count()).sum();
            (text.import.sheet_here)(selection.vendors.len(), selection.leaves().len(), filled)
        }
        SheetKind::Answers => {
            let side = place.profile.sheet_side.unwrap_or_default();
            let filled = requirements.answers(side).filled(&requirements.scenarios);
            (text.understanding.sheet_here)(requirements.scenarios.len(), filled)
        }
    }
}

/// The way to replace the sheet that is here: it is opened, and replaced once it is known that this tab may.
fn replacing(id: Id<Project>, failed: RwSignal<bool>, again: Callback<()>) -> AnyView {
    let words = use_words();
    let library = use_library();
    let standing = standing(id);
    live(move || {
        let text = words.get();
        match standing.get() {
            _ if failed.get() => view! { <p class="field-error" role="alert">{text.import.sheet_unreadable}</p> }.into_any(),
            Standing::Closed => view! {
                <Button label=text.import.sheet_reopen_action.to_owned() on_press=move |()| failed.set(library.open(id).is_err())/>
            }
            .into_any(),
            Standing::Asking => ().into_any(),
            Standing::ReadOnly => view! { <p class="field-error" role="alert">{text.import.sheet_elsewhere}</p> }.into_any(),
            Standing::Open => view! {
                <Button label=text.import.sheet_again_action.to_owned() on_press=again/>
                <span class="hint">{text.import.replace_note}</span>
            }
            .into_any(),
        }
    })
    .into_any()
}
