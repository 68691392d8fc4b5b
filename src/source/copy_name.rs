//! Recognises file names that sync programs, browsers, file managers and editors give to second
//! copies of a file.

/// Confidence that a name is that of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyCertainty {
    /// Only if the original exists in the same folder: `contact-copy` may be intended.
    IfThere,
    /// In any case.
    Sure,
}

/// The original name of which `name` is a copy, both without extension: `o42` for `o42 (1)`, `o42 -
/// สำเนา`, `Copy of o42`, `o42-PC1`.
pub fn copied_from(name: &str) -> Option<(&str, CopyCertainty)> {
    if is_plain(name) {
        return None;
    }
    let (mut base, mut sign) = (trimmed(name), CopyCertainty::IfThere);
    if base != name {
        sign = CopyCertainty::Sure;
    }
    while let Some((shorter, sure)) = without_mark(base).filter(|(shorter, _)| !trimmed(shorter).is_empty()) {
        base = trimmed(shorter);
        sign = sign.max(sure);
    }
    (base != name && !base.is_empty()).then_some((base, sign))
}

/// Fast path: lower-case letters, digits and hyphens only, as in nearly every name; only the last
/// word could be a copy marker.
fn is_plain(name: &str) -> bool {
    let is_usual = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    name.bytes().all(is_usual) && !name.ends_with('-') && last_word(name).is_none()
}

/// Trims white space at both ends, and separators at the end.
fn trimmed(name: &str) -> &str {
    name.trim().trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.'))
}

fn without_mark(name: &str) -> Option<(&str, CopyCertainty)> {
    let before = prefixed(name).or_else(|| bracketed(name)).or_else(|| synced(name)).or_else(|| numbered_by_tilde(name));
    before
        .map(|base| (base, CopyCertainty::Sure))
        .or_else(|| last_word(name))
        .or_else(|| machine(name).map(|base| (base, CopyCertainty::IfThere)))
}

/// `Copy of o42`, `Copy (2) of o42`, `สำเนาของ o42`.
fn prefixed(name: &str) -> Option<&str> {
    const BEFORE: [&str; 7] = ["copy of ", "copy_of_", "backup of ", "สำเนาของ", "คัดลอกของ", "สำเนา ", "สำเนา-"];
    let lower = name.to_ascii_lowercase();
    let rest = |start: usize| name.get(start..).map(str::trim_start);
    match lower.strip_prefix("copy (").and_then(|counted| counted.split_once(") of ")) {
        Some((_, after)) => rest(name.len() - after.len()),
        None => BEFORE.iter().find(|before| lower.starts_with(**before)).and_then(|before| rest(before.len())),
    }
}

/// `o42 (1)`, `o42 (PC1's conflicted copy 2026-01-02)`, `o42 [Conflict]`.
fn bracketed(name: &str) -> Option<&str> {
    const WITHIN: [&str; 5] = ["copy", "conflict", "สำเนา", "คัดลอก", "ขัดแย้ง"];
    let (base, within) = name.strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let lower = within.to_ascii_lowercase();
    let is_count = !within.is_empty() && within.chars().all(char::is_numeric);
    (is_count || WITHIN.iter().any(|word| lower.contains(word))).then_some(base)
}

/// `o42.sync-conflict-20260102-123456-ABCDEFG`, `o42-DESKTOP-ABC123`.
fn synced(name: &str) -> Option<&str> {
    const FROM: [&str; 5] = [".sync-conflict-", "-DESKTOP-", "-LAPTOP-", "_DESKTOP-", "_LAPTOP-"];
    FROM.iter().find_map(|from| name.split_once(from)).map(|(base, _)| base)
}

/// `o42~1`: a Windows 8.3 short name.
fn numbered_by_tilde(name: &str) -> Option<&str> {
    name.rsplit_once('~').filter(|(_, number)| number.chars().all(char::is_numeric)).map(|(base, _)| base)
}

/// `o42 - Copy`, `o42 copy 2`, `o42_conflict-20260102-123456`, `contact-copy`, `o42 2`.
fn last_word(name: &str) -> Option<(&str, CopyCertainty)> {
    const WORDS: [&str; 8] = ["copy", "conflict", "conflicted", "backup", "bak", "สำเนา", "คัดลอก", "สำรอง"];
    let counted = name.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '-' | '_' | '.'));
    let number = name.strip_prefix(counted).unwrap_or_default();
    let (base, word) = match counted.ends_with(char::is_whitespace) {
        true if !number.is_empty() => return Some((counted, CopyCertainty::IfThere)),
        _ => counted.rsplit_once(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.'))?,
    };
    if !WORDS.contains(&&*word.to_lowercase()) {
        return None;
    }
    let typed = name.get(base.len()..).unwrap_or_default();
    Some((base, if typed.starts_with(char::is_whitespace) { CopyCertainty::Sure } else { CopyCertainty::IfThere }))
}

/// `o42-PC1`: OneDrive appends the machine name.
fn machine(name: &str) -> Option<&str> {
    let begins_large = |rest: &str| rest.starts_with(|c: char| c.is_ascii_uppercase());
    let at = name.match_indices('-').map(|(at, _)| at).find(|at| name.get(at + 1..).is_some_and(begins_large))?;
    name.get(..at).filter(|base| !base.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_put_round_a_name_is_taken_off() {
        for name in [
            "o42 (1)",
            "o42(2)",
            "o42 - Copy",
            "o42 - Copy (2)",
            "o42 - สำเนา",
            "o42 - คัดลอก (3)",
            "o42 copy 2",
            "สำเนาของ o42",
            "Copy of o42",
            "Copy (2) of o42",
            "o42 (PC1's conflicted copy 2026-01-02)",
            "o42 (สำเนาที่ขัดแย้งกันของ PC1 2026-01-02)",
            "o42.sync-conflict-20260102-123456-ABCDEFG",
            "o42-DESKTOP-ABC123",
            "o42~1",
            "o42 [Conflict]",
            " o42",
            "o42\u{a0}",
            "o42.",
        ] {
            assert_eq!(copied_from(name), Some(("o42", CopyCertainty::Sure)), "{name}");
        }
        for name in ["o42-PC1", "o42-SOMCHAI-PC", "o42_conflict", "o42_conflict-20260102-123456", "o42-copy2", "o42_backup", "o42 2"] {
            assert_eq!(copied_from(name), Some(("o42", CopyCertainty::IfThere)), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_meant_is_left() {
        for name in ["o42", "2022-10", "report-2", "conflict-of-interest", "copyright", "copy", "สำเนา", "plan_v2", "(1)", "a~b", "", "-"]
        {
            assert_eq!(copied_from(name), None, "{name}");
        }
    }
}
