//! The next pay band of each score: how many points are missing to it, and what it would be worth.

use leptos::prelude::*;

use crate::domain::performance::payment::next_band::{NextBand, Scored};
use crate::i18n::payment::{bare, signed};
use crate::i18n::period::months;
use crate::i18n::{Text, format};
use crate::pages::list::Facts;
use crate::pages::performance::payment::Shown;
use crate::routes::{Page, Route};
use crate::ui::calculation::{Calculation, Input, Steps};

/// Lists the scores a period is paid by; nothing where it is not paid by score.
pub(super) fn scored(shown: Shown) -> Option<Vec<Scored>> {
    let (vendor, period) = shown.place.get()?;
    let value_added = shown.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.stated.value_added));
    shown.workspace.project().scored(vendor, period, value_added.unwrap_or_default())
}

/// Shows the scores with the way to their next bands.
pub(super) fn table(facts: &Facts, scored: &[Scored]) -> AnyView {
    let text: &'static Text = facts.text;
    let words = &text.long_term;
    let rows = scored.iter().map(|one| {
        let reached = match (one.score_milli, one.next) {
            (None, _) => words.band_no_score.to_owned(),
            (_, None) => words.band_top.to_owned(),
            (_, Some(next)) => {
                format!("≥{} (+{})", points(next.band.from_milli), points(next.missing_milli))
            }
        };
        let pays = one.band.map(|band| share(text, band.pay_bp));
        let pays = match (pays, one.next) {
            (Some(now), Some(next)) => format!("{now} → {}", share(text, next.band.pay_bp)),
            (now, _) => now.unwrap_or_else(|| format::MISSING.to_owned()),
        };
        let worth = one.next.map_or_else(|| format::MISSING.to_owned(), |next| signed(next.worth()));
        view! {
            <tr>
                <th scope="row">{months(one.period, text.language)}</th>
                <td class="num">{one.score_milli.map_or_else(|| format::MISSING.to_owned(), points)}</td>
                <td class="num">{reached}</td><td class="num">{pays}</td><td class="num">{worth}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let lifted = scored.iter().filter_map(|one| {
        let (own, next) = (one.band?, one.next?);
        let said = (words.band_lifts)(own.consequence, next.band.consequence)?;
        Some(view! { <p class="hint">{format!("{} {said}", months(one.period, text.language))}</p> })
    });
    let lifted = lifted.collect_view();
    let steps = steps(facts, scored);
    let how = steps.map(|steps| view! { <Calculation label=text.common.how_computed.to_owned() steps/> });
    view! {
        <p class="hint">{words.bands_lead}</p>
        <div class="scroll when-narrow" tabindex="0" role="region" aria-label=words.bands_head>
            <table class="table">
                <thead><tr>
                    <th scope="col">{words.band_span}</th><th scope="col" class="num">{words.band_score}</th>
                    <th scope="col" class="num">{words.band_next}</th><th scope="col" class="num">{words.band_pays}</th>
                    <th scope="col" class="num">{words.returns}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {lifted}
        {how}
    }
    .into_any()
}

/// Tells how points and amounts were computed; nothing where no band is left to reach.
fn steps(facts: &Facts, scored: &[Scored]) -> Option<Steps> {
    let text: &'static Text = facts.text;
    let with_next = || scored.iter().filter_map(|one| Some((one, one.score_milli?, one.next?)));
    let formula = |(one, score, next): (&Scored, u32, NextBand)| {
        let NextBand { band, missing_milli, paid, then } = next;
        let missing = format!("{} − {} = {}", points(band.from_milli), points(score), points(missing_milli));
        let worth = format!("{} − {} = {}", bare(then), bare(paid), bare(next.worth()));
        format!("{}: {missing}; {worth}", months(one.period, text.language))
    };
    let formulas: Vec<_> = with_next().map(formula).collect();
    let href = Route::Project(facts.project.id, Page::Credits).href();
    let input = |(one, _, next): (&Scored, u32, NextBand)| {
        let own = one.band.map(|band| share(text, band.pay_bp)).unwrap_or_default();
        let said = format!("{own} → {}", share(text, next.band.pay_bp));
        Input::from(
            &href,
            (format!("{} {}", months(one.period, text.language), text.long_term.band_pays), said),
        )
    };
    let inputs = with_next().map(input).collect();
    let rule = text.long_term.band_rule.to_owned();
    (!formulas.is_empty()).then(|| Steps { rule, formula: formulas.join("\n"), inputs })
}

fn points(milli: u32) -> String {
    format::number(f64::from(milli) / 1000.0, 3)
}

fn share(text: &'static Text, bp: u32) -> String {
    format::percent(f64::from(bp) / 100.0, 2, text.language)
}
