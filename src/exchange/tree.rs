//! Reading JSON text into a value tree that knows its limits: no deep nesting, no flood of nodes, no key twice.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::exchange::parse::ImportError;

/// How deep lists and objects may nest.
pub const MAX_DEPTH: usize = 64;
/// How many values a project of a file may hold, or what else a file is about.
pub const MAX_NODES: usize = 200_000;
/// How many values a file may hold in all: more than fit into what a browser keeps for this app.
const MAX_ALL: usize = 1_000_000;
/// How deep the projects of a file stand.
const PROJECT_DEPTH: usize = 2;
/// How many entries one list may hold.
pub const MAX_ITEMS: usize = 10_000;
/// How long one text may be, in UTF-16 units; no export ever has to cut.
pub const MAX_TEXT: usize = 32_767;

/// Reads a text from elsewhere into a tree.
pub fn read(text: &str) -> Result<Value, ImportError> {
    read_within(text, true)
}

/// Reads a text this program wrote. It knows no limits but depth: what was kept has to open again.
pub fn read_own(text: &str) -> Result<Value, ImportError> {
    read_within(text, false)
}

fn read_within(text: &str, is_limited: bool) -> Result<Value, ImportError> {
    let state = State { is_limited, nodes: Cell::new(0), all: Cell::new(0), refused: RefCell::new(None) };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = Node { state: &state, depth: 0, pointer: String::new() };
    let read = seed.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    read.map_err(|error| state.refused.take().unwrap_or_else(|| describe(&error)))
}

/// Turns the library's error into one of ours.
fn describe(error: &serde_json::Error) -> ImportError {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    if error.is_eof() {
        ImportError::Truncated { line, column }
    } else if message.starts_with("number out of range") {
        ImportError::NumberOutOfRange { line, column }
    } else if message.starts_with("recursion limit") {
        ImportError::TooDeep { pointer: String::new() }
    } else {
        ImportError::NotJson { line, column }
    }
}

/// Appends a step to a JSON Pointer (RFC 6901).
#[must_use]
pub fn step(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Under this key the library hands over a number with a fraction as it is written (its feature `arbitrary_precision`).
const NUMBER: &str = "$serde_json::private::Number";

/// Reads a number with a fraction. The library's own reading may be off in the last digit; the standard library's never
/// is, so that what was written comes back the same.
fn number<E: serde::de::Error>(text: &str) -> Result<Value, E> {
    let number = text.parse().ok().and_then(Number::from_f64);
    number.map(Value::Number).ok_or_else(|| E::custom("number out of range"))
}

struct State {
    is_limited: bool,
    /// The values read since the last project began.
    nodes: Cell<usize>,
    all: Cell<usize>,
    refused: RefCell<Option<ImportError>>,
}

struct Node<'a> {
    state: &'a State,
    depth: usize,
    pointer: String,
}

impl Node<'_> {
    fn refuse<E: serde::de::Error>(&self, error: ImportError) -> E {
        *self.state.refused.borrow_mut() = Some(error);
        E::custom("refused")
    }

    fn child(&self, key: &str) -> Node<'_> {
        Node { state: self.state, depth: self.depth + 1, pointer: step(&self.pointer, key) }
    }

    fn text<E: serde::de::Error>(&self, text: &str) -> Result<Value, E> {
        if self.state.is_limited && MAX_TEXT < text.encode_utf16().count() {
            return Err(self.refuse(ImportError::TextTooLong { pointer: self.pointer.clone() }));
        }
        Ok(Value::String(text.to_owned()))
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let begins = self.depth == PROJECT_DEPTH && self.pointer.starts_with("/projects/");
        let nodes = if begins { 1 } else { self.state.nodes.get() + 1 };
        let all = self.state.all.get() + 1;
        self.state.nodes.set(nodes);
        self.state.all.set(all);
        if self.state.is_limited && (MAX_NODES < nodes || MAX_ALL < all) {
            return Err(self.refuse(ImportError::TooManyValues));
        }
        if MAX_DEPTH < self.depth {
            return Err(self.refuse(ImportError::TooDeep { pointer: self.pointer.clone() }));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.child(&list.len().to_string()))? {
            if self.state.is_limited && MAX_ITEMS <= list.len() {
                return Err(self.refuse(ImportError::ListTooLong { pointer: self.pointer.clone() }));
            }
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER && map.is_empty() {
                return number(&entries.next_value::<String>()?);
            }
            if map.contains_key(&key) {
                let pointer = step(&self.pointer, &key);
                return Err(self.refuse(ImportError::DuplicateKey { pointer }));
            }
            let value = entries.next_value_seed(self.child(&key))?;
            map.insert(key, value);
        }
        if self.state.is_limited && MAX_ITEMS < map.len() {
            return Err(A::Error::custom(
                self.refuse::<A::Error>(ImportError::ListTooLong { pointer: self.pointer.clone() }),
            ));
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_to_the_last_digit() {
        for text in ["907.3038322028689", "1.0999999999999999", "5e-324", "-0.1", "1.7976931348623157e308"] {
            let value = read(&format!("[{text}]")).unwrap();
            assert_eq!(value[0].as_f64(), Some(text.parse().unwrap()), "{text}");
        }
        assert_eq!(read("[12,-3,1.5]").unwrap().to_string(), "[12,-3,1.5]");
        assert!(matches!(read("[1e999]"), Err(ImportError::NumberOutOfRange { .. })));
    }
}
