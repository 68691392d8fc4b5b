//! Hostile attachments (P14, P42): files of every kind are cut, overwritten and mixed; nothing
//! panics or hangs, and what is read stands where it is said to.
//!
//! The short run of every `cargo test`, a second for each kind; `tests/fuzz/run` attacks the same
//! targets led by coverage.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use prongsai::attachment;

use crate::common::repository;
use crate::moment::Dice;

#[path = "../fuzz/file_targets.rs"]
mod file_targets;

use file_targets::{ALL, Wrapping, assert_whole, attack};

/// In a build without optimisation.
const SLOWEST: Duration = Duration::from_secs(20);

fn files() -> Vec<PathBuf> {
    let folders = ["tests/files", "tests/files/opens", "tests/files/office"].map(|folder| repository().join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The parts of an archive.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return Vec::new() };
    let count = archive.len();
    let read = |at| {
        let mut content = Vec::new();
        std::io::copy(&mut archive.by_index(at).ok()?, &mut content).ok()?;
        Some(content)
    };
    (0..count).filter_map(read).collect()
}

fn below(dice: &mut Dice, end: usize) -> usize {
    dice.below(end as u64) as usize
}

fn one<'t, T>(dice: &mut Dice, all: &'t [T]) -> &'t T {
    &all[below(dice, all.len())]
}

fn damaged(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = one(dice, seeds).clone();
    for _ in 0..1 + dice.below(12) {
        if bytes.is_empty() {
            break;
        }
        let at = below(dice, bytes.len());
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => bytes[at] = dice.below(256) as u8,
            2 => bytes[at] = *one(dice, &[0, 0x20, b'<', b'>', b'/', 0x7f, 0x80, 0xff]),
            3 => {
                let other = one(dice, seeds);
                let (from, size) = (below(dice, other.len()), 1 + below(dice, 200));
                let piece = other[from.min(other.len())..(from + size).min(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let end = (at + 1 + below(dice, 64)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

#[test]
fn no_damage_to_an_attachment_stops_the_program() {
    let files: Vec<(String, Vec<u8>)> = files().iter().map(|path| (extension(path), fs::read(path).unwrap())).collect();
    let seconds = std::env::var("PRONGSAI_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(1);
    for target @ (kind, wrapping) in ALL {
        let own = files.iter().filter(|(extension, _)| extension == kind).map(|(_, bytes)| bytes);
        let seeds: Vec<Vec<u8>> = match wrapping {
            Wrapping::Bare => own.cloned().collect(),
            Wrapping::Part(..) => own.flat_map(|bytes| parts(bytes)).collect(),
        };
        assert!(!seeds.is_empty(), "no file for {kind}");
        let mut dice = Dice(7);
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(seconds) {
            let bytes = damaged(&mut dice, &seeds);
            let start = Instant::now();
            attack(target, &bytes);
            assert!(start.elapsed() < SLOWEST, "{kind}: {} bytes take {:?}", bytes.len(), start.elapsed());
        }
    }
}

#[test]
fn every_file_is_read_with_its_places() {
    for path in files() {
        assert_whole(&attachment::read(&extension(&path), &fs::read(&path).unwrap()));
    }
}
