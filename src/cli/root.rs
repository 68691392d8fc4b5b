//! Which site, and in which language to speak of it.

use std::path::{Path, PathBuf};

use super::arguments::CommonArgs;
use crate::base::{Lang, SITE_FILE};
use crate::error::{Error, Operation, Refusal, Result};

/// The folder that is written to unless `--out` names another.
pub(super) const PUBLIC: &str = "public";

/// The folder of the site: `--root`, or the nearest folder upwards that holds `content/site.yaml`.
pub(super) fn find(common: &CommonArgs) -> Result<PathBuf> {
    let here = || std::env::current_dir().map_err(|error| Error::io(Operation::FindSite, Path::new("."), error));
    if let Some(root) = &common.root {
        return match root.join("content").is_dir() {
            true => Ok(root.clone()),
            false => Err(Error::refused(Operation::FindSite, root, Refusal::NoSite)),
        };
    }
    let here = here()?;
    let found = here.ancestors().find(|folder| folder.join(SITE_FILE).is_file());
    found.map(Path::to_owned).ok_or_else(|| Error::refused(Operation::FindSite, &here, Refusal::NoSite))
}

/// `--lang` or its environment variable, else the first of `languages` in the site file, else Thai.
///
/// The site file may be broken, and that has to be said in some language: so only this one line of
/// it is looked at.
pub(super) fn language(common: &CommonArgs) -> Lang {
    let of_site = || {
        let text = std::fs::read_to_string(find(common).ok()?.join(SITE_FILE)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("languages:"))?.trim().trim_start_matches('[').trim_start();
        line.starts_with("en").then_some(Lang::English)
    };
    common.lang.or_else(of_site).unwrap_or_default()
}
