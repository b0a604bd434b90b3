//! Words of payment statements. Only the page of payment and the paper of a statement read them.

pub mod basis;
pub mod lines;
pub mod long_term;

use crate::domain::language::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::performance::credits::assess::Rule;
use crate::domain::performance::credits::charge::{Consequence, CreditError};
use crate::domain::performance::credits::statement::FeeSource;
use crate::domain::performance::payment::ExtraLack;
use crate::domain::performance::payment::difference::Piece;
use crate::domain::performance::payment::settling::InTheWay;
use crate::domain::period::Cycle;
use crate::domain::profile::Side;
use crate::domain::requirements::protection::PenaltyModel;
use crate::i18n::format::{self, plural};
use crate::i18n::macros::{S, apart, texts};

apart!(PaymentText);

/// What the leading sentence says, amounts in words.
#[derive(Clone, Debug, Default)]
pub struct Led {
    /// What the period is called.
    pub period: String,
    /// The same inside a sentence: this quarter.
    pub this: S,
    /// What is paid.
    pub payment: String,
    /// How much more or less than the base fee that is, and whether it is more; nothing where it is the same.
    pub differs: Option<(String, bool)>,
    /// What is deducted, where anything is.
    pub credits: Option<String>,
    /// What is returned and added, where anything is.
    pub added: Option<String>,
    /// What is cut off, where anything is.
    pub clamped: Option<String>,
}

texts! {
    /// Words of payment statements.
    PaymentText {
        nothing: S = "选出供应商、填了读数以后，这里按期出付款单：基础费、扣款、返还、增值服务，逐行算清。", "Once there is a vendor with readings, each period gets its statement here: base fee, credits, earn-back and value-added service, line by line.";
        to_vendors: S = "去添加供应商", "Add a vendor";
        to_readings: S = "去填读数", "Enter readings";
        finding: fn(&Led) -> Vec<String> = finding_zh, finding_en;
        no_fee: S = "还没有基础服务费，算不出应付多少。", "There is no base fee yet, so nothing is payable yet.";
        period_label: S = "付款期", "Period";
        payee: S = "收款方", "Payee";
        review: S = "评审", "Review";
        review_said: fn(&str, Option<&str>) -> String = |score, grade| match grade { Some(grade) => format!("{score} 分，{grade} 级"), None => format!("{score} 分") },
            |score, grade| match grade { Some(grade) => format!("{score}, grade {grade}"), None => score.to_owned() };
        no_review: S = "没有评分", "not scored";
        due: S = "付款日", "Due";
        due_by: fn(&str) -> String = |date| format!("{date} 前"), |date| format!("by {date}");
        no_due: S = "没有约定", "not agreed";
        this: fn(Cycle) -> S = |cycle| match cycle { Cycle::Month => "本月", Cycle::Quarter => "本季", Cycle::HalfYear => "本半年" },
            |cycle| match cycle { Cycle::Month => "this month", Cycle::Quarter => "this quarter", Cycle::HalfYear => "this half-year" };
        statement: S = "付款单", "Statement";
        item: S = "项目", "Item";
        basis: S = "依据", "Basis";
        share: S = "比例", "Share";
        amount_in: fn(Currency) -> String = |currency| format!("金额（{}）", if currency == Currency::Cny { "元" } else { currency.sign() }), |currency| format!("Amount, {}", currency.sign());
        base: S = "基础服务费", "Base fee";
        base_basis: fn(&str, u8) -> String = |monthly, months| format!("月费 {monthly} × {months}"), |monthly, months| format!("{monthly} a month × {months}");
        contract: fn(&str) -> String = |clause| format!("，合同 {clause}"), |clause| format!(", contract {clause}");
        credits_head: S = "服务等级扣款", "Service credits";
        credits_sum: S = "扣款小计", "Credits";
        credits_none: S = "没有约定扣款模型，未达标只按条款的文字处理", "No credit model is agreed; a miss is dealt with as its clause says";
        to_credits: S = "去定扣款规则", "Agree on credits";
        points_line: S = "积分合计", "All points";
        score_line: S = "按总分付费", "Pay by score";
        met: fn(usize, &str) -> String = |spans, worst| if spans == 1 { format!("达标，{worst}") } else { format!("{spans} 次都达标，最差 {worst}") },
            |spans, worst| if spans == 1 { format!("met, {worst}") } else { format!("met all {spans} times, at worst {worst}") };
        missed: fn(&str) -> String = |spans| format!("{spans} 未达标"), |spans| format!("missed: {spans}");
        also_met: fn(usize) -> String = |spans| format!("，另 {spans} 次达标"), |spans| format!("; met {}", if spans == 1 { "once".to_owned() } else { format!("{spans} times") });
        no_data: fn(usize) -> String = |spans| format!("{spans} 次没有数据"), |spans| format!("no data {}", plural(spans, "time", "times"));
        excluded: fn(usize) -> String = |spans| format!("{spans} 次不计"), |spans| format!("not counted {}", plural(spans, "time", "times"));
        no_target: S = "没有目标", "no target";
        not_due: S = "按季衡量，这里没有季末", "measured by the quarter; none ends here";
        only_reported: fn(&str) -> String = |said| format!("只报告：{said}"), |said| format!("reported only: {said}");
        cap_basis: fn(Option<&str>, &str, bool) -> String = |share, cap, hit| format!("上限{}{cap}，{}", share.map(|share| format!("为基础服务费的 {share}，即 ")).unwrap_or_default(), if hit { "已触及" } else { "未触及" }),
            |share, cap, hit| format!("capped at {}{cap}; {}", share.map(|share| format!("{share} of the base fee, ")).unwrap_or_default(), if hit { "reached" } else { "not reached" });
        cap_each: fn(Option<&str>, &str, &str) -> String = |share, cap, hit| format!("每次上限{}{cap}，{}", share.map(|share| format!("为当次费用的 {share}，即 ")).unwrap_or_default(), if hit.is_empty() { "未触及".to_owned() } else { format!("{hit}触及") }),
            |share, cap, hit| format!("capped each time at {}{cap}; {}", share.map(|share| format!("{share} of its fee, ")).unwrap_or_default(), if hit.is_empty() { "not reached".to_owned() } else { format!("reached in {hit}") });
        no_cap: S = "没有约定上限", "no cap agreed";
        cap_cut: S = "超出上限，不扣", "Beyond the cap, not deducted";
        added_head: S = "返还与增值服务", "Earn-back and value-added service";
        returned: fn(&str) -> String = |missed| format!("{missed} 扣款返还"), |missed| format!("Credit of {missed} returned");
        returning: fn(&str) -> String = |missed| format!("{missed} 扣款，返还观察中"), |missed| format!("Credit of {missed}, earn-back runs");
        return_lost: fn(&str) -> String = |missed| format!("{missed} 扣款，不返还"), |missed| format!("Credit of {missed}, not returned");
        return_basis: fn(&str, &str, usize, u8) -> String = |measure, higher, reached, window| format!("{measure}要连续 {window} 次 {higher}，已有 {reached} 次"), |measure, higher, reached, window| format!("{measure} has to be {higher} {window} times in a row; so far {reached}");
        unnamed: S = "没写做了什么", "Not said what";
        agreed_by: fn(&str) -> String = |who| format!("，{who}已确认"), |who| format!(", agreed by {who}");
        lack: fn(ExtraLack) -> S = |lack| match lack { ExtraLack::Quantity => "填数量", ExtraLack::Price => "填单价", ExtraLack::Agreed => "填谁确认的" },
            |lack| match lack { ExtraLack::Quantity => "enter how many", ExtraLack::Price => "enter the unit price", ExtraLack::Agreed => "enter who agreed" };
        returned_sum: S = "返还", "Earned back";
        value_added_sum: S = "增值服务", "Value-added service";
        total: fn(Cycle) -> S = |cycle| match cycle { Cycle::Month => "本月应付", Cycle::Quarter => "本季应付", Cycle::HalfYear => "本半年应付" },
            |cycle| match cycle { Cycle::Month => "Payable this month", Cycle::Quarter => "Payable this quarter", Cycle::HalfYear => "Payable this half-year" };
        clamped: S = "扣款超出应付的部分，不再收", "Credits beyond what is payable; cut off";
        consequence: fn(Consequence) -> Option<S> = |consequence| match consequence { Consequence::None => None, Consequence::NoRenewal => Some("按总分所在的档，合同到期不再续。"), Consequence::Terminate => Some("按总分所在的档，可以解除合同。") },
            |consequence| match consequence { Consequence::None => None, Consequence::NoRenewal => Some("By the band of the score the contract is not renewed."), Consequence::Terminate => Some("By the band of the score the contract may be ended.") };
        refused: fn(CreditError) -> S = |error| match error { CreditError::NoModel => "先选扣款模型", CreditError::NoFee => "先填基础服务费", CreditError::AllocationsExceedPool => "各条分配的比例合计超过总池，扣款算不出；去 6.5 调到总池以内" },
            |error| match error { CreditError::NoModel => "Choose a credit model first", CreditError::NoFee => "Enter the base fee first", CreditError::AllocationsExceedPool => "The allocations exceed the pool, so credits cannot be told; bring them within it in 6.5" };

        rule_total: S = "应付 = max(0，基础服务费 − 扣款 + 返还 + 增值服务)。低于 0 的部分不付也不收。", "Payable = max(0, base fee − credits + earn-back + value-added service). What is below 0 is neither paid nor claimed.";
        rule_base: S = "基础服务费 = 月费 × 月数", "Base fee = fee a month × months";
        fee_source: fn(FeeSource) -> S = |source| match source { FeeSource::Typed => "月费，双方约定", FeeSource::Proposal => "月费，按报价" },
            |source| match source { FeeSource::Typed => "Fee a month, as agreed", FeeSource::Proposal => "Fee a month, as offered" };
        months: S = "月数", "Months";
        rule_sum: S = "各条扣款先四舍五入到分再相加；超过上限只扣到上限。", "Each credit is rounded to a minor unit, then they are added; no more than the cap is deducted.";
        rule_return: S = "违约后的观察期里每次都达到更高的目标，扣款全额返还；有一次没达到就不返还。", "If every result of the window after the miss reaches the higher level, the credit is returned in full; one that falls short loses it.";
        rule_extra: S = "数量 × 单价，四舍五入到分", "Quantity × unit price, rounded to a minor unit";
        rule: fn(&Rule) -> S = |rule| match rule {
            Rule::Free => "达标、没有数据或不计，都不扣。",
            Rule::Allocated { .. } => "未达标：费用 × 风险比例 × 这一条分到的比例。",
            Rule::Tier(_) => "实际值落在哪一档，就按那一档的比例扣。",
            Rule::NoTier => "实际值不在任何一档里，不扣。",
            Rule::NoShare => "这一条不是百分比，没有档可落，不扣。",
            Rule::Points(_) => "未达标记分，扣款看各条合计的分。",
            Rule::Steps { .. } => "积分达到哪一级，就按那一级的比例扣。",
            Rule::Repeat { .. } => "窗口里第一次按首次比例，再犯按更高的比例。",
            Rule::Score { .. } => "总分落在哪一档，就付那一档的比例，其余扣下。",
        }, |rule| match rule {
            Rule::Free => "Met, without data or not counted: nothing is deducted.",
            Rule::Allocated { .. } => "Missed: fee × share at risk × the share of this line.",
            Rule::Tier(_) => "The tier the actual value lies in says which share is deducted.",
            Rule::NoTier => "The actual value lies in no tier: nothing is deducted.",
            Rule::NoShare => "This line is no percentage, so no tier holds it: nothing is deducted.",
            Rule::Points(_) => "A miss earns points; all points together say what is deducted.",
            Rule::Steps { .. } => "The step the points reach says which share is deducted.",
            Rule::Repeat { .. } => "The first miss in the window costs the first share, a repeat a higher one.",
            Rule::Score { .. } => "The band the score lies in says which share is paid; the rest is deducted.",
        };
        points: fn(u32) -> String = |points| format!("{points} 分"), |points| plural(points as usize, "point", "points");
        repeat: fn(usize) -> String = |earlier| format!("第 {} 次", earlier + 1), |earlier| format!("miss {}", earlier + 1);
        score_of: fn(&str) -> String = |score| format!("总分 {score}"), |score| format!("score {score}");
        model: S = "扣款模型", "Credit model";
        model_name: fn(PenaltyModel) -> S = |model| match model { PenaltyModel::AtRisk => "风险金", PenaltyModel::ShortfallTiers => "按差距分档", PenaltyModel::Points => "积分", PenaltyModel::Escalation => "再犯加重", PenaltyModel::PayByScore => "按总分付费" },
            |model| match model { PenaltyModel::AtRisk => "fee at risk", PenaltyModel::ShortfallTiers => "tiers by shortfall", PenaltyModel::Points => "points", PenaltyModel::Escalation => "dearer when repeated", PenaltyModel::PayByScore => "pay by score" };
        target: S = "目标", "Target";
        higher: S = "更高的目标", "Higher level";
        cap: S = "上限", "Cap";
        charged: S = "当时扣了", "Deducted then";
        quantity: S = "数量", "Quantity";
        unit: S = "单位", "Unit";
        unit_price: S = "单价", "Unit price";
        who_agreed: S = "谁确认的", "Agreed by";
        feature: S = "属于哪项功能", "Feature";
        clause: S = "合同条款", "Contract clause";
        what: S = "做了什么，哪几天", "What was done, and when";
        amount: S = "金额", "Amount";
        open_amount: fn(&str) -> String = |name| format!("{name}怎么算的"), |name| format!("How {name} was computed");

        extras_head: S = "增值服务和付款日", "Value-added service and due date";
        extras_lead: S = "基础服务以外、双方说好的：做了什么、多少、单价、谁确认。缺一样就不能确认付款单。", "What was agreed besides the base service: what, how much, at which price, agreed by whom. Without one of them the statement cannot be confirmed.";
        add_extra: S = "添加增值服务", "Add value-added service";
        from_offer: S = "带入报价里的增值服务", "Take the value-added lines of the offer";
        own_due: S = "这一期的付款日", "Due date of this period";

        chart_head: S = "从基础费到应付", "From the base fee to what is paid";
        chart_caption: fn(&str, &str) -> String = |period, payment| format!("{period}应付 {payment}"), |period, payment| format!("{payment} payable for {period}");

        terms_head: S = "付款约定", "Terms of payment";
        terms_lead: S = "多久付一次、月费和合同条款。月费不填，就用报价里的基础价。", "How often is paid, the fee a month, the clauses. Without a fee the base price of the offer counts.";
        cycle_label: S = "多久付一次", "How often is paid";
        cycle: fn(Cycle) -> S = |cycle| match cycle { Cycle::Month => "每月", Cycle::Quarter => "每季度", Cycle::HalfYear => "每半年" },
            |cycle| match cycle { Cycle::Month => "Every month", Cycle::Quarter => "Every quarter", Cycle::HalfYear => "Every half-year" };
        fee: S = "基础服务费，每月", "Base fee a month";
        fee_clause: S = "写明月费的合同条款", "Clause that names the fee";
        credit_clause: S = "写明扣款和返还的合同条款", "Clause on credits and earn-back";
        due_days: S = "期末后几天内付", "Paid within so many days";

        sides_head: S = "双方确认", "Confirmation by both sides";
        confirm: S = "确认这张付款单", "Confirm this statement";
        confirm_again: S = "按今天的数据重新确认", "Confirm again by today's data";
        withdraw: S = "撤回确认", "Withdraw";
        not_yet: S = "尚未确认", "not confirmed yet";
        confirmed_on: fn(&str) -> String = |date| format!("{date} 确认"), |date| format!("confirmed {date}");
        changed: S = "确认之后有改动", "changed since";
        signer: S = "确认人", "Confirmed by";
        signer_role: S = "职务", "Role";
        signed_on: S = "日期", "Date";
        fingerprint: S = "指纹", "Fingerprint";
        needed: [S; 3] = ["填写确认人", "填写职务", "填写日期"], ["Enter who confirms", "Enter the role", "Enter the date"];
        seal_note: S = "确认记录，非电子签名", "Record of confirmation, not an electronic signature";
        seal_name: fn(bool, bool) -> S = |client, vendor| match (client, vendor) { (true, true) => "双方都已确认", (true, false) => "委托方已确认", (false, true) => "供应商已确认", _ => "双方都还没有确认" },
            |client, vendor| match (client, vendor) { (true, true) => "Both sides confirmed", (true, false) => "The client confirmed", (false, true) => "The vendor confirmed", _ => "Neither side confirmed" };
        blocked: S = "现在还不能确认：", "It cannot be confirmed yet:";
        in_the_way: fn(&InTheWay) -> String = in_the_way_zh, in_the_way_en;

        settled: fn(&str, &str) -> String = |date, print| format!("双方在 {date} 确认，指纹 {print}；以后怎么改都不影响它。"), |date, print| format!("Both sides confirmed it on {date}, fingerprint {print}; no later change alters it.");
        take_back: S = "收回", "Take it back";
        take_back_reason: S = "为什么收回", "Why it is taken back";
        take_back_missing: S = "写下原因", "Write down why";
        take_back_note: S = "收回的一份连同原因留在列表里，两边重新确认。", "What is taken back stays in the list with its reason, and both sides confirm anew.";
        taken_back_for: fn(&str, &str) -> String = |date, reason| format!("{date} 收回：{reason}"), |date, reason| format!("Taken back on {date}: {reason}");
        taken_back: S = "已收回", "taken back";
        same_today: S = "按今天的数据也一样。", "Today's data give the same.";
        differs_today: fn(usize) -> String = |count| format!("按今天的数据有 {count} 处不同。"), |count| format!("Today's data would differ in {}.", plural(count, "place", "places"));
        where_differs: S = "哪里不同", "Where they differ";
        show_today: S = "看今天的数据算出来的", "Show what today's data give";
        show_agreed: S = "看双方确认的", "Show what both confirmed";
        shows_today: S = "这是按今天的数据算的，双方确认的是另一份。", "This is what today's data give; both sides confirmed another one.";
        then: S = "确认时", "As confirmed";
        today: S = "今天", "Today";
        piece: fn(&Piece) -> String = piece_zh, piece_en;

        all_head: S = "全部付款单", "All statements";
        all_none: S = "填过增值服务、付款日或确认过的付款单会列在这里。", "Statements with entries or confirmations are listed here.";
        state: S = "状态", "State";
        agreed_on: fn(&str) -> String = |date| format!("双方 {date} 确认"), |date| format!("confirmed by both {date}");
        half: fn(Side) -> S = |side| match side { Side::Client => "委托方已确认", Side::Vendor => "供应商已确认" }, |side| match side { Side::Client => "confirmed by the client", Side::Vendor => "confirmed by the vendor" };
        open: S = "未确认", "open";
        broken: S = "内容和指纹不符", "Content and fingerprint differ";
        show: S = "在上面看这张付款单", "Show this statement above";
        version: fn(usize) -> String = |number| format!("第 {number} 次确认"), |number| format!("Confirmation {number}");
    }
}

/// Writes an amount without its currency; minor units only when there are any.
#[must_use]
pub fn bare(amount: Money) -> String {
    format::fixed(amount.major(), if amount.0 % 100 == 0 { 0 } else { 2 })
}

/// Writes an amount with its sign: +5,000, −4,140, 0.
#[must_use]
pub fn signed(amount: Money) -> String {
    if 0 < amount.0 { format!("+{}", bare(amount)) } else { bare(amount) }
}

/// Writes an amount inside a sentence.
#[must_use]
pub fn worded(amount: Money, currency: Currency, language: Language) -> String {
    match (currency, language) {
        (Currency::Cny, Language::Zh) => format!("{} 元", bare(amount)),
        _ => format::money(amount, currency),
    }
}

fn finding_zh(led: &Led) -> Vec<String> {
    let taken = led.credits.as_ref().map(|credits| format!("扣款 {credits}"));
    let added = led.added.as_ref().map(|added| format!("返还与增值服务 {added}"));
    let why: Vec<_> = taken.into_iter().chain(added).collect();
    let differs = match &led.differs {
        None => "和基础服务费一样".to_owned(),
        Some((by, true)) => format!("比基础服务费多 {by}"),
        Some((by, false)) => format!("比基础服务费少 {by}"),
    };
    let said =
        [format!("{}应付 {}，", led.this, led.payment), differs + if why.is_empty() { "。" } else { "；" }];
    let clamped = led.clamped.as_ref().map(|clamped| format!("扣款超出应付 {clamped}，这部分不收。"));
    said.into_iter().chain(ended(why, "，", "。")).chain(clamped).collect()
}

fn finding_en(led: &Led) -> Vec<String> {
    let taken = led.credits.as_ref().map(|credits| format!("credits take {credits}"));
    let added = led.added.as_ref().map(|added| format!("earn-back and value-added bring {added}"));
    let why: Vec<_> = taken.into_iter().chain(added).collect();
    let differs = match &led.differs {
        None => "the same as the base fee".to_owned(),
        Some((by, true)) => format!("{by} more than the base fee"),
        Some((by, false)) => format!("{by} less than the base fee"),
    };
    let said = [
        format!("{} is payable for {},", led.payment, led.period),
        differs + if why.is_empty() { "." } else { ":" },
    ];
    let clamped =
        led.clamped.as_ref().map(|clamped| format!("Credits exceed it by {clamped}, which is cut off."));
    said.into_iter().chain(ended(why, ",", ".")).chain(clamped).collect()
}

/// Ends each clause of a sentence: the last one as the sentence ends.
fn ended(clauses: Vec<String>, comma: &'static str, stop: &'static str) -> impl Iterator<Item = String> {
    let last = clauses.len().saturating_sub(1);
    clauses
        .into_iter()
        .enumerate()
        .map(move |(place, clause)| clause + if place == last { stop } else { comma })
}

fn in_the_way_zh(found: &InTheWay) -> String {
    match found {
        InTheWay::NoFee => "填基础服务费，或在报价里填基础价".to_owned(),
        InTheWay::Refused(error) => (ZH.refused)(*error).to_owned(),
        InTheWay::Extra(place, lack) => format!("第 {} 项增值服务：{}", place + 1, (ZH.lack)(*lack)),
        InTheWay::PaidAlready(clauses) => format!("{} 已经付过其中的月份", clauses.join("、")),
        InTheWay::NotOver(last) => format!("这一期到 {last} 才结束"),
        InTheWay::NotShown => "上面显示的不是今天的数据算出来的；先看今天的，再确认".to_owned(),
    }
}

fn in_the_way_en(found: &InTheWay) -> String {
    match found {
        InTheWay::NoFee => "enter the base fee, or the base price of the offer".to_owned(),
        InTheWay::Refused(error) => (EN.refused)(*error).to_owned(),
        InTheWay::Extra(place, lack) => format!("value-added service {}: {}", place + 1, (EN.lack)(*lack)),
        InTheWay::PaidAlready(clauses) => {
            format!("{} paid for some of these months already", clauses.join(", "))
        }
        InTheWay::NotOver(last) => format!("the period runs until {last}"),
        InTheWay::NotShown => {
            "what is shown above is not what today's data give; read that first, then confirm".to_owned()
        }
    }
}

fn piece_zh(piece: &Piece) -> String {
    match piece {
        Piece::Parties => "双方和货币".to_owned(),
        Piece::Due => "付款日".to_owned(),
        Piece::Review => "评审".to_owned(),
        Piece::Fee => "基础服务费".to_owned(),
        Piece::Line(clause) if clause.is_empty() => "扣款合计行".to_owned(),
        Piece::Line(clause) => format!("{clause} 扣款"),
        Piece::Credits => "扣款、上限和模型".to_owned(),
        Piece::Return(clause) => format!("{clause} 返还"),
        Piece::Extra(name) => format!("增值服务：{name}"),
        Piece::Payment => "应付".to_owned(),
    }
}

fn piece_en(piece: &Piece) -> String {
    match piece {
        Piece::Parties => "Parties and currency".to_owned(),
        Piece::Due => "Due date".to_owned(),
        Piece::Review => "Review".to_owned(),
        Piece::Fee => "Base fee".to_owned(),
        Piece::Line(clause) if clause.is_empty() => "Line of all credits".to_owned(),
        Piece::Line(clause) => format!("Credit {clause}"),
        Piece::Credits => "Credits, cap and model".to_owned(),
        Piece::Return(clause) => format!("Earn-back {clause}"),
        Piece::Extra(name) => format!("Value-added: {name}"),
        Piece::Payment => "Payable".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_on_paper() {
        assert_eq!(signed(Money(-414_000)), "−4,140");
        assert_eq!((signed(Money(0)), signed(Money(50_050))), ("0".to_owned(), "+500.50".to_owned()));
        assert_eq!(worded(Money(20_786_000), Currency::Cny, Language::Zh), "207,860 元");
    }

    #[test]
    fn a_statement_without_credits_says_only_what_is_paid() {
        let led =
            Led {
                period: "2026 Q3".to_owned(), this: "本季", payment: "€9".to_owned(), ..Led::default()
            };
        assert_eq!(finding_en(&led).join(" "), "€9 is payable for 2026 Q3, the same as the base fee.");
        assert_eq!(finding_zh(&led).concat(), "本季应付 €9，和基础服务费一样。");
        let added =
            Led { added: Some("€1".to_owned()), differs: Some(("€1".to_owned(), true)), ..led.clone() };
        assert_eq!(
            finding_en(&added).join(" "),
            "€9 is payable for 2026 Q3, €1 more than the base fee: earn-back and value-added bring €1."
        );
        let both = Led { credits: Some("€2".to_owned()), ..added };
        assert!(finding_zh(&both).concat().ends_with("；扣款 €2，返还与增值服务 €1。"));
    }
}
