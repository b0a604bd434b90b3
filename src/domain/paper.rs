//! The twelve papers of a project (文件): which there are, and in which languages they are shown. What stands in them is
//! drawn by `documents`.

use crate::domain::language::Language;

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
    /// SLA annex with credit rules and worked example (服务等级附件).
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

/// In which languages a paper is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongues {
    /// In Chinese.
    Zh,
    /// In English.
    En,
    /// In both, the Chinese first: side by side.
    Both,
}

impl Tongues {
    /// Every choice, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Zh, Self::En, Self::Both];

    /// Returns the choice of one language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }

    /// Returns the languages in their order.
    #[must_use]
    pub const fn languages(self) -> &'static [Language] {
        match self {
            Self::Zh => &[Language::Zh],
            Self::En => &[Language::En],
            Self::Both => &[Language::Zh, Language::En],
        }
    }
}
