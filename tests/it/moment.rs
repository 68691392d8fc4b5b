//! A site that is published in one form while its content has another: what a run that is cut short
//! may leave of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::common::{copy, files_below, site_folder};

/// Paths with bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Which site is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Old,
    New,
}

/// The moment before a run that changes the site.
pub struct Moment {
    command: &'static str,
    before: TempDir,
    old: Files,
    new: Files,
    old_records: Files,
    new_records: Files,
}

const RECORDS: [&str; 2] = ["content/urls.lock", "content/history.yaml"];

impl Moment {
    /// The first form is published; the second changes a page, adds one, withdraws an attachment
    /// and brings another. Files of other people are there as well.
    pub fn before(command: &'static str) -> Moment {
        let site =
            "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: off}}\n";
        let before = site_folder(&[
            ("content/site.yaml", site),
            ("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nฉบับแรก\n"),
            ("content/2566/o2/index.md", "---\ntitle: ผู้บริหาร\n---\n[แบบ](a.txt)\n"),
            ("content/2566/o2/a.txt", "แบบแรก\n"),
            ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\n"),
        ]);
        let root = before.path();
        let run = run(command, root).output().unwrap();
        assert!(run.status.success(), "{}", said(&run));
        let public = root.join("public");
        fs::create_dir_all(public.join("uploads")).unwrap();
        fs::write(public.join("uploads/letter.txt"), "ของผู้อื่น").unwrap();
        fs::write(public.join("CNAME"), "www.example.go.th").unwrap();
        fs::write(root.join("content/2566/o1.md"), "---\ntitle: โครงสร้าง\n---\nฉบับที่สอง\n").unwrap();
        fs::write(root.join("content/2566/o3.md"), "---\ntitle: อำนาจหน้าที่\n---\nอำนาจหน้าที่ของเทศบาล\n").unwrap();
        fs::write(root.join("content/2566/o2/b.txt"), "x".repeat(200_000)).unwrap();
        fs::write(root.join("content/2566/o2/index.md"), "---\ntitle: ผู้บริหาร\n---\n[แบบ](a.txt) [ใหม่](b.txt)\n").unwrap();
        let (old, old_records) = (files_below(&public), records(root));
        let after = tempfile::tempdir().unwrap();
        copy(root, after.path());
        let done = self::run(command, after.path()).output().unwrap();
        assert!(done.status.success(), "{}", said(&done));
        let (new, new_records) = (files_below(&after.path().join("public")), records(after.path()));
        assert!(old != new && old.contains_key("CNAME") && new.contains_key("CNAME"));
        Moment { command, before, old, new, old_records, new_records }
    }

    /// A copy of it, to try something on.
    pub fn again(&self) -> TempDir {
        let root = tempfile::tempdir().unwrap();
        copy(self.before.path(), root.path());
        root
    }

    /// The run that changes the site.
    pub fn run(&self, root: &Path) -> Command {
        run(self.command, root)
    }

    /// Another run in the same folder; what it writes elsewhere lies beside the site.
    pub fn run_another(&self, root: &Path, arguments: &[&str]) -> Command {
        let (command, more) = arguments.split_first().unwrap();
        let mut run = run(command, root);
        run.args(more).current_dir(root);
        run
    }

    /// Fails unless the records of the new site are in place, or wait for it.
    pub fn keeps_the_new_records(&self, root: &Path, what: &str) {
        for name in RECORDS {
            let found = fs::read(root.join(name)).ok();
            let waiting = fs::read(root.join(name.replace("content/", "content/.") + ".new")).ok();
            let new = self.new_records.get(name);
            assert!(found.as_ref() == new || waiting.as_ref() == new, "{what}: {name} of the new site is lost");
        }
    }

    /// Fails unless the folder is wholly one of the two sites, with records that agree with it: in
    /// place, or waiting beside the new site.
    pub fn look(&self, root: &Path, what: &str) -> Seen {
        let public = files_below(&root.join("public"));
        check_hashes(&public, what);
        let seen = match (public == self.old, public == self.new) {
            (true, _) => Seen::Old,
            (_, true) => Seen::New,
            _ => panic!("{what}: neither the old nor the new site: {:?}", difference(&public, &self.old, &self.new)),
        };
        for name in RECORDS {
            let found = fs::read(root.join(name)).ok();
            let waiting = fs::read(root.join(name.replace("content/", "content/.") + ".new")).ok();
            let (old, new) = (self.old_records.get(name), self.new_records.get(name));
            let agrees = match seen {
                Seen::Old => found.as_ref() == old,
                Seen::New => found.as_ref() == new || (found.as_ref() == old && waiting.as_ref() == new),
            };
            assert!(agrees, "{what}: {name} does not agree with the {seen:?} site");
        }
        seen
    }

    /// Fails if a file is left that belongs neither to the site nor to its content.
    pub fn no_leftovers(&self, root: &Path, what: &str) {
        let hidden: Vec<PathBuf> = walkdir::WalkDir::new(root)
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| path.strip_prefix(root).unwrap().components().any(|part| part.as_os_str().to_string_lossy().starts_with('.')))
            .collect();
        assert!(hidden.is_empty(), "{what}: left {hidden:?}");
    }

    /// The next run succeeds, and everything is as if nothing had happened.
    pub fn recovers(&self, root: &Path, what: &str) {
        let run = self.run(root).output().unwrap();
        assert!(run.status.success(), "{what}: {}", said(&run));
        assert!(files_below(&root.join("public")) == self.new, "{what}: the next run does not make the new site");
        assert!(records(root) == self.new_records, "{what}: the next run does not complete the records");
        self.no_leftovers(root, what);
    }
}

/// Numbers that look random and are the same every time (xorshift).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        for shift in [13, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        self.0 % end.max(1)
    }
}

pub fn said(run: &std::process::Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned() + &String::from_utf8_lossy(&run.stdout)
}

fn run(command: &str, root: &Path) -> Command {
    // Hundreds of runs are worth an optimised program, where there is one: `.ci/run` names it.
    let program = std::env::var_os("PRONGSAI_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_prongsai").into());
    let mut run = Command::new(program);
    run.args([command, "--lang", "en", "--today", "2026-11-22", "--root"]).arg(root).env_remove("PRONGSAI_LANG");
    run
}

fn records(root: &Path) -> Files {
    RECORDS.iter().filter_map(|name| Some(((*name).to_owned(), fs::read(root.join(name)).ok()?))).collect()
}

/// Every line of `manifest-sha256.txt` holds.
fn check_hashes(public: &Files, what: &str) {
    use sha2::{Digest, Sha256};
    let list = public.get("manifest-sha256.txt").unwrap_or_else(|| panic!("{what}: no manifest"));
    for line in String::from_utf8_lossy(list).lines() {
        let (hash, path) = line.split_once("  ").unwrap();
        let bytes = public.get(path).unwrap_or_else(|| panic!("{what}: {path} is missing"));
        let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "{what}: {path}");
    }
}

fn difference(public: &Files, old: &Files, new: &Files) -> Vec<String> {
    let name = |path: &String| {
        let is = |site: &Files| site.get(path) == public.get(path);
        format!("{path}: as old {}, as new {}", is(old), is(new))
    };
    let mut paths: Vec<&String> = public.keys().chain(old.keys()).chain(new.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.into_iter().filter(|path| old.get(*path) != new.get(*path) || public.get(*path) != old.get(*path)).map(name).take(40).collect()
}

#[test]
fn the_two_sites_differ_and_the_run_leads_from_one_to_the_other() {
    for command in ["build", "publish"] {
        let moment = Moment::before(command);
        let root = moment.again();
        assert_eq!(moment.look(root.path(), command), Seen::Old);
        moment.recovers(root.path(), command);
        assert_eq!(moment.look(root.path(), command), Seen::New);
    }
}
