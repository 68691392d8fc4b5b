//! Starts the engines in turn and prints tables: `compare STORES [--rounds N] [PAGES…]`.
//!
//! Each round starts every engine twice, as `life` and as `again`, in an order that turns by one
//! from round to round. A ratio is the median of the ratios of each round to the run of `none` in
//! the same round, so that a busy minute of the machine strikes both.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use prongsai_engines::Result;

const NONE: &str = "none";
const ENGINES: [&str; 6] = [NONE, "by_salsa", "by_comemo", "own_borsh", "own_postcard", "own_redb"];
const SIZES: [usize; 4] = [43, 430, 4_300, 43_000];
const TIMES: [&str; 9] = ["cold", "body", "title", "heading", "first-save", "load", "run", "save", "again"];
const MEMORY: [&str; 5] = ["texts", "peak", "peak-save", "peak-again", "size"];

/// What the engines have told, by engine and key, one number per round.
type Told = BTreeMap<(&'static str, String), Vec<f64>>;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1).peekable();
    let stores = PathBuf::from(arguments.next().ok_or("compare STORES [--rounds N] [PAGES…]")?);
    let mut rounds = None;
    if arguments.next_if(|argument| argument == "--rounds").is_some() {
        rounds = Some(arguments.next().ok_or("--rounds N")?.parse()?);
    }
    let named: Vec<usize> = arguments.map(|pages| pages.parse()).collect::<std::result::Result<_, _>>()?;
    std::fs::create_dir_all(&stores)?;
    let sizes = if named.is_empty() { SIZES.to_vec() } else { named };
    for pages in sizes {
        let rounds = rounds.unwrap_or(match pages {
            ..1_000 => 21,
            1_000..10_000 => 11,
            _ => 7,
        });
        let before = load()?;
        let told = size(pages, rounds, &stores)?;
        println!("\n## {pages} pages, {rounds} rounds; load of the machine {before} before, {} after\n", load()?);
        print(&told, pages);
    }
    Ok(())
}

fn size(pages: usize, rounds: usize, stores: &Path) -> Result<Told> {
    let mut told = Told::new();
    for round in 0..rounds {
        let mut digests: BTreeMap<String, String> = BTreeMap::new();
        for turn in 0..ENGINES.len() {
            let engine = ENGINES[(round + turn) % ENGINES.len()];
            let store = stores.join(engine);
            let _ = std::fs::remove_file(&store);
            for mode in ["life", "again"] {
                // Without a store, a new process is a cold one.
                if mode == "again" && engine == "by_comemo" {
                    continue;
                }
                for (key, value) in start(engine, mode, pages, &store)? {
                    match key.strip_prefix("digest-") {
                        Some(state) if *digests.entry(state.to_owned()).or_insert_with(|| value.clone()) != value => {
                            return Err(format!("{engine} makes something else after {state} with {pages} pages").into());
                        }
                        Some(_) => {}
                        None => told.entry((engine, key)).or_default().push(value.parse()?),
                    }
                }
            }
            let _ = std::fs::remove_file(&store);
        }
        assert_distinct(&digests)?;
    }
    Ok(told)
}

/// An edit that changes nothing would be no edit.
fn assert_distinct(digests: &BTreeMap<String, String>) -> Result<()> {
    let mut values: Vec<&String> = digests.values().collect();
    values.sort();
    values.dedup();
    if values.len() == digests.len() { Ok(()) } else { Err("two states have the same pages".into()) }
}

fn start(engine: &str, mode: &str, pages: usize, store: &Path) -> Result<Vec<(String, String)>> {
    let program = std::env::current_exe()?.with_file_name(engine);
    let done = Command::new(program).arg(mode).arg(pages.to_string()).arg(store).output()?;
    if !done.status.success() {
        return Err(format!("{engine} {mode}: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    let pair = |line: &str| line.split_once(' ').map(|(key, value)| (key.to_owned(), value.to_owned()));
    Ok(String::from_utf8(done.stdout)?.lines().filter_map(pair).collect())
}

fn print(told: &Told, pages: usize) {
    let numbers = |engine, key: &str| told.get(&(engine, key.to_owned()));
    for (what, prefix) in [("Wall time", ""), ("Processor time", "cpu-")] {
        println!("{what} as a ratio to `none`, median of the rounds (quartiles):\n");
        println!("| engine | first run | a sentence | a title | a heading | new process |\n|---|---:|---:|---:|---:|---:|");
        for engine in ENGINES {
            let cells = ["cold", "body", "title", "heading", "again"].map(|key| {
                let key = format!("{prefix}{key}");
                match (numbers(engine, &key), numbers(NONE, &key)) {
                    (Some(ours), Some(none)) => ratio(ours.iter().zip(none).map(|(ours, none)| ours / none).collect()),
                    _ => "–".to_owned(),
                }
            });
            println!("| {engine} | {} |", cells.join(" | "));
        }
        println!();
    }
    println!("Medians in milliseconds:\n");
    println!("| engine | {} |\n|---|{}", TIMES.join(" | "), "---:|".repeat(TIMES.len()));
    for engine in ENGINES {
        let cells = TIMES.map(|key| numbers(engine, key).map_or("–".to_owned(), |all| format!("{:.2}", median(all) * 1e3)));
        println!("| {engine} | {} |", cells.join(" | "));
    }
    println!("\nMedians in MiB:\n");
    println!("| engine | {} | bytes of store a page |\n|---|{}---:|", MEMORY.join(" | "), "---:|".repeat(MEMORY.len()));
    for engine in ENGINES {
        let cells =
            MEMORY.map(|key| numbers(engine, key).map_or("–".to_owned(), |all| format!("{:.1}", median(all) / f64::from(1 << 20))));
        let each = numbers(engine, "size").map_or("–".to_owned(), |all| format!("{:.0}", median(all) / pages as f64));
        println!("| {engine} | {} | {each} |", cells.join(" | "));
    }
}

fn ratio(mut all: Vec<f64>) -> String {
    all.sort_by(f64::total_cmp);
    let at = |share: usize| all.get((all.len() - 1) * share / 4).copied().unwrap_or(f64::NAN);
    format!("**{:.3}** ({:.3}–{:.3})", at(2), at(1), at(3))
}

fn median(all: &[f64]) -> f64 {
    let mut all = all.to_vec();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}

fn load() -> Result<String> {
    Ok(std::fs::read_to_string("/proc/loadavg")?.split(' ').next().unwrap_or_default().to_owned())
}
