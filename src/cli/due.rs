//! `prongsai due`: what is still to be done, by unit and by worth, and until when.

use serde_json::{Value, json};

use super::arguments::{CommonArgs, DueArgs, DueFormat};
use super::build::date_option;
use super::results::{ResultReader, give};
use super::{CommandResult, ExitStatus, root, say, say_error, show};
use crate::base::Lang;
use crate::catalogue::Translated;
use crate::diagnostics::Purpose;
use crate::due::{self, DueDate, DueList, OpenItem, OpenReason};
use crate::pipeline::{self, Request};
use crate::report::print::Format;
use crate::site::{Drafts, Site};
use crate::thai::{Date, FiscalYear, to_arabic};
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &DueArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    // Drafts are begun, not missing.
    let request = Request { drafts: Drafts::Show, ..Request::to_look(root, Purpose::Build, today) };
    let understood = pipeline::understand(&request)?;
    let Some(planned) = &understood.planned else {
        show(&understood.report, Format::Human, &understood.tree, lang, common);
        return Ok(ExitStatus::ContentProblems);
    };
    let site = &planned.site;
    let Some(list) = year(site, options.year.as_deref()).and_then(|year| due::due(site, year, today)) else {
        let known: Vec<String> = site.years.iter().map(|year| year.fiscal_year.to_string()).collect();
        say_error(&words::command::unknown_year(lang, options.year.as_deref().unwrap_or_default(), known.join(" ")));
        return Ok(ExitStatus::BadCommand);
    };
    let (text, reader) = match options.format {
        DueFormat::Human => (as_text(&list, lang), ResultReader::Person),
        DueFormat::Json => (format!("{:#}\n", as_json(&list)), ResultReader::Program),
        DueFormat::Ics => (as_calendar(site, &list, today, lang), ResultReader::Program),
    };
    give(&text, reader, options.out.out.as_deref(), common, lang)?;
    if understood.report.has_errors() && !common.quiet {
        say(words::due::content_has_errors(lang));
    }
    Ok(ExitStatus::Fine)
}

/// The year asked for, or the newest of the site.
fn year(site: &Site, asked: Option<&str>) -> Option<FiscalYear> {
    match asked {
        Some(text) => FiscalYear::parse(&to_arabic(text.trim())),
        None => site.years.iter().map(|year| year.fiscal_year).max(),
    }
}

fn as_text(list: &DueList, lang: Lang) -> String {
    let (year, left) = (list.fiscal_year, list.items - list.done);
    let mut text = words::due::heading(lang, year, list.done, list.items, left, list.at_stake.printed(2)) + "\n";
    for due in &list.dates {
        text += &format!("  {}\n", due.sentence(lang));
    }
    if list.dates.is_empty() {
        text += &format!("  {}\n", words::due::no_deadline(lang));
    }
    for (unit, items) in &list.units {
        text += &format!("\n{}\n", unit.as_deref().unwrap_or(words::due::no_unit(lang)));
        for item in items {
            text += &format!("  {:5}{:>7}  {}\n", item.code.to_string(), item.worth.printed(2), item_line(item, lang));
        }
    }
    if list.units.is_empty() {
        text += &format!("\n{}\n", words::due::all_done(lang));
    }
    text
}

fn item_line(item: &OpenItem, lang: Lang) -> String {
    let title = &item.title;
    match &item.reason {
        OpenReason::Missing => words::due::missing(lang, title),
        OpenReason::Draft(missing) if missing.is_empty() => words::due::draft(lang, title),
        OpenReason::Draft(missing) => words::due::incomplete_draft(lang, title, names(missing, lang)),
        OpenReason::Empty => words::due::empty(lang, title),
        OpenReason::Incomplete(components) => words::due::incomplete(lang, title, names(components, lang)),
    }
}

/// Names of components.
fn names(components: &[Translated], lang: Lang) -> String {
    components.iter().map(|title| title.in_lang(lang)).collect::<Vec<_>>().join(" · ")
}

fn as_json(list: &DueList) -> Value {
    let item = |item: &OpenItem| {
        let (reason, components): (_, &[Translated]) = match &item.reason {
            OpenReason::Missing => ("missing", &[]),
            OpenReason::Draft(components) => ("draft", components),
            OpenReason::Empty => ("empty", &[]),
            OpenReason::Incomplete(components) => ("incomplete", components),
        };
        json!({"item": item.code, "title": item.title, "worth": item.worth.to_number(), "reason": reason, "components": components.iter().map(|title| &title.th).collect::<Vec<_>>()})
    };
    let unit = |(unit, items): &(Option<String>, Vec<OpenItem>)| json!({"unit": unit, "items": items.iter().map(item).collect::<Vec<_>>()});
    let date = |due: &DueDate| json!({"date": due.date.to_string(), "days": due.days, "title": due.title});
    json!({
        "fiscal_year": list.fiscal_year,
        "items": list.items,
        "done": list.done,
        "at_stake": list.at_stake.to_number(),
        "deadlines": list.dates.iter().map(date).collect::<Vec<_>>(),
        "units": list.units.iter().map(unit).collect::<Vec<_>>(),
    })
}

fn as_calendar(site: &Site, list: &DueList, today: Date, lang: Lang) -> String {
    let host = site.config.base_url.host_str().unwrap_or("localhost");
    let left = list.items - list.done;
    let summary = |due: &DueDate| words::due::event(lang, due.title(lang), list.fiscal_year, left);
    due::calendar::calendar(&list.dates, list.fiscal_year, host, today, summary)
}
