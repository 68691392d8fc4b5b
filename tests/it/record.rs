//! `publish`: URLs under lock, the history, freeze windows; records and site change together.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{files_below, prongsai, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566]\nfreeze: [{fiscal_year: 2566, from: 2023-04-30, to: 2023-07-15}]\n";
const PLAN: &str = "---\ntitle: แผนพัฒนาท้องถิ่น\n---\nแผนห้าปี [ฉบับเต็ม](plan.txt)\n";

fn site() -> TempDir {
    site_folder(&[
        ("content/site.yaml", SITE),
        ("content/2566/o4/index.md", PLAN),
        ("content/2566/o4/plan.txt", "แผน\n"),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n"),
    ])
}

fn publish(root: &Path, day: &str, more: &[&str]) -> Output {
    prongsai(&[&["publish", "--lang", "en", "--today", day, "--root", root.to_str().unwrap()], more].concat())
}

fn report(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn write(root: &Path, path: &str, text: &str) {
    fs::write(root.join(path), text).unwrap();
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn every_page_and_attachment_is_locked_with_its_source() {
    let root = site();
    let run = publish(root.path(), "2023-01-10", &[]);
    assert!(run.status.success(), "{}", report(&run));
    let lock = read(root.path(), "content/urls.lock");
    for line in [
        "/\tcontent/site.yaml\n",
        "/2566/o4/\tcontent/2566/o4/index.md\n",
        "/2566/o4/plan.txt\tcontent/2566/o4/plan.txt\n",
        "/contact/\tcontent/pages/contact.md\n",
    ] {
        assert!(lock.contains(line), "{line} is not in {lock}");
    }
    let lines: Vec<&str> = lock.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.is_sorted() && lock.contains("\n# base: https://www.example.go.th/ita/\n"), "{lock}");
    assert!(!lock.contains("feed.xml") && !lock.contains("assets/"), "{lock}");
}

#[test]
fn a_reason_that_the_history_could_not_hold_is_refused_before_anything_is_written() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร 199\n");
    let before = files_below(root.path());
    for letter in ["\u{b}", "\u{7}", "\u{1b}", "\u{7f}", "\u{85}", "\u{fffe}", "\u{202e}", "\u{2066}"] {
        let run = publish(root.path(), "2023-01-11", &["--note", &format!("แก้{letter}เบอร์")]);
        assert_eq!(run.status.code(), Some(2), "{letter:?}: {}", report(&run));
        assert!(files_below(root.path()) == before, "{letter:?}");
    }
    // Whatever is accepted can be read again.
    assert!(publish(root.path(), "2023-01-11", &["--note", "แก้ \"เบอร์\"\t\n- #: '\\ ก\u{200b}ข"]).status.success());
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร 1669\n");
    let run = publish(root.path(), "2023-01-12", &[]);
    assert!(run.status.success(), "{}", report(&run));
}

#[test]
fn nothing_new_is_no_entry_and_a_change_is_one_with_its_hash_and_reason() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    let (first, site) = (read(root.path(), "content/history.yaml"), files_below(&root.path().join("public")));
    assert!(publish(root.path(), "2023-01-20", &[]).status.success());
    assert_eq!(read(root.path(), "content/history.yaml"), first);
    assert_eq!(files_below(&root.path().join("public")), site);

    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทรศัพท์\n");
    let run = publish(root.path(), "2023-02-01", &["--note", "แก้หมายเลข"]);
    assert!(run.status.success() && report(&run).contains("1 changed"), "{}", report(&run));
    let second = read(root.path(), "content/history.yaml");
    let entry = second.strip_prefix(&first).expect("the past was rewritten");
    let page = &files_below(&root.path().join("public"))["contact/index.html"];
    assert!(entry.contains("note: \"แก้หมายเลข\"") && entry.contains("previous: "), "{entry}");
    assert!(entry.contains(&format!("\"/contact/\": {}", sha256(page))), "{entry}");
    let text = String::from_utf8_lossy(page).into_owned();
    assert!(text.contains("10 มกราคม 2566") && text.contains("1 กุมภาพันธ์ 2566: แก้หมายเลข"), "{text}");
    assert_eq!(read(root.path(), "public/history/history.yaml"), second);
    let history = read(root.path(), "public/history/index.html");
    assert!(history.contains("แก้หมายเลข") && history.contains("/2566/o4/plan.txt"), "{history}");
    assert!(prongsai(&["build", "--root", root.path().to_str().unwrap()]).status.success());
    assert_eq!(read(root.path(), "public/contact/index.html"), text, "build makes another page than publish");
}

#[test]
fn a_url_that_would_die_stops_everything_until_an_alias_leads_on() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    let before = files_below(root.path());
    fs::rename(root.path().join("content/pages/contact.md"), root.path().join("content/pages/contact-us.md")).unwrap();
    let run = publish(root.path(), "2023-01-11", &[]);
    assert_eq!(run.status.code(), Some(1));
    assert!(report(&run).contains("content/pages/contact.md") && report(&run).contains("aliases: [/contact/]"), "{}", report(&run));
    let after = files_below(root.path());
    assert!(before.iter().filter(|(path, _)| !path.contains("contact.md")).all(|(path, bytes)| after.get(path) == Some(bytes)));
    write(root.path(), "content/pages/contact-us.md", "---\ntitle: ติดต่อ\naliases: [/contact/]\n---\nโทร\n");
    let run = publish(root.path(), "2023-01-11", &[]);
    assert!(run.status.success(), "{}", report(&run));
    assert!(read(root.path(), "public/contact/index.html").contains("../contact-us/index.html"));
}

#[test]
fn evidence_that_goes_while_its_page_stays_is_a_url_that_died() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    fs::remove_dir_all(root.path().join("content/2566/o4")).unwrap();
    let run = publish(root.path(), "2023-01-11", &[]);
    assert_eq!(run.status.code(), Some(1));
    assert!(report(&run).contains("[url-lost]") && report(&run).contains("[file-lost]"), "{}", report(&run));
}

#[test]
fn in_a_freeze_window_a_change_needs_a_reason_and_an_addition_none() {
    let root = site();
    assert!(publish(root.path(), "2023-04-01", &[]).status.success());
    write(root.path(), "content/2566/o5.md", "---\ntitle: ข้อมูลการติดต่อ\n---\nโทร\n");
    let run = publish(root.path(), "2023-05-10", &[]);
    assert!(run.status.success(), "adding is free: {}", report(&run));
    write(root.path(), "content/2566/o4/index.md", &PLAN.replace("แผนห้าปี", "แผนสี่ปี"));
    let run = publish(root.path(), "2023-05-11", &[]);
    assert_eq!(run.status.code(), Some(1));
    assert!(
        report(&run).contains("[frozen-change]") && report(&run).contains("/2566/o4/ differs") && !report(&run).contains("/2566/ differs"),
        "{}",
        report(&run)
    );
    assert!(publish(root.path(), "2023-05-11", &["--note", "พิมพ์ผิด"]).status.success());
    write(root.path(), "content/2566/o4/index.md", PLAN);
    assert!(publish(root.path(), "2023-07-16", &[]).status.success(), "the window is over");
}

#[test]
fn a_publication_whose_records_could_not_take_their_place_is_finished_by_the_next() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    let names = ["history.yaml", "urls.lock"];
    let done = names.map(|name| read(root.path(), &format!("content/{name}")));
    // As a run leaves it that is killed between the swap and the renames.
    for name in names {
        fs::rename(root.path().join("content").join(name), root.path().join(format!("content/.{name}.new"))).unwrap();
    }
    assert!(publish(root.path(), "2023-01-11", &[]).status.success());
    assert_eq!(names.map(|name| read(root.path(), &format!("content/{name}"))), done);
    // As a run leaves it that is killed before the swap.
    write(root.path(), "content/.history.yaml.new", "- date: 2023-01-12\n");
    assert!(publish(root.path(), "2023-01-12", &[]).status.success());
    assert_eq!(names.map(|name| read(root.path(), &format!("content/{name}"))), done);
    assert!(!root.path().join("content/.history.yaml.new").exists());
}

#[test]
fn the_lock_follows_a_file_that_moves_also_after_a_kill_and_is_restored_when_it_is_lost() {
    let root = site();
    write(root.path(), "content/2566/o5.md", "---\ntitle: ข้อมูลการติดต่อ\n---\nโทร\n");
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    let (lock, waiting) = (root.path().join("content/urls.lock"), root.path().join("content/.urls.lock.new"));
    let (old, history) = (read(root.path(), "content/urls.lock"), read(root.path(), "content/history.yaml"));
    fs::create_dir(root.path().join("content/2566/o5")).unwrap();
    fs::rename(root.path().join("content/2566/o5.md"), root.path().join("content/2566/o5/index.md")).unwrap();
    let run = publish(root.path(), "2023-01-11", &[]);
    assert!(report(&run).contains("every page is as it was"), "{}", report(&run));
    let new = read(root.path(), "content/urls.lock");
    assert!(new.contains("/2566/o5/\tcontent/2566/o5/index.md\n"), "{new}");
    // As that run leaves it when it is killed while it writes the lock.
    fs::write(&lock, &old).unwrap();
    fs::write(&waiting, &new[..new.len() / 2]).unwrap();
    let run = publish(root.path(), "2023-01-12", &[]);
    assert!(run.status.success() && !waiting.exists(), "{}", report(&run));
    assert_eq!(read(root.path(), "content/urls.lock"), new);
    fs::remove_file(&lock).unwrap();
    let run = publish(root.path(), "2023-01-13", &[]);
    assert!(run.status.code() == Some(1) && report(&run).contains("[lock-behind]"), "{}", report(&run));
    let run = prongsai(&["publish", "--restore", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}", report(&run));
    assert_eq!((read(root.path(), "content/urls.lock"), read(root.path(), "content/history.yaml")), (new, history));
}

#[test]
fn lost_records_come_back_from_the_site_that_is_online() {
    let root = site();
    assert!(publish(root.path(), "2023-01-10", &[]).status.success());
    let names = ["content/urls.lock", "content/history.yaml"];
    let before = names.map(|name| read(root.path(), name));
    fs::rename(root.path().join("public"), root.path().join("online")).unwrap();
    names.iter().for_each(|name| fs::remove_file(root.path().join(name)).unwrap());
    let restore = |from: &str| prongsai(&["publish", "--restore", from, "--lang", "en", "--root", root.path().to_str().unwrap()]);
    let typed = restore("www.example.go.th/ita/");
    assert!(
        typed.status.code() == Some(2) && report(&typed).contains("publish --restore https://www.example.go.th/ita/"),
        "{}",
        report(&typed)
    );
    let run = restore(&crate::verify::serve(&root.path().join("online"), "/ita/", |_, _| false));
    assert!(run.status.success(), "{}", report(&run));
    assert_eq!(names.map(|name| read(root.path(), name)), before);
}

#[test]
fn errors_that_only_cost_points_let_build_pass_and_stop_publish() {
    let root = site();
    write(root.path(), "content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nมีสามกอง\n");
    let path = root.path().to_str().unwrap();
    assert!(prongsai(&["build", "--root", path, "--out", root.path().join("preview").to_str().unwrap()]).status.success());
    let run = publish(root.path(), "2023-01-10", &[]);
    assert_eq!(run.status.code(), Some(1));
    assert!(report(&run).contains("error[component-missing]") && !root.path().join("public").exists(), "{}", report(&run));
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
