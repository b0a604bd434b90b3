//! The twelve papers of a project (文件): which there are. What stands in them is drawn by `documents`.

/// Which paper it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// Requirement specification (需求规格书).
    Specification,
    /// Requirement confirmation letter (需求确认书).
    Confirmation,
    /// Team charter with responsibility table and RACI (团队与责任矩阵).
    Charter,
    /// Request for proposal with questionnaire (招标需求与问卷).
    Request,
    /// Evaluation report and award memo (选商报告与定标建议).
    Award,
    /// Pilot report (试点报告).
    Pilot,
    /// SLA annex with credit rules and worked example (服务水平附件).
    ServiceLevels,
    /// Security and NDA checklist (信息安全与保密清单).
    Security,
    /// Collaboration plan (协作计划).
    Collaboration,
    /// Risk register and contingency plans (风险登记册与应急预案).
    Risks,
    /// Periodic performance review (绩效评估表).
    Review,
    /// Payment statement (付款说明).
    Payment,
}

impl PaperKind {
    /// Every paper, in the order of the stages.
    pub const ALL: [Self; 12] = [
        Self::Specification,
        Self::Confirmation,
        Self::Charter,
        Self::Request,
        Self::Award,
        Self::Pilot,
        Self::ServiceLevels,
        Self::Security,
        Self::Collaboration,
        Self::Risks,
        Self::Review,
        Self::Payment,
    ];

    /// Returns its name in addresses and file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Specification => "specification",
            Self::Confirmation => "confirmation",
            Self::Charter => "charter",
            Self::Request => "request",
            Self::Award => "award",
            Self::Pilot => "pilot",
            Self::ServiceLevels => "service-levels",
            Self::Security => "security",
            Self::Collaboration => "collaboration",
            Self::Risks => "risks",
            Self::Review => "review",
            Self::Payment => "payment",
        }
    }
}
