//! Topic `risk`: operations `matrix`, `dependence`, `exit`.

use chrono::NaiveDate;
use halfseal::domain::ids::Id;
use halfseal::domain::risk::dependence::concentration::{NegativeAmount, concentration};
use halfseal::domain::risk::dependence::exit::{ExitItem, notice_covers, readiness};
use halfseal::domain::risk::matrix::{BandFrom, check, likelihood_of, order_key};
use halfseal::domain::risk::{Risk, Treatment};
use halfseal::domain::scale::Rating;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    match input["op"].as_str()? {
        "matrix" => Some(matrix(input)),
        "dependence" => Some(dependence(input)),
        "exit" => Some(exit(input)),
        _ => None,
    }
}

fn dependence(input: &Value) -> Value {
    let spend = input["spend"].as_array().unwrap();
    let amounts: Vec<_> = spend.iter().map(|one| one["amount"].as_f64().unwrap()).collect();
    match concentration(&amounts) {
        Err(NegativeAmount) => json!({"error": "amount_negative"}),
        Ok(None) => {
            let none = Value::Null;
            json!({"status": "no_data", "hhi": none, "effective_vendors": none, "largest_share_pct": none, "level": none})
        }
        Ok(Some(found)) => json!({
            "status": "ok", "hhi": found.hhi, "effective_vendors": found.effective,
            "largest_share_pct": found.largest, "level": found.level.code(),
        }),
    }
}

fn exit(input: &Value) -> Value {
    let months = |key: &str| input[key].as_f64();
    let answers = ExitItem::ALL.map(|item| match (item, input["items"][item.code()].as_str()) {
        (ExitItem::NoticeCoversReplacement, _) => {
            notice_covers(months("notice_months_milli"), months("replace_months_milli"))
        }
        (_, Some("yes")) => Some(true),
        (_, Some("no")) => Some(false),
        _ => None,
    });
    let weights =
        ExitItem::ALL.map(|item| input["weights_bp"][item.code()].as_u64().unwrap_or_default() as u32);
    let codes = |items: &[ExitItem]| items.iter().map(|item| item.code()).collect::<Vec<_>>();
    match readiness(&answers, &weights) {
        Err(_) => json!({"error": "weights_not_10000"}),
        Ok(found) => json!({
            "score": found.score, "missing": codes(&found.missing), "unknown": codes(&found.unknown),
        }),
    }
}

fn matrix(input: &Value) -> Value {
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
            return json!({"error": "score_out_of_range"});
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
    json!({"risks": rows, "order": order.into_iter().map(name).collect::<Vec<_>>(), "findings": findings})
}
