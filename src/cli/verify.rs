//! `prongsai verify`

mod records;
pub(super) mod target;

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::arguments::{AnswerFormat, CommonArgs, VerifyArgs};
use super::results::{ResultReader, give};
use super::{CommandResult, ExitStatus, messages, say, say_error};
use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::error::Result;
use crate::record::Divergence;
use crate::verify::{self, LastPublication, ValidSignature, VerifyError, VerifyReport};
use crate::witness::{self, Signers};
use crate::words;
use target::VerifyTarget;

/// Maximum number of files to upload that are named.
const MAX_NAMED: usize = 40;

pub(super) fn run(common: &CommonArgs, options: &VerifyArgs, lang: Lang) -> CommandResult {
    let Some(signers) = signers(options.signers.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let signers = signers.as_ref();
    let bar = progress_bar(common, lang);
    let progress = |files: usize| {
        bar.set_length(files as u64);
        bar.inc(1);
    };
    let target = target::read(&options.copy);
    let compared = match &target {
        VerifyTarget::Web(base) => verify::web(base, Duration::from_secs(options.timeout), signers, &progress),
        VerifyTarget::Pack(file) => verify::pack(file, signers, &progress),
        VerifyTarget::Folder(folder) => verify::folder(folder, signers, &progress),
    };
    bar.finish_and_clear();
    let report = match compared {
        Ok(report) => records::beside(report, &target, common)?,
        Err(cannot) => {
            let more =
                meant(&options.copy, &target, &cannot).map(|meant| words::verify::meant_copy(lang, "verify", meant)).unwrap_or_default();
            say_error(&words::verify::cannot_verify(lang, &options.copy, cannot.words(lang) + &more));
            return Ok(ExitStatus::BadCommand);
        }
    };
    if options.statement && report.is_as_published() {
        return statement(&report, options, common, lang);
    }
    answer(&report, &target, options, common, lang)?;
    Ok(match (report.is_as_published(), report.is_undecided()) {
        (true, _) => ExitStatus::Fine,
        (false, true) => ExitStatus::BadCommand,
        (false, false) => ExitStatus::ContentProblems,
    })
}

fn answer(report: &VerifyReport, target: &VerifyTarget, options: &VerifyArgs, common: &CommonArgs, lang: Lang) -> Result<()> {
    let out = options.out.out.as_deref();
    if options.format == AnswerFormat::Json {
        return give(&json(report, lang), ResultReader::Program, out, common, lang);
    }
    let mut text = lines(report, common, lang);
    let closing = closing(report, target, options, common, lang);
    // The file of `--out` may be passed on, so it includes the closing lines. With `--statement` it
    // holds only the statement.
    if out.is_some() && !options.statement {
        text.extend(closing.iter().map(|line| format!("{line}\n")));
    }
    if options.statement {
        let _ = anstream::stderr().write_all(text.as_bytes());
    } else {
        give(&text, ResultReader::Person, out, common, lang)?;
    }
    closing.iter().for_each(|line| say(line));
    Ok(())
}

/// Lines after the lists.
fn closing(report: &VerifyReport, target: &VerifyTarget, options: &VerifyArgs, common: &CommonArgs, lang: Lang) -> Vec<String> {
    let is_heard = !(common.quiet && report.is_as_published());
    let is_newer = report.last.as_ref().is_some_and(|last| last.parting == Divergence::RecordsEnd);
    let is_restored = is_newer && report.is_whole() && !matches!(target, VerifyTarget::Pack(_));
    let verified = is_heard.then(|| messages::verified(report, &options.copy, lang));
    verified.into_iter().chain(is_restored.then(|| messages::restore_records(&options.copy, lang))).collect()
}

/// Suggestion of the intended copy, if nothing is found under the name.
fn meant(typed: &str, target: &VerifyTarget, cannot: &VerifyError) -> Option<String> {
    let leads = || cannot.leads_to()?.strip_suffix(crate::base::MANIFEST).map(str::to_owned);
    let below = || match target {
        VerifyTarget::Folder(folder) if folder.join("public").join(crate::base::MANIFEST).is_file() => {
            Some(folder.join("public").to_string_lossy().into_owned())
        }
        _ => None,
    };
    leads().or_else(below).or_else(|| target::meant(typed).filter(|_| cannot.is_missing()))
}

/// `--statement`: prints only the line for a witness to sign.
fn statement(report: &VerifyReport, options: &VerifyArgs, common: &CommonArgs, lang: Lang) -> CommandResult {
    let Some(head) = &report.history.head else {
        say_error(&words::verify::nothing_to_witness(lang, &options.copy));
        return Ok(ExitStatus::ContentProblems);
    };
    give(&witness::statement(report.history.entries, head), ResultReader::Program, options.out.out.as_deref(), common, lang)?;
    Ok(ExitStatus::Fine)
}

/// Trusted witnesses of `--signers`, `Some(None)` without the option; the outer `None` after
/// reporting a file without signers.
fn signers(file: Option<&Path>, lang: Lang) -> Option<Option<Signers>> {
    let Some(file) = file else { return Some(None) };
    let read = std::fs::read_to_string(file).map(|text| Signers::read(&text));
    match read {
        Ok(signers) if !signers.is_empty() => Some(Some(signers)),
        Ok(_) => {
            say_error(&words::verify::no_signers(lang, file.display()));
            None
        }
        Err(error) => {
            say_error(&words::verify::signers_unread(lang, file.display(), error));
            None
        }
    }
}

fn lines(report: &VerifyReport, common: &CommonArgs, lang: Lang) -> String {
    let mut text = String::new();
    let is_named_below = |name: &&String| report.line_ends.binary_search(name).is_ok();
    let changed: Vec<String> = report.changed.iter().filter(|name| !is_named_below(name)).cloned().collect();
    let lists = [
        (words::verify::changed(lang), &changed),
        (words::verify::missing(lang), &report.missing),
        (words::verify::added(lang), &report.added),
        (words::verify::foreign(lang), &report.foreign),
    ];
    for (label, names) in lists {
        text.extend(names.iter().map(|name| format!("{label}: {}\n", escaped(name))));
    }
    if !report.withheld.is_empty() {
        text += &(words::verify::withheld(lang, report.withheld.join(" ")) + "\n");
    }
    text.extend(report.witnesses.iter().map(|witnessed| messages::witnessed(witnessed, lang) + "\n"));
    text.extend(report.problems.iter().map(|problem| escaped(&problem.words(lang)) + "\n"));
    let upload = report.last.as_ref().map(|last| last.upload.as_slice()).unwrap_or_default();
    let label = words::verify::to_upload(lang);
    text.extend(upload.iter().take(MAX_NAMED).map(|name| format!("{label}: {}\n", escaped(name))));
    if upload.len() > MAX_NAMED {
        text += &(words::verify::more_to_upload(lang, upload.len() - MAX_NAMED) + "\n");
    }
    if !common.quiet {
        text.extend(report.notices.iter().map(|notice| escaped(&notice.words(lang)) + "\n"));
    }
    text
}

fn json(report: &VerifyReport, lang: Lang) -> String {
    let problems: Vec<String> = report.problems.iter().map(|problem| problem.words(lang)).collect();
    let notices: Vec<String> = report.notices.iter().map(|notice| notice.words(lang)).collect();
    let witness = |one: &ValidSignature| json!({ "path": one.path, "publication": one.publication, "key": one.key, "name": one.name });
    let witnesses: Vec<Value> = report.witnesses.iter().map(witness).collect();
    let value = json!({
        "ok": report.is_as_published(),
        "files": report.files,
        "missing": report.missing,
        "changed": report.changed,
        "line_ends": report.line_ends,
        "added": report.added,
        "foreign": report.foreign,
        "withheld": report.withheld,
        "sees_added": report.sees_added,
        "history": { "entries": report.history.entries, "ok": report.history.ok, "head": report.history.head },
        "last": report.last.as_ref().map(last_json),
        "witnesses": witnesses,
        "problems": problems,
        "notices": notices,
    });
    format!("{value:#}\n")
}

fn last_json(last: &LastPublication) -> Value {
    let standing = match last.parting {
        Divergence::Never => "last",
        Divergence::CopyEnds => "older",
        Divergence::RecordsEnd => "newer",
        Divergence::After(_) => "parted",
    };
    json!({
        "standing": standing,
        "copy": last.of_copy.0,
        "records": last.of_records.0,
        "addresses": last.addresses,
        "arrived": last.arrived,
        "upload": last.upload,
    })
}

/// Progress bar on standard error; hidden if that is not a terminal.
fn progress_bar(common: &CommonArgs, lang: Lang) -> ProgressBar {
    if common.quiet {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0).with_message(words::verify::verifying(lang));
    bar.set_style(ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
