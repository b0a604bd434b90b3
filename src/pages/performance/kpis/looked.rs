//! What the sections of the page look at: whose figures, by which periods.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::language::Language;
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::{Cycle, Month, Parting, Period};
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::Step;
use crate::i18n::Text;
use crate::i18n::context::{Words, use_words};
use crate::i18n::{format, period};
use crate::pages::performance::VendorChoice;
use crate::state::workspace::Workspace;
use crate::ui::live::{Kept, Show, fact, kept};
use crate::ui::picks::{Checkbox, SelectField};

/// How many months go without their year: each name stands for one of them.
const ONE_YEAR: usize = 12;

/// What is looked at.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    pub workspace: Workspace,
    pub words: Words,
    /// Whose figures.
    pub vendor: Kept<Option<Id<Vendor>>>,
    /// How time is parted.
    pub parting: Kept<Parting>,
    /// The periods that have readings of any vendor, and those between them.
    pub periods: Kept<Vec<Period>>,
    /// The months of those.
    pub months: Kept<Vec<Month>>,
    /// What the periods are called under a chart; shared, as every chart has the same.
    pub names: Kept<Arc<Vec<String>>>,
    /// Whether the charts show what is usual.
    pub shows_usual: RwSignal<bool>,
}

impl Looked {
    pub fn new(workspace: Workspace, vendor: Kept<Option<Id<Vendor>>>) -> Self {
        let parting = kept(move || workspace.section::<Performance>().parting);
        let months = kept(move || workspace.section::<Performance>().months());
        let periods = kept(move || months.with(|months| parting.get().part(months)));
        let (words, shows_usual) = (use_words(), RwSignal::new(false));
        let names = kept(move || {
            let (language, n_months) = (words.get().language, months.with(Vec::len));
            let name = |period: &Period| short(*period, parting.get(), n_months, language);
            Arc::new(periods.with(|periods| periods.iter().map(name).collect::<Vec<_>>()))
        });
        Self { workspace, words, vendor, parting, periods, months, names, shows_usual }
    }

    /// Returns the name of a period.
    pub fn name(self, period: Period) -> String {
        period::name_in(period, self.parting.get(), self.words.get().language)
    }

    /// Returns the name of a period as it stands under a chart.
    pub fn short(self, period: Period) -> String {
        short(period, self.parting.get(), self.months.with(Vec::len), self.words.get().language)
    }

    /// Returns the readings of an indicator over the periods.
    pub fn over(self, vendor: Id<Vendor>, kpi: Id<Kpi>) -> Vec<(Period, Option<Reading>)> {
        let performance = self.workspace.section::<Performance>();
        self.periods.with(|periods| {
            periods.iter().map(|period| (*period, performance.over(vendor, kpi, *period))).collect()
        })
    }

    /// Returns the number and the name of the vendor looked at.
    pub fn vendor_name(self) -> String {
        let vendor = self.vendor.get();
        let selection = self.workspace.section::<Selection>();
        let vendor = vendor.and_then(|id| selection.vendors.get(id));
        vendor.map(|vendor| format!("{} {}", vendor.clause(), vendor.name)).unwrap_or_default()
    }

    /// Returns the place of a vendor's colour: its clause number, so that it keeps it all project long.
    pub fn style_of(self, vendor: Id<Vendor>) -> usize {
        let selection = self.workspace.section::<Selection>();
        selection.vendors.get(vendor).map_or(0, |vendor| vendor.number as usize - 1)
    }
}

/// Writes a period as it stands under a chart. Where a month comes again every year, it says which.
fn short(period: Period, parting: Parting, n_months: usize, language: Language) -> String {
    match period.cycle == Cycle::Month && n_months <= ONE_YEAR {
        true => period::months(period, language),
        false => period::tick(period, parting),
    }
}

/// Returns the number and the name of an indicator.
pub(super) fn named(kpi: &Kpi) -> String {
    format!("{} {}", kpi.clause(), kpi.name)
}

/// Writes a reading in words.
pub(super) fn said(text: &Text, reading: Option<Reading>, unit: &str) -> String {
    match reading {
        Some(Reading::Value(value)) => format::with_unit(value, unit),
        Some(Reading::NoEvents) => text.performance.no_data.to_owned(),
        None => format::MISSING.to_owned(),
    }
}

/// Shows whose figures are looked at, by which periods, and whether with what is usual.
pub(super) fn choices(looked: Looked, chosen: RwSignal<String>) -> AnyView {
    let Looked { workspace, words, vendor, parting, shows_usual, .. } = looked;
    let step = move || Step::typing(words.now().kpis.cycle_label, "parting");
    let set = move |change: &dyn Fn(&mut Parting)| {
        workspace.edit(step(), |performance: &mut Performance| change(&mut performance.parting));
    };
    let cycle = Signal::derive(move || {
        let cycle = parting.get().cycle;
        Cycle::ALL.iter().position(|one| *one == cycle).unwrap_or(0).to_string()
    });
    let all = Signal::derive(move || {
        let names = Cycle::ALL.into_iter().map(words.get().kpis.cycle).enumerate();
        names.map(|(place, name)| (place.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let set_cycle = move |place: String| {
        let chosen = place.parse().ok().and_then(|place: usize| Cycle::ALL.get(place)).copied();
        set(&|parting| parting.cycle = chosen.unwrap_or_default());
    };
    let first = Signal::derive(move || parting.get().first_month.get().to_string());
    let months = Signal::derive(move || {
        let language = words.get().language;
        (1..=12_u8).map(|month| (month.to_string(), format::month_short(month, language))).collect::<Vec<_>>()
    });
    let set_first = move |month: String| {
        if let Some(month) =
            month.parse().ok().and_then(|month| crate::domain::scale::Bounded::new(month).ok())
        {
            set(&|parting| parting.first_month = month);
        }
    };
    let is_long = fact(move || parting.get().cycle != Cycle::Month);
    let first_choice = move || {
        view! { <div class="w3"><SelectField label=words.s(|t| t.kpis.first_month) hint=words.s(|t| t.kpis.first_hint) value=first options=months on_input=set_first/></div> }
    };
    view! {
        <div class="fields kpi-choices">
            <div class="w4"><VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/></div>
            <div class="w3"><SelectField label=words.s(|t| t.kpis.cycle_label) value=cycle options=all on_input=set_cycle/></div>
            <Show when=is_long>{first_choice()}</Show>
        </div>
        <Show when=fact(move || parting.get().cycle != Cycle::Month)><p class="hint">{words.s(|t| t.kpis.cycle_rule)}</p></Show>
        <div class="kpi-usual"><Checkbox label=words.s(|t| t.kpis.show_usual) value=shows_usual on_input=move |is_on| shows_usual.set(is_on)/></div>
    }
    .into_any()
}
