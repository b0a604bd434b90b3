//! Counter-metrics: what an indicator hides when it alone is chased, and which other one shows it.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::performance::{Kpi, Performance};

/// An indicator with a pair the field knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Classic {
    /// Defects found after release: none, if nobody logs them.
    Escape,
    /// Handling time: short, if callers are sent away.
    HandleTime,
    /// Solved at first contact: high, if a second contact is opened as a new one.
    FirstContact,
    /// First response: fast, if it says nothing.
    FirstResponse,
    /// Complaints: few, if they are hard to make.
    Complaints,
    /// Satisfaction: high, if only the satisfied are asked.
    Satisfaction,
    /// Delivery in time: high, if due dates move or quality gives way.
    OnTime,
    /// Cost saving: high, if quality pays for it.
    Saving,
    /// Test coverage: high, with tests that check nothing.
    TestCoverage,
    /// Reopened work: little, if a new item is opened instead.
    Reopened,
    /// Time to restore: short, if the cause stays.
    RestoreTime,
    /// Availability: high, if maintenance and small outages are left out.
    Availability,
    /// Change success: high, if changes are put off or called something else.
    ChangeSuccess,
    /// Accuracy: high, if only easy cases are checked.
    Accuracy,
    /// Throughput: high, if what is finished comes back.
    Throughput,
    /// Rework: little, if faults are not looked for.
    Rework,
    /// Agreement of raters: high, if they copy each other.
    Agreement,
}

impl Classic {
    /// Every pair; where two fit a name, the first does.
    pub const ALL: [Self; 17] = [
        Self::Escape,
        Self::HandleTime,
        Self::FirstContact,
        Self::FirstResponse,
        Self::Complaints,
        Self::Satisfaction,
        Self::TestCoverage,
        Self::Reopened,
        Self::RestoreTime,
        Self::Availability,
        Self::ChangeSuccess,
        Self::Agreement,
        Self::Rework,
        Self::OnTime,
        Self::Saving,
        Self::Accuracy,
        Self::Throughput,
    ];

    /// The words by which an indicator of this kind is known.
    const fn known_by(self) -> &'static [&'static str] {
        match self {
            Self::Escape => &["escape", "逃逸", "漏测", "漏检"],
            Self::HandleTime => &["handle time", "handling time", "aht", "处理时长", "通话时长"],
            Self::FirstContact => {
                &["first contact", "first-contact", "fcr", "solved first", "首次解决", "一次解决"]
            }
            Self::FirstResponse => &["first response", "first reply", "answered in", "首次响应", "首次回复"],
            Self::Complaints => &["complaint", "投诉"],
            Self::Satisfaction => &["satisf", "csat", "nps", "满意", "推荐"],
            Self::TestCoverage => &["coverage", "覆盖率"],
            Self::Reopened => &["reopen", "opened again", "重新打开", "重开"],
            Self::RestoreTime => &[
                "time to restore",
                "restore time",
                "restored in",
                "restoration",
                "mttr",
                "fix time",
                "fixes in",
                "恢复时间",
                "恢复时长",
                "修复",
            ],
            Self::Availability => &["uptime", "availab", "可用"],
            Self::ChangeSuccess => &["change success", "变更成功"],
            Self::Agreement => &["agreement", "kappa", "一致"],
            Self::Rework => &["rework", "返工"],
            Self::OnTime => &["on-time", "on time", "in time", "按时", "按期", "准时", "及时"],
            Self::Saving => &["saving", "节约", "节省"],
            Self::Accuracy => &["accura", "准确", "正确率", "差错"],
            Self::Throughput => &["items per", "throughput", "per person", "人均", "产能", "吞吐"],
        }
    }

    /// The kinds that show what this one hides, the best first.
    const fn partners(self) -> &'static [Self] {
        match self {
            Self::Escape => &[Self::Reopened, Self::Complaints],
            Self::HandleTime => &[Self::FirstContact, Self::Satisfaction],
            Self::FirstContact => &[Self::Satisfaction, Self::Complaints],
            Self::FirstResponse => &[Self::FirstContact, Self::Satisfaction, Self::RestoreTime],
            Self::Complaints => &[Self::Satisfaction],
            Self::Satisfaction => &[Self::Complaints],
            Self::TestCoverage => &[Self::Escape],
            Self::Reopened => &[Self::Escape],
            Self::RestoreTime => &[Self::Reopened],
            Self::Availability => &[Self::RestoreTime, Self::Complaints],
            Self::ChangeSuccess => &[Self::OnTime, Self::Availability],
            Self::Agreement => &[Self::Accuracy],
            Self::Rework => &[Self::Accuracy, Self::Complaints],
            Self::OnTime => &[Self::Rework, Self::Escape, Self::Reopened, Self::Accuracy, Self::Complaints],
            Self::Saving => &[Self::Satisfaction, Self::Complaints],
            Self::Accuracy => &[Self::Throughput, Self::OnTime],
            Self::Throughput => &[Self::Rework, Self::Accuracy],
        }
    }

    fn is_named(self, name: &str) -> bool {
        self.known_by().iter().any(|word| name.contains(word))
    }

    /// Returns the kind of an indicator, by its name.
    #[must_use]
    pub fn of(kpi: &Kpi) -> Option<Self> {
        let name = kpi.name.to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.is_named(&name))
    }
}

/// An indicator that names no counter-metric though the field knows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaired {
    /// The indicator.
    pub kpi: Id<Kpi>,
    /// What kind it is.
    pub kind: Classic,
    /// One that is here and would show what it hides.
    pub partner: Option<Id<Kpi>>,
}

impl Performance {
    /// Lists the indicators that name no counter-metric though the field knows one.
    #[must_use]
    pub fn unpaired(&self) -> Vec<Unpaired> {
        let kinds: Vec<(&Arc<Kpi>, Option<Classic>)> =
            self.kpis.iter().map(|kpi| (kpi, Classic::of(kpi))).collect();
        let unpaired = |(kpi, kind): &(&Arc<Kpi>, Option<Classic>)| {
            let kind = kind.filter(|_| kpi.counter.is_none())?;
            let of_kind = |wanted: &Classic| {
                kinds.iter().find(|(other, kind)| *kind == Some(*wanted) && other.id != kpi.id)
            };
            let partner = kind.partners().iter().find_map(of_kind).map(|(other, _)| other.id);
            Some(Unpaired { kpi: kpi.id, kind, partner })
        };
        kinds.iter().filter_map(unpaired).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_without_its_classic_pair_is_told_with_one_that_is_here() {
        let mut performance = Performance::default();
        for (id, name) in
            [(1, "Defect escape rate"), (2, "团队协作"), (3, "Reopened bugs"), (4, "客户满意度")]
        {
            performance.kpis.add(Id::fixed(id), |kpi| kpi.name = name.to_owned());
        }
        let found = performance.unpaired();
        let show: Vec<_> =
            found.iter().map(|one| (one.kpi, one.kind, one.partner.map(|id| id.bits()))).collect();
        assert_eq!(
            show,
            [
                (Id::fixed(1), Classic::Escape, Some(3)),
                (Id::fixed(3), Classic::Reopened, Some(1)),
                (Id::fixed(4), Classic::Satisfaction, None),
            ]
        );
        performance.kpis.update(Id::fixed(1), |kpi| kpi.counter = Some(Id::fixed(3)));
        assert_eq!(performance.unpaired().len(), 2);
    }

    #[test]
    fn no_kind_is_its_own_pair() {
        assert!(
            Classic::ALL.iter().all(|kind| !kind.partners().contains(kind) && !kind.partners().is_empty())
        );
    }
}
