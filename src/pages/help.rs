//! Help: what the product is, keys, safety.

use leptos::prelude::*;

use crate::i18n::context::use_words;
use crate::ui::finding::Finding;
use crate::ui::sheet::{Sheet, SheetSection};

/// Shows the help.
#[component]
pub fn HelpPage() -> impl IntoView {
    let words = use_words();
    let keys = move || {
        let keys = (words.get().settings.keys)().into_iter();
        keys.map(|(key, does)| view! { <tr><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr> })
            .collect_view()
    };
    view! {
        <Sheet title=words.s(|t| t.settings.help_title)>
            <Finding clauses=Signal::derive(move || vec![words.get().settings.help_lead.to_owned()])/>
            <SheetSection number="" title=words.s(|t| t.settings.keys_head)>
                <table class="table keys">
                    <thead><tr><th scope="col">{words.s(|t| t.settings.key_column)}</th><th scope="col">{words.s(|t| t.settings.does_column)}</th></tr></thead>
                    <tbody>{keys}</tbody>
                </table>
            </SheetSection>
            <SheetSection number="" title=words.s(|t| t.settings.safety_head)><p>{words.s(|t| t.settings.safety_body)}</p></SheetSection>
            <SheetSection number="" title=words.s(|t| t.settings.storage_head)><p>{words.s(|t| t.settings.storage_body)}</p></SheetSection>
        </Sheet>
    }
}
