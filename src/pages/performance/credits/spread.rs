//! What a year may cost, with how that was computed.

use leptos::prelude::*;

use crate::domain::performance::rehearsal::expected::Expected;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::credits::estimate;
use crate::pages::parts::currency;
use crate::pages::performance::credits::amount;
use crate::pages::performance::credits::rehearsal::{Replayed, of};
use crate::state::workspace::Workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Kept, Show, fact, kept, live};

/// Shows it, or why there is no estimate.
pub(super) fn spread(workspace: Workspace, found: Kept<Replayed>) -> AnyView {
    let words = use_words();
    let year = kept(move || {
        found.with(|found| match found {
            Some(Ok((_, year))) => *year,
            _ => None,
        })
    });
    let said = live(move || {
        let text = words.get();
        let t = &text.credits;
        let Some(year) = year.get() else { return view! { <p class="hint">{t.expected_few}</p> }.into_any() };
        let about = |value| estimate(value, currency(workspace));
        let [low, high] = year.interval.map(about);
        let share = of(year.mean, year.fee, text);
        let chronic = (0 < year.chronic_bp).then(|| (t.expected_chronic)(year.chronic_bp));
        view! { <p>{(t.expected_finding)(&about(year.mean), &low, &high, &share)}" "{chronic}</p> }.into_any()
    });
    let steps = Signal::derive(move || {
        year.get().map(|year| computed(words.get(), workspace, &year)).unwrap_or_default()
    });
    let has_year = kept(move || year.with(Option::is_some));
    let how = move || view! { <Calculation label=words.s(|t| t.common.how_computed) steps/> };
    view! {
        <div class="credits-year">
            <h3>{words.s(|t| t.credits.expected_head)}</h3>
            {said}
            <Show when=fact(move || has_year.get())>{how()}</Show>
        </div>
    }
    .into_any()
}

fn computed(text: &'static Text, workspace: Workspace, year: &Expected) -> Steps {
    let t = &text.credits;
    let money = |value| amount(workspace, value);
    let [low, high] = year.interval.map(money);
    let inputs = [
        (t.expected_periods.to_owned(), year.from.to_string()),
        (t.year_fee.to_owned(), money(year.fee)),
        ((t.percentile)(5), low.clone()),
        ((t.percentile)(95), high.clone()),
    ];
    Steps {
        rule: (t.expected_rule)(year.span, year.spans, year.from, year.years),
        formula: format!("Σ / {} = {}\n[P5, P95] = [{low}, {high}]", year.years, money(year.mean)),
        inputs: inputs.map(Input::here).to_vec(),
    }
}
