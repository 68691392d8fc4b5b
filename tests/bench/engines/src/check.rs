//! Stage three: what is wrong with a page.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::document::Span;
use crate::{Document, Facts, Finding};

/// Words that a reader has to look up, and what leads nowhere.
const WORDS: &[&str] = &[
    "ฯลฯ",
    "โดยประมาณ",
    "เร็ว ๆ นี้",
    "ตามความเหมาะสม",
    "อยู่ระหว่างดำเนินการ",
    "ไม่มีข้อมูล",
    "คลิกที่นี่",
    "ดูที่นี่",
    "lorem",
    "to be done",
    "xxx",
    "ชื่อหน่วยงาน",
    "กรอกข้อความ",
    "๐๐/๐๐",
    "[วันที่]",
    "http://",
    "files.example/",
    "short.example/",
    "pages.example/",
    "เอกสารลับ",
];

static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(WORDS).ok());

/// Links and anchors must exist, headings must have a text, the title a length, and some words are
/// to be avoided.
pub fn findings<'f>(text: &str, document: &Document, facts: impl Fn(&str) -> Option<&'f Facts>) -> Vec<Finding> {
    let mut found = Vec::new();
    for link in &document.links {
        match facts(&link.address) {
            None => found.push(finding("broken-link", link.span, &link.address)),
            Some(other) if !link.anchor.is_empty() && !other.anchors.contains(&link.anchor) => {
                found.push(finding("broken-anchor", link.span, &link.anchor));
            }
            Some(_) => {}
        }
    }
    let empty = document.headings.iter().filter(|heading| heading.text.trim().is_empty());
    found.extend(empty.map(|heading| finding("empty-heading", heading.span, &heading.id)));
    let long = document.field("title").filter(|title| title.value.chars().count() > 80);
    found.extend(long.map(|title| finding("long-title", title.span, &title.value)));
    let hits = SEARCH.iter().flat_map(|search| search.find_iter(text));
    found.extend(hits.map(|hit| finding("word", Span::of(hit.range()), Span::of(hit.range()).read(text))));
    found
}

fn finding(code: &str, span: Span, about: &str) -> Finding {
    Finding { code: code.to_owned(), span, about: about.to_owned() }
}
