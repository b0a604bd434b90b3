//! Reviews: what a period comes to, what both sides say of it, and what was closed and never changes again.

pub mod agreed;
pub mod assessment;
pub mod difference;
pub mod period;

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::links::keep;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::performance::scorecard::ScorecardError;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::period::{Month, Period};
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::scale::Rating;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::Role;

/// How people judge an indicator over a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Judged {
    /// The mark, 1 to 5.
    pub mark: Option<Rating>,
    /// What shows it.
    pub evidence: String,
}

/// One side's confirmation of a review.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Signed {
    /// Who confirmed.
    pub name: String,
    /// In which role.
    pub role: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// The fingerprint of what was confirmed; see [`Assessment::fingerprint`].
    pub fingerprint: String,
}

/// A closed review: what it came to with everything it rests on, as of closing. Nothing changes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Closed {
    /// When it was closed.
    pub date: Option<NaiveDate>,
    /// What it came to.
    pub assessment: Assessment,
    /// The client's confirmation.
    pub client: Signed,
    /// The vendor's confirmation.
    pub vendor: Signed,
}

impl Closed {
    /// Tells whether it is what both sides confirmed: it has the fingerprint of both confirmations.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let print = self.assessment.fingerprint();
        [&self.client, &self.vendor].into_iter().all(|signed| signed.fingerprint == print)
    }

    /// Returns a side's confirmation.
    #[must_use]
    pub const fn signed(&self, side: Side) -> &Signed {
        match side {
            Side::Client => &self.client,
            Side::Vendor => &self.vendor,
        }
    }
}

/// Why a closed review was opened again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Reopening {
    /// When.
    pub date: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// The review of one vendor over one period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Review {
    /// What the client says.
    pub comment: String,
    /// What the vendor says.
    pub vendor_comment: String,
    /// What is to be done, in words.
    pub actions: String,
    /// How the judged indicators were judged.
    pub judged: SortedMap<Id<Kpi>, Judged>,
    /// Whether something so bad happened that a downgrade needs no second period.
    pub severe_breach: bool,
    /// What happened.
    pub severe_reason: String,
    /// The client's confirmation of what stands there, until it is closed.
    pub client: Option<Signed>,
    /// The vendor's.
    pub vendor: Option<Signed>,
    /// Every time it was closed, as it was.
    pub versions: Vec<Arc<Closed>>,
    /// Every time it was opened again; the first one opened the first version, and so on.
    pub reopenings: Vec<Reopening>,
}

impl Review {
    /// Returns what it came to, while it is closed.
    #[must_use]
    pub fn closed(&self) -> Option<&Arc<Closed>> {
        self.versions.last().filter(|_| self.reopenings.len() < self.versions.len())
    }

    /// Returns a side's confirmation of what stands there.
    #[must_use]
    pub const fn signed(&self, side: Side) -> Option<&Signed> {
        match side {
            Side::Client => self.client.as_ref(),
            Side::Vendor => self.vendor.as_ref(),
        }
    }

    /// Returns a side's confirmation for change.
    pub const fn signed_mut(&mut self, side: Side) -> &mut Option<Signed> {
        match side {
            Side::Client => &mut self.client,
            Side::Vendor => &mut self.vendor,
        }
    }

    /// Marks a severe breach, or takes the mark out with what was said of it.
    pub fn set_severe(&mut self, is_severe: bool) {
        self.severe_breach = is_severe;
        if !is_severe {
            self.severe_reason.clear();
        }
    }

    /// Returns a side's words for change.
    pub const fn comment_mut(&mut self, side: Side) -> &mut String {
        match side {
            Side::Client => &mut self.comment,
            Side::Vendor => &mut self.vendor_comment,
        }
    }

    /// Opens it again for a reason. What was closed stays, and both sides confirm anew. An open one stays as it is.
    pub fn reopen(&mut self, reason: &str, date: NaiveDate) {
        if self.closed().is_some() {
            self.reopenings.push(Reopening { date: Some(date), reason: reason.to_owned() });
            (self.client, self.vendor) = (None, None);
        }
    }
}

/// What stands in the way of closing a review.
#[derive(Clone, Debug, PartialEq)]
pub enum Unready {
    /// It cannot be computed.
    Score(ScorecardError),
    /// A severe breach is marked, but not what happened.
    NoReason,
    /// A judged indicator has a mark and nothing that shows it.
    NoEvidence(String),
    /// The period runs until this day.
    NotOver(NaiveDate),
    /// A theme of improvement is checked at this review, and nobody said yet whether its effect held.
    Unchecked(String),
    /// A side has not confirmed.
    Unconfirmed(Side),
    /// Something changed since a side confirmed.
    Outdated(Side),
}

impl Performance {
    /// Returns the review of a vendor over the period that begins with a month; a blank one where there is none.
    #[must_use]
    pub fn review(&self, vendor: Id<Vendor>, first: Month) -> Review {
        self.reviews.get(&vendor).and_then(|reviews| reviews.get(&first)).cloned().unwrap_or_default()
    }

    /// Returns the closed review a month lies in, with its period: what is paid for the month rests on its score and
    /// grade. Nothing while the review is open, or opened again.
    #[must_use]
    pub fn closed_review(&self, vendor: Id<Vendor>, month: Month) -> Option<(Period, &Assessment)> {
        let mut reviews = self.reviews.get(&vendor)?.iter().rev();
        reviews.find_map(|(first, review)| {
            let assessment = &review.closed()?.assessment;
            let period = Period { first: *first, cycle: assessment.cycle };
            period.holds(month).then_some((period, assessment))
        })
    }

    /// Keeps what was closed when an earlier state of the section comes back: a closed review does not open, and a version
    /// does not go, without a trace. `now` is the state that goes.
    pub fn keep_closed(&mut self, now: &Self, date: NaiveDate, reason: &str) {
        for (vendor, reviews) in now.reviews.iter() {
            for (first, review) in reviews.iter().filter(|(_, review)| !review.versions.is_empty()) {
                let target = self.reviews.entry(*vendor).entry(*first);
                let closes = target.closed().cloned();
                let is_closed = review.closed().is_some();
                target.versions.clone_from(&review.versions);
                target.reopenings.clone_from(&review.reopenings);
                match closes {
                    None if is_closed => {
                        let opened = Reopening { date: Some(date), reason: reason.to_owned() };
                        target.reopenings.push(opened);
                    }
                    Some(version) if !is_closed => target.versions.push(version),
                    _ => (),
                }
            }
        }
    }

    /// Clears what in reviews and improvements leads nowhere. What was closed stays as it was.
    pub fn mend_reviews(&mut self, vendors: &Register<Vendor>, roles: &Register<Role>) {
        let (kpis, themes) = (self.kpis.clone(), self.themes.clone());
        let without: Vec<_> =
            self.agreed.iter().filter(|one| !vendors.has(one.vendor)).map(|one| one.id).collect();
        for id in without {
            self.agreed.remove(id);
        }
        self.agreed.update_all(|one| keep(&mut one.owner, roles));
        for review in self.reviews.values_mut().flat_map(SortedMap::values_mut) {
            review.judged.retain(|kpi, _| kpis.has(*kpi));
        }
        self.feedback.update_all(|one| {
            keep(&mut one.kpi, &kpis);
            keep(&mut one.theme, &themes);
        });
        self.themes.update_all(|theme| {
            keep(&mut theme.kpi, &kpis);
            keep(&mut theme.vendor, vendors);
            theme.rounds.iter_mut().for_each(|round| keep(&mut round.owner, roles));
        });
    }
}

impl Project {
    /// Lists what stands in the way of closing a review on a day.
    #[must_use]
    pub fn unready(&self, vendor: Id<Vendor>, period: Period, today: NaiveDate) -> Vec<Unready> {
        let review = self.performance.review(vendor, period.first);
        let assessment = match self.assess(vendor, period) {
            Ok(assessment) => assessment,
            Err(error) => return vec![Unready::Score(error)],
        };
        let mut found = Vec::new();
        found.extend(period.last_day().filter(|last| today < *last).map(Unready::NotOver));
        if review.severe_breach && review.severe_reason.trim().is_empty() {
            found.push(Unready::NoReason);
        }
        found.extend(assessment.unproven().map(Unready::NoEvidence));
        let checked = self.performance.checked_in(&self.selection, vendor, period);
        found.extend(checked.iter().map(|theme| Unready::Unchecked(theme.clause())));
        let print = assessment.fingerprint();
        found.extend(Side::ALL.into_iter().filter_map(|side| match review.signed(side) {
            None => Some(Unready::Unconfirmed(side)),
            Some(signed) if signed.fingerprint != print => Some(Unready::Outdated(side)),
            Some(_) => None,
        }));
        found
    }

    /// Closes a review: what it comes to is kept as it is now. Changes nothing while something stands in the way.
    pub fn close_review(&mut self, vendor: Id<Vendor>, period: Period, date: NaiveDate) {
        let review = self.performance.review(vendor, period.first);
        if review.closed().is_some() || !self.unready(vendor, period, date).is_empty() {
            return;
        }
        if let (Ok(assessment), Some(client), Some(signed)) =
            (self.assess(vendor, period), review.client, review.vendor)
        {
            let closed = Closed { date: Some(date), assessment, client, vendor: signed };
            let reviews = &mut Arc::make_mut(&mut self.performance).reviews;
            reviews.entry(vendor).entry(period.first).versions.push(Arc::new(closed));
        }
    }
}

#[cfg(test)]
mod tests;
