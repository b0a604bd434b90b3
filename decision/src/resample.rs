//! Drawing again from what was observed, the same for the same seed: a spread nobody has to assume a shape for.

/// A source of places to draw (splitmix64, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Draws(u64);

impl Draws {
    /// Starts a source.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Draws one of so many places, each as often; nothing where there is none.
    pub fn place(&mut self, n: usize) -> Option<usize> {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // The high half of the product: even but for one part in 2^64 / n.
        let place = (u128::from(mixed) * n as u128) >> 64;
        (0 < n).then_some(place as usize)
    }
}

/// Returns the value of the nearest rank at a share of sorted values: of n the one at ⌈share × n⌉, the first one at 0.
#[must_use]
pub fn at_share<T: Copy>(sorted: &[T], share: f64) -> Option<T> {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).or(sorted.last()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_comes_about_as_often_and_a_seed_repeats() {
        let mut draws = Draws::new(7);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[draws.place(7).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (9_600..10_400).contains(count)), "{counts:?}");
        let first = |seed| {
            (0..9).map(|_| ()).scan(Draws::new(seed), |draws, ()| draws.place(1000)).collect::<Vec<_>>()
        };
        assert_eq!(first(3), first(3));
        assert_ne!(first(3), first(4));
        assert_eq!(draws.place(0), None);
    }

    #[test]
    fn a_share_of_sorted_values_is_found_by_its_rank() {
        let values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        assert_eq!(
            [0.0, 0.05, 0.5, 0.95, 1.0].map(|share| at_share(&values, share).unwrap()),
            [1, 1, 5, 10, 10]
        );
        assert_eq!(at_share::<u8>(&[], 0.5), None);
    }
}
