//! The path of a site as hosts compare it with that of a request.

use percent_encoding::percent_decode_str;
use url::Url;

/// Percent-decoded, and without empty names, as hosts do with the path of a request before they
/// look at it.
pub(super) fn decoded(base: &Url) -> String {
    let path = percent_decode_str(base.path()).decode_utf8_lossy();
    path.split('/').filter(|name| !name.is_empty()).fold("/".to_owned(), |all, name| all + name + "/")
}

/// A regular expression for exactly this text: it means the same to PCRE, with letters or with
/// bytes, and to Go, and needs no escaping within quotes.
pub(super) fn expression(text: &str) -> String {
    text.chars().fold(String::new(), |all, c| match c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '/' | '-' | '_') {
        true => format!("{all}\\x{:02X}", u32::from(c)),
        false => format!("{all}{c}"),
    })
}
