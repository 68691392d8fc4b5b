//! Characters written as escapes: character references of Markdown (`&#x202E;`), and those in quoted
//! texts of YAML (`"\u202e"`). Readers get the character itself.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use crate::base::RelPath;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::yaml::{self, Node, NodeValue, YamlLimits};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(of_page) };

/// Reports references to characters that are refused as such.
fn of_page(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let body = page.document.body.range.start;
    let is_refused = |(span, c): &(Range<usize>, char)| span.start >= body && is_refused(*c);
    let first = page.visible(references(page.file).into_iter().filter(is_refused).collect()).into_iter().next();
    let report = |(span, c)| Diagnostic::new("control-character", SourceSpan::new(&page.document.source, span)).with("character", c);
    first.map(report).into_iter().collect()
}

/// A character that a file must not contain. Markdown replaces U+0000, and drops the other control
/// characters below U+0020, which is reported as lost text.
fn is_refused(c: char) -> bool {
    c >= ' ' && yaml::first_control(c.encode_utf8(&mut [0; 4])).is_some()
}

/// Numeric character references, and the names of invisible direction marks.
pub(super) fn references(text: &str) -> Vec<(Range<usize>, char)> {
    let reference = |at: usize| {
        let near = text.as_bytes().get(at + 1..)?.iter().take(LONGEST + 1);
        let name = slice(text, at + 1..at + 1 + near.copied().position(|byte| byte == b';')?);
        let c = match name.strip_prefix('#') {
            None => named(name)?,
            Some(number) => match number.strip_prefix(['x', 'X']) {
                Some(hex) => of_number(hex, 16)?,
                None => of_number(number, 10)?,
            },
        };
        Some((at..at + name.len() + 2, c))
    };
    memchr_iter(b'&', text.as_bytes()).filter_map(reference).collect()
}

/// `#x10FFFF`, with leading zeros.
const LONGEST: usize = 10;

fn named(name: &str) -> Option<char> {
    match name {
        "lrm" => Some('\u{200E}'),
        "rlm" => Some('\u{200F}'),
        _ => None,
    }
}

fn of_number(digits: &str, radix: u32) -> Option<char> {
    u32::from_str_radix(digits, radix).ok().and_then(char::from_u32)
}

/// The escapes in the quoted texts of YAML, by their code points.
pub(super) fn escapes_of_data(path: &RelPath, text: &str, data: Range<usize>) -> Vec<(Range<usize>, char)> {
    // Fast path: nearly no file has one.
    let source = slice(text, data.clone()).as_bytes();
    if memmem::find(source, b"\\u").is_none() && memmem::find(source, b"\\U").is_none() {
        return Vec::new();
    }
    let limits = YamlLimits { bytes: data.len(), depth: DEPTH };
    let data = front_matter(text, data);
    let mut found = Vec::new();
    if let Ok(node) = yaml::parse(path, text, data, limits) {
        collect(&node, text, &mut found);
    }
    found
}

/// Deeper files are refused.
const DEPTH: usize = 64;

/// The YAML between the lines of `---` of a page; all of a file without them.
fn front_matter(text: &str, data: Range<usize>) -> Range<usize> {
    let source = slice(text, data.clone());
    let Some(behind) = source.strip_prefix('\u{FEFF}').unwrap_or(source).strip_prefix("---").and_then(|rest| rest.split_once('\n')) else {
        return data;
    };
    let (_, inner) = behind;
    let start = data.end - inner.len();
    let end = inner.rfind("\n---").map_or(data.end, |at| start + at + 1);
    start..end
}

fn collect(node: &Node, text: &str, found: &mut Vec<(Range<usize>, char)>) {
    match &node.value {
        NodeValue::Null => {}
        NodeValue::Scalar(_) => found.extend(escapes(text, &node.span)),
        NodeValue::Seq(items) => items.iter().for_each(|item| collect(item, text, found)),
        NodeValue::Map(entries) => entries.iter().for_each(|(_, value)| collect(value, text, found)),
    }
}

/// The escapes in the scalar at `span`, if it stands in double quotes.
fn escapes(text: &str, span: &Range<usize>) -> Vec<(Range<usize>, char)> {
    let typed = slice(text, span.clone());
    let mut found = Vec::new();
    let mut at = if typed.starts_with('"') { 0 } else { typed.len() };
    while let Some(next) = typed.get(at..).and_then(|rest| rest.find('\\')) {
        let start = at + next;
        let rest = slice(typed, start + 1..);
        let digits = match rest.chars().next() {
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        if let Some(c) = rest.get(1..=digits).and_then(|hex| of_number(hex, 16)) {
            found.push((span.start + start..span.start + start + 2 + digits, c));
        }
        at = start + 1 + rest.chars().next().map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<(&str, char)> {
        let path = RelPath::new("content/site.yaml").unwrap();
        escapes_of_data(&path, typed, 0..typed.len()).into_iter().map(|(span, c)| (&typed[span], c)).collect()
    }

    #[test]
    fn an_escape_is_one_in_double_quotes_only() {
        assert_eq!(found(r#"a: "ก\u202eข""#), [(r"\u202e", '\u{202E}')]);
        assert_eq!(found("---\ntitle: [\"\\U0000202E\", ก]\n---\n"), [("\\U0000202E", '\u{202E}')]);
        for typed in [r#"a: "ก\\u202eข""#, r"a: 'ก\u202eข'", r"a: ก\u202eข", r#"a: "\u20""#] {
            assert_eq!(found(typed), [], "{typed}");
        }
    }

    #[test]
    fn references_are_numbers_and_names_of_direction_marks() {
        let text = "&#x202E; &#8238; &rlm; &amp; &#x202E &; & ก; &#xD800;";
        let found: Vec<_> = references(text).into_iter().map(|(span, c)| (&text[span], c)).collect();
        assert_eq!(found, [("&#x202E;", '\u{202E}'), ("&#8238;", '\u{202E}'), ("&rlm;", '\u{200F}')]);
    }
}
