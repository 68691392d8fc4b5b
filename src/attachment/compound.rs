//! Compound File Binary format of older office programs (`.xls`, `.doc`, `.ppt`): a file system of
//! sectors within a file.

use std::borrow::Cow;

use super::FileFault;

const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// FAT entry of an unused sector (FREESECT).
const FREE: u32 = 0xFFFF_FFFF;
/// FAT entry of the last sector of a chain (ENDOFCHAIN).
const END: u32 = 0xFFFF_FFFE;
/// Smallest FAT value that is not a sector number.
const LAST: u32 = 0xFFFF_FFFA;

/// Main stream of each program, lower case.
const PROGRAMS: [(&str, &str); 6] = [
    ("workbook", "Excel (.xls)"),
    ("book", "Excel (.xls)"),
    ("worddocument", "Word (.doc)"),
    ("powerpoint document", "PowerPoint (.ppt)"),
    ("pp40", "PowerPoint (.ppt)"),
    ("__properties_version1.0", "Outlook (.msg)"),
];

/// True if the file has the compound file signature.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Name in [`PROGRAMS`] for a file extension.
pub(super) fn program_of(extension: &str) -> Option<&'static str> {
    match extension {
        "xls" | "xlt" => Some("Excel (.xls)"),
        "doc" | "dot" => Some("Word (.doc)"),
        "ppt" | "pps" | "pot" => Some("PowerPoint (.ppt)"),
        _ => None,
    }
}

/// Reason why the file cannot be opened with `program`.
pub(super) fn fault(bytes: &[u8], program: Option<&'static str>) -> Option<FileFault> {
    let file = match Sectors::of(bytes) {
        Ok(file) => file,
        Err(fault) => return Some(fault),
    };
    let streams = file.streams();
    if streams.is_empty() {
        return Some(FileFault::Damaged);
    }
    if streams.iter().any(|stream| stream.name == "encryptedpackage") || file.has_password(&streams) {
        return Some(FileFault::Locked);
    }
    let found = program_among(&streams);
    program.filter(|program| found != Some(*program)).map(|_| found.map_or(FileFault::Damaged, |found| FileFault::Other(Some(found))))
}

/// The program that wrote the file.
pub(super) fn program(bytes: &[u8]) -> Option<&'static str> {
    program_among(&Sectors::of(bytes).ok()?.streams())
}

/// The file with FAT entries that other readers understand: some programs, SheetJS among them, fill
/// entries behind the end of the file as if each were a chain of its own.
pub(super) fn without_spare_chains(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Ok(file) = Sectors::of(bytes) else { return bytes.into() };
    let first_spare = file.next.iter().rposition(|next| !matches!(*next, FREE | END)).map_or(0, |last| last + 1);
    let spare = (first_spare..file.next.len()).filter(|at| !file.has(*at) && file.next.get(*at) == Some(&END));
    let places: Vec<usize> = spare.filter_map(|at| file.place_of_entry(at)).collect();
    if places.is_empty() {
        return bytes.into();
    }
    let mut mended = bytes.to_vec();
    for place in places {
        if let Some(entry) = mended.get_mut(place..place + 4) {
            entry.copy_from_slice(&FREE.to_le_bytes());
        }
    }
    mended.into()
}

fn program_among(streams: &[CompoundStream]) -> Option<&'static str> {
    PROGRAMS.iter().find(|(name, _)| streams.iter().any(|stream| stream.name == *name)).map(|(_, program)| *program)
}

struct Sectors<'b> {
    bytes: &'b [u8],
    /// Sector size in bytes.
    size: usize,
    /// Sectors of the FAT.
    tables: Vec<u32>,
    /// The FAT: next sector of each chain.
    next: Vec<u32>,
}

/// A directory entry.
struct CompoundStream {
    /// Lower case.
    name: String,
    first: u32,
    /// False for a short one, which lies in a stream of short ones.
    has_sectors: bool,
}

impl<'b> Sectors<'b> {
    fn of(bytes: &'b [u8]) -> Result<Self, FileFault> {
        const SHIFT: usize = 30;
        const COUNT: usize = 44;
        let size = match bytes.get(SHIFT) {
            None => return Err(FileFault::Cut),
            Some(9) => 512,
            Some(12) => 4096,
            Some(_) => return Err(FileFault::Damaged),
        };
        let mut file = Sectors { bytes, size, tables: Vec::new(), next: Vec::new() };
        let count = u32_at(bytes, COUNT).ok_or(FileFault::Cut)?;
        // The header lists the first 109 FAT sectors, enough for 7 MB; the DIFAT sectors with the
        // rest are not read.
        for at in 0..count.min(109) as usize {
            let sector = u32_at(bytes, 76 + 4 * at).filter(|sector| *sector < LAST).ok_or(FileFault::Damaged)?;
            let table = file.sector(sector).filter(|table| table.len() == size).ok_or(FileFault::Cut)?;
            file.tables.push(sector);
            file.next.extend(table.chunks_exact(4).filter_map(|entry| u32_at(entry, 0)));
        }
        if file.has(file.last_used()) { Ok(file) } else { Err(FileFault::Cut) }
    }

    /// The last sector that anything leads to. Entries of the FAT that nothing leads to say nothing:
    /// they may be filled with whatever.
    fn last_used(&self) -> usize {
        const DIRECTORY: usize = 48;
        const SHORT_STREAMS: usize = 60;
        let chains = self.next.iter().zip(0u32..).filter(|(next, _)| **next < LAST).flat_map(|(next, at)| [*next, at]);
        let starts = [DIRECTORY, SHORT_STREAMS].into_iter().filter_map(|at| u32_at(self.bytes, at));
        let streams = self.streams().into_iter().filter(|stream| stream.has_sectors).map(|stream| stream.first);
        let used = chains.chain(starts).chain(streams).chain(self.tables.iter().copied());
        used.filter(|sector| *sector < LAST).max().map_or(0, |sector| sector as usize)
    }

    /// True if any of a sector is in the file.
    fn has(&self, number: usize) -> bool {
        u32::try_from(number).ok().and_then(|number| self.sector(number)).is_some_and(|sector| !sector.is_empty())
    }

    /// Byte offset of an entry of the FAT.
    fn place_of_entry(&self, at: usize) -> Option<usize> {
        let entries = self.size / 4;
        let table = *self.tables.get(at / entries)? as usize;
        table.checked_add(1)?.checked_mul(self.size)?.checked_add(4 * (at % entries))
    }

    /// Content of a sector, possibly truncated at the end of the file.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.size)?))
    }

    fn streams(&self) -> Vec<CompoundStream> {
        const FIRST: usize = 48;
        const ENTRY: usize = 128;
        let mut streams = Vec::new();
        let mut sector = u32_at(self.bytes, FIRST).unwrap_or(LAST);
        for _ in 0..self.next.len() {
            let Some(entries) = self.sector(sector).filter(|_| sector < LAST) else { break };
            streams.extend(entries.chunks_exact(ENTRY).filter_map(stream));
            sector = self.next.get(sector as usize).copied().unwrap_or(LAST);
        }
        streams
    }

    /// True if the header of a Word document has the encryption flag. Not checked for workbooks,
    /// which may be encrypted with a default password known to every program.
    fn has_password(&self, streams: &[CompoundStream]) -> bool {
        const ENCRYPTED: u8 = 1;
        let document = streams.iter().find(|stream| stream.name == "worddocument").and_then(|stream| self.sector(stream.first));
        document.is_some_and(|head| head.starts_with(&[0xEC, 0xA5]) && head.get(11).is_some_and(|flags| flags & ENCRYPTED != 0))
    }
}

fn stream(entry: &[u8]) -> Option<CompoundStream> {
    const LENGTH: usize = 64;
    const KIND: usize = 66;
    const FIRST: usize = 116;
    const SIZE: usize = 120;
    const ROOT: u8 = 5;
    /// Shorter streams are short ones.
    const SHORT: u32 = 4096;
    if !matches!(entry.get(KIND), Some(1 | 2 | 5)) {
        return None;
    }
    let length = usize::from(*entry.get(LENGTH)?).checked_sub(2)?;
    let letters = entry.get(..length)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let name: String = char::decode_utf16(letters).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let size = u32_at(entry, SIZE)?;
    let has_sectors = if entry.get(KIND) == Some(&ROOT) { size > 0 } else { size >= SHORT };
    Some(CompoundStream { name: name.to_ascii_lowercase(), first: u32_at(entry, FIRST)?, has_sectors })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}
