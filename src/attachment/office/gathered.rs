//! The text of a file on its way to the result, under the limit of [`MAX_TEXT_BYTES`].

use std::sync::Arc;

use super::super::{Contents, DocumentPart, FileFault, MAX_TEXT_BYTES, NotInspected, Passage, TextPosition, UnreadPart, WhyUnread};

/// What a passage costs besides its text, so that a million empty paragraphs do not fill the memory.
const COST: usize = 16;

/// Passages read so far, and what could not be read.
pub(super) struct Gathered {
    left: usize,
    passages: Vec<Passage>,
    unread: Vec<UnreadPart>,
}

impl Gathered {
    pub(super) fn new() -> Self {
        Gathered { left: MAX_TEXT_BYTES, passages: Vec::new(), unread: Vec::new() }
    }

    /// Adds a text at one place; a blank one is dropped.
    pub(super) fn add(&mut self, text: &str, place: TextPosition) {
        self.add_parts(text, vec![(0, place)]);
    }

    /// Adds a text with the places of its parts.
    pub(super) fn add_parts(&mut self, text: &str, places: Vec<(usize, TextPosition)>) {
        let text = text.trim_end();
        if text.trim_start().is_empty() || self.is_full() {
            return;
        }
        match self.left.checked_sub(text.len() + COST) {
            Some(left) => {
                self.left = left;
                let places = places.into_iter().filter(|(at, _)| *at < text.len().max(1)).collect();
                self.passages.push(Passage { text: text.replace('\u{c}', "\n"), places });
            }
            None => self.stop(),
        }
    }

    /// Adds texts of one part.
    pub(super) fn add_all(&mut self, texts: impl IntoIterator<Item = String>, part: DocumentPart) {
        for text in texts {
            self.add(&text, TextPosition::Part(part));
        }
    }

    /// Notes a part that could not be read, if so.
    pub(super) fn note(&mut self, part: &str, result: Result<(), WhyUnread>) {
        if let Err(why) = result {
            self.unread.push(UnreadPart { part: part.into(), why });
        }
    }

    /// Notes a part that is not readable to its end.
    pub(super) fn note_unreadable(&mut self, part: &str) {
        self.note(part, Err(WhyUnread::NotInspected(NotInspected::Unreadable)));
    }

    /// Notes that a part lists more than is read.
    pub(super) fn note_too_many(&mut self, part: &str) {
        self.note(part, Err(WhyUnread::NotInspected(NotInspected::UnpackedSize)));
    }

    /// Takes no more text: a paragraph or row is longer than all that fits.
    pub(super) fn stop(&mut self) {
        self.left = 0;
    }

    /// True if no more text fits.
    pub(super) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Adds what was read from a file in the file, named `name`.
    pub(super) fn add_file(&mut self, name: &str, contents: Contents) {
        let file: Arc<str> = name.into();
        let inside =
            |part: &str| UnreadPart { part: format!("{name}/{part}").into(), why: WhyUnread::NotInspected(NotInspected::Unreadable) };
        let (passages, unread, why) = match contents {
            Contents::Text(text) => (text, Vec::new(), None),
            Contents::Partly { text, unread } => (text, unread, None),
            Contents::Pdf(pdf) => {
                let unread = pdf.unread.iter().map(|page| UnreadPart { part: format!("{page}").into(), ..inside("") }).collect();
                (pdf.text, unread, None)
            }
            Contents::EncryptedPdf => (Vec::new(), Vec::new(), Some(WhyUnread::Fault(FileFault::Locked))),
            Contents::CutPdf => (Vec::new(), Vec::new(), Some(WhyUnread::Fault(FileFault::Cut))),
            Contents::DamagedPdf => (Vec::new(), Vec::new(), Some(WhyUnread::Fault(FileFault::Damaged))),
            Contents::NotPdf(kind) => (Vec::new(), Vec::new(), Some(WhyUnread::Fault(FileFault::Other(kind)))),
            Contents::Unusable(fault) => (Vec::new(), Vec::new(), Some(WhyUnread::Fault(fault))),
            Contents::NotInspected(reason) => (Vec::new(), Vec::new(), Some(WhyUnread::NotInspected(reason))),
            Contents::Other => (Vec::new(), Vec::new(), None),
        };
        for passage in passages {
            let places = passage.places.into_iter().map(|(at, place)| (at, place.inside(&file))).collect();
            self.add_parts(&passage.text, places);
        }
        self.unread.extend(unread.into_iter().map(|part| UnreadPart { part: format!("{name}/{}", part.part).into(), why: part.why }));
        self.unread.extend(why.map(|why| UnreadPart { part: file, why }));
    }

    /// The text and the unread parts.
    pub(super) fn into_parts(self) -> (Vec<Passage>, Vec<UnreadPart>) {
        (self.passages, self.unread)
    }

    /// The result: all text, or what was not read by name. Without any text, why.
    pub(super) fn contents(mut self, name: &str) -> Contents {
        if self.is_full() {
            self.note(name, Err(WhyUnread::NotInspected(NotInspected::UnpackedSize)));
        }
        match self.unread.first().map(|first| first.why) {
            None => Contents::Text(self.passages),
            Some(WhyUnread::Fault(fault)) if self.passages.is_empty() => Contents::Unusable(fault),
            Some(WhyUnread::NotInspected(reason)) if self.passages.is_empty() => Contents::NotInspected(reason),
            Some(_) => Contents::Partly { text: self.passages, unread: self.unread },
        }
    }
}

impl TextPosition {
    fn inside(self, file: &Arc<str>) -> Self {
        TextPosition::Inside { file: Arc::clone(file), place: Box::new(self) }
    }
}
