//! The example cannot be published under the name of a real body, whole or in parts.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{path_below, prongsai, repository};

const EXAMPLE: &str = "เทศบาลตำบลตัวอย่าง";
const REAL: &str = "องค์การบริหารส่วนตำบลบ้านนาสามัคคี";
const SITE: &str =
    "agency: {name: องค์การบริหารส่วนตำบลบ้านนาสามัคคี}\nunits: [สำนักปลัด]\nbase_url: https://www.bannasamakkhi.go.th/ita/\nyears: [2566, 2569]\n";

/// The content of the example in a folder of its own, its site file edited.
fn copy(edit: impl Fn(&str) -> String) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let content = repository().join("content");
    for entry in walkdir::WalkDir::new(&content).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        put(root.path(), &path_below(repository(), entry.path()), &fs::read(entry.path()).unwrap());
    }
    let site = root.path().join("content/site.yaml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(&site, edit(&text)).unwrap();
    root
}

/// A site of the real body.
fn own(files: &[(&str, Vec<u8>)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "content/site.yaml", SITE.as_bytes());
    files.iter().for_each(|(file, bytes)| put(root.path(), file, bytes));
    root
}

fn put(root: &Path, file: &str, bytes: &[u8]) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn example(file: &str) -> Vec<u8> {
    fs::read(repository().join("content").join(file)).unwrap()
}

fn run(root: &TempDir, command: &str) -> Output {
    prongsai(&[command, "--lang", "en", "--today", "2026-11-22", "--root", root.path().to_str().unwrap()])
}

/// What is said of the example: severity is that of `check`, which is that of a publication.
fn left(root: &TempDir) -> Vec<String> {
    let run = prongsai(&["check", "--lang", "en", "--format", "json", "--root", root.path().to_str().unwrap()]);
    let findings: Vec<Value> = serde_json::from_slice(&run.stdout).unwrap();
    let left = findings.iter().filter(|finding| finding["code"] == "example-left");
    left.inspect(|finding| assert_eq!(finding["severity"], "error"))
        .map(|finding| format!("{}: {}", finding["file"], finding["message"]))
        .collect()
}

#[test]
fn the_example_under_a_real_name_locks_no_address() {
    let name_only = copy(|site| site.replace(EXAMPLE, REAL));
    let run_of_name = run(&name_only, "publish");
    assert_eq!(run_of_name.status.code(), Some(1));
    assert!(!name_only.path().join("public").exists() && !name_only.path().join("content/urls.lock").exists());
    // As the manual's page `start` says: name, contact and address are the own ones.
    let whole = copy(|_| format!("{SITE}contact: {{phone: 0 4451 0000}}\n").replace("years: [2566, 2569]\n", ""));
    assert_eq!(run(&whole, "publish").status.code(), Some(1));
    assert!(!whole.path().join("public").exists() && !whole.path().join("content/urls.lock").exists());
    let left = left(&whole);
    assert_eq!(left.len(), 7, "five years, the pages, the results: {left:#?}");
    assert!(left.iter().any(|said| said.contains("content/2569 still has") && said.contains("o1/")), "{left:#?}");
    let severe = run(&whole, "build");
    assert!(
        String::from_utf8_lossy(&severe.stderr).contains("warning[example-left]")
            || String::from_utf8_lossy(&severe.stdout).contains("warning[example-left]")
    );
}

#[test]
fn a_part_of_the_example_is_known_again() {
    let page = String::from_utf8(example("2566/o5.md")).unwrap();
    let of_windows = page.replace('\n', "\r\n");
    let renamed = page.replace(EXAMPLE, REAL);
    assert!(renamed != page);
    for (file, bytes, said) in [
        ("content/2569/o9/our-plan.pdf", example("2566/o42/measures-2566-signed.pdf"), "o9/our-plan.pdf"),
        ("content/2566/o5.md", of_windows.into_bytes(), "o5.md"),
        ("content/2566/o5/index.md", renamed.into_bytes(), "o5/index.md"),
        ("content/2569/o5.md", "---\ntitle: ติดต่อ\n---\nโทร 0 2000 0000\n".into(), "0 2000 0000"),
        ("content/2569/o6.md", "---\ntitle: จัดซื้อ\n---\nผู้ขาย ร้านสมมติพาณิชย์\n".into(), "ร้านสมมติ"),
        ("content/assessments.yaml", example("assessments.yaml"), "2565"),
    ] {
        let left = left(&own(&[(file, bytes)]));
        assert!(left.len() == 1 && left[0].contains(said), "{file}: {left:?}");
    }
}

#[test]
fn what_the_manual_leads_to_is_published() {
    let root = own(&[("content/pages/about.md", "---\ntitle: เกี่ยวกับเรา\nunit: สำนักปลัด\n---\nข้อมูลจริงของหน่วยงาน\n".into())]);
    let published = run(&root, "publish");
    assert!(published.status.success(), "{}", String::from_utf8_lossy(&published.stderr));
    assert_eq!(left(&root), [""; 0]);
}

#[test]
fn the_example_itself_is_published_as_the_example() {
    let root = copy(str::to_owned);
    assert_eq!(left(&root), [""; 0]);
    let published = run(&root, "publish");
    assert!(published.status.success(), "{}", String::from_utf8_lossy(&published.stderr));
}
