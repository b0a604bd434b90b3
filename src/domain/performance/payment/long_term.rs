//! What the reviews of a vendor suggest for the time after the contract: to extend, to keep, to buy anew or to leave. A
//! suggestion gives its reasons; people decide.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::performance::credits::statement::statement;
use crate::domain::performance::review::agreed::Usual;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::risk::dependence::concentration::Level;
use crate::domain::selection::Vendor;

/// One graded review.
#[derive(Clone, Debug, PartialEq)]
pub struct Grading {
    /// Its period.
    pub period: Period,
    /// The score, 0 to 100.
    pub score: f64,
    /// The place of the grade that counts, 0 for the best.
    pub band: usize,
    /// What it is called.
    pub grade: String,
    /// Whether the review is closed.
    pub is_closed: bool,
    /// Whether the score alone was worse, so that the next such period would bring a downgrade.
    pub is_pending: bool,
    /// Whether there was a severe breach.
    pub is_severe: bool,
}

/// A service level missed again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chronic {
    /// Its clause number.
    pub clause: String,
    /// What is measured.
    pub measure: String,
}

/// How far the work depends on a vendor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reliance {
    /// Whether another vendor is named to stand by.
    pub has_backup: bool,
    /// What the vendor carries of all that is given out, in percent, and how many vendors of equal share that comes to:
    /// where so few carry so much that the dependence is high.
    pub share: Option<(f64, f64)>,
}

/// What is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Nothing yet: no quarter is graded.
    TooEarly,
    /// Offer a longer term and a share of the gains.
    Extend,
    /// Keep as agreed.
    Keep,
    /// Ask for a plan, and look again after the next quarter.
    Plan,
    /// Buy anew.
    Retender,
    /// Leave: freeze new work and start the backup vendor.
    Exit,
}

/// Why something is suggested, or what has to come first.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The latest grades, in order.
    Grades(Vec<Grading>),
    /// A severe breach in the latest period.
    Severe,
    /// A service level missed again and again, which gives a right to leave.
    Chronic(Chronic),
    /// Nobody is named who could take over: a second vendor comes first.
    NoBackup,
    /// The vendor carries so much that leaving it needs time: its share in percent, and how many vendors of equal share
    /// all that is given out comes to.
    Depends(f64, f64),
}

/// A suggestion with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What is suggested.
    pub advice: Advice,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// From this place on a grade is low: C.
const LOW: usize = 2;
/// From this place on it is the lowest: D.
const LOWEST: usize = 3;

/// Suggests what to do (this project's decision): two grades A in a row extend; a D, or a C where a service level is
/// missed again and again, leaves; two grades C in a row, or such a service level alone, buy anew; a single C or a severe
/// breach asks for a plan. While a downgrade hangs over a grade nothing is extended.
#[must_use]
pub fn suggest(grades: &[Grading], chronic: Vec<Chronic>, reliance: Reliance) -> Suggestion {
    let latest = grades.last().map(|grading| grading.band);
    let before = grades.len().checked_sub(2).and_then(|place| grades.get(place)).map(|grading| grading.band);
    let is_low = |band: Option<usize>| band.is_some_and(|band| LOW <= band);
    let is_chronic = !chronic.is_empty();
    let is_severe = grades.last().is_some_and(|grading| grading.is_severe);
    let is_pending = grades.last().is_some_and(|grading| grading.is_pending);
    let advice = match latest {
        None if is_chronic => Advice::Retender,
        None => Advice::TooEarly,
        Some(band) if LOWEST <= band || (is_low(latest) && is_chronic) => Advice::Exit,
        Some(_) if is_chronic || (is_low(latest) && is_low(before)) => Advice::Retender,
        Some(_) if is_low(latest) || is_severe => Advice::Plan,
        Some(0) if !is_pending && before == Some(0) => Advice::Extend,
        Some(_) => Advice::Keep,
    };
    let shown = grades.get(grades.len().saturating_sub(2)..).unwrap_or_default().to_vec();
    let graded = (!shown.is_empty()).then_some(Reason::Grades(shown));
    let is_open = advice != Advice::TooEarly;
    let no_backup = (!reliance.has_backup && is_open).then_some(Reason::NoBackup);
    let depends =
        reliance.share.filter(|_| is_open).map(|(share, effective)| Reason::Depends(share, effective));
    let chronic = chronic.into_iter().map(Reason::Chronic);
    let severe = is_severe.then_some(Reason::Severe);
    let reasons = graded.into_iter().chain(severe).chain(chronic).chain(no_backup).chain(depends);
    Suggestion { advice, reasons: reasons.collect() }
}

impl Advice {
    /// Tells whether what usually follows from a grade goes with it: nobody offers a longer term to a vendor that is to be
    /// replaced.
    #[must_use]
    pub const fn goes_with(self, usual: Usual) -> bool {
        match usual {
            Usual::LongerTerm | Usual::SharedGains => matches!(self, Self::Extend),
            Usual::GoOn => matches!(self, Self::Keep | Self::Extend),
            Usual::WrittenPlan | Usual::CheckAgain | Usual::NoNewWork | Usual::StartBackup => true,
        }
    }
}

impl Project {
    /// Returns the review a month belongs to: as it was closed, or as it stands.
    #[must_use]
    pub fn review_around(&self, vendor: Id<Vendor>, month: Month) -> Option<Assessment> {
        let performance = &self.performance;
        let closed = performance.closed_review(vendor, month).map(|(_, assessment)| assessment.clone());
        closed.or_else(|| self.assess(vendor, performance.period_of(vendor, month)).ok())
    }

    /// Lists the graded reviews of a vendor whose period is over or that are closed, in order.
    #[must_use]
    pub fn gradings(&self, vendor: Id<Vendor>, today: NaiveDate) -> Vec<Grading> {
        let graded = |period: Period| {
            let closed = self.performance.closed_review(vendor, period.first);
            let is_over = period.last_day().is_some_and(|last| last < today);
            let review = match closed {
                Some((_, assessment)) => assessment.clone(),
                None if is_over => self.assess(vendor, period).ok()?,
                None => return None,
            };
            let score = review.gradable().ok()?;
            let grade = review.earned()?.to_owned();
            Some(Grading {
                period,
                score,
                band: review.place_of(&grade)?,
                grade,
                is_closed: closed.is_some(),
                is_pending: review.pending_downgrade,
                is_severe: review.severe_breach,
            })
        };
        self.performance.periods(vendor).into_iter().filter_map(graded).collect()
    }

    /// Lists the service levels missed again and again up to the last paid period that is over.
    fn chronic(&self, vendor: Id<Vendor>, today: NaiveDate) -> Vec<Id<SlaLine>> {
        let cycle = self.performance.payments.terms_of(vendor).cycle;
        let periods = self.performance.paid_periods(vendor, cycle);
        let last = periods.iter().rev().find(|one| one.last_day().is_some_and(|last| last < today));
        let credits = last.and_then(|last| statement(self, vendor, *last).ok());
        credits.map(|credits| credits.chronic).unwrap_or_default()
    }

    /// Suggests what to do with a vendor, by its reviews, by the service levels missed again and again, and by who could
    /// take over: as things stand on a day, whichever statement is looked at.
    #[must_use]
    pub fn suggest(&self, vendor: Id<Vendor>, today: NaiveDate) -> Suggestion {
        let lines = self.chronic(vendor, today);
        let lines = lines.iter().filter_map(|id| self.requirements.sla.get(*id));
        let chronic = lines.map(|line| Chronic { clause: line.clause(), measure: line.measure.clone() });
        let decision = &self.selection.decision;
        let is_other = |id: &Id<Vendor>| *id != vendor && self.selection.vendors.has(*id);
        let has_backup = decision.backup.as_ref().is_some_and(is_other);
        let whole = self.risk.dependence.whole(&self.requirements);
        let whole = whole.filter(|whole| Level::High <= whole.concentration.level);
        let share = whole.and_then(|whole| {
            let place = whole.amounts.iter().position(|(id, _)| *id == vendor)?;
            Some((*whole.concentration.shares.get(place)?, whole.concentration.effective))
        });
        let reliance = Reliance { has_backup, share };
        suggest(&self.gradings(vendor, today), chronic.collect(), reliance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Cycle;

    fn advice(bands: &[usize], n_chronic: usize) -> Advice {
        let first = Month::parse("2026-01").unwrap();
        let grading = |(place, band): (usize, &usize)| Grading {
            period: Period { first: first.plus(3 * place as i32), cycle: Cycle::Quarter },
            score: 95.0 - 10.0 * *band as f64,
            band: *band,
            grade: "ABCD"[*band..=*band].to_owned(),
            is_closed: true,
            is_pending: false,
            is_severe: false,
        };
        let grades: Vec<_> = bands.iter().enumerate().map(grading).collect();
        let chronic = Chronic { clause: "S-01".to_owned(), measure: String::new() };
        suggest(&grades, vec![chronic; n_chronic], Reliance::default()).advice
    }

    #[test]
    fn two_best_grades_in_a_row_extend() {
        assert_eq!(advice(&[1, 0, 0], 0), Advice::Extend);
        assert_eq!(advice(&[0, 1, 0], 0), Advice::Keep);
        assert_eq!(advice(&[0], 0), Advice::Keep);
        assert_eq!(advice(&[], 0), Advice::TooEarly);
    }

    #[test]
    fn low_grades_and_service_levels_missed_again_and_again_end_it() {
        assert_eq!(advice(&[0, 0, 3], 0), Advice::Exit);
        assert_eq!(advice(&[2, 2], 0), Advice::Retender);
        assert_eq!(advice(&[1, 2], 0), Advice::Plan);
        assert_eq!(advice(&[1, 2], 1), Advice::Exit);
        assert_eq!(advice(&[0, 0], 1), Advice::Retender);
        assert_eq!(advice(&[], 1), Advice::Retender);
    }

    #[test]
    fn nothing_is_extended_over_a_severe_breach_or_a_downgrade_to_come() {
        let quarter = |first: &str| Period { first: Month::parse(first).unwrap(), cycle: Cycle::Quarter };
        let best = |first: &str| Grading {
            period: quarter(first),
            score: 95.0,
            band: 0,
            grade: "A".to_owned(),
            is_closed: true,
            is_pending: false,
            is_severe: false,
        };
        let advice = |change: &dyn Fn(&mut Grading)| {
            let mut grades = [best("2026-01"), best("2026-04")];
            change(&mut grades[1]);
            suggest(&grades, Vec::new(), Reliance::default())
        };
        assert_eq!(advice(&|_| ()).advice, Advice::Extend);
        assert_eq!(advice(&|one| one.is_pending = true).advice, Advice::Keep);
        let severe = advice(&|one| one.is_severe = true);
        assert_eq!(severe.advice, Advice::Plan);
        assert!(severe.reasons.contains(&Reason::Severe));
        assert!(!severe.advice.goes_with(Usual::LongerTerm) && Advice::Extend.goes_with(Usual::LongerTerm));
    }

    #[test]
    fn a_suggestion_gives_its_reasons() {
        let period = Period { first: Month::parse("2026-07").unwrap(), cycle: Cycle::Quarter };
        let graded = Grading {
            period,
            score: 65.0,
            band: 3,
            grade: "D".to_owned(),
            is_closed: false,
            is_pending: false,
            is_severe: false,
        };
        let grades = [graded];
        let reliance = Reliance { has_backup: false, share: Some((80.0, 1.4)) };
        let found = suggest(&grades, Vec::new(), reliance);
        let grades = Reason::Grades(grades.to_vec());
        assert_eq!(found.reasons, [grades, Reason::NoBackup, Reason::Depends(80.0, 1.4)]);
        assert!(suggest(&[], Vec::new(), reliance).reasons.is_empty());
    }
}
