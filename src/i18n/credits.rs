//! Words of service credits and of their rehearsal.

use crate::domain::language::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::performance::credits::assess::{CreditLine, Outcome, Rule};
use crate::domain::performance::credits::charge::{Consequence, CreditError};
use crate::domain::performance::credits::doubts::Doubt;
use crate::domain::performance::credits::terms::{Assessed, Level};
use crate::domain::performance::rehearsal::Verdict;
use crate::domain::performance::rehearsal::tickets::Clocked;
use crate::domain::period::Cycle;
use crate::i18n::format::{self, number};
use crate::i18n::macros::{S, apart, texts};

apart!(CreditsText);

texts! {
    /// Words of service credits and of their rehearsal.
    CreditsText {
        relation: S = "各条服务等级写明的后果（1.4）原文保留，是合同的话；这里约定的是怎么算。哪条扣款，默认看 1.4 里的“扣款方式”：选了方式的是关键服务等级，“只按文字”的只报告。", "What each service level says in 1.4 stays as it is worded; it is the contract. Here is agreed how it is computed. Which lines carry credits follows “How it is deducted” in 1.4: a line with a model is critical, one “as written only” is reported.";
        no_model_finding: S = "还没选扣款方式：未达标的后果只有文字，算不出金额。", "No model is chosen: what follows a miss is only told in words, and no amount can be computed.";
        example_finding: fn(&str, &str, &str) -> String = |month, credits, paid| format!("按这份约定，{month} 扣 {credits}，付 {paid}。"), |month, credits, paid| format!("By these terms {credits} is deducted for {month} and {paid} is paid.");
        example_tried: fn(&str, &str, &str) -> String = |month, credits, paid| format!("按你填的数试算，{month} 会扣 {credits}，付 {paid}。"), |month, credits, paid| format!("With the figures you typed, {credits} would be deducted for {month} and {paid} would be paid.");
        doubts_finding: fn(usize) -> String = |n| format!("{n} 处要看一下。"), |n| if n == 1 { "One thing wants a look.".to_owned() } else { format!("{n} things want a look.") };
        no_lines: S = "先在 1.4 写下服务等级，这里才有可约定的。", "Write the service levels in 1.4 first; then there is something to agree on here.";
        terms_head: S = "扣款约定", "Terms of credits";
        fee: S = "每月基础服务费", "Base fee a month";
        fee_offered: fn(&str, &str) -> String = |vendor, fee| format!("空着就用 {vendor} 报价里的基础月费 {fee}。"), |vendor, fee| format!("Left empty, the base price {vendor} offers counts: {fee} a month.");
        fee_missing: S = "报价里没有基础月费：在这里填一个。", "No base price is offered: enter one here.";
        assessed: S = "按什么时段看是否达标", "Assessed over";
        assessed_name: fn(Assessed) -> S = |one| match one { Assessed::EachMonth => "逐月，按月费", Assessed::WholePeriod => "整个结算期，按期内总费用" },
            |one| match one { Assessed::EachMonth => "each month, on its fee", Assessed::WholePeriod => "the whole period settled, on its fee" };
        cap: S = "扣款上限，占费用 %", "Cap, % of the fee";
        risk: S = "风险金，占费用 %", "At risk, % of the fee";
        pool: S = "分摊总额，%（可超过 100）", "Pool, % (may exceed 100)";
        first: S = "首次未达标 %", "First miss %";
        window: S = "滚动窗口，月", "Rolling window, months";
        repeats: S = "再犯时，依次", "On repeat, in turn";
        rate: S = "扣 %", "Costs %";
        tiers: S = "达标率分档", "Tiers of attainment";
        tier_from: S = "从 %", "From %";
        tier_below: S = "低于 %", "Below %";
        steps: S = "扣分换算", "Steps of points";
        points: S = "分", "Points";
        bands: S = "得分与付款", "Bands of scores";
        band_from: S = "得分从", "Score from";
        band_pay: S = "付 %", "Pays %";
        consequence_head: S = "后果", "What follows";
        consequence: fn(Consequence) -> S = |one| match one { Consequence::None => "无", Consequence::NoRenewal => "不续约", Consequence::Terminate => "终止" },
            |one| match one { Consequence::None => "nothing", Consequence::NoRenewal => "no renewal", Consequence::Terminate => "ends" };
        add_row: S = "添加一行", "Add a row";
        remove_row: fn(usize) -> String = |at| format!("删除第 {at} 行"), |at| format!("Remove row {at}");
        usual: S = "恢复常用数值", "Put the usual figures back";

        lines_head: S = "哪些服务等级扣款", "Which lines carry credits";
        line: S = "服务等级", "Service level";
        said: S = "1.4 写明的后果", "What 1.4 says";
        level_head: S = "类别", "Kind";
        level: fn(Level) -> S = |level| match level { Level::Critical => "关键服务等级", Level::KeyMeasurement => "关键指标（只报告）" }, |level| match level { Level::Critical => "critical", Level::KeyMeasurement => "key measurement" };
        level_said: fn(S) -> String = |level| format!("照 1.4：{level}"), |level| format!("as in 1.4: {level}");
        allocation: S = "分摊 %", "Allocation %";
        line_points: S = "每次扣分", "Points a miss";
        higher: S = "返还要达到", "Earned back at";
        allocated: fn(&str, Option<&str>) -> String = |sum, pool| pool.map_or_else(|| format!("扣款各条合计分摊 {sum}，没有约定总额。"), |pool| format!("扣款各条合计分摊 {sum}，总额 {pool}。")), |sum, pool| pool.map_or_else(|| format!("Lines with credits are allocated {sum} together; no pool is agreed."), |pool| format!("Lines with credits are allocated {sum} of a pool of {pool}."));

        rest_head: S = "返还、长期不达标、不计的时段", "Earn-back, chronic failure, exclusions";
        earn_back: S = "允许返还：之后连续达到更高一级，已扣的退回", "Credits can be earned back by reaching the higher level afterwards";
        earn_back_window: S = "连续几期", "Periods in a row";
        earn_back_on: S = "何时约定", "Agreed on";
        earn_back_hint: S = "两级都在开始时定好：目标和更高的一级（上表）。事后才给就成了让步。惯例看之后 3 个月。", "Both levels, the target and the higher one in the table above, are set at the start; given later it is a concession. Usual: the three months after.";
        chronic_count: S = "几次未达标算长期", "Chronic from, misses";
        chronic_window: S = "在几个月内", "Within, months";
        exit_right: S = "长期不达标时委托方可以退出", "A chronic failure lets the client leave";
        remedy: S = "合同里关于救济的措辞", "How the contract words the remedy";
        exclusions: S = "不计的时段", "Months that do not count";
        exclusion_line: S = "服务等级（空着：全部）", "Line (empty: all)";
        exclusion_from: S = "从哪个月", "From month";
        exclusion_until: S = "到哪个月", "Until month";
        exclusion_reason: S = "理由", "Reason";

        example_head: S = "算一个月看看", "A month, worked out";
        example_month: S = "月份", "Month";
        example_hint: S = "实际值取自 6.1 的读数，可以改成别的试算；不会存下来。", "Actuals come from the readings of 6.1; change them to try. What you type here is not kept.";
        example_reset: S = "改回读数", "Back to the readings";
        agreed: S = "约定", "Agreed";
        actual: S = "实际", "Actual";
        reason: S = "依据", "Why";
        amount: S = "扣款", "Credit";
        score: S = "得分", "Score";
        all_points: S = "扣分合计", "All points";
        sum: S = "各条合计", "All lines";
        cap_line: fn(Option<&str>, bool) -> String = |cap, cut| cap.map_or_else(|| "没有上限".to_owned(), |cap| if cut { format!("上限 {cap}，已到顶") } else { format!("上限 {cap}，未触及") }),
            |cap, cut| cap.map_or_else(|| "no cap".to_owned(), |cap| if cut { format!("cap {cap}, reached") } else { format!("cap {cap}, not reached") });
        beyond_fee: fn(&str) -> String = |beyond| format!("比费用多出的 {beyond} 扣不到"), |beyond| format!("{beyond} goes beyond the fee and cannot be deducted");
        deducted: S = "扣款", "Deducted";
        paid: S = "付款", "Paid";
        fee_line: S = "费用", "Fee";
        outcome: fn(Outcome) -> S = |one| match one { Outcome::Met => "达标", Outcome::Missed => "未达标", Outcome::NoData => "没有数据", Outcome::NotDue => "按季度看，本月不到期", Outcome::Excluded => "约定不计", Outcome::NoTarget => "没有目标" },
            |one| match one { Outcome::Met => "met", Outcome::Missed => "missed", Outcome::NoData => "no data", Outcome::NotDue => "by quarter, not due", Outcome::Excluded => "excluded", Outcome::NoTarget => "no target" };
        reports: S = "只报告", "reported only";
        why: fn(&CreditLine) -> String = why_zh, why_en;
        rule_note: S = "每条先按分四舍五入，再相加；超过上限的部分不扣。没有数据既不算达标也不算未达标。", "Each line is rounded half up to a minor unit, then they are added; what exceeds the cap is not deducted. No data is neither met nor missed.";
        chronic_now: fn(&str) -> String = |lines| format!("{lines} 已属长期不达标。"), |lines| format!("Chronic failure: {lines}.");
        follows: fn(Consequence) -> S = |one| match one { Consequence::None => "", Consequence::NoRenewal => "这个得分不续约。", Consequence::Terminate => "这个得分可以终止合同。" }, |one| match one { Consequence::None => "", Consequence::NoRenewal => "With this score the contract is not renewed.", Consequence::Terminate => "With this score the contract may be ended." };
        error: fn(CreditError) -> S = |error| match error { CreditError::NoModel => "先选一种扣款方式。", CreditError::NoFee => "填上每月基础服务费，才能算出金额。", CreditError::AllocationsExceedPool => "各条分摊之和超过约定的总额：减少分摊或提高总额，才能算出金额。" },
            |error| match error { CreditError::NoModel => "Choose a model first.", CreditError::NoFee => "Enter the base fee a month to get amounts.", CreditError::AllocationsExceedPool => "The allocations exceed the agreed pool: lower them or raise the pool to get amounts." };

        doubts_head: S = "要看一下", "To look at";
        doubt: fn(Doubt, &str) -> String = doubt_zh, doubt_en;

        rehearsal_head: S = "预演：用历史数据跑一遍", "Rehearsal: the history replayed";
        rehearsal_lead: S = "签约前先用历史数据跑一遍：每期会扣多少，哪条形同虚设，哪条够不着。", "Before signing, replay a history: what each period would have cost, which target says nothing, which is out of reach.";
        source: S = "用哪份历史", "Which history";
        source_readings: S = "6.1 的读数", "The readings of 6.1";
        source_issues: S = "4.7 的问题台账", "The issue log of stage 4";
        issues_hint: S = "选出每条服务等级由哪一级问题的首次响应或解决时限得出：按报告的月份算达标比例，件数一起算。", "Choose for each line whose first answers or solutions in time it is: the share met is taken by the month of the report, with how many cases.";
        issues_none: S = "没有一条服务等级是“至少百分之几”，台账用不上。", "No line wants at least a share in per cent, so the log cannot stand for one.";
        clocked: fn(&str, Clocked) -> String = |level, clocked| match clocked { Clocked::Answer => format!("{level}：首次响应"), Clocked::Solution => format!("{level}：解决") }, |level, clocked| match clocked { Clocked::Answer => format!("{level}: first answer"), Clocked::Solution => format!("{level}: solution") };
        source_pasted: S = "粘贴的表格", "A pasted table";
        paste: S = "粘贴表格：月份 × 服务等级", "Paste a table: months × service levels";
        paste_hint: S = "第一行写编号或名称（S-01），第一列写月份 2026-03，横竖都行；“S-01 n”一列是当月件数；n/a 是没有发生；12,5 和 12.5 都认。", "First row: numbers or names (S-01); first column: months such as 2026-03; or turned. A column “S-01 n” holds how many cases; n/a is no events; 12,5 and 12.5 are both read.";
        paste_read: fn(usize, usize) -> String = |cells, months| format!("读到 {cells} 个数，{months} 个月。"), |cells, months| format!("{cells} figures of {months} months read.");
        paste_no_months: S = "没找到月份：第一列或第一行要写成 2026-03。", "No months found: write 2026-03 in the first column or the first row.";
        paste_left_out: fn(usize, usize, &str, &str) -> String = |row, column, cell, why| format!("第 {row} 行第 {column} 列“{cell}”没有用：{why}"), |row, column, cell, why| format!("Row {row}, column {column}, “{cell}”, left out: {why}");
        paste_tickets: S = "这是工单表，不是逐月的数。到 4.7 粘贴它，把工单记进台账，再回来选“4.7 的问题台账”。", "This is a table of tickets, not of figures by month. Paste it at the issue log (4.7), take its tickets into the log, then come back and choose “The issue log of stage 4”.";
        paste_to_log: S = "去 4.7 问题台账", "To the issue log";
        paste_unknown: fn(&str) -> String = |head| format!("“{head}”：没有这个编号或名称的服务等级，整列没有用"), |head| format!("“{head}”: no service level has this number or name; the column is left out");
        no_history: S = "还没有历史：在 6.1 填读数，或粘贴一张表。", "There is no history yet: enter readings in 6.1 or paste a table.";
        rehearsal_finding: fn(usize, &str, &str, &str) -> String = |n, credits, fee, share| format!("{n} 期里会扣 {credits}，占费用 {fee} 的 {share}。"), |n, credits, fee, share| format!("Over {n} periods {credits} would have been deducted, {share} of {fee}.");
        pointless_finding: fn(&str) -> String = |lines| format!("{lines} 总是远超目标，形同虚设。"), |lines| format!("{lines}: always met by far, so the target says nothing.");
        unreachable_finding: fn(&str) -> String = |lines| format!("{lines} 从没达到过。"), |lines| format!("{lines}: never met.");
        attained: S = "达标期数", "Met";
        best: S = "最好", "Best";
        worst: S = "最差", "Worst";
        verdict_head: S = "看出什么", "What it says";
        verdict: fn(Verdict) -> S = |one| match one { Verdict::NoTarget => "没有目标，无从判断", Verdict::NoData => "没有数据", Verdict::TooFew => "不足 3 期，不下判断", Verdict::Pointless => "总是远超，形同虚设", Verdict::Unreachable => "从没达到", Verdict::Telling => "分得出好坏" },
            |one| match one { Verdict::NoTarget => "no target to judge by", Verdict::NoData => "no data", Verdict::TooFew => "fewer than 3 periods", Verdict::Pointless => "always met by far", Verdict::Unreachable => "never met", Verdict::Telling => "tells good from bad" };
        verdict_note: S = "“远超”：最差一期离目标的距离大于各期之间的差距。", "“By far”: the worst period lies further from the target than the periods lie apart.";
        needs: fn(u32) -> String = |n| format!("当期不足 {n} 件时，1 件未达标就整条不达标"), |n| format!("with fewer than {n} cases a period, one miss fails the line");
        thin: fn(&str) -> String = |months| format!("件数不足：{months}"), |months| format!("too few cases: {months}");
        period: S = "时段", "Period";
        client_pays: S = "委托方付", "Client pays";
        vendor_bears: S = "服务商承担", "Vendor bears";
        missed_lines: S = "未达标", "Missed";
        all_periods: S = "全部", "All";
        expected_head: S = "签下来，一年大概会扣多少", "What a year may cost";
        expected_finding: fn(&str, &str, &str, &str) -> String = |mean, low, high, share| format!("平均一年扣约 {mean}（占年费 {share}），十年里有九年在约 {low}～{high} 之间。"), |mean, low, high, share| format!("On average about {mean} a year ({share} of the fee); nine years in ten lie between about {low} and {high}.");
        expected_chronic: fn(u32) -> String = chronic_zh, chronic_en;
        expected_rule: fn(Cycle, usize, usize, u32) -> String = |span, spans, from, years| format!("从历史的 {} 里有放回地抽 {} 组成一年，抽 {years} 年，起点固定，所以每次结果一样；同期的各条一起抽，保留它们一起出问题的情况；有按季度看的服务等级时整季地抽，一季只算它一次。区间取第 5 到第 95 百分位。不含返还，也不知道将来会不会变。", spans_zh(span, from), spans_zh(span, spans)), |span, spans, from, years| format!("{} drawn with replacement from the {from} of the history make a year; {years} years are drawn from a fixed start, so the same history gives the same figures. Lines of a period are drawn together, so that what fails together goes on doing so; where a line is measured over a quarter, whole quarters are drawn, as it counts once in each. The interval runs from the 5th to the 95th percentile. Earn-back is left out, and nobody knows whether the future resembles the past.", spans_en(span, spans));
        expected_few: S = "有数据的时段不足 3 期（有按季度看的服务等级时：不足 3 个完整的季度），不估算。", "Fewer than 3 periods with data (whole quarters, where a line is measured over a quarter): no estimate.";
        expected_periods: S = "历史时段", "Periods of the history";
        year_fee: S = "年费", "Fee of a year";
        percentile: fn(u8) -> String = |place| format!("第 {place} 百分位"), |place| format!("{place}th percentile");
    }
}

fn spans_zh(span: Cycle, n: usize) -> String {
    let unit = match span {
        Cycle::Month => "个月",
        Cycle::Quarter => "个季度",
        Cycle::HalfYear => "个半年",
    };
    format!("{n} {unit}")
}

fn spans_en(span: Cycle, n: usize) -> String {
    match span {
        Cycle::Month => format::plural(n, "month", "months"),
        Cycle::Quarter => format::plural(n, "quarter", "quarters"),
        Cycle::HalfYear => format::plural(n, "half-year", "half-years"),
    }
}

/// Says in how many years of all, in basis points, a failure becomes chronic; drawing tells no fractions of a percent.
fn chronic_zh(share: u32) -> String {
    match (share + 50) / 100 {
        0 => "几乎没有哪一年会出现长期不达标。".to_owned(),
        100 => "几乎每年都会出现长期不达标。".to_owned(),
        share => format!("约 {share}% 的年份里会出现长期不达标。"),
    }
}

fn chronic_en(share: u32) -> String {
    match (share + 50) / 100 {
        0 => "In hardly any year a failure becomes chronic.".to_owned(),
        100 => "In nearly every year a failure becomes chronic.".to_owned(),
        share => format!("In about {share} % of the years a failure becomes chronic."),
    }
}

/// Writes an amount that is only an estimate: three digits that count, the rest is not known.
#[must_use]
pub fn estimate(amount: Money, currency: Currency) -> String {
    let mut step = 100;
    while 1000 * step <= amount.0.unsigned_abs() {
        step *= 10;
    }
    let steps = amount.0.unsigned_abs().saturating_add(step / 2) / step;
    let rounded = i64::try_from(steps.saturating_mul(step)).unwrap_or(i64::MAX);
    format::money(Money(if amount.0 < 0 { -rounded } else { rounded }), currency)
}

/// Writes basis points in per cent.
#[must_use]
pub fn bp(share: u32, language: Language) -> String {
    format::percent(f64::from(share) / 100.0, 2, language)
}

/// Writes a deduction: with its sign, where it is one.
#[must_use]
pub fn deduction(amount: Money, currency: Currency) -> String {
    if amount.0 == 0 { "0".to_owned() } else { format!("−{}", format::money(amount, currency)) }
}

fn ppm(share: u32, language: Language) -> String {
    format::percent(f64::from(share) / 10_000.0, 4, language)
}

/// Writes how much of a share that was missed was good, with how that comes from what went over its target.
fn good(line: &CreditLine, language: Language) -> String {
    let percent = |share: f64| format::percent(share, 4, language);
    match (line.good_percent(), line.actual) {
        (Some(good), Some(actual)) if good != actual => {
            format!("{} − {} = {}", percent(100.0), percent(actual), percent(good))
        }
        (Some(good), _) => percent(good),
        _ => format::MISSING.to_owned(),
    }
}

fn why_zh(line: &CreditLine) -> String {
    let language = Language::Zh;
    let bp = |share| bp(share, language);
    match line.rule {
        Rule::Free
            if line.sla.is_some()
                && line.level == Level::KeyMeasurement
                && line.outcome == Outcome::Missed =>
        {
            format!("{}，{}", (ZH.outcome)(line.outcome), ZH.reports)
        }
        Rule::Free => (ZH.outcome)(line.outcome).to_owned(),
        Rule::Allocated { risk_bp, allocation_bp } => {
            format!("费用 × {} × {}", bp(risk_bp), bp(allocation_bp))
        }
        Rule::Tier(tier) => format!(
            "合格 {}，在 {} 起、低于 {} 一档：{}",
            good(line, language),
            ppm(tier.from_ppm, language),
            ppm(tier.below_ppm, language),
            bp(tier.credit_bp)
        ),
        Rule::NoTier => format!("合格 {}，未达标，却不在任何一档里，不扣", good(line, language)),
        Rule::NoShare => "不是比率，分档用不上".to_owned(),
        Rule::Points(points) => format!("未达标，{points} 分"),
        Rule::Steps { points, step } => step.map_or_else(
            || format!("{points} 分，不到第一档"),
            |step| format!("{points} 分，到 {} 分一档：{}", step.points, bp(step.credit_bp)),
        ),
        Rule::Repeat { earlier: 0, credit_bp } => format!("窗口内首次：{}", bp(credit_bp)),
        Rule::Repeat { earlier, credit_bp } => format!("窗口内此前已有 {earlier} 次：{}", bp(credit_bp)),
        Rule::Score { .. } if line.outcome == Outcome::Excluded => {
            format!("{}，不评分，全付", (ZH.outcome)(line.outcome))
        }
        Rule::Score { score: None, .. } => "没有足够数据，不评分，全付".to_owned(),
        Rule::Score { score: Some(score), band } => band.map_or_else(
            || format!("{} 分，不在任何一档里", number(score, 2)),
            |band| format!("{} 分，付 {}", number(score, 2), bp(band.pay_bp)),
        ),
    }
}

fn why_en(line: &CreditLine) -> String {
    let language = Language::En;
    let bp = |share| bp(share, language);
    match line.rule {
        Rule::Free
            if line.sla.is_some()
                && line.level == Level::KeyMeasurement
                && line.outcome == Outcome::Missed =>
        {
            format!("{}, {}", (EN.outcome)(line.outcome), EN.reports)
        }
        Rule::Free => (EN.outcome)(line.outcome).to_owned(),
        Rule::Allocated { risk_bp, allocation_bp } => {
            format!("fee × {} × {}", bp(risk_bp), bp(allocation_bp))
        }
        Rule::Tier(tier) => format!(
            "{} good, tier from {}, below {}: {}",
            good(line, language),
            ppm(tier.from_ppm, language),
            ppm(tier.below_ppm, language),
            bp(tier.credit_bp)
        ),
        Rule::NoTier => format!("{} good: missed, but in no tier, so it costs nothing", good(line, language)),
        Rule::NoShare => "no share, so no tier holds it".to_owned(),
        Rule::Points(points) => format!("missed, {}", format::plural(points as usize, "point", "points")),
        Rule::Steps { points, step } => {
            let points = format::plural(points as usize, "point", "points");
            step.map_or_else(
                || format!("{points}, below the first step"),
                |step| format!("{points}, step from {}: {}", step.points, bp(step.credit_bp)),
            )
        }
        Rule::Repeat { earlier: 0, credit_bp } => format!("first in the window: {}", bp(credit_bp)),
        Rule::Repeat { earlier, credit_bp } => format!("{earlier} before in the window: {}", bp(credit_bp)),
        Rule::Score { .. } if line.outcome == Outcome::Excluded => {
            format!("{}, not scored, paid in full", (EN.outcome)(line.outcome))
        }
        Rule::Score { score: None, .. } => "too little data for a score, paid in full".to_owned(),
        Rule::Score { score: Some(score), band } => band.map_or_else(
            || format!("{}, in no band", number(score, 2)),
            |band| format!("{}, pays {}", number(score, 2), bp(band.pay_bp)),
        ),
    }
}

fn doubt_zh(doubt: Doubt, line: &str) -> String {
    let bp = |share| bp(share, Language::Zh);
    match doubt {
        Doubt::NoFee => "没有每月基础服务费，算不出金额：在下面填，或在选商里写下报价。".to_owned(),
        Doubt::NoCritical => "没有一条服务等级扣款：把要紧的几条设成关键服务等级。".to_owned(),
        Doubt::OverPool(sum, pool) => {
            format!("分摊合计 {}，超过约定的总额 {}：减少分摊或提高总额。", bp(sum), bp(pool))
        }
        Doubt::UnusualRisk(risk) => {
            format!("风险金 {}；常见的是 10～12%（Alsbridge）。太低不痛，太高会加进报价。", bp(risk))
        }
        Doubt::Costless(_) => format!("{line} 是关键服务等级，未达标却不扣：填上分摊或扣分，或改成只报告。"),
        Doubt::OtherModel(_) => format!("{line} 在 1.4 里选的是另一种扣款方式：两处改成一致。"),
        Doubt::NoShare(_) => format!("{line} 的目标不是比率，分档用不上：换一种方式，或改成达标比例。"),
        Doubt::NoTier(_, from, below) => {
            let [from, below] = [from, below].map(|share| ppm(share, Language::Zh));
            format!(
                "{line} 合格率从 {from} 到低于 {below} 没达到目标，却不在任何一档里，扣不到：把各档接起来，直到目标。"
            )
        }
        Doubt::Harsh(_, credit) => format!(
            "{line} 差一点没达标就扣 {}：较轻的一档高于它的目标，用不上。按这个目标调分档，或换一种方式。",
            bp(credit)
        ),
        Doubt::Overlapping => "两档重叠：同一个达标率算上面一行。把上下限接起来。".to_owned(),
        Doubt::EmptyTier(place) => {
            format!("分档第 {} 行的下限不低于上限，什么也装不下：改上下限。", place + 1)
        }
        Doubt::OverFee(share) => {
            format!("全部未达标时要扣 {}，比费用还多；超出费用的部分扣不到：写一个上限。", bp(share))
        }
        Doubt::NoTarget(_) => format!("{line} 没有目标，无从判断：在 1.4 填上。"),
        Doubt::NoKpi(_) => format!("{line} 没有指标反映它，没有读数可算：在 6.1 把一项指标对应到它。"),
        Doubt::OtherUnit(_) => format!("{line} 和反映它的指标单位不同，读数没有采用：改成同一单位。"),
        Doubt::Falling => "做得更差反而扣得更少：检查各行的顺序和数值。".to_owned(),
        Doubt::OpenBelow => "最低一档不是从 0 起：低于它的得分全付。".to_owned(),
        Doubt::NotHigher(_) => format!("{line} 返还要达到的一级不比目标更高：两级要分开。"),
        Doubt::NoHigher => "约定了返还，却没有一条写明更高的一级：在上表填。".to_owned(),
        Doubt::EarnBackUndated => "没写返还是何时约定的：它要在开始时就定好。".to_owned(),
        Doubt::EarnBackLate => "返还是开始之后才约定的：事后的让步会让扣款失去意义。".to_owned(),
        Doubt::NoExit => "长期不达标时没有退出权：扣款只是便宜的许可，不是出路。".to_owned(),
        Doubt::SoleRemedy => "措辞把扣款当成唯一救济：这样会放弃解约和索赔，是危险信号。".to_owned(),
        Doubt::OpenExclusion(place) => format!("第 {} 行不计的时段没写月份或理由。", place + 1),
        Doubt::EmptyExclusion(place) => {
            format!("第 {} 行不计的时段结束早于开始，不起作用：改月份。", place + 1)
        }
        Doubt::LineExclusion(place) => format!(
            "第 {} 行只免一条服务等级，按得分付款时不起作用：得分由全部指标得出，只有整段时间对全部都不计，才不评分。",
            place + 1
        ),
    }
}

fn doubt_en(doubt: Doubt, line: &str) -> String {
    let bp = |share| bp(share, Language::En);
    match doubt {
        Doubt::NoFee => "There is no base fee a month, so no amount: enter it below, or the offer of the vendor in stage 3.".to_owned(),
        Doubt::NoCritical => "No line carries credits: make the ones that matter critical.".to_owned(),
        Doubt::OverPool(sum, pool) => format!("The allocations sum to {}, more than the pool of {}: lower them or raise the pool.", bp(sum), bp(pool)),
        Doubt::UnusualRisk(risk) => format!("{} is at risk; 10–12 % is usual (Alsbridge). Too little does not hurt, too much is added to the price.", bp(risk)),
        Doubt::Costless(_) => format!("{line} is critical, yet a miss costs nothing: give it an allocation or points, or only report it."),
        Doubt::OtherModel(_) => format!("{line} names another model in 1.4: make both the same."),
        Doubt::NoShare(_) => format!("{line} is no share, so no tier holds it: choose another model or make it a share that meets the target."),
        Doubt::NoTier(_, from, below) => {
            let [from, below] = [from, below].map(|share| ppm(share, Language::En));
            format!("{line}: from {from} to below {below} good misses the target, yet lies in no tier and costs nothing. Let the tiers meet, up to the target.")
        }
        Doubt::Harsh(_, credit) => format!("{line}: missed by little, it costs {} at once, as the milder tiers lie above its target. Fit the tiers to it or choose another model.", bp(credit)),
        Doubt::Overlapping => "Two tiers overlap; of both the upper row counts. Let one end where the next begins.".to_owned(),
        Doubt::EmptyTier(place) => format!("Tier {} does not begin below its end, so it holds nothing: correct its limits.", place + 1),
        Doubt::OverFee(share) => format!("All lines missed at once cost {}, more than the fee; what goes beyond it cannot be deducted. Agree on a cap.", bp(share)),
        Doubt::NoTarget(_) => format!("{line} has no target to be held to: enter one in 1.4."),
        Doubt::NoKpi(_) => format!("No KPI shows {line}, so there is nothing to compute from: name it at a KPI in 6.1."),
        Doubt::OtherUnit(_) => format!("{line} and the KPI that shows it have different units; its readings are not used. Use one unit."),
        Doubt::Falling => "Doing worse costs less: check the order and the figures of the rows.".to_owned(),
        Doubt::OpenBelow => "The lowest band does not begin at 0: a score below it is paid in full.".to_owned(),
        Doubt::NotHigher(_) => format!("{line}: the level that earns a credit back is no higher than the target. There have to be two levels."),
        Doubt::NoHigher => "Earn-back is agreed, but no line has a higher level: enter it in the table above.".to_owned(),
        Doubt::EarnBackUndated => "Nobody says when earn-back was agreed: it belongs to the start.".to_owned(),
        Doubt::EarnBackLate => "Earn-back was agreed after the start: a late concession takes the sense out of credits.".to_owned(),
        Doubt::NoExit => "A chronic failure gives no right to leave: credits are then a cheap licence to fail.".to_owned(),
        Doubt::SoleRemedy => "Credits are worded as the only remedy: that gives up ending the contract and damages. A red flag.".to_owned(),
        Doubt::OpenExclusion(place) => format!("Row {} of what does not count has no month or no reason.", place + 1),
        Doubt::EmptyExclusion(place) => format!("Row {} of what does not count ends before it begins, so it does nothing: correct its months.", place + 1),
        Doubt::LineExclusion(place) => format!("Row {} of what does not count takes out one line only. Paying by score, that does nothing: the score is of all KPIs and is left out only where a whole span is taken out for all lines.", place + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_has_three_digits_that_count() {
        let written = |amount| estimate(Money(amount), Currency::Eur);
        assert_eq!(
            [6_064_996, 99_950, 0, 123_456_789].map(written),
            ["€60,600", "€1,000", "€0", "€1,230,000"]
        );
    }

    #[test]
    fn drawing_tells_no_fractions_of_a_percent() {
        assert_eq!(chronic_en(9995), "In nearly every year a failure becomes chronic.");
        assert_eq!(chronic_zh(3749), "约 37% 的年份里会出现长期不达标。");
    }
}
