//! The scale people mark a judged indicator on.

use crate::domain::performance::Kpi;

impl Kpi {
    /// Returns the lowest and the highest mark of a judged indicator: 1 and 5, or its own limits where these lie beyond.
    #[must_use]
    pub fn scale(&self) -> Option<(f64, f64)> {
        let limits = [self.floor, self.target].into_iter().flatten();
        self.judged
            .then(|| limits.fold((1.0, 5.0), |(low, high): (f64, f64), one| (low.min(one), high.max(one))))
    }

    /// Returns the scale a value lies outside of.
    #[must_use]
    pub fn off_scale(&self, value: f64) -> Option<(f64, f64)> {
        self.scale().filter(|(low, high)| !(*low..=*high).contains(&value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_lies_on_its_scale() {
        let mut kpi = Kpi::default();
        assert_eq!(kpi.off_scale(90.0), None);
        kpi.judged = true;
        assert_eq!(
            [1.0, 4.5, 5.0, 0.0, 90.0].map(|value| kpi.off_scale(value).is_none()),
            [true, true, true, false, false]
        );
        (kpi.floor, kpi.target) = (Some(60.0), Some(90.0));
        assert_eq!((kpi.off_scale(90.0), kpi.off_scale(91.0)), (None, Some((1.0, 90.0))));
    }
}
