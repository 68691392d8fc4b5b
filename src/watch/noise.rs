//! Filters temporary files of editors.

use std::path::Path;

use crate::source::LeftOver;

/// True if a path below `folder` is a backup, lock file or the like, or lies in a hidden folder.
/// vim creates `4913` to test whether the folder is writable.
pub(super) fn is_noise(folder: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let last = if path.is_dir() { LeftOver::of_folder } else { LeftOver::of };
    let mut folders = below.parent().into_iter().flat_map(Path::components).map(|part| part.as_os_str().to_string_lossy());
    let name = below.file_name().unwrap_or_default().to_string_lossy();
    folders.any(|folder| LeftOver::of_folder(&folder).is_some()) || last(&name).is_some() || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_for_themselves_is_noise() {
        let noise = |path: &str| is_noise(Path::new("/home/.site/content"), Path::new(path));
        for path in ["2566/.o42.md.swp", "2566/o42.md~", "4913", ".git/index", "2566/~$plan.docx", ".~lock.plan.odt#", "o42.md.tmp"] {
            assert!(noise(&format!("/home/.site/content/{path}")), "{path}");
        }
        for path in ["", "/2566/o42.md", "/2566/รายงาน.pdf"] {
            assert!(!noise(&format!("/home/.site/content{path}")), "{path}");
        }
    }
}
