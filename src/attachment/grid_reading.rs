//! Reading of a document as tables and paragraphs.

use super::grid::{GridDocument, GridFault};
use super::office;
use super::text_grid::{self, TextKind};

/// Reads a document. The kind of an office file is told from its content: many programs write one kind
/// under the name of another.
///
/// # Errors
/// The file needs a password, is damaged, too large, or of another kind.
pub fn read_grid(extension: &str, bytes: &[u8]) -> Result<GridDocument, GridFault> {
    match extension {
        "csv" | "tsv" | "tab" => Ok(text_grid::read(bytes, TextKind::Delimited)),
        "txt" | "md" => Ok(text_grid::read(bytes, TextKind::Pasted)),
        _ => office::read_grid(bytes),
    }
}
