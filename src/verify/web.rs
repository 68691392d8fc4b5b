//! A copy on a web server, asked politely: few files at a time, none for longer than its size explains, nothing of other servers.

use std::io::Write;
use std::time::Duration;

use url::Url;

use super::copy::{Beside, Manner, SiteCopy, Trouble, Why, drain};
use crate::base::{CHECKSUMS, MANIFEST};
use crate::config::Host;
use crate::network::{Client, Failure};

/// Files at a time: small servers take more for an attack.
const AT_ONCE: usize = 4;
/// A server that fails so often is not asked for the rest.
const MOST_UNREAD: usize = 12;
/// Redirects, one after another.
const MOST_STEPS: usize = 5;
/// Bytes a second of the slowest line that is waited for.
const SLOWEST: u64 = 32 << 10;
/// No file is waited for longer, whatever size a manifest claims.
const LONGEST: Duration = Duration::from_secs(3600);

/// Everything below one address.
pub(super) struct Web {
    client: Client,
    base: Url,
    patience: Duration,
}

impl Web {
    pub(super) fn new(base: &Url, patience: Duration) -> Web {
        Web { client: Client::new(patience, "verify"), base: base.clone(), patience }
    }

    fn address(&self, path: &str) -> Option<Url> {
        let mut url = self.base.clone();
        url.set_query(None);
        url.set_fragment(None);
        url.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/'));
        Some(url)
    }

    /// The size of the lists is known only when they are there.
    fn patience_for(&self, path: &str, size: u64) -> Duration {
        let size = if matches!(path, MANIFEST | CHECKSUMS) { 0 } else { size };
        (self.patience + Duration::from_secs(size / SLOWEST)).min(LONGEST)
    }
}

impl SiteCopy for Web {
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), Trouble> {
        let Some(mut url) = self.address(path) else { return Err(Trouble::Missing) };
        for _ in 0..=MOST_STEPS {
            let response = self.client.get_within(self.patience_for(path, size), &url).map_err(|failure| match failure {
                Failure::Slow => Trouble::Unread(Why::Slow),
                Failure::Dead(reason) | Failure::Broken(reason) => Trouble::Unread(Why::System(reason)),
            })?;
            match (response.status, &response.location) {
                (200, _) => return drain(response.into_reader(), size, into),
                (301 | 302 | 303 | 307 | 308, Some(to)) if to.origin() == self.base.origin() => url = to.clone(),
                (301 | 302 | 303 | 307 | 308, Some(to)) => return Err(Trouble::Unread(Why::Elsewhere(to.to_string()))),
                (400..500, _) if Host::reads(path) => return Err(Trouble::Withheld),
                (404 | 410, _) => return Err(Trouble::Missing),
                (status, _) => return Err(Trouble::Unread(Why::Status(status))),
            }
        }
        Err(Trouble::Unread(Why::Elsewhere(url.to_string())))
    }

    fn open(&self, address: &str, size: u64, into: &mut dyn Write) -> Option<Result<(), Trouble>> {
        Some(self.pour(address, size, into))
    }

    fn names(&self) -> Option<Vec<String>> {
        None
    }

    fn manner(&self) -> Manner {
        Manner { at_once: AT_ONCE, most_unread: MOST_UNREAD, beside: Beside::Foreign }
    }
}
