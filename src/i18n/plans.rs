//! Words of contingency plans and their drills, and of issues that come from a risk.

use crate::domain::risk::PlanStep;
use crate::domain::risk::drill::{Outcome, Practice};
use crate::i18n::format::{self, plural};
use crate::i18n::macros::{S, apart, texts};

apart!(PlanText);

texts! {
    /// Words of contingency plans and their drills.
    PlanText {
        empty: S = "分数高于容忍线的风险会在这里要求一份应急预案。", "Risks above the tolerance line ask for a contingency plan here.";
        plans_head: S = "预案", "Plans";
        finding: fn(usize, usize) -> Vec<String> =
            |all, done| vec![format!("容忍线以上有 {all} 项风险，"), if all == done { "都有预案。".to_owned() } else { format!("{done} 项有预案。") }],
            |all, done| vec![if all == 1 { "1 risk lies above the tolerance line;".to_owned() } else { format!("{all} risks lie above the tolerance line;") }, if all == done { "each has a plan.".to_owned() } else { format!("{done} {} a plan.", if done == 1 { "has" } else { "have" }) }];
        unfinished: fn(usize) -> String = |count| format!("{count} 份缺步骤。"), |count| format!("{} steps.", plural(count, "plan lacks", "plans lack"));
        practice_finding: fn(usize, usize) -> Vec<String> = practice_zh, practice_en;
        step: fn(PlanStep) -> S = |step| match step { PlanStep::Trigger => "出现什么迹象就启动", PlanStep::FirstHour => "第一个小时做什么", PlanStep::Lead => "谁来带头", PlanStep::Fallback => "备用供应商或自有团队", PlanStep::Restore => "怎么恢复正常", PlanStep::Review => "事后复盘什么" },
            |step| match step { PlanStep::Trigger => "What sets it off", PlanStep::FirstHour => "First hour", PlanStep::Lead => "Who leads", PlanStep::Fallback => "Fallback vendor or own team", PlanStep::Restore => "How normal service comes back", PlanStep::Review => "What is reviewed afterwards" };
        steps: S = "步骤", "Steps";
        whole: fn(usize) -> String = |all| format!("{all} 步齐全"), |all| format!("all {all} written");
        open: fn(&[PlanStep]) -> String = open_zh, open_en;
        practice_label: S = "下次演练", "Next drill";
        practice: fn(Practice) -> String = said_zh, said_en;
        drills_head: S = "演练记录", "Drill log";
        drills_empty: S = "演练过一次，才知道预案能不能用。每次记下试了什么、结果怎样、学到什么、下次哪天。", "Only a drill shows whether a plan works. Note what was tried, how it went, what was learnt, and when it is tried again.";
        add_drill: S = "记一次演练", "Log a drill";
        what: S = "演练了什么", "What was tried";
        risk: S = "哪项风险的预案", "Plan of which risk";
        date: S = "日期", "Date";
        by: S = "谁组织", "Who led it";
        outcome_label: S = "结果", "Result";
        outcome: fn(Option<Outcome>) -> S = |outcome| match outcome { None => "未选", Some(Outcome::Passed) => "按预案完成", Some(Outcome::Partly) => "部分完成", Some(Outcome::Failed) => "没有完成" },
            |outcome| match outcome { None => "Not chosen", Some(Outcome::Passed) => "As planned", Some(Outcome::Partly) => "In part", Some(Outcome::Failed) => "Not at all" };
        learnt: S = "学到什么", "What was learnt";
        next: S = "下次演练", "Next drill";
        planned: S = "待演练", "Planned";
        no_outcome: S = "结果待填", "Result to fill";
        next_before: S = "下次演练早于这次：改日期", "The next drill lies before this one: change a date";
        came_from: S = "这张工单来自已发生的风险 ", "This issue is a risk that occurred: ";
        read_plan: S = "它的应急预案", "Its contingency plan";
        no_plan: S = "这项风险还没有预案。", "This risk has no plan yet.";
    }
}

/// Names the open steps briefly.
fn open_of(steps: &[PlanStep], name: fn(PlanStep) -> S, comma: &str) -> String {
    steps.iter().map(|step| name(*step)).collect::<Vec<_>>().join(comma)
}

fn open_zh(steps: &[PlanStep]) -> String {
    let name = |step| match step {
        PlanStep::Trigger => "迹象",
        PlanStep::FirstHour => "第一小时",
        PlanStep::Lead => "带头人",
        PlanStep::Fallback => "备用",
        PlanStep::Restore => "恢复",
        PlanStep::Review => "复盘",
    };
    format!("缺{}", open_of(steps, name, "、"))
}

fn open_en(steps: &[PlanStep]) -> String {
    let name = |step| match step {
        PlanStep::Trigger => "trigger",
        PlanStep::FirstHour => "first hour",
        PlanStep::Lead => "lead",
        PlanStep::Fallback => "fallback",
        PlanStep::Restore => "restoring",
        PlanStep::Review => "review",
    };
    format!("Lacks {}", open_of(steps, name, ", "))
}

fn said_zh(practice: Practice) -> String {
    match practice {
        Practice::Never => "没演练过".to_owned(),
        Practice::Once(last) => format!("{} 练过，没定下次", format::date(last)),
        Practice::Due(next) => format::date(next),
        Practice::Overdue(_, days) => format!("逾期 {days} 天"),
    }
}

fn said_en(practice: Practice) -> String {
    match practice {
        Practice::Never => "Never tried".to_owned(),
        Practice::Once(last) => format!("Tried {}, no next date", format::date(last)),
        Practice::Due(next) => format::date(next),
        Practice::Overdue(_, days) => {
            format!("{} overdue", plural(days.unsigned_abs() as usize, "day", "days"))
        }
    }
}

fn practice_zh(overdue: usize, never: usize) -> Vec<String> {
    let overdue = (0 < overdue).then(|| format!("{overdue} 份预案的演练逾期。"));
    let never = (0 < never).then(|| format!("{never} 份预案没演练过。"));
    overdue.into_iter().chain(never).collect()
}

fn practice_en(overdue: usize, never: usize) -> Vec<String> {
    let overdue = (0 < overdue).then(|| format!("{} overdue.", plural(overdue, "drill is", "drills are")));
    let never = (0 < never).then(|| format!("{} never tried.", plural(never, "plan was", "plans were")));
    overdue.into_iter().chain(never).collect()
}
