//! `prongsai score`: what published scores mean, and what is still to be gained (DESIGN 6, algebra in [`score`](crate::score)).
//!
//! Numbers for programs are JSON numbers with at most four decimals, rounded half up.

mod check;
mod forecast;
mod invert;
mod words;

use serde_json::Value;

use super::arguments::{Common, Score, ScoreCommand, ScoreFormat};
use super::results::Reader;
use super::{CommandResult, Outcome, say_error};
use crate::base::Lang;
use crate::catalogue::SubIndicator;
use crate::thai::FiscalYear;

pub(super) fn run(common: &Common, options: &Score, lang: Lang) -> CommandResult {
    match &options.command {
        ScoreCommand::Check(options) => check::run(common, options, lang),
        ScoreCommand::Forecast(options) => forecast::run(common, options, lang),
        ScoreCommand::Invert(options) => invert::run(common, options, lang),
    }
}

/// Says what is wrong with an option.
fn refuse(message: &str) -> CommandResult {
    say_error(message);
    Ok(Outcome::BadCommand)
}

/// `--year`, or the sentence that says that it is none.
fn year(text: &str, lang: Lang) -> Result<FiscalYear, String> {
    FiscalYear::parse(text).ok_or_else(|| words::not_a_year(text, lang))
}

/// A text for programs.
fn json_text(value: &Value) -> String {
    format!("{value:#}\n")
}

fn reader(format: ScoreFormat) -> Reader {
    match format {
        ScoreFormat::Human => Reader::Person,
        ScoreFormat::Json => Reader::Program,
    }
}

/// `9.1 8/9 · 9.2 1/8`
fn counts(asked: &[(&SubIndicator, u32)], passed: &[u32]) -> String {
    let parts: Vec<String> = asked.iter().zip(passed).map(|((sub, asked), passed)| format!("{} {passed}/{asked}", sub.number)).collect();
    parts.join(" · ")
}

/// `{"9.1": 8, "9.2": 1}`
fn counts_json(asked: &[(&SubIndicator, u32)], passed: &[u32]) -> Value {
    asked.iter().zip(passed).map(|((sub, _), passed)| (sub.number.clone(), Value::from(*passed))).collect::<serde_json::Map<_, _>>().into()
}
