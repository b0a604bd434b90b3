//! Scores that are known or only known to lie somewhere.

use crate::smaa::lanes::{LANES, Lanes, Random, ln};

/// One score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Score {
    /// Known.
    Exact(f64),
    /// Anywhere within an interval, evenly.
    Uniform {
        /// The lowest score.
        low: f64,
        /// The highest score.
        high: f64,
    },
    /// Around a mean, by the normal distribution.
    Normal {
        /// The mean.
        mean: f64,
        /// The standard deviation.
        deviation: f64,
    },
    /// Above 0; its logarithm is normally distributed.
    LogNormal {
        /// The mean of the logarithm.
        mu: f64,
        /// The standard deviation of the logarithm.
        sigma: f64,
    },
}

/// The largest logarithm a score may have: `e⁵⁰` is beyond any scale.
const LARGEST_LOG: f64 = 50.0;

impl Score {
    pub(crate) fn is_sound(self) -> bool {
        let is_size = |value: f64| value.abs() <= 1e15;
        match self {
            Self::Exact(value) => is_size(value),
            Self::Uniform { low, high } => is_size(low) && is_size(high) && low <= high,
            Self::Normal { mean, deviation } => is_size(mean) && is_size(deviation) && 0.0 <= deviation,
            Self::LogNormal { mu, sigma } => (0.0..=LARGEST_LOG).contains(&sigma) && mu.abs() <= LARGEST_LOG,
        }
    }

    /// Returns the score that a share of all draws stays below.
    fn quantile(self, unit: f32) -> f64 {
        match self {
            Self::Exact(value) => value,
            Self::Uniform { low, high } => low + (high - low) * f64::from(unit),
            Self::Normal { mean, deviation } => mean + deviation * normal_quantile(unit),
            Self::LogNormal { mu, sigma } => exp(mu + sigma * normal_quantile(unit)),
        }
    }

    /// Returns the interval that holds nearly all of the draws.
    fn usual(self) -> (f64, f64) {
        (self.quantile(0.001), self.quantile(0.999))
    }
}

/// The scores of all alternatives, moved and scaled so that they fit an f32: taking the same amount from a whole column and
/// dividing all by one number changes no order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    rows: Vec<Vec<Cell>>,
    /// What is taken from each column.
    lowest: Vec<f64>,
    /// What all are divided by.
    width: f64,
}

/// A score ready to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    /// Known, and scaled once for all.
    Scaled(f32),
    /// Drawn each time.
    Drawn(Score),
}

impl Field {
    /// Totals closer than this share of the widest column count as equal: it is what rounding to an f32 may do.
    pub(crate) const TIE: f32 = 1e-6;

    pub(crate) fn of(rows: &[Vec<Score>]) -> Self {
        let n_criteria = rows.first().map_or(0, Vec::len);
        let column = |place: usize| rows.iter().filter_map(move |row| row.get(place));
        let usual = |place: usize| {
            let both = column(place).map(|score| score.usual());
            both.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (from, to)| {
                (low.min(from), high.max(to))
            })
        };
        let bounds: Vec<(f64, f64)> = (0..n_criteria).map(usual).collect();
        let width = bounds.iter().map(|(low, high)| high - low).fold(0.0, f64::max);
        let width = if width == 0.0 { 1.0 } else { width };
        let lowest: Vec<f64> = bounds.iter().map(|(low, _)| *low).collect();
        let cell = |(score, lowest): (&Score, &f64)| match score {
            Score::Exact(value) => Cell::Scaled(((value - lowest) / width) as f32),
            drawn => Cell::Drawn(*drawn),
        };
        let rows = rows.iter().map(|row| row.iter().zip(&lowest).map(cell).collect()).collect();
        Self { rows, lowest, width }
    }

    pub(crate) fn n_alternatives(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn n_criteria(&self) -> usize {
        self.lowest.len()
    }

    /// Draws every uncertain score and sums scores times weights, sixteen samples at once.
    pub(crate) fn totals(&self, random: &mut Random, weights: &[Lanes], totals: &mut [Lanes]) {
        for (row, total) in self.rows.iter().zip(totals) {
            *total = [0.0; LANES];
            for ((cell, lowest), weights) in row.iter().zip(&self.lowest).zip(weights) {
                match cell {
                    Cell::Scaled(value) => {
                        for (total, weight) in total.iter_mut().zip(weights) {
                            *total += value * weight;
                        }
                    }
                    Cell::Drawn(score) => {
                        let units = random.unit();
                        for ((total, weight), unit) in total.iter_mut().zip(weights).zip(units) {
                            *total += ((score.quantile(unit) - lowest) / self.width) as f32 * weight;
                        }
                    }
                }
            }
        }
    }
}

/// Returns the number a normal variable of mean 0 and deviation 1 stays below with this probability (Wichura 1988,
/// algorithm AS 241, PPND7: right to seven digits).
fn normal_quantile(unit: f32) -> f64 {
    let p = f64::from(unit);
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        let above = ((59.109_374_720 * r + 159.291_132_02) * r + 50.434_271_938) * r + 3.387_132_717_9;
        let below = ((67.187_563_600 * r + 78.757_757_664) * r + 17.895_169_469) * r + 1.0;
        return q * above / below;
    }
    let tail = if q < 0.0 { unit } else { 1.0 - unit };
    let r = f64::from(-ln(tail)).sqrt();
    let size = if r <= 5.0 {
        let r = r - 1.6;
        let above = ((0.170_238_211_03 * r + 1.306_728_481_6) * r + 2.756_815_390_0) * r + 1.423_437_277_7;
        above / ((0.120_211_329_75 * r + 0.737_001_642_50) * r + 1.0)
    } else {
        let r = r - 5.0;
        let above = ((0.017_337_203_997 * r + 0.428_682_943_37) * r + 3.081_226_386_0) * r + 6.657_905_115_0;
        above / ((0.012_258_202_635 * r + 0.241_978_942_25) * r + 1.0)
    };
    if q < 0.0 { -size } else { size }
}

/// Returns e to a power, made of exact operations only: `eˣ = 2ᵏ eʳ` with r within ±½ ln 2, summed as a series. Kept within
/// the range of powers of two an f64 has.
fn exp(x: f64) -> f64 {
    let k = (x * std::f64::consts::LOG2_E).round().clamp(-1000.0, 1000.0);
    // ln 2 in two parts, so that the product with k loses nothing.
    let r = (x - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10;
    let mut sum = 1.0;
    for n in (1..=14).rev() {
        sum = 1.0 + r / f64::from(n) * sum;
    }
    sum * f64::from_bits(((k as i64 + 1023) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_exponentials_agree_with_those_of_the_machine() {
        for step in -400..=400 {
            let x = f64::from(step) / 8.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-14, "{x}");
        }
    }

    #[test]
    fn normal_quantiles_agree_with_tables() {
        let known = [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.025, -1.959_963_984_540_054),
            (0.999, 3.090_232_306_167_813),
            (1e-6, -4.753_424_308_822_899),
        ];
        for (unit, value) in known {
            // An f32 does not hold the probability itself exactly, which moves the far end a little.
            assert!((normal_quantile(unit) - value).abs() < 2e-4, "{unit}: {}", normal_quantile(unit));
        }
    }
}
