//! `prongsai serve`: the site as it will be, while it is written (AR3).
//!
//! ```text
//! watch ─► author ─► Generation ─► preview ─► http
//! wakes    makes     never         answers    speaks
//!          the next  changes       from one   to browsers
//! ```
//!
//! * [`Generation`](generation::Generation) — the files, the site and the plan of one moment; a
//!   request is answered from one of them, wholly.
//! * `author` — makes the next generation when files change and puts it in the place of the last
//!   one: one pointer. What the officer edits is read at once; everything else is looked through
//!   right after and beside (`look`), and then the checks run.
//! * `preview` — renders the page that is asked for, from the plan in memory; nothing is looked up
//!   on the disk by the path of a request.
//! * [`pages`] — the bar over each page and the pages of the preview itself; pure.
//! * [`http`] — the server, which knows nothing of sites.
//!
//! Nothing is written anywhere, but for the empty folders by which [`watch`](crate::watch) marks
//! how far it has heard.

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

/// What a preview is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site.
    pub request: Request,
    /// Where it is shown.
    pub bind: Bind,
    /// How changes are noticed.
    pub manner: WatchMode,
    /// The language of messages.
    pub lang: Lang,
}

/// What can be said when pages can be asked for.
#[derive(Clone, Debug)]
pub struct ServeReady {
    /// The home page.
    pub address: String,
    /// The page of all problems.
    pub dashboard: String,
    /// What is wrong; `None` on a site so large that it is being checked still.
    pub report: Option<Report>,
}

/// Shows a site until the interrupt of its request comes. `ready` is told when pages can be asked
/// for.
///
/// # Errors
/// No port, or sources that cannot be read at the start.
pub fn run(options: Options, ready: impl FnOnce(&ServeReady)) -> Result<()> {
    let Options { request, bind, manner, lang } = options;
    let server = Server::bind(bind)?;
    let interrupt = request.interrupt.clone();
    let (author, first) = Rebuilder::begin(request, manner)?;
    let preview = Arc::new(Preview::new(first, server.events_path(), lang));
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
    // What he watched with is put away. Whoever presses Ctrl-C does not wait for a large site to be
    // looked through.
    let _ = end.recv_timeout(SHUTDOWN_TIMEOUT);
    Ok(())
}

/// What the checks say, if they say it soon: nobody waits long for his first page.
fn report_in_time(preview: &Preview) -> Option<Report> {
    let end = Instant::now() + FIRST_CHECK_TIMEOUT;
    while !preview.current().is_checked() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(5));
    }
    let now = preview.current();
    now.is_checked().then(|| now.weighed().report.clone())
}

/// How long the first line waits for the checks.
const FIRST_CHECK_TIMEOUT: Duration = Duration::from_secs(1);

/// How long the end of a preview waits for the author.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(500);
