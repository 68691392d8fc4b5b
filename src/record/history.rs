//! `history.yaml`: the append-only publication log. Each entry contains the SHA-256 of the text of
//! the previous entry.
//!
//! The hash covers the literal lines of the entry in the file (from `- date:` to the end of its
//! last line, with LF line ends), so that the chain can be verified with `sha256sum` alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Changes;
use crate::checksum;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::slice::slice;
use crate::source::TextFile;
use crate::thai::Date;
use crate::yaml::{self, Context, Fields, FromNode, Node, NodeValue, Spanned, YamlLimits};

/// Comment at the top of the file.
const HEADER: &str = "# บันทึกการเผยแพร่ โปรแกรมเขียนต่อท้ายให้เมื่อสั่ง prongsai publish แก้ของเดิมไม่ได้ เพราะแต่ละรายการอ้างค่าแฮชของรายการก่อนหน้า\n\
                      # The publication log, appended to by prongsai publish. The past cannot be changed: each entry names the hash of the one before.\n";

/// One publication.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// Date of the publication.
    pub(crate) date: Date,
    /// Reason, in the officer's words.
    pub(crate) note: Option<String>,
    /// Base URL, in the first entry and in entries that change it.
    pub(crate) base: Option<String>,
    pub(crate) changes: Changes,
}

/// All publications, oldest first.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub(crate) entries: Vec<HistoryEntry>,
    /// Text of the file with LF line ends; empty before the first publication.
    pub(crate) text: String,
}

impl History {
    /// Parses the log and verifies its hash chain; a broken link is reported at the entry after the
    /// modified one.
    pub fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> History {
        let text = file.text.read().replace("\r\n", "\n");
        let limits = YamlLimits { bytes: 64 << 20, depth: 8 };
        let node = match yaml::parse(&file.path, &text, 0..text.len(), limits) {
            Ok(node) => node,
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                return History { entries: Vec::new(), text };
            }
        };
        let nodes = match &node.value {
            NodeValue::Seq(nodes) => nodes.as_slice(),
            NodeValue::Map(entries) if entries.is_empty() => &[],
            _ => {
                diagnostics.push(Diagnostic::new("history-form", SourceSpan::file(&file.path)));
                return History { entries: Vec::new(), text };
            }
        };
        let mut context = Context::new(&file.path, diagnostics);
        let read: Vec<HistoryEntryRead> = nodes.iter().filter_map(|node| HistoryEntryRead::from_node(node, &mut context)).collect();
        let blocks = blocks(&text);
        if blocks.len() != read.len() {
            context.report("history-form", &(0..0));
        }
        // Reports the first only: a modification often affects all entries.
        let broken = read.iter().enumerate().find(|(at, entry)| {
            let before = at.checked_sub(1).and_then(|before| blocks.get(before));
            let before = before.map(|block| checksum::of(slice(&text, block.clone()).as_bytes()));
            entry.previous.as_ref().map(|given| &given.value) != before.as_ref()
        });
        if let Some((_, entry)) = broken {
            let span = entry.previous.as_ref().map_or_else(|| entry.date.span.clone(), |given| given.span.clone());
            context.report("history-changed", &span).set("date", entry.date.value.to_string());
        }
        History { entries: read.into_iter().map(HistoryEntryRead::into_entry).collect(), text }
    }

    /// Hash of the last entry; `None` before the first publication.
    pub fn head(&self) -> Option<String> {
        blocks(&self.text).last().map(|block| checksum::of(slice(&self.text, block.clone()).as_bytes()))
    }

    /// Hashes of all entries, oldest first; two logs agree as far as their hashes do.
    pub fn heads(&self) -> Vec<String> {
        blocks(&self.text).into_iter().map(|block| checksum::of(slice(&self.text, block).as_bytes())).collect()
    }

    /// Returns the log with `entry` appended.
    pub fn with(&self, entry: HistoryEntry) -> History {
        let text = if self.text.is_empty() { HEADER.to_owned() } else { self.text.trim_end().to_owned() + "\n" };
        let text = text + &block(&entry, self.head().as_deref());
        History { entries: self.entries.iter().cloned().chain([entry]).collect(), text }
    }

    /// Currently published URLs according to the log, with their SHA-256.
    pub fn published(&self) -> BTreeMap<&str, &String> {
        let mut now = BTreeMap::new();
        for changes in self.entries.iter().map(|entry| &entry.changes) {
            now.extend(changes.added.iter().chain(&changes.changed).map(|(url, hash)| (url.as_str(), hash)));
            for removed in &changes.removed {
                now.remove(removed.as_str());
            }
        }
        now
    }

    /// Every URL ever published.
    pub fn ever(&self) -> BTreeSet<&str> {
        let changes = self.entries.iter().map(|entry| &entry.changes);
        changes.flat_map(|changes| changes.added.keys().chain(changes.changed.keys())).map(String::as_str).collect()
    }

    /// Base URL at the last publication; `None` in a log written before the program recorded it.
    pub fn base(&self) -> Option<&str> {
        self.entries.iter().rev().find_map(|entry| entry.base.as_deref())
    }

    /// Publications that changed the content of a URL, oldest first; only the last of each day.
    pub fn days(&self, url: &str) -> Vec<PublicationOfUrl<'_>> {
        let has = |changes: &Changes| changes.added.contains_key(url) || changes.changed.contains_key(url);
        let mut days: Vec<PublicationOfUrl<'_>> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| has(&entry.changes)) {
            match days.last_mut().filter(|day| day.entry.date == entry.date) {
                Some(day) => *day = PublicationOfUrl { number: at + 1, entry },
                None => days.push(PublicationOfUrl { number: at + 1, entry }),
            }
        }
        days
    }
}

/// A publication that changed the content of a URL.
#[derive(Clone, Copy, Debug)]
pub struct PublicationOfUrl<'h> {
    /// Number of the publication, from 1.
    pub(crate) number: usize,
    pub(crate) entry: &'h HistoryEntry,
}

/// A parsed entry, with the spans needed for findings.
struct HistoryEntryRead {
    date: Spanned<Date>,
    note: Option<String>,
    base: Option<String>,
    previous: Option<Spanned<String>>,
    changes: Changes,
}

impl HistoryEntryRead {
    fn into_entry(self) -> HistoryEntry {
        HistoryEntry { date: self.date.value, note: self.note, base: self.base, changes: self.changes }
    }
}

impl FromNode for HistoryEntryRead {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let date = fields.required("date");
        let (note, base, previous) = (fields.optional("note"), fields.optional("base"), fields.optional("previous"));
        let mut hashes = |key| fields.node(key).map(|node| hashes(node, fields.context())).unwrap_or_default();
        let (added, changed) = (hashes("added"), hashes("changed"));
        let removed: Vec<String> = fields.list("removed");
        fields.finish()?;
        let removed = removed.into_iter().filter_map(|url| url.strip_prefix('/').map(str::to_owned)).collect();
        Some(HistoryEntryRead { date: date?, note, base, previous, changes: Changes { added, changed, removed } })
    }
}

/// Parses a map from URL to SHA-256.
fn hashes(node: &Node, context: &mut Context<'_>) -> BTreeMap<String, String> {
    let Some(entries) = yaml::entries(node, context) else { return BTreeMap::new() };
    let line = |(key, value): &(yaml::MapKey, Node)| Some((key.name.strip_prefix('/')?.to_owned(), value.text()?.to_owned()));
    entries.iter().filter_map(line).collect()
}

/// Serialises an entry. Strings are written as JSON strings, a subset of YAML.
fn block(entry: &HistoryEntry, previous: Option<&str>) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut text = format!("- date: {}\n", entry.date);
    if let Some(note) = &entry.note {
        text += &format!("  note: {}\n", quoted(note));
    }
    if let Some(previous) = previous {
        text += &format!("  previous: {previous}\n");
    }
    if let Some(base) = &entry.base {
        text += &format!("  base: {}\n", quoted(base));
    }
    for (key, urls) in [("added", &entry.changes.added), ("changed", &entry.changes.changed)] {
        if !urls.is_empty() {
            text += &format!("  {key}:\n");
            text.extend(urls.iter().map(|(url, hash)| format!("    {}: {hash}\n", quoted(&format!("/{url}")))));
        }
    }
    if !entry.changes.removed.is_empty() {
        text += "  removed:\n";
        text.extend(entry.changes.removed.iter().map(|url| format!("    - {}\n", quoted(&format!("/{url}")))));
    }
    text
}

/// Byte range of each entry: from its dash to the next one, or to the end of the last non-empty
/// line.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("- ") {
            starts.push(at);
        }
        at += line.len();
    }
    let end = text.trim_end().len();
    let end = (end + 1).min(text.len());
    let ends = starts.iter().copied().skip(1).chain([end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end.max(start)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::HISTORY_FILE;
    use crate::base::RelPath;

    fn read(text: &str) -> (History, Vec<&'static str>) {
        let mut found = Diagnostics::new();
        let file = TextFile::new(RelPath::new(HISTORY_FILE).unwrap(), text);
        let history = History::read(&file, &mut found);
        (history, found.sorted().into_iter().map(|finding| finding.code).collect())
    }

    fn entry(day: i8, added: &[&str], changed: &[&str], removed: &[&str]) -> HistoryEntry {
        let hashed = |urls: &[&str]| urls.iter().map(|url| ((*url).to_owned(), format!("{day:064}"))).collect();
        let removed = removed.iter().map(|url| (*url).to_owned()).collect();
        let changes = Changes { added: hashed(added), changed: hashed(changed), removed };
        HistoryEntry {
            date: Date::new(2026, 11, day).unwrap(),
            note: Some("แก้ “คะแนน”: \"1\"\n# สอง".to_owned()),
            base: (day == 1).then(|| "https://www.example.go.th/ita/".to_owned()),
            changes,
        }
    }

    fn three() -> History {
        let first = History::default().with(entry(1, &["2566/o42/", "2566/o42/รายงาน 1.pdf"], &[], &[]));
        first.with(entry(2, &["2566/o43/"], &["2566/o42/"], &[])).with(entry(3, &[], &[], &["2566/o43/"]))
    }

    #[test]
    fn what_is_appended_is_read_again_and_chained() {
        let history = three();
        let (again, found) = read(&history.text);
        assert_eq!((again.entries, found), (history.entries.clone(), Vec::new()));
        let published = history.published();
        assert_eq!(published.keys().copied().collect::<Vec<_>>(), ["2566/o42/", "2566/o42/รายงาน 1.pdf"]);
        assert_eq!(history.days("2566/o42/").len(), 2);
    }

    #[test]
    fn a_changed_past_is_detected_whatever_was_changed() {
        let text = three().text;
        for (from, to) in [("2026-11-01", "2026-11-02"), ("สอง", "สาม"), ("/2566/o43/", "/2566/o44/"), ("00001\n", "00009\n")] {
            let (_, found) = read(&text.replacen(from, to, 1));
            assert!(found.contains(&"history-changed"), "{from} -> {to}: {found:?}");
        }
        let without_second =
            text.split("- date: ").enumerate().filter(|(at, _)| *at != 2).map(|(_, part)| part).collect::<Vec<_>>().join("- date: ");
        assert_eq!(read(&without_second).1, ["history-changed"]);
    }

    #[test]
    fn line_ends_of_another_system_change_nothing() {
        let (again, found) = read(&three().text.replace('\n', "\r\n"));
        assert_eq!((again.head(), found.len()), (three().head(), 0));
    }
}
