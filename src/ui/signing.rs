//! Who confirms, in which role, when.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::ui::field::TextField;
use crate::ui::picks::DateField;

/// What whoever confirms fills in.
#[derive(Clone, Copy)]
pub struct Signer {
    name: RwSignal<String>,
    role: RwSignal<String>,
    date: RwSignal<Option<NaiveDate>>,
}

impl Signer {
    /// Begins with what was filled in before, and with a date.
    #[must_use]
    pub fn new(name: String, role: String, date: NaiveDate) -> Self {
        Self { name: RwSignal::new(name), role: RwSignal::new(role), date: RwSignal::new(Some(date)) }
    }

    /// Returns name, role and date.
    #[must_use]
    pub fn said(self) -> (String, String, Option<NaiveDate>) {
        let [name, role] = [self.name, self.role].map(|said| said.get_untracked().trim().to_owned());
        (name, role, self.date.get_untracked())
    }

    /// Returns which of name, role and date is missing.
    #[must_use]
    pub fn missing(self) -> [bool; 3] {
        let (name, role, date) = self.said();
        [name.is_empty(), role.is_empty(), date.is_none()]
    }
}

/// Shows the fields of whoever confirms.
#[component]
pub fn SigningFields(
    /// What is filled in.
    signer: Signer,
    /// The labels of name, role and date.
    labels: [Signal<String>; 3],
    /// The id of the first field, where something leads here.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let Signer { name, role, date } = signer;
    let [name_label, role_label, date_label] = labels;
    view! {
        <div class="signing">
            <TextField id label=name_label value=name on_input=move |said: String| name.set(said)/>
            <TextField label=role_label value=role on_input=move |said: String| role.set(said)/>
            <DateField label=date_label value=date on_input=move |picked| date.set(picked)/>
        </div>
    }
}

/// Shows who confirmed, in which role, when and what: names with values, without those that say nothing.
pub fn signature(rows: impl IntoIterator<Item = (&'static str, String)>) -> AnyView {
    let said = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = said.map(|(name, value)| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> });
    view! { <dl class="signed">{rows.collect_view()}</dl> }.into_any()
}
