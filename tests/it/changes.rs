//! What `publish` says of the changes it makes or refuses: fields and text, not bytes.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::common::{files_below, prongsai, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566]\n\
                    checks: {severity: {component-missing: off}}\nfreeze: [{fiscal_year: 2566, from: 2023-04-30, to: 2023-07-15}]\n";
const PLAN: &str = "---\ntitle: แผนพัฒนาท้องถิ่น\nunit: สำนักปลัด\n---\nแผนห้าปี [ฉบับเต็ม](plan.txt)\n";
const MEASURES: &str =
    "---\ntitle: มาตรการ ปีงบประมาณ 2566\nmeasures:\n  - {id: m1, title: เปิดเผยข้อมูล}\n  - {id: m2, title: รับเรื่องร้องเรียน}\n---\n";

/// Published once, on 2023-01-10.
fn site() -> TempDir {
    let root = site_folder(&[
        ("content/site.yaml", SITE),
        ("content/2566/o4/index.md", PLAN),
        ("content/2566/o4/plan.txt", "แผน\n"),
        ("content/2566/o42.md", MEASURES),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n"),
        ("content/pages/privacy.md", "---\ntitle: ข้อมูลส่วนบุคคล\n---\nเก็บเท่าที่จำเป็น\n"),
    ]);
    let said = said(&publish(root.path(), "2023-01-10", &[]));
    assert!(said.contains(" URLs added") && !said.contains("against what was published"), "{said}");
    root
}

fn publish(root: &Path, day: &str, more: &[&str]) -> Output {
    publish_in("en", root, day, more)
}

fn publish_in(lang: &str, root: &Path, day: &str, more: &[&str]) -> Output {
    prongsai(&[&["publish", "--lang", lang, "--today", day, "--root", root.to_str().unwrap()], more].concat())
}

fn build(root: &Path, more: &[&str]) -> Output {
    prongsai(&[&["build", "--lang", "en", "--today", "2023-05-11", "--root", root.to_str().unwrap()], more].concat())
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn write(root: &Path, path: &str, text: &str) {
    fs::write(root.join(path), text).unwrap();
}

fn has_lines(said: &str, lines: &[&str]) {
    let found: Vec<&str> = said.lines().collect();
    for line in lines {
        assert!(found.contains(line), "no line {line:?} in\n{said}");
    }
}

#[test]
fn a_change_in_a_freeze_window_is_shown_field_by_field_in_both_languages() {
    let root = site();
    write(root.path(), "content/2566/o4/index.md", &PLAN.replace("ห้าปี", "สี่ปี").replace("สำนักปลัด", "กองคลัง"));
    write(root.path(), "content/2566/o4/plan.txt", "แผนใหม่\n");
    let moved = MEASURES.replace("  - {id: m1", "  - {id: m0, title: แรก}\n  - {id: m1").replace("ร้องเรียน", "ร้องทุกข์");
    write(root.path(), "content/2566/o42.md", &moved);
    let before = files_below(&root.path().join("public"));
    let run = publish(root.path(), "2023-05-11", &[]);
    assert_eq!(run.status.code(), Some(1));
    let english = said(&run);
    has_lines(
        &english,
        &[
            "against what was published:",
            "  /2566/o4/",
            "    unit: \"สำนักปลัด\" → \"กองคลัง\"",
            "    text:",
            "      - แผนห้าปี [ฉบับเต็ม](plan.txt)",
            "      + แผนสี่ปี [ฉบับเต็ม](plan.txt)",
            "  /2566/o4/plan.txt: 10 → 22 bytes",
            "  /2566/o42/",
            "    measures.m0: (none) → {\"id\":\"m0\",\"title\":\"แรก\",\"addresses\":{},\"responsible\":{}}",
            "    measures.m2.title: \"รับเรื่องร้องเรียน\" → \"รับเรื่องร้องทุกข์\"",
        ],
    );
    assert!(!english.contains("measures.m1") && !english.contains("known"), "{english}");
    assert!(files_below(&root.path().join("public")) == before);
    // The quiet are told what stops them, too.
    let thai = said(&publish_in("th", root.path(), "2023-05-11", &["--quiet"]));
    has_lines(&thai, &["เทียบกับที่เผยแพร่ไว้:", "    เนื้อความ:", "  /2566/o4/plan.txt: 10 → 22 ไบต์"]);
    let done = publish(root.path(), "2023-05-11", &["--note", "พิมพ์ผิด"]);
    assert!(done.status.success());
    has_lines(&said(&done), &["    unit: \"สำนักปลัด\" → \"กองคลัง\"", "  /2566/o4/plan.txt: 10 → 22 bytes"]);
    let again = said(&publish(root.path(), "2023-05-12", &[]));
    assert!(again.contains("every page is as it was") && !again.contains("against"), "{again}");
}

#[test]
fn pages_that_changed_only_around_their_content_are_counted() {
    let root = site();
    write(root.path(), "content/pages/contact-us.md", "---\ntitle: ติดต่อ\naliases: [/contact/]\n---\nโทร\n");
    fs::remove_file(root.path().join("content/pages/contact.md")).unwrap();
    let said = said(&publish(root.path(), "2023-02-01", &[]));
    has_lines(&said, &["  /contact/: leads now to /contact-us/", "  added (1): /contact-us/"]);
    assert!(said.contains("3 page(s) changed only around their content"), "{said}");
    assert!(said.contains("90 page(s) made of others changed with them"), "{said}");
    assert!(!said.contains("  /2566/o4/") && !said.contains("  /privacy/"), "{said}");
    // The way stays the same one when the menu changes again.
    write(root.path(), "content/pages/about.md", "---\ntitle: เกี่ยวกับ\n---\nก\n");
    let said = self::said(&publish(root.path(), "2023-02-02", &[]));
    assert!(said.contains("added (1): /about/") && !said.contains("leads now"), "{said}");
}

#[test]
fn an_item_that_is_filed_for_the_first_time_says_so() {
    let root = site();
    write(root.path(), "content/2566/o5.md", "---\ntitle: ข้อมูลการติดต่อ\n---\nโทร\n");
    has_lines(&said(&publish(root.path(), "2023-02-01", &[])), &["  /2566/o5/: nothing was filed, now there is"]);
}

#[test]
fn control_characters_of_old_and_new_text_do_not_reach_the_terminal() {
    let root = site();
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\u{200b}ศัพท์\n");
    let run = publish(root.path(), "2023-02-01", &["--note", "แก้"]);
    has_lines(&said(&run), &["      - โทร", "      + โทร\\u{200b}ศัพท์"]);
}

#[test]
fn without_the_published_site_only_the_addresses_are_known_and_said() {
    let root = site();
    fs::remove_dir_all(root.path().join("public")).unwrap();
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทรศัพท์\n");
    let told = said(&publish(root.path(), "2023-02-01", &[]));
    assert!(told.contains("only the addresses are known") && told.contains("(1): /contact/"), "{told}");
    // A page whose data were tampered with is not believed either.
    write(root.path(), "public/contact/index.json", "{\"text\": \"แต่งขึ้น\"}");
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทรสาร\n");
    let told = said(&publish(root.path(), "2023-02-02", &[]));
    assert!(told.contains("(1): /contact/") && !told.contains("แต่งขึ้น"), "{told}");
}

#[test]
fn a_build_over_the_published_site_hides_no_change_from_the_freeze_window() {
    let root = site();
    write(root.path(), "content/2566/o4/index.md", &PLAN.replace("ห้าปี", "สี่ปี"));
    assert!(build(root.path(), &[]).status.success());
    let run = publish(root.path(), "2023-05-11", &[]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("[frozen-change]") && said(&run).contains("(1): /2566/o4/"), "{}", said(&run));
}

#[test]
fn strict_counts_warnings_as_errors_and_changes_nothing() {
    let root = site();
    write(root.path(), "content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทรศัพท์\n");
    let before = files_below(root.path());
    for run in [publish(root.path(), "2023-02-01", &["--strict"]), build(root.path(), &["--strict"])] {
        assert_eq!(run.status.code(), Some(1), "{}", said(&run));
        assert!(
            said(&run).contains("warning[items-unfiled]") && said(&run).contains("--strict counts warnings as errors"),
            "{}",
            said(&run)
        );
        assert!(files_below(root.path()) == before);
    }
    assert!(build(root.path(), &[]).status.success());
    assert!(publish(root.path(), "2023-02-01", &[]).status.success());
    let calm = "component-missing: off, component-unattested: off, date-missing: off, items-unfiled: off";
    write(root.path(), "content/site.yaml", &SITE.replace("component-missing: off", calm));
    for run in [publish(root.path(), "2023-02-02", &["--strict"]), build(root.path(), &["--strict"])] {
        assert!(run.status.success(), "{}", said(&run));
    }
}
