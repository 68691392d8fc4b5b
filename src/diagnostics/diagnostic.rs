//! A single diagnostic.

use super::SourceSpan;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// A diagnostic: a code, a position, and the values for the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Permanent kebab-case name, also the name of its file.
    pub code: &'static str,
    /// Position of the text concerned.
    pub place: SourceSpan,
    /// Values of the placeholders, by name.
    pub values: Vec<(&'static str, String)>,
    /// Checklist item concerned.
    pub(crate) item: Option<ItemCode>,
    /// Fiscal year concerned.
    pub(crate) fiscal_year: Option<FiscalYear>,
}

impl Diagnostic {
    /// Creates a diagnostic without values.
    pub fn new(code: &'static str, place: SourceSpan) -> Self {
        Self { code, place, values: Vec::new(), item: None, fiscal_year: None }
    }

    /// Sets the value of the placeholder `{name}`.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.set(name, value);
        self
    }

    /// Like [`Diagnostic::with`], for a diagnostic that has been added already.
    pub fn set(&mut self, name: &'static str, value: impl ToString) -> &mut Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Sets the value of the placeholder `{name}` if there is one; otherwise templates that need it
    /// are skipped.
    pub fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Sets the fiscal year and item concerned.
    pub fn about(mut self, fiscal_year: Option<FiscalYear>, item: Option<&ItemCode>) -> Self {
        self.fiscal_year = fiscal_year;
        self.item = item.cloned();
        self
    }
}
