//! `prongsai check`

use std::time::Duration;

use super::arguments::{Check, Common};
use super::build::{date_option, strictness};
use super::{CommandResult, Outcome, leave, messages, root, say, show};
use crate::diagnostics::gate::Purpose;
use crate::diagnostics::print::Format;
use crate::diagnostics::words::Lang;
use crate::external::Patience;
use crate::pipeline::{self, Request};

/// Links to other sites together take no longer.
const ALL_LINKS: Duration = Duration::from_secs(600);

pub(super) fn run(common: &Common, options: &Check, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(Outcome::BadCommand) };
    let request = Request { strictness: strictness(options.strict), ..Request::to_look(root, Purpose::Submission, today) };
    let mut understood = pipeline::understand(&request)?;
    pipeline::follow_published(&mut understood, &request.root.join(root::PUBLIC));
    if options.external {
        let patience = Patience { answer: Duration::from_secs(options.timeout), all: ALL_LINKS };
        pipeline::follow_outside_links(&mut understood, patience);
    }
    let report = &understood.report;
    show(report, options.format, &understood.tree, lang, common);
    if report.findings.is_empty() && !common.quiet && options.format == Format::Human {
        say(&messages::nothing_found(&understood.tree.root, lang));
    }
    let outcome = if understood.is_stopped() { Outcome::ContentProblems } else { Outcome::Fine };
    leave(understood);
    Ok(outcome)
}
