//! What is agreed about credits. The parameters of all five models are kept, so that trying another one loses nothing.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{
    AtRisk, Chronic, Consequence, Escalation, PayBand, Step, Tier,
};
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::requirements::SlaLine;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::sorted_map::SortedMap;

/// Over which time it is looked whether a line was met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Assessed {
    /// Each month by itself, on the fee of a month. A line measured over a quarter counts in its last month.
    #[default]
    EachMonth,
    /// The whole period that is settled, on its whole fee.
    WholePeriod,
}

impl Assessed {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::EachMonth, Self::WholePeriod];
}

/// What missing a line does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A critical service level: it carries credits.
    #[default]
    Critical,
    /// A key measurement: it is only reported, and may be promoted.
    KeyMeasurement,
}

impl Level {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Critical, Self::KeyMeasurement];
}

/// What is agreed about one service level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LineTerms {
    /// Whether it carries credits; while nothing is said, as the line itself says ([`CreditTerms::level`]).
    pub level: Option<Level>,
    /// Its share of the amount at risk, basis points.
    pub allocation_bp: u32,
    /// The points a miss earns.
    pub points: u32,
    /// The higher level that earns a credit back, in the unit of the line; none returns nothing.
    pub higher: Option<f64>,
}

/// What is agreed about earning credits back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EarnBackTerms {
    /// Whether credits can be earned back at all.
    pub agreed: bool,
    /// Over how many assessments after the miss the higher level has to be reached.
    pub window: u8,
    /// When it was agreed; it belongs to the start of the contract.
    pub agreed_on: Option<NaiveDate>,
}

impl Default for EarnBackTerms {
    /// Not agreed, with the usual window of three.
    fn default() -> Self {
        Self { agreed: false, window: 3, agreed_on: None }
    }
}

/// Months that do not count, for one line or for all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Exclusion {
    /// The line; all of them where none is named.
    pub sla: Option<Id<SlaLine>>,
    /// The first month.
    pub from: Option<Month>,
    /// The last month; the first one where none is named.
    pub until: Option<Month>,
    /// Why, for example what the client was to do and did not.
    pub reason: String,
}

impl Exclusion {
    /// Tells whether it takes a month of a line out.
    #[must_use]
    pub fn holds(&self, line: Id<SlaLine>, month: Month) -> bool {
        self.sla.is_none_or(|sla| sla == line) && self.holds_month(month)
    }

    /// Tells whether it takes a month out, for whichever lines.
    #[must_use]
    pub fn holds_month(&self, month: Month) -> bool {
        self.from.is_some_and(|from| (from..=self.until.unwrap_or(from)).contains(&month))
    }

    /// Tells whether it ends before it begins, so that it takes nothing out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until < from)
    }
}

/// What is agreed about service credits.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CreditTerms {
    /// The model; without one, what follows a miss is only told in words.
    pub model: Option<PenaltyModel>,
    /// The base fee a month, where it is another one than the vendor offers ([`CreditTerms::fee_of`]).
    pub fee: Option<Money>,
    /// Over which time is assessed.
    pub assessed: Assessed,
    /// The most that may be deducted, as a share of the fee; basis points.
    pub cap_bp: Option<u32>,
    /// The fee at risk.
    pub at_risk: AtRisk,
    /// The tiers by shortfall.
    pub tiers: Vec<Tier>,
    /// The steps of points.
    pub steps: Vec<Step>,
    /// What a repeat costs.
    pub escalation: Escalation,
    /// The bands of scores.
    pub bands: Vec<PayBand>,
    /// When a failure is chronic.
    pub chronic: Chronic,
    /// Whether a chronic failure gives the right to leave.
    pub exit_right: bool,
    /// What is agreed about each line.
    pub lines: SortedMap<Id<SlaLine>, LineTerms>,
    /// Earning credits back.
    pub earn_back: EarnBackTerms,
    /// What does not count.
    pub exclusions: Vec<Exclusion>,
    /// How the contract words that credits are a remedy.
    pub remedy: String,
}

/// A model with its usual figures. Sources: a. Alsbridge, 10–12 % at risk, the pool may exceed 100 %; b. pulseapi.tech;
/// c. a TELUS contract; d. tsaexit.pages.dev; e. a public sample contract. Three misses in six months: this project's choice.
impl Default for CreditTerms {
    fn default() -> Self {
        let tier = |from_ppm, below_ppm, credit_bp| Tier { from_ppm, below_ppm, credit_bp };
        let step = |(points, credit_bp)| Step { points, credit_bp };
        let band = |from_milli, pay_bp, consequence| PayBand { from_milli, pay_bp, consequence };
        Self {
            model: None,
            fee: None,
            assessed: Assessed::default(),
            cap_bp: None,
            at_risk: AtRisk::default(),
            tiers: vec![tier(990_000, 999_000, 1000), tier(950_000, 990_000, 2500), tier(0, 950_000, 5000)],
            steps: [(5, 0), (10, 200), (15, 400), (20, 600), (25, 800), (30, 1000)].map(step).to_vec(),
            escalation: Escalation::default(),
            bands: vec![
                band(95_000, 10_000, Consequence::None),
                band(85_000, 9000, Consequence::None),
                band(75_000, 8000, Consequence::None),
                band(50_000, 5000, Consequence::NoRenewal),
                band(0, 0, Consequence::Terminate),
            ],
            chronic: Chronic::default(),
            exit_right: false,
            lines: SortedMap::default(),
            earn_back: EarnBackTerms::default(),
            exclusions: Vec::new(),
            remedy: String::new(),
        }
    }
}

impl Default for AtRisk {
    fn default() -> Self {
        Self { risk_bp: 1200, pool_bp: None }
    }
}

impl Default for Escalation {
    fn default() -> Self {
        Self { first_bp: 500, repeat_bp: vec![1000, 1500], window_months: 6 }
    }
}

impl Default for Chronic {
    fn default() -> Self {
        Self { count: 3, window_months: 6 }
    }
}

impl CreditTerms {
    /// Returns the most that may be deducted as a share of the fee, basis points: the cap, or what is at risk where that is
    /// less.
    #[must_use]
    pub fn highest_share(&self) -> Option<u32> {
        let risk_bp = (self.model == Some(PenaltyModel::AtRisk)).then_some(self.at_risk.risk_bp);
        [self.cap_bp, risk_bp].into_iter().flatten().min()
    }

    /// Returns what is agreed about a line.
    #[must_use]
    pub fn line(&self, line: Id<SlaLine>) -> LineTerms {
        self.lines.get(&line).copied().unwrap_or_default()
    }

    /// Tells whether a line carries credits: as was said here, or else as the line says. One whose miss is deducted by
    /// a model does, one whose consequence is only told in words does not.
    #[must_use]
    pub fn level(&self, line: &SlaLine) -> Level {
        let said = if line.penalty_model.is_some() { Level::Critical } else { Level::KeyMeasurement };
        self.line(line.id).level.unwrap_or(said)
    }

    /// Returns the exclusion that takes a month of a line out.
    #[must_use]
    pub fn excluded(&self, line: Id<SlaLine>, month: Month) -> Option<&Exclusion> {
        self.exclusions.iter().find(|exclusion| exclusion.holds(line, month))
    }

    /// Tells whether every month of a period is taken out for every line.
    #[must_use]
    pub fn is_excluded(&self, period: Period, lines: impl Iterator<Item = Id<SlaLine>> + Clone) -> bool {
        period.months().all(|month| {
            let mut exclusions = self.exclusions.iter();
            let for_all = exclusions.any(|one| one.sla.is_none() && one.holds_month(month));
            let mut all = lines.clone().peekable();
            for_all || all.peek().is_some() && all.all(|line| self.excluded(line, month).is_some())
        })
    }

    /// Returns the period that is looked at as one around a month, where so much is settled at once.
    #[must_use]
    pub fn looked_at(&self, month: Month, settled: Cycle) -> Period {
        match self.assessed {
            Assessed::EachMonth => Period::month(month),
            Assessed::WholePeriod => settled.around(month),
        }
    }

    /// Forgets lines that are gone.
    pub fn keep_lines(&mut self, is_there: impl Fn(Id<SlaLine>) -> bool) {
        self.lines.retain(|line, _| is_there(*line));
        self.exclusions.retain(|exclusion| exclusion.sla.is_none_or(&is_there));
    }
}
