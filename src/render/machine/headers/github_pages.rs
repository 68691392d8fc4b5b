//! `.nojekyll`: GitHub Pages only checks whether it exists.

/// Without it Jekyll omits `.well-known/` and all names that begin with a dot or underscore.
pub(super) const FILE: &str = "GitHub Pages: every file is published as it is.\n";
