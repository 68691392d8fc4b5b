//! A form that was filled in: only what was changed goes to its page.

use std::path::Path;

use serde_json::json;

use super::outcome::{Imported, SaidDoubt, write};
use crate::base::Lang;
use crate::cli::arguments::CommonArgs;
use crate::cli::{ExitStatus, say, say_error};
use crate::form::{self, FilledForm, FormDoubt, FormRefusal};
use crate::scaffold::BegunSite;
use crate::words::{form as form_words, import as words};

pub(super) fn bring_back(
    begun: &BegunSite,
    filled: Result<FilledForm, FormRefusal>,
    file: &Path,
    common: &CommonArgs,
    lang: Lang,
) -> Imported {
    let applied = match filled {
        Ok(filled) => form::apply(begun, &filled)?,
        Err(refused) => Err(refused),
    };
    let applied = match applied {
        Ok(applied) => applied,
        Err(refused) => {
            say_error(&refused.words(lang));
            return Ok(Err(ExitStatus::BadCommand));
        }
    };
    let page = applied.page.as_ref().map(ToString::to_string).unwrap_or_default();
    match &applied.files {
        Some(files) => {
            let done = form_words::applied(lang, file.display(), page, applied.changed, applied.added);
            if !write(files, &done, common, lang)? {
                return Ok(Err(ExitStatus::BadCommand));
            }
        }
        None if !common.quiet => say(&form_words::unchanged(lang, file.display(), page)),
        None => {}
    }
    Ok(Ok(applied.doubts.iter().map(|doubt| said(doubt, file, lang)).collect()))
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
