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
