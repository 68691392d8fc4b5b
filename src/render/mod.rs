//! Renders pages to HTML: [`SitePage`] → view (plain data, `view/`) → template (`themes/`).
//!
//! 1. [`PageRef`] resolves a written page and its context;
//! 2. pure functions in `view/` build its data, `tables/` its tables, `view/frame.rs` its frame;
//! 3. the [`Theme`] renders the template of the page kind with that data;
//! 4. `shown_text` gives all visible text the digits of the page, and marks Thai on pages of
//!    another language; `name_breaks` says where lines may break before names of divisions.
//!
//! No files are read here, and the clock only to abort templates that do not terminate. All
//! user-visible strings are in `themes/*/strings/`.

pub mod machine;
mod name_breaks;
mod page_context;
mod page_ref;
mod shown_text;
pub mod tables;
mod tag_length;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;

pub use page_context::{HtmlLink, PageContext};
pub use theme::{Asset, AssetSource, DEFAULT, Strings, Theme};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::page_ids;
use crate::diagnostics::Diagnostic;
use crate::markdown::{self, MarkdownLimits};
use crate::site::{PageId, Permalink, Site, SitePage};
use crate::thai::{Digits, DivisionName};

use name_breaks::NameBreaks;
use page_ref::PageRef;
use view::frame::{Frame, PageHeading, frame};

/// Output path of the 404 page.
const NOT_FOUND: &str = "404.html";

/// Variables of a template.
#[derive(Serialize)]
struct Variables<'t, V> {
    /// Language code: `th`.
    lang: &'static str,
    /// Everything around the content.
    frame: Frame,
    /// The content.
    page: V,
    /// Content security policy.
    policy: &'static str,
    /// Subresource integrity hashes by path; empty unless enabled in the site file.
    integrity: &'t BTreeMap<String, String>,
}

/// Renders a page as UTF-8 HTML; the 404 page for a position outside the site.
pub fn page(site: &Site, theme: &Theme, page: SitePage) -> Result<Vec<u8>, Box<Diagnostic>> {
    let own = page.permalink(site);
    let located = if let SitePage::Written(id) = page { PageRef::find(site, id) } else { None };
    let room = PageRenderer { site, theme, own: &own, digits: located.map_or(Digits::Arabic, |located| located.digits()) };
    match page {
        SitePage::Home => room.render("home.html", view::home::view),
        SitePage::Year(at) => room.at(site.years.get(at), "year.html", view::year::view),
        SitePage::Topic(at) => room.at(site.topics.get(at), "topic.html", view::topic::view),
        SitePage::PageList => room.render("page-list.html", view::page_list::view),
        SitePage::TopicList => room.render("page-list.html", view::topic_list::view),
        SitePage::Search => room.render("search.html", view::search::view),
        SitePage::History => room.render("history.html", view::history::view),
        SitePage::Written(id) => room.written(id),
    }
}

/// Renders the redirect page at an old address.
pub fn redirect(site: &Site, theme: &Theme, from: &Permalink, to: &Permalink) -> Result<Vec<u8>, Box<Diagnostic>> {
    PageRenderer { site, theme, own: from, digits: Digits::Arabic }.redirect(to)
}

/// Renders the 404 page. Hosts serve it at any unknown address, so it has none of its own.
pub fn not_found(site: &Site, theme: &Theme) -> Result<Vec<u8>, Box<Diagnostic>> {
    let own = Permalink::file(NOT_FOUND);
    let room = PageRenderer { site, theme, own: &own, digits: Digits::Arabic };
    let (heading, page) = view::not_found::view(&room.writer());
    let around = frame(&room.writer(), heading).anywhere(&site.config.base_url);
    room.fill("404.html", around, page)
}

/// Renders the feed of the newest pages.
pub fn feed(site: &Site, theme: &Theme) -> String {
    let strings = theme.strings(site.config.lang());
    machine::feed(site, |page| {
        let writer = PageContext { site, strings, own: &page.permalink, digits: Digits::Arabic };
        let located = site.addresses.page(&page.permalink).and_then(|id| PageRef::find(site, id));
        located.map_or_else(String::new, |located| view::summary::summary(&writer, &located, page))
    })
}

/// Renders a table of a page as CSV; `None` if the page has no table of this name.
pub fn csv(site: &Site, theme: &Theme, id: PageId, name: &str) -> Option<String> {
    let strings = theme.strings(site.config.lang());
    let table = tables::of(site, strings, id).into_iter().find(|table| table.name == name)?;
    let word = |key| strings.get(key).into_owned();
    let labels = tables::CsvLabels {
        id: word("csv_id"),
        group: word("csv_group"),
        code: word("column_code"),
        value: word("csv_value"),
        note: word("csv_note"),
    };
    Some(table.csv(&labels))
}

/// Renders a table in the text of a page as CSV, counted from 1; `None` if there is none.
pub fn text_table(site: &Site, id: PageId, number: usize) -> Option<String> {
    let document = &site.page(id)?.document;
    let ids = page_ids(&document.front_matter);
    let limits = MarkdownLimits { max_nesting: site.config.limits.nesting, reserved_ids: &ids };
    let all = markdown::cells_of_tables(&document.body.text(), &limits);
    Some(tables::csv_of(all.get(number.checked_sub(1)?)?))
}

/// Inputs for rendering any page.
struct PageRenderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    own: &'a Permalink,
    digits: Digits,
}

impl<'a> PageRenderer<'a> {
    fn writer(&self) -> PageContext<'a> {
        PageContext { site: self.site, strings: self.theme.strings(self.site.config.lang()), own: self.own, digits: self.digits }
    }

    /// Builds the view and the frame, and renders both.
    fn render<V: Serialize>(
        &self,
        template: &str,
        view: impl FnOnce(&PageContext<'a>) -> (PageHeading, V),
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let (heading, page) = view(&self.writer());
        self.fill(template, frame(&self.writer(), heading), page)
    }

    fn fill<V: Serialize>(&self, template: &str, frame: Frame, page: V) -> Result<Vec<u8>, Box<Diagnostic>> {
        let config = &self.site.config;
        let integrity = self.theme.integrity(config.integrity);
        let variables = Variables { lang: config.lang().name(), frame, page, policy: machine::POLICY, integrity };
        let html = self.theme.render(template, &variables, &config.limits)?;
        let html = shown_text::adapted(html, self.digits, config.lang());
        let own = config.units.iter().filter_map(|unit| DivisionName::parse(&unit.name.value));
        Ok(NameBreaks::of(DivisionName::known().chain(own)).put_into(html))
    }

    /// The same for an optional part of the site; the 404 page if it is missing.
    fn at<T, V: Serialize>(
        &self,
        place: Option<&T>,
        template: &str,
        view: impl FnOnce(&PageContext<'a>, &T) -> (PageHeading, V),
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        place.map_or_else(|| not_found(self.site, self.theme), |place| self.render(template, |writer| view(writer, place)))
    }

    fn written(&self, id: PageId) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(located) = PageRef::find(self.site, id) else { return not_found(self.site, self.theme) };
        match id {
            PageId::Item { .. } => {
                let list = located.year.zip(located.entry);
                self.at(list.as_ref(), "item.html", |writer, (year, entry)| view::item::view(writer, &located, year, entry))
            }
            PageId::Child { .. } => self.at(located.page, "child.html", |writer, page| view::child::view(writer, &located, page)),
            PageId::Page { .. } => self.at(located.page, "page.html", |writer, page| view::ordinary::view(writer, &located, page)),
        }
    }

    /// The canonical address of a redirect page is its target.
    fn redirect(&self, to: &Permalink) -> Result<Vec<u8>, Box<Diagnostic>> {
        let writer = self.writer();
        let (heading, page) = view::redirect::view(&writer, to);
        let canonical = Some(self.site.config.absolute(&to.path()));
        self.fill("redirect.html", Frame { canonical, ..frame(&writer, heading) }, page)
    }
}
