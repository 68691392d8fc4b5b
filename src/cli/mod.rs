//! The command line: what the user typed becomes a request, the pipeline answers, and the answer is printed.
//!
//! Exit status (DESIGN 7): 0 fine, 1 problems in the content, 2 the machine or the command line; 128 and the number of the signal
//! that ended the run, as shells do.

mod arguments;
mod build;
mod changes;
mod check;
mod convert;
mod explain;
mod messages;
mod move_page;
mod publish;
mod replace;
mod restore;
mod results;
mod root;
mod score;
mod serve;
mod sheet;
mod signals;
mod stoppable;
mod uploads;
mod verify;
mod welcome;
mod window;

use std::process::ExitCode;

use clap::Parser;

use crate::base::Lang;
use crate::diagnostics::{Diagnostic, Severity};
use crate::error::Result;
use crate::pipeline::Understood;
use crate::report::gate::Report;
use crate::report::print::{Format, print, summary};
use crate::source::SourceTree;
use crate::unforeseen;
use arguments::{Arguments, Color, Command, Common};
use results::{Reader, give};
use window::Window;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Fine,
    ContentProblems,
    /// An option has a value that is none, or nothing could be done; said already.
    BadCommand,
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    files_for_everybody_to_read();
    unforeseen::without_words();
    let typed = Arguments::try_parse();
    let window = Window::of(&typed);
    let (status, lang) = match typed {
        Ok(arguments) => {
            colour(arguments.common.color);
            let lang = root::language(&arguments.common);
            (status(unforeseen::as_error(|| carry_out(&arguments, window, lang)), lang), lang)
        }
        Err(usage) => {
            let _ = usage.print();
            (ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2)), Lang::default())
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

fn carry_out(Arguments { common, command }: &Arguments, window: Window, lang: Lang) -> CommandResult {
    match command {
        None => welcome::run(common, window, lang),
        Some(Command::Build(options)) => build::run(common, options, lang),
        Some(Command::Serve(options)) => serve::run(common, options, lang),
        Some(Command::Publish(options)) => publish::run(common, options, lang),
        Some(Command::Verify(options)) => verify::run(common, options, lang),
        Some(Command::Check(options)) => check::run(common, options, lang),
        Some(Command::Move(options)) => move_page::run(common, options, lang),
        Some(Command::Convert(options)) => convert::run(options, lang),
        Some(Command::Sheet(options)) => sheet::run(common, options, lang),
        Some(Command::Explain(options)) => explain::run(common, options, lang),
        Some(Command::Score(options)) => score::run(common, options, lang),
    }
}

fn status(result: CommandResult, lang: Lang) -> ExitCode {
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::ContentProblems) => ExitCode::from(1),
        Ok(Outcome::BadCommand) => ExitCode::from(2),
        Err(error) => {
            say_error(&error.describe(lang));
            ExitCode::from(error.signal().map_or(2, |signal| 128u8.saturating_add(u8::try_from(signal).unwrap_or(0))))
        }
    }
}

/// At the end of a run: the system takes the memory back at once, piece by piece it would take as long as planning the site.
fn leave(understood: Understood) {
    std::mem::forget(understood);
}

/// Prints findings where the reader expects them, with a closing count.
fn show(report: &Report, format: Format, tree: &SourceTree, lang: Lang, common: &Common) {
    let report = heard(report, common);
    // Only a file can fail.
    let _ = give(&print(&report, format, tree, lang), reader(format), None, common, lang);
    if let Some(summary) = summary(&report, lang).filter(|_| format.is_for_people()) {
        say(&summary);
    }
}

/// The quiet do not hear what is said for the record only.
fn heard(report: &Report, common: &Common) -> Report {
    let problems = |(severity, _): &&(Severity, Diagnostic)| !common.quiet || *severity != Severity::Info;
    Report { findings: report.findings.iter().filter(problems).cloned().collect() }
}

/// Lists with one line for each finding are read by editors.
fn reader(format: Format) -> Reader {
    if format == Format::Human { Reader::Person } else { Reader::Program }
}

/// Why a run ends although it found no error.
fn say_if_strict(understood: &Understood, lang: Lang) {
    if understood.is_stopped() && !understood.report.has_errors() {
        say(messages::strict(lang));
    }
}

/// A line for the person at the terminal, beside the results on standard output. That nobody reads it is no failure.
fn say(line: &str) {
    use std::io::Write;
    let _ = writeln!(anstream::stderr(), "{line}");
}

fn say_error(line: &str) {
    say(&format!("prongsai: {line}"));
}

/// Published files have the same modes whatever the umask of the officer's account (PROMISES P12).
fn files_for_everybody_to_read() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
}

/// The current day in Thailand (UTC+7), or the day of `SOURCE_DATE_EPOCH`.
fn today() -> Option<crate::thai::Date> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse::<i64>().ok());
    let now =
        || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok().and_then(|passed| i64::try_from(passed.as_secs()).ok());
    crate::thai::Date::of_unix_seconds(epoch.or_else(now)?)
}

type CommandResult = Result<Outcome>;
