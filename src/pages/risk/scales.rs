//! The scales risks are rated on: every step with its words, so that two people mean the same by a number.

use leptos::prelude::*;

use crate::domain::profile::{Profile, Scales};
use crate::domain::risk::Risk;
use crate::domain::scale::Rating;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::form::{Label, wide};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::picks::SelectField;

/// What is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// How likely it is.
    Likelihood,
    /// How bad it would be.
    Impact,
    /// How fast it would strike.
    Velocity,
}

impl Scale {
    /// Returns the project's own word for a step, or the usual one.
    #[must_use]
    pub(super) fn word(self, text: &'static Text, scales: &Scales, step: u8) -> String {
        let none = Default::default();
        let (own, usual) = match self {
            Self::Likelihood => (&scales.likelihood_words, &text.risk.likelihood_words),
            Self::Impact => (&scales.impact_words, &text.risk.impact_words),
            Self::Velocity => (&none, &text.risk.velocity_words),
        };
        let place = usize::from(step).saturating_sub(1);
        let own = own.get(place).filter(|word| !word.trim().is_empty());
        own.cloned().unwrap_or_else(|| usual.get(place).copied().unwrap_or_default().to_owned())
    }

    /// Returns a step with its word, and with its band of probability where it is one.
    #[must_use]
    pub(super) fn step(self, text: &'static Text, scales: &Scales, step: u8) -> String {
        let band = match self {
            Self::Likelihood => text.risk.likelihood_bands.get(usize::from(step).saturating_sub(1)),
            Self::Impact | Self::Velocity => None,
        };
        (text.risk.step)(step, &self.word(text, scales, step), band.copied().unwrap_or_default())
    }
}

/// Shows the field that rates a risk on a scale.
pub(super) fn rating(
    row: Row<Risk>,
    scale: Scale,
    label: Label,
    name: &'static str,
    place: fn(&mut Risk) -> &mut Option<Rating>,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    // A copy is looked at: one way to name the place serves reading and writing.
    let bound = row.bind(
        name,
        move |risk| place(&mut risk.clone()).map(Rating::get),
        move |risk, step: Option<u8>| *place(risk) = step.and_then(|step| Rating::new(step).ok()),
    );
    let value = Signal::derive(move || bound.value.get().map(|step| step.to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let (text, profile) = (words.get(), workspace.section::<Profile>());
        let steps = (1..=5).map(|step| (step.to_string(), scale.step(text, &profile.scales, step)));
        std::iter::once((String::new(), text.risk.not_rated.to_owned())).chain(steps).collect::<Vec<_>>()
    });
    let set = move |code: String| bound.set.run(code.parse().ok());
    wide(3, view! { <SelectField label=words.s(label) value options on_input=set/> }.into_any())
}
