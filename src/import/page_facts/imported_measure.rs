//! A measure of the page.

use serde_json::Value;

use super::fields::Object;
use super::known::KnownInstrument;

/// A measure of this page.
#[derive(Default)]
pub(super) struct ImportedMeasure {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) indicators: Value,
    /// The instrument named above it, where the table has no column of indicators; not written.
    pub(super) instrument: Option<KnownInstrument>,
    pub(super) questions: Vec<String>,
    pub(super) items: Vec<String>,
    pub(super) steps: Vec<String>,
    pub(super) responsible: Value,
    pub(super) period: Option<Value>,
    pub(super) monitoring: Vec<String>,
    pub(super) cadence: Vec<&'static str>,
    pub(super) report: String,
    pub(super) budget: String,
}

impl ImportedMeasure {
    /// As front matter writes it.
    pub(super) fn written(self) -> Value {
        let mut addresses = Object::default();
        addresses.put_found("indicators", self.indicators);
        addresses.put_found("questions", self.questions);
        addresses.put_found("items", self.items);
        let mut report = Object::default();
        report.put_found("cadence", self.cadence);
        report.put_found("where", self.report);
        let mut measure = Object::default();
        measure.put("id", self.id);
        measure.put_found("title", self.title);
        measure.put_found("addresses", addresses.into_value());
        measure.put_found("steps", self.steps);
        measure.put_found("responsible", self.responsible);
        measure.put_found("period", self.period);
        measure.put_found("monitoring", self.monitoring);
        measure.put_found("report", report.into_value());
        measure.put_found("budget", self.budget);
        measure.into_value()
    }
}
