//! The line around an offset in a body.

/// From the start of the line to `at`.
pub(super) fn before(body: &str, at: usize) -> &str {
    let before = body.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// From `at` to the end of the line.
pub(super) fn after(body: &str, at: usize) -> &str {
    body.get(at..).unwrap_or_default().lines().next().unwrap_or_default()
}

/// Width of `text` from the start of a line, in columns as counted by the parser (tab stop 4).
pub(super) fn columns(text: &str) -> usize {
    text.chars().fold(0, |column, c| if c == '\t' { column + 4 - column % 4 } else { column + 1 })
}
