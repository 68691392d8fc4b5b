//! What the codes in the strings of a PDF mean, and how wide they are.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::{BfString, CMap, CMapName};
use hayro_font::kurbo::Vec2;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn, GlyphId, StandardFont};
use hayro_syntax::object::{Array, Dict, Name, Stream};

use super::unpack::Unpacker;

/// Limit on fonts, tables of what codes mean in bytes, and codes with a width, for a file: what is
/// read is kept.
const MAX_FONTS: usize = 10_000;
const MAX_TABLE_BYTES: usize = 16 << 20;
const MAX_WIDTHS: usize = 4 << 20;
/// Limit on the table of one font, in bytes; one of 65,536 letters takes 1 MB.
const MAX_FONT_TABLE_BYTES: usize = 4 << 20;
/// What the program of a letter of a Type 3 font takes, in widths.
const LETTER_PROGRAM: usize = 64;
/// Limit on the letters that one code stands for.
const MAX_CLUSTER: usize = 64;
/// Put in the place of an empty entry of a table: the code has no text.
const NO_TEXT: char = '\u{FEFF}';
/// The glyph of a blank in TrueType fonts has this number; some programs write it as the letter.
const BLANK_OF_TRUE_TYPE: char = '\u{3}';
/// Stands in for fonts that are not in the file; their widths are, or are those of a standard font.
const EMPTY_FONT: &[u8] = b"\0\x01\0\0\0\0\0\0\0\0\0\0";
/// Stands in for tables that are not in the file: codes of two bytes.
const TWO_BYTES: &[u8] = b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n\
    1 begincidrange <0000> <ffff> 0 endcidrange endcmap";
/// Stands in for tables that another table names: changes nothing.
const EMPTY_TABLE: &[u8] = b"begincmap endcmap";

/// The fonts of a document, each read once.
pub(super) struct PdfFonts<'a> {
    programs: FontCache<'a>,
    find_font: FontResolverFn,
    find_table: CMapResolverFn,
    /// By the address of the font's dictionary.
    known: HashMap<usize, Rc<PdfFont<'a>>>,
    standard: Option<Rc<PdfFont<'a>>>,
    table_bytes_left: usize,
    widths_left: usize,
}

impl<'a> PdfFonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            programs: FontCache::new(),
            find_font: Arc::new(|_| Some((Arc::new(EMPTY_FONT), 0))),
            find_table: Arc::new(|_| Some(TWO_BYTES)),
            known: HashMap::new(),
            standard: None,
            table_bytes_left: MAX_TABLE_BYTES,
            widths_left: MAX_WIDTHS,
        }
    }

    pub(super) fn font(&mut self, dictionary: &Dict<'a>, unpacker: &mut Unpacker) -> Rc<PdfFont<'a>> {
        let key = dictionary.data().as_ptr() as usize;
        if let Some(font) = self.known.get(&key) {
            return Rc::clone(font);
        }
        let font = Rc::new(self.read(dictionary, unpacker));
        self.known.insert(key, Rc::clone(&font));
        font
    }

    /// The font in place of one that is missing.
    pub(super) fn standard(&mut self) -> Rc<PdfFont<'a>> {
        let font = self.standard.get_or_insert_with(|| {
            let font = self.programs.standard_font(StandardFont::Helvetica, &self.find_font);
            Rc::new(PdfFont { font, to_unicode: None, is_composite: false, letters: RefCell::new(HashMap::new()) })
        });
        Rc::clone(font)
    }

    fn read(&mut self, dictionary: &Dict<'a>, unpacker: &mut Unpacker) -> PdfFont<'a> {
        let table = self.table(dictionary, "ToUnicode", unpacker);
        let encoding = self.table(dictionary, "Encoding", unpacker);
        let is_sound = table.is_ok() && encoding.is_ok() && self.known.len() < MAX_FONTS && self.has_room(dictionary, unpacker);
        let font = is_sound.then(|| self.programs.font(dictionary, &self.find_font, &self.find_table)).flatten();
        PdfFont {
            font,
            to_unicode: table.ok().flatten().and_then(|table| to_unicode(&table)),
            is_composite: dictionary.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Type0"),
            letters: RefCell::new(HashMap::new()),
        }
    }

    /// A table of a font, if it has one.
    fn table(&mut self, font: &Dict<'a>, key: &str, unpacker: &mut Unpacker) -> Result<Option<Cow<'a, [u8]>>, TooLarge> {
        let Some(stream) = font.get::<Stream<'_>>(key) else { return Ok(None) };
        let table = unpacker.data(&stream).filter(|table| table.len() <= MAX_FONT_TABLE_BYTES).ok_or(TooLarge)?;
        self.table_bytes_left = self.table_bytes_left.checked_sub(table.len()).ok_or(TooLarge)?;
        Ok(Some(table))
    }

    /// False if reading the font would take the parser too long, or too much memory.
    fn has_room(&mut self, font: &Dict<'_>, unpacker: &mut Unpacker) -> bool {
        let below = font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let own = below.as_ref().unwrap_or(font);
        let descriptor = own.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let streams = [(own, "CIDToGIDMap"), (&descriptor, "FontFile"), (&descriptor, "FontFile2"), (&descriptor, "FontFile3")];
        let fits = |(dictionary, key): (&Dict<'_>, &str)| dictionary.get::<Stream<'_>>(key).is_none_or(|stream| unpacker.fits(&stream));
        if !streams.into_iter().all(fits) || font.get::<usize>("FirstChar").is_some_and(|first| first > 255) {
            return false;
        }
        let programs = font.get::<Dict<'_>>("CharProcs").map_or(0, |programs| programs.len());
        let entries = ["W", "W2"].iter().map(|key| widths(own, key)).sum::<usize>() + programs * LETTER_PROGRAM;
        let left = self.widths_left.checked_sub(entries);
        self.widths_left = left.unwrap_or(self.widths_left);
        left.is_some()
    }
}

/// A table above the limits.
struct TooLarge;

/// The number of codes that a table of widths is about.
fn widths(font: &Dict<'_>, key: &str) -> usize {
    let Some(table) = font.get::<Array<'_>>(key) else { return 0 };
    let (mut entries, mut count) = (table.flex_iter(), 0usize);
    while count <= MAX_WIDTHS {
        let more = match entries.next::<(u32, Array<'_>)>() {
            Some((_, list)) => list.iter::<f32>().count(),
            None => match entries.next::<(u32, u32, f32)>() {
                Some((first, last, _)) => last.saturating_sub(first) as usize,
                None => break,
            },
        };
        count = count.saturating_add(more).saturating_add(1);
    }
    count
}

/// The font's table of what its codes mean.
fn to_unicode(table: &[u8]) -> Option<CMap> {
    let parse = |table: &[u8]| CMap::parse(table, |_: CMapName<'_>| Some(EMPTY_TABLE));
    parse(table).or_else(|| parse(&mended(table)))
}

/// A table without its empty entries (`<0002> <>`), for which the parser gives up the whole table.
fn mended(table: &[u8]) -> Vec<u8> {
    let mut mended = Vec::with_capacity(table.len() + 64);
    let mut rest = table;
    while let Some(at) = memchr::memchr(b'<', rest) {
        let (before, from) = rest.split_at(at);
        mended.extend_from_slice(before);
        let after = from.get(1..).unwrap_or_default();
        let trimmed = after.trim_ascii_start();
        rest = match trimmed.strip_prefix(b">") {
            Some(rest) => {
                mended.extend_from_slice(b"<FEFF>");
                rest
            }
            None => {
                mended.push(b'<');
                after
            }
        };
    }
    mended.extend_from_slice(rest);
    mended
}

/// A font as far as its text goes.
pub(super) struct PdfFont<'a> {
    /// `None` if the font cannot be read.
    font: Option<Font<'a>>,
    to_unicode: Option<CMap>,
    /// True if codes may have several bytes, and mean nothing without a table.
    is_composite: bool,
    letters: RefCell<HashMap<u32, Letter>>,
}

/// What a code of a string stands for.
#[derive(Clone)]
pub(super) struct Letter {
    /// One blank for whatever is blank; `None` if it is not known.
    pub text: Option<Rc<str>>,
    /// How far the next letter is, in thousandths of the font size.
    pub advance: Vec2,
}

impl PdfFont<'_> {
    /// The first letter of a string, and the number of bytes of its code.
    pub(super) fn letter(&self, string: &[u8]) -> Option<(Letter, usize)> {
        let (code, size) = match &self.font {
            _ if string.is_empty() => return None,
            Some(font) => font.read_code(string, 0),
            None if self.is_composite => (string.iter().take(2).fold(0, |code, byte| code << 8 | u32::from(*byte)), 2),
            None => (u32::from(*string.first()?), 1),
        };
        let mut letters = self.letters.borrow_mut();
        let letter = letters.entry(code).or_insert_with(|| self.read(code)).clone();
        Some((letter, size.max(1)))
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.as_ref().is_none_or(Font::is_horizontal)
    }

    fn read(&self, code: u32) -> Letter {
        let meaning = match &self.to_unicode {
            Some(table) => table.lookup_bf_string(code).or_else(|| self.encoded(code)),
            None => self.encoded(code),
        };
        let text = meaning.and_then(|meaning| match meaning {
            BfString::Char(NO_TEXT) => self.draws_nothing(code).then(|| "".into()),
            BfString::Char(c) if is_blank(c) => Some(" ".into()),
            BfString::Char(c) => Some(known(c).encode_utf8(&mut [0; 4]).into()),
            BfString::String(text) if text.chars().all(is_blank) => Some(" ".into()),
            BfString::String(text) => Some(cluster(&text).into()),
        });
        let advance = self.font.as_ref().map_or(Vec2::new(500.0, 0.0), |font| font.code_advance(code));
        Letter { text, advance }
    }

    /// True if the glyph of a code is empty, or is not in the file. A glyph that is drawn has a meaning: pdfkit
    /// writes an empty entry for า if it met ำ before, which it draws as a ring and that glyph.
    fn draws_nothing(&self, code: u32) -> bool {
        let Some(font) = &self.font else { return true };
        match font.glyph(font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.outline().elements().is_empty(),
            FontGlyph::Type3(_) => true,
        }
    }

    /// What the code means without a table: by the names of glyphs.
    fn encoded(&self, code: u32) -> Option<BfString> {
        let font = self.font.as_ref().filter(|_| !self.is_composite)?;
        match font.glyph(GlyphId::NOTDEF, code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == BLANK_OF_TRUE_TYPE
}

/// What a letter means: a control letter is none, but the number of a glyph, as some programs write it.
fn known(c: char) -> char {
    if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }
}

fn cluster(text: &str) -> String {
    text.chars().take(MAX_CLUSTER).map(|c| if is_blank(c) { ' ' } else { known(c) }).collect()
}
