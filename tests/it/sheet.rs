//! `prongsai sheet`: what it says is what stands on the site.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;

use crate::common::{Site, build, prongsai, site_folder};

const BASE: &str = "https://www.example.go.th/ita/";

fn rows(year: &str) -> Vec<Value> {
    let run = prongsai(&["sheet", "--root", root(), "--lang", "th", "--year", year, "--format", "json"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

fn root() -> &'static str {
    env!("CARGO_MANIFEST_DIR")
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// The file of an absolute address, and its anchor.
fn on_disk(url: &str) -> (String, String) {
    let below = url.strip_prefix(BASE).unwrap_or_else(|| panic!("{url} is not of this site"));
    let (path, anchor) = below.split_once('#').unwrap_or((below, ""));
    let path = percent_encoding::percent_decode_str(path).decode_utf8().unwrap();
    (if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into_owned() }, anchor.to_owned())
}

#[test]
fn every_item_has_its_row_and_every_address_its_page() {
    let site = build(".");
    for (year, items) in [("2565", 43), ("2566", 43), ("2567", 35), ("2568", 28), ("2569", 26)] {
        let rows = rows(year);
        assert_eq!(rows.len(), items);
        for (row, number) in rows.iter().zip(1..) {
            assert_eq!(row["item"], format!("O{number}"));
            let (urls, answer) = (texts(&row["urls"]), row["answer"].as_str().unwrap());
            assert_eq!(answer == "มี", !urls.is_empty(), "{row}");
            assert!(answer == "มี" || answer == "ไม่มี");
            assert!(!row["title"].as_str().unwrap().is_empty() && !row["explanation"].as_str().unwrap().is_empty());
            let components = row["components"].as_array().unwrap().iter().filter_map(|component| component["url"].as_str());
            for url in urls.into_iter().chain(components) {
                let (file, anchor) = on_disk(url);
                assert!(site.has(&file), "{url}");
                assert!(anchor.is_empty() || site.page(&file).count(&format!("[id=\"{anchor}\"]")) == 1, "{url}");
            }
        }
    }
}

#[test]
fn whoever_follows_the_names_comes_to_the_item() {
    let site = build(".");
    for row in rows("2566").iter().chain(&rows("2569")) {
        let path = texts(&row["path"]);
        let folded = site.page("").texts("#nav summary");
        let path: Vec<_> = path.into_iter().filter(|name| !folded.contains(&(*name).to_owned())).collect();
        let [home, year, headings @ .., item] = &path[..] else { panic!("{path:?}") };
        let is_folded = site.page("").texts("#nav details a").contains(&(*year).to_owned());
        assert_eq!(is_folded, texts(&row["path"]).len() > path.len(), "what unfolds a year is named: {path:?}");
        assert!(site.page("").texts("#nav a").contains(&(*home).to_owned()));
        let list = follow(&site, "index.html", "#nav a", year);
        let printed = site.page(&list).texts("main h2, main h3, main h4");
        assert!(headings.iter().all(|heading| printed.contains(&(*heading).to_owned())), "{headings:?} on {list}");
        let page = follow(&site, &list, "main a", item);
        assert!(site.page(&page).text("h1").starts_with(row["item"].as_str().unwrap()));
        assert!(row["urls"].as_array().unwrap().first().is_none_or(|url| on_disk(url.as_str().unwrap()).0 == page));
    }
}

/// The page to which the link with this text leads.
fn follow(site: &Site, from: &str, links: &str, text: &str) -> String {
    let page = site.page(from);
    let at = page.texts(links).iter().position(|link| link == text).unwrap_or_else(|| panic!("no link “{text}” on {from}"));
    let base = url::Url::parse(BASE).unwrap();
    let target = base.join(from).unwrap().join(&page.attributes(links, "href")[at]).unwrap();
    on_disk(target.as_str()).0
}

#[test]
fn a_workbook_has_the_same_texts_clickable_links_and_the_same_bytes_twice() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let out = folder.path().join(name);
        let run = prongsai(&["sheet", "--root", root(), "--lang", "th", "--year", "2566", "--out", out.to_str().unwrap()]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        fs::read(out).unwrap()
    };
    let bytes = write("a.xlsx");
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(bytes, write("a.xlsx"), "the same content, other bytes");
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    let range = workbook.worksheet_range("OIT 2566").unwrap();
    let rows = rows("2566");
    let cell = |row: usize, column: usize| match range.get((row, column)) {
        Some(Data::String(text)) => text.clone(),
        other => panic!("{row}:{column}: {other:?}"),
    };
    assert_eq!([cell(0, 0), cell(0, 2)], ["ข้อ", "คำตอบ"]);
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(cell(at + 1, 0), row["item"].as_str().unwrap());
        assert_eq!(cell(at + 1, 1), row["title"].as_str().unwrap());
        assert_eq!(cell(at + 1, 4), row["explanation"].as_str().unwrap());
        let urls = texts(&row["urls"]);
        let columns = std::iter::once(3).chain(5..);
        assert!(columns.zip(urls).all(|(column, url)| cell(at + 1, column) == url));
    }
    let links: usize = rows.iter().map(|row| row["urls"].as_array().unwrap().len()).sum();
    let parts = unzipped(&bytes);
    assert_eq!(parts["xl/worksheets/sheet1.xml"].matches("<hyperlink ").count(), links);
    assert!(parts["xl/worksheets/_rels/sheet1.xml.rels"].contains("https://www.example.go.th/ita/2566/o42/"));
    assert!(parts["xl/worksheets/sheet1.xml"].contains("state=\"frozen\""));
}

fn unzipped(bytes: &[u8]) -> std::collections::BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = std::collections::BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

#[test]
fn what_begins_like_a_formula_stays_text() {
    let folder = site_folder(&[
        ("content/site.yaml", "agency: {name: เทศบาล|ตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2570]\n"),
        (
            "content/catalogues/2570.yaml",
            concat!(
                "fiscal_year: 2570\nprogramme: test\ntitle: {th: รายการ}\nconfidence: high\nindicators:\n- no: 9\n  title: ก\n  sub_indicators:\n",
                "  - number: '9.1'\n    title: ข\n    asked: 1\n    groups:\n    - title: ค\n      items:\n",
                "      - {code: O1, title: '=1+1|ข้อ', subjects: [structure], kind: evidence, attestation: own, components: []}\n"
            ),
        ),
        ("content/2570/o1.md", "---\npublication: {zero_report: ไม่มีเรื่องร้องเรียน}\n---\n"),
    ]);
    let root = folder.path().to_str().unwrap();
    let sheet = |format: &str| {
        let run = prongsai(&["sheet", "--root", root, "--lang", "en", "--year", "๒๕๗๐", "--format", format]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap()
    };
    let csv = sheet("csv");
    assert!(csv.starts_with('\u{feff}') && csv.contains("\r\nO1,'=1+1|ข้อ,มี,"), "{csv}");
    assert!(csv.contains("ไม่มีเรื่องร้องเรียน"));
    let md = sheet("md");
    assert!(md.contains("| =1+1\\|ข้อ |") && md.lines().filter(|line| line.starts_with('|')).count() == 3, "{md}");
    let out = folder.path().join("ก.xlsx");
    assert!(prongsai(&["sheet", "--root", root, "--year", "2570", "--out", out.to_str().unwrap()]).status.success());
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(fs::read(out).unwrap())).unwrap();
    assert_eq!(workbook.worksheet_range("OIT 2570").unwrap().get((1, 1)), Some(&Data::String("=1+1|ข้อ".to_owned())));
    assert!(workbook.worksheet_formula("OIT 2570").unwrap().is_empty());
}

#[test]
fn a_year_that_is_not_there_and_a_file_that_is() {
    for (lang, words) in [("th", "ไม่มีปีงบประมาณ"), ("en", "no fiscal year")] {
        for year in ["2580", "ปีนี้", ""] {
            let run = prongsai(&["sheet", "--root", root(), "--lang", lang, "--year", year]);
            assert_eq!(run.status.code(), Some(2));
            let said = String::from_utf8(run.stderr).unwrap();
            assert!(said.contains(words) && said.contains("2566") && run.stdout.is_empty(), "{said}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("oit-2569.xlsx");
    fs::write(&taken, "ของเดิม").unwrap();
    let run = in_folder(folder.path(), &["sheet", "--root", root(), "--lang", "en", "--year", "2569"]);
    assert_eq!(run.status.code(), Some(2), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(fs::read_to_string(&taken).unwrap(), "ของเดิม");
    assert!(in_folder(folder.path(), &["sheet", "--root", root(), "--year", "2568"]).status.success());
    assert!(in_folder(folder.path(), &["sheet", "--root", root(), "--year", "2569", "--out", "oit-2569.xlsx"]).status.success());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "a temporary file was left");
    assert_eq!(&fs::read(&taken).unwrap()[..2], b"PK");
}

#[test]
fn a_doubtful_list_is_said_beside_the_sheet_and_not_in_it() {
    let run = prongsai(&["sheet", "--root", root(), "--lang", "en", "--year", "2567", "--format", "json"]);
    assert!(String::from_utf8_lossy(&run.stderr).contains("handbook"));
    assert!(!String::from_utf8_lossy(&run.stdout).contains("handbook"));
    let run = prongsai(&["sheet", "--root", root(), "--lang", "en", "--year", "2569", "--format", "json"]);
    assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
}

fn in_folder(folder: &Path, arguments: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_prongsai")).args(arguments).current_dir(folder).output().unwrap()
}
