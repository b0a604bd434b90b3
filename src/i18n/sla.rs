//! Words of what helps with a service level. One page reads them, so they stand apart from the texts of all pages.

use crate::domain::requirements::availability::Period;
use crate::domain::requirements::baseline::Lack;
use crate::domain::requirements::protection::PenaltyModel;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

texts! {
    /// Words of what helps with a service level.
    SlaText {
        downtime_head: S = "换算停机时间", "Uptime and downtime";
        period: fn(Period) -> S = |period| match period {
            Period::Month30d => "30 天的月（720 小时）", Period::Month730h => "平均月（730 小时）", Period::Year365d => "365 天的年（8760 小时）", Period::Minutes(_) | Period::Between(..) => "其他",
        }, |period| match period {
            Period::Month30d => "30-day month (720 h)", Period::Month730h => "mean month (730 h)", Period::Year365d => "365-day year (8,760 h)", Period::Minutes(_) | Period::Between(..) => "other",
        };
        allowed: fn(&str, &str) -> String = |period, time| format!("{period}：允许停机 {time}"), |period, time| format!("{period}: {time} of downtime allowed");
        span: fn(f64) -> String = span_zh, span_en;
        base: S = "统计时间", "Base";
        minutes: S = "停机分钟数", "Downtime in minutes";
        comes_to: fn(&str) -> String = |percent| format!("可用率 {percent}%"), |percent| format!("{percent} % uptime");
        beyond: S = "停机比统计时间还长", "The downtime is longer than the base";
        as_target: S = "用作目标", "Use as target";
        rule: S = "可用率＝（统计时间 − 停机）÷ 统计时间；约定排除的时间先从统计时间里扣掉。", "Uptime = (base − downtime) ÷ base; time agreed to be excluded first leaves the base.";
        small_sample: fn(&str, u32) -> String = |target, n| format!("目标 {target}%：一个周期里不足 {} 件时，只要 1 件未达标，整条就不达标。", format::whole(n.into())), |target, n| format!("At {target} %, a single miss fails the target in any period with fewer than {} events.", format::whole(n.into()));
        allow_one: S = "补上“允许 1 件未达标”", "Allow one miss there";
        one_allowed: fn(u32) -> String = |n| format!("当期不足 {} 件时，允许 1 件未达标", format::whole(n.into())), |n| format!("one miss in a period with fewer than {} events", format::whole(n.into()));
        whole_target: S = "目标 100%：任何一件未达标都算未达标。", "At 100 % every single miss fails the target.";
        model: S = "扣款方式", "How it is deducted";
        model_name: fn(Option<PenaltyModel>) -> S = |model| match model {
            None => "只按文字", Some(PenaltyModel::AtRisk) => "风险金分摊", Some(PenaltyModel::ShortfallTiers) => "按差距分档", Some(PenaltyModel::Points) => "按扣分换算", Some(PenaltyModel::Escalation) => "重复加重", Some(PenaltyModel::PayByScore) => "按得分付款",
        }, |model| match model {
            None => "As written only", Some(PenaltyModel::AtRisk) => "Fee at risk", Some(PenaltyModel::ShortfallTiers) => "By shortfall", Some(PenaltyModel::Points) => "By points", Some(PenaltyModel::Escalation) => "Rising on repeat", Some(PenaltyModel::PayByScore) => "Pay by score",
        };
        model_note: fn(PenaltyModel) -> S = |model| match model {
            PenaltyModel::AtRisk => "拿出服务费的 10～12% 作风险金，按各条服务等级分摊，未达标扣对应份额，总额封顶（Alsbridge 的常见值）。",
            PenaltyModel::ShortfallTiers => "差距越大扣得越多：99.0～99.9% 扣 10%，95～99% 扣 25%，低于 95% 扣 50%（pulseapi.tech 的示例）。",
            PenaltyModel::Points => "每次未达标记分，按总分扣款：10 分 2%，15 分 4%，20 分 6%，25 分 8%，30 分起 10%（TELUS 合同示例）。",
            PenaltyModel::Escalation => "首次扣 5%，滚动周期内再犯扣 10～15%，从下一张账单自动扣（tsaexit.pages.dev 的示例）。",
            PenaltyModel::PayByScore => "95 分起全付，85 分起付 90%，75 分起付 80%，50 分起付 50% 且不续约，更低不付并终止（公开合同样例）。",
        }, |model| match model {
            PenaltyModel::AtRisk => "10–12 % of the fee is at risk and spread over the service levels; a miss takes its share, up to that cap (usual figure, Alsbridge).",
            PenaltyModel::ShortfallTiers => "The wider the gap the more: 99.0–99.9 % costs 10 %, 95–99 % 25 %, below 95 % 50 % (example of pulseapi.tech).",
            PenaltyModel::Points => "Misses earn points: 10 points cost 2 %, 15 4 %, 20 6 %, 25 8 %, 30 and more 10 % (example of a TELUS contract).",
            PenaltyModel::Escalation => "5 % for the first miss, 10–15 % when it repeats within a rolling window, taken from the next invoice (example of tsaexit.pages.dev).",
            PenaltyModel::PayByScore => "Full pay from 95, 90 % from 85, 80 % from 75, 50 % without renewal from 50, below that nothing and the end (public sample contract).",
        };
        open: S = "还缺", "Still open";
        open_join: S = "、", ", ";
        open_name: fn(Lack) -> S = |lack| match lack { Lack::Definition => "定义", Lack::Owner => "负责人", Lack::Guarded => "保障的功能", Lack::Share => "目标超出 0～100", _ => "待填" },
            |lack| match lack { Lack::Definition => "Definition", Lack::Owner => "Owner", Lack::Guarded => "Feature", Lack::Share => "Target beyond 100", _ => "To fill" };
        why_asked: fn(Lack) -> S = |lack| match lack { Lack::Owner => "写明谁对这个数字负责，未达标时才找得到人。", Lack::Guarded => "选出它保障的功能，不然说不清这条为什么在合同里。", _ => "" },
            |lack| match lack { Lack::Owner => "Say who answers for the figure, so that there is somebody to turn to after a miss.", Lack::Guarded => "Choose the feature it guards, or nobody can say why it is in the contract.", _ => "" };
        asked_finding: fn(usize) -> String = |count| format!("{count} 条还没定负责人或保障的功能。"), |count| if count == 1 { "One still wants an owner or the feature it guards.".to_owned() } else { format!("{count} still want an owner or the feature they guard.") };
        unguarded_head: S = "没有服务等级的“必须有”功能", "Must-haves without a service level";
        unguarded: S = "是必须有的功能，但没有一条服务等级保障它", "is a must-have and no service level guards it";
        explained: S = "没有服务等级，理由已写明", "has no service level, with a reason given";
        unguarded_finding: fn(usize) -> String = |count| format!("{count} 项必须有的功能没有服务等级，也没写理由。"), |count| if count == 1 { "One must-have has neither a service level nor a reason.".to_owned() } else { format!("{count} must-haves have neither a service level nor a reason.") };
        no_sla_reason: S = "不设服务等级的理由", "Why none is needed";
    }
}

fn span(seconds: f64, units: [&str; 3]) -> String {
    let [hours, minutes, short] = units;
    let (amount, unit) = match seconds {
        _ if 3600.0 <= seconds => (seconds / 3600.0, hours),
        _ if 60.0 <= seconds => (seconds / 60.0, minutes),
        _ => (seconds, short),
    };
    format!("{} {unit}", format::number(amount, 2))
}

fn span_zh(seconds: f64) -> String {
    span(seconds, ["小时", "分钟", "秒"])
}

fn span_en(seconds: f64) -> String {
    span(seconds, ["h", "min", "s"])
}

apart!(SlaText);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::requirements::availability::{allowed_downtime, ppm};

    #[test]
    fn downtime_is_said_in_the_largest_fitting_unit() {
        let said =
            |period: Period, percent| (EN.span)(allowed_downtime(period.seconds(), ppm(percent).unwrap()));
        assert_eq!(said(Period::Month30d, 99.9), "43.2 min");
        assert_eq!(said(Period::Year365d, 99.9), "8.76 h");
        assert_eq!(said(Period::Month30d, 99.999), "25.92 s");
    }
}
