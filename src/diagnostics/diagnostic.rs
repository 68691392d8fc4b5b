//! A single diagnostic.

use super::SourceSpan;
use crate::base::{ItemCode, Lang};
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
    /// Values that differ by language, by name, in the order of [`Lang::ALL`].
    pub(crate) phrases: Vec<(&'static str, [String; Lang::ALL.len()])>,
    /// Checklist item concerned.
    pub(crate) item: Option<ItemCode>,
    /// Fiscal year concerned.
    pub(crate) fiscal_year: Option<FiscalYear>,
}

impl Diagnostic {
    /// Creates a diagnostic without values.
    pub fn new(code: &'static str, place: SourceSpan) -> Self {
        Self { code, place, values: Vec::new(), phrases: Vec::new(), item: None, fiscal_year: None }
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

    /// Sets the value of the placeholder `{name}` in each language.
    pub fn with_phrase(mut self, name: &'static str, phrase: impl Fn(Lang) -> String) -> Self {
        self.phrases.push((name, Lang::ALL.map(phrase)));
        self
    }

    /// Value of a placeholder in a language.
    pub(super) fn value(&self, name: &str, lang: Lang) -> Option<&str> {
        let phrase = || {
            let (_, phrases) = self.phrases.iter().find(|(known, _)| *known == name)?;
            Lang::ALL.iter().zip(phrases).find(|(known, _)| **known == lang).map(|(_, phrase)| phrase.as_str())
        };
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).or_else(phrase)
    }

    /// Sets the fiscal year and item concerned.
    pub fn about(mut self, fiscal_year: Option<FiscalYear>, item: Option<&ItemCode>) -> Self {
        self.fiscal_year = fiscal_year;
        self.item = item.cloned();
        self
    }
}
