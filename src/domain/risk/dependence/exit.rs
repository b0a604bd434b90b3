//! How ready the client is to leave: six things that have to be there, each with a weight. What is not known earns
//! nothing: readiness has to be shown.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;
use thiserror::Error;

use crate::domain::project::Project;

/// One thing that has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExitItem {
    /// Taking the data out was tested.
    DataExportTested,
    /// The documents are complete.
    DocumentsComplete,
    /// A backup vendor is qualified.
    BackupVendorQualified,
    /// Taking over was drilled.
    TakeoverDrillDone,
    /// The list of accounts and rights is current.
    AccessListCurrent,
    /// The notice is as long as it takes to replace the vendor.
    NoticeCoversReplacement,
}

impl ExitItem {
    /// Every item, in order.
    pub const ALL: [Self; 6] = [
        Self::DataExportTested,
        Self::DocumentsComplete,
        Self::BackupVendorQualified,
        Self::TakeoverDrillDone,
        Self::AccessListCurrent,
        Self::NoticeCoversReplacement,
    ];

    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DataExportTested => "data_export_tested",
            Self::DocumentsComplete => "documents_complete",
            Self::BackupVendorQualified => "backup_vendor_qualified",
            Self::TakeoverDrillDone => "takeover_drill_done",
            Self::AccessListCurrent => "access_list_current",
            Self::NoticeCoversReplacement => "notice_covers_replacement",
        }
    }

    /// Returns its place in the order.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// The usual weights in basis points, in the order of [`ExitItem::ALL`].
pub const USUAL_WEIGHTS: [u32; 6] = [2500, 2000, 2000, 1500, 1000, 1000];

/// What is known of the exit. Whether a backup is qualified and taking over was drilled follows from elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ExitPlan {
    /// Whether taking the data out was tested.
    pub data_export_tested: Option<bool>,
    /// Whether the documents are complete.
    pub documents_complete: Option<bool>,
    /// Whether the list of accounts and rights is current.
    pub access_list_current: Option<bool>,
    /// The months of notice in the contract.
    pub notice_months: Option<f64>,
    /// How many months it takes to replace the vendor.
    pub replace_months: Option<f64>,
    /// What shows each item, in the order of [`ExitItem::ALL`].
    pub notes: [String; 6],
    /// How much each item counts in basis points, in the same order; all together 10 000.
    pub weights_bp: [u32; 6],
}

impl Default for ExitPlan {
    fn default() -> Self {
        Self {
            data_export_tested: None,
            documents_complete: None,
            access_list_current: None,
            notice_months: None,
            replace_months: None,
            notes: Default::default(),
            weights_bp: USUAL_WEIGHTS,
        }
    }
}

/// Says that the weights do not come to 10 000 basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the weights come to {0} basis points instead of 10 000")]
pub struct WeightsNotWhole(pub u32);

/// How ready the client is.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// From 0 to 100.
    pub score: f64,
    /// What is not there.
    pub missing: Vec<ExitItem>,
    /// What nobody knows.
    pub unknown: Vec<ExitItem>,
}

/// Tells whether the notice is as long as it takes to replace the vendor, both in months.
#[must_use]
pub fn notice_covers(notice: Option<f64>, replace: Option<f64>) -> Option<bool> {
    Some(replace? <= notice?)
}

/// Adds up the weights of what is there. Returns an error when the weights do not come to 10 000.
pub fn readiness(answers: &[Option<bool>; 6], weights_bp: &[u32; 6]) -> Result<Readiness, WeightsNotWhole> {
    let sum = weights_bp.iter().fold(0_u32, |sum, weight| sum.saturating_add(*weight));
    if sum != 10_000 {
        return Err(WeightsNotWhole(sum));
    }
    let items = || ExitItem::ALL.into_iter().zip(answers);
    let listed = |wanted: Option<bool>| {
        items().filter(|(_, answer)| **answer == wanted).map(|(item, _)| item).collect()
    };
    let earned: u32 = answers
        .iter()
        .zip(weights_bp)
        .filter(|(answer, _)| **answer == Some(true))
        .map(|(_, weight)| weight)
        .sum();
    Ok(Readiness { score: f64::from(earned) / 100.0, missing: listed(Some(false)), unknown: listed(None) })
}

impl Project {
    /// Returns whether the backup vendor is qualified: no where there is none or a gate puts it out, not known while a
    /// must-gate is open.
    #[must_use]
    pub fn backup_qualified(&self, today: NaiveDate) -> Option<bool> {
        let Some(backup) = self.selection.decision.backup else { return Some(false) };
        let standing = self.selection.standing(backup, today, None);
        match (standing.is_in(), standing.unknown.is_empty()) {
            (false, _) => Some(false),
            (true, true) => Some(true),
            (true, false) => None,
        }
    }

    /// Counts the modules a vendor carries: those whose takeover was drilled within a year, and all of them.
    #[must_use]
    pub fn drilled_modules(&self, today: NaiveDate) -> (usize, usize) {
        let dependence = &self.risk.dependence;
        let modules = self.requirements.modules.iter().map(|module| module.id);
        let carried: Vec<_> = modules.filter(|module| !dependence.carriers(*module).is_empty()).collect();
        let drilled = carried.iter().filter(|module| dependence.takeover(**module).is_drilled(today));
        (drilled.count(), carried.len())
    }

    /// Returns whether taking over was drilled within a year for every module a vendor carries; not known where none is.
    #[must_use]
    pub fn takeover_drilled(&self, today: NaiveDate) -> Option<bool> {
        let (drilled, carried) = self.drilled_modules(today);
        (0 < carried).then_some(drilled == carried)
    }

    /// Returns what is known of each item on a day, in the order of [`ExitItem::ALL`].
    #[must_use]
    pub fn exit_answers(&self, today: NaiveDate) -> [Option<bool>; 6] {
        let exit = &self.risk.dependence.exit;
        [
            exit.data_export_tested,
            exit.documents_complete,
            self.backup_qualified(today),
            self.takeover_drilled(today),
            exit.access_list_current,
            notice_covers(exit.notice_months, exit.replace_months),
        ]
    }

    /// Returns how ready the client is to leave on a day. Returns an error when the weights do not come to 10 000.
    pub fn exit_readiness(&self, today: NaiveDate) -> Result<Readiness, WeightsNotWhole> {
        readiness(&self.exit_answers(today), &self.risk.dependence.exit.weights_bp)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::risk::dependence::{Carried, Takeover};
    use crate::domain::selection::{GateCheck, Verdict};

    #[test]
    fn what_is_not_known_earns_nothing_and_is_listed_apart() {
        let answers = [Some(true), Some(false), None, Some(false), Some(true), Some(false)];
        let found = readiness(&answers, &USUAL_WEIGHTS).unwrap();
        assert_eq!((found.score, found.unknown), (35.0, vec![ExitItem::BackupVendorQualified]));
        assert_eq!(found.missing.len(), 3);
        assert_eq!(readiness(&answers, &[1; 6]), Err(WeightsNotWhole(6)));
        assert_eq!(notice_covers(Some(3.0), Some(3.0)), Some(true));
        assert_eq!(notice_covers(Some(3.0), None), None);
    }

    proptest! {
        #[test]
        fn one_more_thing_that_is_there_never_lowers_readiness(
            answers in prop::array::uniform6(prop::option::of(any::<bool>())),
            place in 0_usize..6,
        ) {
            let before = readiness(&answers, &USUAL_WEIGHTS).unwrap();
            let mut better = answers;
            better[place] = Some(true);
            let after = readiness(&better, &USUAL_WEIGHTS).unwrap();
            prop_assert!(before.score <= after.score && after.score <= 100.0);
            let n_listed = before.missing.len() + before.unknown.len();
            prop_assert_eq!(n_listed + answers.iter().filter(|answer| **answer == Some(true)).count(), 6);
        }
    }

    #[test]
    fn backup_and_drill_follow_from_the_decision_and_the_modules() {
        let today: NaiveDate = "2026-11-20".parse().unwrap();
        let mut project = Project::default();
        let known = |project: &Project| (project.backup_qualified(today), project.takeover_drilled(today));
        assert_eq!(known(&project), (Some(false), None));
        let selection = Arc::make_mut(&mut project.selection);
        selection.vendors.add(Id::fixed(1), |_| ());
        selection.gates.add(Id::fixed(2), |gate| gate.must = true);
        selection.decision.backup = Some(Id::fixed(1));
        Arc::make_mut(&mut project.requirements).modules.add(Id::fixed(3), |_| ());
        let dependence = &mut Arc::make_mut(&mut project.risk).dependence;
        dependence.set_carried(
            Id::fixed(3),
            Id::fixed(1),
            Carried { share_bp: Some(1), ..Carried::default() },
        );
        assert_eq!(known(&project), (None, Some(false)), "a gate is open and nothing was drilled");
        let check = |verdict| GateCheck { verdict, ..GateCheck::default() };
        Arc::make_mut(&mut project.selection).gate_checks.set(
            Id::fixed(1),
            Id::fixed(2),
            Some(check(Verdict::Pass)),
        );
        let drilled = Takeover { drilled: Some(today), ..Takeover::default() };
        Arc::make_mut(&mut project.risk).dependence.set_takeover(Id::fixed(3), drilled);
        assert_eq!(known(&project), (Some(true), Some(true)));
        Arc::make_mut(&mut project.selection).gate_checks.set(
            Id::fixed(1),
            Id::fixed(2),
            Some(check(Verdict::Fail)),
        );
        assert_eq!(known(&project).0, Some(false));
    }
}
