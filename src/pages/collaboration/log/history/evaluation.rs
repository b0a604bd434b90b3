//! The evaluation of a table from elsewhere: how far it is, what it came to, and what can be kept of it.

use leptos::prelude::*;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::{Evaluated, Field};
use crate::i18n::context::use_words;
use crate::pages::collaboration::log::figures::{ages, table};
use crate::pages::collaboration::log::history::{Intake, Progress};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, kept, live};

/// How many issues the log holds: what a browser keeps of a project has an end.
const MAX_TICKETS: usize = 500;
/// How many numbers that stand twice are named.
const NAMED: usize = 5;

/// Shows the evaluation: its start, how far it is, what it came to and what can be kept.
pub(super) fn evaluation(intake: Intake) -> AnyView {
    let words = use_words();
    let is_ready = kept(move || {
        intake.mapping.with(|mapping| {
            let has = |field| mapping.columns.contains(&Some(field));
            let has_level = has(Field::Level) || mapping.usual_level.is_some();
            has(Field::Created) && has_level && Zone::find(&mapping.zone).is_some()
        })
    });
    let runs = kept(move || matches!(intake.progress.get(), Progress::Runs(_)));
    let start = move || {
        view! {
            <Show when=fact(move || is_ready.get()) fallback=move || view! { <p class="hint">{words.s(|t| t.log.need_created)}</p> }>
                <Button kind=ButtonKind::Primary label=words.s(|t| t.log.evaluate) on_press=move |()| intake.evaluate()/>
            </Show>
            <Button label=words.s(|t| t.log.discard) on_press=move |()| intake.put_away()/>
        }
        .into_any()
    };
    let all = kept(move || intake.source.with(|source| source.as_ref().map_or(0, |source| source.rows)));
    let done = Signal::derive(move || match intake.progress.get() {
        Progress::Runs(done) => done,
        _ => 0,
    });
    let said = words.built(move |t| (t.log.progress)(done.get(), all.get()));
    let bar = move || {
        view! {
            <progress max=move || all.get() value=move || done.get() aria-label=words.s(|t| t.log.evaluate)></progress>
            <span>{said}</span>
            <Button label=words.s(|t| t.log.cancel) on_press=move |()| intake.stop(Progress::Cancelled)/>
        }
        .into_any()
    };
    let failed = live(move || {
        let has_failed = intake.progress.get() == Progress::Failed;
        has_failed.then(|| view! { <p class="field-error" role="alert">{words.get().log.failed}</p> })
    });
    let found = kept(move || match intake.progress.get() {
        Progress::Done(found) => Some(found),
        _ => None,
    });
    let has_found = kept(move || found.with(Option::is_some));
    view! {
        <div class="actions evaluation">
            <Show when=fact(move || runs.get()) fallback=start>{bar()}</Show>
        </div>
        {failed}
        <Show when=fact(move || has_found.get())>{outcome(intake, found)}</Show>
    }
    .into_any()
}

/// Shows what a history came to.
fn outcome(intake: Intake, found: Kept<Option<Evaluated>>) -> AnyView {
    let words = use_words();
    let workspace = intake.workspace;
    let records = kept(move || {
        let collaboration = workspace.section::<Collaboration>();
        found.with(|found| found.as_ref().map(|found| found.records(&collaboration)).unwrap_or_default())
    });
    let counted = kept(move || {
        found.with(|found| {
            found.as_ref().map_or((0, 0), |found| (found.rows - found.left_out(), found.left_out()))
        })
    });
    let lead = Signal::derive(move || {
        let (counted, left_out) = counted.get();
        (words.get().log.found)(counted, left_out)
    });
    let causes = live(move || {
        let text = words.get();
        found.with(|found| {
            let found = found.as_ref()?;
            let causes = found.causes.iter().map(|cause| {
                let examples = cause.examples.iter().map(|(row, cell)| {
                    let cell: String = cell.chars().take(40).collect();
                    (text.log.example)(*row, &cell)
                });
                let examples = examples.collect::<Vec<_>>().join(text.common.list_comma);
                view! { <li>{(text.log.cause)(&(text.log.problem)(cause.problem), cause.n)}<span class="hint">" "<bdi>{examples}</bdi></span></li> }
            });
            let repeated = found.repeated();
            let some = repeated.iter().take(NAMED).copied().collect::<Vec<_>>().join(text.common.list_comma);
            let repeated = (!repeated.is_empty()).then(|| view! { <li>{(text.log.repeated)(repeated.len(), &some)}</li> });
            Some(view! { <ul class="history-causes">{causes.collect_view()}{repeated}</ul> })
        })
    });
    let take = live(move || {
        let (counted, _) = counted.get();
        let here = workspace.section::<Collaboration>().tickets.len();
        if counted == 0 {
            return ().into_any();
        }
        if here + counted <= MAX_TICKETS {
            let label = words.built(move |t| (t.log.take)(counted));
            view! { <Button label on_press=move |()| intake.take_over()/> }.into_any()
        } else {
            view! { <span class="hint">{(words.get().log.take_limit)(MAX_TICKETS)}</span> }.into_any()
        }
    });
    let keep = move |()| {
        if let Some(found) = found.get_untracked() {
            intake.keep(&found);
        }
    };
    view! {
        <Finding clauses=lead/>
        {causes}
        {table(Signal::derive(move || records.get()), None)}
        {ages(Signal::derive(move || records.get()))}
        <div class="actions"><Button label=words.s(|t| t.log.keep) on_press=keep/>{take}</div>
    }
    .into_any()
}
