//! The weights of the four parts, and how prices and scores become points.

use leptos::prelude::*;

use crate::domain::money::Currency;
use crate::domain::profile::Profile;
use crate::domain::selection::Selection;
use crate::domain::selection::method::{Method, PriceFormula, ScorePart};
use crate::domain::selection::ranking::{NoRanking, Ranking};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::vendors::decide::{Beside, beside};
use crate::pages::vendors::step::idle_agreed_words;
use crate::pages::vendors::weighing::{Among, Weighing};
use crate::routes::WEIGHTS;
use crate::state::part::{Bindable, Part};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Live, Show, fact, follow, kept, live};
use crate::ui::number_field::Stepper;
use crate::ui::sheet::SheetSection;
use decision::weights;

/// Shows the weights, and the rest of the method behind one line. A locked decision keeps both as they are.
pub fn method(ranking: Kept<Result<Ranking, NoRanking>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let part: Part<Method> = workspace.part(
        move || words.now().vendors.weights_head.to_owned(),
        |selection: &Selection| selection.method.clone(),
        |selection: &mut Selection, method| {
            if selection.decision.locked.is_none() {
                selection.method = method;
            }
        },
    );
    let weights_bp =
        part.bind("weights", |method| method.weights_bp, |method, weights| method.weights_bp = weights);
    let steppers = ScorePart::ALL.into_iter().enumerate().map(move |(place, part)| {
        let value = Signal::derive(move || f64::from(weights_bp.value.get().get(place).copied().unwrap_or(0)) / 100.0);
        let set = move |percent: f64| {
            let mut next = weights_bp.value.get_untracked();
            if let Some(weight) = next.get_mut(place) {
                *weight = (percent * 100.0).round() as u32;
            }
            weights_bp.set.run(next);
        };
        view! {
            <Stepper label=words.s(move |t| (t.vendors.part)(part)) value on_input=set max=100.0 less=words.s(|t| t.decide.less) more=words.s(|t| t.decide.more) segment=place as u8 + 1/>
        }
    });
    let total = live(move || {
        let sum = f64::from(weights_bp.value.get().iter().sum::<u32>());
        let percent = |bp: f64| format::number(bp / 100.0, 2);
        (words.get().vendors.weights_total)(&percent(sum), &percent(f64::from(weights::WHOLE) - sum))
    });
    let spread = move |()| {
        if let Ok(even) = <[u32; 4]>::try_from(weights::even(4)) {
            weights_bp.set.run(even);
        }
    };
    let is_locked = kept(move || workspace.section::<Selection>().decision.locked.is_some());
    // What stands in the way of a ranking is not left behind a closed line. Once open it stays: it must not close under
    // the hand that fills it in.
    let is_needed = RwSignal::new(false);
    follow(move || {
        if ranking.with(|ranking| matches!(ranking, Err(NoRanking::Bounds | NoRanking::LogBase))) {
            is_needed.set(true);
        }
    });
    let weighing = Weighing::new(Among::Parts, Signal::derive(move || !is_locked.get()));
    let aside = view! { {total}<Show when=fact(move || !is_locked.get())>" · "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.spread_action) on_press=spread/>" · "{weighing.button()}</Show> };
    let said = live(move || {
        let text = words.get();
        let weights = ScorePart::ALL.into_iter().zip(weights_bp.value.get());
        let weights = weights.map(|(part, weight)| {
            format!("{} {}", (text.vendors.part)(part), format::number(f64::from(weight) / 100.0, 2))
        });
        let rest = rules_said(
            text,
            &workspace.section::<Selection>().method,
            workspace.section::<Profile>().currency,
        );
        view! { {weights.collect::<Vec<_>>().join(" · ")}<br/>{rest} }
    });
    view! {
        <SheetSection number="3.6.1" title=words.s(|t| t.vendors.weights_head) aside=aside.into_any()>
            <div id=format!("c-{WEIGHTS}") tabindex="-1">
                <p class="weights-said" hidden=move || !is_locked.get()>{said}</p>
                <div class="steppers" hidden=move || is_locked.get()>{steppers.collect_view()}</div>
            </div>
            {agreed_idle(move |_| is_needed.set(true))}
            {weighing.show()}
            <details class="calculation" hidden=move || is_locked.get() open=move || is_needed.get()>
                <summary>{words.s(|t| t.decide.price_method)}</summary>
                {beside(Beside::Points(part))}
            </details>
            <details class="calculation" hidden=move || is_locked.get()>
                <summary>{words.s(|t| t.costs.low_rule_head)}</summary>
                {beside(Beside::LowPrice(part))}
            </details>
            <details class="calculation weight-sets" hidden=move || is_locked.get()>
                <summary>{words.s(|t| t.decide.sets_head)}</summary>
                {beside(Beside::Sets)}
            </details>
        </SheetSection>
    }
    .into_any()
}

/// Says that scores were agreed on that do not count, with the way to where this is chosen.
fn agreed_idle(change: impl Fn(()) + Copy + Send + Sync + 'static) -> Live {
    let words = use_words();
    let workspace = use_workspace();
    live(move || {
        let said = idle_agreed_words(words.get(), &workspace.section::<Selection>())?;
        Some(
            view! { <p class="hint">{said}" "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.agreed_change) on_press=change/></p> },
        )
    })
}

/// Says how prices and scores become points and which prices are low, where that can no longer be changed.
fn rules_said(text: &'static Text, method: &Method, currency: Currency) -> String {
    let bounds = method.price_high.zip(method.price_low);
    let bounds = bounds.filter(|_| method.price_formula == PriceFormula::PresetBounds);
    let bounds = bounds.map(|(none, full)| {
        let amounts = [none, full].map(|amount| format::money(amount, currency));
        format!("{} {}", text.decide.bounds, amounts.join(", "))
    });
    let base = (method.price_formula == PriceFormula::Log)
        .then(|| format!("{} {}", text.decide.log_base, format::number(method.log_base, 2)));
    let formula = (text.decide.price_formula)(method.price_formula).to_owned();
    let together =
        format!("{} {}", text.decide.aggregation_label, (text.vendors.aggregation)(method.aggregation));
    let low = format!(
        "{} {}",
        text.costs.low_rule_label,
        (text.costs.low_rule)(method.low_price.rule.for_currency(currency))
    );
    [Some(formula), bounds, base, Some(together), Some(low)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
