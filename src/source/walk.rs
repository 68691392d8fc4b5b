//! Directory traversal, sorted by file name.

use std::path::Path;

use walkdir::WalkDir;

use super::{ForeignName, LeftOver, LeftOverEntry};
use crate::base::{RelPath, exact};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::error::{Error, Operation, Result};

const THEMES: &str = "themes";

/// Result of [`walk`].
#[derive(Debug, Default)]
pub struct WalkedFiles {
    /// Regular files made by authors, sorted by name within each folder.
    pub(crate) files: Vec<RelPath>,
    /// Files and folders left by programs; such folders are not entered. Excludes hidden files and
    /// files in use.
    pub(crate) left_over: Vec<LeftOverEntry>,
    /// Findings about names and kinds of files.
    pub(crate) strange: Diagnostics,
}

/// Walks everything below `root/top`; empty if `root/top` does not exist.
pub fn walk(root: &Path, top: &str) -> Result<WalkedFiles> {
    let (mut walked, root) = (WalkedFiles::default(), &exact(root));
    let start = root.join(top);
    if !start.try_exists().map_err(|error| Error::io(Operation::Read, &start, error))? {
        return Ok(walked);
    }
    let mut entries = WalkDir::new(&start).follow_links(false).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&start).to_owned();
            Error::io(Operation::Read, &path, error.into())
        })?;
        let is_folder = entry.file_type().is_dir();
        let left_over = if is_folder { LeftOver::of_folder } else { LeftOver::of };
        let left = left_over(&entry.file_name().to_string_lossy()).filter(|_| entry.depth() > 0);
        if let Some(left) = left {
            let path = RelPath::of_file(root, entry.path()).filter(|_| !matches!(left, LeftOver::Hidden | LeftOver::InUse));
            walked.left_over.extend(path.map(|path| LeftOverEntry { path, is_folder }));
            if is_folder {
                entries.skip_current_dir();
            }
            continue;
        }
        if is_folder {
            continue;
        }
        let Some(path) = RelPath::of_file(root, entry.path()) else {
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let finding = Diagnostic::new("file-name-unreadable", nearest_place(relative)).with("name", parts.join("/"));
            let name = entry.file_name().to_str().filter(|name| ForeignName::of(name).is_some());
            walked.strange.push(finding.with_some("better", name.map(ForeignName::mended)));
            continue;
        };
        // Names in `content` are checked later, where the role of the file is known.
        let foreign = path.parts().find(|name| top == THEMES && ForeignName::of(name).is_some()).map(ForeignName::mended);
        if let Some(better) = foreign {
            walked
                .strange
                .push(Diagnostic::new("file-name-unreadable", SourceSpan::file(&path)).with("name", &path).with("better", better));
            continue;
        }
        match entry.file_type() {
            kind if kind.is_file() => walked.files.push(path),
            kind if kind.is_symlink() => {
                walked.strange.push(Diagnostic::new("link-in-content", SourceSpan::file(&path)).with("path", &path))
            }
            _ => walked.strange.push(Diagnostic::new("not-a-regular-file", SourceSpan::file(&path)).with("path", &path)),
        }
    }
    Ok(walked)
}

/// The path itself if it can be named, otherwise its folder.
fn nearest_place(path: &Path) -> SourceSpan {
    let folder = path.parent().and_then(Path::to_str).map(|folder| folder.replace('\\', "/"));
    let file = folder.and_then(|folder| RelPath::new(&folder)).or_else(|| RelPath::new("content"));
    file.map_or_else(|| unreachable!("`content` is a good path"), |file| SourceSpan::file(&file))
}
