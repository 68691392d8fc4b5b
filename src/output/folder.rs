//! The folder of a site.

use std::path::{Path, PathBuf};

/// A folder into which we may publish: absent, empty, or made by us.
#[derive(Clone, Debug)]
pub(super) struct OutputFolder {
    /// Absolute, links resolved: a `public` that is a link to the web root stays one (P8).
    pub(super) path: PathBuf,
}

impl OutputFolder {
    /// The folder that holds it.
    pub(super) fn parent(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// A hidden name beside it: `.public.KIND`.
    pub(super) fn sibling(&self, kind: &str) -> PathBuf {
        let name = self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.parent().join(format!(".{name}.{kind}"))
    }
}
