//! What a comparison found.

use super::copy::{Trouble, Why};
use super::manifest::HostileManifest;
use super::witness::Witnessed;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::{Lang, Words};
use crate::witness::Flaw;

/// How a copy differs from what was published. All lists are sorted.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Files that the manifest lists (of a pack: those that belong to the page).
    pub files: usize,
    /// Listed, but not there.
    pub missing: Vec<String>,
    /// There with other bytes, or as a link; also the manifest itself.
    pub changed: Vec<String>,
    /// Not listed, but looking like files of ours.
    pub added: Vec<String>,
    /// Not listed, and allowed: `CNAME`, uploads.
    pub foreign: Vec<String>,
    /// Listed, but read by the host and not given out: how a site is served, not what it says.
    pub withheld: Vec<String>,
    /// Whether what is not listed can be seen at all: not on the web.
    pub sees_added: bool,
    /// What the history says.
    pub history: HistoryState,
    /// What others signed about its publications, and holds.
    pub witnesses: Vec<Witnessed>,
    /// What the lists above cannot say.
    pub problems: Vec<Problem>,
}

/// The history of a copy.
#[derive(Clone, Debug, Default)]
pub struct HistoryState {
    /// Publications.
    pub entries: usize,
    /// Whether the chain holds and agrees with the manifest; a site that was built but never published has none, which is right.
    pub ok: bool,
    /// SHA-256 of the last entry.
    pub head: Option<String>,
}

/// Something that is wrong beyond a file.
#[derive(Clone, Debug)]
pub enum Problem {
    /// The manifest cannot be believed.
    Manifest(HostileManifest),
    /// A file could not be read.
    Unread(String, Why),
    /// The server failed too often; so many files were not asked for.
    GaveUp(usize),
    /// A link or special file in the place of a file.
    NotAFile(String),
    /// `manifest-sha256.txt` says something else of a path than `manifest.json`, or nothing.
    Checksum(String),
    /// The lines of `manifest-sha256.txt` are right, but not their form.
    ChecksumForm,
    /// The manifest tells of publications, and there is no history.
    NoHistory,
    /// The history cannot be read, or its chain is broken.
    History(Box<Diagnostic>),
    /// The history is no text.
    HistoryText,
    /// The manifest names another number of publications or another last one.
    HistoryMark,
    /// The history says that other bytes were published at this URL.
    Unpublished(String),
    /// A page that the history does not know.
    NotInHistory(String),
    /// What somebody signed does not hold.
    Witness(String, Flaw),
}

impl Report {
    /// Whether the copy is what was published.
    pub fn is_as_published(&self) -> bool {
        self.has_no_difference() && self.problems.is_empty()
    }

    /// Whether nothing was found but what could not be read: then nobody knows.
    pub fn is_undecided(&self) -> bool {
        let unread = |problem: &Problem| matches!(problem, Problem::Unread(..) | Problem::GaveUp(_));
        self.has_no_difference() && !self.problems.is_empty() && self.problems.iter().all(unread)
    }

    fn has_no_difference(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.added.is_empty()
    }

    /// Enters what came of reading a file; whether it could be read.
    pub(super) fn trouble(&mut self, path: &str, trouble: Trouble) {
        match trouble {
            Trouble::Withheld => self.withheld.push(path.to_owned()),
            Trouble::Missing => self.missing.push(path.to_owned()),
            Trouble::NotAFile => {
                self.changed.push(path.to_owned());
                self.problems.push(Problem::NotAFile(path.to_owned()));
            }
            Trouble::Unread(why) => self.problems.push(Problem::Unread(path.to_owned(), why)),
        }
    }

    pub(super) fn sorted(mut self) -> Report {
        for list in [&mut self.missing, &mut self.changed, &mut self.added, &mut self.foreign, &mut self.withheld] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }
}

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
            Problem::Witness(path, Flaw::Stranger(key)) => say(
                format!("{path} ลงนามด้วยกุญแจ {key} ซึ่งไม่อยู่ในรายชื่อพยานที่เชื่อถือ"),
                format!("{path} is signed by the key {key}, which is none of your signers"),
            ),
            Problem::Witness(path, flaw) => {
                let why = flaw.words(lang);
                say(format!("ลายมือชื่อ {path} ใช้ไม่ได้: {why}"), format!("the signature {path} does not hold: {why}"))
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

/// Why nothing could be compared.
#[derive(Clone, Debug)]
pub enum Cannot {
    /// It cannot be opened.
    Open(Opening),
    /// It is no folder.
    NotAFolder,
    /// It is no ZIP file; in the words of the reader.
    NotAnArchive(String),
    /// There is no `manifest.json`.
    NoManifest,
    /// The manifest could not be read.
    Unread(Why),
}

/// Why something cannot be opened.
#[derive(Clone, Debug)]
pub struct Opening {
    is_missing: bool,
    words: String,
}

impl From<std::io::Error> for Opening {
    fn from(error: std::io::Error) -> Self {
        Opening { is_missing: error.kind() == std::io::ErrorKind::NotFound, words: error.to_string() }
    }
}

impl Cannot {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        let say = |thai: &str, english: &str| if lang == Lang::Thai { thai.to_owned() } else { english.to_owned() };
        match self {
            Cannot::Open(Opening { is_missing: true, .. }) => say("ไม่พบโฟลเดอร์หรือไฟล์นี้", "no such folder or file"),
            Cannot::Open(Opening { words, .. }) => words.clone(),
            Cannot::NotAFolder => say("ไม่ใช่โฟลเดอร์", "it is no folder"),
            Cannot::NotAnArchive(words) => say("ไม่ใช่ไฟล์ ZIP", "it is no ZIP file") + " (" + words + ")",
            Cannot::NoManifest => say(
                "ไม่มี manifest.json ซึ่ง prongsai วางไว้ที่ชั้นบนสุดของเว็บทุกครั้งที่สร้าง ให้ชี้ไปที่โฟลเดอร์หรือที่อยู่หน้าแรกของเว็บ และคัดลอกไฟล์นั้นขึ้นเครื่องแม่ข่ายด้วย",
                "there is no manifest.json, which prongsai puts at the top of every site. Name the folder or address of the home page, and copy \
                 that file to the server too",
            ),
            Cannot::Unread(why) => format!("manifest.json: {}", why.words(lang)),
        }
    }
}
