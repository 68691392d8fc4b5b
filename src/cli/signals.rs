//! Ctrl-C, `kill` and a closed terminal end a writing run only when nothing is half written (P2).

use crate::output::Interrupt;

/// Signals are recorded from now on and no longer end the process. If a handler cannot be
/// installed, the signal ends the process as before, and the next run cleans up.
#[cfg(unix)]
pub(super) fn listen() -> Interrupt {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let interrupt = Interrupt::default();
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let _ = usize::try_from(signal).map(|number| signal_hook::flag::register_usize(signal, interrupt.flag(), number));
    }
    interrupt
}

/// The same for Ctrl-C and Ctrl-Break, through the console API. The signals of the C library are
/// unsuitable: signal-hook queries the previous handler with `signal(SIGINT, SIG_GET)`, which with
/// msvcrt.dll under Wine installs a handler at address 2, and Ctrl-C jumps to it.
#[cfg(windows)]
pub(super) fn listen() -> Interrupt {
    const SIGINT: usize = 2;
    let interrupt = Interrupt::default();
    let flag = interrupt.flag();
    let _ = ctrlc::set_handler(move || flag.store(SIGINT, std::sync::atomic::Ordering::SeqCst));
    interrupt
}
