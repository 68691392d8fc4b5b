//! `urls.lock`: the base URL and every URL ever published with its source file, one per line,
//! sorted.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::source::TextFile;

/// Comment at the top of the file.
const HEADER: &str = "# ที่อยู่ทุกแห่งที่เคยเผยแพร่และไฟล์ต้นทาง โปรแกรมเขียนให้เมื่อสั่ง prongsai publish เก็บไฟล์นี้ไว้กับเนื้อหา อย่าแก้เอง\n\
                      # Every URL ever published and the file behind it, written by prongsai publish. Keep it with the content; do not edit it.\n";

/// Prefix of the line with the base URL; earlier versions of the program read it as a comment.
const BASE: &str = "# base: ";

/// A URL that must stay reachable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedUrl {
    /// Source file, relative to the source root.
    pub(crate) source: String,
    /// Byte range of its line in the lock; empty for a new entry.
    pub(crate) span: Range<usize>,
}

/// All URLs that must stay reachable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlLock {
    /// Base URL at the last publication; `None` in a lock written before the program recorded it.
    pub(crate) base: Option<String>,
    /// Source files by URL path below the base, in the form of
    /// [`Permalink`](crate::site::Permalink).
    pub(crate) locked: BTreeMap<String, LockedUrl>,
}

impl UrlLock {
    /// Parses the lock. Order is irrelevant, and of duplicate URLs, as left by merges, the last
    /// wins. Invalid lines are reported once, at the first: they usually have a common cause.
    pub fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> UrlLock {
        let mut lock = UrlLock::default();
        let mut unread: Vec<(Range<usize>, &str)> = Vec::new();
        let mut at = 0;
        let whole = file.text.read();
        for line in whole.split_inclusive('\n') {
            let text = line.trim_end();
            let span = at..at + text.len();
            at += line.len();
            if let Some(base) = text.strip_prefix(BASE) {
                lock.base = Some(base.trim().to_owned());
            }
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            match read_line(text) {
                Some((url, source)) => {
                    lock.locked.insert(url.to_owned(), LockedUrl { source: source.to_owned(), span });
                }
                None => unread.push((span, text)),
            }
        }
        if let [(span, text), more @ ..] = unread.as_slice() {
            let finding = Diagnostic::new("lock-line", SourceSpan::new(&file.path, span.clone())).with("text", text);
            diagnostics.push(finding.with_some("more", Some(more.len()).filter(|more| *more > 0)));
        }
        lock
    }

    /// Finds the locked URL for an address that may lack the trailing slash or end in `index.html`.
    pub fn url_at(&self, address: &str) -> Option<&str> {
        let address = address.strip_suffix("index.html").unwrap_or(address);
        let forms = [address.to_owned(), format!("{}/", address.trim_end_matches('/'))];
        forms.iter().find_map(|form| self.locked.get_key_value(form)).map(|(url, _)| url.as_str())
    }

    /// Returns the lock with `urls` added or updated, all below `base`.
    pub fn with<'u>(&self, urls: impl Iterator<Item = (&'u str, &'u RelPath)>, base: &str) -> UrlLock {
        let now = urls.map(|(url, file)| (url.to_owned(), LockedUrl { source: file.to_string(), span: 0..0 }));
        UrlLock { base: Some(base.to_owned()), locked: self.locked.clone().into_iter().chain(now).collect() }
    }

    /// Serialises the lock.
    pub fn to_text(&self) -> String {
        let base = self.base.as_ref().map(|base| format!("{BASE}{base}\n"));
        let lines = self.locked.iter().map(|(url, locked)| format!("/{url}\t{}\n", locked.source));
        HEADER.to_owned() + &base.into_iter().chain(lines).collect::<String>()
    }
}

/// Parses `/2566/o42/`, tab, `content/2566/o42.md`. Some editors convert tabs to spaces.
fn read_line(line: &str) -> Option<(&str, &str)> {
    let (left, right) = line.split_once('\t').or_else(|| at_blanks(line))?;
    let (url, source) = (left.trim_end().strip_prefix('/')?, right.trim_start());
    let is_path = |path: &str| RelPath::new(path).is_some();
    let is_url = url.is_empty() || is_path(url.trim_end_matches('/'));
    (is_url && is_path(source)).then_some((url, source))
}

/// Splits where spaces replace the tab: at two or more spaces, otherwise at the only space followed
/// by `content/`.
fn at_blanks(line: &str) -> Option<(&str, &str)> {
    line.split_once("  ").or_else(|| {
        let mut files = line.match_indices(" content/");
        let (at, _) = files.next()?;
        files.next().is_none().then(|| line.split_at_checked(at)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::URLS_FILE;

    fn read(text: &str) -> (UrlLock, Vec<Diagnostic>) {
        let mut found = Diagnostics::new();
        let file = TextFile::new(RelPath::new(URLS_FILE).unwrap(), text);
        (UrlLock::read(&file, &mut found), found.sorted())
    }

    fn plain(lock: UrlLock) -> Vec<(String, String)> {
        lock.locked.into_iter().map(|(url, locked)| (url, locked.source)).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let locked = |source: &str| LockedUrl { source: source.to_owned(), span: 0..0 };
        let urls =
            [("", "content/site.yaml"), ("2566/o42/", "content/2566/o42.md"), ("2566/o42/รายงาน 1.pdf", "content/2566/o42/รายงาน 1.pdf")];
        let locked = urls.map(|(url, source)| (url.to_owned(), locked(source))).into();
        let lock = UrlLock { base: Some("https://www.example.go.th/ita/".to_owned()), locked };
        let (again, found) = read(&lock.to_text());
        assert!(found.is_empty());
        assert_eq!((again.base.clone(), plain(again)), (lock.base.clone(), plain(lock)));
    }

    #[test]
    fn lines_that_are_none_are_one_finding_at_the_first() {
        let (lock, found) = read("/a/\tcontent/a.md\n<<<<<<< ours\n/../x\tcontent/a.md\n/b/\t../b.md\n/a/\tcontent/a.md\n");
        assert_eq!((lock.locked.len(), found.len()), (1, 1));
        assert!(found[0].values.contains(&("more", "2".to_owned())), "{found:?}");
    }

    #[test]
    fn blanks_for_tabs_other_orders_and_doubled_lines_change_nothing() {
        let right = "# base: https://www.example.go.th/\n/\tcontent/site.yaml\n/a/\tcontent/a.md\n/a/ข 1.pdf\tcontent/a/ข 1.pdf\n";
        let (expected, _) = read(right);
        for text in [
            right.replace('\t', "    "),
            right.replace('\t', " "),
            right.replace('\t', "  \t"),
            right.replace('\n', "  \r\n"),
            right.lines().rev().map(|line| format!("{line}\n{line}\n")).collect(),
        ] {
            let (lock, found) = read(&text);
            assert_eq!((&lock.base, plain(lock.clone()), found), (&expected.base, plain(expected.clone()), Vec::new()), "{text}");
        }
        let (_, found) = read("/my content/a.pdf content/my content/a.pdf\n");
        assert_eq!(found.len(), 1, "which of the blanks was the tab cannot be known");
    }
}
