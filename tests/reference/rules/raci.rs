//! Topic `raci`.

use halfseal::domain::finding::Severity;
use halfseal::domain::profile::Side;
use halfseal::domain::team::raci::around::{Around, Payment};
use halfseal::domain::team::raci::rules::{Options, check};
use halfseal::domain::team::raci::{Column, Grid, Line, Place, Target};
use halfseal::domain::team::{ActivityKind, Parts};
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Value {
    let roles = input["roles"].as_array().unwrap();
    let rows = input["rows"].as_array().unwrap();
    let id = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
    let side = |role: &Value| if role["side"] == "client" { Side::Client } else { Side::Vendor };
    let columns = roles.iter().map(|role| Column {
        side: side(role),
        capacity_hours: role["capacity_hours"].as_f64(),
        counterpart: roles
            .iter()
            .position(|other| side(other) == Side::Client && role["counterpart"] == other["id"]),
        is_head: false,
        is_person: false,
    });
    let lines = rows.iter().enumerate().map(|(place, row)| {
        let cells = row["cells"].as_object().unwrap();
        let letters =
            |role: &Value| cells.get(&id(role)).and_then(Value::as_str).unwrap_or_default().to_owned();
        let target = rows.iter().position(|other| row["of"] == other["id"]).filter(|target| *target != place);
        Line {
            kind: serde_json::from_value::<ActivityKind>(row["kind"].clone()).unwrap(),
            target: target.map_or(Target::Missing, Target::Row),
            hours: row["hours"].as_f64().unwrap_or(0.0),
            cells: roles.iter().map(|role| Parts::try_from(letters(role)).unwrap()).collect(),
            names_unknown_role: cells.keys().any(|name| roles.iter().all(|role| id(role) != *name)),
        }
    });
    let levels = |side: &str| {
        let list = input["escalation_levels"][side].as_array().cloned().unwrap_or_default();
        list.iter().filter_map(Value::as_i64).collect()
    };
    let payment = input.get("payment").filter(|payment| payment.is_object()).map(|payment| Payment {
        per_head: payment["basis"] == "per_head",
        deliverables: payment["deliverables"].as_u64().unwrap_or(0),
    });
    let grid = Grid {
        columns: columns.collect(),
        lines: lines.collect(),
        around: Around {
            payment,
            client_levels: levels("client"),
            vendor_levels: levels("vendor"),
            ..Around::default()
        },
    };
    let given = &input["options"];
    let usual = Options::default();
    let number = |key: &str, usual: u64| given[key].as_u64().unwrap_or(usual);
    let options = Options {
        max_responsible: number("max_r", usual.max_responsible as u64) as usize,
        max_consulted: number("max_c", usual.max_consulted as u64) as usize,
        max_accountable_share_bp: number("max_a_share_bp", u64::from(usual.max_accountable_share_bp)) as u32,
        accountable_share_min_rows: number("a_share_min_rows", usual.accountable_share_min_rows as u64)
            as usize,
        check_counterparts: given["check_counterparts"].as_bool().unwrap_or(usual.check_counterparts),
    };
    let mut findings: Vec<_> = check(&grid, &options)
        .into_iter()
        .map(|finding| {
            let subject = match finding.place {
                Place::Row(place) => id(&rows[place]),
                Place::Role(place) => id(&roles[place]),
                Place::Payment => "payment".to_owned(),
                Place::Level(level) => format!("level:{level}"),
            };
            (finding.severity, finding.code.code(), subject)
        })
        .collect();
    findings.sort();
    let count = |severity| findings.iter().filter(|finding| finding.0 == severity).count();
    json!({
        "findings": findings.iter().map(|(severity, code, subject)| json!({"code": code, "severity": severity.code(), "subject": subject})).collect::<Vec<_>>(),
        "counts": {"error": count(Severity::Error), "warning": count(Severity::Warning), "note": count(Severity::Note)},
    })
}
