//! Reports attachments in which readers see nothing: files that only point to a document elsewhere,
//! formats that browsers and phones do not open, and texts in an encoding that browsers take for
//! another.

use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Placeholders that programs for shared drives leave in the folder of a document. They hold an
/// address, which opens for those who are signed in.
const SHORTCUTS: [&str; 10] = ["gdoc", "gsheet", "gslides", "gform", "gdraw", "gjam", "gmap", "gsite", "gtable", "boxnote"];

/// Extensions by what readers can open instead.
const UNOPENED: [(&str, &[&str]); 3] = [
    ("JPG, PNG, PDF", &["heic", "heif", "tif", "tiff", "psd", "ai", "eps", "ps", "emf", "wmf", "jp2", "dng", "raw", "cdr", "indd"]),
    ("MP4, MP3", &["avi", "wmv", "mkv", "flv", "3gp", "mpg", "mpeg", "wma", "amr"]),
    ("PDF, XLSX", &["pages", "numbers", "key", "pub", "vsd", "vsdx", "mdb", "accdb", "mpp", "msg", "xps", "oxps", "one", "hwp", "wps"]),
];

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.attachments.iter().filter_map(|attachment| finding(checked, attachment)).collect()
}

fn finding(checked: &CheckContext<'_>, attachment: &Attachment) -> Option<Diagnostic> {
    let (source, extension) = (&attachment.source, attachment.source.extension());
    if SHORTCUTS.contains(&extension.as_str()) {
        return Some(checked.mentions.finding("attachment-shortcut", source).with("extension", extension));
    }
    if let Some((instead, _)) = UNOPENED.iter().find(|(_, extensions)| extensions.contains(&extension.as_str())) {
        return Some(checked.mentions.finding("attachment-format", source).with("extension", extension).with("instead", instead));
    }
    let encoding = checked.attachments.of(source)?.encoding?;
    Some(checked.mentions.finding("attachment-encoding", source).with("encoding", encoding))
}
