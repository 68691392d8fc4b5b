//! What becomes of a document, and the writing of its page.

use serde_json::Value;

use crate::base::Lang;
use crate::cli::arguments::CommonArgs;
use crate::cli::{ExitStatus, say, say_error, signals};
use crate::error::Result;
use crate::rename;
use crate::report::print::summary;
use crate::scaffold::NewFiles;
use crate::words::{import as words, new};

/// What was doubtful, or could not be written.
pub(super) struct SaidDoubt {
    /// With its place.
    pub(super) sentence: String,
    pub(super) for_programs: Value,
}

/// The doubts of a document, or how the program ends without its page.
pub(super) type Imported = Result<Result<Vec<SaidDoubt>, ExitStatus>>;

/// Writes files; what they lack is for `check` to say, and no reason to throw away what was read. False if
/// that was refused, with the reason said.
pub(super) fn write(files: &NewFiles, done: &str, common: &CommonArgs, lang: Lang) -> Result<bool> {
    let interrupt = signals::listen();
    if let Err(refused) = rename::apply(&files.root, &files.work, &mut |path| interrupt.check(path))? {
        say_error(&new::not_made(lang, refused.words(lang)));
        return Ok(false);
    }
    if !common.quiet {
        say(done);
    }
    if let Some(found) = summary(&files.worse, lang) {
        say(&words::check_next(lang, found));
    }
    Ok(true)
}
