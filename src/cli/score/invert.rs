//! `prongsai score invert`: the items passed, derived from a published score.

use std::sync::Arc;

use serde_json::json;

use super::{counts, counts_json, json_text, lines, reader, refuse, year};
use crate::base::Lang;
use crate::catalogue::{Catalogue, Catalogues, Indicator, SubIndicator};
use crate::cli::arguments::{CommonArgs, ScoreFormat, ScoreInvert};
use crate::cli::{CommandResult, ExitStatus, give, root, say, say_error};
use crate::error::Result;
use crate::score::{self, Inversion, Points};
use crate::source::{SourceTree, StorageMode};
use crate::thai::{FiscalYear, to_arabic};
use crate::words;

/// The parsed question.
struct InvertQuestion<'c> {
    catalogue: &'c Catalogue,
    indicator: &'c Indicator,
    asked: Vec<(&'c SubIndicator, u32)>,
    value: Points,
}

pub(super) fn run(common: &CommonArgs, options: &ScoreInvert, lang: Lang) -> CommandResult {
    let year = match year(&options.year, lang) {
        Ok(year) => year,
        Err(message) => return refuse(&message),
    };
    let Some(catalogue) = catalogue(common, year, lang)? else { return refuse(&words::score::no_catalogue(lang, year)) };
    let question = match question(&catalogue, options, lang) {
        Ok(question) => question,
        Err(message) => return refuse(&message),
    };
    let numbers: Vec<u32> = question.asked.iter().map(|(_, count)| *count).collect();
    let inversion = score::invert(&numbers, question.value);
    let text = answer(&question, &inversion, options.format, lang);
    give(&text, reader(options.format), options.out.out.as_deref(), common, lang)?;
    match inversion.solutions.is_empty() {
        false => Ok(ExitStatus::Fine),
        true => {
            say_error(&lines::no_solution(question.value, question.indicator.no, year, &inversion, lang));
            Ok(ExitStatus::ContentProblems)
        }
    }
}

/// The site's own checklist of the year if there is a site, else the built-in one.
fn catalogue(common: &CommonArgs, year: FiscalYear, lang: Lang) -> Result<Option<Arc<Catalogue>>> {
    let catalogues = match root::find(common) {
        Ok(root) => {
            let crate::diagnostics::Outcome(catalogues, found) = Catalogues::read(&SourceTree::read(&root, StorageMode::Ready)?, &[year]);
            if !found.is_empty() {
                say(words::score::content_has_errors(lang));
            }
            catalogues
        }
        // A folder given with `--root` must be a site; without `--root`, no site is needed.
        Err(error) if common.root.is_some() => return Err(error),
        Err(_) => Catalogues::built_in(year),
    };
    Ok(catalogues.get(year).cloned())
}

fn question<'c>(catalogue: &'c Catalogue, options: &ScoreInvert, lang: Lang) -> Result<InvertQuestion<'c>, String> {
    let no: Option<u32> = to_arabic(options.indicator.trim()).parse().ok();
    let found = catalogue.indicators.iter().find(|indicator| Some(indicator.no) == no);
    let with_parts = found.map(|indicator| (indicator, score::asked(indicator))).filter(|(_, asked)| !asked.is_empty());
    let Some((indicator, asked)) = with_parts else {
        let known: Vec<String> = catalogue.indicators.iter().map(|indicator| indicator.no.to_string()).collect();
        return Err(words::score::not_an_indicator(lang, &options.indicator, catalogue.fiscal_year.value, known.join(", ")));
    };
    let value = Points::parse(&options.value).ok_or_else(|| words::score::not_a_score(lang, &options.value))?;
    Ok(InvertQuestion { catalogue, indicator, asked, value })
}

fn answer(question: &InvertQuestion<'_>, inversion: &Inversion, format: ScoreFormat, lang: Lang) -> String {
    let InvertQuestion { catalogue, indicator, asked, value } = question;
    let note = lines::counts_note(catalogue, lang);
    if format == ScoreFormat::Json {
        let solutions: Vec<_> = inversion.solutions.iter().map(|passed| counts_json(asked, passed)).collect();
        return json_text(&json!({
            "fiscal_year": catalogue.fiscal_year.value,
            "indicator": indicator.no,
            "value": value.to_number(),
            "solutions": solutions,
            "complete": inversion.complete,
            "attested": catalogue.item_counts_attested,
            "note": note,
        }));
    }
    let mut text = String::new();
    if !inversion.solutions.is_empty() {
        text += &(lines::solutions(*value, indicator, catalogue.fiscal_year.value, inversion, lang) + "\n");
        text.extend(inversion.solutions.iter().map(|passed| format!("  {}\n", counts(asked, passed))));
    }
    text + &note.map(|note| note + "\n").unwrap_or_default()
}
