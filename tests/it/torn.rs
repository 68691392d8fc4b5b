//! Somebody writes a file while it is published: what a run that succeeds has published is a
//! version that was finished, and any other run names the file.
//!
//! `PRONGSAI_TORN` says how many runs; the README's command makes do with a few.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::common::{files_below, site_folder};
use crate::moment::{Dice, said};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\ntheme: own\n\
                    checks: {severity: {component-missing: off}}\n";
const PAGE: &str = "---\ntitle: โครงสร้าง\nevidence: [scan.dat]\n---\n";
/// Where a file lies, and where its copy is published.
const PLACES: [(&str, &str); 2] = [("content/2566/o1/scan.dat", "2566/o1/scan.dat"), ("themes/own/assets/plan.bin", "assets/plan.bin")];
/// A version is made of so many blocks; each block says which version it belongs to, and where.
const BLOCKS: u64 = 48;
const BLOCK: usize = 64 << 10;

/// How a program saves.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// It empties the file and writes it anew.
    Truncate,
    /// It writes over the old bytes, as many.
    Over,
    /// The same, and it puts back the time.
    Backdate,
    /// It appends, one finished version after the other.
    Grow,
    /// It writes beside the file, and then puts the new one in its place.
    Rename,
}

const MANNERS: [Manner; 5] = [Manner::Truncate, Manner::Over, Manner::Backdate, Manner::Grow, Manner::Rename];

#[test]
fn nothing_is_published_while_it_is_being_written() {
    let runs: usize = std::env::var("PRONGSAI_TORN").map_or(10, |number| number.parse().unwrap());
    let mut seen: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for run in 0..runs {
        let manner = MANNERS[run % MANNERS.len()];
        let (source, output) = PLACES[run / MANNERS.len() % PLACES.len()];
        let command = ["build", "publish"][run / 2 % 2];
        let root = site_folder(&[("content/site.yaml", SITE), ("content/2566/o1/index.md", PAGE), ("content/2566/o1/scan.dat", "")]);
        for (source, _) in PLACES {
            fs::create_dir_all(root.path().join(source).parent().unwrap()).unwrap();
            fs::write(root.path().join(source), version(0)).unwrap();
        }
        assert!(start(command, root.path()).status.success(), "the first run, {command}");
        let before = files_below(&root.path().join("public"));
        let writer = Writer::start(root.path().join(source), manner, run as u64);
        thread::sleep(Duration::from_millis(40 + Dice(run as u64 + 1).below(500)));
        // Without a second look this run publishes what is not whole most of the time.
        let done = start(command, root.path());
        writer.end();
        let what = format!("run {run}, {command}, {manner:?}: {}", said(&done));
        let after = files_below(&root.path().join("public"));
        match done.status.code() {
            Some(0) => assert!(is_finished(&after[output], manner), "{what}: torn"),
            Some(2) => {
                assert!(what.contains(source.rsplit('/').next().unwrap()), "{what}: the file is not named");
                assert!(after == before, "{what}: the old site is another");
            }
            _ => panic!("{what}"),
        }
        seen.entry(format!("{command} {manner:?}")).or_default()[usize::from(!done.status.success())] += 1;
    }
    println!("finished and published, refused: {seen:?}");
    assert!(seen.values().any(|[_, refused]| *refused > 0), "nobody wrote while the program read: {seen:?}");
}

#[test]
fn a_pause_of_the_writer_is_not_its_end() {
    let site = SITE.replace("theme: own\n", "");
    let root = site_folder(&[("content/site.yaml", &site), ("content/2566/o1/index.md", PAGE), ("content/2566/o1/scan.dat", "หน้าแรก")]);
    let path = root.path().join("content/2566/o1/scan.dat");
    let over = Arc::new(AtomicBool::new(false));
    let (end, scanned) = (Arc::clone(&over), path.clone());
    let pages = thread::spawn(move || {
        while !end.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(150));
            File::options().append(true).open(&scanned).unwrap().write_all("หน้าต่อไป".as_bytes()).unwrap();
        }
    });
    let runs: Vec<_> = ["build", "publish"].into_iter().map(|command| start(command, root.path())).collect();
    over.store(true, Ordering::Relaxed);
    pages.join().unwrap();
    for run in runs {
        assert_eq!(run.status.code(), Some(2), "{}", said(&run));
        assert!(said(&run).contains("scan.dat: it is being changed while it is read"), "{}", said(&run));
    }
    assert!(!root.path().join("public").exists());
    let run = start("publish", root.path());
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(fs::read(root.path().join("public/2566/o1/scan.dat")).unwrap(), fs::read(&path).unwrap());
}

fn start(command: &str, root: &Path) -> std::process::Output {
    crate::common::prongsai(&[command, "--lang", "en", "--today", "2026-11-22", "--root", root.to_str().unwrap()])
}

/// A thread that writes one version after the other.
struct Writer {
    over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Writer {
    fn start(path: PathBuf, manner: Manner, seed: u64) -> Writer {
        let over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&over);
        let thread = thread::spawn(move || {
            let mut dice = Dice(0x70e4 + seed);
            let beside = path.parent().unwrap().parent().unwrap().parent().unwrap().parent().unwrap().join("beside.tmp");
            let mut number = 0;
            while !ends.load(Ordering::Relaxed) {
                number += 1;
                write(&path, &beside, manner, number, &mut dice);
                // Some rest long enough to be published in between.
                let rest = Duration::from_millis(if dice.below(2) == 0 { 2500 } else { dice.below(60) });
                let begun = Instant::now();
                while begun.elapsed() < rest && !ends.load(Ordering::Relaxed) {
                    thread::sleep(Duration::from_millis(5));
                }
            }
        });
        Writer { over, thread }
    }

    fn end(self) {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().unwrap();
    }
}

fn write(path: &Path, beside: &Path, manner: Manner, number: u64, dice: &mut Dice) {
    let modified = fs::metadata(path).unwrap().modified().unwrap();
    let (mut file, first) = match manner {
        Manner::Truncate => (File::create(path).unwrap(), 0),
        Manner::Rename => (File::create(beside).unwrap(), 0),
        Manner::Over | Manner::Backdate => (File::options().write(true).open(path).unwrap(), 0),
        Manner::Grow => (File::options().append(true).open(path).unwrap(), number * BLOCKS),
    };
    file.seek(SeekFrom::Start(0)).unwrap();
    for at in 0..BLOCKS {
        let version = if let Manner::Grow = manner { 0 } else { number };
        file.write_all(&block(version, first + at)).unwrap();
        if dice.below(8) == 0 {
            thread::sleep(Duration::from_millis(dice.below(30)));
        }
    }
    match manner {
        Manner::Rename => fs::rename(beside, path).unwrap(),
        Manner::Backdate => file.set_modified(modified).unwrap(),
        _ => {}
    }
}

fn block(version: u64, at: u64) -> Vec<u8> {
    [version.to_le_bytes(), at.to_le_bytes()].concat().repeat(BLOCK / 16)
}

fn version(number: u64) -> Vec<u8> {
    (0..BLOCKS).flat_map(|at| block(number, at)).collect()
}

/// Whether these bytes are one version, from its beginning to its end.
fn is_finished(bytes: &[u8], manner: Manner) -> bool {
    let blocks = (bytes.len() / BLOCK) as u64;
    let has_length = if let Manner::Grow = manner { blocks > 0 && blocks.is_multiple_of(BLOCKS) } else { blocks == BLOCKS };
    let number = bytes.first_chunk().map_or(0, |first| u64::from_le_bytes(*first));
    has_length && (0..blocks).flat_map(|at| block(number, at)).eq(bytes.iter().copied())
}
