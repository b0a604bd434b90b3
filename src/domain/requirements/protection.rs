//! Which must-have features a service level guards, how a miss becomes a deduction, and whether it names an amount.

use std::sync::Arc;

use decode::Decode;
use serde::Serialize;

use crate::domain::requirements::{Feature, Priority, Requirements, SlaLine};
use crate::domain::share;

/// How a missed service level becomes a deduction from the fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PenaltyModel {
    /// A share of the fee is at risk and spread over the service levels.
    AtRisk,
    /// The further below the target, the higher the share.
    ShortfallTiers,
    /// Misses earn points, points earn a deduction.
    Points,
    /// A repeated miss costs more.
    Escalation,
    /// The score decides how much is paid.
    PayByScore,
}

impl PenaltyModel {
    /// Every model and none, in the order they are offered.
    pub const CHOICES: [Option<Self>; 6] = [
        None,
        Some(Self::AtRisk),
        Some(Self::ShortfallTiers),
        Some(Self::Points),
        Some(Self::Escalation),
        Some(Self::PayByScore),
    ];
}

impl Requirements {
    /// Lists the must-have features no service level guards.
    #[must_use]
    pub fn unguarded(&self) -> Vec<Arc<Feature>> {
        let must = self.features.iter().filter(|feature| feature.priority == Priority::Must);
        let is_guarded = |feature: &Feature| self.sla.iter().any(|line| line.feature == Some(feature.id));
        must.filter(|feature| !is_guarded(feature)).cloned().collect()
    }
}

/// What a sum of money or a part of one is told in.
const MONEY: [&str; 24] = [
    "¥",
    "￥",
    "$",
    "€",
    "£",
    "cny",
    "rmb",
    "usd",
    "eur",
    "gbp",
    "fee",
    "price",
    "payment",
    "invoice",
    "milestone",
    "credit",
    "元",
    "费",
    "款",
    "价",
    "金额",
    "罚金",
    "工资",
    "报酬",
];
/// What names a part of a sum by itself.
const SHARES: [&str; 10] = ["%", "％", "‰", "百分之", "percent", "per cent", "half", "一半", "减半", "全额"];
/// Words with one of money in them that are about none: what is done for no fee, what somebody thinks of the work, what
/// the contract is made of.
const NO_MONEY: [&str; 4] = ["免费", "评价", "条款", "feedback"];
/// What a distance to the target is told in: no penalty points.
const DISTANCES: [&str; 4] = ["below", "above", "under", "over"];

impl SlaLine {
    /// Tells whether its target is a share of more than all or less than nothing: no work ever meets or misses it.
    #[must_use]
    pub fn is_beyond_all(&self) -> bool {
        share::is_percent(&self.unit) && self.target.is_some_and(|target| !share::can_be(target))
    }

    /// Tells whether what follows when it is missed names an amount: money, a share of it, or penalty points. A doubt is
    /// told as an amount: only what can be none is asked for.
    #[must_use]
    pub fn names_amount(&self) -> bool {
        let said = NO_MONEY.iter().fold(self.penalty.to_lowercase(), |said, word| said.replace(word, ""));
        let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
        has(&SHARES) || (said.contains(is_number) && has(&MONEY)) || names_points(&said)
    }
}

fn is_number(letter: char) -> bool {
    letter.is_numeric() || "一二两三四五六七八九十百千万".contains(letter)
}

/// Tells whether a number of points is named: `5 points`, `扣 2 分`; not minutes (分钟), nor points
/// below the target.
fn names_points(said: &str) -> bool {
    let counted = |before: &str| before.trim_end().ends_with(is_number);
    let chinese = said.match_indices('分').any(|(at, _)| {
        let after = said.get(at + '分'.len_utf8()..).unwrap_or_default();
        counted(said.get(..at).unwrap_or_default()) && !after.starts_with(['钟', '点'])
    });
    let english = said.match_indices("point").any(|(at, _)| {
        let before = said.get(..at).unwrap_or_default().trim_end();
        let before =
            before.strip_suffix("penalty").or_else(|| before.strip_suffix("service")).unwrap_or(before);
        let after = said.get(at..).unwrap_or_default().split_whitespace().nth(1).unwrap_or_default();
        counted(before) && !DISTANCES.contains(&after)
    });
    chinese || english
}

impl Feature {
    /// Tells whether somebody wrote why no service level guards it.
    #[must_use]
    pub fn has_sla_reason(&self) -> bool {
        !self.no_sla_reason.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::register::Item;

    #[test]
    fn a_must_have_wants_a_service_level_of_its_own() {
        let mut requirements = Requirements::default();
        for (id, priority) in [(1, Priority::Must), (2, Priority::Should), (3, Priority::Must)] {
            requirements.features.add(Id::fixed(id), |feature| feature.priority = priority);
        }
        requirements.sla.add(Id::fixed(9), |line| line.feature = Some(Id::fixed(1)));
        let unguarded = requirements.unguarded();
        let clauses: Vec<_> = unguarded.iter().map(|feature| feature.clause()).collect();
        assert_eq!(clauses, ["F-03"]);
        assert!(!unguarded.iter().any(|feature| feature.has_sla_reason()));
    }

    #[test]
    fn a_penalty_names_an_amount_or_is_none() {
        let names =
            |penalty: &str| SlaLine { penalty: penalty.to_owned(), ..SlaLine::default() }.names_amount();
        for amount in [
            "2 % of the monthly fee per point below",
            "Recovery plan, then 3 % of the milestone",
            "5 points each time",
            "2 penalty points",
            "Half the monthly fee",
            "One month's fee: ¥8,000",
            "每低 1 个百分点扣当月费用 2%",
            "每次扣 2 分",
            "超出扣三天服务费",
            "扣款 5,000 元",
            "扣百分之五",
            "５％",
        ] {
            assert!(names(amount), "{amount}");
        }
        for none in [
            "",
            " ",
            "Merge blocked",
            "Rework at no charge",
            "the vendor bears the loss",
            "free rework within 5 days",
            "improvement plan for each 2 points below",
            "counts on the scorecard",
            "低于目标提交改进计划",
            "记入绩效",
            "免费返工一次",
            "每低 1 个百分点提交改进计划",
            "超过 5 分钟须书面说明",
            "客户评价连续 2 次不合格时更换人员",
            "按合同第 5 条款处理",
            "Feedback meeting within 5 days",
        ] {
            assert!(!names(none), "{none}");
        }
    }

    #[test]
    fn no_share_is_more_than_all() {
        let beyond = |target: f64, unit: &str| {
            SlaLine { target: Some(target), unit: unit.to_owned(), ..SlaLine::default() }.is_beyond_all()
        };
        assert!(beyond(100.5, "%") && beyond(-1.0, " ％"));
        assert!(!beyond(100.0, "%") && !beyond(0.0, "%") && !beyond(240.0, "min"));
    }
}
