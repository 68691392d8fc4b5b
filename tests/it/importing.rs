//! `prongsai import`: what documents of other programs say comes out, what is doubtful is said, and nothing
//! is overwritten. The documents, and what must come out of each, are made by `tests/import/make.py`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use prongsai::base::RelPath;
use prongsai::yaml::{Node, NodeValue, YamlLimits, parse};
use serde_json::Value;
use tempfile::TempDir;

use crate::common::{files_below, prongsai, repository, site_folder};

/// Documents that are expected to be there.
const MIN_DOCUMENTS: usize = 14;

fn documents() -> PathBuf {
    repository().join("tests/files/import")
}

/// A site for the item of an expectation.
fn site_of(wanted: &Value) -> TempDir {
    let site = serde_json::json!({
        "agency": wanted["agency"], "base_url": "https://ita.example.go.th/", "years": [wanted["year"]], "units": wanted["units"],
    });
    site_folder(&[("content/site.yaml", &site.to_string())])
}

/// Runs `import`; the doubts, and what was said.
fn import(site: &Path, document: &Path, target: &str) -> (Vec<Value>, String, Option<i32>) {
    let (site, document) = (site.to_str().unwrap(), document.to_str().unwrap());
    let run = prongsai(&["import", document, "--item", target, "--root", site, "--lang", "en", "--format", "json"]);
    let doubts = serde_json::from_slice(&run.stdout).unwrap_or_default();
    (doubts, String::from_utf8_lossy(&run.stderr).into_owned(), run.status.code())
}

/// Front matter as JSON; what is wrapped as `{value:, as_written:}` is both.
fn front_matter(page: &str) -> Value {
    let text = page.strip_prefix("---\n").unwrap().split("\n---\n").next().unwrap();
    let limits = YamlLimits { bytes: 1 << 20, depth: 32 };
    json(&parse(&RelPath::new("content/x.md").unwrap(), text, 0..text.len(), limits).unwrap())
}

fn json(node: &Node) -> Value {
    match &node.value {
        NodeValue::Map(_) => node.entries().unwrap().iter().map(|(key, value)| (key.name.clone(), json(value))).collect(),
        NodeValue::Seq(items) => items.iter().map(json).collect(),
        _ => node.text().map_or(Value::Null, Value::from),
    }
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect::<String>().chars().map(arabic).collect()
}

fn arabic(letter: char) -> char {
    match letter {
        '๐'..='๙' => char::from_digit(u32::from(letter) - u32::from('๐'), 10).unwrap(),
        other => other,
    }
}

fn unwrapped(value: &Value) -> &Value {
    value.get("value").unwrap_or(value)
}

/// The value at a path such as `instruments/id=IIT/indicators/0`.
fn at<'v>(page: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('/').filter(|part| !part.is_empty()).try_fold(page, |value, part| {
        let value = unwrapped(value);
        match (value, part.split_once('=')) {
            (Value::Array(list), Some((key, wanted))) => list.iter().find(|one| one.get(key).is_some_and(|known| is_text(known, wanted))),
            (Value::Array(list), None) => list.get(part.parse::<usize>().ok()?),
            (value, _) => value.get(part),
        }
    })
}

fn is_text(value: &Value, wanted: &str) -> bool {
    let spellings = [value.get("value").unwrap_or(value), value.get("as_written").unwrap_or(&Value::Null)];
    let wanted = bare(wanted);
    let number = |text: &str| text.parse::<f64>().ok();
    spellings
        .iter()
        .filter_map(|one| one.as_str())
        .map(bare)
        .any(|one| one == wanted || (number(&one).is_some() && number(&one) == number(&wanted)))
}

fn has_text(value: &Value, wanted: &str) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(|below| has_text(below, wanted)),
        Value::Array(list) => list.iter().any(|below| has_text(below, wanted)),
        other => other.as_str().is_some_and(|text| bare(text).contains(wanted)),
    }
}

fn is_same(page: &Value, actual: Option<&Value>, wanted: &Value) -> bool {
    if let Some(any) = wanted.get("any") {
        return any.as_array().unwrap().iter().any(|one| is_same(page, actual, one));
    }
    if let Some(part) = wanted.get("contains") {
        return actual.is_some_and(|actual| has_text(actual, &bare(part.as_str().unwrap())));
    }
    if let Some(there) = wanted.get("ref") {
        return at(page, &format!("{}/id", there.as_str().unwrap())).is_some_and(|id| Some(id) == actual);
    }
    match (wanted, actual) {
        (Value::Null, actual) => actual.is_none(),
        (Value::Array(wanted), None) => wanted.is_empty(),
        (Value::Array(wanted), Some(actual)) => {
            let actual = unwrapped(actual).as_array().cloned().unwrap_or_default();
            actual.len() == wanted.len() && actual.iter().zip(wanted).all(|(actual, wanted)| is_same(page, Some(actual), wanted))
        }
        (_, None) => false,
        (Value::String(wanted), Some(actual)) => is_text(actual, wanted),
        (wanted, Some(actual)) => is_text(actual, &wanted.to_string()),
    }
}

#[test]
fn tables_of_other_programs_come_out_with_all_their_facts() {
    let mut seen = 0;
    for (name, text) in files_below(&documents().join("expected")) {
        let document = documents().join(name.trim_end_matches(".json"));
        let wanted: Value = serde_json::from_slice(&text).unwrap();
        let site = site_of(&wanted);
        let target = format!("{}/{}", wanted["year"], wanted["item"].as_str().unwrap());
        let (doubts, said, status) = import(site.path(), &document, &target);
        assert_eq!(status, Some(0), "{name}: {said}");
        let page = fs::read_to_string(site.path().join(format!("content/{target}.md"))).unwrap();
        let facts = front_matter(&page);
        for fact in wanted["facts"].as_array().unwrap() {
            let (path, value) = (fact[0].as_str().unwrap(), &fact[1]);
            assert!(is_same(&facts, at(&facts, path), value), "{name}: {path} is not {value}\n{page}");
        }
        let kinds: BTreeSet<&str> = doubts.iter().filter_map(|doubt| doubt["kind"].as_str()).collect();
        for kind in wanted["doubts"].as_array().unwrap() {
            assert!(kinds.contains(kind.as_str().unwrap()), "{name}: no doubt {kind} in {kinds:?}");
        }
        // Every doubt is said where it is corrected.
        assert_eq!(page.lines().filter(|line| line.starts_with("# - ")).count(), doubts.len(), "{name}: {page}");
        seen += 1;
    }
    assert!(seen >= MIN_DOCUMENTS, "{seen} documents");
}

#[test]
fn an_imported_page_is_read_without_a_fault_and_a_second_import_changes_nothing() {
    let document = documents().join("s1-python-docx.docx");
    let wanted: Value = serde_json::from_slice(&fs::read(documents().join("expected/s1-python-docx.docx.json")).unwrap()).unwrap();
    let site = site_of(&wanted);
    let (_, said, status) = import(site.path(), &document, "2566/o43");
    assert_eq!(status, Some(0), "{said}");
    let check = prongsai(&["check", "--root", site.path().to_str().unwrap(), "--format", "json"]);
    let found: Vec<Value> = serde_json::from_slice(&check.stdout).unwrap();
    let errors: Vec<&Value> =
        found.iter().filter(|finding| finding["severity"] == "error" && finding["file"] != "content/site.yaml").collect();
    assert!(errors.is_empty(), "{errors:?}");
    let before = files_below(site.path());
    let (_, said, status) = import(site.path(), &document, "2566/o43");
    assert!(status == Some(2) && said.contains("o43.md"), "{said}");
    assert_eq!(files_below(site.path()), before);
}

#[test]
fn a_document_without_item_goes_where_it_says() {
    let site = site_folder(&[(
        "content/site.yaml",
        "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://ita.example.go.th/\nyears: [2565, 2566]\n",
    )]);
    let root = site.path().to_str().unwrap();
    let file = site.path().join("แผน.csv");
    fs::write(&file, "แผนมาตรการ ประจำปีงบประมาณ 2565,,\nมาตรการ,ขั้นตอน,ผู้รับผิดชอบ\nอบรม,1. ประชุม,กองคลัง\n").unwrap();
    let run = prongsai(&["import", file.to_str().unwrap(), "--root", root, "--lang", "en"]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let page = fs::read_to_string(site.path().join("content/2565/o42.md")).unwrap();
    assert!(
        page.contains("title: แผนมาตรการ ประจำปีงบประมาณ 2565\nfiscal_year: 2565\n") && page.contains("  - id: m1\n    title: อบรม\n"),
        "{page}"
    );
    fs::write(&file, "มาตรการ,ขั้นตอน,ผู้รับผิดชอบ\nอบรม,1. ประชุม,กองคลัง\n").unwrap();
    let run = prongsai(&["import", file.to_str().unwrap(), "--root", root, "--lang", "en"]);
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.code() == Some(2) && said.contains("--item"), "{said}");
}

#[test]
fn what_is_no_table_of_measures_is_refused_with_the_repair() {
    let site =
        site_folder(&[("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://ita.example.go.th/\nyears: [2565]\n")]);
    let root = site.path().to_str().unwrap();
    for (name, bytes, part) in [
        ("a.csv", &b"a,b\n1,2\n"[..], "has no table of measures"),
        ("a.docx", b"not a document", "save it as .docx"),
        ("a.docx", b"PK\x03\x04broken", "damaged"),
        ("a.txt", b"", "has no table of measures"),
    ] {
        let file = site.path().join(name);
        fs::write(&file, bytes).unwrap();
        let run = prongsai(&["import", file.to_str().unwrap(), "--item", "2565/o42", "--root", root, "--lang", "en"]);
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(2) && said.contains(part), "{name}: {said}");
    }
    let (known, missing) = (site.path().join("a.csv"), site.path().join("b.csv"));
    let (known, missing) = (known.to_str().unwrap(), missing.to_str().unwrap());
    for (arguments, part) in
        [(&[known, "--item", "o42"][..], "2566/o42"), (&[known, missing, "--item", "2565/o42"], "one by one"), (&[missing], "b.csv")]
    {
        let run = prongsai(&[&["import", "--root", root, "--lang", "en"], arguments].concat());
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(2) && said.contains(part), "{arguments:?}: {said}");
    }
    assert_eq!(files_below(&site.path().join("content")).len(), 1);
}

#[test]
fn files_of_one_command_are_each_a_page_and_faults_of_one_hide_no_other() {
    let site = site_folder(&[(
        "content/site.yaml",
        "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://ita.example.go.th/\nyears: [2565, 2566]\n",
    )]);
    let file = |name: &str, text: &str| {
        fs::write(site.path().join(name), text).unwrap();
        site.path().join(name).to_str().unwrap().to_owned()
    };
    // The report comes first, and is told the ids of the plan all the same.
    let report = file("รายงาน.csv", "รายงานผล ปีงบประมาณ 2565,\nมาตรการ,ผลการดำเนินการ\nอบรม,1. อบรมแล้ว\n");
    let missing = site.path().join("ไม่มี.csv").to_str().unwrap().to_owned();
    let broken = file("เสีย.docx", "PK\u{3}\u{4}broken");
    let plan = file("แผน.csv", "แผนมาตรการ ปีงบประมาณ 2565,,\nมาตรการ,ขั้นตอน,ผู้รับผิดชอบ\nประกาศ,1. ลงนาม,กองคลัง\nอบรม,1. ประชุม,กองคลัง\n");
    let again = file("แผนใหม่.csv", "แผนมาตรการ ปีงบประมาณ 2565,,\nมาตรการ,ขั้นตอน,ผู้รับผิดชอบ\nอื่น,1. ประชุม,กองคลัง\n");
    let named = file("2566-o42.csv", "มาตรการ,ขั้นตอน,ผู้รับผิดชอบ\nอบรม,1. ประชุม,กองคลัง\n");
    let root = site.path().to_str().unwrap();
    let run = prongsai(&["import", &report, &missing, &broken, &plan, &again, &named, "--root", root, "--lang", "en"]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned() + &String::from_utf8_lossy(&run.stdout);
    assert_eq!(run.status.code(), Some(2), "{said}");
    for part in ["ไม่มี.csv", "เสีย.docx is damaged", "แผนใหม่.csv is for content/2565/o42.md, as another file of this command is"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let page = |name: &str| fs::read_to_string(site.path().join("content").join(name)).unwrap();
    assert!(page("2565/o42.md").contains("  - id: m1\n    title: ประกาศ\n") && !page("2565/o42.md").contains("อื่น"));
    assert!(page("2565/o43.md").contains("- measures: [m2]\n") && !page("2565/o43.md").contains("id: m2"), "{}", page("2565/o43.md"));
    assert!(page("2566/o42.md").contains("fiscal_year: 2566\n"));
    assert_eq!(files_below(&site.path().join("content")).len(), 4);
}
