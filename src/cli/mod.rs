//! The command line: parses the arguments into a request, runs the pipeline, and prints the result.
//!
//! Exit status (AR11): 0 success, 1 problems in the content, 2 system error or invalid command
//! line; 128 plus the signal number if a signal ended the run, as in shells.

mod arguments;
mod build;
mod cache;
mod changes;
mod check;
mod convert;
mod due;
mod explain;
mod fields;
mod form;
mod help;
mod import;
mod language;
mod messages;
mod move_page;
mod new;
mod outcome;
mod publish;
mod replace;
mod restore;
mod results;
mod root;
mod say;
mod schema;
mod score;
mod search;
mod serve;
mod sheet;
mod show;
mod signals;
mod stoppable;
mod today;
mod uploads;
mod usage;
mod verify;
mod welcome;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::base::Lang;
use crate::unforeseen;
use arguments::{Cli, Color, Command, CommonArgs};
use outcome::{CommandResult, ExitStatus};
use results::give;
use say::{say, say_error};
use show::{heard, reader, say_if_strict, show};
use today::today;
use window::ConsoleWindow;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    files_for_everybody_to_read();
    unforeseen::without_words();
    let words: Vec<OsString> = std::env::args_os().collect();
    let lang = language::of_arguments(&words);
    let mut command = help::in_lang(lang);
    let typed = command.try_get_matches_from_mut(&words).and_then(|matches| Cli::from_arg_matches(&matches));
    let window = ConsoleWindow::of(&typed);
    let status = match typed {
        Ok(arguments) => {
            colour(arguments.common.color);
            status(unforeseen::as_error(|| carry_out(&arguments, window, lang)), lang)
        }
        Err(wrong) => {
            match usage::words(&wrong, &command, &words, lang) {
                Some(words) => say_error(&words),
                None => drop(wrong.print()),
            }
            ExitCode::from(u8::try_from(wrong.exit_code()).unwrap_or(2))
        }
    };
    window.stay_to_be_read(lang);
    status
}

fn colour(color: Color) {
    match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

fn carry_out(Cli { common, command }: &Cli, window: ConsoleWindow, lang: Lang) -> CommandResult {
    match command {
        None => welcome::run(common, window, lang),
        Some(Command::New(options)) => new::run(common, options, lang),
        Some(Command::Form(options)) => form::run(common, options, lang),
        Some(Command::Import(options)) => import::run(common, options, lang),
        Some(Command::Build(options)) => build::run(common, options, lang),
        Some(Command::Serve(options)) => serve::run(common, options, lang),
        Some(Command::Publish(options)) => publish::run(common, options, lang),
        Some(Command::Verify(options)) => verify::run(common, options, lang),
        Some(Command::Check(options)) => check::run(common, options, lang),
        Some(Command::Move(options)) => move_page::run(common, options, lang),
        Some(Command::Convert(options)) => convert::run(options, lang),
        Some(Command::Sheet(options)) => sheet::run(common, options, lang),
        Some(Command::Due(options)) => due::run(common, options, lang),
        Some(Command::Search(options)) => search::run(common, options, lang),
        Some(Command::Explain(options)) => explain::run(common, options, lang),
        Some(Command::Schema(options)) => schema::run(common, options, lang),
        Some(Command::Score(options)) => score::run(common, options, lang),
    }
}

fn status(result: CommandResult, lang: Lang) -> ExitCode {
    match result {
        Ok(ExitStatus::Fine) => ExitCode::SUCCESS,
        Ok(ExitStatus::ContentProblems) => ExitCode::from(1),
        Ok(ExitStatus::BadCommand) => ExitCode::from(2),
        Err(error) => {
            say_error(&error.describe(lang));
            ExitCode::from(error.signal().map_or(2, |signal| 128u8.saturating_add(u8::try_from(signal).unwrap_or(0))))
        }
    }
}

/// Gives published files the same modes whatever the umask of the account (P12).
fn files_for_everybody_to_read() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
}
