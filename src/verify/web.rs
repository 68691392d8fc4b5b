//! A copy on a web server, read with rate limits: few parallel requests, timeouts by file size, no
//! requests to other servers.

use std::io::Write;
use std::time::Duration;

use url::Url;

use super::copy::{AccessPolicy, ExtraFiles, FileTrouble, ReadFailure, SiteCopy, drain};
use crate::base::{CHECKSUMS, MANIFEST};
use crate::config::Host;
use crate::network::{Client, ContentCoding, Failure, Response};

/// Parallel requests; small servers treat more as an attack.
const MAX_CONNECTIONS: usize = 4;
/// Number of failures after which the rest is not requested.
const MAX_UNREAD: usize = 12;
/// Maximum number of redirects followed.
const MAX_REDIRECTS: usize = 5;
/// Slowest accepted transfer rate, in bytes per second.
const MIN_BYTES_PER_SECOND: u64 = 32 << 10;
/// Upper bound for the timeout of a file, whatever its listed size.
const MAX_TIMEOUT: Duration = Duration::from_secs(3600);

/// A site below a base URL.
pub(super) struct WebCopy {
    client: Client,
    base: Url,
    patience: Duration,
}

impl WebCopy {
    pub(super) fn new(base: &Url, patience: Duration) -> WebCopy {
        WebCopy { client: Client::new(patience, "verify"), base: base.clone(), patience }
    }

    fn address(&self, path: &str) -> Option<Url> {
        let mut url = self.base.clone();
        url.set_query(None);
        url.set_fragment(None);
        url.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/'));
        Some(url)
    }

    /// Timeout by file size. The size of the lists is unknown before they are read.
    fn patience_for(&self, path: &str, size: u64) -> Duration {
        let size = if matches!(path, MANIFEST | CHECKSUMS) { 0 } else { size };
        (self.patience + Duration::from_secs(size / MIN_BYTES_PER_SECOND)).min(MAX_TIMEOUT)
    }
}

/// Reads a body that the server packed although its bytes were asked for.
fn read(path: &str, response: Response, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble> {
    // Servers say of a file that is packed itself that its body is.
    let is_packed_file = [".gz", ".tgz", ".svgz"].iter().any(|ending| path.ends_with(ending));
    match &response.coding {
        _ if is_packed_file => drain(response.into_reader(), size, into),
        ContentCoding::Identity | ContentCoding::Gzip => drain(response.into_unpacked(), size, into),
        ContentCoding::Other(coding) => Err(FileTrouble::Unread(ReadFailure::Packed(coding.clone()))),
    }
}

impl SiteCopy for WebCopy {
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble> {
        let Some(mut url) = self.address(path) else { return Err(FileTrouble::Missing) };
        for _ in 0..=MAX_REDIRECTS {
            let response = self.client.get_within(self.patience_for(path, size), &url).map_err(|failure| match failure {
                Failure::Slow => FileTrouble::Unread(ReadFailure::Slow),
                Failure::Dead(reason) | Failure::Broken(reason) => FileTrouble::Unread(ReadFailure::System(reason)),
            })?;
            match (response.status, &response.location) {
                (200, _) => return read(path, response, size, into),
                (301 | 302 | 303 | 307 | 308, Some(to)) if to.origin() == self.base.origin() => url = to.clone(),
                (301 | 302 | 303 | 307 | 308, Some(to)) => return Err(FileTrouble::Unread(ReadFailure::Elsewhere(to.to_string()))),
                (400..500, _) if Host::reads(path) => return Err(FileTrouble::Withheld),
                (404 | 410, _) => return Err(FileTrouble::Missing),
                (status, _) => return Err(FileTrouble::Unread(ReadFailure::Status(status))),
            }
        }
        Err(FileTrouble::Unread(ReadFailure::Elsewhere(url.to_string())))
    }

    fn open(&self, address: &str, size: u64, into: &mut dyn Write) -> Option<Result<(), FileTrouble>> {
        Some(self.pour(address, size, into))
    }

    fn names(&self) -> Option<Vec<String>> {
        None
    }

    fn manner(&self) -> AccessPolicy {
        AccessPolicy { at_once: MAX_CONNECTIONS, most_unread: MAX_UNREAD, beside: ExtraFiles::Foreign }
    }
}
