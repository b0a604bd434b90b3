//! What a decision rested on when it was locked, and what is otherwise since.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::money::Money;
use crate::domain::selection::Selection;
use crate::domain::selection::method::{Aggregation, PriceFormula, ScorePart};
use crate::domain::selection::ranking::Ranking;

/// The ranking a decision was locked on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DecidedOn {
    /// When it was locked.
    pub date: Option<NaiveDate>,
    /// The weights of the parts in basis points, in the order of [`ScorePart::ALL`].
    pub weights_bp: [u32; 4],
    /// How the price became points.
    pub price_formula: PriceFormula,
    /// The price for full points and for none, where the formula asks for them.
    pub bounds: Option<(Money, Money)>,
    /// The base of the logarithm, where the formula asks for it.
    pub log_base: Option<f64>,
    /// How evaluators were put together.
    pub aggregation: Aggregation,
    /// The vendors, best first.
    pub vendors: Vec<DecidedVendor>,
}

/// How one vendor stood then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DecidedVendor {
    /// Its clause number, which no other vendor ever gets.
    pub number: u32,
    /// What it was called.
    pub title: String,
    /// Its rank.
    pub rank: u32,
    /// Its total.
    pub total: f64,
    /// The scores of the parts, 0 to 100, in the order of [`ScorePart::ALL`].
    pub parts: [f64; 4],
    /// Its base price a month.
    pub price: Money,
}

/// One thing that is otherwise since.
#[derive(Clone, Debug, PartialEq)]
pub enum Since {
    /// The weight of a part, in basis points.
    Weight(ScorePart, u32, u32),
    /// How the price becomes points.
    PriceFormula(PriceFormula, PriceFormula),
    /// The prices for full points and for none.
    Bounds((Money, Money), (Money, Money)),
    /// The base of the logarithm.
    LogBase(f64, f64),
    /// How evaluators are put together.
    Aggregation(Aggregation, Aggregation),
    /// A vendor is not ranked any more.
    Gone(String),
    /// A vendor was not ranked then.
    New(String),
    /// The base price of a vendor.
    Price(String, Money, Money),
    /// The score of a part of a vendor.
    Score(String, ScorePart, f64, f64),
    /// Rank and total of a vendor.
    Rank(String, (u32, f64), (u32, f64)),
    /// There is no ranking any more.
    NoRanking,
}

impl Selection {
    /// Writes down what the decision rests on.
    pub fn note_decision(&mut self, today: NaiveDate) {
        self.decision.rested_on = self.ranking(today).ok().map(|ranking| self.stands(&ranking, today));
    }

    fn stands(&self, ranking: &Ranking, date: NaiveDate) -> DecidedOn {
        let vendors = ranking.rows.iter().filter_map(|row| {
            let vendor = self.vendors.get(row.vendor)?;
            Some(DecidedVendor {
                number: vendor.number,
                title: self.title_of(row.vendor),
                rank: u32::try_from(row.rank).ok()?,
                total: row.total,
                parts: row.parts,
                price: row.price.price,
            })
        });
        let method = &self.method;
        let has = |formula| method.price_formula == formula;
        DecidedOn {
            date: Some(date),
            weights_bp: ranking.weights_bp,
            price_formula: method.price_formula,
            bounds: method.price_low.zip(method.price_high).filter(|_| has(PriceFormula::PresetBounds)),
            log_base: Some(method.log_base).filter(|_| has(PriceFormula::Log)),
            aggregation: method.aggregation,
            vendors: vendors.collect(),
        }
    }

    /// Lists what is otherwise than when the decision was locked; nothing where none ever was.
    #[must_use]
    pub fn since_decision(&self, today: NaiveDate) -> Vec<Since> {
        let Some(then) = &self.decision.rested_on else { return Vec::new() };
        let Ok(ranking) = self.ranking(today) else { return vec![Since::NoRanking] };
        differences(then, &self.stands(&ranking, today))
    }
}

/// What moved less than this is the same: figures are shown with one decimal.
const LEAST: f64 = 0.05;

fn differences(then: &DecidedOn, now: &DecidedOn) -> Vec<Since> {
    let moved = |a: f64, b: f64| LEAST <= (a - b).abs();
    let mut found = Vec::new();
    for ((part, before), after) in ScorePart::ALL.into_iter().zip(then.weights_bp).zip(now.weights_bp) {
        if before != after {
            found.push(Since::Weight(part, before, after));
        }
    }
    if then.price_formula != now.price_formula {
        found.push(Since::PriceFormula(then.price_formula, now.price_formula));
    }
    if let (Some(before), Some(after)) = (then.bounds, now.bounds)
        && before != after
    {
        found.push(Since::Bounds(before, after));
    }
    if let (Some(before), Some(after)) = (then.log_base, now.log_base)
        && (before - after).abs() > 0.0
    {
        found.push(Since::LogBase(before, after));
    }
    if then.aggregation != now.aggregation {
        found.push(Since::Aggregation(then.aggregation, now.aggregation));
    }
    for before in &then.vendors {
        let Some(after) = now.vendors.iter().find(|after| after.number == before.number) else {
            found.push(Since::Gone(before.title.clone()));
            continue;
        };
        let title = || after.title.clone();
        if before.price != after.price {
            found.push(Since::Price(title(), before.price, after.price));
        }
        // The score of the price follows from prices, formula and bounds; only what was judged is told apart from it.
        for ((part, a), b) in ScorePart::ALL.into_iter().zip(before.parts).zip(after.parts) {
            if part != ScorePart::Price && moved(a, b) {
                found.push(Since::Score(title(), part, a, b));
            }
        }
        if before.rank != after.rank || moved(before.total, after.total) {
            found.push(Since::Rank(title(), (before.rank, before.total), (after.rank, after.total)));
        }
    }
    let is_new = |after: &&DecidedVendor| then.vendors.iter().all(|before| before.number != after.number);
    found.extend(now.vendors.iter().filter(is_new).map(|after| Since::New(after.title.clone())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vendor(number: u32, rank: u32, total: f64, price: i64) -> DecidedVendor {
        DecidedVendor {
            number,
            title: format!("V-{number}"),
            rank,
            total,
            price: Money(price),
            ..Default::default()
        }
    }

    #[test]
    fn nothing_differs_from_itself() {
        let then = DecidedOn { vendors: vec![vendor(1, 1, 80.0, 5)], ..DecidedOn::default() };
        assert_eq!(differences(&then, &then.clone()), []);
    }

    #[test]
    fn bounds_that_moved_are_named_as_the_cause() {
        let then = DecidedOn { bounds: Some((Money(5), Money(12))), ..DecidedOn::default() };
        let now = DecidedOn { bounds: Some((Money(5), Money(20))), ..DecidedOn::default() };
        assert_eq!(differences(&then, &now), [Since::Bounds((Money(5), Money(12)), (Money(5), Money(20)))]);
    }

    #[test]
    fn what_differs_is_named_with_both_values() {
        let then = DecidedOn {
            weights_bp: [2500; 4],
            vendors: vec![vendor(1, 1, 80.0, 5), vendor(2, 2, 70.0, 4)],
            ..DecidedOn::default()
        };
        let now = DecidedOn {
            weights_bp: [3000, 2500, 2500, 2000],
            vendors: vec![vendor(3, 1, 90.0, 5), vendor(1, 2, 80.01, 6)],
            ..then.clone()
        };
        let expected = [
            Since::Weight(ScorePart::Capability, 2500, 3000),
            Since::Weight(ScorePart::Price, 2500, 2000),
            Since::Price("V-1".to_owned(), Money(5), Money(6)),
            Since::Rank("V-1".to_owned(), (1, 80.0), (2, 80.01)),
            Since::Gone("V-2".to_owned()),
            Since::New("V-3".to_owned()),
        ];
        assert_eq!(differences(&then, &now), expected);
    }
}
