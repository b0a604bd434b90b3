//! The sheet of one evaluator on its own: what is handed out to somebody elsewhere, and what comes back.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::profile::Profile;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::{Criterion, Evaluator, ScoreEntry, Selection, Vendor};
use crate::domain::sheet::SheetProject;

/// A vendor as a sheet names it, and no more of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SheetVendor {
    /// The id.
    pub id: Id<Vendor>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
}

/// What one evaluator needs to score: nothing else of the project is in it, no price and nobody else's scores.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScoreSheet {
    /// Where it belongs.
    pub project: SheetProject,
    /// Whose it is, with the own scores.
    pub evaluator: Evaluator,
    /// The vendors still in when it was handed out.
    pub vendors: Vec<SheetVendor>,
    /// What is scored.
    pub criteria: Vec<Arc<Criterion>>,
}

/// Why a sheet cannot be taken into its project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The scores are locked.
    ScoresLocked,
    /// The evaluator is not in the project any more.
    NoEvaluator,
    /// A vendor of the sheet is not in the project.
    UnknownVendor(String),
    /// A criterion of the sheet is not in the project.
    UnknownCriterion(String),
}

/// One cell that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// The criterion.
    pub criterion: Id<Criterion>,
    /// What stands there now.
    pub now: Option<ScoreEntry>,
    /// What would stand there.
    pub then: Option<ScoreEntry>,
}

impl CellChange {
    /// Tells whether the text behind the score differs; beside no score there is none.
    #[must_use]
    pub fn has_other_evidence(&self) -> bool {
        let evidence = |entry: &Option<ScoreEntry>| entry.clone().unwrap_or_default().evidence;
        evidence(&self.now) != evidence(&self.then)
    }

    fn is_reworded(&self) -> bool {
        matches!((&self.now, &self.then), (Some(now), Some(then)) if now.evidence != then.evidence)
    }

    fn is_rescored(&self) -> bool {
        matches!((&self.now, &self.then), (Some(now), Some(then)) if now.score != then.score)
    }
}

/// What taking a sheet in would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetChanges {
    /// The cells that differ, vendor by vendor.
    pub cells: Vec<CellChange>,
    /// How many filled cells hold the same score.
    pub same: usize,
    /// The criteria that were worded otherwise when the sheet was handed out.
    pub reworded: Vec<Id<Criterion>>,
    /// The criteria scored in the sheet that others stand under meanwhile: what they were given counts nowhere.
    pub grouped: Vec<Id<Criterion>>,
    /// The criteria that are scored here and were not in the sheet.
    pub missing: Vec<Id<Criterion>>,
    /// Whether the day of submission changes.
    pub is_resubmitted: bool,
}

impl SheetChanges {
    /// Tells whether the sheet brings nothing new.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.cells.is_empty() && !self.is_resubmitted
    }

    /// Counts the scores that are new, that differ, that are emptied, and those on both sides with other evidence.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let count =
            |is_one: &dyn Fn(&CellChange) -> bool| self.cells.iter().filter(|cell| is_one(cell)).count();
        [
            count(&|cell| cell.now.is_none()),
            count(&CellChange::is_rescored),
            count(&|cell| cell.then.is_none()),
            count(&CellChange::is_reworded),
        ]
    }
}

impl ScoreSheet {
    /// Takes the sheet of an evaluator out of a project: the vendors still in on a day, and of the scores only those.
    #[must_use]
    pub fn of(project: &Project, evaluator: Id<Evaluator>, today: NaiveDate) -> Option<Self> {
        let selection = &project.selection;
        let mut evaluator = (**selection.evaluators.get(evaluator)?).clone();
        let within = selection.vendors_in(today);
        evaluator
            .scores
            .retain(|vendor| within.contains(&vendor), |criterion| selection.criteria.has(criterion));
        let vendors = within.iter().filter_map(|id| selection.vendors.get(*id));
        let vendors = vendors.map(|vendor| SheetVendor {
            id: vendor.id,
            number: vendor.number,
            name: vendor.name.clone(),
        });
        Some(Self {
            project: SheetProject::of(project),
            evaluator,
            vendors: vendors.collect(),
            criteria: selection.criteria.iter().cloned().collect(),
        })
    }

    /// Returns the id the sheet is kept under where its project is not: always the same for the same sheet.
    #[must_use]
    pub const fn place_id(&self) -> Id<Project> {
        Id::fixed(self.project.id.bits() ^ self.evaluator.id.bits())
    }

    /// Makes a project that holds this one sheet and nothing else.
    #[must_use]
    pub fn into_project(self) -> Project {
        let id = self.place_id();
        let profile =
            Profile { name: self.project.name, sheet_of: Some(self.project.id), ..Profile::default() };
        let mut selection = Selection::default();
        for SheetVendor { id, number, name } in self.vendors {
            selection.vendors.restore(Vendor { id, number, name, ..Vendor::default() });
        }
        for criterion in self.criteria {
            selection.criteria.restore((*criterion).clone());
        }
        selection.evaluators.restore(self.evaluator);
        Project { id, profile: Arc::new(profile), selection: Arc::new(selection), ..Project::default() }
    }

    /// Tells what taking the sheet in would change, or lists why it cannot be.
    pub fn changes(&self, selection: &Selection) -> Result<SheetChanges, Vec<NotTaken>> {
        let refused = self.refused(selection);
        let Some(present) = selection.evaluators.get(self.evaluator.id).filter(|_| refused.is_empty()) else {
            return Err(refused);
        };
        let mut changes = SheetChanges {
            is_resubmitted: present.submitted != self.evaluator.submitted,
            ..SheetChanges::default()
        };
        for (vendor, criterion) in self.cells(selection) {
            let now = present.scores.get(vendor, criterion).cloned();
            let then = self.evaluator.scores.get(vendor, criterion).cloned();
            if now.as_ref().zip(then.as_ref()).is_some_and(|(now, then)| now.score == then.score) {
                changes.same += 1;
            }
            if now != then {
                changes.cells.push(CellChange { vendor, criterion, now, then });
            }
        }
        let is_reworded = |sent: &&Arc<Criterion>| {
            let wording = |criterion: &Criterion| {
                (
                    criterion.name.clone(),
                    criterion.hint.clone(),
                    criterion.anchors.clone(),
                    criterion.objective,
                )
            };
            selection.criteria.get(sent.id).is_some_and(|here| wording(here) != wording(sent))
        };
        changes.reworded = self.criteria.iter().filter(is_reworded).map(|criterion| criterion.id).collect();
        let (sent, scored) = (self.scored(), scored(selection));
        changes.grouped = sent.iter().filter(|id| !scored.contains(id)).copied().collect();
        changes.missing = scored.into_iter().filter(|id| !sent.contains(id)).collect();
        Ok(changes)
    }

    /// Puts the scores of the sheet and its submission into the project, and touches nothing else.
    pub fn take_into(&self, selection: &mut Selection) {
        if !self.refused(selection).is_empty() {
            return;
        }
        let cells = self.cells(selection);
        selection.evaluators.update(self.evaluator.id, |present| {
            for (vendor, criterion) in cells {
                let then = self.evaluator.scores.get(vendor, criterion).cloned();
                present.scores.set(vendor, criterion, then);
            }
            present.submitted = self.evaluator.submitted;
        });
    }

    /// Lists the cells that are scored in the sheet and here alike.
    fn cells(&self, selection: &Selection) -> Vec<(Id<Vendor>, Id<Criterion>)> {
        let mut criteria = scored(selection);
        let sent = self.scored();
        criteria.retain(|criterion| sent.contains(criterion));
        let of = |vendor: &SheetVendor| {
            let vendor = vendor.id;
            criteria.iter().map(move |criterion| (vendor, *criterion))
        };
        self.vendors.iter().flat_map(of).collect()
    }

    /// Lists the criteria that are scored in the sheet.
    fn scored(&self) -> Vec<Id<Criterion>> {
        let mut selection = Selection::default();
        for criterion in &self.criteria {
            selection.criteria.restore((**criterion).clone());
        }
        scored(&selection)
    }

    fn refused(&self, selection: &Selection) -> Vec<NotTaken> {
        if selection.scores_locked.is_some() || selection.decision.locked.is_some() {
            return vec![NotTaken::ScoresLocked];
        }
        if !selection.evaluators.has(self.evaluator.id) {
            return vec![NotTaken::NoEvaluator];
        }
        let vendors = self.vendors.iter().filter(|vendor| !selection.vendors.has(vendor.id));
        let vendors = vendors.map(|vendor| {
            let clause = Vendor { number: vendor.number, ..Vendor::default() }.clause();
            NotTaken::UnknownVendor(format!("{clause} {}", vendor.name))
        });
        let criteria = self.criteria.iter().filter(|criterion| !selection.criteria.has(criterion.id));
        let criteria = criteria.map(|criterion| {
            NotTaken::UnknownCriterion(format!("{} {}", criterion.clause(), criterion.name))
        });
        vendors.chain(criteria).collect()
    }
}

fn scored(selection: &Selection) -> Vec<Id<Criterion>> {
    selection.leaves().into_iter().map(|leaf| leaf.criterion.id).collect()
}

#[cfg(test)]
mod tests;
