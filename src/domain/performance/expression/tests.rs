use proptest::prelude::*;

use super::*;

fn compute(text: &str, numbers: &[(&str, f64)]) -> Outcome {
    let number = |name: &str| numbers.iter().find(|(known, _)| *known == name).map(|(_, number)| *number);
    Expression::parse(text).unwrap().compute(number)
}

#[test]
fn formulas_are_computed_as_they_are_read_aloud() {
    let numbers = [("accepted", 47.0), ("due", 50.0), ("按期验收", 19.0), ("应交付", 20.0)];
    for (text, value) in [
        ("100 * accepted / due", 94.0),
        ("100 × 按期验收 ÷ 应交付", 95.0),
        ("（按期验收＋１）／应交付", 1.0),
        ("2 + 3 * 4", 14.0),
        ("10 - 2 - 3", 5.0),
        ("24 / 4 / 2", 3.0),
        ("-(2 + 3) * -2", 10.0),
        ("- -.5", 0.5),
        ("min(due, accepted, 60) + MAX(1, 2)", 49.0),
        ("最大（1，最小(7、9)）", 7.0),
        ("100 − 100 * accepted / due", 6.0),
    ] {
        assert_eq!(compute(text, &numbers), Outcome::Value(value), "{text}");
    }
}

#[test]
fn what_is_divided_by_zero_is_no_value_and_stays_none() {
    let none = [("events", 0.0)];
    for text in ["100 * 3 / events", "0 / events", "max(5, 1 / events)", "1 / (1 / events)", "9 * 0 / 0"] {
        assert_eq!(compute(text, &none), Outcome::NoValue, "{text}");
    }
    let huge = format!("9{0} * 9{0}", "0".repeat(200));
    assert_eq!(compute(&huge, &[]), Outcome::NoValue);
    assert_eq!(compute("a / b + a", &[("b", 1.0)]), Outcome::Missing(vec!["a".to_owned()]));
}

#[test]
fn a_name_stands_once_in_its_order() {
    let read = Expression::parse("done / all + max(done, late_2)").unwrap();
    assert_eq!(read.names(), ["done", "all", "late_2"]);
    assert!(is_name("应交付_2") && !is_name("a b") && !is_name("3") && !is_name("max") && !is_name(""));
}

#[test]
fn a_formula_is_written_with_the_numbers_of_its_names() {
    let word = |name: &str| (name == "due" || name == "按期").then(|| format!("<{name}>"));
    assert_eq!(with_words("100 × 按期 / (due + due_2)", word), "100 × <按期> / (<due> + due_2)");
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    let fault = |text: &str| {
        let ExpressionError { fault, at, letters } = Expression::parse(text).unwrap_err();
        (fault, at, letters)
    };
    let own = str::to_owned;
    assert_eq!(fault(" "), (Fault::Empty, 0, 0));
    assert_eq!(fault("accepted due"), (Fault::OperatorMissing(own("due")), 9, 3));
    assert_eq!(fault("2(3)"), (Fault::OperatorMissing(own("(")), 1, 1));
    assert_eq!(fault("1e5"), (Fault::OperatorMissing(own("e5")), 1, 2));
    assert_eq!(fault("验收 / "), (Fault::ValueMissing(None), 5, 0));
    assert_eq!(fault("a + * b"), (Fault::ValueMissing(Some(own("*"))), 4, 1));
    assert_eq!(fault("a + (b"), (Fault::Unclosed, 4, 1));
    assert_eq!(fault("a + b)"), (Fault::Unopened, 5, 1));
    assert_eq!(fault("()"), (Fault::ValueMissing(Some(own(")"))), 1, 1));
    assert_eq!(fault("1,234 * a"), (Fault::StrayComma, 1, 1));
    assert_eq!(fault("(1, 2)"), (Fault::StrayComma, 2, 1));
    assert_eq!(fault("1.2.3"), (Fault::NotANumber(own("1.2.3")), 0, 5));
    assert_eq!(fault("95%"), (Fault::UnknownSign('%'), 2, 1));
    assert_eq!(fault("min"), (Fault::WithoutParentheses(own("min")), 0, 3));
    assert_eq!(fault("sum(a)"), (Fault::UnknownFunction(own("sum")), 0, 3));
    assert_eq!(fault(&"(".repeat(40)), (Fault::TooDeep, DEEPEST, 1));
    assert_eq!(fault(&"1".repeat(501)), (Fault::TooLong, 500, 0));
}

/// A formula as a tree, computed in a way of its own.
#[derive(Clone, Debug)]
enum Tree {
    Number(u16),
    Name(usize),
    Negated(Box<Self>),
    Both(char, Box<Self>, Box<Self>),
    Of(bool, Vec<Self>),
}

const NAMES: [&str; 3] = ["a", "应交付", "late_2"];

impl Tree {
    /// Writes it with a pair of parentheses around each part.
    fn write(&self, signs: &[&str; 4]) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(place) => NAMES[*place].to_owned(),
            Self::Negated(part) => format!("-({})", part.write(signs)),
            Self::Both(sign, left, right) => {
                let sign = signs["+-*/".find(*sign).unwrap()];
                format!("({} {sign} {})", left.write(signs), right.write(signs))
            }
            Self::Of(is_max, parts) => {
                let parts: Vec<_> = parts.iter().map(|part| part.write(signs)).collect();
                format!("{}({})", if *is_max { "max" } else { "min" }, parts.join(", "))
            }
        }
    }

    fn value(&self, numbers: &[f64; 3]) -> Option<f64> {
        let value = match self {
            Self::Number(number) => f64::from(*number),
            Self::Name(place) => numbers[*place],
            Self::Negated(part) => 0.0 - part.value(numbers)?,
            Self::Both(sign, left, right) => {
                let (left, right) = (left.value(numbers)?, right.value(numbers)?);
                match sign {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ if right == 0.0 => return None,
                    _ => left / right,
                }
            }
            Self::Of(is_max, parts) => {
                let mut values = parts.iter().map(|part| part.value(numbers)).collect::<Option<Vec<_>>>()?;
                values.sort_by(f64::total_cmp);
                if *is_max { *values.last()? } else { *values.first()? }
            }
        };
        value.is_finite().then_some(value)
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![(0_u16..20).prop_map(Tree::Number), (0_usize..3).prop_map(Tree::Name)];
    leaf.prop_recursive(5, 24, 3, |part| {
        prop_oneof![
            part.clone().prop_map(|part| Tree::Negated(Box::new(part))),
            (prop::sample::select(vec!['+', '-', '*', '/']), part.clone(), part.clone())
                .prop_map(|(sign, left, right)| Tree::Both(sign, Box::new(left), Box::new(right))),
            (any::<bool>(), prop::collection::vec(part, 1..4))
                .prop_map(|(is_max, parts)| Tree::Of(is_max, parts)),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_at_a_place_in_it(text in "\\PC*") {
        if let Err(error) = Expression::parse(&text) {
            prop_assert!(error.at + error.letters <= text.chars().count());
        }
    }

    #[test]
    fn what_looks_like_a_formula_never_breaks(text in "[a-c0-2.,()+*/ −×÷（）应-]{0,40}") {
        if let Ok(read) = Expression::parse(&text) {
            prop_assert_ne!(read.compute(|_| Some(2.0)), Outcome::Missing(Vec::new()));
        }
    }

    #[test]
    fn a_formula_is_what_its_tree_comes_to(
        tree in tree(),
        numbers in prop::array::uniform3(-5.0_f64..5.0),
        signs in prop::sample::select(vec![["+", "-", "*", "/"], ["＋", "−", "×", "÷"]]),
    ) {
        let text = tree.write(&signs);
        prop_assume!(text.chars().count() <= LONGEST);
        let number = |name: &str| NAMES.iter().position(|known| *known == name).map(|place| numbers[place]);
        let found = Expression::parse(&text).unwrap().compute(number);
        let expected = tree.value(&numbers);
        // Plus and minus zero are one number here.
        prop_assert_eq!(found.value().map(|value| value + 0.0), expected.map(|value| value + 0.0), "{}", text);
        prop_assert_eq!(found == Outcome::NoValue, expected.is_none());
    }
}
