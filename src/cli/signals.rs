//! Ctrl-C, `kill` and a closed terminal end a run that writes at a moment when nothing is half done
//! (P2).

use crate::output::Interrupt;

/// From now on signals do not end the process but are noted. One that cannot be noted ends the
/// process as before: the next run cleans up.
#[cfg(unix)]
pub(super) fn listen() -> Interrupt {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let interrupt = Interrupt::default();
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let _ = usize::try_from(signal).map(|number| signal_hook::flag::register_usize(signal, interrupt.flag(), number));
    }
    interrupt
}

/// The same for Ctrl-C and Ctrl-Break, by the console itself. What the C library there calls
/// signals is no way: `signal(SIGINT, SIG_GET)`, by which signal-hook asks for an earlier handler,
/// makes one of the number 2 with msvcrt.dll of Wine, and Ctrl-C jumps to it.
#[cfg(windows)]
pub(super) fn listen() -> Interrupt {
    const SIGINT: usize = 2;
    let interrupt = Interrupt::default();
    let flag = interrupt.flag();
    let _ = ctrlc::set_handler(move || flag.store(SIGINT, std::sync::atomic::Ordering::SeqCst));
    interrupt
}
