//! Words of stage 5.

use crate::domain::risk::matrix::{Band, Code};
use crate::domain::risk::order::{OrderBy, Shown};
use crate::domain::risk::{Category, Treatment};
use crate::i18n::format::plural;
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
        residual_reason: S = "分数没有降低的原因", "Why it is not lower after";
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
        after_mark: S = "R-05′ 是措施后的位置。指着或按一个编号，看它从哪里到哪里。", "R-05′ is the place after measures. Point at a number or press it to see where it comes from and goes.";
        order_head: S = "按分数排序", "By score";
        overdue_count: fn(usize) -> String = |count| format!("{count} 项复查已过期。"), |count| if count == 1 { "1 review is overdue.".to_owned() } else { format!("{count} reviews are overdue.") };
        accept_endless: fn(&str) -> String = |risks| format!("接受了 {risks}，没写到哪天为止。"), |risks| format!("Accepted without an end: {risks}.");
        accept_expired: fn(&str) -> String = |risks| format!("{risks} 的接受期已过，要重新判断。"), |risks| format!("Acceptance has expired, judge again: {risks}.");
        overdue: fn(i64) -> String = |days| format!("逾期 {days} 天"), |days| format!("{} overdue", plural(days.unsigned_abs() as usize, "day", "days"));
        review_overdue: fn(i64) -> String = |days| format!("已过 {days} 天：复查后改成下次的日期"), |days| format!("{} ago: review it and enter the next date", plural(days.unsigned_abs() as usize, "day", "days"));
        category_words: S = "自己的类别", "Own category";
        likelihood_bands: [S; 5] = ["<10%", "10–30%", "30–50%", "50–80%", ">80%"], ["<10 %", "10–30 %", "30–50 %", "50–80 %", ">80 %"];
        velocity_words: [S; 5] = ["几个月里慢慢显现", "几周内", "几天内", "一天内", "一小时内"], ["Over months", "Within weeks", "Within days", "Within a day", "Within an hour"];
        step: fn(u8, &str, &str) -> String = |step, word, band| if band.is_empty() { format!("{step} {word}") } else { format!("{step} {word}（{band}）") }, |step, word, band| if band.is_empty() { format!("{step} {word}") } else { format!("{step} {word} ({band})") };
        not_rated: S = "未评", "Not rated";
        score_rule: S = "分数＝可能性 × 影响，1 到 25。1–4 低，5–9 中，10–15 高，16–25 极高；影响是 5 的不算低。超过容忍线的要有负责人和预案。", "Score = likelihood × impact, 1 to 25. 1–4 low, 5–9 medium, 10–15 high, 16–25 critical; impact 5 is never low. Above the tolerance line a risk needs an owner and a plan.";
        tolerance: S = "容忍线", "Tolerance line";
        not_lower: S = "措施后分数没有降低：写明原因，或者换措施。", "The measures do not lower the score: say why, or find others.";
        occurred: S = "发生", "Occurred";
        occurred_head: S = "发生过的", "When it occurred";
        occurred_on: fn(&str) -> String = |clause| format!("{clause} 发生日期"), |clause| format!("Date of {clause}");
        occur_action: S = "已经发生：建工单", "It occurred: open an issue";
        occur_again_action: S = "再次发生：建工单", "It occurred again: open an issue";
        occur_hint: S = "工单进入问题台账，级别按影响取，影响 5 取最紧急的。两边互相链接。", "The issue goes into the log at a level taken from the impact; impact 5 takes the most urgent. Each links to the other.";
        issue_gone: S = "工单已删除", "Issue removed";
        remove_occurrence: fn(&str) -> String = |date| format!("删除 {date} 的发生记录"), |date| format!("Remove the occurrence of {date}");
        order_label: S = "排列", "Order";
        order_entered: S = "登记顺序", "As entered";
        order_by: fn(OrderBy) -> S = |by| match by { OrderBy::Inherent => "措施前分数", OrderBy::Residual => "措施后分数" }, |by| match by { OrderBy::Inherent => "Score before", OrderBy::Residual => "Score after" };
        show_label: S = "显示", "Show";
        show: fn(Shown) -> S = |shown| match shown { Shown::All => "全部", Shown::Above => "容忍线以上", Shown::Overdue => "复查已过期", Shown::Unowned => "没有负责人", Shown::Occurred => "发生过的" },
            |shown| match shown { Shown::All => "All", Shown::Above => "Above the line", Shown::Overdue => "Review overdue", Shown::Unowned => "Without an owner", Shown::Occurred => "Occurred" };
        none_shown: S = "没有这样的风险。", "No risk is like this.";
        threatens: S = "它影响的服务等级：", "Service level it threatens: ";
        deduction: S = "未达标扣款：", "Deducted when missed: ";
        charged: fn(&str, &str, &str, &str) -> String = |month, actual, credit, fee| format!("最近一次未达标：{month}，实际 {actual}，当月费用 {fee} 里扣了 {credit}。"), |month, actual, credit, fee| format!("Missed last in {month} at {actual}: {credit} deducted from that month's fee of {fee}.");
        to_credits: S = "看怎么扣的", "See how it is deducted";
        no_deduction: S = "这条还没写扣款。", "No deduction is written for it yet.";
        place_name: fn(&str, &str, bool, u32) -> String = |clause, event, is_after, score| format!("{clause} {event}，{} {score} 分", if is_after { "措施后" } else { "措施前" }), |clause, event, is_after, score| format!("{clause} {event}, {score} {}", if is_after { "after measures" } else { "before measures" });
        way: fn(&str, &str) -> String = |likelihood, impact| format!("可能性 {likelihood}，影响 {impact}"), |likelihood, impact| format!("likelihood {likelihood}, impact {impact}");
        not_judged_after: S = "措施后没评", "not judged after measures";
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
