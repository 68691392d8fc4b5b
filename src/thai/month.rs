//! Thai month names, full and abbreviated.

const NAMES: [(&str, &str); 12] = [
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
];

/// The full name of month 1–12; empty for any other number.
pub fn month_name(month: u8) -> &'static str {
    entry(month).0
}

/// The abbreviated name of month 1–12; empty for any other number.
pub fn month_short(month: u8) -> &'static str {
    entry(month).1
}

/// Looks up a month by full or abbreviated name; dots in the abbreviation are optional.
pub(super) fn month_named(name: &str) -> Option<u8> {
    let plain = |s: &str| s.replace('.', "");
    let found = NAMES.iter().position(|(full, short)| *full == name || plain(short) == plain(name))?;
    u8::try_from(found + 1).ok()
}

fn entry(month: u8) -> (&'static str, &'static str) {
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or(("", ""))
}
