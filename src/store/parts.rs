//! The parts of a store: one with what all files share, then some files each.

use std::io;
use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::stored_run::{StoredChecks, StoredRun};
use crate::attachment::{FileInfo, InspectionCache};
use crate::base::RelPath;
use crate::check::QuietPages;
use crate::config::Limits;
use crate::content::{Document, ParseCache};
use crate::source::{SourceTree, Stamp, StorageMode, TextFile};

/// Files per part: parts are read and made in parallel.
const FILES: usize = 64;
/// Parts that are made together: no more of them are in memory at once while a store is written.
const PARTS: usize = 16;

/// What all files share.
#[derive(BorshSerialize, BorshDeserialize)]
struct Shared {
    /// Limits within which documents were read.
    limits: Option<Limits>,
    /// See [`QuietPages::inputs`].
    inputs: Option<[u8; 32]>,
    /// Size up to which attachments were inspected.
    inspected_to: usize,
    /// Number of parts with texts.
    texts: usize,
    /// Number of parts with attachments, which follow.
    attachments: usize,
}

/// A text, and what was found out about it.
struct StoredText {
    file: TextFile,
    stamp: Stamp,
    document: Option<Document>,
    is_quiet: bool,
}

/// The run in the parts of a file; `None` if they are not what [`parts_of`] made.
pub(super) fn run_of(root: &Path, keep: StorageMode, parts: &[&[u8]]) -> Option<StoredRun> {
    let (shared, parts) = parts.split_first()?;
    let shared = Shared::try_from_slice(shared).ok()?;
    let (texts, attachments) = parts.split_at_checked(shared.texts).filter(|(_, attachments)| attachments.len() == shared.attachments)?;
    let texts: Vec<Vec<StoredText>> = texts.par_iter().map(|part| read_all(part, |part| text(part, keep))).collect::<Option<_>>()?;
    let attachments: Vec<Vec<(RelPath, Stamp, FileInfo)>> =
        attachments.iter().map(|part| read_all(part, BorshDeserialize::deserialize)).collect::<Option<_>>()?;
    let (mut files, mut documents, mut quiet) = (Vec::new(), Vec::new(), Vec::new());
    for StoredText { file, stamp, document, is_quiet } in texts.into_iter().flatten() {
        quiet.extend(is_quiet.then(|| (file.path.clone(), file.text.clone())));
        documents.extend(document);
        files.push((file, stamp));
    }
    let checks = StoredChecks {
        inspected: InspectionCache::of_earlier_run(shared.inspected_to, attachments.into_iter().flatten()),
        quiet: QuietPages::of_earlier_run(shared.inputs, quiet),
    };
    let documents = shared.limits.map(|limits| ParseCache::of_earlier_run(limits, documents)).unwrap_or_default();
    Some(StoredRun { tree: SourceTree::of_earlier_run(root, keep, files), documents, checks })
}

/// The parts of a file with a run, one after the other.
///
/// # Errors
/// A file of the site was last changed before 1970.
pub(super) fn parts_of(run: &StoredRun) -> io::Result<impl Iterator<Item = io::Result<Vec<u8>>>> {
    let StoredRun { tree, documents, checks } = run;
    let files: Vec<(&TextFile, &Stamp)> = tree.texts_below("").filter_map(|file| Some((file, tree.stamp(&file.path)?))).collect();
    let (inspected_to, inspected) = checks.inspected.all();
    // What cannot be stored is inspected again.
    let attachments: Vec<Vec<u8>> = inspected.filter_map(|inspected| borsh::to_vec(&inspected).ok()).collect();
    let (limits, inputs) = (documents.limits(), checks.quiet.inputs());
    let shared = Shared { limits, inputs, inspected_to, texts: files.len().div_ceil(FILES), attachments: attachments.len() };
    let shared = borsh::to_vec(&shared)?;
    let starts = (0..files.len()).step_by(FILES * PARTS);
    let texts = starts.flat_map(move |start| {
        let some = files.get(start..files.len().min(start + FILES * PARTS)).unwrap_or_default();
        some.par_chunks(FILES).map(|files| part_of(files, run)).collect::<Vec<_>>()
    });
    Ok(std::iter::once(Ok(shared)).chain(texts).chain(attachments.into_iter().map(Ok)))
}

fn part_of(files: &[(&TextFile, &Stamp)], StoredRun { documents, checks, .. }: &StoredRun) -> io::Result<Vec<u8>> {
    let mut part = Vec::new();
    for (file, stamp) in files {
        let document = documents.faultless(&file.path).filter(|document| document.body.file == file.text);
        (file, stamp, document.is_some(), checks.quiet.holds(&file.path, &file.text)).serialize(&mut part)?;
        document.map_or(Ok(()), |document| document.store(&mut part))?;
    }
    Ok(part)
}

/// All values in a part.
fn read_all<T>(mut part: &[u8], mut read: impl FnMut(&mut &[u8]) -> io::Result<T>) -> Option<Vec<T>> {
    let mut values = Vec::new();
    while !part.is_empty() {
        values.push(read(&mut part).ok()?);
    }
    Some(values)
}

fn text(part: &mut &[u8], keep: StorageMode) -> io::Result<StoredText> {
    let (file, stamp, is_document, is_quiet): (TextFile, Stamp, bool, bool) = BorshDeserialize::deserialize(part)?;
    let file = file.kept(keep);
    let document = if is_document { Some(Document::restore(&file, part)?) } else { None };
    Ok(StoredText { file, stamp, document, is_quiet })
}
