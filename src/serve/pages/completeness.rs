//! Completeness of each year, with the missing items.

use super::Filter;
use super::markup::HtmlBuilder;
use super::units::Units;
use crate::base::Lang;
use crate::site::{FiledItem, Permalink, Site, Year, YearItem, passes};
use crate::words::preview;

/// The years selected by the filter, newest first.
pub(super) fn write(markup: &mut HtmlBuilder, site: &Site, units: &Units<'_>, filter: &Filter, lang: Lang) {
    let wanted = site.years.iter().rev().filter(|year| filter.year.is_none_or(|wanted| wanted == year.fiscal_year));
    for year in wanted {
        write_year(markup, site, year, units, filter, lang);
    }
}

fn write_year(markup: &mut HtmlBuilder, site: &Site, year: &Year, units: &Units<'_>, filter: &Filter, lang: Lang) {
    let own = |entry: &&YearItem| units.matches(filter, &Permalink::item(year.fiscal_year, &entry.code));
    let entries: Vec<&YearItem> = year.entries.iter().filter(own).collect();
    let incomplete: Vec<&YearItem> = entries.iter().copied().filter(|entry| !passes(site, year, entry)).collect();
    let complete = preview::complete(lang, entries.len() - incomplete.len(), entries.len());
    let title = format!("{} {}: {complete}", preview::year(lang), year.fiscal_year);
    let open: &[(&str, &str)] = if filter.year.is_some() { &[("open", "")] } else { &[] };
    markup.element("details", open, |markup| {
        markup.leaf("summary", &[], &title);
        if incomplete.is_empty() {
            return markup.leaf("p", &[], preview::all_complete(lang));
        }
        markup.element("ul", &[("class", "prongsai-items")], |markup| {
            for entry in incomplete {
                markup.element("li", &[], |markup| write_entry(markup, site, year, entry, units, lang));
            }
        });
    });
}

fn write_entry(markup: &mut HtmlBuilder, site: &Site, year: &Year, entry: &YearItem, units: &Units<'_>, lang: Lang) {
    let own = Permalink::item(year.fiscal_year, &entry.code);
    let title = year.position(entry).map_or("", |position| &position.item.title);
    page_link(markup, &own, &format!("{} {title}", entry.code));
    let unit = units.of(&own).map(|unit| format!(" · {unit}")).unwrap_or_default();
    markup.leaf("span", &[], &format!(" {}{unit}", lacks(site, year, entry, lang)));
}

/// Describes what an incomplete item lacks.
fn lacks(site: &Site, year: &Year, entry: &YearItem, lang: Lang) -> String {
    let (Some(page), Some(position)) = (&entry.page, year.position(entry)) else {
        return preview::nothing_filed(lang).to_owned();
    };
    let item = FiledItem { year, entry, position, page };
    if !item.shows_something() {
        return preview::empty_page(lang).to_owned();
    }
    let missing = item.missing_components(site).filter(|component| component.is_attested());
    let names: Vec<&str> = missing.map(|component| component.title.in_lang(lang)).collect();
    format!("{}: {}", preview::missing(lang), names.join(", "))
}

/// A link from the dashboard to a page.
pub(super) fn page_link(markup: &mut HtmlBuilder, page: &Permalink, text: &str) {
    markup.link(&format!("../{}", page.path()), text);
}
