//! What the checks say about the five real documents, to the letter: every finding of the rules
//! about S0–S4 that a program can make, and no other.
//!
//! `PRONGSAI_BLESS=1 cargo test seed_findings` rewrites `tests/sites/sN/findings.txt`; read the
//! difference before you commit it.

use std::fs;

use crate::common::{prongsai, repository};

#[test]
fn each_seed_has_exactly_the_findings_beside_it() {
    let mut wrong = Vec::new();
    for seed in ["s0", "s1", "s2", "s3", "s4"] {
        let root = repository().join("tests/sites").join(seed);
        let file = root.join("findings.txt");
        let run = prongsai(&["check", "--format", "short", "--lang", "en", "--today", "2026-11-22", "--root", root.to_str().unwrap()]);
        let found = String::from_utf8(run.stdout).unwrap();
        if std::env::var_os("PRONGSAI_BLESS").is_some() {
            fs::write(&file, &found).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{seed}:\n--- expected\n{expected}--- found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
