//! `prongsai publish --restore`

use std::path::Path;
use std::time::Duration;

use super::arguments::{CommonArgs, PublishArgs};
use super::verify::target::{self, VerifyTarget};
use super::{CommandResult, ExitStatus, root, say, say_error};
use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::output;
use crate::release;
use crate::release::{NotRestored, Restoration, Restored};
use crate::verify::{HistoryUnknown, told_by_folder, told_by_web};
use crate::words;

/// Time limit for each of the two record files (publication history and locked URLs).
const TIMEOUT: Duration = Duration::from_secs(30);

/// `from` is a folder or a URL; empty for the output folder of `publish`.
pub(super) fn run(common: &CommonArgs, options: &PublishArgs, from: &str, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let out = options.out.clone().unwrap_or_else(|| root.join(root::PUBLIC));
    let target = if from.is_empty() { VerifyTarget::Folder(out.clone()) } else { target::read(from) };
    if let VerifyTarget::Folder(folder) = &target {
        output::put_back(folder)?;
    }
    let (told, from) = match &target {
        VerifyTarget::Web(base) => (told_by_web(base, TIMEOUT), base.to_string()),
        VerifyTarget::Folder(path) | VerifyTarget::Pack(path) => (told_by_folder(path), path.display().to_string()),
    };
    let told = match told {
        Ok(told) => told,
        Err(nothing) => {
            let is_missing = matches!(&nothing, HistoryUnknown::Unread(cannot) if cannot.is_missing());
            let meant = target::meant(&from).filter(|_| is_missing);
            let more = meant.map(|meant| words::verify::meant_copy(lang, "publish --restore", meant)).unwrap_or_default();
            say_error(&words::restore::nothing_told(lang, &from, nothing.words(lang) + &more));
            return Ok(ExitStatus::BadCommand);
        }
    };
    match release::restore(&root, &out, told)? {
        Ok(restoration) => {
            if !common.quiet {
                say(&restored(&restoration, &from, &out, lang));
            }
            Ok(ExitStatus::Fine)
        }
        Err(refused) => {
            say_error(&not_restored(&refused, &from, lang));
            Ok(ExitStatus::ContentProblems)
        }
    }
}

/// Closing lines of `publish --restore`.
fn restored(restoration: &Restoration, from: &str, out: &Path, lang: Lang) -> String {
    let Restored { record, only_here } = &restoration.restored;
    let (publications, urls) = (record.history.entries.len(), record.urls.locked.len());
    if restoration.written.is_empty() {
        return words::restore::records_whole(lang, publications, urls, from);
    }
    let mut lines = vec![words::restore::restored(lang, from, restoration.written.join(" "), publications, urls)];
    let kept: Vec<String> = restoration.kept.iter().map(|path| path.display().to_string()).collect();
    if !kept.is_empty() {
        lines.push(words::restore::old_files_kept(lang, kept.join(" ")));
    }
    if !only_here.is_empty() {
        let named: Vec<String> = only_here.iter().take(10).map(|url| format!("/{}", escaped(url))).collect();
        lines.push(words::restore::only_here(lang, only_here.len(), named.join(" ")));
    }
    if !restoration.folder.is_told() {
        lines.push(words::restore::other_line_of_publications(lang, out.display()));
    }
    lines.join("\n")
}

/// Message if `publish --restore` would lose records.
fn not_restored(refused: &NotRestored, from: &str, lang: Lang) -> String {
    match refused {
        NotRestored::AnotherSite(base) => words::restore::another_site(lang, from, base),
        NotRestored::Unrelated => words::restore::unrelated_site(lang, from),
        NotRestored::OlderThanHere { copy, here } => words::restore::older_than_here(lang, from, copy, here),
    }
}
