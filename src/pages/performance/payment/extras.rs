//! What was agreed besides the base service, and by when this period is paid.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::performance::payment::Extra;
use crate::domain::requirements::Feature;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::payment::bare;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, Label, field, form, labelled, wide};
use crate::pages::list::{Lines, ledger, use_facts};
use crate::pages::performance::payment::Shown;
use crate::state::part::{Change, Part};
use crate::state::row::bound;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Show, fact, kept};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

const FIELDS: &[Field<Extra>] = &[
    field!(6 Line what: payment.what),
    field!(2 Number quantity: payment.quantity),
    field!(2 Line unit: payment.unit),
    field!(2 Money unit_price: payment.unit_price),
    field!(4 Line agreed_by: payment.who_agreed),
    field!(4 Link(Feature, |feature| feature.name.clone()) feature: payment.feature),
    field!(4 Line clause: payment.clause),
];

const HEADS: [(Label, bool); 4] = [
    (|text| text.payment.what, false),
    (|text| text.payment.quantity, true),
    (|text| text.payment.unit_price, true),
    (|text| text.payment.amount, true),
];

/// Shows the section.
pub fn extras(shown: Shown) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let read_only = use_read_only();
    let line = move |place: u128| {
        let text = facts.get().text;
        let extra = shown.entered.with(|one| one.extras.get(place as usize).cloned()).unwrap_or_default();
        let lacks: Vec<_> = extra.lacks().into_iter().map(|lack| (text.payment.lack)(lack)).collect();
        let money = |amount: Option<Money>| amount.map_or_else(|| format::MISSING.to_owned(), bare);
        let quantity = format!("{} {}", format::number_or_missing(extra.quantity, 3), extra.unit);
        let amount = match lacks.is_empty() {
            true => Said::Number(money(extra.amount())),
            false => Said::Tag(TagKind::Due, lacks.join(text.common.list_comma)),
        };
        Line {
            number: (place + 1).to_string(),
            is_wrong: !lacks.is_empty(),
            cells: vec![
                Said::Text(extra.what.clone()),
                Said::Number(quantity.trim().to_owned()),
                Said::Number(money(extra.unit_price)),
                amount,
            ],
        }
    };
    let form_of = move |place: u128| {
        let at = place as usize;
        let take_out = move |()| {
            shown.change(Step::new(Verb::Remove, named(shown, at)), |one| {
                if at < one.extras.len() {
                    one.extras.remove(at);
                }
            });
        };
        let remove = move || view! { <div class="item-actions"><Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) on_press=take_out/></div> };
        view! { {form(part(shown, at), FIELDS)}<Show when=fact(move || !read_only.get())>{remove()}</Show> }
            .into_any()
    };
    let count = Signal::derive(move || shown.entered.with(|one| one.extras.len()));
    let add = Callback::new(move |()| {
        let at = count.get_untracked();
        shown.change(Step::new(Verb::Add, named(shown, at)), |one| one.extras.push(Extra::default()));
    });
    let lines = Lines {
        name: |text| text.payment.extras_head,
        heads: HEADS.into(),
        ids: Signal::derive(move || (0..count.get() as u128).collect()),
        line: Callback::new(line),
        form: Callback::new(form_of),
    };
    let due = bound(
        Box::new(move || shown.entered.with(|one| one.due)),
        Box::new(move |due| shown.change(Step::typing(shown.subject(), "due"), |one| one.due = due)),
    );
    view! {
        <SheetSection number="6.3.3" title=words.s(|t| t.payment.extras_head)>
            <p class="hint" id="c-extras" tabindex="-1">{words.s(|t| t.payment.extras_lead)}</p>
            {ledger(lines, Some((|text| text.payment.add_extra, add)), from_offer(shown))}
            <div class="fields lead-fields">{wide(4, labelled(|t| t.payment.own_due, Control::Date(due), None))}</div>
        </SheetSection>
    }
    .into_any()
}

/// Shows what takes the value-added lines of the offer over, where it has any and none was entered.
fn from_offer(shown: Shown) -> AnyView {
    let words = use_words();
    let offered = kept(move || {
        let (vendor, period) = shown.place.get()?;
        Some(shown.workspace.project().offered_extras(vendor, period))
    });
    let take = move |()| {
        let extras = offered.get_untracked().unwrap_or_default();
        let step = Step::new(Verb::Add, format!("{} {}", shown.subject(), words.now().payment.extras_head));
        shown.change(step, |one| one.extras.extend(extras));
    };
    let has_some = move || {
        let is_offered = offered.with(|offered| offered.as_ref().is_some_and(|extras| !extras.is_empty()));
        is_offered && shown.entered.with(|one| one.extras.is_empty())
    };
    view! { <Show when=fact(has_some)><Button kind=ButtonKind::Text label=words.s(|t| t.payment.from_offer) on_press=take/></Show> }
        .into_any()
}

/// Names an extra for undo.
fn named(shown: Shown, at: usize) -> String {
    format!("{} {}", shown.subject(), at + 1)
}

/// Takes one extra as fields see it.
fn part(shown: Shown, at: usize) -> Part<Extra> {
    let read = move || shown.entered.with(|one| one.extras.get(at).cloned()).unwrap_or_default();
    let change = move |field: &'static str, asked: Change<Extra>| {
        shown.change(Step::typing(named(shown, at), field), |one| {
            if let Some(extra) = one.extras.get_mut(at) {
                asked(extra);
            }
        });
    };
    Part::new(read, change)
}
