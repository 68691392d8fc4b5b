//! Severity of a diagnostic.

use crate::base::Lang;
use crate::words::check;

/// Severity. An error stops `build`; a warning only with `--strict`; information never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The item would lose its points, or the page cannot be built.
    Error,
    /// Probably a mistake.
    Warning,
    /// For the record only.
    Info,
}

impl Severity {
    /// Name in `site.yaml` and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }

    /// Localised name.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => check::error(lang),
            Severity::Warning => check::warning(lang),
            Severity::Info => check::note(lang),
        }
    }

    /// Localised count: `ผิด 2 แห่ง`.
    pub fn counted(self, count: usize, lang: Lang) -> String {
        match (self, count) {
            (Severity::Error, 1) => check::one_error(lang).to_owned(),
            (Severity::Error, _) => check::many_errors(lang, count),
            (Severity::Warning, 1) => check::one_warning(lang).to_owned(),
            (Severity::Warning, _) => check::many_warnings(lang, count),
            (Severity::Info, 1) => check::one_note(lang).to_owned(),
            (Severity::Info, _) => check::many_notes(lang, count),
        }
    }
}

/// Purpose of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// A site under construction: what an assessor would score 0 can be built and previewed, and is
    /// a warning.
    Build,
    /// A submission: default severities (`check`, `publish`).
    #[default]
    Submission,
}
