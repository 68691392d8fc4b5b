use percent_encoding::percent_decode_str;

use super::thai_letter::is_zero_width;

/// Allowed schemes. Links without a scheme are always allowed.
const ALLOWED: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The scheme for which `destination` is refused (lower case; empty for `//host`), or `None` if it
/// is allowed.
///
/// Browsers strip tabs and line ends in a URL and white space before it, and read `\` as `/`, so
/// the destination is normalised likewise, and percent-decoded in addition (WHATWG URL Standard,
/// "basic URL parser").
pub(super) fn refused_scheme(destination: &str) -> Option<String> {
    let read = as_browsers_read(destination);
    if read.starts_with("//") {
        return Some(String::new());
    }
    let first_segment = read.split(['/', '?', '#']).next()?;
    let (scheme, _) = first_segment.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    if !is_scheme(&scheme) || ALLOWED.contains(&scheme.as_str()) {
        return None;
    }
    Some(scheme)
}

/// True if `href` is an absolute web address.
pub(super) fn is_outside(href: &str) -> bool {
    let read = as_browsers_read(href).to_ascii_lowercase();
    read.starts_with("http:") || read.starts_with("https:")
}

fn as_browsers_read(destination: &str) -> String {
    percent_decode_str(destination)
        .decode_utf8_lossy()
        .chars()
        .filter(|c| !(c.is_control() || c.is_whitespace() || is_zero_width(*c)))
        .map(|c| if c == '\\' { '/' } else { c })
        .collect()
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_is_refused_however_it_is_written() {
        for destination in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\u{200b}script:alert(1)",
            "javascript%3Aalert(1)",
            "%6Aavascript:alert(1)",
        ] {
            assert_eq!(refused_scheme(destination).as_deref(), Some("javascript"), "{destination}");
        }
    }

    #[test]
    fn only_four_schemes_are_allowed() {
        for destination in ["http://a", "HTTPS://a", "mailto:a@b", "tel:+6621234567"] {
            assert_eq!(refused_scheme(destination), None, "{destination}");
        }
        for (destination, scheme) in
            [("data:text/html,x", "data"), ("vbscript:x", "vbscript"), ("ftp://a", "ftp"), ("file:///etc", "file"), ("C:\\แผน.pdf", "c")]
        {
            assert_eq!(refused_scheme(destination).as_deref(), Some(scheme), "{destination}");
        }
    }

    #[test]
    fn a_link_without_a_scheme_is_allowed_unless_it_names_a_host() {
        for destination in ["", "a.pdf", "/a", "../a?x=b:c", "#ข้อ-1:2", "แผน:2569.pdf", "12:30.html", "a/b:c"] {
            assert_eq!(refused_scheme(destination), None, "{destination}");
        }
        for destination in ["//host/a", "\\\\host", "/\\host", "/\t/host"] {
            assert_eq!(refused_scheme(destination).as_deref(), Some(""), "{destination}");
        }
    }

    #[test]
    fn http_links_leave_the_site() {
        assert!(is_outside("HTTPS://example.go.th"));
        assert!(!is_outside("/http:/a"));
        assert!(!is_outside("mailto:a@b"));
    }
}
