//! What users wrote, as text of a Word file: never markup, never a field, and nothing XML cannot hold.

use std::fmt::Write;

use crate::documents::paper::{Line, Run};
use crate::domain::language::Language;
use crate::i18n::papers::{PapersText, of};

/// Which character style a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// That of its paragraph.
    Plain,
    /// Words that carry the sentence.
    Strong,
    /// Words that stand back.
    Quiet,
    /// What is still to fill in.
    ToFill,
    /// The number of a clause.
    Number,
}

impl Look {
    /// Returns the id of the style, where it is one of its own.
    const fn style(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("Strong"),
            Self::Quiet => Some("Quiet"),
            Self::ToFill => Some("ToFill"),
            Self::Number => Some("ClauseNumber"),
        }
    }
}

/// One of the languages of a file.
#[derive(Clone, Copy)]
pub struct Tongue {
    language: Language,
    /// The words all papers share.
    pub words: &'static PapersText,
}

impl Tongue {
    /// Returns what is needed to write in a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, words: of(language) }
    }

    /// Writes a sentence, all of it bold where it sums up.
    #[must_use]
    pub fn line(self, line: &Line, is_bold: bool) -> String {
        let run = |run: &Run| match run {
            Run::Text(text) => self.styled(Look::Plain, is_bold, text),
            Run::Strong(text) => self.styled(Look::Strong, is_bold, text),
            Run::Quiet(text) => self.styled(Look::Quiet, is_bold, text),
            // Cleaned before its words stand around it: what it leaves open ends within them.
            Run::Blank(blank) => {
                self.styled(Look::ToFill, is_bold, &(self.words.to_fill)(&clean(&blank.what)))
            }
        };
        line.0.iter().map(run).collect()
    }

    /// Writes words.
    #[must_use]
    pub fn run(self, look: Look, text: &str) -> String {
        self.styled(look, false, text)
    }

    fn styled(self, look: Look, is_bold: bool, text: &str) -> String {
        let text = clean(text);
        if text.is_empty() {
            return text;
        }
        let mut run = String::from("<w:r>");
        let mut props = String::new();
        if let Some(style) = look.style() {
            // Writing to a string cannot fail.
            let _ = write!(props, "<w:rStyle w:val=\"{style}\"/>");
        }
        // Quotes, dashes and dots belong to both scripts: in Chinese they take the Chinese font and its width.
        if self.language == Language::Zh && look != Look::Number {
            props.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
        }
        if is_bold {
            props.push_str("<w:b/><w:bCs/>");
        }
        if !props.is_empty() {
            let _ = write!(run, "<w:rPr>{props}</w:rPr>");
        }
        let pieces = text.split_inclusive(['\n', '\t']);
        for piece in pieces {
            let words = piece.trim_end_matches(['\n', '\t']);
            if !words.is_empty() {
                let _ = write!(run, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(words));
            }
            match piece.chars().last() {
                Some('\n') => run.push_str("<w:br/>"),
                Some('\t') => run.push_str("<w:tab/>"),
                _ => (),
            }
        }
        run.push_str("</w:r>");
        run
    }
}

/// Leaves out what XML cannot hold and what a text cannot show. Line ends of all kinds become one, the vertical tab that
/// Word copies as one among them. A direction that was begun ends with its text, so that it turns nothing that follows.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => continue,
            '\r' | '\u{B}' => out.push('\n'),
            '\t' | '\n' => out.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => continue,
            letter if letter.is_control() => continue,
            letter => out.push(letter),
        }
        match letter {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.last() == Some(&letter) => {
                open.pop();
            }
            _ => (),
        }
    }
    out.extend(open.into_iter().rev());
    out
}

/// Writes a text where there is one line without any style: in a property of the file, or as the words for a picture.
#[must_use]
pub fn property(text: &str) -> String {
    escaped(&clean(text).replace(['\n', '\t'], " "))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_line_ends_are_one() {
        assert_eq!(clean("a\u{0}\u{8}\u{1f}\u{fffe}\u{ffff}\u{7f}b"), "ab");
        assert_eq!(clean("a\r\nb\u{b}c\rd\n\te"), "a\nb\nc\nd\n\te");
    }

    #[test]
    fn a_direction_ends_with_its_text() {
        assert_eq!(clean("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(clean("\u{2067}a\u{202e}b\u{202c}"), "\u{2067}a\u{202e}b\u{202c}\u{2069}");
        assert_eq!(clean("a\u{202c}b"), "a\u{202c}b");
    }

    #[test]
    fn lines_and_tabs_become_elements() {
        let found = Tongue::new(Language::En).run(Look::Strong, "a <b>\n\tc ");
        assert_eq!(
            found,
            "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t xml:space=\"preserve\">a &lt;b&gt;</w:t><w:br/>\
             <w:tab/><w:t xml:space=\"preserve\">c </w:t></w:r>"
        );
    }
}
