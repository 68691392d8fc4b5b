//! Page path from a file path.

use super::folder_name::with_blanks;
use crate::base::{RelPath, is_device};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// `a/b.md` and `a/b/index.md` are the page `a/b`. URLs consist of ASCII names, never of titles
/// (AR5).
pub(super) fn page_path(path: &RelPath, parts: &[&str]) -> Result<String, Box<Diagnostic>> {
    let mut names: Vec<&str> = parts.iter().map(|part| part.strip_suffix(".md").unwrap_or(part)).collect();
    if names.len() > 1 && names.last() == Some(&"index") {
        names.pop();
    }
    // An invalid folder name is reported at the folder, once.
    let place = |at: usize| RelPath::new(&path.parts().take(path.parts().count() - parts.len() + at + 1).collect::<Vec<_>>().join("/"));
    let at = |bad: &str| names.iter().position(|name| *name == bad).and_then(place).unwrap_or_else(|| path.clone());
    if let Some(reserved) = names.iter().find(|name| is_device(name)) {
        let finding = Diagnostic::new("page-file-name", SourceSpan::file(&at(reserved))).with("reserved", reserved);
        return Err(Box::new(finding.with("other", format!("{reserved}-page"))));
    }
    match names.iter().find(|name| !is_page_name(name)) {
        None => Ok(names.join("/")),
        Some(bad) => Err(bad_page_name(&at(bad), bad)),
    }
}

/// Diagnostic for a name that is invalid in a URL, with the nearest valid one.
pub(super) fn bad_page_name(path: &RelPath, name: &str) -> Box<Diagnostic> {
    let finding = Diagnostic::new("page-file-name", SourceSpan::file(path)).with("name", with_blanks(name));
    Box::new(finding.with_some("better", better_name(name)))
}

/// True if a name is valid as a segment of a URL.
pub(super) fn is_page_name(name: &str) -> bool {
    let ends = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    ends(name.chars().next())
        && ends(name.chars().next_back())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'))
}

/// Nearest valid name; `None` if the name has no ASCII letters or digits.
pub(super) fn better_name(name: &str) -> Option<String> {
    let mapped: String =
        crate::thai::to_arabic(name).chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = mapped.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}
