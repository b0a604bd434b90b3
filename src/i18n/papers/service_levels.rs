//! Words of the service level annex.

use crate::domain::requirements::Bound;
use crate::i18n::macros::{S, apart, texts};

apart!(ServiceLevelsText);

texts! {
    /// Words of the service level annex.
    ServiceLevelsText {
        lead: S = "本附件约定服务应当达到的水平、统计口径和未达标的处理。数据以各条所列的来源为准，双方可以用同样的数据重新算出每一个金额。", "This annex says which levels the service has to reach, how they are computed, and what follows a miss. The figures come from the source named at each; from the same figures both parties compute the same amounts.";
        levels: S = "服务等级", "Service levels";
        is_at: fn(Bound, &str, S) -> String = |bound, target, window| match bound { Bound::AtLeast => format!("{window}不低于 {target}。"), Bound::AtMost => format!("{window}不超过 {target}。") },
            |bound, target, window| match bound { Bound::AtLeast => format!("At least {target} a {}.", window.to_lowercase()), Bound::AtMost => format!("At most {target} a {}.", window.to_lowercase()) };
        source: S = "数据来源：", "Figures from: ";
        excludes: S = "不计：", "Not counted: ";
        penalty: S = "未达标：", "If missed: ";
        guards: fn(&str) -> String = |feature| format!("（保障 {feature}）"), |feature| format!("(guards {feature})");
        credits: S = "未达标的扣款", "Service credits";
        in_words: S = "没有约定扣款方式：未达标按各条所写的后果处理。", "No model of deduction is agreed: a miss has the consequence worded at its line.";
        by: fn(S) -> String = |model| format!("扣款方式：{model}。"), |model| format!("Credits are computed by this model: {}.", model.to_lowercase());
        fee: fn(&str) -> String = |fee| format!("每月基础服务费为 {fee}。"), |fee| format!("The base fee is {fee} a month.");
        fee_blank: S = "每月基础服务费", "Base fee a month";
        assessed: fn(S) -> String = |over| format!("达标按此评估：{over}。"), |over| format!("Targets are assessed over {over}.");
        at_risk: fn(&str, Option<&str>) -> String = |risk, pool| pool.map_or_else(|| format!("费用的 {risk} 作风险金，按下表分摊到各条；某条未达标，扣它的那一份。"), |pool| format!("费用的 {risk} 作风险金，按下表分摊到各条，合计 {pool}；某条未达标，扣它的那一份。")),
            |risk, pool| pool.map_or_else(|| format!("{risk} of the fee is at risk and allocated to the lines below; a miss costs the share of its line."), |pool| format!("{risk} of the fee is at risk; the allocations below come to {pool}, and a miss costs the share of its line."));
        tiers: S = "按达标率所在的一档扣：", "By the tier the attainment lies in:";
        steps: S = "各条未达标记分，按总分所在的一档扣：", "Misses earn points; their sum decides:";
        escalation: fn(&str, &str, u8) -> String = |first, repeat, months| format!("首次未达标扣 {first}；滚动 {months} 个月内再犯，依次扣 {repeat}。"), |first, repeat, months| format!("The first miss costs {first}; repeats within {months} rolling months cost {repeat} in turn.");
        bands: S = "按当期得分付款：", "The score of the period decides what is paid:";
        from: S = "从", "From";
        below: S = "低于", "Below";
        costs: S = "扣", "Costs";
        pays: S = "付", "Pays";
        follows: S = "后果", "Then";
        points: S = "分数", "Points";
        score: S = "得分", "Score";
        kind: S = "类别", "Kind";
        allocation: S = "分摊", "Allocation";
        a_miss: S = "每次分数", "Points a miss";
        higher: S = "返还水平", "Earned back at";
        cap: fn(&str) -> String = |cap| format!("扣款合计以费用的 {cap} 为限。"), |cap| format!("Credits together never exceed {cap} of the fee.");
        no_cap: S = "扣款没有约定上限。", "No cap on credits is agreed.";
        rounding: S = "每条先按分四舍五入，再相加。没有数据的，既不算达标也不算未达标。", "Each line is rounded half up to a minor unit before they are added. No data is neither met nor missed.";
        earn_back: fn(u8, Option<&str>) -> String = |window, date| format!("未达标之后连续 {window} 期达到返还水平的，退回已扣的一份{}。", date.map(|date| format!("（{date} 约定）")).unwrap_or_default()), |window, date| format!("A credit is returned when the higher level is reached in the {window} assessments that follow{}.", date.map(|date| format!(" (agreed on {date})")).unwrap_or_default());
        no_earn_back: S = "扣款不返还。", "Credits are not earned back.";
        chronic: fn(u8, u8, bool) -> String = |count, months, exit| format!("同一条在滚动 {months} 个月内 {count} 次未达标，为长期不达标{}。", if exit { "，委托方可以解除合同" } else { "" }), |count, months, exit| format!("{count} misses of one line within {months} rolling months are a chronic failure{}.", if exit { ", upon which the client may end the contract" } else { "" });
        excluded_head: S = "不计的时段", "Months that do not count";
        line: S = "服务等级", "Line";
        all_lines: S = "全部", "All";
        months: S = "月份", "Months";
        reason: S = "理由", "Reason";
        example: S = "算例", "Worked example";
        example_lead: fn(&str, &str, &str) -> String = |clause, actual, fee| format!("设某月费用 {fee}，{clause} 实际为 {actual}，未达标，其余各条达标，此前没有未达标："), |clause, actual, fee| format!("Suppose a month with a fee of {fee} in which {clause} comes to {actual} and is missed, all others are met, and nothing was missed before:");
        example_score: fn(&str, &str) -> String = |score, fee| format!("设某期费用 {fee}，得分 {score}："), |score, fee| format!("Suppose a period with a fee of {fee} and a score of {score}:");
        item: S = "项目", "Item";
        basis: S = "依据", "Basis";
        amount: S = "金额", "Amount";
        fee_row: S = "费用", "Fee";
        deducted: S = "扣款", "Credit";
        paid: S = "付款", "Paid";
    }
}
