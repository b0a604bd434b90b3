//! The modules in the order in which they go out, each score open to how it came about.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::phases::{PHASES, phase};
use crate::domain::requirements::suitability::{Verdict, judge};
use crate::domain::requirements::{Module, Requirements};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::requirements::screening::steps;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::Calculation;
use crate::ui::live::{each, kept, live};
use crate::ui::sheet::SheetSection;

/// Shows three short lists: what goes out first, what is tried, what stays.
#[component]
pub fn Phases() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let open = live(move || {
        let requirements = workspace.section::<Requirements>();
        let unrated = phase(requirements.modules.iter(), Verdict::InsufficientData);
        let names: Vec<_> = unrated.iter().map(|placed| placed.module.clause()).collect();
        let text = words.get();
        let names = names.join(text.common.list_comma);
        (!names.is_empty()).then(|| view! { <p class="hint">{(text.gap.unrated)(&names)}</p> })
    });
    view! {
        <SheetSection number="1.2.1" title=words.s(|t| t.gap.phases_head)>
            <ol class="phases">{PHASES.map(one).into_iter().collect_view()}</ol>
            {open}
        </SheetSection>
    }
}

/// Shows the modules of one phase.
fn one(verdict: Verdict) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let bits = kept(move || {
        let placed = phase(workspace.section::<Requirements>().modules.iter(), verdict).into_iter();
        placed.map(|placed| placed.module.id.bits()).collect::<Vec<_>>()
    });
    let none = live(move || {
        bits.with(Vec::is_empty).then(|| view! { <p class="quiet">{words.get().gap.phase_none}</p> })
    });
    view! {
        <li>
            <h3>{words.s(move |t| (t.requirements.verdict)(verdict))}</h3>
            {none}
            <ul>{each(move || bits.get(), |bits| module(Id::fixed(bits)))}</ul>
        </li>
    }
    .into_any()
}

fn module(id: Id<Module>) -> AnyView {
    let words = use_words();
    let row = use_workspace().row::<Module>(id);
    let judged = kept(move || row.item().map(|module| judge(&module)));
    let title = live(move || {
        let (clause, name) = (row.clause(), row.get(|module| module.name.clone()));
        let said = judged.get().map(|judged| {
            let text = words.get();
            let veto = judged.veto.first().map(|veto| (text.requirements.veto)(*veto).to_owned());
            let weak = judged.weakness().map(|factor| (text.requirements.weak)(factor).to_owned());
            let score = format::number_or_missing(judged.score, 1);
            (score, veto.or(weak).unwrap_or_default())
        });
        let (score, why) = said.unwrap_or_default();
        view! { <span class="number">{clause}</span>" "<bdi>{name}</bdi>" "<strong>{score}</strong>" "<span class="hint">{why}</span> }
    });
    let steps =
        Signal::derive(move || judged.get().map(|judged| steps(words.get(), &judged)).unwrap_or_default());
    view! { <li><p>{title}</p><Calculation label=words.s(|t| t.common.how_computed) steps/></li> }.into_any()
}
