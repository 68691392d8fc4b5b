//! ZIP archives; the only module that uses `zip`.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Signature of the end-of-central-directory record.
const END: &[u8] = b"PK\x05\x06";

/// An entry of the central directory.
pub(crate) struct ArchiveEntry {
    pub(crate) name: String,
    /// True if the entry is encrypted.
    pub(crate) is_locked: bool,
}

/// Reads the central directory; `None` if it is missing or damaged.
pub(crate) fn parts(bytes: &[u8]) -> Option<Vec<ArchiveEntry>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let count = archive.len();
    let part = |index| {
        let part = archive.by_index_raw(index).ok()?;
        Some(ArchiveEntry { name: String::from_utf8_lossy(part.name_raw()).into_owned(), is_locked: part.encrypted() })
    };
    (0..count).map(part).collect()
}

/// Total uncompressed size of an archive; `None` if it is not an archive or an entry is damaged.
/// Entries are decompressed because declared sizes may be false; counting stops once `most` is
/// exceeded. Entries with an unsupported compression method are not counted.
pub(crate) fn unpacked_size(bytes: &[u8], most: u64) -> Option<u64> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut size = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).ok()?;
        if !matches!(part.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            continue;
        }
        size += io::copy(&mut part.take(most + 1), &mut io::sink()).ok()?;
        if size > most {
            break;
        }
    }
    Some(size)
}

/// An entry by its place in the archive.
pub(crate) struct NumberedEntry {
    pub(crate) index: usize,
    /// As in the archive. Without a UTF-8 flag, often in the encoding of a Thai Windows.
    pub(crate) name: Vec<u8>,
    /// True if the entry is encrypted.
    pub(crate) is_locked: bool,
}

/// Archive opened for reading.
pub(crate) struct ArchiveReader<R>(ZipArchive<R>);

impl<R: Read + Seek> ArchiveReader<R> {
    /// Reads the central directory. Rejects duplicate names: `zip` keeps the last entry, other
    /// programs may show the first.
    pub(crate) fn new(mut from: R) -> io::Result<Self> {
        let listed = listed_parts(&mut from)?;
        let archive = ZipArchive::new(from)?;
        match listed == archive.len() {
            true => Ok(ArchiveReader(archive)),
            false => Err(io::Error::new(io::ErrorKind::InvalidData, "two parts of one name")),
        }
    }

    /// Names of all entries except directories, in archive order.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.0.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        names.filter(|name| !name.ends_with('/')).collect()
    }

    /// All entries except directories, in archive order; an entry whose header is damaged has no
    /// name.
    pub(crate) fn entries(&mut self) -> Vec<NumberedEntry> {
        let count = self.0.len();
        let entry = |index| match self.0.by_index_raw(index) {
            Ok(part) => NumberedEntry { index, name: part.name_raw().to_vec(), is_locked: part.encrypted() },
            Err(_) => NumberedEntry { index, name: Vec::new(), is_locked: false },
        };
        (0..count).map(entry).filter(|entry| !entry.name.ends_with(b"/")).collect()
    }

    /// Passes the content of the entry with this number to `take`.
    pub(crate) fn part_at<T>(&mut self, index: usize, take: impl FnOnce(&mut dyn Read) -> T) -> io::Result<T> {
        Ok(take(&mut self.0.by_index(index)?))
    }

    /// Passes the content of an entry to `take`; `None` if the entry does not exist or is not a
    /// file.
    pub(crate) fn part<T>(&mut self, name: &str, take: impl FnOnce(&mut dyn Read) -> T) -> io::Result<Option<T>> {
        let Some(index) = self.0.index_for_name(name) else { return Ok(None) };
        let mut part = self.0.by_index(index)?;
        Ok(part.is_file().then(|| take(&mut part)))
    }
}

/// Entry count declared in the end-of-central-directory record.
fn listed_parts(from: &mut (impl Read + Seek)) -> io::Result<usize> {
    const LONGEST: u64 = 22 + 0xFFFF;
    const COUNT: usize = 10;
    let size = from.seek(SeekFrom::End(0))?;
    from.seek(SeekFrom::Start(size.saturating_sub(LONGEST)))?;
    let mut end = Vec::new();
    from.take(LONGEST).read_to_end(&mut end)?;
    from.rewind()?;
    let record = end.windows(END.len()).rposition(|bytes| bytes == END).and_then(|at| end.get(at + COUNT..at + COUNT + 2));
    match record {
        Some(&[low, high]) => Ok(usize::from(u16::from_le_bytes([low, high]))),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, "no end of the archive")),
    }
}

/// Sets the "version made by" system of every entry to Unix, in an archive written by another
/// library, so that a workbook has the same bytes on Windows. `None` if `bytes` is not an archive,
/// or is too large for a central directory without ZIP64.
pub(crate) fn as_made_on_unix(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    const BEGINS: &[u8] = b"PK\x01\x02";
    // Offsets in a central directory header: system of "version made by", lengths of name, extra
    // field and comment; then the size of its fixed part.
    const MADE_ON: usize = 5;
    const LENGTHS: [usize; 3] = [28, 30, 32];
    const FIXED: usize = 46;
    let end = bytes.windows(END.len()).rposition(|bytes| bytes == END)?;
    let number = |bytes: &[u8], at: usize| Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let count = number(&bytes, end + 10)?;
    let mut part = usize::try_from(u32::from_le_bytes(bytes.get(end + 16..end + 20)?.try_into().ok()?)).ok()?;
    for _ in 0..count {
        bytes.get(part..)?.starts_with(BEGINS).then_some(())?;
        *bytes.get_mut(part + MADE_ON)? = System::Unix as u8;
        part += LENGTHS.iter().try_fold(FIXED, |sum, at| Some(sum + number(&bytes, part + at)?))?;
    }
    (part == end).then_some(bytes)
}

/// Reproducible archive writer: the same entries in the same order give the same bytes, independent
/// of clock and system.
pub(crate) struct ArchiveWriter<W: Write + Seek>(ZipWriter<UntilFailure<W>>);

impl<W: Write + Seek> ArchiveWriter<W> {
    pub(crate) fn new(to: W) -> Self {
        ArchiveWriter(ZipWriter::new(UntilFailure { to, has_failed: false }))
    }

    /// Starts an entry of at most `size` bytes; subsequent writes go into it.
    pub(crate) fn begin(&mut self, name: &str, size: u64) -> io::Result<&mut dyn Write> {
        const NEEDS_ZIP64: u64 = 0xF000_0000;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644)
            .large_file(size >= NEEDS_ZIP64);
        self.0.start_file(name, options)?;
        Ok(&mut self.0)
    }

    pub(crate) fn finish(self) -> io::Result<W> {
        Ok(self.0.finish()?.to)
    }
}

/// Reports the first error and discards all later writes: on drop, `zip` retries to finish a failed
/// archive and would print its own error to the terminal.
struct UntilFailure<W> {
    to: W,
    has_failed: bool,
}

impl<W> UntilFailure<W> {
    fn tell<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.has_failed |= result.is_err();
        result
    }
}

impl<W: Write> Write for UntilFailure<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.has_failed {
            return Ok(bytes.len());
        }
        let written = self.to.write(bytes);
        self.tell(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.to.flush();
        self.tell(flushed)
    }
}

impl<W: Seek> Seek for UntilFailure<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let sought = self.to.seek(to);
        self.tell(sought)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Archive with the given entry names, all of equal length.
    fn archive(names: &[&str]) -> Vec<u8> {
        let mut writer = ArchiveWriter::new(Cursor::new(Vec::new()));
        for name in names {
            writer.begin(name, 1).unwrap().write_all(name.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn two_parts_of_one_name_are_refused() {
        let good = archive(&["a.html", "b.html"]);
        assert_eq!(ArchiveReader::new(Cursor::new(good.clone())).unwrap().names(), ["a.html", "b.html"]);
        let mut twice = good;
        while let Some(at) = twice.windows(6).position(|bytes| bytes == b"b.html") {
            twice[at] = b'a';
        }
        assert!(
            ZipArchive::new(Cursor::new(twice.clone())).is_ok_and(|archive| archive.len() == 1),
            "the library has learnt better: simplify"
        );
        assert_eq!(ArchiveReader::new(Cursor::new(twice)).err().unwrap().to_string(), "two parts of one name");
    }

    #[test]
    fn an_archive_does_not_tell_on_which_system_it_was_made() {
        let made_on = |system: System| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            for name in ["a.xml", "longer/name.xml"] {
                writer.start_file(name, SimpleFileOptions::default().last_modified_time(DateTime::default()).system(system)).unwrap();
                writer.write_all(b"PK\x01\x02").unwrap();
            }
            writer.finish().unwrap().into_inner()
        };
        let [unix, dos] = [System::Unix, System::Dos].map(made_on);
        assert_ne!(unix, dos);
        assert_eq!((as_made_on_unix(dos), as_made_on_unix(unix.clone())), (Some(unix.clone()), Some(unix)));
        let said = archive(&["a.html"]);
        assert_eq!(as_made_on_unix(said.clone()), Some(said));
        assert_eq!((as_made_on_unix(Vec::new()), as_made_on_unix(END.to_vec())), (None, None));
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK\x05\x06", b"PK\x05\x06\0\0\0\0\0\0\xff\xff"] {
            assert!(ArchiveReader::new(Cursor::new(bytes)).is_err());
        }
    }
}
