//! Conversion of values to YAML.

use super::Declared;

/// YAML text of a value; reading it gives the same value. Absent values and defaults are omitted.
pub fn write(value: &impl Declared) -> String {
    // Fails only for non-finite numbers, which are never read.
    serde_saphyr::to_string(&value.written()).unwrap_or_default()
}
