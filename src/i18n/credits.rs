//! Words of service credits and of their rehearsal.

mod doubts;

use crate::domain::language::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::performance::credits::assess::{CreditLine, Outcome, Rule};
use crate::domain::performance::credits::charge::{Consequence, CreditError};
use crate::domain::performance::credits::doubts::Doubt;
use crate::domain::performance::credits::terms::{Assessed, Level};
use crate::domain::performance::rehearsal::Verdict;
use crate::domain::performance::rehearsal::tickets::Clocked;
use crate::domain::period::Cycle;
use crate::i18n::credits::doubts::{doubt_en, doubt_zh};
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
        paste: S = "粘贴表格：月份 × 服务等级，或工单", "Paste a table: months × service levels, or tickets";
        paste_hint: S = "第一行写编号或名称（S-01），第一列写月份 2026-03，横竖都行；“S-01 n”一列是当月件数；n/a 是没有发生；12,5 和 12.5 都认。工单表每行一个工单或一个事件，第一行是列名。", "First row: numbers or names (S-01); first column: months such as 2026-03; or turned. A column “S-01 n” holds how many cases; n/a is no events; 12,5 and 12.5 are both read. A table of tickets has one ticket or one event a row, with heads.";
        paste_read: fn(usize, usize) -> String = |cells, months| format!("读到 {cells} 个数，{months} 个月。"), |cells, months| format!("{cells} figures of {months} months read.");
        paste_no_months: S = "没找到月份：第一列或第一行要写成 2026-03。", "No months found: write 2026-03 in the first column or the first row.";
        paste_left_out: fn(usize, usize, &str, &str) -> String = |row, column, cell, why| format!("第 {row} 行第 {column} 列“{cell}”没有用：{why}"), |row, column, cell, why| format!("Row {row}, column {column}, “{cell}”, left out: {why}");
        paste_tickets: S = "这是工单表：对好各列和级别，再选每条服务等级由哪一级的哪个时限得出。工单只用来预演，不进台账。", "This is a table of tickets: say what its columns and levels are, then choose which level and which time each line is read from. The tickets are rehearsed with only; none goes into the log.";
        tickets_counted: fn(usize, usize) -> String = |counted, out| if out == 0 { format!("{counted} 个工单都算进去了。") } else { format!("{counted} 个工单算进去了，{out} 行没有算：") }, |counted, out| if out == 0 { format!("{} counted, none left out.", format::plural(counted, "ticket", "tickets")) } else { format!("{} counted, {} left out:", format::plural(counted, "ticket", "tickets"), format::plural(out, "row", "rows")) };
        no_reads: S = "还没选：至少给一条服务等级选一级问题，才能预演。", "Nothing is chosen yet: choose a level for at least one line to rehearse.";
        paste_unknown: fn(&str) -> String = |head| format!("“{head}”：没有这个编号或名称的服务等级，整列没有用"), |head| format!("“{head}”: no service level has this number or name; the column is left out");
        no_history: S = "还没有历史：在 6.1 填读数，或粘贴一张表。", "There is no history yet: enter readings in 6.1 or paste a table.";
        rehearsal_finding: fn(usize, &str, &str, &str) -> String = |n, credits, fee, share| format!("{n} 期里会扣 {credits}，占费用 {fee} 的 {share}。"), |n, credits, fee, share| format!("Over {n} periods {credits} would have been deducted, {share} of {fee}.");
        rehearsal_beyond: fn(usize, &str) -> String = |n, beyond| format!("其中 {n} 期的扣款超过当期费用，多出的 {beyond} 扣不到。"), |n, beyond| format!("In {} the credits go beyond the fee; {beyond} of them cannot be deducted.", format::plural(n, "period", "periods"));
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
        vendor_bears: S = "供应商承担", "Vendor bears";
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
