//! Reading a pasted table of letters of the role matrix in both languages.

mod margins;
pub mod newcomers;
pub mod plan;
pub mod target;
mod turning;

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
