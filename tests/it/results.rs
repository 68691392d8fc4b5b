//! `--out`: a text for people is one that Notepad, Word and Excel open, what programs read is what
//! they would read from standard output.

use std::fs;
use std::path::Path;

use crate::common::{prongsai, repository, site_folder};

const MARK: &[u8] = b"\xef\xbb\xbf";
const MISTAKE: (&str, &str) = ("content/2566/o1.md", "---\ntitel: โครงสร้าง\n---\n");

/// What stands in the file, and what on standard output without it; both runs end alike.
fn written_and_shown(arguments: &[&str], folder: &Path) -> (Vec<u8>, Vec<u8>) {
    let out = folder.join("ผล ตรวจ.txt");
    fs::write(&out, "ของเดิม").unwrap();
    let shown = prongsai(arguments);
    let run = prongsai(&[arguments, &["--out", out.to_str().unwrap()]].concat());
    assert!(run.stdout.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stdout));
    assert_eq!(run.status, shown.status, "{arguments:?}");
    assert!(String::from_utf8_lossy(&run.stderr).contains("ผล ตรวจ.txt"), "{arguments:?}");
    assert!(!shown.stdout.is_empty() && !shown.stdout.starts_with(MARK), "{arguments:?}");
    (fs::read(out).unwrap(), shown.stdout)
}

#[test]
fn programs_read_the_same_bytes_from_the_file_of_every_command() {
    let root = site_folder(&[MISTAKE]);
    let site = root.path().to_str().unwrap();
    let example = repository().to_str().unwrap();
    let published = root.path().join("copy");
    assert!(prongsai(&["build", "--root", example, "--out", published.to_str().unwrap()]).status.success());
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["check", "--format", "json", "--root", site][..],
        &["check", "--format", "sarif", "--root", site],
        &["check", "--format", "short", "--root", site],
        &["verify", published.to_str().unwrap(), "--format", "json"],
        &["score", "check", "--format", "json", "--root", example],
        &["score", "forecast", "--year", "2569", "--format", "json", "--root", example],
        &["score", "invert", "--year", "2564", "--indicator", "9", "28.28", "--format", "json"],
        &["sheet", "--year", "2569", "--format", "json", "--root", example],
    ] {
        let (written, shown) = written_and_shown(arguments, folder.path());
        assert_eq!(written, shown, "{arguments:?}");
    }
}

#[test]
fn people_read_a_marked_text_without_colours() {
    let folder = tempfile::tempdir().unwrap();
    let root = site_folder(&[MISTAKE]);
    let site = root.path().to_str().unwrap();
    let (written, shown) = written_and_shown(&["check", "--color", "always", "--lang", "th", "--root", site], folder.path());
    assert!(shown.contains(&b'\x1b') && !written.contains(&b'\x1b'));
    let text = String::from_utf8(written.strip_prefix(MARK).unwrap().to_vec()).unwrap();
    assert!(text.contains("ผิด[unknown-key]"), "{text}");

    let fine = ["score", "invert", "--year", "2564", "--indicator", "9", "28.28"];
    for arguments in [&["explain", "unknown-key"][..], &["explain"], &fine] {
        let (written, shown) = written_and_shown(arguments, folder.path());
        assert_eq!(written.strip_prefix(MARK), Some(shown.as_slice()), "{arguments:?}");
    }
}

#[test]
fn a_report_in_a_file_is_complete_also_if_nothing_was_found() {
    let fine = [
        ("content/site.yaml", "agency: {name: เทศบาลตำบลดอนแก้ว}\nbase_url: https://www.donkaew.go.th/ita/\n"),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\n"),
    ];
    for (files, last, status) in [(&fine[..], "ไม่พบปัญหา", 0), (&[MISTAKE], "แห่ง ใน 2 ไฟล์", 1)] {
        let root = site_folder(files);
        let out = root.path().join("result.txt");
        let run = prongsai(&["check", "--lang", "th", "--root", root.path().to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(status));
        let text = fs::read_to_string(out).unwrap();
        assert!(text.lines().last().unwrap().ends_with(last), "{text}");
    }
}

#[test]
fn a_place_where_no_file_can_be_is_said() {
    let root = site_folder(&[]);
    let out = root.path().join("nowhere/result.txt");
    let run = prongsai(&["check", "--root", root.path().to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains(out.to_str().unwrap()));
}

#[test]
fn a_page_is_not_replaced_by_a_report_about_it() {
    let root = site_folder(&[MISTAKE]);
    let site = root.path().to_str().unwrap();
    let page = root.path().join("content/2566/o1.md");
    let before = fs::read(&page).unwrap();
    for (arguments, name) in [
        (&["check", "--root", site][..], "content/2566/o1.md"),
        (&["explain", "start"], "content/site.yaml"),
        (&["sheet", "--year", "2566", "--root", site], "content/2566/new.xlsx"),
        (&["schema", "site"], "content/site.schema.json"),
    ] {
        let out = root.path().join(name);
        let run = prongsai(&[arguments, &["--lang", "en", "--out", out.to_str().unwrap()]].concat());
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(2) && said.contains("sources"), "{arguments:?}: {said}");
        assert!(name.ends_with("o1.md") || name.ends_with("site.yaml") || !out.exists(), "{name}");
    }
    let pack = root.path().join("content/site.yaml");
    let run = prongsai(&["publish", "--lang", "en", "--root", site, "--pack", "2566/o1", pack.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&run.stderr).contains("sources"));
    assert_eq!(fs::read(&page).unwrap(), before);
    assert!(fs::read_to_string(&pack).unwrap().contains("agency"));
}
