//! `prongsai import`: pages made of the tables in other documents, and forms that were filled in.

mod batch;
mod filled_form;
mod made_page;
mod outcome;

use std::io::Read;
use std::path::Path;

use serde_json::Value;

use super::arguments::{CommonArgs, ImportArgs, ImportFormat};
use super::results::{ResultReader, give};
use super::{CommandResult, ExitStatus, root, say, say_error, today};
use crate::attachment::{
    self,
    grid::{GridDocument, GridFault},
};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::error::{Error, Operation, Result};
use crate::import::ImportTarget;
use crate::pipeline::Request;
use crate::retry_budget::RetryBudget;
use crate::scaffold;
use crate::source::open_regular;
use crate::words::{import as words, new};
use batch::ImportBatch;

/// Largest document, in bytes: hundreds of pages, without scanned pictures.
const MAX_BYTES: u64 = 64 << 20;

pub(super) fn run(common: &CommonArgs, options: &ImportArgs, lang: Lang) -> CommandResult {
    let target = match options.item.as_deref().map(|typed| (typed, ImportTarget::parse(typed))) {
        None => None,
        Some((_, Some(target))) => Some(target),
        Some((typed, None)) => {
            say_error(&words::bad_target(lang, typed));
            return Ok(ExitStatus::BadCommand);
        }
    };
    if target.is_some() && options.files.len() > 1 {
        say_error(words::one_page(lang));
        return Ok(ExitStatus::BadCommand);
    }
    let root = root::find(common)?;
    let Some(today) = today() else { return Ok(ExitStatus::BadCommand) };
    let Some(begun) = scaffold::begin(Request::to_look(root, Purpose::Submission, today))? else {
        say_error(new::no_site(lang));
        return Ok(ExitStatus::ContentProblems);
    };
    let mut batch = ImportBatch::new(&begun, lang);
    for file in &options.files {
        match document(file, lang) {
            Ok(document) => batch.add(file, document, target.as_ref()),
            Err(reason) => batch.refuse(reason.into()),
        }
    }
    let done = batch.write(common)?;
    if options.format == ImportFormat::Json {
        let list: Vec<Value> = done.doubts.iter().map(|doubt| doubt.for_programs.clone()).collect();
        give(&format!("{:#}\n", Value::from(list)), ResultReader::Program, None, common, lang)?;
    } else {
        done.doubts.iter().for_each(|doubt| say(&doubt.sentence));
    }
    if !done.doubts.is_empty() && !common.quiet {
        say(&words::doubts_next(lang, done.doubts.len()));
    }
    Ok(done.status)
}

/// Reads a document; else why not, and what to do.
fn document(file: &Path, lang: Lang) -> std::result::Result<GridDocument, String> {
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let document = match bytes(file).map_err(|error| error.describe(lang))? {
        Some(bytes) => attachment::read_grid(&extension, &bytes),
        None => Err(GridFault::Size),
    };
    document.map_err(|fault| unreadable(fault, file, &extension, lang))
}

/// The bytes of a document; `None` if there are too many.
fn bytes(file: &Path) -> Result<Option<Vec<u8>>> {
    let trouble = |error| Error::io(Operation::Read, file, error);
    let source = RetryBudget::default().during(|| open_regular(file)).map_err(trouble)?;
    let mut bytes = Vec::new();
    source.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(trouble)?;
    Ok((bytes.len() as u64 <= MAX_BYTES).then_some(bytes))
}

fn unreadable(fault: GridFault, file: &Path, extension: &str, lang: Lang) -> String {
    /// Kinds that are read and told from their content.
    const NAMED: [&str; 4] = ["docx", "xlsx", "xls", "ods"];
    let file = file.display();
    match fault {
        GridFault::Locked => words::locked(lang, file),
        GridFault::Unreadable => words::damaged(lang, file),
        GridFault::Format if NAMED.contains(&extension) => words::not_what_its_name_says(lang, file, extension),
        GridFault::Format => words::wrong_format(lang, file),
        GridFault::Size => words::too_large(lang, file),
    }
}
