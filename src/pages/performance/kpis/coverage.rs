//! How good the data of the indicators are.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::coverage::Coverage;
use crate::domain::performance::records::Entered;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::{Text, format};
use crate::pages::performance::kpis::is_marked;
use crate::pages::performance::kpis::looked::{Looked, named};
use crate::routes::{Page, Route};
use crate::ui::live::{kept, live};

/// How many missing months are named.
const NAMED: usize = 3;

/// Shows the data of each indicator in a row.
pub(super) fn coverage(looked: Looked) -> AnyView {
    let Looked { workspace, words, vendor, .. } = looked;
    let all = kept(move || {
        let performance = workspace.section::<Performance>();
        let Some(vendor) = vendor.get() else { return Vec::new() };
        let due = performance.months_due(vendor, workspace.today());
        let of = |kpi: &std::sync::Arc<_>| (named(kpi), performance.coverage(vendor, kpi.id, &due));
        performance
            .kpis
            .iter()
            .filter(|kpi| !is_marked(&performance, vendor, kpi))
            .map(of)
            .collect::<Vec<_>>()
    });
    let judged = live(move || {
        let performance = workspace.section::<Performance>();
        let vendor = vendor.get()?;
        let judged = performance.kpis.iter().filter(|kpi| is_marked(&performance, vendor, kpi));
        let judged: Vec<_> = judged.map(|kpi| kpi.clause()).collect();
        let text = words.get();
        let said = (text.kpis.coverage_judged)(&judged.join(text.common.list_comma));
        let href = Route::Project(workspace.id(), Page::Task(Task::Reviews)).href();
        let way = view! { <a href=href>{(text.common.task)(Task::Reviews)}</a> };
        (!judged.is_empty()).then(|| view! { <p class="hint">{said}" "{way}</p> })
    });
    let finding = live(move || {
        let name = looked.vendor_name();
        let sum = |count: fn(&Coverage) -> usize| all.with(|all| all.iter().map(|(_, one)| count(one)).sum());
        (words.get().kpis.coverage_finding)(&name, sum(|one| one.there), sum(|one| one.due))
    });
    let heads = live(move || {
        let [kpi, months, ways, last] = words.get().kpis.coverage_columns;
        let heads = [kpi, months, ways].map(|head| view! { <th scope="col">{head}</th> });
        view! { {heads.into_iter().collect_view()}<th scope="col" class="num">{last}</th> }
    });
    let rows = live(move || {
        let text = words.get();
        all.get().into_iter().map(|(name, one)| row(text, name, &one)).collect_view()
    });
    view! {
        <p class="lead">{finding}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.kpis.coverage_head)>
            <table class="table coverage"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {judged}
        <p class="hint">{words.s(|t| t.kpis.coverage_hint)}</p>
    }
    .into_any()
}

fn row(text: &'static Text, name: String, one: &Coverage) -> AnyView {
    let text_of = &text.kpis;
    let first: Vec<_> = one.missing.iter().take(NAMED).map(ToString::to_string).collect();
    let first = first.join(text.common.list_comma);
    let missing = match one.missing.len() {
        0 => None,
        count if count <= NAMED => Some((text_of.coverage_missing)(&first)),
        count => Some((text_of.coverage_missing)(&(text_of.and_more)(&first, count - NAMED))),
    };
    let none = (0 < one.no_events).then(|| (text_of.coverage_no_events)(one.no_events));
    let notes: Vec<_> = missing.into_iter().chain(none).collect();
    let ways = Entered::ALL.into_iter().zip(one.entered).filter(|(_, count)| 0 < *count);
    let ways: Vec<_> = ways.map(|(way, count)| (text_of.entered)(way, count)).collect();
    view! {
        <tr>
            <th scope="row"><bdi>{name}</bdi></th>
            <td>{format!("{} / {}", one.there, one.due)}<small class="quiet">{notes.join(text.common.sentence_join)}</small></td>
            <td>{if ways.is_empty() { format::MISSING.to_owned() } else { ways.join(text.common.list_comma) }}</td>
            <td class="num">{format::date_or_missing(one.last_change)}</td>
        </tr>
    }
    .into_any()
}
