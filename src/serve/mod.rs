//! `prongsai serve`: a live preview of the site while it is edited (AR3).
//!
//! ```text
//! watch ─► rebuilder ─► Generation ─► preview ─► http
//! events   builds the   immutable     renders    serves
//!          next one                   pages      browsers
//! ```
//!
//! * [`Generation`](generation::Generation) — a snapshot of files, site and plan; each request is
//!   answered from exactly one of them.
//! * `rebuilder` — builds the next generation when files change and replaces the current one by
//!   swapping one pointer. Edited files are read at once; then a full `scan` runs in the
//!   background, and after it the checks.
//! * `preview` — renders the requested page from the plan in memory; request paths are never
//!   resolved on the disk.
//! * [`pages`] — the bar at the top of each page and the preview's own pages; pure.
//! * [`http`] — the server, which knows nothing of sites.
//!
//! Nothing is written, except the empty folders with which [`watch`](crate::watch) marks its
//! position in the event stream.

mod generation;
pub mod http;
mod media_type;
pub mod pages;
mod preview;
mod rebuilder;
mod scan;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::base::Lang;
use crate::error::Result;
use crate::pipeline::Request;
use crate::report::severity_policy::Report;
use crate::watch::WatchMode;

use http::{Bind, Server};
use preview::Preview;
use rebuilder::Rebuilder;

/// Options of a preview.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site to preview.
    pub request: Request,
    /// Address of the server.
    pub bind: Bind,
    /// How file changes are detected.
    pub manner: WatchMode,
    /// Language of messages.
    pub lang: Lang,
}

/// Passed to the caller once the server accepts requests.
#[derive(Clone, Debug)]
pub struct ServeReady {
    /// URL of the home page.
    pub address: String,
    /// URL of the list of all findings.
    pub dashboard: String,
    /// The findings; `None` on a large site whose checks are still running.
    pub report: Option<Report>,
}

/// Serves a site until the request is interrupted. `ready` is called when pages can be requested.
///
/// # Errors
/// No port is free, or the sources cannot be read at the start.
pub fn run(options: Options, ready: impl FnOnce(&ServeReady)) -> Result<()> {
    let Options { request, bind, manner, lang } = options;
    let server = Server::bind(bind)?;
    let interrupt = request.interrupt.clone();
    let today = request.today;
    let (author, first) = Rebuilder::begin(request, manner)?;
    let preview = Arc::new(Preview::new(first, server.events_path(), today, lang));
    let events = server.events();
    let address = format!("{}{}", server.url(), preview.home());
    let shown = Arc::clone(&preview);
    let (ended, end) = channel::<()>();
    std::thread::spawn(move || {
        author.follow(shown, events);
        drop(ended);
    });
    let dashboard = format!("{address}{}", pages::FOLDER);
    ready(&ServeReady { address, dashboard, report: report_in_time(&preview) });
    server.run(preview, interrupt)?;
    // Waits for the rebuilder to remove its watcher's files, but not for a scan of a large site:
    // Ctrl-C must take effect soon.
    let _ = end.recv_timeout(SHUTDOWN_TIMEOUT);
    Ok(())
}

/// The check results, if available soon: the first page must not wait for them.
fn report_in_time(preview: &Preview) -> Option<Report> {
    let end = Instant::now() + FIRST_CHECK_TIMEOUT;
    while !preview.current().is_checked() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(5));
    }
    let now = preview.current();
    now.is_checked().then(|| now.weighed().report.clone())
}

/// Maximum wait for the checks before `ready` is called.
const FIRST_CHECK_TIMEOUT: Duration = Duration::from_secs(1);

/// Maximum wait for the rebuilder at the end.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(500);
