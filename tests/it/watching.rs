//! Changes of files wake whoever waits for them; reading does not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use prongsai::watch::{FolderWatcher, WatchEvent, WatchMode, watch};
use tempfile::TempDir;

/// Long enough for any machine; what is waited for comes much sooner.
const LONG: Duration = Duration::from_secs(20);
/// Long enough to see that nothing comes.
const SHORT: Duration = Duration::from_millis(400);
const MANNERS: [WatchMode; 2] = [WatchMode::Events, WatchMode::Poll(Duration::from_millis(20))];

/// A site with a page; `themes` is missing.
fn site() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    fs::create_dir_all(root.join("content/2566")).unwrap();
    fs::write(root.join("content/2566/o42.md"), "one").unwrap();
    (folder, root)
}

fn watching(root: &Path, manner: WatchMode) -> FolderWatcher {
    watch(&[root.join("content"), root.join("themes")], manner).unwrap()
}

/// Waits until `path`, or a folder that it lies in, is reported.
fn sees(watching: &FolderWatcher, path: &Path) {
    let (start, mut all) = (Instant::now(), Vec::new());
    while start.elapsed() < LONG {
        match watching.wait(LONG) {
            WatchEvent::Changed(paths) if paths.iter().any(|known| path.starts_with(known)) => return,
            other => all.push(other),
        }
    }
    panic!("{} was not reported, but {all:?}", path.display());
}

fn sees_nothing(watching: &FolderWatcher) {
    assert_eq!(watching.wait(SHORT), WatchEvent::Nothing);
}

/// Until what has been seen before is over.
fn settle(watching: &FolderWatcher) {
    assert!((0..50).any(|_| watching.wait(SHORT) == WatchEvent::Nothing), "it does not come to rest");
}

#[test]
fn every_way_to_save_a_file_is_seen() {
    for manner in MANNERS {
        let (_folder, root) = site();
        let page = root.join("content/2566/o42.md");
        let watching = watching(&root, manner);
        fs::write(&page, "another").unwrap();
        sees(&watching, &page);
        settle(&watching);
        // As most editors save: a new file takes the name of the old one.
        let new = root.join("content/2566/.o42.md.new");
        fs::write(&new, "a third text").unwrap();
        fs::rename(&new, &page).unwrap();
        sees(&watching, &page);
        settle(&watching);
        // As vim saves.
        fs::rename(&page, root.join("content/2566/o42.md~")).unwrap();
        fs::write(&page, "a fourth").unwrap();
        fs::remove_file(root.join("content/2566/o42.md~")).unwrap();
        sees(&watching, &page);
        settle(&watching);
        fs::remove_file(&page).unwrap();
        sees(&watching, &page);
        settle(&watching);
    }
}

/// Where the system tells when a file is closed.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_written_in_pieces_is_reported_when_it_is_whole() {
    use std::io::Write;
    let (_folder, root) = site();
    let page = root.join("content/2566/o42.md");
    let watching = watching(&root, WatchMode::Events);
    let writer = {
        let page = page.clone();
        std::thread::spawn(move || {
            let mut file = fs::File::create(&page).unwrap();
            for piece in ["one, ", "two, ", "three"] {
                file.write_all(piece.as_bytes()).unwrap();
                std::thread::sleep(Duration::from_millis(70));
            }
        })
    };
    sees(&watching, &page);
    assert_eq!(fs::read_to_string(&page).unwrap(), "one, two, three");
    writer.join().unwrap();
    // One who never closes his file keeps nothing back.
    let mut endless = fs::File::options().append(true).open(&page).unwrap();
    endless.write_all(b", four").unwrap();
    sees(&watching, &page);
}

#[test]
fn a_file_in_a_new_folder_is_seen_and_so_are_its_changes() {
    for manner in MANNERS {
        let (_folder, root) = site();
        let watching = watching(&root, manner);
        let deep = root.join("content/2567/o42/deeper");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("index.md"), "one").unwrap();
        sees(&watching, &deep.join("index.md"));
        settle(&watching);
        fs::write(deep.join("index.md"), "another").unwrap();
        sees(&watching, &deep.join("index.md"));
        settle(&watching);
        fs::rename(root.join("content/2567"), root.join("content/2568")).unwrap();
        sees(&watching, &root.join("content/2568/o42/deeper/index.md"));
        settle(&watching);
        fs::write(root.join("content/2568/o42/deeper/index.md"), "a third").unwrap();
        sees(&watching, &root.join("content/2568/o42/deeper/index.md"));
        settle(&watching);
        fs::remove_dir_all(root.join("content/2568")).unwrap();
        sees(&watching, &root.join("content/2568/o42/deeper/index.md"));
    }
}

#[test]
fn reading_wakes_nobody_and_neither_do_backups_and_what_lies_beside() {
    for manner in MANNERS {
        let (_folder, root) = site();
        fs::create_dir(root.join("public")).unwrap();
        let watching = watching(&root, manner);
        settle(&watching);
        for _ in 0..10 {
            fs::read(root.join("content/2566/o42.md")).unwrap();
            fs::read_dir(root.join("content/2566")).unwrap().for_each(drop);
        }
        sees_nothing(&watching);
        for name in ["o42.md~", ".o42.md.swp", "4913", "~$plan.docx", ".~lock.plan.odt#", "plan.tmp"] {
            fs::write(root.join("content/2566").join(name), "x").unwrap();
        }
        fs::create_dir(root.join("content/.git")).unwrap();
        fs::write(root.join("content/.git/index"), "x").unwrap();
        fs::write(root.join("public/index.html"), "x").unwrap();
        fs::write(root.join("notes.txt"), "x").unwrap();
        sees_nothing(&watching);
    }
}

#[test]
fn a_folder_that_is_made_later_or_made_again_is_watched() {
    for manner in MANNERS {
        let (_folder, root) = site();
        let watching = watching(&root, manner);
        let theme = root.join("themes/own/base.html");
        for text in ["one", "another"] {
            fs::create_dir_all(theme.parent().unwrap()).unwrap();
            fs::write(&theme, text).unwrap();
            sees(&watching, &theme);
            settle(&watching);
            fs::write(&theme, "changed").unwrap();
            sees(&watching, &theme);
            settle(&watching);
            fs::remove_dir_all(root.join("themes")).unwrap();
            sees(&watching, &theme);
            settle(&watching);
        }
        // Another folder takes its place in one step.
        fs::create_dir_all(root.join("other/2566")).unwrap();
        fs::write(root.join("other/2566/o42.md"), "from another folder").unwrap();
        fs::rename(root.join("content"), root.join("content.bak")).unwrap();
        fs::rename(root.join("other"), root.join("content")).unwrap();
        sees(&watching, &root.join("content/2566/o42.md"));
        settle(&watching);
        fs::write(root.join("content/2566/o42.md"), "changed").unwrap();
        sees(&watching, &root.join("content/2566/o42.md"));
    }
}

#[test]
fn many_changes_wake_once_or_a_few_times() {
    let (_folder, root) = site();
    let watching = watching(&root, WatchMode::Events);
    let files: BTreeSet<PathBuf> = (0..500).map(|number| root.join(format!("content/2566/{number}.md"))).collect();
    for file in &files {
        fs::write(file, "x").unwrap();
    }
    let (mut seen, mut times) = (BTreeSet::new(), 0);
    while !files.is_subset(&seen) {
        let WatchEvent::Changed(paths) = watching.wait(LONG) else { panic!("{} of {}", seen.len(), files.len()) };
        (seen, times) = (&seen | &paths, times + 1);
    }
    assert!(times < 100, "{times}");
}

#[test]
fn a_root_that_is_not_there_cannot_be_watched() {
    let Err(error) = watch(&[PathBuf::from("/nowhere/content")], WatchMode::Events) else { panic!() };
    assert!(error.to_string().contains("/nowhere/content"), "{error}");
}
