//! Where things stand in a grid and which of them are in the document: plain arithmetic in pixels.

use std::ops::Range;

/// The height of a row.
pub const ROW: f64 = 42.0;
/// The gap between two groups of columns, with the seam in its middle.
pub const SEAM: f64 = 24.0;
/// The margin of the sheet, where the clause numbers of the rows hang.
pub const GUTTER: f64 = 96.0;
/// How wide the names of rows are at least, and as far as there is room.
const NAME: (f64, f64) = (176.0, 264.0);
/// How wide a column is at least, and as far as there is room.
const CELL: (f64, f64) = (52.0, 76.0);
/// How wide the ends of rows are at least.
const TAIL: f64 = 116.0;

/// How wide the parts of a row are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout {
    /// The head of a row with the margin before it.
    pub head: f64,
    /// One column.
    pub cell: f64,
    /// The end of a row.
    pub tail: f64,
    /// The whole row.
    pub total: f64,
    /// The column that the seam stands before, where there is one.
    pub seam: Option<usize>,
    /// How much larger than usual the user's text is.
    pub scale: f64,
}

impl Layout {
    /// Fits a row into a width: columns shrink as far as they can before the row becomes wider than its place.
    #[must_use]
    pub fn fit(width: f64, scale: f64, n_columns: usize, seam: Option<usize>) -> Self {
        let n = n_columns.max(1) as f64;
        let gap = if seam.is_some() { SEAM } else { 0.0 };
        let [name_min, name_max, cell_min, cell_max, tail] =
            [NAME.0, NAME.1, CELL.0, CELL.1, TAIL].map(|pixels| (pixels * scale).round());
        let room = width - GUTTER - gap - tail;
        let cell = ((room - name_min) / n).floor().clamp(cell_min, cell_max);
        let name = (room - cell * n).floor().clamp(name_min, name_max);
        let tail = tail.max(width - GUTTER - gap - name - cell * n);
        Self { head: GUTTER + name, cell, tail, total: GUTTER + name + gap + cell * n + tail, seam, scale }
    }

    /// Returns where a column begins, seen from the end of the row's head.
    #[must_use]
    pub fn left(&self, column: usize) -> f64 {
        let gap = if self.seam.is_some_and(|seam| seam <= column) { SEAM } else { 0.0 };
        column as f64 * self.cell + gap
    }

    /// Tells whether columns are too narrow for text of the usual size.
    #[must_use]
    pub fn is_dense(&self) -> bool {
        self.cell < 66.0 * self.scale
    }

    /// Returns the height of a row.
    #[must_use]
    pub fn row(&self) -> f64 {
        (ROW * self.scale).round()
    }
}

/// Returns which of `n` things of one size have to be in the document. Their count stays the same while scrolling, so
/// that what leaves at one end can come in at the other.
#[must_use]
pub fn visible(scroll: f64, view: f64, size: f64, n: usize, spare: usize) -> Range<usize> {
    let size = size.max(1.0);
    let count = ((view.max(0.0) / size).ceil() as usize + 1 + 2 * spare).min(n);
    let first = ((scroll.max(0.0) / size) as usize).saturating_sub(spare).min(n - count);
    first..first + count
}

/// Returns how far to scroll so that a thing is in view, moving as little as possible.
#[must_use]
pub fn reveal(scroll: f64, view: f64, start: f64, length: f64) -> f64 {
    if start < scroll || view < length {
        start
    } else if scroll + view < start + length {
        start + length - view
    } else {
        scroll
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_rows_are_there_at_every_place() {
        assert_eq!(visible(0.0, 420.0, 42.0, 200, 4), 0..19);
        assert_eq!(visible(42.0 * 50.0 + 3.0, 420.0, 42.0, 200, 4), 46..65);
        assert_eq!(visible(1e9, 420.0, 42.0, 200, 4), 181..200);
        assert_eq!(visible(-30.0, 420.0, 42.0, 200, 4), 0..19);
    }

    #[test]
    fn a_small_grid_is_there_whole() {
        assert_eq!(visible(0.0, 420.0, 42.0, 7, 4), 0..7);
        assert_eq!(visible(500.0, 420.0, 42.0, 7, 4), 0..7);
        assert_eq!(visible(0.0, 0.0, 0.0, 0, 4), 0..0);
    }

    #[test]
    fn scrolling_moves_as_little_as_it_can() {
        assert_eq!(reveal(100.0, 200.0, 120.0, 40.0), 100.0);
        assert_eq!(reveal(100.0, 200.0, 40.0, 40.0), 40.0);
        assert_eq!(reveal(100.0, 200.0, 300.0, 40.0), 140.0);
        assert_eq!(reveal(0.0, 30.0, 300.0, 40.0), 300.0);
    }

    #[test]
    fn columns_shrink_before_the_row_overflows() {
        let wide = Layout::fit(1088.0, 1.0, 8, Some(4));
        assert_eq!((wide.cell, wide.head, wide.total), (76.0, 96.0 + 244.0, 1088.0));
        let dense = Layout::fit(1088.0, 1.0, 12, Some(6));
        assert_eq!((dense.cell, dense.total), (56.0, 1088.0));
        let large = Layout::fit(1088.0, 1.0, 50, Some(25));
        assert_eq!((large.cell, large.head), (52.0, 96.0 + 176.0));
        assert!(1088.0 < large.total);
    }

    #[test]
    fn few_columns_leave_the_rest_to_the_ends_of_the_rows() {
        let few = Layout::fit(1088.0, 1.0, 2, None);
        assert_eq!((few.cell, few.head, few.total), (76.0, 96.0 + 264.0, 1088.0));
    }

    #[test]
    fn columns_after_the_seam_stand_one_gap_further() {
        let layout = Layout::fit(1088.0, 1.0, 8, Some(4));
        assert_eq!((layout.left(3), layout.left(4)), (228.0, 4.0 * 76.0 + SEAM));
    }
}
