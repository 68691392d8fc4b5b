//! `prongsai new`: what is begun is read, built and checked without a fault, says nothing of itself,
//! and overwrites nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{files_below, prongsai, repository, site_folder};

const BODY: [&str; 8] =
    ["--name", "เทศบาลตำบลบ้านสวน", "--base-url", "https://www.bansuan.go.th/ita/", "--province", "ชลบุรี", "--year", "2569"];

/// A run in English; its output and status.
fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let output = prongsai(&[&["--lang", "en", "--color", "never"], arguments].concat());
    (text(&output), output.status.code())
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

/// What `check` finds: file, severity and code.
fn found(root: &Path) -> Vec<(String, String, String)> {
    let output = prongsai(&["check", "--format", "json", "--root", path(root)]);
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output)));
    let name = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    list.iter().map(|finding| (name(finding, "file"), name(finding, "severity"), name(finding, "code"))).collect()
}

/// A new site in a folder of its own.
fn new_site(more: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let (said, status) = run(&[&["new", "site", path(root.path())], &BODY[..], more].concat());
    assert_eq!(status, Some(0), "{said}");
    root
}

fn write(root: &Path, file: &str, text: &str) {
    let file = root.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn a_new_site_is_built_and_checked_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("เว็บ ของ เทศบาล");
    let more = ["--type", "ทต.", "--district", "เมืองชลบุรี", "--unit", "สำนักปลัด", "--unit", "กองคลัง: #1"];
    for lang in ["th", "en"] {
        let arguments = [&["--lang", lang, "new", "site", path(&root)], &BODY[..], &more].concat();
        assert_eq!(prongsai(&arguments).status.code(), Some(0));
        let content: Vec<String> = files_below(&root).into_keys().filter(|file| !file.starts_with('.')).collect();
        assert_eq!(content, ["content/site.yaml"]);
        let site = read(&root, "content/site.yaml");
        for value in [
            "name: เทศบาลตำบลบ้านสวน",
            "type: เทศบาลตำบล\n",
            "- สำนักปลัด",
            "years: [2569]",
            "# freeze:",
            "base_url: https://www.bansuan.go.th/ita/",
        ] {
            assert!(site.contains(value), "{value}: {site}");
        }
        assert_eq!(found(&root), [("content/site.yaml".to_owned(), "info".to_owned(), "nothing-filed".to_owned())], "{site}");
        let (said, status) = run(&["build", "--strict", "--root", path(&root)]);
        assert!(status == Some(0) && root.join("public/2569/o1/index.html").is_file(), "{said}");
        let home = read(&root, "public/index.html");
        assert!(home.contains("เทศบาลตำบลบ้านสวน") && home.contains("เมืองชลบุรี"));
        fs::remove_dir_all(&root).unwrap();
    }
}

#[test]
fn divisions_typed_in_one_go_are_told_apart_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("เว็บ");
    let more = ["--unit", "สำนักปลัด กองคลัง\nกองช่าง", "--unit", "กอง สวัสดิการ"];
    let output = prongsai(&[&["new", "site", path(&root)], &BODY[..], &more].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("ส่วนราชการ: สำนักปลัด, กองคลัง, กองช่าง\n"), "{said}");
    assert!(said.contains("ใช้ “กอง สวัสดิการ” เป็นชื่อของส่วนราชการเดียว"), "{said}");
    let site = read(&root, "content/site.yaml");
    let units = "units:  # ส่วนราชการในหน่วยงาน\n  - สำนักปลัด\n  - กองคลัง\n  - กองช่าง\n  - กอง สวัสดิการ\n";
    assert!(site.contains(units), "{site}");
}

#[test]
fn editors_find_the_schemas_of_the_yaml_files() {
    let root = new_site(&[]);
    let settings: Value = serde_json::from_str(&read(root.path(), ".vscode/settings.json")).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    assert_eq!(schemas.len(), 3);
    assert_eq!(schemas["./.vscode/site.schema.json"], "content/site.yaml");
    for schema in schemas.keys() {
        let name = schema.trim_start_matches("./.vscode/").trim_end_matches(".schema.json");
        let explained = prongsai(&["schema", name]).stdout;
        assert_eq!(read(root.path(), schema), String::from_utf8(explained).unwrap(), "{schema}");
    }
    assert!(read(root.path(), ".vscode/extensions.json").contains("redhat.vscode-yaml"));
}

#[test]
fn every_field_that_a_site_file_offers_is_one() {
    let root = new_site(&["--unit", "สำนักปลัด"]);
    let file = root.path().join("content/site.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let fields = text.lines().filter_map(|line| line.strip_prefix("# ").filter(|rest| rest.contains(":  # ")));
    let all: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).chain(fields).collect();
    fs::write(&file, all.join("\n")).unwrap();
    let found = found(root.path());
    assert!(all.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).count() > 15, "{all:?}");
    assert!(found.iter().all(|(_, _, code)| code != "unknown-key" && code != "yaml-syntax"), "{found:?}\n{}", all.join("\n"));
}

#[test]
fn what_is_missing_is_said_at_once_and_nothing_is_asked_without_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    let (said, status) = run(&["new", "site", path(&root), "--province", "ชลบุรี"]);
    assert!(status == Some(2) && said.contains("--name, --base-url") && !root.exists(), "{said}");
    let (said, status) = run(&["new", "site", path(&root), "--name", "เทศบาลตำบลบ้านสวน"]);
    assert!(status == Some(2) && said.contains("--base-url") && !said.contains("--name"), "{said}");
}

/// The year after the last checklist of the program, which officers begin before the next is known.
#[test]
fn a_body_can_begin_with_a_year_that_has_no_checklist_yet() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
    let site = |root: &Path, year: &str| {
        run(&["new", "site", path(root), "--name", "เทศบาลตำบลบ้านสวน", "--base-url", "https://www.bansuan.go.th/", "--year", year])
    };
    let (said, status) = site(&first, "2570");
    assert!(status == Some(0) && first.join("content/catalogues/2570.yaml").is_file(), "{said}");
    let (said, status) = site(&second, "2569");
    assert!(status == Some(0) && !second.join("content/catalogues").exists(), "{said}");
    // Nothing is filed yet: the checklist is begun, and no page.
    let (said, status) = run(&["new", "year", "2570", "--from", "2569", "--root", path(&second)]);
    assert!(status == Some(0) && second.join("content/catalogues/2570.yaml").is_file(), "{said}");
    assert!(!second.join("content/2570").exists() && said.contains("2570"), "{said}");
    for root in [&first, &second] {
        let (said, status) = run(&["new", "item", "2570", "O25", "--root", path(root)]);
        assert!(status == Some(0) && root.join("content/2570/o25.md").is_file(), "{said}");
        let (said, _) = run(&["check", "--drafts", "--root", path(root)]);
        assert!(!said.contains("no-catalogue"), "{said}");
    }
}

#[test]
fn input_is_refused_in_the_words_of_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    let name = ["--name", "เทศบาลตำบลบ้านสวน"];
    for (more, codes) in [
        (&["--base-url", "www.bansuan.go.th", "--year", "2569"][..], &["base-url"][..]),
        (&["--base-url", "ftp://bansuan.go.th/", "--year", "2026"], &["base-url", "not-a-fiscal-year"]),
        (&["--base-url", "https://www.bansuan.go.th/", "--year", "2599"], &["no-catalogue"]),
        (&["--base-url", "https://www.bansuan.go.th/", "--unit", "\u{200b}"], &["yaml-syntax"]),
    ] {
        let (said, status) = run(&[&["new", "site", path(&root)], &name[..], more].concat());
        assert!(status == Some(1) && !root.exists(), "{said}");
        for code in codes {
            assert!(said.contains(&format!("[{code}]")) && said.contains("nothing was written"), "{code}: {said}");
        }
    }
    let (said, status) = run(&[&["new", "site", path(&root)], &BODY[..], &["--type", "เทศบาลหมู่บ้าน"]].concat());
    assert!(status == Some(0) && said.contains("องค์การบริหารส่วนตำบล"), "{said}");
}

#[test]
fn a_folder_that_holds_something_or_is_in_a_site_is_refused() {
    let root = new_site(&[]);
    let before = files_below(root.path());
    for folder in [root.path().to_owned(), root.path().join("content"), root.path().join("ใหม่")] {
        let (said, status) = run(&[&["new", "site", path(&folder)], &BODY[..]].concat());
        assert!(status == Some(2) && said.contains(path(root.path())), "{said}");
    }
    assert_eq!(files_below(root.path()), before);
    let other = tempfile::tempdir().unwrap();
    write(other.path(), "แผน.docx", "x");
    let (said, status) = run(&[&["new", "site", path(other.path())], &BODY[..]].concat());
    assert!(status == Some(2) && said.contains("แผน.docx"), "{said}");
    let (said, status) = run(&[&["new", "site", path(&other.path().join("แผน.docx"))], &BODY[..]].concat());
    assert!(status == Some(2) && said.contains("is a file"), "{said}");
    assert_eq!(files_below(other.path()).len(), 1);
    // What version control keeps is not seen.
    let versions = tempfile::tempdir().unwrap();
    write(versions.path(), ".git/HEAD", "x");
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    let here = command.current_dir(versions.path()).args([&["new", "site", "."], &BODY[..]].concat()).output().unwrap();
    assert!(here.status.success() && versions.path().join("content/site.yaml").is_file(), "{}", text(&here));
}

/// Years with a checklist, and their items.
fn items(year: u16) -> Vec<String> {
    let text = read(repository(), &format!("src/catalogue/data/{year}.yaml"));
    let codes: Vec<String> = text.lines().filter_map(|line| line.trim().strip_prefix("- code: ").map(str::to_owned)).collect();
    assert!(codes.len() > 20, "{year}");
    codes
}

#[test]
fn the_page_of_every_item_of_every_list_is_read_and_shows_nothing_by_itself() {
    for year in 2562..=2569 {
        let root = new_site(&["--year", &year.to_string()]);
        let codes = items(year);
        let arguments = ["new", "item", &year.to_string(), "--root", path(root.path())];
        let arguments: Vec<&str> = arguments.into_iter().chain(codes.iter().map(String::as_str)).collect();
        let (said, status) = run(&arguments);
        assert_eq!(status, Some(0), "{year}: {said}");
        let pages: Vec<String> = files_below(root.path()).into_keys().filter(|file| file.ends_with(".md")).collect();
        assert_eq!(pages.len(), codes.len(), "{said}");
        assert_eq!(said.lines().filter(|line| line.starts_with("wrote ")).count(), codes.len(), "{said}");
        let left = found(root.path());
        let expected = ["draft-hidden", "nothing-filed"];
        assert!(left.iter().all(|(_, severity, code)| severity == "info" && expected.contains(&code.as_str())), "{year}: {left:?}");
        // Published without being filled in, each lacks as much as a page with a title only.
        let skeletons = components_missing(root.path(), |text| text.replace("draft: true\n", ""));
        let titles = components_missing(root.path(), |text| text.split("---\n").next().unwrap().to_owned() + "---\ntitle: ก\n---\n");
        assert_eq!(skeletons, titles, "{year}");
        assert!(year == 2562 || skeletons.len() > 8, "{year}: {skeletons:?}");
    }
}

/// Components that `check` misses on pages whose text is changed so, with the items.
fn components_missing(root: &Path, change: impl Fn(&str) -> String) -> Vec<String> {
    let pages: Vec<String> = files_below(root).into_keys().filter(|file| file.ends_with(".md")).collect();
    for page in &pages {
        let text = read(root, page);
        write(root, page, &change(&text));
    }
    let output = prongsai(&["check", "--format", "json", "--lang", "en", "--root", path(root)]);
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let is_missing = |finding: &&Value| finding["code"].as_str().unwrap().starts_with("component-");
    let mut missing: Vec<String> =
        list.iter().filter(is_missing).map(|finding| format!("{} {}", finding["item"], finding["message"])).collect();
    missing.sort();
    missing.retain(|message| !message.contains("reporting round"));
    missing
}

const PLAN: &str = "---\ntitle: แผนมาตรการ ปีงบประมาณ 2568\nmeasures:\n- {id: m1, title: 'ทำคู่มือ: ฉบับย่อ', steps: [ร่าง]}\n- {id: อบรม, title: อบรมพนักงาน}\n---\n";

#[test]
fn a_report_has_a_row_for_each_measure_of_its_plan() {
    let root = new_site(&["--year", "2568"]);
    write(root.path(), "content/2568/o27.md", PLAN);
    assert_eq!(run(&["new", "item", "2569", "O26", "--root", path(root.path())]).1, Some(0));
    let text = read(root.path(), "content/2569/o26.md");
    for part in ["of:", "fiscal_year: 2568", "item: O27", "# ทำคู่มือ: ฉบับย่อ", "measures: [m1]", "- อบรม", "status:\n", "ดำเนินการแล้ว"]
    {
        let is_there = text.contains(part) || (part == "ดำเนินการแล้ว" && text.contains("done"));
        assert!(is_there, "{part}: {text}");
    }
    // Filled in, the report fits its plan.
    let filled =
        text.replace("draft: true\n", "").replace("status:\n", "status: in_progress\n").replace("results:\n", "results: [ทำแล้วครึ่งหนึ่ง]\n");
    write(root.path(), "content/2569/o26.md", &filled);
    let faults: Vec<_> = found(root.path()).into_iter().filter(|(file, severity, _)| file.contains("o26") && severity == "error").collect();
    assert_eq!(faults, [], "{filled}");
}

#[test]
fn nothing_is_overwritten_and_a_number_of_another_year_is_explained() {
    let root = new_site(&[]);
    let root = root.path();
    assert_eq!(run(&["new", "item", "2569", "o25", "--root", path(root)]).1, Some(0));
    write(root, "content/2569/o1/index.md", "---\ntitle: โครงสร้าง\n---\nมี\n");
    write(root, "content/2569/o2.md", "---\ntitle: [\n---\n");
    let before = files_below(root);
    for (item, file) in [("O25", "o25.md"), ("1", ""), ("O1", "index.md"), ("O๒", "o2.md")] {
        let (said, status) = run(&["new", "item", "2569", item, "--root", path(root)]);
        assert!(status == Some(2) && said.contains(file), "{said}");
    }
    // All of several pages, or none.
    let (said, status) = run(&["new", "item", "2569", "O3", "O25", "--root", path(root)]);
    assert!(status == Some(2) && said.contains("o25.md"), "{said}");
    let (said, status) = run(&["new", "item", "2569", "O42", "--root", path(root)]);
    assert!(status == Some(1) && said.contains("[unknown-item]") && said.contains("nothing was written"), "{said}");
    let (said, status) = run(&["new", "item", "2566", "O42", "--root", path(root)]);
    assert!(status == Some(2) && said.contains("prongsai new year 2566"), "{said}");
    let (said, status) = run(&["new", "item", "2026", "O1", "--root", path(root)]);
    assert!(status == Some(2) && said.contains("2026"), "{said}");
    assert_eq!(files_below(root), before);
}

#[test]
fn a_page_goes_where_its_attachments_are() {
    let root = new_site(&[]);
    write(root.path(), "content/2569/o8/คู่มือ.pdf", "%PDF-1.4");
    assert_eq!(run(&["new", "item", "2569", "O8", "--root", path(root.path())]).1, Some(0));
    assert!(root.path().join("content/2569/o8/index.md").is_file());
}

#[test]
fn a_page_of_its_own_is_begun() {
    let root = new_site(&[]);
    for name in ["contact", "content/pages/services/water.md"] {
        let (said, status) = run(&["new", "page", name, "--root", path(root.path())]);
        assert_eq!(status, Some(0), "{said}");
    }
    assert!(root.path().join("content/pages/contact.md").is_file() && root.path().join("content/pages/services/water.md").is_file());
    assert!(found(root.path()).iter().all(|(_, severity, _)| severity == "info"));
    let (said, status) = run(&["new", "page", "contact", "--root", path(root.path())]);
    assert!(status == Some(2) && said.contains("contact.md"), "{said}");
    for taken in ["search", "2569", "2569/o25"] {
        let (said, status) = run(&["new", "page", taken, "--root", path(root.path())]);
        assert!(said.contains(&format!("/{taken}/")) && status == Some(2), "{taken}: {said}");
    }
    let (said, status) = run(&["new", "page", "../../x", "--root", path(root.path())]);
    assert!(status == Some(2) && said.contains("../../x"), "{said}");
    let (said, status) = run(&["new", "page", "ติดต่อเรา", "--root", path(root.path())]);
    assert!(status == Some(1) && said.contains("error["), "{said}");
}

#[test]
fn a_new_year_follows_the_subjects_and_takes_no_results() {
    let root = site_folder(&[
        (
            "content/site.yaml",
            "\u{feff}# ของเรา\r\nagency: {name: เทศบาลตำบลบ้านสวน}\r\nbase_url: https://www.bansuan.go.th/ita/\r\nyears: [2568] # ปีแรก\r\n\
             freeze: [{fiscal_year: 2568, from: 2025-05-01, to: 2025-06-30}]\r\n\
             deadlines:\r\n  - {fiscal_year: 2568, date: 2025-04-30, title: ส่งลิงก์ปี 2568}\r\n",
        ),
        (
            "content/2568/o27/index.md",
            "---\ntitle: มาตรการ 2568\nunit: สำนักปลัด\nanalysed_year: 2567\nassessment: {year: 2567, total: 81.25}\n\
             measures: [{id: m1, title: เรื่องลับเฉพาะปี}]\nview: {group_by: instrument}\n\
             evidence: [{file: แผน.pdf, title: แผนปี ๒๕๖๘ ที่ลงนามแล้ว}, {file: แผน.pdf, title: ตามแผน 2566–2570}]\n---\nผลของปีก่อน\n",
        ),
        ("content/2568/o27/แผน.pdf", "%PDF-1.4"),
        ("content/2568/o3.md", "---\ntitle: ติดต่อ\nunit: กองคลัง\n---\nโทร\n"),
    ]);
    let root = root.path();
    let (said, status) = run(&["new", "year", "2569", "--from", "2568", "--root", path(root)]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("the freeze of fiscal year 2568 was not moved"), "{said}");
    assert!(said.contains("1 deadline(s)") && said.contains("O24 O26") && !said.contains("catalogues"), "{said}");
    let plan = read(root, "content/2569/o25/index.md");
    for part in ["unit: สำนักปลัด", "analysed_year: 2568", "group_by: instrument", "title: แผนปี ๒๕๖๙ ที่ลงนามแล้ว", "title: ตามแผน 2566–2570"]
    {
        assert!(plan.contains(part), "{part}: {plan}");
    }
    for part in ["81.25", "เรื่องลับเฉพาะปี", "ผลของปีก่อน"] {
        assert!(!plan.contains(part), "{part}: {plan}");
    }
    assert!(read(root, "content/2569/o3.md").contains("unit: กองคลัง"));
    let site = read(root, "content/site.yaml");
    assert!(site.starts_with("\u{feff}# ของเรา\r\n") && site.contains("years: [2568, 2569] # ปีแรก\r\n"), "{site}");
    assert!(site.ends_with("  - {fiscal_year: 2569, date: 2026-04-30, title: \"ส่งลิงก์ปี 2569\"}\r\n"), "{site}");
    assert!(found(root).iter().all(|(file, severity, _)| severity != "error" || file.contains("2568")), "{:?}", found(root));
    // A second run adds what is missing, and finds nothing to do.
    fs::remove_file(root.join("content/2569/o3.md")).unwrap();
    assert_eq!(run(&["new", "year", "2569", "--from", "2568", "--root", path(root)]).1, Some(0));
    assert_eq!((read(root, "content/site.yaml"), read(root, "content/2569/o25/index.md")), (site, plan));
    let before = files_below(root);
    let (said, status) = run(&["new", "year", "2569", "--from", "2568", "--root", path(root)]);
    assert!(status == Some(2) && said.contains("nothing to write"), "{said}");
    for (year, from) in [("2568", "2569"), ("2569", "2569"), ("2569", "2565"), ("x", "2568")] {
        assert_eq!(run(&["new", "year", year, "--from", from, "--root", path(root)]).1, Some(2), "{year} {from}");
    }
    assert_eq!(files_below(root), before);
}

#[test]
fn a_year_without_a_list_gets_one_that_claims_nothing() {
    let root = new_site(&[]);
    let root = root.path();
    write(root, "content/2569/o25.md", "---\ntitle: แผน 2569\nunit: สำนักปลัด\n---\nแผน\n");
    let (said, status) = run(&["new", "year", "2570", "--from", "2569", "--root", path(root)]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("content/catalogues/2570.yaml") && said.contains("handbook of 2570"), "{said}");
    let list = read(root, "content/catalogues/2570.yaml");
    assert!(list.contains("confidence: low") && list.contains("attestation: unsourced"), "{list}");
    assert!(!list.contains("two_sources") && !list.contains("one_source"), "{list}");
    assert!(read(root, "content/2570/o25.md").contains("unit: สำนักปลัด"));
    assert!(read(root, "content/site.yaml").contains("years: [2569, 2570]"));
    let errors: Vec<_> =
        found(root).into_iter().filter(|(file, severity, _)| severity == "error" && file != "content/2569/o25.md").collect();
    assert_eq!(errors, []);
    assert_eq!(run(&["build", "--root", path(root)]).1, Some(0));
}
