//! Taking in a file: choose, read, preview, apply.

mod sheet;

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::confirmed::short;
use crate::domain::task::Stage;
use crate::exchange::file::Document;
use crate::exchange::parse::{self, Contents, ImportError, MAX_BYTES};
use crate::exchange::preview::{self, Change, Preview};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::errors::import_error;
use crate::i18n::format;
use crate::pages::import::sheet::one_sheet;
use crate::routes::{Page, Route};
use crate::state::incoming;
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, live};
use crate::ui::sheet::{Sheet, SheetSection};

const SHOWN: usize = 200;
/// How many differing fields of one item are told; the rest is counted.
const FIELDS_SHOWN: usize = 4;

/// Shows the way of a file into the app. Nothing changes before a button is pressed.
#[component]
pub fn ImportPage() -> impl IntoView {
    let words = use_words();
    let field = NodeRef::<Input>::new();
    let read = RwSignal::new(Ok::<Contents, Vec<ImportError>>(Contents::Projects(Vec::new())));
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        spawn_local(async move {
            match incoming::chosen(input, MAX_BYTES).await {
                Some(Ok(bytes)) => read.set(parse::read(&bytes)),
                Some(Err(bytes)) => read.set(Err(vec![ImportError::TooLarge { bytes, limit: MAX_BYTES }])),
                None => (),
            }
        });
    };
    let errors = live(move || {
        let text = words.get();
        let errors = read.get().err()?;
        let items = errors.iter().map(|error| view! { <li>{import_error(text.language, error)}</li> });
        Some(view! {
            <div class="problem-summary" role="alert">
                <h2>{text.common.problem_title}</h2>
                <ul>{items.collect_view()}</ul>
                <p class="hint">{text.preview.nothing_changed}</p>
            </div>
        })
    });
    let contents = live(move || match read.get().ok()? {
        Contents::Projects(documents) => {
            let documents = documents.into_iter().enumerate();
            let documents = documents.map(|(place, document)| view! { <OneDocument place document/> });
            Some(documents.collect_view().into_any())
        }
        Contents::Sheet(sheet) => Some(one_sheet(*sheet)),
        Contents::Baseline(baseline) => Some(one_version(*baseline)),
    });
    view! {
        <Sheet title=words.s(|t| t.frame.import_title)>
            <p class="lead">{words.s(|t| t.import.lead)}</p>
            <div class="field file-field">
                <label for="import-file">{words.s(|t| t.import.choose_label)}</label>
                <input type="file" id="import-file" accept=".json,application/json" node_ref=field on:change=choose/>
            </div>
            {errors}
            {contents}
        </Sheet>
    }
}

/// Says whether a version is what both parties confirmed.
fn one_version(baseline: Baseline) -> AnyView {
    let words = use_words();
    let number = baseline.number;
    let is_intact = baseline.is_intact();
    let said = Signal::derive(move || {
        let text = &words.get().import;
        (text.version_intact)(&baseline.content.project, &short(baseline.fingerprint()))
    });
    view! {
        <SheetSection number="1" title=words.built(move |t| (t.import.version_head)(number))>
            {if is_intact { view! { <Finding clauses=said/> }.into_any() } else { broken_version(number) }}
            <p class="hint">{words.s(|t| t.import.version_note)}</p>
        </SheetSection>
    }
    .into_any()
}

/// Warns of a version whose content was changed.
fn broken_version(number: u32) -> AnyView {
    let words = use_words();
    view! { <p class="field-error" role="alert">{words.built(move |t| (t.import.version_broken)(number))}</p> }
        .into_any()
}

#[component]
fn OneDocument(place: usize, document: Document) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
    let notices = use_notices();
    let open = workspace.project_now();
    let has_open =
        preview::may_replace(&open, &document.project) && !workspace.is_read_only().get_untracked();
    let preview = preview::compare(
        &if has_open { open.clone() } else { crate::domain::project::Project::default() },
        &document.project,
    );
    let name = document.project.profile.name.clone();
    let unknown = document.unknown.len();
    let baselines = document.project.requirements.baselines.iter();
    let broken: Vec<_> = baselines.filter(|baseline| !baseline.is_intact()).map(|one| one.number).collect();
    let failed = RwSignal::new(false);
    let document = StoredValue::new(document);
    let as_new = move |()| match library.add_beside(document.get_value()) {
        Ok(id) => place::go(Route::Project(id, Page::Overview)),
        Err(_) => failed.set(true),
    };
    let replace = move |()| {
        let id = workspace.project_now().id;
        library.replace(document.get_value());
        place::go(Route::Project(id, Page::Overview));
        if let Some(step) = workspace.history().with_untracked(|history| history.past().next().cloned()) {
            notices.show(Notice::Done(step));
        }
    };
    let counts = {
        let preview = preview.clone();
        Signal::derive(move || {
            let text = words.get();
            let counts = (text.import.counts)(
                preview.count(Change::Added),
                preview.count(Change::Changed),
                preview.count(Change::Removed),
                preview.unchanged,
            );
            let unknown = (unknown > 0).then(|| (text.import.unknown_fields)(unknown));
            std::iter::once(counts).chain(unknown).collect::<Vec<_>>()
        })
    };
    view! {
        <SheetSection number=format!("{}", place + 1) title=name>
            <Finding clauses=counts/>
            {broken.into_iter().map(broken_version).collect_view()}
            <div class="actions">
                <Button kind=ButtonKind::Primary label=words.s(|t| t.import.as_new_action) on_press=as_new/>
                {has_open.then(|| view! { <Button label=words.s(|t| t.import.replace_action) on_press=replace/><span class="hint">{words.s(|t| t.import.replace_note)}</span> })}
            </div>
            <Show when=fact(move || failed.get())><p class="field-error" role="alert">{words.s(|t| t.import.no_storage)}</p></Show>
            <PreviewTable preview/>
        </SheetSection>
    }
}

#[component]
fn PreviewTable(preview: Preview) -> impl IntoView {
    let words = use_words();
    let rows = live(move || {
        let text = words.get();
        let rows = preview.changes.iter().take(SHOWN).map(|item| {
            let change = match item.change {
                Change::Added => text.preview.added,
                Change::Changed => text.preview.changed,
                Change::Removed => text.preview.removed,
            };
            let side = |pick: fn(&preview::FieldChange) -> &serde_json::Value| {
                let fields = item.fields.iter().take(FIELDS_SHOWN);
                let fields = fields.map(|field| format!("{}: {}", field.field.replace('_', " "), shorten(text, &field.field, pick(field))));
                let more = item.fields.len().saturating_sub(FIELDS_SHOWN);
                let more = (more > 0).then(|| format!("+{more}"));
                fields.chain(more).collect::<Vec<_>>().join("; ")
            };
            let place = if item.clause.is_empty() { section_name(text, &item.section) } else { item.clause.clone() };
            view! { <tr><th scope="row"><span class="inline-number">{place}</span>" "<bdi>{item.name.clone()}</bdi></th><td>{side(|field| &field.now)}</td><td>{side(|field| &field.then)}</td><td>{change}</td></tr> }
        });
        rows.collect_view()
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().frame.import_title><table class="table preview">
            <thead><tr>
                <th scope="col">{words.s(|t| t.preview.item_column)}</th><th scope="col">{words.s(|t| t.preview.now_column)}</th>
                <th scope="col">{words.s(|t| t.preview.then_column)}</th><th scope="col">{words.s(|t| t.preview.change_column)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}

/// Returns what the pages call a section of the file.
fn section_name(text: &'static Text, section: &str) -> String {
    let stage = match section {
        "requirements" => Stage::Requirements,
        "team" => Stage::Team,
        "selection" => Stage::Vendors,
        "collaboration" => Stage::Collaboration,
        "risk" => Stage::Risk,
        "performance" => Stage::Performance,
        _ => return text.frame.project_settings.to_owned(),
    };
    text.common.stage(stage).to_owned()
}

fn shorten(text: &'static Text, field: &str, value: &serde_json::Value) -> String {
    let said = match value {
        serde_json::Value::Null => format::MISSING.to_owned(),
        serde_json::Value::String(text) if text.is_empty() => format::MISSING.to_owned(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) if preview::is_amount(field) => {
            format::number(number.as_f64().unwrap_or_default() / 100.0, 2)
        }
        other => match preview::lines(other).map(Vec::len) {
            Some(0) => format::MISSING.to_owned(),
            Some(count) => (text.preview.lines)(count),
            None => other.to_string(),
        },
    };
    if said.chars().count() <= 60 { said } else { said.chars().take(60).chain(['…']).collect() }
}
