//! Words of the way to the next grade, of what comes after the contract, and of what is watched after a low award.

use crate::domain::performance::credits::charge::Consequence;
use crate::domain::performance::payment::gain::{GainError, Limit};
use crate::domain::performance::payment::long_term::Advice;
use crate::domain::performance::payment::watch::Spot;
use crate::domain::selection::proposals::ProposalNote;
use crate::i18n::macros::{S, apart, texts};

apart!(LongTermText);

texts! {
    /// Words of what lies beyond one statement.
    LongTermText {
        next_head: fn(&str) -> String = |grade| format!("要到 {grade} 级，还差什么"), |grade| format!("What is missing to grade {grade}");
        keep_head: fn(&str) -> String = |grade| format!("要保住 {grade} 级，还差什么"), |grade| format!("What is missing to keep grade {grade}");
        next_none: S = "要更高一级，还差什么", "What would have to change";
        next_lead: fn(&str, &str, &str, bool) -> String = |grade, from, score, any| format!("{grade} 级从 {from} 分起，这一期 {score} 分。{}", if any { "下面任何一项单独做到都够。" } else { "没有哪一项单独做到就够。" }),
            |grade, from, score, any| format!("Grade {grade} begins at {from}; this period has {score}. {}", if any { "Any one of these alone would do." } else { "No single KPI would do it alone." });
        next_today: S = "这一栏按今天的数据算，不属于双方确认的那一份。", "This part is computed from today's data and is no part of what both sides confirmed.";
        next_top: S = "已经是最高一级。", "This is the best grade.";
        next_no_score: S = "这一期没有评分，看不出差什么。", "This period is not scored, so nothing can be told.";
        short: fn(&str) -> String = |kpis| format!("单独做到目标也不够的：{kpis}。"), |kpis| format!("Not enough even at their target: {kpis}.");
        kpi: S = "指标", "KPI";
        now: S = "本期", "Now";
        needed: S = "需要", "Needed";
        adds: S = "多得分", "Adds";
        next_rule: S = "还差的分 ÷ 有效权重 = 这一项要多得的分；再按底线到目标换算成值，朝达标的一侧取整。", "Points missing ÷ effective weight = points this KPI has to gain; turned into a value between floor and target, rounded to the side that does it.";
        next_formula: fn(&str, &str) -> String = |from, score| format!("还差 {from} − {score}"), |from, score| format!("missing {from} − {score}");

        mended_head: S = "补上哪一条，能返回多少", "What a kept service level would return";
        mended_none: S = "这一期没有扣款。", "Nothing was deducted in this period.";
        mended_lead: S = "只有这一条达标、其余不变时，应付会多多少；有上限时可能少于它的扣款。", "How much more would be paid had this line alone been kept; under a cap that may be less than its credit.";
        line: S = "条款", "Service level";
        bands_head: S = "到下一付费档，能多付多少", "What the next pay band would be worth";
        bands_lead: S = "只有这一次的总分到了下一档、其余不变时，应付会多多少；有上限时可能少于两档之差。", "How much more would be paid had this score alone reached the next band; under a cap that may be less than the bands differ by.";
        band_span: S = "考核", "Assessed";
        band_score: S = "总分", "Score";
        band_next: S = "下一档（还差）", "Next band (missing)";
        band_pays: S = "付", "Pays";
        band_top: S = "已是付得最多的一档", "best paid band";
        band_no_score: S = "没有评分，全付", "not scored, paid in full";
        band_lifts: fn(Consequence, Consequence) -> Option<S> = |now, then| match (now, then) { (Consequence::Terminate, Consequence::NoRenewal) => Some("到下一档就不能据此解除合同，但到期仍不再续。"), (Consequence::Terminate, Consequence::None) => Some("到下一档就不能据此解除合同。"), (Consequence::NoRenewal, Consequence::None) => Some("到下一档，合同到期可以再续。"), _ => None },
            |now, then| match (now, then) { (Consequence::Terminate, Consequence::NoRenewal) => Some("In the next band the contract may no longer be ended for it, but is not renewed."), (Consequence::Terminate, Consequence::None) => Some("In the next band the contract may no longer be ended for it."), (Consequence::NoRenewal, Consequence::None) => Some("In the next band the contract may be renewed."), _ => None };
        band_rule: S = "还差的分 = 下一档起点 − 总分；多付 = 总分到起点时的应付 − 现在的应付。", "Points missing = start of the next band − score; more paid = payable with the score at that start − payable now.";
        was: S = "实际", "Actual";
        returns: S = "多付", "Returns";

        reason_severe: S = "最近一期有严重违约。", "There was a severe breach in the latest period.";
        because_chronic: fn(&str) -> String = |lines| format!("{lines} 屡次未达标"), |lines| format!("{lines} missed again and again");
        suggestion_head: S = "合同以后", "After this contract";
        advice: fn(Advice) -> S = |advice| match advice {
            Advice::TooEarly => "还没有评完的一期，现在谈不上续约。",
            Advice::Extend => "建议延长合同，并谈收益共享。",
            Advice::Keep => "建议保持现有安排。",
            Advice::Plan => "建议 10 个工作日内要书面改进计划，下一期复查。",
            Advice::Retender => "建议重新招标。",
            Advice::Exit => "建议退出：停止新增业务，启动备用供应商。",
        }, |advice| match advice {
            Advice::TooEarly => "No period is graded yet; it is too early to talk of a renewal.",
            Advice::Extend => "Offer a longer contract and a share of the gains.",
            Advice::Keep => "Keep the present arrangement.",
            Advice::Plan => "Ask for a written plan within 10 working days and check next period.",
            Advice::Retender => "Put the work out to tender again.",
            Advice::Exit => "Leave: freeze new work and start the backup vendor.",
        };
        reason_grade: fn(&str, &str, &str, bool) -> String = |period, score, grade, closed| format!("{period}：{score} 分，{grade} 级{}", if closed { "" } else { "（评审还没结）" }),
            |period, score, grade, closed| format!("{period}: {score}, grade {grade}{}", if closed { "" } else { " (review still open)" });
        reason_chronic: fn(&str, &str, [u8; 2], bool) -> String = |clause, measure, [count, window], right| format!("{clause} {measure}：{window} 个月内至少 {count} 次未达标，属于屡次违约{}", if right { "，按约定可以退出" } else { "" }),
            |clause, measure, [count, window], right| format!("{clause} {measure}: missed at least {count} times in {window} months, a chronic failure{}", if right { " that gives the right to leave" } else { "" });
        reason_alone: S = "没有备用供应商：先定一家，谈判和退出才有余地", "No backup vendor is named: name one first, to have room to negotiate or leave";
        reason_depends: fn(&str, &str) -> String = |share, effective| format!("外包工作里它占 {share}，相当于只有 {effective} 家供应商：离开它要留足交接时间"), |share, effective| format!("It carries {share} of what is given out, as if there were {effective} vendors: leaving it takes time");
        to_line: S = "看条款", "See the clause";
        to_reviews: S = "看评审", "See the reviews";
        to_decide: S = "去定备用供应商", "Name a backup vendor";
        to_dependence: S = "看依赖程度", "See the dependence";
        rule: S = "连续两期 A：延长；B：保持；一期 C：要计划；连续两期 C 或屡次违约：重新招标；D，或 C 又屡次违约：退出。只是建议，由人决定。", "Two A grades in a row: extend. B: keep. One C: a plan. Two C in a row or a chronic failure: tender again. D, or C with a chronic failure: leave. A suggestion only; people decide.";

        gain_head: S = "收益共享", "Gain sharing";
        gain_lead: S = "把省下来的按约定分：基准成本减实际成本，供应商拿其中一份，不低于下限，不高于上限。", "Savings are shared as agreed: of baseline less actual cost the vendor gets its share, no less than the floor and no more than the cap.";
        gain_baseline: S = "基准成本", "Baseline cost";
        gain_actual: S = "实际成本", "Actual cost";
        gain_share: S = "供应商份额 %", "Share of the vendor %";
        gain_floor: S = "下限，负数表示分担超支", "Floor; negative: bears part of a loss";
        gain_cap: S = "上限", "Cap";
        gain_error: fn(GainError) -> S = |error| match error { GainError::CostMissing => "填基准成本和实际成本，就算出各得多少。", GainError::FloorAboveCap => "下限高于上限，改其中一个。" },
            |error| match error { GainError::CostMissing => "Enter baseline and actual cost to see who gets what.", GainError::FloorAboveCap => "The floor is above the cap; change one of them." };
        gain_said: fn(&str, &str, &str) -> String = |gain, vendor, client| format!("共省 {gain}：供应商得 {vendor}，委托方得 {client}。"), |gain, vendor, client| format!("{gain} saved: the vendor gets {vendor}, the client keeps {client}.");
        loss_said: fn(&str, &str, &str) -> String = |loss, vendor, client| format!("超支 {loss}：供应商担 {vendor}，委托方担 {client}。"), |loss, vendor, client| format!("{loss} overspent: the vendor bears {vendor}, the client {client}.");
        gain_limit: fn(Limit) -> S = |limit| match limit { Limit::Floor => "按下限计", Limit::Cap => "按上限计" }, |limit| match limit { Limit::Floor => "the floor counts", Limit::Cap => "the cap counts" };
        gain_rule: S = "供应商所得 = min(上限，max(下限，份额 ×(基准成本 − 实际成本)))", "Vendor's part = min(cap, max(floor, share × (baseline − actual cost)))";
        gain_added: fn(&str) -> String = |statement| format!("{statement} 已经有这一项，不再加。"), |statement| format!("{statement} holds it already; it is added once.");
        gain_add: S = "加进这一期的增值服务", "Add to this period's value-added service";

        watch_head: S = "低价中标后盯什么", "What to watch after a low award";
        watch_lead: fn(bool) -> S = |explained| if explained { "报价曾被要求说明，说明已接受。价格低的部分会从下面三处找回来。" } else { "报价低到要说明。价格低的部分会从下面三处找回来。" },
            |explained| if explained { "The price had to be explained, and the explanation was accepted. What is missing in it is taken back in three places." } else { "The price is so low that it has to be explained. What is missing in it is taken back in three places." };
        flag: fn(ProposalNote) -> S = |note| match note { ProposalNote::LowPrice => "报价异常低", ProposalNote::BelowFloor => "低于人力成本", ProposalNote::NoContingency => "没有应急方案", ProposalNote::StaffingShort => "人手不足" },
            |note| match note { ProposalNote::LowPrice => "abnormally low price", ProposalNote::BelowFloor => "below the cost of the staff", ProposalNote::NoContingency => "no contingency plan", ProposalNote::StaffingShort => "too few roles staffed" };
        spot: fn(Spot) -> S = |spot| match spot { Spot::Staffing => "人手", Spot::Quality => "质量", Spot::Changes => "变更单" }, |spot| match spot { Spot::Staffing => "Staffing", Spot::Quality => "Quality", Spot::Changes => "Change requests" };
        watched: fn(Spot) -> S = |spot| match spot { Spot::Staffing => "承诺的岗位是不是真有人、是不是换成了新手", Spot::Quality => "检查有没有少做，返工和差错有没有变多", Spot::Changes => "本该含在价里的事，有没有变成加钱的变更" },
            |spot| match spot { Spot::Staffing => "Are the promised roles filled, and not by beginners?", Spot::Quality => "Are checks skipped, do rework and errors grow?", Spot::Changes => "Does what the price should cover come back as a paid change?" };
        staffed: fn(usize, usize) -> String = |staffed, needed| format!("报价里有 {staffed} 个岗位，需要 {needed} 个"), |staffed, needed| format!("{staffed} roles offered, {needed} needed");
        first_pass: fn(&str, &str) -> String = |month, share| format!("{month} 一次通过 {share}"), |month, share| format!("{share} passed at the first try in {month}");
        no_checks: S = "检查记录还凑不齐一个月", "no month of checks is complete";
        changes: fn(usize, &str, Option<&str>) -> String = |count, cost, share| format!("{count} 张变更单，已同意的加价 {cost}{}", share.map(|share| format!("，占一年基础费 {share}")).unwrap_or_default()),
            |count, cost, share| format!("{count} requests; those accepted add {cost}{}", share.map(|share| format!(", {share} of a year's base fee")).unwrap_or_default());
        watch_kpi: S = "盯哪个指标", "KPI to watch";
        watch_note: S = "谁看、多久看一次、看到什么", "Who looks, how often, what was seen";
        latest: fn(&str, &str) -> String = |month, value| format!("最近 {month}：{value}"), |month, value| format!("latest, {month}: {value}");
        worse: fn(usize) -> String = |months| format!("已连续 {months} 个月变差"), |months| format!("worse for {months} months in a row");
        no_kpi: S = "还没选指标", "no KPI chosen";
    }
}
