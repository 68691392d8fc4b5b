//! Build script: what is compiled in is watched, so that a new file in these folders is noticed.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=src/embed.rs");
    println!("cargo::rerun-if-changed=src/diagnostics/codes");
    println!("cargo::rerun-if-changed=themes/default");
}
