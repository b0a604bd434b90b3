//! Which tool both sides use for what.

use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::Collaboration;
use crate::domain::ids::Id;
use crate::domain::register::item;
use crate::domain::team::Role;

/// What one tool is used for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Channel {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is for, for example questions of the day.
    pub what: String,
    /// The tool.
    pub tool: String,
    /// What has to be kept to.
    pub rule: String,
    /// Who looks after it.
    pub owner: Option<Id<Role>>,
}
item!(Channel, "CH", 1);

/// How many channels are usual.
pub const N_USUAL: usize = 6;
/// The id of the first usual channel; the others follow it.
const FIRST_USUAL: u128 = 0x6ba1_9d40_52c7_4f0e_9b3d_7a11_c4a2_0001;

impl Collaboration {
    /// Adds the usual channels, given what each is for, its tool and its rule. One that is here already stays as it is.
    pub fn adopt_channels(&mut self, usual: &[[&str; 3]; N_USUAL]) {
        for (id, [what, tool, rule]) in (FIRST_USUAL..).zip(usual) {
            self.channels.add(Id::fixed(id), |channel| {
                (channel.what, channel.tool, channel.rule) =
                    (what.to_string(), tool.to_string(), rule.to_string());
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_channels_add_nothing_twice_whatever_the_language() {
        let mut collaboration = Collaboration::default();
        collaboration.adopt_channels(&[["a", "b", "c"]; N_USUAL]);
        collaboration.channels.update_all(|channel| channel.tool.push('!'));
        let changed = collaboration.clone();
        collaboration.adopt_channels(&[["x", "y", "z"]; N_USUAL]);
        assert_eq!(collaboration, changed);
        assert_eq!(collaboration.channels.len(), N_USUAL);
    }
}
