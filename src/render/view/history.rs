//! The publication history in readable form, newest first.

use serde::Serialize;

use super::frame::PageHeading;
use crate::record::HistoryEntry;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::Permalink;
use crate::witness::Witness;

/// The publication history.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryView {
    pub(crate) title: String,
    pub(crate) entries: Vec<EntryView>,
    pub(crate) log: HtmlLink,
}

/// One publication.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Anchor: `p3` for the third publication.
    pub(crate) id: String,
    /// `31 มกราคม 2565`.
    pub(crate) date: String,
    pub(crate) note: Option<String>,
    /// `เผยแพร่ที่ https://…`, for the first publication and after a change of the base URL.
    pub(crate) base: Option<String>,
    /// Signed statements about the publication.
    pub(crate) witnesses: Vec<HtmlLink>,
    /// Added, changed and removed URLs; empty parts are omitted.
    pub(crate) parts: Vec<PartView>,
}

/// URLs with the same kind of change.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// `เพิ่ม 3 แห่ง`.
    pub(crate) title: String,
    /// The URLs; without link if removed.
    pub(crate) urls: Vec<UrlView>,
}

/// A URL.
#[derive(Clone, Debug, Serialize)]
pub struct UrlView {
    /// `/2566/o42/`.
    pub(crate) text: String,
    /// Relative link; `None` if removed.
    pub(crate) href: Option<String>,
}

/// The anchor of a publication, counted from 1.
pub fn anchor(number: usize) -> String {
    format!("p{number}")
}

/// The view of the history.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, HistoryView) {
    let title = writer.word("history");
    let entries = writer.site.record.history.entries.iter().enumerate().rev();
    let log = writer.link(&Permalink::file("history/history.yaml"), writer.word("history_log"));
    let view = HistoryView { title: title.clone(), entries: entries.map(|(at, entry)| one(writer, at + 1, entry)).collect(), log };
    (PageHeading { title, above: Vec::new() }, view)
}

fn one(writer: &PageContext<'_>, number: usize, entry: &HistoryEntry) -> EntryView {
    let there = |url: &String| UrlView { text: format!("/{url}"), href: Some(writer.own.link_to(&Permalink::file(url.clone()))) };
    let gone = |url: &String| UrlView { text: format!("/{url}"), href: None };
    let part = |word: &str, urls: Vec<UrlView>| PartView { title: writer.words(word, &[("count", &writer.figure(urls.len()))]), urls };
    let changes = &entry.changes;
    let parts = [
        part("history_added", changes.added.keys().map(there).collect()),
        part("history_changed", changes.changed.keys().map(there).collect()),
        part("history_removed", changes.removed.iter().map(gone).collect()),
    ];
    let parts = parts.into_iter().filter(|part| !part.urls.is_empty()).collect();
    let base = entry.base.as_ref().map(|base| writer.words("history_base", &[("base", base)]));
    let witnesses = writer.site.witnesses.iter().filter(|witness| witness.publication == number);
    let signed =
        |witness: &Witness| writer.link(&Permalink::file(witness.output()), writer.words("history_witness", &[("name", witness.name())]));
    let witnesses = witnesses.map(signed).collect();
    EntryView { id: anchor(number), date: writer.date(entry.date), note: entry.note.clone(), base, witnesses, parts }
}
