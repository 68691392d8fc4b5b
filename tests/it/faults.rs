//! One failing system call after the other (P3, P5, P7): the folder is wholly the old site or
//! wholly the new one, the message names a path, and the next run succeeds.
//!
//! `strace` makes the K-th call of a kind fail, in each thread (`RAYON_NUM_THREADS=1`: the main
//! thread and one more), until the run no longer meets it. With `PRONGSAI_FAULTS=many`, as in
//! `.ci/run`, every call is tried ever more sparsely (K = 1, 2, 3, 5, 8, …) and `strace` must be
//! there; with `every`, each K, which takes half an hour; otherwise a few, where there is one.

use std::path::Path;
use std::process::{Command, Output};

use crate::kills::NEXT;
use crate::moment::{Moment, Seen, said};

/// Everything that changes the folder, and what it is read with.
const CALLS: [&str; 21] = [
    "openat",
    "write",
    "read",
    "mkdir",
    "mkdirat",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "fsync",
    "syncfs",
    "unlink",
    "unlinkat",
    "rmdir",
    "getdents64",
    "ftruncate",
    "flock",
    "statx",
    "chmod",
    "copy_file_range",
];

fn is_thorough() -> bool {
    std::env::var_os("PRONGSAI_FAULTS").is_some()
}

/// Which calls of a kind fail, one run each.
fn which() -> Box<dyn Iterator<Item = usize>> {
    match std::env::var("PRONGSAI_FAULTS").as_deref() {
        Ok("every") => Box::new(1..),
        Ok(_) => Box::new(std::iter::successors(Some((1, 2)), |(a, b)| Some((*b, a + b))).map(|(k, _)| k)),
        Err(_) => Box::new([2, 22].into_iter()),
    }
}

/// Whether processes may be traced here.
fn can_inject() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).output().is_ok_and(|run| run.status.success());
    assert!(works || !is_thorough(), "PRONGSAI_FAULTS needs strace");
    works
}

/// The run with the `k`-th call failing; and whether any call did fail.
fn run_with(moment: &Moment, root: &Path, call: &str, error: &str, k: usize) -> (Output, bool) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let run = moment.run(root);
    let output = Command::new("strace")
        .args(["-f", "-qq", "-o", log.path().to_str().unwrap(), "-e", &format!("trace=?{call}")])
        .args(["-e", &format!("inject=?{call}:error={error}:when={k}")])
        .arg(run.get_program())
        .args(run.get_args())
        .env_remove("PRONGSAI_LANG")
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    let hit = std::fs::read_to_string(log.path()).unwrap().contains("(INJECTED)");
    (output, hit)
}

/// What must hold after a run with a fault.
fn holds(moment: &Moment, root: &Path, run: &Output, what: &str) {
    let what = format!("{what}: {}", said(run));
    let seen = moment.look(root, &what);
    assert!(!what.contains("panicked"), "{what}");
    assert!(run.status.code().is_some(), "{what}: ended by a signal");
    if seen == Seen::Old {
        assert!(!run.status.success(), "{what}: success without the new site");
        let names_path = what.contains(root.to_str().unwrap()) || what.contains("content/") || what.contains(".so");
        assert!(names_path || run.stderr.is_empty(), "{what}: no path is named");
    }
}

fn try_all(command: &'static str, error: &str, calls: &[&str]) {
    if !can_inject() {
        return;
    }
    let moment = Moment::before(command);
    let mut tried = 0;
    for call in calls {
        for k in which() {
            let root = moment.again();
            let (run, hit) = run_with(&moment, root.path(), call, error, k);
            let what = format!("{command}: {error} at {call} {k}");
            holds(&moment, root.path(), &run, &what);
            if !hit {
                assert!(run.status.success(), "{what}: {}", said(&run));
                break;
            }
            tried += 1;
            if is_thorough() || call.contains("rename") {
                moment.recovers(root.path(), &what);
            }
        }
    }
    println!("{command}: {tried} faults ({error})");
}

#[test]
fn a_failing_call_leaves_one_whole_site_under_publish() {
    try_all("publish", "EIO", &CALLS);
}

#[test]
fn a_failing_call_leaves_one_whole_site_under_build() {
    try_all("build", "EIO", &CALLS);
}

#[test]
fn a_full_disk_is_named_with_the_file() {
    try_all("publish", "ENOSPC", &["write", "mkdir", "mkdirat", "link", "linkat", "rename", "fsync", "syncfs"]);
    if !can_inject() {
        return;
    }
    let moment = Moment::before("publish");
    let root = moment.again();
    // The fifth write belongs to a page or an attachment: the first two are the number of the
    // process in the locks, and in the thread of the message, which counts for itself, the next two
    // are the message.
    let (run, _) = run_with(&moment, root.path(), "write", "ENOSPC", 5);
    assert!(said(&run).contains("no space") && said(&run).contains(".public.new-"), "{}", said(&run));
}

/// What stands for a system without a call that exchanges two folders (Windows) or a file system
/// without (FAT).
const NO_EXCHANGE: &str = "inject=renameat2:error=EINVAL";

/// The run on such a system, and what befalls its `k`-th change of a name.
fn run_without_exchange(moment: &Moment, root: &Path, fault: &str, k: usize) -> (Output, bool) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let run = moment.run(root);
    let output = Command::new("strace")
        .args(["-f", "-qq", "-o", log.path().to_str().unwrap(), "-e", "trace=rename,renameat2", "-e", NO_EXCHANGE])
        .args(["-e", &format!("inject=rename:{fault}:when={k}")])
        .arg(run.get_program())
        .args(run.get_args())
        .env_remove("PRONGSAI_LANG")
        .output()
        .unwrap();
    let calls = std::fs::read_to_string(log.path()).unwrap();
    (output, calls.matches(" rename(").count() >= k)
}

#[test]
fn where_folders_cannot_be_exchanged_a_kill_between_any_two_steps_is_undone_or_finished() {
    if !can_inject() {
        return;
    }
    let moment = Moment::before("publish");
    let mut halves = 0;
    for (k, next) in (1..=6).flat_map(|k| NEXT.map(|next| (k, next))) {
        let root = moment.again();
        let what = format!("killed at change {k}, then {next:?}");
        let (run, hit) = run_without_exchange(&moment, root.path(), "signal=SIGKILL", k);
        assert_eq!(run.status.success(), !hit, "{what}: {}", said(&run));
        if !root.path().join("public").exists() {
            halves += 1;
        }
        let run = moment.run_another(root.path(), next).output().unwrap();
        assert!(run.status.success(), "{what}: {}", said(&run));
        moment.recovers(root.path(), &what);
    }
    assert_eq!(halves, NEXT.len(), "there is one step at which no folder has the name");
}

#[test]
fn where_folders_cannot_be_exchanged_a_failing_change_of_a_name_leaves_one_whole_site() {
    if !can_inject() {
        return;
    }
    for (command, k) in ["build", "publish"].into_iter().flat_map(|command| (1..=6).map(move |k| (command, k))) {
        let moment = Moment::before(command);
        let root = moment.again();
        let (run, _) = run_without_exchange(&moment, root.path(), "error=EACCES", k);
        let what = format!("{command}: change {k}");
        // The old folder that stays aside is no failure: the new site is in place.
        if moment.look(root.path(), &format!("{what}: {}", said(&run))) == Seen::Old {
            assert!(!run.status.success() && said(&run).contains("public"), "{what}: {}", said(&run));
        }
        moment.recovers(root.path(), &what);
    }
}

#[test]
fn a_site_is_on_the_disk_before_it_takes_its_place() {
    if !can_inject() {
        return;
    }
    let moment = Moment::before("publish");
    let root = moment.again();
    let log = tempfile::NamedTempFile::new().unwrap();
    let run = moment.run(root.path());
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o", log.path().to_str().unwrap(), "-e", "trace=?fsync,?syncfs,?rename,?renameat,?renameat2"])
        .arg(run.get_program())
        .args(run.get_args())
        .output()
        .unwrap()
        .status;
    assert!(status.success());
    let calls = std::fs::read_to_string(log.path()).unwrap();
    // Between the last file that is written and the exchange, nothing but what brings the files to
    // the disk.
    let exchange = calls.lines().position(|call| call.contains("RENAME_EXCHANGE")).unwrap();
    let before: Vec<&str> = calls.lines().take(exchange).collect();
    let is_sync = |call: &&str| call.contains(" syncfs(") || call.contains(" fsync(");
    assert!(before.last().is_some_and(is_sync), "{calls}");
    assert!(calls.lines().skip(exchange + 1).any(|call| call.contains(" fsync(")), "the folder above it too: {calls}");
}
