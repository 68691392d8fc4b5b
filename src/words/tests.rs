//! Consistency of the languages.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// A declared message.
pub(super) struct Sentence {
    pub(super) key: &'static str,
    /// Text by language tag, in order of declaration.
    pub(super) texts: &'static [(&'static str, &'static str)],
}

/// All files of this module.
const SUBJECTS: &[(&str, &[Sentence])] = &[
    ("attachment", attachment::ALL),
    ("build", build::ALL),
    ("check", check::ALL),
    ("command", command::ALL),
    ("copy", copy::ALL),
    ("counts", counts::ALL),
    ("due", due::ALL),
    ("search", search::ALL),
    ("fields", fields::ALL),
    ("form", form::ALL),
    ("help", help::ALL),
    ("import", import::ALL),
    ("last", last::ALL),
    ("machine", machine::ALL),
    ("manifest", manifest::ALL),
    ("moving", moving::ALL),
    ("new", new::ALL),
    ("pack", pack::ALL),
    ("preview", preview::ALL),
    ("publish", publish::ALL),
    ("restore", restore::ALL),
    ("score", score::ALL),
    ("serve", serve::ALL),
    ("usage", usage::ALL),
    ("verify", verify::ALL),
    ("welcome", welcome::ALL),
    ("witness", witness::ALL),
];

/// Thai texts without Thai letters: separators.
const WITHOUT_THAI: &[&str] = &["check::between_counts", "score::between_notes"];

fn all() -> impl Iterator<Item = (String, &'static Sentence)> {
    SUBJECTS.iter().flat_map(|(subject, sentences)| sentences.iter().map(move |one| (format!("{subject}::{}", one.key), one)))
}

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

/// Placeholders of a message with their format: `{seconds:.2}`.
fn values(text: &str) -> BTreeSet<&str> {
    let mut values = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        if let Some(after) = after.strip_prefix('{') {
            rest = after;
            continue;
        }
        let (value, after) = after.split_once('}').expect("a brace is closed");
        values.insert(value);
        rest = after;
    }
    values
}

#[test]
fn every_file_of_the_room_is_looked_at() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/words");
    let files: BTreeSet<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let known: BTreeSet<String> =
        SUBJECTS.iter().map(|(subject, _)| format!("{subject}.rs")).chain(["mod.rs", "tests.rs"].map(str::to_owned)).collect();
    assert_eq!(files, known);
    assert!(all().count() > 300);
}

#[test]
fn every_sentence_has_the_same_values_in_every_language() {
    for (key, sentence) in all() {
        let (_, first) = sentence.texts[0];
        for (lang, text) in sentence.texts {
            assert_eq!(values(text), values(first), "{key}: {lang}");
        }
    }
}

#[test]
fn thai_is_thai_and_english_has_no_thai_letter() {
    for (key, sentence) in all() {
        let texts: BTreeMap<_, _> = sentence.texts.iter().copied().collect();
        assert_eq!(texts.keys().copied().collect::<Vec<_>>(), ["en", "th"], "{key}");
        assert_eq!(texts["th"].contains(is_thai), !WITHOUT_THAI.contains(&key.as_str()), "{key}: {}", texts["th"]);
        assert!(!texts["en"].contains(is_thai), "{key}: {}", texts["en"]);
    }
}

#[test]
fn the_spaces_and_lines_around_a_sentence_are_those_of_the_other_language() {
    for (key, sentence) in all() {
        let ends = |text: &str| text.ends_with('\n');
        let (_, first) = sentence.texts[0];
        for (lang, text) in sentence.texts {
            assert!(!text.is_empty() && ends(text) == ends(first), "{key}: {lang}");
        }
    }
}

#[test]
fn values_are_read_with_their_form_and_doubled_braces_are_none() {
    assert_eq!(values("{{name: x}} {out}: {seconds:.2} {out}"), BTreeSet::from(["out", "seconds:.2"]));
}

/// Files of other modules that name a language, with the reason.
const NAME_A_LANGUAGE: &[(&str, &str)] = &[
    ("base/lang.rs", "what the languages are"),
    ("config/site_file.rs", "the languages a site file may ask for"),
    ("manual/mod.rs", "the manual has its own words"),
    ("render/machine/catalog/vocabulary.rs", "the public term for each language"),
    ("render/shown_text.rs", "Thai is marked on a page of another language"),
    ("render/theme/mod.rs", "the theme has a table of words for each"),
    ("render/theme/strings.rs", "each table falls back on the other one"),
    ("verify/last_words.rs", "how a day is written"),
    ("yaml/shape.rs", "a field is described where it is declared"),
];

#[test]
fn no_other_room_has_words_of_its_own() {
    let src = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(src).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
        if !path.ends_with(".rs") || path.ends_with("tests.rs") || path.contains("/tests/") || path.starts_with("words/") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        if text.split("#[cfg(test)]").next().unwrap().contains("Lang::Thai") {
            found.insert(path);
        }
    }
    let known: BTreeSet<String> = NAME_A_LANGUAGE.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(found, known, "a sentence belongs in src/words");
}
