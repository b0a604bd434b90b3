//! Tickets from another system on their way in, as the issue log and the rehearsal of service credits take them.

pub mod intake;
pub mod mapping;
pub mod source;

use std::sync::Arc;

use chrono::{DateTime, Timelike, Utc};
use leptos::prelude::*;

use crate::domain::calendar::zone::{Zone, instant};
use crate::domain::collaboration::Collaboration;
use crate::i18n::context::use_words;
use crate::pages::tickets::intake::{Intake, Outcome, Progress};
use crate::pages::tickets::source::{MAX_BYTES, MAX_ROWS, Refused, Source};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::Button;
use crate::ui::live::{Kept, Show, fact, kept, live};

/// How many rows of a cause are named.
const EXAMPLES: usize = 3;
/// How many numbers that stand twice are named.
const NAMED: usize = 5;

/// Returns the present instant.
pub fn now(workspace: Workspace) -> DateTime<Utc> {
    instant(workspace.now_seconds() as i64)
}

/// Writes an instant by the clock on the wall of a zone.
pub fn wall(at: DateTime<Utc>, zone: Zone) -> String {
    let wall = zone.wall(at);
    format!("{} {:02}:{:02}", wall.date(), wall.hour(), wall.minute())
}

/// Lists the levels to choose from.
pub fn levels() -> Signal<Vec<(String, String)>> {
    let workspace = use_workspace();
    Signal::derive(move || {
        let collaboration = workspace.section::<Collaboration>();
        let levels = collaboration.response.iter();
        levels
            .map(|level| (level.id.to_string(), format!("{} {}", level.name(), level.meaning)))
            .collect::<Vec<_>>()
    })
}

/// Shows why a table was not taken in, or how far the work is, with a way to stop it.
pub fn coming(intake: Intake) -> AnyView {
    let words = use_words();
    let refused = live(move || {
        let text = &words.get().log;
        let said = match intake.refused.get()? {
            Refused::Large(bytes) => (text.too_large)(bytes, MAX_BYTES),
            Refused::ManyRows(rows) => (text.too_many)(rows, MAX_ROWS),
            Refused::NotText => text.not_text.to_owned(),
            Refused::NoRows => text.no_rows.to_owned(),
        };
        Some(view! { <p class="field-error" role="alert">{said}</p> })
    });
    view! { {refused}{bar(intake)} }.into_any()
}

/// Shows how far the work is, and a way to stop it.
fn bar(intake: Intake) -> AnyView {
    let words = use_words();
    let all = kept(move || intake.source.with(|source| source.as_ref().map_or(0, Source::rows)));
    // How far, and of how much.
    let done = kept(move || match intake.progress.get() {
        Progress::Reads(percent) => Some((percent, 100)),
        Progress::Runs(done) => Some((done, all.get())),
        _ => None,
    });
    let said = words.built(move |t| match intake.progress.get() {
        Progress::Reads(percent) => (t.log.reads)(percent),
        Progress::Runs(done) => (t.log.progress)(done, all.get()),
        _ => String::new(),
    });
    let bar = move || {
        let (value, max) =
            (move || done.get().unwrap_or_default().0, move || done.get().unwrap_or_default().1);
        view! {
            <div class="actions evaluation">
                <progress max=max value=value aria-label=words.s(|t| t.log.evaluate)></progress>
                <span>{said}</span>
                <Button label=words.s(|t| t.log.cancel) on_press=move |()| intake.stop(Progress::Cancelled)/>
            </div>
        }
        .into_any()
    };
    let runs = kept(move || done.with(Option::is_some));
    view! { <Show when=fact(move || runs.get())>{bar()}</Show> }.into_any()
}

/// Shows why rows are left aside, each reason with some of them, and which numbers more than one ticket has.
pub fn causes(outcome: Kept<Option<Arc<Outcome>>>) -> AnyView {
    let words = use_words();
    live(move || {
        let text = words.get();
        outcome.with(|outcome| {
            let found = &outcome.as_ref()?.found;
            let causes = found.causes.iter().map(|cause| {
                let examples = cause.lines.iter().take(EXAMPLES).map(|(row, cell)| {
                    let cell: String = cell.chars().take(40).collect();
                    (text.log.example)(*row, &cell)
                });
                let examples = examples.collect::<Vec<_>>().join(text.common.list_comma);
                view! { <li>{(text.log.cause)(&(text.log.problem)(cause.problem), cause.lines.len())}<span class="hint">" "<bdi>{examples}</bdi></span></li> }
            });
            let repeated = found.repeated();
            let some = repeated.iter().take(NAMED).copied().collect::<Vec<_>>().join(text.common.list_comma);
            let repeated = (!repeated.is_empty()).then(|| view! { <li>{(text.log.repeated)(repeated.len(), &some)}</li> });
            Some(view! { <ul class="history-causes">{causes.collect_view()}{repeated}</ul> })
        })
    })
    .into_any()
}
