//! URIs of telephone numbers and mail addresses, as links and as identifiers in data.

use crate::thai::to_arabic;

/// The `tel:` URI of a telephone number; `None` if the text is not clearly one.
pub fn telephone_link(text: &str) -> Option<String> {
    let digits: String = to_arabic(text).chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let is_number = digits.len() >= 3 && digits.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| format!("tel:{digits}"))
}

/// The `tel:` URI that is valid in every country (RFC 3966, 5.1.4): a number of Thailand gets its
/// country code. Short numbers, which exist within the country only, stay as they are.
pub fn global_telephone_link(text: &str) -> Option<String> {
    let link = telephone_link(text)?;
    let national = link.strip_prefix("tel:0").filter(|rest| (8..=9).contains(&rest.len()));
    Some(national.map_or(link.clone(), |national| format!("tel:+66{national}")))
}

/// The `mailto:` URI of a mail address; `None` if the text is not clearly one.
pub fn mail_link(text: &str) -> Option<String> {
    (text.contains('@') && !text.contains(char::is_whitespace)).then(|| format!("mailto:{text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_clearly_an_address_becomes_a_link() {
        assert_eq!(telephone_link("๐ 4281-2345").as_deref(), Some("tel:042812345"));
        assert_eq!(telephone_link("0 4281 2345 ต่อ 12"), None);
        assert_eq!(mail_link("saraban@example.go.th").as_deref(), Some("mailto:saraban@example.go.th"));
        assert_eq!(mail_link("saraban at example.go.th"), None);
    }

    #[test]
    fn numbers_of_thailand_are_reached_from_elsewhere() {
        assert_eq!(global_telephone_link("0 2000 0000").as_deref(), Some("tel:+6620000000"));
        assert_eq!(global_telephone_link("08 1234 5678").as_deref(), Some("tel:+66812345678"));
        assert_eq!(global_telephone_link("1567").as_deref(), Some("tel:1567"));
        assert_eq!(global_telephone_link("+66 2000 0000").as_deref(), Some("tel:+6620000000"));
    }
}
