//! Why targets were missed: the causes by how often they were named, and each miss with its own.

use leptos::prelude::*;

use crate::charts::pareto;
use crate::domain::performance::Performance;
use crate::domain::performance::pareto::{Cause, causes as counted};
use crate::domain::performance::records::Place;
use crate::domain::register::Item;
use crate::domain::step::Step;
use crate::i18n::format::with_unit;
use crate::i18n::{Text, format};
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::performance::kpis::definitions::target_words;
use crate::pages::performance::kpis::looked::Looked;
use crate::state::preferences::use_preferences;
use crate::state::workspace::Workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, fact, kept, live};

/// How many misses are listed at first, the latest ones.
const SHOWN: usize = 12;
/// Where the causes used before are offered from.
const OFFERED: &str = "breach-causes";

/// One miss in words.
#[derive(Clone, PartialEq)]
struct Miss {
    place: Place,
    kpi: [String; 2],
    value: String,
    target: String,
}

/// Shows the causes and the misses.
pub(super) fn causes(looked: Looked) -> AnyView {
    let Looked { workspace, words, vendor, .. } = looked;
    let is_narrow = use_preferences().is_narrow();
    let named = kept(move || {
        let performance = workspace.section::<Performance>();
        let Some(vendor) = vendor.get() else { return (Vec::new(), 0) };
        let said: Vec<&str> = performance.breaches(vendor).into_iter().map(|(_, _, cause)| cause).collect();
        (counted(said.iter().copied().filter(|cause| !cause.is_empty())), said.len())
    });
    let drawn = kept(move || (named.get(), words.get().language, is_narrow.get()));
    let svg = drawn_late(drawn, 4, |((causes, all), language, is_narrow), palette| {
        let text = Text::of(*language);
        let most = (text.kpis.together)(&format::percent(80.0, 0, *language));
        pareto::draw(&bars(text, causes, *all), &most, *is_narrow, palette)
    });
    let caption = Signal::derive(move || named.with(|(causes, all)| sentence(words.get(), causes, *all)));
    let table = Signal::derive(move || {
        let text = words.get();
        let rows = named.with(|(causes, _)| {
            let row = |cause: &Cause| {
                let [share, together] =
                    [cause.share_pct, cause.together_pct].map(|value| format::number(value, 1));
                vec![cause.name.clone(), cause.count.to_string(), share, together]
            };
            causes.iter().map(row).collect()
        });
        FigureTable { heads: text.kpis.causes_columns.map(str::to_owned).to_vec(), rows }
    });
    let has_causes = kept(move || named.with(|(causes, _)| !causes.is_empty()));
    let picture = move || chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false });
    view! {
        <Show when=fact(move || has_causes.get()) fallback=move || view! { <p>{caption}</p> }>{picture()}</Show>
        {misses(looked)}
    }
    .into_any()
}

/// The causes as bars. Shares are of the misses whose cause was said; how many have none is said beside them.
fn bars(text: &Text, causes: &[Cause], all: usize) -> Vec<pareto::Cause> {
    let said: usize = causes.iter().map(|cause| cause.count).sum();
    let bar = |cause: &Cause| pareto::Cause {
        name: cause.name.clone(),
        share: cause.share_pct / 100.0,
        together: cause.together_pct / 100.0,
        is_vital: cause.is_vital,
        words: (text.kpis.cause_words)(cause.count),
        reached: format::percent(cause.together_pct, 0, text.language),
    };
    let open = pareto::Cause {
        name: text.kpis.no_cause.to_owned(),
        words: (text.kpis.cause_words)(all.saturating_sub(said)),
        together: 1.0,
        ..pareto::Cause::default()
    };
    causes.iter().map(bar).chain((said < all).then_some(open)).collect()
}

fn sentence(text: &Text, causes: &[Cause], all: usize) -> String {
    let vital: Vec<&Cause> = causes.iter().filter(|cause| cause.is_vital).collect();
    let said: usize = causes.iter().map(|cause| cause.count).sum();
    match vital.last() {
        Some(last) => {
            let names: Vec<_> = vital.iter().map(|cause| cause.name.clone()).collect();
            (text.kpis.causes_finding)(&names, &format::number(last.together_pct, 0), said)
        }
        None if all == 0 => text.kpis.causes_none.to_owned(),
        None => (text.kpis.causes_unsaid)(all),
    }
}

/// Lists the misses, the latest first, each with a field for its cause.
fn misses(looked: Looked) -> AnyView {
    let Looked { workspace, words, vendor, .. } = looked;
    let n_shown = RwSignal::new(SHOWN);
    let all = kept(move || {
        let performance = workspace.section::<Performance>();
        let Some(vendor) = vendor.get() else { return Vec::new() };
        let miss = |(place, value, _): (Place, f64, &str)| {
            let kpi = performance.kpis.get(place.kpi)?;
            let value = with_unit(value, &kpi.unit);
            Some(Miss { place, kpi: [kpi.clause(), kpi.name.clone()], value, target: target_words(kpi) })
        };
        let mut misses: Vec<_> = performance.breaches(vendor).into_iter().filter_map(miss).collect();
        decision::order::sort_by(&mut misses, |one: &Miss, other: &Miss| {
            other.place.month.cmp(&one.place.month)
        });
        misses
    });
    let has_any = kept(move || all.with(|all| !all.is_empty()));
    let shown = kept(move || all.with(|all| all.iter().take(n_shown.get()).cloned().collect::<Vec<_>>()));
    let rows = live(move || shown.get().into_iter().map(|miss| row(workspace, miss)).collect_view());
    let n_more = kept(move || all.with(|all| all.len().saturating_sub(n_shown.get())));
    let more = words.built(move |t| (t.kpis.more)(n_more.get().min(SHOWN)));
    let heads = live(move || {
        let heads = words.get().kpis.breach_columns.map(|head| view! { <th scope="col">{head}</th> });
        heads.into_iter().collect_view()
    });
    let offered = live(move || {
        let performance = workspace.section::<Performance>();
        let said = performance
            .records
            .iter()
            .flat_map(|(_, _, months)| months.values().map(|record| record.cause.as_str()));
        let causes = counted(said.filter(|cause| !cause.is_empty()));
        causes.into_iter().map(|cause| view! { <option value=cause.name></option> }).collect_view()
    });
    // It is hidden and not left out while there is nothing to list: what is typed into it must not draw it anew.
    view! {
        <div hidden=move || !has_any.get()>
            <p class="hint">{words.s(|t| t.kpis.cause_hint)}</p>
            <datalist id=OFFERED>{offered}</datalist>
            <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.kpis.causes_head)>
                <table class="table breaches"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
            <Show when=fact(move || 0 < n_more.get())>
                <div class="actions"><Button kind=ButtonKind::Text label=more on_press=move |()| n_shown.update(|shown| *shown += SHOWN)/></div>
            </Show>
        </div>
    }
    .into_any()
}

fn row(workspace: Workspace, miss: Miss) -> AnyView {
    let words = crate::i18n::context::use_words();
    let Miss { place, kpi: [clause, name], value, target } = miss;
    let cause = kept(move || {
        let performance = workspace.section::<Performance>();
        performance.record(place).map(|record| record.cause.clone()).unwrap_or_default()
    });
    let (step, month) = (format!("{clause} {}", place.month), place.month.to_string());
    let set = move |cause: String| {
        workspace.edit(Step::typing(step.clone(), "cause"), |performance: &mut Performance| {
            performance.set_cause(place, cause);
        });
    };
    let named = name.clone();
    let label = words.built(move |t| (t.kpis.cause_of)(&named, &month));
    view! {
        <tr>
            <th scope="row"><span class="number">{clause}</span>" "<bdi>{name}</bdi></th>
            <td><time>{place.month.to_string()}</time></td>
            <td class="num">{value}</td>
            <td class="num">{target}</td>
            <td><TextField label value=cause on_input=set list=OFFERED.to_owned() hide_label=true/></td>
        </tr>
    }
    .into_any()
}
