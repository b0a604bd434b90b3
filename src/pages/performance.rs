//! Stage 6: indicators and reviews.

pub mod credits;
pub mod improvement;
pub mod kpis;
pub mod payment;
pub mod readings;
pub mod reviews;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::state::workspace::use_workspace;
use crate::ui::live::{Kept, kept};
use crate::ui::picks::SelectField;

/// The vendor looked at: the one chosen here, else the decided one, else the first.
#[must_use]
pub fn use_vendor() -> (RwSignal<String>, Kept<Option<Id<Vendor>>>) {
    let workspace = use_workspace();
    let chosen = RwSignal::new(String::new());
    let vendor = kept(move || {
        let selection = workspace.section::<Selection>();
        let here = Id::parse(&chosen.get()).filter(|id| selection.vendors.has(*id));
        here.or(selection.decision.chosen).or_else(|| selection.vendors.at(0).map(|vendor| vendor.id))
    });
    (chosen, vendor)
}

/// Shows the choice of the vendor looked at.
#[component]
pub fn VendorChoice(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen here.
    chosen: RwSignal<String>,
    /// The vendor looked at.
    vendor: Kept<Option<Id<Vendor>>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let options = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        selection
            .vendors
            .iter()
            .map(|vendor| (vendor.id.to_string(), format!("{} {}", vendor.clause(), vendor.name)))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || vendor.get().map(|id| id.to_string()).unwrap_or_default());
    view! { <SelectField label value options on_input=move |id: String| chosen.set(id)/> }
}
