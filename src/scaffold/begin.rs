//! New files of a site, and what a check would say about them. Nothing is written here.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::RelPath;
use crate::error::{Error, Operation, Result};
use crate::pipeline::{self, PreviewCache, Request};
use crate::rename::{RenamePlan, RenamedFiles, Rewrite, worse};
use crate::report::severity_policy::Report;
use crate::site::{Drafts, Site};
use crate::source::{SourceTree, StorageMode, read_regular};

/// A site to which something is to be added.
#[derive(Debug)]
pub struct BegunSite {
    pub(super) request: Request,
    pub(super) tree: SourceTree,
    /// With drafts.
    pub(super) site: Arc<Site>,
}

/// A file to be written, whose effect on the site is not known yet.
#[derive(Clone, Debug)]
pub enum PendingFile {
    /// A new one with its text.
    New(RelPath, String),
    /// Another text for one that is there.
    Changed(Rewrite),
}

impl PendingFile {
    /// Its path.
    pub fn path(&self) -> &RelPath {
        match self {
            PendingFile::New(path, _) => path,
            PendingFile::Changed(rewrite) => &rewrite.file,
        }
    }

    /// What writes it alone.
    pub fn work(&self) -> RenamePlan {
        match self {
            PendingFile::New(path, text) => {
                RenamePlan { creations: vec![(path.clone(), text.clone().into_bytes())], ..RenamePlan::default() }
            }
            PendingFile::Changed(rewrite) => RenamePlan { rewrites: vec![rewrite.clone()], ..RenamePlan::default() },
        }
    }
}

/// Files to be written together, or not at all.
#[derive(Debug)]
pub struct NewFiles {
    /// Folder of the site.
    pub root: PathBuf,
    /// What is to be written.
    pub work: RenamePlan,
    /// The site with the new files, to quote lines in messages.
    pub after: SourceTree,
    /// Warnings and errors that the new files would cause.
    pub worse: Report,
}

impl BegunSite {
    /// The site, with drafts.
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// Its sources.
    pub(crate) fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// Another text for a file that is there; its byte order mark stays.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn rewritten(&self, file: RelPath, text: &str) -> Result<PendingFile> {
        const MARK: &[u8] = "\u{FEFF}".as_bytes();
        let path = file.below(&self.tree.root);
        let before = read_regular(&path).map_err(|error| Error::io(Operation::Read, &path, error))?;
        let mark = if before.starts_with(MARK) { MARK } else { &[] };
        let is_as_read = self.tree.text(file.as_str()).is_some_and(|read| before.get(mark.len()..) == Some(read.text.read().as_bytes()));
        // What somebody else wrote meanwhile is never overwritten: these bytes are not in the file.
        let before = if is_as_read { before } else { Vec::new() };
        let after = [mark, text.as_bytes()].concat();
        Ok(PendingFile::Changed(Rewrite { file, before, after }))
    }

    /// The site with all of these files, checked once for all of them.
    ///
    /// # Errors
    /// The run was interrupted.
    pub fn with(&self, files: impl IntoIterator<Item = PendingFile>) -> Result<NewFiles> {
        let (mut new, mut rewrites) = (BTreeMap::new(), Vec::new());
        for file in files {
            match file {
                PendingFile::New(path, text) => drop(new.insert(path, text)),
                PendingFile::Changed(rewrite) => rewrites.push(rewrite),
            }
        }
        NewFiles::of(&self.request, &self.tree, new, rewrites)
    }
}

/// Reads the site; `None` if its site file cannot be used, which `check` reports.
///
/// # Errors
/// A source that cannot be read.
pub fn begin(request: Request) -> Result<Option<BegunSite>> {
    let tree = SourceTree::read(&request.root, StorageMode::Ready)?;
    let shown = Request { drafts: Drafts::Show, ..request.clone() };
    let site = pipeline::plan_site(&shown, &tree, &mut PreviewCache::default())?.site;
    Ok(site.map(|site| BegunSite { request, tree, site }))
}

impl NewFiles {
    /// Adds `new` files to `tree`, and the changes of others.
    pub(super) fn of(request: &Request, tree: &SourceTree, new: BTreeMap<RelPath, String>, rewrites: Vec<Rewrite>) -> Result<NewFiles> {
        let changed = rewrites.iter().map(|rewrite| (rewrite.file.clone(), String::from_utf8_lossy(&rewrite.after).into_owned()));
        let texts = new.iter().map(|(path, text)| (path.clone(), text.clone())).chain(changed).collect();
        let after = tree.changed(&BTreeMap::new(), &texts);
        let worse = worse(request, tree, &after, &RenamedFiles::default())?;
        let creations = new.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
        let work = RenamePlan { rewrites, creations, ..RenamePlan::default() };
        Ok(NewFiles { root: request.root.clone(), work, after, worse })
    }

    /// The new files, in the order of writing.
    pub fn files(&self) -> impl Iterator<Item = &RelPath> {
        self.work.creations.iter().map(|(path, _)| path)
    }
}
