//! Properties in the compound files of older office programs: title, subject, author, comments.

use std::io::Read;

use super::super::DocumentPart;
use super::gathered::Gathered;
use super::little_endian::u32_at;
use super::old_file::OldFile;
use super::rtf::encoding;

/// Streams with properties.
const STREAMS: [&str; 2] = ["/\u{5}SummaryInformation", "/\u{5}DocumentSummaryInformation"];
/// Number of the property that says in which code page the others are.
const CODE_PAGE: u32 = 1;
/// Name of the template, number of the edition, name of the program: they are no text of the author.
const OF_PROGRAM: [u32; 3] = [7, 9, 18];
/// Most properties of a set; Office writes some twenty.
const MOST: u32 = 200;

/// Adds all texts among the properties.
pub(super) fn read(file: &mut OldFile<'_>, gathered: &mut Gathered) {
    /// A thumbnail is among them.
    const MOST_BYTES: u64 = 4 << 20;
    for name in STREAMS {
        let mut bytes = Vec::new();
        if file.open_stream(name).is_ok_and(|stream| stream.take(MOST_BYTES).read_to_end(&mut bytes).is_ok()) {
            gathered.add_all(texts(&bytes).unwrap_or_default(), DocumentPart::Properties);
        }
    }
}

/// The texts of the first set of a stream.
fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    const FIRST_SET: usize = 44;
    let set = bytes.get(u32_at(bytes, FIRST_SET)? as usize..)?;
    let count = u32_at(set, 4)?.min(MOST);
    let entry = |at: u32| Some((u32_at(set, 8 + 8 * at as usize)?, u32_at(set, 12 + 8 * at as usize)? as usize));
    let entries: Vec<(u32, usize)> = (0..count).map_while(entry).collect();
    let page = entries.iter().find(|(number, _)| *number == CODE_PAGE).and_then(|(_, at)| u32_at(set, at + 4));
    let page = page.map_or(1252, |page| (page & 0xFFFF).cast_signed());
    Some(entries.into_iter().filter(|(number, _)| !OF_PROGRAM.contains(number)).filter_map(|(_, at)| text(set.get(at..)?, page)).collect())
}

/// A property that is a text.
fn text(property: &[u8], code_page: i32) -> Option<String> {
    const BYTES: u32 = 30;
    const UTF_16: u32 = 31;
    let length = u32_at(property, 4)? as usize;
    let text = match u32_at(property, 0)? {
        BYTES if code_page == 1200 => encoding_rs::UTF_16LE.decode(property.get(8..8usize.checked_add(length)?)?).0,
        BYTES => encoding(code_page).decode(property.get(8..8usize.checked_add(length)?)?).0,
        UTF_16 => encoding_rs::UTF_16LE.decode(property.get(8..length.checked_mul(2)?.checked_add(8)?)?).0,
        _ => return None,
    };
    Some(text.trim_end_matches('\0').to_owned())
}
