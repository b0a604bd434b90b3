//! What a period comes to, with everything it rests on.
//!
//! This project's decisions: an indicator's value over a period is the mean of its months with data, a judged one's the
//! mark of the review where there is one; a judged indicator without limits is worth nothing at 1 and 100 at 5; earlier
//! periods that are closed count with the score they were closed with.

use std::sync::Arc;

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::review::Judged;
use crate::domain::performance::scorecard::{
    Band, Entry, Graded, Line, MIN_COVERAGE_BP, Published, Scorecard, ScorecardError, Withheld, publish,
    scorecard,
};
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::confirmed::fingerprint_of;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;
use chrono::NaiveDate;

/// One indicator over the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AssessedLine {
    /// The indicator as it stood: name, direction, weight, target and floor.
    pub kpi: Kpi,
    /// Its readings of the months.
    pub readings: SortedMap<Month, Reading>,
    /// How it was judged.
    pub judged: Judged,
    /// Its value over the period, where there is data.
    pub value: Option<f64>,
    /// The points, where there is data and it is scored.
    pub points: Option<f64>,
    /// Its weight among those with data, in percent.
    pub effective_weight: Option<f64>,
}

impl AssessedLine {
    /// Returns the floor and the target, where it is scored and not reported only.
    #[must_use]
    pub fn limits(&self) -> Option<(f64, f64)> {
        self.kpi.floor.zip(self.kpi.target)
    }

    /// Returns what it adds to the score, where there is data.
    #[must_use]
    pub fn counted(&self) -> Option<f64> {
        Line { points: self.points, effective_weight: self.effective_weight }.counted()
    }
}

/// An earlier period on the way of the grade.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Earlier {
    /// When.
    pub period: Period,
    /// The score that could be graded.
    pub score: Option<f64>,
    /// Whether there was a severe breach.
    pub severe_breach: bool,
}

/// Something agreed, in the words of the day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AgreedLine {
    /// The clause number.
    pub clause: String,
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// What a period comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Assessment {
    /// What the vendor was called; nothing in what was closed before it was kept.
    pub vendor: String,
    /// What the client was called; as the vendor.
    pub client: String,
    /// The first month of the period; as the vendor.
    pub first: Option<Month>,
    /// How long the period is.
    pub cycle: Cycle,
    /// The bands of grades, best first.
    pub bands: Vec<Band>,
    /// The weight that has to carry data before a score is graded; basis points.
    pub min_coverage_bp: u32,
    /// The indicators.
    pub lines: Vec<AssessedLine>,
    /// The weight of those with data; basis points.
    pub coverage_bp: u32,
    /// The score, 0 to 100, where there is data.
    pub score: Option<f64>,
    /// The periods before, in order.
    pub earlier: Vec<Earlier>,
    /// The grade the score alone would earn.
    pub raw_grade: Option<String>,
    /// The grade that counts.
    pub grade: Option<String>,
    /// Whether the next bad period would bring a downgrade.
    pub pending_downgrade: bool,
    /// Whether there was a severe breach.
    pub severe_breach: bool,
    /// What happened.
    pub severe_reason: String,
    /// What the client says.
    pub comment: String,
    /// What the vendor says.
    pub vendor_comment: String,
    /// What is to be done, in words.
    pub actions: String,
    /// What was agreed, with owner and date.
    pub agreed: Vec<AgreedLine>,
}

impl Assessment {
    /// Returns the score that was graded, or why none was.
    pub fn gradable(&self) -> Result<f64, Withheld> {
        let card = Scorecard { lines: Vec::new(), coverage_bp: self.coverage_bp, score: self.score };
        card.gradable(self.min_coverage_bp)
    }

    /// Returns the grade of this period: nothing where its score may not be graded, whatever stood before.
    #[must_use]
    pub fn earned(&self) -> Option<&str> {
        self.grade.as_deref().filter(|_| self.gradable().is_ok())
    }

    /// Returns the place of a grade among the bands, 0 for the best.
    #[must_use]
    pub fn place_of(&self, grade: &str) -> Option<usize> {
        self.bands.iter().position(|band| band.grade == grade)
    }

    /// Returns the grades of the periods before it that could be graded, by the bands of this one: as they stand on the way
    /// to its grade.
    #[must_use]
    pub fn way(&self) -> Vec<Published> {
        let graded = self.earlier.iter().filter(|one| one.score.is_some());
        let way = graded.map(|one| Graded { score: one.score, severe_breach: one.severe_breach });
        publish(&self.bands, &way.collect::<Vec<_>>())
    }

    /// Returns its fingerprint: both sides confirm the same.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint_of(self)
    }

    /// Lists the clause numbers of judged indicators with a mark and nothing that shows it.
    pub fn unproven(&self) -> impl Iterator<Item = String> {
        let unproven =
            |line: &&AssessedLine| line.judged.mark.is_some() && line.judged.evidence.trim().is_empty();
        self.lines.iter().filter(unproven).map(|line| line.kpi.clause())
    }

    /// Returns the weights of what is counted and of what is judged; basis points.
    #[must_use]
    pub fn parts_bp(&self) -> [u32; 2] {
        let of = |judged: bool| {
            let scored = self.lines.iter().filter(|line| line.limits().is_some());
            scored.filter(|line| line.kpi.judged == judged).map(|line| line.kpi.weight_bp).sum()
        };
        [of(false), of(true)]
    }
}

/// Returns the mean, where there is anything.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

impl Performance {
    /// Returns the indicators over some months and the scorecard they make. Marks are those of the review of the period
    /// that begins with `review`.
    pub fn lines(
        &self,
        vendor: Id<Vendor>,
        period: Period,
        review: Month,
    ) -> Result<(Vec<AssessedLine>, Scorecard), ScorecardError> {
        let judged = self.reviews.get(&vendor).and_then(|reviews| reviews.get(&review));
        let line = |kpi: &Arc<Kpi>| {
            let mut kpi = Kpi::clone(kpi);
            if kpi.judged {
                (kpi.floor, kpi.target) = (kpi.floor.or(Some(1.0)), kpi.target.or(Some(5.0)));
            }
            let reading = |month: Month| Some((month, self.reading(vendor, kpi.id, month)?));
            let readings: SortedMap<_, _> = period.months().filter_map(reading).collect();
            let judged = judged.filter(|_| kpi.judged).and_then(|review| review.judged.get(&kpi.id));
            let judged = judged.cloned().unwrap_or_default();
            let values: Vec<f64> = readings.values().filter_map(|reading| reading.value()).collect();
            let value = judged.mark.map(|mark| f64::from(mark.get())).or_else(|| mean(&values));
            AssessedLine { kpi, readings, judged, value, points: None, effective_weight: None }
        };
        let mut lines: Vec<AssessedLine> = self.kpis.iter().map(line).collect();
        let entry = |line: &AssessedLine| {
            let (floor, target) = line.limits()?;
            let kpi = &line.kpi;
            Some(Entry {
                weight_bp: kpi.weight_bp,
                direction: kpi.direction,
                floor,
                target,
                value: line.value,
            })
        };
        let entries: Vec<Entry> = lines.iter().filter_map(entry).collect();
        let card = scorecard(&entries)?;
        let scored = lines.iter_mut().filter(|line| line.limits().is_some());
        for (line, result) in scored.zip(&card.lines) {
            (line.points, line.effective_weight) = (result.points, result.effective_weight);
        }
        Ok((lines, card))
    }

    /// Returns what an earlier period brings to the grade of a later one.
    fn earlier(&self, vendor: Id<Vendor>, period: Period) -> Earlier {
        let review = self.review(vendor, period.first);
        let (score, severe_breach) = match review.closed() {
            Some(closed) => (closed.assessment.gradable().ok(), closed.assessment.severe_breach),
            None => {
                let card = self.lines(vendor, period, period.first).ok().map(|(_, card)| card);
                (card.and_then(|card| card.gradable(MIN_COVERAGE_BP).ok()), review.severe_breach)
            }
        };
        Earlier { period, score, severe_breach }
    }
}

impl Project {
    /// Computes what a period comes to as the project stands.
    pub fn assess(&self, vendor: Id<Vendor>, period: Period) -> Result<Assessment, ScorecardError> {
        let performance = &self.performance;
        let (lines, card) = performance.lines(vendor, period, period.first)?;
        let review = performance.review(vendor, period.first);
        let before = performance.periods(vendor).into_iter().filter(|one| one.first < period.first);
        let earlier: Vec<Earlier> = before.map(|one| performance.earlier(vendor, one)).collect();
        let bands = self.profile.scales.grade_scheme.bands();
        let here = Graded { score: card.gradable(MIN_COVERAGE_BP).ok(), severe_breach: review.severe_breach };
        let way = earlier.iter().map(|one| Graded { score: one.score, severe_breach: one.severe_breach });
        let way: Vec<Graded> = way.chain([here]).collect();
        let published = publish(&bands, &way).pop().unwrap_or_default();
        let letter = |place: Option<usize>| Some(bands.get(place?)?.grade.clone());
        let agreed = performance.agreed_in(vendor, period.first).map(|action| AgreedLine {
            clause: action.clause(),
            what: action.what.clone(),
            owner: action
                .owner
                .and_then(|owner| self.team.roles.get(owner))
                .map(|role| role.name.clone())
                .unwrap_or_default(),
            due: action.due,
        });
        Ok(Assessment {
            vendor: self.selection.vendors.get(vendor).map(|one| one.name.clone()).unwrap_or_default(),
            client: self.profile.party(Side::Client).name.clone(),
            first: Some(period.first),
            cycle: period.cycle,
            raw_grade: letter(published.raw),
            grade: letter(published.published),
            pending_downgrade: published.pending_downgrade,
            agreed: agreed.collect(),
            bands,
            min_coverage_bp: MIN_COVERAGE_BP,
            lines,
            coverage_bp: card.coverage_bp,
            score: card.score,
            earlier,
            severe_breach: review.severe_breach,
            severe_reason: review.severe_reason,
            comment: review.comment,
            vendor_comment: review.vendor_comment,
            actions: review.actions,
        })
    }
}
