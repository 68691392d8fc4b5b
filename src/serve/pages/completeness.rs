//! Completeness of each year: its deadlines, and the items that are left, by worth.

use super::Filter;
use super::markup::HtmlBuilder;
use super::units::Units;
use crate::base::Lang;
use crate::catalogue::Translated;
use crate::due::{OpenItem, OpenReason, due};
use crate::site::{Permalink, Site, Year, YearItem};
use crate::thai::Date;
use crate::words::preview;

/// The years selected by the filter, newest first, as they stand on a day.
pub(super) fn write(markup: &mut HtmlBuilder, site: &Site, today: Date, units: &Units<'_>, filter: &Filter, lang: Lang) {
    let wanted = site.years.iter().rev().filter(|year| filter.year.is_none_or(|wanted| wanted == year.fiscal_year));
    for year in wanted {
        write_year(markup, site, year, today, units, filter, lang);
    }
}

fn write_year(markup: &mut HtmlBuilder, site: &Site, year: &Year, today: Date, units: &Units<'_>, filter: &Filter, lang: Lang) {
    let own = |entry: &&YearItem| units.matches(filter, &Permalink::item(year.fiscal_year, &entry.code));
    let items = year.entries.iter().filter(own).count();
    let Some(list) = due(site, year.fiscal_year, today) else { return };
    let open: Vec<&OpenItem> =
        list.open_items().filter(|item| units.matches(filter, &Permalink::item(year.fiscal_year, &item.code))).collect();
    let complete = preview::complete(lang, items - open.len(), items);
    let title = format!("{} {}: {complete}", preview::year(lang), year.fiscal_year);
    let is_open: &[(&str, &str)] = if filter.year.is_some() { &[("open", "")] } else { &[] };
    markup.element("details", is_open, |markup| {
        markup.leaf("summary", &[], &title);
        list.dates.iter().for_each(|due| markup.leaf("p", &[], &due.sentence(lang)));
        if open.is_empty() {
            return markup.leaf("p", &[], preview::all_complete(lang));
        }
        markup.element("ul", &[("class", "prongsai-items")], |markup| {
            for item in open {
                markup.element("li", &[], |markup| write_item(markup, year, item, units, lang));
            }
        });
    });
}

fn write_item(markup: &mut HtmlBuilder, year: &Year, item: &OpenItem, units: &Units<'_>, lang: Lang) {
    let own = Permalink::item(year.fiscal_year, &item.code);
    page_link(markup, &own, &format!("{} {}", item.code, item.title));
    let unit = units.of(&own).map(|unit| format!(" · {unit}")).unwrap_or_default();
    let worth = preview::worth(lang, item.worth.printed(2));
    markup.leaf("span", &[], &format!(" {worth} · {}{unit}", lacks(&item.reason, lang)));
}

/// Describes what an item lacks.
fn lacks(reason: &OpenReason, lang: Lang) -> String {
    let missing = |components: &[Translated]| {
        let names: Vec<&str> = components.iter().map(|component| component.in_lang(lang)).collect();
        format!("{}: {}", preview::missing(lang), names.join(", "))
    };
    match reason {
        OpenReason::Missing => preview::nothing_filed(lang).to_owned(),
        OpenReason::Empty => preview::empty_page(lang).to_owned(),
        OpenReason::Draft(components) if components.is_empty() => preview::is_draft(lang).to_owned(),
        OpenReason::Draft(components) => format!("{} · {}", preview::is_draft(lang), missing(components)),
        OpenReason::Incomplete(components) => missing(components),
    }
}

/// A link from the dashboard to a page.
pub(super) fn page_link(markup: &mut HtmlBuilder, page: &Permalink, text: &str) {
    markup.link(&format!("../{}", page.path()), text);
}
