//! Derives `serde::Deserialize` in little code. What `serde` derives keeps every field in a place of its own until all
//! are read, and compares the names of the fields anew for each type: together a fifth of what the app loads at first.
//! Here a record begins as its default and fields are put into it, and names are looked up in one place for all types.

use proc_macro::TokenStream;
use quote::quote;
use syn::{
    Attribute, Data, DataEnum, DataStruct, DeriveInput, Error, Fields, Ident, LitStr, parse_macro_input,
};

/// Derives how a record or a choice is read.
///
/// A record is a struct with named fields and a default (`#[serde(default)]` says the same to whoever writes it): a field
/// that is not there keeps its default, and one of another name is passed over. A choice is an enum without content; its
/// variants are read by their names in snake case (`#[serde(rename_all = "snake_case")]`).
#[proc_macro_derive(Decode, attributes(serde))]
pub fn decode(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    if let Err(error) = only_known(&input) {
        return error.into_compile_error().into();
    }
    let read = match &input.data {
        Data::Struct(DataStruct { fields: Fields::Named(fields), .. }) => {
            let fields: Vec<&Ident> = fields.named.iter().filter_map(|field| field.ident.as_ref()).collect();
            record(&input.ident, &fields)
        }
        Data::Enum(DataEnum { variants, .. })
            if variants.iter().all(|one| matches!(one.fields, Fields::Unit)) =>
        {
            let variants: Vec<&Ident> = variants.iter().map(|variant| &variant.ident).collect();
            choice(&input.ident, &variants)
        }
        _ => {
            return Error::new(input.ident.span(), "a struct with named fields, or an enum without content")
                .into_compile_error()
                .into();
        }
    };
    read.into()
}

/// Refuses what `serde` would follow and this does not, for example another name for a field: what is written would not
/// be what is read.
fn only_known(input: &DeriveInput) -> Result<(), Error> {
    let within: Vec<&Attribute> = match &input.data {
        Data::Struct(data) => data.fields.iter().flat_map(|field| &field.attrs).collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.attrs).collect(),
        Data::Union(_) => Vec::new(),
    };
    for attribute in input.attrs.iter().filter(|one| one.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("default") && !meta.input.peek(syn::Token![=]) {
                return Ok(());
            }
            if meta.path.is_ident("rename_all") && meta.value()?.parse::<LitStr>()?.value() == "snake_case" {
                return Ok(());
            }
            Err(meta.error("only `default` and `rename_all = \"snake_case\"` are followed"))
        })?;
    }
    match within.into_iter().find(|one| one.path().is_ident("serde")) {
        Some(attribute) => {
            Err(Error::new_spanned(attribute, "`serde` on a field or a variant is not followed"))
        }
        None => Ok(()),
    }
}

fn record(name: &Ident, fields: &[&Ident]) -> proc_macro2::TokenStream {
    let names = fields.iter().map(ToString::to_string);
    let title = name.to_string();
    let places = 0..fields.len();
    quote! {
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                const NAMES: &[&str] = &[#(#names),*];
                struct Read;
                impl<'de> ::serde::de::Visitor<'de> for Read {
                    type Value = #name;
                    fn expecting(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        to.write_str(#title)
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> ::core::result::Result<#name, A::Error> {
                        let mut read = <#name as ::core::default::Default>::default();
                        while let Some(place) = crate::domain::decode::name(&mut map, NAMES)? {
                            match place {
                                #(#places => crate::domain::decode::put(&mut read.#fields, &mut map)?,)*
                                _ => crate::domain::decode::pass_over(&mut map)?,
                            }
                        }
                        Ok(read)
                    }
                }
                from.deserialize_struct(#title, NAMES, Read)
            }
        }
    }
}

fn choice(name: &Ident, variants: &[&Ident]) -> proc_macro2::TokenStream {
    let names = variants.iter().map(|variant| snake(&variant.to_string()));
    let title = name.to_string();
    quote! {
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                const ALL: &[#name] = &[#(#name::#variants),*];
                let place = crate::domain::decode::choice(from, #title, &[#(#names),*])?;
                ALL.get(place).copied().ok_or_else(|| ::serde::de::Error::custom(#title))
            }
        }
    }
}

/// Turns the name of a variant into snake case, as `serde` does.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
