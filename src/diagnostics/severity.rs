//! How bad a finding is.

use crate::base::Lang;
use crate::words::check;

/// How bad it is. An error stops `build`; a warning stops only `--strict`; information stops
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page would cost the item its points, or cannot be built.
    Error,
    /// Probably a mistake.
    Warning,
    /// Said so that nothing happens in silence.
    Info,
}

impl Severity {
    /// The name used in `site.yaml` and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }

    /// The name for people.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => check::error(lang),
            Severity::Warning => check::warning(lang),
            Severity::Info => check::note(lang),
        }
    }

    /// `ผิด 2 แห่ง`
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

/// What the findings are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// A site under construction: what an assessor would score 0 can be built and looked at, so it
    /// is a warning.
    Build,
    /// What is submitted: everything counts (`check`, `publish`).
    #[default]
    Submission,
}
