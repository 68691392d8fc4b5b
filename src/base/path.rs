//! Paths of source files.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::device_name::is_device;
use crate::thai::is_forbidden;

/// Path of a source file relative to the site root, with `/` separators: `content/2566/o42.md`.
///
/// Validated by every constructor: never has empty parts, `.`, `..`, a drive or a leading `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// Validates a path; `None` if a part is empty, `.` or `..`, or contains a character that is
    /// invalid on some system or invisible.
    pub fn new(text: &str) -> Option<Self> {
        let good = |part: &str| {
            // Line separators and the byte order mark are invisible and would make distinct names
            // look equal.
            let is_bad = |c: char| matches!(c, '\\' | ':' | '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{FEFF}') || is_forbidden(c);
            !part.is_empty() && part != "." && part != ".." && !part.contains(is_bad)
        };
        text.split('/').all(good).then(|| Self(text.into()))
    }

    /// Converts an absolute path; `None` if it is outside `root` or not valid Unicode.
    pub fn of_file(root: &Path, file: &Path) -> Option<Self> {
        let parts: Option<Vec<&str>> = file.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
        Self::new(&parts?.join("/"))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last component.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The parent folder; empty for the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The components from the root.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The lower-case extension without its dot; empty if there is none.
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
    }

    /// The absolute path below `root`.
    pub fn below(&self, root: &Path) -> PathBuf {
        let root = if cfg!(windows) && self.parts().any(is_read_otherwise) { exact(root) } else { root.to_owned() };
        self.parts().fold(root, |path, part| path.join(part))
    }

    /// Resolves a relative link in this file (`../o43.md`); `None` if it leaves the root or is not
    /// a valid path.
    pub fn join(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }
}

impl BorshDeserialize for RelPath {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        RelPath::new(&String::deserialize_reader(reader)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// True if Windows would open another file than the one named, which came from another system: a
/// device for `aux.pdf`, the file `a` for `a.`.
fn is_read_otherwise(name: &str) -> bool {
    is_device(name) || name.ends_with(['.', ' '])
}

/// Returns a folder path below which Windows does not reinterpret names: the verbatim form
/// (`\\?\C:\…`), not for display. Unchanged on other systems.
pub(crate) fn exact(folder: &Path) -> PathBuf {
    if cfg!(windows) { folder.canonicalize().unwrap_or_else(|_| folder.to_owned()) } else { folder.to_owned() }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for RelPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for RelPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_cannot_leave_the_root() {
        let file = RelPath::new("content/2566/o42/index.md").unwrap();
        let join = |relative| file.join(relative).map(|path| path.to_string());
        assert_eq!(join("../o43.md").as_deref(), Some("content/2566/o43.md"));
        assert_eq!(join("./signed.pdf").as_deref(), Some("content/2566/o42/signed.pdf"));
        assert_eq!(join("../../../../etc/passwd"), None);
        assert_eq!(join("..\\x"), None);
        assert_eq!(join("c:/x"), None);
    }

    #[test]
    fn names_are_known_that_windows_takes_for_others() {
        for name in ["aux.pdf", "con", "a.", "a ", "รายงาน.pdf "] {
            assert!(is_read_otherwise(name), "{name}");
        }
        for name in ["a.pdf", "aux-1.pdf", "รายงาน 1.pdf"] {
            assert!(!is_read_otherwise(name), "{name}");
        }
    }
}
