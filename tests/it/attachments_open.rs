//! Evidence that nobody can open is warned of by `build`, and stops `publish` with its name.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::common::{prongsai, repository, site_folder};
use crate::moment::said;

const SITE: &str =
    "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: off}}\n";

/// A site whose page names this file as evidence.
fn with_file(name: &str, bytes: &[u8]) -> TempDir {
    let page = format!("---\ntitle: โครงสร้าง\nevidence: [{name}]\n---\n");
    let root = site_folder(&[("content/site.yaml", SITE), ("content/2566/o1/index.md", &page)]);
    fs::write(root.path().join("content/2566/o1").join(name), bytes).unwrap();
    root
}

fn run(command: &str, lang: &str, root: &Path) -> (Option<i32>, String) {
    let run = prongsai(&[command, "--lang", lang, "--today", "2026-11-22", "--root", root.to_str().unwrap()]);
    (run.status.code(), said(&run))
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/files").join(name)).unwrap()
}

/// An office document with one part more, or another.
fn with_part(document: &[u8], name: &str, text: &str) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(bytes).unwrap();
    };
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let known = part.name().unwrap().into_owned();
        if known != name {
            put(&known, &bytes);
        }
    }
    put(name, text.as_bytes());
    to.finish().unwrap().into_inner()
}

/// `build` warns and makes the site, `publish` makes nothing and says the same.
fn stops(name: &str, bytes: &[u8], code: &str, english: &str, thai: &str) {
    let root = with_file(name, bytes);
    let (status, built) = run("build", "en", root.path());
    assert!(status == Some(0) && built.contains(&format!("warning[{code}]")), "{name}: {built}");
    fs::remove_dir_all(root.path().join("public")).unwrap();
    for (lang, words) in [("en", english), ("th", thai)] {
        let (status, published) = run("publish", lang, root.path());
        assert!(status == Some(1) && published.contains(words) && published.contains(name), "{name}: {published}");
        assert!(!root.path().join("public").exists(), "{name} is published");
    }
}

#[test]
fn what_nobody_can_open_stops_a_publication() {
    let half = |name: &str| {
        let mut bytes = sample(name);
        bytes.truncate(bytes.len() / 2);
        bytes
    };
    for (name, from) in [("plan.docx", "opens/plan.docx"), ("list.xlsx", "opens/list.xlsx"), ("old.xls", "opens/list.xls")] {
        stops(name, &half(from), "attachment-unreadable", "is cut short", "ไม่ครบ");
    }
    stops("photo.jpg", &half("opens/photo.jpg"), "attachment-unreadable", "is cut short", "ไม่ครบ");
    let login = "<!DOCTYPE html><title>Login</title>";
    stops("plan.xlsx", login.as_bytes(), "attachment-unreadable", "is a web page, no .xlsx file", "เป็นหน้าเว็บ");
    stops("plan.docx", &sample("opens/list.xlsx"), "attachment-unreadable", "inside it is Excel (.xlsx)", "ข้างในเป็น Excel (.xlsx)");
    stops("list.xlsx", &sample("opens/locked.xlsx"), "attachment-encrypted", "opens with a password only", "ต้องใช้รหัสผ่าน");
    // Open documents encrypt their parts one by one.
    let list = "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>";
    let locked = with_part(&sample("opens/plan.odt"), "META-INF/manifest.xml", list);
    stops("plan.odt", &locked, "attachment-encrypted", "opens with a password only", "ต้องใช้รหัสผ่าน");
}

#[test]
fn macros_stop_a_publication_whatever_the_document_is_called() {
    for (name, from, part) in [
        ("list.xlsm", "opens/list.xlsx", "xl/vbaProject.bin"),
        ("list.xlsx", "opens/list.xlsx", "xl/vbaProject.bin"),
        ("old.xlsm", "opens/list.xlsx", "xl/macrosheets/sheet1.xml"),
        ("plan.docm", "opens/plan.docx", "word/vbaProject.bin"),
        ("plan.odt", "opens/plan.odt", "Basic/Standard/Module1.xml"),
    ] {
        stops(name, &with_part(&sample(from), part, "x"), "attachment-macro", "holds macros", "มีมาโคร");
    }
    // The ending allows them, and there are none.
    let root = with_file("list.xlsm", &sample("opens/list.xlsx"));
    assert_eq!(run("publish", "en", root.path()).0, Some(0));
}

#[test]
fn evidence_that_opens_is_published_without_a_word() {
    for name in
        ["plan.docx", "list.xlsx", "list.ods", "plan.odt", "list.xls", "plan.doc", "photo.jpg", "chart.png", "chart.gif", "map.webp"]
    {
        let root = with_file(name, &sample(&format!("opens/{name}")));
        let (status, published) = run("publish", "en", root.path());
        assert!(status == Some(0) && !published.contains("attachment-"), "{name}: {published}");
    }
}
