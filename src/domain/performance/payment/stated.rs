//! A statement with everything it was computed from, in the words of the day: what both sides confirm.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::performance::credits::assess::{Assessment, CreditLine, Outcome, Rule, score_milli};
use crate::domain::performance::credits::charge::{
    Charge, Consequence, CreditError, EarnBack, cap, payable, split, total,
};
use crate::domain::performance::credits::statement::{FeeSource, Returning, Statement as Credits, statement};
use crate::domain::performance::credits::terms::{CreditTerms, Level};
use crate::domain::performance::payment::Extra;
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::Bound;
use crate::domain::requirements::confirmed::fingerprint_of;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::selection::Vendor;

/// The base fee.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedFee {
    /// A month.
    pub monthly: Money,
    /// For how many months.
    pub months: u8,
    /// Where it comes from.
    pub source: FeeSource,
    /// All months together.
    pub amount: Money,
}

/// What a service level came to in one assessment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedAssessment {
    /// Over which months.
    pub period: Period,
    /// What became of it.
    pub outcome: Outcome,
    /// What came out.
    pub actual: Option<f64>,
    /// Why it costs what it costs.
    pub rule: Rule,
    /// The fee it is a share of.
    pub fee: Money,
    /// What it costs before the cap.
    pub credit: Money,
}

/// A service level over the period; without a clause number what all of them come to together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedLine {
    /// The clause number.
    pub clause: String,
    /// What is measured.
    pub measure: String,
    /// Which way the target binds.
    pub bound: Bound,
    /// The target.
    pub target: Option<f64>,
    /// The unit of the target.
    pub unit: String,
    /// Whether it carries credits.
    pub level: Level,
    /// Its assessments in order.
    pub assessments: Vec<StatedAssessment>,
    /// What they cost together, before the cap.
    pub credit: Money,
}

/// A credit of an earlier time that may be earned back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedReturn {
    /// The clause number of the service level.
    pub clause: String,
    /// What is measured.
    pub measure: String,
    /// Which way the targets bind.
    pub bound: Bound,
    /// The unit.
    pub unit: String,
    /// The first month of the assessment that missed it.
    pub missed: Month,
    /// What was charged for it.
    pub charged: Money,
    /// The higher level it has to reach.
    pub higher: f64,
    /// What came out afterwards, by the first month, the oldest first.
    pub results: Vec<(Month, Option<f64>)>,
    /// Over how many assessments it has to.
    pub window: u8,
    /// Where it stands.
    pub state: EarnBack,
    /// What is returned now.
    pub amount: Money,
}

/// Something done besides the base service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedExtra {
    /// The clause number of the feature it belongs to.
    pub feature: String,
    /// What was done, how much of it, at which price, and who agreed to it.
    pub agreed: Extra,
    /// What it costs, once it can be told.
    pub amount: Option<Money>,
}

/// The review the period belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedReview {
    /// The score, thousandths of a point, where enough has data.
    pub score_milli: Option<u32>,
    /// The grade that counts.
    pub grade: Option<String>,
}

/// A statement as it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Stated {
    /// The client's name.
    pub client: String,
    /// The vendor's clause number and name.
    pub vendor: String,
    /// The period.
    pub period: Period,
    /// The currency of all amounts.
    pub currency: Currency,
    /// By when it is paid.
    pub due: Option<NaiveDate>,
    /// The review.
    pub review: StatedReview,
    /// The base fee, once there is one.
    pub fee: Option<StatedFee>,
    /// The clause of the contract that names the base fee.
    pub fee_clause: String,
    /// The clause of the contract that names the credits.
    pub credit_clause: String,
    /// How a miss becomes a credit; without a model it does not.
    pub model: Option<PenaltyModel>,
    /// The service levels.
    pub lines: Vec<StatedLine>,
    /// What they cost together.
    pub sum: Money,
    /// The most that may be deducted.
    pub cap: Option<Money>,
    /// The same as a share of the fee, basis points.
    pub cap_bp: Option<u32>,
    /// What is deducted.
    pub credits: Money,
    /// What else follows.
    pub consequence: Consequence,
    /// The earn-backs that run or were decided.
    pub returns: Vec<StatedReturn>,
    /// What is returned.
    pub returned: Money,
    /// What was done besides the base service.
    pub extras: Vec<StatedExtra>,
    /// What that costs.
    pub value_added: Money,
    /// What is paid; never below 0.
    pub payment: Money,
    /// What the credits go beyond everything they could be taken from; it is cut off.
    pub clamped: Money,
}

/// A statement computed from the project as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The statement.
    pub stated: Stated,
    /// Why the credits cannot be told, besides a model or a fee that is missing.
    pub refused: Option<CreditError>,
}

impl Project {
    /// Computes the statement of a vendor over a period.
    #[must_use]
    pub fn draw_statement(&self, vendor: Id<Vendor>, period: Period) -> Drawn {
        let (payments, terms) = (&self.performance.payments, &self.performance.credits);
        let (entered, agreed) = (payments.statement(vendor, period), payments.terms_of(vendor));
        let (credits, refused) = match statement(self, vendor, period) {
            Ok(credits) => (Some(credits), None),
            Err(CreditError::NoModel | CreditError::NoFee) => (None, None),
            Err(error) => (None, Some(error)),
        };
        let months = period.n_months();
        let fee = terms.fee_of(self, vendor).map(|(monthly, source)| StatedFee {
            monthly,
            months,
            source,
            amount: Money(monthly.0.saturating_mul(i64::from(months))),
        });
        let feature = |extra: &Extra| self.requirements.features.get(extra.feature?).map(|one| one.clause());
        let extras = entered.extras.iter().map(|extra| StatedExtra {
            feature: feature(extra).unwrap_or_default(),
            agreed: extra.clone(),
            amount: extra.amount(),
        });
        let extras: Vec<_> = extras.collect();
        let value_added = total(extras.iter().filter_map(|extra| extra.amount));
        let mut stated = Stated {
            client: self.profile.client.name.clone(),
            vendor: self.selection.title_of(vendor),
            period,
            currency: self.profile.currency,
            due: entered.due(&agreed),
            review: self.review_of(vendor, period.last()),
            fee,
            fee_clause: agreed.fee_clause,
            credit_clause: agreed.credit_clause,
            model: terms.model,
            extras,
            value_added,
            ..Stated::default()
        };
        if let Some(credits) = credits {
            stated.take(self, terms, &credits);
        }
        let fee = stated.fee.as_ref().map_or(Money(0), |fee| fee.amount);
        let paid = payable(fee, stated.credits, stated.returned, value_added);
        (stated.payment, stated.clamped) = (paid.payment, paid.clamped);
        Drawn { stated, refused }
    }

    /// Returns what the review says that a month belongs to: as it was closed, or as it stands.
    fn review_of(&self, vendor: Id<Vendor>, month: Month) -> StatedReview {
        let Some(review) = self.review_around(vendor, month) else { return StatedReview::default() };
        StatedReview {
            score_milli: review.gradable().ok().map(score_milli),
            grade: review.earned().map(str::to_owned),
        }
    }
}

impl Stated {
    /// Takes over what credits come to.
    fn take(&mut self, project: &Project, terms: &CreditTerms, credits: &Credits) {
        let assessments = &credits.assessments;
        let n_lines = assessments.first().map_or(0, |first| first.lines.len());
        self.lines = (0..n_lines).filter_map(|place| line(project, assessments, place)).collect();
        self.sum = total(assessments.iter().map(|one| one.sum));
        self.cap = assessments.iter().map(|one| one.cap).collect::<Option<Vec<_>>>().map(total);
        self.cap_bp = terms.highest_share();
        (self.credits, self.returned) = (credits.credits, credits.returned);
        self.consequence = credits.consequence;
        let window = terms.earn_back.window;
        self.returns = credits.earn_back.iter().filter_map(|one| returned(project, one, window)).collect();
    }

    /// Returns what was deducted in each assessment, with what the first line
    /// says of it: every assessment has a sum and a cap of its own.
    #[must_use]
    pub fn charges(&self) -> Vec<(&StatedAssessment, Charge)> {
        let assessments = self.lines.first().map(|line| line.assessments.as_slice()).unwrap_or_default();
        let credit = |line: &StatedLine, place: usize| line.assessments.get(place).map(|one| one.credit);
        let mut charges = Vec::new();
        for (place, first) in assessments.iter().enumerate() {
            let credits = self.lines.iter().filter_map(|line| credit(line, place));
            charges.push((first, Charge::new(credits.collect(), cap(first.fee, self.cap_bp, None))));
        }
        charges
    }

    /// Returns what of the deducted credits falls on each line, assessment by assessment: as the cap leaves it, or by points.
    #[must_use]
    pub fn parts(&self) -> Vec<Vec<Money>> {
        let points = |line: &StatedLine, place: usize| match line.assessments.get(place).map(|one| one.rule) {
            Some(Rule::Points(points)) => i64::from(points),
            _ => 0,
        };
        let charges = self.charges().into_iter().enumerate();
        let parts = charges.map(|(place, (_, charge))| match self.model {
            Some(PenaltyModel::Points) => {
                split(charge.credits, self.lines.iter().map(|line| points(line, place)))
            }
            _ => charge.parts(),
        });
        parts.collect()
    }

    /// Returns its fingerprint: both sides confirm the same.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint_of(self)
    }

    /// Returns the base fee.
    #[must_use]
    pub fn base(&self) -> Money {
        self.fee.as_ref().map_or(Money(0), |fee| fee.amount)
    }
}

/// Puts the assessments of one line together.
fn line(project: &Project, assessments: &[Assessment], place: usize) -> Option<StatedLine> {
    let all = assessments.iter().filter_map(|one| Some((one.period, one.fee, one.lines.get(place)?)));
    let all: Vec<(Period, Money, &CreditLine)> = all.collect();
    let first = all.first().map(|(_, _, line)| *line)?;
    let sla = first.sla.and_then(|id| project.requirements.sla.get(id));
    let assessed = all.iter().map(|(period, fee, line)| StatedAssessment {
        period: *period,
        outcome: line.outcome,
        actual: line.actual,
        rule: line.rule,
        fee: *fee,
        credit: line.credit,
    });
    Some(StatedLine {
        clause: sla.map(|sla| sla.clause()).unwrap_or_default(),
        measure: sla.map(|sla| sla.measure.clone()).unwrap_or_default(),
        bound: sla.map_or_else(Bound::default, |sla| sla.bound),
        target: first.target,
        unit: sla.map(|sla| sla.unit.clone()).unwrap_or_default(),
        level: first.level,
        assessments: assessed.collect(),
        credit: total(all.iter().map(|(_, _, line)| line.credit)),
    })
}

fn returned(project: &Project, one: &Returning, window: u8) -> Option<StatedReturn> {
    let sla = project.requirements.sla.get(one.sla)?;
    Some(StatedReturn {
        clause: sla.clause(),
        measure: sla.measure.clone(),
        bound: sla.bound,
        unit: sla.unit.clone(),
        missed: one.missed.first,
        charged: one.charged,
        higher: one.higher,
        results: one.results.iter().map(|(period, actual)| (period.first, *actual)).collect(),
        window,
        state: one.state,
        amount: one.amount(),
    })
}
