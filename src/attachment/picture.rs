//! Completeness check of pictures for browsers. The format is detected by content, ignoring the
//! extension, as browsers do.

use super::FileFault;
use super::looks::looks_like;

/// Reason why the picture cannot be shown.
pub(super) fn fault(bytes: &[u8]) -> Option<FileFault> {
    match looks_like(bytes) {
        Some("JPEG") => (!jpeg(bytes)).then_some(FileFault::Cut),
        Some("PNG") => png(bytes).err(),
        Some("GIF") => (!gif(bytes)).then_some(FileFault::Cut),
        Some("WebP") => (!webp(bytes)).then_some(FileFault::Cut),
        // BMP, ICO and AVIF: shown by browsers and not checked.
        _ if bytes.starts_with(b"BM") || bytes.starts_with(b"\0\0\x01\0") || bytes.get(4..12) == Some(b"ftypavif") => None,
        other => Some(FileFault::Other(other)),
    }
}

/// True if the end-of-image marker is present. Skips segments, which may contain thumbnails;
/// ignores trailing data of cameras.
fn jpeg(bytes: &[u8]) -> bool {
    const END: u8 = 0xD9;
    let mut at = 2;
    loop {
        let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(0xFF, rest)) else { return false };
        at += found + 1;
        match bytes.get(at) {
            Some(&END) => return true,
            // Stuffed byte, or marker without a payload. A further 0xFF is padding.
            Some(0x00 | 0x01 | 0xD0..=0xD8) => at += 1,
            Some(0xFF) => {}
            Some(_) => {
                let Some([_, high, low]) = bytes.get(at..at + 3) else { return false };
                at += 1 + usize::from(u16::from_be_bytes([*high, *low]));
            }
            None => return false,
        }
    }
}

/// Checks the CRC of all critical chunks up to `IEND`.
fn png(bytes: &[u8]) -> Result<(), FileFault> {
    const FRAME: usize = 12;
    let mut rest = bytes.get(8..).unwrap_or_default();
    loop {
        let length = rest.first_chunk().map(|length| u32::from_be_bytes(*length) as usize).ok_or(FileFault::Cut)?;
        let end = length.checked_add(FRAME).ok_or(FileFault::Damaged)?;
        let part = rest.get(..end).ok_or(FileFault::Cut)?;
        let (Some(said), Some(sum)) = (part.get(4..8 + length), part.last_chunk()) else { return Err(FileFault::Cut) };
        let is_needed = said.first().is_some_and(u8::is_ascii_uppercase);
        if is_needed && crc(said) != u32::from_be_bytes(*sum) {
            return Err(FileFault::Damaged);
        }
        if said.starts_with(b"IEND") {
            return Ok(());
        }
        rest = rest.get(end..).unwrap_or_default();
    }
}

/// CRC-32 as used by PNG.
fn crc(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut number = 0;
        while number < 256 {
            let (mut sum, mut bit) = (number as u32, 0);
            while bit < 8 {
                sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
                bit += 1;
            }
            table[number] = sum;
            number += 1;
        }
        table
    };
    !bytes.iter().fold(!0, |sum, byte| TABLE[usize::from(sum.to_le_bytes()[0] ^ byte)] ^ (sum >> 8))
}

/// True if no block is truncated and there is at least one image. The trailer is optional: some
/// programs omit it.
fn gif(bytes: &[u8]) -> bool {
    gif_blocks(bytes).is_some_and(|pictures| pictures > 0)
}

/// Number of images; `None` if a block is truncated.
fn gif_blocks(bytes: &[u8]) -> Option<usize> {
    const PADDING: usize = 16;
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        match bytes.get(at) {
            Some(0x21) => at = sub_blocks(bytes, at + 2)?,
            Some(0x2C) => {
                at = sub_blocks(bytes, at + 11 + table(*bytes.get(at + 9)?))?;
                pictures += 1;
            }
            // Zero padding to the end: an incomplete download.
            Some(0) if bytes.get(at..).is_some_and(|rest| rest.len() > PADDING && rest.iter().all(|byte| *byte == 0)) => return None,
            _ => return Some(pictures),
        }
    }
}

/// End offset of the sub-blocks that start at `at`.
fn sub_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match usize::from(*bytes.get(at)?) {
            0 => return Some(at + 1),
            length => at += 1 + length,
        }
    }
}

/// True if the file is at least as long as its RIFF header declares.
fn webp(bytes: &[u8]) -> bool {
    let said = bytes.get(4..).and_then(|rest| rest.first_chunk()).map_or(u32::MAX, |size| u32::from_le_bytes(*size));
    said as usize <= bytes.len().saturating_sub(8) && said > 4
}
