//! What an engine makes of a store with one wrong byte: `damage STORES [TIMES]`.
//!
//! The sites that an engine makes from such a store are compared with the right one. A store that
//! is refused costs time only; one that is believed can publish a page that is out of date.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use prongsai_engines::Result;

const ENGINES: [&str; 4] = ["by_salsa", "own_borsh", "own_postcard", "own_redb"];
const PAGES: &str = "43";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let stores = PathBuf::from(arguments.next().ok_or("damage STORES [TIMES]")?);
    let times: usize = arguments.next().map_or(Ok(200), |times| times.parse())?;
    std::fs::create_dir_all(&stores)?;
    println!("| engine | {times} stores with one wrong byte each |\n|---|---|");
    for engine in ENGINES {
        let store = stores.join(engine);
        let _ = std::fs::remove_file(&store);
        start(engine, "life", &store)?;
        let whole = std::fs::read(&store)?;
        let right = digest(&start(engine, "again", &store)?);
        let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
        for time in 0..times {
            let mut bytes = whole.clone();
            let at = time * whole.len() / times;
            bytes[at] ^= 0x15;
            std::fs::write(&store, bytes)?;
            let done = start(engine, "again", &store)?;
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            let end = match done.status.code() {
                Some(0) if digest(&done) == right => "right pages",
                Some(0) => "WRONG PAGES",
                Some(124) => "no end within 10 s",
                Some(_) if said.contains("panicked") => "panic",
                Some(_) => "refused",
                None => "killed by a signal",
            };
            *ends.entry(end).or_default() += 1;
        }
        std::fs::remove_file(&store)?;
        let ends: Vec<String> = ends.into_iter().map(|(end, count)| format!("{end} {count}")).collect();
        println!("| {engine} | {} |", ends.join(", "));
    }
    Ok(())
}

/// With at most 10 seconds and 4 GiB of addresses.
fn start(engine: &str, mode: &str, store: &Path) -> Result<Output> {
    let program = std::env::current_exe()?.with_file_name(engine);
    let limited = "ulimit -v 4194304; exec timeout --kill-after=1 10 \"$@\"";
    Ok(Command::new("bash")
        .args(["-c", limited, "bash"])
        .arg(program)
        .args([mode, PAGES])
        .arg(store)
        .env("RUST_BACKTRACE", "0")
        .output()?)
}

fn digest(done: &Output) -> Option<String> {
    String::from_utf8_lossy(&done.stdout).lines().find_map(|line| line.strip_prefix("digest-again ").map(str::to_owned))
}
