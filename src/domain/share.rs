//! Shares of a whole in percent, and what can be none.

/// By how much rounding may put a share outside its limits.
const ROUNDING: f64 = 1e-9;

/// Tells whether a unit is percent.
#[must_use]
pub fn is_percent(unit: &str) -> bool {
    matches!(unit.trim(), "%" | "％")
}

/// Tells whether so many percent can be a share of a whole: neither less than nothing nor more than all.
#[must_use]
pub fn can_be(percent: f64) -> bool {
    (-ROUNDING..=100.0 + ROUNDING).contains(&percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_lies_between_nothing_and_all() {
        assert!(can_be(0.0) && can_be(100.0) && can_be(100.0 * 0.7 / 0.1 / 7.0));
        assert!(!can_be(-0.1) && !can_be(100.1) && !can_be(f64::NAN));
        assert!(is_percent(" ％") && is_percent("%") && !is_percent("min") && !is_percent(""));
    }
}
