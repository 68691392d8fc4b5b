//! Fixed file names, and the mapping between URLs and files.

/// Site configuration, relative to the source root.
pub const SITE_FILE: &str = "content/site.yaml";

/// Published assessment results of the body, relative to the source root.
pub const ASSESSMENTS_FILE: &str = "content/assessments.yaml";

/// Publication log, relative to the source root.
pub const HISTORY_FILE: &str = "content/history.yaml";

/// Lock file of published URLs, relative to the source root.
pub const URLS_FILE: &str = "content/urls.lock";

/// Copy of the publication log in every published site, relative to its base.
pub const HISTORY_OF_SITE: &str = "history/history.yaml";

/// File list of a published site, in its root folder.
pub const MANIFEST: &str = "manifest.json";

/// The same list in `sha256sum -c` format, so that a copy can be verified without this program
/// (P38).
pub const CHECKSUMS: &str = "manifest-sha256.txt";

/// Maps a URL below the base to its file: `2566/o42/` to `2566/o42/index.html`, as web hosts do.
pub(crate) fn file_of_url(url: &str) -> String {
    match url.is_empty() || url.ends_with('/') {
        true => format!("{url}index.html"),
        false => url.to_owned(),
    }
}

/// Inverse of [`file_of_url`]: `2566/o42/index.html` to `2566/o42/`.
pub(crate) fn url_of_file(path: &str) -> &str {
    path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(path)
}
