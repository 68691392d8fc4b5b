//! What is inside attachments: real files of other programs, files made to harm, and many files.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::common::{prongsai, repository, site_folder};

/// A site whose item O42 names each of these files of `tests/files` as evidence.
pub fn with_files(names: &[&str]) -> TempDir {
    let page = format!("---\ntitle: มาตรการ\nevidence: [{}]\n---\n", names.join(", "));
    let root = site_folder(&[("content/2566/o42/index.md", &page)]);
    for name in names {
        let to = root.path().join("content/2566/o42").join(name);
        fs::copy(repository().join("tests/files").join(name), to).unwrap();
    }
    root
}

/// The short report of `check`.
pub fn report(root: &Path) -> String {
    let run = prongsai(&["check", "--lang", "en", "--format", "short", "--root", root.to_str().unwrap()]);
    assert!(matches!(run.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(!String::from_utf8_lossy(&run.stderr).contains("panicked"), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn files_of_real_programs_are_told_apart() {
    let root = with_files(&["thai.pdf", "office.pdf", "scan.pdf", "password.pdf", "no-copying.pdf"]);
    let report = report(root.path());
    assert!(!report.contains("thai.pdf” is") && !report.contains("pdf-broken-text"), "{report}");
    assert_eq!(report.matches("[pdf-scan]").count(), 1, "{report}");
    assert!(report.contains("the PDF “content/2566/o42/scan.pdf” is a picture"), "{report}");
    assert_eq!(report.matches("[pdf-encrypted]").count(), 1, "what only may not be copied opens: {report}");
    assert!(report.contains("the PDF “content/2566/o42/password.pdf” opens with a password only"), "{report}");
    assert_eq!(report.matches("[pdf-no-title]").count(), 1, "{report}");
    assert!(report.contains("the PDF “content/2566/o42/office.pdf” has no title"), "{report}");
}

#[test]
fn a_finding_about_a_file_stands_where_its_name_is_written_with_year_and_item() {
    let root = with_files(&["scan.pdf"]);
    let run = prongsai(&["check", "--format", "json", "--root", root.path().to_str().unwrap()]);
    let findings: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let scan = findings.as_array().unwrap().iter().find(|finding| finding["code"] == "pdf-scan").unwrap();
    assert_eq!((&scan["file"], &scan["line"], &scan["column"]), (&"content/2566/o42/index.md".into(), &3.into(), &12.into()));
    assert_eq!((&scan["item"], &scan["fiscal_year"]), (&"O42".into(), &2566.into()));
}

#[test]
fn an_attachment_of_a_draft_is_not_looked_at() {
    let root = with_files(&["scan.pdf", "password.pdf"]);
    let page = root.path().join("content/2566/o42/index.md");
    fs::write(&page, fs::read_to_string(&page).unwrap().replace("title:", "draft: true\ntitle:")).unwrap();
    assert!(!report(root.path()).contains("[pdf-"));
}

#[test]
fn a_hundred_files_do_not_keep_the_officer_waiting() {
    let root = with_files(&["office.pdf"]);
    let folder = root.path().join("content/2566/o42");
    let office = fs::read(folder.join("office.pdf")).unwrap();
    for number in 0..100 {
        fs::write(folder.join(format!("{number}.pdf")), [&office[..], number.to_string().as_bytes()].concat()).unwrap();
    }
    let started = Instant::now();
    let report = report(root.path());
    // Not a measurement: a hang must end the test.
    assert!(started.elapsed() < Duration::from_secs(60), "hangs");
    assert_eq!(report.matches("[attachment-unused]").count(), 100, "{report}");
}

/// By its whole address, its path below the base, or its name: it is one file, on this site.
#[test]
fn a_file_that_evidence_names_is_shown_once_and_from_where_the_page_is() {
    for target in ["url: 'https://www.example.go.th/ita/2566/o42/a.txt'", "page: 2566/o42/a.txt", "file: a.txt"] {
        let page = format!("---\ntitle: มาตรการ\nevidence: [{{{target}, title: ก}}]\n---\n");
        let root = site_folder(&[("content/2566/o42/index.md", &page), ("content/2566/o42/a.txt", "ก")]);
        let run = prongsai(&["build", "--today", "2026-11-22", "--root", root.path().to_str().unwrap()]);
        assert!(run.status.success(), "{target}: {}", String::from_utf8_lossy(&run.stdout));
        let html = Html::parse_document(&fs::read_to_string(root.path().join("public/2566/o42/index.html")).unwrap());
        let selector = Selector::parse("main a").unwrap();
        let links = html.select(&selector).filter_map(|link| link.value().attr("href"));
        assert_eq!(links.filter(|link| link.ends_with("a.txt")).collect::<Vec<_>>(), ["a.txt"], "{target}");
    }
}
