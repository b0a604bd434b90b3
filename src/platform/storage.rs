//! Reading localStorage without ever panicking; writing goes through the gate.

use web_sys::Storage;

use crate::platform::gate;

/// Returns the storage, or nothing where the browser blocks it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Reads a value. The error says that storage is blocked or broken.
#[allow(clippy::result_unit_err)]
pub fn read(key: &str) -> Result<Option<String>, ()> {
    storage().ok_or(())?.get_item(key).map_err(|_| ())
}

/// Writes a value and reads it back.
#[must_use]
pub fn write(key: &str, value: &str) -> bool {
    gate::write(key, value)
}

/// Removes a key.
#[must_use]
pub fn remove(key: &str) -> bool {
    gate::remove(key)
}

/// Lists every key.
#[allow(clippy::result_unit_err)]
pub fn keys() -> Result<Vec<String>, ()> {
    let storage = storage().ok_or(())?;
    let count = storage.length().map_err(|_| ())?;
    Ok((0..count).filter_map(|place| storage.key(place).ok().flatten()).collect())
}

/// Reads a value kept as JSON, through gloo once storage is known to answer.
#[must_use]
pub fn read_json<T: serde::de::DeserializeOwned>(key: &str) -> Option<T> {
    use gloo_storage::{LocalStorage, Storage as _};
    read(key).ok().flatten()?;
    LocalStorage::get(key).ok()
}
