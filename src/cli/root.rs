//! Location of the site.

use std::path::{Path, PathBuf};

use super::arguments::CommonArgs;
use crate::base::SITE_FILE;
use crate::config::data_file;
use crate::error::{Error, Operation, Refusal, Result};

/// Default output folder.
pub(super) const PUBLIC: &str = "public";

/// Root folder of the site: `--root`, or the nearest ancestor that contains `content/site.yaml`.
pub(super) fn find(common: &CommonArgs) -> Result<PathBuf> {
    find_from(common.root.as_deref())
}

/// Like [`find`], with only `--root` known.
pub(super) fn find_from(root: Option<&Path>) -> Result<PathBuf> {
    let here = || std::env::current_dir().map_err(|error| Error::io(Operation::FindSite, Path::new("."), error));
    if let Some(root) = root {
        return match root.join("content").is_dir() {
            true => Ok(root.to_owned()),
            false => Err(Error::refused(Operation::FindSite, root, Refusal::NoSite)),
        };
    }
    let here = here()?;
    let found = here.ancestors().find(|folder| folder.join(SITE_FILE).is_file());
    // `site.yaml.txt`, as Notepad saves it: the finding about the site file names it and the repair.
    let misnamed = || here.ancestors().find(|folder| has_misnamed_site_file(&folder.join("content")));
    found.or_else(misnamed).map(Path::to_owned).ok_or_else(|| Error::refused(Operation::FindSite, &here, Refusal::NoSite))
}

/// True if the folder contains the site file under another name.
fn has_misnamed_site_file(content: &Path) -> bool {
    let files = std::fs::read_dir(content).into_iter().flatten().flatten();
    files.filter_map(|file| file.file_name().into_string().ok()).any(|name| data_file(&name) == SITE_FILE.strip_prefix("content/"))
}
