//! The `prongsai` program; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    prongsai::cli::run()
}
