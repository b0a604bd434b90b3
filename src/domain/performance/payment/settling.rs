//! How both sides confirm a statement, and what they confirmed, as it was.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::credits::charge::CreditError;
use crate::domain::performance::payment::stated::{Drawn, Stated};
use crate::domain::performance::payment::{ExtraLack, Payments, Statement};
use crate::domain::performance::review::Signed;
use crate::domain::period::Period;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::selection::Vendor;

/// A statement both sides confirmed, as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Agreed {
    /// The client's confirmation.
    pub client: Signed,
    /// The vendor's confirmation.
    pub vendor: Signed,
    /// What they confirmed.
    pub stated: Stated,
}

impl Agreed {
    /// Returns the confirmation of a side.
    #[must_use]
    pub const fn signed(&self, side: Side) -> &Signed {
        match side {
            Side::Client => &self.client,
            Side::Vendor => &self.vendor,
        }
    }

    /// Returns the fingerprint both confirmed.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.client.fingerprint
    }

    /// Returns the day the second side confirmed.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.client.date.max(self.vendor.date)
    }

    /// Tells whether the content is what both confirmed.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let fingerprint = self.stated.fingerprint();
        [&self.client, &self.vendor].into_iter().all(|one| one.fingerprint == fingerprint)
    }
}

/// Why a statement both sides had confirmed is open again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TakenBack {
    /// Which one, counted from 1.
    pub version: u32,
    /// When.
    pub date: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

impl Statement {
    /// Returns the confirmation of a side.
    #[must_use]
    pub const fn confirmed(&self, side: Side) -> Option<&Signed> {
        match side {
            Side::Client => self.client_confirmed.as_ref(),
            Side::Vendor => self.vendor_confirmed.as_ref(),
        }
    }

    const fn confirmed_mut(&mut self, side: Side) -> &mut Option<Signed> {
        match side {
            Side::Client => &mut self.client_confirmed,
            Side::Vendor => &mut self.vendor_confirmed,
        }
    }

    /// Returns what both confirmed last, unless it was taken back.
    #[must_use]
    pub fn latest(&self) -> Option<&Arc<Agreed>> {
        let taken = self.taken_back.last().map_or(0, |one| one.version as usize);
        self.agreed.last().filter(|_| taken < self.agreed.len())
    }

    /// Takes back what both confirmed last, for a reason. It stays in the list, and both sides confirm anew.
    pub fn take_back(&mut self, reason: &str, date: NaiveDate) {
        if self.latest().is_some() {
            let version = u32::try_from(self.agreed.len()).unwrap_or(u32::MAX);
            self.taken_back.push(TakenBack { version, date: Some(date), reason: reason.to_owned() });
            (self.client_confirmed, self.vendor_confirmed) = (None, None);
        }
    }

    /// Writes down that a side confirmed a statement as it stands. Once both confirmed the same, it is kept for good.
    fn confirm(&mut self, side: Side, signed: Signed, stated: Stated) {
        let print = stated.fingerprint();
        *self.confirmed_mut(side) = Some(Signed { fingerprint: print.clone(), ..signed });
        let (Some(client), Some(vendor)) = (&self.client_confirmed, &self.vendor_confirmed) else { return };
        let is_new = self.latest().is_none_or(|latest| latest.fingerprint() != print);
        if is_new && client.fingerprint == print && vendor.fingerprint == print {
            let (client, vendor) = (client.clone(), vendor.clone());
            self.agreed.push(Arc::new(Agreed { client, vendor, stated }));
        }
    }

    /// Takes a confirmation back. What both confirmed is not taken back by one of them.
    pub fn withdraw(&mut self, side: Side) {
        if !self.is_settled(side) {
            *self.confirmed_mut(side) = None;
        }
    }

    /// Tells whether what a side confirmed last is what both confirmed last.
    #[must_use]
    pub fn is_settled(&self, side: Side) -> bool {
        let latest = self.latest().map(|latest| latest.fingerprint());
        self.confirmed(side).is_some_and(|signed| latest == Some(signed.fingerprint.as_str()))
    }

    /// Tells whether a side confirmed something newer than what both confirmed last.
    #[must_use]
    pub fn is_newer(&self, side: Side) -> bool {
        self.latest().is_some() && self.confirmed(side).is_some() && !self.is_settled(side)
    }

    /// Tells whether a statement differs today from what a side confirmed.
    #[must_use]
    pub fn is_outdated(&self, side: Side, today: &Stated) -> bool {
        self.confirmed(side).is_some_and(|signed| signed.fingerprint != today.fingerprint())
    }
}

impl Payments {
    /// Keeps what both sides confirmed, or took back, when an earlier state comes back: what is confirmed opens for a
    /// written reason only. `now` is the state that goes. Returns whether any of it would have gone.
    pub fn keep_agreed(&mut self, now: &Self) -> bool {
        let mut stays = false;
        for one in now.statements.iter().filter(|one| !one.agreed.is_empty()) {
            let counts = |one: &Statement| (one.agreed.len(), one.taken_back.len());
            let before = self.statements.get(one.id).map(|before| counts(before));
            match before {
                Some(before) if before == counts(one) => continue,
                Some(_) => self.statements.update(one.id, |before| {
                    before.agreed.clone_from(&one.agreed);
                    before.taken_back.clone_from(&one.taken_back);
                    before.client_confirmed.clone_from(&one.client_confirmed);
                    before.vendor_confirmed.clone_from(&one.vendor_confirmed);
                }),
                None => self.statements.restore(Statement::clone(one)),
            }
            stays = true;
        }
        stays
    }
}

/// What stands in the way of a confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InTheWay {
    /// There is no base fee.
    NoFee,
    /// The credits cannot be told.
    Refused(CreditError),
    /// An extra does not say everything; counted from 0.
    Extra(usize, ExtraLack),
    /// Other statements paid for a month of the period already; their clause numbers.
    PaidAlready(Vec<String>),
    /// The period is not over yet; its last day.
    NotOver(NaiveDate),
    /// What was read is not what today's data give.
    NotShown,
}

impl Project {
    /// Lists what stands in the way of confirming a statement.
    #[must_use]
    pub fn payment_obstacles(&self, drawn: &Drawn, statement: &Statement, today: NaiveDate) -> Vec<InTheWay> {
        let no_fee = drawn.stated.fee.is_none().then_some(InTheWay::NoFee);
        let refused = drawn.refused.map(InTheWay::Refused);
        let extras = statement.extras.iter().enumerate();
        let extras = extras.flat_map(|(place, extra)| {
            extra.lacks().into_iter().map(move |lack| InTheWay::Extra(place, lack))
        });
        let paid = self.performance.payments.paid_already(statement.vendor, statement.period);
        let paid = (!paid.is_empty()).then_some(InTheWay::PaidAlready(paid));
        let open = statement.period.last_day().filter(|last| today <= *last).map(InTheWay::NotOver);
        no_fee.into_iter().chain(refused).chain(extras).chain(paid).chain(open).collect()
    }

    /// Confirms the statement of a vendor over a period for a side, as today's data give it. `seen` is what whoever signs
    /// has read: nobody signs anything else.
    ///
    /// Returns what stands in the way, and changes nothing then.
    pub fn confirm_statement(
        &mut self,
        place: (Id<Vendor>, Period),
        signed: (Side, Signed),
        seen: &Stated,
        today: NaiveDate,
        new_id: impl FnOnce() -> Id<Statement>,
    ) -> Result<(), Vec<InTheWay>> {
        let ((vendor, period), (side, signed)) = (place, signed);
        let drawn = self.draw_statement(vendor, period);
        let entered = self.performance.payments.statement(vendor, period);
        let mut found = self.payment_obstacles(&drawn, &entered, today);
        if *seen != drawn.stated {
            found.push(InTheWay::NotShown);
        }
        if !found.is_empty() {
            return Err(found);
        }
        let payments = &mut Arc::make_mut(&mut self.performance).payments;
        payments.change(place, new_id, |one| one.confirm(side, signed, drawn.stated));
        Ok(())
    }
}
