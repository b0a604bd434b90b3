//! One storage slot: a header that proves the text behind it, then the text.
//!
//! `HSLOT1 <sequence> <writer> <length> <crc32>` and a line break, then the payload. The length counts bytes; the
//! checksum covers the sequence, the writer and the payload.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use thiserror::Error;

const MAGIC: &str = "HSLOT1";

/// What a slot holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Counts the saves of a project; the highest valid one is the newest, whatever any clock says.
    pub sequence: u64,
    /// The tab that wrote it.
    pub writer: String,
    /// The text.
    pub payload: String,
}

/// Says that a slot's text is not what was once written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the slot is damaged")]
pub struct Damaged;

/// Writes a slot.
#[must_use]
pub fn encode(slot: &Slot) -> String {
    let Slot { sequence, writer, payload } = slot;
    format!("{MAGIC} {sequence} {writer} {} {:08x}\n{payload}", payload.len(), checksum(slot))
}

/// Reads a slot and proves it.
pub fn decode(text: &str) -> Result<Slot, Damaged> {
    let (header, payload) = text.split_once('\n').ok_or(Damaged)?;
    let mut words = header.split(' ');
    let mut word = || words.next().ok_or(Damaged);
    if word()? != MAGIC {
        return Err(Damaged);
    }
    let (sequence, writer, length, sum) = (word()?, word()?, word()?, word()?);
    let slot = Slot {
        sequence: sequence.parse().map_err(|_| Damaged)?,
        writer: writer.to_owned(),
        payload: payload.to_owned(),
    };
    // Comparing with the text that would be written also refuses other spellings of the same numbers.
    let is_whole = length == payload.len().to_string() && sum == format!("{:08x}", checksum(&slot));
    if is_whole && encode(&slot) == text { Ok(slot) } else { Err(Damaged) }
}

/// The usual CRC-32, with a table of one kilobyte: the faster ones carry sixteen into every first load.
pub(crate) const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

fn checksum(slot: &Slot) -> u32 {
    let mut digest = CRC.digest();
    digest.update(slot.sequence.to_string().as_bytes());
    digest.update(b" ");
    digest.update(slot.writer.as_bytes());
    digest.update(b"\n");
    digest.update(slot.payload.as_bytes());
    digest.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_usual_one() {
        let mut digest = CRC.digest();
        digest.update(b"123456789");
        assert_eq!(digest.finalize(), 0xCBF4_3926);
    }

    fn slot() -> Slot {
        Slot {
            sequence: 41,
            writer: "tab-1".to_owned(),
            payload: "{\"name\":\"合契\",\"n\":[1,2,3]}".to_owned(),
        }
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(decode(&encode(&slot())), Ok(slot()));
    }

    #[test]
    fn every_truncation_is_noticed() {
        let text = encode(&slot());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(decode(&text[..end]), Err(Damaged), "cut at {end}");
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let text = encode(&slot()).into_bytes();
        for bit in 0..text.len() * 8 {
            let mut damaged = text.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            if let Ok(damaged) = String::from_utf8(damaged) {
                assert_eq!(decode(&damaged), Err(Damaged), "bit {bit}");
            }
        }
    }
}
