//! How concentrated the whole is: each vendor's share, and the number of equal vendors it comes to.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::risk::dependence::Whole;
use crate::domain::risk::dependence::concentration::Concentration;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let project = facts.get().project;
        project.risk.dependence.whole(&project.requirements)
    });
    let is_there = kept(move || found.with(Option::is_some));
    let said = move || {
        live(move || {
            let facts = facts.get();
            found.with(|found| Some(concentration_said(&facts, &found.as_ref()?.concentration)))
        })
    };
    let table = move || {
        live(move || {
            let facts = facts.get();
            found.with(|found| found.as_ref().map(|whole| table(&facts, whole)))
        })
    };
    let computed = Signal::derive(move || {
        let facts = facts.get();
        found.with(|found| found.as_ref().map(|whole| steps(&facts, whole)).unwrap_or_default())
    });
    view! {
        <SheetSection number="5.5.2" title=words.s(|t| t.dependence.whole_head)>
            <Show when=fact(move || is_there.get()) fallback=move || view! { <p class="lead">{words.s(|t| t.dependence.whole_empty)}</p> }>
                <p class="lead">{said()}</p>
                {table()}
                <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
            </Show>
        </SheetSection>
    }
    .into_any()
}

/// Says what a vendor carries: money a month, or modules.
fn amount(facts: &Facts, whole: &Whole, amount: f64) -> String {
    let text = &facts.text.dependence;
    match whole.is_money {
        true => {
            let amount = Money(amount.round() as i64);
            (text.a_month)(&format::money(amount, facts.project.profile.currency))
        }
        false => (text.n_modules)(&format::number(amount, 2)),
    }
}

fn rows(facts: &Facts, whole: &Whole) -> Vec<[String; 3]> {
    let shares = whole.amounts.iter().zip(&whole.concentration.shares);
    let row = |((vendor, carried), share): (&(_, f64), &f64)| {
        let title = facts.project.selection.title_of(*vendor);
        [title, amount(facts, whole, *carried), format::percent(*share, 1, facts.text.language)]
    };
    shares.map(row).collect()
}

fn table(facts: &Facts, whole: &Whole) -> AnyView {
    let heads = facts.text.dependence.whole_columns.map(|head| view! { <th scope="col">{head}</th> });
    let rows = rows(facts, whole).into_iter().map(|[title, carried, share]| {
        view! { <tr><th scope="row"><bdi>{title}</bdi></th><td>{carried}</td><td>{share}</td></tr> }
    });
    view! {
        <table class="table shares">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Says how concentrated shares are.
pub fn concentration_said(facts: &Facts, found: &Concentration) -> String {
    let text = &facts.text.dependence;
    let largest = format::percent(found.largest, 0, facts.text.language);
    (text.whole_said)(&format::number(found.effective, 2), &largest, (text.level)(found.level))
}

/// Shows how a concentration is computed from what each vendor carries; `counted` says what that is counted in.
pub fn steps_of(
    text: &'static Text,
    found: &Concentration,
    carried: Vec<(String, String)>,
    counted: &str,
) -> Steps {
    let squares: Vec<_> =
        found.shares.iter().map(|share| format!("{}²", format::number(*share, 1))).collect();
    let hhi = format::number(found.hhi, 0);
    let effective = format::number(found.effective, 2);
    Steps {
        rule: format!("{} {counted}", text.dependence.whole_rule),
        formula: format!("HHI = {} = {hhi};  10 000 ÷ {hhi} = {effective}", squares.join(" + ")),
        inputs: carried.into_iter().map(Input::here).collect(),
    }
}

fn steps(facts: &Facts, whole: &Whole) -> Steps {
    let text = &facts.text.dependence;
    let counted = if whole.is_money { text.by_money } else { text.by_modules };
    let carried = rows(facts, whole).into_iter().map(|[title, carried, _]| (title, carried));
    steps_of(facts.text, &whole.concentration, carried.collect(), counted)
}
