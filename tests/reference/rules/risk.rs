//! Topic `risk`, operation `matrix`.

use chrono::NaiveDate;
use halfseal::domain::ids::Id;
use halfseal::domain::risk::matrix::{BandFrom, check, likelihood_of, order_key};
use halfseal::domain::risk::{Risk, Treatment};
use halfseal::domain::scale::Rating;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    if input["op"] != "matrix" {
        return None;
    }
    let usual = BandFrom::default();
    let from = |key: &str, usual: u32| input["band_from"][key].as_u64().map_or(usual, |from| from as u32);
    let bands = BandFrom {
        medium: from("medium", usual.medium),
        high: from("high", usual.high),
        critical: from("critical", usual.critical),
    };
    let date = |value: &Value| value.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
    let given = input["risks"].as_array().unwrap();
    let mut risks = Vec::new();
    for (place, risk) in given.iter().enumerate() {
        let likelihood = risk["p"]
            .as_u64()
            .or_else(|| risk["probability_bp"].as_u64().map(|p| u64::from(likelihood_of(p as u32))));
        let rating = |value: Option<u64>| value.map(|value| Rating::new(value.min(255) as u8)).transpose();
        let (Ok(likelihood), Ok(impact)) = (rating(likelihood), rating(risk["impact"].as_u64())) else {
            return Some(json!({"error": "score_out_of_range"}));
        };
        let soft = |key: &str| risk[key].as_u64().and_then(|value| Rating::new(value as u8).ok());
        let owner = risk["owner"].as_str().is_some_and(|owner| !owner.trim().is_empty());
        risks.push(Risk {
            id: Id::fixed(place as u128 + 1),
            likelihood,
            impact,
            velocity: soft("velocity"),
            residual_likelihood: soft("residual_p"),
            residual_impact: soft("residual_impact"),
            residual_reason: risk["residual_reason"].as_str().unwrap_or_default().to_owned(),
            treatment: if risk["treatment"] == "accept" { Treatment::Accept } else { Treatment::Reduce },
            owner: owner.then(|| Id::fixed(1)),
            accept_until: date(&risk["accept_until"]),
            ..Risk::default()
        });
    }
    let name = |place: usize| given[place]["id"].clone();
    let by_residual = input["order_by"] == "residual";
    let mut order: Vec<usize> = (0..risks.len()).collect();
    order.sort_by_key(|place| {
        let risk = &risks[*place];
        order_key(if by_residual { risk.present() } else { risk.inherent() }, risk.velocity)
    });
    let as_of = date(&input["as_of"]).unwrap();
    let findings: Vec<_> = risks
        .iter()
        .enumerate()
        .flat_map(|(place, risk)| {
            check(risk, as_of)
                .into_iter()
                .map(move |finding| json!({"id": name(place), "code": finding.code.code(), "severity": finding.severity.code()}))
        })
        .collect();
    let rows: Vec<_> = risks
        .iter()
        .enumerate()
        .map(|(place, risk)| {
            let (before, after) = (risk.inherent().unwrap(), risk.residual());
            json!({
                "id": name(place), "p": before.likelihood, "score": before.score(), "band": before.band(bands).code(),
                "residual_score": after.map(|level| level.score()),
                "residual_band": after.map(|level| level.band(bands).code()),
            })
        })
        .collect();
    Some(
        json!({"risks": rows, "order": order.into_iter().map(name).collect::<Vec<_>>(), "findings": findings}),
    )
}
