//! A PDF opens for everybody, and says what it is.

use crate::attachment::{Contents, Pdf};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let faults = checked.attachments.iter().filter_map(|(source, facts)| Some((source, fault(&facts.contents)?)));
    let finding = |(source, fault)| match fault {
        PdfFault::Encrypted => mentions.finding("pdf-encrypted", source),
        PdfFault::NotPdf(other) => mentions.finding("pdf-unreadable", source).with_some("other", other),
        PdfFault::Damaged => mentions.finding("pdf-unreadable", source),
        PdfFault::Cut => mentions.finding("pdf-unreadable", source).with("cut", source),
        PdfFault::Scan(pages) => mentions.finding("pdf-scan", source).with("pages", pages),
        PdfFault::NoTitle => mentions.finding("pdf-no-title", source),
    };
    faults.map(finding).collect()
}

enum PdfFault {
    Encrypted,
    /// What it looks like.
    NotPdf(Option<&'static str>),
    Damaged,
    /// Its end is missing.
    Cut,
    /// Number of pages.
    Scan(usize),
    NoTitle,
}

/// The worst: who has only a picture of a page has no use for its title.
fn fault(contents: &Contents) -> Option<PdfFault> {
    match contents {
        Contents::EncryptedPdf => Some(PdfFault::Encrypted),
        Contents::NotPdf(other) => Some(PdfFault::NotPdf(*other)),
        Contents::DamagedPdf => Some(PdfFault::Damaged),
        Contents::CutPdf => Some(PdfFault::Cut),
        Contents::Pdf(pdf) if pdf.text_layer == Some(false) => Some(PdfFault::Scan(pdf.pages)),
        Contents::Pdf(pdf) if !has_title(pdf) => Some(PdfFault::NoTitle),
        _ => None,
    }
}

/// What programs put there by themselves is no title.
fn has_title(pdf: &Pdf) -> bool {
    let by_itself = |title: &str| {
        title.eq_ignore_ascii_case("untitled") || title.starts_with("Microsoft Word - ") || title == "PowerPoint Presentation"
    };
    pdf.title.as_deref().is_some_and(|title| !by_itself(title))
}
