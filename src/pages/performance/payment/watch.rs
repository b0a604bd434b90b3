//! What to watch after an abnormally low award.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Kpi;
use crate::domain::performance::payment::PaymentTerms;
use crate::domain::performance::payment::watch::{LowAward, Spot};
use crate::domain::performance::trend::DRIFT_MONTHS;
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::format::with_unit;
use crate::i18n::payment::worded;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Facts, use_facts};
use crate::pages::performance::payment::{Shown, WATCH};
use crate::state::part::Bindable;
use crate::ui::live::{Show, fact, live};
use crate::ui::sheet::SheetSection;

const STAFFING: &[Field<PaymentTerms>] = &[
    field!(4 Link(Kpi, |kpi| kpi.name.clone()) watch.staffing.kpi: long_term.watch_kpi),
    field!(8 Lines watch.staffing.note: long_term.watch_note),
];
const QUALITY: &[Field<PaymentTerms>] = &[
    field!(4 Link(Kpi, |kpi| kpi.name.clone()) watch.quality.kpi: long_term.watch_kpi),
    field!(8 Lines watch.quality.note: long_term.watch_note),
];
const CHANGES: &[Field<PaymentTerms>] = &[
    field!(4 Link(Kpi, |kpi| kpi.name.clone()) watch.changes.kpi: long_term.watch_kpi),
    field!(8 Lines watch.changes.note: long_term.watch_note),
];

/// Shows the section where there is something to watch.
pub fn watch(shown: Shown) -> AnyView {
    let words = use_words();
    let award = shown.award;
    let lead = move || {
        let text = words.get();
        award.with(|award| {
            let award = award.as_ref()?;
            let flags: Vec<_> = award.flags.iter().map(|flag| (text.long_term.flag)(*flag)).collect();
            let said = (text.long_term.watch_lead)(award.explained == Some(true));
            let flags = flags.join(text.common.list_comma);
            Some(view! { <p>{said}" "<span class="quiet">{flags}</span></p> })
        })
    };
    let spots = move || {
        let spots = Spot::ALL.into_iter().zip([STAFFING, QUALITY, CHANGES]).map(|(spot, fields)| {
            let facts = use_facts();
            let terms = shown.terms();
            let known = live(move || {
                let facts = facts.get();
                let mut kpi = None;
                terms.look(&mut |terms| kpi = terms.watch.on(spot).kpi);
                let vendor = shown.place.get().map(|(vendor, _)| vendor);
                award.with(|award| award.as_ref().map(|award| known(&facts, award, spot, vendor.zip(kpi))))
            });
            view! {
                <div class="watch-spot">
                    <h3>{words.s(move |t| (t.long_term.spot)(spot))}</h3>
                    <p class="hint">{words.s(move |t| (t.long_term.watched)(spot))}</p>
                    {known}
                    {form(terms, fields)}
                </div>
            }
        });
        spots.collect_view()
    };
    view! {
        <Show when=fact(move || award.with(Option::is_some))>
            <SheetSection number=shown.number(WATCH) title=words.s(|t| t.long_term.watch_head)>{live(lead)}{spots()}</SheetSection>
        </Show>
    }
    .into_any()
}

/// Says what the project knows of a spot, and where its indicator stands.
fn known(facts: &Facts, award: &LowAward, spot: Spot, kpi: Option<(Id<Vendor>, Id<Kpi>)>) -> AnyView {
    let text = facts.text;
    let words = &text.long_term;
    let of_project = match spot {
        Spot::Staffing => (words.staffed)(award.staffed.0, award.staffed.1),
        Spot::Quality => award.first_pass.map_or_else(
            || words.no_checks.to_owned(),
            |(month, share)| {
                (words.first_pass)(&month.to_string(), &format::percent(share, 1, text.language))
            },
        ),
        Spot::Changes => {
            let cost = worded(award.changes.1, facts.project.profile.currency, text.language);
            let share = award.changes_pct.map(|share| format::percent(share, 1, text.language));
            (words.changes)(award.changes.0, &cost, share.as_deref())
        }
    };
    let performance = &facts.project.performance;
    let of_kpi = kpi.and_then(|(vendor, id)| {
        let kpi = performance.kpis.get(id)?;
        let (month, value) = performance.latest(vendor, id)?;
        let worse = performance.months_worse(vendor, kpi);
        let worse = (DRIFT_MONTHS <= worse).then(|| (words.worse)(worse));
        let latest = (words.latest)(&month.to_string(), &with_unit(value, kpi.unit.trim()));
        let latest = format!("{} {latest}", kpi.clause());
        Some([Some(latest), worse].into_iter().flatten().collect::<Vec<_>>().join(text.common.list_comma))
    });
    let of_kpi = of_kpi.unwrap_or_else(|| words.no_kpi.to_owned());
    view! { <p>{[of_project, of_kpi].join(text.common.sentence_join)}</p> }.into_any()
}
