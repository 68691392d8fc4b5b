//! Files that nobody wrote: systems, editors, office and sync programs leave them beside the work (PROMISES P25).

/// What a program left, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOver {
    /// Hidden from people by its own will, such as `.git`: nobody looks for it on the site.
    Hidden,
    /// What the system or a program keeps for itself, such as `Thumbs.db` and `~$plan.docx`.
    ByProgram,
    /// An earlier version, such as `o42.md.bak`: it may be the only one.
    Backup,
    /// Not all of a file has arrived yet.
    HalfDownload,
}

impl LeftOver {
    /// What the name of a file or folder says; `None` if somebody made it.
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
        const SHOWN: [&str; 3] = [".ds_store", "._", ".~lock."];
        const LOCKS: [&str; 3] = [".swp", ".swo", ".swx"];
        const BACKUPS: [&str; 9] = ["~", ".bak", ".orig", ".save", ".old", ".wbk", ".xlk", ".backup", ".rej"];
        const DOWNLOADS: [&str; 6] = [".part", ".partial", ".crdownload", ".download", ".opdownload", ".filepart"];
        let lower = name.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| lower.starts_with(beginning));
        if begins(&SHOWN) || ends(&LOCKS) {
            return Some(LeftOver::ByProgram);
        }
        match lower.strip_prefix('.') {
            Some(rest) if !rest.ends_with(".md") => return Some(LeftOver::Hidden),
            Some(_) => return Some(LeftOver::ByProgram),
            None => {}
        }
        let is_kept_by_program = NAMES.contains(&lower.as_str()) || begins(&["~$", "~wrl", "~wrd"]) || ends(&[".tmp", ".temp", ".asd"]);
        if is_kept_by_program || (lower.starts_with('#') && lower.ends_with('#')) {
            return Some(LeftOver::ByProgram);
        }
        if ends(&DOWNLOADS) {
            return Some(LeftOver::HalfDownload);
        }
        ends(&BACKUPS).then_some(LeftOver::Backup)
    }
}

/// Whether a file or folder of this name is no part of a site.
pub fn is_private(name: &str) -> bool {
    LeftOver::of(name).is_some()
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
        for name in [
            ".DS_Store",
            "._o42.md",
            ".~lock.plan.odt#",
            ".o42.md.swp",
            ".o42.md",
            "~$plan.docx",
            "~WRL0001.tmp",
            "#o42.md#",
            "Thumbs.db",
            "thumbs.db",
            "Desktop.ini",
            "ehthumbs.db",
            "Icon\r",
            "__MACOSX",
        ] {
            assert_eq!(LeftOver::of(name), Some(LeftOver::ByProgram), "{name}");
        }
        for name in ["o42.md", "รายงาน.pdf", "a#b.pdf", "plan~2.pdf", "download", "urls.lock", "o42 (1).md", "save"] {
            assert_eq!(LeftOver::of(name), None, "{name}");
        }
    }
}
