//! SIGKILL at random moments: the folder is wholly the old site or wholly the new one, and the next
//! run needs no cleaning up (P1, P4).
//!
//! Whoever comes next may have been asked for something else: no record of a publication that is in
//! place is lost by it.
//!
//! `PRONGSAI_KILLS` says how many; the README's command makes do with a few, `.ci/run` makes 500.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::moment::{Dice, Moment, Seen, said};

#[test]
fn a_killed_run_leaves_one_whole_site_and_the_next_one_finishes() {
    let kills: u64 = std::env::var("PRONGSAI_KILLS").map_or(24, |number| number.parse().unwrap());
    let moment = Moment::before("publish");
    let whole = {
        let root = moment.again();
        let start = Instant::now();
        moment.recovers(root.path(), "the measure");
        start.elapsed()
    };
    let mut dice = Dice(0x5eed_2569);
    let mut found = [0, 0];
    // How long the swap may take from then on: unknown, for the machine may be busy. It is widened
    // while the kills come too early, and narrowed while they come too late.
    let mut window = Duration::from_millis(12);
    for kill in 0..kills {
        let root = moment.again();
        let mut child = moment.run(root.path()).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        // Every second one around the swap: a moment after the records wait, which are written last
        // before it.
        let delay = match kill % 2 {
            0 => Duration::from_micros(dice.below(1100 * whole.as_millis() as u64)),
            _ => {
                wait_for(&root.path().join("content/.history.yaml.new"), Duration::from_secs(60));
                Duration::from_micros(dice.below(window.as_micros() as u64))
            }
        };
        std::thread::sleep(delay);
        child.kill().unwrap();
        child.wait().unwrap();
        let what = format!("kill {kill} after {delay:?}");
        let seen = moment.look(root.path(), &what);
        found[usize::from(seen == Seen::New)] += 1;
        if kill % 2 == 1 {
            let next = if seen == Seen::New { window * 2 / 3 } else { window * 3 / 2 };
            window = next.clamp(Duration::from_millis(2), Duration::from_secs(5));
        }
        if kill % 3 == 0 || seen == Seen::New {
            let next = NEXT[usize::try_from(dice.below(NEXT.len() as u64)).unwrap()];
            let run = moment.run_another(root.path(), next).output().unwrap();
            assert!(run.status.success(), "{what}, then {next:?}: {}", said(&run));
            if next == ["build"] {
                moment.no_leftovers(root.path(), &format!("{what}, then {next:?}"));
            }
            if seen == Seen::New {
                moment.keeps_the_new_records(root.path(), &format!("{what}, then {next:?}"));
            }
            moment.recovers(root.path(), &what);
        }
    }
    println!("{kills} kills: {} old sites, {} new ones", found[0], found[1]);
    assert!(found[0] > 0 && found[1] > 0, "the moments are not spread over the run: {found:?}");
}

/// What somebody may do after a publication was cut off.
pub const NEXT: [&[&str]; 6] =
    [&["publish"], &["build", "--out", "elsewhere"], &["publish", "--out", "elsewhere"], &["build"], &["check"], &["publish", "--restore"]];

fn wait_for(path: &Path, longest: Duration) {
    let start = Instant::now();
    while !path.exists() && start.elapsed() < longest {
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn of_two_runs_at_once_one_wins_and_the_other_names_it() {
    let moment = Moment::before("publish");
    let mut losers = 0;
    for round in 0..4 {
        let root = moment.again();
        let start = |_| moment.run(root.path()).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let children: Vec<_> = (0..3).map(start).collect();
        let numbers: Vec<String> = children.iter().map(|child| child.id().to_string()).collect();
        let runs: Vec<_> = children.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
        assert!(runs.iter().any(|run| run.status.success()), "round {round}: nobody won");
        for run in runs.iter().filter(|run| !run.status.success()) {
            losers += 1;
            assert_eq!(run.status.code(), Some(2), "{}", said(run));
            assert!(numbers.iter().any(|number| said(run).contains(&format!("process {number}"))), "{}", said(run));
        }
        assert_eq!(moment.look(root.path(), "two at once"), Seen::New);
        moment.no_leftovers(root.path(), "two at once");
    }
    assert!(losers > 0, "the runs never met");
}

#[test]
fn the_lock_of_a_dead_holder_is_taken_over_at_once() {
    let moment = Moment::before("build");
    let root = moment.again();
    fs::write(root.path().join(".public.lock"), "4711").unwrap();
    moment.recovers(root.path(), "a dead holder");
}

#[test]
fn folders_of_somebody_else_beside_the_site_are_left_alone() {
    let moment = Moment::before("build");
    let root = moment.again();
    let others = [".public.old/letter.txt", ".public.old-mine/letter.txt", ".public.new-/letter.txt"].map(|name| root.path().join(name));
    for other in &others {
        fs::create_dir_all(other.parent().unwrap()).unwrap();
        fs::write(other, "ของผู้อื่น").unwrap();
    }
    for _ in 0..2 {
        assert!(moment.run(root.path()).status().unwrap().success());
        assert!(others.iter().all(|other| other.exists()));
        fs::remove_dir_all(root.path().join("public")).unwrap();
    }
}
