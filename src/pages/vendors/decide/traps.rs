//! What has to be answered before a vendor is chosen: prices so low that they have to be explained, and pilots that do
//! not say "go".

use leptos::prelude::*;

use crate::domain::money::Currency;
use crate::domain::register::Item;
use crate::domain::selection::proposals::ProposalNote;
use crate::domain::selection::{PilotVerdict, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::step::vendor_name;
use crate::ui::live::{Live, kept, live};

/// Shows the list; nothing where there is nothing to answer.
pub fn traps() -> Live {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || found(&facts.get()));
    live(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|(said, href)| view! { <li><a href=href><bdi>{said}</bdi></a></li> });
            view! { <section class="since traps"><h3>{words.s(|t| t.vendors.traps_head)}</h3><ul>{items.collect_view()}</ul></section> }
        })
    })
}

/// Lists what has to be answered, each with the link to where.
fn found(facts: &Facts) -> Vec<(String, String)> {
    let (text, project) = (&facts.text.vendors, &facts.project);
    let (selection, limits) = (&project.selection, project.price_limits());
    if selection.scores_locked.is_none() {
        return Vec::new();
    }
    let amount = |amount| format::money(amount, limits.currency);
    let of_vendor = |vendor: &Vendor| {
        let name = vendor_name(selection, vendor.id);
        let price = amount(vendor.proposal.base_price.unwrap_or_default());
        let explanation = &vendor.proposal.explanation;
        let state = (text.explanation_state)(explanation.asked.is_some(), explanation.accepted);
        let notes = selection.proposal_notes(vendor.id, limits, facts.today).into_iter();
        let prices = notes.filter_map(|note| {
            let said = match note {
                ProposalNote::LowPrice => (text.trap_low)(&name, &price, limits.currency == Currency::Cny),
                ProposalNote::BelowFloor => (text.trap_floor)(&name, &price, &amount(limits.floor?)),
                ProposalNote::NoContingency | ProposalNote::StaffingShort => return None,
            };
            Some((format!("{said} · {state}"), facts.link(Task::Proposals, &vendor.clause())))
        });
        let pilot = vendor.pilot.verdict().filter(|verdict| *verdict != PilotVerdict::Go);
        let pilot = pilot.map(|verdict| {
            let said = (text.trap_pilot)(&name, (text.pilot_verdict)(verdict));
            (said, facts.link(Task::Pilot, &vendor.clause()))
        });
        prices.chain(pilot).collect::<Vec<_>>()
    };
    let within = selection.vendors_in(facts.today).into_iter();
    within.filter_map(|id| selection.vendors.get(id)).flat_map(|vendor| of_vendor(vendor)).collect()
}
