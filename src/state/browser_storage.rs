//! The browser's storage as the storage logic sees it.

use crate::exchange::store::{Storage, StorageFault};
use crate::platform::storage;

/// localStorage behind the gate.
#[derive(Clone, Copy)]
pub struct BrowserStorage;

impl Storage for BrowserStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StorageFault> {
        storage::read(key).map_err(|()| StorageFault)
    }
    fn write(&self, key: &str, value: &str) -> Result<(), StorageFault> {
        storage::write(key, value).then_some(()).ok_or(StorageFault)
    }
    fn remove(&self, key: &str) -> Result<(), StorageFault> {
        storage::remove(key).then_some(()).ok_or(StorageFault)
    }
    fn keys(&self) -> Result<Vec<String>, StorageFault> {
        storage::keys().map_err(|()| StorageFault)
    }
}
