//! 3.2 Capability: criteria, one sheet per evaluator, consensus.

use leptos::prelude::*;

use crate::decision::weights;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::consensus::{NotLockable, Spread};
use crate::domain::selection::{Criterion, Evaluator, ScoreEntry, Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{add_button, bind, each, from_template, is_empty, item_actions, number, text};
use crate::pages::vendors::{Steps, vendor_name};
use crate::routes::{Page, Route};
use crate::state::row::{Bound, Row};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::picks::{Checkbox, SelectField};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::sheet::{Clause, Sheet, SheetSection};

/// Shows the step.
#[component]
pub fn CapabilityPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let no_criteria = is_empty::<Criterion>();
    let no_evaluators = is_empty::<Evaluator>();
    let rest = move || {
        let selection = workspace.section::<Selection>();
        let missing = weights::check(selection.criteria.iter().map(|criterion| criterion.weight_bp))
            .err()
            .map_or(0, weights::NotWhole::remaining);
        (words.get().vendors.weights_sum)(&format::number(missing as f64 / 100.0, 2))
    };
    let spread = move |()| {
        workspace.edit(
            Step::new(Verb::Change, words.now().vendors.criteria_head),
            |selection: &mut Selection| {
                let mut even = weights::even(selection.criteria.len()).into_iter();
                selection.criteria.update_all(|criterion| criterion.weight_bp = even.next().unwrap_or(0));
            },
        );
    };
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <Sheet title=words.s(|t| (t.common.task)(Task::Capability)) wide=true>
            <p class="hint">{live(move || (words.get().vendors.step_of)(2))}</p>
            <Steps current=Task::Capability/>
            <Show when=fact(move || !no_criteria.get() && !no_evaluators.get())><Sheets/><Consensus problems/></Show>
            <SheetSection number="3.2.3" title=words.s(|t| t.vendors.evaluators_head)>
                {each::<Evaluator>(evaluator)}
                <div class="actions">{add_button::<Evaluator>(words.s(|t| t.vendors.add_evaluator), ButtonKind::Plain, |_| ())}</div>
            </SheetSection>
            <SheetSection number="3.2.4" title=words.s(|t| t.vendors.criteria_head)>
                <Show when=fact(move || !no_criteria.get())><p class="hint">{live(rest)}" · "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.spread_action) on_press=spread/></p></Show>
                {each::<Criterion>(criterion)}
                <div class="actions">
                    <Show when=fact(move || no_criteria.get())>{from_template(Content::Criteria, true)}</Show>
                    {add_button::<Criterion>(words.s(|t| t.vendors.add_criterion), ButtonKind::Plain, |_| ())}
                </div>
            </SheetSection>
        </Sheet>
    }
}

fn evaluator(row: Row<Evaluator>) -> AnyView {
    let words = use_words();
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w6">{text(words.s(|t| t.vendors.evaluator), bind!(row, name))}</div>
                <div class="w6">{text(words.s(|t| t.vendors.department), bind!(row, department))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

fn criterion(row: Row<Criterion>) -> AnyView {
    let words = use_words();
    let weight = bind!(row, weight_bp);
    let percent = Bound {
        value: Signal::derive(move || Some(f64::from(weight.value.get()) / 100.0)),
        set: Callback::new(move |value: Option<f64>| {
            weight.set.run((value.unwrap_or(0.0).clamp(0.0, 100.0) * 100.0).round() as u32)
        }),
    };
    let objective = bind!(row, objective);
    let anchors = (0..6_usize).map(move |score| {
        let bound = row.bind(
            "anchor",
            move |criterion| criterion.anchors.get(score).cloned().unwrap_or_default(),
            move |criterion, value| {
                if let Some(anchor) = criterion.anchors.get_mut(score) {
                    *anchor = value;
                }
            },
        );
        view! { <div class="w4">{text(Signal::derive(move || score.to_string()), bound)}</div> }
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.vendors.criterion), bind!(row, name))}</div>
                <div class="w4">{text(words.s(|t| t.vendors.looks_at), bind!(row, hint))}</div>
                <div class="w2">{number(words.s(|t| t.vendors.weight_percent), percent)}</div>
                <div class="w2"><Checkbox label=words.s(|t| t.vendors.objective) value=objective.value on_input=objective.set/></div>
            </div>
            <details class="calculation"><summary>{words.s(|t| t.vendors.anchors)}</summary><div class="fields">{anchors.collect_view()}</div></details>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

/// Shows the sheet of one evaluator; others' scores stay hidden until theirs is handed in.
#[component]
fn Sheets() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let chosen = RwSignal::new(String::new());
    let evaluator = Memo::new(move |_| {
        let selection = workspace.section::<Selection>();
        Id::parse(&chosen.get())
            .filter(|id| selection.evaluators.has(*id))
            .or_else(|| selection.evaluators.at(0).map(|evaluator| evaluator.id))
    });
    let options = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        selection
            .evaluators
            .iter()
            .map(|evaluator| (evaluator.id.to_string(), format!("{} {}", evaluator.clause(), evaluator.name)))
            .collect::<Vec<_>>()
    });
    let vendors = Memo::new(move |_| workspace.section::<Selection>().vendors_in(workspace.today()));
    let criteria = workspace.ids::<Criterion>();
    let name = move || {
        evaluator
            .get()
            .and_then(|id| {
                workspace.section::<Selection>().evaluators.get(id).map(|evaluator| evaluator.name.clone())
            })
            .unwrap_or_default()
    };
    let filled = move || {
        let selection = workspace.section::<Selection>();
        let all = vendors.with(Vec::len) * selection.criteria.len();
        let done = evaluator.get().and_then(|id| selection.evaluators.get(id)).map_or(0, |evaluator| {
            let vendors = vendors.get();
            evaluator
                .scores
                .iter()
                .filter(|(vendor, _, entry)| vendors.contains(vendor) && entry.score.is_some())
                .count()
        });
        (done, all)
    };
    let submitted =
        move || evaluator.get().and_then(|id| workspace.section::<Selection>().evaluators.get(id)?.submitted);
    let submit = move |date: Option<chrono::NaiveDate>| {
        let Some(id) = evaluator.get_untracked() else { return };
        let verb = if date.is_some() { Verb::Submit } else { Verb::Withdraw };
        workspace.edit(Step::new(verb, untrack(name)), |selection: &mut Selection| {
            selection.evaluators.update(id, |evaluator| evaluator.submitted = date)
        });
    };
    let is_locked = move || workspace.section::<Selection>().scores_locked.is_some();
    let rows = move || {
        let Some(evaluator) = evaluator.get() else { return ().into_any() };
        let vendors = vendors.get();
        let rows = criteria.get().into_iter().map(|criterion| {
            let row = workspace.row::<Criterion>(criterion);
            let cells = vendors.iter().map(|vendor| view! { <td>{score_cell(workspace, evaluator, *vendor, criterion)}</td> }).collect_view();
            view! { <tr><th scope="row"><strong><bdi>{live(move || row.get(|criterion| criterion.name.clone()))}</bdi></strong><small>{live(move || row.get(|criterion| criterion.hint.clone()))}</small></th>{cells}</tr> }
        });
        rows.collect_view().into_any()
    };
    let heads = move || {
        let selection = workspace.section::<Selection>();
        vendors
            .get()
            .into_iter()
            .map(|vendor| view! { <th scope="col"><bdi>{vendor_name(&selection, vendor)}</bdi></th> })
            .collect_view()
    };
    view! {
        <SheetSection number="3.2.1" title=words.built(move |t| (t.vendors.sheet_head)(&name()))>
            <div class="fields"><div class="w4"><SelectField label=words.s(|t| t.vendors.sheet_of) value=Signal::derive(move || evaluator.get().map(|id| id.to_string()).unwrap_or_default()) options on_input=move |id: String| chosen.set(id)/></div></div>
            <p class="hint">{live(move || { let (done, all) = filled(); (words.get().vendors.sheet_note)(done, all) })}</p>
            <Show when=fact(move || !vendors.with(Vec::is_empty)) fallback=move || view! { <p><a href=move || Route::Project(workspace.id(), Page::Vendors).href()>{words.s(|t| t.vendors.vendors_first)}</a></p> }>
                <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().vendors.sheet_of><table class="table scores">
                    <thead><tr><th scope="col">{words.s(|t| t.vendors.criterion)}</th>{live(heads)}</tr></thead>
                    <tbody>{live(rows)}</tbody>
                </table></div>
                <div class="actions">
                    {live(move || match (submitted(), is_locked()) {
                        (_, true) => ().into_any(),
                        (Some(date), false) => view! {
                            <span>{(words.get().vendors.submitted_note)(&format::date(date))}</span>
                            <Button label=words.s(|t| t.vendors.take_back_action) on_press=move |()| submit(None)/>
                        }.into_any(),
                        (None, false) => view! {
                            <Button kind=ButtonKind::Primary label=words.s(|t| t.vendors.submit_action) on_press=move |()| submit(Some(workspace.today()))/>
                            <span class="hint">{live(move || { let (done, all) = filled(); (done < all).then(|| (words.get().vendors.unfilled_note)(all - done)) })}</span>
                        }.into_any(),
                    })}
                </div>
            </Show>
        </SheetSection>
    }
}

fn score_cell(
    workspace: Workspace,
    evaluator: Id<Evaluator>,
    vendor: Id<Vendor>,
    criterion: Id<Criterion>,
) -> AnyView {
    let words = use_words();
    let entry = Memo::new(move |_| {
        workspace
            .section::<Selection>()
            .evaluators
            .get(evaluator)
            .and_then(|evaluator| evaluator.scores.get(vendor, criterion).cloned())
    });
    let is_closed = move || {
        let selection = workspace.section::<Selection>();
        selection.scores_locked.is_some()
            || selection.evaluators.get(evaluator).is_some_and(|evaluator| evaluator.submitted.is_some())
    };
    let step = move |field| {
        let selection = workspace.section_now::<Selection>();
        let clause = |id: Id<Criterion>| {
            selection.criteria.get(id).map(|criterion| criterion.clause()).unwrap_or_default()
        };
        Step::typing(
            format!(
                "{} {}",
                selection.vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default(),
                clause(criterion)
            ),
            field,
        )
    };
    let change = move |field, write: Box<dyn FnOnce(&mut ScoreEntry)>| {
        if untrack(is_closed) {
            return;
        }
        workspace.edit(step(field), |selection: &mut Selection| {
            selection.evaluators.update(evaluator, |evaluator| {
                let mut entry = evaluator.scores.get(vendor, criterion).cloned().unwrap_or_default();
                write(&mut entry);
                evaluator.scores.set(vendor, criterion, Some(entry));
            });
        });
    };
    let value = Signal::derive(move || match entry.get() {
        None => String::new(),
        Some(entry) => entry.score.map_or_else(|| "n/a".to_owned(), |score| score.get().to_string()),
    });
    let options = Signal::derive(move || {
        let text = words.get();
        let anchors = workspace
            .section::<Selection>()
            .criteria
            .get(criterion)
            .map(|criterion| criterion.anchors.clone())
            .unwrap_or_default();
        let none = (String::new(), format::MISSING.to_owned());
        let scores = anchors.into_iter().enumerate().map(|(score, anchor)| {
            (
                score.to_string(),
                if anchor.is_empty() { score.to_string() } else { format!("{score} {anchor}") },
            )
        });
        std::iter::once(none)
            .chain(scores)
            .chain([("n/a".to_owned(), text.vendors.not_applicable.to_owned())])
            .collect::<Vec<_>>()
    });
    let label = words.built(move |_| {
        let selection = workspace.section::<Selection>();
        let name =
            selection.criteria.get(criterion).map(|criterion| criterion.name.clone()).unwrap_or_default();
        format!("{} {name}", vendor_name(&selection, vendor))
    });
    let evidence_label = words.built(move |t| format!("{}: {}", t.vendors.evidence, label.get()));
    let set = move |code: String| {
        if code.is_empty() {
            if !untrack(is_closed) {
                workspace.edit(step("score"), |selection: &mut Selection| {
                    selection
                        .evaluators
                        .update(evaluator, |evaluator| evaluator.scores.set(vendor, criterion, None))
                });
            }
            return;
        }
        let score = code.parse().ok().and_then(|score| crate::domain::scale::Score::new(score).ok());
        change("score", Box::new(move |entry| entry.score = score));
    };
    view! {
        <SelectField label value options on_input=set hide_label=true/>
        <Show when=fact(move || entry.with(Option::is_some))>
            <TextField label=evidence_label value=Signal::derive(move || entry.get().map(|entry| entry.evidence).unwrap_or_default()) on_input=move |text: String| change("evidence", Box::new(move |entry| entry.evidence = text)) hide_label=true/>
        </Show>
    }
    .into_any()
}

/// Shows where the handed-in sheets differ, and locks them.
#[component]
fn Consensus(problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let spreads = Memo::new(move |_| workspace.section::<Selection>().spreads(workspace.today()));
    let finding = Signal::derive(move || {
        let spreads = spreads.get();
        let wide = spreads.iter().filter(|spread| spread.width() >= 2).count();
        (words.get().vendors.consensus_finding)(
            wide,
            spreads.iter().filter(|spread| spread.reason_missing).count(),
        )
    });
    let why = RwSignal::new(String::new());
    let locked = move || workspace.section::<Selection>().scores_locked;
    let lock = move |()| {
        let text = words.now();
        let project = workspace.project_now();
        let selection = &project.selection;
        let name = |obstacle: &NotLockable| match obstacle {
            NotLockable::NotSubmitted(id) => {
                selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone()).unwrap_or_default()
            }
            NotLockable::ReasonMissing(vendor, criterion) => format!(
                "{} {}",
                vendor_name(selection, *vendor),
                selection
                    .criteria
                    .get(*criterion)
                    .map(|criterion| criterion.name.clone())
                    .unwrap_or_default()
            ),
            _ => String::new(),
        };
        let found: Vec<_> = selection
            .lock_obstacles(workspace.today())
            .iter()
            .map(|obstacle| Problem {
                text: (text.vendors.not_lockable)(obstacle, &name(obstacle)),
                href: Route::Project(project.id, Page::Task(Task::Capability)).href(),
            })
            .collect();
        if found.is_empty() {
            let today = workspace.today();
            workspace.edit(Step::new(Verb::Lock, text.vendors.scores_column), |selection: &mut Selection| {
                selection.scores_locked = Some(today)
            });
        }
        problems.set(found);
    };
    let unlock = move |()| {
        let text = words.now();
        let reason = why.get_untracked().trim().to_owned();
        if reason.is_empty() {
            let here = Route::Project(workspace.project_now().id, Page::Task(Task::Capability)).href();
            problems.set(vec![Problem { text: text.vendors.unlock_reason_missing.to_owned(), href: here }]);
            return;
        }
        let today = workspace.today();
        workspace.edit(Step::new(Verb::Unlock, text.vendors.scores_column), |selection: &mut Selection| {
            selection.scores_locked = None;
            selection
                .unlock_log
                .entry(today)
                .and_modify(|log| log.push_str(&format!("\n{reason}")))
                .or_insert(reason);
        });
        why.set(String::new());
        problems.set(Vec::new());
    };
    view! {
        <SheetSection number="3.2.2" title=words.s(|t| t.vendors.consensus_head)>
            <Show when=fact(move || !spreads.with(Vec::is_empty))>
                <Finding clauses=finding/>
                <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().vendors.consensus_head><table class="table">
                    <thead><tr>
                        <th scope="col">{words.s(|t| t.vendors.vendor)}</th><th scope="col">{words.s(|t| t.vendors.criterion)}</th><th scope="col">{words.s(|t| t.vendors.scores_column)}</th>
                        <th scope="col" class="num">{words.s(|t| t.vendors.median)}</th><th scope="col" class="num">{words.s(|t| t.vendors.spread)}</th><th scope="col">{words.s(|t| t.vendors.reason_column)}</th>
                    </tr></thead>
                    <tbody><For each=move || spreads.get() key=|spread| (spread.vendor, spread.criterion, spread.scores.clone()) children=move |spread| spread_row(workspace, spread)/></tbody>
                </table></div>
            </Show>
            <div class="actions">
                {live(move || match locked() {
                    None => view! { <Button label=words.s(|t| t.vendors.lock_scores) on_press=lock/><span class="hint">{words.s(|t| t.vendors.lock_note)}</span> }.into_any(),
                    Some(date) => view! {
                        <strong>{(words.get().vendors.locked_on)(&format::date(date))}</strong>
                        <TextField label=words.s(|t| t.vendors.unlock_reason) value=why on_input=move |text: String| why.set(text)/>
                        <Button label=words.s(|t| t.vendors.unlock_scores) on_press=unlock/>
                    }.into_any(),
                })}
            </div>
        </SheetSection>
    }
}

fn spread_row(workspace: Workspace, spread: Spread) -> impl IntoView {
    let words = use_words();
    let selection = workspace.section_now::<Selection>();
    let (vendor, criterion) = (spread.vendor, spread.criterion);
    let scores: Vec<_> = spread
        .scores
        .iter()
        .map(|(id, score)| {
            format!(
                "{} {score}",
                selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone()).unwrap_or_default()
            )
        })
        .collect();
    let subject = format!(
        "{} {}",
        selection.vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default(),
        selection.criteria.get(criterion).map(|criterion| criterion.clause()).unwrap_or_default()
    );
    let bound = workspace.bind(
        move || Step::typing(subject.clone(), "reason"),
        move |selection: &Selection| {
            selection.spread_reasons.get(vendor, criterion).cloned().unwrap_or_default()
        },
        move |selection: &mut Selection, reason: String| {
            selection.spread_reasons.set(vendor, criterion, (!reason.is_empty()).then_some(reason))
        },
    );
    let is_wide = spread.width() >= 2;
    let error = MaybeProp::derive(move || {
        bound.value.get().trim().is_empty().then(|| words.get().vendors.reason_missing.to_owned())
    });
    view! {
        <tr>
            <th scope="row"><bdi>{vendor_name(&selection, vendor)}</bdi></th>
            <td>{selection.criteria.get(criterion).map(|criterion| criterion.name.clone())}</td>
            <td>{scores.join(" · ")}</td>
            <td class="num"><strong>{format::number(spread.median, 1)}</strong></td>
            <td class="num">{spread.width()}</td>
            <td>{if is_wide {
                view! { <TextField label=words.s(|t| t.vendors.reason_column) value=bound.value on_input=bound.set error hide_label=true/> }.into_any()
            } else {
                view! { <span class="quiet">{words.s(|t| t.vendors.not_needed)}</span> }.into_any()
            }}</td>
        </tr>
    }
}
