//! From values to YAML.

use super::Declared;

/// The text of a value: reading it gives the same value. Absent values and defaults have no line.
pub fn write(value: &impl Declared) -> String {
    // What is not finite, which alone would fail, is never read.
    serde_saphyr::to_string(&value.written()).unwrap_or_default()
}
