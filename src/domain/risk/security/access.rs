//! Who may do what with which class of data.

use decode::Decode;
use serde::Serialize;

use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::risk::security::{DataClass, Security};
use crate::domain::team::{Role, Team};

/// What a role may do with a class of data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Nothing.
    #[default]
    None,
    /// Look at it.
    See,
    /// Change it.
    Edit,
}

impl Right {
    /// Every right, the most first.
    pub const ALL: [Self; 3] = [Self::Edit, Self::See, Self::None];

    /// Returns the letter it is typed by.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Edit => 'E',
            Self::See => 'S',
            Self::None => 'N',
        }
    }

    /// Reads the letter in capitals.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.letter() == letter)
    }
}

/// One cell: the right, and why it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Access {
    /// What the role may do.
    pub right: Right,
    /// Why.
    pub reason: String,
}

impl Access {
    /// Tells whether a reason is wanted and missing: who changes sensitive data needs one.
    #[must_use]
    pub fn lacks_reason(&self, class: &DataClass) -> bool {
        self.right == Right::Edit && class.sensitivity.is_sensitive() && self.reason.trim().is_empty()
    }
}

/// What is doubtful about who may see which data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Somebody may change sensitive data, and nobody says why.
    NoReason,
    /// Nobody has decided.
    Undecided,
}

/// The place of a cell.
pub type CellPlace = (Id<DataClass>, Id<Role>);

impl Security {
    /// Returns what is decided about a cell.
    #[must_use]
    pub fn access(&self, class: Id<DataClass>, role: Id<Role>) -> Option<&Access> {
        self.access.get(class, role)
    }

    /// Sets what a role may do and keeps the reason; nothing takes the decision back with its reason.
    pub fn set_right(&mut self, class: Id<DataClass>, role: Id<Role>, right: Option<Right>) {
        let reason = self.access(class, role).map(|access| access.reason.clone()).unwrap_or_default();
        self.access.set(class, role, right.map(|right| Access { right, reason }));
    }

    /// Lists the cells that are doubtful, class by class in their shown order.
    #[must_use]
    pub fn doubtful_cells(&self, team: &Team) -> Vec<Finding<Doubt, CellPlace>> {
        let doubt = |class: &DataClass, role: &Role| {
            let (severity, code) = match self.access(class.id, role.id) {
                None => (Severity::Note, Doubt::Undecided),
                Some(access) if access.lacks_reason(class) => (Severity::Warning, Doubt::NoReason),
                Some(_) => return None,
            };
            Some(Finding { severity, code, place: (class.id, role.id) })
        };
        let of_class =
            |class: &DataClass| team.columns().filter_map(|role| doubt(class, role)).collect::<Vec<_>>();
        self.data.iter().flat_map(|class| of_class(class)).collect()
    }

    /// Tells whether a role of the vendor's side may see or change sensitive data.
    #[must_use]
    pub fn vendor_sees_secrets(&self, team: &Team) -> bool {
        let sensitive = || self.data.iter().filter(|class| class.sensitivity.is_sensitive());
        let may = |role: Id<Role>| {
            sensitive()
                .any(|class| self.access(class.id, role).is_some_and(|access| access.right != Right::None))
        };
        team.roles_of(Side::Vendor).any(|role| may(role.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::security::Sensitivity;

    fn book() -> (Security, Team) {
        let (mut security, mut team) = (Security::default(), Team::default());
        for (id, sensitivity) in [(1, Sensitivity::Internal), (2, Sensitivity::Personal)] {
            security.data.add(Id::fixed(id), |class| class.sensitivity = sensitivity);
        }
        for (id, side) in [(11, Side::Vendor), (12, Side::Client)] {
            team.roles.add(Id::fixed(id), |role| role.side = side);
        }
        (security, team)
    }

    #[test]
    fn only_changing_sensitive_data_asks_for_a_reason_and_open_cells_are_told_apart() {
        let (mut security, team) = book();
        let (internal, personal) = (Id::fixed(1), Id::fixed(2));
        let (vendor, client) = (Id::fixed(11), Id::fixed(12));
        security.set_right(internal, vendor, Some(Right::Edit));
        security.set_right(internal, client, Some(Right::None));
        security.set_right(personal, vendor, Some(Right::Edit));
        let shown = |security: &Security| {
            let found = security.doubtful_cells(&team).into_iter();
            found.map(|finding| (finding.code, finding.place)).collect::<Vec<_>>()
        };
        // The client's columns stand first.
        let open = (Doubt::Undecided, (personal, client));
        assert_eq!(shown(&security), [open, (Doubt::NoReason, (personal, vendor))]);
        let reason = "corrects addresses".to_owned();
        security.access.set(personal, vendor, Some(Access { right: Right::Edit, reason }));
        assert_eq!(shown(&security), [open]);
        // A reason stays while the right changes and goes with the decision.
        security.set_right(personal, vendor, Some(Right::See));
        assert_eq!(security.access(personal, vendor).unwrap().reason, "corrects addresses");
        security.set_right(personal, vendor, None);
        security.set_right(personal, vendor, Some(Right::Edit));
        assert_eq!(shown(&security).len(), 2);
    }

    #[test]
    fn the_vendor_sees_secrets_only_where_a_role_of_it_may() {
        let (mut security, team) = book();
        security.set_right(Id::fixed(1), Id::fixed(11), Some(Right::Edit));
        security.set_right(Id::fixed(2), Id::fixed(12), Some(Right::Edit));
        security.set_right(Id::fixed(2), Id::fixed(11), Some(Right::None));
        assert!(!security.vendor_sees_secrets(&team));
        security.set_right(Id::fixed(2), Id::fixed(11), Some(Right::See));
        assert!(security.vendor_sees_secrets(&team));
    }

    #[test]
    fn every_right_has_a_letter_of_its_own() {
        let read = Right::ALL.map(|right| Right::from_letter(right.letter()));
        assert_eq!(read, Right::ALL.map(Some));
        assert_eq!(Right::from_letter('X'), None);
    }
}
