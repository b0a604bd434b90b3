//! Methods `wsm`, `topsis`, `vikor` and `promethee2`.

use decision::promethee::{Preference, promethee2};
use decision::table::Table;
use decision::topsis::{Scaling, topsis};
use decision::vikor::{Strategy, vikor};
use decision::weighted_sum::weighted_sum;
use serde_json::{Value, json};

use super::{normalization, ranking, refusal, table};

pub fn answer(method: &str, case: &Value) -> Option<Value> {
    let table = match table(case)? {
        Ok(table) => table,
        Err(error) => return Some(refusal(error)),
    };
    let (mut found, scores, higher_is_better) = match method {
        "wsm" => match weighted_sum(&table, normalization(case)?) {
            Ok(sums) => (json!({"normalized_matrix": sums.normalized}), sums.scores, true),
            Err(error) => return Some(refusal(error)),
        },
        "topsis" => {
            let closeness = topsis(&table, scaling(case)?);
            let found = json!({
                "distance_to_ideal": closeness.to_ideal, "distance_to_anti_ideal": closeness.to_anti_ideal,
            });
            (found, closeness.scores, true)
        }
        "vikor" => {
            let strategy = match case["params"]["v"].as_f64().map_or(Ok(Strategy::default()), Strategy::new) {
                Ok(strategy) => strategy,
                Err(error) => return Some(refusal(error)),
            };
            let compromise = vikor(&table, strategy);
            let names = case["alternatives"].as_array()?;
            let set: Vec<_> = compromise.set.iter().map(|place| &names[*place]).collect();
            let found = json!({
                "S": compromise.utility, "R": compromise.regret, "compromise_set": set,
                "acceptable_advantage": compromise.acceptable_advantage,
                "acceptable_stability": compromise.acceptable_stability,
            });
            (found, compromise.scores, false)
        }
        "promethee2" => match flows(&table, case)? {
            Ok((found, scores)) => (found, scores, true),
            Err(refused) => return Some(refused),
        },
        _ => return None,
    };
    let (ranks, groups) = ranking(case, &scores, higher_is_better)?;
    found["finite"] = json!(scores.iter().all(|score| score.is_finite()));
    found["scores"] = json!(scores);
    found["ranks"] = ranks;
    found["ranking"] = groups;
    found["higher_is_better"] = json!(higher_is_better);
    Some(found)
}

pub fn scaling(case: &Value) -> Option<Scaling> {
    match case["params"]["normalization"].as_str()? {
        "vector" => Some(Scaling::Vector),
        "minmax" => Some(Scaling::MinMax),
        _ => None,
    }
}

fn flows(table: &Table, case: &Value) -> Option<Result<(Value, Vec<f64>), Value>> {
    let preference = |given: &Value| {
        let number = |key: &str| given[key].as_f64();
        Some(match given["type"].as_str()? {
            "usual" => Preference::Usual,
            "ushape" => Preference::UShape { q: number("q")? },
            "vshape" => Preference::VShape { p: number("p")? },
            "level" => Preference::Level { q: number("q")?, p: number("p")? },
            "linear" => Preference::Linear { q: number("q")?, p: number("p")? },
            "gaussian" => Preference::Gaussian { s: number("s")? },
            _ => return None,
        })
    };
    let preferences: Vec<_> =
        case["params"]["preference"].as_array()?.iter().map(preference).collect::<Option<_>>()?;
    Some(match promethee2(table, &preferences) {
        Ok(flows) => Ok((
            json!({
                "phi_plus": flows.leaving, "phi_minus": flows.entering, "preference_matrix": flows.preferences,
            }),
            flows.scores,
        )),
        Err(error) => Err(refusal(error)),
    })
}
