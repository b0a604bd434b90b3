//! Stage 2: the two-layer team and who does what.

pub mod checkers;
pub mod compare;
pub mod gaps;
mod outline;
pub mod paste;
pub mod raci;
pub mod tongues;

use std::fmt;
use std::sync::Arc;

use decode::Decode;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::money::Money;
use crate::domain::profile::Side;
use crate::domain::register::{Register, item};

/// One role on one side of the seam.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Role {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What the role is called.
    pub name: String,
    /// Which side it belongs to.
    pub side: Side,
    /// What it answers for.
    pub duty: String,
    /// Who holds it.
    pub person: String,
    /// The e-mail address of who holds it.
    pub email: String,
    /// The languages it works in, by name or code.
    pub language: String,
    /// Where it works.
    pub place: String,
    /// How many people hold it.
    pub headcount: Option<f64>,
    /// The share of working time, 0 to 100.
    pub share_percent: Option<f64>,
    /// What one of them costs a month with everything; for the vendor's side the floor its price is held against.
    pub loaded_cost: Option<Money>,
    /// The hours a month it can give; empty means not judged.
    pub capacity_hours: Option<f64>,
    /// The role it reports to, on the same side.
    pub reports_to: Option<Id<Role>>,
    /// Its partner on the other side.
    pub counterpart: Option<Id<Role>>,
}
item!(Role, "P", 2);

/// What kind of work an activity is; some kinds have rules of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Agreeing what is wanted.
    Requirement,
    /// Making what is wanted.
    Delivery,
    /// Accepting what was made.
    Acceptance,
    /// Spending money.
    Budget,
    /// Living with a risk.
    RiskAcceptance,
    /// Giving access to data.
    DataAccess,
    /// Keeping secrets.
    Nda,
    /// Changing the contract.
    ContractChange,
    /// The maker's own check (自检).
    SelfCheck,
    /// A colleague's check (互检).
    PeerCheck,
    /// A specialist's check (专检).
    SpecialistCheck,
    /// Attendance of vendor staff.
    Attendance,
    /// Leave of vendor staff.
    Leave,
    /// Appraisal of single vendor staff.
    IndividualAppraisal,
    /// Wages of vendor staff.
    Wages,
    /// Discipline of vendor staff.
    Discipline,
    /// Anything else.
    #[default]
    Other,
}

impl ActivityKind {
    /// Every kind, in the order of choice lists.
    pub const ALL: [Self; 17] = [
        Self::Requirement,
        Self::Delivery,
        Self::Acceptance,
        Self::SelfCheck,
        Self::PeerCheck,
        Self::SpecialistCheck,
        Self::Budget,
        Self::ContractChange,
        Self::RiskAcceptance,
        Self::DataAccess,
        Self::Nda,
        Self::Attendance,
        Self::Leave,
        Self::IndividualAppraisal,
        Self::Wages,
        Self::Discipline,
        Self::Other,
    ];
}

/// One task of the team: a row of the role matrix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Activity {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is done.
    pub name: String,
    /// The phase it belongs to.
    pub phase: String,
    /// What kind of work it is.
    pub kind: ActivityKind,
    /// The activity a specialist check looks at.
    pub checks: Option<Id<Activity>>,
    /// The hours a month it takes.
    pub hours: Option<f64>,
}
item!(Activity, "T", 2);

/// One letter of the role matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Accountable (批准): owns the result.
    Accountable,
    /// Responsible (负责): does the work.
    Responsible,
    /// Consulted (咨询): is asked before.
    Consulted,
    /// Informed (知会): is told after.
    Informed,
}

impl Part {
    /// Every part, in the order A R C I.
    pub const ALL: [Self; 4] = [Self::Accountable, Self::Responsible, Self::Consulted, Self::Informed];

    /// Returns the letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Accountable => 'A',
            Self::Responsible => 'R',
            Self::Consulted => 'C',
            Self::Informed => 'I',
        }
    }

    /// Reads a letter, small or large.
    #[must_use]
    pub const fn from_letter(letter: char) -> Option<Self> {
        match letter.to_ascii_uppercase() {
            'A' => Some(Self::Accountable),
            'R' => Some(Self::Responsible),
            'C' => Some(Self::Consulted),
            'I' => Some(Self::Informed),
            _ => None,
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The letters of one cell, in the order A R C I.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Parts(u8);

/// Says that a text holds something other than the letters A R C I.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not letters of A R C I: {0}")]
pub struct NotParts(pub String);

impl Parts {
    /// Takes one part alone.
    #[must_use]
    pub const fn only(part: Part) -> Self {
        Self(part.bit())
    }

    /// Adds a part.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self(self.0 | part.bit())
    }

    /// Tells whether a part is among them.
    #[must_use]
    pub const fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// Tells whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Takes a part away.
    #[must_use]
    pub const fn without(self, part: Part) -> Self {
        Self(self.0 & !part.bit())
    }

    /// Writes the letters in the order A R C I.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        const ALL: [&str; 16] =
            ["", "A", "R", "AR", "C", "AC", "RC", "ARC", "I", "AI", "RI", "ARI", "CI", "ACI", "RCI", "ARCI"];
        #[allow(clippy::indexing_slicing)] // There are four bits.
        ALL[(self.0 & 15) as usize]
    }

    /// Goes through the parts in the order A R C I.
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.has(*part))
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}
impl TryFrom<String> for Parts {
    type Error = NotParts;
    fn try_from(text: String) -> Result<Self, NotParts> {
        text.chars().try_fold(Self::default(), |parts, letter| {
            Part::from_letter(letter).map(|part| parts.with(part)).ok_or_else(|| NotParts(text.clone()))
        })
    }
}
impl From<Parts> for String {
    fn from(parts: Parts) -> Self {
        parts.to_string()
    }
}

/// The section of stage 2.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Team {
    /// The roles of both sides.
    pub roles: Register<Role>,
    /// The activities.
    pub activities: Register<Activity>,
    /// Who plays which part in which activity.
    pub assignments: Matrix<Activity, Role, Parts>,
    /// What is remarked on a cell.
    pub notes: Matrix<Activity, Role, String>,
}

impl Team {
    /// Returns the letters of a cell.
    #[must_use]
    pub fn parts(&self, activity: Id<Activity>, role: Id<Role>) -> Parts {
        self.assignments.get(activity, role).copied().unwrap_or_default()
    }

    /// Sets the letters of a cell; none clears it.
    pub fn assign(&mut self, activity: Id<Activity>, role: Id<Role>, parts: Parts) {
        self.assignments.set(activity, role, (!parts.is_empty()).then_some(parts));
    }

    /// Returns what is remarked on a cell.
    #[must_use]
    pub fn note(&self, activity: Id<Activity>, role: Id<Role>) -> &str {
        self.notes.get(activity, role).map(String::as_str).unwrap_or_default()
    }

    /// Remarks something on a cell; nothing but blanks clears it.
    pub fn remark(&mut self, activity: Id<Activity>, role: Id<Role>, note: String) {
        self.notes.set(activity, role, (!note.trim().is_empty()).then_some(note));
    }

    /// Returns in which activities a role plays each part, in the order A R C I.
    #[must_use]
    pub fn held_by(&self, role: Id<Role>) -> [Vec<&Activity>; 4] {
        Part::ALL.map(|part| {
            let held = self.activities.iter().filter(|activity| self.parts(activity.id, role).has(part));
            held.map(|activity| &**activity).collect()
        })
    }

    /// Makes a role the only Accountable of an activity.
    pub fn make_accountable(&mut self, activity: Id<Activity>, role: Id<Role>) {
        let others: Vec<_> =
            self.assignments.row(activity).into_iter().flat_map(|row| row.keys().copied()).collect();
        for other in others {
            self.assign(activity, other, self.parts(activity, other).without(Part::Accountable));
        }
        self.assign(activity, role, self.parts(activity, role).with(Part::Accountable));
    }

    /// Returns the roles of a side in their shown order.
    pub fn roles_of(&self, side: Side) -> impl Iterator<Item = &Arc<Role>> + Clone {
        self.roles.iter().filter(move |role| role.side == side)
    }

    /// Returns the roles in the order of the matrix: client columns, then vendor columns.
    pub fn columns(&self) -> impl Iterator<Item = &Arc<Role>> + Clone {
        Side::ALL.into_iter().flat_map(|side| self.roles_of(side))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::Item;

    fn team() -> Team {
        let mut team = Team::default();
        team.roles.add(Id::fixed(1), |_| ());
        team
    }

    #[test]
    fn a_remark_stands_on_its_cell_until_it_is_blank() {
        let mut team = team();
        team.activities.add(Id::fixed(9), |_| ());
        let (row, role) = (Id::fixed(9), Id::fixed(1));
        team.remark(row, role, "only until May".to_owned());
        assert_eq!(team.note(row, role), "only until May");
        team.assign(row, role, Parts::default());
        assert_eq!(team.note(row, role), "only until May", "a remark may stand on an empty cell");
        team.remark(row, role, " ".to_owned());
        assert!(team.notes.is_empty());
    }

    #[test]
    fn what_a_role_holds_is_listed_by_part() {
        let mut team = team();
        for (id, letters) in [(11, "AR"), (12, "C"), (13, "R")] {
            team.activities.add(Id::fixed(id), |_| ());
            team.assign(Id::fixed(id), Id::fixed(1), Parts::try_from(letters.to_owned()).unwrap());
        }
        let held =
            team.held_by(Id::fixed(1)).map(|rows| rows.iter().map(|row| row.clause()).collect::<Vec<_>>());
        assert_eq!(held.map(|rows| rows.join(" ")), ["T-01", "T-01 T-03", "T-02", ""]);
    }
}
