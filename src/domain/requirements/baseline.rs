//! What the parties confirm: what has to be there, and the versions both have confirmed.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register, item};
use crate::domain::requirements::confirmed::{Confirmed, fingerprint};
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::wording::criteria::is_unwritten;
use crate::domain::requirements::{Confirmation, Feature, Goal, Requirements, SlaLine};
use crate::domain::sorted_map::SortedMap;
use crate::domain::task::Task;

/// What is missing before the requirements can be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Lack {
    /// Nothing is written yet.
    Everything,
    Project,
    Client,
    Vendor,
    Measure,
    Baseline,
    Definition,
    Target,
    Contents,
    Acceptance,
    Exclusions,
    Source,
    Penalty,
    Answer,
    Owner,
    Due,
    Guarded,
    /// A share of more than all, or less than nothing.
    Share,
    /// The parties understand it differently, and no question says so.
    Question,
}

/// What both parties have to be able to rely on once it is confirmed.
pub trait Mandatory {
    /// Lists what is missing in it.
    fn lacks(&self) -> Vec<Lack>;

    /// Lists what is asked of it besides and stands in nobody's way.
    fn asks(&self) -> Vec<Lack> {
        Vec::new()
    }
}

fn missing<const N: usize>(of: [(bool, Lack); N]) -> Vec<Lack> {
    of.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, lack)| lack).collect()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

impl Mandatory for Goal {
    fn lacks(&self) -> Vec<Lack> {
        missing([(is_blank(&self.measure), Lack::Measure), (self.target.is_none(), Lack::Target)])
    }

    fn asks(&self) -> Vec<Lack> {
        missing([
            (self.baseline.is_none(), Lack::Baseline),
            (self.due.is_none(), Lack::Due),
            (is_blank(&self.source), Lack::Source),
        ])
    }
}
impl Mandatory for Feature {
    fn lacks(&self) -> Vec<Lack> {
        missing([
            (is_blank(&self.includes), Lack::Contents),
            (is_unwritten(&self.acceptance), Lack::Acceptance),
            (is_blank(&self.excluded), Lack::Exclusions),
        ])
    }
}
/// Of the six parts of a service level the exclusions may be empty, and target and period stand together. Who answers
/// for it and what it guards can still be settled after both parties agreed on the figures.
impl Mandatory for SlaLine {
    fn lacks(&self) -> Vec<Lack> {
        missing([
            (is_blank(&self.measure), Lack::Measure),
            (is_blank(&self.definition), Lack::Definition),
            (self.target.is_none(), Lack::Target),
            (self.is_beyond_all(), Lack::Share),
            (is_blank(&self.source), Lack::Source),
            (is_blank(&self.penalty), Lack::Penalty),
        ])
    }

    fn asks(&self) -> Vec<Lack> {
        missing([(self.owner.is_none(), Lack::Owner), (self.feature.is_none(), Lack::Guarded)])
    }
}

/// A question that is answered lacks nothing; an open one stands in the way, the more so while nobody sees to it.
impl Mandatory for Question {
    fn lacks(&self) -> Vec<Lack> {
        if !self.is_open() {
            return Vec::new();
        }
        missing([(true, Lack::Answer), (is_blank(&self.owner), Lack::Owner), (self.due.is_none(), Lack::Due)])
    }
}

/// Where something stands in the way of a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// With the names of project and parties.
    Names,
    /// On the page of a task.
    Task(Task),
    /// With the open questions.
    Questions,
    /// Where the answers of the parties differ.
    Differences,
}

/// One thing that stands in the way of a confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Where it stands.
    pub place: Place,
    /// The clause number; empty where the whole page is meant.
    pub clause: String,
    /// What is missing there.
    pub lack: Lack,
}

/// Lists what has to be written before a party can confirm: who agrees on what project, at least one goal, feature and
/// service level, in each of them what is mandatory, an answer to every question, and a question wherever the parties
/// answered differently.
#[must_use]
pub fn obstacles(project: &Project) -> Vec<Obstacle> {
    fn find<T: Item + Mandatory>(place: Place, items: &Register<T>, found: &mut Vec<Obstacle>) {
        for item in items.iter() {
            let lacks = item.lacks().into_iter();
            found.extend(lacks.map(|lack| Obstacle { place, clause: item.clause(), lack }));
        }
    }
    fn find_some<T: Item + Mandatory>(task: Task, items: &Register<T>, found: &mut Vec<Obstacle>) {
        let place = Place::Task(task);
        if items.is_empty() {
            found.push(Obstacle { place, clause: String::new(), lack: Lack::Everything });
        }
        find(place, items, found);
    }
    let (profile, requirements) = (&project.profile, &project.requirements);
    let unnamed = missing([
        (is_blank(&profile.name), Lack::Project),
        (is_blank(&profile.client.name), Lack::Client),
        (is_blank(&profile.vendor.name), Lack::Vendor),
    ]);
    let unnamed =
        unnamed.into_iter().map(|lack| Obstacle { place: Place::Names, clause: String::new(), lack });
    let mut found: Vec<_> = unnamed.collect();
    find_some(Task::Goals, &requirements.goals, &mut found);
    find_some(Task::Scope, &requirements.features, &mut found);
    find_some(Task::Sla, &requirements.sla, &mut found);
    find(Place::Questions, &requirements.questions, &mut found);
    let unasked = requirements.unasked().into_iter();
    found.extend(unasked.map(|scenario| Obstacle {
        place: Place::Differences,
        clause: scenario.clause(),
        lack: Lack::Question,
    }));
    found
}

/// Tells whether something changed since a side confirmed.
#[must_use]
pub fn is_outdated(project: &Project, side: Side) -> bool {
    project
        .requirements
        .confirmed(side)
        .is_some_and(|confirmed| confirmed.fingerprint != fingerprint(project))
}

/// A version of the requirements that both parties confirmed, as it was. Nothing takes it away but undoing the very
/// confirmation that made it, or a file that replaces the whole project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Baseline {
    /// The id.
    pub id: Id<Self>,
    /// The version: 1, 2, …
    pub number: u32,
    /// The client's confirmation; its parts stand in the content.
    pub client: Confirmation,
    /// The vendor's confirmation; its parts stand in the content.
    pub vendor: Confirmation,
    /// What they confirmed.
    pub content: Confirmed,
}
item!(Baseline, "Z", 1);

impl Baseline {
    /// Returns the fingerprint both confirmed.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.client.fingerprint
    }

    /// Returns the day the second party confirmed.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.client.date.max(self.vendor.date)
    }

    /// Tells whether the content is what both confirmed: it has the fingerprint of both confirmations, and no number
    /// twice, of which the fingerprint would cover one.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let fingerprint = self.content.fingerprint();
        !self.content.repeats_numbers()
            && [&self.client, &self.vendor].into_iter().all(|confirmed| confirmed.fingerprint == fingerprint)
    }
}

impl Requirements {
    /// Returns the version both parties confirmed last.
    #[must_use]
    pub fn latest(&self) -> Option<&Baseline> {
        self.baselines.iter().last().map(|baseline| &**baseline)
    }

    /// Returns what a side confirmed, as it stood: from its confirmation, or from the version it became a part of.
    /// A confirmation of an older version of the app has neither.
    #[must_use]
    pub fn confirmed_content(&self, side: Side) -> Option<&Confirmed> {
        let confirmed = self.confirmed(side)?;
        let version = || {
            let mut versions = self.baselines.iter().rev();
            versions.find(|one| one.fingerprint() == confirmed.fingerprint).map(|one| &one.content)
        };
        confirmed.content.as_deref().or_else(version)
    }
}

impl Project {
    /// Keeps what both parties have confirmed as a version, before an edit and after it: before it, since a file of an
    /// older version of the app holds confirmations alone, and the edit may change what they were about.
    pub fn keep_baseline(&mut self, before: &Self, mut new_id: impl FnMut() -> Id<Baseline>) {
        for project in [before.clone(), self.clone()] {
            let latest = self.requirements.latest().map(Baseline::fingerprint);
            let Some([client, vendor]) = project.newly_agreed(latest) else { continue };
            let baselines = &mut Arc::make_mut(&mut self.requirements).baselines;
            baselines.add(new_id(), |baseline| {
                (baseline.client, baseline.vendor) = (client, vendor);
                baseline.content = Confirmed::of(&project);
            });
            // The version holds it from here on.
            let requirements = Arc::make_mut(&mut self.requirements);
            let print = requirements.latest().map(|latest| latest.fingerprint().to_owned());
            for side in Side::ALL {
                let confirmed = requirements.confirmed_mut(side).as_mut();
                if let Some(same) = confirmed.filter(|one| Some(&one.fingerprint) == print.as_ref()) {
                    same.content = None;
                }
            }
        }
    }

    /// Returns both confirmations, without their parts, where they are about what stands there now and that is not the
    /// latest version. The fingerprint is asked for last: it is most of the work, and this runs with every edit.
    fn newly_agreed(&self, latest: Option<&str>) -> Option<[Confirmation; 2]> {
        let [client, vendor] = Side::ALL.map(|side| self.requirements.confirmed(side));
        let (client, vendor) = (client?, vendor?);
        let print = &client.fingerprint;
        let is_new = *print == vendor.fingerprint && latest != Some(print) && *print == fingerprint(self);
        let alone =
            |one: &Confirmation| Confirmation { parts: SortedMap::default(), content: None, ..one.clone() };
        is_new.then(|| [alone(client), alone(vendor)])
    }
}

#[cfg(test)]
mod tests;
