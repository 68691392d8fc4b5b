//! The manual holds what the comments cite and what the program prints, and README is the door to
//! it.

use std::collections::BTreeSet;
use std::fs;

use prongsai::manual::{PAGES, entries};

use crate::common::{files_below, prongsai, repository};

/// The documents that comments cited before the manual was written; in pieces, so that this file
/// does not cite them.
const NOT_IN_THE_REPOSITORY: [[&str; 2]; 3] = [["PROMI", "SES"], ["DES", "IGN"], ["MOD", "EL"]];

/// Rust sources with their paths.
fn sources(folder: &str) -> Vec<(String, String)> {
    let files = files_below(&repository().join(folder)).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, bytes)| (format!("{folder}/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// The words of the comments of a source, with their lines.
fn words_of_comments(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let comments = text.lines().enumerate().filter_map(|(number, line)| {
        let line = line.trim_start();
        let comment = if line.starts_with("//") { line } else { line.split_once(" // ")?.1 };
        Some((number + 1, comment))
    });
    comments.flat_map(|(number, comment)| {
        comment.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| (number, word))
    })
}

/// `SC` of `SC3`.
fn family(id: &str) -> Option<&str> {
    let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_id = (1..=2).contains(&(id.len() - letters.len())) && letters.bytes().all(|c| c.is_ascii_uppercase());
    is_id.then_some(letters).filter(|letters| !letters.is_empty())
}

/// What stands between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn page(topic: &str) -> &'static str {
    PAGES.iter().find(|page| page.topic == topic).unwrap().text
}

fn ids_of(topic: &str) -> Vec<&'static str> {
    page(topic).lines().filter_map(|line| line.strip_prefix("### ")).collect()
}

#[test]
fn every_id_that_a_comment_cites_has_an_entry() {
    let ids: Vec<&str> = entries().map(|(id, _)| id).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id has two entries");
    let families: BTreeSet<&str> = ids.iter().map(|id| family(id).unwrap_or_else(|| panic!("“{id}” is no id"))).collect();
    let mut cited = 0;
    for (path, text) in [sources("src"), sources("tests/it")].concat() {
        for (line, word) in words_of_comments(&text) {
            if family(word).is_some_and(|family| families.contains(family)) {
                assert!(known.contains(word), "{path}:{line} cites {word}, which has no entry in src/manual");
                cited += 1;
            }
        }
    }
    assert!(cited > 100, "only {cited} citations were found");
}

#[test]
fn no_comment_cites_a_document_that_is_not_in_the_repository() {
    let names = NOT_IN_THE_REPOSITORY.map(|pieces| pieces.concat());
    for (path, text) in [sources("src"), sources("tests")].concat() {
        for (line, word) in words_of_comments(&text) {
            assert!(!names.iter().any(|name| name == word), "{path}:{line} cites {word}");
        }
    }
}

#[test]
fn every_guarantee_names_tests_that_exist_or_says_that_there_is_none() {
    let expected: Vec<String> = (1..=47).map(|number| format!("P{number}")).collect();
    assert_eq!(ids_of("guarantees"), expected);
    let (unit, integration) = (sources("src"), sources("tests/it"));
    let is_test = |text: &str, name: &str| {
        text.split_once(&format!("fn {name}(")).is_some_and(|(before, _)| before.lines().rev().take(4).any(|line| line.trim() == "#[test]"))
    };
    let exists = |path: &str| match path.split("::").collect::<Vec<_>>()[..] {
        ["it", file, name] => integration.iter().any(|(path, text)| *path == format!("tests/it/{file}.rs") && is_test(text, name)),
        ["lib", name] => unit.iter().any(|(_, text)| is_test(text, name)),
        _ => false,
    };
    for (id, text) in entries().filter(|(id, _)| family(id) == Some("P")) {
        let tests: Vec<&str> = quoted(text).filter(|name| name.starts_with("it::") || name.starts_with("lib::")).collect();
        tests.iter().for_each(|test| assert!(exists(test), "{id} names {test}, which is no test"));
        assert!(!tests.is_empty() || text.contains("No test yet"), "{id} names no test");
    }
}

#[test]
fn every_rule_has_a_source_and_names_findings_that_exist() {
    let codes = repository().join("src/diagnostics/codes");
    let mut named = 0;
    for id in ids_of("rules") {
        let (_, text) = entries().find(|(other, _)| *other == id).unwrap();
        assert!(text.contains("Source:"), "{id} has no source");
        let findings = text.replace('\n', " ");
        let findings = ["Finding: ", "Findings: "].iter().find_map(|word| findings.split_once(word)).map(|(_, rest)| rest.to_owned());
        for code in quoted(findings.unwrap_or_default().split(". ").next().unwrap()) {
            assert!(codes.join(format!("{code}.md")).exists(), "{id} names the finding {code}, which is none");
            named += 1;
        }
    }
    assert!(named > 40, "only {named} findings were found");
}

#[test]
fn explain_prints_pages_and_entries_under_their_english_and_thai_names() {
    let explain = |arguments: &[&str]| {
        let run = prongsai(&[&["explain"], arguments].concat());
        assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap()
    };
    let (thai, english) = (explain(&["--lang", "th"]), explain(&["--lang", "en"]));
    for page in PAGES {
        let lists = |list: &str| list.lines().any(|line| line.starts_with(page.topic) && line.contains(page.thai_topic));
        assert!(lists(&thai) && lists(&english), "{}", page.topic);
        assert_eq!(explain(&[page.topic]), page.text);
        assert_eq!(explain(&[page.thai_topic]), page.text);
    }
    assert!(english.contains("unknown-key") && english != thai);
    let entry = explain(&["p19"]);
    assert!(entry.starts_with("P19\n") && entry.contains("0123456") && !entry.contains("P20"), "{entry}");
    // The last entry of a part ends where the next part begins.
    assert!(!explain(&["P10"]).contains("P11") && !explain(&["P10"]).contains("##"));
}

#[test]
fn a_wrong_topic_is_told_with_the_nearest_names() {
    for (typed, nearest) in [("hots", "hosts"), ("เผยแพร", "เผยแพร่"), ("unknwon-key", "unknown-key"), ("guarantee", "guarantees")]
    {
        for (lang, words) in [("th", "ที่ใกล้เคียงคือ"), ("en", "the nearest:")] {
            let run = prongsai(&["explain", typed, "--lang", lang]);
            let said = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(2));
            assert!(said.contains(words) && said.contains(&format!("“{typed}”")) && said.contains(nearest), "{said}");
        }
    }
    let run = prongsai(&["explain", "ฎฎฎ", "--lang", "en"]);
    assert!(String::from_utf8(run.stderr).unwrap().contains("see all with prongsai explain"));
}

#[test]
fn readme_is_a_short_door_whose_links_lead_somewhere() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    assert!(readme.lines().count() <= 120, "{} lines", readme.lines().count());
    let commands: Vec<&str> = readme.split_once("```console\n").unwrap().1.split_once("```").unwrap().0.lines().collect();
    assert!(commands[0].starts_with("cargo run --release -- build") && commands[1].starts_with("cargo test"), "{commands:?}");
    for link in readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).filter(|link| !link.contains("://")) {
        assert!(repository().join(link).exists(), "README links to {link}");
    }
    for page in PAGES {
        assert!(readme.contains(&format!("(src/manual/{}.md)", page.topic)), "README does not name the page {}", page.topic);
    }
}

/// What stands for a name in a path.
const PLACEHOLDERS: [&str; 6] = ["CODE", "FAMILY", "FILE", "NAME", "TOPIC", "YEAR"];

#[test]
fn every_path_of_the_repository_that_a_page_names_is_there() {
    let read = |path: &str| fs::read_to_string(repository().join(path)).unwrap();
    let pages = PAGES.iter().map(|page| (page.topic, page.text.to_owned()));
    let documents = ["README.md", "tests/README.md", ".github/CONTRIBUTING.md"].map(|path| (path, read(path)));
    let mut named = 0;
    for (page, text) in pages.chain(documents) {
        let words = quoted(&text).filter_map(|code| code.split_whitespace().next());
        let paths = words
            .filter(|word| ["src/", "tests/", "themes/default/", ".ci/", ".github/", ".cargo/"].iter().any(|top| word.starts_with(top)));
        for path in paths.filter(|path| !PLACEHOLDERS.iter().any(|name| path.contains(name))) {
            assert!(repository().join(path).exists(), "{page} names {path}, which is not there");
            named += 1;
        }
    }
    assert!(named > 40, "only {named} paths were found");
}
