//! A publication that was cut off between its site and its records: whichever command comes next,
//! and wherever it writes, no record is lost.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{copy, prongsai, site_folder};

const RECORDS: [&str; 2] = ["content/urls.lock", "content/history.yaml"];

/// A site whose second publication is in place while its records wait.
struct CutOff {
    root: TempDir,
    first: [String; 2],
    second: [String; 2],
}

impl CutOff {
    fn new() -> CutOff {
        let root = site_folder(&[("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n")]);
        let path = root.path();
        let publish = |day| {
            let run = run(path, &["publish", "--today", day]);
            assert!(run.status.success(), "{}", said(&run));
            (RECORDS.map(|name| read(path, name)), sha256(&fs::read(path.join("public/manifest.json")).unwrap()))
        };
        let (first, before) = publish("2026-01-10");
        copy(&path.join("public"), &path.join("first"));
        fs::write(path.join("content/pages/new.md"), "---\ntitle: ใหม่\n---\nใหม่\n").unwrap();
        let (second, after) = publish("2026-01-11");
        for ((name, old), new) in RECORDS.iter().zip(&first).zip(&second) {
            fs::write(path.join(name), old).unwrap();
            fs::write(path.join(name.replace("content/", "content/.") + ".new"), new).unwrap();
        }
        let note = serde_json::json!({"folder": "public", "before": before, "after": after});
        fs::write(path.join("content/.publication.new"), note.to_string()).unwrap();
        CutOff { root, first, second }
    }

    fn has(&self, records: &[String; 2]) -> bool {
        RECORDS.map(|name| read(self.root.path(), name)) == *records
    }

    fn waits(&self) -> bool {
        self.root.path().join("content/.publication.new").exists()
    }
}

#[test]
fn the_next_run_finishes_it_wherever_it_writes() {
    for next in [
        ["build", "--out", "elsewhere"].as_slice(),
        &["build"],
        &["publish", "--out", "elsewhere"],
        &["publish"],
        &["publish", "--restore"],
    ] {
        let cut = CutOff::new();
        let run = run(cut.root.path(), next);
        assert!(run.status.success(), "{next:?}: {}", said(&run));
        assert!(cut.has(&cut.second) && !cut.waits(), "{next:?}");
    }
}

#[test]
fn commands_that_only_look_say_nothing_of_it_and_leave_it() {
    let cut = CutOff::new();
    let run = run(cut.root.path(), &["check"]);
    assert!(run.status.success(), "{}", said(&run));
    assert!(cut.has(&cut.first) && cut.waits());
}

#[test]
fn while_its_folder_cannot_be_seen_it_waits_and_nothing_is_published_after_it() {
    let cut = CutOff::new();
    let root = cut.root.path();
    fs::rename(root.join("public"), root.join("away")).unwrap();
    assert!(run(root, &["build", "--out", "elsewhere"]).status.success());
    assert!(cut.has(&cut.first) && cut.waits());
    let refused = run(root, &["publish", "--out", "elsewhere"]);
    assert!(
        refused.status.code() == Some(2) && said(&refused).contains("public: a publication into this folder was cut off"),
        "{}",
        said(&refused)
    );
    assert!(cut.has(&cut.first) && cut.waits());
    fs::rename(root.join("away"), root.join("public")).unwrap();
    assert!(run(root, &["publish"]).status.success());
    assert!(cut.has(&cut.second) && !cut.waits());
}

#[test]
fn records_of_a_site_that_never_took_its_place_are_dropped() {
    let cut = CutOff::new();
    let root = cut.root.path();
    fs::remove_dir_all(root.join("public")).unwrap();
    fs::rename(root.join("first"), root.join("public")).unwrap();
    let run = run(root, &["build", "--out", "elsewhere"]);
    assert!(run.status.success(), "{}", said(&run));
    assert!(cut.has(&cut.first) && !cut.waits());
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let out = arguments.iter().map(|argument| {
        if *argument == "elsewhere" { root.join("elsewhere").to_str().unwrap().to_owned() } else { (*argument).to_owned() }
    });
    let arguments: Vec<String> = out.chain(["--lang", "en", "--root", root.to_str().unwrap()].map(str::to_owned)).collect();
    prongsai(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
