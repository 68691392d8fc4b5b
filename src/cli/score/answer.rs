//! Shared by the three `score` commands.

use crate::base::Lang;
use crate::catalogue::SubIndicator;
use crate::cli::arguments::ScoreFormat;
use crate::cli::results::ResultReader;
use crate::cli::{CommandResult, ExitStatus, say_error};
use crate::thai::FiscalYear;
use crate::words;
use serde_json::Value;

/// Reports an invalid option value.
pub(super) fn refuse(message: &str) -> CommandResult {
    say_error(message);
    Ok(ExitStatus::BadCommand)
}

/// Value of `--year`; `Err` holds the message if it is not a fiscal year.
pub(super) fn year(text: &str, lang: Lang) -> Result<FiscalYear, String> {
    FiscalYear::parse(text).ok_or_else(|| words::score::not_a_year(lang, text))
}

/// Pretty-printed JSON with a final newline.
pub(super) fn json_text(value: &Value) -> String {
    format!("{value:#}\n")
}

pub(super) fn reader(format: ScoreFormat) -> ResultReader {
    match format {
        ScoreFormat::Human => ResultReader::Person,
        ScoreFormat::Json => ResultReader::Program,
    }
}

/// `9.1 8/9 · 9.2 1/8`
pub(super) fn counts(asked: &[(&SubIndicator, u32)], passed: &[u32]) -> String {
    let parts: Vec<String> = asked.iter().zip(passed).map(|((sub, asked), passed)| format!("{} {passed}/{asked}", sub.number)).collect();
    parts.join(" · ")
}

/// `{"9.1": 8, "9.2": 1}`
pub(super) fn counts_json(asked: &[(&SubIndicator, u32)], passed: &[u32]) -> Value {
    asked.iter().zip(passed).map(|((sub, _), passed)| (sub.number.clone(), Value::from(*passed))).collect::<serde_json::Map<_, _>>().into()
}
