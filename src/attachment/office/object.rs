//! OLE objects: compound files in which Word, Excel and PowerPoint keep an embedded file.

use std::io::Read;

use super::super::nesting::Nesting;
use super::super::{Contents, NotInspected};
use super::{old_document, old_file, old_workbook};

/// Streams of files that are not read: PowerPoint, and any other file put in as an object.
const NOT_READ: [&str; 3] = ["/PowerPoint Document", "/\u{1}Ole10Native", "/EncryptedPackage"];

/// Extension of a Word, Excel or PowerPoint file in an object, which has no name; its content tells.
pub(super) const PACKAGE: &str = "package";

/// Text of the file in an object. Formulas and drawings have none.
pub(super) fn read(bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    let Some(mut file) = old_file::open(bytes) else { return Contents::NotInspected(NotInspected::Unreadable) };
    if let Ok(package) = file.open_stream("/Package") {
        let mut inner = Vec::new();
        return match package.take(bytes.len() as u64).read_to_end(&mut inner) {
            Ok(_) => nesting.read_kind(PACKAGE, &inner),
            Err(_) => Contents::NotInspected(NotInspected::Unreadable),
        };
    }
    if ["/Workbook", "/Book"].into_iter().any(|name| file.is_stream(name)) {
        return old_workbook::read(bytes);
    }
    if file.is_stream("/WordDocument") {
        return old_document::read(bytes);
    }
    match NOT_READ.into_iter().any(|name| file.is_stream(name)) {
        true => Contents::NotInspected(NotInspected::Format),
        false => Contents::Other,
    }
}
