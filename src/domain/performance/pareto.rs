//! The few causes that make up most of what went wrong.

use decision::order;

/// The share that the vital few make up together, in percent.
pub const MOST_PCT: f64 = 80.0;

/// One cause with what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// What it is called.
    pub name: String,
    /// How often it was named.
    pub count: usize,
    /// Its share of all, in percent.
    pub share_pct: f64,
    /// The share of it and of those before it, in percent.
    pub together_pct: f64,
    /// Whether it is one of the vital few: the first ones until they reach [`MOST_PCT`].
    pub is_vital: bool,
}

/// Counts causes and sorts them, the most frequent first; equal counts stay in the order they were first named in. Names
/// that differ in case or in spaces around them are one.
#[must_use]
pub fn causes<'a>(named: impl IntoIterator<Item = &'a str>) -> Vec<Cause> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for name in named {
        let name = name.trim();
        let is_same = |(known, _): &&mut (&str, usize)| known.to_lowercase() == name.to_lowercase();
        match counts.iter_mut().find(is_same) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    order::sort_by(&mut counts, |one, other| other.1.cmp(&one.1));
    let mut reached = 0;
    let cause = |(name, count): (&str, usize)| {
        let percent = |count: usize| 100.0 * count as f64 / all as f64;
        let is_vital = percent(reached) < MOST_PCT - 1e-9;
        reached += count;
        Cause {
            name: name.to_owned(),
            count,
            share_pct: percent(count),
            together_pct: percent(reached),
            is_vital,
        }
    };
    counts.into_iter().map(cause).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_come_first_and_the_vital_few_reach_most() {
        let named = ["peak", "tool", "Peak ", "staff", "peak", "tool", "peak", "x", "peak", "tool"];
        let found = causes(named);
        let show = |cause: &Cause| {
            format!("{} {} {:.0} {}", cause.name, cause.count, cause.together_pct, cause.is_vital)
        };
        assert_eq!(
            found.iter().map(show).collect::<Vec<_>>(),
            ["peak 5 50 true", "tool 3 80 true", "staff 1 90 false", "x 1 100 false"]
        );
        assert!(causes([]).is_empty());
    }
}
