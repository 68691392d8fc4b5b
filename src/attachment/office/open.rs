//! OpenDocument texts, presentations and spreadsheets (`.odt`, `.odp`, `.ods`).

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart};
use super::flow::FlowPlace;
use super::gathered::Gathered;
use super::open_text::{Kind, OpenText};
use super::parts::Parts;
use super::properties::Properties;
use super::xml::visit;

const MAIN: &str = "content.xml";

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    let result = parts.visit(MAIN, &mut OpenText::new(&mut gathered, FlowPlace::Body, Kind::Body));
    gathered.note(MAIN, result);
    // Page headers, and what stands on all slides.
    let result = parts.visit("styles.xml", &mut OpenText::new(&mut gathered, DocumentPart::Header.into(), Kind::Beside));
    gathered.note("styles.xml", result);
    for name in parts.named("object ", "/content.xml") {
        let result = parts.visit(&name, &mut OpenText::new(&mut gathered, DocumentPart::TextBox.into(), Kind::Beside));
        gathered.note(&name, result);
    }
    let result = parts.visit("meta.xml", &mut Properties::new(&mut gathered));
    gathered.note("meta.xml", result);
    // OLE objects; other objects are folders.
    for name in parts.named("object ", "").into_iter().filter(|name| !name.contains('/')) {
        match parts.bytes(&name) {
            Ok(bytes) => gathered.add_file(&name, nesting.read_kind("bin", &bytes)),
            Err(why) => gathered.note(&name, Err(why)),
        }
    }
    gathered.contents(MAIN)
}

/// The same in one XML file (`.fodt`, `.fods`, `.fodp`).
pub(super) fn read_flat(bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    if visit(bytes, nesting.unpacked, &mut OpenText::new(&mut gathered, FlowPlace::Body, Kind::Body)).is_err() {
        gathered.note_unreadable(MAIN);
    }
    gathered.contents(MAIN)
}
