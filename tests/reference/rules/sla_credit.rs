//! Topic `sla_credit`.

use halfseal::domain::money::Money;
use halfseal::domain::performance::credits::charge::{
    AtRisk, Charge, Chronic, Consequence, EarnBack, Escalation, PayBand, Step, Tier, band_of, cap,
    check_pool, earlier_misses, payable, priced, share, step_of, tier_of, total,
};
use halfseal::domain::period::Month;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    let fee = money(&input["base_fee"]);
    let params = &input["params"];
    let mut lines: Vec<(Value, Money)> = Vec::new();
    let mut further = json!({});
    let mut consequence = Consequence::None;
    let mut risk_bp = None;
    match input["model"].as_str()? {
        "at_risk" => {
            let terms = AtRisk { risk_bp: whole(&params["risk_bp"]), pool_bp: optional(&params["pool_bp"]) };
            risk_bp = Some(terms.risk_bp);
            let items = params["items"].as_array()?;
            if let Err(error) = check_pool(terms, items.iter().map(|item| whole(&item["allocation_bp"]))) {
                return Some(json!({"error": error.to_string()}));
            }
            for item in items {
                let is_missed = item["missed"] == true;
                let shares = [terms.risk_bp, whole(&item["allocation_bp"])];
                let credit = if is_missed { share(fee, &shares) } else { Money(0) };
                lines.push((item["id"].clone(), credit));
            }
        }
        "shortfall_tiers" => {
            let tiers: Vec<Tier> = read(&params["tiers"]);
            for item in params["items"].as_array()? {
                let actual: Option<u32> = optional(&item["actual_ppm"]);
                let tier = actual.and_then(|actual| tier_of(&tiers, actual));
                let credit = tier.map_or(Money(0), |tier| share(fee, &[tier.credit_bp]));
                lines.push((item["id"].clone(), credit));
            }
        }
        "points" => {
            let steps: Vec<Step> = read(&params["steps"]);
            let sum = params["misses"].as_array()?.iter().map(|miss| whole(&miss["points"])).sum();
            let credit = step_of(&steps, sum).map_or(Money(0), |step| share(fee, &[step.credit_bp]));
            lines.push((json!("points"), credit));
            further = json!({"points": sum});
        }
        "escalation" => {
            let rule = Escalation {
                first_bp: whole(&params["first_bp"]),
                repeat_bp: read(&params["repeat_bp"]),
                window_months: whole(&params["window_months"]) as u8,
            };
            let chronic: Chronic = read(&params["chronic"]);
            let period = month(&params["period"])?;
            let mut failing = Vec::new();
            for id in params["misses"].as_array()? {
                if lines.iter().any(|(known, _)| known == id) {
                    continue;
                }
                let history = params["history"].as_array()?.iter().filter(|miss| miss["id"] == *id);
                let missed: Vec<Month> = history.filter_map(|miss| month(&miss["period"])).collect();
                let rate = rule.rate(earlier_misses(period, rule.window_months, &missed));
                lines.push((id.clone(), share(fee, &[rate])));
                if chronic.is_reached(period, &missed) {
                    failing.push(id.clone());
                }
            }
            further = json!({"chronic": failing});
        }
        "pay_by_score" => {
            let bands: Vec<PayBand> = read(&params["bands"]);
            let score: Option<u32> = optional(&params["score_milli"]);
            let band = score.and_then(|score| band_of(&bands, score));
            let credit = band.map_or(Money(0), |band| share(fee, &[band.credit_bp()]));
            consequence = band.map_or(Consequence::None, |band| band.consequence);
            lines.push((json!("score"), credit));
        }
        _ => return None,
    }
    let charge = Charge::new(
        lines.iter().map(|(_, credit)| *credit).collect(),
        cap(fee, optional(&input["cap_bp"]), risk_bp),
    );
    let given = |key: &str| input[key].as_array().cloned().unwrap_or_default();
    let earned: Vec<_> = given("earn_back").iter().map(earn_back).collect();
    let returned = total(earned.iter().map(|(_, _, amount)| *amount));
    let added = |one: &Value| priced(one["qty_milli"].as_i64().unwrap(), money(&one["unit_price"]));
    let added = total(given("value_added").iter().map(added));
    let paid = payable(fee, charge.credits, returned, added);
    let mut found = json!({
        "lines": lines.iter().map(|(id, credit)| json!({"id": id, "credit": credit})).collect::<Vec<_>>(),
        "sum": charge.sum, "cap": charge.cap, "credits": charge.credits,
        "earn_back": earned.iter().map(|(id, state, amount)| {
            json!({"id": id, "status": state.code(), "amount": amount})
        }).collect::<Vec<_>>(),
        "earn_back_total": returned, "value_added": added,
        "payment": paid.payment, "clamped_amount": paid.clamped, "consequence": consequence.code(),
    });
    found.as_object_mut()?.append(further.as_object_mut()?);
    Some(found)
}

fn earn_back(given: &Value) -> (Value, EarnBack, Money) {
    let target = given["target_ppm"].as_u64().unwrap();
    let results = given["results_ppm"].as_array().unwrap().iter();
    let reached: Vec<bool> =
        results.map(|result| result.as_u64().is_some_and(|actual| target <= actual)).collect();
    let state = EarnBack::of(whole(&given["window"]) as usize, &reached);
    let amount = if state == EarnBack::Returned { money(&given["credit_charged"]) } else { Money(0) };
    (given["id"].clone(), state, amount)
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

fn optional(value: &Value) -> Option<u32> {
    value.as_u64().map(|value| value as u32)
}

fn whole(value: &Value) -> u32 {
    optional(value).unwrap()
}

fn money(value: &Value) -> Money {
    Money(value.as_i64().unwrap())
}

fn month(value: &Value) -> Option<Month> {
    Month::parse(value.as_str()?)
}
