//! Lines beside the results.

/// A line for the person at the terminal, beside the results on standard output. That nobody reads
/// it is no failure.
pub(super) fn say(line: &str) {
    use std::io::Write;
    let _ = writeln!(anstream::stderr(), "{line}");
}

pub(super) fn say_error(line: &str) {
    say(&format!("prongsai: {line}"));
}
