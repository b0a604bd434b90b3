//! A backend of the drawing library that writes SVG text, small enough to be drawn anew with every key. What follows
//! each other in one style becomes one path: a dashed line, a curve, a row of marks. Text is measured by a table, so
//! that a chart is the same on every machine and needs no page to measure in.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

/// How much larger a font's size is than its em in the drawing library.
const SIZE_PER_EM: f64 = 1.24;

/// Estimates the width and height of a text in pixels: 0.55 em for each letter, 1 em for Chinese.
#[must_use]
pub fn estimate(text: &str, size: f64) -> (u32, u32) {
    let em = size / SIZE_PER_EM;
    let width: f64 = text.chars().map(|letter| if letter < '\u{2E80}' { 0.55 * em } else { em }).sum();
    (width.ceil() as u32, em.ceil() as u32)
}

/// How a path is painted.
#[derive(Clone, Copy, PartialEq)]
struct Paint {
    rgb: (u8, u8, u8),
    alpha: f64,
    /// The width of the line; nothing for a filled shape.
    stroke: Option<u32>,
}

impl Paint {
    fn stroke<S: BackendStyle>(style: &S) -> Self {
        let BackendColor { alpha, rgb } = style.color();
        Self { rgb, alpha, stroke: Some(style.stroke_width()) }
    }
    fn of<S: BackendStyle>(style: &S, is_filled: bool) -> Self {
        let painted = Self::stroke(style);
        if is_filled { Self { stroke: None, ..painted } } else { painted }
    }
}

fn hex((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// Writes words so that they cannot become markup, in text as in attributes.
pub fn escape(words: &str, into: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            // What XML cannot hold would make the file unreadable.
            letter if letter.is_control() => into.push(' '),
            letter => into.push(letter),
        }
    }
}

/// The picture being drawn. It is whole once it has been presented.
pub struct Picture<'a> {
    text: &'a mut String,
    size: (u32, u32),
    /// The style of the path that is still open.
    open: Option<Paint>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Picture<'a> {
    /// Begins a picture of a size in pixels at the end of a text.
    #[must_use]
    pub fn new(text: &'a mut String, size: (u32, u32)) -> Self {
        let (width, height) = size;
        let mut picture = Self { text, size, open: None };
        picture.write(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\">\n"
        ));
        picture
    }

    fn write(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to a text does not fail.
        let _ = self.text.write_fmt(words);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.text.push_str("\"/>\n");
        }
    }

    /// Goes on with the open path where it is painted alike, else begins one. Where something shines through, shapes
    /// that overlap are not the same as one shape.
    fn path(&mut self, paint: Paint) {
        if self.open == Some(paint) && 1.0 <= paint.alpha {
            return;
        }
        self.close();
        let color = hex(paint.rgb);
        match paint.stroke {
            Some(width) => {
                self.write(format_args!("<path fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\""))
            }
            None => self.write(format_args!("<path fill=\"{color}\"")),
        }
        if paint.alpha < 1.0 {
            self.write(format_args!(" opacity=\"{}\"", paint.alpha));
        }
        self.text.push_str(" d=\"");
        self.open = Some(paint);
    }

    fn through(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (place, (x, y)) in points.into_iter().enumerate() {
            self.write(format_args!("{}{x} {y}", if place == 0 { 'M' } else { 'L' }));
        }
    }
}

impl DrawingBackend for Picture<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close();
        self.text.push_str("</svg>\n");
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(Paint::stroke(style));
        self.through(path);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.path(Paint::of(style, fill));
        self.write(format_args!("M{left} {top}H{right}V{bottom}H{left}z"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.path(Paint::of(style, fill));
        // Drawn the same way round as a rectangle, so that where two overlap there is no hole.
        let (left, across) = (i64::from(x) - i64::from(radius), 2 * i64::from(radius));
        self.write(format_args!(
            "M{left} {y}a{radius} {radius} 0 1 1 {across} 0a{radius} {radius} 0 1 1 -{across} 0z"
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        outline: I,
        style: &S,
    ) -> Drawn {
        // Which way round it goes is not known: it stands alone.
        self.close();
        self.path(Paint::of(style, true));
        self.through(outline);
        self.text.push('z');
        self.close();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.close();
        let anchor = style.anchor();
        let across = match anchor.h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let down = match anchor.v_pos {
            VPos::Top => "0.76em",
            VPos::Center => "0.5ex",
            VPos::Bottom => "-0.5ex",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let (size, color) = (style.size() / SIZE_PER_EM, hex(style.color().rgb));
        self.write(format_args!(
            "<text x=\"{x}\" y=\"{y}\" dy=\"{down}\" font-size=\"{size:.1}\" fill=\"{color}\"{across}{weight}>"
        ));
        escape(text, self.text);
        self.text.push_str("</text>\n");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(estimate(text, style.size()))
    }
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;

    use super::{Drawn, Picture};

    fn drawn(draw: impl Fn(&mut Picture<'_>) -> Drawn) -> String {
        let mut text = String::new();
        let mut picture = Picture::new(&mut text, (10, 10));
        draw(&mut picture).unwrap();
        picture.present().unwrap();
        text
    }

    #[test]
    fn one_style_in_a_row_is_one_path() {
        let svg = drawn(|picture| {
            picture.draw_path([(0, 0), (3, 0)], &RED.stroke_width(2))?;
            picture.draw_path([(5, 0), (8, 0)], &RED.stroke_width(2))?;
            picture.draw_circle((5, 5), 2, &RED, true)?;
            picture.draw_rect((1, 1), (2, 2), &RED, true)
        });
        assert_eq!(svg.matches("<path").count(), 2);
        assert!(svg.contains("stroke-width=\"2\" d=\"M0 0L3 0M5 0L8 0\""));
        assert!(svg.contains("d=\"M3 5a2 2 0 1 1 4 0a2 2 0 1 1 -4 0zM1 1H2V2H1z\""));
    }

    #[test]
    fn what_shines_through_is_painted_twice() {
        let veil = RED.mix(0.5);
        let svg = drawn(|picture| {
            picture.draw_rect((0, 0), (4, 4), &veil, true)?;
            picture.draw_rect((2, 2), (6, 6), &veil, true)
        });
        assert_eq!(svg.matches("opacity=\"0.5\"").count(), 2);
    }

    #[test]
    fn words_cannot_become_markup() {
        let style = TextStyle::from(("sans-serif", 16.0).into_font());
        let svg = drawn(|picture| picture.draw_text("<b>&\u{1}", &style, (1, 1)));
        assert!(svg.contains(">&lt;b&gt;&amp; </text>"));
    }
}
