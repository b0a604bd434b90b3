//! Inside a real browser: what the compiled app computes there is what it computes natively, and what asks for the address
//! of the page does as it says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(target_arch = "wasm32")]

use halfseal::domain::project::Project;
use halfseal::exchange::{file, parse, slot};
use halfseal::state::notices::{Notice, Notices};
use leptos::prelude::Owner;
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

#[wasm_bindgen_test]
fn the_time_of_a_notice_that_is_gone_does_not_end_the_next_one() {
    Owner::new().with(|| {
        let notices = Notices::new();
        notices.show(Notice::NothingNew);
        let (first, _) = notices.shown().unwrap();
        notices.dismiss(first);
        notices.show(Notice::FileNotSaved);
        notices.dismiss(first);
        assert_eq!(notices.shown().map(|(_, notice)| notice), Some(Notice::FileNotSaved));
    });
}
