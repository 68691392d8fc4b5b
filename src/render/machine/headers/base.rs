//! Base path in the form that hosts match against request paths.

use percent_encoding::percent_decode_str;
use url::Url;

/// Percent-decodes the path and drops empty segments, as hosts do with request paths before
/// matching.
pub(super) fn decoded(base: &Url) -> String {
    let path = percent_decode_str(base.path()).decode_utf8_lossy();
    path.split('/').filter(|name| !name.is_empty()).fold("/".to_owned(), |all, name| all + name + "/")
}

/// A regular expression for exactly this text. It means the same in PCRE (with or without UTF) and
/// in Go, and needs no escaping within quotes.
pub(super) fn expression(text: &str) -> String {
    text.chars().fold(String::new(), |all, c| match c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '/' | '-' | '_') {
        true => format!("{all}\\x{:02X}", u32::from(c)),
        false => format!("{all}{c}"),
    })
}
