//! A short word about what just happened.

use std::time::Duration;

use crate::ui::live::{follow, live};
use leptos::prelude::*;

/// How long a toast stays.
const STAYS: Duration = Duration::from_secs(8);

/// Shows one short word with an action; it goes after eight seconds unless it is looked at or has to be closed.
#[component]
pub fn Toast(
    /// The words with their running number; a new number starts the time anew.
    #[prop(into)]
    message: Signal<Option<(u64, String)>>,
    /// Whether it stays until it is closed.
    #[prop(into)]
    is_lasting: Signal<bool>,
    /// The name of what closes it.
    #[prop(into)]
    close: Signal<String>,
    /// The words of the action, where there is one.
    #[prop(into)]
    action: Signal<Option<String>>,
    /// The action.
    #[prop(into)]
    on_action: Callback<()>,
    /// Hears that a toast is over.
    #[prop(into)]
    on_over: Callback<u64>,
) -> impl IntoView {
    let is_held = RwSignal::new(false);
    follow(move || {
        let Some((number, _)) = message.get() else { return };
        if is_held.get() || is_lasting.get() {
            return;
        }
        set_timeout(
            move || {
                if !is_held.get_untracked() {
                    on_over.run(number);
                }
            },
            STAYS,
        );
    });
    let text = live(move || message.get().map(|(_, text)| text).unwrap_or_default());
    view! {
        <div
            class="toast"
            class:shown=move || message.get().is_some()
            on:mouseenter=move |_| is_held.set(true)
            on:mouseleave=move |_| is_held.set(false)
            on:focusin=move |_| is_held.set(true)
            on:focusout=move |_| is_held.set(false)
        >
            <p role="status">{text}</p>
            {live(move || {
                action.get().filter(|_| message.get().is_some()).map(|label| {
                    view! { <button type="button" on:click=move |_| on_action.run(())>{label}</button> }
                })
            })}
            {live(move || {
                message.get().map(|(number, _)| {
                    view! { <button type="button" class="toast-close" aria-label=close on:click=move |_| on_over.run(number)>"×"</button> }
                })
            })}
        </div>
    }
}
