//! The files that belong to the pack of a page.

use crate::base::HISTORY_OF_SITE;
use crate::witness::PUBLISHED;

/// Readme of a pack.
pub(crate) const README: &str = "README.txt";

/// Folder of style sheets, scripts and fonts.
const LOOKS: &str = "assets/";

/// True if a file belongs to the pack of `page` (`2566/o42`).
pub(crate) fn belongs(page: &str, path: &str) -> bool {
    let is_of_page = path.strip_prefix(page).is_some_and(|rest| !page.is_empty() && rest.starts_with('/'));
    is_of_page || path.starts_with(LOOKS) || path == HISTORY_OF_SITE || path.starts_with(PUBLISHED)
}

/// True if a folder is in every pack.
pub(crate) fn is_shared(folder: &str) -> bool {
    folder == "history" || format!("{folder}/").starts_with(LOOKS)
}
