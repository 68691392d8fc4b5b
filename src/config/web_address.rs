//! URLs, e-mail addresses and telephone numbers as typed, with corrections of invalid ones.

use url::Url;

use super::NetworkScope;
use crate::thai::is_digit;

/// True for a complete http or https URL with a valid host name.
pub fn is_web_address(text: &str) -> bool {
    let has_scheme = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_host = |host: &str| !host.is_empty() && host.split('.').all(|label| !label.is_empty());
    // A final dot in the name of a private host is tolerated: that the host is private is the
    // graver problem, reported elsewhere.
    let host = |url: &Url| match NetworkScope::of(url) {
        NetworkScope::World => url.host_str().map(str::to_owned),
        NetworkScope::Office | NetworkScope::OwnMachine => url.host_str().map(|host| host.trim_end_matches('.').to_owned()),
    };
    (has_scheme("https://") || has_scheme("http://")) && Url::parse(text).is_ok_and(|url| host(&url).is_some_and(|host| is_host(&host)))
}

/// Correction of `www.example.go.th`, `https//…`, `http:/…`, `htttps://…`, `https: //…`; `None` if
/// the text is too unclear.
pub fn meant_address(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['ฯ', '。', ',', ';', '.']);
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (scheme, behind) = text.split_at_checked(letters)?;
    let scheme = scheme.to_ascii_lowercase();
    let is_sign = |c: char| matches!(c, ':' | ';' | '：' | '；' | '/' | '／' | '\\' | '.' | '|' | '"') || c.is_whitespace();
    let rest = behind.trim_start_matches(is_sign);
    let signs = behind.strip_suffix(rest).unwrap_or_default();
    let is_web = (3..=8).contains(&scheme.len()) && scheme.contains("tp") && scheme.chars().all(|c| "https".contains(c));
    let (scheme, rest) = match is_web && signs.contains([':', ';', '：', '；', '/', '／', '\\']) {
        true => (if scheme.contains('s') { "https" } else { "http" }, rest),
        false if is_site_name(text) => ("https", text),
        false => return None,
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let meant = format!("{scheme}://{}", rest.replace('\\', "/").replace(' ', "%20"));
    (host.contains('.') && !host.contains(char::is_whitespace) && is_web_address(&meant)).then_some(meant)
}

/// True for a host name without scheme: `www.example.go.th/plan`, `example.go.th`.
fn is_site_name(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let ends = [".th", ".com", ".org", ".net", ".ไทย"];
    !host.contains(char::is_whitespace) && (host.starts_with("www.") || ends.iter().any(|end| host.ends_with(end)))
}

/// True for a single e-mail address: `saraban@example.go.th`.
pub fn is_mail_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let good = |part: &str, signs: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c));
    let labels: Vec<&str> = host.split('.').collect();
    let is_top = |label: &str| label.len() >= 2 && label.starts_with(|c: char| c.is_ascii_alphabetic());
    name.split('.').all(|part| good(part, "_+-%'&/=!~"))
        && labels.len() >= 2
        && labels.iter().all(|label| good(label, "-"))
        && labels.last().is_some_and(|top| is_top(top))
}

/// True if the text contains a telephone number: at least three digits (`199`,
/// `0 4200 0000 ต่อ 12`), without a letter O or l next to a digit.
pub fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    let letters: Vec<char> = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let has_letter_for_digit = letters.windows(2).any(|pair| match pair {
        [one, other] => (is_digit(*one) && matches!(other, 'O' | 'o' | 'l')) || (matches!(one, 'O' | 'o' | 'l') && is_digit(*other)),
        _ => false,
    });
    digits >= 3 && !has_letter_for_digit
}

/// Correction of an e-mail address, the first if there are several.
pub fn meant_mail(text: &str) -> Option<String> {
    let arabic = crate::thai::to_arabic(text).replace('＠', "@").replace("(at)", "@").replace("[at]", "@");
    let text = arabic.trim().trim_start_matches("mailto:").replace(" @", "@").replace("@ ", "@");
    let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'));
    words.find(|word| is_mail_address(word.trim_end_matches('.'))).map(|word| word.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_has_its_whole_scheme_and_a_host() {
        for text in [
            "https://www.example.go.th",
            "HTTP://example.go.th/ก ข",
            "http://intranet/a",
            "http://nas.local./a",
            "https://ตัวอย่าง.ไทย/",
            "http://10.0.0.1:8080/",
        ] {
            assert!(is_web_address(text), "{text}");
        }
        for text in [
            "",
            "www.example.go.th",
            "http:/example.go.th",
            "https//example.go.th",
            "https://",
            "https://a b.th/",
            "https://example.go.th./",
            "https:example.go.th",
        ] {
            assert!(!is_web_address(text), "{text}");
        }
    }

    #[test]
    fn what_was_meant_by_a_misspelt_address() {
        for text in [
            "www.example.go.th/a",
            "https//www.example.go.th/a",
            "https:/www.example.go.th/a",
            "htttps://www.example.go.th/a",
            "htps://www.example.go.th/a",
            "https: //www.example.go.th/a",
            "https：//www.example.go.th/a",
            r"https:\\www.example.go.th\a",
            "https://www.example.go.th./a".trim_end_matches("/a"),
        ] {
            let meant = meant_address(text).unwrap_or_default();
            assert!(meant == "https://www.example.go.th/a" || meant == "https://www.example.go.th", "{text}: {meant}");
        }
        assert_eq!(meant_address("http:/example.go.th").as_deref(), Some("http://example.go.th"));
        assert_eq!(meant_address("example.go.th").as_deref(), Some("https://example.go.th"));
        for text in ["แผน.pdf", "https.pdf", "../o42.md", "", "เว็บไซต์ของเทศบาล", "https://", "ftp://example.go.th", "tp/a.pdf"]
        {
            assert_eq!(meant_address(text), None, "{text}");
        }
    }

    #[test]
    fn a_telephone_number_can_be_dialled() {
        for text in
            ["0 4200 0000", "๐ ๔๒๐๐ ๐๐๐๐ ต่อ ๑๒", "199", "+66 4200 0000", "042-000000 หรือ 08 0000 0000 (นายช่าง)", "0 4200 0000 ext. 12"]
        {
            assert!(is_telephone(text), "{text}");
        }
        for text in ["-", "โทร", "12", "O4200 0000", "0 42OO 0000"] {
            assert!(!is_telephone(text), "{text}");
        }
    }

    #[test]
    fn an_address_of_mail_has_a_name_and_a_host() {
        for text in ["saraban@example.go.th", "a.b-c_d@x-y.example.com", "06430101@dla.go.th"] {
            assert!(is_mail_address(text), "{text}");
        }
        for (text, meant) in [
            ("webmaster@", None),
            ("a b@x", None),
            ("@example.go.th", None),
            ("saraban@example", None),
            ("saraban@example..go.th", None),
            ("a@b.th, c@d.th", Some("a@b.th")),
            ("saraban @example.go.th", Some("saraban@example.go.th")),
            ("๐๖๔๓@dla.go.th", Some("0643@dla.go.th")),
            ("mailto:a@b.th", Some("a@b.th")),
            ("a(at)b.go.th", Some("a@b.go.th")),
            ("a@b.go.th.", Some("a@b.go.th")),
        ] {
            assert!(!is_mail_address(text), "{text}");
            assert_eq!(meant_mail(text).as_deref(), meant, "{text}");
        }
    }
}
