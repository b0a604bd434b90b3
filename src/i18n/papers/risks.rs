//! Words of the risk register and the contingency plans.

use crate::i18n::macros::{S, apart, texts};

apart!(RisksText);

texts! {
    /// Words of the risk register and the contingency plans.
    RisksText {
        lead: fn(u8) -> String = |line| format!("分数＝可能性 × 影响，各 1 到 5。容忍线是 {line}：分数更高的风险要有负责人和应急预案。"), |line| format!("Score = likelihood × impact, 1 to 5 each. The tolerance line is {line}: a risk with a higher score has an owner and a contingency plan.");
        scales: S = "评分的尺度", "Scales";
        step: S = "分", "Mark";
        register: S = "风险登记册", "Risk register";
        cause: S = "原因：", "Cause: ";
        effect: S = "后果：", "Effect: ";
        measures: S = "措施：", "Measures: ";
        trigger: S = "征兆：", "Trigger: ";
        owner: S = "负责人：", "Owner: ";
        scores: fn(&str, Option<&str>) -> String = |before, after| after.map_or_else(|| format!("（措施前 {before}）"), |after| format!("（措施前 {before}，措施后 {after}）")), |before, after| after.map_or_else(|| format!(" ({before} before measures)"), |after| format!(" ({before} before measures, {after} after)"));
        accepted: fn(&str) -> String = |date| format!("接受到 {date}。"), |date| format!("Accepted until {date}. ");
        look: fn(&str) -> String = |date| format!("下次复查 {date}。"), |date| format!("Next review {date}. ");
        not_lower: S = "分数没有降低的原因：", "Why the score is no lower: ";
        occurred: fn(&str) -> String = |dates| format!("发生过：{dates}。"), |dates| format!("Occurred: {dates}. ");
        plans: S = "应急预案", "Contingency plans";
        plans_none: S = "没有风险在容忍线以上，不要求预案。", "No risk lies above the tolerance line, so no plan is asked for.";
        drills: S = "演练记录", "Drills";
    }
}
