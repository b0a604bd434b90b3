//! What was settled with a vendor before a period: a credit is returned as it was charged, whatever terms and readings
//! say today, and only once.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::EarnBack;
use crate::domain::performance::credits::statement::Returning;
use crate::domain::performance::payment::stated::{Stated, StatedLine};
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::SlaLine;
use crate::domain::selection::Vendor;

/// A credit that was charged and may be earned back.
#[derive(Clone, Debug, PartialEq)]
pub struct Charged {
    /// The service level.
    pub sla: Id<SlaLine>,
    /// When it was missed.
    pub missed: Period,
    /// What of the deducted credits fell on it.
    pub amount: Money,
    /// The higher level it has to reach, where that was settled.
    pub higher: Option<f64>,
}

/// What statements both sides confirmed say of the time before a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    periods: Vec<Period>,
    /// What was deducted for each miss.
    pub charged: Vec<Charged>,
    /// Which earn-backs were decided, each with the first month of its miss and the statement that decided it.
    decided: Vec<(Id<SlaLine>, Month, Period)>,
}

/// Everything that lies before a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The month the readings begin with.
    pub first: Month,
    /// What was settled.
    pub settled: Settled,
}

impl Before {
    /// Looks at what lies before a period of a vendor.
    #[must_use]
    pub fn of(project: &Project, vendor: Id<Vendor>, period: Period) -> Self {
        let first = project.performance.months().first().copied().unwrap_or(period.first);
        Self { first, settled: Settled::of(project, vendor, period) }
    }
}

impl Settled {
    /// Reads the latest agreement of each statement of the vendor.
    #[must_use]
    pub fn of(project: &Project, vendor: Id<Vendor>, period: Period) -> Self {
        let statements = project.performance.payments.statements.iter();
        let statements = statements.filter(|one| one.vendor == vendor && one.period != period);
        let lines = &project.requirements.sla;
        let mut found = Self::default();
        for (over, agreed) in statements.filter_map(|one| Some((one.period, one.latest()?))) {
            if over.last() < period.first {
                found.periods.push(over);
                found.charged.extend(agreed.stated.charged(lines));
            }
            let decided = agreed.stated.returns.iter().filter(|one| one.state != EarnBack::Pending);
            found
                .decided
                .extend(decided.filter_map(|one| Some((line_of(lines, &one.clause)?, one.missed, over))));
        }
        found
    }

    /// Tells whether a month of a period was settled.
    #[must_use]
    pub fn covers(&self, period: Period) -> bool {
        self.periods.iter().any(|one| one.overlaps(period))
    }

    /// Tells whether another statement decided an earn-back: an earlier one for good, a later one so that it is not decided
    /// in this period as well.
    #[must_use]
    pub fn is_decided(&self, one: &Returning, period: Period) -> bool {
        let mut decided =
            self.decided.iter().filter(|(sla, missed, _)| (*sla, *missed) == (one.sla, one.missed.first));
        decided.any(|(_, _, over)| over.first < period.first || one.decided.is_some())
    }
}

/// Finds a service level by its clause number, which no other ever gets.
fn line_of(lines: &Register<SlaLine>, clause: &str) -> Option<Id<SlaLine>> {
    lines.iter().find(|line| line.clause() == clause).map(|line| line.id)
}

impl Stated {
    /// Lists what was deducted for each miss of the service levels that are still there.
    fn charged(&self, lines: &Register<SlaLine>) -> Vec<Charged> {
        let mut found = Vec::new();
        for (place, parts) in self.parts().into_iter().enumerate() {
            for (line, amount) in self.lines.iter().zip(parts).filter(|(_, amount)| Money(0) < *amount) {
                let Some((sla, missed)) = line_of(lines, &line.clause).zip(missed(line, place)) else {
                    continue;
                };
                let stated =
                    self.returns.iter().find(|one| one.clause == line.clause && one.missed == missed.first);
                found.push(Charged { sla, missed, amount, higher: stated.map(|one| one.higher) });
            }
        }
        found
    }
}

fn missed(line: &StatedLine, place: usize) -> Option<Period> {
    line.assessments.get(place).map(|one| one.period)
}
