//! Sixteen random numbers at a time, the same on every machine.

/// How many samples stand side by side: four vectors of 128 bits.
pub(crate) const LANES: usize = 16;
/// One number of each of sixteen samples.
pub(crate) type Lanes = [f32; LANES];

/// Sixteen xoshiro128++ generators (Blackman & Vigna 2021) side by side, their states spread by SplitMix64 (Steele, Lea &
/// Flood 2014).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Random([[u32; LANES]; 4]);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut spread = seed;
        let mut state = [[0; LANES]; 4];
        for word in state.iter_mut().flatten() {
            spread = spread.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = spread;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            *word = ((z ^ (z >> 31)) >> 32) as u32;
        }
        Self(state)
    }

    /// Returns numbers evenly spread over the open interval from 0 to 1: the middles of 2²³ equal parts.
    #[inline]
    pub(crate) fn unit(&mut self) -> Lanes {
        let [s0, s1, s2, s3] = &mut self.0;
        let mut unit = [0.0; LANES];
        let states = s0.iter_mut().zip(s1.iter_mut()).zip(s2.iter_mut()).zip(s3.iter_mut());
        for (unit, (((s0, s1), s2), s3)) in unit.iter_mut().zip(states) {
            let bits = s0.wrapping_add(*s3).rotate_left(7).wrapping_add(*s0);
            let shifted = *s1 << 9;
            *s2 ^= *s0;
            *s3 ^= *s1;
            *s1 ^= *s2;
            *s0 ^= *s3;
            *s2 ^= shifted;
            *s3 = s3.rotate_left(11);
            *unit = ((bits >> 9) as f32 + 0.5) / 8_388_608.0;
        }
        unit
    }

    /// Returns exponential numbers of mean 1.
    #[inline]
    pub(crate) fn exponential(&mut self) -> Lanes {
        let mut numbers = self.unit();
        for number in &mut numbers {
            *number = -ln(*number);
        }
        numbers
    }
}

/// Returns the natural logarithm of a positive, normal number, right to within three units in the last place of an f32.
///
/// Mathematics libraries differ in their last digits from machine to machine; this one is made of exact operations only:
/// `ln x = e ln 2 + 2 artanh((m − 1)/(m + 1))` with m between √½ and √2.
#[inline]
pub(crate) fn ln(x: f32) -> f32 {
    // Moving the border of the exponent to √½ is the same as subtracting its bits.
    let offset = x.to_bits().wrapping_sub(0x3F35_04F3);
    let exponent = ((offset as i32) >> 23) as f32;
    let m = f32::from_bits((offset & 0x007F_FFFF).wrapping_add(0x3F35_04F3));
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let series = 2.0 + z * (2.0 / 3.0 + z * (2.0 / 5.0 + z * (2.0 / 7.0 + z * (2.0 / 9.0))));
    exponent * std::f32::consts::LN_2 + s * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_over_the_whole_range() {
        let mut worst = 0.0_f64;
        for step in 0..400_000_u32 {
            let x = (step as f32 * 20.0 + 0.5) / 8_388_608.0;
            let exact = f64::from(x).ln();
            worst = worst.max((f64::from(ln(x)) - exact).abs() / exact.abs());
        }
        assert!(worst < 3.6e-7, "{worst}");
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn units_are_spread_evenly_and_lanes_differ() {
        let mut random = Random::new(7);
        let mut sum = 0.0;
        let mut squares = 0.0;
        for _ in 0..10_000 {
            let unit = random.unit();
            assert!(unit.iter().all(|unit| 0.0 < *unit && *unit < 1.0));
            sum += unit.iter().map(|unit| f64::from(*unit)).sum::<f64>();
            squares += unit.iter().map(|unit| f64::from(*unit).powi(2)).sum::<f64>();
        }
        assert!((sum / 160_000.0 - 0.5).abs() < 0.003 && (squares / 160_000.0 - 1.0 / 3.0).abs() < 0.003);
        let unit = random.unit();
        assert!((1..LANES).all(|lane| unit[lane] != unit[0]));
    }
}
