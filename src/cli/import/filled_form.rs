//! A form that was filled in: only what was changed goes to its page.

use std::path::Path;

use serde_json::json;

use super::outcome::{Imported, Refused, SaidDoubt};
use crate::base::Lang;
use crate::form::{self, FilledForm, FormDoubt, FormRefusal};
use crate::scaffold::BegunSite;
use crate::words::{form as form_words, import as words};

pub(super) fn bring_back(begun: &BegunSite, filled: Result<FilledForm, FormRefusal>, file: &Path, lang: Lang) -> Result<Imported, Refused> {
    let applied = filled.map(|filled| form::apply(begun, &filled).map_err(|error| error.describe(lang)));
    let applied = applied.map_err(|refused| refused.words(lang))??.map_err(|refused| refused.words(lang))?;
    let page = applied.page.as_ref().map(ToString::to_string).unwrap_or_default();
    let done = match &applied.pending {
        Some(_) => form_words::applied(lang, file.display(), page, applied.changed, applied.added),
        None => form_words::unchanged(lang, file.display(), page),
    };
    let doubts = applied.doubts.iter().map(|doubt| said(doubt, file, lang)).collect();
    Ok(Imported { pending: applied.pending, done, doubts })
}

fn said(doubt: &FormDoubt, file: &Path, lang: Lang) -> SaidDoubt {
    let sentence = doubt.sentence(lang);
    SaidDoubt {
        for_programs: json!({
            "file": file.display().to_string(),
            "kind": doubt.kind.key(),
            "place": doubt.place.as_ref().map(|place| place.phrase(lang)),
            "text": doubt.text,
            "taken": null,
            "message": sentence,
        }),
        sentence: words::doubt(lang, file.display(), sentence),
    }
}
