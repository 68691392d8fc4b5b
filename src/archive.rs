//! ZIP files; the only user of `zip`.

use std::io::{self, Cursor, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What all parts of an archive unpack to; `None` if it is none. Any part may lie about its size, so they are unpacked; counting stops beyond `most`.
pub(crate) fn unpacked_size(bytes: &[u8], most: u64) -> Option<u64> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut size = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).ok()?;
        size += io::copy(&mut part.take(most + 1), &mut io::sink()).ok()?;
        if size > most {
            break;
        }
    }
    Some(size)
}

/// An archive that is read.
pub(crate) struct Reader<R>(ZipArchive<R>);

impl<R: Read + Seek> Reader<R> {
    /// Reads the list of names.
    pub(crate) fn new(from: R) -> io::Result<Self> {
        Ok(Reader(ZipArchive::new(from)?))
    }

    /// Every name that is no folder, in the order of the archive.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.0.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        names.filter(|name| !name.ends_with('/')).collect()
    }

    /// Gives a part to `take`; `None` if there is none of that name, or it is no file.
    pub(crate) fn part<T>(&mut self, name: &str, take: impl FnOnce(&mut dyn Read) -> T) -> io::Result<Option<T>> {
        let Some(index) = self.0.index_for_name(name) else { return Ok(None) };
        let mut part = self.0.by_index(index)?;
        Ok(part.is_file().then(|| take(&mut part)))
    }
}

/// An archive that is written: the same parts in the same order give the same bytes, for no clock is asked.
pub(crate) struct Writer<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Writer<W> {
    pub(crate) fn new(to: W) -> Self {
        Writer(ZipWriter::new(to))
    }

    /// Begins a part of at most `size` bytes; what is written then belongs to it.
    pub(crate) fn begin(&mut self, name: &str, size: u64) -> io::Result<&mut dyn Write> {
        const NEEDS_ZIP64: u64 = 0xF000_0000;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(size >= NEEDS_ZIP64);
        self.0.start_file(name, options)?;
        Ok(&mut self.0)
    }

    pub(crate) fn finish(self) -> io::Result<W> {
        Ok(self.0.finish()?)
    }
}
