//! The evaluation of a table from elsewhere: what it came to, and what can be kept of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::{Cause, Evaluated};
use crate::domain::profile::Profile;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::collaboration::log::figures::{ages, table};
use crate::pages::tickets::causes;
use crate::pages::tickets::intake::{Intake, Outcome, Progress};
use crate::state::downloads;
use crate::state::notices::use_notices;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, kept, live};
use decision::order;

/// How many issues the log holds: what a browser keeps of a project has an end.
const MAX_TICKETS: usize = 500;

/// Shows the evaluation: its start, what it came to and what can be kept.
pub(super) fn evaluation(intake: Intake) -> AnyView {
    let words = use_words();
    let is_ready = kept(move || intake.is_ready());
    let rests = kept(move || !matches!(intake.progress.get(), Progress::Reads(_) | Progress::Runs(_)));
    let start = move || {
        view! {
            <div class="actions">
                <Show when=fact(move || is_ready.get()) fallback=move || view! { <p class="hint">{words.s(|t| t.log.need_created)}</p> }>
                    <Button kind=ButtonKind::Primary label=words.s(|t| t.log.evaluate) on_press=move |()| intake.evaluate()/>
                </Show>
                <Button label=words.s(|t| t.log.discard) on_press=move |()| intake.put_away()/>
            </div>
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
        <Show when=fact(move || rests.get())>{start()}</Show>
        {failed}
        <Show when=fact(move || has_found.get())>{outcome(intake, found)}</Show>
    }
    .into_any()
}

/// Shows what a history came to.
fn outcome(intake: Intake, outcome: Kept<Option<Arc<Outcome>>>) -> AnyView {
    let words = use_words();
    let workspace = intake.workspace;
    let notices = use_notices();
    let records = kept(move || {
        outcome.with(|outcome| outcome.as_ref().map(|outcome| outcome.records.clone()).unwrap_or_default())
    });
    let counted = kept(move || {
        let counted = |outcome: &Arc<Outcome>| (outcome.found.tickets, outcome.found.left_out());
        outcome.with(|outcome| outcome.as_ref().map_or((0, 0), counted))
    });
    let lead = Signal::derive(move || {
        let (counted, left_out) = counted.get();
        (words.get().log.found)(counted, left_out)
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
        if let Some(outcome) = outcome.get_untracked() {
            intake.keep(&outcome);
        }
    };
    let save = move |()| {
        if let Some(outcome) = outcome.get_untracked() {
            let project = workspace.section_now::<Profile>().name.clone();
            let text = words.now();
            notices.show(downloads::csv(&project, text.log.lines_part, &lines(text, &outcome.found)));
        }
    };
    let has_lines = kept(move || 0 < counted.get().1);
    view! {
        <Finding clauses=lead/>
        {causes(outcome)}
        <Show when=fact(move || has_lines.get())>
            <div class="actions"><Button kind=ButtonKind::Small label=words.s(|t| t.log.save_lines) on_press=save/></div>
        </Show>
        {table(Signal::derive(move || records.get()), None)}
        {ages(Signal::derive(move || records.get()))}
        <div class="actions"><Button label=words.s(|t| t.log.keep) on_press=keep/>{take}</div>
    }
    .into_any()
}

/// Lists the rows left aside, in their order, each with its reason.
fn lines(text: &'static Text, found: &Evaluated) -> Vec<Vec<String>> {
    let of_cause = |cause: &'_ Cause| {
        let why = (text.log.problem)(cause.problem);
        let line = |(row, cell): &(usize, String)| (*row, vec![row.to_string(), why.clone(), cell.clone()]);
        cause.lines.iter().map(line).collect::<Vec<_>>()
    };
    let mut lines: Vec<_> = found.causes.iter().flat_map(of_cause).collect();
    order::sort_by_key(&mut lines, |(row, _)| *row);
    let heads = text.log.lines_heads.map(str::to_owned).to_vec();
    std::iter::once(heads).chain(lines.into_iter().map(|(_, line)| line)).collect()
}
