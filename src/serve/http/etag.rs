//! Entity tags and conditional requests (RFC 9110, 8.8.3 and 13).

use std::fs::Metadata;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::checksum;
use crate::slice::slice;

/// Strong entity tag of a byte string.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    tag(bytes)
}

/// Entity tag of a file from path, size and modification time, without reading it.
pub(super) fn of_file(path: &Path, metadata: &Metadata) -> String {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    tag(format!("{} {} {}", metadata.len(), since.as_nanos(), path.display()).as_bytes())
}

fn tag(bytes: &[u8]) -> String {
    format!("\"{}\"", checksum::hex(&checksum::sha256(bytes)[..16]))
}

/// True if an `If-None-Match` value lists `tag`; compared weakly.
pub(super) fn is_listed(value: &str, tag: &str) -> bool {
    let mut rest = value.trim();
    if rest == "*" {
        return true;
    }
    // Not split at commas: a tag may contain one.
    while let Some(start) = rest.find('"') {
        let Some(length) = slice(rest, start + 1..).find('"') else { return false };
        let end = start + 1 + length + 1;
        if slice(rest, start..end) == tag {
            return true;
        }
        rest = slice(rest, end..);
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list() {
        for value in ["*", " * ", "\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",W/\"a\"", "\"x,y\", \"a\""] {
            assert!(is_listed(value, "\"a\""), "{value}");
        }
        for value in ["", "a", "\"b\"", "\"a", "\"aa\"", "\"x, \"a", "**", "Sun, 22 Nov 2026 00:00:00 GMT"] {
            assert!(!is_listed(value, "\"a\""), "{value}");
        }
    }

    #[test]
    fn other_bytes_have_another_tag() {
        assert_eq!(of_bytes(b"abc"), "\"ba7816bf8f01cfea414140de5dae2223\"");
        assert_ne!(of_bytes(b"abc"), of_bytes(b"abd"));
    }

    proptest! {
        #[test]
        fn any_list_is_read(value in "[\"W/, a*]*|\\PC*") {
            prop_assert_eq!(is_listed(&value, "\"never\""), value.trim() == "*");
        }
    }
}
