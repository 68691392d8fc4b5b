//! What the preview puts into a page. Without it the bytes are those of `build`.

use super::bar::Bar;
use super::live::LiveReload;
use crate::slice::slice;

/// Puts into a page what the preview adds: style sheet and script before `</head>`, the bar behind
/// `<body …>`. Nothing else changes. A page without a head or body is given back as it is.
pub fn with_bar(html: &str, bar: &Bar, live: &LiveReload) -> String {
    let places = head_end(html).and_then(|head| Some((head, body_start(html, head)?)));
    let Some((head, body)) = places else { return html.to_owned() };
    let bar = bar.html(live);
    [slice(html, ..head), &live.head(), slice(html, head..body), &bar, slice(html, body..)].concat()
}

/// The same without a bar, for the pages of the preview itself.
pub fn with_live(html: &str, live: &LiveReload) -> String {
    match head_end(html) {
        Some(head) => [slice(html, ..head), &live.head(), slice(html, head..)].concat(),
        None => html.to_owned(),
    }
}

/// Where `</head>` begins. In the pages of a theme, text cannot hold it: it is escaped.
fn head_end(html: &str) -> Option<usize> {
    find_tag(html, "</head")
}

/// The byte behind `<body …>`.
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

/// Where a tag of this name begins, in any case of letters.
fn find_tag(html: &str, name: &str) -> Option<usize> {
    let ends_here = |rest: &[u8]| rest.first().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let is_here = |window: &[u8]| window.eq_ignore_ascii_case(name.as_bytes());
    let bytes = html.as_bytes();
    let mut candidates = bytes.windows(name.len()).enumerate().filter(|(_, window)| is_here(window));
    candidates.find(|(at, _)| ends_here(&bytes[at + name.len()..])).map(|(at, _)| at)
}
