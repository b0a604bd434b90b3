//! From the text of a formula to its steps.

use super::{DEEPEST, Expression, ExpressionError, Fault, LONGEST, Step};

/// One piece of a formula.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Number(f64),
    Name(String),
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    Comma,
}

/// A piece with its text and its place.
struct Placed {
    piece: Piece,
    text: String,
    at: usize,
}

impl Placed {
    fn fault(&self, fault: Fault) -> ExpressionError {
        ExpressionError { fault, at: self.at, letters: self.text.chars().count() }
    }
}

pub(super) fn read(text: &str) -> Result<Expression, ExpressionError> {
    let letters: Vec<char> = text.chars().collect();
    if LONGEST < letters.len() {
        return Err(ExpressionError { fault: Fault::TooLong, at: LONGEST, letters: 0 });
    }
    let pieces = pieces(&letters)?;
    if pieces.is_empty() {
        return Err(ExpressionError { fault: Fault::Empty, at: 0, letters: 0 });
    }
    let mut reader = Reader { pieces, next: 0, end: letters.len(), depth: 0, read: Expression::default() };
    reader.sum()?;
    match reader.peek() {
        None => Ok(reader.read),
        Some(left) => Err(left.fault(match left.piece {
            Piece::Close => Fault::Unopened,
            Piece::Comma => Fault::StrayComma,
            _ => Fault::OperatorMissing(left.text.clone()),
        })),
    }
}

/// Writes a letter as it stands on a plain keyboard: full-width signs come from input methods.
const fn plain(letter: char) -> char {
    match letter {
        '０'..='９' => (b'0' + (letter as u32 - '０' as u32) as u8) as char,
        '＋' => '+',
        '－' | '−' | '–' => '-',
        '×' | '＊' | '·' | '✕' => '*',
        '÷' | '／' | '∕' => '/',
        '（' => '(',
        '）' => ')',
        '，' | '、' => ',',
        '．' => '.',
        other => other,
    }
}

/// Parts the letters into pieces.
fn pieces(letters: &[char]) -> Result<Vec<Placed>, ExpressionError> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied().map(plain) {
        let goes_on = |is_part: fn(char) -> bool| {
            letters.iter().skip(at).take_while(|letter| is_part(plain(**letter))).count()
        };
        let (piece, count) = match letter {
            letter if letter.is_whitespace() => {
                at += 1;
                continue;
            }
            '+' => (Piece::Plus, 1),
            '-' => (Piece::Minus, 1),
            '*' => (Piece::Times, 1),
            '/' => (Piece::Over, 1),
            '(' => (Piece::Open, 1),
            ')' => (Piece::Close, 1),
            ',' => (Piece::Comma, 1),
            letter if letter.is_ascii_digit() || letter == '.' => {
                let count = goes_on(|letter| letter.is_ascii_digit() || letter == '.');
                let text: String = letters.iter().skip(at).take(count).copied().map(plain).collect();
                match text.parse::<f64>() {
                    Ok(number) if number.is_finite() => (Piece::Number(number), count),
                    _ => {
                        return Err(ExpressionError { fault: Fault::NotANumber(text), at, letters: count });
                    }
                }
            }
            letter if letter.is_alphabetic() || letter == '_' => {
                let count = goes_on(|letter| letter.is_alphanumeric() || letter == '_');
                (Piece::Name(letters.iter().skip(at).take(count).copied().map(plain).collect()), count)
            }
            _ => {
                let sign = letters.get(at).copied().unwrap_or_default();
                return Err(ExpressionError { fault: Fault::UnknownSign(sign), at, letters: 1 });
            }
        };
        pieces.push(Placed { piece, text: letters.iter().skip(at).take(count).collect(), at });
        at += count;
    }
    Ok(pieces)
}

/// The names of the two functions, in both languages.
fn function(name: &str) -> Option<fn(usize) -> Step> {
    match name.to_lowercase().as_str() {
        "min" | "最小" => Some(Step::Smallest),
        "max" | "最大" => Some(Step::Largest),
        _ => None,
    }
}

struct Reader {
    pieces: Vec<Placed>,
    next: usize,
    /// The place behind the last letter.
    end: usize,
    depth: usize,
    read: Expression,
}

impl Reader {
    fn peek(&self) -> Option<&Placed> {
        self.pieces.get(self.next)
    }

    fn is_next(&self, piece: &Piece) -> bool {
        self.peek().is_some_and(|next| next.piece == *piece)
    }

    fn sum(&mut self) -> Result<(), ExpressionError> {
        self.product()?;
        loop {
            let step = match self.peek().map(|next| &next.piece) {
                Some(Piece::Plus) => Step::Add,
                Some(Piece::Minus) => Step::Subtract,
                _ => return Ok(()),
            };
            self.next += 1;
            self.product()?;
            self.read.steps.push(step);
        }
    }

    fn product(&mut self) -> Result<(), ExpressionError> {
        self.signed()?;
        loop {
            let step = match self.peek().map(|next| &next.piece) {
                Some(Piece::Times) => Step::Multiply,
                Some(Piece::Over) => Step::Divide,
                _ => return Ok(()),
            };
            self.next += 1;
            self.signed()?;
            self.read.steps.push(step);
        }
    }

    /// A value with any number of signs before it.
    fn signed(&mut self) -> Result<(), ExpressionError> {
        let mut is_negative = false;
        while let Some(Piece::Plus | Piece::Minus) = self.peek().map(|next| &next.piece) {
            is_negative ^= self.is_next(&Piece::Minus);
            self.next += 1;
        }
        self.value()?;
        if is_negative {
            self.read.steps.push(Step::Negate);
        }
        Ok(())
    }

    fn value(&mut self) -> Result<(), ExpressionError> {
        let Some(next) = self.peek() else {
            return Err(ExpressionError { fault: Fault::ValueMissing(None), at: self.end, letters: 0 });
        };
        let missing = next.fault(Fault::ValueMissing(Some(next.text.clone())));
        match next.piece.clone() {
            Piece::Number(number) => {
                self.next += 1;
                self.read.steps.push(Step::Number(number));
                Ok(())
            }
            Piece::Name(name) => self.named(&name),
            Piece::Open => {
                self.enclosed()?;
                Ok(())
            }
            _ => Err(missing),
        }
    }

    /// A name, or a function with its values.
    fn named(&mut self, name: &str) -> Result<(), ExpressionError> {
        let function = function(name);
        let fault = |reader: &Self, fault: fn(String) -> Fault| match reader.peek() {
            Some(here) => here.fault(fault(name.to_owned())),
            None => ExpressionError { fault: fault(name.to_owned()), at: reader.end, letters: 0 },
        };
        let is_called = self.pieces.get(self.next + 1).is_some_and(|behind| behind.piece == Piece::Open);
        match (function, is_called) {
            (Some(_), false) => return Err(fault(self, Fault::WithoutParentheses)),
            (None, true) => return Err(fault(self, Fault::UnknownFunction)),
            (Some(function), true) => {
                self.next += 1;
                let count = self.enclosed_list()?;
                self.read.steps.push(function(count));
            }
            (None, false) => {
                self.next += 1;
                let known = self.read.names.iter().position(|known| known == name);
                let place = known.unwrap_or_else(|| {
                    self.read.names.push(name.to_owned());
                    self.read.names.len() - 1
                });
                self.read.steps.push(Step::Name(place));
            }
        }
        Ok(())
    }

    /// What stands between parentheses: one value.
    fn enclosed(&mut self) -> Result<(), ExpressionError> {
        let open = self.open()?;
        self.sum()?;
        self.close(open)
    }

    /// What stands between the parentheses of a function: values parted by commas, which are counted.
    fn enclosed_list(&mut self) -> Result<usize, ExpressionError> {
        let open = self.open()?;
        let mut count = 1;
        self.sum()?;
        while self.is_next(&Piece::Comma) {
            self.next += 1;
            self.sum()?;
            count += 1;
        }
        self.close(open)?;
        Ok(count)
    }

    /// Goes into parentheses and returns where they were opened.
    fn open(&mut self) -> Result<usize, ExpressionError> {
        let at = self.next;
        self.next += 1;
        self.depth += 1;
        match self.pieces.get(at).filter(|_| DEEPEST < self.depth) {
            Some(here) => Err(here.fault(Fault::TooDeep)),
            None => Ok(at),
        }
    }

    fn close(&mut self, open: usize) -> Result<(), ExpressionError> {
        if self.is_next(&Piece::Close) {
            self.next += 1;
            self.depth -= 1;
            return Ok(());
        }
        let opened = || self.pieces.get(open).map(|opened| opened.fault(Fault::Unclosed));
        let fault = match self.peek() {
            Some(here) if here.piece == Piece::Comma => Some(here.fault(Fault::StrayComma)),
            Some(here) => Some(here.fault(Fault::OperatorMissing(here.text.clone()))),
            None => opened(),
        };
        fault.map_or(Ok(()), Err)
    }
}
