//! `prongsai verify`

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use url::Url;

use super::arguments::{AnswerFormat, Common, Verify};
use super::{CommandResult, Outcome, messages, say, say_error};
use crate::diagnostics::words::{Lang, escaped};
use crate::verify::{self, Report};

pub(super) fn run(common: &Common, options: &Verify, lang: Lang) -> CommandResult {
    let bar = progress_bar(common, lang);
    let progress = |files: usize| {
        bar.set_length(files as u64);
        bar.inc(1);
    };
    let compared = match address(&options.copy) {
        Some(base) => verify::web(&base, Duration::from_secs(options.timeout), &progress),
        None if is_pack(&options.copy) => verify::pack(Path::new(&options.copy), &progress),
        None => verify::folder(Path::new(&options.copy), &progress),
    };
    bar.finish_and_clear();
    let report = match compared {
        Ok(report) => report,
        Err(cannot) => {
            say_error(&messages::cannot_verify(&options.copy, &cannot.words(lang), lang));
            return Ok(Outcome::BadCommand);
        }
    };
    let text = match options.format {
        AnswerFormat::Json => json(&report, lang),
        AnswerFormat::Human => lines(&report, lang),
    };
    // A closed pipe is a normal end.
    let _ = anstream::stdout().write_all(text.as_bytes());
    if options.format == AnswerFormat::Human && !(common.quiet && report.is_as_published()) {
        say(&messages::verified(&report, &options.copy, lang));
    }
    Ok(match (report.is_as_published(), report.is_undecided()) {
        (true, _) => Outcome::Fine,
        (false, true) => Outcome::BadCommand,
        (false, false) => Outcome::ContentProblems,
    })
}

/// The address of a site; whoever names its home page or its manifest means the site.
pub(super) fn address(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let last = url.path_segments().and_then(|mut parts| parts.next_back().map(str::to_owned));
    if matches!(last.as_deref(), Some("index.html" | crate::publish::MANIFEST | crate::publish::CHECKSUMS)) {
        url.path_segments_mut().ok()?.pop();
    }
    Some(url)
}

fn is_pack(text: &str) -> bool {
    let path = Path::new(text);
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) && !path.is_dir()
}

fn lines(report: &Report, lang: Lang) -> String {
    let mut text = String::new();
    let lists = [
        (messages::CHANGED, &report.changed),
        (messages::MISSING, &report.missing),
        (messages::ADDED, &report.added),
        (messages::FOREIGN, &report.foreign),
    ];
    for ((thai, english), names) in lists {
        let label = if lang == Lang::Thai { thai } else { english };
        text.extend(names.iter().map(|name| format!("{label}: {}\n", escaped(name))));
    }
    if !report.withheld.is_empty() {
        text += &(messages::withheld(&report.withheld.join(" "), lang) + "\n");
    }
    text.extend(report.problems.iter().map(|problem| escaped(&problem.words(lang)) + "\n"));
    text
}

fn json(report: &Report, lang: Lang) -> String {
    let problems: Vec<String> = report.problems.iter().map(|problem| problem.words(lang)).collect();
    let value = json!({
        "ok": report.is_as_published(),
        "files": report.files,
        "missing": report.missing,
        "changed": report.changed,
        "added": report.added,
        "foreign": report.foreign,
        "withheld": report.withheld,
        "sees_added": report.sees_added,
        "history": { "entries": report.history.entries, "ok": report.history.ok, "head": report.history.head },
        "problems": problems,
    });
    format!("{value:#}\n")
}

/// Drawn on standard error, and only if that is a terminal.
fn progress_bar(common: &Common, lang: Lang) -> ProgressBar {
    if common.quiet {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0).with_message(messages::verifying(lang));
    bar.set_style(ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
