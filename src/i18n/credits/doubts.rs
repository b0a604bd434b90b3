//! What to look at in the terms of service credits, in words.

use crate::domain::language::Language;
use crate::domain::performance::credits::doubts::Doubt;
use crate::i18n::credits::{bp, ppm};

/// Says what to look at, in Chinese.
pub(super) fn doubt_zh(doubt: Doubt, line: &str) -> String {
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

/// Says what to look at, in English.
pub(super) fn doubt_en(doubt: Doubt, line: &str) -> String {
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
