//! The colours of charts: the same values as the tokens of the style sheets, for pictures that leave the page.

use plotters::style::RGBColor;

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Text and lines.
    pub ink: RGBColor,
    /// Second text.
    pub ink_2: RGBColor,
    /// Quiet text.
    pub ink_3: RGBColor,
    /// Hairlines.
    pub rule: RGBColor,
    /// Paper.
    pub sheet: RGBColor,
    /// Inset paper.
    pub sheet_2: RGBColor,
    /// Problems.
    pub err: RGBColor,
    /// The client's side.
    pub client: RGBColor,
    /// The vendor's side.
    pub vendor: RGBColor,
    series: [RGBColor; 8],
}

const fn hex(value: u32) -> RGBColor {
    RGBColor((value >> 16) as u8, (value >> 8) as u8, value as u8)
}

impl Palette {
    /// The light theme, also for print.
    pub const LIGHT: Self = Self {
        ink: hex(0x14202B),
        ink_2: hex(0x42505C),
        ink_3: hex(0x576570),
        rule: hex(0xD3DBD9),
        sheet: hex(0xFFFFFF),
        sheet_2: hex(0xF4F7F6),
        err: hex(0xA5123F),
        client: hex(0x0E5A63),
        vendor: hex(0x84500A),
        series: [
            hex(0x351598),
            hex(0xCE7819),
            hex(0x3F616B),
            hex(0x4F1233),
            hex(0x4178E2),
            hex(0x323B00),
            hex(0x906553),
            hex(0x868F92),
        ],
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        ink: hex(0xE7EDF0),
        ink_2: hex(0xBAC5CD),
        ink_3: hex(0x9AA7B0),
        rule: hex(0x2D3942),
        sheet: hex(0x151C22),
        sheet_2: hex(0x1C262D),
        err: hex(0xFF9BB1),
        client: hex(0x7CC6CF),
        vendor: hex(0xE2B36C),
        series: [
            hex(0x7674E7),
            hex(0xD39B13),
            hex(0xB1EDF9),
            hex(0x9F638D),
            hex(0x89B3EE),
            hex(0xD1EC97),
            hex(0xCA544D),
            hex(0xA7A6AD),
        ],
    };

    /// Returns the colours of a theme.
    #[must_use]
    pub const fn of(dark: bool) -> &'static Self {
        if dark { &Self::DARK } else { &Self::LIGHT }
    }

    /// Returns the neutral shade of a segment, the first the strongest.
    #[must_use]
    pub fn shade(&self, place: usize) -> RGBColor {
        [self.ink, self.ink_2, self.ink_3].get(place).copied().unwrap_or(self.rule)
    }

    /// Returns the colour of words on a shade.
    #[must_use]
    pub const fn on_shade(&self, place: usize) -> RGBColor {
        if place < 3 { self.sheet } else { self.ink }
    }

    /// Returns every colour, in one order for both themes.
    fn all(&self) -> impl Iterator<Item = RGBColor> {
        let paper = [self.ink, self.ink_2, self.ink_3, self.rule, self.sheet, self.sheet_2];
        let named = paper.into_iter().chain([self.err, self.client, self.vendor]);
        named.chain(self.series)
    }

    /// Returns a picture of either theme in the colours of the light one: a file is read on white paper.
    #[must_use]
    pub fn as_light(svg: &str) -> String {
        let name = |color: RGBColor| format!("#{:02X}{:02X}{:02X}", color.0, color.1, color.2);
        let mut light = String::with_capacity(svg.len());
        for (place, part) in svg.split('#').enumerate() {
            if place == 0 {
                light.push_str(part);
                continue;
            }
            let pairs = Self::DARK.all().zip(Self::LIGHT.all());
            let known = pairs.map(|(dark, light)| (name(dark), name(light)));
            match known.into_iter().find(|(dark, _)| part.starts_with(dark.trim_start_matches('#'))) {
                Some((dark, bright)) => {
                    light.push_str(&bright);
                    light.push_str(part.get(dark.len() - 1..).unwrap_or_default());
                }
                None => {
                    light.push('#');
                    light.push_str(part);
                }
            }
        }
        light
    }

    /// Returns the colour of a series; after eight they begin anew.
    #[must_use]
    pub fn series(&self, series: usize) -> RGBColor {
        self.series.get(series % self.series.len()).copied().unwrap_or(self.ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `--name: light-dark(#A, #B);` from the style sheet.
    fn token(name: &str) -> (RGBColor, RGBColor) {
        let css = std::fs::read_to_string("style/tokens.css").unwrap();
        let line =
            css.lines().find(|line| line.trim().starts_with(&format!("--{name}:"))).unwrap().to_owned();
        let mut colours =
            line.split('#').skip(1).map(|rest| hex(u32::from_str_radix(&rest[..6], 16).unwrap()));
        (colours.next().unwrap(), colours.next().unwrap())
    }

    #[test]
    fn a_file_is_in_the_colours_of_paper() {
        let dark = "<path fill=\"#E7EDF0\"/><text fill=\"#BAC5CD\">#1 E7EDF0</text><path fill=\"#123456\"/>";
        let light = "<path fill=\"#14202B\"/><text fill=\"#42505C\">#1 E7EDF0</text><path fill=\"#123456\"/>";
        assert_eq!(Palette::as_light(dark), light);
    }

    #[test]
    fn charts_and_pages_have_the_same_colours() {
        let (light, dark) = (&Palette::LIGHT, &Palette::DARK);
        let named = [
            ("ink", light.ink, dark.ink),
            ("ink-2", light.ink_2, dark.ink_2),
            ("ink-3", light.ink_3, dark.ink_3),
            ("rule", light.rule, dark.rule),
            ("sheet", light.sheet, dark.sheet),
            ("sheet-2", light.sheet_2, dark.sheet_2),
            ("err", light.err, dark.err),
            ("pri", light.client, dark.client),
            ("vendor", light.vendor, dark.vendor),
        ];
        for (name, light, dark) in named {
            assert_eq!(token(name), (light, dark), "{name}");
        }
        for series in 0..8 {
            assert_eq!(token(&format!("c{}", series + 1)), (light.series(series), dark.series(series)));
        }
    }
}
