//! Where two statements of the same period differ.

use crate::domain::money::Money;
use crate::domain::performance::payment::stated::{Stated, StatedReturn};

/// A part of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Who pays whom, in which currency.
    Parties,
    /// By when.
    Due,
    /// The review.
    Review,
    /// The base fee.
    Fee,
    /// A service level, by its clause number; empty for what all come to together.
    Line(String),
    /// What is deducted in all: cap and model.
    Credits,
    /// What is earned back on a service level, by its clause number.
    Return(String),
    /// Something done besides, by its name.
    Extra(String),
    /// What is paid.
    Payment,
}

/// Where two statements differ, with the amount of both where the part has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The part.
    pub piece: Piece,
    /// The amount then.
    pub was: Option<Money>,
    /// The amount now.
    pub now: Option<Money>,
}

impl Stated {
    /// Lists where another statement of the same period differs: what is paid first, then why.
    #[must_use]
    pub fn differences(&self, now: &Self) -> Vec<Differing> {
        let fee = |one: &Self| one.fee.as_ref().map(|fee| fee.amount);
        let parties = |one: &Self| (one.client.clone(), one.vendor.clone(), one.currency);
        let deducted = |one: &Self| (one.model, one.cap, one.cap_bp, one.credits, one.consequence);
        let paid = |one: &Self| (one.payment, one.clamped);
        let fee_facts = |one: &Self| (one.fee.clone(), one.fee_clause.clone());
        let plain = [
            (paid(self) != paid(now), Piece::Payment, Some(self.payment), Some(now.payment)),
            (parties(self) != parties(now), Piece::Parties, None, None),
            (self.due != now.due, Piece::Due, None, None),
            (self.review != now.review, Piece::Review, None, None),
            (fee_facts(self) != fee_facts(now), Piece::Fee, fee(self), fee(now)),
            (deducted(self) != deducted(now), Piece::Credits, Some(self.credits), Some(now.credits)),
        ];
        let plain = plain.into_iter().filter(|(differs, ..)| *differs);
        let mut found: Vec<_> = plain.map(|(_, piece, was, now)| Differing { piece, was, now }).collect();
        compare(
            &self.lines,
            &now.lines,
            |one| one.clause.clone(),
            |one| Some(one.credit),
            Piece::Line,
            &mut found,
        );
        let earned = |one: &StatedReturn| format!("{} {}", one.clause, one.missed);
        compare(&self.returns, &now.returns, earned, |one| Some(one.amount), Piece::Return, &mut found);
        compare(
            &self.extras,
            &now.extras,
            |one| one.agreed.what.clone(),
            |one| one.amount,
            Piece::Extra,
            &mut found,
        );
        found
    }
}

/// Lists what differs between two lists: what changed or is gone, then what is new. Of those with one name the first is
/// held against the first, the second against the second.
fn compare<T: PartialEq>(
    was: &[T],
    now: &[T],
    name: impl Fn(&T) -> String,
    amount: impl Fn(&T) -> Option<Money>,
    piece: fn(String) -> Piece,
    found: &mut Vec<Differing>,
) {
    for (place, one) in was.iter().enumerate() {
        let other = counterpart(was, place, now, &name);
        if other != Some(one) {
            let now = other.and_then(&amount);
            found.push(Differing { piece: piece(name(one)), was: amount(one), now });
        }
    }
    let new = now.iter().enumerate().filter(|(place, _)| counterpart(now, *place, was, &name).is_none());
    found.extend(new.map(|(_, one)| Differing { piece: piece(name(one)), was: None, now: amount(one) }));
}

/// Looks for what stands in another list under the name of one, as often after others of that name.
fn counterpart<'a, T>(
    list: &[T],
    place: usize,
    others: &'a [T],
    name: &impl Fn(&T) -> String,
) -> Option<&'a T> {
    let wanted = name(list.get(place)?);
    let before = list.iter().take(place).filter(|one| name(one) == wanted).count();
    others.iter().filter(|other| name(other) == wanted).nth(before)
}
