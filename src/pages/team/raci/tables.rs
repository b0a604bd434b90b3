//! The matrix as a CSV file: in, by way of the preview, and out.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::team::{Activity, Team};
use crate::exchange::table;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::team::raci::editor::Editor;
use crate::state::downloads;
use crate::state::incoming::{self, TableFault};
use crate::ui::button::Button;
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, live};

/// No matrix people can work with is larger.
const MAX_BYTES: u64 = 2_000_000;

/// Shows the file field and the button that hands the matrix out.
pub fn tables(editor: Editor) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let save = move |()| {
        let (text, team) = (words.now(), editor.workspace.section_now::<Team>());
        let project = editor.workspace.section_now::<Profile>().name.clone();
        editor.notices.show(downloads::csv(&project, text.matrix.csv_part, &rows(text, &team)));
    };
    view! {
        <Show when=fact(move || !read_only.get())>{chooser(editor)}</Show>
        <Button label=words.s(|t| t.matrix.save_csv) on_press=save/>
    }
    .into_any()
}

/// Shows a button that asks for a file; what is wrong with a file is said beside it.
pub fn chooser(editor: Editor) -> AnyView {
    let words = use_words();
    let field = NodeRef::<Input>::new();
    let fault = RwSignal::new(None::<fn(&'static Text) -> &'static str>);
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        spawn_local(async move {
            let Some(read) = incoming::table(input, MAX_BYTES).await else { return };
            let table = read.map(|(_, text)| table::read_csv(&text));
            let is_empty =
                |table: &Vec<Vec<String>>| table.iter().flatten().all(|cell| cell.trim().is_empty());
            fault.set(match &table {
                Err(TableFault::TooLarge(_)) => Some(|text| text.matrix.file_large),
                Err(TableFault::NotText) => Some(|text| text.matrix.file_not_text),
                Ok(table) if is_empty(table) => Some(|text| text.matrix.file_empty),
                Ok(_) => None,
            });
            if let Ok(table) = table.as_ref()
                && !is_empty(table)
            {
                editor.import(table);
            }
        });
    };
    let said = live(move || {
        fault.get().map(|fault| view! { <span class="field-error" role="alert">{fault(words.get())}</span> })
    });
    let ask = move |()| {
        if let Some(input) = field.get_untracked() {
            input.click();
        }
    };
    view! {
        <Button label=words.s(|t| t.matrix.open_csv) on_press=ask/>
        <input
            type="file" id="matrix-file" hidden accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            aria-label=move || words.get().matrix.open_csv_label node_ref=field on:change=choose
        />
        {said}
    }
    .into_any()
}

/// Writes the matrix as a table that can be taken in again: phase and task, the letters by role, the comments.
fn rows(text: &'static Text, team: &Team) -> Vec<Vec<String>> {
    let roles: Vec<_> = team.columns().collect();
    let first = [text.team.phase, text.team.task].map(str::to_owned).into_iter();
    let heads =
        first.chain(roles.iter().map(|role| role.name.clone())).chain([text.matrix.comments.to_owned()]);
    let row = |activity: &Activity| {
        let first = [activity.phase.clone(), format!("{} {}", activity.clause(), activity.name)].into_iter();
        let letters = roles.iter().map(|role| team.parts(activity.id, role.id).letters().to_owned());
        let notes = roles.iter().filter_map(|role| {
            let note = team.note(activity.id, role.id);
            (!note.is_empty()).then(|| format!("{}{}{note}", role.name, text.team.colon))
        });
        first.chain(letters).chain([notes.collect::<Vec<_>>().join("\n")]).collect()
    };
    [heads.collect()].into_iter().chain(team.activities.iter().map(|activity| row(activity))).collect()
}
