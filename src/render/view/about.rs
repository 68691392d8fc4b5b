//! `dl#about`: subject, year and dates of a page.

use super::history::anchor;
use super::term::Term;
use crate::content::front_matter::FrontMatter;
use crate::record::PublicationOfUrl;
use crate::render::page_context::PageContext;
use crate::render::tables::{ListItem, TableContext, covers};
use crate::site::{Permalink, page_address};
use crate::thai::Date;
use crate::yaml::Spanned;

/// The terms of a page; those without values are omitted.
pub fn terms(writer: &PageContext<'_>, subject: Option<&TableContext<'_>>, year: Option<crate::thai::FiscalYear>) -> Vec<Term> {
    let term = |field: &'static str, items: Vec<ListItem>| Term { field, label: writer.word(&format!("about_{field}")), items };
    let default = FrontMatter::default();
    let front_matter = subject.map_or(&default, |subject| subject.front_matter);
    let terms = [
        term("agency", front_matter.agency.iter().filter_map(|agency| agency.name.as_ref()).map(|name| text(writer, name)).collect()),
        term("fiscal-year", fiscal_year(writer, front_matter, year)),
        term("analysed-year", front_matter.analysed_year.iter().map(|given| printed(writer, given, writer.year(given.value))).collect()),
        term("unit", front_matter.unit.iter().map(|unit| text(writer, unit)).collect()),
        term("adopted", adopted(writer, front_matter)),
        term("as-of", dates(writer, front_matter.as_of.as_ref())),
        term("round", front_matter.round.iter().map(|given| printed(writer, given, round(writer, given.value.key()))).collect()),
        term("plan", subject.map(plan).unwrap_or_default()),
        term("covers", front_matter.progress.iter().filter_map(|p| covers(writer, p.covers.as_ref()?)).collect()),
        term("published", dates(writer, front_matter.publication.first.as_ref())),
        term("revised", revised(writer, front_matter)),
        term("supersedes", subject.map(supersedes).unwrap_or_default()),
        term("record", record(writer)),
    ];
    terms.into_iter().filter(|term| !term.items.is_empty()).collect()
}

fn text(writer: &PageContext<'_>, given: &Spanned<String>) -> ListItem {
    printed(writer, given, given.value.clone())
}

fn printed<T>(writer: &PageContext<'_>, given: &Spanned<T>, text: String) -> ListItem {
    ListItem { note: writer.as_written(given, &text), ..ListItem::text(text) }
}

fn dates(writer: &PageContext<'_>, given: Option<&Spanned<Date>>) -> Vec<ListItem> {
    given.iter().map(|given| printed(writer, given, writer.date(given.value))).collect()
}

/// The year of the folder, with a note from the front matter if the paper differs.
fn fiscal_year(writer: &PageContext<'_>, front_matter: &FrontMatter, year: Option<crate::thai::FiscalYear>) -> Vec<ListItem> {
    let typed = front_matter.fiscal_year.as_ref();
    let Some(year) = year.or(typed.map(|typed| typed.value)) else {
        return Vec::new();
    };
    let text = writer.year(year);
    vec![ListItem { note: typed.and_then(|typed| writer.as_written(typed, &text)), ..ListItem::text(text) }]
}

fn adopted(writer: &PageContext<'_>, front_matter: &FrontMatter) -> Vec<ListItem> {
    let Some(adopted) = &front_matter.adopted else {
        return Vec::new();
    };
    let by = adopted.by.iter().map(|by| text(writer, by));
    dates(writer, adopted.date.as_ref()).into_iter().chain(by).collect()
}

fn round(writer: &PageContext<'_>, key: &str) -> String {
    writer.digits.print(&writer.word(&format!("round_{key}"))).into_owned()
}

/// The plan of a progress report, which assessors look for first (AS11).
fn plan(subject: &TableContext<'_>) -> Vec<ListItem> {
    let link = |page: &crate::site::Page| {
        let code = page.document.home.item().map_or(String::new(), |code| format!("{code} "));
        ListItem { href: Some(subject.writer.own.link_to(&page.permalink)), ..ListItem::text(format!("{code}{}", page.title)) }
    };
    subject.plan_page().map(link).into_iter().collect()
}

fn revised(writer: &PageContext<'_>, front_matter: &FrontMatter) -> Vec<ListItem> {
    let line = |revision: &crate::content::front_matter::Revision| {
        let date = revision.date.as_ref().map(|date| writer.date(date.value));
        let note = revision.note.as_ref().map(|note| note.value.clone());
        let parts: Vec<String> = [date, note].into_iter().flatten().collect();
        let note = writer.notes([writer.date_note(revision.date.as_ref()), writer.text_note(revision.note.as_ref())]);
        ListItem { note, ..ListItem::text(parts.join(": ")) }
    };
    front_matter.publication.revised.iter().map(line).filter(|item| !item.text.is_empty()).collect()
}

/// Publication dates of this page in the history: verifiable, unlike those that the page states.
fn record(writer: &PageContext<'_>) -> Vec<ListItem> {
    let days = writer.site.record.history.days(writer.own.as_str());
    let href = |number: usize| writer.own.link_to(&Permalink::history()) + "#" + &anchor(number);
    let line = |(at, day): (usize, PublicationOfUrl<'_>)| {
        let word = if at == 0 { "record_first" } else { "record_revised" };
        let date = writer.words(word, &[("date", &writer.date(day.entry.date))]);
        let text = day.entry.note.as_ref().filter(|_| at > 0).map_or(date.clone(), |note| format!("{date}: {note}"));
        ListItem { href: Some(href(day.number)), ..ListItem::text(text) }
    };
    days.into_iter().enumerate().map(line).collect()
}

fn supersedes(subject: &TableContext<'_>) -> Vec<ListItem> {
    let (Some(given), Some(page)) = (&subject.front_matter.publication.supersedes, subject.located.page) else {
        return Vec::new();
    };
    vec![ListItem { href: subject.writer.href(&page.document.source, &page_address(&given.value)), ..ListItem::text(&given.value) }]
}
