//! A trial of the service, by measures that say when it goes on and when it stops.

use decode::Decode;
use serde::Serialize;

use crate::domain::requirements::Bound;

/// One measure of a pilot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PilotMeasure {
    /// What is measured.
    pub name: String,
    /// Which way the target binds.
    pub bound: Bound,
    /// The target: what is needed to go on.
    pub target: Option<f64>,
    /// The threshold beyond which the pilot stops.
    pub stop: Option<f64>,
    /// What came out.
    pub actual: Option<f64>,
    /// The unit of both.
    pub unit: String,
}

/// What a measure, or a whole pilot, says of going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PilotVerdict {
    /// The target is met.
    Go,
    /// Neither: extend the pilot, or decide with a reason.
    Between,
    /// The threshold to stop is passed.
    Stop,
}

impl PilotMeasure {
    /// Tells whether a figure is at least as good as another.
    fn reaches(&self, figure: f64, other: f64) -> bool {
        match self.bound {
            Bound::AtLeast => other <= figure,
            Bound::AtMost => figure <= other,
        }
    }

    /// Tells whether the threshold to stop is better than the target, where it makes no sense and stops nothing.
    #[must_use]
    pub fn is_stop_misplaced(&self) -> bool {
        matches!((self.target, self.stop), (Some(target), Some(stop)) if !self.reaches(target, stop))
    }

    /// Returns what the measure says; nothing while a figure it takes is missing.
    #[must_use]
    pub fn verdict(&self) -> Option<PilotVerdict> {
        let actual = self.actual?;
        let stop = self.stop.filter(|_| !self.is_stop_misplaced());
        if stop.is_some_and(|stop| !self.reaches(actual, stop)) {
            return Some(PilotVerdict::Stop);
        }
        Some(if self.reaches(actual, self.target?) { PilotVerdict::Go } else { PilotVerdict::Between })
    }
}

/// The small trial before the long contract.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Pilot {
    /// What is tried.
    pub scope: String,
    /// How many weeks it runs.
    pub weeks: Option<u16>,
    /// What is measured.
    pub measures: Vec<PilotMeasure>,
    /// Why there is none, where it is skipped.
    pub skipped_because: String,
}
