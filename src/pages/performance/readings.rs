//! The monthly readings of one vendor: typed, computed from the numbers of a formula, or read in from a table.

mod block;
mod inputs;
mod intake;
mod mapping;
mod preview;

use decision::order;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::share;
use crate::domain::step::Step;
use crate::exchange::readings::parse_reading;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::performance::readings::block::{Sheet, paste};
use crate::pages::performance::readings::inputs::inputs;
use crate::pages::performance::readings::intake::intake;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::walking::walk;

/// How many months are shown at first, the latest ones.
const SHOWN: usize = 12;

/// Shows the readings of a vendor once their part of the app is here: they stand below the charts.
#[derive(Clone, Copy)]
pub struct ShowsReadings(pub Callback<Kept<Option<Id<Vendor>>>, AnyView>);

/// Shows the readings of a vendor with the ways to enter them.
pub fn readings(vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let all = months(workspace);
    let n_earlier = RwSignal::new(0);
    let months = kept(move || {
        let (all, wanted) = (all.0.get(), SHOWN + n_earlier.get());
        all.get(all.len().saturating_sub(wanted)..).unwrap_or_default().to_vec()
    });
    let n_hidden = kept(move || all.0.with(Vec::len).saturating_sub(months.with(Vec::len)));
    let earlier = words.built(move |t| (t.kpis.earlier)(n_hidden.get().min(SHOWN)));
    let add_month = move |()| {
        if let Some(last) = months.with_untracked(|months| months.last().copied()) {
            all.1.update(|shown| shown.push(last.plus(1)));
        }
    };
    let has_formulas = kept(move || {
        workspace.section::<Performance>().kpis.iter().any(|kpi| !kpi.formula.trim().is_empty())
    });
    view! {
        <p class="hint">{words.s(|t| t.performance.reading_hint)}</p>
        <Show when=fact(move || 0 < n_hidden.get())>
            <div class="actions"><Button kind=ButtonKind::Text label=earlier on_press=move |()| n_earlier.update(|count| *count += SHOWN)/></div>
        </Show>
        {grid(workspace, vendor, months)}
        <Show when=fact(move || has_formulas.get())><p class="hint">{words.s(|t| t.kpis.computed_note)}</p></Show>
        <div class="actions"><Button label=words.s(|t| t.performance.add_month) on_press=add_month/></div>
        <Show when=fact(move || has_formulas.get())>{inputs(vendor, months)}</Show>
        <Show when=fact(move || !read_only.get())>{intake(vendor)}</Show>
    }
    .into_any()
}

/// Returns the months that are shown, and those among them that are shown without a reading. Months shown once stay
/// while the page is open: a row must not leave, or all be drawn anew, under the cursor.
fn months(workspace: Workspace) -> (Kept<Vec<Month>>, RwSignal<Vec<Month>>) {
    let shown = RwSignal::new(Vec::<Month>::new());
    let months = kept(move || {
        let performance = workspace.section::<Performance>();
        let mut months = performance.months();
        months.extend(performance.months_unread());
        months.extend(shown.get());
        if months.is_empty() {
            months.push(Month::of(workspace.today()));
        }
        order::sort_by(&mut months, Ord::cmp);
        months.dedup();
        months
    });
    follow(move || {
        let months = months.get();
        if shown.with_untracked(|shown| *shown != months) {
            shown.set(months);
        }
    });
    (months, shown)
}

/// One field of the grid: whose it is, and what is typed.
type Typed = (Place, RwSignal<String>);

/// The indicators whose values have limits: shares of a whole, and marks with the ends of their scale.
type Limits = Kept<Vec<Limit>>;

/// An indicator whose values have limits, with the ends of its scale where it is judged.
type Limit = (Id<Kpi>, Option<(f64, f64)>);

/// Returns the limits of an indicator, where it has any.
fn scale_of(limits: &[Limit], kpi: Id<Kpi>) -> Option<Option<(f64, f64)>> {
    limits.iter().find(|(one, _)| *one == kpi).map(|(_, scale)| *scale)
}

/// What is the matter with a text that is no reading.
enum Fault {
    NotANumber,
    NoShare(f64),
    OffScale(f64, f64, f64),
}

/// Reads what is typed as a reading.
fn read(text: &str, limit: Option<Option<(f64, f64)>>) -> Result<Option<Reading>, Fault> {
    let reading = parse_reading(text).map_err(|()| Fault::NotANumber)?;
    match (reading.and_then(Reading::value), limit) {
        (Some(value), Some(Some((low, high)))) if !(low..=high).contains(&value) => {
            Err(Fault::OffScale(value, low, high))
        }
        (Some(value), Some(None)) if !share::can_be(value) => Err(Fault::NoShare(value)),
        _ => Ok(reading),
    }
}

/// Shows a field for each month and indicator; what a formula computed stands there as text.
fn grid(workspace: Workspace, vendor: Kept<Option<Id<Vendor>>>, months: Kept<Vec<Month>>) -> AnyView {
    let (words, read_only) = (use_words(), use_read_only());
    let ids = workspace.ids::<Kpi>();
    let heads = live(move || {
        let performance = workspace.section::<Performance>();
        let _ = ids.get();
        performance
            .kpis
            .iter()
            .map(|kpi| view! { <th scope="col">{kpi.clause()}" "<bdi>{kpi.name.clone()}</bdi></th> })
            .collect_view()
    });
    // What the formulas computed is redrawn as a whole: it changes while something else is typed.
    let computed = kept(move || {
        let performance = workspace.section::<Performance>();
        let Some(vendor) = vendor.get() else { return Vec::new() };
        let with_formula = performance.kpis.iter().filter(|kpi| !kpi.formula.trim().is_empty());
        let of = |kpi: &std::sync::Arc<Kpi>| {
            let records = performance.records.get(vendor, kpi.id)?;
            let computed = records.iter().filter(|(_, record)| record.entered == Entered::Computed);
            Some(computed.map(|(month, _)| (kpi.id, *month)).collect::<Vec<_>>())
        };
        with_formula.filter_map(of).flatten().collect::<Vec<_>>()
    });
    let limits = kept(move || {
        let performance = workspace.section::<Performance>();
        let limited = performance.kpis.iter().filter(|kpi| kpi.is_share() || kpi.judged);
        limited.map(|kpi| (kpi.id, kpi.scale())).collect::<Vec<_>>()
    });
    let body = kept(move || (ids.get(), months.get(), vendor.get(), computed.get()));
    let n_left = RwSignal::new(0);
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        let (kpis, months, vendor, computed) = body.get_untracked();
        let Some(vendor) = vendor.filter(|_| !read_only.get_untracked()) else { return };
        let sheet = Sheet { vendor, kpis: &kpis, months: &months, computed: &computed };
        n_left.set(paste(&event, workspace, &sheet, limits).unwrap_or_default());
    };
    let left = live(move || {
        let count = n_left.get();
        (0 < count)
            .then(|| view! { <p class="hint" role="status">{(words.get().kpis.pasted_left)(count)}</p> })
    });
    let rows = live(move || {
        let (ids, months, vendor, computed) = body.get();
        Some(rows(workspace, vendor?, &ids, &months, &computed, limits))
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().performance.readings_head>
            <table class="table readings" on:keydown=|event| walk(&event) on:paste=on_paste on:input=move |_| n_left.set(0)>
                <thead><tr><th scope="col">{words.s(|t| t.performance.month)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {left}
    }
    .into_any()
}

fn rows(
    workspace: Workspace,
    vendor: Id<Vendor>,
    ids: &[Id<Kpi>],
    months: &[Month],
    computed: &[(Id<Kpi>, Month)],
    limits: Limits,
) -> AnyView {
    let performance = workspace.section_now::<Performance>();
    let kpis: Vec<_> = ids.iter().filter_map(|id| performance.kpis.get(*id)).collect();
    let mut typed: Vec<Typed> = Vec::new();
    let rows = months.iter().map(|month| {
        let cells = kpis.iter().map(|kpi| {
            let place = Place { vendor, kpi: kpi.id, month: *month };
            if computed.contains(&(kpi.id, *month)) {
                return self::computed(workspace, place);
            }
            let raw = RwSignal::new(standing(&performance, place).1);
            typed.push((place, raw));
            field(workspace, kpi, place, raw, limits)
        });
        view! { <tr><th scope="row">{month.to_string()}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view().into_any();
    follow_limits(workspace, typed.clone(), limits);
    follow_readings(workspace, typed);
    rows
}

/// Shows a reading a formula computed.
fn computed(workspace: Workspace, place: Place) -> AnyView {
    let words = use_words();
    let value = live(move || {
        let performance = workspace.section::<Performance>();
        match performance.reading(place.vendor, place.kpi, place.month) {
            Some(Reading::Value(value)) => format::number(value, 2),
            Some(Reading::NoEvents) => words.get().performance.no_data.to_owned(),
            None => format::MISSING.to_owned(),
        }
    });
    // Why the numbers that are there make no reading is said beside them as well.
    let no_share = live(move || {
        let performance = workspace.section::<Performance>();
        let kpi = performance.kpis.get(place.kpi)?;
        let value = performance.outcome(place)?.value().filter(|value| kpi.rules_out(*value))?;
        Some(view! { <p class="field-error">{(words.get().kpis.no_share)(value)}</p> })
    });
    view! { <td class="computed">{value}" "<span aria-hidden="true">"ƒ"</span>{no_share}</td> }.into_any()
}

fn field(workspace: Workspace, kpi: &Kpi, place: Place, raw: RwSignal<String>, limits: Limits) -> AnyView {
    let words = use_words();
    let subject = format!("{} {}", kpi.clause(), place.month);
    let limit = move || limits.with(|limits| scale_of(limits, place.kpi));
    let odd = MaybeProp::derive(move || {
        let (text, words) = (raw.get(), words.get());
        read(&text, limit()).err().map(|fault| match fault {
            Fault::NotANumber => (words.kpis.not_counted)(&text),
            Fault::NoShare(value) => (words.kpis.no_share)(value),
            Fault::OffScale(value, low, high) => (words.kpis.off_scale)(value, low, high),
        })
    });
    let put = move |text: String| {
        let reading = read(&text, untrack(limit));
        raw.set(text.clone());
        // What is no reading is kept as it was typed, so that it is there to be mended.
        workspace.edit(
            Step::typing(subject.clone(), "reading"),
            |performance: &mut Performance| match reading {
                Ok(reading) => performance.enter(place, reading, Entered::Typed, workspace.today()),
                Err(_) => performance.set_unread(place, text),
            },
        );
    };
    let label = format!("{} {}", kpi.name, place.month);
    view! { <td><TextField label value=raw on_input=put error=odd hide_label=true/></td> }.into_any()
}

/// Enters what stands typed and could not be, once its indicator may have such values.
fn follow_limits(workspace: Workspace, typed: Vec<Typed>, limits: Limits) {
    let mut before = limits.get_untracked();
    follow(move || {
        let now = limits.get();
        let has_limits =
            |kpi| (before.iter().any(|(one, _)| *one == kpi), now.iter().any(|(one, _)| *one == kpi));
        let is_open = |place: &Place| has_limits(place.kpi) == (true, false);
        for (place, raw) in typed.iter().filter(|(place, _)| is_open(place)) {
            let performance = workspace.section_now::<Performance>();
            let there = performance.reading(place.vendor, place.kpi, place.month);
            let (Ok(Some(reading)), Some(kpi)) =
                (raw.with_untracked(|text| parse_reading(text)), performance.kpis.get(place.kpi))
            else {
                continue;
            };
            if there != Some(reading) {
                let step = Step::typing(format!("{} {}", kpi.clause(), place.month), "reading");
                workspace.edit(step, |performance: &mut Performance| {
                    performance.enter(*place, Some(reading), Entered::Typed, workspace.today());
                });
            }
        }
        before = now;
    });
}

/// One listener for all fields. A field is written anew when its reading became another one; what is typed stays as it
/// was typed, also where it is no reading.
fn follow_readings(workspace: Workspace, typed: Vec<Typed>) {
    let mut before: Vec<(Option<Reading>, String)> = Vec::new();
    follow(move || {
        let performance = workspace.section::<Performance>();
        let now: Vec<_> = typed.iter().map(|(place, _)| standing(&performance, *place)).collect();
        for (place, ((_, raw), now)) in typed.iter().zip(&now).enumerate() {
            let was = before.get(place);
            let (reading, text) = now;
            let means = |typed: &String| typed == text || parse_reading(typed) == Ok(*reading);
            if was.is_some_and(|was| was != now) && !raw.with_untracked(means) {
                raw.set(text.clone());
            }
        }
        before = now;
    });
}

/// Returns the reading of a place and what stands in its field: the reading, or what was typed and is none.
fn standing(performance: &Performance, place: Place) -> (Option<Reading>, String) {
    let reading = performance.reading(place.vendor, place.kpi, place.month);
    let unread = performance.record(place).map(|record| record.unread.clone());
    (reading, unread.filter(|unread| !unread.is_empty()).unwrap_or_else(|| written(reading)))
}

/// Writes a reading as it is typed.
fn written(reading: Option<Reading>) -> String {
    match reading {
        Some(Reading::Value(value)) => value.to_string(),
        Some(Reading::NoEvents) => "n/a".to_owned(),
        None => String::new(),
    }
}
