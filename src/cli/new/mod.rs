//! `prongsai new`

mod ask;
pub(super) mod site;
mod write;

use super::arguments::{CommonArgs, NewArgs, NewCommand, NewItemArgs, NewPageArgs, NewYearArgs};
use super::{CommandResult, ExitStatus, root, say, say_error, today};
use crate::base::{ItemCode, Lang};
use crate::diagnostics::Purpose;
use crate::error::Result;
use crate::pipeline::Request;
use crate::scaffold::{self, BegunSite, NewFiles, NotMade, YearFiles};
use crate::thai::FiscalYear;
use crate::words::new as words;
use write::{refuse, write};

pub(super) fn run(common: &CommonArgs, options: &NewArgs, lang: Lang) -> CommandResult {
    match &options.command {
        NewCommand::Site(options) => site::run(common, options, lang),
        NewCommand::Year(options) => year(common, options, lang),
        NewCommand::Item(options) => item(common, options, lang),
        NewCommand::Page(options) => page(common, options, lang),
    }
}

fn year(common: &CommonArgs, options: &NewYearArgs, lang: Lang) -> CommandResult {
    let (Some(year), Some(from)) = (fiscal_year(&options.year, lang), fiscal_year(&options.from, lang)) else {
        return Ok(ExitStatus::BadCommand);
    };
    let Some(begun) = begin(common, lang)? else { return Ok(ExitStatus::ContentProblems) };
    let YearFiles { files, list, without, deadlines, freezes } = match scaffold::new_year(&begun, year, from, lang)? {
        Ok(made) => made,
        Err(refused) => return Ok(refuse(&refused, lang)),
    };
    let outcome = write(&files, common, lang)?;
    if outcome != ExitStatus::Fine || common.quiet {
        return Ok(outcome);
    }
    list.iter().for_each(|(file, of)| say(&words::list_next(lang, file, of, year)));
    if deadlines > 0 {
        say(&words::deadlines_moved(lang, deadlines));
    }
    if freezes > 0 {
        say(&words::freeze_not_moved(lang, from, year));
    }
    if !without.is_empty() {
        say(&words::without_page(lang, from, ItemCode::ranges(&without)));
    }
    say(words::item_next(lang));
    Ok(outcome)
}

fn item(common: &CommonArgs, options: &NewItemArgs, lang: Lang) -> CommandResult {
    let Some(year) = fiscal_year(&options.year, lang) else { return Ok(ExitStatus::BadCommand) };
    let mut codes = Vec::new();
    for typed in &options.items {
        let Some(code) = ItemCode::parse(typed) else {
            say_error(&words::bad_item(lang, typed));
            return Ok(ExitStatus::BadCommand);
        };
        codes.push(code);
    }
    let Some(begun) = begin(common, lang)? else { return Ok(ExitStatus::ContentProblems) };
    of_page(scaffold::new_items(&begun, year, &codes, lang)?, common, lang)
}

fn page(common: &CommonArgs, options: &NewPageArgs, lang: Lang) -> CommandResult {
    let Some(begun) = begin(common, lang)? else { return Ok(ExitStatus::ContentProblems) };
    of_page(scaffold::new_page(&begun, &options.name, lang)?, common, lang)
}

fn of_page(made: Result<NewFiles, NotMade>, common: &CommonArgs, lang: Lang) -> CommandResult {
    let files = match made {
        Ok(files) => files,
        Err(refused) => return Ok(refuse(&refused, lang)),
    };
    let outcome = write(&files, common, lang)?;
    if outcome == ExitStatus::Fine && !common.quiet {
        say(words::item_next(lang));
    }
    Ok(outcome)
}

fn begin(common: &CommonArgs, lang: Lang) -> Result<Option<BegunSite>> {
    let root = root::find(common)?;
    let Some(today) = today() else { return Ok(None) };
    let begun = scaffold::begin(Request::to_look(root, Purpose::Submission, today))?;
    if begun.is_none() {
        say_error(words::no_site(lang));
    }
    Ok(begun)
}

fn fiscal_year(typed: &str, lang: Lang) -> Option<FiscalYear> {
    let year = FiscalYear::parse(typed);
    if year.is_none() {
        say_error(&words::bad_year(lang, typed));
    }
    year
}
