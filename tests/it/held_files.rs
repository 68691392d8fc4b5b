//! Files that another program holds, and marks of files, as Windows has them: run there, or under
//! Wine by `tests/windows/run`.
#![cfg(windows)]

use std::fs::{self, File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use crate::common::files_below;
use crate::moment::{Moment, Seen, said};

const FILE_SHARE_READ: u32 = 1;

/// As viewers open a file: others may read it, and nobody may write, move or remove it.
fn held(path: &Path) -> File {
    OpenOptions::new().read(true).share_mode(FILE_SHARE_READ).open(path).unwrap()
}

/// Names beside the site that a run left there.
fn leftovers(root: &Path) -> Vec<String> {
    let names = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".public.")).collect()
}

/// Where a folder cannot change its name while a file in it is open, the run ends with the file;
/// where it can, with the new site.
#[test]
fn a_viewer_that_shows_a_file_of_the_old_site_stops_no_later_run() {
    let moment = Moment::before("publish");
    let root = moment.again();
    let viewer = held(&root.path().join("public/2566/o2/a.txt"));
    for number in ["first", "second"] {
        let run = moment.run(root.path()).output().unwrap();
        match moment.look(root.path(), number) {
            Seen::New => assert!(run.status.success(), "{number}: {}", said(&run)),
            Seen::Old => assert!(said(&run).contains("a.txt: it is open in another program"), "{number}: {}", said(&run)),
        }
    }
    drop(viewer);
    moment.recovers(root.path(), "closed");
    assert_eq!(leftovers(root.path()), [""; 0]);
}

#[test]
fn a_record_that_is_held_is_named_and_takes_its_place_later() {
    let moment = Moment::before("publish");
    let root = moment.again();
    let editor = held(&root.path().join("content/urls.lock"));
    let run = moment.run(root.path()).output().unwrap();
    assert!(said(&run).contains("urls.lock") && said(&run).contains("open in another program"), "{}", said(&run));
    moment.look(root.path(), "held");
    drop(editor);
    moment.recovers(root.path(), "closed");
}

#[test]
fn a_file_that_a_scanner_holds_for_a_moment_is_waited_for() {
    let moment = Moment::before("publish");
    let root = moment.again();
    let scanner = OpenOptions::new().read(true).share_mode(0).open(root.path().join("content/2566/o2/a.txt")).unwrap();
    let closing = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(700));
        drop(scanner);
    });
    moment.recovers(root.path(), "scanned");
    closing.join().unwrap();
}

#[test]
fn files_marked_as_read_only_stop_no_later_run_and_those_of_others_keep_the_mark() {
    let moment = Moment::before("build");
    let root = moment.again();
    let public = root.path().join("public");
    let mark = |path: &Path| {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
    };
    let before: Vec<String> = files_below(&public).into_keys().collect();
    before.iter().for_each(|path| mark(&public.join(path)));
    for number in ["first", "second"] {
        moment.recovers(root.path(), number);
    }
    let is_marked = |path: &str| fs::metadata(public.join(path)).unwrap().permissions().readonly();
    assert!(is_marked("CNAME") && is_marked("uploads/letter.txt"));
    assert!(!is_marked("2566/o1/index.html") && !is_marked("manifest.json"));
}
