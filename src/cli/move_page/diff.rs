//! Diff of a move, with file and line numbers as in diagnostics.

use crate::diagnostics::words::escaped;
use crate::rename::{Edit, Renaming, edited};

const GONE: &str = "\u{1b}[31m";
const NEW: &str = "\u{1b}[32m";
const PLAIN: &str = "\u{1b}[0m";

/// The new file names, then each changed line with its file and number, before and after.
pub(super) fn text(renaming: &Renaming) -> String {
    let names = &renaming.names;
    let arrow = |(old, new): (&crate::base::RelPath, &crate::base::RelPath)| {
        let done = if names.renamed.contains(old) { " ✓" } else { "" };
        format!("{} → {}{done}\n", escaped(old.as_str()), escaped(new.as_str()))
    };
    let mut out: String = names.new.iter().map(arrow).collect();
    for (file, edits) in &renaming.changes.edits {
        let text = renaming.before.text(file.as_str()).map(|file| file.text.read().into_owned()).unwrap_or_default();
        for part in parts(&text, edits) {
            out.push_str(&format!("\n --> {}:{}\n", escaped(names.after(file).as_str()), part.line));
            let lines = |text: &str, sign: &str, colour: &str| -> String {
                text.lines().map(|line| format!("  {colour}{sign} {}{PLAIN}\n", escaped(line))).collect()
            };
            out.push_str(&lines(&part.before, "-", GONE));
            out.push_str(&lines(&part.after, "+", NEW));
        }
    }
    out.push('\n');
    out
}

/// Adjacent changed lines.
struct DiffHunk {
    /// Number of the first line, from 1.
    line: usize,
    before: String,
    after: String,
}

fn parts(text: &str, edits: &[Edit]) -> Vec<DiffHunk> {
    let mut parts: Vec<(std::ops::Range<usize>, Vec<Edit>)> = Vec::new();
    for edit in edits {
        let lines = lines_of(text, edit);
        match parts.last_mut() {
            Some((range, together)) if lines.start < range.end => {
                range.end = range.end.max(lines.end);
                together.push(edit.clone());
            }
            _ => parts.push((lines, vec![edit.clone()])),
        }
    }
    let part = |(range, edits): (std::ops::Range<usize>, Vec<Edit>)| {
        let before = text.get(range.clone()).unwrap_or_default();
        let within = |edit: &Edit| Edit::new(edit.start - range.start..edit.end - range.start, edit.new.clone());
        let after = edited(before, &edits.iter().map(within).collect::<Vec<_>>());
        DiffHunk { line: text.get(..range.start).unwrap_or_default().matches('\n').count() + 1, before: before.to_owned(), after }
    };
    parts.into_iter().map(part).collect()
}

/// Byte range of the lines that an edit touches; empty for a pure insertion of whole lines.
fn lines_of(text: &str, edit: &Edit) -> std::ops::Range<usize> {
    let start = text.get(..edit.start).unwrap_or_default().rfind('\n').map_or(0, |at| at + 1);
    if edit.start == edit.end && start == edit.start && edit.new.ends_with('\n') {
        return start..start;
    }
    let is_whole = edit.end > edit.start && text.get(..edit.end).is_some_and(|before| before.ends_with('\n'));
    let rest = text.get(edit.end..).unwrap_or_default();
    let end = if is_whole { edit.end } else { edit.end + rest.find('\n').map_or(rest.len(), |at| at + 1) };
    start..end
}
