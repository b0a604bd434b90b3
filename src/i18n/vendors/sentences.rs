//! Sentences of stage 3 that depend on figures.

use crate::domain::language::Language;
use crate::domain::selection::gates::{ScoreRule, Scored};
use crate::domain::selection::steps::StepFact;
use crate::i18n::format;

pub(super) fn points(value: f64) -> String {
    format::fixed(value.abs(), 1)
}

pub(super) fn step_zh(fact: StepFact, language: Language) -> String {
    match fact {
        StepFact::NotStarted => "未开始".to_owned(),
        StepFact::Gates { passed, out: 0, all } => format!("{all} 家通过 {passed} 家"),
        StepFact::Gates { passed, out, .. } => format!("{passed} 家通过，{out} 家出局"),
        StepFact::Sheets { submitted, all } => format!("{all} 份交了 {submitted} 份"),
        StepFact::Locked(date) => format!("{}锁定", format::day(date, language)),
        StepFact::Cases { verified, all } if verified == all => format!("{verified} 个已核实"),
        StepFact::Cases { verified, all } => format!("{all} 个核实 {verified} 个"),
        StepFact::Proposals(count) => format!("{count} 份"),
        StepFact::Pilots { done, skipped: 0 } => format!("{done} 家完成"),
        StepFact::Pilots { done, skipped } => format!("{done} 家完成，{skipped} 家跳过"),
        StepFact::Chosen => "已选定，未锁定".to_owned(),
    }
}

pub(super) fn step_en(fact: StepFact, language: Language) -> String {
    match fact {
        StepFact::NotStarted => "not started".to_owned(),
        StepFact::Gates { passed, out: 0, all } => format!("{passed} of {all} passed"),
        StepFact::Gates { passed, out, all } => format!("{passed} of {all} passed, {out} out"),
        StepFact::Sheets { submitted, all } => format!("{submitted} of {all} sheets in"),
        StepFact::Locked(date) => format!("locked {}", format::day(date, language)),
        StepFact::Cases { verified, all } if verified == all => format!("{verified} verified"),
        StepFact::Cases { verified, all } => format!("{verified} of {all} verified"),
        StepFact::Proposals(count) => format!("{count} in"),
        StepFact::Pilots { done, skipped: 0 } => format!("{done} done"),
        StepFact::Pilots { done, skipped } => format!("{done} done, {skipped} skipped"),
        StepFact::Chosen => "chosen, not locked".to_owned(),
    }
}

pub(super) fn scored_zh(scored: Scored) -> String {
    let Some(figure) = scored.figure else { return "没有评分".to_owned() };
    match scored.rule {
        ScoreRule::Minimum(_, limit) => {
            format!("{} 分，至少 {} 分", format::number(figure, 2), format::number(limit, 2))
        }
        ScoreRule::Best(_, keep) => match scored.place {
            Some(place) => format!("第 {place} 名（{} 分），取前 {keep} 名", format::number(figure, 2)),
            None => format!("{} 分，已出局，不排名", format::number(figure, 2)),
        },
        ScoreRule::Floor(limit) => {
            format!("{} 分，至少 {} 分", format::number(figure, 1), format::number(limit, 1))
        }
    }
}

pub(super) fn scored_en(scored: Scored) -> String {
    let Some(figure) = scored.figure else { return "not scored".to_owned() };
    match scored.rule {
        ScoreRule::Minimum(_, limit) => {
            format!("{} of at least {}", format::number(figure, 2), format::number(limit, 2))
        }
        ScoreRule::Best(_, keep) => match scored.place {
            Some(place) => format!("place {place} with {}, the best {keep} go on", format::number(figure, 2)),
            None => format!("{}, no place: already out", format::number(figure, 2)),
        },
        ScoreRule::Floor(limit) => {
            format!("{} of at least {}", format::number(figure, 1), format::number(limit, 1))
        }
    }
}

pub(super) fn gap_zh(rival: &str, here: f64, others: f64, total: f64) -> String {
    let way = |value: f64| if value < 0.0 { "少" } else { "多" };
    let lead = if total < 0.0 { "落后" } else { "领先" };
    format!(
        "与{rival}相比，这一项{}得 {} 分，其余三项{}得 {} 分，合计{lead} {} 分。",
        way(here),
        points(here),
        way(others),
        points(others),
        points(total)
    )
}

pub(super) fn gap_en(rival: &str, here: f64, others: f64, total: f64) -> String {
    let way = |value: f64| if value < 0.0 { "fewer" } else { "more" };
    let lead = if total < 0.0 { "behind" } else { "ahead" };
    format!(
        "Beside {rival}: {} points {} here, {} {} on the other three, {} {lead} in all.",
        points(here),
        way(here),
        points(others),
        way(others),
        points(total)
    )
}
