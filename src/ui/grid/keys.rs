//! What keys mean in a grid, and the arithmetic of ranges.

/// A rectangle of cells, both corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first row and column.
    pub first: (usize, usize),
    /// The last row and column.
    pub last: (usize, usize),
}

impl Range {
    /// Takes the rectangle between two cells.
    #[must_use]
    pub const fn between(a: (usize, usize), b: (usize, usize)) -> Self {
        let (top, bottom) = if a.0 < b.0 { (a.0, b.0) } else { (b.0, a.0) };
        let (left, right) = if a.1 < b.1 { (a.1, b.1) } else { (b.1, a.1) };
        Self { first: (top, left), last: (bottom, right) }
    }

    /// Tells whether a cell lies in it.
    #[must_use]
    pub const fn has(self, row: usize, column: usize) -> bool {
        self.first.0 <= row && row <= self.last.0 && self.first.1 <= column && column <= self.last.1
    }

    /// Goes through the cells row by row.
    pub fn cells(self) -> impl Iterator<Item = (usize, usize)> {
        (self.first.0..=self.last.0)
            .flat_map(move |row| (self.first.1..=self.last.1).map(move |column| (row, column)))
    }

    /// Goes through the rows.
    pub fn rows(self) -> impl Iterator<Item = usize> {
        self.first.0..=self.last.0
    }

    /// Counts the cells.
    #[must_use]
    pub const fn count(self) -> usize {
        (self.last.0 - self.first.0 + 1) * (self.last.1 - self.first.1 + 1)
    }
}

/// A movement; it never wraps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By rows and columns.
    By(isize, isize),
    /// By as many rows as are in view, up or down.
    Page(isize),
    /// To the start of the row.
    RowStart,
    /// To the end of the row.
    RowEnd,
    /// To the first cell.
    Start,
    /// To the last cell.
    End,
}

impl Step {
    /// Returns where a movement leads from a cell in a grid of some size with some rows in view.
    #[must_use]
    pub fn from(self, at: (usize, usize), size: (usize, usize), page: usize) -> (usize, usize) {
        let last = (size.0.saturating_sub(1), size.1.saturating_sub(1));
        match self {
            Self::By(rows, columns) => (
                at.0.saturating_add_signed(rows).min(last.0),
                at.1.saturating_add_signed(columns).min(last.1),
            ),
            Self::Page(pages) => Self::By(pages * page.max(1) as isize, 0).from(at, size, page),
            Self::RowStart => (at.0, 0),
            Self::RowEnd => (at.0, last.1),
            Self::Start => (0, 0),
            Self::End => last,
        }
    }
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move.
    Move(Step),
    /// Select everything.
    All,
    /// Select the whole row.
    Row,
    /// Select the whole column.
    Column,
    /// A letter or digit; `add` keeps what is there.
    Type {
        /// The letter, in upper case.
        key: char,
        /// Whether what is there stays.
        add: bool,
    },
    /// Empty the range.
    Clear,
    /// Open the choices of the cell.
    Open,
    /// Fill the range from its first row.
    FillDown,
    /// Go to the next problem.
    NextProblem,
    /// Carry the row or the column itself to another place, by rows and columns.
    Carry(isize, isize),
}

/// Returns what a key asks for while Alt is down.
#[must_use]
pub fn carried_by(key: &str) -> Option<Action> {
    match key {
        "ArrowUp" => Some(Action::Carry(-1, 0)),
        "ArrowDown" => Some(Action::Carry(1, 0)),
        "ArrowLeft" => Some(Action::Carry(0, -1)),
        "ArrowRight" => Some(Action::Carry(0, 1)),
        _ => None,
    }
}

/// Returns what a key asks for; `key` is the key itself, or its code where an input method hides it.
#[must_use]
pub fn action_of(key: &str, ctrl: bool, shift: bool) -> Option<Action> {
    let action = match key {
        "ArrowUp" => Action::Move(Step::By(-1, 0)),
        "ArrowDown" => Action::Move(Step::By(1, 0)),
        "ArrowLeft" => Action::Move(Step::By(0, -1)),
        "ArrowRight" => Action::Move(Step::By(0, 1)),
        "PageUp" => Action::Move(Step::Page(-1)),
        "PageDown" => Action::Move(Step::Page(1)),
        "Home" if ctrl => Action::Move(Step::Start),
        "End" if ctrl => Action::Move(Step::End),
        "Home" => Action::Move(Step::RowStart),
        "End" => Action::Move(Step::RowEnd),
        "Delete" | "Backspace" => Action::Clear,
        "Enter" | "F2" => Action::Open,
        " " | "Space" if shift => Action::Row,
        " " | "Space" if ctrl => Action::Column,
        "F8" => Action::NextProblem,
        "a" | "A" | "KeyA" if ctrl => Action::All,
        "d" | "D" | "KeyD" if ctrl => Action::FillDown,
        _ if ctrl => return None,
        _ => {
            let name = key.strip_prefix("Key").or_else(|| key.strip_prefix("Digit")).unwrap_or(key);
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) if letter.is_ascii_alphanumeric() => {
                    Action::Type { key: letter.to_ascii_uppercase(), add: shift }
                }
                _ => return None,
            }
        }
    };
    Some(action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_stops_at_the_edges() {
        assert_eq!(Step::By(-1, 0).from((0, 3), (5, 5), 1), (0, 3));
        assert_eq!(Step::By(10, 0).from((1, 3), (5, 5), 1), (4, 3));
        assert_eq!(Step::Page(-1).from((3, 1), (50, 5), 10), (0, 1));
        assert_eq!(Step::Page(1).from((3, 1), (50, 5), 10), (13, 1));
        assert_eq!(Step::End.from((0, 0), (5, 8), 1), (4, 7));
    }

    #[test]
    fn keys_mean_the_same_with_and_without_an_input_method() {
        let set = Some(Action::Type { key: 'R', add: false });
        assert_eq!(action_of("r", false, false), set);
        assert_eq!(action_of("KeyR", false, false), set);
        assert_eq!(action_of("R", false, true), Some(Action::Type { key: 'R', add: true }));
        assert_eq!(action_of("d", true, false), Some(Action::FillDown));
        assert_eq!(action_of("c", true, false), None);
        assert_eq!(action_of(" ", false, true), Some(Action::Row));
        assert_eq!(action_of("Space", true, false), Some(Action::Column));
        assert_eq!(action_of(" ", false, false), None);
        assert_eq!(action_of("Tab", false, false), None);
        assert_eq!(action_of("?", false, true), None);
    }

    #[test]
    fn with_alt_the_arrows_carry() {
        assert_eq!(carried_by("ArrowUp"), Some(Action::Carry(-1, 0)));
        assert_eq!(carried_by("ArrowRight"), Some(Action::Carry(0, 1)));
        assert_eq!(carried_by("r"), None);
    }

    #[test]
    fn a_range_spans_both_corners() {
        let range = Range::between((3, 1), (1, 2));
        assert_eq!(range.cells().collect::<Vec<_>>(), [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]);
        assert_eq!(range.count(), 6);
        assert!(range.has(2, 2) && !range.has(2, 3));
    }
}
