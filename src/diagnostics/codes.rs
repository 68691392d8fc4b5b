//! The files of the codes, `codes/CODE.md`: words, severity, explanation and case of each
//! diagnostic.
//!
//! ```text
//! # unknown-key                         the code, as in the file's name
//!
//! severity: error                       default; site.yaml can change it
//! fixed: yes                            unless this line stands here
//! assessment: yes                       an assessor would score it 0, but it can be built: a warning for `build`
//! background: yes                       almost every tiny site has it: the cases of other codes leave it out
//! th: ไม่รู้จักคีย์ “{key}”                  the message; values stand in braces; the first line whose values are all known is used
//! th help: คีย์ที่ใกล้ที่สุดคือ “{nearest}”    the repair; likewise; {?name} needs the value and does not show it
//! th help: ลบบรรทัดนี้
//! en: unknown key “{key}”
//! en help: …
//!
//! ## ไทย                                what, why, repair: printed by `explain`
//! ## English
//! ## Case                               tiny sites with their exact report, run by tests/cases.rs
//! ```

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Severity;
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::slice::slice;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostics/codes");

/// What the head of a code's file says.
#[derive(Debug)]
pub struct CodeFile {
    /// The code.
    pub code: &'static str,
    /// Its severity unless `site.yaml` changes it.
    pub severity: Severity,
    lines: Vec<(&'static str, &'static str)>,
    /// Everything below the head.
    pub body: &'static str,
}

impl CodeFile {
    /// Reads the file of `code`; `None` if there is no such code.
    pub fn find(code: &str) -> Option<CodeFile> {
        Self::parse(FILES.get_file(format!("{code}.md"))?.contents_utf8()?)
    }

    /// All codes, in alphabetical order.
    pub fn all() -> Vec<CodeFile> {
        let mut all: Vec<_> = FILES.files().filter_map(|file| Self::parse(file.contents_utf8()?)).collect();
        all.sort_by_key(|file| file.code);
        all
    }

    /// All codes by name.
    pub(crate) fn by_name() -> BTreeMap<&'static str, CodeFile> {
        Self::all().into_iter().map(|file| (file.code, file)).collect()
    }

    /// Whether `site.yaml` may not change its severity: nothing sound can be built over it.
    pub fn is_fixed(&self) -> bool {
        self.values("fixed").next() == Some("yes")
    }

    /// Its severity unless `site.yaml` changes it. What only costs points does not stop the officer
    /// from building and looking.
    pub fn severity_for(&self, purpose: Purpose) -> Severity {
        match (self.severity, purpose) {
            (Severity::Error, Purpose::Build) if self.values("assessment").next() == Some("yes") => Severity::Warning,
            (severity, _) => severity,
        }
    }

    /// The message templates, the most specific first.
    pub fn messages(&self, lang: Lang) -> impl Iterator<Item = &'static str> + '_ {
        self.values(lang.name())
    }

    /// The help templates, the most specific first.
    pub fn helps(&self, lang: Lang) -> impl Iterator<Item = &'static str> + '_ {
        self.values(match lang {
            Lang::Thai => "th help",
            Lang::English => "en help",
        })
    }

    /// The explanation in `lang`, without its heading.
    pub fn explanation(&self, lang: Lang) -> &'static str {
        let heading = match lang {
            Lang::Thai => "## ไทย\n",
            Lang::English => "## English\n",
        };
        let Some((_, rest)) = self.body.split_once(heading) else {
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

    /// The first line whose values are all known is used: one that needs no more than a line before
    /// it never is.
    #[test]
    fn no_line_stands_behind_one_that_always_fits_when_it_does() {
        let mut hidden = Vec::new();
        for file in CodeFile::all() {
            for lang in [Lang::Thai, Lang::English] {
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
            for lang in [Lang::Thai, Lang::English] {
                assert!(file.messages(lang).next().is_some(), "{}: no message in {}", file.code, lang.name());
                assert!(file.helps(lang).next().is_some(), "{}: no help in {}", file.code, lang.name());
                assert!(!file.explanation(lang).is_empty(), "{}: no explanation in {}", file.code, lang.name());
            }
        }
    }
}
