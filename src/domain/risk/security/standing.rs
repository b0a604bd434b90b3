//! How the parts of information security stand on a day: what has run out, what is overdue, what is missing.

use chrono::{Days, Months, NaiveDate};

use crate::domain::profile::Profile;
use crate::domain::risk::security::access::Doubt;
use crate::domain::risk::security::duties::DutyState;
use crate::domain::risk::security::{Agreement, Audit, DataClass, LeakDuty, Security};
use crate::domain::team::Team;

/// From how many days before its end an agreement is said to run out: time to sign another.
pub const WARN_DAYS: u64 = 60;

/// How an agreement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementState {
    /// It is not signed.
    Unsigned,
    /// It has ended so many days ago.
    Ended(i64),
    /// It ends in so many days.
    EndsSoon(i64),
    /// It ends before the contract does.
    EndsBeforeContract,
    /// It holds.
    Holds,
}

impl Agreement {
    /// Returns how it stands on a day; `contract_end` is the last day of the contract, where it is known. Without a last
    /// day it holds on.
    #[must_use]
    pub fn state(&self, today: NaiveDate, contract_end: Option<NaiveDate>) -> AgreementState {
        if self.signed.is_none_or(|signed| today < signed) {
            return AgreementState::Unsigned;
        }
        let Some(until) = self.until else { return AgreementState::Holds };
        let left = (until - today).num_days();
        let soon = today.checked_add_days(Days::new(WARN_DAYS));
        if left < 0 {
            AgreementState::Ended(-left)
        } else if soon.is_some_and(|soon| until <= soon) {
            AgreementState::EndsSoon(left)
        } else if contract_end.is_some_and(|end| until < end) {
            AgreementState::EndsBeforeContract
        } else {
            AgreementState::Holds
        }
    }

    /// Tells whether it binds on a day.
    #[must_use]
    pub fn is_in_force(&self, today: NaiveDate) -> bool {
        !matches!(self.state(today, None), AgreementState::Unsigned | AgreementState::Ended(_))
    }
}

/// What a class of data lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassLack {
    /// Where it may be kept.
    Storage,
    /// That it is encrypted where it is kept.
    EncryptedKept,
    /// That it is encrypted on its way.
    EncryptedSent,
    /// How long it is kept and how it is deleted.
    Deletion,
}

impl DataClass {
    /// Lists what is missing; of data that are not sensitive nothing is asked for.
    #[must_use]
    pub fn lacks(&self) -> Vec<ClassLack> {
        if !self.sensitivity.is_sensitive() {
            return Vec::new();
        }
        let asked = [
            (ClassLack::Storage, self.storage.trim().is_empty()),
            (ClassLack::EncryptedKept, self.encrypted_kept != Some(true)),
            (ClassLack::EncryptedSent, self.encrypted_sent != Some(true)),
            (ClassLack::Deletion, self.deletion.trim().is_empty()),
        ];
        asked.into_iter().filter(|(_, is_missing)| *is_missing).map(|(lack, _)| lack).collect()
    }
}

impl LeakDuty {
    /// Tells whether it says who tells whom and within what time.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.told.trim().is_empty() && self.within_hours.is_some() && self.by.is_some()
    }
}

/// How an audit stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditState {
    /// It has no date.
    Unplanned,
    /// It lies ahead.
    Ahead,
    /// It is overdue by so many days.
    Overdue(i64),
    /// It is done; something is still to be done about what it found.
    FollowUp,
    /// It is done; what was to be done about it is overdue by so many days.
    FollowUpOverdue(i64),
    /// It is done, and so is everything after it.
    Done,
}

impl Audit {
    /// Returns when it was done. A date that lies ahead is a plan.
    #[must_use]
    pub fn was_done(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.done.filter(|done| *done <= today)
    }

    /// Returns when it is due next: the date given until it is done, and so many months after that where it comes round.
    #[must_use]
    pub fn next_due(&self, today: NaiveDate) -> Option<NaiveDate> {
        match (self.was_done(today), self.every_months.filter(|months| 0 < *months)) {
            (None, _) => self.due,
            (Some(done), Some(months)) => done.checked_add_months(Months::new(months)),
            (Some(_), None) => None,
        }
    }

    /// Tells whether something was to be done about it that is not done.
    fn has_follow_up(&self, today: NaiveDate) -> bool {
        let is_asked = !self.follow_up.trim().is_empty() || self.follow_up_due.is_some();
        is_asked && self.follow_up_done.is_none_or(|done| today < done)
    }

    /// Returns how it stands on a day. What is overdue of it comes before what was to be done about the last time.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> AuditState {
        let late = |due: Option<NaiveDate>| due.map(|due| (today - due).num_days()).filter(|days| 0 < *days);
        let is_done = self.was_done(today).is_some();
        if let Some(days) = late(self.next_due(today)) {
            return AuditState::Overdue(days);
        }
        match (is_done, self.has_follow_up(today)) {
            (true, true) => match late(self.follow_up_due) {
                Some(days) => AuditState::FollowUpOverdue(days),
                None => AuditState::FollowUp,
            },
            (true, false) => AuditState::Done,
            (false, _) if self.due.is_some() => AuditState::Ahead,
            (false, _) => AuditState::Unplanned,
        }
    }

    /// Tells whether something about it is overdue.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        matches!(self.state(today), AuditState::Overdue(_) | AuditState::FollowUpOverdue(_))
    }
}

/// What the whole of it comes to on a day, in counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The agreements.
    pub agreements: usize,
    /// Those that are not signed or have ended.
    pub not_in_force: usize,
    /// Those that end soon, or before the contract does.
    pub ending: usize,
    /// Whether the vendor may see sensitive data while no agreement is in force.
    pub is_unbound: bool,
    /// The cells of the table of rights.
    pub cells: usize,
    /// Those nobody decided.
    pub undecided: usize,
    /// Those that want a reason.
    pub unreasoned: usize,
    /// The classes of data that lack a rule.
    pub lacking: usize,
    /// The audits that are overdue, or whose follow-up is.
    pub overdue: usize,
    /// The duties of the checklist that are not done or not looked at.
    pub duties_open: usize,
}

impl Security {
    /// Counts how it stands on a day.
    #[must_use]
    pub fn standing(&self, team: &Team, profile: &Profile, today: NaiveDate) -> Standing {
        let contract_end = profile.contract_end();
        let states = || self.agreements.iter().map(|one| one.state(today, contract_end));
        let in_force = self.agreements.iter().filter(|one| one.is_in_force(today)).count();
        let cells = self.doubtful_cells(team);
        let count = |code| cells.iter().filter(|finding| finding.code == code).count();
        let is_ending = |state: &AgreementState| {
            matches!(state, AgreementState::EndsSoon(_) | AgreementState::EndsBeforeContract)
        };
        Standing {
            agreements: self.agreements.len(),
            not_in_force: self.agreements.len() - in_force,
            ending: states().filter(is_ending).count(),
            is_unbound: in_force == 0 && self.vendor_sees_secrets(team),
            cells: self.data.len() * team.roles.len(),
            undecided: count(Doubt::Undecided),
            unreasoned: count(Doubt::NoReason),
            lacking: self.data.iter().filter(|class| !class.lacks().is_empty()).count(),
            overdue: self.audits.iter().filter(|audit| audit.is_overdue(today)).count(),
            duties_open: self.duties_in(DutyState::Open) + self.duties_in(DutyState::NotDone),
        }
    }
}

#[cfg(test)]
mod tests;
