//! What has to be answered before a vendor is chosen: prices so low that they have to be explained, and pilots that do
//! not say "go".

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::proposals::ProposalNote;
use crate::domain::selection::{PilotVerdict, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::ui::live::{Live, kept, live};

/// Something to answer, and the link to where.
type Open = (String, String);

/// Shows the prices that have to be explained; nothing where there are none.
pub fn low_prices() -> Live {
    list(prices)
}

/// Shows the pilots that do not say "go"; nothing where there are none.
pub fn pilots() -> Live {
    list(hesitant_pilots)
}

/// Shows what there is to answer, once prices are open.
fn list(of: fn(&Facts) -> Vec<Open>) -> Live {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let facts = facts.get();
        if facts.project.selection.scores_locked.is_some() { of(&facts) } else { Vec::new() }
    });
    live(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|(said, href)| view! { <li><a href=href><bdi>{said}</bdi></a></li> });
            view! { <section class="to-answer"><h3>{words.s(|t| t.decide.traps_head)}</h3><ul>{items.collect_view()}</ul></section> }
        })
    })
}

fn prices(facts: &Facts) -> Vec<Open> {
    let text = facts.text;
    let (selection, limits) = (&facts.project.selection, facts.project.price_limits());
    let amount = |amount| format::money(amount, limits.currency);
    let rule = selection.method.low_price.rule.for_currency(limits.currency);
    let say = |(id, note): (Id<Vendor>, ProposalNote)| {
        let vendor = selection.vendors.get(id)?;
        let (name, price) =
            (selection.title_of(id), amount(vendor.proposal.counted_price().unwrap_or_default()));
        let said = match note {
            ProposalNote::LowPrice => (text.decide.trap_low)(&name, &price, (text.costs.low_rule)(rule)),
            ProposalNote::BelowFloor => (text.decide.trap_floor)(&name, &price, &amount(limits.floor?)),
            ProposalNote::NoContingency | ProposalNote::StaffingShort => return None,
        };
        let explanation = &vendor.proposal.explanation;
        let state = (text.decide.explanation_state)(explanation.asked.is_some(), explanation.accepted);
        Some((format!("{said} · {state}"), facts.link(Task::Proposals, &vendor.clause())))
    };
    selection.price_notes(limits, facts.today).into_iter().filter_map(say).collect()
}

fn hesitant_pilots(facts: &Facts) -> Vec<Open> {
    let text = facts.text;
    let selection = &facts.project.selection;
    let say = |id: Id<Vendor>| {
        let vendor = selection.vendors.get(id)?;
        let verdict = vendor.pilot.verdict().filter(|verdict| *verdict != PilotVerdict::Go)?;
        let said = (text.decide.trap_pilot)(&selection.title_of(id), (text.vendors.pilot_verdict)(verdict));
        Some((said, facts.link(Task::Pilot, &vendor.clause())))
    };
    selection.vendors_in(facts.today).into_iter().filter_map(say).collect()
}
