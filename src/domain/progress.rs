//! How far a project is: the state of each task, and the one thing to do next.

pub mod notes;

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::period::Period;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::baseline::Mandatory;
use crate::domain::selection::Vendor;
use crate::domain::selection::consensus::NotLockable;
use crate::domain::task::{Stage, Task};
use crate::domain::team::raci::checked::Checked;

/// The state of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing is there.
    NotStarted,
    /// Something is there, something is missing.
    InProgress,
    /// Something is wrong; so many places.
    NeedsFixing(usize),
    /// Everything that can be checked is there.
    Done,
}

/// The state of a stage for the rail and the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageState {
    /// The stage.
    pub stage: Stage,
    /// How many tasks are done.
    pub done: usize,
    /// How many tasks there are.
    pub total: usize,
    /// How many places need fixing.
    pub problems: usize,
    /// Whether anything is there.
    pub started: bool,
    /// Whether it cannot start yet: performance needs a chosen vendor.
    pub waits: bool,
}

/// What is known about something that is filled in little by little.
fn filled(present: usize, complete: usize) -> State {
    match (present, complete) {
        (0, _) => State::NotStarted,
        (present, complete) if present == complete => State::Done,
        _ => State::InProgress,
    }
}

fn count<T>(items: impl Iterator<Item = T>, wanted: impl Fn(&T) -> bool) -> (usize, usize) {
    items.fold((0, 0), |(all, fitting), item| (all + 1, fitting + usize::from(wanted(&item))))
}

fn has(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Returns the state of a task. A text is done once its checks pass and somebody says that it is finished.
#[must_use]
pub fn task_state(project: &Project, task: Task) -> State {
    let is_said = !task.is_free_text() || project.profile.finished.contains(&task);
    match checked_state(project, task) {
        State::Done if !is_said => State::InProgress,
        state => state,
    }
}

/// Returns the state of a task as far as it can be checked.
#[must_use]
pub fn checked_state(project: &Project, task: Task) -> State {
    let (requirements, team, selection) = (&project.requirements, &project.team, &project.selection);
    let (collaboration, performance) = (&project.collaboration, &project.performance);
    let of = |(all, complete): (usize, usize)| filled(all, complete);
    match task {
        Task::Goals => {
            of(count(requirements.goals.iter(), |goal| has(&goal.outcome) && goal.lacks().is_empty()))
        }
        Task::Screening => {
            let (all, judged) = count(requirements.modules.iter(), |module| requirements_judged(module));
            if all > 0 && all == judged && !requirements.modules.iter().any(|module| module.chosen) {
                return State::InProgress;
            }
            filled(all, judged)
        }
        Task::Scope => {
            let (all, complete) = count(requirements.features.iter(), |feature| feature.lacks().is_empty());
            if complete < all { State::NeedsFixing(all - complete) } else { filled(all, complete) }
        }
        Task::Sla => of(count(requirements.sla.iter(), |line| line.lacks().is_empty())),
        Task::SignOff => match (&requirements.client_confirmed, &requirements.vendor_confirmed) {
            (None, None) => State::NotStarted,
            // Halves of different texts make no whole.
            (Some(client), Some(vendor)) if client.fingerprint == vendor.fingerprint => State::Done,
            _ => State::InProgress,
        },
        Task::People => of(count(team.roles.iter(), |role| has(&role.person) && has(&role.duty))),
        Task::Raci => matrix_state(&Checked::of(&project.team, None)),
        Task::Qualify => {
            // Of a vendor that failed a must-have nothing more has to be known.
            let open = selection.vendors.iter().filter(|vendor| !selection.has_failed_gate(vendor.id));
            let (answered, all) = open
                .map(|vendor| selection.gates_answered(vendor.id))
                .fold((0, 0), |sum, of_one| (sum.0 + of_one.0, sum.1 + of_one.1));
            let has_gates = !selection.gates.is_empty() && !selection.vendors.is_empty();
            if has_gates && answered == 0 { State::InProgress } else { filled(all, answered) }
        }
        Task::Capability => match selection.scores_locked {
            Some(_) => State::Done,
            None if selection.evaluators.iter().any(|evaluator| !evaluator.scores.is_empty()) => {
                State::InProgress
            }
            None => State::NotStarted,
        },
        Task::Cases => of(count(selection.cases.iter(), |case| case.verified)),
        Task::Proposals => {
            let vendors = selection.vendors.iter().filter(|vendor| vendor.proposal != Default::default());
            of(count(vendors, |vendor| {
                vendor.proposal.counted_price().is_some() && vendor.proposal.understanding.is_some()
            }))
        }
        Task::Pilot => {
            let vendors = selection.vendors.iter().filter(|vendor| vendor.pilot != Default::default());
            of(count(vendors, |vendor| vendor.pilot.is_skipped() || vendor.pilot.verdict().is_some()))
        }
        Task::Decide => match (&selection.decision.locked, selection.decision.chosen) {
            (Some(_), _) => State::Done,
            (None, Some(_)) => State::InProgress,
            (None, None) => State::NotStarted,
        },
        Task::Cadence => {
            of(count(collaboration.meetings.iter(), |meeting| has(&meeting.name) && meeting.owner.is_some()))
        }
        Task::Milestones => of(count(collaboration.milestones.iter(), |milestone| {
            milestone.due.is_some() && has(&milestone.acceptance)
        })),
        Task::Quality => {
            let written = collaboration.quality.iter().filter(|level| has(&level.standard)).count();
            if written == 0 { State::NotStarted } else { filled(collaboration.quality.len(), written) }
        }
        Task::Response => of(count(collaboration.response.iter(), |level| {
            level.respond_minutes.is_some() && level.owner.is_some()
        })),
        Task::Register => {
            of(count(project.risk.risks.iter(), |risk| risk.inherent().is_some() && risk.owner.is_some()))
        }
        Task::Map => {
            let tolerance = u32::from(project.profile.scales.tolerance);
            let rated = project.risk.risks.iter().filter_map(|risk| Some((risk, risk.present()?)));
            let (all, held) =
                count(rated, |(risk, level)| level.score() <= tolerance || risk.owner.is_some());
            filled(all, held)
        }
        Task::Plans => {
            let tolerance = project.profile.scales.tolerance;
            let high = project.risk.risks.iter().filter(|risk| risk.is_high(tolerance));
            let (all, planned) = count(high, |risk| !risk.plan.is_blank());
            if all > 0 && planned == 0 { State::NotStarted } else { filled(all, planned) }
        }
        Task::Kpis => {
            let (all, complete) = count(performance.kpis.iter(), |kpi| kpi.target.is_some());
            if all > 0 && performance.readings.is_empty() { State::InProgress } else { filled(all, complete) }
        }
        Task::Reviews => reviews_state(project, None),
    }
}

/// Returns the state of the reviews. Without a day, a period counts as over once there are readings of a later one.
fn reviews_state(project: &Project, today: Option<NaiveDate>) -> State {
    let performance = &project.performance;
    let last = performance.months().last().copied();
    let over = project.periods_to_review().into_iter().filter(|(_, period)| match today {
        Some(today) => period.last_day().is_some_and(|day| day < today),
        None => last.is_some_and(|last| period.last() < last),
    });
    let is_closed = |(vendor, period): &(Id<Vendor>, Period)| {
        performance.review(*vendor, period.first).closed().is_some()
    };
    match count(over, is_closed) {
        _ if performance.readings.is_empty() => State::NotStarted,
        (0, _) if performance.reviews.is_empty() => State::NotStarted,
        (all, closed) if closed < all || all == 0 => State::InProgress,
        _ => State::Done,
    }
}

/// Returns the state of a task on a day: reviews fall due as time passes.
fn state_on(project: &Project, task: Task, today: NaiveDate) -> State {
    match task {
        Task::Reviews => reviews_state(project, Some(today)),
        _ => task_state(project, task),
    }
}

fn requirements_judged(module: &crate::domain::requirements::Module) -> bool {
    use crate::domain::requirements::suitability::{Verdict, judge};
    judge(module).verdict != Verdict::InsufficientData
}

/// Returns the state of a role matrix that was checked.
#[must_use]
pub fn matrix_state(matrix: &Checked) -> State {
    match matrix.wrong_rows().len() {
        _ if matrix.team.activities.is_empty() => State::NotStarted,
        0 => State::Done,
        n_rows => State::NeedsFixing(n_rows),
    }
}

/// Returns the state of a stage. The role matrix comes checked, since that is the one check that takes its time.
#[must_use]
pub fn stage_state(project: &Project, matrix: &Checked, stage: Stage, today: NaiveDate) -> StageState {
    let waits = stage == Stage::Performance && project.selection.decision.chosen.is_none();
    let mut state = StageState { stage, done: 0, total: 0, problems: 0, started: false, waits };
    for task in Task::of(stage) {
        state.total += 1;
        let now = if task == Task::Raci { matrix_state(matrix) } else { state_on(project, task, today) };
        match now {
            State::NotStarted => continue,
            State::InProgress => (),
            State::NeedsFixing(places) => state.problems += places,
            State::Done => state.done += 1,
        }
        state.started = true;
    }
    state
}

/// What to do next, with the clause it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A row has no Accountable, or breaks another rule.
    MendRow {
        /// The clause number.
        clause: String,
        /// What the row is called.
        name: String,
        /// Whether the Accountable is what is missing.
        no_accountable: bool,
    },
    /// A feature has no exclusions, acceptance or contents.
    CompleteFeature {
        /// The clause number.
        clause: String,
        /// What it is called.
        name: String,
    },
    /// A service level has no target.
    SetSlaTarget {
        /// The clause number.
        clause: String,
        /// What is measured.
        name: String,
    },
    /// Sheets are missing before scores can be locked.
    CollectScores {
        /// How many are in.
        submitted: usize,
        /// How many there are.
        all: usize,
    },
    /// A milestone is overdue.
    Overdue {
        /// The clause number.
        clause: String,
        /// What it is called.
        name: String,
        /// Since when.
        due: NaiveDate,
    },
    /// The review of a risk is overdue, or the drill of its plan.
    Look {
        /// Where it is looked at.
        task: Task,
        /// The clause number.
        clause: String,
        /// What may happen.
        name: String,
        /// Since when.
        due: NaiveDate,
    },
    /// A task is the next one to start or finish.
    Work(Task),
    /// Everything that can be checked is there.
    Nothing,
}

impl Next {
    /// Returns the task whose page this leads to.
    #[must_use]
    pub const fn task(&self) -> Option<Task> {
        match self {
            Self::MendRow { .. } => Some(Task::Raci),
            Self::CompleteFeature { .. } => Some(Task::Scope),
            Self::SetSlaTarget { .. } => Some(Task::Sla),
            Self::CollectScores { .. } => Some(Task::Capability),
            Self::Overdue { .. } => Some(Task::Milestones),
            Self::Look { task, .. } | Self::Work(task) => Some(*task),
            Self::Nothing => None,
        }
    }

    /// Returns the clause this leads to.
    #[must_use]
    pub fn clause(&self) -> Option<&str> {
        match self {
            Self::MendRow { clause, .. }
            | Self::CompleteFeature { clause, .. }
            | Self::SetSlaTarget { clause, .. }
            | Self::Overdue { clause, .. }
            | Self::Look { clause, .. } => Some(clause),
            _ => None,
        }
    }
}

/// Lists what to do, the most useful first: what is broken, what is missing, what is overdue, the next task.
#[must_use]
pub fn next_steps(project: &Project, today: NaiveDate) -> Vec<Next> {
    let mut steps = Vec::new();
    for row in Checked::of(&project.team, None).wrong_rows() {
        if let Some(activity) = project.team.activities.at(row) {
            let no_accountable = project.team.assignments.row(activity.id).is_none_or(|cells| {
                cells.values().all(|parts| !parts.has(crate::domain::team::Part::Accountable))
            });
            steps.push(Next::MendRow {
                clause: activity.clause(),
                name: activity.name.clone(),
                no_accountable,
            });
        }
    }
    let open_feature = project.requirements.features.iter().filter(|feature| !feature.lacks().is_empty());
    steps.extend(
        open_feature
            .map(|feature| Next::CompleteFeature { clause: feature.clause(), name: feature.name.clone() }),
    );
    let open_line = project.requirements.sla.iter().filter(|line| line.target.is_none());
    steps.extend(
        open_line.map(|line| Next::SetSlaTarget { clause: line.clause(), name: line.measure.clone() }),
    );
    let selection = &project.selection;
    let waits = selection
        .lock_obstacles(today)
        .iter()
        .any(|obstacle| matches!(obstacle, NotLockable::NotSubmitted(_)));
    let submitted = selection.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some()).count();
    if selection.scores_locked.is_none() && waits && !selection.criteria.is_empty() {
        steps.push(Next::CollectScores { submitted, all: selection.evaluators.len() });
    }
    let overdue =
        project.collaboration.milestones.iter().filter(|milestone| milestone.accepted(today).is_none());
    steps.extend(overdue.filter_map(|milestone| {
        let due = milestone.due.filter(|due| *due < today)?;
        Some(Next::Overdue { clause: milestone.clause(), name: milestone.name.clone(), due })
    }));
    let looks = project.risk.overdue(today);
    steps.extend(looks.into_iter().map(|(task, risk, due)| Next::Look {
        task,
        clause: risk.clause(),
        name: risk.event.clone(),
        due,
    }));
    let open = Task::ALL
        .into_iter()
        .find(|task| matches!(state_on(project, *task, today), State::NotStarted | State::InProgress));
    steps.extend(open.map(Next::Work));
    if steps.is_empty() {
        steps.push(Next::Nothing);
    }
    steps
}

#[cfg(test)]
mod tests;
