//! The versions both parties confirmed, each as it was.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::confirmed::short;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::signoff::content;
use crate::pages::list::{Lines, ledger, use_facts};
use crate::pages::requirements::signoff::differences::in_full;
use crate::pages::requirements::signoff::signature;
use crate::state::library::use_library;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{kept, live};
use crate::ui::tag::TagKind;

/// Lists the versions.
pub fn versions() -> AnyView {
    let workspace = use_workspace();
    let facts = use_facts();
    let line = move |bits: u128| {
        let facts = facts.get();
        let words = &facts.text.signoff;
        let baselines = &facts.project.requirements.baselines;
        let place = baselines.position(Id::fixed(bits)).unwrap_or_default();
        let Some(one) = baselines.at(place) else { return Line::default() };
        let before = place.checked_sub(1).and_then(|before| baselines.at(before));
        let against = before.map(|before| one.content.changed_since(&before.content).len());
        let print = match one.is_intact() {
            true => Said::Text(short(one.fingerprint())),
            false => Said::Tag(TagKind::Problem, words.broken.to_owned()),
        };
        let signers = [&one.client, &one.vendor].map(|confirmed| confirmed.name.as_str());
        Line {
            number: one.clause(),
            cells: vec![
                Said::Text((words.version)(one.number)),
                Said::Date(format::date_or_missing(one.date())),
                print,
                Said::Text(signers.join(facts.text.common.list_comma)),
                Said::Text(against.map_or_else(|| words.first.to_owned(), words.count)),
            ],
            is_wrong: !one.is_intact(),
        }
    };
    let lines = Lines {
        name: |text| text.signoff.versions_head,
        heads: [
            (|text| text.requirements.version) as crate::pages::form::Label,
            |text| text.requirements.signed_on,
            |text| text.signoff.fingerprint,
            |text| text.signoff.signers,
            |text| text.signoff.against,
        ]
        .map(|label| (label, false))
        .into(),
        ids: Signal::derive(move || {
            let requirements = workspace.section::<Requirements>();
            requirements.baselines.iter().rev().map(|one| one.id.bits()).collect()
        }),
        line: Callback::new(line),
        form: Callback::new(|bits| version(Id::fixed(bits))),
    };
    ledger(lines, None, ().into_any())
}

/// Shows one version as it was.
fn version(id: Id<Baseline>) -> AnyView {
    let (words, workspace, library) = (use_words(), use_workspace(), use_library());
    let save = move |()| {
        if let Some(one) = workspace.section_now::<Requirements>().baselines.get(id) {
            library.save_baseline(one);
        }
    };
    let found = kept(move || {
        let project = workspace.project();
        let one = project.requirements.baselines.get(id)?;
        Some((Baseline::clone(one), content::tell(words.get(), &one.content, &project)))
    });
    let shown = live(move || {
        let text = words.get();
        let (one, told) = found.get()?;
        let signed = [(Side::Client, &one.client), (Side::Vendor, &one.vendor)];
        let signed = signed.map(|(side, confirmed)| {
            view! { <div><h3>{text.common.side(side)}</h3>{signature(text, confirmed)}</div> }
        });
        let told = told.into_iter().map(|one| in_full(one, |name| name));
        Some(view! {
            <p class="print"><span class="hint">{text.signoff.fingerprint}</span>" "<code>{one.fingerprint().to_owned()}</code></p>
            <div class="signers">{signed.into_iter().collect_view()}</div>
            <div class="actions">
                <Button label=words.s(|text| text.signoff.export_action) on_press=save/>
                <span class="hint">{text.signoff.export_note}</span>
            </div>
            <ul class="told">{told.collect_view()}</ul>
        })
    });
    view! { <div class="version">{shown}</div> }.into_any()
}
