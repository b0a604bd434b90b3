//! The one thing worth knowing about a stage besides its count.

use chrono::NaiveDate;

use crate::domain::collaboration::Milestone;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::task::Stage;
use crate::domain::team::raci::checked::Checked;

/// What is worth knowing about a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageNote {
    /// Both sides have confirmed the requirements; the later date.
    Signed(Option<NaiveDate>),
    /// One side has confirmed.
    SignedByOne {
        /// Whether it is the client.
        client: bool,
    },
    /// So many rows of the role matrix need fixing.
    MatrixRows(usize),
    /// So many score sheets are in.
    Sheets {
        /// How many are in.
        submitted: usize,
        /// How many there are.
        all: usize,
    },
    /// Scores are locked since a day; the decision is open.
    ScoresLocked(NaiveDate),
    /// A vendor was chosen: its clause number and name.
    Chosen(String, String),
    /// Milestones are overdue.
    Overdue(usize),
    /// Risks lie above the tolerance line.
    AboveLine {
        /// How many.
        risks: usize,
        /// How many of them nobody owns.
        unowned: usize,
    },
    /// How many indicators met their target at their latest reading.
    TargetsMet {
        /// How many met it.
        met: usize,
        /// How many have a target and a reading.
        all: usize,
    },
}

/// Returns what is worth knowing about a stage, where there is something.
#[must_use]
pub fn stage_note(project: &Project, matrix: &Checked, stage: Stage, today: NaiveDate) -> Option<StageNote> {
    match stage {
        Stage::Requirements => {
            let requirements = &project.requirements;
            match (&requirements.client_confirmed, &requirements.vendor_confirmed) {
                (Some(client), Some(vendor)) => Some(StageNote::Signed(client.date.max(vendor.date))),
                (None, None) => None,
                (client, _) => Some(StageNote::SignedByOne { client: client.is_some() }),
            }
        }
        Stage::Team => match matrix.wrong_rows().len() {
            0 => None,
            rows => Some(StageNote::MatrixRows(rows)),
        },
        Stage::Vendors => vendors(project),
        Stage::Collaboration => {
            let is_late = |milestone: &Milestone| {
                milestone.accepted(today).is_none() && milestone.due.is_some_and(|due| due < today)
            };
            match project.collaboration.milestones.iter().filter(|milestone| is_late(milestone)).count() {
                0 => None,
                late => Some(StageNote::Overdue(late)),
            }
        }
        Stage::Risk => {
            let tolerance = project.profile.scales.tolerance;
            let above: Vec<_> = project.risk.risks.iter().filter(|risk| risk.is_high(tolerance)).collect();
            let unowned = above.iter().filter(|risk| risk.owner.is_none()).count();
            (!above.is_empty()).then_some(StageNote::AboveLine { risks: above.len(), unowned })
        }
        Stage::Performance => {
            let performance = &project.performance;
            let vendor = project.selection.decision.chosen?;
            let judged = performance.kpis.iter().filter(|kpi| kpi.target.is_some());
            let judged: Vec<bool> = judged
                .filter_map(|kpi| Some(!kpi.is_missed(performance.latest(vendor, kpi.id)?.1)))
                .collect();
            let met = judged.iter().filter(|met| **met).count();
            (!judged.is_empty()).then_some(StageNote::TargetsMet { met, all: judged.len() })
        }
    }
}

fn vendors(project: &Project) -> Option<StageNote> {
    let selection = &project.selection;
    let decided = selection.decision.locked.and(selection.decision.chosen);
    if let Some(vendor) = decided.and_then(|id| selection.vendors.get(id)) {
        return Some(StageNote::Chosen(vendor.clause(), vendor.name.clone()));
    }
    if let Some(date) = selection.scores_locked {
        return Some(StageNote::ScoresLocked(date));
    }
    let submitted = selection.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some()).count();
    (!selection.evaluators.is_empty())
        .then_some(StageNote::Sheets { submitted, all: selection.evaluators.len() })
}
