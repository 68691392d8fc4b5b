//! Names of source files.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::device_name::is_device;
use crate::thai::is_forbidden;

/// The path of a source file below the root of the site, with `/` between its parts:
/// `content/2566/o42.md`.
///
/// Made by the walk and by [`RelPath::join`] only, so it never has empty parts, `.`, `..`, a drive
/// or a leading `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// A path from its text; `None` if a part is empty, `.` or `..`, or holds a character that no
    /// system allows or that hides what it is.
    pub fn new(text: &str) -> Option<Self> {
        let good = |part: &str| {
            // Line separators and the byte order mark are seen by nobody, and make two names of
            // one.
            let is_bad = |c: char| matches!(c, '\\' | ':' | '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{FEFF}') || is_forbidden(c);
            !part.is_empty() && part != "." && part != ".." && !part.contains(is_bad)
        };
        text.split('/').all(good).then(|| Self(text.into()))
    }

    /// The name of a file that the system calls `file`; `None` if it lies elsewhere or its name is
    /// no text.
    pub fn of_file(root: &Path, file: &Path) -> Option<Self> {
        let parts: Option<Vec<&str>> = file.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
        Self::new(&parts?.join("/"))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder of this file, empty for the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The parts from the root.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The ending of the name in lower case, without its dot; empty if there is none.
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
    }

    /// The file as the system finds it.
    pub fn below(&self, root: &Path) -> PathBuf {
        let root = if cfg!(windows) && self.parts().any(is_read_otherwise) { exact(root) } else { root.to_owned() };
        self.parts().fold(root, |path, part| path.join(part))
    }

    /// Where a relative link written in this file leads (`../o43.md`); `None` if it leaves the root
    /// or is no path.
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

/// Whether Windows finds another file than the one of this name, which came from another system:
/// for `aux.pdf` a device, for `a.` the file `a`.
fn is_read_otherwise(name: &str) -> bool {
    is_device(name) || name.ends_with(['.', ' '])
}

/// A folder below which every name is taken as it is. On Windows that is a path of its own kind
/// (`\\?\C:\…`), which is for the system, not for people.
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
