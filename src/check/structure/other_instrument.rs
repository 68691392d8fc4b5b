//! ST11: what stands under one instrument names another (S4: the caption of the OIT table says EIT).

use crate::check::{Check, Checked};
use crate::content::front_matter::{Instrument, InstrumentScores};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "instruments in captions", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    checked.site.written_pages().flat_map(|page| [readings(page), sections(page)].concat()).collect()
}

/// The text beside the scores of an instrument.
fn readings(page: &Page) -> Vec<Diagnostic> {
    let instruments = page.document.front_matter.assessment.iter().flat_map(|assessment| &assessment.instruments);
    let fault = |scores: &InstrumentScores| {
        let reading = scores.reading.as_ref()?;
        let mut texts = std::iter::once(reading.value.as_str()).chain(reading.as_written.as_deref());
        let own = scores.id.value;
        let other = texts.find_map(|text| only_other(text, own))?;
        Some(report(page, reading.span.clone(), own, other))
    };
    instruments.filter_map(fault).collect()
}

/// Captions of tables below a heading that names one instrument.
fn sections(page: &Page) -> Vec<Diagnostic> {
    let body = &page.document.body;
    let mut found = Vec::new();
    let mut own = None;
    let mut at = 0;
    for line in body.text().split_inclusive('\n') {
        let span = at..at + line.trim_end().len();
        at += line.len();
        let trimmed = line.trim_start();
        if trimmed.starts_with('#') {
            own = only_one(trimmed);
        } else if let Some(own) = own.filter(|_| trimmed.starts_with("ตาราง"))
            && let Some(other) = only_other(trimmed, own)
        {
            found.push(report(page, body.in_file(&span), own, other));
        }
    }
    found
}

fn report(page: &Page, span: std::ops::Range<usize>, own: Instrument, other: Instrument) -> Diagnostic {
    let document = &page.document;
    let diagnostic =
        Diagnostic::new("other-instrument", Place::new(&document.source, span)).with("own", own.key()).with("other", other.key());
    diagnostic.about(document.home.fiscal_year(), document.home.item())
}

/// The one instrument that a text names.
fn only_one(text: &str) -> Option<Instrument> {
    let mut named = Instrument::ALL.iter().copied().filter(|instrument| text.contains(instrument.key()));
    named.next().filter(|_| named.next().is_none())
}

fn only_other(text: &str, own: Instrument) -> Option<Instrument> {
    only_one(text).filter(|named| *named != own)
}
