//! Where the evaluators differ and why, and the lock of their scores.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::scale::Score;
use crate::domain::selection::consensus::{NotLockable, SCALE, Spread};
use crate::domain::selection::tree::group_of;
use crate::domain::selection::{Criterion, ScoreEntry, Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::vendors::step::idle_agreed_words;
use crate::pages::vendors::unlocking::with_reason;
use crate::routes::{Page, Route, WEIGHTS};
use crate::state::part::{Bindable, Part};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::Button;
use crate::ui::dot_line::{dot_line, dot_scale};
use crate::ui::field::TextField;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Live, Show, fact, follow, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::problem_summary::Problem;
use crate::ui::sheet::SheetSection;
use decision::order;

const MAX: u8 = SCALE.max as u8;

/// Shows the table of differences once everybody handed in, and locks the scores.
pub fn consensus(problems: RwSignal<Vec<Problem>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let tried = RwSignal::new(false);
    let spreads = kept(move || {
        let selection = workspace.section::<Selection>();
        if selection.all_submitted() { selection.spreads(workspace.today()) } else { Vec::new() }
    });
    // What a row is drawn from does not change while its reason is typed.
    let rows = kept(move || {
        let mut spreads = spreads.get();
        spreads.iter_mut().for_each(|spread| spread.reason_missing = false);
        order::sort_by_key(&mut spreads, |spread| std::cmp::Reverse(spread.width()));
        spreads
    });
    let finding = Signal::derive(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        if !selection.all_submitted() {
            let submitted = selection.evaluators.iter().filter(|one| one.submitted.is_some()).count();
            return vec![(text.scores.consensus_waits)(submitted, selection.evaluators.len())];
        }
        let spreads = spreads.get();
        if spreads.is_empty() {
            return vec![text.scores.nothing_scored.to_owned()];
        }
        let wide = spreads.iter().filter(|spread| spread.is_wide).count();
        let missing = spreads.iter().filter(|spread| spread.reason_missing).count();
        (text.scores.consensus_finding)(wide, missing)
    });
    let lock = move |()| {
        let text = words.now();
        let project = workspace.project_now();
        let found = problems_of(text, &project, &project.selection.lock_obstacles(workspace.today()));
        tried.set(true);
        if found.is_empty() {
            let today = workspace.today();
            workspace.edit(Step::new(Verb::Lock, text.scores.scores_word), |selection: &mut Selection| {
                selection.scores_locked = Some(today);
            });
        }
        problems.set(found);
    };
    // What was said to be missing goes as it is mended.
    follow(move || {
        let project = workspace.project();
        if problems.with_untracked(|problems| !problems.is_empty()) {
            problems.set(problems_of(
                words.get(),
                &project,
                &project.selection.lock_obstacles(workspace.today()),
            ));
        }
    });
    let locked = kept(move || workspace.section::<Selection>().scores_locked);
    let actions = live(move || {
        match locked.get() {
        None => view! { <Button label=words.s(|t| t.scores.lock_scores) on_press=lock/><span class="hint">{words.s(|t| t.scores.lock_note)}</span> }.into_any(),
        Some(date) => unlock(format::date(date)),
    }
    });
    view! {
        <SheetSection number="3.2.2" title=words.s(|t| t.scores.consensus_head)>
            <Finding clauses=finding/>
            <Show when=fact(move || !rows.with(Vec::is_empty))>
                <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().scores.consensus_head><table class="table consensus">
                    <thead><tr>
                        <th scope="col">{words.s(|t| t.vendors.vendor_and_criterion)}</th>
                        <th scope="col"><span class="sr-only">{words.s(|t| t.scores.column_scores)}</span>{dot_scale(MAX)}</th>
                        <th scope="col" class="num">{words.s(|t| t.vendors.median)}</th>
                        <th scope="col" class="num">{words.s(|t| t.scores.spread)}</th>
                        <th scope="col">{words.s(|t| t.vendors.agreed)}</th>
                        <th scope="col">{words.s(|t| t.scores.reason_column)}</th>
                    </tr></thead>
                    <tbody>{live(move || rows.get().into_iter().map(|spread| row(workspace, spread, tried)).collect_view())}</tbody>
                </table></div>
            </Show>
            {idle_note(workspace)}
            <div class="actions">{actions}</div>
        </SheetSection>
    }
    .into_any()
}

/// Says that what was agreed on does not count, with the way to where this is chosen.
fn idle_note(workspace: Workspace) -> Live {
    let words = use_words();
    live(move || {
        let text = words.get();
        let said = idle_agreed_words(text, &workspace.section::<Selection>())?;
        let href = Route::Project(workspace.project().id, Page::Task(Task::Decide)).href_to(WEIGHTS);
        Some(view! { <p class="hint">{said}" "<a href=href>{text.vendors.agreed_change}</a></p> })
    })
}

/// Says what stands in the way of the lock, each with the way to its place.
fn problems_of(text: &Text, project: &Project, obstacles: &[NotLockable]) -> Vec<Problem> {
    let selection = &project.selection;
    let said = |obstacle: &NotLockable| {
        let (name, place) = match obstacle {
            NotLockable::NotSubmitted(id) => selection
                .evaluators
                .get(*id)
                .map(|evaluator| (evaluator.name.clone(), evaluator.clause()))
                .unwrap_or_default(),
            NotLockable::ReasonMissing(vendor, criterion)
            | NotLockable::AgreedReasonMissing(vendor, criterion) => {
                let vendor = selection.vendors.get(*vendor).map(|vendor| vendor.clause()).unwrap_or_default();
                let criterion = selection.criteria.get(*criterion).cloned().unwrap_or_default();
                (format!("{vendor} {}", criterion.name), format!("{vendor}-{}", criterion.clause()))
            }
            NotLockable::LowCoverage(vendor) => {
                let criteria = selection.uncovered(*vendor).into_iter();
                let criteria = criteria.filter_map(|id| Some(selection.criteria.get(id)?.name.clone()));
                let criteria = criteria.collect::<Vec<_>>().join(text.vendors.names_join);
                (format!("{} · {criteria}", selection.title_of(*vendor)), "sheet".to_owned())
            }
            NotLockable::Weights(Some(group)) => selection
                .criteria
                .get(*group)
                .map(|group| (group.name.clone(), group.clause()))
                .unwrap_or_default(),
            _ => (String::new(), "criteria".to_owned()),
        };
        let href = Route::Project(project.id, Page::Task(Task::Capability)).href_to(&place);
        Problem { text: (text.scores.not_lockable)(obstacle, &name), href }
    };
    obstacles.iter().map(said).collect()
}

/// Shows since when the scores are locked, and unlocks them for a written reason.
fn unlock(date: String) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    // A locked decision rests on these scores.
    let is_decided = move || workspace.section::<Selection>().decision.locked.is_some();
    let unlock = move |reason: String| {
        let today = workspace.today();
        workspace.edit(
            Step::new(Verb::Unlock, words.now().scores.scores_word),
            |selection: &mut Selection| {
                selection.scores_locked = None;
                selection.note_unlock(today, &reason);
            },
        );
    };
    view! {
        <strong>{move || (words.get().scores.locked_on)(&date)}</strong>
        <Show when=fact(move || !is_decided()) fallback=move || view! { <p class="hint">{words.s(|t| t.scores.unlock_decision_first)}</p> }>
            {with_reason(words.s(|t| t.scores.unlock_scores), unlock)}
        </Show>
    }
    .into_any()
}

fn row(workspace: Workspace, spread: Spread, tried: RwSignal<bool>) -> AnyView {
    let words = use_words();
    let selection = workspace.section_now::<Selection>();
    let (vendor, criterion) = (spread.vendor, spread.criterion);
    let scores: Vec<_> = spread
        .scores
        .iter()
        .map(|(id, score)| {
            let evaluator = selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone());
            (evaluator.unwrap_or_default(), *score)
        })
        .collect();
    let number = selection.vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default();
    let criterion_of = selection.criteria.get(criterion).cloned().unwrap_or_default();
    let group = group_of(&criterion_of, selection.criteria.iter());
    let group = group.map(|group| view! { <small class="quiet"><bdi>{group.name.clone()}</bdi></small> });
    let place = format!("{number}-{}", criterion_of.clause());
    let subject = format!("{number} {}", criterion_of.clause());
    let typed = subject.clone();
    let bound = workspace.bind(
        move || Step::typing(typed.clone(), "reason"),
        move |selection: &Selection| {
            selection.spread_reasons.get(vendor, criterion).cloned().unwrap_or_default()
        },
        move |selection: &mut Selection, reason: String| {
            selection.spread_reasons.set(vendor, criterion, (!reason.is_empty()).then_some(reason));
        },
    );
    let error = MaybeProp::derive(move || {
        let is_missing = tried.get() && bound.value.with(|reason| reason.trim().is_empty());
        is_missing.then(|| words.get().scores.reason_missing.to_owned())
    });
    let is_wide = spread.is_wide;
    let is_locked = kept(move || workspace.section::<Selection>().scores_locked.is_some());
    let reason = if is_wide {
        let said = move || view! { <bdi>{bound.value}</bdi> };
        view! { <Show when=fact(move || !is_locked.get()) fallback=said><TextField label=words.s(|t| t.scores.reason_column) value=bound.value on_input=bound.set error hide_label=true/></Show> }.into_any()
    } else {
        view! { <span class="quiet">{words.s(|t| t.scores.not_needed)}</span> }.into_any()
    };
    let (agreed, why) = agreed(workspace, (vendor, criterion), subject, tried, is_locked);
    view! {
        <tr id=format!("c-{place}") tabindex="-1">
            <th scope="row"><span class="inline-number">{number}</span>" "<bdi>{criterion_of.name.clone()}</bdi>{group}</th>
            <td>{dot_line(&scores, spread.median, MAX)}</td>
            <td class="num" data-label=move || words.get().vendors.median><strong>{format::number(spread.median, 1)}</strong></td>
            <td class="num" class:wide=is_wide data-label=move || words.get().scores.spread>{spread.width()}</td>
            <td data-label=move || words.get().vendors.agreed>{agreed}</td>
            <td>{reason}{why}</td>
        </tr>
    }
    .into_any()
}

/// Shows what was agreed beside what each scored, and the field for the reason once there is something to give one for.
fn agreed(
    workspace: Workspace,
    (vendor, criterion): (Id<Vendor>, Id<Criterion>),
    subject: String,
    tried: RwSignal<bool>,
    is_locked: Kept<bool>,
) -> (AnyView, AnyView) {
    let words = use_words();
    let part: Part<ScoreEntry> = workspace.part(
        move || subject.clone(),
        move |selection: &Selection| selection.agreed.get(vendor, criterion).cloned().unwrap_or_default(),
        move |selection: &mut Selection, entry| {
            // Without a score there is nothing to give a reason for.
            let is_agreed = entry.score.is_some();
            selection.agreed.set(vendor, criterion, is_agreed.then_some(entry));
        },
    );
    let said = |entry: &ScoreEntry| entry.score.map(|score| score.get().to_string()).unwrap_or_default();
    let score = part.bind("agreed", said, |entry, score: String| {
        entry.score = score.parse().ok().and_then(|score| Score::new(score).ok());
    });
    let why = part.bind("agreed reason", |entry| entry.evidence.clone(), |entry, why| entry.evidence = why);
    let error = MaybeProp::derive(move || {
        let is_missing = tried.get() && why.value.with(|why| why.trim().is_empty());
        is_missing.then(|| words.get().scores.agreed_reason_missing.to_owned())
    });
    let options = Signal::derive(|| {
        let scores = (0..=MAX).map(|score| (score.to_string(), score.to_string()));
        std::iter::once((String::new(), format::MISSING.to_owned())).chain(scores).collect::<Vec<_>>()
    });
    let shown = move || view! { <strong>{score.value}</strong> };
    let words_said = move || view! { <p><span class="hint">{words.s(|t| t.scores.agreed_reason)}</span>" "<bdi>{why.value}</bdi></p> };
    let choice = view! {
        <Show when=fact(move || !is_locked.get()) fallback=shown><SelectField label=words.s(|t| t.vendors.agreed) value=score.value options on_input=score.set hide_label=true/></Show>
    };
    let reason = view! {
        <Show when=fact(move || score.value.with(|score| !score.is_empty()))>
            <Show when=fact(move || !is_locked.get()) fallback=words_said><TextField label=words.s(|t| t.scores.agreed_reason) value=why.value on_input=why.set error/></Show>
        </Show>
    };
    (choice.into_any(), reason.into_any())
}
