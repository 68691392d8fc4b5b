//! How bad a finding is.

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
