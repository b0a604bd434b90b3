//! Types to JSON values and back. `serde_json` can do both, but it also explains each misfit, reads structs from lists
//! and more that is not wanted here, for every type anew: together a tenth of the app. Where a misfit is, `exchange` finds
//! out.

mod reader;
mod writer;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::reader::Reader;
use self::writer::Writer;

/// Says that a value and a type do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value does not fit the type")]
pub struct Misfit;

impl serde::ser::Error for Misfit {
    fn custom<M: std::fmt::Display>(_: M) -> Self {
        Self
    }
}

/// Every message is built by the caller only to be dropped, so none is asked for.
impl serde::de::Error for Misfit {
    fn custom<M: std::fmt::Display>(_: M) -> Self {
        Self
    }
    fn invalid_type(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn invalid_value(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Writes a value of a type as JSON. Numbers that are not finite become null, as JSON has no form for them.
///
/// # Errors
/// When a key of a map is no text, or the type has a form JSON lacks.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<Value, Misfit> {
    let mut written = Value::Null;
    value.serialize(Writer(&mut written))?;
    Ok(written)
}

/// Reads a value of a type from JSON. A struct is read from an object only.
///
/// # Errors
/// When the JSON does not fit the type.
pub fn read<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, Misfit> {
    T::deserialize(Reader(value))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};
    use serde_json::{Value, json};

    use super::*;

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Thing {
        name: String,
        count: u32,
        below: i64,
        share: Option<f64>,
        flag: bool,
        pair: (u8, String),
        marks: [u8; 2],
        kinds: Vec<Kind>,
        by_name: BTreeMap<String, Kind>,
        inner: Option<Box<Thing>>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        #[default]
        Plain,
        Measured(f64),
        Named {
            name: String,
        },
    }

    fn thing() -> Thing {
        Thing {
            name: "甲".to_owned(),
            count: 7,
            below: -3,
            share: Some(0.5),
            flag: true,
            pair: (1, "b".to_owned()),
            marks: [2, 3],
            kinds: vec![Kind::Plain, Kind::Measured(1.5), Kind::Named { name: "n".to_owned() }],
            by_name: BTreeMap::from([("k".to_owned(), Kind::Plain)]),
            inner: Some(Box::default()),
        }
    }

    #[test]
    fn values_are_written_as_serde_json_writes_them() {
        assert_eq!(write(&thing()).unwrap(), serde_json::to_value(thing()).unwrap());
        assert_eq!(write(&f64::NAN).unwrap(), Value::Null);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(read::<Thing>(&write(&thing()).unwrap()), Ok(thing()));
    }

    #[test]
    fn misfits_are_refused() {
        for misfit in [
            json!([]),
            json!({"name": 1}),
            json!({"count": -1}),
            json!({"count": 1.5}),
            json!({"marks": [1]}),
            json!({"marks": [1, 2, 3]}),
            json!({"kinds": ["unheard"]}),
            json!({"kinds": [{"measured": "x"}]}),
            json!({"kinds": [{"measured": 1, "plain": null}]}),
            json!({"inner": 3}),
        ] {
            assert_eq!(read::<Thing>(&misfit), Err(Misfit), "{misfit}");
            assert!(
                serde_json::from_value::<Thing>(misfit.clone()).is_err() || misfit.is_array(),
                "{misfit}"
            );
        }
    }
}
