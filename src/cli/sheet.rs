//! `prongsai sheet`

use std::io::Write;
use std::path::PathBuf;

use super::arguments::{CommonArgs, SheetArgs, SheetFormat};
use super::build::date_option;
use super::replace::{outside_sources, replace};
use super::{CommandResult, ExitStatus, root, say, say_error, show};
use crate::base::Lang;
use crate::catalogue::Confidence;
use crate::diagnostics::Purpose;
use crate::error::{Error, Operation, Refusal, Result};
use crate::pipeline::{self, CheckedSite, Request};
use crate::report::print::Format;
use crate::sheet::{self, Sheet};
use crate::site::Site;
use crate::thai::{FiscalYear, to_arabic};
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &SheetArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(None, lang) else { return Ok(ExitStatus::BadCommand) };
    let understood = pipeline::understand(&Request::to_look(root, Purpose::Build, today))?;
    let Some(planned) = &understood.planned else {
        show(&understood.report, Format::Human, &understood.tree, lang, common);
        return Ok(ExitStatus::ContentProblems);
    };
    let site = &planned.site;
    let year = FiscalYear::parse(&to_arabic(options.year.trim()));
    let Some(sheet) = year.and_then(|year| sheet::sheet(site, &planned.theme, year)) else {
        let known: Vec<String> = site.years.iter().map(|year| year.fiscal_year.to_string()).collect();
        say_error(&words::command::unknown_year(lang, &options.year, known.join(" ")));
        return Ok(ExitStatus::BadCommand);
    };
    if !common.quiet {
        notes(&understood, site, &sheet, lang);
    }
    write(&sheet, options, common, lang)?;
    Ok(ExitStatus::Fine)
}

/// Notes for the officer before typing, which do not belong in the sheet.
fn notes(understood: &CheckedSite, site: &Site, sheet: &Sheet, lang: Lang) {
    if understood.report.has_errors() {
        say(words::command::sheet_of_errors(lang));
    }
    if site.year(sheet.fiscal_year).is_some_and(|year| year.catalogue.confidence == Confidence::Low) {
        say(&words::command::sheet_of_doubt(lang, sheet.fiscal_year));
    }
}

fn write(sheet: &Sheet, options: &SheetArgs, common: &CommonArgs, lang: Lang) -> Result<()> {
    let default = PathBuf::from(format!("oit-{}.xlsx", sheet.fiscal_year));
    let out = options.out.as_deref().or_else(|| (options.format == SheetFormat::Xlsx).then_some(default.as_path()));
    let bytes = match options.format {
        SheetFormat::Xlsx => {
            let made = sheet::xlsx::bytes(sheet);
            made.map_err(|error| Error::io(Operation::Write, out.unwrap_or(&default), error))?
        }
        SheetFormat::Csv => sheet::text::csv(sheet).into_bytes(),
        SheetFormat::Json => sheet::text::json(sheet).into_bytes(),
        SheetFormat::Md => sheet::text::markdown(sheet).into_bytes(),
    };
    let Some(out) = out else {
        // A closed pipe is not an error.
        let _ = std::io::stdout().write_all(&bytes);
        return Ok(());
    };
    // A default file name must not overwrite an existing file.
    if options.out.is_none() && out.symlink_metadata().is_ok() {
        return Err(Error::refused(Operation::Write, out, Refusal::Exists));
    }
    outside_sources(out)?;
    let trouble = |error| Error::io(Operation::Write, out, error);
    replace(out, trouble, |file| file.write_all(&bytes).map_err(trouble))?;
    if !common.quiet {
        say(&words::command::sheet_written(lang, sheet.rows.len(), out.display()));
    }
    Ok(())
}
