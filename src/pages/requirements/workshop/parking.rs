//! The parking lot: what has to wait, until it becomes a question or a decision.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::workshop::Parked;
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::parts::{add_button, is_empty};
use crate::state::notices::{Notice, use_notices};
use crate::state::part::Bindable;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Show, each, fact};
use crate::ui::sheet::SheetSection;

/// Shows what is parked.
pub(super) fn parking() -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let bits = use_workspace().bits::<Parked>();
    let none = is_empty::<Parked>();
    let park = add_button::<Parked>(words.s(|t| t.workshop.park), ButtonKind::Plain, |_| ());
    view! {
        <SheetSection number="1.6.4" title=words.s(|t| t.workshop.parked_head)>
            <Show when=fact(move || none.get())><p class="hint">{words.s(|t| t.workshop.parked_empty)}</p></Show>
            <ul class="parked">{each(move || bits.get(), |bits| parked(Id::fixed(bits)))}</ul>
            <div class="actions" hidden=move || read_only.get()>{park}</div>
        </SheetSection>
    }
    .into_any()
}

fn parked(id: Id<Parked>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let row = workspace.row::<Parked>(id);
    let said = row.bind("text", |parked| parked.text.clone(), |parked, text| parked.text = text);
    let told = move |step: Step| notices.show(Notice::Done(step));
    let ask = move |()| {
        let next = workspace.section_now::<Requirements>().questions.next_number();
        let step = Step::new(Verb::Add, format!("O-{next}"));
        workspace.edit(step.clone(), |requirements: &mut Requirements| {
            requirements.ask_parked(id, workspace.new_id());
        });
        told(step);
    };
    let decide = move |()| {
        let next = workspace.section_now::<Requirements>().workshop.decisions.next_number();
        let step = Step::new(Verb::Add, format!("YD-{next}"));
        let today = workspace.today();
        workspace.edit(step.clone(), |requirements: &mut Requirements| {
            requirements.decide_parked(id, workspace.new_id(), today);
        });
        told(step);
    };
    let remove = move |()| {
        let step = Step::new(Verb::Remove, row.clause());
        row.remove();
        told(step);
    };
    let named = move |pick: fn(&'static Text) -> &'static str| {
        words.built(move |t| format!("{}: {}", pick(t), row.clause()))
    };
    let actions = move || {
        view! {
            <div class="item-actions">
                <Button kind=ButtonKind::Text label=words.s(|t| t.workshop.to_question) name=named(|t| t.workshop.to_question) on_press=ask/>
                <Button kind=ButtonKind::Text label=words.s(|t| t.workshop.to_decision) name=named(|t| t.workshop.to_decision) on_press=decide/>
                <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name=named(|t| t.common.remove_action) on_press=remove/>
            </div>
        }
    };
    let label = words.built(move |t| format!("{} {}", t.workshop.parked_label, row.clause()));
    view! {
        <li id=move || format!("c-{}", row.clause()) tabindex="-1">
            <span class="margin-number" aria-hidden="true">{move || row.clause()}</span>
            <TextField label value=said.value on_input=said.set hide_label=true/>
            <Show when=fact(move || !read_only.get())>{actions()}</Show>
        </li>
    }
    .into_any()
}
