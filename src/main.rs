//! Starts the app in the browser.

fn main() {
    halfseal::app::start();
}
