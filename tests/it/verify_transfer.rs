//! Copies of which a part was not sent, or was sent as text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::common::files_below;
use crate::verify::{answer, copy_of, published, said, text, verify};

type Files = BTreeMap<String, Vec<u8>>;

/// Two publications, one after the other: the first and the last; the page `2566/o1` differs, and
/// `news` is new.
fn two() -> (Files, Files) {
    let root = published();
    let first = files_below(&root.path().join("public"));
    std::fs::create_dir_all(root.path().join("content/pages")).unwrap();
    let write = |path: &str, text: &str| std::fs::write(root.path().join(path), text).unwrap();
    write("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nเนื้อหาที่สามซึ่งยาวกว่าเดิม\n");
    write("content/pages/news.md", "---\ntitle: ข่าว\n---\nข่าวประชาสัมพันธ์\n");
    crate::verify::publish(root.path(), "2026-11-07");
    (first, files_below(&root.path().join("public")))
}

/// The new copy with some files of the old one.
fn mixed(old: &Files, new: &Files, left: &[&str]) -> Files {
    let mut files = new.clone();
    files.extend(left.iter().map(|path| ((*path).to_owned(), old[*path].clone())));
    files
}

fn problems(found: &Value) -> Vec<String> {
    found["problems"].as_array().unwrap().iter().map(|problem| problem.as_str().unwrap().to_owned()).collect()
}

const MANIFEST: &str = "manifest.json";
const CHECKSUMS: &str = "manifest-sha256.txt";
const HISTORY: &str = "history/history.yaml";

#[test]
fn lists_that_were_not_sent_are_the_one_fault_that_is_named() {
    let (old, new) = two();
    let upload = "upload both manifests (manifest.json and manifest-sha256.txt) again";
    for (left, words, changed) in [
        (
            vec![MANIFEST, CHECKSUMS],
            "manifest.json and manifest-sha256.txt are older, of publication 2, and history/history.yaml has 3",
            vec![CHECKSUMS, MANIFEST],
        ),
        (vec![MANIFEST], "manifest.json is older, of publication 2, and history/history.yaml has 3", vec![MANIFEST]),
    ] {
        let folder = copy_of(&mixed(&old, &new, &left));
        let (found, status) = answer(text(folder.path()));
        assert_eq!((status, problems(&found).len()), (1, 1), "{found:#}");
        assert!(problems(&found)[0].contains(words) && problems(&found)[0].contains(upload), "{found:#}");
        assert_eq!((&found["changed"], &found["missing"], &found["added"]), (&json!(changed), &json!([]), &json!([])), "{found:#}");
        let run = verify(text(folder.path()), &[]);
        assert!(said(&run).lines().count() <= 5, "{}", said(&run));
        // A page that was changed beside that is neither what was published before nor after.
        std::fs::write(folder.path().join("2566/o1/index.html"), "แก้").unwrap();
        std::fs::write(folder.path().join("news/index.html"), "แก้").unwrap();
        let (found, _) = answer(text(folder.path()));
        assert!(found["changed"].to_string().contains("2566/o1/index.html"), "{found:#}");
        assert!(found["added"].to_string().contains("news/index.html"), "{found:#}");
    }
}

#[test]
fn the_other_halves_are_named_too() {
    let (old, new) = two();
    for (left, words) in [
        (vec![CHECKSUMS], "manifest-sha256.txt does not belong to the manifest.json beside it"),
        (
            vec![HISTORY, "history/index.html"],
            "history/history.yaml has 2 publications, and manifest.json is of number 3: history/history.yaml is older",
        ),
    ] {
        let folder = copy_of(&mixed(&old, &new, &left));
        let (found, status) = answer(text(folder.path()));
        assert_eq!((status, problems(&found).len()), (1, 1), "{found:#}");
        assert!(problems(&found)[0].contains(words), "{found:#}");
        assert!(verify(text(folder.path()), &[]).stdout.split(|byte| *byte == b'\n').count() <= 4, "{found:#}");
    }
    // The history of the first publication beside the manifest of a site that was only built.
    let site = crate::common::site_folder(&[("content/pages/news.md", "---\ntitle: ก\n---\nข่าว\n")]);
    assert!(crate::common::prongsai(&["build", "--root", text(site.path())]).status.success());
    let built = files_below(&site.path().join("public"));
    crate::verify::publish(site.path(), "2026-11-07");
    let folder = copy_of(&mixed(&built, &files_below(&site.path().join("public")), &[MANIFEST, CHECKSUMS]));
    let (found, status) = answer(text(folder.path()));
    assert_eq!((status, problems(&found).len()), (1, 1), "{found:#}");
    assert!(problems(&found)[0].contains("of publication 0, and history/history.yaml has 1"), "{found:#}");
}

#[test]
fn a_page_and_its_line_that_were_changed_together_are_both_named() {
    let (_, mut files) = two();
    let page = "2566/o1/index.html";
    let hash = crate::verify::sha256(&files[page]);
    files.insert(page.to_owned(), "แก้".into());
    let sums = String::from_utf8(files[CHECKSUMS].clone()).unwrap().replace(&hash, &crate::verify::sha256("แก้".as_bytes()));
    files.insert(CHECKSUMS.to_owned(), sums.clone().into_bytes());
    let (found, _) = answer(text(copy_of(&files).path()));
    assert_eq!(found["changed"], json!([page, CHECKSUMS]), "{found:#}");
    // Also where the line of the manifest is another one as well.
    let own = crate::verify::sha256(&files[MANIFEST]);
    files.insert(CHECKSUMS.to_owned(), sums.replace(&own, &"0".repeat(64)).into_bytes());
    let (found, _) = answer(text(copy_of(&files).path()));
    assert_eq!(found["changed"], json!([page, CHECKSUMS, MANIFEST]), "{found:#}");
}

/// Every line end gets one return more, as an FTP server on Windows writes texts.
fn with_returns(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] }).collect()
}

#[test]
fn files_that_were_sent_as_text_are_one_line() {
    let (_, files) = two();
    let is_text = |path: &str| [".html", ".json", ".css", ".xml", ".txt", ".yaml", ".js"].iter().any(|ending| path.ends_with(ending));
    let sent: Files =
        files.iter().map(|(path, bytes)| (path.clone(), if is_text(path) { with_returns(bytes) } else { bytes.clone() })).collect();
    let folder = copy_of(&sent);
    let (found, status) = answer(text(folder.path()));
    assert_eq!((status, problems(&found).len(), &found["history"]["ok"]), (1, 1, &Value::Bool(true)), "{found:#}");
    let damaged: Vec<&String> = files.keys().filter(|path| sent[*path] != files[*path]).collect();
    assert_eq!((&found["line_ends"], &found["changed"]), (&json!(damaged), &json!(damaged)), "{found:#}");
    for (lang, words) in [("en", "Set the FTP program to binary"), ("th", "ให้ตั้งโปรแกรมเป็น binary")]
    {
        let run = verify(text(folder.path()), &["--lang", lang]);
        assert!(said(&run).contains(words) && said(&run).lines().count() == 2, "{}", said(&run));
    }
    // One file that was saved with other line ends, and one that was edited.
    let mut some = files.clone();
    some.insert("404.html".to_owned(), with_returns(&files["404.html"]));
    some.insert("feed.xml".to_owned(), [&b"\xEF\xBB\xBF"[..], &files["feed.xml"]].concat());
    let (found, _) = answer(text(copy_of(&some).path()));
    assert_eq!((&found["line_ends"], &found["changed"]), (&json!(["404.html"]), &json!(["404.html", "feed.xml"])), "{found:#}");
}

#[test]
fn fonts_and_pictures_that_were_sent_as_text_are_named_where_it_is_certain_and_else_probable() {
    let (_, files) = two();
    let fonts: Vec<&String> = files.keys().filter(|path| path.ends_with(".woff2")).collect();
    assert!(!fonts.is_empty());
    let sent: Files = files.iter().map(|(path, bytes)| (path.clone(), with_returns(bytes))).collect();
    let (found, _) = answer(text(copy_of(&sent).path()));
    assert!(fonts.iter().all(|font| found["line_ends"].to_string().contains(font.as_str())), "{found:#}");
    // The other way bytes are lost.
    let mut sent = sent;
    for font in &fonts {
        let bytes = &files[*font];
        let kept =
            bytes.iter().enumerate().filter(|(at, byte)| **byte != b'\r' || bytes.get(at + 1) != Some(&b'\n')).map(|(_, byte)| *byte);
        sent.insert((*font).clone(), kept.collect());
    }
    let lost = fonts.iter().filter(|font| sent[**font] != files[**font]).count();
    let (found, _) = answer(text(copy_of(&sent).path()));
    assert_eq!(problems(&found).len(), 1, "{found:#}");
    let words = format!("Other files have another size, probably for the same reason ({lost}): ");
    assert!(lost == 0 || problems(&found)[0].contains(&words), "{found:#}");
}
