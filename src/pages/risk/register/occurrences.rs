//! When a risk occurred, and the issues it became.

use leptos::prelude::*;

use crate::domain::calendar::zone::instant;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::register::Item;
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::picks::DateField;

/// Shows when a risk occurred, and the button that makes an issue of it.
pub(super) fn occurrences(row: Row<Risk>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let places = kept(move || row.get(|risk| (0..risk.occurrences.len() as u128).collect::<Vec<_>>()));
    let is_new = move || places.with(Vec::is_empty);
    let raise = move |()| {
        let id = workspace.new_id::<Ticket>();
        let number = workspace.section_now::<Collaboration>().tickets.next_number();
        let subject = format!("{} · {}", Ticket::blank(id, number).clause(), untrack(|| row.clause()));
        let step = Step::new(Verb::Add, subject);
        let (today, now) = (workspace.today(), instant(workspace.now_seconds() as i64));
        workspace.edit_project(step.clone(), |project| {
            project.raise_issue(row.id(), id, today, now);
        });
        notices.show(Notice::Done(step));
    };
    let label = words.built(move |t| {
        let label = if is_new() { t.risk.occur_action } else { t.risk.occur_again_action };
        label.to_owned()
    });
    view! {
        <div class="occurrences">
            <Show when=fact(move || !is_new())>
                <h3>{words.s(|t| t.risk.occurred_head)}</h3>
                <ul>{each(move || places.get(), move |place| occurrence(row, place as usize))}</ul>
            </Show>
            <Show when=fact(move || !read_only.get())>
                <div class="actions"><Button kind=ButtonKind::Small label on_press=raise/><span class="hint">{words.s(|t| t.risk.occur_hint)}</span></div>
            </Show>
        </div>
    }
    .into_any()
}

/// Shows one time a risk occurred.
fn occurrence(row: Row<Risk>, place: usize) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let on = row.bind(
        "occurrence",
        move |risk| risk.occurrences.get(place).and_then(|one| one.on),
        move |risk, date| {
            if let Some(one) = risk.occurrences.get_mut(place) {
                one.on = date;
            }
        },
    );
    let label = words.built(move |t| (t.risk.occurred_on)(&row.clause()));
    let issue = live(move || {
        let text = words.get();
        let ticket = row.get(|risk| risk.occurrences.get(place)?.ticket);
        let ticket = ticket.and_then(|id| workspace.section::<Collaboration>().tickets.get(id).cloned());
        let Some(ticket) = ticket else {
            return view! { <span class="quiet">{text.risk.issue_gone}</span> }.into_any();
        };
        let clause = ticket.clause();
        let href = Route::Project(workspace.id(), Page::Log).href_to(&clause);
        view! { <a href=href><span class="number">{clause}</span>" "<bdi>{ticket.title.clone()}</bdi></a> }
            .into_any()
    });
    let remove = move |()| {
        let step = Step::new(
            Verb::Remove,
            format!("{} {}", untrack(|| row.clause()), format::date_or_missing(on.value.get_untracked())),
        );
        workspace.edit(step, |book: &mut RiskBook| {
            book.risks.update(row.id(), |risk| {
                if place < risk.occurrences.len() {
                    risk.occurrences.remove(place);
                }
            });
        });
    };
    let name = words.built(move |t| (t.risk.remove_occurrence)(&format::date_or_missing(on.value.get())));
    view! {
        <li>
            <DateField label value=on.value on_input=on.set hide_label=true/>
            <span>{issue}</span>
            <Show when=fact(move || !read_only.get())><Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name on_press=remove/></Show>
        </li>
    }
    .into_any()
}
