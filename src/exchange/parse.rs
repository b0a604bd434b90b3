//! Reading a file in stages. Each stage has its own errors; nothing is replaced before all have passed.

use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

use crate::domain::project::Project;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::sheet::Sheet;
use crate::domain::value;
use crate::exchange::file::{Document, KIND, VERSION};
use crate::exchange::{baseline, earlier, fault, sheet, tree, unknown, validate};

/// How large a file of anything but projects may be, in bytes: 5 MiB.
pub const MAX_PART_BYTES: u64 = 5 * 1024 * 1024;
/// How large a file may be, in bytes: 32 MiB. All projects a browser keeps fit into one twice: they are at most 5,242,880
/// UTF-16 units of three bytes each, and layout.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;
/// How long one project may be without layout, in UTF-16 units: what the largest storage of a browser holds.
pub const MAX_PROJECT_UNITS: usize = 5 * 1024 * 1024;
/// How much of a wrong value is quoted, in characters.
const QUOTED: usize = 40;

/// A kind of file that is no project file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A ZIP archive; Word and Excel files are such.
    Zip,
    /// A PDF.
    Pdf,
    /// A web page.
    Html,
}

/// Why a file was not taken in, and where. Lines and columns count from 1; pointers are JSON Pointers (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs)]
pub enum ImportError {
    #[error("the file has {bytes} bytes of {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the project at {pointer} has {units} units")]
    ProjectTooLarge { pointer: String, units: usize },
    #[error("the file is empty")]
    Empty,
    #[error("this is another kind of file")]
    Foreign(Foreign),
    #[error("not text at byte {offset}")]
    NotText { offset: usize },
    #[error("not JSON at {line}:{column}")]
    NotJson { line: usize, column: usize },
    #[error("ends early at {line}:{column}")]
    Truncated { line: usize, column: usize },
    #[error("number out of range at {line}:{column}")]
    NumberOutOfRange { line: usize, column: usize },
    #[error("nested too deep at {pointer}")]
    TooDeep { pointer: String },
    #[error("too many values")]
    TooManyValues,
    #[error("list too long at {pointer}")]
    ListTooLong { pointer: String },
    #[error("text too long at {pointer}")]
    TextTooLong { pointer: String },
    #[error("the same key twice at {pointer}")]
    DuplicateKey { pointer: String },
    #[error("the kind is {found}")]
    WrongKind { found: String },
    #[error("no version")]
    MissingVersion,
    #[error("version {found} is newer than {known}")]
    VersionTooNew { found: u64, known: u32 },
    #[error("the part is {found}")]
    UnknownPart { found: String },
    #[error("no projects")]
    NoProjects,
    #[error("{found} does not fit at {pointer}")]
    WrongType { pointer: String, found: String },
    #[error("no id at {pointer}")]
    MissingId { pointer: String },
    #[error("the same id at {first} and {second}")]
    DuplicateId { first: String, second: String },
    #[error("the same number at {first} and {second}")]
    DuplicateNumber { first: String, second: String },
    #[error("{pointer} names no group")]
    NoGroup { pointer: String },
    #[error("{pointer} leads nowhere")]
    DanglingReference { pointer: String },
    #[error("{found} at {pointer} is no answer there is")]
    UnknownAnswer { pointer: String, found: String },
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// Whole projects.
    Projects(Vec<Document>),
    /// The sheet of one evaluator or of one party.
    Sheet(Box<Sheet>),
    /// A version both parties confirmed.
    Baseline(Box<Baseline>),
}

/// Reads the bytes of a file, or lists what is wrong (at most fifty lines).
pub fn read(bytes: &[u8]) -> Result<Contents, Vec<ImportError>> {
    let text = decode(bytes).map_err(|error| vec![error])?;
    let value = tree::read(&text).map_err(|error| vec![error])?;
    open_envelope(&value).map_err(|error| vec![error])?;
    check_sizes(&value, text.len() as u64)?;
    match value.get("part") {
        None => projects(&value).map(Contents::Projects),
        Some(Value::String(part)) if part == baseline::PART => {
            baseline::read(&value).map(|baseline| Contents::Baseline(Box::new(baseline)))
        }
        Some(part) => match part.as_str().and_then(|part| sheet::read(part, &value)) {
            Some(sheet) => sheet.map(|sheet| Contents::Sheet(Box::new(sheet))),
            None => Err(vec![ImportError::UnknownPart { found: quote(part) }]),
        },
    }
}

/// Holds what a large file is made of to its own bound. A small one is within every bound.
fn check_sizes(file: &Value, bytes: u64) -> Result<(), Vec<ImportError>> {
    if bytes <= MAX_PART_BYTES {
        return Ok(());
    }
    let Some(Value::Array(projects)) = file.get("projects") else {
        return Err(vec![ImportError::TooLarge { bytes, limit: MAX_PART_BYTES }]);
    };
    let sizes = projects.iter().map(|project| project.to_string().encode_utf16().count()).enumerate();
    let large = sizes
        .filter(|(_, units)| MAX_PROJECT_UNITS < *units)
        .map(|(place, units)| ImportError::ProjectTooLarge { pointer: format!("/projects/{place}"), units });
    let large: Vec<_> = large.take(validate::MAX_ERRORS).collect();
    if large.is_empty() { Ok(()) } else { Err(large) }
}

/// Reads the bytes of a file into its projects, or lists what is wrong.
pub fn import(bytes: &[u8]) -> Result<Vec<Document>, Vec<ImportError>> {
    match read(bytes)? {
        Contents::Projects(documents) => Ok(documents),
        Contents::Sheet(_) | Contents::Baseline(_) => Err(vec![ImportError::NoProjects]),
    }
}

fn projects(file: &Value) -> Result<Vec<Document>, Vec<ImportError>> {
    let projects = match file.get("projects") {
        Some(Value::Array(projects)) if !projects.is_empty() => projects,
        Some(Value::Array(_)) | None => return Err(vec![ImportError::NoProjects]),
        Some(other) => {
            return Err(vec![ImportError::WrongType {
                pointer: "/projects".to_owned(),
                found: quote(other),
            }]);
        }
    };
    let mut documents = Vec::new();
    let mut errors = Vec::new();
    for (place, value) in projects.iter().enumerate() {
        let pointer = format!("/projects/{place}");
        match into_document(value, &pointer) {
            Ok(document) => documents.push(document),
            Err(found) => errors.extend(found),
        }
    }
    errors.extend(validate::repeated_projects(&documents));
    if errors.is_empty() {
        Ok(documents)
    } else {
        errors.truncate(validate::MAX_ERRORS);
        Err(errors)
    }
}

/// Types and checks one project.
pub fn into_document(value: &Value, pointer: &str) -> Result<Document, Vec<ImportError>> {
    let moved = earlier::to_present(value);
    let value = moved.as_ref().unwrap_or(value);
    let mut project: Project = typed(value, pointer)?;
    let errors = validate::check(&project, pointer);
    if !errors.is_empty() {
        return Err(errors);
    }
    validate::settle_numbers(&mut project);
    let unknown = unknown::collect(value, &project);
    Ok(Document { project, unknown })
}

/// Types a value, or points to what does not fit.
pub fn typed<T: DeserializeOwned>(value: &Value, pointer: &str) -> Result<T, Vec<ImportError>> {
    value::read(value).map_err(|_| {
        let inner = fault::locate::<T>(value);
        let found = value.pointer(&inner).map(quote).unwrap_or_default();
        vec![ImportError::WrongType { pointer: format!("{pointer}{inner}"), found }]
    })
}

/// Decodes UTF-8, or UTF-16 by its byte order mark, and takes one mark off.
fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    if MAX_BYTES < bytes.len() as u64 {
        return Err(ImportError::TooLarge { bytes: bytes.len() as u64, limit: MAX_BYTES });
    }
    let utf16 = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    let text = match utf16 {
        Some((rest, join)) => decode_utf16(rest, join)?,
        None => {
            let body = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            sniff(body)?;
            String::from_utf8(body.to_vec())
                .map_err(|error| ImportError::NotText { offset: error.utf8_error().valid_up_to() })?
        }
    };
    if text.trim().is_empty() { Err(ImportError::Empty) } else { Ok(text) }
}

fn decode_utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(join)).collect();
    if !bytes.len().is_multiple_of(2) {
        return Err(ImportError::NotText { offset: bytes.len() + 1 });
    }
    String::from_utf16(&units).map_err(|_| ImportError::NotText { offset: 2 })
}

/// Recognises files people take for ours.
fn sniff(bytes: &[u8]) -> Result<(), ImportError> {
    let start: Vec<u8> = bytes.iter().copied().skip_while(u8::is_ascii_whitespace).take(5).collect();
    if start.starts_with(b"PK\x03\x04") {
        Err(ImportError::Foreign(Foreign::Zip))
    } else if start.starts_with(b"%PDF") {
        Err(ImportError::Foreign(Foreign::Pdf))
    } else if start.starts_with(b"<") {
        Err(ImportError::Foreign(Foreign::Html))
    } else {
        Ok(())
    }
}

/// Checks kind and version.
fn open_envelope(value: &Value) -> Result<(), ImportError> {
    let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default();
    if kind != KIND {
        let found = value.get("kind").map(quote).unwrap_or_default();
        return Err(ImportError::WrongKind { found });
    }
    let version = value.get("version").and_then(Value::as_u64).ok_or(ImportError::MissingVersion)?;
    if u64::from(VERSION) < version {
        return Err(ImportError::VersionTooNew { found: version, known: VERSION });
    }
    if version == 0 { Err(ImportError::MissingVersion) } else { Ok(()) }
}

/// Quotes the start of a value.
fn quote(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= QUOTED { text } else { text.chars().take(QUOTED).chain(['…']).collect() }
}
