//! From scores, cases, proposals and prices to one ranking in which every figure can be opened.
//!
//! Each of the four parts is a score of 0 to 100; the total is their weighted sum.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::selection::consensus::SCALE;
use crate::domain::selection::method::{Aggregation, PriceFormula};
use crate::domain::selection::ranking::{
    AgreedCell, CapabilityFacts, CaseFacts, NoRanking, PriceFacts, ProposalFacts, Ranked, Ranking,
};
use crate::domain::selection::tree::Branch;
use crate::domain::selection::{Case, Criterion, Evaluator, Proposal, Selection, Vendor};
use decision::group::{self, Aggregation as GroupAggregation, Judged, MIN_COVERAGE_BP};
use decision::order;
use decision::price::{self, Clamped, Formula};
use decision::{rank, weights};

impl Proposal {
    /// Returns the four marks, 0 to 5.
    #[must_use]
    pub fn marks(&self) -> [Option<u8>; 4] {
        [self.understanding, self.staffing, self.contingency, self.transparency]
            .map(|mark| mark.map(|mark| mark.get()))
    }

    /// Returns the score 0 to 100: the mean of the four marks; one that is not judged counts 0.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.marks().into_iter().map(|mark| f64::from(mark.unwrap_or(0))).sum::<f64>() / 20.0 * 100.0
    }
}

impl Case {
    /// Lists what the client answered, each as points of the most there are: a rating above 1 of 4, an answer of 3.
    #[must_use]
    pub fn answered(&self) -> Vec<(u8, u8)> {
        let ratings = [self.quality, self.speed, self.problem_solving].into_iter().flatten();
        let grades = self.script.iter().filter_map(|answer| answer.score);
        ratings.map(|rating| (rating.get() - 1, 4)).chain(grades.map(|grade| (grade.get(), 3))).collect()
    }

    /// Returns the mark 0 to 100: the mean of all that was answered; unverified or unanswered counts 0.
    #[must_use]
    pub fn mark(&self) -> f64 {
        let answered = self.answered();
        if !self.verified || answered.is_empty() {
            return 0.0;
        }
        let share = |(points, most): &(u8, u8)| f64::from(*points) / f64::from(*most);
        100.0 * answered.iter().map(share).sum::<f64>() / answered.len() as f64
    }
}

impl Selection {
    /// Puts the submitted sheets together for one vendor.
    #[must_use]
    pub fn capability(&self, vendor: Id<Vendor>) -> (Vec<Id<Evaluator>>, Judged) {
        self.capability_on(&self.leaves(), vendor)
    }

    fn capability_on(&self, leaves: &[Branch], vendor: Id<Vendor>) -> (Vec<Id<Evaluator>>, Judged) {
        let submitted: Vec<_> =
            self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some()).collect();
        let shares: Vec<f64> = leaves.iter().map(|leaf| leaf.share_bp).collect();
        let sheet = |evaluator: &Evaluator| {
            let score = |criterion| {
                evaluator.scores.get(vendor, criterion)?.score.map(|score| f64::from(score.get()))
            };
            vec![leaves.iter().map(|leaf| score(leaf.criterion.id)).collect()]
        };
        let sheets: Vec<_> = submitted.iter().map(|evaluator| sheet(evaluator)).collect();
        (submitted.iter().map(|evaluator| evaluator.id).collect(), group::judge(&sheets, 0, &shares, SCALE))
    }

    /// Returns what the capability score of a vendor rests on, whether it is ranked or not.
    #[must_use]
    pub fn capability_facts(&self, vendor: Id<Vendor>) -> CapabilityFacts {
        let (evaluators, judged) = self.capability(vendor);
        self.facts_of(vendor, &evaluators, &judged)
    }

    fn facts_of(&self, vendor: Id<Vendor>, evaluators: &[Id<Evaluator>], judged: &Judged) -> CapabilityFacts {
        let aggregation = self.method.aggregation;
        let is_agreed = aggregation == Aggregation::Agreed;
        CapabilityFacts {
            totals: evaluators.iter().copied().zip(judged.totals.iter().copied()).collect(),
            aggregation,
            coverage_bp: self.capability_total(vendor, judged).1,
            agreed: if is_agreed { self.agreed_cells(vendor) } else { Vec::new() },
        }
    }

    /// Returns the score agreed on for a vendor and a criterion; nothing where nobody scored it: an agreed score stands
    /// beside individual ones, never alone.
    #[must_use]
    pub fn agreed_score(&self, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Option<f64> {
        self.spread(vendor, criterion)?;
        Some(f64::from(self.agreed.get(vendor, criterion)?.score?.get()))
    }

    /// Counts the agreed scores that do not count because the sheets are put together another way, and tells which way.
    #[must_use]
    pub fn idle_agreed(&self) -> Option<(usize, Aggregation)> {
        let how = self.method.aggregation;
        let given = self.agreed.iter().filter(|(_, _, entry)| entry.score.is_some()).count();
        (how != Aggregation::Agreed && 0 < given).then_some((given, how))
    }

    /// Returns what each criterion counts with for a vendor where the agreed scores count: what was agreed, or else the
    /// median of the submitted scores.
    #[must_use]
    pub fn agreed_cells(&self, vendor: Id<Vendor>) -> Vec<AgreedCell> {
        let cell = |leaf: &Branch| {
            let criterion = leaf.criterion.id;
            let agreed = self.agreed_score(vendor, criterion);
            let median = self.spread(vendor, criterion).map(|spread| spread.median);
            AgreedCell {
                criterion,
                score: agreed.or(median),
                is_agreed: agreed.is_some(),
                share_bp: leaf.share_bp,
            }
        };
        self.leaves().iter().map(cell).collect()
    }

    /// Returns the capability total of a vendor, put together the way that was chosen, and the share of the whole weight
    /// it rests on, in basis points; no total while nobody scored it.
    #[must_use]
    pub fn capability_total(&self, vendor: Id<Vendor>, judged: &Judged) -> (Option<f64>, f64) {
        match self.method.aggregation {
            Aggregation::Mean => (judged.figure(GroupAggregation::Mean), judged.coverage_bp),
            Aggregation::Median => (judged.figure(GroupAggregation::Median), judged.coverage_bp),
            Aggregation::Agreed => {
                let cells = self.agreed_cells(vendor).into_iter();
                let (scores, shares): (Vec<_>, Vec<_>) =
                    cells.map(|cell| (cell.score, cell.share_bp)).unzip();
                let agreed = group::judge(&[vec![scores]], 0, &shares, SCALE);
                (agreed.mean, agreed.coverage_bp)
            }
        }
    }

    fn covers_too_little(&self, vendor: Id<Vendor>, judged: &Judged) -> bool {
        self.capability_total(vendor, judged).1 < MIN_COVERAGE_BP - 1e-9
    }

    /// Lists the criteria a vendor lacks scores on: those at least one submitted sheet leaves open, or, where the agreed
    /// scores count, those nobody scored.
    #[must_use]
    pub fn uncovered(&self, vendor: Id<Vendor>) -> Vec<Id<Criterion>> {
        let sheets = self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some()).count();
        let wanted = if self.method.aggregation == Aggregation::Agreed { 1 } else { sheets };
        let given = |criterion| self.spread(vendor, criterion).map_or(0, |spread| spread.scores.len());
        let leaves = self.leaves().into_iter().map(|leaf| leaf.criterion.id);
        leaves.filter(|criterion| given(*criterion) < wanted).collect()
    }

    /// Returns the score of a vendor on a criterion: the agreed one where agreed scores were chosen and there is one,
    /// else the median; for a group the mean of what stands under it, by weight. Nothing while nobody scored it.
    #[must_use]
    pub fn criterion_score(&self, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Option<f64> {
        let branches = self.branches().into_iter();
        let members: Vec<_> = branches.filter(|branch| branch.group == Some(criterion)).collect();
        if !members.is_empty() {
            let scored = members.iter().filter_map(|member| {
                let score = self.criterion_score(vendor, member.criterion.id)?;
                Some((score, f64::from(member.criterion.weight_bp)))
            });
            let (sum, whole) = scored
                .fold((0.0, 0.0), |(sum, whole), (score, weight)| (sum + score * weight, whole + weight));
            return (0.0 < whole).then(|| sum / whole);
        }
        let counts = self.method.aggregation == Aggregation::Agreed;
        let agreed = counts.then(|| self.agreed_score(vendor, criterion)).flatten();
        agreed.or_else(|| self.spread(vendor, criterion).map(|spread| spread.median))
    }

    /// Returns the mean mark of a vendor's cases with the marks it rests on; 0 without a case.
    #[must_use]
    pub fn case_score(&self, vendor: Id<Vendor>) -> (f64, CaseFacts) {
        let cases: Vec<_> = self.cases.iter().filter(|case| case.vendor == vendor).collect();
        let marks: Vec<_> = cases.iter().map(|case| (case.id, case.mark())).collect();
        let mean = marks.iter().map(|(_, mark)| mark).sum::<f64>() / marks.len().max(1) as f64;
        (mean, CaseFacts { unverified: cases.iter().filter(|case| !case.verified).count(), marks })
    }

    /// Returns the price rule of the method.
    pub fn price_rule(&self) -> Result<price::Rule, NoRanking> {
        let method = &self.method;
        let formula = match method.price_formula {
            PriceFormula::PresetBounds => match (method.price_low, method.price_high) {
                (Some(low), Some(high)) if low < high => Formula::PresetBounds { low: low.0, high: high.0 },
                _ => return Err(NoRanking::Bounds),
            },
            PriceFormula::LowestRatio => Formula::LowestRatio,
            PriceFormula::LinearFromLowest => Formula::LinearFromLowest,
            PriceFormula::HighestLowest => Formula::HighestLowest,
            PriceFormula::Log if method.log_base <= 1.0 => return Err(NoRanking::LogBase),
            PriceFormula::Log => Formula::Log { base: method.log_base },
        };
        let [.., weight_bp] = method.weights_bp;
        Ok(price::Rule { formula, weight_bp, technical_floor: None })
    }

    /// Ranks the vendors as [`Selection::ranking`] does, with weights that do not sum to the whole taken in proportion:
    /// for a look while they are on their way, never for a decision.
    pub fn ranking_in_proportion(&self, today: NaiveDate) -> Result<Ranking, NoRanking> {
        match self.method.in_proportion() {
            Some(method) => Self { method, ..self.clone() }.ranking(today),
            None => self.ranking(today),
        }
    }

    /// Ranks the vendors that are in on a day.
    pub fn ranking(&self, today: NaiveDate) -> Result<Ranking, NoRanking> {
        if self.scores_locked.is_none() {
            return Err(NoRanking::ScoresOpen);
        }
        weights::check(self.method.weights_bp).map_err(|_| NoRanking::Weights)?;
        if !self.uneven_weights().is_empty() {
            return Err(NoRanking::CriterionWeights);
        }
        let vendors: Vec<_> =
            self.vendors_in(today).into_iter().filter_map(|id| self.vendors.get(id)).collect();
        if vendors.is_empty() {
            return Err(NoRanking::NoVendor);
        }
        let leaves = self.leaves();
        let judged: Vec<_> = vendors.iter().map(|vendor| self.capability_on(&leaves, vendor.id)).collect();
        let low: Vec<_> = vendors
            .iter()
            .zip(&judged)
            .filter(|(vendor, (_, judged))| self.covers_too_little(vendor.id, judged))
            .map(|(vendor, _)| vendor.id)
            .collect();
        if !low.is_empty() {
            return Err(NoRanking::LowCoverage(low));
        }
        // Price points are computed as if price alone counted, so that they are a score of 0 to 100 like the others.
        let rule = price::Rule { weight_bp: 10_000, ..self.price_rule()? };
        // Whoever failed a gate is not among them any more; what waits for evidence stays in the field.
        let bid = |vendor: &Vendor| price::Bid {
            price: vendor.proposal.counted_price().map(|price| price.0),
            quality: 0.0,
            gate: price::Gate::Pass,
        };
        let bids: Vec<_> = vendors.iter().map(|vendor| bid(vendor)).collect();
        let missing: Vec<_> = vendors
            .iter()
            .zip(&bids)
            .filter(|(_, bid)| bid.price.is_none_or(|price| price <= 0))
            .map(|(vendor, _)| vendor.id)
            .collect();
        if !missing.is_empty() {
            return Err(NoRanking::PriceMissing(missing));
        }
        let compared = rule.compare(&bids).map_err(|_| NoRanking::Bounds)?;
        let point_value = price::Rule { weight_bp: self.price_rule()?.weight_bp, ..rule }.point_value();
        let mut rows: Vec<Ranked> = vendors
            .iter()
            .zip(judged)
            .zip(&compared.bids)
            .filter_map(|((vendor, (evaluators, judged)), points)| {
                let points = points.as_ref().ok()?;
                let price = PriceFacts {
                    price: vendor.proposal.counted_price().unwrap_or_default(),
                    lowest: Money(compared.lowest.unwrap_or_default()),
                    highest: Money(compared.highest.unwrap_or_default()),
                    point_value,
                    clamped: points.clamped != Clamped::None,
                };
                Some(self.rank_row(vendor, &evaluators, &judged, points.price, price))
            })
            .collect();
        let totals: Vec<_> = rows.iter().map(|row| Some(row.total)).collect();
        for (row, rank) in rows.iter_mut().zip(rank::descending(&totals)) {
            row.rank = rank.unwrap_or_default();
        }
        order::sort_by_key(&mut rows, |row| row.rank);
        Ok(Ranking { rows, weights_bp: self.method.weights_bp })
    }

    fn rank_row(
        &self,
        vendor: &Vendor,
        evaluators: &[Id<Evaluator>],
        judged: &Judged,
        price_score: f64,
        price: PriceFacts,
    ) -> Ranked {
        let capability = self.capability_total(vendor.id, judged).0.unwrap_or(0.0);
        let (case_score, cases) = self.case_score(vendor.id);
        let parts = [capability, case_score, vendor.proposal.score(), price_score];
        let mut points = [0.0; 4];
        for ((points, score), weight) in points.iter_mut().zip(parts).zip(self.method.weights_bp) {
            *points = score * f64::from(weight) / 10_000.0;
        }
        let total = points.iter().sum::<f64>();
        let [capability_weight, ..] = self.method.weights_bp;
        let alone = |score: f64| total + (score - capability) * f64::from(capability_weight) / 10_000.0;
        let given: Vec<f64> = judged.totals.iter().flatten().map(|score| alone(*score)).collect();
        // An agreed total may lie outside: what was agreed is nobody's own sheet.
        let range = given.iter().copied().reduce(f64::min).zip(given.iter().copied().reduce(f64::max));
        Ranked {
            vendor: vendor.id,
            parts,
            points,
            total,
            rank: 0,
            range: range.unwrap_or((total, total)),
            capability: self.facts_of(vendor.id, evaluators, judged),
            cases,
            proposal: ProposalFacts { marks: vendor.proposal.marks() },
            price,
        }
    }
}
