//! Decides whether a folder may be used for output.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::old_site::OldSite;
use super::swap;
use crate::base::MANIFEST;
use crate::error::{Error, Operation, Refusal, Result};

impl OutputFolder {
    /// Accepts a folder that is absent, empty or written by this program, and reads its manifest.
    /// Changes nothing except undoing the half-finished swap of a killed run.
    pub(super) fn check(root: &Path, out: &Path) -> Result<(OutputFolder, OldSite)> {
        let path = resolved(out).map_err(|error| Error::io(Operation::Read, out, error))?;
        let root = resolved(root).map_err(|error| Error::io(Operation::Read, root, error))?;
        let refused = |refusal| Err(Error::refused(Operation::Publish, &path, refusal));
        let sources = ["content", "themes"].map(|folder| resolved(&root.join(folder)).unwrap_or_else(|_| root.join(folder)));
        if root.starts_with(&path) || sources.iter().any(|source| path.starts_with(source) || source.starts_with(&path)) {
            return refused(Refusal::OutputAmongSources);
        }
        if is_private(&path, &root) {
            return refused(Refusal::OutputHidden);
        }
        if path.parent().is_none() || std::env::home_dir().is_some_and(|home| home.starts_with(&path)) {
            return refused(Refusal::OutputTooLarge);
        }
        let folder = OutputFolder { path: path.clone() };
        swap::undo_half(&folder)?;
        let is_there = |path: &Path| path.try_exists().map_err(|error| Error::io(Operation::Read, path, error));
        let is_new = !is_there(&path)? || (!is_there(&path.join(MANIFEST))? && is_empty(&path)?);
        let old = OldSite::open(&path)?;
        if !is_new && !old.manifest().has_our_mark() {
            return refused(Refusal::NotOurs);
        }
        Ok((folder, old))
    }
}

/// True if a folder belongs to version control, or lies in a hidden folder below the sources.
fn is_private(path: &Path, root: &Path) -> bool {
    const KEPT_BY_VERSION_CONTROL: [&str; 7] = [".git", ".hg", ".svn", ".jj", ".bzr", "_darcs", "CVS"];
    let names = |path: &Path| path.iter().map(|name| name.to_string_lossy().into_owned()).collect::<Vec<_>>();
    let is_known = |name: &String| KEPT_BY_VERSION_CONTROL.iter().any(|known| known.eq_ignore_ascii_case(name));
    let below = path.strip_prefix(root).map(names).unwrap_or_default();
    names(path).iter().any(is_known) || below.iter().any(|name| name.starts_with('.'))
}

/// Resolves symbolic links; trailing components may not exist yet.
fn resolved(path: &Path) -> std::io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut rest = Vec::new();
    let mut known = absolute.as_path();
    loop {
        match dunce::canonicalize(known) {
            Ok(found) => return Ok(rest.iter().rev().fold(found, |path, part| path.join(part))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let (Some(parent), Some(name)) = (known.parent(), known.file_name()) else { return Err(error) };
                rest.push(name.to_owned());
                known = parent;
            }
            Err(error) => return Err(error),
        }
    }
}

/// True if the folder contains at most the placeholders `.gitkeep` and `.gitignore`.
fn is_empty(path: &Path) -> Result<bool> {
    let trouble = |error| Error::io(Operation::Read, path, error);
    for entry in fs::read_dir(path).map_err(trouble)? {
        let name = entry.map_err(trouble)?.file_name();
        if name != ".gitkeep" && name != ".gitignore" {
            return Ok(false);
        }
    }
    Ok(true)
}
