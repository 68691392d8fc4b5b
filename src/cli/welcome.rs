//! The program without a command: shows what can be done here. In a window of its own, after a
//! double click, it continues with the next step.

use std::io::Write;

use super::arguments::{CommonArgs, ServeArgs};
use super::window::ConsoleWindow;
use super::{CommandResult, ExitStatus, new, root, say, serve};
use crate::base::Lang;
use crate::words;

pub(super) fn run(common: &CommonArgs, window: ConsoleWindow, lang: Lang) -> CommandResult {
    let found = root::find(common);
    let text = match &found {
        Ok(root) => words::welcome::commands_for_site(lang, root.display()),
        Err(_) if window == ConsoleWindow::Closes && is_inside_an_archive() => words::welcome::extract_first(lang).to_owned(),
        Err(error) => words::welcome::first_steps(lang, error.path().display()),
    };
    // A closed pipe is not an error.
    let _ = anstream::stdout().write_all(text.as_bytes());
    if window == ConsoleWindow::Stays || (found.is_err() && is_inside_an_archive()) {
        return Ok(ExitStatus::BadCommand);
    }
    if let Err(error) = &found {
        let outcome = new::site::offer(error.path(), common, lang)?;
        if outcome != ExitStatus::Fine {
            return Ok(outcome);
        }
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
