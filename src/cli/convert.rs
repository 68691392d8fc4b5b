//! `prongsai convert`: converts windows-874 and UTF-16 to UTF-8 and keeps the original as a backup.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::arguments::ConvertArgs;
use super::{CommandResult, ExitStatus, say};
use crate::base::Lang;
use crate::error::{Error, Operation, Refusal, Result};
use crate::retry_budget::{self, RetryBudget};
use crate::source::{open_regular, to_utf8};
use crate::words;

pub(super) fn run(options: &ConvertArgs, lang: Lang) -> CommandResult {
    for file in &options.files {
        say(&convert(file, lang)?);
    }
    Ok(ExitStatus::Fine)
}

/// Replaces the file with its UTF-8 text; the original becomes `NAME.bak`.
fn convert(file: &Path, lang: Lang) -> Result<String> {
    let trouble = |error| Error::io(Operation::Convert, file, error);
    let mut bytes = Vec::new();
    RetryBudget::default().during(|| open_regular(file)).and_then(|mut source| source.read_to_end(&mut bytes)).map_err(trouble)?;
    let Some((text, encoding)) = to_utf8(&bytes) else {
        return Err(Error::refused(Operation::Convert, file, Refusal::UnknownEncoding));
    };
    if encoding == "UTF-8" {
        return Ok(words::command::already_utf8(lang, file.display()));
    }
    let backup = free_name(file);
    let new = with_ending(file, "tmp");
    let mut target = fs::File::create(&new).map_err(trouble)?;
    target.write_all(text.as_bytes()).and_then(|()| target.sync_all()).map_err(trouble)?;
    drop(target);
    // The original keeps its name until both files are complete.
    fs::copy(file, &backup).map_err(trouble)?;
    retry_budget::rename(&new, file).map_err(trouble)?;
    Ok(words::command::converted(lang, file.display(), encoding, backup.display()))
}

/// `NAME.bak`, or `NAME.2.bak` and so on, so that older backups are not overwritten.
fn free_name(file: &Path) -> PathBuf {
    let numbered = (2..).map(|number| with_ending(file, &format!("{number}.bak")));
    let mut names = std::iter::once(with_ending(file, "bak")).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_else(|| with_ending(file, "bak"))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
