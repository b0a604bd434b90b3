//! What the project is, who takes part, and the scales everyone agreed on.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::performance::GradeScheme;
use crate::domain::project::Project;
use crate::domain::sheet::SheetKind;
use crate::domain::task::Task;

/// Who stands on which side of the seam.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The firm that buys the service (委托方).
    #[default]
    Client,
    /// The firm that delivers it (供应商).
    Vendor,
}

impl Side {
    /// Both sides, client first.
    pub const ALL: [Self; 2] = [Self::Client, Self::Vendor];
}

/// What kind of work is outsourced; chooses the starter content on offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BusinessType {
    /// Software development.
    SoftwareDevelopment,
    /// Customer service.
    #[default]
    CustomerService,
    /// IT operations.
    ItOperations,
    /// HR services and payroll.
    HrPayroll,
    /// Data annotation.
    DataAnnotation,
    /// Finance and accounting.
    FinanceAccounting,
    /// Anything else.
    Other,
}

impl BusinessType {
    /// Every business type, in the order of choice lists.
    pub const ALL: [Self; 7] = [
        Self::CustomerService,
        Self::SoftwareDevelopment,
        Self::ItOperations,
        Self::HrPayroll,
        Self::DataAnnotation,
        Self::FinanceAccounting,
        Self::Other,
    ];
}

/// One of the two parties.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Party {
    /// Its name as it stands in documents.
    pub name: String,
    /// Its IANA time zone, for example `Asia/Shanghai`; empty when not given.
    pub time_zone: String,
    /// Its working language.
    pub language: String,
}

/// Where a project came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Somebody's own work.
    #[default]
    Own,
    /// A sample to look at and change.
    Sample,
    /// A published case, for reading only.
    PublishedCase,
}

/// The agreed scales and limits of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scales {
    /// Risk scores above this lie over the tolerance line; 1 to 25.
    pub tolerance: u8,
    /// How scores become grades.
    pub grade_scheme: GradeScheme,
    /// The words of likelihood 1 to 5; empty words fall back to the usual ones.
    pub likelihood_words: [String; 5],
    /// The words of impact 1 to 5; empty words fall back to the usual ones.
    pub impact_words: [String; 5],
}

impl Default for Scales {
    fn default() -> Self {
        Self {
            tolerance: 9,
            grade_scheme: GradeScheme::CnCommon,
            likelihood_words: Default::default(),
            impact_words: Default::default(),
        }
    }
}

/// The section that names the project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Profile {
    /// The project's name.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// The published source, for a published case.
    pub source: String,
    /// What kind of work is outsourced.
    pub business: BusinessType,
    /// Why it is outsourced.
    pub reason: String,
    /// When the service is to start.
    pub start: Option<NaiveDate>,
    /// How many months the contract runs.
    pub months: Option<u16>,
    /// The lower end of the budget a month.
    pub budget_low: Option<Money>,
    /// The upper end of the budget a month.
    pub budget_high: Option<Money>,
    /// The currency of every amount.
    pub currency: Currency,
    /// Who decides in the end.
    pub decider: String,
    /// The buying firm.
    pub client: Party,
    /// The delivering firm, once chosen.
    pub vendor: Party,
    /// The agreed scales.
    pub scales: Scales,
    /// The free-text tasks somebody ticked as finished.
    pub finished: BTreeSet<Task>,
    /// The project whose one sheet this is; nothing else of that project is here.
    pub sheet_of: Option<Id<Project>>,
    /// Which side answers in it, where the one sheet is one of answers.
    pub sheet_side: Option<Side>,
}

impl Profile {
    /// Returns the last day of the contract, where start and length are known.
    #[must_use]
    pub fn contract_end(&self) -> Option<NaiveDate> {
        self.start?.checked_add_months(Months::new(u32::from(self.months?)))
    }

    /// Returns the party on a side.
    #[must_use]
    pub const fn party(&self, side: Side) -> &Party {
        match side {
            Side::Client => &self.client,
            Side::Vendor => &self.vendor,
        }
    }

    /// Returns what the one sheet is about, where this is the place of a sheet and no project.
    #[must_use]
    pub fn sheet_kind(&self) -> Option<SheetKind> {
        self.sheet_of?;
        Some(if self.sheet_side.is_some() { SheetKind::Answers } else { SheetKind::Scores })
    }
}
