//! The lines of a body around a place in it.

/// From the beginning of its line to `at`.
pub(super) fn before(body: &str, at: usize) -> &str {
    let before = body.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// From `at` to the end of its line.
pub(super) fn after(body: &str, at: usize) -> &str {
    body.get(at..).unwrap_or_default().lines().next().unwrap_or_default()
}

/// How far `text` reaches from the beginning of a line, in columns as the parser counts them.
pub(super) fn columns(text: &str) -> usize {
    text.chars().fold(0, |column, c| if c == '\t' { column + 4 - column % 4 } else { column + 1 })
}
