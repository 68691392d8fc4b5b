//! What is wrong with a copy, in words.

use super::report::Problem;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::{Lang, Words};

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
            Problem::Checksum(path) => say(
                format!("manifest-sha256.txt กับ manifest.json ไม่ตรงกันที่ {path}"),
                format!("manifest-sha256.txt and manifest.json do not agree on {path}"),
            ),
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
            Problem::Unpublished(url) => {
                say(format!("ประวัติบอกว่าที่ /{url} เผยแพร่ไว้เป็นไฟล์อื่น"), format!("the history says that other bytes were published at /{url}"))
            }
            Problem::NotInHistory(path) => {
                say(format!("ประวัติไม่มีการเผยแพร่หน้า {path}"), format!("the history does not know the page {path}"))
            }
        }
    }
}

fn history_words(diagnostic: &Diagnostic, lang: Lang) -> String {
    let words = CodeFile::find(diagnostic.code).map(|file| Words::of(diagnostic, &file, lang).message);
    format!("history/history.yaml: {}", words.unwrap_or_else(|| diagnostic.code.to_owned()))
}
