//! `prongsai score forecast`: the score of the checklist with the items filed so far, and the
//! points lost by each missing item.

use serde_json::{Value, json};

use super::{json_text, lines, reader, refuse, year};
use crate::base::{ItemCode, Lang};
use crate::cli::arguments::{CommonArgs, ScoreForecast, ScoreFormat};
use crate::cli::{CommandResult, ExitStatus, give, root, say, show, today};
use crate::diagnostics::Purpose;
use crate::pipeline::{self, Request};
use crate::report::print::Format;
use crate::score::{self, Exact, Forecast, ItemForecast};
use crate::site::{Site, Year, YearItem, passes};
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &ScoreForecast, lang: Lang) -> CommandResult {
    let wanted = match year(&options.year, lang) {
        Ok(year) => year,
        Err(message) => return refuse(&message),
    };
    let root = root::find(common)?;
    let Some(today) = today() else { return Ok(ExitStatus::BadCommand) };
    let understood = pipeline::understand(&Request::to_look(root, Purpose::Build, today))?;
    let Some(planned) = &understood.planned else {
        show(&understood.report, Format::Human, &understood.tree, lang, common);
        return Ok(ExitStatus::ContentProblems);
    };
    let Some(year) = planned.site.year(wanted) else {
        let known: Vec<String> = planned.site.years.iter().map(|year| year.fiscal_year.to_string()).collect();
        return refuse(&words::score::year_not_in_site(lang, wanted, known.join(", ")));
    };
    let forecast = score::forecast(&year.catalogue, |code| year.entry(code).is_some_and(YearItem::is_filed));
    let incomplete = incomplete(&planned.site, year);
    let text = match options.format {
        ScoreFormat::Json => json_text(&as_json(year, &forecast, &incomplete, lang)),
        ScoreFormat::Human => as_text(year, &forecast, &incomplete, lang),
    };
    give(&text, reader(options.format), options.out.out.as_deref(), common, lang)?;
    if understood.report.has_errors() && !common.quiet {
        say(words::score::content_has_errors(lang));
    }
    Ok(ExitStatus::Fine)
}

/// Filed items that an assessor would score 0: counted in the forecast, with a warning.
fn incomplete<'y>(site: &Site, year: &'y Year) -> Vec<&'y ItemCode> {
    let filed = year.entries.iter().filter(|entry| entry.is_filed() && !passes(site, year, entry));
    filed.map(|entry| &entry.code).collect()
}

/// Points at risk through the incomplete items: of the total, or of the instrument if the weights
/// are unknown.
fn at_risk(forecast: &Forecast, incomplete: &[&ItemCode]) -> Exact {
    let of = |item: &ItemForecast| item.worth.clone().unwrap_or_else(|| item.share.clone());
    let risky = forecast.items.iter().filter(|item| incomplete.contains(&&item.code));
    risky.fold(Exact::zero(), |sum, item| sum.plus(&of(item)))
}

/// Points lost by the item.
fn lost(item: &ItemForecast, of: &Exact) -> Exact {
    if item.passes { Exact::zero() } else { of.clone() }
}

fn as_json(year: &Year, forecast: &Forecast, incomplete: &[&ItemCode], lang: Lang) -> Value {
    let catalogue = &year.catalogue;
    let items: Vec<Value> = forecast
        .items
        .iter()
        .map(|item| {
            json!({
                "item": item.code,
                "filed": item.passes,
                "complete": item.passes && !incomplete.contains(&&item.code),
                "worth": item.worth.as_ref().map(Exact::to_number),
                "lost": item.worth.as_ref().map(|worth| lost(item, worth).to_number()),
            })
        })
        .collect();
    json!({
        "fiscal_year": year.fiscal_year,
        "oit": forecast.oit.to_number(),
        "points": forecast.points.as_ref().map(Exact::to_number),
        "items": items,
        "at_risk": at_risk(forecast, incomplete).to_number(),
        "attested": catalogue.item_counts_attested && catalogue.weights.is_some() && catalogue.weights_attested,
        "note": lines::forecast_note(catalogue, lang),
    })
}

fn as_text(year: &Year, forecast: &Forecast, incomplete: &[&ItemCode], lang: Lang) -> String {
    let mut text = lines::forecast_heading(year, forecast, lang) + "\n\n";
    text += match forecast.points {
        Some(_) => words::score::columns_of_total(lang),
        None => words::score::columns_of_oit(lang),
    };
    for item in &forecast.items {
        // Points of the instrument if the weights of the year are unknown.
        let worth = item.worth.as_ref().unwrap_or(&item.share);
        let title = year.catalogue.item(&item.code).map_or("", |position| position.item.title.as_str());
        let (code, worth, lost) = (item.code.to_string(), worth.printed(2), lost(item, worth).printed(2));
        text += &format!("{code:6}{worth:>8}{lost:>8}  {title}\n");
    }
    if !incomplete.is_empty() {
        let codes = ItemCode::ranges(incomplete.iter().copied());
        text += &format!("\n{}\n", words::score::incomplete(lang, codes, at_risk(forecast, incomplete).printed(2)));
    }
    if let Some(note) = lines::forecast_note(&year.catalogue, lang) {
        text += &format!("\n{note}\n");
    }
    text
}
