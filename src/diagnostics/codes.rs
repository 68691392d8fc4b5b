//! The files of the diagnostic codes, `codes/CODE.md`: messages, severity, explanation and case.
//!
//! ```text
//! # unknown-key                         the code, as in the file name
//!
//! severity: error                       default; site.yaml can change it
//! fixed: yes                            optional: site.yaml cannot change it
//! assessment: yes                       an assessor would score it 0: a warning for `build`
//! background: yes                       omitted from the cases of other codes, as almost every
//!                                       tiny site has it
//! th: ไม่รู้จักคีย์ “{key}”                  message with placeholders; the first line
//!                                       whose values are all known is used
//! th help: คีย์ที่ใกล้ที่สุดคือ “{nearest}”    repair, likewise; {?name} needs the value without
//!                                       showing it
//! th help: ลบบรรทัดนี้
//! en: unknown key “{key}”
//! en help: …
//!
//! ## ไทย                                cause and repair, printed by `explain`
//! ## English
//! ## Case                               tiny sites with their exact report, run by the tests and
//!                                       absent from the program (`src/embed.rs`)
//! ```

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Severity;
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::slice::slice;

static FILES: Dir<'static> = include_dir!("$OUT_DIR/codes");

/// Parsed head of the file of a code.
#[derive(Debug)]
pub struct CodeFile {
    pub(crate) code: &'static str,
    /// Default severity; `site.yaml` may change it.
    pub(crate) severity: Severity,
    lines: Vec<(&'static str, &'static str)>,
    /// Text below the head.
    pub(crate) body: &'static str,
}

impl CodeFile {
    /// Reads the file of `code`; `None` if the code does not exist.
    pub fn find(code: &str) -> Option<CodeFile> {
        Self::parse(FILES.get_file(format!("{code}.md"))?.contents_utf8()?)
    }

    /// All codes in alphabetical order.
    pub fn all() -> Vec<CodeFile> {
        let mut all: Vec<_> = FILES.files().filter_map(|file| Self::parse(file.contents_utf8()?)).collect();
        all.sort_by_key(|file| file.code);
        all
    }

    /// All codes by name.
    pub(crate) fn by_name() -> BTreeMap<&'static str, CodeFile> {
        Self::all().into_iter().map(|file| (file.code, file)).collect()
    }

    /// True if `site.yaml` must not change the severity, because no valid site can be built despite
    /// the error.
    pub fn is_fixed(&self) -> bool {
        self.values("fixed").next() == Some("yes")
    }

    /// Default severity for a purpose. Errors that only cost points do not prevent building a
    /// preview.
    pub fn severity_for(&self, purpose: Purpose) -> Severity {
        match (self.severity, purpose) {
            (Severity::Error, Purpose::Build) if self.values("assessment").next() == Some("yes") => Severity::Warning,
            (severity, _) => severity,
        }
    }

    /// Message templates, the most specific first.
    pub fn messages(&self, lang: Lang) -> impl Iterator<Item = &'static str> + '_ {
        self.values(lang.name())
    }

    /// Help templates, the most specific first.
    pub fn helps(&self, lang: Lang) -> impl Iterator<Item = &'static str> + '_ {
        self.lines.iter().filter(move |(key, _)| key.strip_suffix(" help") == Some(lang.name())).map(|(_, value)| *value)
    }

    /// Explanation in `lang`, without its heading.
    pub fn explanation(&self, lang: Lang) -> &'static str {
        let heading = format!("## {}\n", lang.own_name());
        let Some((_, rest)) = self.body.split_once(&heading) else {
            return "";
        };
        rest.split("\n## ").next().unwrap_or(rest).trim()
    }

    fn values(&self, key: &'static str) -> impl Iterator<Item = &'static str> + '_ {
        self.lines.iter().filter(move |(k, _)| *k == key).map(|(_, value)| *value)
    }

    fn parse(text: &'static str) -> Option<CodeFile> {
        let (title, rest) = text.strip_prefix("# ")?.split_once('\n')?;
        let below = rest.find("\n## ").map_or(rest.len(), |at| at + 1);
        let (head, body) = (slice(rest, ..below), slice(rest, below..));
        let lines: Vec<_> = head.lines().filter_map(|line| line.split_once(": ")).collect();
        let severity = match lines.iter().find(|(key, _)| *key == "severity")?.1 {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "info" => Severity::Info,
            _ => return None,
        };
        Some(CodeFile { code: title.trim(), severity, lines, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::words::needed;

    /// The first line whose values are all available is used, so a line that needs all values of an
    /// earlier line is never reached.
    #[test]
    fn no_line_stands_behind_one_that_always_fits_when_it_does() {
        let mut hidden = Vec::new();
        for file in CodeFile::all() {
            for lang in Lang::ALL {
                for lines in [file.messages(lang).collect::<Vec<_>>(), file.helps(lang).collect()] {
                    let is_hidden = |(at, line): (usize, &&str)| lines[..at].iter().any(|before| needed(before).is_subset(&needed(line)));
                    hidden
                        .extend(lines.iter().enumerate().filter(|line| is_hidden(*line)).map(|(_, line)| format!("{}: {line}", file.code)));
                }
            }
        }
        assert!(hidden.is_empty(), "{}", hidden.join("\n"));
    }

    #[test]
    fn every_file_has_both_languages_and_the_name_of_its_code() {
        assert_eq!(CodeFile::all().len(), FILES.files().count(), "a file whose head cannot be read");
        for file in CodeFile::all() {
            assert!(FILES.contains(format!("{}.md", file.code)), "{}: another name than its file", file.code);
            assert!(!file.body.contains("## Case"), "{}: a case in the program", file.code);
            for lang in Lang::ALL {
                assert!(file.messages(lang).next().is_some(), "{}: no message in {}", file.code, lang.name());
                assert!(file.helps(lang).next().is_some(), "{}: no help in {}", file.code, lang.name());
                assert!(!file.explanation(lang).is_empty(), "{}: no explanation in {}", file.code, lang.name());
            }
        }
    }

    fn is_thai(c: char) -> bool {
        ('\u{e00}'..='\u{e7f}').contains(&c)
    }

    /// The English messages quote Thai input.
    const THAI_IN_ENGLISH: &[&str] = &[
        "date-in-future",
        "emphasis-space",
        "emphasis-underscore",
        "heading-year",
        "image-remote",
        "image-without-text",
        "link-other-year",
        "not-a-date",
        "raw-html",
        "raw-url-link-text",
        "telephone-form",
        "text-after-hash",
        "yaml-feature",
        "year-not-stated",
    ];

    /// A value has another name if it is a word of the language (a cadence, a component); the
    /// reason given by the YAML parser is English.
    const UNLIKE: &[&str] = &["cadence-does-not-fit", "component-missing", "component-unattested", "yaml-syntax"];

    #[test]
    fn both_languages_tell_the_same_values() {
        for file in CodeFile::all().iter().filter(|file| !UNLIKE.contains(&file.code)) {
            let of = |lang| [file.messages(lang).map(needed).collect::<Vec<_>>(), file.helps(lang).map(needed).collect()];
            assert_eq!(of(Lang::Thai), of(Lang::English), "{}: values of the lines, in their order", file.code);
        }
    }

    #[test]
    fn thai_is_thai_and_english_is_not_but_for_what_it_quotes() {
        for file in CodeFile::all() {
            for text in file.messages(Lang::Thai).chain(file.helps(Lang::Thai)) {
                assert!(text.contains(is_thai), "{}: {text}", file.code);
            }
            let has_thai = file.messages(Lang::English).chain(file.helps(Lang::English)).any(|text| text.contains(is_thai));
            assert_eq!(has_thai, THAI_IN_ENGLISH.contains(&file.code), "{}: Thai in English", file.code);
        }
    }
}
