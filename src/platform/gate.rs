//! The gate in `boot.js`: the one place that writes storage, and that stops writing for good after a panic.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Writes a value, reads it back and tells whether it is there. Refuses after a panic.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn write(key: &str, value: &str) -> bool;

    /// Removes a key and tells whether it is gone. Refuses after a panic.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn remove(key: &str) -> bool;

    /// Closes the gate for good and shows the recovery page.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn fatal(message: &str);

    /// Tells the gate that the app is on the screen.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn ready();

    /// Calls back when a newer version of the site is there, now or later.
    #[wasm_bindgen(js_namespace = gate, js_name = onNewer)]
    pub fn on_newer(callback: &Closure<dyn FnMut()>);

    /// Opens the page anew in the newer version.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn renew();

    /// Loads a text file that belongs to the site.
    #[wasm_bindgen(js_namespace = gate, catch)]
    pub async fn text(path: &str) -> Result<JsValue, JsValue>;

    /// Asks the worker beside the page; both texts are JSON. It fails where the worker cannot be loaded or broke down.
    #[wasm_bindgen(js_namespace = gate, catch)]
    pub async fn ask(question: &str) -> Result<JsValue, JsValue>;

    /// Asks for the right to edit under a name, by force where `steal` is set. `on_change` hears `true` when this tab
    /// has it and `false` when another tab has it or took it.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn hold(name: &str, steal: bool, on_change: &Closure<dyn FnMut(bool)>);

    /// Gives the right to edit back.
    #[wasm_bindgen(js_namespace = gate)]
    pub fn release();
}

/// Sends every panic to the gate.
pub fn set_panic_hook() {
    std::panic::set_hook(Box::new(|info| fatal(&info.to_string())));
}
