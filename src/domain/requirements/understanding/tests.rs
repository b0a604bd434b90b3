use proptest::prelude::*;

use super::*;

/// Scenarios 1 to `count` with the answers a, b and c.
fn scenarios(count: usize) -> Register<Scenario> {
    let mut scenarios = Register::default();
    for id in 1..=count {
        scenarios.add(Id::fixed(id as u128), |scenario: &mut Scenario| {
            (scenario.situation, scenario.choices) = (format!("{id}?"), " a\n\nb\nc ".to_owned());
        });
    }
    scenarios
}

/// One letter a scenario; a dash is no answer.
fn answers(chosen: &str) -> Answers {
    let mut answers = Answers { who: "Li".to_owned(), ..Answers::default() };
    for (place, letter) in chosen.chars().enumerate() {
        let chosen = if letter == '-' { String::new() } else { letter.to_string() };
        answers.set(Id::fixed(place as u128 + 1), Answer { chosen, reason: String::new() });
    }
    answers
}

fn agreement(one: &str, other: &str) -> Agreement {
    Agreement::of(&scenarios(one.len()), &answers(one), &answers(other))
}

#[test]
fn only_what_both_answered_counts() {
    let found = agreement("abc-a", "abba-");
    assert_eq!((found.alike.len(), found.different.len(), found.unanswered.len()), (2, 1, 2));
    assert_eq!(found.score(), Some(2.0 / 3.0));
    assert_eq!(agreement("a-", "-b").score(), None);
    // What is no choice, or not one any more, is no answer.
    assert_eq!(agreement("ax", "ax").n_both(), 1);
}

#[test]
fn nothing_is_compared_before_both_have_handed_in() {
    let mut requirements = Requirements::default();
    assert_eq!(requirements.check(), Check::Empty);
    requirements.scenarios = scenarios(2);
    (requirements.client_answers, requirements.vendor_answers) = (answers("ab"), answers("aa"));
    assert_eq!(requirements.check(), Check::Waiting(false, false));
    requirements.vendor_answers.submitted = NaiveDate::from_ymd_opt(2026, 11, 25);
    assert_eq!(requirements.check(), Check::Waiting(false, true));
    requirements.client_answers.submitted = NaiveDate::from_ymd_opt(2026, 11, 26);
    assert_eq!(requirements.check(), Check::Compared(agreement("ab", "aa")));
}

#[test]
fn a_difference_is_settled_once_its_question_is_answered() {
    let mut requirements = Requirements { scenarios: scenarios(3), ..Requirements::default() };
    (requirements.client_answers, requirements.vendor_answers) = (answers("abc"), answers("aaa"));
    for side in Side::ALL {
        requirements.answers_mut(side).submitted = NaiveDate::from_ymd_opt(2026, 11, 25);
    }
    let settled = |requirements: &Requirements| match requirements.check() {
        Check::Compared(agreement) => agreement.settled,
        _ => panic!("both have handed in"),
    };
    requirements.raise(Id::fixed(2), Id::fixed(9), "Which?".to_owned());
    assert_eq!(settled(&requirements), []);
    requirements.questions.update(Id::fixed(9), |question| question.answer = "b".to_owned());
    assert_eq!(settled(&requirements), [Id::fixed(2)]);
}

#[test]
fn an_empty_sheet_is_not_handed_in_and_nor_is_one_of_nobody() {
    let scenarios = scenarios(2);
    assert_eq!(answers("--").not_submittable(&scenarios), Some(NotSubmittable::NoAnswers));
    assert_eq!(answers("a-").not_submittable(&scenarios), None);
    let nobody = Answers { who: " ".to_owned(), ..answers("ab") };
    assert_eq!(nobody.not_submittable(&scenarios), Some(NotSubmittable::NoName));
}

#[test]
fn a_scenario_without_a_choice_cannot_be_asked() {
    let ask = |situation: &str, choices: &str| Scenario {
        situation: situation.to_owned(),
        choices: choices.to_owned(),
        ..Scenario::default()
    };
    assert!(ask("Refund?", "in\nout").is_askable());
    assert!(!ask("Refund?", "in\n \n").is_askable() && !ask(" ", "in\nout").is_askable());
}

proptest! {
    #[test]
    fn agreement_is_the_same_from_either_side(one in "[abc-]{6}", other in "[abc-]{6}") {
        prop_assert_eq!(agreement(&one, &other), agreement(&other, &one));
    }

    #[test]
    fn it_is_full_where_all_are_alike_and_only_there(one in "[abc-]{6}", other in "[abc-]{6}") {
        let mut both = one.chars().zip(other.chars()).filter(|(one, other)| *one != '-' && *other != '-').peekable();
        let expected = both.peek().is_some() && both.all(|(one, other)| one == other);
        let score = agreement(&one, &other).score();
        prop_assert_eq!(score == Some(1.0), expected);
        prop_assert!(score.is_none_or(|score| (0.0..=1.0).contains(&score)));
    }
}
