//! Source lines and message texts of the diagnostics in a report.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::place::Lines;
use crate::diagnostics::words::Words;
use crate::source::SourceTree;

/// Source lines by file and message texts by code, each loaded once per report.
pub(super) struct Sources<'t> {
    lines: BTreeMap<&'t str, Lines<'t>>,
    codes: BTreeMap<&'static str, Option<CodeFile>>,
}

impl<'t> Sources<'t> {
    pub(super) fn of(findings: impl Iterator<Item = &'t Diagnostic>, tree: &'t SourceTree) -> Self {
        let (mut lines, mut codes) = (BTreeMap::new(), BTreeMap::new());
        for finding in findings {
            let file = finding.place.file.as_str();
            lines.entry(file).or_insert_with(|| Lines::of(tree.shown(file).unwrap_or_default()));
            codes.entry(finding.code).or_insert_with(|| CodeFile::find(finding.code));
        }
        Self { lines, codes }
    }

    pub(super) fn lines(&self, finding: &Diagnostic) -> &Lines<'t> {
        &self.lines[finding.place.file.as_str()]
    }

    pub(super) fn code(&self, code: &str) -> Option<&CodeFile> {
        self.codes.get(code)?.as_ref()
    }

    pub(super) fn words(&self, finding: &Diagnostic, lang: Lang) -> Words {
        match self.code(finding.code) {
            Some(file) => Words::of(finding, file, lang),
            None => Words { message: finding.code.to_owned(), help: None },
        }
    }
}
