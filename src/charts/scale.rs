//! From values to heights, and which of many places along a line are named.

/// From values to heights between two edges. The values fill the height, with a little room above and below.
pub(super) struct Scale {
    low: f64,
    high: f64,
    top: i32,
    foot: i32,
}

impl Scale {
    /// Makes a scale over some values, between an upper and a lower edge in pixels.
    pub fn over(values: impl Iterator<Item = f64>, [top, foot]: [i32; 2]) -> Self {
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if high < low { (0.0, 1.0) } else { (low, high) };
        let room = if high - low < 1e-9 { high.abs().max(1.0) * 0.1 } else { 0.08 * (high - low) };
        Self { low: low - room, high: high + room, top, foot }
    }

    pub fn y(&self, value: f64) -> i32 {
        let height = f64::from(self.foot - self.top);
        self.top + (height * (self.high - value) / (self.high - self.low)).round() as i32
    }

    /// Tells whether a value lies within what the scale shows.
    pub fn shows(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Returns which of the months are named: the first, every third, or as many more as have to be left out for the names
/// to stand apart, and the last, unless the one before stands too close to it.
pub(super) fn named(count: usize, width: i32, apart: i32) -> impl Fn(usize) -> bool {
    let last = count.saturating_sub(1);
    let width = width.max(1) as usize;
    let needed = (apart as usize * last).div_ceil(width).max(1);
    let step = needed.div_ceil(3) * 3;
    move |place| place == last || place.is_multiple_of(step) && place + needed <= last
}
