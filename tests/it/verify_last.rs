//! `prongsai verify` in the folder of a site: whether a copy is what was published last.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::common::{files_below, prongsai, site_folder};
use crate::verify::{copy_of, publish, published, said, serve, text, verify_in};

type Files = BTreeMap<String, Vec<u8>>;

/// The answer for programs in a folder, and the exit status.
fn answer_in(folder: &Path, copy: &str, more: &[&str]) -> (Value, i32) {
    let run = verify_in(folder, copy, &[&["--format", "json"], more].concat());
    let answer = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{}", said(&run)));
    (answer, run.status.code().unwrap())
}

/// Publishes another text of a page, and gives what is published then.
fn edit(root: &Path, words: &str, today: &str) -> Files {
    fs::write(root.join("content/2566/o1.md"), format!("---\ntitle: โครงสร้าง\n---\n{words}\n")).unwrap();
    publish(root, today);
    files_below(&root.join("public"))
}

/// What a server lacks that has `old`.
fn differing(old: &Files, new: &Files) -> BTreeSet<String> {
    new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)).map(|(path, _)| path.clone()).collect()
}

fn upload(found: &Value) -> BTreeSet<String> {
    found["last"]["upload"].as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

fn problems(found: &Value) -> Vec<&str> {
    found["problems"].as_array().unwrap().iter().map(|problem| problem.as_str().unwrap()).collect()
}

#[test]
fn an_old_copy_says_which_publication_it_is_and_which_files_are_missing() {
    let root = published();
    let second = files_below(&root.path().join("public"));
    let third = edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    let copy = copy_of(&second);
    let (found, status) = answer_in(root.path(), text(copy.path()), &[]);
    assert_eq!((status, &found["ok"], &found["changed"]), (1, &Value::Bool(false), &json!([])), "{found:#}");
    assert_eq!(found["last"]["standing"], "older");
    assert_eq!((&found["last"]["copy"], &found["last"]["records"]), (&json!(2), &json!(3)));
    assert_eq!(upload(&found), differing(&second, &third));
    let run = verify_in(root.path(), text(copy.path()), &[]);
    assert!(said(&run).contains("publication 2 (2026-11-05) of 3 (2026-11-07); 1 address differs since. Upload 7 files"), "{}", said(&run));
    assert!(
        said(&run).contains("upload: 2566/o1/index.html\n")
            && said(&run).contains("not the last publication by the records of this folder"),
        "{}",
        said(&run)
    );
    // Half of it has arrived already: that is no change, and only the rest is named.
    fs::write(copy.path().join("2566/o1/index.html"), &third["2566/o1/index.html"]).unwrap();
    let (found, status) = answer_in(root.path(), text(copy.path()), &[]);
    assert_eq!((status, &found["changed"], &found["last"]["arrived"]), (1, &json!([]), &json!(["2566/o1/index.html"])), "{found:#}");
    assert!(!upload(&found).contains("2566/o1/index.html") && upload(&found).contains("2566/o1/index.json"), "{found:#}");
    let run = verify_in(root.path(), text(copy.path()), &[]);
    assert!(said(&run).contains("the upload of the last publication was not finished; 1 of its files have arrived"), "{}", said(&run));
    // What is neither of the two is changed, and to be sent again.
    fs::write(copy.path().join("2566/o1/index.json"), "{}").unwrap();
    let (found, _) = answer_in(root.path(), text(copy.path()), &[]);
    assert_eq!(found["changed"], json!(["2566/o1/index.json"]), "{found:#}");
    assert!(upload(&found).contains("2566/o1/index.json"), "{found:#}");
    // What was uploaded is the last publication.
    for path in differing(&second, &third) {
        fs::write(copy.path().join(&path), &third[&path]).unwrap();
    }
    let (found, status) = answer_in(root.path(), text(copy.path()), &[]);
    assert_eq!((status, &found["last"]["standing"], &found["notices"]), (0, &json!("last"), &json!([])), "{found:#}");
    // The same from anywhere, when the site is named; and without one, the old copy agrees with
    // itself.
    let (elsewhere, copy) = (tempfile::tempdir().unwrap(), copy_of(&second));
    assert_eq!(answer_in(elsewhere.path(), text(copy.path()), &["--root", text(root.path())]).1, 1);
    let (found, status) = answer_in(elsewhere.path(), text(copy.path()), &[]);
    assert_eq!((status, &found["last"]), (0, &Value::Null));
}

#[test]
fn the_history_alone_knows_the_pages_that_an_old_copy_lacks() {
    let root = published();
    let second = files_below(&root.path().join("public"));
    edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    fs::remove_dir_all(root.path().join("public")).unwrap();
    let (found, status) = answer_in(root.path(), text(copy_of(&second).path()), &[]);
    assert_eq!(status, 1);
    let known = ["2566/o1/index.html", "history/history.yaml", "history/index.html", "manifest-sha256.txt", "manifest.json"];
    assert_eq!(upload(&found), known.map(str::to_owned).into());
}

#[test]
fn a_new_page_that_arrived_before_the_rest_is_not_added_by_a_stranger() {
    let root = published();
    let second = files_below(&root.path().join("public"));
    fs::create_dir_all(root.path().join("content/pages")).unwrap();
    fs::write(root.path().join("content/pages/news.md"), "---\ntitle: ข่าว\n---\nข่าวประชาสัมพันธ์\n").unwrap();
    let mut copy = second.clone();
    copy.insert("news/index.html".to_owned(), edit(root.path(), "เนื้อหาที่สาม", "2026-11-07")["news/index.html"].clone());
    let (found, status) = answer_in(root.path(), text(copy_of(&copy).path()), &[]);
    assert_eq!((status, &found["added"], &found["last"]["arrived"]), (1, &json!([]), &json!(["news/index.html"])), "{found:#}");
    copy.insert("news/index.html".to_owned(), "แก้".into());
    let (found, _) = answer_in(root.path(), text(copy_of(&copy).path()), &[]);
    assert_eq!((&found["added"], &found["last"]["arrived"]), (&json!(["news/index.html"]), &json!([])), "{found:#}");
}

#[test]
fn the_published_folder_itself_is_made_again_and_not_uploaded() {
    let root = published();
    let (public, old) = (root.path().join("public"), copy_of(&files_below(&root.path().join("public"))));
    edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    fs::remove_dir_all(&public).unwrap();
    fs::rename(old.path(), &public).unwrap();
    let (found, status) = answer_in(root.path(), "public", &[]);
    assert_eq!((status, &found["last"]["upload"]), (1, &json!([])), "{found:#}");
    assert!(
        problems(&found)[0].contains("this folder is publication 2 (2026-11-05) of 3 (2026-11-07). Run prongsai publish again"),
        "{found:#}"
    );
}

#[test]
fn of_many_files_forty_are_named() {
    let root = published();
    let second = files_below(&root.path().join("public"));
    let site = fs::read_to_string(root.path().join("content/site.yaml")).unwrap();
    fs::write(root.path().join("content/site.yaml"), site + "contact: {phone: 0 4200 1111}\n").unwrap();
    publish(root.path(), "2026-11-07");
    let copy = copy_of(&second);
    let run = verify_in(root.path(), text(copy.path()), &[]);
    assert_eq!(said(&run).lines().filter(|line| line.starts_with("upload: ")).count(), 40, "{}", said(&run));
    let more = differing(&second, &files_below(&root.path().join("public"))).len() - 40;
    assert!(said(&run).contains(&format!("and {more} more files\n")), "{}", said(&run));
}

#[test]
fn a_copy_that_was_built_and_never_published_is_no_publication_of_this_site() {
    let root = published();
    let site = site_folder(&[("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\n")]);
    assert!(prongsai(&["build", "--root", text(site.path())]).status.success());
    let built = site.path().join("public");
    // Its own catalogue says that it is of this site.
    let (found, status) = answer_in(root.path(), text(&built), &[]);
    assert_eq!(status, 1, "{found:#}");
    assert!(problems(&found)[0].starts_with("this copy was built and never published, and the site has 2 publications"), "{found:#}");
    let neighbour = neighbour();
    publish(neighbour.path(), "2026-11-01");
    let (found, status) = answer_in(neighbour.path(), text(&built), &[]);
    assert_eq!((status, found["notices"].as_array().unwrap().len()), (0, 1), "{found:#}");
    // And one that was never published itself has nothing to compare with.
    let (found, status) = answer_in(site.path(), "public", &[]);
    assert_eq!((status, &found["last"], &found["notices"]), (0, &Value::Null, &json!([])), "{found:#}");
}

fn neighbour() -> tempfile::TempDir {
    site_folder(&[
        ("content/site.yaml", "agency: {name: อบต.หนองหิน}\nbase_url: https://ita.nonghin.go.th/\n"),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n"),
    ])
}

#[test]
fn a_copy_that_is_newer_than_the_records_says_that_they_are_to_be_restored() {
    let root = published();
    let (history, public) = (root.path().join("content/history.yaml"), root.path().join("public"));
    let before = fs::read(&history).unwrap();
    edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    fs::write(&history, before).unwrap();
    let elsewhere = copy_of(&files_below(&public));
    for copy in [text(&public), text(elsewhere.path())] {
        let (found, status) = answer_in(root.path(), copy, &[]);
        assert_eq!((status, &found["last"]["standing"], problems(&found).len()), (1, &json!("newer"), 1), "{found:#}");
        assert!(problems(&found)[0].contains("it has 3 publications, content/history.yaml has 2 (2026-11-05)"), "{found:#}");
        assert!(problems(&found)[0].contains("prongsai publish --restore"), "{found:#}");
    }
    // Records that are lost altogether.
    fs::remove_file(&history).unwrap();
    let (found, status) = answer_in(root.path(), "public", &[]);
    assert_eq!((status, &found["last"]["standing"]), (1, &json!("newer")), "{found:#}");
    // A copy elsewhere may be of another site that began with the same example.
    let (found, status) = answer_in(root.path(), text(elsewhere.path()), &[]);
    assert_eq!((status, problems(&found).len()), (0, 0), "{found:#}");
    assert!(found["notices"].to_string().contains("the site in whose folder this runs was never published"), "{found:#}");
}

#[test]
fn two_who_published_from_the_same_state_are_told_and_neighbours_are_not_accused() {
    let root = published();
    let other = copy_of(&files_below(root.path()));
    edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    edit(other.path(), "เนื้อหาอื่น", "2026-11-07");
    let (found, status) = answer_in(root.path(), text(&other.path().join("public")), &[]);
    assert_eq!((status, &found["last"]["standing"]), (1, &json!("parted")), "{found:#}");
    assert!(problems(&found)[0].contains("the same history up to publication 2 (2026-11-05) and part there"), "{found:#}");
    let neighbour = neighbour();
    publish(neighbour.path(), "2026-11-01");
    let public = neighbour.path().join("public");
    let (found, status) = answer_in(root.path(), text(&public), &[]);
    assert_eq!((status, &found["ok"], problems(&found).len()), (0, &Value::Bool(true), 0), "{found:#}");
    assert!(found["notices"].to_string().contains("which is of another site"), "{found:#}");
    let (found, status) = answer_in(root.path(), text(&public), &["--root", text(root.path())]);
    assert_eq!(status, 1);
    assert!(problems(&found)[0].contains("not even the first publication in common"), "{found:#}");
    // A folder that is named as a site and is none.
    let run = verify_in(root.path(), "public", &["--root", "no-such"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
}

#[test]
fn on_the_web_the_address_of_the_site_says_whose_it_is() {
    let (root, neighbour) = (published(), neighbour());
    publish(neighbour.path(), "2026-11-01");
    let base = serve(&neighbour.path().join("public"), "/ita/", |_, _| false);
    assert_eq!(answer_in(root.path(), &base, &[]).1, 0, "another host");
    let site = fs::read_to_string(root.path().join("content/site.yaml")).unwrap();
    fs::write(root.path().join("content/site.yaml"), site.replace("https://www.example.go.th/ita/", &base)).unwrap();
    let (found, status) = answer_in(root.path(), &base, &[]);
    assert_eq!((status, &found["last"]["standing"]), (1, &json!("parted")), "{found:#}");
}

#[test]
fn packs_are_kept_as_they_were() {
    let root = published();
    let file = root.path().join("o1.zip");
    let pack = || prongsai(&["publish", "--root", text(root.path()), "--pack", "2566/o1", text(&file)]);
    assert!(pack().status.success());
    assert_eq!(answer_in(root.path(), "o1.zip", &[]).0["notices"], json!([]));
    edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    let (found, status) = answer_in(root.path(), "o1.zip", &[]);
    assert_eq!((status, &found["ok"]), (0, &Value::Bool(true)), "{found:#}");
    assert_eq!(found["notices"], json!(["this pack is of publication 2 (2026-11-05); there are 3 by now"]));
    assert_eq!(found["last"]["upload"], json!([]));
}

#[test]
fn broken_records_and_a_broken_site_file_stop_nothing() {
    let root = published();
    fs::write(root.path().join("content/site.yaml"), "agency: [").unwrap();
    assert_eq!(answer_in(root.path(), "public", &[]).1, 0);
    // What an editor does to a whole file is no other history.
    let history = fs::read_to_string(root.path().join("content/history.yaml")).unwrap();
    for text in [format!("\u{FEFF}{history}"), history.replace('\n', "\r\n")] {
        fs::write(root.path().join("content/history.yaml"), text).unwrap();
        assert_eq!(answer_in(root.path(), "public", &[]).0["last"]["standing"], "last");
    }
    for records in ["- date: 2026-11-01\n  <<<<<<<\n", "\u{0}", "- nonsense\n"] {
        fs::write(root.path().join("content/history.yaml"), records).unwrap();
        let (found, status) = answer_in(root.path(), "public", &[]);
        assert_eq!((status, &found["last"]), (0, &Value::Null), "{found:#}");
        assert!(found["notices"].to_string().contains("content/history.yaml of this folder cannot be read"), "{found:#}");
    }
}

#[test]
fn what_changed_without_an_address_is_a_notice_and_work_in_progress_is_no_publication() {
    let root = published();
    let second = files_below(&root.path().join("public"));
    let site = fs::read_to_string(root.path().join("content/site.yaml")).unwrap();
    fs::write(root.path().join("content/site.yaml"), site + "headers: [apache]\n").unwrap();
    publish(root.path(), "2026-11-07");
    let third = files_below(&root.path().join("public"));
    assert_eq!(second["history/history.yaml"], third["history/history.yaml"], "no address changed");
    let copy = copy_of(&second);
    let (found, status) = answer_in(root.path(), text(copy.path()), &[]);
    assert_eq!((status, &found["last"]["standing"]), (0, &json!("last")), "{found:#}");
    let notices = found["notices"].to_string();
    assert!(notices.contains("in the folder public of this site") && notices.contains(".htaccess"), "{found:#}");
    // A page that is written and not published yet is said as before, and is no reason to upload
    // anything.
    fs::write(root.path().join("content/2566/o3.md"), "---\ntitle: อำนาจหน้าที่\n---\nข้อความใหม่\n").unwrap();
    let preview = tempfile::tempdir().unwrap();
    let out = preview.path().join("out");
    assert!(prongsai(&["build", "--today", "2026-11-08", "--root", text(root.path()), "--out", text(&out)]).status.success());
    let (found, status) = answer_in(root.path(), text(&out), &[]);
    assert_eq!((status, &found["last"]["standing"], problems(&found).len()), (1, &json!("last"), 1), "{found:#}");
    assert!(problems(&found)[0].contains("other bytes were published at /2566/o3/"), "{found:#}");
    // The folder public with work in progress says nothing about a copy.
    assert!(prongsai(&["build", "--today", "2026-11-08", "--root", text(root.path())]).status.success());
    let (found, status) = answer_in(root.path(), text(copy_of(&third).path()), &[]);
    assert_eq!((status, &found["notices"]), (0, &json!([])), "{found:#}");
}

/// A stream of numbers that is the same in every run.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

#[test]
fn whatever_half_of_an_upload_is_there_what_is_named_makes_it_whole() {
    let root = published();
    let old = files_below(&root.path().join("public"));
    fs::create_dir_all(root.path().join("content/pages")).unwrap();
    fs::write(root.path().join("content/pages/news.md"), "---\ntitle: ข่าว\n---\nข่าวประชาสัมพันธ์\n").unwrap();
    let new = edit(root.path(), "เนื้อหาที่สาม", "2026-11-07");
    let sent: Vec<String> = differing(&old, &new).into_iter().collect();
    let mut state = 0x5eed_2566;
    for round in 0..60 {
        let mut files = old.clone();
        let share = 1 + next(&mut state) % 7;
        files.extend(sent.iter().filter(|_| next(&mut state) % 8 < share).map(|path| (path.clone(), new[path].clone())));
        let copy = copy_of(&files);
        let (found, status) = answer_in(root.path(), text(copy.path()), &[]);
        if files == new {
            assert_eq!(status, 0, "round {round}: {found:#}");
            continue;
        }
        assert_eq!(status, 1, "round {round}: {found:#}");
        assert!(problems(&found).len() <= 2, "round {round}: {found:#}");
        let lists =
            ["changed", "missing"].iter().flat_map(|list| found[*list].as_array().unwrap()).map(|path| path.as_str().unwrap().to_owned());
        for path in upload(&found).into_iter().chain(lists) {
            let file = copy.path().join(&path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, &new[&path]).unwrap();
        }
        let (after, status) = answer_in(root.path(), text(copy.path()), &[]);
        assert_eq!((status, &after["last"]["standing"]), (0, &json!("last")), "round {round}: {found:#}\n{after:#}");
    }
}
