//! A pasted history: what was read of it, and what was not and why.

use leptos::prelude::*;

use crate::domain::performance::rehearsal::history::Column;
use crate::exchange::readings::history::{PastedHistory, read};
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::pages::parts::page_href;
use crate::pages::performance::credits::clause;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::field::TextArea;
use crate::ui::live::{Kept, kept, live};

/// How many of one kind of trouble are named.
const NAMED: usize = 8;

/// Reads what is pasted.
pub(super) fn reading(text: RwSignal<String>) -> Kept<PastedHistory> {
    let workspace = use_workspace();
    kept(move || {
        text.with(|text| match text.trim() {
            "" => PastedHistory::default(),
            _ => read(&workspace.project(), table::read_csv(text)),
        })
    })
}

/// Shows the field and what was read.
pub(super) fn field(text: RwSignal<String>, pasted: Kept<PastedHistory>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let to_log = page_href(workspace, Page::Log);
    let said = live(move || {
        if text.with(|text| text.trim().is_empty()) {
            return None;
        }
        let (all, project) = (words.get(), workspace.project());
        let t = &all.credits;
        pasted.with(|pasted| {
            if pasted.is_tickets {
                return Some(view! { <p class="field-error">{t.paste_tickets}" "<a href=to_log>{t.paste_to_log}</a></p> }.into_any());
            }
            let odd = pasted.left_out.iter();
            let odd = odd
                .map(|odd| (t.paste_left_out)(odd.row, odd.column, &odd.text, &(all.figures.why)(&odd.why)));
            let unknown = pasted.unknown.iter().map(|head| (t.paste_unknown)(head));
            let trouble = odd.take(NAMED).chain(unknown.take(NAMED));
            let trouble = trouble.map(|said| view! { <li>{said}</li> }).collect_view();
            if pasted.no_months {
                return Some(view! { <p class="field-error">{t.paste_no_months}</p><ul class="credits-trouble">{trouble}</ul> }.into_any());
            }
            let columns = pasted.columns.iter().map(|(head, column, n)| {
                let taken = match column {
                    Column::Value(line) => clause(&project, *line),
                    Column::Count(line) => format!("{} n", clause(&project, *line)),
                    Column::Score => t.score.to_owned(),
                };
                view! { <tr><th scope="row"><bdi>{head.clone()}</bdi></th><td>{taken}</td><td class="num">{*n}</td></tr> }
            });
            let n = pasted.columns.iter().map(|(_, _, n)| n).sum::<usize>();
            Some(view! {
                <p>{(t.paste_read)(n, pasted.months)}</p>
                <table class="table credits-columns"><tbody>{columns.collect_view()}</tbody></table>
                <ul class="credits-trouble">{trouble}</ul>
            }.into_any())
        })
    });
    view! {
        <TextArea label=words.s(|t| t.credits.paste) hint=words.s(|t| t.credits.paste_hint) value=text on_input=move |pasted: String| text.set(pasted) lines=6/>
        <div role="status">{said}</div>
    }
    .into_any()
}
