//! Which rule says that a price has to be explained, with what a buyer may set of it.

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::selection::Selection;
use crate::domain::selection::low_price::{LowPriceRule, Purchase};
use crate::domain::selection::method::Method;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list};
use crate::state::part::Part;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept};

const FIELDS: &[Field<Method>] =
    &[field!(6 OneOf(LowPriceRule::ALL, costs.low_rule) low_price.rule: costs.low_rule_label)];

const THRESHOLDS: &[Field<Method>] = &[
    field!(4 Percent(50, 65) low_price.of_mean_bp: costs.of_mean),
    field!(4 Percent(50, 65) low_price.of_second_bp: costs.of_second),
    field!(4 Percent(45, 65) low_price.of_ceiling_bp: costs.of_ceiling),
];

static PURCHASES: List<Purchase> = List {
    name: |text| text.costs.purchases_head,
    columns: &[
        Column::new(|text| text.costs.purchase_name, |_, purchase| Said::Text(purchase.name.clone())),
        Column::number(
            |text| text.costs.purchase_gap,
            |_, purchase| {
                let gap = purchase.lowest().and_then(|lowest| lowest.gap());
                Said::Number(gap.map_or_else(
                    || format::MISSING.to_owned(),
                    |gap| format!("{} %", format::number(gap * 100.0, 1)),
                ))
            },
        ),
    ],
    is_wrong: |_, purchase| purchase.lowest().is_some_and(|lowest| lowest.gap().is_none()),
    form: |row| form(row, PURCHASE_FIELDS),
    add: |text| text.costs.add_purchase,
    fill: |_| (),
};

const PURCHASE_FIELDS: &[Field<Purchase>] = &[
    field!(6 Line name: costs.purchase_name),
    field!(3 Money lowest_price: costs.purchase_first),
    field!(3 Money second_price: costs.purchase_second),
];

/// Shows the choice of the rule, behind one line.
pub fn low_price(part: Part<Method>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let rule = kept(move || {
        let currency = workspace.section::<Profile>().currency;
        workspace.section::<Selection>().method.low_price.rule.for_currency(currency)
    });
    view! {
        {form(part, FIELDS)}
        <p class="hint">{words.s(move |t| (t.costs.low_rule_said)(rule.get()))}</p>
        <Show when=fact(move || rule.get() == LowPriceRule::China)>{form(part, THRESHOLDS)}</Show>
        <Show when=fact(move || rule.get() == LowPriceRule::OpenContracting)>{list(&PURCHASES, ().into_any())}</Show>
    }
    .into_any()
}
