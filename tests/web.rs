//! Inside a real browser: what the compiled app computes there is what it computes natively.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(target_arch = "wasm32")]

use halfseal::domain::project::Project;
use halfseal::exchange::{file, parse, slot};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_file_written_in_the_browser_is_read_there() {
    let project = Project { id: halfseal::domain::ids::Id::fixed(7), ..Project::default() };
    let text = file::export(&[project.clone().into()], "").unwrap();
    let back = parse::import(text.as_bytes()).unwrap();
    assert_eq!(back[0].project, project);
}

#[wasm_bindgen_test]
fn a_slot_keeps_chinese_text_in_local_storage() {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let written =
        slot::encode(&slot::Slot { sequence: 3, writer: "tab".to_owned(), payload: "合契".to_owned() });
    storage.set_item("halfseal.test", &written).unwrap();
    let read = storage.get_item("halfseal.test").unwrap().unwrap();
    storage.remove_item("halfseal.test").unwrap();
    assert_eq!(slot::decode(&read).unwrap().payload, "合契");
}
