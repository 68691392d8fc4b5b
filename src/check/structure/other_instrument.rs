//! ST11: text under one instrument names another (S4: the caption of the OIT table says EIT).

use crate::catalogue::Instrument;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::InstrumentScores;
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(other_instruments) };

fn other_instruments(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    [readings(page), sections(page)].concat()
}

/// Checks the text beside the scores of an instrument.
fn readings(page: &PageText<'_>) -> Vec<Diagnostic> {
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

/// Checks table captions below a heading that names one instrument.
fn sections(page: &PageText<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut own = None;
    for line in page.body_lines() {
        let trimmed = line.text.trim_start();
        if trimmed.starts_with('#') {
            own = only_one(trimmed);
        } else if let Some(own) = own.filter(|_| trimmed.starts_with("ตาราง"))
            && let Some(other) = only_other(trimmed, own)
        {
            found.push(report(page, line.start..line.start + line.text.trim_end().len(), own, other));
        }
    }
    found
}

fn report(page: &PageText<'_>, span: std::ops::Range<usize>, own: Instrument, other: Instrument) -> Diagnostic {
    Diagnostic::new("other-instrument", SourceSpan::new(&page.document.source, span)).with("own", own.key()).with("other", other.key())
}

/// Returns the instrument if a text names exactly one.
fn only_one(text: &str) -> Option<Instrument> {
    let mut named = Instrument::ALL.iter().copied().filter(|instrument| text.contains(instrument.key()));
    named.next().filter(|_| named.next().is_none())
}

fn only_other(text: &str, own: Instrument) -> Option<Instrument> {
    only_one(text).filter(|named| *named != own)
}
