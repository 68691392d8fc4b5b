//! Last step of a page: its visible text in one kind of digits, and Thai marked as Thai on a page
//! of another language. Both concern the words of authors and of the theme alike, so they are
//! applied to the finished HTML, text by text; tags, attributes and comments stay as they are.

use std::borrow::Cow;

use super::tag_length::tag_length;
use crate::base::Lang;
use crate::thai::{Digits, to_thai};

/// Elements without an end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose digits are not numbers for readers.
const LITERAL: [&str; 7] = ["code", "pre", "kbd", "samp", "script", "style", "textarea"];
/// Elements that have no elements within.
const TEXT_ONLY: [&str; 5] = ["title", "script", "style", "textarea", "option"];
/// Class of words quoted from a paper, with its own digits.
const QUOTED: &str = "as-written";
/// Deeper pages of custom themes stay as they are.
const MAX_DEPTH: usize = 512;

/// The page `html` with all numbers in `digits`, and with its Thai marked if `lang` is not Thai.
pub(super) fn adapted(html: String, digits: Digits, lang: Lang) -> String {
    if digits == Digits::Arabic && lang == Lang::Thai {
        return html;
    }
    let made = Adapter { digits, open: Vec::new() }.page(&html);
    made.unwrap_or(html)
}

struct Adapter<'h> {
    digits: Digits,
    open: Vec<OpenElement<'h>>,
}

/// An open element, with what it has from those around it.
#[derive(Clone, Copy)]
struct OpenElement<'h> {
    name: &'h str,
    digits: Digits,
    marking: Marking,
}

/// Whether Thai text is to be marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marking {
    /// It is in an element of another language.
    Needed,
    /// It is in a Thai element, or cannot be marked.
    None,
}

impl<'h> Adapter<'h> {
    /// `None` if the page nests too deeply.
    fn page(mut self, html: &'h str) -> Option<String> {
        let mut out = String::with_capacity(html.len() + html.len() / 16);
        let mut rest = html;
        while let Some((text, from_tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
            self.text(text, &mut out);
            let (tag, after) = from_tag.split_at_checked(tag_length(from_tag))?;
            self.tag(tag);
            out.push_str(tag);
            rest = after;
            if self.open.len() > MAX_DEPTH {
                return None;
            }
        }
        self.text(rest, &mut out);
        Some(out)
    }

    fn around(&self) -> OpenElement<'h> {
        self.open.last().copied().unwrap_or(OpenElement { name: "", digits: self.digits, marking: Marking::None })
    }

    fn tag(&mut self, tag: &'h str) {
        if let Some(name) = tag.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim_end();
            if let Some(at) = self.open.iter().rposition(|element| element.name == name) {
                self.open.truncate(at);
            }
            return;
        }
        let name = tag.trim_start_matches('<').split([' ', '\n', '\t', '/', '>']).next().unwrap_or_default();
        let is_element = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_element && !VOID.contains(&name) && !tag.ends_with("/>") {
            self.open.push(self.around().with(name, tag));
        }
    }

    fn text(&self, text: &str, out: &mut String) {
        let OpenElement { digits, marking, .. } = self.around();
        let text = if digits == Digits::Thai { Cow::Owned(in_thai_digits(text)) } else { Cow::Borrowed(text) };
        match thai_part(&text).filter(|_| marking == Marking::Needed) {
            Some((before, thai, after)) => out.extend([before, "<span lang=\"th\">", thai, "</span>", after]),
            None => out.push_str(&text),
        }
    }
}

impl<'h> OpenElement<'h> {
    /// What `tag` opens within this element.
    fn with(self, name: &'h str, tag: &str) -> Self {
        let value = |name: &str| tag.split_once(name).and_then(|(_, rest)| rest.split('"').next());
        let is_quoted = value(" class=\"").is_some_and(|classes| classes.split_whitespace().any(|class| class == QUOTED));
        let digits = if LITERAL.contains(&name) || is_quoted { Digits::Arabic } else { self.digits };
        let marking = match value(" lang=\"") {
            _ if TEXT_ONLY.contains(&name) => Marking::None,
            Some(lang) if lang == Lang::Thai.name() => Marking::None,
            Some(_) => Marking::Needed,
            None => self.marking,
        };
        OpenElement { name, digits, marking }
    }
}

/// Numbers in Thai digits. Codes, addresses and file names have Latin letters beside their digits,
/// and keep them, as do character references.
fn in_thai_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut references = text.split('&');
    words(references.next().unwrap_or_default(), &mut out);
    for part in references {
        out.push('&');
        let end = part.find(';').filter(|&at| at < 10).map_or(0, |at| at + 1);
        let (reference, rest) = part.split_at_checked(end).unwrap_or(("", part));
        out.push_str(reference);
        words(rest, &mut out);
    }
    out
}

fn words(text: &str, out: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let is_word = rest.starts_with(|c: char| c.is_ascii_graphic());
        let end = rest.find(|c: char| c.is_ascii_graphic() != is_word).unwrap_or(rest.len());
        let Some((run, after)) = rest.split_at_checked(end) else { return out.push_str(rest) };
        let is_number = is_word && !run.contains(|c: char| c.is_ascii_alphabetic());
        out.push_str(&if is_number { to_thai(run) } else { Cow::Borrowed(run) });
        rest = after;
    }
}

/// The part from the first to the last Thai letter, with what is before and after.
fn thai_part(text: &str) -> Option<(&str, &str, &str)> {
    let is_thai = |c: char| ('\u{E01}'..='\u{E5B}').contains(&c);
    let (before, from) = text.split_at_checked(text.find(is_thai)?)?;
    let last = from.char_indices().rfind(|(_, c)| is_thai(*c))?;
    let (thai, after) = from.split_at_checked(last.0 + last.1.len_utf8())?;
    Some((before, thai, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(html: &str, digits: Digits, lang: Lang) -> String {
        adapted(html.to_owned(), digits, lang)
    }

    #[test]
    fn every_number_of_a_page_has_the_same_digits_and_no_code_has_other_ones() {
        for (html, shown) in [
            ("<h1>O42 ปี 2569</h1>", "<h1>O42 ปี ๒๕๖๙</h1>"),
            ("<p data-n=\"1 > 2\">ก1ข O4ปี2569 (1,200.50)</p>", "<p data-n=\"1 > 2\">ก๑ข O4ปี๒๕๖๙ (๑,๒๐๐.๕๐)</p>"),
            ("<p>a1@example.go.th ไฟล์ plan-2566.pdf</p>", "<p>a1@example.go.th ไฟล์ plan-2566.pdf</p>"),
            ("<p>&#39;2&amp;3&#x2F;4 & 5</p>", "<p>&#39;๒&amp;๓&#x2F;๔ & ๕</p>"),
            ("<p>1<code>2</code>3<br>4</p>", "<p>๑<code>2</code>๓<br>๔</p>"),
            ("<td>1 <small class=\"as-written\">“8๑.51”</small> 2</td>", "<td>๑ <small class=\"as-written\">“8๑.51”</small> ๒</td>"),
            ("<!-- 1 --><!doctype html><title>2569</title>", "<!-- 1 --><!doctype html><title>๒๕๖๙</title>"),
            ("1 <b", "๑ <b"),
        ] {
            assert_eq!(made(html, Digits::Thai, Lang::Thai), shown);
            assert_eq!(made(html, Digits::Arabic, Lang::Thai), html);
        }
    }

    #[test]
    fn thai_on_a_page_of_another_language_is_marked_once() {
        for (html, shown) in [
            ("<html lang=\"en\"><p>Year 2569 ปีที่ 5 ของเรา.</p>", "<html lang=\"en\"><p>Year 2569 <span lang=\"th\">ปีที่ 5 ของเรา</span>.</p>"),
            (
                "<html lang=\"en\"><div lang=\"th\"><p>ก</p></div>ข",
                "<html lang=\"en\"><div lang=\"th\"><p>ก</p></div><span lang=\"th\">ข</span>",
            ),
            (
                "<html lang=\"en\"><title>ก</title><p title=\"ก\">English</p>",
                "<html lang=\"en\"><title>ก</title><p title=\"ก\">English</p>",
            ),
        ] {
            assert_eq!(made(html, Digits::Arabic, Lang::English), shown);
        }
    }

    #[test]
    fn a_page_that_nests_without_end_stays_as_it_is() {
        let deep = "<div>1".repeat(MAX_DEPTH + 2);
        assert_eq!(made(&deep, Digits::Thai, Lang::Thai), deep);
    }
}
