//! 4.3 Quality: the three levels of checking.

use leptos::prelude::*;

use crate::domain::collaboration::{CheckLevel, Collaboration, QualityLevel};
use crate::domain::ids::Id;
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::form::controls::Control;
use crate::pages::form::{Label, choices, labelled, wide};
use crate::pages::list::{Facts, Lines, holder, ledger, use_facts};
use crate::pages::parts::TaskSheet;
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::ledger::{Line, Said};

const HEADS: [(Label, bool); 5] = [
    (|text| text.collaboration.level_column, false),
    (|text| text.collaboration.who, false),
    (|text| text.collaboration.standard, false),
    (|text| text.collaboration.sample, false),
    (|text| text.collaboration.evidence, false),
];

/// Shows the three levels of checking as one table.
#[component]
pub fn QualityPage() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let finding = Signal::derive(move || vec![words.get().collaboration.quality_finding.to_owned()]);
    let lines = Lines {
        name: |text| (text.common.task)(Task::Quality),
        heads: HEADS.into(),
        ids: Signal::derive(|| vec![0, 1, 2]),
        line: Callback::new(move |place: u128| line(&facts.get(), place as usize)),
        form: Callback::new(|place: u128| form(place as usize)),
    };
    view! {
        <TaskSheet task=Task::Quality>
            <Finding clauses=finding/>
            {ledger(lines, None, ().into_any())}
        </TaskSheet>
    }
}

fn line(facts: &Facts, place: usize) -> Line {
    let level = facts.project.collaboration.quality.get(place).cloned().unwrap_or_default();
    let name = CheckLevel::ALL.get(place).map(|level| (facts.text.collaboration.level)(*level));
    Line {
        number: format!("4.3.{}", place + 1),
        cells: vec![
            Said::Text(name.unwrap_or_default().to_owned()),
            holder(facts, level.who),
            Said::Text(level.standard),
            Said::Text(level.sample),
            Said::Text(level.evidence),
        ],
        is_wrong: false,
    }
}

fn form(place: usize) -> AnyView {
    let text = |edit: fn(&mut QualityLevel) -> &mut String| {
        bound(place, move |level| edit(level).clone(), move |level, value| *edit(level) = value)
    };
    let who = bound(
        place,
        |level| level.who.map(|id| id.bits()),
        |level, bits: Option<u128>| level.who = bits.map(Id::fixed),
    );
    let who =
        Control::Link(who, |project| choices::<crate::domain::team::Role>(project, |role| role.name.clone()));
    view! {
        <div class="fields">
            {wide(3, labelled(|text| text.collaboration.who, who, None))}
            {wide(3, labelled(|text| text.collaboration.sample, Control::Line(text(|level| &mut level.sample)), None))}
            {wide(6, labelled(|text| text.collaboration.evidence, Control::Line(text(|level| &mut level.evidence)), None))}
            {wide(12, labelled(|text| text.collaboration.standard, Control::Lines(text(|level| &mut level.standard)), None))}
        </div>
    }
    .into_any()
}

/// Binds a value of one level. Both ways take the level to change, so that a field is named once.
fn bound<V: Clone + Default + PartialEq + Send + Sync + 'static>(
    place: usize,
    read: impl Fn(&mut QualityLevel) -> V + Send + Sync + 'static,
    write: impl Fn(&mut QualityLevel, V) + Send + Sync + 'static,
) -> Bound<V> {
    let words = use_words();
    use_workspace().bind(
        move || {
            let level = CheckLevel::ALL.get(place).copied().unwrap_or_default();
            Step::typing((words.now().collaboration.level)(level), "quality")
        },
        move |section: &Collaboration| {
            section.quality.get(place).map(|level| read(&mut level.clone())).unwrap_or_default()
        },
        move |section: &mut Collaboration, value| {
            if let Some(level) = section.quality.get_mut(place) {
                write(level, value);
            }
        },
    )
}
