//! Where a tag ends.

use memchr::{memchr, memchr3};

/// Length in bytes of the tag or comment at the start of `html`, which begins with `<`.
pub(super) fn tag_length(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |at| at + 3);
    }
    let bytes = html.as_bytes();
    let from = |at: usize| bytes.get(at..).unwrap_or_default();
    let mut at = 0;
    while let Some(found) = memchr3(b'"', b'\'', b'>', from(at)) {
        at += found + 1;
        match bytes.get(at - 1) {
            Some(b'>') | None => return at,
            Some(quote) => match memchr(*quote, from(at)) {
                Some(end) => at += end + 1,
                None => break,
            },
        }
    }
    html.len()
}
