//! Reserved device names of Windows.

/// True if Windows treats a file or folder of this name as a device: `con`, `NUL.txt`, `com1`.
/// Everything from the first dot on is ignored.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered =
        |prefix| stem.strip_prefix(prefix).is_some_and(|rest| matches!(rest, "¹" | "²" | "³") || matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::is_device;

    #[test]
    fn devices_are_known_with_any_ending_and_case() {
        for name in ["con", "NUL.txt", "Com1", "lpt9.tar.gz", "aux ", "com²", "CONOUT$"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["contact", "null", "com10", "com", "auxiliary", "a.con", "คอน", ""] {
            assert!(!is_device(name), "{name}");
        }
    }
}
