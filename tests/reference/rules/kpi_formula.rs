//! Topic `kpi`, operation `formula`.

use halfseal::domain::performance::formula;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    let (kpi, values) = (input["kpi"].as_str()?, &input["values"]);
    let number = |key: &str| values[key].as_f64().unwrap_or(0.0);
    let share = |part: &str, whole: &str| said(formula::percent(number(part), number(whole)));
    Some(match kpi {
        "on_time_delivery_pct" => share("accepted_by_due", "due_in_period"),
        "sla_attainment_pct" => share("met", "applicable"),
        "first_response_pct" => share("answered_within_limit", "all"),
        "complaint_pct" => share("valid_complaints", "contacts"),
        "fcr_pct" => share("solved_first_contact", "contacts"),
        "abandonment_pct" => share("abandoned_after_threshold", "offered"),
        "rework_pct" => share("reworked", "delivered"),
        "payroll_accuracy_pct" => share("correct", "all_payments"),
        "change_success_pct" => share("successful", "changes"),
        "patch_compliance_pct" => share("patched_in_time", "due"),
        "backup_restore_pct" => share("passed", "tests"),
        "cost_saving_pct" => said(formula::percent(number("baseline") - number("tco"), number("baseline"))),
        "csat_pct" => said(formula::csat(&numbers(&values["counts"]))),
        "nps" => said(formula::nps(&numbers(&values["counts"]))),
        "defect_escape_pct" => said(escape(values)),
        "dre_pct" => said(escape(values).map(|escape| 100.0 - escape)),
        "first_pass_yield_pct" => {
            let levels = values["levels"].as_array()?.iter();
            let levels: Vec<_> = levels
                .map(|level| (level["passed"].as_f64().unwrap(), level["inspected"].as_f64().unwrap()))
                .collect();
            let found = formula::first_pass(&levels);
            with(said(found.overall), "levels", json!(found.levels))
        }
        "first_response_stats" => {
            let minutes = numbers(&values["minutes"]);
            let found = formula::responses(&minutes, number("unanswered"), number("limit_min"));
            let said = with(said(found.within_pct), "median", json!(found.median));
            with(said, "p90", json!(found.p90))
        }
        "backlog_age_p90" => said(formula::p90(&numbers(&values["ages_days"]))),
        "attrition_annualised_pct" => {
            said(formula::attrition(number("leavers"), number("average_headcount"), number("months")))
        }
        "kappa" => {
            let rows: Vec<_> = values["matrix"].as_array()?.iter().map(numbers).collect();
            said(formula::kappa(&rows))
        }
        _ => return None,
    })
}

fn escape(values: &Value) -> Option<f64> {
    let (production, before) = (values["production"].as_f64()?, values["pre_release"].as_f64()?);
    formula::percent(production, before + production)
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn said(value: Option<f64>) -> Value {
    json!({"status": if value.is_some() { "ok" } else { "no_data" }, "value": value})
}

fn with(mut said: Value, key: &str, more: Value) -> Value {
    said[key] = more;
    said
}
