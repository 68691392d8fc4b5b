//! Which files of a site the pack of a page has.

use crate::base::HISTORY_OF_SITE;
use crate::witness::PUBLISHED;

/// The text that explains a pack.
pub(crate) const README: &str = "README.txt";

/// The files that give pages their looks.
const LOOKS: &str = "assets/";

/// Whether a file belongs to the pack of `page` (`2566/o42`).
pub(crate) fn belongs(page: &str, path: &str) -> bool {
    let is_of_page = path.strip_prefix(page).is_some_and(|rest| !page.is_empty() && rest.starts_with('/'));
    is_of_page || path.starts_with(LOOKS) || path == HISTORY_OF_SITE || path.starts_with(PUBLISHED)
}

/// Whether a folder is in every pack.
pub(crate) fn is_shared(folder: &str) -> bool {
    folder == "history" || format!("{folder}/").starts_with(LOOKS)
}
