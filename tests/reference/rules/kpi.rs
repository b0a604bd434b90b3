//! Topic `kpi`: its formulas stand in [`super::kpi_formula`]; here operations `points`, `scorecard`, `grade` and `hysteresis`.

use halfseal::domain::performance::scorecard::{
    Band, Entry, Graded, PointsError, ScorecardError, band_of, points, publish, scorecard,
};
use halfseal::domain::performance::{Direction, GradeScheme};
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    match input["op"].as_str()? {
        "formula" => super::kpi_formula::answer(input),
        "points" => Some(points_case(input)),
        "scorecard" => scorecard_case(input),
        "grade" => {
            let bands = bands(input)?;
            let score = input["score_milli"].as_f64()? / 1000.0;
            Some(match band_of(&bands, score) {
                Some(place) => json!({"grade": bands[place].grade}),
                None => json!({"error": "score_out_of_range"}),
            })
        }
        "hysteresis" => hysteresis_case(input),
        _ => None,
    }
}

fn bands(input: &Value) -> Option<Vec<Band>> {
    match input["scheme"].as_str()? {
        "cn_common" => Some(GradeScheme::CnCommon.bands()),
        "cn_with_f" => Some(GradeScheme::CnWithF.bands()),
        "de_advisory" => Some(GradeScheme::DeAdvisory.bands()),
        "custom" => Some(
            input["bands"]
                .as_array()?
                .iter()
                .map(|band| Band {
                    grade: band["grade"].as_str().unwrap_or_default().to_owned(),
                    from: band["from_milli"].as_f64().unwrap_or(0.0) / 1000.0,
                })
                .collect(),
        ),
        _ => None,
    }
}

fn direction(value: &Value) -> Direction {
    if value["direction"] == "lower" { Direction::Lower } else { Direction::Higher }
}

fn points_case(input: &Value) -> Value {
    let (floor, target) = (input["floor"].as_f64().unwrap(), input["target"].as_f64().unwrap());
    match points(direction(input), floor, target, input["value"].as_f64().unwrap_or(target)) {
        Err(error) => json!({"error": error.to_string()}),
        Ok(_) if input["value"].is_null() => json!({"status": "no_data", "points": null}),
        Ok(points) => json!({"status": "ok", "points": points}),
    }
}

fn scorecard_case(input: &Value) -> Option<Value> {
    let bands = bands(input)?;
    let kpis = input["kpis"].as_array()?;
    let entries: Vec<Entry> = kpis
        .iter()
        .map(|kpi| Entry {
            weight_bp: kpi["weight_bp"].as_u64().unwrap_or(0) as u32,
            direction: direction(kpi),
            floor: kpi["floor"].as_f64().unwrap(),
            target: kpi["target"].as_f64().unwrap(),
            value: kpi["value"].as_f64(),
        })
        .collect();
    let card = match scorecard(&entries) {
        Ok(card) => card,
        Err(ScorecardError::WeightsNot10000) => return Some(json!({"error": "weights_not_10000"})),
        Err(ScorecardError::Points(
            error @ (PointsError::FloorEqualsTarget | PointsError::FloorTargetOrder),
            _,
        )) => {
            return Some(json!({"error": error.to_string()}));
        }
    };
    let min = input["min_coverage_bp"].as_u64().unwrap_or(0) as u32;
    let gradable = card.gradable(min);
    let grade = gradable.ok().and_then(|score| band_of(&bands, score));
    let items = kpis.iter().zip(&card.lines).map(|(kpi, line)| {
        let status = if line.points.is_some() { "ok" } else { "no_data" };
        json!({"id": kpi["id"], "status": status, "points": line.points, "effective_weight_pct": line.effective_weight})
    });
    Some(json!({
        "coverage_bp": card.coverage_bp, "score": card.score, "items": items.collect::<Vec<_>>(),
        "grade": grade.map(|place| bands[place].grade.clone()), "grade_withheld": gradable.err().map(|why| why.code()),
    }))
}

fn hysteresis_case(input: &Value) -> Option<Value> {
    let bands = bands(input)?;
    let given = input["periods"].as_array()?;
    let periods: Vec<Graded> = given
        .iter()
        .map(|period| Graded {
            score: period["score_milli"].as_f64().map(|milli| milli / 1000.0),
            severe_breach: period["severe_breach"] == true,
        })
        .collect();
    let name = |place: Option<usize>| place.map(|place| bands[place].grade.clone());
    let rows = given.iter().zip(publish(&bands, &periods)).map(|(period, result)| {
        json!({
            "period": period["period"], "raw": name(result.raw), "published": name(result.published),
            "pending_downgrade": result.pending_downgrade,
        })
    });
    Some(json!({"periods": rows.collect::<Vec<_>>()}))
}
