//! The file format, its staged reading, the storage slots and pasted tables. Pure.

pub mod archive;
pub mod baseline;
pub mod earlier;
pub mod fault;
pub mod file;
pub mod names;
pub mod parse;
pub mod preview;
pub mod readings;
pub mod sheet;
pub mod slot;
pub mod store;
pub mod table;
pub mod tree;
pub mod unknown;
pub mod validate;
