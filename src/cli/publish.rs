//! `prongsai publish`

use std::path::{Path, PathBuf};

use super::arguments::{CommonArgs, PublishArgs};
use super::build::{base_url_option, date_option, strictness};
use super::replace::{outside_sources, replace};
use super::stoppable::Stoppable;
use super::{CommandResult, ExitStatus, changes, messages, restore, root, say, say_error, say_if_strict, show, signals, uploads};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::pack::{self, NotPacked};
use crate::pipeline::Request;
use crate::record::unpublishable;
use crate::release::{self, Submission};
use crate::report::print::Format;
use crate::site::Drafts;
use crate::timings::Timings;
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &PublishArgs, lang: Lang) -> CommandResult {
    if let Some(from) = &options.restore {
        return restore::run(common, options, from, lang);
    }
    if let Some([page, file]) = options.pack.as_deref() {
        return pack(common, options, page, Path::new(file), lang);
    }
    let root = root::find(common)?;
    let out = options.out.clone().unwrap_or_else(|| root.join(root::PUBLIC));
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let Ok(base_url) = base_url_option(options.base_url.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let (purpose, strictness) = (Purpose::Submission, strictness(options.strict));
    let (interrupt, timings) = (signals::listen(), Timings::default());
    let request = Request { root, base_url, drafts: Drafts::Hide, purpose, strictness, today, interrupt, timings, cache: None };
    let note = options.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    // The history would keep it for good, and no check of the records would accept it again.
    if let Some(letter) = note.and_then(unpublishable) {
        say_error(&words::publish::note_with_letter(lang, format!("U+{:04X}", u32::from(letter))));
        return Ok(ExitStatus::BadCommand);
    }
    let (understood, submission) = release::publish(&request, &out, note, &|| ())?;
    show(&understood.report, Format::Human, &understood.tree, lang, common);
    let summary = match &submission {
        Submission::Done(submitted) => submitted.summary.as_ref().filter(|_| !common.quiet),
        Submission::Frozen(summary) => summary.as_ref(),
        Submission::Stopped => None,
    };
    if let Some(summary) = summary {
        say(&changes::lines(summary, lang).join("\n"));
    }
    let Submission::Done(submitted) = submission else {
        say_if_strict(&understood, lang);
        say(&words::publish::not_published(lang, out.display()));
        return Ok(ExitStatus::ContentProblems);
    };
    if !common.quiet {
        say(&messages::published(&submitted, &out, lang));
        if submitted.is_first() {
            say(words::publish::first_publication(lang));
        }
        uploads::lines(&submitted.published, lang).iter().for_each(|line| say(line));
    }
    Ok(ExitStatus::Fine)
}

/// `--pack`: packs from the published folder as it is, without publishing.
fn pack(common: &CommonArgs, options: &PublishArgs, page: &str, file: &Path, lang: Lang) -> CommandResult {
    let out: PathBuf = match &options.out {
        Some(out) => out.clone(),
        None => root::find(common)?.join(root::PUBLIC),
    };
    outside_sources(file)?;
    let interrupt = signals::listen();
    let written = replace(file, NotPacked::Write, |to| pack::write(&out, page, Stoppable { to, interrupt: &interrupt }));
    if written.is_err() {
        interrupt.check(&out)?;
    }
    match written {
        Ok(packed) => {
            if !common.quiet {
                say(&words::publish::packed(lang, &packed.page, file.display(), packed.files));
            }
            Ok(ExitStatus::Fine)
        }
        Err(refused) => {
            say_error(&words::publish::not_packed(lang, file.display(), refused.words(lang)));
            Ok(match refused {
                NotPacked::Folder(_) | NotPacked::Unread(..) | NotPacked::Write(_) => ExitStatus::BadCommand,
                _ => ExitStatus::ContentProblems,
            })
        }
    }
}
