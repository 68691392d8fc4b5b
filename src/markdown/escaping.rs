use memchr::memchr3_iter;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What may not stand in a URL, besides everything that is not ASCII. `%` stays, so that what is
/// encoded stays so.
const NOT_IN_URLS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// Appends `text` so that it is text between tags.
pub(super) fn push_text(out: &mut String, text: &str) {
    let mut written = 0;
    for at in memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(text.get(written..at).unwrap_or_default());
        out.push_str(match text.as_bytes().get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            _ => "&gt;",
        });
        written = at + 1;
    }
    out.push_str(text.get(written..).unwrap_or_default());
}

/// Appends `text` so that it is the value of an attribute, in either sort of quotes.
pub(crate) fn push_attribute(out: &mut String, text: &str) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let instead = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(text.get(written..at).unwrap_or_default());
        out.push_str(instead);
        written = at + 1;
    }
    out.push_str(text.get(written..).unwrap_or_default());
}

/// Appends `url` so that it is the value of an attribute and holds nothing but ASCII.
pub(super) fn push_url(out: &mut String, url: &str) {
    for piece in utf8_percent_encode(url, NOT_IN_URLS) {
        push_attribute(out, piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_cannot_be_left() {
        let mut out = String::new();
        push_attribute(&mut out, r#""' onload=<&>"#);
        assert_eq!(out, "&quot;&#39; onload=&lt;&amp;&gt;");
    }

    #[test]
    fn a_url_is_ascii_and_encoded_once() {
        let mut out = String::new();
        push_url(&mut out, "/ก?a=1&b=%20\"'\n");
        assert_eq!(out, "/%E0%B8%81?a=1&amp;b=%20%22&#39;%0A");
    }
}
