//! Rich Text Format: groups in braces, control words, letters in the encoding of their font.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::super::{Contents, DocumentPart};
use super::flow::{Flow, FlowPlace, Ink};
use super::gathered::Gathered;
use super::rtf_tokens::{Token, Tokens};

/// Deepest nesting of groups.
const MAX_DEPTH: usize = 2000;

/// Destinations without text that a person reads. Those that begin with `\*` are skipped unless
/// they are in [`BESIDE`] or [`ENTERED`].
const SKIPPED: [&str; 15] = [
    "colortbl",
    "stylesheet",
    "pict",
    "nonshppict",
    "shprslt",
    "sp",
    "pntext",
    "xe",
    "tc",
    "filetbl",
    "listtable",
    "revtbl",
    "objdata",
    "themedata",
    "fldinst",
];

/// Starred destinations with text in them.
const ENTERED: [&str; 5] = ["shpinst", "shptxt", "annotation", "footnote", "do"];

/// Destinations whose text stands beside the paragraph.
const BESIDE: [(&str, DocumentPart); 21] = [
    ("header", DocumentPart::Header),
    ("headerl", DocumentPart::Header),
    ("headerr", DocumentPart::Header),
    ("headerf", DocumentPart::Header),
    ("footer", DocumentPart::Header),
    ("footerl", DocumentPart::Header),
    ("footerr", DocumentPart::Header),
    ("footerf", DocumentPart::Header),
    ("footnote", DocumentPart::Note),
    ("annotation", DocumentPart::Comment),
    ("shptxt", DocumentPart::TextBox),
    ("dptxbxtext", DocumentPart::TextBox),
    ("info", DocumentPart::Properties),
    ("title", DocumentPart::Properties),
    ("subject", DocumentPart::Properties),
    ("author", DocumentPart::Properties),
    ("operator", DocumentPart::Properties),
    ("manager", DocumentPart::Properties),
    ("company", DocumentPart::Properties),
    ("keywords", DocumentPart::Properties),
    ("doccomm", DocumentPart::Properties),
];

/// Control words that are a letter.
const LETTERS: [(&str, &str); 18] = [
    ("tab", "\t"),
    ("line", "\n"),
    ("cell", "\t"),
    ("nestcell", "\t"),
    ("nestrow", "\n"),
    ("~", "\u{a0}"),
    ("_", "\u{2011}"),
    ("{", "{"),
    ("}", "}"),
    ("\\", "\\"),
    ("emdash", "—"),
    ("endash", "–"),
    ("bullet", "•"),
    ("lquote", "‘"),
    ("rquote", "’"),
    ("ldblquote", "“"),
    ("rdblquote", "”"),
    ("emspace", " "),
];

/// Text of a document.
pub(super) fn read(bytes: &[u8]) -> Contents {
    let mut gathered = Gathered::new();
    if Rtf::new(&mut gathered).read(bytes).is_none() {
        gathered.note_unreadable("rtf");
    }
    gathered.contents("rtf")
}

struct Rtf<'g> {
    flow: Flow<'g>,
    groups: Vec<RtfGroup>,
    /// Code page of the document, and of its fonts.
    code_page: i32,
    fonts: BTreeMap<i32, i32>,
    /// Bytes of letters not yet decoded.
    pending: Vec<u8>,
    /// First half of a letter in UTF-16.
    half: Option<u16>,
    /// What is still to be skipped of the copy of a letter for programs without Unicode.
    copies: i32,
    is_in_table: bool,
}

/// State of a group; an inner group begins with that of the outer.
#[derive(Clone)]
struct RtfGroup {
    is_skipped: bool,
    is_font_table: bool,
    /// `\*` has just been read.
    is_starred: bool,
    is_beside: bool,
    ink: Ink,
    font: i32,
    /// Length of the copy of a letter.
    copy: i32,
}

impl<'g> Rtf<'g> {
    fn new(gathered: &'g mut Gathered) -> Self {
        Rtf {
            flow: Flow::new(gathered, FlowPlace::Body),
            groups: Vec::new(),
            code_page: 1252,
            fonts: BTreeMap::new(),
            pending: Vec::new(),
            half: None,
            copies: 0,
            is_in_table: false,
        }
    }

    /// Reads to the end; `None` if groups are nested too deeply or the file ends too early.
    fn read(&mut self, bytes: &[u8]) -> Option<()> {
        for token in Tokens::of(bytes) {
            match token {
                Token::Open => self.open()?,
                Token::Close => {
                    self.close();
                    if self.groups.is_empty() {
                        break;
                    }
                }
                Token::Byte(byte) => self.byte(byte),
                Token::Word(word, number) => self.word(word, number),
            }
            if self.flow.gathered.is_full() {
                return Some(());
            }
        }
        self.decode();
        self.flow.end_paragraph();
        self.groups.is_empty().then_some(())
    }

    fn open(&mut self) -> Option<()> {
        self.decode();
        let outer = self.groups.last().cloned();
        let first =
            RtfGroup { is_skipped: false, is_font_table: false, is_starred: false, is_beside: false, ink: Ink::Shown, font: -1, copy: 1 };
        self.groups.push(RtfGroup { is_beside: false, is_starred: false, ..outer.unwrap_or(first) });
        self.copies = 0;
        (self.groups.len() <= MAX_DEPTH).then_some(())
    }

    fn close(&mut self) {
        self.decode();
        self.copies = 0;
        if self.groups.pop().is_some_and(|group| group.is_beside) {
            self.flow.end_beside();
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.copies > 0 {
            self.copies -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(group) = self.groups.last().filter(|group| !group.is_skipped) {
            self.flow.push(text, group.ink);
        }
    }

    /// Decodes the letters so far with the code page of their font.
    fn decode(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let font = self.groups.last().map_or(-1, |group| group.font);
        let page = self.fonts.get(&font).copied().unwrap_or(self.code_page);
        let (text, _) = encoding(page).decode_without_bom_handling(&bytes);
        self.push(&text);
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if self.copies > 0 && word != "bin" {
            self.copies -= 1;
            return;
        }
        self.decode();
        if self.groups.last().is_some_and(|group| group.is_font_table) {
            self.font(word, number.unwrap_or(0));
        } else if word == "u" {
            self.unicode(number.unwrap_or(0));
        } else if let Some((_, letter)) = LETTERS.iter().find(|(known, _)| *known == word) {
            self.push(letter);
        } else if !self.destination(word) {
            self.control(word, number);
        }
    }

    /// Acts on a word in the table of fonts.
    fn font(&mut self, word: &str, number: i32) {
        let Some(group) = self.groups.last_mut() else { return };
        let page = match word {
            "f" => {
                group.font = number;
                None
            }
            "fcharset" => code_page(number),
            "cpg" => Some(number),
            _ => None,
        };
        if let Some(page) = page {
            self.fonts.insert(group.font, page);
        }
    }

    /// Begins a destination, if the word names one.
    fn destination(&mut self, word: &str) -> bool {
        let Some(group) = self.groups.last_mut() else { return false };
        let is_starred = std::mem::take(&mut group.is_starred);
        match word {
            "*" => group.is_starred = true,
            "fonttbl" => (group.is_font_table, group.is_skipped) = (true, true),
            _ if SKIPPED.contains(&word) || (is_starred && !ENTERED.contains(&word)) => group.is_skipped = true,
            _ => {}
        }
        let beside = BESIDE.iter().find(|(name, _)| *name == word).filter(|_| !group.is_skipped && !group.is_beside);
        if let Some((_, part)) = beside {
            group.is_beside = true;
            self.flow.begin_beside(*part);
        }
        beside.is_some() || group.is_skipped
    }

    fn control(&mut self, word: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        let Some(group) = self.groups.last_mut() else { return };
        match word {
            "ansicpg" => self.code_page = number.unwrap_or(1252),
            "f" => group.font = number.unwrap_or(-1),
            "uc" => group.copy = number.unwrap_or(1).clamp(0, 100),
            "v" => group.ink = if is_on { Ink::Unseen(DocumentPart::Hidden) } else { Ink::Shown },
            "deleted" => group.ink = if is_on { Ink::Unseen(DocumentPart::Change) } else { Ink::Shown },
            "plain" => group.ink = Ink::Shown,
            "pard" => self.is_in_table = false,
            "intbl" => self.is_in_table = true,
            "par" | "\n" | "\r" if self.is_in_table => self.push("\n"),
            "par" | "\n" | "\r" | "row" | "sect" | "page" if !group.is_skipped => self.flow.end_paragraph(),
            _ => {}
        }
    }

    /// A letter, or half of one, in UTF-16.
    fn unicode(&mut self, number: i32) {
        let Some(group) = self.groups.last() else { return };
        self.copies = group.copy;
        let unit = (number & 0xFFFF) as u16;
        let units = self.half.take().into_iter().chain([unit]);
        match char::decode_utf16(units).collect::<Result<String, _>>() {
            Ok(text) => self.push(&text),
            Err(_) if (0xD800..0xDC00).contains(&unit) => self.half = Some(unit),
            Err(_) => self.push("\u{FFFD}"),
        }
    }
}

/// Encoding of a Windows code page.
pub(super) fn encoding(code_page: i32) -> &'static Encoding {
    match code_page {
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1258 => encoding_rs::WINDOWS_1258,
        65001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    }
}

/// Code page of a font by its character set; `None` for that of the document.
fn code_page(character_set: i32) -> Option<i32> {
    match character_set {
        222 => Some(874),
        128 => Some(932),
        134 => Some(936),
        129 => Some(949),
        136 => Some(950),
        238 => Some(1250),
        204 => Some(1251),
        163 => Some(1258),
        _ => None,
    }
}
