//! Notes before the confirmation of a move, and its closing line.

use super::counts::Counts;
use crate::base::{Lang, RelPath};
use crate::content::{Route, role};
use crate::rename::Renaming;
use crate::words::moving;

/// Notes shown before the confirmation.
pub(super) fn notes(renaming: &Renaming, lang: Lang) -> Vec<String> {
    let changes = &renaming.changes;
    let aliases = match (changes.aliases.is_empty(), renaming.is_published) {
        (false, _) => None,
        (true, true) => Some(moving::no_alias_needed(lang).to_owned()),
        (true, false) => Some(moving::never_published(lang).to_owned()),
    };
    let files = (!changes.files.is_empty()).then(|| moving::file_leads_on(lang, changes.files.join(", ")));
    other_item(renaming, lang).into_iter().chain(aliases).chain(files).collect()
}

/// Note: the page of one item becomes that of another.
fn other_item(renaming: &Renaming, lang: Lang) -> Option<String> {
    let old = renaming.names.page.as_ref()?;
    let (old, new) = (home(old)?, home(renaming.names.after(old))?);
    let (Route::Item { fiscal_year, item }, Route::Item { fiscal_year: new_year, item: new_item }) = (old, new) else { return None };
    let is_other = (fiscal_year, &item) != (new_year, &new_item);
    is_other.then(|| moving::other_item(lang, new_item, new_year, item, fiscal_year))
}

fn home(file: &RelPath) -> Option<Route> {
    role(file).ok()?.home()
}

/// Closing line of a move.
pub(super) fn moved(renaming: &Renaming, lang: Lang) -> String {
    let Counts { files, links, linking } = Counts::of(renaming);
    match renaming.changes.aliases.as_slice() {
        [] => moving::moved(lang, files, links, linking),
        aliases => moving::moved_with_aliases(lang, files, links, linking, aliases.join(", ")),
    }
}
