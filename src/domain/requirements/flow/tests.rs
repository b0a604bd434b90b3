use proptest::prelude::*;

use super::*;

/// Writes a process in short: `C` and `V` for the party, then `>3` or `>end`; a decision has several `>`.
fn process(steps: &str) -> Process {
    let next = |to: &str| match to {
        "" => Next::Following,
        "end" => Next::End,
        number => Next::Step(number.parse().unwrap()),
    };
    let step = |word: &str| {
        let mut parts = word.split('>');
        let head = parts.next().unwrap();
        let to: Vec<_> = parts.map(next).collect();
        let is_decision = head.ends_with('?');
        let answer = |next: &Next| Answer { label: String::new(), next: *next };
        FlowStep {
            name: head.to_owned(),
            side: if head.starts_with('C') { Side::Client } else { Side::Vendor },
            kind: if is_decision { StepKind::Decision } else { StepKind::Action },
            next: if is_decision { Next::Following } else { to.first().copied().unwrap_or_default() },
            answers: if is_decision { to.iter().map(answer).collect() } else { Vec::new() },
        }
    };
    Process { steps: steps.split_whitespace().map(step).collect(), ..Process::default() }
}

fn check(steps: &str, expected: &[Doubt]) {
    assert_eq!(process(steps).doubts(), expected, "{steps}");
}

#[test]
fn what_led_to_a_step_taken_out_leads_to_where_it_led() {
    let step = |next| FlowStep { next, ..FlowStep::default() };
    let all = [Next::Step(3), Next::Following, Next::End, Next::Following];
    let mut process = Process { steps: all.map(step).to_vec(), ..Process::default() };
    process.remove(2);
    let left: Vec<_> = process.steps.iter().map(|step| step.next).collect();
    assert_eq!(left, [Next::End, Next::End, Next::Following]);
    let all = [Next::Following, Next::Step(4), Next::Following, Next::Following];
    let mut process = Process { steps: all.map(step).to_vec(), ..Process::default() };
    process.remove(1);
    assert_eq!(process.exits(0), [("", Target::Step(2))]);
}

#[test]
fn a_process_that_ends_and_crosses_the_seam_leaves_nothing_open() {
    check("", &[]);
    check("C V", &[]);
    check("C V V?>4>2 C", &[]);
    assert_eq!(process("C V V?>4>1 C").handovers(), 3);
}

#[test]
fn what_is_doubtful_is_said() {
    check("C V>end V", &[Doubt::Unreached(2)]);
    check("C V>9", &[Doubt::NoTarget(1, 9), Doubt::NeverEnds]);
    check("C V?>end>0", &[Doubt::NoTarget(1, 0)]);
    check("C V?>", &[Doubt::OneAnswer(1)]);
    check("C V>1", &[Doubt::NeverEnds]);
    check("C?>2>end V>3 V>2", &[Doubt::Trapped(1), Doubt::Trapped(2)]);
    check("V V", &[Doubt::OneParty(Side::Vendor)]);
}

#[test]
fn nothing_is_doubtful_before_the_first_word_and_nobody_is_left_out_by_one_step() {
    let empty = FlowStep { next: Next::Step(9), ..FlowStep::default() };
    let process = Process { steps: vec![empty.clone(), empty], ..Process::default() };
    assert!(process.doubts().is_empty());
    check("C", &[]);
    check("C C", &[Doubt::OneParty(Side::Client)]);
}

fn show(process: &Process) -> String {
    let next = |next: Next| match next {
        Next::Following => String::new(),
        Next::End => ">end".to_owned(),
        Next::Step(number) => format!(">{number}"),
    };
    let steps = process.steps.iter().map(|step| format!("{}{}", step.name, next(step.next)));
    steps.collect::<Vec<_>>().join(" ")
}

#[test]
fn arrows_follow_their_steps() {
    let mut flow = process("Ca>3 Cb Cc>1 Cd>9");
    flow.insert(1, FlowStep { name: "Cn".to_owned(), ..FlowStep::default() });
    assert_eq!(show(&flow), "Ca>4 Cn Cb Cc>1 Cd>9");
    flow.shift(3, -3);
    assert_eq!(show(&flow), "Cc>2 Ca>1 Cn Cb Cd>9");
    flow.remove(0);
    assert_eq!(show(&flow), "Ca>1 Cn Cb Cd>9");
    let mut flow = process("Ca>2 Cb");
    flow.remove(1);
    assert_eq!(show(&flow), "Ca>end");
}

fn any_process() -> impl Strategy<Value = Process> {
    let next = prop_oneof![Just(Next::Following), (1_u32..9).prop_map(Next::Step), Just(Next::End)];
    let answers = prop::collection::vec(next.clone(), 0..4);
    let step = (any::<bool>(), next, answers).prop_map(|(is_decision, next, answers)| FlowStep {
        kind: if is_decision { StepKind::Decision } else { StepKind::Action },
        next,
        answers: answers.into_iter().map(|next| Answer { label: String::new(), next }).collect(),
        ..FlowStep::default()
    });
    prop::collection::vec(step, 1..8).prop_map(|steps| Process { steps, ..Process::default() })
}

proptest! {
    /// A step is reached just when a walk of at most as many arrows as there are steps leads to it.
    #[test]
    fn reached_is_where_a_walk_comes_to(process in any_process()) {
        let count = process.steps.len();
        let mut walks = vec![false; count];
        walks[0] = true;
        for _ in 0..count {
            let here = walks.clone();
            for from in (0..count).filter(|place| here[*place]) {
                for (_, target) in process.exits(from) {
                    if let Target::Step(to) = target {
                        walks[to] = true;
                    }
                }
            }
        }
        prop_assert_eq!(process.reached(), walks);
    }

    /// Whoever can get to the end does so over a next step that can.
    #[test]
    fn ends_is_closed(process in any_process()) {
        let ends = process.ends();
        for (place, does_end) in ends.iter().enumerate() {
            let on = |(_, target): &(&str, Target)| match target {
                Target::Step(to) => ends[*to],
                Target::End => true,
                Target::Nowhere(_) => false,
            };
            prop_assert_eq!(*does_end, process.exits(place).iter().any(on));
        }
    }

    /// Moving a step there and back changes nothing, and moving one breaks no explicit arrow.
    #[test]
    fn moving_there_and_back_changes_nothing(process in any_process(), at in 0_usize..8, places in -8_isize..8) {
        let mut moved = process.clone();
        let last = process.steps.len() - 1;
        prop_assume!(at <= last);
        let to = at.saturating_add_signed(places).min(last);
        moved.shift(at, places);
        moved.shift(to, at as isize - to as isize);
        prop_assert_eq!(moved, process);
    }
}
