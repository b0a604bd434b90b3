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
        untrack(|| self.still_missing())
    }

    /// Returns the same and follows it while it is filled in.
    #[must_use]
    pub fn still_missing(self) -> [bool; 3] {
        let [name, role] = [self.name, self.role].map(|said| said.with(|said| said.trim().is_empty()));
        [name, role, self.date.with(Option::is_none)]
    }
}

/// Shows the fields of whoever confirms.
#[component]
pub fn SigningFields(
    /// What is filled in.
    signer: Signer,
    /// The labels of name, role and date.
    labels: [Signal<String>; 3],
    /// The id of the first field, where something leads here; those of the others end in `-role` and `-date`.
    #[prop(into)]
    id: String,
    /// What is wrong with each.
    #[prop(optional)]
    errors: [MaybeProp<String>; 3],
) -> impl IntoView {
    let Signer { name, role, date } = signer;
    let [name_label, role_label, date_label] = labels;
    let [name_error, role_error, date_error] = errors;
    let [role_id, date_id] = ["role", "date"].map(|field| format!("{id}-{field}"));
    view! {
        <div class="signing">
            <TextField id label=name_label value=name error=name_error on_input=move |said: String| name.set(said)/>
            <TextField id=role_id label=role_label value=role error=role_error on_input=move |said: String| role.set(said)/>
            <DateField id=date_id label=date_label value=date error=date_error on_input=move |picked| date.set(picked)/>
        </div>
    }
}

/// Shows who confirmed, in which role, when and what: names with values, without those that say nothing.
pub fn signature(rows: impl IntoIterator<Item = (&'static str, String)>) -> AnyView {
    let said = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = said.map(|(name, value)| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> });
    view! { <dl class="signed">{rows.collect_view()}</dl> }.into_any()
}
