//! The program without a command: shows what can be done here. In a window of its own, after a
//! double click, it continues with the next step.

use std::io::Write;
use std::path::Path;

use super::arguments::{CommonArgs, ServeArgs};
use super::window::ConsoleWindow;
use super::{CommandResult, ExitStatus, root, say, serve, today};
use crate::base::Lang;
use crate::catalogue::builtin;
use crate::thai::FiscalYear;
use crate::words;

pub(super) fn run(common: &CommonArgs, window: ConsoleWindow, lang: Lang) -> CommandResult {
    let found = root::find(common);
    let text = match &found {
        Ok(root) => words::welcome::commands_for_site(lang, root.display()),
        Err(_) if window == ConsoleWindow::Closes && is_inside_an_archive() => words::welcome::extract_first(lang).to_owned(),
        Err(error) => first_steps(error.path(), lang),
    };
    // A closed pipe is not an error.
    let _ = anstream::stdout().write_all(text.as_bytes());
    if found.is_err() || window == ConsoleWindow::Stays {
        return Ok(ExitStatus::BadCommand);
    }
    say(words::welcome::where_to_type(lang));
    serve::run(common, &ServeArgs { open: true, ..ServeArgs::default() }, lang)
}

/// A program started by double click inside an archive is extracted to the temporary folder.
fn is_inside_an_archive() -> bool {
    let program = std::env::current_exe().and_then(std::fs::canonicalize);
    let moment = std::env::temp_dir().canonicalize();
    program.is_ok_and(|program| moment.is_ok_and(|moment| program.starts_with(moment)))
}

/// First steps in a folder without a site.
fn first_steps(here: &Path, lang: Lang) -> String {
    let year = newest_year().map(|year| format!("years: [{year}]\n       ")).unwrap_or_default();
    words::welcome::first_steps(lang, here.display(), year)
}

/// Newest year that has a built-in checklist and has begun.
fn newest_year() -> Option<u16> {
    let this = today().and_then(FiscalYear::of)?.number();
    builtin::years().filter(|year| *year <= this).max()
}
