//! What `new site` writes for editors: snippets that the reader takes, and a task whose problem matcher
//! finds each line of `check`.

use std::fs;

use prongsai::base::RelPath;
use prongsai::content::front_matter::FrontMatter;
use prongsai::diagnostics::Diagnostics;
use prongsai::yaml::{Context, Declared, FromNode, Shape, YamlLimits, parse};
use regex::Regex;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::common::prongsai;

const BODY: [&str; 6] = ["--name", "เทศบาลตำบลบ้านสวน", "--base-url", "https://www.bansuan.go.th/ita/", "--year", "2569"];

fn new_site(lang: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().to_str().unwrap();
    let output = prongsai(&[&["--lang", lang, "new", "site", folder, "--province", "ชลบุรี"], &BODY[..]].concat());
    assert!(output.status.success(), "{output:?}");
    root
}

fn editor_file(root: &TempDir, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root.path().join(".vscode").join(name)).unwrap()).unwrap()
}

fn snippets(root: &TempDir) -> Map<String, Value> {
    let Value::Object(all) = editor_file(root, "prongsai.code-snippets") else { panic!("no object") };
    all
}

/// The text that an editor inserts if nobody types or chooses anything.
fn inserted(snippet: &Value) -> String {
    let lines: Vec<&str> = snippet["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let stop = Regex::new(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^|]*\|)?\}").unwrap();
    let text = stop.replace_all(&lines.join("\n"), "$1$2").into_owned();
    assert!(!text.contains("${"), "{text}");
    text.replace(r"\}", "}").replace(r"\$", "$").replace(r"\\", r"\")
}

/// The value of a field as front matter: below the fields that it is in.
fn placed(name: &str, mut value: Value) -> Value {
    let (path, is_entry) = name.strip_suffix(" +1").map_or((name, false), |path| (path, true));
    let mut keys: Vec<&str> = path.split('.').collect();
    if !is_entry {
        keys.pop();
    }
    let is_list = |keys: &[&str]| {
        let mut shape = FrontMatter::shape();
        for key in keys {
            shape = (shape.structure().unwrap().fields.iter().find(|field| field.key == *key).unwrap().shape)();
        }
        matches!(shape, Shape::List(_))
    };
    while let Some(key) = keys.last() {
        let list = is_list(&keys) && !value.is_array();
        value = json!({*key: if list { json!([value]) } else { value }});
        keys.pop();
    }
    value
}

fn findings(text: &str) -> Vec<&'static str> {
    let file = RelPath::new("content/x.md").unwrap();
    let node = parse(&file, text, 0..text.len(), YamlLimits { bytes: 1 << 20, depth: 32 }).unwrap();
    let mut found = Diagnostics::new();
    FrontMatter::from_node(&node, &mut Context::new(&file, &mut found));
    found.sorted().iter().map(|finding| finding.code).collect()
}

#[test]
fn what_a_snippet_inserts_is_front_matter_that_only_lacks_values() {
    for lang in ["th", "en"] {
        let all = snippets(&new_site(lang));
        assert!(all.len() > 120, "{}", all.len());
        for (name, snippet) in &all {
            let text = inserted(snippet);
            let found = match name.strip_prefix("page ") {
                Some(_) => findings(text.strip_prefix("---\n").and_then(|text| text.strip_suffix("---")).unwrap()),
                None => {
                    let value = placed(name, serde_yaml::from_str(&text).unwrap());
                    findings(&serde_yaml::to_string(&value).unwrap().replace(": null\n", ":\n"))
                }
            };
            let of_empty = ["missing-field", "evidence-target", "empty-value"];
            assert!(found.iter().all(|code| of_empty.contains(code)), "{name}: {found:?}\n{text}");
        }
    }
}

#[test]
fn every_field_has_a_snippet_with_what_it_means() {
    let all = snippets(&new_site("th"));
    for field in FrontMatter::shape().structure().unwrap().fields {
        let snippet = &all[field.key];
        assert_eq!((&snippet["prefix"], &snippet["scope"]), (&json!(field.key), &json!("markdown")));
        assert!(snippet["description"].as_str().unwrap().starts_with(field.about.thai.trim()), "{snippet}");
    }
    let of = |name: &str| all[name]["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n");
    assert!(of("progress.entries.status").starts_with("status: ${1| ,not_started,"), "a status is chosen, not suggested");
    assert!(of("measures +1").starts_with("- id: ${1:m1}"));
    for page in ["page measures", "page progress", "page evidence"] {
        assert!(of(page).contains("\ndraft: true\n"), "{page}");
    }
}

#[test]
fn the_problem_matcher_finds_every_line_of_check() {
    let root = new_site("th");
    fs::create_dir_all(root.path().join("content/2569")).unwrap();
    fs::write(root.path().join("content/2569/o25.md"), "---\ntitle: ก\nmeasure: [x]\nperiod: 1\n---\n").unwrap();
    let task = &editor_file(&root, "tasks.json")["tasks"][0];
    let line = Regex::new(task["problemMatcher"]["pattern"]["regexp"].as_str().unwrap()).unwrap();
    let mut arguments: Vec<&str> = task["command"].as_str().unwrap().split(' ').skip(1).collect();
    let folder = root.path().to_str().unwrap();
    arguments.extend(["--root", folder]);
    let said = String::from_utf8(prongsai(&arguments).stdout).unwrap();
    let found: Vec<_> = said.lines().filter_map(|said| line.captures(said)).map(|found| found[5].to_owned()).collect();
    assert!(found.contains(&"unknown-key".to_owned()), "{said}");
    assert!(said.lines().all(|said| line.is_match(said)), "{said}");
}
