//! `prongsai score`: meaning of published scores, and points still attainable (MA1–MA4, algebra in
//! [`score`](crate::score)).
//!
//! Numbers in JSON have at most four decimals, rounded half up.

mod answer;
mod check;
mod forecast;
mod invert;
mod lines;

use answer::{counts, counts_json, json_text, reader, refuse, year};

use super::CommandResult;
use super::arguments::{CommonArgs, ScoreArgs, ScoreCommand};
use crate::base::Lang;

pub(super) fn run(common: &CommonArgs, options: &ScoreArgs, lang: Lang) -> CommandResult {
    match &options.command {
        ScoreCommand::Check(options) => check::run(common, options, lang),
        ScoreCommand::Forecast(options) => forecast::run(common, options, lang),
        ScoreCommand::Invert(options) => invert::run(common, options, lang),
    }
}
