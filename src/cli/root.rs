//! Location of the site.

use std::path::{Path, PathBuf};

use super::arguments::CommonArgs;
use crate::base::SITE_FILE;
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
    found.map(Path::to_owned).ok_or_else(|| Error::refused(Operation::FindSite, &here, Refusal::NoSite))
}
