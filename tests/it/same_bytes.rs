//! The same content gives the same bytes: other threads, folder, order of files, time zone, umask,
//! day (P11, P12).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{files_below, repository};

/// The program, with a mask of file modes where there are modes.
fn program(umask: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_prongsai");
    if cfg!(windows) {
        return Command::new(program);
    }
    let mut command = Command::new("sh");
    command.args(["-c", &format!("umask {umask} && exec \"$0\" \"$@\""), program]);
    command
}

fn build(root: &Path, out: &Path, environment: &[(&str, &str)], umask: &str) -> BTreeMap<String, Vec<u8>> {
    let mut run = program(umask);
    let run = run.arg("build").arg("--root").arg(root).arg("--out").arg(out).envs(environment.iter().copied()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    files_below(out)
}

#[test]
fn circumstances_do_not_show_in_the_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let first = build(repository(), &folder.path().join("first"), &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC")], "022");
    assert!(first.len() > 400, "{} files are no example site", first.len());
    // The same files, made in the opposite order, in a folder with another name.
    let copy = folder.path().join("สำเนา อื่น");
    for (path, bytes) in files_below(&repository().join("content")).into_iter().rev() {
        let file = copy.join("content").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let circumstances =
        [("RAYON_NUM_THREADS", "8"), ("TZ", "Asia/Bangkok"), ("LC_ALL", "th_TH.UTF-8"), ("SOURCE_DATE_EPOCH", "2000000000")];
    let second = build(&copy, &folder.path().join("second"), &circumstances, "077");
    for (path, bytes) in &first {
        assert!(second.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(first.len(), second.len());
    #[cfg(unix)]
    assert_eq!(modes(&folder.path().join("first")), modes(&folder.path().join("second")));
}

#[cfg(unix)]
fn modes(folder: &Path) -> std::collections::BTreeSet<u32> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries.map(|entry| std::os::unix::fs::PermissionsExt::mode(&entry.metadata().unwrap().permissions())).collect()
}

/// One circumstance that differs from the plain run: its name, environment, mask of file modes,
/// folder from which the program is called.
type Circumstance = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);

const CIRCUMSTANCES: [Circumstance; 7] = [
    ("one thread", &[("RAYON_NUM_THREADS", "1")], "022", "."),
    ("sixteen threads", &[("RAYON_NUM_THREADS", "16")], "022", "."),
    ("time zone", &[("TZ", "Pacific/Kiritimati")], "022", "."),
    ("locale", &[("LC_ALL", "th_TH.UTF-8"), ("LANG", "th_TH.UTF-8")], "022", "."),
    ("umask", &[], "077", "."),
    ("current folder", &[], "022", "/"),
    ("home and clock", &[("HOME", "/nonexistent"), ("USER", "นาย ก"), ("SOURCE_DATE_EPOCH", "2000000000")], "022", "."),
];

/// Two publications, the second with a change, and every form of the sheet; all that they wrote.
fn published(files: &[(&str, &str)], circumstance: &Circumstance) -> BTreeMap<String, Vec<u8>> {
    let (_, environment, umask, folder) = circumstance;
    let root = crate::common::site_folder(files);
    let run = |arguments: &[&str]| {
        let mut run = program(umask);
        run.args(arguments).arg("--root").arg(root.path()).envs(environment.iter().copied());
        let run = run.current_dir(root.path().join(folder)).output().unwrap();
        assert!(
            run.status.success(),
            "{}: {}{}",
            circumstance.0,
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr)
        );
    };
    run(&["publish", "--today", "2026-11-22"]);
    fs::write(root.path().join("content/2566/o2.md"), "---\ntitle: ผู้บริหาร\n---\nรายชื่อผู้บริหาร\n").unwrap();
    run(&["publish", "--today", "2026-11-23", "--note", "เพิ่มรายชื่อ"]);
    for format in ["xlsx", "csv", "json", "md"] {
        let file = root.path().join(format!("sheet.{format}"));
        run(&["sheet", "--year", "2566", "--format", format, "--out", file.to_str().unwrap()]);
    }
    files_below(root.path()).into_iter().filter(|(path, _)| !path.ends_with(".lock") || path.ends_with("urls.lock")).collect()
}

#[test]
fn a_publication_its_records_and_its_sheets_do_not_show_the_circumstances() {
    use rayon::prelude::*;
    let mut files = vec![
        (
            "content/site.yaml",
            "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\ncontact: {email: a@example.go.th}\nheaders: [netlify, apache, nginx, iis]\nsecurity: {expires: 2027-09-30}\nchecks: {severity: {item-empty: off, component-missing: off}}\n",
        ),
        ("content/2566/o1.md", "---\ntitle: โครงสร้าง\naliases: [/old/a.html]\n---\nเนื้อหาแรก\n"),
        (
            "content/2566/o42/index.md",
            "---\ntitle: มาตรการ ปีงบประมาณ 2566\nmeasures: [{id: m1, title: ก}, {id: m2, title: ข}]\nevidence: [b.txt, a.txt]\n---\nเนื้อหา\n",
        ),
        ("content/2566/o42/a.txt", "ก"),
        ("content/2566/o42/b.txt", "ข"),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nที่อยู่\n"),
    ];
    let plain = published(&files, &("plain", &[], "022", "."));
    for path in ["content/urls.lock", "content/history.yaml", "public/history/history.yaml", "public/manifest.json", "sheet.xlsx"] {
        assert!(plain.contains_key(path), "{path}");
    }
    let same = |what: &str, other: &BTreeMap<String, Vec<u8>>| {
        let differing: Vec<&String> = plain.keys().chain(other.keys()).filter(|path| plain.get(*path) != other.get(*path)).collect();
        assert!(differing.is_empty(), "{what}: {differing:?}");
    };
    CIRCUMSTANCES.par_iter().for_each(|circumstance| same(circumstance.0, &published(&files, circumstance)));
    files.reverse();
    same("files made in another order", &published(&files, &("other order", &[], "022", ".")));
}
