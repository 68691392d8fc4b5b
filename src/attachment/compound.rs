//! Compound File Binary format of older office programs (`.xls`, `.doc`, `.ppt`): a file system of
//! sectors within a file.

use super::FileFault;

const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// FAT entry of an unused sector (FREESECT).
const FREE: u32 = 0xFFFF_FFFF;
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

fn program_among(streams: &[CompoundStream]) -> Option<&'static str> {
    PROGRAMS.iter().find(|(name, _)| streams.iter().any(|stream| stream.name == *name)).map(|(_, program)| *program)
}

struct Sectors<'b> {
    bytes: &'b [u8],
    /// Sector size in bytes.
    size: usize,
    /// The FAT: next sector of each chain.
    next: Vec<u32>,
}

/// A directory entry.
struct CompoundStream {
    /// Lower case.
    name: String,
    first: u32,
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
        let mut file = Sectors { bytes, size, next: Vec::new() };
        let count = u32_at(bytes, COUNT).ok_or(FileFault::Cut)?;
        // The header lists the first 109 FAT sectors, enough for 7 MB; the DIFAT sectors with the
        // rest are not read.
        for at in 0..count.min(109) as usize {
            let sector = u32_at(bytes, 76 + 4 * at).filter(|sector| *sector < LAST).ok_or(FileFault::Damaged)?;
            let table = file.sector(sector).filter(|table| table.len() == size).ok_or(FileFault::Cut)?;
            file.next.extend(table.chunks_exact(4).filter_map(|entry| u32_at(entry, 0)));
        }
        let used = file.next.iter().rposition(|next| *next != FREE).unwrap_or(0);
        match u32::try_from(used).ok().and_then(|used| file.sector(used)) {
            Some(last) if !last.is_empty() => Ok(file),
            _ => Err(FileFault::Cut),
        }
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
    if !matches!(entry.get(KIND), Some(1 | 2 | 5)) {
        return None;
    }
    let length = usize::from(*entry.get(LENGTH)?).checked_sub(2)?;
    let letters = entry.get(..length)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let name: String = char::decode_utf16(letters).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some(CompoundStream { name: name.to_ascii_lowercase(), first: u32_at(entry, FIRST)? })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}
