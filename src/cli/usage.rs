//! Usage errors of clap, in one language.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::base::Lang;
use crate::words::{help, usage};

/// The error, the usage line and where to read more; `None` if the text was requested, such as
/// help, and is no error.
pub(super) fn words(error: &Error, command: &Command, typed: &[OsString], lang: Lang) -> Option<String> {
    let is_text =
        matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand);
    if is_text {
        return None;
    }
    let (name, written) = typed_command(command, typed);
    let what = trouble(error, lang) + &meant(error, lang).unwrap_or_default();
    Some(format!("{what}\n{} {written}\n{}", help::usage_heading(lang), usage::see_help(lang, name)))
}

/// Name and usage line of the command that was typed.
fn typed_command(command: &Command, typed: &[OsString]) -> (String, String) {
    let mut path = vec![command.get_name()];
    let mut at = command;
    for below in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(found) = at.find_subcommand(below) {
            at = found;
            path.push(found.get_name());
        }
    }
    let written = at.clone().render_usage().to_string();
    (path.join(" "), written.strip_prefix("Usage:").map(str::trim).unwrap_or(&written).to_owned())
}

fn trouble(error: &Error, lang: Lang) -> String {
    let text = |kind| text(error, kind);
    let argument = || text(ContextKind::InvalidArg);
    let value = || text(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => usage::unknown_argument(lang, argument()),
        ErrorKind::InvalidSubcommand => usage::unknown_command(lang, text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => usage::missing_arguments(lang, argument()),
        ErrorKind::MissingSubcommand => usage::missing_command(lang, text(ContextKind::ValidSubcommand)),
        ErrorKind::InvalidValue if value().is_empty() => usage::missing_value(lang, argument()),
        ErrorKind::InvalidValue => match text(ContextKind::ValidValue) {
            known if known.is_empty() => usage::invalid_value(lang, value(), argument()),
            known => usage::invalid_value(lang, value(), argument()) + &usage::possible_values(lang, known),
        },
        ErrorKind::ValueValidation => usage::invalid_value(lang, value(), argument()) + &wanted(error, &argument(), lang),
        ErrorKind::ArgumentConflict if text(ContextKind::PriorArg) == argument() => usage::repeated(lang, argument()),
        ErrorKind::ArgumentConflict => usage::conflict(lang, argument(), text(ContextKind::PriorArg)),
        ErrorKind::TooFewValues => {
            usage::too_few_values(lang, argument(), text(ContextKind::MinValues), text(ContextKind::ActualNumValues))
        }
        ErrorKind::WrongNumberOfValues => {
            usage::too_few_values(lang, argument(), text(ContextKind::ExpectedNumValues), text(ContextKind::ActualNumValues))
        }
        ErrorKind::TooManyValues => usage::too_many_values(lang, value(), argument()),
        ErrorKind::NoEquals => usage::needs_equals_sign(lang, argument()),
        ErrorKind::InvalidUtf8 => usage::not_text(lang).to_owned(),
        _ => usage::unclear(lang).to_owned(),
    }
}

/// Expected form of an invalid value; clap's message as a fallback.
fn wanted(error: &Error, argument: &str, lang: Lang) -> String {
    match argument.split(' ').next() {
        Some("--port") => usage::number_of_port(lang).to_owned(),
        Some("--timeout") => usage::number_of_seconds(lang).to_owned(),
        _ => error.source().map(|source| format!(" ({source})")).unwrap_or_default(),
    }
}

/// Suggestion of the nearest option, command or value.
fn meant(error: &Error, lang: Lang) -> Option<String> {
    let suggested = |kind| Some(text(error, kind)).filter(|text| !text.is_empty());
    match (suggested(ContextKind::SuggestedArg), suggested(ContextKind::SuggestedSubcommand)) {
        (Some(option), Some(command)) => Some(usage::option_of_command(lang, option, command)),
        (Some(near), None) | (None, Some(near)) => Some(usage::meant(lang, near)),
        (None, None) => suggested(ContextKind::SuggestedValue).map(|near| usage::meant(lang, near)),
    }
}

/// Context of an error as text; empty if clap has none.
fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
