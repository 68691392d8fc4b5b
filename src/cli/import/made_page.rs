//! A page made of the tables of a document.

use std::path::Path;

use serde_json::json;

use super::outcome::{Imported, SaidDoubt, write};
use crate::attachment::grid::GridDocument;
use crate::base::Lang;
use crate::cli::arguments::CommonArgs;
use crate::cli::{ExitStatus, say, say_error};
use crate::import::page_facts::Doubt;
use crate::import::{self, ImportTarget, NotImported};
use crate::scaffold::BegunSite;
use crate::words::{import as words, new};

pub(super) fn make(
    begun: &BegunSite,
    document: &GridDocument,
    file: &Path,
    target: Option<&ImportTarget>,
    common: &CommonArgs,
    lang: Lang,
) -> Imported {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let made = match import::import(begun, document, &name, target, lang)? {
        Ok(made) => made,
        Err(refused) => {
            say_error(&not_imported(&refused, file, lang));
            if let NotImported::NoFacts(doubts) = &refused {
                doubts.iter().for_each(|doubt| say(&said(doubt, file, lang).sentence));
            }
            return Ok(Err(ExitStatus::BadCommand));
        }
    };
    let page = made.files.files().next().map(|page| page.below(&made.files.root).display().to_string()).unwrap_or_default();
    let (measures, entries) = (made.counts.measures, made.counts.entries);
    let done = words::imported(lang, file.display(), page, &made.target.item, made.target.year, measures, entries);
    let is_written = write(&made.files, &done, common, lang)?;
    let doubts = made.doubts.iter().map(|doubt| said(doubt, file, lang)).collect();
    Ok(if is_written { Ok(doubts) } else { Err(ExitStatus::BadCommand) })
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

fn not_imported(refused: &NotImported, file: &Path, lang: Lang) -> String {
    match refused {
        NotImported::NoTarget(found) => match found.year {
            Some(year) => words::no_item(lang, file.display(), year),
            None => words::no_year(lang, file.display()),
        },
        NotImported::NoFacts(_) => words::no_facts(lang, file.display()),
        NotImported::NotMade(refused) => new::not_made(lang, refused.words(lang)),
    }
}
