//! The sheet of one evaluator; what others scored stays hidden until theirs is handed in.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::score_sheet::ScoreSheet;
use crate::domain::selection::tree::Branch;
use crate::domain::selection::{Criterion, Evaluator, ScoreEntry, Selection, Vendor};
use crate::domain::sheet::Sheet;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::use_facts;
use crate::pages::vendors::capability::panel::panel;
use crate::pages::vendors::step::out_of;
use crate::state::library::use_library;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::score_grid::{Mark, ScoreColumn, ScoreGrid, ScoreRow};
use crate::ui::sheet::SheetSection;

/// The cell the keyboard is on: whose sheet, which vendor, which criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Whose sheet.
    pub evaluator: Id<Evaluator>,
    /// Which vendor.
    pub vendor: Id<Vendor>,
    /// Which criterion.
    pub criterion: Id<Criterion>,
}

impl Place {
    /// Returns what is scored there.
    #[must_use]
    pub fn entry(self, selection: &Selection) -> Option<ScoreEntry> {
        selection.evaluators.get(self.evaluator)?.scores.get(self.vendor, self.criterion).cloned()
    }

    /// Changes what is scored there, as long as the sheet is not handed in. Nothing takes the entry away.
    pub fn change(
        self,
        workspace: Workspace,
        field: &'static str,
        change: impl FnOnce(Option<ScoreEntry>) -> Option<ScoreEntry>,
    ) {
        let selection = workspace.section_now::<Selection>();
        let evaluator = selection.evaluators.get(self.evaluator);
        if selection.scores_locked.is_some() || evaluator.is_none_or(|one| one.submitted.is_some()) {
            return;
        }
        let vendor = selection.vendors.get(self.vendor).map(|vendor| vendor.clause());
        let criterion = selection.criteria.get(self.criterion).map(|criterion| criterion.clause());
        let subject = format!("{} {}", vendor.unwrap_or_default(), criterion.unwrap_or_default());
        let next = change(self.entry(&selection));
        workspace.edit(Step::typing(subject, field), |selection: &mut Selection| {
            selection.evaluators.update(self.evaluator, |evaluator| {
                evaluator.scores.set(self.vendor, self.criterion, next);
            });
        });
    }

    /// Sets the score there and keeps what it rests on.
    pub fn mark(self, workspace: Workspace, mark: Mark) {
        let score = match mark {
            Mark::Score(score) => crate::domain::scale::Score::new(score).ok(),
            Mark::NotApplicable | Mark::Nothing => None,
        };
        self.change(workspace, "score", |entry| {
            let evidence = entry.map(|entry| entry.evidence).unwrap_or_default();
            (mark != Mark::Nothing).then_some(ScoreEntry { score, evidence })
        });
    }
}

/// Returns what a cell shows.
#[must_use]
pub fn mark_of(entry: Option<&ScoreEntry>) -> Mark {
    match entry.map(|entry| entry.score) {
        None => Mark::Nothing,
        Some(None) => Mark::NotApplicable,
        Some(Some(score)) => Mark::Score(score.get()),
    }
}

/// Shows the sheet with the meaning of the scores beside it. Alone it is all there is, and goes back as a file.
pub fn sheet(is_alone: bool) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let library = use_library();
    let chosen = RwSignal::new(String::new());
    let at = RwSignal::new((0_usize, 0_usize));
    let evaluator = kept(move || {
        let selection = workspace.section::<Selection>();
        let chosen = Id::parse(&chosen.get()).filter(|id| selection.evaluators.has(*id));
        // Who has not handed in is the likeliest to sit here.
        let waiting = selection.evaluators.iter().find(|evaluator| evaluator.submitted.is_none());
        chosen
            .or_else(|| waiting.or(selection.evaluators.at(0)).map(|evaluator| evaluator.id))
            .unwrap_or_default()
    });
    let one =
        move || workspace.section::<Selection>().evaluators.get(evaluator.get()).cloned().unwrap_or_default();
    let options = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let evaluators = selection.evaluators.iter();
        evaluators
            .map(|one| (one.id.to_string(), format!("{} {}", one.clause(), one.name)))
            .collect::<Vec<_>>()
    });
    let vendors = kept(move || workspace.section::<Selection>().vendors_in(workspace.today()));
    let leaves = kept(move || workspace.section::<Selection>().leaves());
    let place = move |(row, column): (usize, usize)| {
        let vendor = vendors.with(|vendors| vendors.get(column).copied())?;
        let criterion = leaves.with(|leaves| leaves.get(row).map(|leaf| leaf.criterion.id))?;
        Some(Place { evaluator: evaluator.get(), vendor, criterion })
    };
    let columns = Signal::derive(move || {
        let facts = facts.get();
        let column = |vendor: &Vendor| ScoreColumn {
            number: vendor.clause(),
            name: vendor.name.clone(),
            closed: out_of(&facts, vendor.id),
        };
        facts.project.selection.vendors.iter().map(|vendor| column(vendor)).collect::<Vec<_>>()
    });
    let rows = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let leaves = leaves.get().into_iter();
        let row = |leaf: Branch| ScoreRow {
            group: leaf.group.and_then(|id| Some(selection.criteria.get(id)?.name.clone())),
            name: leaf.criterion.name.clone(),
            hint: leaf.criterion.hint.clone(),
        };
        leaves.map(row).collect::<Vec<_>>()
    });
    let cell = move |at: (usize, usize)| {
        let entry = place(at).and_then(|place| place.entry(&workspace.section::<Selection>()));
        mark_of(entry.as_ref())
    };
    let here = Signal::derive(move || place(at.get()));
    let on_mark = Callback::new(move |mark| {
        if let Some(place) = here.get_untracked() {
            place.mark(workspace, mark);
        }
    });
    let submit = move |date: Option<chrono::NaiveDate>| {
        let verb = if date.is_some() { Verb::Submit } else { Verb::Withdraw };
        let (id, name) = (evaluator.get_untracked(), untrack(one).name.clone());
        workspace.edit(Step::new(verb, name), |selection: &mut Selection| {
            selection.evaluators.update(id, |evaluator| evaluator.submitted = date);
        });
    };
    let is_closed =
        kept(move || workspace.section::<Selection>().scores_locked.is_some() || one().submitted.is_some());
    let filled = move || workspace.section::<Selection>().filled(&one(), workspace.today());
    // An empty sheet says nothing about anybody: it is not taken for a submitted one.
    let is_refused = RwSignal::new(false);
    let hand_in = move |()| {
        let is_empty = untrack(filled).0 == 0;
        is_refused.set(is_empty);
        if !is_empty {
            submit(Some(workspace.today()));
        }
    };
    let hand_over = move |()| {
        let project = workspace.project_now();
        if let Some(sheet) = ScoreSheet::of(&project, evaluator.get_untracked(), workspace.today()) {
            library.save_sheet(&Sheet::Scores(sheet));
        }
    };
    let save = move |kind, is_draft: bool| {
        let label = words.s(move |t| match (is_alone, is_draft) {
            (true, true) => t.vendors.draft_action,
            (true, false) => t.vendors.send_back_action,
            (false, _) => t.scores.hand_out_action,
        });
        view! { <Button kind label on_press=hand_over/> }
    };
    let actions = live(move || {
        let text = words.get();
        let is_locked = workspace.section::<Selection>().scores_locked.is_some();
        match (one().submitted, is_locked) {
            (_, true) => ().into_any(),
            (Some(date), false) => view! {
                <span>{(text.vendors.submitted_note)(&format::date(date))}</span>
                {save(if is_alone { ButtonKind::Primary } else { ButtonKind::Plain }, false)}
                <Button label=words.s(|t| t.vendors.take_back_action) on_press=move |()| submit(None)/>
            }
            .into_any(),
            (None, false) => {
                let rest = live(move || {
                    let (done, all) = filled();
                    (done < all).then(|| (words.get().scores.unfilled_note)(all - done))
                });
                view! {
                    <Button kind=ButtonKind::Primary label=words.s(|t| t.scores.submit_action) on_press=hand_in/>
                    {save(ButtonKind::Plain, true)}
                    <span class="hint">{rest}{is_alone.then(|| view! { " "{words.s(|t| t.vendors.draft_note)} })}</span>
                    <Show when=fact(move || is_refused.get() && filled().0 == 0)><p class="field-error" role="alert">{words.s(|t| t.scores.sheet_empty)}</p></Show>
                }
                .into_any()
            }
        }
    });
    let note = live(move || {
        let (done, all) = filled();
        let say = if is_alone || is_closed.get() {
            words.get().scores.filled
        } else {
            words.get().scores.sheet_note
        };
        say(done, all)
    });
    let aside = view! {
        <span>{note}</span>
        <Show when=fact(move || !is_alone)><SelectField label=words.s(|t| t.scores.sheet_of) value=Signal::derive(move || evaluator.get().to_string()) options on_input=move |id: String| chosen.set(id) hide_label=true/></Show>
    };
    view! {
        <SheetSection number=if is_alone { "1" } else { "3.2.1" } title=words.built(move |t| (t.overview.sheet_head)(&one().name)) aside=view! { <div class="sheet-tools">{aside}</div> }.into_any()>
            <div class="score-sheet">
                <div>
                    <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().scores.sheet_of>
                        <ScoreGrid
                            label=words.built(move |t| (t.overview.sheet_head)(&one().name))
                            rows
                            row_label=words.s(|t| t.vendors.criterion)
                            columns
                            cell=Callback::new(cell)
                            not_applicable=words.s(|t| t.vendors.not_applicable)
                            max=5
                            at
                            on_mark
                        />
                    </div>
                    <Show when=fact(move || !is_closed.get())><p class="hint">{words.s(|t| t.scores.score_keys)}</p></Show>
                </div>
                {panel(here, is_closed, on_mark)}
            </div>
            <div class="actions">{actions}</div>
        </SheetSection>
    }
    .into_any()
}
