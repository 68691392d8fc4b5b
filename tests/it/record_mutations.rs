//! Records and the log of the folder, damaged at random: whatever the damage, a publication is
//! refused, or goes on from all that was published.
//!
//! `PRONGSAI_DAMAGES` says how often.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{copy, files_below, prongsai, site_folder};
use crate::moment::Dice;

const HISTORY: &str = "content/history.yaml";
const LOCK: &str = "content/urls.lock";
const TARGETS: [&[&str]; 7] = [
    &[LOCK],
    &[HISTORY],
    &[LOCK, HISTORY],
    &["public/history/history.yaml"],
    &[HISTORY, "public/history/history.yaml"],
    &["public/manifest.json"],
    &["public/manifest.json", HISTORY],
];

#[test]
fn a_publication_on_damaged_records_is_refused_or_loses_nothing() {
    let damages = std::env::var("PRONGSAI_DAMAGES").map_or(40, |number| number.parse().unwrap());
    let before = published();
    let published = entries(&fs::read_to_string(before.path().join(HISTORY)).unwrap()).to_owned();
    let mut dice = Dice(0x5eed_2570);
    let (mut done, mut refused, mut restored) = (0, 0, 0);
    for damage in 0..damages {
        let root = tempfile::tempdir().unwrap();
        copy(before.path(), root.path());
        let targets = TARGETS[usize::try_from(dice.below(TARGETS.len() as u64)).unwrap()];
        let how: Vec<_> = targets.iter().map(|target| (target, spoil(&root.path().join(target), &mut dice))).collect();
        let what = format!("{damage}: {how:?}");
        let damaged = files_below(root.path());
        let run = publish(root.path(), "2026-02-01");
        assert!(matches!(run.status.code(), Some(0..=2)) && !said(&run).contains("fault of the program"), "{what}: {}", said(&run));
        if run.status.success() {
            done += 1;
            whole(root.path(), &published, &what);
            continue;
        }
        refused += 1;
        assert!(files_below(root.path()) == damaged, "{what}: a refusal changed something");
        if command(root.path(), &["publish", "--restore"]).status.success() {
            restored += 1;
            whole(root.path(), &published, &format!("{what}, restored"));
        }
    }
    println!("{damages} damages: {done} published on, {refused} refused, of which {restored} restored");
    assert!(done > 0 && refused > 0 && restored > 0);
}

/// Fails unless the history begins with what was published, and every URL is locked.
fn whole(root: &Path, published: &str, what: &str) {
    let history = fs::read_to_string(root.join(HISTORY)).unwrap().replace("\r\n", "\n");
    assert!(entries(&history).starts_with(published), "{what}: the history lost something");
    let lock = fs::read_to_string(root.join(LOCK)).unwrap();
    for url in ["/", "/a/", "/b/", "/c/"] {
        assert!(lock.contains(&format!("\n{url}\t")), "{what}: {url} is not locked");
    }
}

/// A history without the lines that explain it.
fn entries(history: &str) -> &str {
    history.find("- date:").map_or("", |at| &history[at..])
}

fn published() -> TempDir {
    let root = site_folder(&[]);
    fs::create_dir_all(root.path().join("content/pages")).unwrap();
    for (day, name) in ["a", "b", "c", "d"].iter().enumerate() {
        fs::write(root.path().join(format!("content/pages/{name}.md")), format!("---\ntitle: {name}\n---\nโทร\n")).unwrap();
        // The last one waits to be published.
        if *name != "d" {
            let run = publish(root.path(), &format!("2026-01-1{day}"));
            assert!(run.status.success(), "{}", said(&run));
        }
    }
    root
}

/// Damages a file in one of the ways in which editors, disks and merges do.
fn spoil(path: &Path, dice: &mut Dice) -> &'static str {
    let bytes = fs::read(path).unwrap();
    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let mut any = |end: usize| usize::try_from(dice.below(end as u64)).unwrap();
    let (how, spoilt) = match any(8) {
        0 => ("cut off", bytes[..any(bytes.len())].to_vec()),
        1 => {
            for _ in 0..=any(3) {
                let at = any(lines.len());
                lines.remove(at);
            }
            ("lines lost", lines.join(&b'\n'))
        }
        2 => {
            let at = any(lines.len());
            lines.insert(at, lines[at].clone());
            ("a line doubled", lines.join(&b'\n'))
        }
        3 => {
            let (a, b) = (any(lines.len()), any(lines.len()));
            lines.swap(a, b);
            ("lines exchanged", lines.join(&b'\n'))
        }
        4 => {
            let (at, mut spoilt) = (any(bytes.len()), bytes.clone());
            spoilt[at] = u8::try_from(any(256)).unwrap();
            ("a byte changed", spoilt)
        }
        5 => ("emptied", Vec::new()),
        6 => {
            fs::remove_file(path).unwrap();
            return "deleted";
        }
        _ => {
            let new = [b"x".as_slice(), b"/x\tcontent/x.md", b"- date: 2026-01-05", b"  note: \"x\"", b""][any(5)];
            let at = any(lines.len());
            lines.insert(at, new.to_vec());
            ("a line added", lines.join(&b'\n'))
        }
    };
    // Files of the folder may be hard links to another site's.
    fs::remove_file(path).unwrap();
    fs::write(path, spoilt).unwrap();
    how
}

fn publish(root: &Path, day: &str) -> Output {
    command(root, &["publish", "--today", day])
}

fn command(root: &Path, arguments: &[&str]) -> Output {
    prongsai(&[arguments, &["--lang", "en", "--root", root.to_str().unwrap()]].concat())
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}
