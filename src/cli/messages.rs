//! Result messages of the commands.

use std::path::Path;
use std::time::Duration;

use crate::base::Lang;
use crate::output::Published;
use crate::release::Submitted;
use crate::report::print::summary;
use crate::serve::ServeReady;
use crate::timings::{Measured, Stage};
use crate::verify::{ValidSignature, VerifyReport};
use crate::words;

/// Closing line of `build`.
pub(super) fn built(published: &Published, out: &Path, time: Duration, lang: Lang) -> String {
    let Published { written, unchanged, removed, .. } = published;
    words::build::built(lang, out.display(), written + unchanged, written, unchanged, removed.len(), time.as_secs_f64())
}

/// Address of the preview, and the problems found.
pub(super) fn serving(ready: &ServeReady, lang: Lang) -> String {
    let ServeReady { address, dashboard, report } = ready;
    let problems = match report {
        None => words::serve::checking(lang).to_owned(),
        Some(report) => summary(report, lang).unwrap_or_else(|| words::serve::nothing_wrong(lang).to_owned()),
    };
    words::serve::serving(lang, address, problems, dashboard)
}

/// Duration of each stage of a build, in milliseconds and per cent.
pub(super) fn timings(measured: &Measured, lang: Lang) -> String {
    let line =
        |time: Duration, name: &str| format!("{:>10.1} ms {:>5.1} %  {name}", time.as_secs_f64() * 1e3, measured.share(time) * 100.0);
    let stages = measured.stages.iter().map(|(stage, time)| line(*time, stage_name(*stage, lang)));
    stages.chain([line(measured.total, words::build::total_time(lang))]).collect::<Vec<_>>().join("\n")
}

fn stage_name(stage: Stage, lang: Lang) -> &'static str {
    let name = match stage {
        Stage::Source => words::build::stage_source,
        Stage::Config => words::build::stage_config,
        Stage::Content => words::build::stage_content,
        Stage::Site => words::build::stage_site,
        Stage::Attachments => words::build::stage_attachments,
        Stage::Check => words::build::stage_check,
        Stage::Plan => words::build::stage_plan,
        Stage::Render => words::build::stage_render,
        Stage::Hash => words::build::stage_hash,
        Stage::Compare => words::build::stage_compare,
        Stage::Write => words::build::stage_write,
        Stage::Manifest => words::build::stage_manifest,
        Stage::Swap => words::build::stage_swap,
        Stage::RemoveOld => words::build::stage_remove_old,
        Stage::Rest => words::build::stage_rest,
    };
    name(lang)
}

/// Closing line of `publish`, with the number of changes as recorded in the history.
pub(super) fn published(submitted: &Submitted, out: &Path, lang: Lang) -> String {
    let (changes, out) = (&submitted.changes, out.display());
    match changes.is_empty() {
        true => words::publish::published_without_changes(lang, out),
        false => words::publish::published(lang, out, changes.added.len(), changes.changed.len(), changes.removed.len()),
    }
}

/// Closing line of `verify`.
pub(super) fn verified(report: &VerifyReport, copy: &str, lang: Lang) -> String {
    let (files, entries) = (report.files - report.withheld.len(), report.history.entries);
    let line = if report.is_as_published() && report.is_last() {
        words::verify::as_last_published(lang, copy, files, entries)
    } else if report.is_as_published() {
        words::verify::as_published(lang, copy, files, entries)
    } else if report.is_whole() && report.arrived() > 0 {
        words::verify::upload_unfinished(lang, copy, report.arrived())
    } else if report.is_whole() {
        words::verify::not_the_last(lang, copy, files)
    } else if report.is_undecided() {
        words::verify::undecided(lang, copy)
    } else {
        words::verify::not_as_published(lang, copy, report.changed.len(), report.missing.len(), report.added.len(), files)
    };
    match report.sees_added || report.files == 0 {
        true => line,
        false => line + words::verify::added_unseen(lang),
    }
}

/// Hint: the copy has publications that the local records lack.
pub(super) fn restore_records(copy: &str, lang: Lang) -> String {
    let copy = if copy.contains(char::is_whitespace) { format!("\"{copy}\"") } else { copy.to_owned() };
    words::verify::restore_records(lang, copy)
}

/// Line for a valid signature.
pub(super) fn witnessed(witnessed: &ValidSignature, lang: Lang) -> String {
    let ValidSignature { path, publication, key, name } = witnessed;
    let key = name.as_ref().map_or_else(|| key.clone(), |name| format!("{name} ({key})"));
    words::verify::witnessed(lang, publication, key, path)
}
