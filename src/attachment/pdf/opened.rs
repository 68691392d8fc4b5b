//! Opens a document without its pages: the parser would keep all of them, however many there are.

use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, ObjRef, ObjectIdentifier};
use hayro_syntax::{LoadPdfError, Pdf as Document};
use memchr::memmem;

use super::encrypted;

/// Numbers of the objects that are added; the largest that a PDF can have.
const CATALOG: u32 = 8_388_606;
const PAGES: u32 = 8_388_607;

/// A document, and its catalog.
pub(super) struct OpenedDocument {
    document: Document,
    root: Option<ObjectIdentifier>,
}

impl OpenedDocument {
    /// Opens a defused file, with the empty password if it is encrypted.
    pub(super) fn new(mut bytes: Vec<u8>) -> Result<Self, LoadPdfError> {
        let (start, trailer) = last_trailer(&bytes).unzip();
        let start = start.flatten();
        let is_known = start.is_some() || trailer.as_ref().is_some_and(|trailer| trailer.contains_key("Encrypt"));
        if !is_known && memmem::find(&bytes, b"/Encrypt").is_some() {
            // How it is encrypted is lost.
            return Err(LoadPdfError::Invalid);
        }
        let root = trailer.as_ref().and_then(|trailer| trailer.get_ref("Root")).map(ObjectIdentifier::from);
        let mut entries = trailer.as_ref().map(|trailer| kept_entries(trailer, &["Encrypt", "Info", "ID"])).unwrap_or_default();
        if trailer.as_ref().is_some_and(|trailer| trailer.contains_key("Encrypt")) {
            let mut searched = encrypted::without_object_streams(&bytes);
            searched.extend(update(bytes.len(), None, &entries));
            let decrypted = Document::new(searched)?;
            entries = encrypted::entries(trailer.as_ref(), &decrypted).ok_or(LoadPdfError::Invalid)?;
            entries.extend(trailer.iter().flat_map(|trailer| kept_entries(trailer, &["Info"])));
            encrypted::bound(&mut bytes, &decrypted);
        }
        let update = update(bytes.len(), start, &entries);
        bytes.extend(update);
        let document = Document::new(bytes)?;
        let root = root.filter(|root| is_catalog(&document, *root));
        Ok(Self { document, root })
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// The catalog, also where the end of the file does not name it.
    pub(super) fn catalog(&self) -> Option<Dict<'_>> {
        let pdf = &self.document;
        let is_catalog = |object: &Dict<'_>| object.obj_id().is_none_or(|id| id.obj_number != CATALOG) && object.contains_key("Pages");
        match self.root {
            Some(root) => pdf.xref().get::<Dict<'_>>(root),
            None => pdf.objects().into_iter().filter_map(|object| object.into_dict()).filter(is_catalog).last(),
        }
    }
}

fn is_catalog(document: &Document, root: ObjectIdentifier) -> bool {
    document.xref().get::<Dict<'_>>(root).is_some_and(|root| root.contains_key("Pages"))
}

/// Place and entries of the trailer, or of the stream that has the same entries; without a place if
/// the file does not say it right.
fn last_trailer(bytes: &[u8]) -> Option<(Option<usize>, Dict<'_>)> {
    let said = || {
        let start = said_start(bytes)?;
        let table = bytes.get(start..)?;
        let is_plain = table.trim_ascii_start().starts_with(b"xref");
        let entries = if is_plain { table.get(memmem::find(table, b"trailer")?..)? } else { table };
        Some((Some(start), first_dictionary(entries)?))
    };
    said().or_else(|| Some((None, first_dictionary(bytes.get(memmem::rfind(bytes, b"trailer")?..)?)?)))
}

/// The first dictionary, if it names a catalog.
fn first_dictionary(entries: &[u8]) -> Option<Dict<'_>> {
    let dictionary: Dict<'_> = Dict::from_bytes(entries.get(memmem::find(entries, b"<<")?..)?)?;
    dictionary.contains_key("Root").then_some(dictionary)
}

/// The place of the cross-reference table at the end of the file.
fn said_start(bytes: &[u8]) -> Option<usize> {
    let end = bytes.get(memmem::rfind(bytes, b"startxref")? + b"startxref".len()..)?.trim_ascii_start();
    let digits = end.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(end.get(..digits)?).ok()?.parse().ok()
}

/// An update of the file, to be put behind it: another catalog, with no pages. `entries` are more of
/// its trailer.
fn update(size: usize, start: Option<usize>, entries: &[u8]) -> Vec<u8> {
    let mut update = b"\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in [(CATALOG, format!("<</Type /Catalog /Pages {PAGES} 0 R>>")), (PAGES, "<</Type /Pages /Kids []>>".to_owned())] {
        places.push(format!("{:010} 00000 n \n", size + update.len()));
        update.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = size + update.len();
    update.extend(format!("xref\n{CATALOG} 2\n{}trailer\n<</Size {} /Root {CATALOG} 0 R", places.concat(), PAGES + 1).bytes());
    if let Some(start) = start {
        update.extend(format!(" /Prev {start}").bytes());
    }
    update.extend(entries);
    // Without a table before it, the parser has to look for the objects.
    let table = start.map_or(0, |_| table);
    update.extend(format!(">>\nstartxref\n{table}\n%%EOF\n").bytes());
    update
}

/// Entries of the trailer that the parser needs, as they are written.
fn kept_entries(trailer: &Dict<'_>, keys: &[&str]) -> Vec<u8> {
    keys.iter().filter_map(|key| Some([format!(" /{key} ").into_bytes(), written(trailer, key)?].concat())).flatten().collect()
}

fn written(trailer: &Dict<'_>, key: &str) -> Option<Vec<u8>> {
    match (trailer.get_raw::<Dict<'_>>(key), trailer.get_raw::<Array<'_>>(key)) {
        (Some(MaybeRef::Ref(ObjRef { obj_number, gen_number })), _) => Some(format!("{obj_number} {gen_number} R").into_bytes()),
        (Some(MaybeRef::NotRef(value)), _) => Some(value.data().to_vec()),
        (None, Some(MaybeRef::NotRef(list))) => Some([b"[", list.data(), b"]"].concat()),
        _ => None,
    }
}
