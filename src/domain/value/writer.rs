//! Writing a type as a JSON value. Each part is written into its place: values that are returned are moved about, for
//! every type anew.

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, Serializer,
};
use serde_json::{Map, Number, Value};

use super::Misfit;

/// Writes into a place.
pub(super) struct Writer<'a>(pub &'a mut Value);

type Written = Result<(), Misfit>;

impl<'a> Writer<'a> {
    #[inline(never)]
    fn put(self, value: Value) -> Written {
        *self.0 = value;
        Ok(())
    }

    #[inline(never)]
    fn items(self) -> Items<'a> {
        *self.0 = Value::Array(Vec::new());
        Items(self.0)
    }

    #[inline(never)]
    fn fields(self) -> Fields<'a> {
        *self.0 = Value::Object(Map::new());
        Fields { whole: self.0, key: String::new() }
    }

    /// Goes on inside an object of one field.
    #[inline(never)]
    fn inside(self, name: &str) -> Result<Self, Misfit> {
        *self.0 = Value::Object(Map::new());
        field(self.0, name.to_owned()).map(Writer)
    }
}

/// Makes room for a field of an object.
#[inline(never)]
fn field(object: &mut Value, name: String) -> Result<&mut Value, Misfit> {
    Ok(object.as_object_mut().ok_or(Misfit)?.entry(name).or_insert(Value::Null))
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Misfit;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Impossible<(), Misfit>;
    type SerializeMap = Fields<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Fields<'a>;

    fn serialize_bool(self, value: bool) -> Written {
        self.put(Value::Bool(value))
    }
    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }
    #[inline(never)]
    fn serialize_i64(self, value: i64) -> Written {
        self.put(Value::Number(value.into()))
    }
    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }
    #[inline(never)]
    fn serialize_u64(self, value: u64) -> Written {
        self.put(Value::Number(value.into()))
    }
    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }
    #[inline(never)]
    fn serialize_f64(self, value: f64) -> Written {
        self.put(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn serialize_char(self, value: char) -> Written {
        self.put(Value::String(value.into()))
    }
    #[inline(never)]
    fn serialize_str(self, value: &str) -> Written {
        self.put(Value::String(value.to_owned()))
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Misfit)
    }
    fn serialize_none(self) -> Written {
        self.put(Value::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        self.put(Value::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.put(Value::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self.inside(variant)?)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Misfit> {
        Ok(self.items())
    }
    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Misfit> {
        Ok(self.items())
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Misfit> {
        Ok(self.items())
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Misfit> {
        Err(Misfit)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'a>, Misfit> {
        Ok(self.fields())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'a>, Misfit> {
        Ok(self.fields())
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'a>, Misfit> {
        Ok(self.inside(variant)?.fields())
    }
}

/// A list in the making.
pub(super) struct Items<'a>(&'a mut Value);

impl Items<'_> {
    /// Makes room for one more.
    #[inline(never)]
    fn next(&mut self) -> Result<Writer<'_>, Misfit> {
        let items = self.0.as_array_mut().ok_or(Misfit)?;
        items.push(Value::Null);
        items.last_mut().map(Writer).ok_or(Misfit)
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Misfit;
    #[inline(never)]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next()?)
    }
    fn end(self) -> Written {
        Ok(())
    }
}

impl SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Misfit;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Written {
        Ok(())
    }
}

impl SerializeTupleStruct for Items<'_> {
    type Ok = ();
    type Error = Misfit;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Written {
        Ok(())
    }
}

/// An object in the making; of a variant with fields, the object inside it.
pub(super) struct Fields<'a> {
    whole: &'a mut Value,
    /// The key that waits for its value.
    key: String,
}

impl Fields<'_> {
    /// Makes room for a field.
    #[inline(never)]
    fn named(&mut self, name: &str) -> Result<Writer<'_>, Misfit> {
        field(self.whole, name.to_owned()).map(Writer)
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Misfit;
    #[inline(never)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        value.serialize(self.named(name)?)
    }
    fn end(self) -> Written {
        Ok(())
    }
}

impl SerializeStructVariant for Fields<'_> {
    type Ok = ();
    type Error = Misfit;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        SerializeStruct::serialize_field(self, name, value)
    }
    fn end(self) -> Written {
        Ok(())
    }
}

impl SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = Misfit;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        let mut written = Value::Null;
        key.serialize(Writer(&mut written))?;
        match written {
            Value::String(key) => self.key = key,
            Value::Number(key) => self.key = key.to_string(),
            _ => return Err(Misfit),
        }
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        let key = std::mem::take(&mut self.key);
        value.serialize(field(self.whole, key).map(Writer)?)
    }
    fn end(self) -> Written {
        Ok(())
    }
}
