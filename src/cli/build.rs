//! `prongsai build`

use std::path::Path;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::{AnswerFormat, BuildArgs, CommonArgs};
use super::cache::cache;
use super::{CommandResult, ExitStatus, messages, root, say, say_error, say_if_strict, show, signals, today};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::output::{Published, UpToDate};
use crate::pipeline::{self, Request};
use crate::report::print::Format;
use crate::report::severity_policy::Strictness;
use crate::site::Drafts;
use crate::thai::Date;
use crate::timings::Timings;
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &BuildArgs, lang: Lang) -> CommandResult {
    let start = Instant::now();
    let root = root::find(common)?;
    let out = options.out.clone().unwrap_or_else(|| root.join(root::PUBLIC));
    let Some(request) = request(&root, options, lang) else { return Ok(ExitStatus::BadCommand) };
    let built = |published: &Published| {
        if !common.quiet {
            say(&messages::built(published, &out, start.elapsed(), lang));
        }
        ExitStatus::Fine
    };
    let begun = pipeline::begin(&request, &out)?;
    if let Some(UpToDate { files, findings: 0 }) = begun.left {
        show_timings(options, &request.timings, lang);
        return Ok(built(&Published { unchanged: files, ..Published::default() }));
    }
    let mut understood = pipeline::understand(&request)?;
    let published = if let Some(UpToDate { files, .. }) = begun.left {
        // An up-to-date build still reports its findings.
        Some(Published { unchanged: files, ..Published::default() })
    } else {
        let bar = progress_bar(&understood, common, lang);
        let published = pipeline::build(&mut understood, &request, begun, &|| bar.inc(1));
        bar.finish_and_clear();
        published?
    };
    show(&understood.report, Format::Human, &understood.tree, lang, common);
    show_timings(options, &request.timings, lang);
    let outcome = match published {
        Some(published) => built(&published),
        None => {
            say_if_strict(&understood, lang);
            say(&words::build::not_built(lang, out.display()));
            ExitStatus::ContentProblems
        }
    };
    understood.leave();
    Ok(outcome)
}

/// `--timings`: a table on standard error, or one line of JSON on standard output.
fn show_timings(options: &BuildArgs, timings: &Timings, lang: Lang) {
    use std::io::Write;
    let (Some(form), Some(measured)) = (options.timings, timings.read()) else { return };
    match form {
        AnswerFormat::Human => say(&messages::timings(&measured, lang)),
        AnswerFormat::Json => drop(writeln!(anstream::stdout(), "{}", measured.to_json())),
    }
}

/// Converts the options to a request; `None` after reporting an invalid option.
fn request(root: &Path, options: &BuildArgs, lang: Lang) -> Option<Request> {
    let base_url = base_url_option(options.base_url.as_deref(), lang).ok()?;
    let drafts = drafts(options.drafts);
    Some(Request {
        root: root.to_owned(),
        base_url,
        drafts,
        purpose: Purpose::Build,
        strictness: strictness(options.strict),
        today: date_option(options.today.as_deref(), lang)?,
        interrupt: signals::listen(),
        timings: if options.timings.is_some() { Timings::start() } else { Timings::default() },
        cache: cache(),
    })
}

/// `--strict`.
pub(super) fn strictness(is_strict: bool) -> Strictness {
    if is_strict { Strictness::Warnings } else { Strictness::Errors }
}

/// `--drafts`.
pub(super) fn drafts(are_shown: bool) -> Drafts {
    if are_shown { Drafts::Show } else { Drafts::Hide }
}

/// Value of `--base-url`; reports an invalid URL and returns `Err`.
pub(super) fn base_url_option(text: Option<&str>, lang: Lang) -> Result<Option<url::Url>, ()> {
    let Some(text) = text else { return Ok(None) };
    let url = crate::config::parse_base_url(text);
    if url.is_none() {
        say_error(&words::command::bad_option(lang, "--base-url", text));
    }
    url.map(Some).ok_or(())
}

/// Value of `--today`, or the current day; reports an invalid date and returns `None`.
pub(super) fn date_option(text: Option<&str>, lang: Lang) -> Option<Date> {
    let Some(text) = text else { return today() };
    let date = Date::parse(text).ok().map(|parsed| parsed.date);
    if date.is_none() {
        say_error(&words::command::bad_option(lang, "--today", text));
    }
    date
}

/// Progress bar on standard error; hidden with `--quiet` and for small sites.
fn progress_bar(understood: &pipeline::CheckedSite, common: &CommonArgs, lang: Lang) -> ProgressBar {
    const WORTH_A_BAR: usize = 2000;
    let outputs = understood.planned.as_ref().map_or(0, |planned| planned.outputs.iter().count());
    if common.quiet || outputs < WORTH_A_BAR {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(outputs as u64).with_message(words::build::rendering(lang));
    bar.set_style(ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
