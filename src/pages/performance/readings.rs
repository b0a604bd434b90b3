//! The monthly readings of one vendor: typed or pasted.

use decision::order;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::{Performance, Reading};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::exchange::readings::{self, parse_reading};
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::pages::parts::is_empty;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextArea, TextField};
use crate::ui::live::{Kept, Show, fact, follow, kept, live};

/// Shows the readings with a way to paste them.
#[component]
pub fn Readings(
    /// Whose readings.
    vendor: Kept<Option<Id<Vendor>>>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    // Months shown once stay while the page is open: a row must not leave, or all be drawn anew, under the cursor.
    let shown = RwSignal::new(Vec::<Month>::new());
    let months = kept(move || {
        let mut months = workspace.section::<Performance>().months();
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
    let add_month = move |()| {
        if let Some(last) = months.with_untracked(|months| months.last().copied()) {
            shown.update(|shown| shown.push(last.plus(1)));
        }
    };
    let none = is_empty::<crate::domain::performance::Kpi>();
    let rows = move || {
        let performance = workspace.section_now::<Performance>();
        let vendor = vendor.get()?;
        let kpis: Vec<_> =
            performance.kpis.iter().map(|kpi| (kpi.id, kpi.clause(), kpi.name.clone())).collect();
        let mut shown = Vec::new();
        let rows = months.get().into_iter().map(|month| {
            let cells = kpis.iter().cloned().map(|(kpi, clause, name)| {
                let raw = RwSignal::new(written(performance.reading(vendor, kpi, month)));
                shown.push((kpi, month, raw));
                let odd = MaybeProp::derive(move || {
                    let text = raw.get();
                    parse_reading(&text).is_err().then(|| (words.get().common.not_a_number)(&text))
                });
                let put = move |text: String| {
                    let reading = parse_reading(&text);
                    raw.set(text);
                    if let Ok(reading) = reading {
                        workspace.edit(Step::typing(format!("{clause} {month}"), "reading"), |performance: &mut Performance| {
                            performance.set_reading(vendor, kpi, month, reading);
                        });
                    }
                };
                view! { <td><TextField label=format!("{name} {month}") value=raw on_input=put error=odd hide_label=true/></td> }
            });
            view! { <tr><th scope="row">{month.to_string()}</th>{cells.collect_view()}</tr> }
        });
        let rows = rows.collect_view();
        // One listener for all fields. A field is written anew when its reading became another one; what is typed
        // stays as it was typed, also where it is no reading.
        let mut before = Vec::new();
        follow(move || {
            let performance = workspace.section::<Performance>();
            let now: Vec<_> =
                shown.iter().map(|(kpi, month, _)| performance.reading(vendor, *kpi, *month)).collect();
            for (place, ((_, _, raw), reading)) in shown.iter().zip(&now).enumerate() {
                let was = before.get(place);
                let means = |text: &String| parse_reading(text) == Ok(*reading);
                if was.is_some_and(|was| was != reading) && !raw.with_untracked(means) {
                    raw.set(written(*reading));
                }
            }
            before = now;
        });
        Some(rows)
    };
    let ids = workspace.ids::<crate::domain::performance::Kpi>();
    let heads = move || {
        let performance = workspace.section::<Performance>();
        let _ = ids.get();
        performance
            .kpis
            .iter()
            .map(|kpi| view! { <th scope="col">{kpi.clause()}" "<bdi>{kpi.name.clone()}</bdi></th> })
            .collect_view()
    };
    let body = kept(move || (ids.get(), months.get(), vendor.get()));
    view! {
        <p class="hint">{words.s(|t| t.performance.reading_hint)}</p>
        <Show when=fact(move || !none.get())>
            <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().performance.readings_head>
                <table class="table readings">
                    <thead><tr><th scope="col">{words.s(|t| t.performance.month)}</th>{live(heads)}</tr></thead>
                    <tbody>{live(move || { let _ = body.get(); rows() })}</tbody>
                </table>
            </div>
        </Show>
        <div class="actions"><Button label=words.s(|t| t.performance.add_month) on_press=add_month/></div>
        <Paste vendor/>
    }
}

/// Writes a reading as it is typed.
fn written(reading: Option<Reading>) -> String {
    match reading {
        Some(Reading::Value(value)) => value.to_string(),
        Some(Reading::NoEvents) => "n/a".to_owned(),
        None => String::new(),
    }
}

/// Shows a field for a table from a spreadsheet.
#[component]
fn Paste(vendor: Kept<Option<Id<Vendor>>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let pasted = RwSignal::new(String::new());
    let result = RwSignal::new(None::<readings::PastedReadings>);
    let left_out = RwSignal::new(Vec::<String>::new());
    let take = move |()| {
        let Some(vendor) = vendor.get_untracked() else { return };
        let read = readings::read(&table::read_pasted(&pasted.get_untracked()));
        let mut unknown = Vec::new();
        let name = workspace
            .section_now::<Selection>()
            .vendors
            .get(vendor)
            .map(|vendor| vendor.clause())
            .unwrap_or_default();
        workspace.edit(Step::new(Verb::Paste, name), |performance: &mut Performance| {
            let find = |performance: &Performance, text: &str| {
                let fits = |kpi: &crate::domain::performance::Kpi| {
                    kpi.clause().eq_ignore_ascii_case(text) || kpi.name == text
                };
                performance.kpis.iter().find(|kpi| fits(kpi)).map(|kpi| kpi.id)
            };
            for cell in &read.cells {
                match find(performance, &cell.kpi) {
                    Some(kpi) => performance.set_reading(vendor, kpi, cell.month, Some(cell.reading)),
                    None => unknown.push(cell.kpi.clone()),
                }
            }
        });
        if read.not_understood.is_empty() && unknown.is_empty() && !read.no_months {
            pasted.set(String::new());
        }
        left_out.set(unknown);
        result.set(Some(read));
    };
    let said = move || {
        let text = words.get();
        let read = result.get()?;
        if read.no_months {
            return Some(view! { <p class="field-error">{text.performance.paste_no_months}</p> }.into_any());
        }
        let left_out = left_out.get();
        let odd = read.not_understood.len() + left_out.len();
        let mut names = left_out.clone();
        names.dedup();
        let names = names
            .into_iter()
            .take(5)
            .map(|name| view! { <li>{(text.performance.paste_unknown)(&name)}</li> });
        let places = read
            .not_understood
            .iter()
            .take(5)
            .map(|odd| view! { <li>{(text.performance.paste_odd)(odd.row, odd.column, &odd.text)}</li> });
        Some(view! { <p>{(text.performance.paste_result)(read.cells.len() - left_out.len(), odd)}</p><ul>{places.collect_view()}{names.collect_view()}</ul> }.into_any())
    };
    view! {
        <TextArea id="paste-readings" label=words.s(|t| t.performance.paste_label) hint=words.s(|t| t.performance.paste_hint) value=pasted on_input=move |text: String| pasted.set(text) lines=4/>
        <div class="actions"><Button kind=ButtonKind::Plain label=words.s(|t| t.performance.paste_action) on_press=take/></div>
        <div role="status">{live(said)}</div>
    }
}
