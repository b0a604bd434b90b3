//! What an action did to its indicator, with how that was computed.

use leptos::prelude::*;

use crate::domain::performance::Kpi;
use crate::domain::performance::improvement::{EFFECT_MONTHS, Effect, Round, Theme};
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format::with_unit;
use crate::i18n::{Text, format};
use crate::pages::list::{Facts, use_facts};
use crate::state::row::Row;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};

/// An effect with the indicator it is about.
#[derive(Clone, PartialEq)]
struct Found {
    kpi: Kpi,
    effect: Effect,
}

fn of(project: &Project, theme: &Theme, round: &Round) -> Option<Found> {
    let kpi = project.performance.kpis.get(theme.kpi?)?;
    let vendor = project.selection.vendor_of(theme)?;
    let effect = project.performance.effect(vendor, kpi.id, round)?;
    Some(Found { kpi: Kpi::clone(kpi), effect })
}

/// Says in a line what the present try did, or the one before it while that is not done.
pub(super) fn effect_said(facts: &Facts, theme: &Theme) -> Said {
    let done = theme.rounds.iter().rev().find(|round| round.done.is_some());
    let Some(found) = done.and_then(|round| of(&facts.project, theme, round)) else {
        return Said::Text(String::new());
    };
    let text = &facts.text.improvement;
    match found.effect.means() {
        Some([before, after]) => {
            let [before, after] = [before, after].map(|mean| with_unit(mean, &found.kpi.unit));
            Said::Text((text.effect_short)(&before, &after))
        }
        None => Said::Quiet(text.effect_open.to_owned()),
    }
}

/// Shows what a try did to the indicator.
pub(super) fn effect(row: Row<Theme>, at: usize) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let theme = row.item()?;
        let round = theme.rounds.get(at)?;
        of(&facts.get().project, &theme, round)
    });
    let said = live(move || {
        let text = &words.get().improvement;
        let (is_done, has_kpi) = row.get(|theme| {
            (theme.rounds.get(at).is_some_and(|round| round.done.is_some()), theme.kpi.is_some())
        });
        let said = match found.get() {
            _ if !is_done => text.not_done.to_owned(),
            _ if !has_kpi => text.no_kpi.to_owned(),
            None => text.effect_open.to_owned(),
            Some(Found { kpi, effect }) => match effect.means() {
                None => (text.few)(effect.before.len(), effect.after.len()),
                Some([before, after]) => {
                    let [before, after] = [before, after].map(|mean| with_unit(mean, &kpi.unit));
                    (text.effect_said)(&kpi.name, &before, &after, effect.is_better(kpi.direction))
                }
            },
        };
        view! { <p class="effect">{said}</p> }
    });
    let computed = Signal::derive(move || {
        let (facts, found) = (facts.get(), found.get());
        let done = row.get(|theme| theme.rounds.get(at).and_then(|round| round.done));
        match (found, done) {
            (Some(found), Some(done)) => {
                let href = facts.link(Task::Kpis, &found.kpi.clause());
                steps(facts.text, &found, Month::of(done), &href)
            }
            _ => Steps::default(),
        }
    });
    view! {
        {said}
        <Show when=fact(move || found.with(Option::is_some))>
            <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
        </Show>
    }
    .into_any()
}

/// Says how the means came about, month by month.
fn steps(text: &'static Text, found: &Found, done: Month, href: &str) -> Steps {
    let words = &text.improvement;
    let side = |values: &[(Month, f64)]| {
        let sum: f64 = values.iter().map(|(_, value)| value).sum();
        let terms: Vec<_> = values.iter().map(|(_, value)| format::number(*value, 2)).collect();
        match values.len() {
            0 => format::MISSING.to_owned(),
            count => {
                let mean = format::number(sum / count as f64, 2);
                format!("({}) / {count} = {mean}", terms.join(" + "))
            }
        }
    };
    let months = (-EFFECT_MONTHS..=EFFECT_MONTHS).filter(|ahead| *ahead != 0).map(|ahead| {
        let month = done.plus(ahead);
        let (when, values) = match ahead < 0 {
            true => (words.before, &found.effect.before),
            false => (words.after, &found.effect.after),
        };
        let value = values.iter().find(|(one, _)| *one == month);
        let value =
            value.map_or_else(|| format::MISSING.to_owned(), |(_, value)| with_unit(*value, &found.kpi.unit));
        Input::from(href, (format!("{when} {month}"), value))
    });
    Steps {
        rule: words.effect_rule.to_owned(),
        formula: format!(
            "{}: {}\n{}: {}",
            words.before,
            side(&found.effect.before),
            words.after,
            side(&found.effect.after)
        ),
        inputs: months.collect(),
    }
}
