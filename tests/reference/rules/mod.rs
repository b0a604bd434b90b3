//! What the product says to the cases of the rules, by topic.

mod abnormally_low_bid;
mod availability;
mod group_scoring;
mod kpi;
mod kpi_formula;
mod price_score;
mod raci;
mod risk;
mod sla_clock;
mod sla_credit;
mod suitability;
mod timezone_overlap;

use serde_json::Value;

/// Returns what the product says to a case, or nothing where it has no such rule.
pub fn answer(topic: &str, input: &Value) -> Option<Value> {
    match topic {
        "abnormally_low_bid" => abnormally_low_bid::answer(input),
        "availability" => availability::answer(input),
        "group_scoring" => Some(group_scoring::answer(input)),
        "kpi" => kpi::answer(input),
        "price_score" => Some(price_score::answer(input)),
        "raci" => Some(raci::answer(input)),
        "risk" => risk::answer(input),
        "sla_clock" => sla_clock::answer(input),
        "sla_credit" => sla_credit::answer(input),
        "suitability" => suitability::answer(input),
        "timezone_overlap" => timezone_overlap::answer(input),
        _ => None,
    }
}
