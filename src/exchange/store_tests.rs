//! The storage logic against a storage that fails in every way at every call.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Throw,
    SilentDrop,
    TornHalf,
    StaleRead,
    LaterRevert,
}

const KINDS: [Kind; 5] = [Kind::Throw, Kind::SilentDrop, Kind::TornHalf, Kind::StaleRead, Kind::LaterRevert];

/// A storage in memory that fails at one call.
#[derive(Default)]
struct Faulty {
    texts: RefCell<BTreeMap<String, String>>,
    calls: Cell<usize>,
    fault: Cell<Option<(usize, Kind)>>,
    revert: RefCell<Option<(String, Option<String>)>>,
}

impl Faulty {
    fn strikes(&self) -> Option<Kind> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        self.fault.get().filter(|(at, _)| *at == call).map(|(_, kind)| kind)
    }
    /// The browser takes a write back after it had said yes.
    fn settle(&self) {
        if let Some((key, before)) = self.revert.borrow_mut().take() {
            match before {
                Some(text) => self.texts.borrow_mut().insert(key, text),
                None => self.texts.borrow_mut().remove(&key),
            };
        }
    }
}

impl Storage for Faulty {
    fn read(&self, key: &str) -> Result<Option<String>, StorageFault> {
        match self.strikes() {
            Some(Kind::Throw) => Err(StorageFault),
            Some(Kind::StaleRead) => Ok(None),
            _ => Ok(self.texts.borrow().get(key).cloned()),
        }
    }
    fn write(&self, key: &str, value: &str) -> Result<(), StorageFault> {
        let before = self.texts.borrow().get(key).cloned();
        let put = |text: &str| self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        match self.strikes() {
            Some(Kind::Throw) => return Err(StorageFault),
            Some(Kind::SilentDrop) => (),
            Some(Kind::TornHalf) => {
                let half = (0..=value.len() / 2).rev().find(|end| value.is_char_boundary(*end)).unwrap_or(0);
                put(&value[..half]);
            }
            Some(Kind::LaterRevert) => {
                put(value);
                *self.revert.borrow_mut() = Some((key.to_owned(), before));
            }
            Some(Kind::StaleRead) | None => {
                put(value);
            }
        }
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageFault> {
        match self.strikes() {
            Some(Kind::Throw) => return Err(StorageFault),
            Some(Kind::SilentDrop) => (),
            _ => {
                self.texts.borrow_mut().remove(key);
            }
        }
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StorageFault> {
        match self.strikes() {
            Some(Kind::Throw) => Err(StorageFault),
            _ => Ok(self.texts.borrow().keys().cloned().collect()),
        }
    }
}

const ID: Id<Project> = Id::fixed(7);

fn named(name: &str) -> Document {
    let mut project = Project { id: ID, ..Project::default() };
    Arc::make_mut(&mut project.profile).name = name.to_owned();
    project.into()
}

fn name_of(storage: &Faulty) -> Option<String> {
    open(storage, ID, "x").ok().map(|(document, _)| document.project.profile.name.clone())
}

#[test]
fn the_newest_copy_is_opened() {
    let storage = Faulty::default();
    let mut session = Session::fresh(ID, "one");
    for (name, checkpoint) in [("a", false), ("b", false), ("c", true), ("d", false)] {
        save(&storage, &mut session, &named(name), checkpoint).unwrap();
        assert_eq!(name_of(&storage).as_deref(), Some(name));
    }
    assert_eq!(list(&storage).unwrap().len(), 1);
}

#[test]
fn a_second_writer_never_overwrites() {
    let storage = Faulty::default();
    let mut one = Session::fresh(ID, "one");
    save(&storage, &mut one, &named("a"), false).unwrap();
    let (_, mut two) = open(&storage, ID, "two").unwrap();
    save(&storage, &mut two, &named("b"), false).unwrap();
    assert_eq!(save(&storage, &mut one, &named("c"), false), Err(SaveError::Conflict));
    assert_eq!(name_of(&storage).as_deref(), Some("b"));
}

#[test]
fn a_damaged_slot_is_set_aside_and_the_other_one_opened() {
    let storage = Faulty::default();
    let mut session = Session::fresh(ID, "one");
    save(&storage, &mut session, &named("old"), false).unwrap();
    save(&storage, &mut session, &named("new"), true).unwrap();
    let damaged = "HSLOT1 9 one 3 00000000\nxyz".to_owned();
    storage.texts.borrow_mut().insert(slot_key(ID, 'b'), damaged.clone());
    let (document, mut session) = open(&storage, ID, "two").unwrap();
    assert_eq!(document.project.profile.name, "old");
    save(&storage, &mut session, &named("next"), false).unwrap();
    let kept: Vec<_> = storage
        .texts
        .borrow()
        .iter()
        .filter(|(key, _)| key.starts_with(QUARANTINE))
        .map(|(_, text)| text.clone())
        .collect();
    assert_eq!(kept, [damaged]);
    assert_eq!(name_of(&storage).as_deref(), Some("next"));
}

#[test]
fn a_deleted_project_comes_back() {
    let storage = Faulty::default();
    save(&storage, &mut Session::fresh(ID, "one"), &named("a"), false).unwrap();
    delete(&storage, ID).unwrap();
    assert_eq!(list(&storage).unwrap(), []);
    undelete(&storage, ID).unwrap();
    assert_eq!(name_of(&storage).as_deref(), Some("a"));
}

/// Fails every call once in every way: what was said to be saved stays readable, and nothing else is called saved.
#[test]
fn no_single_fault_loses_what_was_saved() {
    for kind in KINDS {
        for at in 0..60 {
            let storage = Faulty::default();
            let mut session = Session::fresh(ID, "one");
            save(&storage, &mut session, &named("0"), false).unwrap();
            save(&storage, &mut session, &named("1"), true).unwrap();
            storage.calls.set(0);
            storage.fault.set(Some((at, kind)));
            let mut acknowledged = vec!["1".to_owned()];
            for step in 2..6 {
                let name = step.to_string();
                let saved = save(&storage, &mut session, &named(&name), step == 4);
                if saved.is_ok() {
                    acknowledged.push(name);
                }
                if storage.revert.borrow().is_some() {
                    // A write taken back later: the tab notices and saves again, under what is then the newest.
                    storage.settle();
                    acknowledged.pop();
                    if let Ok((_, reopened)) = open(&storage, ID, "one") {
                        session = reopened;
                    }
                }
            }
            storage.fault.set(None);
            let now = name_of(&storage);
            let last = acknowledged.last().cloned();
            assert!(now >= last, "{kind:?} at call {at}: saved {last:?}, found {now:?}");
        }
    }
}

#[test]
fn whatever_was_kept_opens_again() {
    let storage = Faulty::default();
    let id = Id::fixed(7);
    let mut session = Session::fresh(id, "w");
    let mut project = Project { id, ..Project::default() };
    Arc::make_mut(&mut project.profile).reason = "长".repeat(40_000);
    save(&storage, &mut session, &project.clone().into(), false).unwrap();
    let (document, _) = open(&storage, id, "w").unwrap();
    assert_eq!(document.project, project);
}

#[test]
fn all_that_is_held_of_a_project_can_be_had_raw() {
    let storage = Faulty::default();
    let id = Id::fixed(7);
    storage.texts.borrow_mut().insert(slot_key(id, 'a'), "torn".to_owned());
    assert_eq!(open(&storage, id, "w").unwrap_err(), OpenError::Damaged);
    assert_eq!(raw(&storage, id).unwrap().len(), 1);
}
