//! `.nojekyll`: GitHub Pages looks only whether it is there.

/// Without it Jekyll leaves out `.well-known/` and all names that begin with a dot or a low line.
pub(super) const FILE: &str = "GitHub Pages: every file is published as it is.\n";
