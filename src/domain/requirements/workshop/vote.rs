//! Silent votes: everybody votes before anybody sees a vote, so that nobody follows the loudest.

use chrono::NaiveDate;
use decode::Decode;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::ids::Id;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::suitability::Factor;
use crate::domain::requirements::workshop::{Participant, Workshop};
use crate::domain::requirements::{Feature, Module, Priority, Requirements};
use crate::domain::scale::Rating;
use crate::domain::sorted_map::SortedMap;

/// What is voted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// How much each feature is needed.
    #[default]
    Priorities,
    /// One factor of the screening, for each module.
    Rating(Factor),
}

impl Subject {
    /// Counts the choices there are for each item.
    #[must_use]
    pub const fn n_choices(self) -> usize {
        match self {
            Self::Priorities => Priority::ALL.len(),
            Self::Rating(_) => 5,
        }
    }
}

/// What one participant votes. An item that is not in it is abstained from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Ballot {
    priorities: SortedMap<Id<Feature>, Priority>,
    ratings: SortedMap<Id<Module>, Rating>,
}

impl Ballot {
    /// Returns the choice for an item, by its place among the choices.
    #[must_use]
    pub fn choice(&self, subject: Subject, bits: u128) -> Option<usize> {
        match subject {
            Subject::Priorities => {
                let priority = self.priorities.get(&Id::fixed(bits))?;
                Priority::ALL.iter().position(|known| known == priority)
            }
            Subject::Rating(_) => {
                self.ratings.get(&Id::fixed(bits)).map(|rating| usize::from(rating.get()) - 1)
            }
        }
    }

    /// Chooses for an item, or abstains.
    pub fn choose(&mut self, subject: Subject, bits: u128, choice: Option<usize>) {
        self.priorities.remove(&Id::fixed(bits));
        self.ratings.remove(&Id::fixed(bits));
        let Some(choice) = choice else { return };
        match (subject, Priority::ALL.get(choice), rating(choice)) {
            (Subject::Priorities, Some(priority), _) => {
                self.priorities.insert(Id::fixed(bits), *priority);
            }
            (Subject::Rating(_), _, Some(rating)) => {
                self.ratings.insert(Id::fixed(bits), rating);
            }
            _ => (),
        }
    }
}

fn rating(choice: usize) -> Option<Rating> {
    Rating::new(u8::try_from(choice + 1).ok()?).ok()
}

/// One round of voting. Before it is revealed nothing tells what anybody voted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Round {
    /// What is voted on.
    subject: Subject,
    /// The ballots cast.
    ballots: SortedMap<Id<Participant>, Ballot>,
    /// When they were revealed.
    revealed: Option<NaiveDate>,
    /// Who was here and had not voted when they were.
    without: Vec<Id<Participant>>,
}

/// Why a ballot was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CastError {
    /// The round is revealed, and its ballots are fixed.
    #[error("the round is revealed")]
    Revealed,
    /// Nothing was chosen.
    #[error("the ballot is empty")]
    Empty,
}

/// What a vote on one item came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody voted.
    Nothing,
    /// One choice, by its place.
    Clear(usize),
    /// These are level, and the room has to talk.
    Tied(Vec<usize>),
}

/// The votes on one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The item, by the bits of its id.
    pub bits: u128,
    /// How many voted for each choice.
    pub counts: Vec<usize>,
    /// What it came to.
    pub outcome: Outcome,
}

impl Round {
    /// Begins a round.
    #[must_use]
    pub fn on(subject: Subject) -> Self {
        Self { subject, ..Self::default() }
    }

    /// Returns what is voted on.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// Tells whether the ballots are open to all.
    #[must_use]
    pub const fn is_revealed(&self) -> bool {
        self.revealed.is_some()
    }

    /// Tells whether somebody has voted.
    #[must_use]
    pub fn has_voted(&self, participant: Id<Participant>) -> bool {
        self.ballots.get(&participant).is_some()
    }

    /// Counts those who have voted.
    #[must_use]
    pub fn n_voted(&self) -> usize {
        self.ballots.len()
    }

    /// Takes a ballot; a later one of the same participant takes the place of the first.
    pub fn cast(&mut self, participant: Id<Participant>, ballot: Ballot) -> Result<(), CastError> {
        if self.is_revealed() {
            return Err(CastError::Revealed);
        }
        if ballot == Ballot::default() {
            return Err(CastError::Empty);
        }
        self.ballots.insert(participant, ballot);
        Ok(())
    }

    /// Lists those who are here and have not voted yet.
    #[must_use]
    pub fn waits_for(&self, participants: &Register<Participant>) -> Vec<Id<Participant>> {
        let waits = |one: &Participant| one.present && !self.has_voted(one.id);
        participants.iter().filter(|one| waits(one)).map(|one| one.id).collect()
    }

    /// Lists those the votes were revealed without.
    #[must_use]
    pub fn without(&self) -> &[Id<Participant>] {
        &self.without
    }

    /// Counts the votes of a revealed round, item by item: the most frequent priority, the median rating. Before, nothing.
    #[must_use]
    pub fn tallies(&self, requirements: &Requirements) -> Option<Vec<Tally>> {
        self.revealed?;
        let tally = |Voted { bits, .. }: Voted| {
            let mut counts = vec![0; self.subject.n_choices()];
            for choice in self.ballots.values().filter_map(|ballot| ballot.choice(self.subject, bits)) {
                if let Some(count) = counts.get_mut(choice) {
                    *count += 1;
                }
            }
            let outcome = match self.subject {
                Subject::Priorities => most_frequent(&counts),
                Subject::Rating(_) => median(&counts),
            };
            Tally { bits, counts, outcome }
        };
        Some(requirements.voted_on(self.subject).into_iter().map(tally).collect())
    }

    /// Drops the votes on what is gone and, as long as nothing is revealed, the ballots of those who are gone. What the
    /// room has seen stays as it was.
    pub(super) fn mend(
        &mut self,
        participants: &Register<Participant>,
        features: &Register<Feature>,
        modules: &Register<Module>,
    ) {
        let is_revealed = self.is_revealed();
        self.without.retain(|participant| participants.has(*participant));
        self.ballots.retain(|participant, ballot| {
            ballot.priorities.retain(|feature, _| features.has(*feature));
            ballot.ratings.retain(|module, _| modules.has(*module));
            is_revealed || participants.has(*participant)
        });
    }
}

fn most_frequent(counts: &[usize]) -> Outcome {
    let highest = counts.iter().copied().max().unwrap_or(0);
    if highest == 0 {
        return Outcome::Nothing;
    }
    let level: Vec<_> = (0..counts.len()).filter(|place| counts.get(*place) == Some(&highest)).collect();
    match level.as_slice() {
        [one] => Outcome::Clear(*one),
        _ => Outcome::Tied(level),
    }
}

/// With an even number of votes two stand in the middle; where they differ, nothing says which holds.
fn median(counts: &[usize]) -> Outcome {
    let votes = counts.iter().enumerate().flat_map(|(choice, count)| std::iter::repeat_n(choice, *count));
    let votes: Vec<_> = votes.collect();
    let (low, high) = (votes.get(votes.len().saturating_sub(1) / 2), votes.get(votes.len() / 2));
    match (low, high) {
        (Some(low), Some(high)) if low == high => Outcome::Clear(*low),
        (Some(low), Some(high)) => Outcome::Tied(vec![*low, *high]),
        _ => Outcome::Nothing,
    }
}

/// One item that is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voted {
    /// The bits of its id.
    pub bits: u128,
    /// Its clause number.
    pub clause: String,
    /// Its name.
    pub name: String,
}

impl Workshop {
    /// Shows the ballots to all, and notes whom the room did not wait for. A round nobody voted in stays as it is.
    pub fn reveal(&mut self, today: NaiveDate) {
        let Some(round) = &mut self.round else { return };
        if round.n_voted() == 0 || round.is_revealed() {
            return;
        }
        (round.without, round.revealed) = (round.waits_for(&self.participants), Some(today));
    }
}

impl Requirements {
    /// Lists what a vote is about.
    #[must_use]
    pub fn voted_on(&self, subject: Subject) -> Vec<Voted> {
        fn all<T: Item>(register: &Register<T>, name: fn(&T) -> &String) -> Vec<Voted> {
            let voted =
                |item: &T| Voted { bits: item.id().bits(), clause: item.clause(), name: name(item).clone() };
            register.iter().map(|item| voted(item)).collect()
        }
        match subject {
            Subject::Priorities => all(&self.features, |feature| &feature.name),
            Subject::Rating(_) => all(&self.modules, |module| &module.name),
        }
    }

    /// Lists the clear outcomes of a revealed round that are not what stands there now.
    #[must_use]
    pub fn untaken(&self) -> Vec<(u128, usize)> {
        let Some(round) = &self.workshop.round else { return Vec::new() };
        let present = |bits: u128| match round.subject {
            Subject::Priorities => {
                let feature = self.features.get(Id::fixed(bits))?;
                Priority::ALL.iter().position(|known| *known == feature.priority)
            }
            Subject::Rating(factor) => {
                let rating = factor.of(&self.modules.get(Id::fixed(bits))?.factors)?;
                Some(usize::from(rating.get()) - 1)
            }
        };
        let tallies = round.tallies(self).unwrap_or_default().into_iter();
        let clear = tallies.filter_map(|tally| match tally.outcome {
            Outcome::Clear(choice) => Some((tally.bits, choice)),
            _ => None,
        });
        clear.filter(|(bits, choice)| present(*bits) != Some(*choice)).collect()
    }

    /// Puts the clear outcomes of a revealed round where they belong. What is level stays as it is.
    pub fn take_over(&mut self) {
        let Some(subject) = self.workshop.round.as_ref().map(Round::subject) else { return };
        for (bits, choice) in self.untaken() {
            match subject {
                Subject::Priorities => self.features.update(Id::fixed(bits), |feature| {
                    feature.priority = Priority::ALL.get(choice).copied().unwrap_or(feature.priority);
                }),
                Subject::Rating(factor) => {
                    let set = |module: &mut Module| factor.set(&mut module.factors, rating(choice));
                    self.modules.update(Id::fixed(bits), set);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
