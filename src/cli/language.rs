//! Message language. Determined before the command line is parsed, because help and usage errors
//! are in that language.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::root;
use crate::base::{Lang, SITE_FILE};
use crate::source::read_regular;

/// Environment variable with the language, if there is no `--lang`.
const VARIABLE: &str = "PRONGSAI_LANG";

/// `--lang`, or its environment variable, else the first of `languages` in the site file, else
/// Thai. Does not require a valid command line.
pub(super) fn of_arguments(typed: &[OsString]) -> Lang {
    let known = |name: &str| Lang::from_str(name, false).ok();
    let asked = value(typed, "--lang").and_then(|name| known(&name.to_string_lossy()));
    let by_environment = || known(&std::env::var(VARIABLE).ok()?);
    let root = value(typed, "--root").map(PathBuf::from);
    asked.or_else(by_environment).or_else(|| of_site(root.as_deref())).unwrap_or_default()
}

/// Reads only the `languages` line, as the site file may be invalid, which must also be reported in
/// some language.
fn of_site(root: Option<&Path>) -> Option<Lang> {
    let text = String::from_utf8(read_regular(&root::find_from(root).ok()?.join(SITE_FILE)).ok()?).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("languages:"))?.trim().trim_start_matches('[').trim_start();
    line.starts_with("en").then_some(Lang::English)
}

/// Value of an option: `--lang en` or `--lang=en`. No options follow `--`.
fn value(typed: &[OsString], option: &str) -> Option<OsString> {
    let mut words = typed.iter().skip(1).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == option {
            return words.next().cloned();
        }
        let joined = word.to_str().and_then(|word| word.strip_prefix(option)?.strip_prefix('='));
        if let Some(value) = joined {
            return Some(value.into());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("content")).unwrap();
        std::fs::write(site.path().join(SITE_FILE), "agency: [\nlanguages: [en, th]\n").unwrap();
        let site = site.path().to_str().unwrap();
        let of = |words: &[&str]| of_arguments(&words.iter().map(OsString::from).collect::<Vec<_>>());
        for (words, lang) in [
            (vec!["prongsai", "--lang", "en"], Lang::English),
            (vec!["prongsai", "--lang=en", "build"], Lang::English),
            (vec!["prongsai", "build", "--nothing", "--lang", "en"], Lang::English),
            (vec!["prongsai", "build", "--", "--lang", "en"], Lang::Thai),
            (vec!["prongsai", "--lang", "fr"], Lang::Thai),
            (vec!["prongsai", "--lang"], Lang::Thai),
            (vec!["prongsai", "--language=en"], Lang::Thai),
            (vec!["prongsai", "--root", site], Lang::English),
            (vec!["prongsai", "--root", site, "--lang", "th"], Lang::Thai),
        ] {
            assert_eq!(of(&words), lang, "{words:?}");
        }
    }
}
