//! A whole project: seven sections, shared by reference count.

use std::sync::Arc;

use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::Collaboration;
use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::profile::Profile;
use crate::domain::requirements::Requirements;
use crate::domain::risk::RiskBook;
use crate::domain::selection::Selection;
use crate::domain::team::Team;

/// One project from the first goal to the last review. Cloning copies seven pointers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Project {
    /// The id.
    pub id: Id<Project>,
    /// What it is and who takes part.
    pub profile: Arc<Profile>,
    /// Stage 1.
    pub requirements: Arc<Requirements>,
    /// Stage 2.
    pub team: Arc<Team>,
    /// Stage 3.
    pub selection: Arc<Selection>,
    /// Stage 4.
    pub collaboration: Arc<Collaboration>,
    /// Stage 5.
    pub risk: Arc<RiskBook>,
    /// Stage 6.
    pub performance: Arc<Performance>,
}

/// One of the seven parts of a project.
pub trait Section: Clone + Default + PartialEq + Send + Sync + 'static {
    /// Returns the section of a project.
    fn of(project: &Project) -> &Arc<Self>;
    /// Returns the section of a project for change.
    fn of_mut(project: &mut Project) -> &mut Arc<Self>;
}

macro_rules! section {
    ($section:ty, $field:ident) => {
        impl Section for $section {
            fn of(project: &Project) -> &Arc<Self> {
                &project.$field
            }
            fn of_mut(project: &mut Project) -> &mut Arc<Self> {
                &mut project.$field
            }
        }
    };
}
section!(Profile, profile);
section!(Requirements, requirements);
section!(Team, team);
section!(Selection, selection);
section!(Collaboration, collaboration);
section!(RiskBook, risk);
section!(Performance, performance);
