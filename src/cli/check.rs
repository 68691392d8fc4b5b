//! `prongsai check`

use std::path::Path;
use std::time::Duration;

use super::arguments::{CheckArgs, CommonArgs};
use super::build::{date_option, drafts, strictness};
use super::cache::cache;
use super::{CommandResult, ExitStatus, give, heard, reader, root, say, show};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::error::Result;
use crate::external::Timeouts;
use crate::pipeline::{self, CheckedSite, Request};
use crate::report::print::{Format, print, summary};
use crate::words;

/// Time limit for all external links together.
const LINKS_TIMEOUT: Duration = Duration::from_secs(600);

pub(super) fn run(common: &CommonArgs, options: &CheckArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let request = Request {
        drafts: drafts(options.drafts),
        strictness: strictness(options.strict),
        cache: cache(),
        ..Request::to_look(root, Purpose::Submission, today)
    };
    let mut understood = pipeline::understand(&request)?;
    pipeline::follow_published(&mut understood, &request.root.join(root::PUBLIC));
    if options.external {
        let patience = Timeouts { answer: Duration::from_secs(options.timeout), all: LINKS_TIMEOUT };
        pipeline::follow_outside_links(&mut understood, patience);
    }
    let report = &understood.report;
    match &options.out.out {
        None => {
            show(report, options.format, &understood.tree, lang, common);
            if report.findings.is_empty() && !common.quiet && options.format == Format::Human {
                say(&words::check::nothing_found(lang, understood.tree.root.display()));
            }
        }
        Some(out) => write(&understood, out, options.format, lang, common)?,
    }
    let outcome = if understood.is_stopped() { ExitStatus::ContentProblems } else { ExitStatus::Fine };
    understood.leave();
    Ok(outcome)
}

/// `--out`: the human-readable report ends with the summary line that a terminal shows separately,
/// because the file may be passed on.
fn write(understood: &CheckedSite, out: &Path, format: Format, lang: Lang, common: &CommonArgs) -> Result<()> {
    let report = heard(&understood.report, common);
    let text = print(&report, format, &understood.tree, lang);
    let closing = summary(&report, lang).unwrap_or_else(|| words::check::nothing_found(lang, understood.tree.root.display()));
    if format.is_for_people() && !common.quiet {
        say(&closing);
    }
    let text = if format == Format::Human { format!("{text}{closing}\n") } else { text };
    give(&text, reader(format), Some(out), common, lang)
}
