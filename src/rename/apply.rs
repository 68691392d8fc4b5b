//! Writes a rename to disk, in the order given in the module documentation.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::NotMoved;
use crate::base::RelPath;
use crate::error::{Error, Operation, Result};
use crate::retry_budget;

/// All file operations of a rename.
#[derive(Clone, Debug, Default)]
pub struct RenamePlan {
    /// Files to move, the page last.
    pub(crate) moves: Vec<FileMove>,
    /// Files whose text changes in place.
    pub(crate) rewrites: Vec<Rewrite>,
    /// Files that are new, with their bytes.
    pub(crate) creations: Vec<(RelPath, Vec<u8>)>,
}

/// A file to move.
#[derive(Clone, Debug)]
pub struct FileMove {
    pub(crate) old: RelPath,
    pub(crate) new: RelPath,
    /// Bytes before and after; `None` for an attachment, whose bytes do not change.
    pub(crate) bytes: Option<(Vec<u8>, Vec<u8>)>,
    /// True if the new path already holds the expected bytes.
    pub(crate) is_there: bool,
}

/// A file whose text changes in place.
#[derive(Clone, Debug)]
pub struct Rewrite {
    pub(crate) file: RelPath,
    pub(crate) before: Vec<u8>,
    pub(crate) after: Vec<u8>,
}

/// Applies the whole plan or nothing. `step` is called before each step with its path; an error
/// from it aborts the run like an I/O error.
///
/// # Errors
/// A file has changed since it was read or the new path exists (`NotMoved`), or an I/O error. The
/// steps done are undone first.
pub fn apply(root: &Path, work: &RenamePlan, step: &mut dyn FnMut(&Path) -> Result<()>) -> Result<Result<(), NotMoved>> {
    let mut done = AppliedSteps { root, undo: Vec::new(), step };
    match done.all(work) {
        Ok(()) => Ok(Ok(())),
        Err(stop) => {
            done.take_back();
            match stop {
                ApplyFailure::Refused(refused) => Ok(Err(refused)),
                ApplyFailure::Trouble(error) => Err(error),
            }
        }
    }
}

enum ApplyFailure {
    Refused(NotMoved),
    Trouble(Error),
}

impl From<Error> for ApplyFailure {
    fn from(error: Error) -> Self {
        ApplyFailure::Trouble(error)
    }
}

/// Inverse of a step.
enum UndoStep {
    RemoveFile(PathBuf),
    RemoveFolder(PathBuf),
    /// Restores `before` with its permissions, if the file still holds `now` (`None`: is absent).
    Write {
        path: PathBuf,
        before: Vec<u8>,
        rights: Option<Permissions>,
        now: Option<Vec<u8>>,
    },
    /// Links or copies the first path to the second.
    Link(PathBuf, PathBuf),
}

struct AppliedSteps<'a> {
    root: &'a Path,
    undo: Vec<UndoStep>,
    step: &'a mut dyn FnMut(&Path) -> Result<()>,
}

impl AppliedSteps<'_> {
    fn all(&mut self, work: &RenamePlan) -> Result<(), ApplyFailure> {
        for rewrite in &work.rewrites {
            self.is_as_read(&rewrite.file, &rewrite.before)?;
            self.write_beside(&rewrite.file, Some(&rewrite.file), &rewrite.after)?;
        }
        for (file, bytes) in &work.creations {
            self.make_folder(file)?;
            self.write_beside(file, None, bytes)?;
        }
        let to_place = work.moves.iter().filter(|moved| !moved.is_there);
        for moved in to_place.clone() {
            self.make_folder(&moved.new)?;
            if let Some((before, after)) = &moved.bytes {
                self.is_as_read(&moved.old, before)?;
                self.write_beside(&moved.new, Some(&moved.old), after)?;
            }
        }
        for (file, _) in &work.creations {
            self.place(&beside(&file.below(self.root)), file)?;
        }
        for moved in to_place {
            let new = moved.new.below(self.root);
            self.place(&if moved.bytes.is_some() { beside(&new) } else { moved.old.below(self.root) }, &moved.new)?;
        }
        for rewrite in &work.rewrites {
            self.exchange(rewrite)?;
        }
        for moved in &work.moves {
            self.remove_old(moved)?;
        }
        // Removes temporary files of a killed run.
        work.moves.iter().for_each(|moved| drop(fs::remove_file(beside(&moved.new.below(self.root)))));
        self.remove_empty_folders(work);
        Ok(())
    }

    fn is_as_read(&self, file: &RelPath, before: &[u8]) -> Result<(), ApplyFailure> {
        match fs::read(file.below(self.root)) {
            Ok(bytes) if bytes == before => Ok(()),
            _ => Err(ApplyFailure::Refused(NotMoved::Changed(file.clone()))),
        }
    }

    /// Writes the bytes to the temporary file beside `file`, with the permissions of `like`.
    fn write_beside(&mut self, file: &RelPath, like: Option<&RelPath>, bytes: &[u8]) -> Result<(), ApplyFailure> {
        let path = beside(&file.below(self.root));
        (self.step)(&path)?;
        // Left by a killed run.
        let _ = fs::remove_file(&path);
        let trouble = |error| Error::io(Operation::Write, &path, error);
        let mut new = fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(trouble)?;
        self.undo.push(UndoStep::RemoveFile(path.clone()));
        let rights = like.and_then(|like| rights(&like.below(self.root)));
        let allow = |new: &File| rights.map_or(Ok(()), |rights| new.set_permissions(rights));
        new.write_all(bytes).and_then(|()| allow(&new)).and_then(|()| new.sync_all()).map_err(trouble)?;
        Ok(())
    }

    fn make_folder(&mut self, file: &RelPath) -> Result<(), ApplyFailure> {
        let path = file.below(self.root);
        let missing: Vec<PathBuf> = path.ancestors().skip(1).take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        for folder in missing.into_iter().rev() {
            (self.step)(&folder)?;
            match fs::create_dir(&folder) {
                Ok(()) => self.undo.push(UndoStep::RemoveFolder(folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(Error::io(Operation::CreateFolder, &folder, error).into()),
            }
        }
        Ok(())
    }

    /// Puts the file `from` at the path `file`, by hard link or exclusive copy, which fail if the
    /// path exists; nothing is overwritten. The temporary file beside it is removed.
    fn place(&mut self, from: &Path, file: &RelPath) -> Result<(), ApplyFailure> {
        let new = file.below(self.root);
        (self.step)(&new)?;
        match fs::hard_link(from, &new).or_else(|error| copy_if_free(error, from, &new)) {
            Ok(()) => self.undo.push(UndoStep::RemoveFile(new.clone())),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(ApplyFailure::Refused(NotMoved::Exists(file.clone())));
            }
            Err(error) => return Err(Error::io(Operation::Write, &new, error).into()),
        }
        if from == beside(&new) {
            let _ = fs::remove_file(from);
        }
        sync_folder(&new);
        Ok(())
    }

    fn exchange(&mut self, rewrite: &Rewrite) -> Result<(), ApplyFailure> {
        let path = rewrite.file.below(self.root);
        (self.step)(&path)?;
        self.is_as_read(&rewrite.file, &rewrite.before)?;
        let rights = rights(&path);
        retry_budget::rename(&beside(&path), &path).map_err(|error| Error::io(Operation::Write, &path, error))?;
        sync_folder(&path);
        self.undo.push(UndoStep::Write { path, before: rewrite.before.clone(), rights, now: Some(rewrite.after.clone()) });
        Ok(())
    }

    fn remove_old(&mut self, moved: &FileMove) -> Result<(), ApplyFailure> {
        let (old, new) = (moved.old.below(self.root), moved.new.below(self.root));
        (self.step)(&old)?;
        if let Some((before, _)) = &moved.bytes {
            self.is_as_read(&moved.old, before)?;
        }
        let rights = rights(&old);
        fs::remove_file(&old).map_err(|error| Error::io(Operation::Remove, &old, error))?;
        self.undo.push(match &moved.bytes {
            Some((before, _)) => UndoStep::Write { path: old, before: before.clone(), rights, now: None },
            None => UndoStep::Link(new, old),
        });
        Ok(())
    }

    /// Removes folders left empty, except `content/pages` and those of years.
    fn remove_empty_folders(&self, work: &RenamePlan) {
        for moved in &work.moves {
            let depth = moved.old.parts().count().saturating_sub(3);
            let path = moved.old.below(self.root);
            for folder in path.ancestors().skip(1).take(depth) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
    }

    /// Undoes the steps in reverse order. A step that cannot be undone is skipped; no text is lost.
    fn take_back(&mut self) {
        for undo in std::mem::take(&mut self.undo).into_iter().rev() {
            let _ = match undo {
                UndoStep::RemoveFile(path) => fs::remove_file(path),
                UndoStep::RemoveFolder(path) => fs::remove_dir(path),
                // Keeps what another program has written since.
                UndoStep::Write { path, now, .. } if fs::read(&path).ok() != now => Ok(()),
                UndoStep::Write { path, before, rights, .. } => {
                    let new = beside(&path);
                    let allow = || rights.map_or(Ok(()), |rights| fs::set_permissions(&new, rights));
                    fs::write(&new, before).and_then(|()| allow()).and_then(|()| retry_budget::rename(&new, &path))
                }
                UndoStep::Link(from, to) => fs::hard_link(&from, &to).or_else(|error| copy_if_free(error, &from, &to)),
            };
        }
    }
}

fn rights(path: &Path) -> Option<Permissions> {
    fs::metadata(path).ok().map(|metadata| metadata.permissions())
}

/// Hidden temporary name beside a file.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".prongsai-move");
    path.with_file_name(name)
}

/// Falls back to an exclusive copy on file systems without hard links (FAT); `error` is that of the
/// hard link.
fn copy_if_free(error: io::Error, from: &Path, to: &Path) -> io::Result<()> {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return Err(error);
    }
    let mut target = fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    let copied = File::open(from).and_then(|mut source| io::copy(&mut source, &mut target)).and_then(|_| target.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

/// Flushes the directory entry of a file; only on Unix.
fn sync_folder(file: &Path) {
    if cfg!(unix) {
        let _ = file.parent().map(File::open).and_then(|folder| folder.ok()?.sync_all().ok());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).unwrap()
    }

    fn files(root: &Path) -> BTreeMap<String, (Vec<u8>, Option<Permissions>)> {
        let files = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.unwrap().into_path());
        let name = |file: &Path| file.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        files.map(|file| (name(&file), (fs::read(&file).unwrap_or_default(), rights(&file)))).collect()
    }

    /// For the owner and his group only.
    fn close(file: &Path) {
        #[cfg(unix)]
        fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o640)).unwrap();
        #[cfg(not(unix))]
        let _ = file;
    }

    /// A page with an attachment moves, and a link in another page changes.
    fn site() -> (tempfile::TempDir, RenamePlan) {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in [("pages/a/index.md", "ก"), ("pages/a/x.pdf", "%PDF"), ("pages/c.md", "a")] {
            let file = root.path().join("content").join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, text).unwrap();
            close(&file);
        }
        let moved = |name: &str, bytes| FileMove {
            old: path(&format!("content/pages/a/{name}")),
            new: path(&format!("content/pages/b/d/{name}")),
            bytes,
            is_there: false,
        };
        let moves = vec![moved("x.pdf", None), moved("index.md", Some(("ก".into(), "ข".into())))];
        let rewrites = vec![Rewrite { file: path("content/pages/c.md"), before: "a".into(), after: "b".into() }];
        let creations = vec![(path("content/pages/e/n.md"), b"n".to_vec())];
        (root, RenamePlan { moves, rewrites, creations })
    }

    #[test]
    fn a_failure_at_any_step_leaves_everything_as_it_was() {
        let mut steps = 0;
        let (root, work) = site();
        apply(root.path(), &work, &mut |_| {
            steps += 1;
            Ok(())
        })
        .unwrap()
        .unwrap();
        let after = files(root.path());
        assert_eq!((&after["content/pages/b/d/index.md"].0[..], &after["content/pages/c.md"].0[..]), ("ข".as_bytes(), &b"b"[..]));
        assert_eq!(after.len(), "/ content pages b b/d index.md x.pdf c.md e n.md".split(' ').count(), "{after:?}");
        for fails in 0..steps {
            let (root, work) = site();
            let before = files(root.path());
            let mut at = 0;
            let failed = apply(root.path(), &work, &mut |path| {
                at += 1;
                if at > fails { Err(Error::io(Operation::Write, path, io::ErrorKind::StorageFull.into())) } else { Ok(()) }
            });
            assert!(failed.is_err() && files(root.path()) == before, "step {fails}: {:?}", files(root.path()));
        }
    }

    #[test]
    fn what_changed_meanwhile_or_is_there_is_left_alone() {
        let late: [(&str, &str, NotMoved); 5] = [
            ("content/pages/c.md", "officer", NotMoved::Changed(path("content/pages/c.md"))),
            ("content/pages/a/index.md", "officer", NotMoved::Changed(path("content/pages/a/index.md"))),
            ("content/pages/b/d/x.pdf", "officer", NotMoved::Exists(path("content/pages/b/d/x.pdf"))),
            ("content/pages/e/n.md", "officer", NotMoved::Exists(path("content/pages/e/n.md"))),
            ("content/pages/b/d/index.md", "officer", NotMoved::Exists(path("content/pages/b/d/index.md"))),
        ];
        for (file, text, refusal) in late {
            for moment in 0..9 {
                let (root, work) = site();
                let mut at = 0;
                let ended = apply(root.path(), &work, &mut |_| {
                    if at == moment {
                        let file = root.path().join(file);
                        fs::create_dir_all(file.parent().unwrap()).unwrap();
                        if !file.exists() || !file.starts_with(root.path().join("content/pages/b")) {
                            fs::write(file, text).unwrap();
                        }
                    }
                    at += 1;
                    Ok(())
                })
                .unwrap();
                let found = files(root.path());
                let kept = found.get(file).is_some_and(|(bytes, _)| bytes == text.as_bytes());
                match ended {
                    Err(refused) => assert!(refused == refusal && kept, "{file} {moment}: {refused:?} {found:?}"),
                    // The run was already past the file when it was written.
                    Ok(()) => assert!(kept || found.values().any(|(bytes, _)| bytes == "ข".as_bytes()), "{file} {moment}: {found:?}"),
                }
            }
        }
    }
}
