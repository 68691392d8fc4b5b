//! Checks whether a file can be opened: its content matches its extension and is complete. Only
//! files that no program could open are faults.

use super::looks::{is_error_page, is_html, looks_like};
use super::{FileFault, compound, package, picture};

/// Reason why the file cannot be opened.
pub(super) fn fault(extension: &str, bytes: &[u8]) -> Option<FileFault> {
    use package::MainPart;
    match extension {
        "xlsx" | "xlsm" | "xltx" | "xltm" | "xlsb" => package::fault(MainPart::Workbook, bytes),
        "docx" | "docm" | "dotx" | "dotm" => package::fault(MainPart::Document, bytes),
        "pptx" | "pptm" | "ppsx" | "ppsm" | "potx" | "potm" => package::fault(MainPart::Slides, bytes),
        "ods" | "ots" | "odt" | "ott" | "odp" | "otp" | "odg" => package::fault(MainPart::Open, bytes),
        "zip" => package::fault(MainPart::Any, bytes),
        "xls" | "xlt" | "doc" | "dot" | "ppt" | "pps" | "pot" => of_old_office(extension, bytes),
        "jpg" | "jpeg" | "jpe" | "jfif" | "png" | "gif" | "webp" => picture::fault(bytes),
        "rar" => starts_with(bytes, b"Rar!"),
        "7z" => starts_with(bytes, b"7z\xBC\xAF\x27\x1C"),
        "csv" | "tsv" | "json" | "geojson" | "rtf" | "bmp" | "tif" | "tiff" | "heic" | "mp3" | "mp4" | "m4a" | "m4v" | "mov" | "avi"
        | "wmv" | "wav" | "webm" | "gz" | "epub" | "kmz" | "dwg" | "dxf" | "shp" => {
            is_html(bytes).then_some(FileFault::Other(Some("HTML")))
        }
        _ => None,
    }
}

fn starts_with(bytes: &[u8], start: &[u8]) -> Option<FileFault> {
    (!bytes.starts_with(start)).then(|| FileFault::Other(looks_like(bytes)))
}

/// Older office programs open almost anything under their extensions, including HTML tables, which
/// many systems export as `.xls`.
fn of_old_office(extension: &str, bytes: &[u8]) -> Option<FileFault> {
    if compound::is(bytes) {
        return compound::fault(bytes, compound::program_of(extension));
    }
    // Zero-filled, as a file system leaves a file that was being written during a power failure.
    if bytes.iter().all(|byte| *byte == 0) {
        return Some(FileFault::Damaged);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package::fault(package::MainPart::Any, bytes);
    }
    match looks_like(bytes) {
        Some("HTML") => is_error_page(bytes).then_some(FileFault::Other(Some("HTML"))),
        known @ Some("PDF" | "JPEG" | "PNG" | "GIF" | "RAR" | "7z" | "WebP" | "HEIC") => Some(FileFault::Other(known)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! files {
        ($($name:literal),*) => { [$(($name, include_bytes!(concat!("../../tests/files/opens/", $name)).as_slice())),*] };
    }

    /// Written by LibreOffice 7.4 and Pillow 13; the encrypted file by msoffcrypto-tool 6.1.
    const FILES: [(&str, &[u8]); 10] =
        files!["list.xlsx", "plan.docx", "list.ods", "plan.odt", "list.xls", "plan.doc", "photo.jpg", "chart.png", "chart.gif", "map.webp"];
    const LOCKED: &[u8] = include_bytes!("../../tests/files/opens/locked.xlsx");

    fn ending(name: &str) -> &str {
        name.rsplit_once('.').unwrap().1
    }

    fn file(name: &str) -> Vec<u8> {
        FILES.iter().find(|(known, _)| *known == name).unwrap().1.to_vec()
    }

    #[test]
    fn what_is_whole_opens_also_with_something_behind_its_end() {
        for (name, bytes) in FILES {
            assert_eq!(fault(ending(name), bytes), None, "{name}");
            assert_eq!(fault(ending(name), &[bytes, b"\r\n"].concat()), None, "{name} and a line end");
        }
        // Browsers detect picture formats by content, older programs open newer files, and an
        // archive may contain anything.
        assert_eq!(fault("jpg", &file("chart.png")), None);
        assert_eq!(fault("xls", &file("list.xlsx")), None);
        assert_eq!(fault("zip", &file("plan.docx")), None);
    }

    #[test]
    fn every_cut_is_noticed() {
        for (name, bytes) in FILES {
            // The last sector of an older file may be short, and a GIF may lack its trailer.
            let harmless = match ending(name) {
                "xls" | "doc" => 512,
                "gif" => 2,
                _ => 1,
            };
            for size in (8..bytes.len() - harmless).step_by(7).chain([bytes.len() - harmless - 1]) {
                assert!(fault(ending(name), &bytes[..size]).is_some(), "{name} cut to {size} of {} bytes", bytes.len());
            }
            // A download with preallocated size that was interrupted halfway.
            let half = [&bytes[..bytes.len() / 2], &vec![0; bytes.len() - bytes.len() / 2]].concat();
            assert!(fault(ending(name), &half).is_some() || ending(name) == "webp", "{name} with zeros");
            assert!(fault(ending(name), &vec![0; bytes.len()]).is_some(), "{name} of zeros");
        }
    }

    #[test]
    fn entries_behind_the_end_of_an_older_file_say_nothing() {
        for name in ["list.xls", "plan.doc"] {
            let mut bytes = file(name);
            let table = 512 + 512 * usize::from(bytes[76]);
            for entry in bytes[table..table + 512].chunks_exact_mut(4).filter(|entry| *entry == [0xFF; 4]) {
                entry[0] = 0xFE;
            }
            assert_eq!(fault(ending(name), &bytes), None, "{name}");
            assert_eq!(fault(ending(name), &bytes[..bytes.len() - 600]), Some(FileFault::Cut), "{name}");
        }
    }

    #[test]
    fn one_kind_of_document_under_the_name_of_another_is_told_by_its_name() {
        let told = [
            ("docx", "list.xlsx", "Excel (.xlsx)"),
            ("xlsx", "plan.odt", "OpenDocument"),
            ("docx", "plan.doc", "Word (.doc)"),
            ("doc", "list.xls", "Excel (.xls)"),
            ("png", "plan.docx", "Word, Excel, ZIP"),
            ("zip", "photo.jpg", "JPEG"),
        ];
        for (ending, name, other) in told {
            assert_eq!(fault(ending, &file(name)), Some(FileFault::Other(Some(other))), "{name} as .{ending}");
        }
    }

    #[test]
    fn a_password_is_told_from_damage() {
        assert_eq!(fault("xlsx", LOCKED), Some(FileFault::Locked));
        assert_eq!(fault("xlsx", &LOCKED[..LOCKED.len() / 2]), Some(FileFault::Cut));
        let mut letter = file("plan.doc");
        let head = letter.chunks(512).position(|sector| sector.starts_with(&[0xEC, 0xA5])).unwrap() * 512;
        letter[head + 11] |= 1;
        assert_eq!(fault("doc", &letter), Some(FileFault::Locked));
    }

    #[test]
    fn no_damage_stops_the_reader() {
        let mut random = 5u32;
        let mut next = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize
        };
        for (name, bytes) in FILES.into_iter().chain([("locked.xlsx", LOCKED)]).cycle().take(1100) {
            let mut bytes = bytes.to_vec();
            for _ in 0..1 + next() % 20 {
                let at = next() % bytes.len().min(if next() % 2 == 0 { 600 } else { usize::MAX });
                bytes[at] = next().to_le_bytes()[0];
            }
            fault(ending(name), &bytes);
        }
    }
}
