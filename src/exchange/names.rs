//! File names that every system takes.

use chrono::NaiveDate;

const MAX_BYTES: usize = 100;

/// Builds a file name from a title, a date and an ending, safe on every system.
#[must_use]
pub fn file_name(title: &str, date: NaiveDate, ending: &str) -> String {
    format!("{}-{date}.{ending}", stem(title))
}

/// Builds the file name of a part of something: the part is never cut off a long title.
#[must_use]
pub fn part_name(title: &str, part: &str, date: NaiveDate, ending: &str) -> String {
    let (title, part) = (stem(title), stem(part));
    let room = MAX_BYTES.saturating_sub(part.len() + 1);
    let ends = title.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let end = ends.take_while(|end| *end <= room).last().unwrap_or_default();
    file_name(&format!("{}-{part}", title.get(..end).unwrap_or_default()), date, ending)
}

/// Makes a text safe as the stem of a file name.
#[must_use]
pub fn stem(title: &str) -> String {
    let mut stem = String::new();
    for letter in title.chars() {
        let is_bidi = matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        if letter.is_control() || is_bidi {
            continue;
        }
        let letter = if r#"/\:*?"<>|"#.contains(letter) || letter.is_whitespace() { '-' } else { letter };
        if MAX_BYTES < stem.len() + letter.len_utf8() {
            break;
        }
        stem.push(letter);
    }
    let stem = stem.trim_matches(['.', '-', ' ']).to_owned();
    let upper = stem.to_ascii_uppercase();
    let base = upper.split('.').next().unwrap_or_default();
    let is_device = matches!(base, "CON" | "PRN" | "AUX" | "NUL")
        || (base.len() == 4 && (base.starts_with("COM") || base.starts_with("LPT")));
    if stem.is_empty() || is_device { "halfseal".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        assert_eq!(stem("云栖商城 · 客服/外包"), "云栖商城-·-客服-外包");
        assert_eq!(stem("CON"), "halfseal");
        assert_eq!(stem("\u{202E}..."), "halfseal");
        assert!(stem(&"合".repeat(100)).len() <= MAX_BYTES);
        let long = part_name(&"合".repeat(100), "答案-供应商", NaiveDate::default(), "json");
        assert!(long.ends_with("合-答案-供应商-1970-01-01.json") && long.len() <= MAX_BYTES + 16, "{long}");
    }
}
