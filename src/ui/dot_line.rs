//! Several judgements on one short scale: a line from lowest to highest, the middle filled, who judged what below.

use leptos::prelude::*;

/// Shows the judgements, each with the letter of who gave it, on a scale from 0 to `max`.
pub fn dot_line(scores: &[(String, u8)], median: f64, max: u8) -> AnyView {
    let at = |score: f64| format!("{}%", 100.0 * score / f64::from(max.max(1)));
    let given = || scores.iter().map(|(_, score)| *score);
    let (lowest, highest) = (given().min().unwrap_or_default(), given().max().unwrap_or_default());
    let ticks = (0..=max).map(|score| view! { <i class="dot-tick" style:left=at(f64::from(score))></i> });
    let ticks = ticks.collect_view();
    let dots = (0..=max).filter(|score| given().any(|one| one == *score)).map(|score| {
        let place = at(f64::from(score));
        let who = scores.iter().filter(|(_, one)| *one == score);
        let letters: Vec<_> =
            who.map(|(name, _)| name.chars().next().map_or(String::new(), String::from)).collect();
        view! {
            <i class="dot" style:left=place.clone()></i>
            <small style:left=place>{letters.join(" ")}</small>
        }
    });
    let dots = dots.collect_view();
    let said: Vec<_> = scores.iter().map(|(name, score)| format!("{name} {score}")).collect();
    view! {
        <span class="sr-only">{said.join(" · ")}</span>
        <span class="dot-line" aria-hidden="true">
            {ticks}
            <i class="dot-range" style:left=at(f64::from(lowest)) style:right=at(f64::from(max - highest.min(max)))></i>
            {dots}
            <i class="dot middle" style:left=at(median)></i>
        </span>
    }
    .into_any()
}

/// Shows the numbers of the scale above such lines.
pub fn dot_scale(max: u8) -> AnyView {
    let places = (0..=max).map(|score| {
        let at = format!("{}%", 100.0 * f64::from(score) / f64::from(max.max(1)));
        view! { <small style:left=at>{score}</small> }
    });
    view! { <span class="dot-line scale" aria-hidden="true">{places.collect_view()}</span> }.into_any()
}
