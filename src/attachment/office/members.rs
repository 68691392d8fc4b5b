//! Members of a ZIP archive, each read by its extension.

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart, TextPosition};
use super::gathered::Gathered;
use super::parts::Parts;

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    let names: Vec<String> = parts.names().map(str::to_owned).collect();
    for (at, name) in names.iter().enumerate() {
        gathered.add(name, TextPosition::Part(DocumentPart::FileNames));
        match parts.bytes_at(at) {
            Ok(bytes) => gathered.add_file(name, nesting.read(name, &bytes)),
            Err(why) => gathered.note(name, Err(why)),
        }
    }
    gathered.contents("zip")
}
