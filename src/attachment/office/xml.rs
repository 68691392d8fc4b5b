//! XML as a stream of elements and texts; nothing but the open element names is kept, so that
//! memory does not grow with the document.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// Deepest nesting of elements. Word stops at some dozens of tables within tables.
const MAX_DEPTH: usize = 2000;

/// What an element counts for, in bytes: ten million elements are some two seconds.
const COST: u64 = 8;

/// The XML is not well-formed, nested too deeply, or could not be read to its end.
#[derive(Debug)]
pub(super) struct BadXml;

/// What follows after the start of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Its content and its end.
    Enter,
    /// What stands behind it; neither its content nor its end is passed on.
    Skip,
}

/// Receives the parts of a document. Names are local names: prefixes are a matter of the program
/// that wrote the file.
pub(super) trait Visitor {
    /// An element begins.
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then;

    /// An element ends, also one without content.
    fn end(&mut self, _name: &str) {}

    /// Text with entities resolved; one text may come in several pieces.
    fn text(&mut self, _text: &str) {}

    /// True if the rest is not wanted.
    fn is_done(&self) -> bool {
        false
    }
}

/// Start of an element, with its attributes.
pub(super) struct Element<'e>(BytesStart<'e>);

impl Element<'_> {
    /// Name with its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.name().0
    }

    /// Value of an attribute by local name, such as `val` for `w:val`. With several prefixes, the first.
    pub(super) fn attribute(&self, local: &str) -> Option<Cow<'_, str>> {
        self.find(|name| name == local || name.rsplit_once(':').is_some_and(|(_, name)| name == local))
    }

    /// Value of `r:id`, which often stands beside an `id`.
    pub(super) fn relation(&self) -> Option<Cow<'_, str>> {
        self.find(|name| name.ends_with(":id"))
    }

    /// Number in an attribute.
    pub(super) fn number(&self, local: &str) -> Option<usize> {
        self.attribute(local)?.trim().parse().ok()
    }

    /// True if a property that is on by its presence is not switched off by its value.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off"))
    }

    fn find(&self, is: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        // Duplicates are not looked for: the time for that grows with the square of the attributes.
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| is(attribute.key.0))?;
        Some(quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned).into())
    }
}

/// Reads a document to its end, or until the visitor has enough. Each element costs time, also a short
/// one: it counts as [`COST`] bytes more of the `unpacked` that are left.
///
/// # Errors
/// [`BadXml`]; what came before has been passed on.
pub(super) fn visit(from: impl BufRead, unpacked: &Cell<u64>, visitor: &mut dyn Visitor) -> Result<(), BadXml> {
    let mut reader = Reader::from_reader(from);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_comments = false;
    config.allow_dangling_amp = true;
    let mut depth = Depth { open: 0, skipped: None };
    let mut buffer = Vec::new();
    while !visitor.is_done() {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| BadXml)? {
            Event::Eof if depth.open == 0 => return Ok(()),
            Event::Eof => return Err(BadXml),
            event => {
                if matches!(event, Event::Start(_)) {
                    unpacked.set(unpacked.get().saturating_sub(COST));
                    if unpacked.get() == 0 {
                        return Err(BadXml);
                    }
                }
                depth.pass(event, visitor)?;
            }
        }
    }
    Ok(())
}

struct Depth {
    open: usize,
    /// The depth of an element that is skipped.
    skipped: Option<usize>,
}

impl Depth {
    fn pass(&mut self, event: Event<'_>, visitor: &mut dyn Visitor) -> Result<(), BadXml> {
        match event {
            Event::Start(start) => {
                self.open += 1;
                if self.open > MAX_DEPTH {
                    return Err(BadXml);
                }
                let element = Element(start);
                if self.skipped.is_none() && visitor.start(element.0.local_name().as_ref(), &element) == Then::Skip {
                    self.skipped = Some(self.open);
                }
            }
            Event::End(end) => {
                match self.skipped {
                    Some(depth) if depth == self.open => self.skipped = None,
                    Some(_) => {}
                    None => visitor.end(end.local_name().as_ref()),
                }
                self.open = self.open.saturating_sub(1);
            }
            _ if self.skipped.is_some() => {}
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => visitor.text(letter.encode_utf8(&mut [0; 4])),
                _ => visitor.text(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            _ => {}
        }
        Ok(())
    }
}
