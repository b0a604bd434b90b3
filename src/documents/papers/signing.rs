//! Where both sides sign a paper, as far as they confirmed what stands in it.

use chrono::NaiveDate;

use crate::documents::paper::{Block, Line, Signature};
use crate::documents::papers::Draft;
use crate::domain::performance::review::Signed;
use crate::domain::profile::Side;
use crate::domain::requirements::Confirmation;
use crate::domain::requirements::confirmed::{fingerprint, short};
use crate::i18n::format;

/// A confirmation, whatever it is of.
#[derive(Clone, Copy)]
pub(super) struct Hand<'a> {
    name: &'a str,
    role: &'a str,
    date: Option<NaiveDate>,
    fingerprint: &'a str,
}

impl<'a> From<&'a Confirmation> for Hand<'a> {
    fn from(one: &'a Confirmation) -> Self {
        Self { name: &one.name, role: &one.role, date: one.date, fingerprint: &one.fingerprint }
    }
}

impl<'a> From<&'a Signed> for Hand<'a> {
    fn from(one: &'a Signed) -> Self {
        Self { name: &one.name, role: &one.role, date: one.date, fingerprint: &one.fingerprint }
    }
}

impl Draft<'_> {
    /// Ends a paper that says what both parties confirm of the requirements.
    pub(super) fn confirmed_requirements(&mut self) {
        let project = self.project;
        let parties = Side::ALL.map(|side| self.party(side));
        let hands = Side::ALL.map(|side| project.requirements.confirmed(side).map(Hand::from));
        self.signed(parties, hands, &fingerprint(project));
    }

    /// Ends a paper nobody confirms in the app: both sides sign it on paper.
    pub(super) fn signed_on_paper(&mut self) {
        let parties = Side::ALL.map(|side| self.party(side));
        self.signed_on_paper_by(parties);
    }

    /// Does the same where the parties have other names than those of the project.
    pub(super) fn signed_on_paper_by(&mut self, parties: [Line; 2]) {
        self.signed(parties, [None, None], "");
    }

    /// Ends with where both sides sign. A confirmation counts for what it was given for: one with another fingerprint than
    /// the paper's is none of this paper.
    pub(super) fn signed(&mut self, parties: [Line; 2], hands: [Option<Hand>; 2], print: &str) {
        let words = self.words();
        let hands = hands.map(|hand| hand.filter(|hand| hand.fingerprint == print));
        let is_confirmed = hands.iter().any(Option::is_some);
        let [client, vendor] = parties;
        let [by_client, by_vendor] = hands;
        let sides = [(Side::Client, client, by_client), (Side::Vendor, vendor, by_vendor)];
        let sides = sides.map(|(side, party, hand)| Signature {
            side: self.text.common.side(side).to_owned(),
            party,
            person: hand.map(|one| (words.signer)(one.name, one.role)),
            when: hand
                .map(|one| (words.confirmed_on)(&format::date_or_missing(one.date), &short(one.fingerprint))),
        });
        let note = if is_confirmed { words.no_e_signature } else { "" };
        self.blocks.push(Block::Signatures(Box::new(sides), note.to_owned()));
    }
}
