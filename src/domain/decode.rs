//! What the types of a project are read with: the common part of what `#[derive(Decode)]` writes for each of them.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess,
    Visitor,
};

/// Finds the place of a name among some; one that is not among them has the place after the last.
#[derive(Clone, Copy)]
struct Place(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Place {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Place {
    type Value = usize;
    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a name")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
        Ok(self.0.iter().position(|name| *name == text).unwrap_or(self.0.len()))
    }
}

/// Reads the name of the next field, as its place among those a record has.
#[inline(never)]
pub fn name<'de, A: MapAccess<'de>>(
    map: &mut A,
    names: &'static [&'static str],
) -> Result<Option<usize>, A::Error> {
    map.next_key_seed(Place(names))
}

/// Reads a value into its field. Fields of one type share this.
#[inline(never)]
pub fn put<'de, T: Deserialize<'de>, A: MapAccess<'de>>(field: &mut T, map: &mut A) -> Result<(), A::Error> {
    *field = map.next_value()?;
    Ok(())
}

/// Passes over the value of a field a record does not have.
#[inline(never)]
pub fn pass_over<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// Reads one of some names and returns its place among them.
#[inline(never)]
pub fn choice<'de, D: Deserializer<'de>>(
    from: D,
    title: &'static str,
    names: &'static [&'static str],
) -> Result<usize, D::Error> {
    from.deserialize_enum(title, names, OneOf(names))
}

struct OneOf(&'static [&'static str]);

impl<'de> Visitor<'de> for OneOf {
    type Value = usize;
    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("one of some names")
    }
    fn visit_enum<A: EnumAccess<'de>>(self, from: A) -> Result<usize, A::Error> {
        let (place, content) = from.variant_seed(Place(self.0))?;
        content.unit_variant()?;
        Ok(place)
    }
}

#[cfg(test)]
mod tests {
    use decode::Decode;
    use serde::{Deserialize, Serialize};

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
    #[serde(default)]
    struct Thing {
        name: String,
        kind: Kind,
        inner: Vec<Thing>,
    }

    #[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Decode)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        #[default]
        Plain,
        WithNoF,
        Cn2026,
    }

    /// The same as `serde` reads it.
    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Theirs {
        #[default]
        Plain,
        WithNoF,
        Cn2026,
    }

    fn read(text: &str) -> Option<Thing> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn what_is_written_reads_back() {
        let inner = vec![Thing { kind: Kind::WithNoF, ..Thing::default() }, Thing::default()];
        let thing = Thing { name: "甲".to_owned(), kind: Kind::Cn2026, inner };
        assert_eq!(read(&serde_json::to_string(&thing).unwrap()), Some(thing));
    }

    #[test]
    fn what_is_not_there_keeps_its_default_and_what_is_unknown_is_passed_over() {
        let thing = read(r#"{"later":{"name":[1]},"name":"a"}"#);
        assert_eq!(thing, Some(Thing { name: "a".to_owned(), ..Thing::default() }));
        assert_eq!(read("{}"), Some(Thing::default()));
    }

    #[test]
    fn misfits_are_refused() {
        for text in ["[]", "7", r#"{"name":1}"#, r#"{"kind":"unheard"}"#, r#"{"kind":{"plain":1}}"#] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_those_serde_gives() {
        for name in ["plain", "with_no_f", "cn2026"] {
            let text = format!("\"{name}\"");
            let ours = serde_json::from_str::<Kind>(&text).map(|kind| kind as u8);
            assert_eq!(
                ours.ok(),
                serde_json::from_str::<Theirs>(&text).map(|kind| kind as u8).ok(),
                "{name}"
            );
        }
    }
}
