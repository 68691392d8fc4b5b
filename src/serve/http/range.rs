//! Byte ranges (RFC 9110, 14).

/// Result of a range request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteRange {
    /// The whole body; also if the header is invalid or requests several ranges.
    Whole,
    /// `length` bytes (at least one) from `start`, all within the body.
    Part {
        /// Offset of the first byte.
        start: u64,
        /// Number of bytes.
        length: u64,
    },
    /// Unsatisfiable.
    Nothing,
}

/// Parses a `Range` header for a body of `size` bytes.
pub(super) fn read(value: &str, size: u64) -> ByteRange {
    let Some((unit, range)) = value.trim().split_once('=') else { return ByteRange::Whole };
    let Some((first, last)) = range.trim().split_once('-') else { return ByteRange::Whole };
    if !unit.eq_ignore_ascii_case("bytes") {
        return ByteRange::Whole;
    }
    match (number(first), number(last)) {
        (Some(start), None) if last.is_empty() => part(start, u64::MAX, size),
        (Some(start), Some(end)) if start <= end => part(start, end, size),
        (None, Some(count)) if first.is_empty() => match count.min(size) {
            0 => ByteRange::Nothing,
            length => ByteRange::Part { start: size - length, length },
        },
        _ => ByteRange::Whole,
    }
}

fn part(start: u64, end: u64, size: u64) -> ByteRange {
    match start < size {
        true => ByteRange::Part { start, length: end.min(size - 1) - start + 1 },
        false => ByteRange::Nothing,
    }
}

/// Parses ASCII digits; saturates on overflow.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(start: u64, length: u64) -> ByteRange {
        ByteRange::Part { start, length }
    }

    #[test]
    fn one_range_is_a_part_and_all_else_is_the_whole() {
        let table = [
            ("bytes=0-0", part(0, 1)),
            ("bytes=0-9", part(0, 10)),
            ("bytes=2-5", part(2, 4)),
            ("BYTES=2-5", part(2, 4)),
            (" bytes= 2-5 ", part(2, 4)),
            ("bytes=2-", part(2, 8)),
            ("bytes=9-", part(9, 1)),
            ("bytes=5-99999999999999999999999", part(5, 5)),
            ("bytes=-3", part(7, 3)),
            ("bytes=-10", part(0, 10)),
            ("bytes=-99999999999999999999999", part(0, 10)),
            ("bytes=10-", ByteRange::Nothing),
            ("bytes=10-12", ByteRange::Nothing),
            ("bytes=99999999999999999999999-", ByteRange::Nothing),
            ("bytes=-0", ByteRange::Nothing),
            ("bytes=5-2", ByteRange::Whole),
            ("bytes=0-1,3-4", ByteRange::Whole),
            ("bytes=0-1,", ByteRange::Whole),
            ("bytes=-", ByteRange::Whole),
            ("bytes=", ByteRange::Whole),
            ("bytes=a-b", ByteRange::Whole),
            ("bytes=+1-2", ByteRange::Whole),
            ("bytes=๑-๒", ByteRange::Whole),
            ("bytes 0-1", ByteRange::Whole),
            ("items=0-1", ByteRange::Whole),
            ("", ByteRange::Whole),
        ];
        for (value, wanted) in table {
            assert_eq!(read(value, 10), wanted, "{value}");
        }
        assert_eq!(read("bytes=0-", 0), ByteRange::Nothing);
        assert_eq!(read("bytes=-1", 0), ByteRange::Nothing);
        assert_eq!(read(&format!("bytes=0-{}", u64::MAX), u64::MAX), part(0, u64::MAX));
    }

    proptest! {
        #[test]
        fn a_part_lies_within_the_body(value in "(bytes=)?[0-9]{0,21}-[0-9]{0,21}|\\PC*", size in any::<u64>(), small in 0u64..20) {
            for size in [size, small] {
                if let ByteRange::Part { start, length } = read(&value, size) {
                    prop_assert!(length > 0 && start.checked_add(length).is_some_and(|end| end <= size));
                }
            }
        }
    }
}
