//! No ID number leaves the house: a build stops on one in any kind of file, and no message holds it
//! whole.

use std::fs;

use crate::attachments::{report, with_files};
use crate::common::{prongsai, site_folder};

/// Valid by its check digit, of nobody.
const ID: &str = "3100900123455";

fn assert_stops(root: &tempfile::TempDir, place: &str) {
    let run = prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(1), "{place}");
    assert!(!root.path().join("public").exists(), "{place}");
    let report = report(root.path());
    assert!(report.contains(place) && report.contains("error[national-id]"), "{place} is not in\n{report}");
    let json = prongsai(&["check", "--format", "json", "--root", root.path().to_str().unwrap()]);
    let json = String::from_utf8(json.stdout).unwrap();
    for said in [&report, &json] {
        assert!(!said.contains(ID) && !said.contains("3-1009-00123"), "{said}");
    }
}

#[test]
fn an_id_number_in_any_kind_of_file_stops_the_build() {
    for (path, text, place) in [
        ("content/2566/o42.md", format!("---\ntitle: ก\n---\n{ID}\n"), "o42.md:4:1"),
        ("content/2566/o42.md", format!("---\ntitle: ก\nmeasures: [{{id: m1, title: \"{ID}\"}}]\n---\n"), "o42.md:3:"),
        ("content/2566/o42.md", format!("---\ntitle: {{value: ก, as_written: \"{ID}\"}}\n---\n"), "o42.md:2:"),
        ("content/pages/contact.md", format!("---\ntitle: ก\n---\n{ID}\n"), "contact.md:4:1"),
        ("content/2566/o42/list.csv", format!("ก,{ID}\n"), "list.csv:1:1"),
        ("content/2566/o42/list.txt", format!("ก\n{ID}\n"), "(line 2)"),
    ] {
        assert_stops(&site_folder(&[(path, &text)]), place);
    }
}

#[test]
fn an_id_number_inside_real_files_stops_the_build() {
    assert_stops(&with_files(&["list.xlsx"]), "(บัญชีรายชื่อ!B2)");
    assert_stops(&with_files(&["thai.pdf"]), "(page 1)");
    assert_stops(&with_files(&["office.pdf"]), "(page 1)");
}

#[test]
fn a_list_in_the_coding_of_old_spreadsheets_is_read_too() {
    let root = site_folder(&[]);
    let list = root.path().join("content/2566/list.csv");
    fs::create_dir_all(list.parent().unwrap()).unwrap();
    // "เลข" in windows-874.
    fs::write(list, [b"\xE0\xC5\xA2,".as_slice(), ID.as_bytes()].concat()).unwrap();
    assert_stops(&root, "list.csv:1:1");
}

#[test]
fn the_severity_cannot_be_lowered_but_the_number_be_allowed() {
    let site = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";
    let page = ("content/2566/o42.md", &*format!("---\ntitle: ก\n---\nรหัส {ID}\n"));
    let lowered = format!("{site}checks: {{severity: {{national-id: off}}}}\n");
    assert_stops(&site_folder(&[page, ("content/site.yaml", &lowered)]), "o42.md:4:6");
    let allowed = format!("{site}privacy: {{allow: [\"๓ ๑๐๐๙ ๐๐๑๒๓ ๔๕ ๕\"]}}\n");
    let root = site_folder(&[page, ("content/site.yaml", &allowed)]);
    assert!(!report(root.path()).contains("national-id"));
}
