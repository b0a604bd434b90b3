//! What was decided, why, and the lock of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::profile::Profile;
use crate::domain::selection::decided::Since;
use crate::domain::selection::deciding::NotDecidable;
use crate::domain::selection::ranking::{NoRanking, Ranking};
use crate::domain::selection::{Decision, Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::show;
use crate::pages::form::{Field, bind, field};
use crate::pages::vendors::decide::traps::pilots;
use crate::pages::vendors::unlocking::with_reason;
use crate::routes::{Page, Route};
use crate::state::part::Part;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Live, Show, fact, kept, live};
use crate::ui::problem_summary::Problem;
use crate::ui::sheet::SheetSection;
use decision::order;

static FIELDS: [Field<Decision>; 5] = [
    field!(6 Link(Vendor, |vendor| vendor.name.clone()) chosen: decide.chosen),
    field!(6 Link(Vendor, |vendor| vendor.name.clone()) backup: decide.backup),
    field!(12 Lines reason: decide.reason),
    field!(12 Lines against_ranking: decide.against),
    field!(12 Lines dissent: decide.dissent),
];

/// Says what is otherwise than when the decision was locked.
fn since() -> Live {
    let words = use_words();
    let workspace = use_workspace();
    let found = kept(move || workspace.section::<Selection>().since_decision(workspace.today()));
    live(move || {
        let text = words.get();
        let date = workspace.section::<Selection>().decision.rested_on.as_ref()?.date?;
        let currency = workspace.section::<Profile>().currency;
        let said = found.get();
        let said = said.iter().map(|since| view! { <li>{since_words(text, currency, since)}</li> });
        let said = said.collect::<Vec<_>>();
        (!said.is_empty()).then(|| {
            view! { <section class="since"><h3>{(text.costs.since_head)(&format::date(date))}</h3><ul>{said}</ul></section> }
        })
    })
}

fn since_words(text: &'static Text, currency: Currency, since: &Since) -> String {
    let words = &text.costs;
    let percent = |bp: u32| format!("{} %", format::number(f64::from(bp) / 100.0, 2));
    let points = |points: f64| format::fixed(points, 1);
    let then_now = |what: &str, then: &str, now: &str| (words.since_value)(what, then, now);
    match since {
        Since::Weight(part, then, now) => {
            then_now(&(words.since_weight)((text.vendors.part)(*part)), &percent(*then), &percent(*now))
        }
        Since::PriceFormula(then, now) => {
            let name = text.decide.price_formula;
            then_now(text.decide.price_formula_label, name(*then), name(*now))
        }
        Since::Bounds(then, now) => {
            let pair = |(full, none): &(Money, Money)| {
                format!("{}, {}", format::money(*none, currency), format::money(*full, currency))
            };
            then_now(text.decide.bounds, &pair(then), &pair(now))
        }
        Since::LogBase(then, now) => {
            then_now(text.decide.log_base, &format::number(*then, 2), &format::number(*now, 2))
        }
        Since::Aggregation(then, now) => {
            let name = text.vendors.aggregation;
            then_now(text.decide.aggregation_label, name(*then), name(*now))
        }
        Since::Gone(vendor) => (words.since_gone)(vendor),
        Since::New(vendor) => (words.since_new)(vendor),
        Since::Price(vendor, then, now) => then_now(
            &format!("{vendor} · {}", text.vendors.base_price),
            &format::money(*then, currency),
            &format::money(*now, currency),
        ),
        Since::Score(vendor, part, then, now) => {
            then_now(&format!("{vendor} · {}", (text.vendors.part)(*part)), &points(*then), &points(*now))
        }
        Since::Rank(vendor, then, now) => {
            let stand = |(rank, total): (u32, f64)| (words.since_rank)(rank as usize, &points(total));
            then_now(vendor, &stand(*then), &stand(*now))
        }
        Since::NoRanking => words.since_no_ranking.to_owned(),
    }
}

/// Says what was locked when, and why it was opened again.
fn locks() -> Live {
    let words = use_words();
    let workspace = use_workspace();
    live(move || {
        let text = &words.get().costs;
        let selection = workspace.section::<Selection>();
        let opened = selection.unlock_log.iter();
        let opened = opened
            .map(|(date, why)| (*date, (text.locks_opened)(&format::date(*date), &why.replace('\n', " · "))));
        // What was opened again was locked all the same.
        let decided = selection.decision.rested_on.as_ref().and_then(|rested_on| rested_on.date);
        let decided = selection.decision.locked.or(decided);
        let decided = decided.map(|date| (date, (text.locks_decision)(&format::date(date))));
        let scored = selection.scores_locked.map(|date| (date, (text.locks_scores)(&format::date(date))));
        let mut said: Vec<_> = scored.into_iter().chain(decided).chain(opened).collect();
        order::sort_by_key(&mut said, |(date, _)| *date);
        let said: Vec<_> = said.into_iter().map(|(_, said)| view! { <li><bdi>{said}</bdi></li> }).collect();
        (!said.is_empty()).then(|| {
            view! { <details class="calculation"><summary>{text.locks_head}</summary><ul>{said}</ul></details> }
        })
    })
}

/// Shows the record. What is missing is said once somebody tries to lock it.
pub fn record(ranking: Kept<Result<Ranking, NoRanking>>, problems: RwSignal<Vec<Problem>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let tried = RwSignal::new(false);
    let part: Part<Decision> = workspace.part(
        move || words.now().decide.record_head.to_owned(),
        |selection: &Selection| selection.decision.clone(),
        |selection: &mut Selection, decision| {
            if selection.decision.locked.is_none() {
                selection.decision = decision;
            }
        },
    );
    let obstacles = kept(move || {
        let project = workspace.project();
        project.selection.decide_obstacles(project.price_limits(), workspace.today())
    });
    let is_against = kept(move || {
        let selection = workspace.section::<Selection>();
        ranking.with(|ranking| selection.needs_reason_against(ranking.as_ref().ok()))
    });
    let fields = FIELDS.iter().map(|field| {
        let error = MaybeProp::derive(move || {
            // Nobody is told what is missing before they try; until then nothing is looked for.
            let why = tried.get().then(|| obstacles.get().into_iter().find(|why| why.field() == field.name));
            why.flatten().map(|why| (words.get().decide.not_decidable)(why).to_owned())
        });
        let draw = move || show(words.s(field.label), bind(part, field), error, false);
        let is_shown = fact(move || field.name != NotDecidable::NoReasonAgainst.field() || is_against.get());
        view! { <div id=format!("c-{}", field.name) tabindex="-1"><Show when=is_shown>{draw()}</Show></div> }
    });
    let fields = fields.collect_view();
    let said = live(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let decision = &selection.decision;
        let vendor = |id: Option<Id<Vendor>>| id.map(|id| selection.title_of(id)).unwrap_or_default();
        let values = [
            vendor(decision.chosen),
            vendor(decision.backup),
            decision.reason.clone(),
            decision.against_ranking.clone(),
            decision.dissent.clone(),
        ];
        let rows = FIELDS.iter().zip(values).filter(|(_, value)| !value.is_empty());
        let rows = rows.map(
            |(field, value)| view! { <div><dt>{(field.label)(text)}</dt><dd><bdi>{value}</bdi></dd></div> },
        );
        view! { <dl>{rows.collect_view()}</dl> }
    });
    let lock = move |()| {
        let text = words.now();
        let project = workspace.project_now();
        let page = Route::Project(project.id, Page::Task(Task::Decide));
        let problem = |why: NotDecidable| Problem {
            text: (text.decide.not_decidable)(why).to_owned(),
            href: page.href_to(why.field()),
        };
        let found: Vec<_> = obstacles.get_untracked().into_iter().map(problem).collect();
        tried.set(!found.is_empty());
        if found.is_empty() {
            let today = workspace.today();
            workspace.edit_project(Step::new(Verb::Lock, text.decide.record_head), |project| {
                let selection = Arc::make_mut(&mut project.selection);
                selection.note_decision(today);
                selection.decision.locked = Some(today);
                let chosen = selection.decision.chosen.and_then(|id| selection.vendors.get(id));
                let name = chosen.map(|vendor| vendor.name.clone());
                if let Some(name) = name.filter(|_| project.profile.vendor.name.is_empty()) {
                    Arc::make_mut(&mut project.profile).vendor.name = name;
                }
            });
        }
        problems.set(found);
    };
    let unlock = move |reason: String| {
        let (today, text) = (workspace.today(), words.now());
        let step = Step::new(Verb::Unlock, text.decide.record_head);
        workspace.edit(step, |selection: &mut Selection| {
            selection.decision.locked = None;
            selection.note_unlock(today, &format!("{}: {reason}", text.decide.record_head));
        });
    };
    let locked = kept(move || workspace.section::<Selection>().decision.locked);
    let actions = live(move || {
        match locked.get() {
        None => view! { <Button kind=ButtonKind::Primary label=words.s(|t| t.decide.lock_decision) on_press=lock/><span class="hint">{words.s(|t| t.decide.lock_decision_note)}</span> }.into_any(),
        Some(date) => view! { <strong>{(words.get().decide.decision_locked)(&format::date(date))}</strong>{with_reason(words.s(|t| t.decide.unlock_decision), unlock)} }.into_any(),
    }
    });
    view! {
        <SheetSection number="3.6.4" title=words.s(|t| t.decide.record_head)>
            {pilots()}
            <div class="record" class:locked=move || locked.get().is_some()>{fields}<div class="record-said">{said}</div><div class="actions">{actions}</div></div>
            {since()}
            {locks()}
        </SheetSection>
    }
    .into_any()
}
