//! Which rows are shown, and the way to something in them.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::team::Team;
use crate::domain::team::raci::view::View;
use crate::i18n::context::use_words;
use crate::pages::team::raci::editor::Editor;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::picks::{Checkbox, SelectField};

/// Shows the conditions and the search, folded away until somebody needs them.
pub fn viewing(editor: Editor) -> AnyView {
    let words = use_words();
    let view = editor.view;
    view! {
        <details class="raci-view">
            <summary>{words.s(|t| t.matrix.view)}</summary>
            {search(editor)}
            {conditions(editor)}
            <div class="raci-checks">
                <Checkbox
                    label=words.s(|t| t.matrix.only_wrong) value=Signal::derive(move || view.with(|view| view.only_wrong))
                    on_input=move |only_wrong| view.update(|view| view.only_wrong = only_wrong)
                />
                <Checkbox
                    label=words.s(|t| t.matrix.by_phase) value=Signal::derive(move || view.with(|view| view.by_phase))
                    on_input=move |by_phase| view.update(|view| view.by_phase = by_phase)
                />
            </div>
        </details>
        {standing(editor)}
    }
    .into_any()
}

/// Says how many rows are shown, while some are left out.
fn standing(editor: Editor) -> AnyView {
    let words = use_words();
    let counts = kept(move || {
        (editor.shown.with(Vec::len), editor.matrix.with(|matrix| matrix.team.activities.len()))
    });
    let says = live(move || {
        let (text, (shown, all)) = (words.get(), counts.get());
        if shown == 0 { text.matrix.none_shown.to_owned() } else { (text.matrix.rows_shown)(shown, all) }
    });
    view! {
        <Show when=fact(move || editor.view.with(View::is_filter))>
            <p class="raci-standing" role="status">
                <span>{says()}</span>
                <Button kind=ButtonKind::Text label=words.s(|t| t.matrix.show_all) on_press=move |()| editor.show_all()/>
            </p>
        </Show>
    }
    .into_any()
}

fn search(editor: Editor) -> AnyView {
    let words = use_words();
    let sought = RwSignal::new(String::new());
    let next = move || sought.with_untracked(|text| editor.find(text));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            next();
        }
    };
    view! {
        <div class="raci-find" role="search" on:keydown=on_key>
            <TextField id="raci-find" label=words.s(|t| t.matrix.find) value=sought on_input=move |text| sought.set(text)/>
            <Button label=words.s(|t| t.matrix.find_next) on_press=move |()| next()/>
            <p class="hint" aria-hidden="true">{live(move || sought.with(|text| !text.is_empty()).then(|| editor.said.get()))}</p>
        </div>
    }
    .into_any()
}

fn conditions(editor: Editor) -> AnyView {
    let words = use_words();
    let (workspace, view) = (editor.workspace, editor.view);
    let phases = Signal::derive(move || {
        let phases = workspace.section::<Team>().phases().into_iter();
        let all = (String::new(), words.get().matrix.all_phases.to_owned());
        [all].into_iter().chain(phases.map(|phase| (phase.clone(), phase))).collect::<Vec<_>>()
    });
    let roles = Signal::derive(move || {
        let team = workspace.section::<Team>();
        let roles = team.columns().map(|role| (role.id.to_string(), role.name.clone()));
        let all = (String::new(), words.get().matrix.all_roles.to_owned());
        [all].into_iter().chain(roles).collect::<Vec<_>>()
    });
    let phase = Signal::derive(move || view.with(|view| view.phase.clone().unwrap_or_default()));
    let role =
        Signal::derive(move || view.with(|view| view.role.map(|id| id.to_string()).unwrap_or_default()));
    let text = Signal::derive(move || view.with(|view| view.text.clone()));
    let set_phase = move |phase: String| {
        view.update(|view| view.phase = Some(phase).filter(|phase| !phase.is_empty()));
    };
    view! {
        <div class="fields">
            <div class="w6"><TextField label=words.s(|t| t.matrix.filter_text) value=text on_input=move |text| view.update(|view| view.text = text)/></div>
            <div class="w3"><SelectField label=words.s(|t| t.matrix.filter_phase) value=phase options=phases on_input=set_phase/></div>
            <div class="w3"><SelectField label=words.s(|t| t.matrix.filter_role) value=role options=roles on_input=move |id: String| view.update(|view| view.role = Id::parse(&id))/></div>
        </div>
    }
    .into_any()
}
