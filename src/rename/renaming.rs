//! Computes a rename and compares the site before and after, with all stages up to the checks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::{Edit, FileMove, NotMoved, RenameEdits, RenamePlan, RenamedFiles, Rewrite, TypedNames, changes, edited, names};
use crate::attachment::Inspected;
use crate::base::{RelPath, SITE_FILE};
use crate::content::{self, Content, Document};
use crate::diagnostics::{Diagnostic, Outcome, Severity};
use crate::error::{Error, Operation, Result};
use crate::pipeline::{PreviewCache, Request, plan_site};
use crate::report::severity_policy::Report;
use crate::site::{Drafts, LinkTarget, Permalink, Site, address_of_file, links_of, resolve};
use crate::source::{SourceTree, StorageMode};
use crate::{check, thai};

/// Effects of a rename.
#[derive(Debug)]
pub struct Renaming {
    pub(crate) names: RenamedFiles,
    /// Edits of the content.
    pub(crate) changes: RenameEdits,
    /// Source tree before, under the old paths.
    pub(crate) before: SourceTree,
    pub(crate) after: SourceTree,
    /// Warnings and errors that the rename would add. The caller must not apply a rename with an
    /// error among them.
    pub(crate) worse: Report,
    pub(crate) work: RenamePlan,
    /// True if the site has published URLs.
    pub(crate) is_published: bool,
}

/// Computes the effects of a rename without writing anything.
///
/// # Errors
/// A source cannot be read. A refused rename is returned as [`NotMoved`].
pub fn rename(request: &Request, typed: TypedNames<'_>) -> Result<Result<Option<Renaming>, NotMoved>> {
    let tree = SourceTree::read(&request.root, StorageMode::Ready)?;
    let shown = Request { drafts: Drafts::Show, ..request.clone() };
    let Some(site) = plan_site(&shown, &tree, &mut PreviewCache::default())?.site else { return Ok(Ok(None)) };
    let names = match names(&site, &tree, typed) {
        Ok(names) => names,
        Err(refused) => return Ok(Err(refused)),
    };
    let raw = RawFiles::read(&tree)?;
    // Manually renamed files are evaluated under their old paths.
    let back: BTreeMap<RelPath, RelPath> = names.renamed.iter().map(|old| (names.after(old).clone(), old.clone())).collect();
    // Files that a killed run put at new paths are hidden; `work` compares them with the expected
    // bytes.
    let placed: BTreeSet<RelPath> = names.new.iter().filter(|(old, _)| !names.renamed.contains(*old)).map(|(_, new)| new.clone()).collect();
    let before = tree.changed(&back, &raw.texts(&back)).without(&placed);
    let Some(site) = plan_site(&shown, &before, &mut PreviewCache::default())?.site else { return Ok(Ok(None)) };
    let Outcome(content, _) = content::read(&before, &site.config.limits, &mut content::ParseCache::default());
    let site_file = before.text(SITE_FILE).map(|file| file.text.read().into_owned()).unwrap_or_default();
    let changes = match changes(&site, &content, &site_file, &names) {
        Ok(changes) => changes,
        Err(refused) => return Ok(Err(refused)),
    };
    if changes.edits.is_empty() && names.new.len() == names.renamed.len() {
        let done = names.page.as_ref().or_else(|| names.new.keys().next()).map(|old| names.after(old).clone());
        return Ok(done.map_or(Ok(None), |done| Err(NotMoved::AlreadyMoved(done))));
    }
    let texts = texts(&before, &changes, &names);
    let work = match work(&tree, &raw, &names, &texts)? {
        Ok(work) => work,
        Err(refused) => return Ok(Err(refused)),
    };
    let after = before.changed(&names.new, &texts);
    let Some(new_site) = plan_site(&shown, &after, &mut PreviewCache::default())?.site else { return Ok(Ok(None)) };
    let Outcome(new_content, _) = content::read(&after, &site.config.limits, &mut content::ParseCache::default());
    let worse = worse(request, &before, &after, &names)?;
    let astray = astray((&site, &content), (&new_site, &new_content), &names);
    if let Some(refused) = astray.filter(|_| !worse.has_errors()) {
        return Ok(Err(refused));
    }
    let is_published = !site.record.urls.locked.is_empty();
    Ok(Ok(Some(Renaming { names, changes, before, after, worse, work, is_published })))
}

/// New texts by new path.
fn texts(before: &SourceTree, changes: &RenameEdits, names: &RenamedFiles) -> BTreeMap<RelPath, String> {
    let new = |(file, edits): (&RelPath, &Vec<Edit>)| {
        let text = before.text(file.as_str())?.text.read();
        Some((names.after(file).clone(), edited(&text, edits)))
    };
    changes.edits.iter().filter_map(new).collect()
}

/// Texts as stored on disk: with byte order mark, and not Unicode-normalized.
struct RawFiles(BTreeMap<RelPath, Vec<u8>>);

const MARK: &[u8] = "\u{FEFF}".as_bytes();

impl RawFiles {
    fn read(tree: &SourceTree) -> Result<RawFiles> {
        let site_file = tree.text(SITE_FILE).into_iter();
        let files = tree.texts_below("content/").filter(|file| file.path.extension() == "md").chain(site_file);
        let read = |file: &crate::source::TextFile| {
            let path = file.path.below(&tree.root);
            let bytes = fs::read(&path).map_err(|error| Error::io(Operation::Read, &path, error))?;
            Ok((file.path.clone(), bytes))
        };
        Ok(RawFiles(files.map(read).collect::<Result<_>>()?))
    }

    /// Texts without byte order mark, by the paths to which `names` maps their files.
    fn texts(&self, names: &BTreeMap<RelPath, RelPath>) -> BTreeMap<RelPath, String> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes.strip_prefix(MARK).unwrap_or(bytes)).into_owned();
        self.0.iter().map(|(file, bytes)| (names.get(file).unwrap_or(file).clone(), text(bytes))).collect()
    }
}

/// Returns an error for the first link whose target would change.
fn astray(before: (&Site, &Content), after: (&Site, &Content), names: &RenamedFiles) -> Option<NotMoved> {
    let ((site, content), (new_site, new_content)) = (before, after);
    let addresses: BTreeMap<Permalink, Permalink> =
        names.new.iter().filter_map(|(old, new)| Some((address_of_file(old)?, address_of_file(new)?))).collect();
    let new_documents: BTreeMap<&RelPath, &Document> = new_content.documents.iter().map(|now| (&now.source, &**now)).collect();
    for document in &content.documents {
        let source = names.after(&document.source);
        let Some(now) = new_documents.get(source) else {
            return Some(NotMoved::Unmendable(document.source.clone(), 1, String::new()));
        };
        let (own, new_own) = (Permalink::of(&document.home), Permalink::of(&now.home));
        let mut links = links_of(now);
        for link in links_of(document) {
            let was = resolve(site, &document.source, &own, &thai::composed(&link.destination()));
            let is = links.next().map(|link| resolve(new_site, source, &new_own, &thai::composed(&link.destination())));
            let leads_on = match (&was, &is) {
                (LinkTarget::Inside { permalink, anchor, .. }, Some(LinkTarget::Inside { permalink: now, anchor: now_anchor, .. })) => {
                    now == addresses.get(permalink).unwrap_or(permalink) && anchor == now_anchor
                }
                (LinkTarget::Inside { .. }, _) | (_, None) => false,
                (_, Some(_)) => true,
            };
            if !leads_on {
                let text = document.body.file.read();
                let line = text.get(..link.place.span.start).unwrap_or_default().matches('\n').count() + 1;
                return Some(NotMoved::Unmendable(document.source.clone(), line, link.destination().into_owned()));
            }
        }
    }
    None
}

/// Warnings and errors after the rename that were not there before. Attachments are not inspected,
/// as their bytes do not change.
pub(crate) fn worse(request: &Request, before: &SourceTree, after: &SourceTree, names: &RenamedFiles) -> Result<Report> {
    let key = |finding: &Diagnostic| (finding.code, names.after(&finding.place.file).clone());
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for (_, finding) in report(request, before)?.findings {
        *known.entry(key(&finding)).or_default() += 1;
    }
    let mut found = report(request, after)?;
    found.findings.retain(|(severity, finding)| match known.get_mut(&key(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => *severity != Severity::Info,
    });
    Ok(found)
}

fn report(request: &Request, tree: &SourceTree) -> Result<Report> {
    let draft = plan_site(request, tree, &mut PreviewCache::default())?;
    let unread = Inspected::default();
    let context = |site| check::CheckContext::of(site, tree, &unread, request.today);
    let check = |site| check::run(&context(site), &mut check::QuietPages::default());
    let found = draft.site.as_deref().map(check).unwrap_or_default();
    Ok(draft.report_with(found))
}

/// Computes the file operations. An existing new path is accepted only with the expected bytes.
fn work(
    tree: &SourceTree,
    raw: &RawFiles,
    names: &RenamedFiles,
    texts: &BTreeMap<RelPath, String>,
) -> Result<Result<RenamePlan, NotMoved>> {
    let with_mark = |old: &[u8], text: &str| [old.strip_prefix(MARK).map_or(&b""[..], |_| MARK), text.as_bytes()].concat();
    let mut work = RenamePlan::default();
    for (old, new) in names.new.iter().filter(|(old, _)| !names.renamed.contains(*old)) {
        let bytes =
            raw.0.get(old).map(|bytes| (bytes.clone(), texts.get(new).map_or_else(|| bytes.clone(), |text| with_mark(bytes, text))));
        let path = new.below(&tree.root);
        let is_there = path.symlink_metadata().is_ok();
        if is_there {
            let read = |path: &std::path::Path| fs::read(path).map_err(|error| Error::io(Operation::Read, path, error));
            let wanted = match &bytes {
                Some((_, after)) => after.clone(),
                None => read(&old.below(&tree.root))?,
            };
            // On a case-insensitive file system, another spelling is the file itself: only a path
            // listed in the source tree is another file.
            if !tree.holds(new.as_str()) || !path.is_file() || read(&path)? != wanted {
                return Ok(Err(NotMoved::Exists(new.clone())));
            }
        }
        work.moves.push(FileMove { old: old.clone(), new: new.clone(), bytes, is_there });
    }
    work.moves.sort_by_key(|moved| names.page.as_ref() == Some(&moved.old));
    let is_moved = |file: &RelPath| work.moves.iter().any(|moved| moved.new == *file);
    for (file, text) in texts.iter().filter(|(file, _)| !is_moved(file)) {
        let before = raw.0.get(file).cloned().unwrap_or_default();
        let after = with_mark(&before, text);
        work.rewrites.push(Rewrite { file: file.clone(), before, after });
    }
    Ok(Ok(work))
}
