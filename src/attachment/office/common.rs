//! What Word, Excel and PowerPoint files have alike: properties, XML of other programs, and files
//! inside.

use super::super::nesting::Nesting;
use super::gathered::Gathered;
use super::parts::Parts;
use super::properties::Properties;
use super::worded_parts;

/// Reads properties and embedded files; `folder` is that of the main part, with a slash.
pub(super) fn read(parts: &mut Parts<'_>, folder: &str, nesting: &Nesting<'_>, gathered: &mut Gathered) {
    for name in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        let result = parts.visit(name, &mut Properties::new(gathered));
        gathered.note(name, result);
    }
    worded_parts::read_foreign(parts, gathered);
    read_files(parts, &format!("{folder}embeddings/"), nesting, gathered);
}

/// Reads the files inside whose names begin with `start`, in lower case.
pub(super) fn read_files(parts: &mut Parts<'_>, start: &str, nesting: &Nesting<'_>, gathered: &mut Gathered) {
    for name in parts.named(start, "") {
        match parts.bytes(&name) {
            Ok(bytes) => gathered.add_file(&name, nesting.read(&name, &bytes)),
            Err(why) => gathered.note(&name, Err(why)),
        }
    }
}
