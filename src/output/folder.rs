//! The output folder.

use std::path::{Path, PathBuf};

/// Path of an output folder.
#[derive(Clone, Debug)]
pub(super) struct OutputFolder {
    /// Absolute, with symbolic links resolved, so that a `public` linked to the web root stays a
    /// link (P8).
    pub(super) path: PathBuf,
}

impl OutputFolder {
    pub(super) fn parent(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Path of a hidden sibling: `.public.KIND`.
    pub(super) fn sibling(&self, kind: &str) -> PathBuf {
        let name = self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.parent().join(format!(".{name}.{kind}"))
    }
}
