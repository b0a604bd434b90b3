//! One thread from the goal on: goal → module → feature → service level → indicator → what a miss costs. Where it breaks,
//! nobody can say later why something is in the contract or whether it is kept.

use crate::domain::ids::Id;
use crate::domain::performance::{Direction, Kpi};
use crate::domain::project::Project;
use crate::domain::requirements::{Bound, Feature, Goal, Module, Priority, Requirements, SlaLine};

/// One thread, as far as it reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The goal it begins with.
    pub goal: Option<Id<Goal>>,
    /// The module the feature belongs to.
    pub module: Option<Id<Module>>,
    /// The feature.
    pub feature: Option<Id<Feature>>,
    /// The service level line that guards it.
    pub sla: Option<Id<SlaLine>>,
    /// The indicator that shows it.
    pub kpi: Option<Id<Kpi>>,
}

/// Why a thread rightly ends at its feature, without a service level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Somebody wrote why none is needed.
    Reason(String),
    /// The feature is no must-have, so none is required.
    NotRequired,
}

impl Chain {
    /// Tells whether it leads from a goal to what a miss costs.
    #[must_use]
    pub fn is_whole(&self, project: &Project) -> bool {
        let costs =
            |line: Id<SlaLine>| project.requirements.sla.get(line).is_some_and(|line| line.names_amount());
        self.kpi.is_some() && self.sla.is_some_and(costs) && !self.gaps(project).contains(&true)
    }

    /// Returns why it may end at its feature; nothing where it goes on, or has to.
    #[must_use]
    pub fn ending(&self, project: &Project) -> Option<Ending> {
        let feature = project.requirements.features.get(self.feature?).filter(|_| self.sla.is_none())?;
        if feature.has_sla_reason() {
            return Some(Ending::Reason(feature.no_sla_reason.trim().to_owned()));
        }
        (feature.priority != Priority::Must).then_some(Ending::NotRequired)
    }

    /// Tells whether it ends early without a break.
    #[must_use]
    pub fn ends_early(&self, project: &Project) -> bool {
        self.ending(project).is_some() && !self.gaps(project).contains(&true)
    }

    /// Tells where a link is missing that has to be there: goal, module, feature, service level, indicator. A module that
    /// is not chosen is none.
    #[must_use]
    pub fn gaps(&self, project: &Project) -> [bool; 5] {
        let requirements = &project.requirements;
        let feature = self.feature.and_then(|feature| requirements.features.get(feature));
        let has_end = self.ending(project).is_some();
        [
            self.goal.is_none() && self.feature.is_some(),
            feature
                .is_some_and(|feature| requirements.is_homeless(feature) || requirements.is_outside(feature)),
            self.feature.is_none() && (self.goal.is_some() || self.module.is_some() || self.sla.is_some()),
            self.sla.is_none() && (self.feature.is_some() && !has_end || self.kpi.is_some()),
            self.kpi.is_none() && self.sla.is_some(),
        ]
    }
}

impl Requirements {
    /// Tells whether a feature belongs to no module. Where none is listed there is none to belong to.
    fn is_homeless(&self, feature: &Feature) -> bool {
        feature.priority != Priority::Wont && feature.module.is_none() && !self.modules.is_empty()
    }

    /// Tells whether a feature belongs to a module that is not chosen for outsourcing. One that is agreed to be left out
    /// may well do so.
    fn is_outside(&self, feature: &Feature) -> bool {
        let module = feature.module.and_then(|module| self.modules.get(module));
        feature.priority != Priority::Wont && module.is_some_and(|module| !module.chosen)
    }
}

/// A place where the thread breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// No feature serves the goal.
    UnservedGoal(Id<Goal>),
    /// The module was chosen, and no feature says what it consists of.
    EmptyModule(Id<Module>),
    /// The feature serves no goal.
    AimlessFeature(Id<Feature>),
    /// The feature belongs to no module, though modules are listed.
    HomelessFeature(Id<Feature>),
    /// The feature belongs to a module that is not chosen for outsourcing.
    OutsideFeature(Id<Feature>),
    /// A must-have feature no service level line guards, and nobody wrote why.
    UnguardedFeature(Id<Feature>),
    /// The service level line guards no feature.
    LooseSla(Id<SlaLine>),
    /// No indicator shows whether the service level is kept.
    UnmeasuredSla(Id<SlaLine>),
    /// Missing the service level costs nothing.
    FreeSla(Id<SlaLine>),
    /// What follows when the service level is missed names no amount.
    VagueSla(Id<SlaLine>),
    /// The indicator shows no service level.
    LooseKpi(Id<Kpi>),
}

impl Kpi {
    /// Takes over from a service level line what it measures.
    pub fn measure(&mut self, line: &SlaLine) {
        let (numerator, denominator) = formula(&line.definition);
        self.name.clone_from(&line.measure);
        (self.numerator, self.denominator) = (numerator, denominator);
        self.unit.clone_from(&line.unit);
        self.direction = match line.bound {
            Bound::AtLeast => Direction::Higher,
            Bound::AtMost => Direction::Lower,
        };
        self.target = line.target;
        self.sla = Some(line.id);
    }
}

/// Splits a formula at its one fraction bar, without a remark in brackets behind it; without a bar all of it is
/// counted. A slash within words, as in 24/7, is none. Brackets right behind the bar are what is divided by.
fn formula(definition: &str) -> (String, String) {
    let definition = definition.trim().trim_end_matches(['。', '.']);
    let remark = match definition.chars().last() {
        Some('）') => definition.rfind('（'),
        Some(')') => definition.rfind('('),
        _ => None,
    };
    let before = definition.get(..remark.unwrap_or(definition.len())).unwrap_or(definition).trim();
    let counted = if before.ends_with(['÷', '/', '／']) { definition } else { before };
    let spaced = counted.replace(" / ", "÷").replace('／', "÷");
    let mut parts = spaced.split('÷').map(str::trim);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(above), Some(below), None) => (above.to_owned(), below.to_owned()),
        _ => (definition.to_owned(), String::new()),
    }
}

/// Lists every thread: those of the goals in their order, then what belongs to no goal. Each item is in at least one.
#[must_use]
pub fn chains(project: &Project) -> Vec<Chain> {
    let requirements = &project.requirements;
    let mut found = Vec::new();
    let goals = requirements.goals.iter().map(|goal| Some(goal.id)).chain([None]);
    for goal in goals {
        let features: Vec<_> = requirements.features.iter().filter(|feature| feature.goal == goal).collect();
        if features.is_empty() && goal.is_some() {
            found.push(Chain { goal, ..Chain::default() });
        }
        for feature in features {
            let start = Chain { goal, module: feature.module, feature: Some(feature.id), ..Chain::default() };
            continue_by_lines(project, start, &mut found);
        }
    }
    let is_empty =
        |module: Id<Module>| requirements.features.iter().all(|feature| feature.module != Some(module));
    let modules = requirements.modules.iter().filter(|module| module.chosen && is_empty(module.id));
    found.extend(modules.map(|module| Chain { module: Some(module.id), ..Chain::default() }));
    for line in requirements.sla.iter().filter(|line| line.feature.is_none()) {
        continue_by_kpis(project, Chain { sla: Some(line.id), ..Chain::default() }, &mut found);
    }
    let loose = project.performance.kpis.iter().filter(|kpi| kpi.sla.is_none());
    found.extend(loose.map(|kpi| Chain { kpi: Some(kpi.id), ..Chain::default() }));
    found
}

fn continue_by_lines(project: &Project, start: Chain, found: &mut Vec<Chain>) {
    let lines: Vec<_> =
        project.requirements.sla.iter().filter(|line| line.feature == start.feature).collect();
    if lines.is_empty() {
        found.push(start);
    }
    for line in lines {
        continue_by_kpis(project, Chain { sla: Some(line.id), ..start }, found);
    }
}

fn continue_by_kpis(project: &Project, start: Chain, found: &mut Vec<Chain>) {
    let kpis: Vec<_> = project.performance.kpis.iter().filter(|kpi| kpi.sla == start.sla).collect();
    if kpis.is_empty() {
        found.push(start);
    }
    found.extend(kpis.into_iter().map(|kpi| Chain { kpi: Some(kpi.id), ..start }));
}

/// Lists where the thread breaks, from the goal on.
#[must_use]
pub fn breaks(project: &Project) -> Vec<Break> {
    let (requirements, kpis) = (&project.requirements, &project.performance.kpis);
    let (goals, features, lines) = (&requirements.goals, &requirements.features, &requirements.sla);
    let serves = |goal: Id<Goal>| features.iter().any(|feature| feature.goal == Some(goal));
    let fills = |module: Id<Module>| features.iter().any(|feature| feature.module == Some(module));
    let shows = |line: Id<SlaLine>| kpis.iter().any(|kpi| kpi.sla == Some(line));
    let unserved = goals.iter().filter(|goal| !serves(goal.id)).map(|goal| Break::UnservedGoal(goal.id));
    let empty = requirements.modules.iter().filter(|module| module.chosen && !fills(module.id));
    let aimless = features.iter().filter(|feature| feature.goal.is_none());
    let homeless = features.iter().filter(|feature| requirements.is_homeless(feature));
    let outside = features.iter().filter(|feature| requirements.is_outside(feature));
    let unguarded = requirements.unguarded().into_iter().filter(|feature| !feature.has_sla_reason());
    let loose = lines.iter().filter(|line| line.feature.is_none());
    let unmeasured = lines.iter().filter(|line| !shows(line.id));
    let free = lines.iter().filter(|line| line.penalty.trim().is_empty());
    let vague = lines.iter().filter(|line| !line.penalty.trim().is_empty() && !line.names_amount());
    let loose_kpis = kpis.iter().filter(|kpi| kpi.sla.is_none());
    unserved
        .chain(empty.map(|module| Break::EmptyModule(module.id)))
        .chain(aimless.map(|feature| Break::AimlessFeature(feature.id)))
        .chain(homeless.map(|feature| Break::HomelessFeature(feature.id)))
        .chain(outside.map(|feature| Break::OutsideFeature(feature.id)))
        .chain(unguarded.map(|feature| Break::UnguardedFeature(feature.id)))
        .chain(loose.map(|line| Break::LooseSla(line.id)))
        .chain(unmeasured.map(|line| Break::UnmeasuredSla(line.id)))
        .chain(free.map(|line| Break::FreeSla(line.id)))
        .chain(vague.map(|line| Break::VagueSla(line.id)))
        .chain(loose_kpis.map(|kpi| Break::LooseKpi(kpi.id)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;

    fn project(
        goals: u128,
        features: &[(Option<u128>, bool)],
        lines: &[Option<u128>],
        kpis: &[Option<u128>],
    ) -> Project {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        let place = |at: usize| at as u128 + 1;
        for goal in 1..=goals {
            requirements.goals.add(Id::fixed(goal), |_| ());
        }
        for (at, (goal, is_must)) in features.iter().enumerate() {
            requirements.features.add(Id::fixed(place(at)), |feature| {
                feature.goal = goal.map(Id::fixed);
                feature.priority = if *is_must { Priority::Must } else { Priority::Could };
            });
        }
        for (at, feature) in lines.iter().enumerate() {
            requirements.sla.add(Id::fixed(place(at)), |line| line.feature = feature.map(Id::fixed));
        }
        let performance = Arc::make_mut(&mut project.performance);
        for (at, line) in kpis.iter().enumerate() {
            performance.kpis.add(Id::fixed(place(at)), |kpi| kpi.sla = line.map(Id::fixed));
        }
        project.mend_links();
        project
    }

    #[test]
    fn a_must_have_without_a_service_level_breaks_the_thread() {
        let project = project(1, &[(Some(1), true), (Some(1), false)], &[], &[]);
        assert_eq!(breaks(&project), [Break::UnguardedFeature(Id::fixed(1))]);
    }

    #[test]
    fn a_thread_may_end_at_its_feature_with_a_reason_or_where_none_is_required() {
        let mut project = project(1, &[(Some(1), true), (Some(1), false), (None, false)], &[], &[]);
        Arc::make_mut(&mut project.requirements)
            .features
            .update(Id::fixed(1), |feature| feature.no_sla_reason = " accepted once ".to_owned());
        let found = chains(&project);
        let ends: Vec<_> = found.iter().map(|chain| chain.ending(&project)).collect();
        let reason = Ending::Reason("accepted once".to_owned());
        assert_eq!(ends, [Some(reason), Some(Ending::NotRequired), Some(Ending::NotRequired)]);
        let early: Vec<_> = found.iter().map(|chain| chain.ends_early(&project)).collect();
        assert_eq!(early, [true, true, false]);
        assert_eq!(breaks(&project), [Break::AimlessFeature(Id::fixed(3))]);
    }

    #[test]
    fn a_feature_of_a_module_that_stays_breaks_the_thread() {
        let mut project = project(1, &[(Some(1), false)], &[], &[]);
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.modules.add(Id::fixed(7), |_| ());
        requirements.features.update(Id::fixed(1), |feature| feature.module = Some(Id::fixed(7)));
        let found =
            |project: &Project| (breaks(project), chains(project).iter().any(|one| one.ends_early(project)));
        assert_eq!(found(&project), (vec![Break::OutsideFeature(Id::fixed(1))], false));
        let mut homeless = project.clone();
        Arc::make_mut(&mut homeless.requirements)
            .features
            .update(Id::fixed(1), |feature| feature.module = None);
        assert_eq!(found(&homeless), (vec![Break::HomelessFeature(Id::fixed(1))], false));
        let mut chosen = project.clone();
        Arc::make_mut(&mut chosen.requirements).modules.update(Id::fixed(7), |module| module.chosen = true);
        assert_eq!(found(&chosen), (vec![], true));
        // What is agreed to be left out is outside anyway.
        Arc::make_mut(&mut project.requirements)
            .features
            .update(Id::fixed(1), |feature| feature.priority = Priority::Wont);
        assert_eq!(found(&project), (vec![], true));
    }

    #[test]
    fn a_thread_is_whole_only_where_the_penalty_names_an_amount() {
        let mut project = project(1, &[(Some(1), true)], &[Some(1)], &[Some(1)]);
        for (penalty, found) in [
            ("", vec![Break::FreeSla(Id::fixed(1))]),
            ("Recovery plan", vec![Break::VagueSla(Id::fixed(1))]),
            ("2 % of the fee", vec![]),
        ] {
            Arc::make_mut(&mut project.requirements)
                .sla
                .update(Id::fixed(1), |line| line.penalty = penalty.to_owned());
            assert_eq!(chains(&project)[0].is_whole(&project), found.is_empty(), "{penalty}");
            assert_eq!(breaks(&project), found, "{penalty}");
        }
    }

    #[test]
    fn an_indicator_made_from_a_line_mends_the_thread() {
        let mut project = project(1, &[(Some(1), true)], &[Some(1)], &[]);
        assert!(breaks(&project).contains(&Break::UnmeasuredSla(Id::fixed(1))));
        let mut line = (**project.requirements.sla.iter().next().unwrap()).clone();
        line.definition = "met in time / all requests".to_owned();
        line.bound = Bound::AtMost;
        Arc::make_mut(&mut project.performance).kpis.add(Id::fixed(1), |kpi| kpi.measure(&line));
        assert!(!breaks(&project).contains(&Break::UnmeasuredSla(Id::fixed(1))));
        let kpi = project.performance.kpis.iter().next().unwrap();
        assert_eq!((kpi.numerator.as_str(), kpi.denominator.as_str()), ("met in time", "all requests"));
        assert_eq!(kpi.direction, Direction::Lower);
    }

    #[test]
    fn only_one_fraction_bar_splits_a_formula() {
        let parts = |text| {
            let (above, below) = formula(text);
            format!("{above}|{below}")
        };
        assert_eq!(parts("a / b / c"), "a / b / c|");
        assert_eq!(parts("answered 24/7"), "answered 24/7|");
        assert_eq!(parts("按期交付数 ÷ 当期应交付数（行业常见做法，无单一出处）"), "按期交付数|当期应交付数");
        assert_eq!(parts("met / all requests (ITIL)."), "met|all requests");
        assert_eq!(parts("(po − pe) ÷ (1 − pe)"), "(po − pe)|(1 − pe)");
    }

    proptest! {
        #[test]
        fn every_item_is_in_a_chain(
            goals in 0_u128..4,
            features in prop::collection::vec((prop::option::of(1_u128..5), any::<bool>()), 0..5),
            lines in prop::collection::vec(prop::option::of(1_u128..6), 0..5),
            kpis in prop::collection::vec(prop::option::of(1_u128..6), 0..5),
        ) {
            let project = project(goals, &features, &lines, &kpis);
            let found = chains(&project);
            for goal in project.requirements.goals.iter() {
                prop_assert!(found.iter().any(|chain| chain.goal == Some(goal.id)));
            }
            for feature in project.requirements.features.iter() {
                prop_assert!(found.iter().any(|chain| chain.feature == Some(feature.id)));
            }
            for line in project.requirements.sla.iter() {
                prop_assert!(found.iter().any(|chain| chain.sla == Some(line.id)));
            }
            for kpi in project.performance.kpis.iter() {
                prop_assert!(found.iter().any(|chain| chain.kpi == Some(kpi.id)));
            }
            // A row of the table shows a gap where and only where a break is listed.
            let is_price = |place: &&Break| !matches!(place, Break::FreeSla(_) | Break::VagueSla(_));
            let has_gap = found.iter().any(|chain| chain.gaps(&project).contains(&true));
            prop_assert_eq!(has_gap, breaks(&project).iter().any(|place| is_price(&place)));
            // A thread that reaches from goal to indicator has no break of its own but the price of a miss.
            let is_whole = |chain: &Chain| chain.goal.is_some() && chain.kpi.is_some() && chain.feature.is_some();
            for chain in found.iter().filter(|chain| is_whole(chain)) {
                let broken = breaks(&project);
                prop_assert!(!broken.contains(&Break::UnguardedFeature(chain.feature.unwrap())));
                prop_assert!(!broken.contains(&Break::UnmeasuredSla(chain.sla.unwrap())));
            }
        }
    }
}
