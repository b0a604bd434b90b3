//! Who scores, and what is scored with which weight.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::tree::{Branch, group_of};
use crate::domain::selection::{Criterion, Evaluator, Selection};
use crate::domain::step::{Step, Verb};
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list, list_of};
use crate::pages::parts::{from_template, is_empty};
use crate::pages::vendors::weighing::{Among, Weighing};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::ledger::Said;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;
use decision::weights;

static EVALUATORS: List<Evaluator> = List {
    name: |text| text.scores.evaluators_head,
    columns: &[
        Column::new(|text| text.scores.evaluator, |_, evaluator| Said::Text(evaluator.name.clone())),
        Column::new(|text| text.scores.department, |_, evaluator| Said::Text(evaluator.department.clone())),
        Column::new(
            |text| text.scores.submitted_column,
            |facts, evaluator| match evaluator.submitted {
                Some(date) => Said::Text((facts.text.vendors.submitted_note)(&format::date(date))),
                None => {
                    let (done, all) = facts.project.selection.filled(evaluator, facts.today);
                    Said::Quiet((facts.text.scores.filled)(done, all))
                }
            },
        ),
    ],
    is_wrong: |_, _| false,
    form: |row| {
        form(row, &[field!(6 Line name: scores.evaluator), field!(6 Line department: scores.department)])
    },
    add: |text| text.scores.add_evaluator,
    fill: |_| (),
};

static CRITERIA: List<Criterion> = List {
    name: |text| text.vendors.criteria_head,
    columns: &[
        Column::new(
            |text| text.vendors.criterion,
            |facts, criterion| match group_of(criterion, facts.project.selection.criteria.iter()) {
                Some(_) => Said::Nested(1, criterion.name.clone()),
                None => Said::Text(criterion.name.clone()),
            },
        ),
        Column::new(|text| text.scores.looks_at, |_, criterion| Said::Text(criterion.hint.clone())),
        Column::new(
            |text| text.scores.criterion_state,
            |facts, criterion| {
                Said::Text(if criterion.objective { facts.text.common.yes } else { "" }.to_owned())
            },
        ),
        Column::number(
            |text| text.vendors.weight_percent,
            |_, criterion| Said::Number(format::number(f64::from(criterion.weight_bp) / 100.0, 2)),
        ),
    ],
    is_wrong: |_, _| false,
    form: criterion_form,
    add: |text| text.scores.add_criterion,
    fill: |_| (),
};

const FIELDS: &[Field<Criterion>] = &[
    field!(4 Line name: vendors.criterion),
    field!(6 Line hint: scores.looks_at),
    field!(2 Percent weight_bp: vendors.weight_percent),
    field!(12 Tick objective: scores.objective),
];

/// Makes the field of one anchor.
macro_rules! anchor {
    ($score:literal, $label:literal) => {
        Field {
            width: 6,
            name: $label,
            label: |_| $label,
            control: |source, name| {
                Control::Line(source.at(
                    name,
                    |criterion| criterion.anchors[$score].clone(),
                    |criterion, anchor| criterion.anchors[$score] = anchor,
                ))
            },
            missing: None,
        }
    };
}

const ANCHORS: &[Field<Criterion>] =
    &[anchor!(0, "0"), anchor!(1, "1"), anchor!(2, "2"), anchor!(3, "3"), anchor!(4, "4"), anchor!(5, "5")];

/// Shows who scores.
pub fn evaluators() -> AnyView {
    let words = use_words();
    view! { <SheetSection number="3.2.3" title=words.s(EVALUATORS.name)>{list(&EVALUATORS, ().into_any())}</SheetSection> }
        .into_any()
}

/// Shows the criteria with their weights.
pub fn criteria() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Criterion>();
    let rest = move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let percent = |bp: f64| format::number(bp / 100.0, 2);
        let total = |(group, sum): (Option<Id<Criterion>>, u64)| {
            let sum = sum as f64;
            let total =
                (text.vendors.weights_total)(&percent(sum), &percent(f64::from(weights::WHOLE) - sum));
            match group.and_then(|id| selection.criteria.get(id)) {
                Some(group) => (text.scores.group_total)(&group.clause(), &total),
                None => total,
            }
        };
        selection.weight_sums().into_iter().map(total).collect::<Vec<_>>().join(" · ")
    };
    let order = kept(move || {
        let branches = workspace.section::<Selection>().branches();
        branches.iter().map(|branch| branch.criterion.id).collect::<Vec<_>>()
    });
    let order = Signal::derive(move || order.get());
    let spread = move |()| {
        let step = Step::new(Verb::Change, words.now().vendors.criteria_head);
        workspace.edit(step, Selection::spread_weights);
    };
    // What stands beside each other is weighed against each other: at the top, or under one group.
    let chosen = RwSignal::new(None::<Id<Criterion>>);
    let groups = kept(move || workspace.section::<Selection>().groups());
    let level = kept(move || {
        chosen.get().filter(|id| groups.with(|groups| groups.iter().any(|group| group.id == *id)))
    });
    let is_open = kept(move || workspace.section::<Selection>().scores_locked.is_none());
    let can_compare =
        kept(move || is_open.get() && 1 < workspace.section::<Selection>().beside(level.get()).len());
    let weighing = Weighing::new(Among::Criteria(level.into()), can_compare.into());
    let aside = view! { <Show when=fact(move || !none.get())>{live(rest)}</Show>
    <Show when=fact(move || !none.get() && is_open.get())>" · "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.spread_action) on_press=spread/></Show>
    <Show when=fact(move || can_compare.get())>" · "{weighing.button()}</Show> };
    let template = live(move || none.get().then(|| from_template(Content::Criteria, true)));
    view! {
        <SheetSection number="3.2.4" title=words.s(CRITERIA.name) aside=aside.into_any()>
            <div id="c-criteria" tabindex="-1">{list_of(&CRITERIA, order, view! { {template} }.into_any())}</div>
            <Show when=fact(move || is_open.get() && groups.with(|groups| !groups.is_empty()))>{level_field(level, chosen, groups)}</Show>
            {weighing.show()}
        </SheetSection>
    }
    .into_any()
}

/// Chooses which criteria are weighed against each other.
fn level_field(
    level: Kept<Option<Id<Criterion>>>,
    chosen: RwSignal<Option<Id<Criterion>>>,
    groups: Kept<Vec<Arc<Criterion>>>,
) -> AnyView {
    let words = use_words();
    let value = Signal::derive(move || level.get().map(|id| id.to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let top = (String::new(), words.get().scores.top_level.to_owned());
        let name = |group: &Arc<Criterion>| {
            let clause = format!("{} {}", group.clause(), group.name);
            (group.id.to_string(), clause)
        };
        groups.with(|groups| std::iter::once(top).chain(groups.iter().map(name)).collect::<Vec<_>>())
    });
    let label = words.s(|t| t.scores.level_label);
    view! {
        <div class="fields"><div class="w6"><SelectField label value options on_input=move |id: String| chosen.set(Id::parse(&id))/></div></div>
    }
    .into_any()
}

fn criterion_form(row: Row<Criterion>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let is_open = kept(move || workspace.section::<Selection>().scores_locked.is_none());
    let is_group = kept(move || has_members(&workspace.section::<Selection>(), row.id()));
    let meanings = live(move || {
        let anchors = row.get(|criterion| criterion.anchors.clone());
        let rows = anchors.into_iter().enumerate().map(|(score, anchor)| vec![score.to_string(), anchor]);
        let text = words.get();
        let heads = [text.scores.column_scores, text.scores.anchors].map(str::to_owned).to_vec();
        data_table(text.scores.anchors.to_owned(), FigureTable { heads, rows: rows.collect() })
    });
    view! {
        <div hidden=move || is_open.get()><p class="hint">{words.s(|t| t.vendors.criteria_locked)}</p>{meanings}</div>
        <div hidden=move || !is_open.get()>
            {form(row, FIELDS)}
            {under(row)}
            <fieldset class="anchors" hidden=move || is_group.get()><legend>{words.s(|t| t.scores.anchors)}</legend>{form(row, ANCHORS)}</fieldset>
        </div>
    }
    .into_any()
}

fn branch_of(selection: &Selection, id: Id<Criterion>) -> Option<Branch> {
    selection.branches().into_iter().find(|branch| branch.criterion.id == id)
}

fn has_members(selection: &Selection, id: Id<Criterion>) -> bool {
    branch_of(selection, id).is_some_and(|branch| branch.is_group)
}

/// Shows which group a criterion stands under. Only those at the top are offered, and a group goes under none.
fn under(row: Row<Criterion>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let group = row.bind("under", |criterion| criterion.under, |criterion, group| criterion.under = group);
    let value = Signal::derive(move || group.value.get().map(|id| id.to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let none = (String::new(), words.get().common.none_choice.to_owned());
        let tops = selection.branches().into_iter();
        let tops = tops.filter(|one| one.group.is_none() && one.criterion.id != row.id());
        let tops = tops.map(|one| {
            (one.criterion.id.to_string(), format!("{} {}", one.criterion.clause(), one.criterion.name))
        });
        std::iter::once(none).chain(tops).collect::<Vec<_>>()
    });
    let branch = kept(move || branch_of(&workspace.section::<Selection>(), row.id()));
    let note = live(move || {
        let (text, branch) = (words.get(), branch.get()?);
        let share = || format::number(branch.share_bp / 100.0, 2);
        let note = match branch.group {
            _ if branch.is_group => text.scores.group_note.to_owned(),
            Some(_) => (text.scores.share_note)(&share()),
            None => return None,
        };
        Some(view! { <p class="hint">{note}</p> })
    });
    let is_offered = kept(move || {
        let is_group = branch.with(|branch| branch.as_ref().is_some_and(|branch| branch.is_group));
        !is_group && options.with(|options| 1 < options.len())
    });
    view! {
        <div class="fields"><Show when=fact(move || is_offered.get())><div class="w6">
            <SelectField label=words.s(|t| t.scores.under) value options on_input=move |id: String| group.set.run(Id::parse(&id))/>
        </div></Show></div>
        {note}
    }
    .into_any()
}
