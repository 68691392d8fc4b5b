//! Which files there are, in the order of their names.

use std::path::Path;

use walkdir::WalkDir;

use super::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::error::{Error, Operation, Result};

/// Every publishable regular file below `root/top`, sorted by path; nothing if `root/top` does not exist.
pub fn walk(root: &Path, top: &str) -> Result<(Vec<RelPath>, Diagnostics)> {
    let mut found = Vec::new();
    let mut diagnostics = Diagnostics::new();
    let start = root.join(top);
    if !start.try_exists().map_err(|error| Error::io(Operation::Read, &start, error))? {
        return Ok((found, diagnostics));
    }
    let entries = WalkDir::new(&start).follow_links(false).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_private(&entry.file_name().to_string_lossy())) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&start).to_owned();
            Error::io(Operation::Read, &path, error.into())
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let Some(path) = RelPath::of_file(root, entry.path()) else {
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
            diagnostics.push(Diagnostic::new("file-name-unreadable", nearest_place(relative)).with("name", relative.display()));
            continue;
        };
        match entry.file_type() {
            kind if kind.is_file() => found.push(path),
            kind if kind.is_symlink() => diagnostics.push(Diagnostic::new("link-in-content", Place::file(&path)).with("path", &path)),
            _ => diagnostics.push(Diagnostic::new("not-a-regular-file", Place::file(&path)).with("path", &path)),
        }
    }
    Ok((found, diagnostics))
}

/// Hidden files, version control, backups and locks of editors and office programs: never part of a site (PROMISES P25).
pub fn is_private(name: &str) -> bool {
    const EXACT: [&str; 3] = ["Thumbs.db", "desktop.ini", "__MACOSX"];
    const ENDS: [&str; 6] = ["~", ".tmp", ".bak", ".swp", ".orig", ".part"];
    let ends_with =
        |end: &&str| name.len().checked_sub(end.len()).and_then(|at| name.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end));
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || EXACT.contains(&name)
        || ENDS.iter().any(ends_with)
}

/// A name that is no text cannot be a place; its folder can.
fn nearest_place(path: &Path) -> Place {
    let folder = path.parent().and_then(Path::to_str).map(|folder| folder.replace('\\', "/"));
    let file = folder.and_then(|folder| RelPath::new(&folder)).or_else(|| RelPath::new("content"));
    file.map_or_else(|| unreachable!("`content` is a good path"), |file| Place::file(&file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_and_hidden_files_are_no_part_of_a_site() {
        for name in [".git", ".DS_Store", "o42.md~", "~$plan.docx", ".~lock.plan.odt#", "#o42.md#", "o42.md.BAK", "Thumbs.db"] {
            assert!(is_private(name), "{name}");
        }
        for name in ["o42.md", "รายงาน.pdf", "a#b.pdf", "plan~2.pdf"] {
            assert!(!is_private(name), "{name}");
        }
    }
}
