//! Files the user chose.

use js_sys::JsString;
use web_sys::HtmlInputElement;

use crate::platform::clock;
use crate::platform::files::{self, FileFault};

/// Reads the chosen file. The error is its size in bytes when it is over the limit; a file the browser cannot read
/// counts as empty.
pub async fn chosen(input: HtmlInputElement, limit: u64) -> Option<Result<Vec<u8>, u64>> {
    Some(match files::chosen(input, limit).await? {
        Ok(file) => Ok(file.bytes),
        Err(FileFault::TooLarge(bytes)) => Err(bytes),
        Err(FileFault::Unreadable) => Ok(Vec::new()),
    })
}

/// What stood in the way of reading a chosen table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The file is larger than the limit in bytes.
    TooLarge(u64),
    /// It is no text.
    NotText,
}

/// The encodings spreadsheets write tables in, the strictest first: the last one is that of Excel in China.
const ENCODINGS: [&str; 2] = ["utf-8", "gb18030"];

/// Reads the chosen file as a table: its name and its text.
pub async fn table(input: HtmlInputElement, limit: u64) -> Option<Result<(String, String), TableFault>> {
    Some(match files::chosen(input, limit).await? {
        Ok(file) => {
            let utf16 = match file.bytes.as_slice() {
                [0xFF, 0xFE, ..] => Some("utf-16le"),
                [0xFE, 0xFF, ..] => Some("utf-16be"),
                _ => None,
            };
            let mut text = None;
            for encoding in utf16.into_iter().chain(ENCODINGS) {
                text = files::decode(&file.bytes, encoding).await;
                if text.is_some() {
                    break;
                }
            }
            // A text with zeros is a workbook or a picture.
            let text = text.filter(|text| !text.contains('\0'));
            text.map(|text| (file.name, text)).ok_or(TableFault::NotText)
        }
        Err(FileFault::TooLarge(bytes)) => Err(TableFault::TooLarge(bytes)),
        Err(FileFault::Unreadable) => Err(TableFault::NotText),
    })
}

/// How many letters of a pasted text are taken over at a time.
const PIECE: u32 = 512 * 1024;

/// Takes a text of the browser over, piece by piece.
pub async fn pasted(text: JsString) -> String {
    let mut taken = String::new();
    let (mut from, all) = (0, text.length());
    while from < all {
        let mut until = all.min(from + PIECE);
        // A letter written in two halves stays whole.
        let is_half = |at: u32| (0xDC00..0xE000).contains(&(text.char_code_at(at) as u32));
        if until < all && is_half(until) {
            until += 1;
        }
        taken += &String::from(text.slice(from, until));
        from = until;
        clock::breath().await;
    }
    taken
}
