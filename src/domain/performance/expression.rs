//! Formulas users write over numbers that are entered: `100 * accepted / due`.
//!
//! Numbers, names, `+ − × ÷` (also `-`, `*`, `/`), parentheses, `min(…)` and `max(…)`; names of letters of any script,
//! digits and `_`. A formula reads nothing but its numbers and ends always: it is a short list of steps without loops.
//! A division by zero, or a result no number can hold, is no value; that is something else than 0.

mod reading;

use thiserror::Error;

/// How many letters a formula may have.
pub const LONGEST: usize = 500;
/// How deep parentheses may stand in each other.
pub const DEEPEST: usize = 32;

/// What a formula is made of, in the order it is computed: each step takes what it needs from the last results.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Number(f64),
    /// The value of a name, by its place among the names.
    Name(usize),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// The smallest of so many.
    Smallest(usize),
    /// The largest of so many.
    Largest(usize),
}

/// A formula that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expression {
    steps: Vec<Step>,
    names: Vec<String>,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing.
    Empty,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// Parentheses stand in each other deeper than [`DEEPEST`].
    TooDeep,
    /// A sign that has no meaning here.
    UnknownSign(char),
    /// A number that cannot be read, for example `1.2.3`.
    NotANumber(String),
    /// A number or a name is missing where this stands; nothing at the end.
    ValueMissing(Option<String>),
    /// `+ − × ÷` is missing before this.
    OperatorMissing(String),
    /// A parenthesis is opened here and not closed.
    Unclosed,
    /// A parenthesis is closed here that was not opened.
    Unopened,
    /// A comma outside `min(…)` and `max(…)`.
    StrayComma,
    /// `min` or `max` without parentheses behind it.
    WithoutParentheses(String),
    /// A name with parentheses behind it that is neither `min` nor `max`.
    UnknownFunction(String),
}

/// What is wrong with a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{fault:?} at {at}")]
pub struct ExpressionError {
    /// What.
    pub fault: Fault,
    /// Before which letter, counted from 0.
    pub at: usize,
    /// How many letters it takes up; 0 at the end.
    pub letters: usize,
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A number.
    Value(f64),
    /// No value: something was divided by zero, or no number can hold the result.
    NoValue,
    /// These names have no number.
    Missing(Vec<String>),
}

impl Outcome {
    /// Returns the number, where there is one.
    #[must_use]
    pub const fn value(&self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(*value),
            _ => None,
        }
    }
}

impl Expression {
    /// Reads a formula.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        reading::read(text)
    }

    /// Returns the names it asks for, each once, in their order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Computes it from the numbers of its names.
    #[must_use]
    pub fn compute(&self, number: impl Fn(&str) -> Option<f64>) -> Outcome {
        let numbers: Vec<Option<f64>> = self.names.iter().map(|name| number(name)).collect();
        let missing = self.names.iter().zip(&numbers).filter(|(_, number)| number.is_none());
        let missing: Vec<_> = missing.map(|(name, _)| name.clone()).collect();
        if !missing.is_empty() {
            return Outcome::Missing(missing);
        }
        let numbers: Vec<f64> = numbers.into_iter().flatten().collect();
        self.result(&numbers).map_or(Outcome::NoValue, Outcome::Value)
    }

    fn result(&self, numbers: &[f64]) -> Option<f64> {
        let mut results: Vec<f64> = Vec::new();
        for step in &self.steps {
            let result = match step {
                Step::Number(number) => *number,
                Step::Name(place) => *numbers.get(*place)?,
                Step::Negate => -results.pop()?,
                Step::Smallest(count) => results
                    .split_off(results.len().checked_sub(*count)?)
                    .into_iter()
                    .fold(f64::INFINITY, f64::min),
                Step::Largest(count) => results
                    .split_off(results.len().checked_sub(*count)?)
                    .into_iter()
                    .fold(f64::NEG_INFINITY, f64::max),
                Step::Add | Step::Subtract | Step::Multiply | Step::Divide => {
                    let (right, left) = (results.pop()?, results.pop()?);
                    match step {
                        Step::Add => left + right,
                        Step::Subtract => left - right,
                        Step::Multiply => left * right,
                        _ => left / right,
                    }
                }
            };
            // Once something is no number, what is made of it is none either, also the smaller of it and another.
            results.push(Some(result).filter(|result| result.is_finite())?);
        }
        results.pop()
    }
}

/// Tells whether a text can be a name in a formula.
#[must_use]
pub fn is_name(text: &str) -> bool {
    Expression::parse(text).is_ok_and(|read| matches!(read.steps.as_slice(), [Step::Name(_)]))
}

/// Writes a formula with words in the place of its names, for example with their numbers.
#[must_use]
pub fn with_words(formula: &str, word: impl Fn(&str) -> Option<String>) -> String {
    let mut written = String::new();
    let mut name = String::new();
    let put = |name: &mut String, written: &mut String| {
        let is_number = name.starts_with(|letter: char| letter.is_ascii_digit());
        let word = word(name).filter(|_| !is_number);
        written.push_str(word.as_ref().unwrap_or(name));
        name.clear();
    };
    for letter in formula.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            name.push(letter);
        } else {
            put(&mut name, &mut written);
            written.push(letter);
        }
    }
    put(&mut name, &mut written);
    written
}

#[cfg(test)]
mod tests;
