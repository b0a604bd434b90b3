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

/// The number of sections that hold names and the like.
const CUSTOM: u8 = 0;

/// How hard brotli tries where only the proportion counts.
const QUICK: u32 = 5;

/// The section that names the features of Wasm in use.
const FEATURES: &str = "target_features";

/// What a file costs beside its code, in compressed bytes: its headers, and that brotli has to learn everything anew.
const COST_OF_A_FILE: f64 = 800.0;

/// How much lighter than the heaviest part, in compressed bytes, a part is whose bytes count e times less.
const LIGHTER: f64 = 65_000.0;

/// Files that are to become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their names.
    pub files: Vec<String>,
    /// What they hold, in compressed bytes, without names and the like: those do not stay.
    pub size: u32,
    /// The parts that need at least one of them, a bit for each.
    pub users: u64,
}

impl Group {
    /// Returns how much all parts together save when two groups are joined. A part that needs only one of them has to
    /// load the other as well.
    fn gain(&self, other: &Self, weights: &[f64]) -> f64 {
        let of = |users: u64| -> f64 {
            let mine = weights.iter().enumerate().filter(|(bit, _)| users >> bit & 1 == 1);
            mine.map(|(_, weight)| weight).sum()
        };
        let saved = COST_OF_A_FILE * of(self.users & other.users);
        // Most pairs have no part in common: nothing is to be saved there.
        if saved == 0.0 {
            return 0.0;
        }
        saved
            - f64::from(self.size) * of(other.users & !self.users)
            - f64::from(other.size) * of(self.users & !other.users)
    }
}

/// Returns how much a byte counts in each part: the most in the heaviest, so that it is not burdened with what others
/// need.
#[must_use]
pub fn weights(needed: &[u32]) -> Vec<f64> {
    let most = needed.iter().copied().max().unwrap_or_default();
    needed.iter().map(|size| ((f64::from(*size) - f64::from(most)) / LIGHTER).exp()).collect()
}

/// Decides which files become one: the pair that saves most is joined, again and again, while one saves anything.
pub fn groups(mut groups: Vec<Group>, weights: &[f64]) -> Vec<Group> {
    loop {
        let mut best = (0.0, 0, 0);
        for (later, group) in groups.iter().enumerate() {
            for (first, other) in groups.iter().take(later).enumerate() {
                let gain = group.gain(other, weights);
                if best.0 < gain {
                    best = (gain, first, later);
                }
            }
        }
        let (gain, first, later) = best;
        if gain <= 0.0 {
            return groups;
        }
        let joined = groups.remove(later);
        // `first` stands before `later`, so it is still there.
        let Some(group) = groups.get_mut(first) else { return groups };
        group.files.extend(joined.files);
        group.size += joined.size;
        group.users |= joined.users;
    }
}

/// Returns how many bytes of a file stay, compressed.
///
/// # Errors
///
/// When the file cannot be read.
pub fn size(file: &[u8]) -> Outcome<u32> {
    let mut stays = Vec::with_capacity(file.len());
    for payload in Parser::new(0).parse_all(file) {
        let section = payload.map_err(|error| error.to_string())?.as_section();
        if let Some((_, range)) = section.filter(|(id, _)| *id != CUSTOM) {
            let (from, to) = (range.start as usize, range.end as usize);
            stays.extend_from_slice(file.get(from..to).unwrap_or_default());
        }
    }
    u32::try_from(crate::sizes::packed(&stays, QUICK)?).map_err(|error| error.to_string())
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
