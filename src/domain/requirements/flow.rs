//! How a process runs across the seam: its steps in their order, which party does each, and where each leads.

use decode::Decode;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::item;

/// Where a step or an answer leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// To the step below; from the last one to the end.
    #[default]
    Following,
    /// To the step with this number, counted from 1.
    Step(u32),
    /// To the end.
    End,
}

/// What happens at a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Something is done.
    #[default]
    Action,
    /// Something is decided; each answer leads on.
    Decision,
}

impl StepKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Action, Self::Decision];
}

/// One answer of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// The answer, for example "yes".
    pub label: String,
    /// Where it leads.
    pub next: Next,
}

/// One step of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FlowStep {
    /// What is done, or what is decided.
    pub name: String,
    /// Who does it.
    pub side: Side,
    /// What happens.
    pub kind: StepKind,
    /// Where it leads, unless it is a decision.
    pub next: Next,
    /// The answers of a decision.
    pub answers: Vec<Answer>,
}

/// One process, for example a complaint from the first call to the refund.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Process {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Its steps. The first one is where it starts.
    pub steps: Vec<FlowStep>,
}
item!(Process, "J", 1);

/// Where an arrow ends. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// At a step.
    Step(usize),
    /// At the end of the process.
    End,
    /// At a number no step has.
    Nowhere(u32),
}

/// What is doubtful about a process. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No arrow comes to this step on any way from the start.
    Unreached(usize),
    /// This step leads to a number no step has.
    NoTarget(usize, u32),
    /// This decision has fewer than two answers.
    OneAnswer(usize),
    /// No way leads to the end.
    NeverEnds,
    /// From this step no way leads to the end, though others do.
    Trapped(usize),
    /// All of it is done by one party.
    OneParty(Side),
}

impl FlowStep {
    /// Goes through where it leads, as an action or by its answers.
    fn arrows_mut(&mut self) -> impl Iterator<Item = &mut Next> {
        std::iter::once(&mut self.next).chain(self.answers.iter_mut().map(|answer| &mut answer.next))
    }
}

impl Process {
    /// Lists where a step leads, each with the answer it takes.
    #[must_use]
    pub fn exits(&self, place: usize) -> Vec<(&str, Target)> {
        let Some(step) = self.steps.get(place) else { return Vec::new() };
        let target = |next: Next| self.target(place, next);
        match step.kind {
            StepKind::Action => vec![("", target(step.next))],
            StepKind::Decision => {
                step.answers.iter().map(|answer| (answer.label.as_str(), target(answer.next))).collect()
            }
        }
    }

    fn target(&self, place: usize, next: Next) -> Target {
        let count = self.steps.len();
        match next {
            Next::Following if place + 1 < count => Target::Step(place + 1),
            Next::Following | Next::End => Target::End,
            Next::Step(number) => match (number as usize).checked_sub(1) {
                Some(to) if to < count => Target::Step(to),
                _ => Target::Nowhere(number),
            },
        }
    }

    /// Lists every arrow from one step to another.
    fn arrows(&self) -> Vec<(usize, usize)> {
        let exits = (0..self.steps.len())
            .flat_map(|from| self.exits(from).into_iter().map(move |exit| (from, exit.1)));
        let between = |(from, target)| match target {
            Target::Step(to) => Some((from, to)),
            _ => None,
        };
        exits.filter_map(between).collect()
    }

    /// Tells of each step whether some way leads to it from the first one.
    #[must_use]
    pub fn reached(&self) -> Vec<bool> {
        spread((0..self.steps.len()).map(|place| place == 0).collect(), &self.arrows())
    }

    /// Tells of each step whether some way leads from it to the end.
    #[must_use]
    pub fn ends(&self) -> Vec<bool> {
        let is_last = |place| self.exits(place).iter().any(|(_, target)| *target == Target::End);
        let back: Vec<_> = self.arrows().into_iter().map(|(from, to)| (to, from)).collect();
        spread((0..self.steps.len()).map(is_last).collect(), &back)
    }

    /// Counts the arrows that cross the seam.
    #[must_use]
    pub fn handovers(&self) -> usize {
        let side = |place: usize| self.steps.get(place).map(|step| step.side);
        self.arrows().into_iter().filter(|(from, to)| side(*from) != side(*to)).count()
    }

    /// Tells whether a word of its steps is written: what is only there to be filled in is not doubtful yet.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.steps.iter().any(|step| !step.name.trim().is_empty())
    }

    /// Lists what is doubtful, in the order of the steps.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        let Some(first) = self.steps.first().filter(|_| self.is_begun()) else { return Vec::new() };
        let (reached, ends) = (self.reached(), self.ends());
        let at = |of: &[bool], place: usize| of.get(place).copied().unwrap_or_default();
        let does_end = at(&ends, 0);
        let mut found = Vec::new();
        for (place, step) in self.steps.iter().enumerate() {
            if !at(&reached, place) {
                found.push(Doubt::Unreached(place));
            }
            found.extend(self.exits(place).into_iter().filter_map(|(_, target)| match target {
                Target::Nowhere(number) => Some(Doubt::NoTarget(place, number)),
                _ => None,
            }));
            if step.kind == StepKind::Decision && step.answers.len() < 2 {
                found.push(Doubt::OneAnswer(place));
            }
            if does_end && at(&reached, place) && !at(&ends, place) {
                found.push(Doubt::Trapped(place));
            }
        }
        if !does_end {
            found.push(Doubt::NeverEnds);
        }
        // One step has one side: it takes two to leave a party out.
        if 1 < self.steps.len() && self.steps.iter().all(|step| step.side == first.side) {
            found.push(Doubt::OneParty(first.side));
        }
        found
    }

    /// Puts a step at a place. Arrows to the steps below go on leading to them; the step above runs into the new one.
    pub fn insert(&mut self, at: usize, step: FlowStep) {
        let at = at.min(self.steps.len());
        self.redirect(|to| Next::Step(if at <= to { to + 2 } else { to + 1 } as u32));
        self.steps.insert(at, step);
    }

    /// Takes a step out. What led to it leads to where it led; what led to a decision, or to a step that led to itself or
    /// nowhere, leads to the step below it.
    pub fn remove(&mut self, at: usize) {
        let Some(step) = self.steps.get(at) else { return };
        let below = self.target(at, Next::Following);
        let beyond = match (step.kind, self.target(at, step.next)) {
            (StepKind::Action, target @ Target::End) => target,
            (StepKind::Action, target @ Target::Step(to)) if to != at => target,
            _ => below,
        };
        let led_on = match beyond {
            Target::Step(to) => Next::Step(if at < to { to } else { to + 1 } as u32),
            Target::End | Target::Nowhere(_) => Next::End,
        };
        self.redirect(|to| match to {
            _ if to == at => led_on,
            _ if at < to => Next::Step(to as u32),
            _ => Next::Step(to as u32 + 1),
        });
        if beyond != below
            && let Some(above) = at.checked_sub(1).and_then(|above| self.steps.get_mut(above))
        {
            above.arrows_mut().filter(|next| **next == Next::Following).for_each(|next| *next = led_on);
        }
        self.steps.remove(at);
    }

    /// Moves a step by a number of places, as far as there are any. Arrows with a number go on leading to their
    /// steps; those to the step below follow the order.
    pub fn shift(&mut self, at: usize, places: isize) {
        let Some(last) = self.steps.len().checked_sub(1).filter(|last| at <= *last) else { return };
        let to = at.saturating_add_signed(places).min(last);
        self.redirect(|place| {
            let moved = match place {
                _ if place == at => to,
                _ if at < place && place <= to => place - 1,
                _ if to <= place && place < at => place + 1,
                _ => place,
            };
            Next::Step(moved as u32 + 1)
        });
        let step = self.steps.remove(at);
        self.steps.insert(to, step);
    }

    /// Leads every arrow to the step at a place elsewhere.
    fn redirect(&mut self, to: impl Fn(usize) -> Next) {
        let count = self.steps.len();
        let answers = |step: &mut FlowStep| {
            step.arrows_mut().for_each(|next| {
                if let Next::Step(number) = *next
                    && let Some(place) = (number as usize).checked_sub(1).filter(|place| *place < count)
                {
                    *next = to(place);
                }
            });
        };
        self.steps.iter_mut().for_each(answers);
    }
}

/// Adds everything the arrows lead to from what is known.
fn spread(mut known: Vec<bool>, arrows: &[(usize, usize)]) -> Vec<bool> {
    loop {
        let is_known = |place: usize| known.get(place).copied().unwrap_or_default();
        let Some((_, new)) = arrows.iter().find(|(from, to)| is_known(*from) && !is_known(*to)) else {
            return known;
        };
        match known.get_mut(*new) {
            Some(place) => *place = true,
            None => return known,
        }
    }
}

#[cfg(test)]
mod tests;
