//! How a gain is shared.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::performance::Performance;
use crate::domain::performance::payment::gain::{GainSharing, Shared};
use crate::domain::performance::payment::{Extra, PaymentTerms};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::payment::{bare, worded};
use crate::i18n::{Text, format};
use crate::pages::form::{Field, field, form};
use crate::pages::parts::currency;
use crate::pages::performance::payment::Shown;
use crate::routes::{Page, Route};
use crate::state::part::Bindable;
use crate::ui::button::Button;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

const FIELDS: &[Field<PaymentTerms>] = &[
    field!(4 Money gain.baseline: long_term.gain_baseline),
    field!(4 Money gain.actual: long_term.gain_actual),
    field!(4 Percent gain.share_bp: long_term.gain_share),
    field!(4 Delta gain.floor: long_term.gain_floor),
    field!(4 Money gain.cap: long_term.gain_cap),
];

/// Shows the section.
pub fn gain(shown: Shown) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let terms = shown.terms();
    let sharing = kept(move || {
        let mut sharing = GainSharing::default();
        terms.look(&mut |terms| sharing = terms.gain.clone());
        sharing
    });
    let said = live(move || {
        let text = words.get();
        let money = currency(shown.workspace);
        let say = |amount: i64| worded(Money(amount), money, text.language);
        sharing.with(|sharing| match sharing.shared() {
            Err(error) => {
                let class = if sharing.is_begun() { "field-error" } else { "quiet" };
                view! { <p class=class>{(text.long_term.gain_error)(error)}</p> }.into_any()
            }
            Ok(shared) => {
                let said = match shared.gain.0 < 0 {
                    true => (text.long_term.loss_said)(
                        &say(-shared.gain.0),
                        &say(-shared.vendor.0),
                        &say(-shared.client.0),
                    ),
                    false => (text.long_term.gain_said)(
                        &say(shared.gain.0),
                        &say(shared.vendor.0),
                        &say(shared.client.0),
                    ),
                };
                view! { <p><strong>{said}</strong></p> }.into_any()
            }
        })
    });
    let computed = Signal::derive(move || {
        let text = words.get();
        sharing
            .with(|sharing| sharing.shared().map(|shared| steps(text, sharing, shared)))
            .unwrap_or_default()
    });
    // It is added once: a statement that holds it is named instead.
    let added = kept(move || {
        let (vendor, _) = shown.place.get()?;
        shown.workspace.section::<Performance>().payments.gain_in(vendor)
    });
    let can_add = move || {
        let gets = sharing.with(|sharing| sharing.shared().is_ok_and(|shared| 0 < shared.vendor.0));
        gets && !read_only.get() && added.with(Option::is_none)
    };
    let held = live(move || {
        let clause = added.get()?;
        let href = Route::Project(shown.workspace.id(), Page::Payment).href_to(&clause);
        let said = (words.get().long_term.gain_added)(&clause);
        Some(view! { <p class="hint"><a href=href>{said}</a></p> })
    });
    let add = move |()| {
        let Ok(shared) = sharing.with_untracked(GainSharing::shared) else { return };
        let what = words.now().long_term.gain_head.to_owned();
        let step = Step::new(Verb::Add, format!("{} {what}", shown.subject()));
        shown.change(step, |one| {
            let unit_price = Some(shared.vendor);
            one.extras.push(Extra {
                what,
                quantity: Some(1.0),
                unit_price,
                is_gain: true,
                ..Extra::default()
            });
        });
    };
    view! {
        <SheetSection number=shown.number(7) title=words.s(|t| t.long_term.gain_head)>
            <p class="hint">{words.s(|t| t.long_term.gain_lead)}</p>
            {form(terms, FIELDS)}
            {said}
            <Show when=fact(move || sharing.with(|sharing| sharing.shared().is_ok()))>
                <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
            </Show>
            {held}
            <Show when=fact(can_add)>
                <div class="actions"><Button label=words.s(|t| t.long_term.gain_add) on_press=add/></div>
            </Show>
        </SheetSection>
    }
    .into_any()
}

fn steps(text: &'static Text, sharing: &GainSharing, shared: Shared) -> Steps {
    let words = &text.long_term;
    let share = format::percent(f64::from(sharing.share_bp) / 100.0, 2, text.language);
    let amount = |amount: Option<Money>| amount.map_or_else(|| format::MISSING.to_owned(), bare);
    let (baseline, actual) = (amount(sharing.baseline), amount(sharing.actual));
    let least = bare(sharing.least());
    let inner = format!("max({least}, {share} × ({baseline} − {actual}))");
    let whole = sharing.cap.map_or(inner.clone(), |cap| format!("min({}, {inner})", bare(cap)));
    let limit = shared.limit.map(|limit| format!(" ({})", (words.gain_limit)(limit))).unwrap_or_default();
    let formula = format!(
        "{share} × {} = {}\n{whole} = {}{limit}",
        bare(shared.gain),
        bare(shared.share),
        bare(shared.vendor)
    );
    let inputs = [
        (words.gain_baseline, baseline),
        (words.gain_actual, actual),
        (words.gain_share, share),
        (words.gain_floor, least),
        (words.gain_cap, amount(sharing.cap)),
    ];
    let inputs = inputs.map(|(name, value)| Input::here((name.to_owned(), value)));
    Steps { rule: words.gain_rule.to_owned(), formula, inputs: inputs.into() }
}
