//! `urls.lock`: every URL ever published and the file behind it, one per line, sorted.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::plan::Outputs;
use crate::source::{RelPath, TextFile};

/// Its path below the root.
pub const URLS_FILE: &str = "content/urls.lock";

/// The first lines of the file.
const HEADER: &str = "# ที่อยู่ทุกแห่งที่เคยเผยแพร่และไฟล์ต้นทาง โปรแกรมเขียนให้เมื่อสั่ง prongsai publish เก็บไฟล์นี้ไว้กับเนื้อหา อย่าแก้เอง\n\
                      # Every URL ever published and the file behind it, written by prongsai publish. Keep it with the content; do not edit it.\n";

/// A URL that must not die.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedUrl {
    /// The file that produced it, below the root.
    pub source: String,
    /// Bytes of its line in the lock; empty for one that is new.
    pub span: Range<usize>,
}

/// Paths below the base, as [`Permalink`](crate::site::Permalink) writes them, with what is behind each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlLock(pub BTreeMap<String, LockedUrl>);

impl UrlLock {
    /// Reads the lock; lines that are none are reported. A URL twice, as merges leave it, is one.
    pub fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> UrlLock {
        let mut urls = BTreeMap::new();
        let mut at = 0;
        for line in file.text.read().split_inclusive('\n') {
            let text = line.trim_end();
            let span = at..at + text.len();
            at += line.len();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            match read_line(text) {
                Some((url, source)) => drop(urls.insert(url.to_owned(), LockedUrl { source: source.to_owned(), span })),
                None => diagnostics.push(Diagnostic::new("lock-line", Place::new(&file.path, span)).with("text", text)),
            }
        }
        UrlLock(urls)
    }

    /// The locked URL at an address, which may lack its last slash or name `index.html`.
    pub fn locked(&self, address: &str) -> Option<&str> {
        let address = address.strip_suffix("index.html").unwrap_or(address);
        let forms = [address.to_owned(), format!("{}/", address.trim_end_matches('/'))];
        forms.iter().find_map(|form| self.0.get_key_value(form)).map(|(url, _)| url.as_str())
    }

    /// These URLs and those of a plan, each with the file that produces it now.
    pub fn with(&self, outputs: &Outputs) -> UrlLock {
        let now =
            outputs.urls().map(|(url, _, planned)| (url.to_owned(), LockedUrl { source: planned.origin.file.to_string(), span: 0..0 }));
        UrlLock(self.0.clone().into_iter().chain(now).collect())
    }

    /// The file for these URLs.
    pub fn to_text(&self) -> String {
        let lines = self.0.iter().map(|(url, locked)| format!("/{url}\t{}\n", locked.source));
        HEADER.to_owned() + &lines.collect::<String>()
    }
}

/// `/2566/o42/`, a tab, `content/2566/o42.md`.
fn read_line(line: &str) -> Option<(&str, &str)> {
    let (url, source) = line.split_once('\t')?;
    let url = url.strip_prefix('/')?;
    let is_path = |path: &str| RelPath::new(path).is_some();
    (url.is_empty() || is_path(url.trim_end_matches('/'))).then_some(())?;
    is_path(source).then_some((url, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (UrlLock, Vec<Diagnostic>) {
        let mut found = Diagnostics::new();
        let file = TextFile::new(RelPath::new(URLS_FILE).unwrap(), text);
        (UrlLock::read(&file, &mut found), found.sorted())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let locked = |source: &str| LockedUrl { source: source.to_owned(), span: 0..0 };
        let urls =
            [("", "content/site.yaml"), ("2566/o42/", "content/2566/o42.md"), ("2566/o42/รายงาน 1.pdf", "content/2566/o42/รายงาน 1.pdf")];
        let lock = UrlLock(urls.map(|(url, source)| (url.to_owned(), locked(source))).into());
        let (again, found) = read(&lock.to_text());
        assert!(found.is_empty());
        let plain = |lock: UrlLock| lock.0.into_iter().map(|(url, locked)| (url, locked.source)).collect::<Vec<_>>();
        assert_eq!(plain(again), plain(lock));
    }

    #[test]
    fn the_marks_of_a_merge_and_paths_that_leave_the_site_are_reported() {
        let (lock, found) = read("/a/\tcontent/a.md\n<<<<<<< ours\n/../x\tcontent/a.md\n/b/\t../b.md\n/a/\tcontent/a.md\n");
        assert_eq!((lock.0.len(), found.len()), (1, 3));
    }
}
