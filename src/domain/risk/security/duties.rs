//! What Chinese law asks for where personal information is entrusted, as a list to go through with counsel.
//!
//! Sources: the Personal Information Protection Law (个人信息保护法), in force since 2021-11-01, and the Measures for
//! Multi-Level Protection (信息安全等级保护管理办法, 公通字〔2007〕43号) of 2007-06-22.

use decode::Decode;
use serde::Serialize;

use crate::domain::risk::security::Security;

/// One thing to see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// The contract states the purpose and the period.
    PurposeAndPeriod,
    /// The contract states how data are processed and of which kinds.
    MethodAndKinds,
    /// The contract states the measures of protection.
    Protection,
    /// The contract states rights and duties of both sides.
    RightsAndDuties,
    /// The client supervises the vendor.
    Supervision,
    /// The vendor passes nothing on without consent.
    NoSubcontracting,
    /// Data are given back or deleted in the end.
    ReturnOrDelete,
    /// The impact is assessed before anything is entrusted.
    AssessedBefore,
    /// The assessment covers purpose, influence, risk and measures.
    AssessmentContent,
    /// The assessment and the record of processing are kept for three years at least.
    RecordKept,
    /// The vendor protects the data and helps the client with its duties.
    VendorHelps,
    /// A system of level 3 (等保三级) is assessed once a year.
    YearlyAssessment,
}

/// The law a duty is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An article of the Personal Information Protection Law.
    Personal(u8),
    /// An article of the Measures for Multi-Level Protection.
    MultiLevel(u8),
}

impl Source {
    /// Returns the date of the text the list was made from, as it is written.
    #[must_use]
    pub const fn as_of(self) -> &'static str {
        match self {
            Self::Personal(_) => "2021-11-01",
            Self::MultiLevel(_) => "2007-06-22",
        }
    }
}

impl Duty {
    /// Every duty, in the order of the list.
    pub const ALL: [Self; 12] = [
        Self::PurposeAndPeriod,
        Self::MethodAndKinds,
        Self::Protection,
        Self::RightsAndDuties,
        Self::Supervision,
        Self::NoSubcontracting,
        Self::ReturnOrDelete,
        Self::AssessedBefore,
        Self::AssessmentContent,
        Self::RecordKept,
        Self::VendorHelps,
        Self::YearlyAssessment,
    ];

    /// Returns where it is written.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::AssessedBefore => Source::Personal(55),
            Self::AssessmentContent | Self::RecordKept => Source::Personal(56),
            Self::VendorHelps => Source::Personal(59),
            Self::YearlyAssessment => Source::MultiLevel(14),
            _ => Source::Personal(21),
        }
    }
}

/// How far a duty is seen to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Nobody looked yet.
    #[default]
    Open,
    /// It is done.
    Done,
    /// It is not done.
    NotDone,
    /// It does not apply here.
    NotApplicable,
}

impl DutyState {
    /// Every state, in the order of choice lists.
    pub const ALL: [Self; 4] = [Self::Open, Self::Done, Self::NotDone, Self::NotApplicable];
}

/// What was found of a duty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DutyNote {
    /// How far it is seen to.
    pub state: DutyState,
    /// Where it is written, or why it does not apply.
    pub note: String,
}

impl DutyNote {
    /// Tells whether it is said not to apply without a word why.
    #[must_use]
    pub fn lacks_why(&self) -> bool {
        self.state == DutyState::NotApplicable && self.note.trim().is_empty()
    }
}

impl Security {
    /// Returns what was found of a duty; open where nobody looked.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> DutyNote {
        self.duties.get(&duty).cloned().unwrap_or_default()
    }

    /// Notes what was found of a duty.
    pub fn set_duty(&mut self, duty: Duty, note: DutyNote) {
        match note == DutyNote::default() {
            true => self.duties.remove(&duty),
            false => self.duties.insert(duty, note),
        };
    }

    /// Counts the duties in a state.
    #[must_use]
    pub fn duties_in(&self, state: DutyState) -> usize {
        Duty::ALL.into_iter().filter(|duty| self.duty(*duty).state == state).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_nobody_looked_at_is_open_and_takes_no_room() {
        let mut security = Security::default();
        assert_eq!(security.duties_in(DutyState::Open), Duty::ALL.len());
        let done = DutyNote { state: DutyState::NotApplicable, note: String::new() };
        assert!(done.lacks_why());
        security.set_duty(Duty::YearlyAssessment, done);
        assert_eq!((security.duties_in(DutyState::NotApplicable), security.duties.len()), (1, 1));
        security.set_duty(Duty::YearlyAssessment, DutyNote::default());
        assert!(security.duties.is_empty());
    }
}
