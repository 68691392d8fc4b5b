//! Counts, with English singular and plural.

use crate::base::Lang;

sentences! {
    one_file {
        th "1 ไฟล์",
        en "1 file",
    }
    many_files(count) {
        th "{count} ไฟล์",
        en "{count} files",
    }
    one_publication {
        th "1 ครั้ง",
        en "1 publication",
    }
    many_publications(count) {
        th "{count} ครั้ง",
        en "{count} publications",
    }
    one_other_line {
        th "1 บรรทัด",
        en "1 other line",
    }
    many_other_lines(count) {
        th "{count} บรรทัด",
        en "{count} other lines",
    }
}

/// `{count} files`.
pub fn files(lang: Lang, count: usize) -> String {
    if count == 1 { one_file(lang).to_owned() } else { many_files(lang, count) }
}

/// `{count} publications`.
pub fn publications(lang: Lang, count: usize) -> String {
    if count == 1 { one_publication(lang).to_owned() } else { many_publications(lang, count) }
}

/// `{count} other lines`.
pub fn other_lines(lang: Lang, count: usize) -> String {
    if count == 1 { one_other_line(lang).to_owned() } else { many_other_lines(lang, count) }
}
