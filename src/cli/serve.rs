//! `prongsai serve`

use std::time::Duration;

use super::arguments::{CommonArgs, ServeArgs};
use super::build::{base_url_option, date_option, drafts, strictness};
use super::cache::cache;
use super::{CommandResult, ExitStatus, messages, root, say, say_error, signals};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::error::Error;
use crate::pipeline::Request;
use crate::serve::http::{Bind, Ports, Server};
use crate::serve::{self, Options};
use crate::timings::Timings;
use crate::watch::WatchMode;
use crate::words;

/// Default port, if it is free.
const PORT: u16 = 8000;

/// Polling interval if the system sends no change notifications.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

pub(super) fn run(common: &CommonArgs, options: &ServeArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let Ok(base_url) = base_url_option(options.base_url.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let request = Request {
        root,
        base_url,
        drafts: drafts(options.drafts),
        purpose: Purpose::Submission,
        strictness: strictness(false),
        today,
        interrupt: signals::listen(),
        timings: Timings::default(),
        cache: cache(),
    };
    let bind = match options.port {
        Some(port) => Bind::loopback(port, Ports::Only),
        None => Bind::loopback(PORT, Ports::OrNext),
    };
    let manner = if options.poll { WatchMode::Poll(POLL_INTERVAL) } else { WatchMode::Events };
    let shown = serve::run(Options { request, bind, manner, lang }, |ready| {
        say(&messages::serving(ready, lang));
        if options.open && open::that_detached(&ready.address).is_err() {
            say_error(&words::serve::no_browser(lang, &ready.address));
        }
    });
    match shown {
        Ok(()) => Ok(ExitStatus::Fine),
        Err(error) => {
            offer_another_port(options, &error, lang);
            Err(error)
        }
    }
}

/// Names a free port if the requested one is taken; the error itself is reported separately.
fn offer_another_port(options: &ServeArgs, error: &Error, lang: Lang) {
    let Some(port) = options.port.filter(|_| error.is_address_in_use()) else { return };
    if let Ok(other) = Server::bind(Bind::loopback(port, Ports::OrNext)) {
        say(&words::serve::another_port(lang, port, other.address().port()));
    }
}
