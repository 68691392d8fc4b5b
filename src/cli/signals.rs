//! Ctrl-C, `kill` and a closed terminal end a run that writes at a moment when nothing is half done (PROMISES P2).

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag::register_usize;

use crate::publish::Interrupt;

#[cfg(unix)]
const SIGNALS: [i32; 3] = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
/// Ctrl-C and Ctrl-Break arrive as SIGINT and SIGBREAK there; the first is the one that people press.
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [SIGINT, SIGTERM];

/// From now on signals do not end the process but are noted. One that cannot be noted ends the process as before: the next run cleans up.
pub(super) fn listen() -> Interrupt {
    let interrupt = Interrupt::default();
    for signal in SIGNALS {
        let _ = usize::try_from(signal).map(|number| register_usize(signal, interrupt.flag(), number));
    }
    interrupt
}
