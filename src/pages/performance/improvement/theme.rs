//! One theme: what was said, why it is so, and what is done about it, round by round.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::improvement::{EffectCheck, Feedback, Round, Stand, Theme, Verdict};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::step::{Step, Verb};
use crate::domain::team::Role;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, choices, field, form, labelled, wide};
use crate::pages::list::use_facts;
use crate::pages::parts::role_name;
use crate::pages::performance::improvement::effect::effect;
use crate::pages::performance::improvement::stand;
use crate::routes::{Page, Route};
use crate::state::part::{Bindable, Change, Part};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Show, each, fact, kept, live};

const FIELDS: &[Field<Theme>] = &[
    field!(6 Line name: improvement.name),
    field!(3 Link(Kpi, |kpi| kpi.name.clone()) kpi: improvement.kpi),
    field!(3 Link(Vendor, |vendor| vendor.name.clone()) vendor: improvement.vendor),
    field!(6 Lines whys: improvement.whys),
    field!(6 Lines cause: improvement.cause else improvement.cause_missing),
];

/// Shows the fields of a theme.
pub(super) fn theme(row: Row<Theme>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let count = kept(move || row.get(|theme| theme.rounds.len()));
    let begin = move |()| {
        let step = Step::new(Verb::Add, untrack(|| row.clause()));
        workspace.edit(step, |performance: &mut Performance| {
            performance.themes.update(row.id(), |theme| theme.rounds.push(Round::default()));
        });
    };
    view! {
        {form(row, FIELDS)}
        {said(row)}
        <div class="rounds">{each(move || (0..count.get() as u128).collect(), move |at| round(row, at as usize))}</div>
        <Show when=fact(move || count.get() == 0 && !read_only.get())>
            <div class="actions"><Button kind=ButtonKind::Small label=words.s(|t| t.improvement.begin) on_press=begin/></div>
        </Show>
    }
    .into_any()
}

/// Shows what was said that belongs to a theme, and how often.
fn said(row: Row<Theme>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let steps = Signal::derive(move || {
        let text = &words.get().improvement;
        let performance = workspace.section::<Performance>();
        let said = performance.feedback.iter().filter(|one| one.theme == Some(row.id()));
        let page = Route::Project(workspace.id(), Page::Improvement);
        let counts: Vec<_> = said.clone().map(|one| one.count.unwrap_or(1).to_string()).collect();
        let input = |one: &Arc<Feedback>| {
            let count = format::whole(one.count.unwrap_or(1).into());
            let name = format!("{} {}", one.clause(), one.words);
            Input::from(&page.href_to(&one.clause()), (name, count))
        };
        Steps {
            rule: text.count_rule.to_owned(),
            formula: format!("{} = {}", counts.join(" + "), performance.n_said(row.id())),
            inputs: said.map(input).collect(),
        }
    });
    let has_some = move || workspace.section::<Performance>().n_said(row.id()) != 0;
    let label =
        words.built(move |t| (t.improvement.how_many)(workspace.section::<Performance>().n_said(row.id())));
    view! {
        <div class="said-here">
            <Show when=fact(has_some) fallback=move || view! { <p class="hint">{words.s(|t| t.improvement.nothing_said)}</p> }>
                <Calculation label steps/>
            </Show>
        </div>
    }
    .into_any()
}

fn part(row: Row<Theme>, at: usize) -> Part<Round> {
    let workspace = use_workspace();
    Part::new(
        move || row.get(|theme| theme.rounds.get(at).cloned().unwrap_or_default()),
        move |field, asked: Change<Round>| {
            let subject = format!("{} {}", untrack(|| row.clause()), at + 1);
            workspace.edit(Step::typing(subject, field), |performance: &mut Performance| {
                performance.themes.update(row.id(), |theme| {
                    if let Some(round) = theme.rounds.get_mut(at) {
                        asked(round);
                    }
                });
            });
        },
    )
}

/// Shows one try: the present one to fill in, an earlier one as it was.
fn round(row: Row<Theme>, at: usize) -> AnyView {
    let words = use_words();
    let is_present = move || row.get(|theme| theme.rounds.len() == at + 1);
    let earlier = move || live(move || as_it_was(row, at));
    let checks = live(move || {
        let text = &words.get().improvement;
        let checks = row.get(|theme| theme.rounds.get(at).map(|round| round.checks.clone()));
        let check = |check: EffectCheck| {
            let said = (text.checked)(&format::date_or_missing(check.date), (text.verdict)(check.verdict));
            let note = (!check.note.is_empty()).then(|| view! { " "<bdi>{check.note}</bdi> });
            view! { <li>{said}{note}</li> }
        };
        let checks: Vec<_> = checks.unwrap_or_default().into_iter().map(check).collect();
        (!checks.is_empty()).then(|| view! { <ul class="checks">{checks}</ul> })
    });
    view! {
        <section class="round">
            <h3>{words.built(move |t| (t.improvement.round)(at + 1))}</h3>
            <Show when=fact(is_present) fallback=move || view! { {earlier()} }>{fields(row, at)}</Show>
            {effect(row, at)}
            {checks}
            <Show when=fact(is_present)>{checking(row, at)}</Show>
        </section>
    }
    .into_any()
}

fn fields(row: Row<Theme>, at: usize) -> AnyView {
    let part = part(row, at);
    let action = part.bind("action", |one| one.action.clone(), |one, said| one.action = said);
    let owner = part.bind(
        "owner",
        |one| one.owner.map(|owner| owner.bits()),
        |one, bits: Option<u128>| one.owner = bits.map(Id::<Role>::fixed),
    );
    let due = part.bind("due", |one| one.due, |one, date| one.due = date);
    let done = part.bind("done", |one| one.done, |one, date| one.done = date);
    let owner = Control::Link(owner, |project| choices::<Role>(project, |role| role.name.clone()));
    view! {
        <div class="fields">
            {wide(12, labelled(|t| t.improvement.action, Control::Lines(action), None))}
            {wide(6, labelled(|t| t.improvement.owner, owner, None))}
            {wide(3, labelled(|t| t.improvement.due, Control::Date(due), None))}
            {wide(3, labelled(|t| t.improvement.done, Control::Date(done), None))}
        </div>
    }
    .into_any()
}

/// Shows an earlier try as it was.
fn as_it_was(row: Row<Theme>, at: usize) -> Option<AnyView> {
    let facts = use_facts().get();
    let text = &facts.text.improvement;
    let round = row.get(|theme| theme.rounds.get(at).cloned())?;
    let rows = [
        (text.action, round.action),
        (text.owner, role_name(&facts.project.team, round.owner)),
        (text.due, format::date_or_missing(round.due)),
        (text.done, format::date_or_missing(round.done)),
    ];
    let rows = rows.map(|(name, value)| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> });
    Some(view! { <dl class="signed">{rows.into_iter().collect_view()}</dl> }.into_any())
}

/// Shows what writes down whether the effect held.
fn checking(row: Row<Theme>, at: usize) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let facts = use_facts();
    let note = RwSignal::new(String::new());
    let check = move |verdict: Verdict| {
        let step = Step::new(Verb::Set, untrack(|| row.clause()));
        let check = EffectCheck {
            date: Some(workspace.today()),
            verdict,
            note: note.get_untracked().trim().to_owned(),
        };
        workspace.edit(step, |performance: &mut Performance| {
            performance.themes.update(row.id(), |theme| theme.check(check));
        });
        note.set(String::new());
    };
    let is_done = move || row.get(|theme| theme.rounds.get(at).is_some_and(|round| round.done.is_some()));
    let at_review = move || {
        let facts = facts.get();
        let theme = row.item()?;
        let performance = &facts.project.performance;
        let vendor = facts.project.selection.vendor_of(&theme)?;
        let period = performance.check_of(vendor, theme.rounds.get(at)?)?;
        let said = (facts.text.improvement.check_at)(&format::date(period.last_day()?));
        let is_open = stand(&facts, &theme) != Stand::Held;
        is_open.then(|| view! { <p class="hint">{said}</p> })
    };
    view! {
        <Show when=fact(move || is_done() && !read_only.get())>
            {live(at_review)}
            <div class="checking">
                <TextField label=words.s(|t| t.improvement.note) value=note on_input=move |said: String| note.set(said)/>
                <div class="actions">
                    <Button kind=ButtonKind::Small label=words.s(|t| t.improvement.held) on_press=move |()| check(Verdict::Held)/>
                    <Button kind=ButtonKind::Small label=words.s(|t| t.improvement.lapsed) on_press=move |()| check(Verdict::Lapsed)/>
                    <span class="hint">{words.s(|t| t.improvement.lapsed_note)}</span>
                </div>
            </div>
        </Show>
    }
    .into_any()
}
