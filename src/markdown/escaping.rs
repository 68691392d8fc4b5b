use memchr::memchr3_iter;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// ASCII characters to percent-encode in URLs. `%` is not included, so that encoded sequences are
/// kept.
const NOT_IN_URLS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// Appends `text`, escaped as element content.
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

/// Appends `text`, escaped as attribute value for either kind of quotes.
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

/// Appends `url`, percent-encoded to ASCII and escaped as attribute value.
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
