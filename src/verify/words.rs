//! Messages about the problems of a copy.

use super::report::{OldManifest, Problem, ServedInstead};
use crate::base::Lang;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::Words;
use crate::witness::SignatureFlaw;
use crate::words::{copy, counts};

impl Problem {
    /// Message in one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Problem::Manifest(hostile) => copy::manifest_refused(lang, hostile.words(lang)),
            Problem::Unread(path, why) => copy::file_unread(lang, path, why.words(lang)),
            Problem::GaveUp(left) => copy::gave_up(lang, left),
            Problem::NotAFile(path) => copy::not_a_file(lang, path),
            Problem::Checksums(paths) => copy::checksums_differ(lang, some(paths, lang)),
            Problem::OtherChecksums(lines) => copy::other_checksums(lang, counts::other_lines(lang, *lines)),
            Problem::Witness(path, SignatureFlaw::Stranger(key)) => copy::signed_by_stranger(lang, path, key),
            Problem::Witness(path, flaw) => copy::signature_fails(lang, path, flaw.words(lang)),
            Problem::ChecksumForm => copy::checksum_form(lang).to_owned(),
            Problem::NoHistory => copy::no_history(lang).to_owned(),
            Problem::History(diagnostic) => history_words(diagnostic, lang),
            Problem::HistoryText => copy::history_no_text(lang).to_owned(),
            Problem::HistoryMark => copy::history_mark(lang).to_owned(),
            Problem::OldManifest(old) => old.words(lang),
            Problem::OldHistory { log, manifest } => copy::old_history(lang, counts::publications(lang, *log), manifest),
            Problem::Unpublished(urls) => copy::other_bytes_published(lang, some(urls, lang)),
            Problem::NotInHistory(paths) if paths.len() == 1 => copy::page_not_in_history(lang, some(paths, lang)),
            Problem::NotInHistory(paths) => copy::pages_not_in_history(lang, some(paths, lang)),
            Problem::TextTransfer(files, resized) => text_transfer(files, resized, lang),
            Problem::NotOpened { address, shown } => copy::not_opened(lang, address, shown.words(lang)),
            Problem::NotLast(last) => last.words(lang),
        }
    }
}

/// The first names in one line, and the number of others.
pub(super) fn some(names: &[String], lang: Lang) -> String {
    const MOST: usize = 5;
    let named = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => named,
        more => copy::and_more_names(lang, named, more),
    }
}

fn text_transfer(files: &[String], resized: &[String], lang: Lang) -> String {
    // A single file may have been saved by an editor.
    const MANY: usize = 3;
    let text = copy::transferred_as_text(lang, counts::files(lang, files.len()), some(files, lang));
    match resized.is_empty() || files.len() < MANY {
        true => text,
        false => text + &copy::resized_too(lang, resized.len(), some(resized, lang)),
    }
}

impl ServedInstead {
    fn words(&self, lang: Lang) -> String {
        match self {
            ServedInstead::Status(status) => format!("HTTP {status}"),
            ServedInstead::Other => copy::shows_something_else(lang).to_owned(),
            ServedInstead::Elsewhere(to) => copy::leads_to(lang, to),
        }
    }
}

impl OldManifest {
    fn words(&self, lang: Lang) -> String {
        let what = match (self.publications, self.checksums_too) {
            (Some((manifest, log)), true) => copy::old_manifests(lang, manifest, log),
            (Some((manifest, log)), false) => copy::old_manifest(lang, manifest, log),
            (None, _) => copy::manifest_does_not_fit(lang).to_owned(),
        };
        let text = what + copy::upload_both_manifests(lang);
        match self.unjudged.is_empty() {
            true => text,
            false => text + &copy::unjudged_files(lang, self.unjudged.len(), some(&self.unjudged, lang)),
        }
    }
}

fn history_words(diagnostic: &Diagnostic, lang: Lang) -> String {
    let words = CodeFile::find(diagnostic.code).map(|file| Words::of(diagnostic, &file, lang).message);
    format!("history/history.yaml: {}", words.unwrap_or_else(|| diagnostic.code.to_owned()))
}
