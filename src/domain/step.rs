//! What one undo step did, in facts; the words come from elsewhere.

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Something new came in.
    Add,
    /// Something was changed by typing.
    Change,
    /// Something was taken out.
    Remove,
    /// Something changed its place.
    Move,
    /// A cell or a choice was set.
    Set,
    /// Cells were emptied.
    Clear,
    /// A table was pasted.
    Paste,
    /// Ready-made content was added.
    Template,
    /// A file was taken in.
    Import,
    /// A party confirmed.
    Confirm,
    /// A confirmation was taken back.
    Withdraw,
    /// A sheet was handed in.
    Submit,
    /// Something was locked.
    Lock,
    /// Something was unlocked.
    Unlock,
    /// Settings were changed.
    Settings,
}

/// One undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub verb: Verb,
    /// To what: clause numbers and counts, for example `F-03`.
    pub subject: String,
    /// The clause numbers of what referred to something taken out, and does so no more.
    pub freed: Vec<String>,
    /// In how many tasks a role taken out was Accountable, and in how many Responsible.
    pub held: [usize; 2],
    /// Whether a statement both sides confirmed or took back stays as it is, though the step itself was taken back.
    pub stays: bool,
    /// Which field was typed in; steps in the same field shortly after each other become one.
    pub field: Option<&'static str>,
}

impl Step {
    /// Makes a step.
    #[must_use]
    pub fn new(verb: Verb, subject: impl Into<String>) -> Self {
        Self { verb, subject: subject.into(), freed: Vec::new(), held: [0; 2], stays: false, field: None }
    }

    /// Makes a step of typing in a field.
    #[must_use]
    pub fn typing(subject: impl Into<String>, field: &'static str) -> Self {
        Self {
            verb: Verb::Change,
            subject: subject.into(),
            freed: Vec::new(),
            held: [0; 2],
            stays: false,
            field: Some(field),
        }
    }

    /// Tells whether two steps are typing in the same field.
    #[must_use]
    pub fn joins(&self, later: &Self) -> bool {
        self.field.is_some() && self == later
    }
}
