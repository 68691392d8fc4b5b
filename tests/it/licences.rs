//! What we build on may be given away with us: every licence of the dependencies is one that we
//! have read.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::common::repository;

/// Licences of which one, for each dependency, must be enough.
const ALLOWED: [&str; 14] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unlicense",
    "0BSD",
    "CC0-1.0",
    "Unicode-3.0",
    "MPL-2.0",
    "CDLA-Permissive-2.0",
];

/// What is compiled in more than one version, and through whom: a second version of anything else
/// is a mistake of ours.
const TWICE: [(&str, &str); 11] = [
    ("base64", "tests only: boon"),
    ("getrandom", "ring, and others in tests"),
    ("hashbrown", "ssfmt, by way of lru"),
    ("miniz_oxide", "png is to move to 0.9, which flate2 has"),
    ("phf", "hayro-font; 0.14 in tests only: scraper"),
    ("phf_generator", "as phf"),
    ("phf_macros", "as phf"),
    ("phf_shared", "as phf"),
    ("syn", "derive macros move to 3 one by one"),
    ("r-efi", "getrandom, on a system that nobody has"),
    ("windows-sys", "ring and the rest, on Windows"),
];

/// `A OR B` needs one of them, `A AND B` both; `/` is an old way to write `OR`.
fn is_allowed(licence: &str) -> bool {
    let one = |choice: &str| ALLOWED.contains(&choice.trim().trim_matches(['(', ')']));
    let any = |part: &str| part.split(" OR ").any(one);
    licence.replace(" / ", " OR ").replace('/', " OR ").split(" AND ").all(any)
}

#[test]
fn every_dependency_may_be_given_away_and_comes_from_the_registry() {
    // What other systems need was never fetched on this one.
    let version = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let arguments = ["metadata", "--offline", "--format-version", "1", "--filter-platform", host];
    let run = Command::new(env!("CARGO")).current_dir(repository()).args(arguments).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        let (name, licence) = (&package["name"], package["license"].as_str().unwrap_or_default());
        assert!(is_allowed(licence), "{name}: {licence}");
        let source = package["source"].as_str();
        assert!(name == "prongsai" || source.is_some_and(|source| source.starts_with("registry+")), "{name}");
    }
}

#[test]
fn nothing_is_compiled_in_two_versions_but_what_others_bring() {
    let lock = std::fs::read_to_string(repository().join("Cargo.lock")).unwrap();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in lock.split("[[package]]\n").skip(1) {
        let value = |key: &str| package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        versions.entry(value("name").unwrap()).or_default().insert(value("version").unwrap());
    }
    assert!(versions.len() > 100);
    let twice: BTreeSet<&str> = versions.iter().filter(|(_, versions)| versions.len() > 1).map(|(name, _)| *name).collect();
    let known: BTreeSet<&str> = TWICE.iter().map(|(name, _)| *name).collect();
    assert_eq!(twice, known, "left: in Cargo.lock, right: accepted in this file");
}
