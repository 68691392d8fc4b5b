//! `prongsai due`: what is still to be done, by unit and by worth, and until when.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::common::{prongsai, site_folder};

const SITE_FILE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง, type: เทศบาลตำบล}\nbase_url: https://www.example.go.th/ita/\n\
    years: [2566, 2567]\nunits: [สำนักปลัด, กองคลัง]\n\
    deadlines: [{date: 2024-05-31}, {fiscal_year: 2567, date: 2024-04-30, title: ส่งลิงก์}, {fiscal_year: 2566, date: 2023-04-30}]\n\
    freeze: [{fiscal_year: 2567, from: 2024-05-01, to: 2024-06-30}]\n";

/// Last year's measures have a unit, and this year's are missing.
fn site() -> TempDir {
    site_folder(&[
        ("content/site.yaml", SITE_FILE),
        ("content/2566/o42.md", "---\ntitle: มาตรการ\nunit: กองคลัง\n---\n\nข้อความ\n"),
        ("content/2567/o2.md", "---\ntitle: ผู้บริหาร\ndraft: true\n---\n\nข้อความ\n"),
        ("content/2567/o1.md", "---\ntitle: โครงสร้าง\nunit: สำนักปลัด\n---\n"),
        ("content/2567/o3.md", "---\ntitle: อำนาจหน้าที่\nunit: สำนักปลัด\n---\n\n## หน้าที่ {#duties}\n\nตามกฎหมาย\n"),
    ])
}

fn due(site: &TempDir, more: &[&str]) -> String {
    let root = site.path().to_str().unwrap();
    let run = prongsai(&[&["due", "--quiet", "--root", root, "--today", "2024-04-30"], more].concat());
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn json_of(site: &TempDir) -> Value {
    serde_json::from_str(&due(site, &["--format", "json"])).unwrap()
}

#[test]
fn every_open_item_is_under_the_unit_that_had_its_subject() {
    let list = json_of(&site());
    assert_eq!((&list["fiscal_year"], &list["items"], &list["done"]), (&json!(2567), &json!(35), &json!(1)));
    let units = list["units"].as_array().unwrap();
    let names: Vec<&Value> = units.iter().map(|unit| &unit["unit"]).collect();
    assert_eq!(names, [&json!("สำนักปลัด"), &json!("กองคลัง"), &Value::Null]);
    let items = |unit: usize| units[unit]["items"].as_array().unwrap();
    assert_eq!((&items(0)[0]["item"], &items(0)[0]["reason"]), (&json!("O1"), &json!("incomplete")));
    assert_eq!((&items(1)[0]["item"], &items(1)[0]["reason"]), (&json!("O34"), &json!("missing")), "O42 of the year before");
    let draft = items(2).iter().find(|item| item["item"] == "O2").unwrap();
    assert_eq!(draft["reason"], "draft");
    let worths: Vec<f64> = items(2).iter().map(|item| item["worth"].as_f64().unwrap()).collect();
    assert!(worths.len() == 32 && worths.is_sorted_by(|a, b| a >= b), "{worths:?}");
}

#[test]
fn deadlines_of_the_year_are_counted_from_today() {
    let site = site();
    let days: Vec<i64> = json_of(&site)["deadlines"].as_array().unwrap().iter().map(|due| due["days"].as_i64().unwrap()).collect();
    assert_eq!(days, [0, 1, 31]);
    let text = due(&site, &["--lang", "th"]);
    assert!(text.contains("30 เมษายน 2567 (วันนี้) ส่งลิงก์") && text.contains("1 พฤษภาคม 2567 (อีก 1 วัน)"), "{text}");
    assert!(due(&site, &["--lang", "en", "--year", "๒๕๖๖"]).contains("30 เมษายน 2566 (366 days ago)"));
}

#[test]
fn a_calendar_has_one_day_for_each_deadline() {
    let calendar = due(&site(), &["--lang", "th", "--format", "ics"]);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    assert!(calendar.replace("\r\n ", "").contains("DTSTART;VALUE=DATE:20240430\r\nSUMMARY:ส่งลิงก์ OIT 2567 (เหลือ 34"), "{calendar}");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn a_year_that_is_not_there_is_refused_with_those_that_are() {
    let site = site();
    let run = prongsai(&["due", "--root", site.path().to_str().unwrap(), "--lang", "en", "--year", "2570"]);
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.code() == Some(2) && said.contains("2566 2567"), "{said}");
}

#[test]
fn what_is_wrong_in_a_draft_is_said_by_the_check_that_is_named() {
    let site = site_folder(&[
        ("content/site.yaml", SITE_FILE),
        ("content/2567/o2.md", "---\ndraft: true\n---\nก\n"),
        ("content/pages/a.md", "---\ndraft: true\n---\n"),
    ]);
    let root = site.path().to_str().unwrap();
    let run = prongsai(&["due", "--lang", "en", "--root", root, "--today", "2024-04-30"]);
    assert!(String::from_utf8_lossy(&run.stderr).contains("prongsai check --drafts"));
    let found = |more: &[&str]| {
        let run = prongsai(&[&["check", "--format", "short", "--root", root], more].concat());
        String::from_utf8_lossy(&run.stdout).contains("title-missing")
    };
    assert!(found(&["--drafts"]) && !found(&[]));
}
