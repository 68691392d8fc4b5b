//! PDF inspection; the only module that uses `lopdf`.

mod tail;
mod text;

use lopdf::{DecompressError, Dictionary, Document, Error, LoadOptions, Object, decode_text_string};

use super::looks::looks_like;
use super::{Contents, NotInspected, Pdf};

/// Limit on the decompressed size of one object stream during loading, in bytes.
const MAX_UNPACKED_BYTES: usize = 16 << 20;
/// The PDF header must occur within this many bytes; readers tolerate leading garbage.
const HEADER_WITHIN: usize = 1024;

pub(super) fn read(bytes: &[u8]) -> Contents {
    let head = bytes.get(..HEADER_WITHIN).unwrap_or(bytes);
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Contents::NotPdf(looks_like(bytes));
    }
    match Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_UNPACKED_BYTES)) {
        // Still encrypted after loading: the empty password does not decrypt it.
        Ok(document) if document.is_encrypted() => Contents::EncryptedPdf,
        Ok(_) if tail::is_cut(bytes) => Contents::CutPdf,
        Ok(document) => facts(document),
        Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => Contents::NotInspected(NotInspected::UnpackedSize),
        Err(_) if is_encrypted_in_some_way(bytes) => Contents::EncryptedPdf,
        Err(_) if tail::is_cut(bytes) => Contents::CutPdf,
        Err(_) => Contents::DamagedPdf,
    }
}

fn facts(mut document: Document) -> Contents {
    prefer_unicode_maps(&mut document);
    let pages: Vec<_> = document.page_iter().collect();
    if pages.is_empty() {
        return Contents::DamagedPdf;
    }
    let read = text::read(&document, &pages);
    let numbers = |layer| if read.text_layer == layer { (1..=pages.len()).collect() } else { Vec::new() };
    let (pictures, unread) = (numbers(Some(false)), numbers(None));
    Contents::Pdf(Pdf { pages: pages.len(), pictures, unread, title: title(&document), text: read.passages, ..Pdf::default() })
}

/// Drops the encoding of fonts that have a Unicode map: for Thai it merely numbers the glyphs.
fn prefer_unicode_maps(document: &mut Document) {
    let is_mapped = |dictionary: &Dictionary| dictionary.has_type(b"Font") && dictionary.has(b"ToUnicode");
    for object in document.objects.values_mut() {
        if let Object::Dictionary(font) = object
            && is_mapped(font)
        {
            font.remove(b"Encoding");
        }
    }
}

fn title(document: &Document) -> Option<String> {
    let (_, properties) = document.dereference(document.trailer.get(b"Info").ok()?).ok()?;
    let (_, title) = document.dereference(properties.as_dict().ok()?.get(b"Title").ok()?).ok()?;
    let title = decode_text_string(title).ok()?;
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

/// True for encryption unsupported by `lopdf`: by certificate, or by an unknown method.
fn is_encrypted_in_some_way(bytes: &[u8]) -> bool {
    bytes.windows(b"/Encrypt".len()).any(|window| window == b"/Encrypt")
}

#[cfg(test)]
mod tests {
    use super::*;

    const THAI: &[u8] = include_bytes!("../../../tests/files/thai.pdf");

    fn text(contents: &Contents) -> String {
        contents.passages().iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn thai_text_comes_out_as_it_was_typed() {
        let line = "ผู้ที่ได้รับน้ำดื่ม ที่บ้าน กำหนดไว้ ๓๑ มกราคม ๒๕๖๕";
        assert!(text(&read(THAI)).contains(line));
        assert!(
            text(&read(include_bytes!("../../../tests/files/no-copying.pdf"))).contains(line),
            "what may not be copied can still be read"
        );
        // Word processors draw Thai marks with special glyphs and give their meaning as
        // `ActualText`.
        let office = text(&read(include_bytes!("../../../tests/files/office.pdf"))).replace(['\t', '\n'], "");
        assert!(office.contains("ผู้ที่ได้รับน้ำดื่ม"), "{office}");
    }

    #[test]
    fn no_damage_stops_the_reader() {
        let mut random = 1u32;
        let mut next = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize
        };
        for _ in 0..300 {
            let mut bytes = THAI.to_vec();
            for _ in 0..1 + next() % 40 {
                let at = next() % bytes.len();
                bytes[at] = next().to_le_bytes()[0];
            }
            bytes.truncate(1 + next() % (2 * bytes.len()));
            read(&bytes);
        }
    }

    #[test]
    fn deep_and_circular_structures_end() {
        let pdf = |objects: &str| format!("%PDF-1.4\n{objects}\ntrailer <</Root 1 0 R>>\n");
        let catalog = "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n";
        for objects in [
            format!("{catalog}2 0 obj {} endobj", "[".repeat(100_000)),
            format!("{catalog}2 0 obj {}{} endobj", "<</A ".repeat(50_000), ">>".repeat(50_000)),
            format!("{catalog}2 0 obj <</Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R>> endobj"),
            format!("{catalog}2 0 obj 2 0 R endobj"),
            format!(
                "{catalog}2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj\n3 0 obj <</Type /Page /Contents 4 0 R \
                 /Resources <</XObject <</X 4 0 R>> >> >> endobj\n4 0 obj <</Subtype /Form /Length 24>> stream\n\
                 /X Do /X Do /X Do /X Do \nendstream endobj"
            ),
        ] {
            read(pdf(&objects).as_bytes());
        }
    }

    #[test]
    fn a_page_that_unpacks_to_too_much_is_not_unpacked() {
        let mut document = Document::load_mem(THAI).unwrap();
        let page = document.page_iter().next().unwrap();
        let content = document.get_page_contents(page)[0];
        let mut bomb = lopdf::Stream::new(Dictionary::new(), vec![b' '; text::MAX_UNPACKED_BYTES + 1]);
        bomb.compress().unwrap();
        document.objects.insert(content, Object::Stream(bomb));
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let Contents::Pdf(pdf) = read(&bytes) else { panic!("no PDF") };
        assert_eq!(pdf.unread, [1]);
    }
}
