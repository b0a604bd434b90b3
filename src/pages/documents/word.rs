//! Papers as files of Word. What writes them is a part of the app of its own, which comes when somebody first asks.

use std::pin::Pin;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::documents::paper::Paper;
use crate::documents::paper::word::{Bitmap, MIME, svgs};
use crate::i18n::context::use_words;
use crate::state::downloads::{self, Drawn};
use crate::state::notices::{Notice, use_notices};
use crate::ui::button::Button;

/// Papers with their pictures, as they are written.
pub type ToWrite = (Vec<Paper>, Vec<Option<Bitmap>>);

/// A file on its way; nothing where what writes it could not be loaded.
pub type Written = Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// Writes papers as a file of Word. Shared through context, as only the app knows its parts.
#[derive(Clone, Copy)]
pub struct WritesWord(pub Callback<ToWrite, Written>);

/// Shows the button that hands papers to the download; `asked` gives them with the name of the file.
pub fn button(asked: Callback<(), (Vec<Paper>, String)>) -> AnyView {
    let words = use_words();
    let notices = use_notices();
    let writes = expect_context::<WritesWord>().0;
    let is_writing = RwSignal::new(false);
    let download = move |()| {
        if is_writing.get_untracked() {
            return;
        }
        is_writing.set(true);
        let (papers, name) = asked.run(());
        spawn_local(async move {
            let mut pictures = Vec::new();
            for svg in svgs(&papers) {
                let drawn = downloads::drawn(&svg).await;
                pictures.push(drawn.map(|Drawn { png, width, height }| Bitmap { png, width, height }));
            }
            let written = writes.run((papers, pictures)).await;
            // The page may have been left meanwhile; the file still comes.
            let _ = is_writing.try_set(false);
            notices.show(match written {
                Some(file) => downloads::bytes(name, MIME, &file),
                None => Notice::NotLoaded,
            });
        });
    };
    let label = words.built(move |t| {
        let said = if is_writing.get() { t.documents.word_awaited } else { t.documents.word };
        said.to_owned()
    });
    view! { <Button label on_press=download/> }.into_any()
}
