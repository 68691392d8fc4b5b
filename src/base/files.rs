//! Files that have a fixed name, and the file behind an address.

/// The site file, below the root of the sources.
pub const SITE_FILE: &str = "content/site.yaml";

/// The published results of the body, below the root of the sources.
pub const ASSESSMENTS_FILE: &str = "content/assessments.yaml";

/// The publication log, below the root of the sources.
pub const HISTORY_FILE: &str = "content/history.yaml";

/// The lock of published URLs, below the root of the sources.
pub const URLS_FILE: &str = "content/urls.lock";

/// The copy of the history that every site carries, below its base.
pub const HISTORY_OF_SITE: &str = "history/history.yaml";

/// The list of the files of a published site, in its folder.
pub const MANIFEST: &str = "manifest.json";

/// The same for `sha256sum -c`, so that a copy can be checked without us (P38).
pub const CHECKSUMS: &str = "manifest-sha256.txt";

/// The file behind an address below the base: `2566/o42/index.html` for `2566/o42/`, as hosts do
/// it.
pub(crate) fn file_of_url(url: &str) -> String {
    match url.is_empty() || url.ends_with('/') {
        true => format!("{url}index.html"),
        false => url.to_owned(),
    }
}

/// The other way: `2566/o42/` for `2566/o42/index.html`.
pub(crate) fn url_of_file(path: &str) -> &str {
    path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(path)
}
