//! Files the user chose.

use web_sys::HtmlInputElement;

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
