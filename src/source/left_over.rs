//! Files created by operating systems, editors, office and sync programs rather than by authors
//! (P25).

use crate::base::RelPath;

/// A file or folder left by a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOverEntry {
    /// Path relative to the root.
    pub(crate) path: RelPath,
    /// True for a folder, which stands for everything in it.
    pub(crate) is_folder: bool,
}

/// Kind of leftover, judged by the name only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOver {
    /// Hidden files such as `.git`; nobody expects them on the site.
    Hidden,
    /// Files that exist only while a document is open, such as `~$plan.docx`; too short-lived to
    /// report.
    InUse,
    /// Temporary file written before it replaces the original, such as `~WRL0001.tmp`; remains if
    /// the program never completed the save.
    HalfSaved,
    /// Metadata of the system or a program, such as `Thumbs.db`.
    ByProgram,
    /// Backup of an earlier version, such as `o42.md.bak`; may be the only copy.
    Backup,
    /// Incomplete download.
    HalfDownload,
}

impl LeftOver {
    /// Classifies a folder name; `None` for folders made by an author. Programs save to files, so a
    /// folder named `5B1C7A00` or `a.tmp` is the author's.
    pub fn of_folder(name: &str) -> Option<LeftOver> {
        LeftOver::of(name).filter(|left| !matches!(left, LeftOver::InUse | LeftOver::HalfSaved))
    }

    /// Classifies a file name; `None` for files made by an author.
    pub fn of(name: &str) -> Option<LeftOver> {
        const NAMES: [&str; 12] = [
            "thumbs.db",
            "ehthumbs.db",
            "ehthumbs_vista.db",
            "thumbs.db:encryptable",
            "desktop.ini",
            "icon\r",
            "__macosx",
            "@eadir",
            "#recycle",
            "$recycle.bin",
            "system volume information",
            "lost+found",
        ];
        const SHOWN: [&str; 2] = [".ds_store", "._"];
        const IN_USE: [&str; 2] = [".~lock.", "~$"];
        const LOCKS: [&str; 3] = [".swp", ".swo", ".swx"];
        const HALF_SAVED: [&str; 2] = ["~wrl", "~wrd"];
        const BACKUPS: [&str; 9] = ["~", ".bak", ".orig", ".save", ".old", ".wbk", ".xlk", ".backup", ".rej"];
        const DOWNLOADS: [&str; 6] = [".part", ".partial", ".crdownload", ".download", ".opdownload", ".filepart"];
        let lower = name.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| lower.starts_with(beginning));
        if begins(&IN_USE) || ends(&LOCKS) {
            return Some(LeftOver::InUse);
        }
        if begins(&HALF_SAVED) || ends(&[".tmp", ".temp"]) || is_saved_by_excel(name) {
            return Some(LeftOver::HalfSaved);
        }
        if begins(&SHOWN) {
            return Some(LeftOver::ByProgram);
        }
        match lower.strip_prefix('.') {
            Some(rest) if !rest.ends_with(".md") => return Some(LeftOver::Hidden),
            Some(_) => return Some(LeftOver::ByProgram),
            None => {}
        }
        let is_kept_by_program = NAMES.contains(&lower.as_str()) || ends(&[".asd"]);
        if is_kept_by_program || (lower.starts_with('#') && lower.ends_with('#')) {
            return Some(LeftOver::ByProgram);
        }
        if ends(&DOWNLOADS) {
            return Some(LeftOver::HalfDownload);
        }
        ends(&BACKUPS).then_some(LeftOver::Backup)
    }
}

/// True for names of the form that Excel gives its temporary file before it replaces a workbook:
/// eight hexadecimal digits, no extension.
fn is_saved_by_excel(name: &str) -> bool {
    let is_digit = |b: u8| b.is_ascii_digit() || matches!(b, b'A'..=b'F');
    let has = |kind: fn(&u8) -> bool| name.as_bytes().iter().any(kind);
    name.len() == 8 && name.bytes().all(is_digit) && has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_is_no_part_of_a_site() {
        let all = |kind, names: &[&str]| names.iter().for_each(|name| assert_eq!(LeftOver::of(name), Some(kind), "{name}"));
        all(LeftOver::Hidden, &[".git", ".gitignore", ".obsidian", ".prongsai-x"]);
        all(LeftOver::Backup, &["o42.md~", "o42.md.BAK", "o42.md.orig", "o42.md.save", "plan.wbk"]);
        all(LeftOver::HalfDownload, &["signed.pdf.crdownload", "signed.pdf.part", "Unconfirmed 1.opdownload"]);
        for name in
            [".DS_Store", "._o42.md", ".o42.md", "#o42.md#", "Thumbs.db", "thumbs.db", "Desktop.ini", "ehthumbs.db", "Icon\r", "__MACOSX"]
        {
            assert_eq!(LeftOver::of(name), Some(LeftOver::ByProgram), "{name}");
        }
        all(LeftOver::InUse, &[".~lock.plan.odt#", ".o42.md.swp", "~$plan.docx"]);
        all(LeftOver::HalfSaved, &["~WRD0000", "~WRL0001.tmp", "lu84122zx1.tmp", "5B1C7A00", "5B1C7A00.tmp"]);
        for name in [
            "o42.md",
            "รายงาน.pdf",
            "a#b.pdf",
            "plan~2.pdf",
            "download",
            "urls.lock",
            "o42 (1).md",
            "save",
            "20260101",
            "DEADBEEF",
            "5b1c7a00",
            "5B1C7A00.pdf",
        ] {
            assert_eq!(LeftOver::of(name), None, "{name}");
        }
    }

    #[test]
    fn a_folder_is_nobodys_way_of_saving() {
        for name in ["5B1C7A00", "a.tmp", "~$plan"] {
            assert_eq!(LeftOver::of_folder(name), None, "{name}");
        }
        assert_eq!(LeftOver::of_folder(".git"), Some(LeftOver::Hidden));
        assert_eq!(LeftOver::of_folder("2569.bak"), Some(LeftOver::Backup));
    }
}
