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

/// Something to answer, and the link to where.
type Open = (String, String);

/// Shows the prices that have to be explained; nothing where there are none.
pub fn low_prices() -> Live {
    list(prices_of)
}

/// Shows the pilots that do not say "go"; nothing where there are none.
pub fn pilots() -> Live {
    list(|facts, vendor| pilot_of(facts, vendor).into_iter().collect())
}

fn list(of: fn(&Facts, &Vendor) -> Vec<Open>) -> Live {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let facts = facts.get();
        let selection = &facts.project.selection;
        // Until scores are locked prices are covered.
        let is_open = selection.scores_locked.is_some();
        let within = selection.vendors_in(facts.today).into_iter().filter(|_| is_open);
        let vendors = within.filter_map(|id| selection.vendors.get(id));
        vendors.flat_map(|vendor| of(&facts, vendor)).collect::<Vec<_>>()
    });
    live(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|(said, href)| view! { <li><a href=href><bdi>{said}</bdi></a></li> });
            view! { <section class="to-answer"><h3>{words.s(|t| t.vendors.traps_head)}</h3><ul>{items.collect_view()}</ul></section> }
        })
    })
}

fn prices_of(facts: &Facts, vendor: &Vendor) -> Vec<Open> {
    let text = &facts.text.vendors;
    let (selection, limits) = (&facts.project.selection, facts.project.price_limits());
    let amount = |amount| format::money(amount, limits.currency);
    let name = vendor_name(selection, vendor.id);
    let price = amount(vendor.proposal.base_price.unwrap_or_default());
    let explanation = &vendor.proposal.explanation;
    let state = (text.explanation_state)(explanation.asked.is_some(), explanation.accepted);
    let said = |note| match note {
        ProposalNote::LowPrice => Some((text.trap_low)(&name, &price, limits.currency == Currency::Cny)),
        ProposalNote::BelowFloor => Some((text.trap_floor)(&name, &price, &amount(limits.floor?))),
        ProposalNote::NoContingency | ProposalNote::StaffingShort => None,
    };
    let notes = selection.proposal_notes(vendor.id, limits, facts.today).into_iter().filter_map(said);
    notes.map(|said| (format!("{said} · {state}"), facts.link(Task::Proposals, &vendor.clause()))).collect()
}

fn pilot_of(facts: &Facts, vendor: &Vendor) -> Option<Open> {
    let verdict = vendor.pilot.verdict().filter(|verdict| *verdict != PilotVerdict::Go)?;
    let text = &facts.text.vendors;
    let name = vendor_name(&facts.project.selection, vendor.id);
    let said = (text.trap_pilot)(&name, (text.pilot_verdict)(verdict));
    Some((said, facts.link(Task::Pilot, &vendor.clause())))
}
