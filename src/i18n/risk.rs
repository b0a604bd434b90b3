//! Words of stage 5.

use crate::domain::risk::matrix::{Band, Code};
use crate::domain::risk::{Category, Treatment};
use crate::i18n::macros::{S, apart, texts};

apart!(RiskText);

texts! {
    /// Words of stage 5.
    RiskText {
        empty: S = "风险会列在这里：原因、事件、后果、谁盯着、怎么应对。", "The risks are listed here: cause, event, effect, who watches and what is done.";
        add_risk: S = "添加风险", "Add a risk";
        unrated: fn(usize) -> String = |count| format!("另有 {count} 项还没评分。"), |count| if count == 1 { "1 risk is not rated yet.".to_owned() } else { format!("{count} risks are not rated yet.") };
        finding: fn(usize, usize) -> Vec<String> = finding_zh, finding_en;
        event: S = "可能发生什么", "What may happen";
        cause: S = "原因", "Cause";
        effect: S = "后果", "Effect";
        category_label: S = "类别", "Category";
        category: fn(Category) -> S = |category| match category { Category::InformationSecurity => "信息安全", Category::ServiceQuality => "服务质量", Category::VendorDependence => "供应商依赖", Category::Culture => "文化差异", Category::Other => "其他" },
            |category| match category { Category::InformationSecurity => "Information security", Category::ServiceQuality => "Service quality", Category::VendorDependence => "Vendor dependence", Category::Culture => "Culture and time zones", Category::Other => "Other" };
        likelihood: S = "可能性", "Likelihood";
        impact: S = "影响", "Impact";
        residual_likelihood: S = "措施后可能性", "Likelihood after";
        residual_impact: S = "措施后影响", "Impact after";
        residual_reason: S = "措施后反而更高的原因", "Why it is higher after";
        velocity: S = "来得多快", "How fast it strikes";
        treatment_label: S = "应对", "Treatment";
        treatment: fn(Treatment) -> S = |treatment| match treatment { Treatment::Reduce => "降低", Treatment::Avoid => "避开", Treatment::Transfer => "转移", Treatment::Accept => "接受" },
            |treatment| match treatment { Treatment::Reduce => "Reduce", Treatment::Avoid => "Avoid", Treatment::Transfer => "Transfer", Treatment::Accept => "Accept" };
        accept_until: S = "接受到哪天", "Accepted until";
        owner: S = "负责人", "Owner";
        mitigation: S = "措施", "Measures";
        trigger: S = "出现什么迹象", "Trigger";
        review: S = "下次复查", "Next review";
        sla: S = "影响的服务等级", "Service level it threatens";
        score: S = "分数", "Score";
        before: S = "措施前", "Before";
        after: S = "措施后", "After";
        before_after: S = "措施前 → 措施后", "Before → after";
        score_line: fn(&str, u32, u8, u8, &str) -> String = |event, score, l, i, band| format!("{event}：可能性 {l} × 影响 {i} = {score}，{band}"), |event, score, l, i, band| format!("{event}: likelihood {l} × impact {i} = {score}, {band}");
        band: fn(Band) -> S = |band| match band { Band::Low => "低", Band::Medium => "中", Band::High => "高", Band::Critical => "极高" },
            |band| match band { Band::Low => "low", Band::Medium => "medium", Band::High => "high", Band::Critical => "critical" };
        code: fn(Code) -> S = |code| match code { Code::ResidualAboveInherent => "措施后分数更高，写明原因", Code::AcceptWithoutOwner => "接受的风险要有负责人", Code::AcceptWithoutExpiry => "写明接受到哪天", Code::AcceptExpired => "接受期已过，重新评估" },
            |code| match code { Code::ResidualAboveInherent => "The score is higher after: enter why", Code::AcceptWithoutOwner => "An accepted risk needs an owner", Code::AcceptWithoutExpiry => "Enter until when it is accepted", Code::AcceptExpired => "Acceptance has expired: judge again" };
        likelihood_words: [S; 5] = ["几乎不会", "不太会", "可能", "很可能", "几乎一定"], ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"];
        impact_words: [S; 5] = ["轻微", "较小", "中等", "严重", "致命"], ["Slight", "Minor", "Moderate", "Severe", "Fatal"];
        map_caption: S = "可能性 × 影响，格里是风险编号；粗线右上方超出容忍线", "Likelihood × impact, risk numbers in the cells; above and right of the heavy line is beyond tolerance";
        map_empty: S = "给风险打上可能性和影响，它们就会出现在图上。", "Rate likelihood and impact of a risk and it appears on the map.";
        after_mark: S = "R-05′ 是措施后的位置。指着或选中一个编号，看它从哪里到哪里。", "R-05′ is the place after measures. Point at a number to see where it comes from and goes.";
        order_head: S = "按分数排序", "By score";
        plans_empty: S = "分数高于容忍线的风险会在这里要求一份应急预案。", "Risks above the tolerance line ask for a contingency plan here.";
        first_hour: S = "第一个小时做什么", "First hour";
        lead: S = "谁来带头", "Who leads";
        fallback: S = "备用供应商或自有团队", "Fallback vendor or own team";
        restore: S = "怎么恢复正常", "How normal service comes back";
        after_review: S = "事后复盘什么", "What is reviewed afterwards";
        plans_finding: fn(usize, usize) -> Vec<String> =
            |all, done| vec![format!("容忍线以上有 {all} 项风险，"), if all == done { "都有预案。".to_owned() } else { format!("{done} 项有预案。") }],
            |all, done| vec![format!("{all} risks lie above the tolerance line;"), if all == done { "each has a plan.".to_owned() } else { format!("{done} have a plan.") }];
    }
}

fn finding_zh(above: usize, unowned: usize) -> Vec<String> {
    if above == 0 {
        return vec!["没有风险在容忍线以上。".to_owned()];
    }
    let rest = if unowned == 0 {
        "都有负责人。".to_owned()
    } else {
        format!("{unowned} 项没有负责人。")
    };
    vec![format!("{above} 项风险在你划的线以上，"), rest]
}

fn finding_en(above: usize, unowned: usize) -> Vec<String> {
    let rest = match (above, unowned) {
        (0, _) => return vec!["No risk lies above the tolerance line.".to_owned()],
        (1, 0) => "it has an owner.".to_owned(),
        (2, 0) => "both have an owner.".to_owned(),
        (_, 0) => "each has an owner.".to_owned(),
        (_, 1) => "one has no owner.".to_owned(),
        _ => format!("{unowned} have no owner."),
    };
    let first = match above {
        1 => "1 risk lies above the line you drew;".to_owned(),
        _ => format!("{above} risks lie above the line you drew;"),
    };
    vec![first, rest]
}
