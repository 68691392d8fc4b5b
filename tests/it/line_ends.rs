//! How a program or Git ends lines, and a byte order mark, are not what somebody wrote: they change
//! nothing that is published, no finding and no record.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{files_below, prongsai, repository, site_folder};

const SITES: [&str; 6] = [".", "tests/sites/s0", "tests/sites/s1", "tests/sites/s2", "tests/sites/s3", "tests/sites/s4"];

/// A way to save a text that has line feeds.
type Saved = (&'static str, fn(&str) -> String);

const AS_SAVED: [Saved; 4] = [
    ("Windows", |text| text.replace('\n', "\r\n")),
    ("Notepad, with its mark", |text| format!("\u{FEFF}{}", text.replace('\n', "\r\n"))),
    ("carriage returns", |text| text.replace('\n', "\r")),
    ("mixed", |text| {
        text.split_inclusive("\n")
            .enumerate()
            .map(|(at, line)| if at % 3 == 0 { line.replace('\n', "\r\n") } else { line.to_owned() })
            .collect()
    }),
];

/// Whether a file is read as text. All others are published byte for byte, and nobody saves them
/// otherwise.
fn is_text(path: &str) -> bool {
    let in_content = path.starts_with("content/");
    let is_of_site = in_content && (path.matches('/').count() == 1 || path.starts_with("content/catalogues/"));
    let endings: &[&str] = match (in_content, is_of_site) {
        (true, true) => &["md", "yaml", "lock"],
        (true, false) => &["md"],
        (false, _) => &["html", "xml", "yaml", "css", "js", "txt", "svg", "json"],
    };
    path.rsplit('.').next().is_some_and(|ending| endings.contains(&ending))
}

/// A copy of a site, its texts saved by `save`.
fn saved(site: &str, save: fn(&str) -> String) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for top in ["content", "themes"] {
        let from = repository().join(site).join(top);
        if from.exists() {
            copy_saved(&from, root.path(), top, save);
        }
    }
    root
}

fn copy_saved(from: &Path, root: &Path, top: &str, save: fn(&str) -> String) {
    for (name, bytes) in files_below(from) {
        let path = format!("{top}/{name}");
        let text = String::from_utf8(bytes.clone()).ok().filter(|_| is_text(&path));
        let file = root.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text.map_or(bytes, |text| save(&text.replace("\r\n", "\n")).into_bytes())).unwrap();
    }
}

fn run(root: &Path, command: &str, more: &[&str]) -> String {
    let all = [&[command, "--today", "2026-11-22", "--root", root.to_str().unwrap()], more].concat();
    let run = prongsai(&all);
    let is_well = run.status.success() || (command == "check" && run.status.code() == Some(1));
    assert!(is_well, "{command}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// All outputs. Only the manifest tells how the sources were saved: it has the hash of each as it
/// lies on the disk.
fn outputs(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(&root.join("public"));
    let mut manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    for entry in manifest["files"].as_array_mut().unwrap() {
        entry.as_object_mut().unwrap().remove("source_sha256");
    }
    files.insert("manifest.json".into(), manifest.to_string().into());
    let sums = String::from_utf8(files["manifest-sha256.txt"].clone()).unwrap();
    let of_files: Vec<&str> = sums.lines().filter(|line| !line.ends_with("  manifest.json")).collect();
    files.insert("manifest-sha256.txt".into(), of_files.join("\n").into());
    files
}

#[test]
fn how_sources_are_saved_shows_in_no_output_and_no_finding() {
    for site in SITES {
        let all = |save| {
            let root = saved(site, save);
            run(root.path(), "build", &[]);
            (outputs(root.path()), run(root.path(), "check", &["--format", "json"]))
        };
        let (files, found) = all(|text| text.to_owned());
        // The example has everything, the seeds have other things.
        let ways = if site == "." { &AS_SAVED[..] } else { &AS_SAVED[1..2] };
        for (name, save) in ways {
            let (as_saved, found_there) = all(*save);
            for (path, bytes) in &files {
                assert!(as_saved.get(path) == Some(bytes), "{site} saved by {name}: {path} differs");
            }
            assert!(as_saved.len() == files.len() && found_there == found, "{site} saved by {name}");
        }
    }
}

/// A site kept in Git is published on one machine and checked out on another with other line ends,
/// records too.
#[test]
fn another_checkout_publishes_nothing_new_and_breaks_no_record() {
    const PAGE: &str = "---\ntitle: โครงสร้าง\n---\n\nบรรทัดแรก\nบรรทัดที่สอง  \n\n* ก\n* ข\n";
    const SITE: &str =
        "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: off}}\n";
    let root = site_folder(&[("content/site.yaml", SITE), ("content/2566/o1.md", PAGE), ("content/pages/contact.md", PAGE)]);
    run(root.path(), "publish", &["--lang", "en", "--note", "first"]);
    let (history, lock) = (root.path().join("content/history.yaml"), root.path().join("content/urls.lock"));
    let [before, locked] = [&history, &lock].map(|file| fs::read_to_string(file).unwrap());
    for (name, save) in AS_SAVED {
        let checkout = tempfile::tempdir().unwrap();
        for top in ["content", "public"] {
            copy_saved(&root.path().join(top), checkout.path(), top, if top == "content" { save } else { |text| text.to_owned() });
        }
        let said = run(checkout.path(), "publish", &["--lang", "en"]);
        let same = |file: &str, text: &str| {
            let now = fs::read_to_string(checkout.path().join("content").join(file)).unwrap();
            assert!([text.to_owned(), save(text)].contains(&now), "{name}: {file}: {said}");
        };
        same("history.yaml", &before);
        same("urls.lock", &locked);
        let verified = prongsai(&["verify", checkout.path().join("public").to_str().unwrap()]);
        assert!(verified.status.success(), "{name}: {}", String::from_utf8_lossy(&verified.stdout));
    }
}
