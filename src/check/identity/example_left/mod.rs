//! Reports remains of the example site: a real body must not publish invented results and “signed”
//! files under its name.

mod known;

use std::collections::BTreeMap;

use known::{ExampleSite, short};

use crate::base::{ASSESSMENTS_FILE, RelPath, SITE_FILE};
use crate::check::wording::{PageText, TermMatch};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Config;
use crate::content::front_matter::Assessment;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::thai::FiscalYear;

pub(super) const FILES: Check = Check { run: CheckScope::Site(files) };
pub(super) const WORDS: Check = Check { run: CheckScope::Words(words, words_on_page) };

/// Maximum number of file names in a message.
const MAX_SHOWN: usize = 4;

/// Returns the fingerprint, unless the site is the example itself.
fn known(config: &Config) -> Option<ExampleSite> {
    Some(ExampleSite::read()).filter(|known| known.agency != config.agency.name.value)
}

fn files(checked: &CheckContext<'_>) -> Diagnostics {
    let Some(known) = known(&checked.site.config) else { return Diagnostics::new() };
    let own = checked.site.config.agency.name.value.as_str();
    let documents = checked.site.written_pages().map(|page| &*page.document);
    let pages = documents.filter(|document| known.has_page(&document.body.file, own)).map(|document| &document.source);
    let is_file = |sha256: [u8; 32]| known.files.contains(&&*short(&sha256));
    let attachments = checked.attachments.iter().filter(|(_, facts)| facts.sha256.is_some_and(is_file)).map(|(source, _)| source);
    let mut found = by_folder(pages.chain(attachments));
    found.extend(results(checked, &known));
    found.extend(words_of_site_file(checked, &known));
    found.into_iter().collect()
}

/// One diagnostic per folder of `content/`.
fn by_folder<'p>(paths: impl Iterator<Item = &'p RelPath>) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<String, Vec<&RelPath>> = BTreeMap::new();
    for path in paths {
        folders.entry(path.parts().take(2).collect::<Vec<_>>().join("/")).or_default().push(path);
    }
    let report = |(folder, mut paths): (String, Vec<&RelPath>)| {
        paths.sort();
        let below = |path: &&RelPath| path.as_str().strip_prefix(&folder).unwrap_or_default().trim_start_matches('/').to_owned();
        let names: Vec<String> = paths.iter().take(MAX_SHOWN).map(below).collect();
        let more = if paths.len() > MAX_SHOWN { ", …" } else { "" };
        let finding = Diagnostic::new("example-left", SourceSpan::file(paths.first()?)).with("folder", &folder).with("count", paths.len());
        Some(finding.with("names", names.join(", ") + more))
    };
    folders.into_iter().filter_map(report).collect()
}

/// Reports assessment results equal to those of the example.
fn results(checked: &CheckContext<'_>, known: &ExampleSite) -> Option<Diagnostic> {
    let year_of_example = |(year, result): (&FiscalYear, &Assessment)| {
        let year = year.to_string();
        (known.results.get(year.as_str()).copied() == Some(figures(result).as_str())).then_some(year)
    };
    let years: Vec<String> = checked.site.assessments.iter().filter_map(year_of_example).collect();
    let file = RelPath::new(ASSESSMENTS_FILE).filter(|_| !years.is_empty())?;
    Some(Diagnostic::new("example-left", SourceSpan::file(&file)).with("years", years.join(", ")))
}

/// Scores of all indicators, joined.
fn figures(result: &Assessment) -> String {
    let indicators = result.instruments.iter().flat_map(|instrument| &instrument.indicators);
    indicators.filter_map(|indicator| indicator.score.as_ref()).map(|score| score.value.value.to_string()).collect::<Vec<_>>().join(" ")
}

/// Reports example words in the site file, except in `base_url`, which another check covers.
fn words_of_site_file(checked: &CheckContext<'_>, known: &ExampleSite) -> Vec<Diagnostic> {
    let Some(file) = checked.tree.text(SITE_FILE) else { return Vec::new() };
    let text = file.text.read();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_said_elsewhere = line.trim_start().starts_with('#') || line.starts_with("base_url");
        let hit = known.words.iter().filter_map(|word| Some((word, line.find(word)?))).min_by_key(|(_, at)| *at);
        if let Some((word, at)) = hit.filter(|_| !is_said_elsewhere) {
            let place = SourceSpan::new(&file.path, start + at..start + at + word.len());
            found.push(Diagnostic::new("example-left", place).with("word", word));
        }
        start += line.len();
    }
    found
}

fn words(config: &Config) -> Vec<&str> {
    known(config).map(|known| known.words).unwrap_or_default()
}

/// Reports the first example word on a page, unless the whole page is from the example.
fn words_on_page(checked: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let config = &checked.site.config;
    let Some((_, span)) = hits.into_iter().next() else { return Vec::new() };
    match known(config).filter(|known| !known.has_page(&page.document.body.file, &config.agency.name.value)) {
        Some(_) => {
            let word = page.file.get(span.clone()).unwrap_or_default();
            vec![Diagnostic::new("example-left", SourceSpan::new(&page.document.source, span.clone())).with("word", word)]
        }
        None => Vec::new(),
    }
}
