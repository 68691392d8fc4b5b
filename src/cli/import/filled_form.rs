//! A form that was filled in: only what was changed goes to its page.

use std::path::Path;

use serde_json::json;

use super::outcome::{Imported, Refused, SaidDoubt};
use crate::base::Lang;
use crate::form::{self, FilledForm, FormDoubt, FormRefusal};
use crate::import::ImportTarget;
use crate::scaffold::BegunSite;
use crate::words::{form as form_words, import as words};

/// Takes the changes of a form; `target` is the item that was typed for its `file`, which cannot be another one.
pub(super) fn bring_back(
    begun: &BegunSite,
    filled: Result<FilledForm, FormRefusal>,
    (file, target): (&Path, Option<&ImportTarget>),
    lang: Lang,
) -> Result<Imported, Refused> {
    let own = filled.as_ref().ok().map(|filled| ImportTarget { year: filled.year, item: filled.item.clone() });
    if let (Some(own), Some(target)) = (own, target)
        && own != *target
    {
        let named = |target: &ImportTarget| format!("{}/{}", target.year, target.item.slug());
        return Err(form_words::of_another_item(lang, file.display(), named(&own), named(target)).into());
    }
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
