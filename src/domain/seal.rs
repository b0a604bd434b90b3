//! The half seal across the seam: a record of who confirmed, not an electronic signature.

/// The strokes of the character on it, in a square of 72.
pub const STROKES: &str =
    "M36 12.5H28V20H20V27.5H12M36 12.5H44V20H52V27.5H60M22 35H50M14.5 44H57.5V60H14.5ZM25 52H47";

/// Which halves are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SealState {
    /// The client confirmed.
    pub client: bool,
    /// The vendor confirmed.
    pub vendor: bool,
    /// Something changed since.
    pub outdated: bool,
}
