//! A site that moves to another address: links that were submitted are whole addresses.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{files_below, prongsai, site_folder};

fn published() -> TempDir {
    let root = site_folder(&[("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n")]);
    let run = run(root.path(), &["publish"]);
    assert!(run.status.success(), "{}", said(&run));
    root
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    prongsai(&[arguments, &["--lang", "en", "--root", root.to_str().unwrap()]].concat())
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn move_to(root: &Path, base: &str) {
    fs::write(root.join("content/site.yaml"), format!("agency: {{name: เทศบาลตำบลตัวอย่าง}}\nbase_url: {base}\n")).unwrap();
}

#[test]
fn another_address_needs_a_reason_and_says_which_lines_lead_on() {
    for (base, lines) in [
        (
            "https://new.example.go.th/oit/",
            [r#"RedirectMatch 301 "^/ita/(.*)$" "https://new.example.go.th/oit/$1""#, "/ita/* https://new.example.go.th/oit/:splat 301"],
        ),
        (
            "https://example.go.th/ita/",
            ["RewriteCond %{HTTP_HOST} =www.example.go.th", "if ($host = www.example.go.th) { rewrite ^/ita/(.*)$"],
        ),
        ("https://www.example.go.th/ita/2569/", [r#"RedirectMatch 301 "^/ita/(?!2569/)(.*)$""#, r#"rewrite "^/ita/(?!2569/)(.*)$""#]),
    ] {
        let root = published();
        let path = root.path();
        move_to(path, base);
        let before = files_below(path);
        let refused = run(path, &["publish"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            said(&refused).contains("error[base-moved]") && lines.iter().all(|line| said(&refused).contains(line)),
            "{}",
            said(&refused)
        );
        assert!(files_below(path) == before);
        assert!(
            run(path, &["build", "--out", path.join("preview").to_str().unwrap()]).status.success(),
            "work in progress can be looked at"
        );
        let moved = run(path, &["publish", "--note", "moved"]);
        assert!(moved.status.success() && said(&moved).contains("base-moved"), "{}", said(&moved));
        let (lock, history) =
            (fs::read_to_string(path.join("content/urls.lock")).unwrap(), fs::read_to_string(path.join("content/history.yaml")).unwrap());
        assert!(lock.contains(&format!("# base: {base}\n")) && history.contains(&format!("  base: \"{base}\"\n")), "{lock}{history}");
        let page = fs::read_to_string(path.join("public/history/index.html")).unwrap();
        assert!(page.contains(&format!("เผยแพร่ที่ {base}")) && page.contains("เผยแพร่ที่ https://www.example.go.th/ita/"), "{page}");
        let again = run(path, &["publish"]);
        assert!(again.status.success() && !said(&again).contains("base-moved"), "{}", said(&again));
    }
}

#[test]
fn a_build_for_another_place_moves_nothing_and_a_publication_there_does() {
    let root = published();
    let elsewhere = ["--base-url", "https://test.example.go.th/"];
    let out = root.path().join("preview");
    let built = run(root.path(), &[&["build", "--out", out.to_str().unwrap()], elsewhere.as_slice()].concat());
    assert!(built.status.success() && !said(&built).contains("base-moved"), "{}", said(&built));
    let refused = run(root.path(), &[&["publish"], elsewhere.as_slice()].concat());
    assert!(refused.status.code() == Some(1) && said(&refused).contains("base-moved"), "{}", said(&refused));
}
