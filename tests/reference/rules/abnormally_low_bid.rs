//! Topic `abnormally_low_bid`.

use decision::low_bid::bottom_up::{self, BottomUp, Staff};
use decision::low_bid::china::{self, Base, Thresholds};
use decision::low_bid::{LowBidError, Quote, spain};
use decision::price::Gate;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    let bids = input["bids"].as_array()?;
    let quote = |bid: &Value| Quote {
        price: bid["price"].as_i64(),
        gate: match bid["gate"].as_str().unwrap_or("pass") {
            "fail" => Gate::Fail,
            "needs_evidence" => Gate::NeedsEvidence,
            _ => Gate::Pass,
        },
    };
    let quotes: Vec<Quote> = bids.iter().map(quote).collect();
    let found = match input["preset"].as_str()? {
        "cn_2026" => cn(input, bids, &quotes),
        "es_rglcap_85" => es(input, bids, &quotes),
        "bottom_up_floor" => floor(input, bids, &quotes),
        _ => return None,
    };
    Some(found.unwrap_or_else(|error| json!({"error": error.to_string()})))
}

fn cn(input: &Value, bids: &[Value], quotes: &[Quote]) -> Result<Value, LowBidError> {
    let usual = Thresholds::default();
    let threshold = |key: &str, usual: u32| {
        // What is negative or too large for the type is out of range as well.
        input["thresholds"][key].as_i64().map_or(usual, |bp| u32::try_from(bp).unwrap_or(u32::MAX))
    };
    let thresholds = Thresholds {
        of_mean_bp: threshold("rule1_bp", usual.of_mean_bp),
        of_second_bp: threshold("rule2_bp", usual.of_second_bp),
        of_ceiling_bp: threshold("rule3_bp", usual.of_ceiling_bp),
    };
    let committee = input["committee_flags"].as_array().cloned().unwrap_or_default();
    let named: Vec<usize> = (0..bids.len()).filter(|place| committee.contains(&bids[*place]["id"])).collect();
    let found =
        china::review(quotes, input["ceiling"].as_i64(), input["budget"].as_i64(), thresholds, &named)?;
    let base = found.base.map(|base| match base {
        Base::Ceiling(_) => "ceiling",
        Base::Budget(_) => "budget",
    });
    let lines =
        found.effective_lines.iter().map(|(place, line)| json!({"id": bids[*place]["id"], "line": line}));
    let flags = found.flags.iter().map(|(place, rules)| {
        json!({"id": bids[*place]["id"], "rules": rules.iter().map(|rule| rule.code()).collect::<Vec<_>>()})
    });
    Ok(json!({
        "conforming": found.conforming,
        "rule1": {
            "evaluated": found.mean_line.is_some(), "line": found.mean_line, "effective_ratio": found.effective_ratio,
        },
        "rule2": {"evaluated": found.second_line.is_some(), "line": found.second_line},
        "rule3": {
            "evaluated": found.base.is_some() && 0 < found.conforming, "base": base, "line": found.ceiling_line,
        },
        "effective_lines": lines.collect::<Vec<_>>(),
        "flags": flags.collect::<Vec<_>>(),
    }))
}

fn es(input: &Value, bids: &[Value], quotes: &[Quote]) -> Result<Value, LowBidError> {
    let found = spain::review(quotes, input["budget"].as_i64())?;
    let rule = ["none", "es_1", "es_2", "es_3", "es_4"][found.conforming.min(4)];
    let flags = found.flags.iter().map(|(place, rules)| {
        json!({"id": bids[*place]["id"], "rules": rules.iter().map(|rule| rule.code()).collect::<Vec<_>>()})
    });
    Ok(json!({
        "conforming": found.conforming, "rule": rule, "evaluated": found.line.is_some(), "mean_all": found.mean_all,
        "above_mean": found.above_mean.iter().map(|place| &bids[*place]["id"]).collect::<Vec<_>>(),
        "mean_used": found.mean_used, "line": found.line, "budget_line": found.budget_line,
        "flags": flags.collect::<Vec<_>>(),
    }))
}

fn floor(input: &Value, bids: &[Value], quotes: &[Quote]) -> Result<Value, LowBidError> {
    let given = &input["bottom_up"];
    let small = |value: &Value| value.as_u64().unwrap_or_default() as u32;
    let staff = given["roles"].as_array().cloned().unwrap_or_default();
    let staff = staff.iter().map(|role| Staff {
        headcount_milli: small(&role["headcount_milli"]),
        loaded_monthly_cost: role["loaded_monthly_cost"].as_i64().unwrap_or_default(),
        months_milli: small(&role["months_milli"]),
    });
    let bottom_up = BottomUp {
        staff: staff.collect(),
        overhead_bp: small(&given["overhead_bp"]),
        tax_bp: small(&given["tax_bp"]),
    };
    let found = bottom_up::review(quotes, &bottom_up)?;
    let flags = found.flags.iter().map(|place| json!({"id": bids[*place]["id"], "rules": ["floor"]}));
    Ok(json!({
        "conforming": found.conforming, "labour": found.floor.labour, "overhead": found.floor.overhead,
        "tax": found.floor.tax, "floor": found.floor.amount, "flags": flags.collect::<Vec<_>>(),
    }))
}
