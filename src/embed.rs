//! Build script: the files of the diagnostic codes as the program needs them, and rebuilds if a
//! file is added to an embedded folder.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::path::Path;
use std::{env, fs, io};

const CODES: &str = "src/diagnostics/codes";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/embed.rs");
    println!("cargo::rerun-if-changed={CODES}");
    println!("cargo::rerun-if-changed=themes/default");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    write_codes(&Path::new(&out).join("codes"))
}

/// Copies the files of the codes without their cases, which are almost half of them and which only
/// the tests read, from the sources.
fn write_codes(to: &Path) -> io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(CODES)? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        let needed = text.split("\n## Case").next().unwrap_or(&text);
        fs::write(to.join(entry.file_name()), needed)?;
    }
    Ok(())
}
