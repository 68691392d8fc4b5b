//! Build script: what is compiled in is watched, so that a new file in these folders is noticed.

fn main() {
    println!("cargo::rerun-if-changed=src/embed.rs");
    println!("cargo::rerun-if-changed=src/diagnostics/codes");
    println!("cargo::rerun-if-changed=themes/default");
}
