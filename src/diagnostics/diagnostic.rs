//! One finding.

use super::SourceSpan;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// One finding: a code, a place, and the values for the words of that code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Permanent kebab-case name, also the name of the file with its words.
    pub code: &'static str,
    /// Where the very text stands.
    pub place: SourceSpan,
    /// Values for the placeholders of the words, by name.
    pub values: Vec<(&'static str, String)>,
    /// The checklist item concerned, if any.
    pub(crate) item: Option<ItemCode>,
    /// The fiscal year concerned, if any.
    pub(crate) fiscal_year: Option<FiscalYear>,
}

impl Diagnostic {
    /// A finding of `code` at `place`.
    pub fn new(code: &'static str, place: SourceSpan) -> Self {
        Self { code, place, values: Vec::new(), item: None, fiscal_year: None }
    }

    /// Gives the value of the placeholder `{name}`.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.set(name, value);
        self
    }

    /// Like [`Diagnostic::with`], on a finding that has been added already.
    pub fn set(&mut self, name: &'static str, value: impl ToString) -> &mut Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Gives the value of the placeholder `{name}` if there is one; words that need it are left out
    /// otherwise.
    pub fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Says which item of which year the finding concerns.
    pub fn about(mut self, fiscal_year: Option<FiscalYear>, item: Option<&ItemCode>) -> Self {
        self.fiscal_year = fiscal_year;
        self.item = item.cloned();
        self
    }
}
