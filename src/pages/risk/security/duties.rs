//! What the law asks for, as a list to go through with counsel.

use leptos::prelude::*;

use crate::domain::risk::RiskBook;
use crate::domain::risk::security::duties::{Duty, DutyNote, DutyState, Source};
use crate::i18n::context::use_words;
use crate::pages::form::{Field, Label, field, form};
use crate::pages::list::{Facts, Lines, ledger, use_facts};
use crate::state::workspace::use_workspace;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::live;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

const HEADS: [(Label, bool); 4] = [
    (|text| text.security.duty_what, false),
    (|text| text.security.duty_basis, false),
    (|text| text.security.state, false),
    (|text| text.security.duty_note, false),
];

const FIELDS: &[Field<DutyNote>] = &[
    field!(3 OneOf(DutyState::ALL, security.duty_state) state: security.state),
    field!(9 Line note: security.duty_note),
];

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let workspace = use_workspace();
    let said = live(move || {
        let security = &workspace.section::<RiskBook>().security;
        let count = |state| security.duties_in(state);
        let (done, not_done) = (count(DutyState::Done), count(DutyState::NotDone));
        (words.get().security.duties_finding)(done, not_done, count(DutyState::Open))
    });
    let source = words.built(|text| {
        let [personal, level] = [Source::Personal(21), Source::MultiLevel(14)].map(Source::as_of);
        (text.security.duties_source)(personal, level)
    });
    let lines = Lines {
        name: |text| text.security.duties_head,
        heads: HEADS.into(),
        ids: Signal::derive(|| (0..Duty::ALL.len() as u128).collect()),
        line: Callback::new(move |place: u128| line(&facts.get(), place as usize)),
        form: Callback::new(|place: u128| duty_form(place as usize)),
    };
    view! {
        <SheetSection number="5.4.6" title=words.s(|t| t.security.duties_head)>
            <p class="lead">{said}</p>
            <p class="hint">{source}</p>
            {ledger(lines, None, ().into_any())}
        </SheetSection>
    }
    .into_any()
}

/// Returns the number of a duty on the page.
fn clause(place: usize) -> String {
    format!("5.4.6.{}", place + 1)
}

fn line(facts: &Facts, place: usize) -> Line {
    let text = &facts.text.security;
    let Some(duty) = Duty::ALL.get(place).copied() else { return Line::default() };
    let found = facts.project.risk.security.duty(duty);
    let state = (text.duty_state)(found.state).to_owned();
    Line {
        number: clause(place),
        cells: vec![
            Said::Text((text.duty)(duty).to_owned()),
            Said::Text((text.source)(duty.source())),
            match found.state {
                DutyState::Open => Said::Quiet(state),
                DutyState::Done => Said::Tag(TagKind::Passed, state),
                DutyState::NotDone => Said::Tag(TagKind::Problem, state),
                DutyState::NotApplicable => Said::Text(state),
            },
            match found.lacks_why() {
                true => Said::Tag(TagKind::Due, text.say_why.to_owned()),
                false => Said::Text(found.note),
            },
        ],
        is_wrong: found.state == DutyState::NotDone,
    }
}

fn duty_form(place: usize) -> AnyView {
    let Some(duty) = Duty::ALL.get(place).copied() else { return ().into_any() };
    let part = use_workspace().part(
        move || clause(place),
        move |book: &RiskBook| book.security.duty(duty),
        move |book: &mut RiskBook, note| book.security.set_duty(duty, note),
    );
    form(part, FIELDS)
}
