//! `prongsai search`: the answers of the search page, in a terminal.

use serde_json::json;

use super::arguments::{CommonArgs, SearchArgs};
use super::build::date_option;
use super::cache::cache;
use super::results::{ResultReader, give};
use super::{CommandResult, ExitStatus, root, say_error, show};
use crate::base::{ItemCode, Lang};
use crate::config::Config;
use crate::diagnostics::Purpose;
use crate::pipeline::{self, Request};
use crate::report::print::Format;
use crate::search::{self, Abbreviations, Marked, SearchAnswer, SearchFilters, SearchQuery, Suggestions};
use crate::site::Permalink;
use crate::thai::{FiscalYear, to_arabic};
use crate::words::search as words;

/// A screen of answers.
const SHOWN: usize = 20;

pub(super) fn run(common: &CommonArgs, options: &SearchArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(None, lang) else { return Ok(ExitStatus::BadCommand) };
    let Some(filters) = filters(options, lang) else { return Ok(ExitStatus::BadCommand) };
    let typed = options.query.join(" ");
    if SearchQuery::parsed(&typed, &Abbreviations::default()).terms.is_empty() {
        say_error(words::no_query(lang));
        return Ok(ExitStatus::BadCommand);
    }
    let request = Request { cache: cache(), ..Request::to_look(root, Purpose::Build, today) };
    let mut understood = pipeline::understand(&request)?;
    let pages = match understood.planned.as_ref().map(|planned| pipeline::searched_pages(planned, &understood.tree)) {
        Some(Ok(pages)) => pages,
        fault => {
            understood.add(fault.and_then(Result::err).into_iter().map(|fault| *fault).collect());
            show(&understood.report, Format::Human, &understood.tree, lang, common);
            return Ok(ExitStatus::ContentProblems);
        }
    };
    let Some(planned) = &understood.planned else { return Ok(ExitStatus::ContentProblems) };
    let config = &planned.site.config;
    let query = SearchQuery::parsed(&typed, &search::known_abbreviations(config));
    let names = search::known_names(config);
    let found = search::answers(&pages, &query, &filters, &names, usize::MAX);
    let (text, reader) = match options.json {
        true => (format!("{:#}\n", as_json(&found, config)), ResultReader::Program),
        false if found.is_empty() => (nothing(&search::suggestions(&pages, &query, &filters, &names), config, lang), ResultReader::Person),
        false => (as_text(&found, config, lang), ResultReader::Person),
    };
    give(&text, reader, options.out.out.as_deref(), common, lang)?;
    Ok(ExitStatus::Fine)
}

/// `None`, and a message, for a year or an item that is none.
fn filters(options: &SearchArgs, lang: Lang) -> Option<SearchFilters> {
    let given = options.year.as_deref().map(|text| FiscalYear::parse(&to_arabic(text.trim())).ok_or(text)).transpose();
    let year = given.map_err(|text| say_error(&words::no_year(lang, text))).ok()?;
    let given = options.item.as_deref().map(|text| ItemCode::parse(&to_arabic(text.trim())).ok_or(text)).transpose();
    let item = given.map_err(|text| say_error(&words::no_item(lang, text))).ok()?;
    let (year, item) = (year.map(FiscalYear::number), item.map(|item| item.to_string()));
    Some(SearchFilters { year, item, unit: options.unit.clone(), ..SearchFilters::default() })
}

fn as_json(found: &[SearchAnswer], config: &Config) -> serde_json::Value {
    let answer = |answer: &SearchAnswer| {
        json!({
            "url": address(&answer.url, config),
            "title": answer.title.text,
            "fiscal_year": answer.fiscal_year,
            "item": answer.item,
            "excerpt": answer.excerpt.text,
            "file": answer.file.as_ref().map(|file| &file.path),
            "part": answer.file.as_ref().map(|file| &file.part),
        })
    };
    found.iter().map(answer).collect()
}

/// Absolute, with its place on the page.
fn address(url: &str, config: &Config) -> String {
    let (path, place) = url.split_once('#').map_or((url, String::new()), |(path, place)| (path, format!("#{place}")));
    config.absolute(&Permalink::file(path).path()) + &place
}

fn as_text(found: &[SearchAnswer], config: &Config, lang: Lang) -> String {
    let mut text = words::found(lang, found.len()) + "\n";
    for answer in found.iter().take(SHOWN) {
        let whose: Vec<String> = answer.fiscal_year.map(|year| year.to_string()).into_iter().chain(answer.item.clone()).collect();
        let heading: Vec<String> = whose.into_iter().chain([marked(&answer.title)]).collect();
        text += &format!("\n{}\n  {}\n", heading.join(" "), address(&answer.url, config));
        if let Some(file) = &answer.file {
            text += &format!("  {}\n", words::in_file(lang, &file.path, &file.part).trim_end());
        }
        text += &format!("  {}\n", marked(&answer.excerpt));
    }
    if found.len() > SHOWN {
        text += &format!("\n{}\n", words::more(lang, found.len() - SHOWN));
    }
    text
}

/// The text with what was found in bold, where a terminal shows it.
fn marked(text: &Marked) -> String {
    let letters: Vec<char> = text.text.chars().collect();
    let mut marked = String::new();
    let mut from = 0;
    let part = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().iter().collect::<String>();
    for (start, end) in &text.marks {
        marked += &format!("{}\u{1b}[1m{}\u{1b}[0m", part(from, *start), part(*start, *end));
        from = *end;
    }
    marked + &part(from, letters.len())
}

fn nothing(suggestions: &Suggestions, config: &Config, lang: Lang) -> String {
    let mut text = words::nothing(lang).to_owned() + "\n";
    for (year, count) in &suggestions.other_years {
        let year = year.map_or_else(|| words::outside(lang).to_owned(), |year| year.to_string());
        text += &format!("  {}\n", words::other_year(lang, year, count));
    }
    if let Some((url, title)) = &suggestions.nearest {
        text += &format!("  {}\n", words::nearest(lang, title, address(url, config)));
    }
    text
}
