//! Scalars: text, numbers, booleans, years, dates, codes.

use borsh::{BorshDeserialize, BorshSerialize};

use super::parse::first_control;
use super::repair::quoted;
use super::{Context, FromNode, Node, NodeValue, ScalarForm};
use crate::thai::{Date, DateError, FiscalYear, Month, ParsedDate, shows_nothing, to_arabic};

/// A decimal number with its typed precision, as scores are published with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Decimal {
    pub(crate) value: f64,
    /// Digits after the point, as typed.
    pub(crate) decimals: usize,
}

impl Decimal {
    /// Parses `68.34` or `-1`, in Thai or Arabic digits; no exponent, no separators, at most 24
    /// characters.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = to_arabic(text.trim());
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let well_formed = !unsigned.is_empty() && digits(unsigned) && digits(decimals) && !typed.ends_with('.') && typed.len() <= 24;
        let value = typed.parse::<f64>().ok().filter(|value| well_formed && value.is_finite())?;
        Some(Decimal { value, decimals: decimals.len() })
    }
}

impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value)
    }
}

fn text<'n>(node: &'n Node, context: &mut Context<'_>) -> Option<&'n str> {
    match &node.value {
        // From an escape in quotes: `"\0"`. Literal control characters are rejected before parsing.
        NodeValue::Scalar(scalar) if let Some(bad) = first_control(&scalar.text) => {
            context.report("control-character", &node.span).set("character", bad);
            None
        }
        NodeValue::Scalar(scalar) => {
            if scalar.form != ScalarForm::Marked && has_curly_quotes(&scalar.text) {
                let inner = scalar.text.trim_matches(|c| is_opening(c) || is_closing(c));
                context.report("curly-quotes", &node.span).set("text", &scalar.text).set("line", quoted(inner.trim()));
            }
            Some(&scalar.text)
        }
        _ => {
            let report = context.report("expected-single-value", &node.span).set("found", node.glimpse());
            colon_in_text(node).map(|text| report.set("line", quoted(&text)));
            None
        }
    }
}

/// A Thai text with a colon, which YAML reads as a mapping of one key.
fn colon_in_text(node: &Node) -> Option<String> {
    let [(key, value)] = node.entries()? else { return None };
    let text = value.text().filter(|_| !key.name.is_ascii())?;
    Some(format!("{}: {text}", key.name))
}

/// True if a word processor replaced the quotes that delimit a value by curly ones: at both ends,
/// or at one if the other was cut off at a comma.
fn has_curly_quotes(text: &str) -> bool {
    let inner = text.strip_prefix(is_opening);
    match inner.unwrap_or(text).strip_suffix(is_closing) {
        Some(between) => !between.contains(|c| is_opening(c) || (is_closing(c) && c != '’')) && (inner.is_some() || text.ends_with('”')),
        None => inner.is_some_and(|inner| !inner.contains(is_closing)),
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '„' | '‟' | '‹' | '″' | '〝')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | '‟' | '›' | '″' | '“' | '〞')
}

/// The number in a text with commas, a percent sign or a unit.
fn number_within(text: &str) -> Option<String> {
    let typed = to_arabic(text.trim());
    let unit = typed.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = typed.strip_suffix(unit)?.trim_end_matches(['.', ',']);
    let decimals = number.rsplit_once(',').filter(|(whole, decimals)| decimals.len() <= 2 && !whole.contains([',', '.']));
    let meant = if decimals.is_some() { number.replace(',', ".") } else { number.replace(',', "") };
    Decimal::parse(&meant).map(|_| meant)
}

impl FromNode for String {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = text(node, context)?.trim();
        if shows_nothing(text) {
            let codes: Vec<String> = text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
            let report = context.report("empty-value", &node.span);
            if let Some(first) = codes.first() {
                report.set("letters", if codes.len() > 1 { format!("{first} …") } else { first.clone() });
            }
            return None;
        }
        Some(text.to_owned())
    }
}

impl FromNode for bool {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        match text(node, context)? {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                let other = other.to_owned();
                context.report("not-a-boolean", &node.span).set("text", other);
                None
            }
        }
    }
}

impl FromNode for Decimal {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let raw = text(node, context)?;
        let number = Self::parse(raw);
        if number.is_none() {
            let report = context.report("not-a-number", &node.span).set("text", raw);
            number_within(raw).map(|meant| report.set("meant", meant));
        }
        number
    }
}

impl FromNode for f64 {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        Decimal::from_node(node, context).map(|number| number.value)
    }
}

impl FromNode for usize {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        u32::from_node(node, context).map(|number| number as usize)
    }
}

impl FromNode for u32 {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let raw = text(node, context)?;
        let typed = to_arabic(raw.trim());
        match typed.parse().ok().filter(|_| typed.bytes().all(|b| b.is_ascii_digit())) {
            Some(value) => Some(value),
            None => {
                let report = context.report("not-a-whole-number", &node.span).set("text", raw);
                number_within(raw).filter(|meant| !meant.contains('.')).map(|meant| report.set("meant", meant));
                None
            }
        }
    }
}

impl FromNode for FiscalYear {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let raw = text(node, context)?;
        let year = FiscalYear::parse(raw);
        if year.is_none() {
            let report = context.report("not-a-fiscal-year", &node.span).set("text", raw);
            if let Some(meant) = probably_christian(raw) {
                report.set("meant", meant);
            }
        }
        year
    }
}

/// Detects 2024 where 2567 is expected.
fn probably_christian(text: &str) -> Option<u16> {
    let year: u16 = to_arabic(text.trim()).parse().ok()?;
    (1957..=2156).contains(&year).then_some(year + 543)
}

impl FromNode for Date {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let raw = text(node, context)?;
        dated(Date::parse(raw), raw, node, context)
    }
}

impl FromNode for Month {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let raw = text(node, context)?;
        // A full date is accepted for its month: periods are often typed to the day.
        let parsed = Month::parse(raw).or_else(|error| match Date::parse(raw) {
            Ok(day) => Ok(ParsedDate { date: day.date.month(), converted: day.converted }),
            Err(of_day) => Err(if error == DateError::Form { of_day } else { error }),
        });
        dated(parsed, raw, node, context)
    }
}

fn dated<T: std::fmt::Display>(parsed: Result<ParsedDate<T>, DateError>, raw: &str, node: &Node, context: &mut Context<'_>) -> Option<T> {
    match parsed {
        Ok(ParsedDate { date, converted }) => {
            if converted {
                context.report("buddhist-era-date", &node.span).set("text", raw).set("meant", &date);
            }
            Some(date)
        }
        Err(error) => {
            let (code, about) = match &error {
                DateError::Form => ("not-a-date", None),
                DateError::OtherForm { meant } => ("not-a-date", Some(("meant", meant.clone()))),
                DateError::NoDay { last } => ("not-a-date", Some(("last", last.clone()))),
                DateError::NoMonth => ("not-a-date", Some(("year", raw.trim().to_owned()))),
                DateError::NoYear => ("not-a-date", Some(("yearless", raw.trim().to_owned()))),
                DateError::Quarter => ("not-a-date", Some(("quarter", raw.trim().to_owned()))),
                DateError::NoSuchDay => ("no-such-day", None),
                DateError::NoSuchMonth { month } => ("no-such-day", Some(("month", month.to_string()))),
                DateError::ShortMonth { last } => ("no-such-day", Some(("last", last.clone()))),
                DateError::TwoDigitYear { probably } => ("two-digit-year", Some(("meant", probably.clone()))),
            };
            let report = context.report(code, &node.span).set("text", raw);
            if let Some((name, value)) = about {
                report.set(name, value);
            }
            None
        }
    }
}
