//! Bounds what an encrypted PDF unpacks to. Its streams can be measured only once the parser can
//! decrypt them, but then it has already unpacked those that it calls object streams.
//!
//! Therefore the file is opened twice: first a copy that names no object streams, and with no table
//! of objects, so that the parser looks for them and unpacks none. Streams that are too large there
//! are made unreadable for the second time.

use std::collections::HashSet;
use std::ops::Range;

use hayro_syntax::Pdf as Document;
use hayro_syntax::object::{Array, Dict, FromBytes, Object, ObjectIdentifier, Stream};
use memchr::memmem;

use super::unpack::{Budget, rare_filter_ratio};

const KEYWORD: &[u8] = b"stream";

/// A copy in which nothing is called an object stream, of the same length.
pub(super) fn without_object_streams(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for at in memchr::memchr_iter(b'/', bytes) {
        let Some(end) = end_of_name(bytes, at, b"ObjStm") else { continue };
        if let Some(last) = copy.get_mut(end - 1) {
            *last = b'z';
        }
    }
    copy
}

/// The end of the name at `at`, if it is this one, also with its letters escaped (`#4f`).
fn end_of_name(bytes: &[u8], at: usize, name: &[u8]) -> Option<usize> {
    let hex = |at: usize| std::str::from_utf8(bytes.get(at..at + 2)?).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let mut end = at + 1;
    for letter in name {
        end += match bytes.get(end)? {
            b'#' if hex(end + 1) == Some(*letter) => 3,
            found if found == letter => 1,
            _ => return None,
        };
    }
    Some(end)
}

/// Makes the streams of `bytes` unreadable that unpack to too much, or that the parser does not find:
/// their data is not known. `decrypted` is the same file without object streams, opened.
pub(super) fn bound(bytes: &mut [u8], decrypted: &Document) {
    let whole = decrypted.data().as_ref();
    let ratio = rare_filter_ratio(bytes);
    let mut budget = Budget::default();
    let mut known = HashSet::new();
    for stream in decrypted.objects().into_iter().filter_map(Object::into_stream) {
        let Some(place) = place_of_entries(&stream, whole) else { continue };
        known.insert(place.end);
        let Some(entries) = bytes.get_mut(place) else { continue };
        let is_bounded = has_its_length(entries, &stream) && budget.allows(stream.dict().data(), &stream.raw_data(), ratio);
        if !is_bounded {
            name_a_file(entries);
        }
    }
    let keywords: Vec<usize> = memmem::find_iter(bytes, KEYWORD).collect();
    for at in keywords {
        let before = bytes.get(..at).unwrap_or_default();
        if !known.contains(&before.trim_ascii_end().len()) && !before.ends_with(b"end") {
            bytes.get_mut(at..at + KEYWORD.len()).unwrap_or_default().fill(b' ');
        }
    }
}

/// Where the dictionary of the stream stands in the file.
fn place_of_entries(stream: &Stream<'_>, whole: &[u8]) -> Option<Range<usize>> {
    let entries = stream.dict().data();
    let start = entries.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    let place = start..start + entries.len();
    whole.get(place.clone()).map(|_| place)
}

/// Writes the length of the stream into its dictionary, if that refers to an object with it: which
/// object the parser finds may depend on the table. False if there is no room.
fn has_its_length(entries: &mut [u8], stream: &Stream<'_>) -> bool {
    const KEY: &[u8] = b"/Length";
    let Some(length) = stream.dict().get::<u32>("Length") else { return false };
    if stream.dict().get_ref("Length").is_none() {
        return true;
    }
    let is_reference = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_whitespace() || *byte == b'R';
    for start in memmem::find_iter(stream.dict().data(), KEY).map(|at| at + KEY.len()) {
        let Some(value) = entries.get_mut(start..) else { continue };
        let size = value.iter().take_while(|byte| is_reference(byte)).count();
        let number = format!(" {length}");
        if value.first().is_some_and(u8::is_ascii_whitespace) && number.len() <= size {
            let padded = number.bytes().chain(std::iter::repeat(b' '));
            value.iter_mut().take(size).zip(padded).for_each(|(byte, new)| *byte = new);
        }
    }
    Dict::from_bytes(entries)
        .is_some_and(|written: Dict<'_>| written.get_ref("Length").is_none() && written.get::<u32>("Length") == Some(length))
}

/// Replaces the entries by one that says that the data is in another file, which the parser does not
/// read. A stream with a filter has room for it.
fn name_a_file(entries: &mut [u8]) {
    let inside = entries.len().saturating_sub(2);
    if let Some(inside) = entries.get_mut(2..inside) {
        let new = b"/F()".iter().copied().chain(std::iter::repeat(b' '));
        inside.iter_mut().zip(new).for_each(|(byte, new)| *byte = new);
    }
}

/// Entries of a trailer that say how the file is encrypted, with nothing that the parser has to look
/// up: it might find another object than in `decrypted`. `None` if that is not possible.
pub(super) fn entries(trailer: Option<&Dict<'_>>, decrypted: &Document) -> Option<Vec<u8>> {
    let trailer: Dict<'_> = Dict::from_bytes(trailer?.data())?;
    let resolved = |key: &str| trailer.get_ref(key).map(ObjectIdentifier::from);
    let encryption = match resolved("Encrypt") {
        Some(id) => decrypted.xref().get::<Dict<'_>>(id)?,
        None => trailer.get::<Dict<'_>>("Encrypt")?,
    };
    let ids = match resolved("ID") {
        Some(id) => decrypted.xref().get::<Array<'_>>(id),
        None => trailer.get::<Array<'_>>("ID"),
    };
    let ids = ids.map(|ids| [b" /ID [", ids.data(), b"]"].concat()).unwrap_or_default();
    (!refers(&encryption)).then(|| [b" /Encrypt ", encryption.data(), &ids].concat())
}

/// True if the dictionary, or one within, has a reference.
fn refers(dictionary: &Dict<'_>) -> bool {
    dictionary.keys().any(|key| dictionary.get_ref(&key).is_some() || dictionary.get::<Dict<'_>>(&key).is_some_and(|inner| refers(&inner)))
}
