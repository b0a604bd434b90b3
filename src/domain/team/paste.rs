//! Reading a pasted table of letters of the role matrix in both languages.

use crate::domain::team::{Part, Parts};

/// Reads one cell: `A`, `A/R`, `ＡＲ`, 批准, 问责, 负责, 咨询, 知会, or nothing.
pub fn read_cell(text: &str) -> Result<Parts, String> {
    let mut rest = text.trim();
    let mut parts = Parts::default();
    const WORDS: [(&str, Part); 10] = [
        ("批准", Part::Accountable),
        ("问责", Part::Accountable),
        ("负责", Part::Responsible),
        ("执行", Part::Responsible),
        ("咨询", Part::Consulted),
        ("知会", Part::Informed),
        ("accountable", Part::Accountable),
        ("responsible", Part::Responsible),
        ("consulted", Part::Consulted),
        ("informed", Part::Informed),
    ];
    let lower = rest.to_lowercase();
    rest = &lower;
    while let Some(letter) = rest.chars().next() {
        if let Some((word, part)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            parts = parts.with(*part);
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        match half_width(letter) {
            '/' | ',' | '、' | '，' | ' ' | '+' | '&' | ';' => (),
            '-' | '—' | '–' => (),
            letter => match Part::from_letter(letter) {
                Some(part) => parts = parts.with(part),
                None => return Err(text.trim().to_owned()),
            },
        }
    }
    Ok(parts)
}

/// How many first rows and columns of a pasted table are headings and names instead of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margins {
    /// Rows of headings: 0 or 1.
    pub rows: usize,
    /// Columns of names: 0 or 1.
    pub columns: usize,
}

/// Finds the headings and names of a pasted table: the first of several rows, and the first of several columns,
/// when most of its filled cells are not letters.
#[must_use]
pub fn margins(table: &[Vec<String>]) -> Margins {
    let is_wide = table.iter().any(|row| row.len() > 1);
    let corner = usize::from(is_wide);
    let has_headings =
        table.len() > 1 && table.first().is_some_and(|row| mostly_words(row.iter().skip(corner)));
    let rows = usize::from(has_headings);
    let has_names = is_wide && mostly_words(table.iter().skip(rows).filter_map(|row| row.first()));
    Margins { rows, columns: usize::from(has_names) }
}

fn mostly_words<'a>(cells: impl Iterator<Item = &'a String>) -> bool {
    let (mut n_words, mut n_letters) = (0, 0);
    for cell in cells.filter(|cell| !cell.trim().is_empty()) {
        if read_cell(cell).is_ok() { n_letters += 1 } else { n_words += 1 }
    }
    n_words > n_letters
}

const fn half_width(letter: char) -> char {
    match letter {
        'ａ'..='ｚ' => (b'a' + (letter as u32 - 'ａ' as u32) as u8) as char,
        '／' => '/',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_of_both_languages_are_read() {
        let show = |text| read_cell(text).map(|parts| parts.to_string());
        for (text, letters) in [
            ("r", "R"),
            ("Ｒ", "R"),
            ("负责", "R"),
            ("批准/负责", "AR"),
            ("问责", "A"),
            ("咨询、知会", "CI"),
            ("R/A", "AR"),
            ("", ""),
            ("—", ""),
            ("Accountable", "A"),
        ] {
            assert_eq!(show(text).as_deref(), Ok(letters), "{text}");
        }
        assert_eq!(show("X"), Err("X".to_owned()));
    }

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
    fn a_single_odd_cell_is_not_taken_for_a_heading() {
        check_margins("A\tR\nX\tC\nI\tyes", 0, 0);
        check_margins("X", 0, 0);
        check_margins("", 0, 0);
    }

    proptest::proptest! {
        #[test]
        fn what_the_matrix_writes_is_read_back(bits in 0_u8..16) {
            let parts = Part::ALL
                .into_iter()
                .enumerate()
                .filter(|(place, _)| bits & (1 << place) != 0)
                .fold(Parts::default(), |parts, (_, part)| parts.with(part));
            proptest::prop_assert_eq!(read_cell(&parts.to_string()), Ok(parts));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            let _ = read_cell(&text);
        }
    }
}
