//! Messages on standard error.

/// Prints a line on standard error. A closed stream is not an error.
pub(super) fn say(line: &str) {
    use std::io::Write;
    let _ = writeln!(anstream::stderr(), "{line}");
}

pub(super) fn say_error(line: &str) {
    say(&format!("prongsai: {line}"));
}
