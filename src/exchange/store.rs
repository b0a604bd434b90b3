//! How projects are kept in a key-value storage that may fail at any call.
//!
//! Each project has two slots. A save goes to the slot that does not hold the newest copy whenever the other one is not
//! known to be whole; otherwise the working slot is written again and the older one stays as a checkpoint.
//! "Saved" is said only after the text was read back.

use serde_json::{Map, Value};
use thiserror::Error;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::exchange::file::{Document, value_of};
use crate::exchange::parse::{ImportError, into_document};
use crate::exchange::slot::{Slot, decode, encode};
use crate::exchange::tree;
use decision::order;

/// Says that a storage did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the storage failed")]
pub struct StorageFault;

/// A place that keeps texts under keys, and may fail at any call.
pub trait Storage {
    /// Reads a text.
    fn read(&self, key: &str) -> Result<Option<String>, StorageFault>;
    /// Writes a text.
    fn write(&self, key: &str, value: &str) -> Result<(), StorageFault>;
    /// Removes a text.
    fn remove(&self, key: &str) -> Result<(), StorageFault>;
    /// Lists every key.
    fn keys(&self) -> Result<Vec<String>, StorageFault>;
}

/// Why a project was not saved. The copies saved before are untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// Storage is full, blocked or broken.
    #[error("the storage failed")]
    Storage,
    /// Something newer was saved by another tab since this one last looked.
    #[error("another tab saved something newer")]
    Conflict,
    /// The project has no JSON form.
    #[error("the project cannot be written")]
    NotWritable,
}

/// Why a project was not opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpenError {
    /// Storage is blocked or broken.
    #[error("the storage failed")]
    Storage,
    /// There is no such project.
    #[error("not found")]
    NotFound,
    /// Every copy is damaged; they stay as they are.
    #[error("every copy is damaged")]
    Damaged,
    /// The copy is whole but not readable by this version.
    #[error("not readable")]
    NotReadable(Vec<ImportError>),
}

const PREFIX: &str = "halfseal.project.";
const QUARANTINE: &str = "halfseal.quarantine.";
const DELETED: &str = "halfseal.deleted.";
const BACKUP: &str = "halfseal.backup.";
const SLOTS: [char; 2] = ['a', 'b'];

fn slot_key(id: Id<Project>, slot: char) -> String {
    format!("{PREFIX}{id}.{slot}")
}

/// Tells whether a key of the storage holds a copy of a project.
#[must_use]
pub fn is_copy(key: &str, id: Id<Project>) -> bool {
    SLOTS.into_iter().any(|slot| slot_key(id, slot) == key)
}

/// What a writer knows of the project it has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    id: Id<Project>,
    /// The sequence this writer last wrote or read; 0 for a project never saved.
    sequence: u64,
    writer: String,
}

impl Session {
    /// Starts a session for a project that is not stored yet.
    #[must_use]
    pub fn fresh(id: Id<Project>, writer: &str) -> Self {
        Self { id, sequence: 0, writer: writer.to_owned() }
    }
}

/// A project as the list of projects shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The id.
    pub id: Id<Project>,
    /// The document, where it can be read.
    pub document: Option<Document>,
}

struct Found {
    slot: char,
    content: Option<Slot>,
    present: bool,
}

fn look<S: Storage>(storage: &S, id: Id<Project>) -> Result<[Found; 2], StorageFault> {
    let find = |slot| {
        let text = storage.read(&slot_key(id, slot))?;
        let content = text.as_deref().and_then(|text| decode(text).ok());
        Ok(Found { slot, content, present: text.is_some() })
    };
    let [a, b] = SLOTS;
    Ok([find(a)?, find(b)?])
}

fn newest(found: &[Found; 2]) -> Option<&Found> {
    found
        .iter()
        .filter(|found| found.content.is_some())
        .max_by_key(|found| found.content.as_ref().map(|slot| slot.sequence))
}

/// Saves a project and proves that it is there.
///
/// `checkpoint` asks that the working copy of before be kept as the older copy.
pub fn save<S: Storage>(
    storage: &S,
    session: &mut Session,
    document: &Document,
    checkpoint: bool,
) -> Result<(), SaveError> {
    let payload = value_of(document).map_err(|_| SaveError::NotWritable)?.to_string();
    let found = look(storage, session.id).map_err(|_| SaveError::Storage)?;
    let newest = newest(&found);
    let highest = newest.and_then(|found| found.content.as_ref()).map_or(0, |slot| slot.sequence);
    if highest != session.sequence {
        return Err(SaveError::Conflict);
    }
    for damaged in found.iter().filter(|found| found.present && found.content.is_none()) {
        set_aside(storage, session.id, damaged.slot).map_err(|_| SaveError::Storage)?;
    }
    let is_only_copy = found.iter().filter(|found| found.content.is_some()).count() == 1;
    let target = match newest.map(|found| found.slot) {
        Some(slot) if is_only_copy || checkpoint => other(slot),
        Some(slot) => slot,
        None => SLOTS[0],
    };
    let slot = Slot { sequence: highest + 1, writer: session.writer.clone(), payload };
    let text = encode(&slot);
    let key = slot_key(session.id, target);
    let is_there = storage.write(&key, &text).is_ok()
        && storage.read(&key).is_ok_and(|read| read.as_deref() == Some(&text));
    if is_there {
        session.sequence = slot.sequence;
        return Ok(());
    }
    put_back(storage, &key, found.iter().find(|found| found.slot == target));
    Err(SaveError::Storage)
}

/// Restores a slot after a write that failed half-way, so that the copy acknowledged before is still there.
fn put_back<S: Storage>(storage: &S, key: &str, before: Option<&Found>) {
    // Whether this works or not, the caller reports that saving failed.
    let _ = match before.and_then(|found| found.content.as_ref()) {
        Some(slot) => storage.write(key, &encode(slot)),
        None => storage.remove(key),
    };
}

const fn other(slot: char) -> char {
    if slot == SLOTS[0] { SLOTS[1] } else { SLOTS[0] }
}

/// Moves a damaged text to a key of its own, where nothing overwrites it.
fn set_aside<S: Storage>(storage: &S, id: Id<Project>, slot: char) -> Result<(), StorageFault> {
    let key = slot_key(id, slot);
    let Some(text) = storage.read(&key)? else { return Ok(()) };
    let keys = storage.keys()?;
    let place = (1..).map(|count| format!("{QUARANTINE}{id}.{count}")).find(|place| !keys.contains(place));
    let place = place.ok_or(StorageFault)?;
    storage.write(&place, &text)?;
    if storage.read(&place)?.as_deref() != Some(text.as_str()) {
        return Err(StorageFault);
    }
    storage.remove(&key)
}

/// Opens the newest whole copy of a project and starts a session on it.
pub fn open<S: Storage>(
    storage: &S,
    id: Id<Project>,
    writer: &str,
) -> Result<(Document, Session), OpenError> {
    let found = look(storage, id).map_err(|_| OpenError::Storage)?;
    let Some(slot) = newest(&found).and_then(|found| found.content.as_ref()) else {
        let is_damaged = found.iter().any(|found| found.present);
        return Err(if is_damaged { OpenError::Damaged } else { OpenError::NotFound });
    };
    let document = read_payload(&slot.payload).map_err(OpenError::NotReadable)?;
    if document.project.id != id {
        return Err(OpenError::Damaged);
    }
    let session = Session { id, sequence: slot.sequence, writer: writer.to_owned() };
    Ok((document, session))
}

fn read_payload(payload: &str) -> Result<Document, Vec<ImportError>> {
    let value: Value = tree::read_own(payload).map_err(|error| vec![error])?;
    into_document(&value, "")
}

/// Lists every stored project, those that cannot be read too.
pub fn list<S: Storage>(storage: &S) -> Result<Vec<Listed>, StorageFault> {
    let mut ids: Vec<Id<Project>> = storage
        .keys()?
        .iter()
        .filter_map(|key| key.strip_prefix(PREFIX)?.strip_suffix(SLOTS)?.strip_suffix('.'))
        .filter_map(Id::parse)
        .collect();
    order::sort_by(&mut ids, Ord::cmp);
    ids.dedup();
    Ok(ids
        .into_iter()
        .map(|id| Listed { id, document: open(storage, id, "").ok().map(|(document, _)| document) })
        .collect())
}

/// Returns every text that storage holds of a project, by key, also damaged ones and those set aside.
pub fn raw<S: Storage>(storage: &S, id: Id<Project>) -> Result<Map<String, Value>, StorageFault> {
    let mut texts = Map::new();
    for key in storage.keys()? {
        if key.contains(&id.to_string())
            && let Some(text) = storage.read(&key)?
        {
            texts.insert(key, Value::String(text));
        }
    }
    Ok(texts)
}

/// Takes a project out of the list; its newest copy is kept under a key of its own and can be put back.
pub fn delete<S: Storage>(storage: &S, id: Id<Project>) -> Result<(), StorageFault> {
    let found = look(storage, id)?;
    // The older copy makes room for the one that is kept: deleting has to work where storage is full.
    let kept = newest(&found).map(|found| found.slot);
    for older in found.iter().filter(|found| found.content.is_some() && Some(found.slot) != kept) {
        storage.remove(&slot_key(id, older.slot))?;
    }
    if let Some(slot) = newest(&found).and_then(|found| found.content.as_ref()) {
        let key = format!("{DELETED}{id}");
        let text = encode(slot);
        storage.write(&key, &text)?;
        if storage.read(&key)?.as_deref() != Some(text.as_str()) {
            return Err(StorageFault);
        }
    }
    for found in found.iter().filter(|found| found.present) {
        if found.content.is_none() {
            set_aside(storage, id, found.slot)?;
        } else {
            storage.remove(&slot_key(id, found.slot))?;
        }
    }
    Ok(())
}

/// Puts a deleted project back.
pub fn undelete<S: Storage>(storage: &S, id: Id<Project>) -> Result<(), StorageFault> {
    let key = format!("{DELETED}{id}");
    let text = storage.read(&key)?.ok_or(StorageFault)?;
    let target = slot_key(id, SLOTS[0]);
    storage.write(&target, &text)?;
    if storage.read(&target)?.as_deref() != Some(text.as_str()) {
        return Err(StorageFault);
    }
    storage.remove(&key)
}

/// Returns when a file of the project was last written, as it was noted.
pub fn backup_noted<S: Storage>(storage: &S, id: Id<Project>) -> Option<String> {
    storage.read(&format!("{BACKUP}{id}")).ok().flatten()
}

/// Notes that a file of the project was written.
pub fn note_backup<S: Storage>(storage: &S, id: Id<Project>, date: &str) -> Result<(), StorageFault> {
    storage.write(&format!("{BACKUP}{id}"), date)
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
