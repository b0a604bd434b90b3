//! A picture that leaves the page: above it stands what the page says around it.

use std::fmt::Write;

use plotters::style::RGBColor;

use crate::charts::LABEL;
use crate::charts::palette::Palette;
use crate::charts::picture::{escape, estimate};

/// The space around the words.
const MARGIN: u32 = 8;
/// How far lines stand apart.
const LINE: u32 = 18;

/// Puts paragraphs above a picture, the first one in bold; they are its title, too. One that is wider than the picture is
/// broken into lines. What says no size stays as it is.
#[must_use]
pub fn titled(svg: &str, paragraphs: &[String], palette: &Palette) -> String {
    let length = |attribute: &str| svg.split_once(attribute)?.1.split('"').next()?.parse::<u32>().ok();
    let (Some(width), Some(height)) = (length("width=\""), length("height=\"")) else {
        return svg.to_owned();
    };
    let Some(picture) = svg.trim_start().strip_prefix("<svg") else { return svg.to_owned() };
    let paragraphs: Vec<&String> = paragraphs.iter().filter(|one| !one.trim().is_empty()).collect();
    if paragraphs.is_empty() {
        return svg.to_owned();
    }
    let (mut title, mut words, mut y) = (String::new(), String::new(), MARGIN);
    for (place, paragraph) in paragraphs.iter().enumerate() {
        title.push_str(if place == 0 { "" } else { " · " });
        escape(paragraph, &mut title);
        for line in broken(paragraph, width.saturating_sub(2 * MARGIN)) {
            y += LINE;
            let weight = if place == 0 { "bold" } else { "normal" };
            // Writing to a text does not fail.
            let _ = write!(words, "<text x=\"{MARGIN}\" y=\"{y}\" font-weight=\"{weight}\">");
            escape(&line, &mut words);
            words.push_str("</text>\n");
        }
    }
    let head = y + MARGIN;
    let hex = |RGBColor(red, green, blue): RGBColor| format!("#{red:02x}{green:02x}{blue:02x}");
    let (sheet, ink, whole) = (hex(palette.sheet), hex(palette.ink), head + height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{whole}\" viewBox=\"0 0 {width} {whole}\" font-family=\"sans-serif\">\n\
         <title>{title}</title>\n<rect width=\"{width}\" height=\"{whole}\" fill=\"{sheet}\"/>\n\
         <g font-size=\"13\" fill=\"{ink}\">\n{words}</g>\n<svg y=\"{head}\"{picture}\n</svg>\n"
    )
}

/// Breaks words into lines of a width in pixels: behind a space, or behind a letter of a script that writes without them.
fn broken(words: &str, width: u32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut end) = (String::new(), 0);
    for letter in words.trim().chars() {
        line.push(letter);
        if width < estimate(&line, LABEL).0 && 0 < end {
            let rest = line.split_off(end);
            lines.push(line.trim_end().to_owned());
            (line, end) = (rest, 0);
        }
        if letter == ' ' || '\u{2E80}' <= letter {
            end = line.len();
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"50\" viewBox=\"0 0 120 50\"></svg>";

    #[test]
    fn words_stand_above_the_picture_and_are_its_title() {
        let lines = ["K-1 <Uptime>".to_owned(), "V-1 North: 99.2 % in May".to_owned(), String::new()];
        let found = titled(PICTURE, &lines, Palette::of(false));
        assert!(found.contains("<title>K-1 &lt;Uptime&gt; · V-1 North: 99.2 % in May</title>"), "{found}");
        assert_eq!(found.matches("<text").count(), 3, "{found}");
        assert!(found.contains("<svg y=\"70\" xmlns") && found.contains("height=\"120\""), "{found}");
        assert_eq!(titled(PICTURE, &[], Palette::of(false)), PICTURE);
        assert_eq!(titled("", &lines, Palette::of(false)), "");
    }

    #[test]
    fn no_word_is_lost_where_lines_are_broken() {
        for words in
            ["Contract tests miss their target in May", "五月合同测试未达标，原因是环境没有准备好", "x"]
        {
            let lines = broken(words, 100);
            let all = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            assert_eq!(all(&lines.concat()), all(words));
            assert!(lines.iter().all(|line| estimate(line, LABEL).0 <= 100), "{lines:?}");
        }
    }
}
