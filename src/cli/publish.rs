//! `prongsai publish`

use super::arguments::{Common, Publish};
use super::build::{base_url_option, date_option};
use super::{CommandResult, Outcome, messages, root, say, show, signals};
use crate::diagnostics::gate::Purpose;
use crate::diagnostics::print::Format;
use crate::diagnostics::words::Lang;
use crate::pipeline::{self, Request};
use crate::site::Drafts;

pub(super) fn run(common: &Common, options: &Publish, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(Outcome::BadCommand) };
    let Ok(base_url) = base_url_option(options.base_url.as_deref(), lang) else { return Ok(Outcome::BadCommand) };
    let request = Request { root, base_url, drafts: Drafts::Hide, purpose: Purpose::Submission, today, interrupt: signals::listen() };
    let note = options.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let (understood, submitted) = pipeline::submit(&request, &out, note, &|| ())?;
    show(&understood.report, Format::Human, &understood.tree, lang, common);
    let Some(submitted) = submitted else {
        say(&messages::not_published(&out, lang));
        return Ok(Outcome::ContentProblems);
    };
    if !common.quiet {
        say(&messages::published(&submitted, &out, lang));
    }
    Ok(Outcome::Fine)
}
