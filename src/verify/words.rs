//! What is wrong with a copy, in words.

use super::report::{OldManifest, Problem, ServedInstead};
use crate::base::Lang;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::Words;
use crate::witness::SignatureFlaw;

impl Problem {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
        match self {
            Problem::Manifest(hostile) => {
                let reason = hostile.words(lang);
                say(format!("ไม่เชื่อ manifest.json: {reason}"), format!("manifest.json is refused: {reason}"))
            }
            Problem::Unread(path, why) => {
                let why = why.words(lang);
                say(format!("อ่าน {path} ไม่ได้: {why}"), format!("cannot read {path}: {why}"))
            }
            Problem::GaveUp(left) => say(
                format!("อ่านไม่ได้หลายไฟล์ จึงหยุด ยังไม่ได้ตรวจ {left} ไฟล์"),
                format!("too many files cannot be read; {left} were not asked for"),
            ),
            Problem::NotAFile(path) => {
                say(format!("{path} เป็นลิงก์หรือไฟล์พิเศษ จึงไม่อ่าน"), format!("{path} is a link or special file and is not read"))
            }
            Problem::Checksums(paths) => {
                let paths = some(paths, lang);
                say(
                    format!("manifest-sha256.txt กับ manifest.json ไม่ตรงกันที่ {paths}"),
                    format!("manifest-sha256.txt and manifest.json do not agree on {paths}"),
                )
            }
            Problem::OtherChecksums(lines) => say(
                format!(
                    "manifest-sha256.txt ไม่ใช่ของ manifest.json ที่อยู่คู่กัน (ต่างกัน {lines} บรรทัด): เป็นไฟล์ของการเผยแพร่ครั้งอื่น หรือถูกแก้ อัปโหลดทั้ง manifest.json \
                     และ manifest-sha256.txt ใหม่"
                ),
                format!(
                    "manifest-sha256.txt does not belong to the manifest.json beside it ({} in it): it is of another publication, mostly an older one, \
                     or was changed. Upload both manifests (manifest.json and manifest-sha256.txt) again",
                    counted(*lines, "other line")
                ),
            ),
            Problem::Witness(path, SignatureFlaw::Stranger(key)) => say(
                format!("{path} ลงนามด้วยกุญแจ {key} ซึ่งไม่อยู่ในรายชื่อพยานที่เชื่อถือ"),
                format!("{path} is signed by the key {key}, which is none of your signers"),
            ),
            Problem::Witness(path, flaw) => {
                let why = flaw.words(lang);
                say(format!("ลายมือชื่อ {path} ใช้ไม่ได้: {why}"), format!("the signature {path} does not hold: {why}"))
            }
            Problem::ChecksumForm => say(
                "manifest-sha256.txt ถูกแก้รูปแบบหรือลำดับบรรทัด".to_owned(),
                "the lines of manifest-sha256.txt were written or ordered anew".to_owned(),
            ),
            Problem::NoHistory => say(
                "manifest.json บอกว่าเคยเผยแพร่ แต่ไม่มี history/history.yaml".to_owned(),
                "manifest.json tells of publications, but there is no history/history.yaml".to_owned(),
            ),
            Problem::History(diagnostic) => history_words(diagnostic, lang),
            Problem::HistoryText => {
                say("history/history.yaml ไม่ใช่ข้อความ UTF-8".to_owned(), "history/history.yaml is no UTF-8 text".to_owned())
            }
            Problem::HistoryMark => say(
                "จำนวนครั้งหรือค่าแฮชของการเผยแพร่ครั้งสุดท้ายใน manifest.json ไม่ตรงกับ history/history.yaml".to_owned(),
                "manifest.json names another number of publications, or another last one, than history/history.yaml".to_owned(),
            ),
            Problem::OldManifest(old) => old.words(lang),
            Problem::OldHistory { log, manifest } => say(
                format!(
                    "history/history.yaml มี {log} ครั้ง แต่ manifest.json เป็นของครั้งที่ {manifest}: history/history.yaml เป็นไฟล์เก่า อัปโหลดโฟลเดอร์ history กับไฟล์ที่ไม่ตรงหรือหายไปใหม่"
                ),
                format!(
                    "history/history.yaml has {}, and manifest.json is of number {manifest}: history/history.yaml is older. Upload the folder history, \
                     and what is changed or missing, again",
                    counted(*log, "publication")
                ),
            ),
            Problem::Unpublished(urls) => {
                let urls = some(urls, lang);
                say(format!("ประวัติบอกว่าที่ {urls} เผยแพร่ไว้เป็นไฟล์อื่น"), format!("the history says that other bytes were published at {urls}"))
            }
            Problem::NotInHistory(paths) => {
                let (pages, paths) = (if paths.len() == 1 { "page" } else { "pages" }, some(paths, lang));
                say(format!("ประวัติไม่มีการเผยแพร่หน้า {paths}"), format!("the history does not know the {pages} {paths}"))
            }
            Problem::TextTransfer(files, resized) => text_transfer(files, resized, lang),
            Problem::NotOpened { address, shown } => {
                let shown = shown.words(lang);
                say(
                    format!(
                        "เครื่องแม่ข่ายไม่เปิดหน้าที่ที่อยู่ /{address} ({shown}) ทั้งที่มีไฟล์ /{address}index.html: ที่อยู่ที่ส่งในระบบลงท้ายด้วย / จึงเปิดไม่ได้ ให้ผู้ดูแลเครื่องแม่ข่าย\
                         เปิดใช้ index document เป็น index.html"
                    ),
                    format!(
                        "the host does not open the page at /{address} ({shown}), although the file /{address}index.html is there: addresses as they are \
                         submitted end in /. Turn on the index document index.html on the host"
                    ),
                )
            }
            Problem::NotLast(last) => last.words(lang),
        }
    }
}

/// `1 file`, `2 files`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// Names in one line: the first of them, and how many there are more.
pub(super) fn some(names: &[String], lang: Lang) -> String {
    const MOST: usize = 5;
    let named = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (names.len().saturating_sub(MOST), lang) {
        (0, _) => named,
        (more, Lang::Thai) => format!("{named} และอีก {more} รายการ"),
        (more, Lang::English) => format!("{named} and {more} more"),
    }
}

fn text_transfer(files: &[String], resized: &[String], lang: Lang) -> String {
    // One file may have been saved by an editor.
    const MANY: usize = 3;
    let (count, names) = (files.len(), some(files, lang));
    let text = match lang {
        Lang::Thai => format!(
            "ท้ายบรรทัดเปลี่ยนไป {count} ไฟล์ ({names}): โปรแกรม FTP ส่งแบบข้อความ (text/ASCII) ให้ตั้งโปรแกรมเป็น binary แล้วอัปโหลดไฟล์เหล่านี้ใหม่"
        ),
        Lang::English => format!(
            "the line ends were changed in {} ({names}): transferred as text (ASCII). Set the FTP program to binary and upload again",
            counted(count, "file")
        ),
    };
    if resized.is_empty() || count < MANY {
        return text;
    }
    let (more, names) = (resized.len(), some(resized, lang));
    text + &match lang {
        Lang::Thai => format!(" ไฟล์ที่ไม่ใช่ข้อความอีก {more} ไฟล์ขนาดเปลี่ยนไป น่าจะเพราะสาเหตุเดียวกัน: {names}"),
        Lang::English => format!(". Other files have another size, probably for the same reason ({more}): {names}"),
    }
}

impl ServedInstead {
    fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (ServedInstead::Status(status), _) => format!("HTTP {status}"),
            (ServedInstead::Other, Lang::Thai) => "แสดงหน้าอื่นแทน".to_owned(),
            (ServedInstead::Other, Lang::English) => "it shows something else".to_owned(),
            (ServedInstead::Elsewhere(to), Lang::Thai) => format!("พาไปที่ {to}"),
            (ServedInstead::Elsewhere(to), Lang::English) => format!("it leads to {to}"),
        }
    }
}

impl OldManifest {
    fn words(&self, lang: Lang) -> String {
        let mut text = match (lang, self.publications, self.checksums_too) {
            (Lang::Thai, Some((manifest, log)), too) => {
                let which = if too { "manifest.json และ manifest-sha256.txt" } else { "manifest.json" };
                format!("{which} เป็นไฟล์เก่าของการเผยแพร่ครั้งที่ {manifest} แต่ history/history.yaml มีถึงครั้งที่ {log}")
            }
            (Lang::English, Some((manifest, log)), too) => {
                let which = if too { "manifest.json and manifest-sha256.txt are" } else { "manifest.json is" };
                format!("{which} older, of publication {manifest}, and history/history.yaml has {log}")
            }
            (Lang::Thai, None, _) => "manifest.json เก่ากว่า manifest-sha256.txt และไฟล์ในเว็บ หรือถูกแก้".to_owned(),
            (Lang::English, None, _) => "manifest.json is older than manifest-sha256.txt and the files, or was changed".to_owned(),
        };
        text += match lang {
            Lang::Thai => ": อัปโหลดทั้ง manifest.json และ manifest-sha256.txt ใหม่ แล้วตรวจอีกครั้ง",
            Lang::English => ": upload both manifests (manifest.json and manifest-sha256.txt) again, and verify again",
        };
        if self.unjudged.is_empty() {
            return text;
        }
        let (count, names) = (self.unjudged.len(), some(&self.unjudged, lang));
        text + &match lang {
            Lang::Thai => format!(" ก่อนนั้นยังบอกไม่ได้ว่าถูกหรือไม่ {count} ไฟล์: {names}"),
            Lang::English => format!(". Until then nobody can tell whether these are right ({count}): {names}"),
        }
    }
}

fn history_words(diagnostic: &Diagnostic, lang: Lang) -> String {
    let words = CodeFile::find(diagnostic.code).map(|file| Words::of(diagnostic, &file, lang).message);
    format!("history/history.yaml: {}", words.unwrap_or_else(|| diagnostic.code.to_owned()))
}
