//! A pasted history: what was read of it, and what was not and why.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::collaboration::desk::Desk;
use crate::domain::performance::rehearsal::history::Column;
use crate::exchange::readings::history::{PastedHistory, read};
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::pages::performance::credits::clause;
use crate::pages::performance::credits::issues::issues;
use crate::pages::tickets::intake::{Intake, Progress};
use crate::pages::tickets::mapping::mapping;
use crate::pages::tickets::{causes, coming};
use crate::state::rehearsals::Reads;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::field::TextArea;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};

/// How many of one kind of trouble are named.
const NAMED: usize = 8;

/// The tickets that were pasted, as the log would look at them.
pub(super) type Looked = RwSignal<Option<Arc<Desk>>>;

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
pub(super) fn field(
    text: RwSignal<String>,
    pasted: Kept<PastedHistory>,
    desk: Looked,
    reads: RwSignal<Reads>,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let said = live(move || {
        if text.with(|text| text.trim().is_empty()) {
            return None;
        }
        let (all, project) = (words.get(), workspace.project());
        let t = &all.credits;
        pasted.with(|pasted| {
            if pasted.is_tickets {
                return Some(view! { <p>{t.paste_tickets}</p> }.into_any());
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
        <div class="credits-pasted" role="status">{said}</div>
        <Show when=fact(move || pasted.with(|pasted| pasted.is_tickets))>{tickets(text, desk, reads)}</Show>
    }
    .into_any()
}

/// Takes pasted tickets in: what their columns hold, what of them does not count, and which line each level stands for.
/// They are looked at anew with each change.
fn tickets(text: RwSignal<String>, desk: Looked, reads: RwSignal<Reads>) -> AnyView {
    let words = use_words();
    let intake = Intake::new(use_workspace());
    follow(move || intake.take(words.now().log.pasted.to_owned(), text.get()));
    follow(move || {
        let has_source = intake.source.with(Option::is_some);
        desk.set(None);
        if has_source && intake.is_ready() {
            intake.look(desk);
        }
    });
    on_cleanup(move || {
        desk.try_set(None);
    });
    let has_source = kept(move || intake.source.with(Option::is_some));
    let is_ready = kept(move || intake.is_ready());
    let hint = move || view! { <p class="hint">{words.s(|t| t.log.need_created)}</p> };
    view! {
        {coming(intake)}
        <Show when=fact(move || has_source.get())>
            {mapping(intake)}
            <Show when=fact(move || is_ready.get()) fallback=hint>{counted(intake, desk)}{issues(reads)}</Show>
        </Show>
    }
    .into_any()
}

/// Says how many tickets count, and why others do not.
fn counted(intake: Intake, desk: Looked) -> AnyView {
    let words = use_words();
    let outcome = kept(move || match intake.progress.get() {
        Progress::Done(outcome) => Some(outcome),
        _ => None,
    });
    let counted = live(move || {
        let found = outcome.get()?;
        let (counted, left_out) = (found.found.tickets, found.found.left_out());
        Some(view! { <p role="status">{(words.get().credits.tickets_counted)(counted, left_out)}</p> })
    });
    let ended = live(move || {
        let said = match intake.progress.get() {
            Progress::Failed => words.get().log.failed,
            Progress::Cancelled => words.get().log.cancelled,
            _ => return None,
        };
        Some(view! {
            <div class="actions">
                <Button label=words.s(|t| t.log.evaluate) on_press=move |()| intake.look(desk)/>
                <span class="field-error" role="alert">{said}</span>
            </div>
        })
    });
    view! { {ended}{counted}{causes(outcome)} }.into_any()
}
