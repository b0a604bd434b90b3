//! A newer version of the site: it waits until the user asks for it.

use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;

use crate::platform::gate;

/// Follows whether a newer version is there.
pub fn has_newer() -> ReadSignal<bool> {
    let (is_there, set) = signal(false);
    let heard = Closure::new(move || set.set(true));
    gate::on_newer(&heard);
    // It may be called for as long as the page lives.
    heard.forget();
    is_there
}

/// Opens the page anew in the newer version. What is not saved has to be saved before.
pub fn renew() {
    gate::renew();
}
