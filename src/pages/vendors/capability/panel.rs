//! What the scores mean for the criterion the keyboard is on; pressing a meaning gives that score.

use leptos::prelude::*;

use crate::domain::selection::{ScoreEntry, Selection};
use crate::i18n::context::use_words;
use crate::pages::vendors::capability::sheet::{Place, mark_of};
use crate::state::workspace::use_workspace;
use crate::ui::field::TextArea;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::score_grid::Mark;

/// Shows the meanings and the field for what the score rests on.
pub fn panel(here: Signal<Option<Place>>, is_closed: Kept<bool>, on_mark: Callback<Mark>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let entry = kept(move || here.get()?.entry(&workspace.section::<Selection>()));
    // Only where the keyboard is and how its criterion is worded redraws the buttons.
    let shown = kept(move || {
        let place = here.get()?;
        let selection = workspace.section::<Selection>();
        let criterion = selection.criteria.get(place.criterion)?;
        Some((selection.title_of(place.vendor), criterion.name.clone(), criterion.anchors.clone()))
    });
    let meanings = live(move || {
        let (vendor, criterion, anchors) = shown.get()?;
        let text = words.get();
        let button = |mark: Mark, sign: String, meaning: String| {
            let is_given = fact(move || entry.with(|entry| mark_of(entry.as_ref())) == mark);
            view! {
                <li><button type="button" disabled=move || is_closed.get() aria-pressed=move || if is_given() { "true" } else { "false" } on:click=move |_| on_mark.run(mark)><b>{sign}</b><span>{meaning}</span></button></li>
            }
        };
        let scores = anchors.into_iter().zip(0_u8..6).rev().map(|(anchor, score)| {
            let meaning = if anchor.is_empty() { text.scores.no_anchor.to_owned() } else { anchor };
            button(Mark::Score(score), score.to_string(), meaning)
        });
        let scores = scores.collect_view();
        let not_applicable =
            button(Mark::NotApplicable, "n".to_owned(), text.vendors.not_applicable.to_owned());
        let clear = move |_| on_mark.run(Mark::Nothing);
        Some(view! {
            <p class="hint"><bdi>{vendor}</bdi></p>
            <h3><bdi>{criterion}</bdi></h3>
            <ul class="meanings">{scores}{not_applicable}</ul>
            <Show when=fact(move || entry.with(Option::is_some) && !is_closed.get())><button type="button" class="button text" on:click=clear>{text.scores.clear_score}</button></Show>
        })
    });
    let write = move |evidence: String| {
        if let Some(place) = here.get_untracked() {
            place.change(workspace, "evidence", |entry| entry.map(|entry| ScoreEntry { evidence, ..entry }));
        }
    };
    let evidence = Signal::derive(move || entry.get().map(|entry| entry.evidence).unwrap_or_default());
    let hint = move || view! { <p class="hint">{words.s(|t| t.scores.evidence_first)}</p> };
    let said = move || {
        view! { <Show when=fact(move || !evidence.with(String::is_empty))><p class="hint">{words.s(|t| t.vendors.evidence)}</p><p><bdi>{evidence}</bdi></p></Show> }
    };
    view! {
        <aside class="meaning-panel" aria-label=move || words.get().scores.anchors>
            {meanings}
            <Show when=fact(move || !is_closed.get()) fallback=said>
                <Show when=fact(move || entry.with(Option::is_some)) fallback=hint>
                    <TextArea label=words.s(|t| t.vendors.evidence) value=evidence on_input=write/>
                </Show>
            </Show>
        </aside>
    }
    .into_any()
}
