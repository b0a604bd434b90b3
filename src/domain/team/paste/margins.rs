//! Which first rows and columns of a pasted table are headings and names.

use crate::domain::team::paste::read_cell;

/// How many first rows and columns of a pasted table are headings and names instead of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Margins {
    /// Rows of headings: 0 or 1.
    pub(super) rows: usize,
    /// Columns of names: 0 or 1.
    pub(super) columns: usize,
}

/// Finds the headings and names of a pasted table: the first of several rows, and the first of several columns,
/// when most of its filled cells are not letters.
pub(super) fn margins(table: &[Vec<String>]) -> Margins {
    let is_wide = table.iter().any(|row| row.len() > 1);
    let corner = usize::from(is_wide);
    let has_headings =
        table.len() > 1 && table.first().is_some_and(|row| mostly_words(row.iter().skip(corner)));
    let rows = usize::from(has_headings);
    let has_names = is_wide && mostly_words(table.iter().skip(rows).filter_map(|row| row.first()));
    Margins { rows, columns: usize::from(has_names) }
}

/// Finds the column that names the rows: the last one of words before the first one of letters. Numbers and phases may
/// stand before the names.
pub(super) fn name_column(table: &[Vec<String>], n_rows: usize, n_columns: usize) -> Option<usize> {
    let mut found = None;
    for column in 0..n_columns {
        let cells = || table.iter().skip(n_rows).filter_map(|row| row.get(column));
        if mostly_words(cells()) {
            found = Some(column);
        } else if cells().any(|cell| !cell.trim().is_empty()) {
            break;
        }
    }
    found
}

fn mostly_words<'a>(cells: impl Iterator<Item = &'a String>) -> bool {
    let (mut n_words, mut n_letters) = (0, 0);
    for cell in cells.filter(|cell| !cell.trim().is_empty()) {
        if read_cell(cell).is_ok() { n_letters += 1 } else { n_words += 1 }
    }
    n_words > n_letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_margins(table: &str, rows: usize, columns: usize) {
        let table: Vec<Vec<String>> =
            table.split('\n').map(|row| row.split('\t').map(str::to_owned).collect()).collect();
        assert_eq!(margins(&table), Margins { rows, columns });
    }

    #[test]
    fn headings_and_names_are_told_from_letters() {
        check_margins("任务\t业务负责人\t项目经理\nT-01 确认需求\tA\tR\nT-02 交付\tI\tA", 1, 1);
        check_margins("Owner\tClient PM\nA\tR\nC\tI", 1, 0);
        check_margins("Confirm needs\tA\tR", 0, 1);
        check_margins("Owner\nA\nR", 1, 0);
        check_margins("A\tR\n\tC", 0, 0);
    }

    #[test]
    fn the_names_stand_right_before_the_letters() {
        let check = |table: &str, expected| {
            let table: Vec<Vec<String>> =
                table.split('\n').map(|row| row.split('\t').map(str::to_owned).collect()).collect();
            assert_eq!(name_column(&table, 1, 3), expected, "{table:?}");
        };
        check("Task\tOwner\nTrain\tA", Some(0));
        check("Phase\tTask\tOwner\nStart\tTrain\tA", Some(1));
        check("Phase\tTask\tOwner\tNote\n\tTrain\tA\tsoon", Some(1));
        check("Owner\tPM\nA\tR", None);
    }

    #[test]
    fn a_single_odd_cell_is_not_taken_for_a_heading() {
        check_margins("A\tR\nX\tC\nI\tyes", 0, 0);
        check_margins("X", 0, 0);
        check_margins("", 0, 0);
    }
}
