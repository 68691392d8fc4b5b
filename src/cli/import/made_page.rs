//! A page made of the tables of a document.

use std::path::Path;

use serde_json::json;

use super::outcome::{Imported, Refused, SaidDoubt};
use crate::attachment::grid::GridDocument;
use crate::base::Lang;
use crate::import::page_facts::Doubt;
use crate::import::{self, ImportTarget, NoTarget, NotImported, PageMaker};
use crate::words::{import as words, new};

pub(super) fn make(
    maker: &mut PageMaker<'_>,
    document: &GridDocument,
    file: &Path,
    target: ImportTarget,
    lang: Lang,
) -> Result<Imported, Refused> {
    let made = match maker.page(document, &name(file), target, lang) {
        Ok(made) => made,
        Err(NotImported::NoFacts(doubts)) => {
            let doubts = doubts.iter().map(|doubt| said(doubt, file, lang)).collect();
            return Err(Refused { reason: words::no_facts(lang, file.display()), doubts });
        }
        Err(NotImported::NotMade(refused)) => return Err(new::not_made(lang, refused.words(lang)).into()),
    };
    let (measures, entries) = (made.counts.measures, made.counts.entries);
    let page = made.file.path().below(maker.root());
    let done = words::imported(lang, file.display(), page.display(), &made.target.item, made.target.year, measures, entries);
    let doubts = made.doubts.iter().map(|doubt| said(doubt, file, lang)).collect();
    Ok(Imported { pending: Some(made.file), done, doubts })
}

/// The item that a document is for.
pub(super) fn target(
    maker: &mut PageMaker<'_>,
    document: &GridDocument,
    file: &Path,
    given: Option<&ImportTarget>,
    lang: Lang,
) -> Result<ImportTarget, Refused> {
    let found = given.cloned().map_or_else(|| maker.target(document, &name(file)), Ok);
    found.map_err(|NoTarget { year, .. }| match year {
        Some(year) => words::no_item(lang, file.display(), year).into(),
        None => words::no_year(lang, file.display()).into(),
    })
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn said(doubt: &Doubt, file: &Path, lang: Lang) -> SaidDoubt {
    let sentence = import::sentence(doubt, lang);
    SaidDoubt {
        for_programs: json!({
            "file": file.display().to_string(),
            "kind": import::key(doubt.kind),
            "place": doubt.place.as_ref().map(|place| place.phrase(lang)),
            "text": doubt.text,
            "taken": doubt.taken,
            "message": sentence,
        }),
        sentence: words::doubt(lang, file.display(), sentence),
    }
}
