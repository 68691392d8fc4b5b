//! Delimited text (`.csv`, `.tsv`) and text with pasted tables as tables.

mod decoded;
mod delimited_text;
mod pasted_text;
mod pipe_table;
mod record_table;
#[cfg(test)]
mod tests;

use super::grids_gathered::GatheredGrids;
use crate::attachment::grid::GridDocument;
use decoded::decoded;
use delimited_text::{TextRecords, separator};
use pasted_text::read_pasted;
use record_table::add_table;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// One table.
    Delimited,
    /// Paragraphs with tables between them, as pasted from Word, Excel or a web page.
    Pasted,
}

/// Reads a text.
pub(crate) fn read(bytes: &[u8], kind: TextKind) -> GridDocument {
    let mut gathered = GatheredGrids::new();
    let Some(text) = decoded(bytes, &mut gathered) else { return gathered.into_document() };
    match kind {
        TextKind::Delimited => read_delimited(&text, &mut gathered),
        TextKind::Pasted => read_pasted(&text, &mut gathered),
    }
    gathered.into_document()
}

fn read_delimited(text: &str, gathered: &mut GatheredGrids) {
    let records = match declared_separator(text) {
        Some((separator, rest)) => TextRecords::of(rest, separator, 2),
        None => TextRecords::of(text, separator(text), 1),
    };
    add_table(records, 0, gathered);
}

/// The separator that Excel writes as `sep=;` in a first line, and what follows.
fn declared_separator(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    // Excel that opened and saved the file has padded the line.
    let declared = first.trim_start_matches('"').strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    let separator = declared.chars().next()?;
    (separator != '"').then_some((separator, rest))
}
