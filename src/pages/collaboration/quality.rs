//! 4.3 Quality: the three levels of checking, what passes at the first try, and what is done again.

use leptos::prelude::*;

use crate::domain::collaboration::quality::{CheckRecord, Rework, Uncounted, Yield};
use crate::domain::collaboration::{CheckLevel, Collaboration, QualityLevel};
use crate::domain::ids::Id;
use crate::domain::language::Language;
use crate::domain::performance::Counted;
use crate::domain::register::Item;
use crate::domain::requirements::Feature;
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::domain::team::checkers::{self, Doubt};
use crate::domain::team::{Role, Team};
use crate::i18n::collaboration::{Checker, Twice};
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::collaboration::feeding::feeding;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, Label, choices, field, form, labelled, wide};
use crate::pages::list::{Column, Facts, Lines, List, holder, ledger, list, use_facts};
use crate::pages::parts::TaskSheet;
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::finding::Finding;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

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
    let workspace = use_workspace();
    let doubts = kept(move || {
        checkers::doubts(&workspace.section::<Team>(), &workspace.section::<Collaboration>().quality)
    });
    let finding = Signal::derive(move || {
        let levels = &workspace.section::<Collaboration>().quality;
        let open = levels.iter().filter(|level| level.who.is_none()).count();
        (words.get().collaboration.quality_finding)(open, doubts.with(Vec::len))
    });
    let list = live(move || {
        let (doubts, facts) = (doubts.get(), facts.get());
        let is_empty = doubts.is_empty();
        let items = doubts.into_iter().map(|doubt| doubtful(&facts, doubt)).collect_view();
        (!is_empty).then(|| view! { <ul class="check-gaps gap-list">{items}</ul> })
    });
    let lines = Lines {
        name: |text| (text.common.task)(Task::Quality),
        heads: HEADS.into(),
        ids: Signal::derive(|| vec![0, 1, 2]),
        line: Callback::new(move |place: u128| line(&facts.get(), place as usize)),
        form: Callback::new(|place: u128| level_form(place as usize)),
    };
    view! {
        <TaskSheet task=Task::Quality>
            <Finding clauses=finding/>
            {list}
            {ledger(lines, None, ().into_any())}
            {yields()}
            {records()}
            {rework()}
        </TaskSheet>
    }
}

/// Says who checks twice, or checks what they make, with the way to where it is mended.
fn doubtful(facts: &Facts, doubt: Doubt) -> AnyView {
    let (text, team) = (&facts.text.collaboration, &facts.project.team);
    let role = |id| team.roles.get(id).cloned().unwrap_or_default();
    let name = |role: &Role| match role.name.trim() {
        "" => facts.text.common.unnamed.to_owned(),
        name => name.to_owned(),
    };
    let (later, earlier, task, may_stay) = match doubt {
        Doubt::Same { earlier, later, may_stay } => (later, Some(earlier), None, may_stay),
        Doubt::Maker { level, activity } => (level, None, team.activities.get(activity), false),
    };
    let holder = role(later.1);
    let other = earlier.map(|(level, id)| (level, role(id)));
    let other_name = other.as_ref().map(|(_, other)| name(other)).unwrap_or_default();
    let task_name = task.map(|task| format!("{} {}", task.clause(), task.name)).unwrap_or_default();
    let why = match &other {
        Some((level, other)) if other.id == holder.id => Twice::Level(*level),
        Some((level, _)) => Twice::Person(*level, &other_name, holder.person.trim()),
        None => Twice::Makes(&task_name),
    };
    let said = (text.checker)(&Checker { level: later.0, role: &name(&holder), why, may_stay });
    let to_task = task.map(|task| {
        let href = facts.link(Task::Raci, &task.clause());
        view! { <a href=href>{(text.to_task)(&task.clause())}</a> }
    });
    let place = CheckLevel::ALL.iter().position(|level| *level == doubt.level()).unwrap_or(0);
    let href = facts.link(Task::Quality, &clause(place));
    view! { <li><span>{said}</span>{to_task}<a href=href>{(text.to_level)((text.level)(doubt.level()))}</a></li> }.into_any()
}

/// Returns the number of a level on the page.
fn clause(place: usize) -> String {
    format!("4.3.{}", place + 1)
}

static RECORDS: List<CheckRecord> = List {
    name: |text| text.collaboration.records_head,
    columns: RECORD_COLUMNS,
    is_wrong: |_, record| record.counted() == Err(Uncounted::MorePassed),
    form: |row| form(row, RECORD_FIELDS),
    add: |text| text.collaboration.add_record,
    fill: |_| (),
};

const RECORD_COLUMNS: &[Column<CheckRecord>] = &[
    Column::new(|text| text.collaboration.record_what, |_, record| Said::Text(record.what.clone())),
    Column::new(
        |text| text.collaboration.record_date,
        |_, record| Said::Date(format::date_or_missing(record.date)),
    ),
    Column::new(
        |text| text.collaboration.level_column,
        |facts, record| Said::Text((facts.text.collaboration.level)(record.level).to_owned()),
    ),
    Column::number(|text| text.collaboration.n_checked, |_, record| count(record.checked)),
    Column::number(|text| text.collaboration.n_passed, |_, record| count(record.passed)),
    Column::new(
        |text| text.collaboration.note,
        |facts, record| match record.counted() {
            Err(why) => Said::Tag(TagKind::Due, (facts.text.collaboration.uncounted)(why).to_owned()),
            Ok(_) => Said::Text(record.note.clone()),
        },
    ),
];

const RECORD_FIELDS: &[Field<CheckRecord>] = &[
    field!(6 Line what: collaboration.record_what),
    field!(3 Date date: collaboration.record_date),
    field!(3 OneOf(CheckLevel::ALL, collaboration.level) level: collaboration.level_column),
    field!(3 Whole(1000000) checked: collaboration.n_checked),
    field!(3 Whole(1000000) passed: collaboration.n_passed),
    field!(6 Link(Feature, |feature| feature.name.clone()) feature: collaboration.record_feature),
    field!(12 Lines note: collaboration.note),
];

static REWORK: List<Rework> = List {
    name: |text| text.collaboration.rework_head,
    columns: REWORK_COLUMNS,
    is_wrong: |facts, rework| 0 < rework.days_overdue(facts.today),
    form: |row| form(row, REWORK_FIELDS),
    add: |text| text.collaboration.add_rework,
    fill: |_| (),
};

const REWORK_COLUMNS: &[Column<Rework>] = &[
    Column::new(|text| text.collaboration.rework_what, |_, rework| Said::Text(rework.what.clone())),
    Column::new(
        |text| text.collaboration.found_by,
        |facts, rework| {
            let record = rework.record.and_then(|id| facts.project.collaboration.checks.get(id));
            Said::Text(record.map(|record| record.clause()).unwrap_or_default())
        },
    ),
    Column::new(|text| text.collaboration.rework_owner, |facts, rework| holder(facts, rework.owner)),
    Column::new(
        |text| text.collaboration.rework_due,
        |_, rework| Said::Date(format::date_or_missing(rework.due)),
    ),
    Column::new(
        |text| text.collaboration.rework_state,
        |facts, rework| {
            let text = &facts.text.collaboration;
            match (rework.done, rework.days_overdue(facts.today)) {
                (Some(_), _) => Said::Tag(TagKind::Passed, text.state_done.to_owned()),
                (None, 0) => Said::Text(text.state_open.to_owned()),
                (None, days) => Said::Tag(TagKind::Problem, (text.overdue)(days)),
            }
        },
    ),
];

const REWORK_FIELDS: &[Field<Rework>] = &[
    field!(12 Line what: collaboration.rework_what),
    field!(6 Link(CheckRecord, |record| record.what.clone()) record: collaboration.found_by),
    field!(6 Role owner: collaboration.rework_owner),
    field!(3 Date due: collaboration.rework_due),
    field!(3 Date done: collaboration.rework_done),
];

fn count(count: Option<u32>) -> Said {
    Said::Number(count.map_or_else(|| format::MISSING.to_owned(), |count| format::whole(count.into())))
}

fn percent(text: &Text, value: Option<f64>) -> String {
    value.map_or_else(|| format::MISSING.to_owned(), |value| format::percent(value, 2, text.language))
}

/// Shows what passes at the first try, level by level and over all.
fn yields() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let found = kept(move || workspace.section::<Collaboration>().yields());
    let has_records = kept(move || !workspace.section::<Collaboration>().checks.is_empty());
    let lead = live(move || {
        let sentence = found.with(|found| said(words.get(), found));
        view! { <p class="lead">{sentence}</p> }
    });
    let table = move || live(move || found.with(|found| yield_table(words.get(), found)));
    let computed = Signal::derive(move || found.with(|found| steps(words.get(), found)));
    let has_whole = move || found.with(|found| found.first_pass.overall.is_some());
    view! {
        <SheetSection number="4.3.4" title=words.s(|t| t.collaboration.yield_head)>
            {lead}
            <Show when=fact(move || has_records.get())>
                {table()}
                <Show when=fact(has_whole)><Calculation label=words.s(|t| t.common.how_computed) steps=computed/></Show>
            </Show>
            {feeding(Counted::FirstPass)}
        </SheetSection>
    }
    .into_any()
}

/// Says how much passes over all, and which level lets through least.
fn said(text: &'static Text, found: &Yield) -> String {
    let (language, text) = (text.language, &text.collaboration);
    let levels = CheckLevel::ALL.into_iter().zip(&found.first_pass.levels);
    let lowest =
        levels.filter_map(|(level, rate)| Some((level, (*rate)?))).min_by(|a, b| a.1.total_cmp(&b.1));
    match (found.first_pass.overall, lowest) {
        (Some(overall), Some((level, rate))) => {
            let number = |value| format::number(value, 2);
            let gap = if language == Language::Zh { "" } else { " " };
            (text.yield_finding)(&number(overall), (text.level)(level), &number(rate)).join(gap)
        }
        _ => text.no_yield.to_owned(),
    }
}

fn yield_table(words: &'static Text, found: &Yield) -> AnyView {
    let text = &words.collaboration;
    let heads = text.yield_columns.map(|head| view! { <th scope="col">{head}</th> });
    let levels = CheckLevel::ALL.into_iter().zip(found.counts).zip(&found.first_pass.levels);
    let rows = levels.map(|((level, (passed, checked)), rate)| {
        let number = |count: u32| format::whole(count.into());
        view! { <tr><th scope="row">{(text.level)(level)}</th><td>{number(checked)}</td><td>{number(passed)}</td><td>{percent(words, *rate)}</td></tr> }
    });
    view! {
        <table class="table yields">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot><tr><th scope="row">{text.overall}</th><td></td><td></td><td>{percent(words, found.first_pass.overall)}</td></tr></tfoot>
        </table>
    }
    .into_any()
}

/// Says how the rate over all came about.
fn steps(words: &'static Text, found: &Yield) -> Steps {
    let text = &words.collaboration;
    let factors: Vec<_> = found.first_pass.levels.iter().map(|rate| percent(words, *rate)).collect();
    let input = |(level, (passed, checked)): (CheckLevel, (u32, u32))| {
        let [passed, checked] = [passed, checked].map(|count| format::whole(count.into()));
        Input::here(((text.level)(level).to_owned(), (text.of_all)(&passed, &checked)))
    };
    Steps {
        rule: text.yield_rule.to_owned(),
        formula: format!("{} = {}", factors.join(" × "), percent(words, found.first_pass.overall)),
        inputs: CheckLevel::ALL.into_iter().zip(found.counts).map(input).collect(),
    }
}

fn records() -> AnyView {
    let words = use_words();
    view! {
        <SheetSection number="4.3.5" title=words.s(|t| t.collaboration.records_head)>{list(&RECORDS, ().into_any())}</SheetSection>
    }
    .into_any()
}

fn rework() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let finding = live(move || {
        let (rework, today) = (&workspace.section::<Collaboration>().rework, workspace.today());
        let open = rework.iter().filter(|one| one.done.is_none()).count();
        let overdue = rework.iter().filter(|one| 0 < one.days_overdue(today)).count();
        (words.get().collaboration.rework_finding)(open, overdue)
    });
    view! {
        <SheetSection number="4.3.6" title=words.s(|t| t.collaboration.rework_head)>
            <p class="lead">{finding}</p>
            {list(&REWORK, ().into_any())}
        </SheetSection>
    }
    .into_any()
}

fn line(facts: &Facts, place: usize) -> Line {
    let level = facts.project.collaboration.quality.get(place).cloned().unwrap_or_default();
    let name = CheckLevel::ALL.get(place).map(|level| (facts.text.collaboration.level)(*level));
    Line {
        number: clause(place),
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

fn level_form(place: usize) -> AnyView {
    let text = |edit: fn(&mut QualityLevel) -> &mut String| {
        bound(place, move |level| edit(level).clone(), move |level, value| *edit(level) = value)
    };
    let who = bound(
        place,
        |level| level.who.map(|id| id.bits()),
        |level, bits: Option<u128>| level.who = bits.map(Id::fixed),
    );
    let who = Control::Link(who, |project| choices::<Role>(project, |role| role.name.clone()));
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
