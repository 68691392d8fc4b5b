//! Other versions of source files: copies, backups and leftovers of programs.

use super::discover::{misnamed, role};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::{LeftOver, LeftOverEntry, SourceTree, copied_from};

/// A page whose name is that of a neighbour plus a copy mark: `contact-copy.md` next to
/// `contact.md`.
pub(super) fn copy_beside(path: &RelPath, tree: &SourceTree) -> Option<Diagnostic> {
    let (base, _) = path.name().strip_suffix(".md").and_then(copied_from)?;
    let original = format!("{}/{base}.md", path.folder());
    tree.holds(&original).then(|| told(*misnamed(path, original), tree))
}

/// Adds to a misnaming diagnostic whether a file with the correct name exists.
pub(super) fn told(finding: Diagnostic, tree: &SourceTree) -> Diagnostic {
    let right = finding.values.iter().find(|(name, _)| *name == "right").map(|(_, right)| right.clone());
    match right.filter(|right| finding.code == "file-misnamed" && tree.holds(right)) {
        Some(right) => finding.with("there", right),
        None => finding,
    }
}

/// Diagnostics for leftovers in `content/` that are the only version of something.
pub(super) fn only_versions(tree: &SourceTree) -> impl Iterator<Item = Diagnostic> {
    in_content(tree).filter_map(|entry| told_alone(&entry.path, tree))
}

/// All other leftovers in `content/`.
pub(crate) fn left_behind(tree: &SourceTree) -> Vec<&LeftOverEntry> {
    in_content(tree).filter(|entry| told_alone(&entry.path, tree).is_none()).collect()
}

fn in_content(tree: &SourceTree) -> impl Iterator<Item = &LeftOverEntry> {
    tree.left_over().iter().filter(|entry| entry.path.as_str().starts_with("content/"))
}

fn told_alone(path: &RelPath, tree: &SourceTree) -> Option<Diagnostic> {
    match LeftOver::of(path.name())? {
        LeftOver::HalfDownload => Some(half_download(path)),
        LeftOver::Backup => only_version(path, tree),
        LeftOver::Hidden | LeftOver::InUse | LeftOver::HalfSaved | LeftOver::ByProgram => None,
    }
}

fn half_download(path: &RelPath) -> Diagnostic {
    let whole = path.name().rsplit_once('.').map_or(path.name(), |(whole, _)| whole);
    Diagnostic::new("half-download", SourceSpan::file(path)).with("name", path.name()).with("whole", whole)
}

/// Diagnostic for a backup of a page, data file or year whose original is missing.
fn only_version(path: &RelPath, tree: &SourceTree) -> Option<Diagnostic> {
    let of_folder = || RelPath::new(&format!("{path}/x")).and_then(|file| role(&file).err());
    let of_file = role(path).err().filter(|finding| finding.code == "file-misnamed");
    let finding = of_file.or_else(|| of_folder().filter(|finding| finding.code == "not-a-year-folder"))?;
    let right = finding.values.iter().find(|(name, _)| matches!(*name, "right" | "better")).map(|(_, right)| right)?;
    let original = if finding.code == "file-misnamed" { right.clone() } else { format!("content/{right}/") };
    (!tree.holds_below(&original)).then_some(*finding)
}
