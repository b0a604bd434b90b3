//! Words of the evaluation report and award memo.

use crate::i18n::macros::{S, apart, texts};

apart!(AwardText);

texts! {
    /// Words of the evaluation report and award memo.
    AwardText {
        result: S = "结论", "Result";
        chosen: fn(&str) -> String = |vendor| format!("选定 {vendor}。"), |vendor| format!("{vendor} is chosen.");
        backup: fn(&str) -> String = |vendor| format!("备用供应商：{vendor}。"), |vendor| format!("Backup vendor: {vendor}.");
        locked: fn(&str) -> String = |date| format!("决定于 {date} 锁定。"), |date| format!("Locked on {date}.");
        reason: S = "理由：", "Why: ";
        against: S = "不按排名或试点结论的理由：", "Why not by the ranking or the pilot: ";
        dissent: S = "不同意见：", "Dissent: ";
        not_decided: S = "选定的供应商", "vendor chosen";
        ranking: S = "排名", "Ranking";
        price: S = "基础报价／月", "Base price a month";
        gates: S = "资质审查", "Gates";
        out: S = "出局", "Out";
        remains: S = "仍在候选", "In";
        signed: S = "评分人签字", "Signed by the evaluators";
        evaluator: S = "评分人", "Evaluator";
        department: S = "部门", "Department";
        computed: S = "附录一：怎么算的", "Annex A: how it was computed";
        total_rule: S = "总分＝四部分得分各乘以权重之和。", "The total is the score of each part times its weight, summed.";
        capability_how: fn(S) -> String = |how| format!("能力：每位评分人按准则权重算总分（0～100），再取{how}。"), |how| format!("Capability: each evaluator's total by the weights of the criteria (0–100), then the {}.", how.to_lowercase());
        cases_how: S = "案例：", "Cases: ";
        proposal_how: S = "方案：", "Proposal: ";
        price_how: fn(S) -> String = |formula| format!("价格（{formula}）："), |formula| format!("Price ({}): ", formula.to_lowercase());
        weights: S = "权重", "Weight";
        sheets: S = "附录二：各位评分人的评分表", "Annex B: the sheets of the evaluators";
        submitted: fn(&str) -> String = |date| format!("{date} 提交"), |date| format!("submitted {date}");
        draft_sheet: S = "未提交", "not submitted";
        evidence: S = "依据", "Evidence";
        score: S = "分", "Score";
        locked_scores: fn(&str) -> String = |date| format!("评分于 {date} 锁定，报价同时揭示。"), |date| format!("Scores were locked on {date}, and prices opened then.");
        unlocked: S = "解锁记录", "Unlocked";
    }
}
