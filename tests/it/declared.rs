//! What the declarations of fields say is what the reader does: explanation, schema, reading and
//! writing follow from one place.

use std::fs;

use prongsai::base::RelPath;
use prongsai::content::front_matter::FrontMatter;
use prongsai::content::{DECLARED_FILES, DeclaredFile};
use prongsai::diagnostics::Diagnostics;
use prongsai::yaml::{Context, FromNode, Node, Shape, Structure, YamlLimits, parse, schema, write};
use serde_json::Value;

use crate::common::{prongsai, repository};

fn node(text: &str) -> Node {
    let file = RelPath::new("content/x.yaml").unwrap();
    parse(&file, text, 0..text.len(), YamlLimits { bytes: 1 << 20, depth: 32 }).unwrap()
}

fn read<T: FromNode>(text: &str) -> (Option<T>, Vec<String>) {
    let file = RelPath::new("content/x.yaml").unwrap();
    let mut found = Diagnostics::new();
    let value = T::from_node(&node(text), &mut Context::new(&file, &mut found));
    let found = found.sorted().iter().map(|finding| format!("{} {:?}", finding.code, finding.values)).collect();
    (value, found)
}

fn example(shape: &Shape) -> Option<Value> {
    shape.example()
}

fn structures(shape: &Shape, known: &mut Vec<&'static Structure>) {
    let Some(structure) = shape.structure().filter(|structure| known.iter().all(|known| known.name != structure.name)) else { return };
    known.push(structure);
    structure.fields.iter().for_each(|field| structures(&(field.shape)(), known));
}

fn all_structures() -> Vec<&'static Structure> {
    let mut known = Vec::new();
    DECLARED_FILES.iter().for_each(|file| structures(&(file.shape)(), &mut known));
    known
}

fn file(name: &str) -> &'static DeclaredFile {
    static FILES: [DeclaredFile; 4] = DECLARED_FILES;
    FILES.iter().find(|file| file.name == name).unwrap()
}

/// The schema of a kind of file.
struct FileSchema(boon::Schemas, boon::SchemaIndex);

impl FileSchema {
    fn of(name: &str) -> Self {
        Self::from(schema(&(file(name).shape)()))
    }

    fn from(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("file.json", schema).unwrap();
        let index = compiler.compile("file.json", &mut schemas).unwrap();
        Self(schemas, index)
    }

    fn fault(&self, value: &Value) -> Option<String> {
        self.0.validate(value, self.1).err().map(|fault| fault.to_string())
    }
}

/// Front matter and site files of the example and of the five papers.
fn texts(extension: &str) -> Vec<(String, String)> {
    let roots = [repository().join("content"), repository().join("tests/sites")];
    let files = roots.into_iter().flat_map(|root| walkdir::WalkDir::new(root).into_iter().map(Result::unwrap));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|known| known == extension));
    files.map(|entry| (entry.path().display().to_string(), fs::read_to_string(entry.path()).unwrap())).collect()
}

fn pages() -> Vec<(String, String)> {
    let front_matter =
        |(path, text): (String, String)| Some((path, text.split("---\n").nth(1).filter(|text| text.contains(':'))?.to_owned()));
    let pages: Vec<_> = texts("md").into_iter().filter_map(front_matter).collect();
    assert!(pages.len() > 100, "{}", pages.len());
    pages
}

#[test]
fn the_examples_of_all_fields_together_are_a_file_without_fault() {
    for (name, faults) in [
        ("page", read::<FrontMatter>(&serde_yaml::to_string(&example(&(file("page").shape)())).unwrap()).1),
        ("site", read::<prongsai::config::Config>(&serde_yaml::to_string(&example(&(file("site").shape)())).unwrap()).1),
        ("catalogue", read::<prongsai::catalogue::Catalogue>(&serde_yaml::to_string(&example(&(file("catalogue").shape)())).unwrap()).1),
    ] {
        assert_eq!(faults, Vec::<String>::new(), "{name}");
    }
    for declared in &DECLARED_FILES {
        let example = example(&(declared.shape)()).unwrap();
        assert_eq!(FileSchema::of(declared.name).fault(&example), None, "{}", declared.name);
    }
}

#[test]
fn a_reader_knows_exactly_the_declared_fields() {
    let mut keys = 0;
    for file in &DECLARED_FILES {
        let mut all = example(&(file.shape)()).unwrap();
        if file.name == "assessments" {
            continue;
        }
        all["no_such_key"] = "x".into();
        let text = serde_yaml::to_string(&all).unwrap();
        let found = match file.name {
            "page" => read::<FrontMatter>(&text).1,
            "site" => read::<prongsai::config::Config>(&text).1,
            _ => read::<prongsai::catalogue::Catalogue>(&text).1,
        };
        let declared: Vec<&str> = (file.shape)().structure().unwrap().fields.iter().map(|field| field.key).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("unknown-key") && found[0].contains(&format!("\"{}\"", declared.join(", "))), "{found:?}");
        keys += declared.len();
        assert!(FileSchema::of(file.name).fault(&all).is_some(), "{}", file.name);
    }
    assert!(keys > 50);
}

#[test]
fn every_field_is_explained_in_both_languages_with_an_example_or_fields_of_its_own() {
    let is_thai = |text: &str| text.chars().any(|c| ('ก'..='๙').contains(&c));
    let structures = all_structures();
    assert!(structures.len() > 40, "{}", structures.len());
    for structure in structures {
        for field in structure.fields {
            let place = format!("{}.{}", structure.name, field.key);
            assert!(is_thai(field.about.thai) && !field.about.english.trim().is_empty(), "{place}");
            assert!(!field.about.english.contains(|c| ('ก'..='๙').contains(&c)), "{place}");
            let alone = structure.name == "TypedEvidence" && ["url", "page"].contains(&field.key);
            assert!(alone || field.example.is_some() || example(&(field.shape)()).is_some(), "{place} has no example");
        }
    }
}

#[test]
fn every_file_of_the_repository_fits_its_schema() {
    let page = FileSchema::of("page");
    for (path, text) in pages() {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(page.fault(&value), None, "{path}");
    }
    for (path, text) in texts("yaml") {
        let name = match path.rsplit('/').next().unwrap() {
            "site.yaml" => "site",
            "assessments.yaml" => "assessments",
            _ => continue,
        };
        // JSON has no number as a key.
        let value: Value = if name == "assessments" { by_text(&text) } else { serde_yaml::from_str(&text).unwrap() };
        assert_eq!(FileSchema::of(name).fault(&value), None, "{path}");
    }
}

fn by_text(text: &str) -> Value {
    let map: serde_yaml::Mapping = serde_yaml::from_str(text).unwrap();
    let entry = |(key, value)| (serde_yaml::to_string(&key).unwrap().trim().to_owned(), serde_yaml::from_value::<Value>(value).unwrap());
    map.into_iter().map(entry).collect()
}

#[test]
fn what_is_written_is_read_again() {
    for (path, text) in pages() {
        let (Some(first), _) = read::<FrontMatter>(&text) else { panic!("{path}") };
        let written = write(&first);
        let (again, found) = read::<FrontMatter>(&written);
        let again = again.unwrap_or_else(|| panic!("{path}\n{written}\n{found:?}"));
        // The places differ; all that can be written says the same.
        assert_eq!(write(&again), written, "{path}");
        assert_eq!(serde_json::to_value(&first).unwrap(), serde_json::to_value(&again).unwrap(), "{path}\n{written}");
        let left: Vec<&String> = found.iter().filter(|found| !found.starts_with("buddhist-era-date")).collect();
        assert!(left.is_empty(), "{path}\n{written}\n{left:?}");
    }
}

#[test]
fn a_mapping_that_is_not_filled_in_is_read_as_absent() {
    let (page, found) = read::<FrontMatter>("adopted:\n  date:\n  by:\nmeasures:\n- id: m1\n  period: {from: , to: }\n");
    let value = serde_json::to_value(page.unwrap()).unwrap();
    assert!(found.is_empty() && value.get("adopted").is_none(), "{found:?} {value}");
    assert!(value["measures"][0].get("period").is_none(), "{value}");
    // Its keys are looked at all the same.
    let (_, found) = read::<FrontMatter>("adopted:\n  dat:\n");
    assert!(found.len() == 1 && found[0].starts_with("unknown-key"), "{found:?}");
}

#[test]
fn the_twin_of_a_page_fits_the_schema_of_front_matter() {
    let page = FileSchema::of("page");
    for (path, text) in pages() {
        let (Some(front_matter), _) = read::<FrontMatter>(&text) else { panic!("{path}") };
        let twin = serde_json::to_value(&front_matter).unwrap();
        assert_eq!(page.fault(&twin), None, "{path}");
    }
}

#[test]
fn fields_are_explained_on_the_command_line() {
    let (text, status) = said(&["explain", "fields", "measures.period.from", "--lang", "en"]);
    assert_eq!(status, 0);
    for part in ["measures.period.from", "First month.", "month of a year", "from: 2024-10", "plan"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let (text, _) = said(&["explain", "fields", "measures", "--lang", "en"]);
    for part in ["shown: the plan of measures of the page", "    - id: m1", "        from: 2024-10"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let (text, _) = said(&["explain", "fields", "from"]);
    assert!(text.contains("progress.covers.from") && text.contains("freeze.from") && text.contains("เดือนแรก"), "{text}");
    assert!(said(&["explain", "measures.period"]).0.contains("ระยะเวลาดำเนินการ"), "a field without the word fields");
    let (text, status) = said(&["explain", "fields", "titel", "--lang", "en"]);
    assert_eq!(status, 2);
    assert!(text.contains("title"), "{text}");
    assert_eq!(said(&["explain", "hosts", "x"]).1, 2);
}

#[test]
fn the_command_gives_the_schema_of_a_kind_or_of_all() {
    let (text, status) = said(&["schema", "page"]);
    assert_eq!(status, 0);
    assert!(serde_json::from_str::<Value>(&text).unwrap()["$defs"]["Measure"]["properties"]["steps"].is_object());
    let (text, status) = said(&["schema", "pages", "--lang", "en"]);
    assert!(status == 2 && text.contains("“pages”") && text.contains("page, site, assessments, catalogue"), "{text}");

    let all = FileSchema::from(serde_json::from_str(&said(&["schema"]).0).unwrap());
    for (path, text) in pages().into_iter().chain(texts("yaml")) {
        let value: Value = if path.ends_with("assessments.yaml") { by_text(&text) } else { serde_yaml::from_str(&text).unwrap() };
        assert_eq!(all.fault(&value), None, "{path}");
    }
    let fault = all.fault(&serde_yaml::from_str("title: ก\nmeasures:\n- id: m1\n  titel: ข\n").unwrap());
    assert!(fault.as_ref().is_some_and(|fault| fault.contains("titel")), "{fault:?}");
}

fn said(arguments: &[&str]) -> (String, i32) {
    let output = prongsai(arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (text, output.status.code().unwrap())
}
