//! Several files in one: a ZIP archive with UTF-8 names and one date for all, so that the same files give the same bytes.
//!
//! Deflating is done by `miniz_oxide` and the container by `rawzip`, with the checksum the slots of storage have: measured
//! alone 16 kB brotli together, where the crate `zip` brings 50.

use std::io::Write;

use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter};

use crate::exchange::slot::CRC;

/// Why files could not be packed.
pub type PackError = rawzip::Error;

/// The first day the format can name. Nobody learns from a file when it was written, or by which clock.
const DATE: Option<UtcDateTime> = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0);

/// How hard to look for what repeats, of 10: beyond 6 files get hardly smaller.
const LEVEL: u8 = 6;

/// Packs files with their names, folders parted by `/`, in their order.
///
/// # Errors
///
/// When a name is longer than an archive can hold, which is 65,535 bytes.
pub fn pack(files: &[(&str, &[u8])]) -> Result<Vec<u8>, PackError> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let deflated = miniz_oxide::deflate::compress_to_vec(bytes, LEVEL);
        // Pictures are packed already.
        let (method, packed) = match deflated.len() < bytes.len() {
            true => (CompressionMethod::DEFLATE, deflated.as_slice()),
            false => (CompressionMethod::STORE, *bytes),
        };
        let mut file = archive.new_file(*name).compression_method(method);
        if let Some(date) = DATE {
            file = file.last_modified(date);
        }
        let (mut file, _) = file.start()?;
        file.write_all(packed)?;
        file.finish(DataDescriptorOutput::new(CRC.checksum(bytes), bytes.len() as u64))?;
    }
    archive.finish()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn another_reader_finds_the_same_files() {
        let text = "合契".repeat(1000);
        let files: [(&str, &[u8]); 3] =
            [("a.xml", text.as_bytes()), ("图/空.txt", b""), ("x.bin", b"\x00\xff")];
        let packed = pack(&files).unwrap();
        assert_eq!(packed, pack(&files).unwrap());
        assert!(packed.len() < 1000);
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (at, (name, bytes)) in files.iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            assert_eq!(file.name().unwrap(), *name);
            assert_eq!(file.last_modified().unwrap().to_string(), "1980-01-01 00:00:00");
            let mut found = Vec::new();
            // The reader checks the sum.
            file.read_to_end(&mut found).unwrap();
            assert_eq!(found, *bytes);
        }
    }
}
