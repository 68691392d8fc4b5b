//! One life of one engine, measured from inside.
//!
//! The program prints lines of a key and a number; `compare` starts the programs in turn and reads
//! them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use rustix::time::{ClockId, Timespec, clock_gettime};

use crate::sources::{Edit, Source, source, sources};
use crate::{Page, Result, sha256};

/// Decides what is computed again.
pub trait Engine: Sized {
    /// True if [`save`](Self::save) and [`load`](Self::load) do something.
    const PERSISTS: bool = false;

    /// An engine that knows nothing but the texts.
    fn new(sources: Vec<Source>) -> Self;

    /// Replaces a text.
    fn edit(&mut self, at: usize, text: Arc<str>);

    /// All pages, in the order of the texts.
    fn pages(&mut self) -> Vec<Arc<Page>>;

    /// Writes what is known beside the old store, and puts it in its place.
    ///
    /// # Errors
    /// A disk error.
    fn save(&mut self, _store: &Path) -> Result<()> {
        Ok(())
    }

    /// An engine that knows what was saved, and the texts of now.
    ///
    /// # Errors
    /// A disk error, or a store that cannot be read.
    fn load(_store: &Path, sources: Vec<Source>) -> Result<Self> {
        Ok(Self::new(sources))
    }
}

/// `life PAGES STORE` or `again PAGES STORE`.
///
/// # Errors
/// Those of the engine, or a wrong command line.
pub fn run<E: Engine>() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, pages, store] = arguments.as_slice() else { return Err("life|again PAGES STORE".into()) };
    let (pages, store) = (pages.parse()?, PathBuf::from(store));
    match mode.as_str() {
        "life" => life::<E>(pages, &store),
        "again" => again::<E>(pages, &store),
        other => Err(format!("no mode {other}").into()),
    }
}

/// An empty engine; a sentence is edited, then a title, then a heading; then it saves what it knows.
fn life<E: Engine>(pages: usize, store: &Path) -> Result<()> {
    let given = sources(pages);
    println!("texts {}", hwm()?);
    let start = Clocks::now();
    let mut engine = E::new(given);
    let made = engine.pages();
    tell("cold", &start);
    digest("cold", &made);
    drop(made);
    for (name, at, edit) in [("body", pages / 2, Edit::Body), ("title", pages / 3, Edit::Title), ("heading", pages / 5, Edit::Heading)] {
        let text = source(at, pages, edit).text;
        let start = Clocks::now();
        engine.edit(at, text);
        let made = engine.pages();
        tell(name, &start);
        digest(name, &made);
    }
    println!("peak {}", hwm()?);
    if E::PERSISTS {
        let start = Clocks::now();
        engine.save(store)?;
        tell("first-save", &start);
        println!("size {}", std::fs::metadata(store)?.len());
        println!("peak-save {}", hwm()?);
    }
    // What a program does at its end: it does not free each value.
    std::mem::forget(engine);
    Ok(())
}

/// A new process: the last edits are still there, and one more sentence has been edited since.
fn again<E: Engine>(pages: usize, store: &Path) -> Result<()> {
    let mut given = sources(pages);
    for (at, edit) in [(pages / 2, Edit::Body), (pages / 3, Edit::Title), (pages / 5, Edit::Heading), (pages / 7, Edit::Body)] {
        if let Some(place) = given.get_mut(at) {
            *place = source(at, pages, edit);
        }
    }
    let start = Clocks::now();
    let mut engine = E::load(store, given)?;
    tell("load", &start);
    let run = Clocks::now();
    let made = engine.pages();
    tell("run", &run);
    let save = Clocks::now();
    engine.save(store)?;
    tell("save", &save);
    tell("again", &start);
    println!("peak-again {}", hwm()?);
    digest("again", &made);
    std::mem::forget(engine);
    Ok(())
}

/// The wall clock, and the processor time of this process.
struct Clocks(Instant, Timespec);

impl Clocks {
    fn now() -> Self {
        Self(Instant::now(), clock_gettime(ClockId::ProcessCPUTime))
    }
}

fn tell(name: &str, since: &Clocks) {
    let Clocks(wall, cpu) = Clocks::now();
    let cpu = (cpu.tv_sec - since.1.tv_sec) as f64 + (cpu.tv_nsec - since.1.tv_nsec) as f64 / 1e9;
    println!("{name} {}\ncpu-{name} {cpu}", (wall - since.0).as_secs_f64());
}

/// One hash over all findings and all HTML.
fn digest(name: &str, pages: &[Arc<Page>]) {
    let texts: Vec<String> = pages.iter().map(|page| format!("{:?}", page.findings)).collect();
    let parts: Vec<&[u8]> = pages.iter().zip(&texts).flat_map(|(page, text)| [page.html.0.as_slice(), text.as_bytes()]).collect();
    let hash: String = sha256(&parts).0.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("digest-{name} {hash}");
}

/// The most memory this process has had, in bytes.
fn hwm() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? << 10)
}
