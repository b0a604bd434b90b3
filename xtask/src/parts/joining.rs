//! Fewer and larger files.
//!
//! What several parts share comes out of the splitter as one file for each set of parts that need it: hundreds of
//! them, most below 2 kB. Each is compressed alone, so together they weigh far more than the same code in a few files.

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Import, Parser, Payload, TypeRef};

use crate::run::Outcome;

/// The section that names the features of Wasm in use.
const FEATURES: &str = "target_features";

/// What a file costs beside its code, in bytes of code: its headers, and that brotli has to learn everything anew.
/// Measured on this app: its heaviest page is smallest between 2,500 and 3,500.
const COST_OF_A_FILE: u32 = 2_800;

/// Files that are to become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their names.
    pub files: Vec<String>,
    /// What they hold, in bytes, without names and the like: those do not stay.
    pub size: u32,
    /// The parts that need at least one of them, a bit for each.
    pub users: u64,
}

impl Group {
    /// Returns how many bytes all parts together save when two groups are joined, if they save any. A part that needs
    /// only one of them has to load the other as well.
    fn gain(&self, other: &Self) -> Option<u32> {
        let users = self.users | other.users;
        let saved = COST_OF_A_FILE * (self.users & other.users).count_ones();
        let more =
            self.size * (users ^ self.users).count_ones() + other.size * (users ^ other.users).count_ones();
        saved.checked_sub(more).filter(|gain| *gain != 0)
    }
}

/// Decides which files become one: the pair that saves most is joined, again and again, while one saves anything.
pub fn groups(mut groups: Vec<Group>) -> Vec<Group> {
    loop {
        let mut best = None;
        for (later, group) in groups.iter().enumerate() {
            let pairs = groups.iter().take(later).enumerate();
            best =
                best.max(pairs.filter_map(|(first, other)| Some((group.gain(other)?, first, later))).max());
        }
        let Some((_, first, later)) = best else { return groups };
        let joined = groups.remove(later);
        // `first` stands before `later`, so it is still there.
        let Some(group) = groups.get_mut(first) else { return groups };
        group.files.extend(joined.files);
        group.size += joined.size;
        group.users |= joined.users;
    }
}

/// Returns how many bytes of a file stay.
///
/// # Errors
///
/// When the file cannot be read.
pub fn size(file: &[u8]) -> Outcome<u32> {
    let mut size = file.len();
    for payload in Parser::new(0).parse_all(file) {
        if let Payload::CustomSection(section) = payload.map_err(|error| error.to_string())? {
            size -= section.data().len();
        }
    }
    u32::try_from(size).map_err(|error| error.to_string())
}

/// Joins the files of a group. They export nothing and meet one another in the table alone, so what a file brings
/// only moves behind what those before it brought.
///
/// # Errors
///
/// When a file cannot be read, or holds what the splitter has not written so far.
pub fn join(mut files: Vec<Vec<u8>>) -> Outcome<Vec<u8>> {
    // One alone keeps all it has, the names of its functions too.
    if files.len() == 1 {
        return Ok(files.remove(0));
    }
    let mut joined = Joined::default();
    for file in &files {
        joined.add(file).map_err(|error| format!("a part cannot be read: {error}"))?;
    }
    joined.finish()
}

#[derive(Default)]
struct Joined<'a> {
    imports: Vec<Import<'a>>,
    types: TypeSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    /// Which features of Wasm the files use; `wasm-opt` has to know.
    features: Option<&'a [u8]>,
}

impl<'a> Joined<'a> {
    fn add(&mut self, file: &'a [u8]) -> Result<(), Error<String>> {
        let mut moved = Moved {
            types: self.types.len(),
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            globals: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(file) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        self.import(import?, &mut moved)?;
                    }
                }
                Payload::TypeSection(section) => moved.parse_type_section(&mut self.types, section)?,
                Payload::FunctionSection(section) => {
                    moved.parse_function_section(&mut self.functions, section)?;
                }
                Payload::ElementSection(section) => {
                    moved.parse_element_section(&mut self.elements, section)?;
                }
                Payload::CodeSectionEntry(body) => moved.parse_function_body(&mut self.code, body)?,
                Payload::DataSection(section) => moved.parse_data_section(&mut self.data, section)?,
                Payload::CustomSection(section) if section.name() == FEATURES => {
                    self.features = Some(section.data());
                }
                Payload::ExportSection(section) if section.count() == 0 => (),
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => (),
                other => return Err(Error::UserError(format!("it holds {other:?}"))),
            }
        }
        Ok(())
    }

    fn import(&mut self, import: Import<'a>, moved: &mut Moved) -> Result<(), Error<String>> {
        match import.ty {
            TypeRef::Global(_) => {
                let globals = self.imports.iter().filter(|known| matches!(known.ty, TypeRef::Global(_)));
                let place = globals.clone().position(|known| known.name == import.name);
                moved.globals.push(place.unwrap_or(globals.count()) as u32);
            }
            // There is one of each, so its place never moves.
            TypeRef::Memory(_) | TypeRef::Table(_) => (),
            other => return Err(Error::UserError(format!("it imports {other:?}"))),
        }
        if !self.imports.contains(&import) {
            self.imports.push(import);
        }
        Ok(())
    }

    fn finish(self) -> Outcome<Vec<u8>> {
        let mut imports = ImportSection::new();
        for import in self.imports {
            let ty = EntityType::try_from(import.ty)
                .map_err(|error| format!("{import:?} cannot be written: {error}"))?;
            imports.import(import.module, import.name, ty);
        }
        let mut module = Module::new();
        module.section(&self.types).section(&imports).section(&self.functions).section(&self.elements);
        module.section(&DataCountSection { count: self.data.len() }).section(&self.code).section(&self.data);
        if let Some(features) = self.features {
            module.section(&CustomSection { name: FEATURES.into(), data: features.into() });
        }
        Ok(module.finish())
    }
}

/// How far what a file brings moves back.
struct Moved {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
    /// Where each global it imports is among those of all.
    globals: Vec<u32>,
}

impl Reencode for Moved {
    type Error = String;

    fn type_index(&mut self, index: u32) -> Result<u32, Error<String>> {
        Ok(index + self.types)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error<String>> {
        Ok(index + self.functions)
    }

    fn element_index(&mut self, index: u32) -> Result<u32, Error<String>> {
        Ok(index + self.elements)
    }

    fn data_index(&mut self, index: u32) -> Result<u32, Error<String>> {
        Ok(index + self.data)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error<String>> {
        let place = self.globals.get(index as usize).copied();
        place.ok_or_else(|| Error::UserError(format!("global {index} is not imported")))
    }
}

#[cfg(test)]
mod tests;
