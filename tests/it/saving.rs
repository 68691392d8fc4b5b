//! How the programs of an office save while the preview is running: the page shows what was there
//! or what is there now, never the moment between, and what the programs put beside a file
//! meanwhile is neither shown nor spoken of.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::common::site_folder;
use crate::preview_session::{LONG, Session};

/// Between two steps of a program: long enough for the preview to look.
const MOMENT: Duration = Duration::from_millis(60);

/// A way to save bytes under a name.
type Way = (&'static str, fn(&Path, &str));

const WAYS: [Way; 6] = [
    ("Notepad", in_place),
    ("Word", word),
    ("Word with a backup", word_with_backup),
    ("Excel", excel),
    ("LibreOffice", libre_office),
    ("a program that synchronises", synchronised),
];

fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// The file is emptied, and a moment later its text is there.
fn in_place(path: &Path, text: &str) {
    let mut file = File::create(path).unwrap();
    std::thread::sleep(MOMENT);
    file.write_all(text.as_bytes()).unwrap();
}

/// Each line is a step that takes its moment.
fn steps(steps: &[&dyn Fn() -> std::io::Result<()>]) {
    for step in steps {
        step().unwrap();
        std::thread::sleep(MOMENT);
    }
}

fn word(path: &Path, text: &str) {
    let (owner, new, old) = (beside(path, &format!("~${}", name(path))), beside(path, "~WRD0000.tmp"), beside(path, "~WRL0001.tmp"));
    steps(&[
        &|| fs::write(&owner, "สมชาย"),
        &|| fs::write(&new, text),
        &|| fs::rename(path, &old),
        &|| fs::rename(&new, path),
        &|| fs::remove_file(&old),
        &|| fs::remove_file(&owner),
    ]);
}

fn word_with_backup(path: &Path, text: &str) {
    let (new, backup) = (beside(path, "~WRD0002.tmp"), beside(path, "Backup of plan.wbk"));
    steps(&[&|| fs::write(&new, text), &|| fs::rename(path, &backup), &|| fs::rename(&new, path)]);
}

/// The new file has a name of eight digits without an ending.
fn excel(path: &Path, text: &str) {
    let (owner, new, old) = (beside(path, &format!("~${}", name(path))), beside(path, "5B1C7A00"), beside(path, "5B1C7A00.tmp"));
    steps(&[
        &|| fs::write(&owner, "สมชาย"),
        &|| fs::write(&new, text),
        &|| fs::rename(path, &old),
        &|| fs::rename(&new, path),
        &|| fs::remove_file(&old),
        &|| fs::remove_file(&owner),
    ]);
}

fn libre_office(path: &Path, text: &str) {
    let (lock, new) = (beside(path, &format!(".~lock.{}#", name(path))), beside(path, "lu84122zx1.tmp"));
    steps(&[&|| fs::write(&lock, "สมชาย"), &|| fs::write(&new, text), &|| fs::rename(&new, path), &|| fs::remove_file(&lock)]);
}

/// The old file is removed before the new one comes.
fn synchronised(path: &Path, text: &str) {
    let new = beside(path, &format!("{}.partial", name(path)));
    steps(&[&|| fs::write(&new, text), &|| fs::remove_file(path), &|| fs::rename(&new, path)]);
}

#[test]
fn the_preview_shows_what_was_or_what_is_however_a_program_saves() {
    for more in [&[][..], &["--poll"]] {
        for (program, save) in WAYS {
            for file in ["index.md", "plan.csv"] {
                let root = site_folder(&[
                    ("content/2566/o2/index.md", "---\ntitle: หน้าเดิม\n---\n[แผน](plan.csv) ข้อความ-0\n"),
                    ("content/2566/o2/plan.csv", "a,b\n0,0\n"),
                ]);
                let session = Session::start(root.path(), more);
                session.checked("2566/o2/");
                let path = root.path().join("content/2566/o2").join(file);
                let case = format!("{program} {more:?} {file}");
                let text = match file {
                    "index.md" => "---\ntitle: หน้าเดิม\n---\n[แผน](plan.csv) ข้อความ-1\n",
                    _ => "a,b\n1,1\n",
                };
                follows(&session, &path, text, save, &case);
                speaks_of_nothing(&session, &case);
            }
        }
    }
}

/// The report comes to speak of nothing that was there only while the program saved.
fn speaks_of_nothing(session: &Session, case: &str) {
    const PASSING: [&str; 7] = ["~$", "~WR", "5B1C7A00", "lu84122", ".~lock", "partial", "link-broken"];
    let start = Instant::now();
    loop {
        let report = session.checked("_prongsai/").text();
        let Some(word) = PASSING.iter().find(|word| report.contains(**word)) else { return };
        assert!(start.elapsed() < LONG, "{case}: {word} in {report}");
        std::thread::sleep(MOMENT);
    }
}

/// Looks at the page again and again while a file is saved, and until it is new.
fn follows(session: &Session, path: &Path, text: &str, save: fn(&Path, &str), case: &str) {
    let is_saved = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            save(path, text);
            is_saved.store(true, Ordering::Relaxed);
        });
        let start = Instant::now();
        let is_page = path.ends_with("index.md");
        loop {
            let was_saved = is_saved.load(Ordering::Relaxed);
            let page = session.get("2566/o2/");
            assert!(page.status == 200 && page.has("หน้าเดิม"), "{case}: {}", page.text());
            assert!(page.has("ข้อความ-0") || page.has("ข้อความ-1"), "{case}: {}", page.text());
            assert!(page.has("href=\"plan.csv\""), "{case}: {}", page.text());
            let is_new =
                if is_page { page.has("ข้อความ-1") } else { session.get("2566/o2/plan.csv").body == text.as_bytes() };
            if was_saved && is_new {
                return;
            }
            assert!(start.elapsed() < LONG, "{case}: it does not follow");
        }
    });
}
