//! Incremental planning after an edit, so that the time from an edit to its page does not grow with
//! the site.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::draft::Draft;
use super::preview_cache::PreviewCache;
use crate::base::RelPath;
use crate::content::{self, EditedDocument};
use crate::diagnostics::Outcome;
use crate::render::Theme;
use crate::source::SourceTree;

/// Folder of the themes.
const THEMES: &str = "themes/";

/// The plan after edits to the text of documents and theme files in `touched` only, in nearly
/// constant time; `None` if [`plan_site`](super::plan_site) is needed, for which the cache remains
/// valid.
///
/// The result equals that of `plan_site`; a test compares the two.
pub fn plan_edited(tree: &SourceTree, touched: &BTreeSet<RelPath>, draft: &Draft, memory: &mut PreviewCache) -> Option<Draft> {
    let mut draft = draft.clone();
    let is_of_theme = |path: &&RelPath| path.as_str().starts_with(THEMES);
    for path in touched.iter().filter(|path| !is_of_theme(path)) {
        edit(&mut draft, tree, path, memory)?;
    }
    if touched.iter().any(|path| is_of_theme(&path)) {
        restyle(&mut draft, tree, memory)?;
    }
    Some(draft)
}

fn edit(draft: &mut Draft, tree: &SourceTree, path: &RelPath, memory: &mut PreviewCache) -> Option<()> {
    let planned = draft.planned.as_mut()?;
    let EditedDocument { before, now } = content::read_edited(tree.text(path.as_str())?, &mut memory.documents)?;
    planned.site = Arc::new(planned.site.with_edited(&before.0, now.0)?);
    draft.site = Some(Arc::clone(&planned.site));
    // The findings of assembly and plan in this document could differ now.
    if draft.found.count_in(path) != before.1.count_in(path) {
        return None;
    }
    draft.found.put(path, now.1);
    Some(())
}

/// Replaces the theme in the plan, if neither theme has faults and both publish the same file
/// names.
fn restyle(draft: &mut Draft, tree: &SourceTree, memory: &mut PreviewCache) -> Option<()> {
    let planned = draft.planned.as_mut()?;
    let had_fault = draft.found.iter().any(|finding| finding.place.file.as_str().starts_with(THEMES));
    let Outcome(theme, found) = memory.theme(tree, &planned.site.config);
    let theme = theme.filter(|_| found.is_empty() && !had_fault && !draft.outdated.frame)?;
    fn assets(theme: &Theme) -> impl Iterator<Item = &str> {
        theme.assets().map(|asset| asset.path.as_str())
    }
    if !assets(&planned.theme).eq(assets(&theme)) || planned.theme.item_pictures() != theme.item_pictures() {
        return None;
    }
    memory.last_theme = Some(Arc::clone(&theme));
    planned.theme = theme;
    Some(())
}
