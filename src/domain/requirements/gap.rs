//! What the own team cannot do yet, and what is left of it once the vendor joins.
//!
//! Gap = max(0, required − present) on levels 0 to 5; gap % = 100 × Σ w × gap / Σ w × required. After the vendor joins,
//! the better of both levels counts. Coverage is what remains to 100 %.

use decode::Decode;
use serde::Serialize;
use thiserror::Error;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::item;
use crate::domain::requirements::{Module, Requirements};
use crate::domain::scale::Score;
use crate::domain::selection::Criterion;

/// The highest level of a skill.
const HIGHEST: f64 = 5.0;

/// One skill the service needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Skill {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// How much it counts beside the others; any sum will do.
    pub weight: Option<u32>,
    /// The level needed.
    pub required: Option<Score>,
    /// The level of the own team.
    pub present: Option<Score>,
    /// The level the vendor brings.
    pub after: Option<Score>,
    /// What the levels rest on.
    pub basis: String,
    /// The module that needs it.
    pub module: Option<Id<Module>>,
    /// The criterion vendors are scored on for it.
    pub criterion: Option<Id<Criterion>>,
}
item!(Skill, "H", 2);

impl Skill {
    /// Returns what the gap is computed from; nothing while the weight or one of both levels is open.
    #[must_use]
    pub fn capability(&self) -> Option<Capability> {
        let level = |score: Score| f64::from(score.get());
        Some(Capability {
            weight: self.weight?,
            required: self.required.map(level)?,
            current: self.present.map(level)?,
            vendor: self.after.map(level),
        })
    }

    /// Tells whether the own team falls short of it.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.present.is_some() && self.present < self.required
    }
}

/// What the gap of one skill is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capability {
    /// How much it counts.
    pub weight: u32,
    /// The level needed, 0 to 5.
    pub required: f64,
    /// The level at hand, 0 to 5.
    pub current: f64,
    /// The level the vendor brings, 0 to 5; nothing counts as 0.
    pub vendor: Option<f64>,
}

/// Why there are no gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GapError {
    /// A level lies outside 0 to 5.
    #[error("score_out_of_range")]
    ScoreOutOfRange,
}

/// The gap of one skill, in levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Now.
    pub now: f64,
    /// Once the vendor joins.
    pub after: f64,
}

/// All gaps with their weighted shares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// The gaps, in the order of the skills.
    pub lines: Vec<Gap>,
    /// The shares in what is required; nothing where nothing is.
    pub share: Option<Share>,
}

/// The weighted gap, in percent of what is required.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Now.
    pub gap_pct: f64,
    /// Once the vendor joins.
    pub after_gap_pct: f64,
}

impl Share {
    /// Returns how much of what is required is covered now, in percent.
    #[must_use]
    pub fn coverage_pct(self) -> f64 {
        100.0 - self.gap_pct
    }

    /// Returns how much of it is covered once the vendor joins, in percent.
    #[must_use]
    pub fn after_coverage_pct(self) -> f64 {
        100.0 - self.after_gap_pct
    }
}

/// Computes all gaps. Returns an error when a level lies outside 0 to 5.
pub fn gaps(capabilities: &[Capability]) -> Result<Gaps, GapError> {
    let is_level = |level: f64| (0.0..=HIGHEST).contains(&level);
    let mut lines = Vec::new();
    let (mut required, mut now, mut after) = (0.0, 0.0, 0.0);
    for one in capabilities {
        let vendor = one.vendor.unwrap_or(0.0);
        if ![one.required, one.current, vendor].into_iter().all(is_level) {
            return Err(GapError::ScoreOutOfRange);
        }
        let gap = Gap {
            now: (one.required - one.current).max(0.0),
            after: (one.required - one.current.max(vendor)).max(0.0),
        };
        let weight = f64::from(one.weight);
        required += weight * one.required;
        now += weight * gap.now;
        after += weight * gap.after;
        lines.push(gap);
    }
    let share = (required > 0.0)
        .then(|| Share { gap_pct: 100.0 * now / required, after_gap_pct: 100.0 * after / required });
    Ok(Gaps { lines, share })
}

impl Requirements {
    /// Computes the gaps of the skills that are filled in. The levels of a file stay within their scale.
    #[must_use]
    pub fn gaps(&self) -> Gaps {
        let known: Vec<_> = self.skills.iter().filter_map(|skill| skill.capability()).collect();
        gaps(&known).unwrap_or_default()
    }
}

impl Project {
    /// Finds the criterion a skill became: the one it is linked to, else one of the same name.
    #[must_use]
    pub fn criterion_of(&self, skill: &Skill) -> Option<Id<Criterion>> {
        let name = |name: &str| name.trim().to_lowercase();
        let wanted = name(&skill.name);
        let criteria = &self.selection.criteria;
        let same = || criteria.iter().find(|one| !wanted.is_empty() && name(&one.name) == wanted);
        skill.criterion.filter(|id| criteria.has(*id)).or_else(|| same().map(|criterion| criterion.id))
    }

    /// Tells whether a skill may become a criterion: it has a name and a gap, and nothing is locked.
    #[must_use]
    pub fn may_become_criterion(&self, skill: &Skill) -> bool {
        let is_open = self.selection.lock_on_criteria().is_none();
        is_open && skill.is_short() && !skill.name.trim().is_empty() && self.criterion_of(skill).is_none()
    }

    /// Makes a criterion out of a skill with a gap and returns its clause number. It weighs nothing until somebody gives
    /// it a weight, so that the others keep their sum. What is a criterion already becomes none twice.
    pub fn add_criterion_of(
        &mut self,
        skill: Id<Skill>,
        id: Id<Criterion>,
        fill: impl FnOnce(&mut Criterion),
    ) -> Option<String> {
        let present = self.requirements.skills.get(skill)?.clone();
        if !self.may_become_criterion(&present) {
            return None;
        }
        let criteria = &mut std::sync::Arc::make_mut(&mut self.selection).criteria;
        let clause = criteria.add(id, |criterion| {
            criterion.name = present.name.trim().to_owned();
            fill(criterion);
        });
        let skills = &mut std::sync::Arc::make_mut(&mut self.requirements).skills;
        skills.update(skill, |skill| skill.criterion = Some(id));
        Some(clause)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::register::Item;

    fn capability() -> impl Strategy<Value = Capability> {
        let level = || 0_u8..=50;
        (1_u32..100, level(), level(), prop::option::of(level())).prop_map(
            |(weight, required, current, vendor)| {
                let level = |tenths: u8| f64::from(tenths) / 10.0;
                let (required, current, vendor) = (level(required), level(current), vendor.map(level));
                Capability { weight, required, current, vendor }
            },
        )
    }

    fn share(capabilities: &[Capability]) -> Option<Share> {
        gaps(capabilities).unwrap().share
    }

    proptest! {
        #[test]
        fn coverage_and_what_is_left_are_everything(all in prop::collection::vec(capability(), 0..9)) {
            let Some(share) = share(&all) else {
                prop_assert!(all.iter().all(|one| one.required == 0.0));
                return Ok(());
            };
            prop_assert!((share.coverage_pct() + share.gap_pct - 100.0).abs() < 1e-9);
            prop_assert!((0.0..=100.0 + 1e-9).contains(&share.gap_pct));
            prop_assert!(share.after_gap_pct <= share.gap_pct + 1e-9, "a vendor takes no skill away");
        }

        #[test]
        fn nothing_is_missing_where_everything_is_present(
            mut all in prop::collection::vec(capability(), 1..9)
        ) {
            all.iter_mut().for_each(|one| one.current = one.current.max(one.required));
            prop_assert!(share(&all).is_none_or(|share| share.gap_pct == 0.0 && share.after_gap_pct == 0.0));
        }

        #[test]
        fn only_the_proportions_of_the_weights_count(
            all in prop::collection::vec(capability(), 1..9), factor in 2_u32..50
        ) {
            let mut scaled = all.clone();
            scaled.iter_mut().for_each(|one| one.weight *= factor);
            let (one, other) = (share(&all), share(&scaled));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.gap_pct - other.gap_pct).abs() < 1e-9);
                prop_assert!((one.after_gap_pct - other.after_gap_pct).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_level_off_the_scale_is_refused() {
        let wrong = Capability { weight: 1, required: 5.1, current: 0.0, vendor: None };
        assert_eq!(gaps(&[wrong]), Err(GapError::ScoreOutOfRange));
    }

    fn project(present: u8) -> (Project, Id<Skill>) {
        let mut project = Project::default();
        let skill = Id::fixed(1);
        Arc::make_mut(&mut project.requirements).skills.add(skill, |skill| {
            (skill.name, skill.weight) = ("Training".to_owned(), Some(10));
            (skill.required, skill.present) = (Score::new(4).ok(), Score::new(present).ok());
        });
        (project, skill)
    }

    #[test]
    fn a_gap_becomes_one_criterion_and_never_two() {
        let (mut project, skill) = project(2);
        let add = |project: &mut Project, id: u128| {
            project.add_criterion_of(skill, Id::fixed(id), |criterion| criterion.hint = "h".to_owned())
        };
        assert_eq!(add(&mut project, 10), Some("C-1".to_owned()));
        let once = project.clone();
        assert_eq!(add(&mut project, 11), None);
        assert_eq!(project, once);
        // Renamed it is still the one linked; without the link one of its name is.
        Arc::make_mut(&mut project.selection).criteria.update(Id::fixed(10), |one| one.name = "T".to_owned());
        assert_eq!(add(&mut project, 11), None);
        Arc::make_mut(&mut project.requirements).skills.update(skill, |skill| skill.criterion = None);
        Arc::make_mut(&mut project.selection)
            .criteria
            .update(Id::fixed(10), |one| one.name = " training ".to_owned());
        assert_eq!(add(&mut project, 11), None);
        // Taken out, it can be made again.
        Arc::make_mut(&mut project.selection).criteria.remove(Id::fixed(10));
        project.mend_links();
        assert_eq!(add(&mut project, 11), Some("C-2".to_owned()));
    }

    #[test]
    fn what_is_covered_or_locked_becomes_no_criterion() {
        let (mut covered, skill) = project(4);
        assert_eq!(covered.add_criterion_of(skill, Id::fixed(10), |_| ()), None);
        let (mut locked, skill) = project(2);
        Arc::make_mut(&mut locked.selection).scores_locked = chrono::NaiveDate::from_ymd_opt(2026, 11, 25);
        assert_eq!(locked.add_criterion_of(skill, Id::fixed(10), |_| ()), None);
    }

    #[test]
    fn a_skill_that_is_not_filled_in_counts_for_nothing() {
        let (mut project, skill) = project(2);
        let gap = |project: &Project| project.requirements.gaps().share.map(|share| share.gap_pct);
        assert_eq!(gap(&project), Some(50.0));
        Arc::make_mut(&mut project.requirements).skills.update(skill, |skill| skill.present = None);
        assert_eq!(gap(&project), None);
        assert_eq!(
            project.requirements.skills.get(skill).map(|skill| skill.clause()),
            Some("H-01".to_owned())
        );
    }
}
