//! Information security: who promised to keep secrets, which data there are and how they are kept, who is told of a leak,
//! and what is audited. [`access`] says who may see them, [`duties`] what the law asks for.

pub mod access;
pub mod duties;
pub mod standing;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::register::{Register, item};
use crate::domain::risk::security::access::Access;
use crate::domain::risk::security::duties::{Duty, DutyNote};
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::Role;

/// An agreement to keep secrets (保密协议).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Agreement {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Who promises it to whom.
    pub parties: String,
    /// What is secret.
    pub scope: String,
    /// When it was signed.
    pub signed: Option<NaiveDate>,
    /// The last day it holds.
    pub until: Option<NaiveDate>,
    /// Where the signed copy is.
    pub kept_at: String,
}
item!(Agreement, "NA", 1);

/// How much harm data do in the wrong hands, from none to most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Anybody may know them.
    Open,
    /// They stay in the firm and do little harm outside it.
    #[default]
    Internal,
    /// They are secrets of the business.
    Confidential,
    /// They are about people (个人信息).
    Personal,
    /// They are about people and hurt them when they leak (敏感个人信息).
    SensitivePersonal,
}

impl Sensitivity {
    /// Every degree, the least harm first.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Internal, Self::Confidential, Self::Personal, Self::SensitivePersonal];

    /// Tells whether rules and reasons are asked for.
    #[must_use]
    pub fn is_sensitive(self) -> bool {
        Self::Confidential <= self
    }
}

/// One class of data and how it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DataClass {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// What belongs to it.
    pub examples: String,
    /// How much harm it does in the wrong hands.
    pub sensitivity: Sensitivity,
    /// Where it may be kept, and where not.
    pub storage: String,
    /// Whether it is encrypted where it is kept.
    pub encrypted_kept: Option<bool>,
    /// Whether it is encrypted on its way.
    pub encrypted_sent: Option<bool>,
    /// Who holds the keys.
    pub keys: String,
    /// How long it is kept, and how it is deleted or given back.
    pub deletion: String,
}
item!(DataClass, "DC", 1);

/// Who is told of a leak.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LeakDuty {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Who is told.
    pub told: String,
    /// Within how many hours of when it is known.
    pub within_hours: Option<f64>,
    /// Who tells them.
    pub by: Option<Id<Role>>,
    /// How, and what they are told.
    pub how: String,
}
item!(LeakDuty, "LD", 1);

/// One audit of security.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Audit {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is audited.
    pub what: String,
    /// Who audits.
    pub auditor: String,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// After how many months it comes round again.
    pub every_months: Option<u32>,
    /// What was found.
    pub finding: String,
    /// What is done about it.
    pub follow_up: String,
    /// Who does it.
    pub follow_up_by: Option<Id<Role>>,
    /// By when.
    pub follow_up_due: Option<NaiveDate>,
    /// When it was done.
    pub follow_up_done: Option<NaiveDate>,
}
item!(Audit, "AU", 1);

/// The part of stage 5 on information security.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Security {
    /// The agreements to keep secrets.
    pub agreements: Register<Agreement>,
    /// The classes of data.
    pub data: Register<DataClass>,
    /// Who may do what with which class. No entry is something else than none.
    pub access: Matrix<DataClass, Role, Access>,
    /// Who is told of a leak.
    pub leaks: Register<LeakDuty>,
    /// The audits.
    pub audits: Register<Audit>,
    /// What was found of each duty of the checklist.
    pub duties: SortedMap<Duty, DutyNote>,
}

/// The usual classes of data.
pub const USUAL_CLASSES: [Sensitivity; 5] = Sensitivity::ALL;
/// Within how many hours each of those usually told of a leak is: who steers the client's side, those concerned and the
/// authority, both together within three days.
pub const USUAL_LEAKS: [f64; 3] = [2.0, 72.0, 72.0];
/// The id of the first usual class; the others follow it.
const FIRST_CLASS: u128 = 0x35d1_08b2_6f0c_4a57_8c61_2e94_d7b0_0001;
/// The id of the first usual duty to tell; the others follow it.
const FIRST_LEAK: u128 = 0x35d1_08b2_6f0c_4a57_8c61_2e94_d7b0_1001;

impl Security {
    /// Clears what leads to a role or a class that is not there any more.
    pub fn mend(&mut self, roles: &Register<Role>) {
        let is_gone = |role: &Id<Role>| !roles.has(*role);
        self.leaks.update_all(|duty| duty.by = duty.by.filter(|role| !is_gone(role)));
        self.audits.update_all(|audit| {
            audit.follow_up_by = audit.follow_up_by.filter(|role| !is_gone(role));
        });
        self.access.retain(|class| self.data.has(class), |role| roles.has(role));
    }

    /// Raises every next number above the present ones.
    pub fn settle_numbers(&mut self) {
        self.agreements.settle_numbers();
        self.data.settle_numbers();
        self.leaks.settle_numbers();
        self.audits.settle_numbers();
    }

    /// Adds the usual classes of data, given the name and the examples of each. One that is here already stays.
    pub fn adopt_classes(&mut self, usual: &[[&str; 2]; USUAL_CLASSES.len()]) {
        for ((id, [name, examples]), sensitivity) in (FIRST_CLASS..).zip(usual).zip(USUAL_CLASSES) {
            self.data.add(Id::fixed(id), |class| {
                (class.name, class.examples) = (name.to_string(), examples.to_string());
                class.sensitivity = sensitivity;
            });
        }
    }

    /// Adds who is usually told of a leak, given who it is and how. One that is here already stays.
    pub fn adopt_leaks(&mut self, usual: &[[&str; 2]; USUAL_LEAKS.len()]) {
        for ((id, [told, how]), hours) in (FIRST_LEAK..).zip(usual).zip(USUAL_LEAKS) {
            self.leaks.add(Id::fixed(id), |duty| {
                (duty.told, duty.how) = (told.to_string(), how.to_string());
                duty.within_hours = Some(hours);
            });
        }
    }
}
