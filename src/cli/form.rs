//! `prongsai form`: a workbook to fill in for an item.

use std::io::Write;
use std::path::PathBuf;

use super::arguments::{CommonArgs, FormArgs};
use super::replace::{outside_sources, replace};
use super::{CommandResult, ExitStatus, root, say, say_error, today};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::error::{Error, Operation};
use crate::form::{self, NoForm};
use crate::import::ImportTarget;
use crate::pipeline::Request;
use crate::scaffold;
use crate::words::{form as words, new};

pub(super) fn run(common: &CommonArgs, options: &FormArgs, lang: Lang) -> CommandResult {
    let Some(ImportTarget { year, item }) = ImportTarget::parse(&options.item) else {
        say_error(&words::bad_item(lang, &options.item));
        return Ok(ExitStatus::BadCommand);
    };
    let root = root::find(common)?;
    let Some(today) = today() else { return Ok(ExitStatus::BadCommand) };
    let Some(begun) = scaffold::begin(Request::to_look(root, Purpose::Submission, today))? else {
        say_error(new::no_site(lang));
        return Ok(ExitStatus::ContentProblems);
    };
    let book = match form::form_of(&begun, year, &item) {
        Ok(book) => book,
        Err(refused) => {
            let words = match &refused {
                NoForm::Unreadable(page) => words::unreadable(lang, page),
                NoForm::NoTable => words::no_table(lang, &item, year),
                NoForm::NoPlan(plan) if plan.is_published => words::no_plan(lang, &item, year, plan.target()),
                NoForm::NoPlan(plan) => words::no_plan_year(lang, &item, year, plan.year, plan.target()),
            };
            say_error(&words);
            return Ok(ExitStatus::ContentProblems);
        }
    };
    let out = options.file.clone().unwrap_or_else(|| PathBuf::from(format!("{year}-{}.xlsx", item.slug())));
    // Somebody may have filled it in.
    if out.symlink_metadata().is_ok() {
        say_error(&words::exists(lang, out.display()));
        return Ok(ExitStatus::BadCommand);
    }
    outside_sources(&out)?;
    let trouble = |error| Error::io(Operation::Write, &out, error);
    let bytes = form::bytes(&book, lang).map_err(trouble)?;
    replace(&out, trouble, |file| file.write_all(&bytes).map_err(trouble))?;
    if !common.quiet {
        say(&words::written(lang, &item, year, out.display()));
        say(&words::next(lang, out.display()));
    }
    Ok(ExitStatus::Fine)
}
