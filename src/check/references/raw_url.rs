//! Link text describes the target; a URL read aloud by a screen reader does not (WCAG 2.4.4).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::LinkRole;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(raw) };

fn raw(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    // A bare URL in the body is meant to be read, and described by the text around it.
    let has_text = |role: LinkRole| role == LinkRole::Link || role.is_evidence();
    let raw = page.pointers.iter().filter(|pointer| has_text(pointer.link.role) && is_address(pointer.link.text));
    raw.map(|pointer| pointer.report("raw-url-link-text").with("text", pointer.link.text)).collect()
}

/// True for `https://www.example.go.th/file/1.pdf`, also without scheme; false for a mere host
/// name, which is descriptive.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).or_else(|| text.starts_with("www.").then_some(text));
    let Some((_, path)) = rest.filter(|rest| !rest.contains(char::is_whitespace)).and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    !path.is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn the_name_of_a_site_is_no_raw_address() {
        for text in ["https://www.example.go.th/a", " http://example.go.th/?id=1 ", "www.example.go.th/ita.php"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["", "www.example.go.th", "https://www.example.go.th/", "https://example.go.th", "ดู https://a.th/b แล้ว", "a/b"]
        {
            assert!(!is_address(text), "{text}");
        }
    }
}
