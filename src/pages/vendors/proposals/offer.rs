//! The prices of one proposal: typed, or added up from the lines of the offer.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::profile::Profile;
use crate::domain::selection::Vendor;
use crate::domain::selection::offer::{Billing, OfferLine, Tier};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, Label, field, form, wide};
use crate::pages::list::Facts;
use crate::pages::parts::role_name;
use crate::pages::vendors::lines::{Lines, lines};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};

const BASE: &[Field<Vendor>] = &[field!(12 Money proposal.base_price: vendors.base_price)];
const VALUE_ADDED: &[Field<Vendor>] =
    &[field!(12 Money proposal.value_added_price: offers.value_added_price)];

const OWN: &[Field<Vendor>] = &[
    field!(4 Money proposal.transition: costs.own_transition),
    field!(4 Money proposal.exit: costs.own_exit),
    field!(4 Share proposal.rework_bp: costs.own_rework),
];

static OFFER: Lines<OfferLine> = Lines {
    name: |text| text.costs.offer_head,
    heads: &[
        (|text| text.costs.line_name, false),
        (|text| text.costs.tier_label, false),
        (|text| text.costs.billing_label, false),
        (|text| text.costs.role, false),
        (|text| text.costs.quantity, true),
        (|text| text.costs.amount, true),
    ],
    says,
    doubt: |text, line| match line.quantity {
        Some(quantity) if quantity < 0.0 => Some(text.costs.quantity_negative),
        _ => line.amount().is_none().then_some(text.costs.line_open),
    },
    fields: &[
        field!(6 Line name: costs.line_name),
        field!(3 OneOf(Tier::ALL, costs.tier) tier: costs.tier_label),
        field!(3 OneOf(Billing::ALL, costs.billing) billing: costs.billing_label),
        field!(4 VendorRole role: costs.role),
        field!(3 Line unit: costs.unit),
        field!(2 Number quantity: costs.quantity),
        field!(3 Money unit_price: costs.unit_price),
    ],
    add: |text| text.costs.add_line,
    read: |vendor| &vendor.proposal.offer,
    change: |vendor, change| change(&mut vendor.proposal.offer),
};

fn says(facts: &Facts, line: &OfferLine) -> Vec<Said> {
    let text = &facts.text.costs;
    let quantity = format!("{} {}", format::number_or_missing(line.quantity, 2), line.unit);
    let money = |amount: Option<Money>| {
        amount.map_or_else(
            || format::MISSING.to_owned(),
            |amount| format::money(amount, facts.project.profile.currency),
        )
    };
    vec![
        Said::Text(line.name.clone()),
        Said::Text((text.tier)(line.tier).to_owned()),
        Said::Text((text.billing)(line.billing).to_owned()),
        Said::Text(role_name(&facts.project.team, line.role)),
        Said::Number(quantity.trim().to_owned()),
        Said::Number(money(line.amount())),
    ]
}

/// Shows the prices of a vendor.
pub fn offer(row: Row<Vendor>) -> AnyView {
    let words = use_words();
    view! {
        <div class="fields">
            {wide(4, price(row, Tier::Base, |text| text.vendors.base_price, BASE))}
            {wide(4, price(row, Tier::ValueAdded, |text| text.offers.value_added_price, VALUE_ADDED))}
        </div>
        <h3>{words.s(|t| t.costs.offer_head)}</h3>
        <p class="hint">{words.s(|t| t.costs.offer_note)}</p>
        {lines(row, &OFFER)}
        <h3>{words.s(|t| t.costs.own_costs)}</h3>
        {form(row, OWN)}
    }
    .into_any()
}

/// Shows the field of a price, or the sum where the offer has lines for it.
fn price(row: Row<Vendor>, tier: Tier, label: Label, typed: &'static [Field<Vendor>]) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let sum = kept(move || row.get(|vendor| vendor.proposal.offered(tier, Billing::Monthly)));
    let said = move || {
        live(move || {
            let text = words.get();
            let sum = format::money(sum.get()?, workspace.section::<Profile>().currency);
            let open = row.get(|vendor| vendor.proposal.open_lines(tier, Billing::Monthly));
            let currency = workspace.section::<Profile>().currency;
            let typed =
                row.get(|vendor| vendor.proposal.typed(tier)).map(|typed| format::money(typed, currency));
            let typed = typed.filter(|typed| *typed != sum).map(|typed| (text.costs.typed_before)(&typed));
            Some(
                view! { <p>{(text.costs.from_lines)(label(text), &sum, open)}</p>{typed.map(|typed| view! { <p class="hint">{typed}</p> })} },
            )
        })
    };
    let is_nothing = kept(move || {
        tier == Tier::Base && row.get(|vendor| vendor.proposal.base_price.is_some_and(|price| price.0 <= 0))
    });
    view! {
        <Show when=fact(move || sum.get().is_none()) fallback=said>{form(row, typed)}</Show>
        <Show when=fact(move || is_nothing.get())><p class="field-error" role="alert">{words.s(|t| t.offers.price_not_counted)}</p></Show>
    }
    .into_any()
}
