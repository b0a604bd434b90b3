use super::*;
use crate::domain::requirements::confirmed::tests::project;

fn check(change: impl FnOnce(&mut Requirements), outdates: bool) {
    let mut project = project();
    let fingerprint = fingerprint(&project);
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.client_confirmed = Some(Confirmation { fingerprint, ..Confirmation::default() });
    change(requirements);
    assert_eq!(is_outdated(&project, Side::Client), outdates);
    assert!(!is_outdated(&project, Side::Vendor));
}

#[test]
fn a_change_of_what_was_confirmed_outdates_it() {
    check(|requirements| requirements.goals.update(Id::fixed(2), |goal| goal.target = Some(6.0)), true);
    check(|requirements| requirements.modules.update(Id::fixed(3), |module| module.chosen = true), true);
    check(|requirements| drop(requirements.goals.remove(Id::fixed(1))), true);
    check(|requirements| drop(requirements.processes.add(Id::fixed(5), |_| ())), true);
}

#[test]
fn everything_else_leaves_it_standing() {
    check(|_| (), false);
    check(|requirements| requirements.goals.shift(Id::fixed(1), 1), false);
    check(|requirements| drop(requirements.workshop.parked.add(Id::fixed(5), |_| ())), false);
    check(|requirements| requirements.modules.update(Id::fixed(3), |module| module.core = Some(true)), false);
    check(
        |requirements| {
            requirements.features.add(Id::fixed(4), |_| ());
            requirements.features.remove(Id::fixed(4));
        },
        false,
    );
}

#[test]
fn what_is_mandatory_has_to_be_there() {
    let mut project = Project::default();
    let found = |project: &Project| {
        let found = obstacles(project).into_iter();
        found.map(|obstacle| format!("{}{:?}", obstacle.clause, obstacle.lack)).collect::<Vec<_>>()
    };
    let nothing = ["Project", "Client", "Vendor", "Everything", "Everything", "Everything"];
    assert_eq!(found(&project), nothing);
    let profile = Arc::make_mut(&mut project.profile);
    (profile.name, profile.client.name) = ("p".to_owned(), "c".to_owned());
    assert_eq!(found(&project), nothing[2..]);
    " v ".clone_into(&mut Arc::make_mut(&mut project.profile).vendor.name);
    let mut edit = |edit: &dyn Fn(&mut Requirements)| {
        edit(Arc::make_mut(&mut project.requirements));
        found(&project)
    };
    let begin = |now: &mut Requirements| {
        now.goals.add(Id::fixed(1), |goal| goal.measure = "m".to_owned());
        now.features.add(Id::fixed(2), |feature| feature.excluded = " ".to_owned());
        now.sla.add(Id::fixed(3), |line| line.target = Some(0.0));
    };
    assert_eq!(
        edit(&begin),
        [
            "G-01Target",
            "F-01Contents",
            "F-01Acceptance",
            "F-01Exclusions",
            "S-01Measure",
            "S-01Definition",
            "S-01Source",
            "S-01Penalty"
        ]
    );
    let fill = |now: &mut Requirements| {
        now.goals.update(Id::fixed(1), |goal| goal.target = Some(1.0));
        now.features.update(Id::fixed(2), |feature| {
            feature.includes = "i".to_owned();
            (feature.acceptance, feature.excluded) = ("a".to_owned(), "e".to_owned());
        });
        now.sla.update(Id::fixed(3), |line| {
            (line.measure, line.definition) = ("m".to_owned(), "d".to_owned());
            (line.source, line.penalty) = ("s".to_owned(), "p".to_owned());
        });
    };
    assert!(edit(&fill).is_empty());
    let ask = |now: &mut Requirements| {
        now.questions.add(Id::fixed(4), |question| question.owner = "o".to_owned());
    };
    assert_eq!(edit(&ask), ["O-1Answer", "O-1Due"]);
    let answer = |now: &mut Requirements| {
        now.questions.update(Id::fixed(4), |question| question.answer = "a".to_owned());
    };
    assert!(edit(&answer).is_empty());
}

#[test]
fn who_answers_for_a_service_level_and_what_it_guards_is_asked_and_blocks_nothing() {
    let mut line = SlaLine::default();
    assert_eq!(line.asks(), [Lack::Owner, Lack::Guarded]);
    assert!(!line.lacks().contains(&Lack::Owner) && !line.lacks().contains(&Lack::Guarded));
    (line.owner, line.feature) = (Some(Id::fixed(1)), Some(Id::fixed(2)));
    assert!(line.asks().is_empty());
}

fn confirm(project: &mut Project, side: Side) {
    let confirmation = Confirmation {
        name: format!("{side:?}"),
        fingerprint: fingerprint(project),
        parts: Confirmed::of(project).parts(),
        content: Some(Arc::new(Confirmed::of(project))),
        ..Confirmation::default()
    };
    *Arc::make_mut(&mut project.requirements).confirmed_mut(side) = Some(confirmation);
}
/// Edits a project as the workspace does, and says which versions there are.
fn edited(project: &mut Project, edit: impl FnOnce(&mut Project)) -> String {
    let before = project.clone();
    edit(project);
    let next = Id::fixed(100 + u128::from(project.requirements.baselines.next_number()));
    project.keep_baseline(&before, || next);
    let versions = project.requirements.baselines.iter();
    versions
        .map(|one| format!("{} {} {}", one.number, one.is_intact(), one.content.goals.len()))
        .collect::<Vec<_>>()
        .join(", ")
}
fn without(project: &mut Project, goal: u128) {
    Arc::make_mut(&mut project.requirements).goals.remove(Id::fixed(goal));
}

#[test]
fn what_both_confirmed_is_kept_as_a_version_and_stays() {
    let mut project = project();
    assert_eq!(edited(&mut project, |project| confirm(project, Side::Client)), "");
    assert_eq!(edited(&mut project, |project| confirm(project, Side::Vendor)), "1 true 2");
    assert_eq!(edited(&mut project, |project| without(project, 1)), "1 true 2");
    assert_eq!(edited(&mut project, |project| confirm(project, Side::Vendor)), "1 true 2");
    let withdraw = |project: &mut Project| Arc::make_mut(&mut project.requirements).client_confirmed = None;
    assert_eq!(edited(&mut project, withdraw), "1 true 2");
    assert_eq!(edited(&mut project, |project| confirm(project, Side::Client)), "1 true 2, 2 true 1");
    assert_eq!(edited(&mut project, |project| confirm(project, Side::Client)), "1 true 2, 2 true 1");
    assert!(project.requirements.latest().is_some_and(|latest| latest.client.parts.is_empty()));
}

#[test]
fn what_one_side_confirmed_can_be_read_as_it_was() {
    let mut project = project();
    let n_goals = |project: &Project, side| {
        project.requirements.confirmed_content(side).map(|content| content.goals.len())
    };
    edited(&mut project, |project| confirm(project, Side::Client));
    edited(&mut project, |project| without(project, 1));
    edited(&mut project, |project| confirm(project, Side::Vendor));
    assert_eq!(Side::ALL.map(|side| n_goals(&project, side)), [Some(2), Some(1)]);
    edited(&mut project, |project| confirm(project, Side::Client));
    let kept = |project: &Project| {
        Side::ALL.map(|side| project.requirements.confirmed(side).is_some_and(|one| one.content.is_some()))
    };
    assert_eq!(kept(&project), [false; 2], "the version holds it");
    assert_eq!(Side::ALL.map(|side| n_goals(&project, side)), [Some(1); 2]);
    edited(&mut project, |project| without(project, 2));
    assert_eq!(Side::ALL.map(|side| n_goals(&project, side)), [Some(1); 2]);
}

#[test]
fn confirmations_of_an_older_version_of_the_app_become_a_version_before_they_are_outdated() {
    let mut project = project();
    Side::ALL.into_iter().for_each(|side| confirm(&mut project, side));
    assert_eq!(edited(&mut project, |project| without(project, 1)), "1 true 2");
    let mut outdated = self::project();
    Side::ALL.into_iter().for_each(|side| confirm(&mut outdated, side));
    without(&mut outdated, 1);
    assert_eq!(edited(&mut outdated, |project| without(project, 2)), "");
}

#[test]
fn a_version_that_was_tampered_with_is_known() {
    let mut project = project();
    Side::ALL.into_iter().for_each(|side| confirm(&mut project, side));
    edited(&mut project, |project| without(project, 1));
    let mut version = project.requirements.latest().cloned().unwrap();
    version.content.client.push('x');
    assert!(!version.is_intact());
    version.content.client.pop();
    assert!(version.is_intact());
    let forged = Goal { outcome: "forged".to_owned(), ..Goal::clone(&version.content.goals[0]) };
    version.content.goals.insert(0, Arc::new(forged));
    assert!(!version.is_intact());
    version.content.goals.remove(0);
    assert!(version.is_intact());
    version.vendor.fingerprint.clear();
    assert!(!version.is_intact());
}
