//! Trade-off questions: one pair at a time, until somebody stops.

use leptos::prelude::*;

use crate::domain::selection::weighing::{Entries, Judgement, WeighingBy, question_order};
use crate::i18n::context::{Words, use_words};
use crate::i18n::format;
use crate::pages::vendors::weighing::computed::{agrees, sentences};
use crate::pages::vendors::weighing::weigher::Weigher;
use crate::state::focus;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::field::field_id;
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::live::{Kept, Show, fact, kept, live};
use decision::ahp::incomplete::pairs;

/// One round of questions; what is answered counts only once it is applied.
#[derive(Clone, Copy)]
pub struct Round {
    words: Words,
    weigher: Weigher,
    is_open: RwSignal<bool>,
    /// The answers so far, in the order of the pairs.
    answers: RwSignal<Vec<Option<Judgement>>>,
    /// Which question is asked.
    place: RwSignal<usize>,
    /// Whether the weights are shown instead of a question.
    is_over: RwSignal<bool>,
    /// Whether somebody wanted to stop before the answers sufficed.
    is_short: RwSignal<bool>,
    /// The pairs in the order of the questions.
    order: Kept<Vec<usize>>,
    /// The entries as they would be.
    draft: Kept<Entries>,
}

impl Round {
    /// Makes a round that is not open yet.
    pub fn new(weigher: Weigher) -> Self {
        let answers = RwSignal::new(Vec::new());
        let draft = move || Entries { judgements: answers.get(), ..weigher.entries.get() };
        Self {
            words: use_words(),
            weigher,
            is_open: RwSignal::new(false),
            answers,
            place: RwSignal::new(0),
            is_over: RwSignal::new(false),
            is_short: RwSignal::new(false),
            order: kept(move || question_order(weigher.entries.with(Entries::len))),
            draft: kept(draft),
        }
    }

    /// Shows the dialog; it stands apart from the button, which may go while it is open.
    pub fn dialog(self) -> AnyView {
        let title = self.words.s(|t| t.vendors.questions_action);
        let is_over = move || fact(move || self.is_over.get());
        view! {
            <Dialog open=self.is_open title><Show when=is_over() fallback=move || question(self)>{result(self)}</Show></Dialog>
        }
        .into_any()
    }

    /// Opens with the comparisons already made, at the first that is open.
    pub fn begin(self) {
        let answers = self.weigher.entries.with_untracked(|entries| entries.judgements.clone());
        let is_open = |pair: &usize| answers.get(*pair).is_some_and(Option::is_none);
        self.place.set(self.order.with_untracked(|order| order.iter().position(is_open).unwrap_or(0)));
        self.answers.set(answers);
        self.is_over.set(false);
        self.is_short.set(false);
        self.is_open.set(true);
        focus_answer();
    }

    /// Returns the pair of the present question, by its place among all pairs.
    fn pair(self) -> (usize, (usize, usize)) {
        let pair = self.order.with(|order| order.get(self.place.get()).copied().unwrap_or(0));
        let n = self.weigher.entries.with(Entries::len);
        (pair, pairs(n).nth(pair).unwrap_or_default())
    }

    fn answer(self) -> Option<Judgement> {
        let (pair, _) = self.pair();
        self.answers.with(|answers| answers.get(pair).copied().flatten())
    }

    fn is_last(self) -> bool {
        self.order.with(|order| order.len() <= self.place.get() + 1)
    }

    fn go(self, place: usize) {
        self.is_over.set(false);
        self.is_short.set(false);
        self.place.set(place);
        focus_answer();
    }

    fn next(self) {
        if untrack(|| self.is_last()) {
            self.stop();
        } else {
            self.go(self.place.get_untracked() + 1);
        }
    }

    /// Shows the weights, or says what the answers do not connect.
    fn stop(self) {
        let suffices =
            self.draft.with_untracked(|draft| matches!(draft.found(WeighingBy::Pairwise), Some(Ok(_))));
        self.is_over.set(suffices);
        self.is_short.set(!suffices);
        if suffices {
            focus::once_shown(&["dialog[open] .trade-off-found"]);
        }
    }

    /// Goes back to the questions, first to the answer that contradicts the others.
    fn resume(self) {
        let found = self.draft.with_untracked(|draft| draft.found(WeighingBy::Pairwise));
        let revisit = found.and_then(|found| found.ok()?.agreement?.to_revisit());
        let n = self.weigher.entries.with_untracked(Entries::len);
        let pair =
            revisit.and_then(|revisit| pairs(n).position(|pair| pair == (revisit.row, revisit.column)));
        let place = self.order.with_untracked(|order| order.iter().position(|asked| Some(*asked) == pair));
        self.go(place.unwrap_or(self.place.get_untracked()));
    }

    fn apply(self) {
        self.weigher.apply(self.draft.get_untracked(), WeighingBy::Pairwise);
        self.is_open.set(false);
    }
}

/// Moves the focus to the answers of a question.
fn focus_answer() {
    focus::once_shown(&["dialog[open] .answers input:checked", "dialog[open] .answers input"]);
}

fn question(round: Round) -> AnyView {
    let (words, weigher) = (round.words, round.weigher);
    let name = field_id();
    let items = move || {
        let (_, (i, j)) = round.pair();
        (weigher.item(i), weigher.item(j))
    };
    let asked = words.built(move |t| {
        let (a, b) = items();
        (t.weighing.question)(&a.wish, &b.wish)
    });
    let answers = Judgement::ANSWERS.map(|answer| {
        let label = words.built(move |t| {
            let (a, b) = items();
            (t.weighing.answer)(answer, &a.name, &b.name)
        });
        let set = move |_| {
            let (pair, _) = untrack(|| round.pair());
            round.answers.update(|answers| {
                if let Some(entry) = answers.get_mut(pair) {
                    *entry = Some(answer);
                }
            });
        };
        let is_given = fact(move || round.answer() == Some(answer));
        view! { <label class="checkbox"><input type="radio" name=name.clone() prop:checked=is_given on:change=set/><span>{label}</span></label> }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            round.next();
        }
    };
    let progress =
        words.built(move |t| (t.weighing.progress)(round.place.get() + 1, round.order.with(Vec::len)));
    let enough = move || weigher.entries.with(Entries::len).saturating_sub(1);
    let short = live(move || {
        let lacking = round.draft.with(|draft| draft.found(WeighingBy::Pairwise)).filter(Result::is_err)?;
        let said = sentences(words.get(), weigher, &lacking);
        round.is_short.get().then(|| view! { <p class="field-error" role="alert">{said}</p> })
    });
    let next = words.s(move |t| if round.is_last() { t.weighing.see } else { t.weighing.next });
    view! {
        <p class="hint">{progress}</p>
        <fieldset class="answers" on:keydown=on_key><legend>{asked}</legend>{answers.into_iter().collect_view()}</fieldset>
        <p class="hint">{words.built(move |t| (t.weighing.question_hint)(enough()))}</p>
        {short}
        <div class="actions">
            <Button kind=ButtonKind::Primary label=next on_press=move |()| round.next()/>
            <Show when=fact(move || 0 < round.place.get())><Button label=words.s(|t| t.weighing.back) on_press=move |()| round.go(round.place.get_untracked().saturating_sub(1))/></Show>
            <Show when=fact(move || !round.is_last())><Button kind=ButtonKind::Text label=words.s(|t| t.weighing.stop) on_press=move |()| round.stop()/></Show>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.cancel_action) on_press=move |()| round.is_open.set(false)/>
        </div>
    }
    .into_any()
}

/// Shows the weights the answers give beside the present ones.
fn result(round: Round) -> AnyView {
    let (words, weigher) = (round.words, round.weigher);
    let found = live(move || {
        let text = words.get();
        let said = &text.weighing;
        let found = round.draft.with(|draft| draft.found(WeighingBy::Pairwise))?.ok()?;
        let percent = |bp: u32| format::number(f64::from(bp) / 100.0, 2);
        let weights = weigher.weights_bp.get().into_iter().zip(found.weights_bp()).enumerate();
        let rows = weights.map(|(place, (now, then))| vec![weigher.name(place), percent(now), percent(then)]);
        let heads = [said.item_head, said.now_head, said.then_head].map(str::to_owned).to_vec();
        let table = FigureTable { heads, rows: rows.collect() };
        let agreement =
            found.agreement.map(|agreement| agrees(text, weigher, found.shares.len(), &agreement));
        let agreement = agreement.into_iter().flatten().map(|words| view! { <p class="hint">{words}</p> });
        Some(
            view! { {data_table(text.vendors.questions_action.to_owned(), table)}{agreement.collect_view()} },
        )
    });
    view! {
        <section class="trade-off-found" tabindex="-1" aria-label=move || words.get().weighing.then_head>{found}</section>
        <div class="actions">
            <Button kind=ButtonKind::Primary label=words.s(|t| t.weighing.apply) on_press=move |()| round.apply()/>
            <Button label=words.s(|t| t.weighing.resume) on_press=move |()| round.resume()/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.cancel_action) on_press=move |()| round.is_open.set(false)/>
        </div>
    }
    .into_any()
}
