//! Writing a type as a JSON value.

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, Serializer,
};
use serde_json::{Map, Number, Value};

use super::{Misfit, write};

/// Makes a value.
pub(super) struct Writer;

type Written = Result<Value, Misfit>;

impl Serializer for Writer {
    type Ok = Value;
    type Error = Misfit;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Impossible<Value, Misfit>;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;

    fn serialize_bool(self, value: bool) -> Written {
        Ok(Value::Bool(value))
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
    fn serialize_i64(self, value: i64) -> Written {
        Ok(Value::Number(value.into()))
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
    fn serialize_u64(self, value: u64) -> Written {
        Ok(Value::Number(value.into()))
    }
    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }
    fn serialize_f64(self, value: f64) -> Written {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn serialize_char(self, value: char) -> Written {
        Ok(Value::String(value.into()))
    }
    fn serialize_str(self, value: &str) -> Written {
        Ok(Value::String(value.to_owned()))
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Misfit)
    }
    fn serialize_none(self) -> Written {
        Ok(Value::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        write(value)
    }
    fn serialize_unit(self) -> Written {
        Ok(Value::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Ok(Value::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        write(value)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        Ok(Value::Object(Map::from_iter([(variant.to_owned(), write(value)?)])))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Misfit> {
        Ok(Items(Vec::new()))
    }
    fn serialize_tuple(self, _: usize) -> Result<Items, Misfit> {
        Ok(Items(Vec::new()))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Misfit> {
        Ok(Items(Vec::new()))
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
    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Misfit> {
        Ok(Fields::default())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Misfit> {
        Ok(Fields::default())
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields, Misfit> {
        Ok(Fields { variant: Some(variant), ..Fields::default() })
    }
}

/// A list in the making.
pub(super) struct Items(Vec<Value>);

impl SerializeSeq for Items {
    type Ok = Value;
    type Error = Misfit;
    #[inline(never)]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        self.0.push(write(value)?);
        Ok(())
    }
    fn end(self) -> Written {
        Ok(Value::Array(self.0))
    }
}

impl SerializeTuple for Items {
    type Ok = Value;
    type Error = Misfit;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for Items {
    type Ok = Value;
    type Error = Misfit;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

/// An object in the making; of a variant with fields, the object inside it.
#[derive(Default)]
pub(super) struct Fields {
    variant: Option<&'static str>,
    map: Map<String, Value>,
    key: Option<String>,
}

impl Fields {
    #[inline(never)]
    fn put(&mut self, key: &str, value: Written) -> Result<(), Misfit> {
        self.map.insert(key.to_owned(), value?);
        Ok(())
    }

    fn whole(self) -> Written {
        let map = Value::Object(self.map);
        Ok(match self.variant {
            Some(variant) => Value::Object(Map::from_iter([(variant.to_owned(), map)])),
            None => map,
        })
    }
}

impl SerializeStruct for Fields {
    type Ok = Value;
    type Error = Misfit;
    #[inline(never)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Misfit> {
        self.put(key, write(value))
    }
    fn end(self) -> Written {
        self.whole()
    }
}

impl SerializeStructVariant for Fields {
    type Ok = Value;
    type Error = Misfit;
    #[inline(never)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Misfit> {
        self.put(key, write(value))
    }
    fn end(self) -> Written {
        self.whole()
    }
}

impl SerializeMap for Fields {
    type Ok = Value;
    type Error = Misfit;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Misfit> {
        match write(key)? {
            Value::String(key) => {
                self.key = Some(key);
                Ok(())
            }
            _ => Err(Misfit),
        }
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        let key = self.key.take().ok_or(Misfit)?;
        self.put(&key, write(value))
    }
    fn end(self) -> Written {
        self.whole()
    }
}
