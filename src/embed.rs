//! Build script: rebuilds if a file is added to an embedded folder.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=src/embed.rs");
    println!("cargo::rerun-if-changed=src/diagnostics/codes");
    println!("cargo::rerun-if-changed=themes/default");
}
