//! The plan after an edit, without the whole way to it: the time from an edit to its page must not
//! grow with the site.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::draft::Draft;
use super::preview_cache::PreviewCache;
use crate::base::RelPath;
use crate::content::{self, EditedDocument};
use crate::diagnostics::Outcome;
use crate::render::Theme;
use crate::source::SourceTree;

/// Where themes lie.
const THEMES: &str = "themes/";

/// The plan after only the texts of documents and of the theme in `touched` were edited, in a time
/// that hardly grows with the site; `None` if it takes [`plan_site`](super::plan_site): then the
/// memory is as good as before for it.
///
/// It is the plan that `plan_site` would give: a test compares the two.
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
    // What the assembly and the plan found in the document could be otherwise now.
    if draft.found.count_in(path) != before.1.count_in(path) {
        return None;
    }
    draft.found.put(path, now.1);
    Some(())
}

/// The same plan in another look, if the theme has no fault, had none, and publishes files of the
/// same names.
fn restyle(draft: &mut Draft, tree: &SourceTree, memory: &mut PreviewCache) -> Option<()> {
    let planned = draft.planned.as_mut()?;
    let had_fault = draft.found.iter().any(|finding| finding.place.file.as_str().starts_with(THEMES));
    let Outcome(theme, found) = memory.theme(tree, &planned.site.config);
    let theme = theme.filter(|_| found.is_empty() && !had_fault && !draft.outdated.frame)?;
    fn assets(theme: &Theme) -> impl Iterator<Item = &str> {
        theme.assets().map(|asset| asset.path.as_str())
    }
    if !assets(&planned.theme).eq(assets(&theme)) {
        return None;
    }
    memory.last_theme = Some(Arc::clone(&theme));
    planned.theme = theme;
    Some(())
}
