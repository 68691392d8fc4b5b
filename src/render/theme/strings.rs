//! User-visible strings by key.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use crate::base::{Lang, RelPath};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::yaml::{self, Context, MapKey, YamlLimits};

/// Limits for string files; a larger file is a mistake.
const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 4 };

/// Strings of one language; missing ones fall back to the default theme in that language, then to
/// the other language.
#[derive(Clone, Debug)]
pub struct Strings {
    lang: Lang,
    words: BTreeMap<String, String>,
}

impl Strings {
    /// Reads the strings of Thai and English; keys missing in the theme's files are taken from the
    /// default theme. Reports what looks misspelt: a key, or the name of a value.
    pub(super) fn read(files: &Files) -> Outcome<[Strings; 2]> {
        let mut diagnostics = Diagnostics::new();
        let (thai, english) = rayon::join(|| built_in(Lang::Thai), || built_in(Lang::English));
        let both = [(Lang::Thai, [&english, &thai]), (Lang::English, [&thai, &english])].map(|(lang, defaults)| {
            let mut words: BTreeMap<String, String> =
                defaults.into_iter().flatten().map(|(key, words)| (key.clone(), words.clone())).collect();
            if let Some((source, own)) = own(files, lang, &mut diagnostics) {
                // Keys of its own are for templates of its own.
                let is_used = |key: &str| files.templates().any(|(_, template)| template.contains(key));
                let doubtful = own.iter().filter(|(key, _)| words.contains_key(&key.name) || !is_used(&key.name));
                diagnostics.extend(doubtful.filter_map(|(key, text)| misspelt(&source, key, text, &words)));
                words.extend(own.into_iter().map(|(key, text)| (key.name, text)));
            }
            Strings { lang, words }
        });
        Outcome(both, diagnostics)
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The string of `key`, or the key itself.
    pub fn get<'s>(&'s self, key: &'s str) -> Cow<'s, str> {
        self.find(key).map_or(Cow::Borrowed(key), Cow::Borrowed)
    }

    /// The string of `key`, if it exists.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(String::as_str)
    }

    /// The string of `key` with `{name}` replaced by values; names without a value are kept.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let template = self.get(key);
        let mut filled = String::with_capacity(template.len());
        let mut rest: &str = &template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let named = after.split_once('}').and_then(|(name, tail)| Some((values.iter().find(|(known, _)| *known == name)?.1, tail)));
            match named {
                Some((value, tail)) => {
                    filled.push_str(value);
                    rest = tail;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        filled
    }

    /// All keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

fn path(lang: Lang) -> String {
    format!("strings/{}.yaml", lang.name())
}

/// The strings of the theme's own file; `None` if it equals that of the default theme.
fn own(files: &Files, lang: Lang, diagnostics: &mut Diagnostics) -> Option<(RelPath, Vec<(MapKey, String)>)> {
    let path = path(lang);
    let text = files.text(&path).filter(|text| Files::built_in_text(&path) != Some(text))?;
    let source = files.source(&path)?;
    let words = words(&source, text, diagnostics);
    Some((source, words))
}

fn built_in(lang: Lang) -> BTreeMap<String, String> {
    let path = path(lang);
    let file = RelPath::new(&path);
    let text = Files::built_in_text(&path).unwrap_or_default();
    // The built-in files are tested to be free of errors.
    let words = file.map(|file| words(&file, text, &mut Diagnostics::new())).unwrap_or_default();
    words.into_iter().map(|(key, text)| (key.name, text)).collect()
}

/// A key that is almost one of the default theme, or a value that the words of this key are not given.
fn misspelt(source: &RelPath, key: &MapKey, text: &str, known: &BTreeMap<String, String>) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::new("theme-string-unknown", SourceSpan::new(source, key.span.clone()));
    let Some(default) = known.get(&key.name) else {
        let alike = known.keys().map(String::as_str).filter(|known| known.len().abs_diff(key.name.len()) <= 2);
        let nearest = yaml::nearest(&key.name, alike)?;
        return Some(diagnostic.with("key", &key.name).with("nearest", nearest));
    };
    let given = value_names(default);
    let unknown = value_names(text).into_iter().find(|name| !given.contains(name))?;
    let names: Vec<String> = given.iter().map(|name| format!("{{{name}}}")).collect();
    let diagnostic = diagnostic.with("key", &key.name).with("value", format!("{{{unknown}}}"));
    Some(diagnostic.with_some("names", (!names.is_empty()).then(|| names.join(" "))))
}

/// The names of values in a string: `{year}`.
fn value_names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0)).collect()
}

fn words(file: &RelPath, text: &str, diagnostics: &mut Diagnostics) -> Vec<(MapKey, String)> {
    let node = match yaml::parse(file, text, 0..text.len(), LIMITS) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return Vec::new();
        }
    };
    let mut context = Context::new(file, diagnostics);
    let Some(entries) = yaml::entries(&node, &mut context) else { return Vec::new() };
    let mut words = Vec::new();
    for (key, value) in entries {
        match value.text() {
            Some(text) => words.push((key.clone(), text.to_owned())),
            None => drop(context.report("expected-single-value", &value.span).set("found", &key.name)),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        let words = BTreeMap::from([("a".to_owned(), "{n} จาก {all} {ไม่รู้".to_owned())]);
        let strings = Strings { lang: Lang::Thai, words };
        assert_eq!(strings.fill("a", &[("n", "3"), ("all", "{n}")]), "3 จาก {n} {ไม่รู้");
        assert_eq!(strings.get("b"), "b");
    }

    #[test]
    fn both_languages_have_the_same_keys_with_the_same_values() {
        let [thai, english] = Lang::ALL.map(built_in);
        let is_thai = |text: &str| text.contains(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
        assert!(thai.len() > 100 && thai.keys().eq(english.keys()));
        for ((key, thai), english) in thai.iter().zip(english.values()) {
            assert_eq!(value_names(thai), value_names(english), "{key}");
            // Symbols and program names are the same in both.
            assert!(is_thai(thai) || thai == english, "{key}: {thai}");
            // Titles are those of the body, in Thai.
            assert!(!is_thai(english) || key == "whole_words", "{key}: {english}");
        }
    }
}
