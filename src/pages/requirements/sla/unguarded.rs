//! The must-have features no service level guards, each with a place for the reason.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::requirements::{Feature, Requirements};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::list::use_facts;
use crate::state::part::Bindable;
use crate::state::workspace::use_workspace;
use crate::ui::field::TextArea;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::tag::{Tag, TagKind};

/// Shows them; nothing where there are none.
#[component]
pub fn Unguarded() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let bits = kept(move || {
        let unguarded = workspace.section::<Requirements>().unguarded();
        unguarded.iter().map(|feature| feature.id.bits()).collect::<Vec<_>>()
    });
    view! {
        <Show when=fact(move || !bits.with(Vec::is_empty))>
            <section class="unguarded">
                <h3>{words.s(|t| t.sla.unguarded_head)}</h3>
                <p class="heads" aria-hidden="true"><span>{words.s(|t| t.requirements.feature_name)}</span><span>{words.s(|t| t.sla.no_sla_reason)}</span></p>
                <ul>{each(move || bits.get(), |bits| feature(Id::fixed(bits)))}</ul>
            </section>
        </Show>
    }
}

fn feature(id: Id<Feature>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let row = use_workspace().row::<Feature>(id);
    let reason = row.bind(
        "no_sla_reason",
        |feature| feature.no_sla_reason.clone(),
        |feature, reason| feature.no_sla_reason = reason,
    );
    let is_explained = kept(move || row.get(Feature::has_sla_reason));
    let said = live(move || {
        let clause = row.clause();
        let href = facts.get().link(Task::Scope, &clause);
        let name = row.get(|feature| feature.name.clone());
        let text = &words.get().sla;
        let (kind, said) = match is_explained.get() {
            true => (TagKind::Quiet, text.explained),
            false => (TagKind::Problem, text.unguarded),
        };
        view! { <p><a href=href><span class="number">{clause}</span>" "<bdi>{name}</bdi></a><Tag kind label=said.to_owned()/></p> }
    });
    let label = words.s(|t| t.sla.no_sla_reason);
    view! { <li>{said}<TextArea label value=reason.value on_input=reason.set lines=1/></li> }.into_any()
}
