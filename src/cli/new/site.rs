//! `prongsai new site`

use std::io::{IsTerminal, stdin};
use std::path::Path;

use super::ask::ask;
use super::write::{refuse, write};
use crate::base::Lang;
use crate::catalogue::builtin;
use crate::check;
use crate::cli::arguments::{CommonArgs, NewSiteArgs};
use crate::cli::{CommandResult, ExitStatus, say, say_error, today};
use crate::error::{Error, Operation};
use crate::scaffold::{SiteAnswers, SiteFolder, free_folder, new_site, unit_names};
use crate::thai::FiscalYear;
use crate::words::new as words;

pub(super) fn run(common: &CommonArgs, options: &NewSiteArgs, lang: Lang) -> CommandResult {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let given = SiteAnswers {
        name: text(&options.name),
        kind: text(&options.kind),
        district: text(&options.district),
        province: text(&options.province),
        units: options.units.clone(),
        base_url: text(&options.base_url),
        years: options.years.clone(),
    };
    let missing = missing(&given);
    if missing.is_empty() {
        return make(&options.dir, &given, common, lang);
    }
    if !stdin().is_terminal() {
        say_error(&words::missing_options(lang, missing.join(", ")));
        return Ok(ExitStatus::BadCommand);
    }
    make_by_asking(&options.dir, given, common, lang)
}

/// Offers a site in a folder, in a window of its own; does nothing if something is in the way.
pub(in crate::cli) fn offer(folder: &Path, common: &CommonArgs, lang: Lang) -> CommandResult {
    match free_folder(folder, rule_for(folder))? {
        Ok(()) => make_by_asking(folder, SiteAnswers::default(), common, lang),
        Err(_) => Ok(ExitStatus::BadCommand),
    }
}

/// An officer has the program and its guide in the folder of the site.
fn rule_for(folder: &Path) -> SiteFolder {
    let program = std::env::current_exe().and_then(std::fs::canonicalize).ok();
    let is_of_program = folder.canonicalize().is_ok_and(|folder| program.is_some_and(|program| program.parent() == Some(&folder)));
    if is_of_program { SiteFolder::OfProgram } else { SiteFolder::Empty }
}

/// Newest year that has a built-in checklist and has begun.
pub(in crate::cli) fn newest_year() -> Option<u16> {
    let this = today().and_then(FiscalYear::of)?.number();
    builtin::years().filter(|year| *year <= this).max()
}

/// Asks until the answers make a site.
fn make_by_asking(folder: &Path, given: SiteAnswers, common: &CommonArgs, lang: Lang) -> CommandResult {
    if let Err(refused) = free_folder(folder, rule_for(folder))? {
        return Ok(refuse(&refused, lang));
    }
    let mut answers = with_year(given);
    say(&words::ask_first(lang, folder.display()));
    loop {
        let Some(typed) = ask(&answers, lang) else {
            say(&format!("\n{}", words::left_off(lang)));
            return Ok(ExitStatus::BadCommand);
        };
        let missing = missing(&typed);
        if missing.is_empty() {
            let outcome = make(folder, &typed, common, lang)?;
            if outcome != ExitStatus::ContentProblems {
                return Ok(outcome);
            }
        } else {
            say_error(&words::missing_options(lang, missing.join(", ")));
        }
        say(words::ask_again(lang));
        answers = typed;
    }
}

fn make(folder: &Path, answers: &SiteAnswers, common: &CommonArgs, lang: Lang) -> CommandResult {
    let Some(today) = today() else { return Ok(ExitStatus::BadCommand) };
    // Folders are created from the root on, which a relative path does not show.
    let folder = std::path::absolute(folder).map_err(|error| Error::io(Operation::CreateFolder, folder, error))?;
    let units = units_apart(&answers.units, lang);
    let answers = with_year(SiteAnswers { kind: kind_in_full(&answers.kind, lang), units, ..answers.clone() });
    let files = match new_site(&folder, rule_for(&folder), &answers, today, lang)? {
        Ok(files) => files,
        Err(refused) => return Ok(refuse(&refused, lang)),
    };
    let outcome = write(&files, common, lang)?;
    if outcome == ExitStatus::Fine && !common.quiet {
        say(&words::site_next(lang, folder.display()));
    }
    Ok(outcome)
}

/// An abbreviation in full, which the program knows; said, like any other kind than it knows.
fn kind_in_full(typed: &str, lang: Lang) -> String {
    let typed = typed.trim();
    let is_name = |full: &str| typed == full || (typed.ends_with('.') && !typed.contains(' '));
    match check::full_type(typed).filter(|full| is_name(full)) {
        Some(full) if full == typed => {}
        Some(full) => {
            say(&words::type_in_full(lang, typed, full));
            return full.to_owned();
        }
        None if typed.is_empty() => {}
        None => say(&words::other_type(lang, typed, check::full_types().collect::<Vec<_>>().join(", "))),
    }
    typed.to_owned()
}

/// Each division on its own; said where blanks were taken for their ends, or may have been meant so.
fn units_apart(typed: &[String], lang: Lang) -> Vec<String> {
    let mut units = Vec::new();
    for typed in typed {
        let names = unit_names(typed);
        match names.as_slice() {
            [only] if only.contains(char::is_whitespace) => say(&words::unit_of_words(lang, only)),
            [] | [_] => {}
            several => say(&words::units_apart(lang, several.join(", "))),
        }
        units.extend(names);
    }
    units
}

fn with_year(mut answers: SiteAnswers) -> SiteAnswers {
    if answers.years.is_empty() {
        answers.years.extend(newest_year().map(|year| year.to_string()));
    }
    answers
}

/// Options without which there is no site.
fn missing(answers: &SiteAnswers) -> Vec<&'static str> {
    let required = [("--name", &answers.name), ("--base-url", &answers.base_url)];
    required.into_iter().filter(|(_, value)| value.trim().is_empty()).map(|(option, _)| option).collect()
}
