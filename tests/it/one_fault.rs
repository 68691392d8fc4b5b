//! One fault, one finding: what is wrong in a file is said once, and nothing is said that only
//! follows from it.
//!
//! A good site is broken in one place at a time. What is found beyond what the good site has is one
//! finding, at the place that was broken.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::common::{path_below, prongsai, repository};

/// The files of a site, by their paths below the root.
type Files = BTreeMap<String, Vec<u8>>;

/// Code, file and message. Lines move when something above them is broken, and a finding about an
/// attachment stands where a page names it.
type Finding = (String, String, String);

/// A way to break any page, and the code that says so.
type Way = (&'static str, fn(&str) -> String, &'static str);

const SITE: &str = "content/site.yaml";
const PLAN: &str = "content/2566/o42.md";
const REPORT: &str = "content/2566/o43.md";
const NEWS: &str = "content/pages/news.md";
const RESULTS: &str = "content/assessments.yaml";
const LIST: &str = "content/catalogues/2571.yaml";
const OF_LIST: &str = "content/2571/o1.md";

/// A body with a plan, its report, results, a list of its own, attachments and links between all of
/// them.
const GOOD: [(&str, &str); 9] = [
    (
        SITE,
        "agency: {name: เทศบาลตำบลบ้านสมมุติ, type: เทศบาลตำบล, district: เมือง, province: สมมุติ}
units: [สำนักปลัด, กองคลัง]
contact: {address: ๑ หมู่ ๑, phone: 02-000-0000, email: info@example.go.th}
base_url: https://www.example.go.th/ita/
years: [2566, 2571]
deadlines: [{fiscal_year: 2571, date: 2028-04-30, title: ส่งแบบ}]
freeze: [{fiscal_year: 2566, from: 2023-04-01, to: 2023-07-15}]
",
    ),
    (
        PLAN,
        "---
title: มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2566
fiscal_year: 2566
analysed_year: 2565
adopted: {date: 2022-10-10, by: นายกเทศมนตรี}
unit: สำนักปลัด
assessment:
  year: 2565
  total: 87.40
  target: 85
  instruments:
    - {id: IIT, indicators: [{no: 1, score: 90.10}, {no: 2, score: 80.20}]}
    - {id: EIT, indicators: [{no: 6, score: 84.30}]}
    - {id: OIT, indicators: [{no: 9, score: 80.00}]}
issues:
  - {id: q1, title: ความรู้เรื่องงบประมาณ, indicators: [2], measures: [m1]}
measures:
  - id: m1
    title: อบรมเจ้าหน้าที่
    addresses: {indicators: [2]}
    steps: [จัดทำหลักสูตร, จัดอบรม]
    responsible: {units: [กองคลัง]}
    period: {from: 2022-11, to: 2023-03}
    monitoring: [รายงานผู้บริหาร]
  - id: m2
    title: ปรับปรุงการสื่อสาร
    addresses: {indicators: [6, 9]}
    steps: [ปรับปรุงเว็บไซต์]
    responsible: {units: [สำนักปลัด]}
    period: {from: 2022-12, to: 2023-06}
    report: {cadence: [quarterly]}
evidence:
  - {id: plan, file: o42/plan.xlsx, title: แผนฉบับลงนาม, date: 2022-10-10}
---

ดู[ผลการดำเนินการ](o43.md#m1)
",
    ),
    (
        REPORT,
        "---
title: ผลการดำเนินการตามมาตรการ ปีงบประมาณ พ.ศ. 2566
fiscal_year: 2566
as_of: 2023-03-31
unit: สำนักปลัด
progress:
  of: {item: O42, fiscal_year: 2566}
  entries:
    - measure: m1
      status: done
      results: [อบรมแล้ว 20 คน]
      evidence: [photos]
    - measure: m2
      status: in_progress
      results: [กำลังปรับปรุง]
evidence:
  - {id: photos, file: o43/photos.xlsx, title: รายชื่อผู้เข้าอบรม}
---

ดู[แผน](o42.md#m2) และ[ข่าว](../pages/news.md)
",
    ),
    (
        NEWS,
        "---
title: ข่าวประชาสัมพันธ์
---

[แผน](../2566/o42.md), [ผล](/2566/o43/) และ[กำหนดการ](files/calendar.xlsx)
",
    ),
    (RESULTS, "2565: {total: 87.40, grade: A}\n"),
    (
        LIST,
        "fiscal_year: 2571
programme: own
title: รายการของเรา
indicators:
  - no: 9
    title: การเปิดเผยข้อมูล
    sub_indicators:
      - number: 9.1
        title: ข้อมูลพื้นฐาน
        groups:
          - title: ข้อมูลพื้นฐาน
            items:
              - {code: O1, title: โครงสร้าง}
              - {code: O2, title: ข่าว}
",
    ),
    (OF_LIST, "---\ntitle: โครงสร้าง\n---\n\nสำนักปลัด กองคลัง ดู[ข่าว](o2.md)\n"),
    ("content/2571/o2.md", "---\ntitle: ข่าว\n---\n\nข่าวทั้งหมดอยู่ที่[หน้าข่าว](../pages/news.md)\n"),
    ("content/pages/about.md", "---\ntitle: เกี่ยวกับเรา\n---\n\nสังกัดเทศบาล\n"),
];

/// What is put in the place of what, where, and the one code that says so.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    // A file that cannot be read as a whole.
    (PLAN, "measures:\n  - id: m1", "measures: [\n  - id: m1", "yaml-syntax"),
    (PLAN, "    title: อบรมเจ้าหน้าที่", "\ttitle: อบรมเจ้าหน้าที่", "yaml-syntax"),
    (PLAN, "---\n\nดู", "\nดู", "front-matter-unclosed"),
    (PLAN, "unit: สำนักปลัด", "unit: &u สำนักปลัด", "yaml-feature"),
    (REPORT, "progress:\n", "progress: [\n", "yaml-syntax"),
    (REPORT, "as_of: 2023-03-31", "as_of: \"2023-03-31", "yaml-syntax"),
    (NEWS, "title: ข่าว", "title: [ข่าว", "yaml-syntax"),
    (NEWS, "title: ข่าวประชาสัมพันธ์\n---\n", "title: ข่าวประชาสัมพันธ์\n", "front-matter-unclosed"),
    (SITE, "years: [", "years: {", "yaml-syntax"),
    (RESULTS, "{total", "{{total", "yaml-syntax"),
    (LIST, "  - no: 9", " - no: [9", "yaml-syntax"),
    (LIST, "indicators:\n", "indicator:\n", "unknown-key"),
    (LIST, "{code: O2, title: ข่าว}", "{code: ข่าว, title: ข่าว}", "not-an-item-code"),
    (LIST, "{code: O2, title: ข่าว}", "{code: O2}", "missing-field"),
    // A value that cannot be read.
    (REPORT, "status: done", "status: เสร็จสิ้น", "unknown-value"),
    (REPORT, "status: done", "status: [done, cancelled]", "expected-single-value"),
    (REPORT, "status: done", "statuss: done", "unknown-key"),
    (REPORT, "status: done", "สถานะ: done", "unknown-key"),
    (REPORT, "results: [อบรมแล้ว 20 คน]\n      evidence: [photos]", "results: [{ผล: ดี}]", "expected-single-value"),
    (REPORT, "measure: m1", "measure: {id: m1}", "expected-single-value"),
    (REPORT, "    - measure: m1", "    - มาตรการ: m1", "unknown-key"),
    (REPORT, "as_of: 2023-03-31", "as_of: มีนาคม", "not-a-date"),
    (REPORT, "as_of: 2023-03-31", "as_of: 2023-02-31", "no-such-day"),
    (REPORT, "as_of:", "as_off:", "unknown-key"),
    (REPORT, "item: O42", "item: แผน", "not-an-item-code"),
    (REPORT, "{id: photos, file:", "{id: [photos], file:", "expected-single-value"),
    (REPORT, "{id: photos, file:", "{id: photos, fiel:", "unknown-key"),
    (PLAN, "  - id: m1", "  - id: {m1: ก}", "expected-single-value"),
    (PLAN, "  - id: m1", "  - idd: m1", "unknown-key"),
    (PLAN, "measures:\n  - id", "measurs:\n  - id", "unknown-key"),
    (PLAN, "period: {from: 2022-11, to: 2023-03}", "period: ตลอดปี", "expected-map"),
    (PLAN, "period: {from: 2022-11, to: 2023-03}", "perod: {from: 2022-11, to: 2023-03}", "unknown-key"),
    (PLAN, "responsible: {units: [กองคลัง]}", "responsible: กองคลัง", "expected-map"),
    (PLAN, "responsible: {units: [กองคลัง]}", "responsible: {unit: [กองคลัง]}", "unknown-key"),
    (PLAN, "steps: [จัดทำหลักสูตร, จัดอบรม]", "steps: [{1: จัดอบรม}]", "expected-single-value"),
    (PLAN, "monitoring: [รายงานผู้บริหาร]", "monitoring: [{ก: รายงานผู้บริหาร}]", "expected-single-value"),
    (PLAN, "addresses: {indicators: [2]}", "addresses: {indicators: [สอง]}", "not-a-whole-number"),
    (PLAN, "{no: 2, score: 80.20}", "{no: 2, score: แปดสิบ}", "not-a-number"),
    (PLAN, "adopted: {date: 2022-10-10", "adopted: {date: 10 ตุลา", "not-a-date"),
    (PLAN, "file: o42/plan.xlsx", "file: [o42/plan.xlsx]", "expected-single-value"),
    (PLAN, "title: มาตรการส่งเสริม", "titel: มาตรการส่งเสริม", "unknown-key"),
    (NEWS, "title: ข่าวประชาสัมพันธ์", "titel: ข่าวประชาสัมพันธ์", "unknown-key"),
    (NEWS, "title: ข่าวประชาสัมพันธ์", "title: {th: ข่าวประชาสัมพันธ์}", "expected-single-value"),
    (SITE, "units: [สำนักปลัด, กองคลัง]", "units: [สำนักปลัด, {ชื่อ: กองคลัง}]", "unknown-key"),
    (SITE, "years: [2566, 2571]", "years: [๒๕๖๖ก, 2571]", "not-a-fiscal-year"),
    (SITE, "province: สมมุติ", "provnce: สมมุติ", "unknown-key"),
    // Things that contradict each other, or name what is not there.
    (PLAN, "file: o42/plan.xlsx", "file: o42/plans.xlsx", "link-broken"),
    (REPORT, "measure: m2", "measure: m3", "unknown-measure"),
    (NEWS, "files/calendar.xlsx", "files/Calendar.xlsx", "link-broken"),
    (PLAN, "total: 87.40", "total: 88.00", "result-differs"),
    (PLAN, "to: 2023-03}", "to: 2022-10}", "period-backwards"),
    (PLAN, "units: [กองคลัง]", "units: [กองคลังง]", "unknown-unit"),
    (REPORT, "evidence: [photos]", "evidence: [photo]", "unknown-evidence"),
    (REPORT, "#m2", "#m3", "anchor-missing"),
    (SITE, "https://www.example.go.th", "http://www.example.go.th", "base-url-not-public"),
    (SITE, "https://www.example.go.th", "www.example.go.th", "base-url"),
    (SITE, "from: 2023-04-01", "from: 2023-08-01", "freeze-backwards"),
    (RESULTS, "2565: {total", "ปี 2565: {total", "not-a-fiscal-year"),
    (RESULTS, "87.40", "แปดสิบ", "not-a-number"),
];

#[test]
fn a_fault_is_found_once_and_nothing_that_only_follows_from_it() {
    let good = good();
    let before = findings(&good);
    let faults = FAULTS.par_iter().filter_map(|(file, from, to, code)| {
        let mut broken = good.clone();
        let text = String::from_utf8(good[*file].clone()).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        broken.insert((*file).to_owned(), text.replacen(from, to, 1).into_bytes());
        wrong(&format!("{from} → {to}"), &before, &broken, file, code)
    });
    let wrong: Vec<String> = faults.collect();
    assert!(wrong.is_empty(), "{} faults are not found as one\n{}", wrong.len(), wrong.join("\n"));
}

/// Whatever the page of another item, the catalogue or the theme say of it, bytes that are no text
/// are one finding.
#[test]
fn a_file_that_is_no_text_is_found_once() {
    let good = good();
    let before = findings(&good);
    let wrong: Vec<String> = [PLAN, REPORT, NEWS, SITE, RESULTS, LIST, OF_LIST]
        .par_iter()
        .filter_map(|file| {
            let mut broken = good.clone();
            broken.insert((*file).to_owned(), [b"---\ntitle: \xFF\xFE".as_slice(), &good[*file]].concat());
            wrong("bytes that are no text", &before, &broken, file, "not-utf8")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_page_of_the_seeds_may_break_without_a_word_about_what_follows() {
    let ways: [Way; 3] = [
        ("an open bracket", |text| text.replacen("---\n", "---\nunits: [\n", 1), "yaml-syntax"),
        ("an open quote", |text| text.replacen("---\n", "---\ntitle: \"ก\n", 1), "yaml-syntax"),
        ("no end", |text| text.replacen("\n---\n", "\n", 1), "front-matter-unclosed"),
    ];
    let mut wrong_ones = Vec::new();
    for seed in ["s0", "s1", "s2", "s3", "s4"] {
        let good = folder(&repository().join("tests/sites").join(seed));
        let before = findings(&good);
        for (file, bytes) in good.iter().filter(|(file, _)| file.ends_with(".md")) {
            let text = String::from_utf8(bytes.clone()).unwrap();
            for (name, way, code) in &ways {
                let mut broken = good.clone();
                broken.insert(file.clone(), way(&text).into_bytes());
                wrong_ones.extend(wrong(&format!("{seed}: {name}"), &before, &broken, file, code));
            }
        }
    }
    assert!(wrong_ones.is_empty(), "{}", wrong_ones.join("\n"));
}

fn good() -> Files {
    let texts = GOOD.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let attachments = ["content/2566/o42/plan.xlsx", "content/2566/o43/photos.xlsx", "content/pages/files/calendar.xlsx"];
    texts.chain(attachments.map(|path| (path.to_owned(), path.as_bytes().to_vec()))).collect()
}

/// What is wrong with what is found in a broken site, if it is not the one finding.
fn wrong(name: &str, before: &[Finding], broken: &Files, file: &str, code: &str) -> Option<String> {
    let mut known = before.to_vec();
    let new: Vec<Finding> = findings(broken)
        .into_iter()
        .filter(|finding| match known.iter().position(|one| (&one.0, &one.2) == (&finding.0, &finding.2)) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        })
        .collect();
    let is_the_one = matches!(new.as_slice(), [(of, at, _)] if of == code && at == file);
    let shown: String = new.iter().map(|(code, file, message)| format!("\n    {file}: {code}: {message}")).collect();
    (!is_the_one).then(|| format!("{file}: {name}: not {code} alone but {shown}"))
}

fn findings(files: &Files) -> Vec<Finding> {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let run = prongsai(&["check", "--format", "json", "--lang", "en", "--today", "2026-11-22", "--root", root.path().to_str().unwrap()]);
    let findings: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap().to_owned();
    findings.iter().map(|finding| (text(finding, "code"), text(finding, "file"), text(finding, "message"))).collect()
}

fn folder(root: &Path) -> Files {
    let files = walkdir::WalkDir::new(root.join("content")).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (path_below(root, entry.path()), fs::read(entry.path()).unwrap())).collect()
}
