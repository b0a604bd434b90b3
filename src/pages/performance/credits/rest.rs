//! Earn-back, chronic failure, the wording of the remedy, and what does not count.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::credits::terms::{CreditTerms, Exclusion};
use crate::domain::requirements::SlaLine;
use crate::i18n::context::use_words;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form};
use crate::pages::performance::credits::rows::{Rows, rows};
use crate::pages::performance::credits::terms::{always, terms_part};
use crate::state::workspace::use_workspace;
use crate::ui::live::{Show, fact, kept};

const EARN_BACK: &[Field<CreditTerms>] = &[field!(12 Tick earn_back.agreed: |text| text.credits.earn_back)];
const EARNED_BACK: &[Field<CreditTerms>] = &[
    always!(3 earn_back.window, 24, earn_back_window),
    field!(3 Date earn_back.agreed_on: |text| text.credits.earn_back_on),
];
const FAILURE: &[Field<CreditTerms>] = &[
    always!(3 chronic.count, 24, chronic_count),
    always!(3 chronic.window_months, 36, chronic_window),
    field!(6 Tick exit_right: |text| text.credits.exit_right),
    field!(12 Lines remedy: |text| text.credits.remedy),
];

/// Makes a field for a month.
macro_rules! month {
    ($field:ident, $label:ident) => {
        Field {
            width: 3,
            name: stringify!($field),
            label: |text| text.credits.$label,
            control: |source, name| {
                Control::Month(source.at(name, |item| item.$field, |item, value| item.$field = value))
            },
            missing: None,
        }
    };
}

static EXCLUSIONS: Rows<Exclusion> = Rows {
    name: |text| text.credits.exclusions,
    fields: &[
        field!(3 Link(SlaLine, |line| line.measure.clone()) sla: |text| text.credits.exclusion_line),
        month!(from, exclusion_from),
        month!(until, exclusion_until),
        field!(3 Line reason: |text| text.credits.exclusion_reason),
    ],
    read: |terms| &terms.exclusions,
    change: |terms| &mut terms.exclusions,
};

/// Shows them.
pub(super) fn rest() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let part = terms_part(workspace);
    let agreed = kept(move || workspace.section::<Performance>().credits.earn_back.agreed);
    let window = move || {
        view! { {form(part, EARNED_BACK)}<p class="hint">{words.s(|t| t.credits.earn_back_hint)}</p> }
            .into_any()
    };
    view! {
        <div class="credits-form">
            {form(part, EARN_BACK)}
            <Show when=fact(move || agreed.get())>{window()}</Show>
            {form(part, FAILURE)}
            {rows(&EXCLUSIONS)}
        </div>
    }
    .into_any()
}
