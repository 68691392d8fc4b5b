//! Bounds what a PDF unpacks to. The parser unpacks without a limit, so streams are measured first.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::object::Stream;
use memchr::memmem;

/// Limit on what one stream unpacks to, in bytes.
pub(super) const MAX_STREAM_BYTES: usize = 64 << 20;
/// Limit on what the streams of a file, except images, unpack to, in bytes.
pub(super) const MAX_FILE_BYTES: usize = 256 << 20;
/// Limit on what object streams of a file unpack to, in bytes: the parser keeps 24 bytes for each
/// object, and an object has 4 bytes at least.
const MAX_OBJECT_STREAM_BYTES: usize = 64 << 20;
/// The same for cross-reference streams: 80 bytes for each object, which may have one byte.
const MAX_TABLE_BYTES: usize = 4 << 20;
/// Limit on filters applied one after the other; programs use two.
const MAX_FILTERS: usize = 4;
/// What a filter multiplies a stream by at most.
const MAX_LZW_RATIO: usize = 2600;
const MAX_RUN_LENGTH_RATIO: usize = 64;
/// Start of a stream that no filter unpacks.
const UNREADABLE: [u8; 64] = [0xFF; 64];

/// Limit on dictionaries that may be trailers: where the file's table is broken, the parser keeps all.
const MAX_TRAILERS: usize = 50_000;

/// A copy of a PDF in which streams that are images, or unpack to too much, are unreadable; `None`
/// for a file that has too many trailers.
///
/// Looks at bytes instead of objects: a cross-reference table may call any stream of the file a
/// part of the file's structure, and the parser unpacks those at once.
pub(super) fn defused(bytes: &[u8]) -> Option<Vec<u8>> {
    if trailers(bytes) > MAX_TRAILERS {
        return None;
    }
    let mut copy = bytes.to_vec();
    let mut budget = Budget::default();
    let ratio = rare_filter_ratio(bytes);
    let (mut from, mut end) = (0, 0);
    for at in memmem::find_iter(bytes, b"stream") {
        let before = bytes.get(from..at).unwrap_or_default();
        from = at;
        if before.ends_with(b"end") {
            continue;
        }
        let start = at + b"stream".len();
        if end < start {
            end = memmem::find(bytes.get(start..).unwrap_or_default(), b"endstream").map_or(bytes.len(), |found| start + found);
        }
        let start = start + line_end(bytes.get(start..).unwrap_or_default());
        let packed = bytes.get(start..end).unwrap_or_default();
        if is_image(before) || !budget.allows(before, packed, ratio) {
            blank(&mut copy, start, packed.len());
        }
    }
    Some(copy)
}

/// What may still be unpacked, in bytes.
pub(super) struct Budget {
    all: usize,
    objects: usize,
    tables: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { all: MAX_FILE_BYTES, objects: MAX_OBJECT_STREAM_BYTES, tables: MAX_TABLE_BYTES }
    }
}

impl Budget {
    /// True if a stream may be unpacked that has this dictionary and these packed data.
    pub(super) fn allows(&mut self, before: &[u8], packed: &[u8], ratio: usize) -> bool {
        let Some(stream) = unpacked_size(packed, self.all.min(MAX_STREAM_BYTES), ratio) else { return false };
        self.all = self.all.saturating_sub(stream.size);
        if stream.may_have_objects {
            self.objects = self.objects.saturating_sub(stream.size);
        }
        if may_be_table(before) {
            self.tables = self.tables.saturating_sub(stream.size);
        }
        (self.objects > 0 || !stream.may_have_objects) && (self.tables > 0 || !may_be_table(before))
    }
}

/// What is measured of a stream.
struct MeasuredStream {
    size: usize,
    /// True if the data begins as that of an object stream.
    may_have_objects: bool,
}

/// The number of names that are, or may be with their letters escaped, those of a trailer's entry.
fn trailers(bytes: &[u8]) -> usize {
    let escaped = memchr::memchr_iter(b'#', bytes).filter(|at| matches!(bytes.get(at + 1), Some(b'4'..=b'7')));
    memmem::find_iter(bytes, b"/Root").count() + escaped.count()
}

fn blank(bytes: &mut [u8], start: usize, size: usize) {
    let size = size.min(UNREADABLE.len());
    if let (Some(target), Some(source)) = (bytes.get_mut(start..start + size), UNREADABLE.get(..size)) {
        target.copy_from_slice(source);
    }
}

/// What filters that cannot be recognised by the data multiply a stream by at most.
pub(super) fn rare_filter_ratio(bytes: &[u8]) -> usize {
    let names = |names: &[&[u8]]| names.iter().any(|name| memmem::find(bytes, name).is_some());
    match (names(&[b"LZW"]), names(&[b"RunLength", b"/RL"])) {
        (true, _) => MAX_LZW_RATIO,
        (false, true) => MAX_RUN_LENGTH_RATIO,
        (false, false) => 1,
    }
}

fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// True if the dictionary at the end of `before` is that of an image; images are never unpacked.
fn is_image(before: &[u8]) -> bool {
    memmem::find_iter(before, b"/Subtype").any(|at| {
        let value = before.get(at + b"/Subtype".len()..).unwrap_or_default().trim_ascii_start();
        value.strip_prefix(b"/Image").is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphanumeric))
    })
}

/// True if the dictionary at the end of `before` may be that of a cross-reference stream: it has the
/// widths of three fields, or an escape sequence in a name that hides them.
fn may_be_table(before: &[u8]) -> bool {
    let is_three = |rest: &[u8]| {
        let list = rest.trim_ascii_start().strip_prefix(b"[").and_then(|list| list.get(..memchr::memchr(b']', list)?));
        let is_number = |field: &[u8]| field.len() <= 3 && field.iter().all(u8::is_ascii_digit);
        let mut fields = list.unwrap_or(b"-").split(u8::is_ascii_whitespace).filter(|field| !field.is_empty());
        list.is_some_and(|list| list.contains(&b'%')) || fields.clone().count() == 3 && fields.all(is_number)
    };
    let after = |at: usize| before.get(at + b"/W".len()..).unwrap_or_default();
    memmem::find(before, b"#57").is_some()
        || memmem::find_iter(before, b"/W").map(after).any(|rest| rest.starts_with(b"%") || is_three(rest))
}

/// Measures what a stream unpacks to, step by step; `None` above the limit. `ratio` is that of
/// filters that are not recognised.
fn unpacked_size(packed: &[u8], limit: usize, ratio: usize) -> Option<MeasuredStream> {
    let left = Cell::new(limit.checked_sub(packed.len())?);
    let mut reader: Box<dyn BufRead + '_> = match ascii_decoded(packed) {
        Some(decoded) => Box::new(io::Cursor::new(decoded)),
        None => Box::new(packed),
    };
    let mut is_packed = false;
    for _ in 0..MAX_FILTERS {
        // An error means that the rest cannot be unpacked.
        let Ok(head) = reader.fill_buf() else { break };
        reader = match head {
            _ if is_zlib(head) => Box::new(BufReader::new(Metered { from: ZlibDecoder::new(reader), left: &left })),
            // The parser tries the bare format where the usual one fails.
            _ if !is_packed => Box::new(BufReader::new(Metered { from: DeflateDecoder::new(reader), left: &left })),
            _ => break,
        };
        is_packed = true;
    }
    let head = reader.fill_buf().unwrap_or(packed);
    let may_have_objects = is_object_stream(head) || is_object_stream(packed);
    let unpacked = io::copy(&mut reader, &mut io::sink());
    let bare = if unpacked.is_err() { packed.len().saturating_mul(ratio) } else { packed.len() };
    let size = (limit - packed.len()).saturating_sub(left.get()).saturating_add(bare);
    (left.get() > 0 && size <= limit).then_some(MeasuredStream { size, may_have_objects })
}

fn is_zlib(head: &[u8]) -> bool {
    matches!(head, [method, flags, ..] if method & 0x0F == 8 && method >> 4 <= 7 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31))
}

/// True if the data begins with numbers only, or with a comment.
fn is_object_stream(data: &[u8]) -> bool {
    let head = data.get(..64).unwrap_or(data);
    let is_part = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_whitespace() || matches!(byte, 0 | b'%' | b'+' | b'-' | b'.');
    head.iter().position(|byte| !is_part(byte)).is_none_or(|end| head.get(..end).is_some_and(|numbers| numbers.contains(&b'%')))
}

/// Decodes a text form (`ASCII85Decode`, `ASCIIHexDecode`) of packed data.
fn ascii_decoded(data: &[u8]) -> Option<Vec<u8>> {
    let data = data.trim_ascii_start();
    let is_packed = |head: Vec<u8>| is_zlib(&head);
    let head = data.get(..8).unwrap_or(data);
    if is_packed(hex_decoded(head)) {
        Some(hex_decoded(data))
    } else if is_packed(ascii85_decoded(head)) {
        Some(ascii85_decoded(data))
    } else {
        None
    }
}

fn hex_decoded(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .map_while(|byte| (*byte != b'>').then_some(*byte))
        .filter_map(|byte| char::from(byte).to_digit(16))
        .map(|d| d as u8)
        .collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |value, digit| value << 4 | digit)).collect()
}

fn ascii85_decoded(data: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(data.len() / 5 * 4 + 4);
    let (mut group, mut count) = (0u32, 0);
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if count == 0 => decoded.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
            }
            _ => {}
        }
        if count == 5 {
            decoded.extend(group.to_be_bytes());
            (group, count) = (0, 0);
        }
    }
    if count > 1 {
        let filled = (count..5).fold(group, |group, _| group.wrapping_mul(85).wrapping_add(84));
        decoded.extend(filled.to_be_bytes().iter().take(count - 1));
    }
    decoded
}

/// True if a stream can be unpacked in part only. (A wrong check sum behind the data is no matter.)
pub(super) fn is_broken(stream: &Stream<'_>) -> bool {
    let is_flate = stream.filters().len() == 1 && memmem::find(stream.dict().data(), b"/Fl").is_some();
    let packed = stream.raw_data();
    let inflates = |packed: &[u8]| io::copy(&mut DeflateDecoder::new(packed), &mut io::sink()).is_ok();
    is_flate && !packed.is_empty() && !packed.get(2..).is_some_and(inflates) && !inflates(&packed)
}

/// Counts what is read, and stops at the limit.
struct Metered<'m, R> {
    from: R,
    left: &'m Cell<usize>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let size = self.from.read(into)?;
        self.left.set(self.left.get().saturating_sub(size));
        Ok(size)
    }
}

/// Unpacks streams of a defused file, up to a limit for all of them.
pub(super) struct Unpacker {
    left: usize,
    /// The streams of an encrypted file could not be measured before.
    is_encrypted: bool,
}

impl Unpacker {
    pub(super) fn new(bytes: &[u8]) -> Self {
        Self { left: MAX_FILE_BYTES, is_encrypted: memmem::find(bytes, b"/Encrypt").is_some() }
    }

    /// The data of a stream; `None` if it is an image, damaged, or above the limit.
    pub(super) fn data<'a>(&mut self, stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
        if !self.fits(stream) {
            return None;
        }
        let data = stream.decoded_data().ok()?;
        self.spend(data.len());
        Some(data)
    }

    /// True if the parser may unpack the stream.
    pub(super) fn fits(&mut self, stream: &Stream<'_>) -> bool {
        // Also looking costs time.
        self.spend(1 << 10);
        if self.left == 0 {
            return false;
        }
        let packed = stream.raw_data();
        if !self.is_encrypted {
            return !packed.starts_with(&UNREADABLE);
        }
        self.spend(packed.len());
        unpacked_size(&packed, self.left.min(MAX_STREAM_BYTES), rare_filter_ratio(stream.dict().data())).is_some()
    }

    /// False if nothing is left.
    pub(super) fn spend(&mut self, size: usize) -> bool {
        self.left = self.left.saturating_sub(size);
        self.left > 0
    }
}
