//! Filter of the dashboard, encoded in the query: `?severity=error&year=2566&unit=กองคลัง`.

use url::form_urlencoded;

use crate::diagnostics::Severity;
use crate::thai::FiscalYear;

/// Filter of the dashboard; the default selects everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only findings of this severity.
    pub severity: Option<Severity>,
    /// Only pages of this year.
    pub year: Option<FiscalYear>,
    /// Only pages of this division; empty for pages without one.
    pub unit: Option<String>,
}

pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

impl Filter {
    /// Parses a query; unknown names and invalid values are ignored.
    pub fn of_query(query: &str) -> Filter {
        form_urlencoded::parse(query.as_bytes()).fold(Filter::default(), |filter, (name, value)| match &*name {
            "severity" => Filter { severity: SEVERITIES.into_iter().find(|severity| severity.name() == value), ..filter },
            "year" => Filter { year: FiscalYear::parse(&value), ..filter },
            "unit" => Filter { unit: Some(value.into_owned()), ..filter },
            _ => filter,
        })
    }

    /// Link to the dashboard with this filter.
    pub(super) fn href(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.severity.map(|severity| ("severity", severity.name())));
        query.extend_pairs(self.year.map(|year| ("year", year.to_string())));
        query.extend_pairs(self.unit.as_ref().map(|unit| ("unit", unit)));
        match query.finish() {
            all if all.is_empty() => "./".to_owned(),
            query => format!("?{query}"),
        }
    }

    pub(super) fn is_everything(&self) -> bool {
        *self == Filter::default()
    }
}
