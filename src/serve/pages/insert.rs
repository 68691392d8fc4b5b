//! Inserts the preview's additions into a page, which is otherwise identical to that of `build`.

use super::bar::Bar;
use super::live::LiveReload;
use crate::slice::slice;

/// Inserts style sheet and script before `</head>`, and the bar after `<body …>`. A page without
/// head or body is returned unchanged.
pub fn with_bar(html: &str, bar: &Bar, live: &LiveReload) -> String {
    let places = head_end(html).and_then(|head| Some((head, body_start(html, head)?)));
    let Some((head, body)) = places else { return html.to_owned() };
    let bar = bar.html(live);
    [slice(html, ..head), &live.head(), slice(html, head..body), &bar, slice(html, body..)].concat()
}

/// The same without a bar, for the preview's own pages.
pub fn with_live(html: &str, live: &LiveReload) -> String {
    match head_end(html) {
        Some(head) => [slice(html, ..head), &live.head(), slice(html, head..)].concat(),
        None => html.to_owned(),
    }
}

/// Offset of `</head>`. Text in theme pages cannot contain it, because it is escaped.
fn head_end(html: &str) -> Option<usize> {
    find_tag(html, "</head")
}

/// Offset after `<body …>`.
fn body_start(html: &str, from: usize) -> Option<usize> {
    let tag = from + find_tag(slice(html, from..), "<body")?;
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(tag) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Offset of a tag by name, ignoring case.
fn find_tag(html: &str, name: &str) -> Option<usize> {
    let ends_here = |rest: &[u8]| rest.first().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let is_here = |window: &[u8]| window.eq_ignore_ascii_case(name.as_bytes());
    let bytes = html.as_bytes();
    let mut candidates = bytes.windows(name.len()).enumerate().filter(|(_, window)| is_here(window));
    candidates.find(|(at, _)| ends_here(&bytes[at + name.len()..])).map(|(at, _)| at)
}
