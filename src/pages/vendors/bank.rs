//! The due-diligence bank: questions to pick gates from.

use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::profile::Profile;
use crate::domain::selection::{Gate, ProofKind, Selection};
use crate::domain::step::{Step, Verb};
use crate::domain::template;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::parts::take_over;
use crate::state::notices::{Notice, use_notices};
use crate::state::templates;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::field::{ReadOnly, use_read_only};
use crate::ui::live::{Show, fact, live};
use crate::ui::picks::Checkbox;
use crate::ui::tag::{Tag, TagKind};

/// Says what proves a gate, with its kind where it is known.
#[must_use]
pub fn proof_words(text: &'static Text, gate: &Gate) -> String {
    let kind = (text.qualify.proof_kind)(gate.proof);
    match (gate.proof, gate.evidence.trim()) {
        (ProofKind::Unspecified, evidence) => evidence.to_owned(),
        (_, "") => kind.to_owned(),
        (_, evidence) => (text.qualify.proof_words)(kind, evidence),
    }
}

/// Shows the button that opens the bank, where gates can be added.
pub fn from_bank() -> AnyView {
    let read_only = use_read_only();
    view! { <Show when=fact(move || !read_only.get())>{bank()}</Show> }.into_any()
}

/// Shows the button and the bank behind it.
fn bank() -> AnyView {
    let (words, workspace, notices) = (use_words(), use_workspace(), use_notices());
    let open = RwSignal::new(false);
    let shown = RwSignal::new([Vec::new(), Vec::new()]);
    let ticked = RwSignal::new(Vec::new());
    let show = move |()| {
        spawn_local(async move {
            let Some(bank) = templates::bank(words.now().language).await else {
                return notices.show(Notice::NotLoaded);
            };
            let business = workspace.section_now::<Profile>().business;
            shown.set(template::questions(&bank, business));
            ticked.set(Vec::new());
            open.set(true);
        });
    };
    let add = move |()| {
        let is_chosen =
            |question: &Arc<Gate>| ticked.with_untracked(|ticked| ticked.contains(&question.id.bits()));
        let chosen: Vec<_> = shown.get_untracked().into_iter().flatten().filter(is_chosen).collect();
        if !chosen.is_empty() {
            // The button may go with the step, so what belongs to it comes first.
            open.set(false);
            let step = Step::new(Verb::Template, words.now().qualify.bank);
            take_over(workspace, notices, step, |project| project.adopt_questions(&chosen));
        }
    };
    let lists = move || {
        let groups =
            shown.get().into_iter().zip([true, false]).filter(|(questions, _)| !questions.is_empty());
        let groups = groups.map(|(questions, is_common)| {
            let legend = words.s(move |t| match is_common {
                true => t.qualify.bank_common,
                false => (t.common.business)(workspace.section::<Profile>().business),
            });
            let questions = questions.into_iter().map(|question| line(question, ticked));
            view! { <fieldset><legend>{legend}</legend><ul>{questions.collect_view()}</ul></fieldset> }
        });
        groups.collect_view()
    };
    let count = words.built(move |t| (t.qualify.bank_add)(ticked.with(Vec::len)));
    view! {
        <Button label=words.s(|t| t.qualify.bank_action) on_press=show/>
        <Dialog open title=words.s(|t| t.qualify.bank_title)>
            <div class="bank">
                <p class="hint">{words.s(|t| t.qualify.bank_note)}</p>
                {live(lists)}
                <div class="bank-end">
                    <Button kind=ButtonKind::Primary label=count on_press=add/>
                    <Button label=words.s(|t| t.common.cancel_action) on_press=move |()| open.set(false)/>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Shows one question with its tick; one that is taken already stays ticked.
fn line(question: Arc<Gate>, ticked: RwSignal<Vec<u128>>) -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let (id, bits, must) = (question.id, question.id.bits(), question.must);
    let is_taken = Signal::derive(move || workspace.section::<Selection>().gates.has(id));
    let tick = move |is_ticked: bool| {
        ticked.update(|ticked| {
            ticked.retain(|other| *other != bits);
            ticked.extend(is_ticked.then_some(bits));
        });
    };
    let name = question.name.clone();
    let tags = live(move || {
        let text = &words.get().qualify;
        let must = must.then(|| view! { <Tag kind=TagKind::Note label=text.must/> });
        let taken = is_taken.get().then(|| view! { <Tag kind=TagKind::Quiet label=text.bank_taken/> });
        view! { <span class="hint">{proof_words(words.get(), &question)}</span>{must}{taken} }
    });
    view! {
        <li>
            <Provider value=ReadOnly(is_taken)>
                <Checkbox label=Signal::stored(name) value=Signal::derive(move || is_taken.get() || ticked.with(|ticked| ticked.contains(&bits))) on_input=tick/>
            </Provider>
            <p>{tags}</p>
        </li>
    }
    .into_any()
}
