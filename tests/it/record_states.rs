//! Every state of lock × history × folder that backups, sync programs, merges and mistakes leave:
//! what `check`, `publish` and `verify` say of it.
//!
//! The table is `tests/data/record-states.md`; `PRONGSAI_BLESS=1` writes it anew. Whatever the
//! state, no publication that the folder tells of is lost.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{copy, files_below, prongsai, site_folder};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/record-states.md");
const LOCK: &str = "content/urls.lock";
const HISTORY: &str = "content/history.yaml";

/// A site that was published twice, in all forms that a part of it may have.
struct Material {
    first: TempDir,
    second: TempDir,
    /// Published by somebody else from the first.
    fork: TempDir,
    other_site: TempDir,
}

/// What was done to a record.
#[derive(Clone, Copy, Debug)]
enum Record {
    Whole,
    Deleted,
    Emptied,
    OneLineShort,
    Older,
    Forked,
    MergeMarks,
    BlanksForTabs,
    ReversedAndDoubled,
    DateChanged,
    Reformatted,
    LineEndsOfWindows,
    WithByteOrderMark,
    AsNotepadUnicode,
}

/// What lies in the folder.
#[derive(Clone, Copy, Debug)]
enum Folder {
    Newest,
    NewestWithOlderManifest,
    Older,
    Absent,
    BuiltOnly,
    OtherSite,
}

use Folder::{Absent, BuiltOnly, Newest, NewestWithOlderManifest, OtherSite};
use Record::{
    AsNotepadUnicode, BlanksForTabs, DateChanged, Deleted, Emptied, Forked, LineEndsOfWindows, MergeMarks, OneLineShort, Reformatted,
    ReversedAndDoubled, Whole, WithByteOrderMark,
};

const STATES: [(Record, Record, Folder); 37] = [
    (Whole, Whole, Newest),
    (Whole, Whole, Folder::Older),
    (Whole, Whole, Absent),
    (Whole, Whole, BuiltOnly),
    (Whole, Whole, OtherSite),
    (Deleted, Whole, Newest),
    (Emptied, Whole, Newest),
    (OneLineShort, Whole, Newest),
    (Record::Older, Whole, Newest),
    (MergeMarks, Whole, Newest),
    (BlanksForTabs, Whole, Newest),
    (ReversedAndDoubled, Whole, Newest),
    (LineEndsOfWindows, LineEndsOfWindows, Newest),
    (WithByteOrderMark, WithByteOrderMark, Newest),
    (AsNotepadUnicode, Whole, Newest),
    (Whole, AsNotepadUnicode, Newest),
    (Whole, Deleted, Newest),
    (Whole, Emptied, Newest),
    (Whole, Record::Older, Newest),
    (Whole, Forked, Newest),
    (Whole, MergeMarks, Newest),
    (Whole, ReversedAndDoubled, Newest),
    (Whole, DateChanged, Newest),
    (Whole, Reformatted, Newest),
    (Deleted, Deleted, Newest),
    (Emptied, Emptied, Newest),
    (Record::Older, Record::Older, Newest),
    (Record::Older, Record::Older, NewestWithOlderManifest),
    (Deleted, Deleted, NewestWithOlderManifest),
    (Deleted, Whole, Absent),
    (OneLineShort, Whole, Absent),
    (Whole, Deleted, Absent),
    (Whole, Record::Older, Absent),
    (Record::Older, Record::Older, Absent),
    (Record::Older, Record::Older, Folder::Older),
    (Deleted, Deleted, Absent),
    (Deleted, Deleted, BuiltOnly),
];

impl Material {
    fn new() -> Material {
        let page = |title: &str| format!("---\ntitle: {title}\n---\nโทร\n");
        let first = site_folder(&[("content/pages/contact.md", &page("ติดต่อ")), ("content/pages/about.md", &page("เกี่ยวกับ"))]);
        succeed(first.path(), "2026-01-10");
        let again = |new: &str| {
            let root = copied(first.path());
            fs::write(root.path().join(format!("content/pages/{new}.md")), page(new)).unwrap();
            succeed(root.path(), "2026-02-10");
            root
        };
        let other_site = site_folder(&[("content/pages/news.md", &page("ข่าว"))]);
        succeed(other_site.path(), "2026-01-05");
        Material { second: again("second"), fork: again("fork"), first, other_site }
    }

    /// The second site with its records and its folder in another state, and a page that waits to
    /// be published.
    fn in_state(&self, (lock, history, folder): (Record, Record, Folder)) -> TempDir {
        let root = copied(self.second.path());
        let path = root.path();
        self.spoil(path, LOCK, lock);
        self.spoil(path, HISTORY, history);
        let public = path.join("public");
        let replace = |from: &Path| {
            fs::remove_dir_all(&public).unwrap();
            copy(&from.join("public"), &public);
        };
        match folder {
            Newest => {}
            NewestWithOlderManifest => {
                for list in ["manifest.json", "manifest-sha256.txt"] {
                    fs::copy(self.first.path().join("public").join(list), public.join(list)).unwrap();
                }
            }
            Folder::Older => replace(self.first.path()),
            OtherSite => replace(self.other_site.path()),
            Absent => fs::remove_dir_all(&public).unwrap(),
            BuiltOnly => {
                let never = site_folder(&[("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n")]);
                assert!(prongsai(&["build", "--root", never.path().to_str().unwrap()]).status.success());
                replace(never.path());
            }
        }
        fs::write(path.join("content/pages/third.md"), "---\ntitle: สาม\n---\nโทร\n").unwrap();
        root
    }

    fn spoil(&self, root: &Path, file: &str, record: Record) {
        let path = root.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let joined = |lines: Vec<&str>| lines.join("\n") + "\n";
        let entries = || text.split_inclusive('\n').position(|line| line.starts_with("- date: 2026-02")).unwrap();
        let spoilt = match record {
            Whole => return,
            Deleted => return fs::remove_file(path).unwrap(),
            Emptied => String::new(),
            OneLineShort => joined(lines.iter().copied().filter(|line| !line.starts_with("/about/")).collect()),
            Record::Older => fs::read_to_string(self.first.path().join(file)).unwrap(),
            Forked => fs::read_to_string(self.fork.path().join(file)).unwrap(),
            MergeMarks => {
                format!("{text}<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> งานของอีกคน\n", joined(lines.iter().copied().rev().take(1).collect()))
            }
            BlanksForTabs => text.replace('\t', "    "),
            ReversedAndDoubled if file == LOCK => joined(lines.iter().rev().flat_map(|line| [*line, *line]).collect()),
            ReversedAndDoubled => {
                let (head, tail) = lines.split_at(entries());
                let start = head.iter().position(|line| line.starts_with("- date:")).unwrap();
                joined([tail, &head[start..], tail].concat())
            }
            DateChanged => text.replacen("2026-01-10", "2026-01-09", 1),
            Reformatted => text.replace("\"/", "'/").replace("\": ", "': "),
            LineEndsOfWindows => text.replace('\n', "\r\n"),
            WithByteOrderMark => format!("\u{feff}{text}"),
            AsNotepadUnicode => {
                let units = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
                return fs::write(path, units).unwrap();
            }
        };
        fs::write(path, spoilt).unwrap();
    }
}

/// One line of the table.
fn row(material: &Material, state: (Record, Record, Folder)) -> String {
    let root = material.in_state(state);
    let path = root.path();
    let verified = match path.join("public").exists() {
        true => outcome(&run(path, &["verify", path.join("public").to_str().unwrap()])),
        false => "–".to_owned(),
    };
    let checked = outcome(&run(path, &["check", "--format", "short"]));
    let before = files_below(path);
    let publish = |root: &Path| run(root, &["publish", "--today", "2026-03-10"]);
    let published = publish(path);
    match published.status.success() {
        true => nothing_is_lost(path, &before, &format!("{state:?}")),
        false => assert!(files_below(path) == before, "{state:?}: {}", said(&published)),
    }
    let restored = material.in_state(state);
    let from = restored.path().join("public");
    let (restoring, after) = match from.exists() {
        true => (outcome(&run(restored.path(), &["publish", "--restore"])), outcome(&publish(restored.path()))),
        false => {
            let live = material.second.path().join("public");
            (outcome(&run(restored.path(), &["publish", "--restore", live.to_str().unwrap()])), outcome(&publish(restored.path())))
        }
    };
    let (lock, history, folder) = state;
    let cells = [name(lock), name(history), name(folder), checked, outcome(&published), verified, restoring, after];
    format!("| {} |", cells.join(" | "))
}

/// What the folder told is a beginning of what it tells now, and every address that was locked is.
fn nothing_is_lost(root: &Path, before: &std::collections::BTreeMap<String, Vec<u8>>, what: &str) {
    let now = files_below(root);
    let text = |files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str| {
        String::from_utf8_lossy(files.get(path).map_or(&[], Vec::as_slice)).replace("\r\n", "\n")
    };
    assert!(text(&now, HISTORY).starts_with(&text(before, "public/history/history.yaml")), "{what}: the log of the folder was dropped");
    let lock = text(&now, LOCK);
    for url in text(before, LOCK).lines().filter_map(|line| line.split_whitespace().next()).filter(|url| url.starts_with('/')) {
        assert!(lock.contains(&format!("\n{url}\t")), "{what}: {url} is not locked any more");
    }
}

#[test]
fn every_state_of_the_records_is_told() {
    let material = Material::new();
    let rows: Vec<String> = STATES.iter().map(|state| row(&material, *state)).collect();
    let head = "| urls.lock | history.yaml | folder | check | publish | verify the folder | publish --restore | publish after it |\n|---|---|---|---|---|---|---|---|\n";
    let table = format!("{INTRODUCTION}{head}{}\n", rows.join("\n"));
    if std::env::var_os("PRONGSAI_BLESS").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    let expected = fs::read_to_string(TABLE).unwrap();
    let different: Vec<_> = table.lines().zip(expected.lines()).filter(|(found, expected)| found != expected).collect();
    assert!(table == expected, "{different:#?}");
}

#[test]
fn of_two_people_who_published_on_from_the_same_state_the_one_who_is_online_counts_and_the_other_goes_on_from_there() {
    let material = Material::new();
    let (mine, online) = (copied(material.fork.path()), material.second.path().join("public"));
    let root = mine.path();
    let restored = run(root, &["publish", "--restore", online.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", said(&restored));
    // Nothing of mine was online, so what was published there is published again.
    assert_eq!(run(root, &["publish", "--today", "2026-03-10"]).status.code(), Some(1), "the folder is of publications that count no more");
    fs::rename(root.join("public"), root.join("public-mine")).unwrap();
    let second = fs::read(material.second.path().join("content/pages/second.md")).unwrap();
    fs::write(root.join("content/pages/second.md"), second).unwrap();
    succeed(root, "2026-03-10");
    let (theirs, ours) =
        (fs::read_to_string(online.join("history/history.yaml")).unwrap(), fs::read_to_string(root.join(HISTORY)).unwrap());
    assert!(ours.starts_with(&theirs) && ours.contains("\"/fork/\""), "{ours}");
}

const INTRODUCTION: &str = "# Lock × history × folder\n\nA site that was published twice, with a page that waits to be published; then one or more of its three memories are spoilt. Each cell is the exit status \
and the codes that are reported; `verify` looks at the folder as the records know it. `publish --restore` takes the records from the folder, or where there is none from the copy that is online. Written by `PRONGSAI_BLESS=1 cargo test record_states`; what \
cannot be seen from here at all (older records and no folder) `verify` with the address of the site tells.\n\n";

fn outcome(run: &Output) -> String {
    let said = said(run);
    let codes: std::collections::BTreeSet<&str> =
        said.split('[').skip(1).filter_map(|rest| rest.split_once("]:")).map(|(code, _)| code).collect();
    let code = run.status.code().map_or_else(|| "?".to_owned(), |code| code.to_string());
    if codes.is_empty() { code } else { format!("{code} {}", codes.into_iter().collect::<Vec<_>>().join(" ")) }
}

fn name(value: impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for c in format!("{value:?}").chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.extend(c.to_lowercase());
    }
    name
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    prongsai(&[arguments, &["--lang", "en", "--quiet", "--root", root.to_str().unwrap()]].concat())
}

fn succeed(root: &Path, day: &str) {
    let run = run(root, &["publish", "--today", day]);
    assert!(run.status.success(), "{}", said(&run));
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn copied(from: &Path) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    copy(from, root.path());
    root
}
