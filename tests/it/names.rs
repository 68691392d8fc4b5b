//! What editors, sync programs, office programs and systems make of names: a page under another
//! name is an error that gives the right one, and nothing of it is published (P25).

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{files_below, prongsai, repository, site_folder};

/// Stands in every file that must not be published.
const SECRET: &str = "ร่างลับยังไม่เผยแพร่";

/// Names of files in one place, each with the path that the finding is to give.
const MISNAMED: &[(&str, &str)] = &[
    // Other and doubled endings.
    ("content/2566/o10.md.txt", "content/2566/o10.md"),
    ("content/2566/o11.txt", "content/2566/o11.md"),
    ("content/2566/o12.markdown", "content/2566/o12.md"),
    ("content/2566/o13.mdown", "content/2566/o13.md"),
    ("content/2566/o14.MD", "content/2566/o14.md"),
    ("content/2566/o15.Md", "content/2566/o15.md"),
    ("content/2566/o16.md.md", "content/2566/o16.md"),
    ("content/2566/o17.md.bak", "content/2566/o17.md"),
    ("content/2566/o18.md~", "content/2566/o18.md"),
    ("content/2566/o19.md.orig", "content/2566/o19.md"),
    ("content/2566/o20.md.save", "content/2566/o20.md"),
    ("content/2566/o21.mdx", "content/2566/o21.md"),
    ("content/2566/o22.md.docx", "content/2566/o22.md"),
    ("content/2566/O23.MD", "content/2566/o23.md"),
    ("content/2566/o24", "content/2566/o24.md"),
    ("content/2566/o25.md (1)", "content/2566/o25.md"),
    ("content/2566/o26.docx.md", "content/2566/o26.md"),
    ("content/2566/o27.yaml", "content/2566/o27.md"),
    ("content/2566/o28.bak", "content/2566/o28.md"),
    ("content/2566/o7.docx", " 2566/o7"),
    ("content/2566/o8.doc", "content/2566/o8.md"),
    ("content/2566/O 9.odt", " 2566/o9"),
    // Copies and conflicts.
    ("content/2566/o30 (1).md", "content/2566/o30.md"),
    ("content/2566/o31 - Copy.md", "content/2566/o31.md"),
    ("content/2566/o32 - สำเนา.md", "content/2566/o32.md"),
    ("content/2566/สำเนาของ o33.md", "content/2566/o33.md"),
    ("content/2566/Copy of o34.md", "content/2566/o34.md"),
    ("content/2566/o35-PC1.md", "content/2566/o35.md"),
    ("content/2566/o36-DESKTOP-ABC123.md", "content/2566/o36.md"),
    ("content/2566/o37 (PC1's conflicted copy 2026-01-02).md", "content/2566/o37.md"),
    ("content/2566/o38.sync-conflict-20260102-123456-ABCDEFG.md", "content/2566/o38.md"),
    ("content/2566/o39_conflict.md", "content/2566/o39.md"),
    ("content/2566/o40~1.md", "content/2566/o40.md"),
    ("content/2566/o41 2.md", "content/2566/o41.md"),
    ("content/2566/o42 (1).txt", "content/2566/o42.md"),
    ("content/2566/ข้อ 43.md", "content/2566/o43.md"),
    ("content/2566/o1 (1).md", "content/2566/o1.md"),
    ("content/2566/o1-copy.md", "content/2566/o1.md"),
    ("content/2566/o2/index (2).md", "content/2566/o2/index.md"),
    ("content/2566/o3/Index.md", "content/2566/o3/index.md"),
    ("content/2566/o3/INDEX.MD", "content/2566/o3/index.md"),
    ("content/2566/o4/index.txt", "content/2566/o4/index.md"),
    ("content/2566/o4/index.md.txt", "content/2566/o4/index.md"),
    ("content/2566/o4/index.docx", " 2566/o4"),
    ("content/2566/o5/readme.md", "content/2566/o5/index.md"),
    ("content/2566/o6/o6.md", "content/2566/o6/index.md"),
    ("content/2566/o2/2022-10 (1).md", "content/2566/o2/2022-10.md"),
    ("content/2566/o2/2022-11.markdown", "content/2566/o2/2022-11.md"),
    ("content/2566/o2/2022-12.txt", "content/2566/o2/2022-12.md"),
    ("content/pages/contact (1).md", "content/pages/contact.md"),
    ("content/pages/contact - Copy.md", "content/pages/contact.md"),
    ("content/pages/contact-copy.md", "content/pages/contact.md"),
    ("content/pages/contact-SOMCHAI-PC.md", "content/pages/contact.md"),
    ("content/pages/contact.md.txt", "content/pages/contact.md"),
    ("content/pages/our_work (2).md", "content/pages/our_work.md"),
    ("content/pages/about.MD", "content/pages/about.md"),
    ("content/pages/law/Index.md", "content/pages/law/index.md"),
    ("content/pages/privacy.md_old", "content/pages/privacy.md"),
    // Data.
    ("content/site.yml", "content/site.yaml"),
    ("content/Site.yaml", "content/site.yaml"),
    ("content/site.yaml.txt", "content/site.yaml"),
    ("content/site - Copy.yaml", "content/site.yaml"),
    ("content/assessments.yml", "content/assessments.yaml"),
    ("content/assessment.yaml", "content/assessments.yaml"),
    ("content/urls.lock.txt", "content/urls.lock"),
    ("content/2566/site.yaml", "content/site.yaml"),
    ("content/2566/o2/assessments.yml", "content/assessments.yaml"),
    ("content/2571.yaml", "content/catalogues/2571.yaml"),
    ("content/catalogues/2572.yaml.txt", "content/catalogues/2572.yaml"),
];

/// Folders under another name, each with its code and the right name.
const FOLDERS: &[(&str, &str, &str)] = &[
    ("content/ปี 2567", "not-a-year-folder", "2567"),
    ("content/ปี2567", "not-a-year-folder", "2567"),
    ("content/พ.ศ.2567", "not-a-year-folder", "2567"),
    ("content/พ.ศ. ๒๕๖๗", "not-a-year-folder", "2567"),
    ("content/2567 ", "not-a-year-folder", "2567"),
    ("content/ 2567", "not-a-year-folder", "2567"),
    ("content/FY2567", "not-a-year-folder", "2567"),
    ("content/ปีงบประมาณ 2567", "not-a-year-folder", "2567"),
    ("content/2024", "not-a-year-folder", "2567"),
    ("content/67", "not-a-year-folder", "2567"),
    ("content/2567-old", "not-a-year-folder", "2567"),
    ("content/2567_backup", "not-a-year-folder", "2567"),
    ("content/2567 - Copy", "not-a-year-folder", "2567"),
    ("content/2567 (1)", "not-a-year-folder", "2567"),
    ("content/2567.bak", "not-a-year-folder", "2567"),
    ("content/Pages", "file-misnamed", "content/pages"),
    ("content/page", "file-misnamed", "content/pages"),
    ("content/catalogue", "file-misnamed", "content/catalogues"),
    ("content/2566/o29 (1)", "not-an-item-file", "content/2566/o29"),
    ("content/2566/o29 - Copy", "not-an-item-file", "content/2566/o29"),
    ("content/2566/ข้อ 29", "not-an-item-file", "content/2566/o29"),
    ("content/2566/o-29", "not-an-item-file", "content/2566/o29"),
];

/// What programs leave.
const LEFT_OVER: &[&str] = &[
    "content/2566/Thumbs.db",
    "content/2566/ehthumbs.db",
    "content/2566/Desktop.ini",
    "content/2566/desktop.ini",
    "content/2566/o1/~$o1.docx",
    "content/2566/o1/~WRL0001.tmp",
    "content/2566/o1/.DS_Store",
    "content/2566/o1/._signed.pdf",
    "content/2566/o1/.~lock.o1.odt#",
    "content/2566/o1/Icon\r",
    "content/2566/.o1.md.swp",
    "content/2566/#o1.md#",
    "content/2566/o1/index.md.bak",
    "content/2566/__MACOSX/o1.md",
    "content/2566/o1/signed.pdf.crdownload",
    "content/2566/o1/signed.pdf.part",
    "content/2566/o1/signed.pdf.partial",
    "content/2566/o1/signed.pdf.download",
    "content/2566/o1/signed.pdf.opdownload",
];

/// Names that are meant, with their paths below the base.
const MEANT: &[(&str, &str)] = &[
    ("content/2566/O2.md", "2566/o2/index.html"),
    ("content/2566/๐๓.md", "2566/o3/index.html"),
    ("content/2566/o4/2022-10.md", "2566/o4/2022-10/index.html"),
    ("content/2566/o4/plan-old.md", "2566/o4/plan-old/index.html"),
    ("content/2566/o4/notes.txt", "2566/o4/notes.txt"),
    ("content/2566/o4/data.csv", "2566/o4/data.csv"),
    ("content/2566/o4/open-data.yaml", "2566/o4/open-data.yaml"),
    ("content/2566/o4/report (1).pdf", "2566/o4/report (1).pdf"),
    ("content/2566/o4/สำเนาคำสั่ง.pdf", "2566/o4/สำเนาคำสั่ง.pdf"),
    ("content/2566/o4/o4.docx", "2566/o4/o4.docx"),
    ("content/2566/o4/5B1C7A00/plan.pdf", "2566/o4/5B1C7A00/plan.pdf"),
    ("content/2566/o4/scan.tmp/plan.pdf", "2566/o4/scan.tmp/plan.pdf"),
    ("content/2566/o5.pdf", "2566/o5.pdf"),
    ("content/2566/form1.docx", "2566/form1.docx"),
    ("content/2566/notes.txt", "2566/notes.txt"),
    ("content/2566/images/logo.png", "2566/images/logo.png"),
    ("content/2566/o1-files/plan.pdf", "2566/o1-files/plan.pdf"),
    ("content/pages/conflict-of-interest.md", "conflict-of-interest/index.html"),
    ("content/pages/request-copy.md", "request-copy/index.html"),
    ("content/pages/law/index.md", "law/index.html"),
    ("content/pages/our_work.v2.md", "our_work.v2/index.html"),
    ("content/pages/law/law-2.md", "law/law-2/index.html"),
    ("content/pages/form.docx", "form.docx"),
];

/// A page that is published, and beside it `files`, each with the front matter of a page and the
/// secret.
fn site_with<'f>(files: impl Iterator<Item = &'f str>) -> TempDir {
    let page = "---\ntitle: หน้า\n---\n";
    let root = site_folder(&[("content/2566/o1/index.md", page), ("content/pages/contact.md", page)]);
    fs::write(root.path().join("content/2566/o1.md"), page).unwrap();
    fs::remove_file(root.path().join("content/2566/o1/index.md")).unwrap();
    files.for_each(|file| write(root.path(), file, &format!("{page}{SECRET} {file}\n")));
    root
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    // Windows has one file for all spellings of a name in small and capital letters, and none of
    // some names.
    if cfg!(windows) && path.exists() {
        return;
    }
    let written = fs::create_dir_all(path.parent().unwrap()).and_then(|()| fs::write(path, text));
    assert!(written.is_ok() || cfg!(windows), "{file}: {written:?}");
}

/// Whether the system has given this name to a file.
fn has(root: &TempDir, file: &str) -> bool {
    cfg!(unix) || files_below(root.path()).contains_key(file)
}

fn findings(root: &TempDir) -> Vec<Value> {
    let run = prongsai(&["check", "--lang", "en", "--format", "json", "--root", root.path().to_str().unwrap()]);
    serde_json::from_slice(&run.stdout).unwrap()
}

/// What is said about a file: code, severity and words.
fn said(findings: &[Value], file: &str) -> Vec<(String, String, String)> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let of_file = findings.iter().filter(|finding| finding["file"] == file);
    of_file.map(|finding| (text(finding, "code"), text(finding, "severity"), text(finding, "message") + &text(finding, "help"))).collect()
}

/// The files of the site that hold the secret after a build, which ends with `code`.
fn leaks(root: &TempDir, code: i32) -> Vec<String> {
    let run = prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    assert_eq!(
        run.status.code(),
        Some(code),
        "{}",
        String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
    );
    let public = root.path().join("public");
    let files = if public.exists() { files_below(&public) } else { Default::default() };
    let holds = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
    files.into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn a_page_under_another_name_is_an_error_that_gives_the_right_one() {
    let root = site_with(MISNAMED.iter().map(|(file, _)| *file));
    let findings = findings(&root);
    let mut wrong = Vec::new();
    for (file, right) in MISNAMED.iter().filter(|(file, _)| has(&root, file)) {
        let said = said(&findings, file);
        match &said[..] {
            [(code, severity, words)] if code == "file-misnamed" && severity == "error" && words.contains(right) => {}
            _ => wrong.push(format!("{file}: {said:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(leaks(&root, 1), [""; 0]);
}

#[test]
fn a_folder_under_another_name_is_one_error_with_blanks_made_visible() {
    for (folder, code, right) in FOLDERS {
        let files = ["o1.md", "o2/index.md", "o2/signed.pdf"].map(|file| format!("{folder}/{file}"));
        let root = site_with(files.iter().map(String::as_str));
        if !has(&root, &files[0]) {
            continue;
        }
        let findings = findings(&root);
        let about: Vec<&Value> =
            findings.iter().filter(|finding| finding["file"].as_str().unwrap_or_default().starts_with(folder)).collect();
        let [finding] = &about[..] else { panic!("{folder}: {about:?}") };
        assert_eq!((&finding["code"], &finding["severity"]), (&Value::from(*code), &Value::from("error")), "{folder}");
        let words = format!("{} {}", finding["message"], finding["help"]);
        assert!(words.contains(&format!(" {right}")), "{folder}: {words}");
        let name = folder.rsplit('/').next().unwrap();
        assert_eq!(words.contains('␠'), name.trim() != name, "{folder}: {words}");
        assert_eq!(leaks(&root, 1), [""; 0], "{folder}");
    }
}

#[test]
fn what_programs_leave_is_not_published_and_said_once() {
    let root = site_with(LEFT_OVER.iter().copied().filter(|file| !file.contains("o1/index")));
    fs::remove_file(root.path().join("content/2566/o1.md")).unwrap();
    write(root.path(), "content/2566/o1/index.md", "---\ntitle: หน้า\n---\n");
    write(root.path(), "content/2566/o1/index.md.bak", SECRET);
    let findings = findings(&root);
    let codes = |code: &str| findings.iter().filter(|finding| finding["code"] == code).count();
    assert_eq!((codes("files-left-over"), codes("half-download")), (1, 5));
    assert_eq!(codes("file-misnamed"), 0);
    assert_eq!(leaks(&root, 0), [""; 0]);
}

/// Names that Windows cannot give to a file, each with the place of the finding and the name that
/// it is to give.
#[cfg(unix)]
const FOREIGN: &[(&str, &str, &str)] = &[
    ("content/2566/o1-files/aux.pdf", "content/2566/o1-files/aux.pdf", "aux-file.pdf"),
    ("content/2566/NUL.txt", "content/2566/NUL.txt", "NUL-file.txt"),
    ("content/2566/o4/com¹.csv", "content/2566/o4/com¹.csv", "com¹-file.csv"),
    ("content/2566/o4/con/a.pdf", "content/2566/o4/con", "con-file"),
    ("content/2566/o4/แผน./a.pdf", "content/2566/o4/แผน.", "แผน"),
    ("content/2566/o4/แผน.pdf ", "content/2566/o4/แผน.pdf ", "แผน.pdf"),
    ("content/2566/o4/ใคร?.pdf", "content/2566/o4/ใคร?.pdf", "ใคร-.pdf"),
    ("content/2566/o4/a<b>.pdf", "content/2566/o4/a<b>.pdf", "a-b-.pdf"),
    ("content/2566/o4/a|b*.pdf", "content/2566/o4/a|b*.pdf", "a-b-.pdf"),
    ("content/2566/o4/a\"b.pdf", "content/2566/o4/a\"b.pdf", "a-b.pdf"),
    ("content/2566/o4/a:b.pdf", "content/2566/o4", "a-b.pdf"),
    ("content/2566/o4/a\\b.pdf", "content/2566/o4", "a-b.pdf"),
    ("content/2566/o4/a\u{7}b.pdf", "content/2566/o4", "a-b.pdf"),
    ("content/pages/lpt1.xlsx", "content/pages/lpt1.xlsx", "lpt1-file.xlsx"),
    ("themes/ours/assets/a?.css", "themes/ours/assets/a?.css", "a-.css"),
];

/// A site is moved between machines: what Windows cannot do is said everywhere, and nothing of it
/// is published.
#[cfg(unix)]
#[test]
fn a_name_that_only_some_systems_can_give_is_an_error_that_gives_another() {
    for (file, place, better) in FOREIGN {
        let root = site_with([].into_iter());
        write(root.path(), file, SECRET);
        let findings = findings(&root);
        match &said(&findings, place)[..] {
            [(code, severity, words)]
                if code == "file-name-unreadable" && severity == "error" && words.contains(&format!("“{better}”")) => {}
            said => panic!("{file}: {said:?}"),
        }
        assert_eq!(leaks(&root, 1), [""; 0], "{file}");
    }
}

#[test]
fn a_name_that_is_meant_is_published_and_nothing_is_said_of_it() {
    let root = site_with([].into_iter());
    let pdf = fs::read(repository().join("content/2566/o1/structure-2566.pdf")).unwrap();
    for (file, _) in MEANT {
        write(root.path(), file, if file.ends_with(".md") { "---\ntitle: หน้า\n---\n" } else { "x" });
        if file.ends_with(".pdf") {
            fs::write(root.path().join(file), &pdf).unwrap();
        }
    }
    let findings = findings(&root);
    let of_names = ["file-misnamed", "not-an-item-file", "page-file-name", "files-left-over", "attachment-type", "file-not-published"];
    let about: Vec<&Value> = findings.iter().filter(|finding| of_names.iter().any(|code| finding["code"] == *code)).collect();
    assert!(about.is_empty(), "{about:?}");
    assert_eq!(leaks(&root, 0), [""; 0]);
    MEANT.iter().for_each(|(_, path)| assert!(root.path().join("public").join(path).is_file(), "{path}"));
}

#[test]
fn a_site_file_under_another_name_is_named() {
    let root = site_with([].into_iter());
    for other in ["site.yml", "Site.yaml", "site.yaml.txt", "site (1).yaml", "site.yaml.bak"] {
        fs::rename(root.path().join("content/site.yaml"), root.path().join("content").join(other)).unwrap();
        // Under Wine a name stays as it is if only its capital letters change.
        if !has(&root, &format!("content/{other}")) {
            continue;
        }
        let said = said(&findings(&root), "content/site.yaml");
        let [(code, _, words)] = &said[..] else { panic!("{said:?}") };
        assert!(code == "no-site-file" && words.contains(&format!("content/{other}")), "{words}");
        fs::rename(root.path().join("content").join(other), root.path().join("content/site.yaml")).unwrap();
    }
}
