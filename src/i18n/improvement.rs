//! Words of improvement. Only its page reads them.

use crate::domain::performance::improvement::{Overview, Source, Stand, Verdict};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(ImprovementText);

texts! {
    /// Words of improvement.
    ImprovementText {
        empty: S = "把用户说的记在这里，归成主题，找到原因，定下措施，再看指标有没有变好。", "Write down what users say, gather it into themes, find the cause, act, and see whether the KPI moves.";
        add_feedback: S = "添加反馈", "Add feedback";
        add_theme: S = "添加主题", "Add a theme";
        finding: fn(usize, &Overview) -> Vec<String> = finding_zh, finding_en;
        themes_head: S = "主题", "Themes";
        theme: S = "主题", "Theme";
        said: S = "反馈数", "Said by";
        action: S = "措施", "Action";
        owner: S = "负责人", "Owner";
        due: S = "期限", "Due";
        effect: S = "指标前后", "KPI before and after";
        state: S = "状态", "State";
        stand: fn(Stand) -> String = |stand| match stand {
            Stand::NoCause => "待找原因".to_owned(),
            Stand::NoAction => "待定措施".to_owned(),
            Stand::Underway => "进行中".to_owned(),
            Stand::Overdue(days) => format!("逾期 {days} 天"),
            Stand::Waiting => "做完，等下次评审".to_owned(),
            Stand::ToCheck => "待检查".to_owned(),
            Stand::CheckOverdue => "检查逾期".to_owned(),
            Stand::Held => "效果保持".to_owned(),
        }, |stand| match stand {
            Stand::NoCause => "no cause yet".to_owned(),
            Stand::NoAction => "no action yet".to_owned(),
            Stand::Underway => "under way".to_owned(),
            Stand::Overdue(days) => format!("{} overdue", plural(usize::try_from(days).unwrap_or(0), "day", "days")),
            Stand::Waiting => "done, waits for the next review".to_owned(),
            Stand::ToCheck => "to check".to_owned(),
            Stand::CheckOverdue => "check overdue".to_owned(),
            Stand::Held => "held".to_owned(),
        };
        again: fn(&str, usize) -> String = |state, lapsed| format!("{state}；前 {lapsed} 次没保持住"), |state, lapsed| format!("{state}; did not hold {}", if lapsed == 1 { "once".to_owned() } else { format!("{lapsed} times") });
        name: S = "主题是什么", "What it is about";
        kpi: S = "要改善的指标", "KPI it is to move";
        vendor: S = "看哪家的读数", "Whose readings show it";
        whys: S = "为什么？再问为什么（每行一个回答，最多五次）", "Why, and why that (one answer a line, up to five)";
        cause: S = "根本原因", "Root cause";
        cause_missing: S = "找到原因再定措施", "Find the cause before you act";
        nothing_said: S = "还没有反馈归到这个主题。在下面的反馈里选它。", "No feedback belongs to it yet. Choose this theme at the feedback below.";
        round: fn(usize) -> String = |number| format!("第 {number} 次"), |number| format!("Round {number}");
        begin: S = "定一项措施", "Set an action";
        done: S = "完成日期", "Done on";
        verdict: fn(Verdict) -> S = |verdict| match verdict { Verdict::Held => "保持住了", Verdict::Lapsed => "没保持住" },
            |verdict| match verdict { Verdict::Held => "held", Verdict::Lapsed => "did not hold" };
        checked: fn(&str, &str) -> String = |date, verdict| format!("{date} 检查：{verdict}。"), |date, verdict| format!("Checked {date}: {verdict}.");
        check_at: fn(&str) -> String = |until| format!("{until} 结束的评审期检查。"), |until| format!("To be checked at the review of the period that ends on {until}.");
        note: S = "检查看到什么", "What the check saw";
        held: S = "保持住了", "It held";
        lapsed: S = "没保持住，再来一次", "It did not hold: another round";
        lapsed_note: S = "这一次会留着，另开一次。", "This round stays and the next one begins.";
        not_done: S = "做完以后，这里比较指标的前后。", "Once it is done, the KPI before and after is compared here.";
        no_kpi: S = "选一个指标，才能比较前后。", "Choose a KPI to compare before and after.";
        few: fn(usize, usize) -> String = |before, after| format!("数据还不够：之前 {before} 个月，之后 {after} 个月，各要至少 2 个月。"), |before, after| format!("Not enough data: {} before, {after} after; each side needs 2.", plural(before, "month", "months"));
        effect_said: fn(&str, &str, &str, Option<bool>) -> String = |kpi, before, after, better| format!("{kpi}从 {before} 到 {after}，{}。", match better { Some(true) => "变好了", Some(false) => "变差了", None => "没有变化" }),
            |kpi, before, after, better| format!("{kpi} went from {before} to {after}: {}.", match better { Some(true) => "better", Some(false) => "worse", None => "no change" });
        effect_short: fn(&str, &str) -> String = |before, after| format!("{before} → {after}"), |before, after| format!("{before} → {after}");
        effect_open: S = "数据不够", "not enough data";
        effect_rule: S = "完成当月不算。之前 3 个月和之后 3 个月里有数据的月份各取平均；每边至少要 2 个月。", "The month it was done in counts for neither side. The mean of the months with data among the 3 before, and among the 3 after; each side needs at least 2.";
        before: S = "之前", "Before";
        after: S = "之后", "After";
        feedback_head: S = "用户反馈", "What users say";
        date: S = "日期", "Date";
        source_label: S = "来自哪里", "Where from";
        source: fn(Source) -> S = |source| match source { Source::Internal => "委托方内部", Source::External => "客户和外部", Source::Vendor => "供应商一方" },
            |source| match source { Source::Internal => "Inside the client", Source::External => "Customers, outside", Source::Vendor => "The vendor's people" };
        from: S = "谁说的", "Who said it";
        words: S = "原话", "In their words";
        count: S = "人次", "How often";
        about: S = "关于哪个指标", "KPI it is about";
        belongs_to: S = "归到主题", "Theme";
        loose: S = "还没归类", "belongs to no theme";
        count_rule: S = "归到这个主题的反馈的人次相加；没写人次的算 1。", "The counts of the feedback of this theme added up; where none is given it stands for 1.";
        how_many: fn(u32) -> String = |count| format!("一共 {count} 人次"), |count| format!("Said {count} times in all");
    }
}

/// Joins clause numbers with the words for what they have in common, where there are any.
fn said(clauses: &[String], comma: &str, words: impl Fn(&str) -> String) -> Option<String> {
    (!clauses.is_empty()).then(|| words(&clauses.join(comma)))
}

fn finding_zh(themes: usize, overview: &Overview) -> Vec<String> {
    let open = [
        said(&overview.overdue, "、", |clauses| format!("{clauses} 逾期")),
        said(&overview.to_check, "、", |clauses| format!("{clauses} 做完待检查")),
        said(&overview.check_overdue, "、", |clauses| format!("{clauses} 的评审已结、效果还没有检查")),
        said(&overview.lapsed, "、", |clauses| format!("{clauses} 上次没保持住，正在再做")),
    ];
    let open: Vec<_> = open.into_iter().flatten().collect();
    let lead = match open.is_empty() {
        true => format!("{themes} 个主题，没有逾期的，也没有要检查的。"),
        false => format!("{themes} 个主题里，{}。", open.join("；")),
    };
    let rest = [
        said(&overview.held, "、", |clauses| format!("{clauses} 的效果保持住了。")),
        said(&overview.loose, "、", |clauses| format!("{clauses} 还没归类。")),
    ];
    std::iter::once(lead).chain(rest.into_iter().flatten()).collect()
}

fn finding_en(themes: usize, overview: &Overview) -> Vec<String> {
    let is = |clauses: &[String]| if clauses.len() == 1 { "is" } else { "are" };
    let open = [
        said(&overview.overdue, ", ", |clauses| format!("{clauses} {} overdue", is(&overview.overdue))),
        said(&overview.to_check, ", ", |clauses| {
            format!("{clauses} {} to be checked", is(&overview.to_check))
        }),
        said(&overview.check_overdue, ", ", |clauses| {
            format!("the review of {clauses} is closed, and whether the effect held is not said")
        }),
        said(&overview.lapsed, ", ", |clauses| {
            format!("{clauses} did not hold last time and is tried again")
        }),
    ];
    let open: Vec<_> = open.into_iter().flatten().collect();
    let all = plural(themes, "theme", "themes");
    let lead = match open.is_empty() {
        true => format!("{all}; nothing is overdue or to be checked."),
        false => format!("Of {all}: {}.", open.join("; ")),
    };
    let loose = if overview.loose.len() == 1 { "belongs" } else { "belong" };
    let rest = [
        said(&overview.held, ", ", |clauses| format!("{clauses} held.")),
        said(&overview.loose, ", ", |clauses| format!("{clauses} {loose} to no theme.")),
    ];
    std::iter::once(lead).chain(rest.into_iter().flatten()).collect()
}
