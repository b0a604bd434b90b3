//! Words of counter-metrics: what an indicator hides when it alone is chased, and what shows it.

use crate::domain::performance::counters::Classic;
use crate::i18n::macros::{S, apart, texts};

apart!(CountersText);

texts! {
    /// Words of counter-metrics.
    CountersText {
        head: S = "成对看", "Look at them in pairs";
        lead: S = "只追一项指标，常常是把问题挪到别处。给它配一项对照指标。", "A KPI chased alone often moves the problem elsewhere. Name the one that shows it.";
        pair_with: fn(&str) -> String = |other| format!("用 {other} 对照"), |other| format!("Pair it with {other}");
        hides: fn(Classic) -> S = |kind| match kind {
            Classic::Escape => "没人登记上线后的缺陷，它就是 0。",
            Classic::HandleTime => "把人打发走，时间就短。",
            Classic::FirstContact => "第二次来电当新单登记，它就高。",
            Classic::FirstResponse => "先回一句空话，它就快。",
            Classic::Complaints => "投诉难提，它就低。",
            Classic::Satisfaction => "只请满意的人评价，它就高。",
            Classic::OnTime => "改期限或牺牲质量，它就高。",
            Classic::Saving => "省出来的可能是质量。",
            Classic::TestCoverage => "测试跑过却什么也不查，它也高。",
            Classic::Reopened => "另开新单，它就低。",
            Classic::RestoreTime => "只重启、不除原因，它就短。",
            Classic::Availability => "维护和短时中断不算，它就高。",
            Classic::ChangeSuccess => "拖着不变更，它就高。",
            Classic::Accuracy => "只抽简单的查，它就高。",
            Classic::Throughput => "做完的又退回来，它照样高。",
            Classic::Rework => "不去查，就没有返工。",
            Classic::Agreement => "互相抄，就一致。",
        }, |kind| match kind {
            Classic::Escape => "It falls to zero if nobody logs production defects.",
            Classic::HandleTime => "It is short when callers are sent away.",
            Classic::FirstContact => "It is high when a second contact is opened as a new one.",
            Classic::FirstResponse => "It is fast when the first answer says nothing.",
            Classic::Complaints => "It is low when complaining is hard.",
            Classic::Satisfaction => "It is high when only the satisfied are asked.",
            Classic::OnTime => "It is high when due dates move or quality gives way.",
            Classic::Saving => "What is saved may be quality.",
            Classic::TestCoverage => "It is high with tests that check nothing.",
            Classic::Reopened => "It is low when a new item is opened instead.",
            Classic::RestoreTime => "It is short when things are restarted and the cause stays.",
            Classic::Availability => "It is high when maintenance and short outages are left out.",
            Classic::ChangeSuccess => "It is high when changes are put off.",
            Classic::Accuracy => "It is high when only easy cases are checked.",
            Classic::Throughput => "It is high although what is finished comes back.",
            Classic::Rework => "There is none when nobody looks for faults.",
            Classic::Agreement => "Raters who copy each other agree.",
        };
        shown_by: fn(Classic) -> S = |kind| match kind {
            Classic::Escape => "对照：用户报告的缺陷数",
            Classic::HandleTime => "对照：一次解决率",
            Classic::FirstContact => "对照：7 天内再次来联系的比例",
            Classic::FirstResponse => "对照：解决用时",
            Classic::Complaints => "对照：客户满意度",
            Classic::Satisfaction => "对照：评价参与率",
            Classic::OnTime => "对照：返工率或改期次数",
            Classic::Saving => "对照：客户满意度",
            Classic::TestCoverage => "对照：缺陷逃逸率",
            Classic::Reopened => "对照：同一问题的新单数",
            Classic::RestoreTime => "对照：重复故障率",
            Classic::Availability => "对照：计划外加计划内的停用分钟",
            Classic::ChangeSuccess => "对照：完成的变更数",
            Classic::Accuracy => "对照：抽检的件数和难度",
            Classic::Throughput => "对照：返工率",
            Classic::Rework => "对照：抽检的件数",
            Classic::Agreement => "对照：与标准答案的一致率",
        }, |kind| match kind {
            Classic::Escape => "Shown by: defects users report",
            Classic::HandleTime => "Shown by: solved at first contact",
            Classic::FirstContact => "Shown by: contacts again within 7 days",
            Classic::FirstResponse => "Shown by: time to solve",
            Classic::Complaints => "Shown by: customer satisfaction",
            Classic::Satisfaction => "Shown by: share of customers who answer",
            Classic::OnTime => "Shown by: rework, or due dates moved",
            Classic::Saving => "Shown by: customer satisfaction",
            Classic::TestCoverage => "Shown by: defect escape rate",
            Classic::Reopened => "Shown by: new items for the same problem",
            Classic::RestoreTime => "Shown by: repeat incidents",
            Classic::Availability => "Shown by: minutes down, planned and unplanned",
            Classic::ChangeSuccess => "Shown by: changes finished",
            Classic::Accuracy => "Shown by: how many, and which, cases are checked",
            Classic::Throughput => "Shown by: rework",
            Classic::Rework => "Shown by: how many pieces are checked",
            Classic::Agreement => "Shown by: accuracy against gold",
        };
    }
}
