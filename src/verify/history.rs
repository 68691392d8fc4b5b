//! Verifies the hash chain of the history, and compares it with the manifest.

use std::collections::BTreeMap;

use super::report::{HistoryState, OldManifest, Problem};
use crate::base::{HISTORY_OF_SITE, RelPath, file_of_url};
use crate::diagnostics::Diagnostics;
use crate::output::{HistoryMark, Manifest};
use crate::record::History;
use crate::source::TextFile;

/// Parses the history log; returns its own problems.
pub(crate) fn read(bytes: &[u8]) -> (History, Vec<Problem>) {
    let (Ok(text), Some(path)) = (std::str::from_utf8(bytes), RelPath::new(HISTORY_OF_SITE)) else {
        return (History::default(), vec![Problem::HistoryText]);
    };
    let mut found = Diagnostics::new();
    let history = History::read(&TextFile::new(path, text), &mut found);
    (history, found.sorted().into_iter().map(|finding| Problem::History(Box::new(finding))).collect())
}

/// Differences between history and manifest. If one of them is older, only that is reported, as
/// their pages must differ then.
pub(crate) fn problems(history: &History, manifest: &Manifest) -> Vec<Problem> {
    let heads = history.heads();
    let (log, mark) = (heads.len(), manifest.history.as_ref());
    let publications = manifest.publications();
    match mark {
        Some(mark) if mark.entries > log && log > 0 => return vec![Problem::OldHistory { log, manifest: mark.entries }],
        Some(mark) if (1..log).contains(&mark.entries) && heads.get(mark.entries - 1) == Some(&mark.head) => {
            return vec![Problem::OldManifest(OldManifest::of(publications, log))];
        }
        None if log > 0 => return vec![Problem::OldManifest(OldManifest::of(0, log))],
        _ => {}
    }
    let mut problems = Vec::new();
    let head = history.head().map(|head| HistoryMark { entries: history.entries.len(), head });
    if head.as_ref() != mark {
        problems.push(Problem::HistoryMark);
    }
    let listed: BTreeMap<&str, &str> = manifest.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    let published: BTreeMap<String, (&str, &String)> =
        history.published().into_iter().map(|(url, hash)| (file_of_url(url), (url, hash))).collect();
    let differs = |path: &String, hash: &String| listed.get(path.as_str()) != Some(&hash.as_str());
    let unpublished = published.iter().filter(|(path, (_, hash))| differs(path, hash));
    let unpublished: Vec<String> = unpublished.map(|(_, (url, _))| format!("/{url}")).collect();
    let is_page = |path: &&&str| path.ends_with("/index.html") && **path != "history/index.html";
    let unknown = listed.keys().filter(is_page).filter(|path| !published.contains_key(**path));
    let unknown: Vec<String> = unknown.map(|path| (*path).to_owned()).collect();
    problems.extend((!unpublished.is_empty()).then_some(Problem::Unpublished(unpublished)));
    problems.extend((!unknown.is_empty()).then_some(Problem::NotInHistory(unknown)));
    problems
}

/// The verification result; `log` is the file of the copy, if present.
pub(super) fn state(log: Option<&[u8]>, manifest: &Manifest) -> (History, HistoryState, Vec<Problem>) {
    let Some(log) = log else {
        let lost: Vec<Problem> = manifest.history.iter().map(|_| Problem::NoHistory).collect();
        return (History::default(), HistoryState { entries: 0, ok: lost.is_empty(), head: None }, lost);
    };
    let (history, mut found) = read(log);
    // A broken log is no evidence of its age.
    let more = problems(&history, manifest);
    if found.is_empty() || !matches!(more.as_slice(), [Problem::OldManifest(_) | Problem::OldHistory { .. }]) {
        found.extend(more);
    }
    let state = HistoryState { entries: history.entries.len(), ok: found.is_empty(), head: history.head() };
    (history, state, found)
}
