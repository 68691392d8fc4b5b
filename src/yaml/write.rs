//! Conversion of values to YAML.

use serde_json::Value;

use super::Declared;

/// YAML text of a value; reading it gives the same value. Absent values and defaults are omitted.
pub fn write(value: &impl Declared) -> String {
    write_json(&value.written())
}

/// YAML text of a JSON value.
pub fn write_json(value: &Value) -> String {
    let mut options = serde_saphyr::SerializerOptions::default();
    // A Thai sentence has few blanks, and a title is one line to its author.
    options.folded_wrap_chars = usize::MAX;
    // Fails only for non-finite numbers, which are never read.
    serde_saphyr::to_string_with_options(value, options).unwrap_or_default()
}
