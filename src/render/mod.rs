//! Renders pages to HTML: [`SitePage`] → view (plain data, `view/`) → template (`themes/`).
//!
//! 1. [`PageRef`] resolves a written page and its context;
//! 2. pure functions in `view/` build its data, `tables/` its tables, `view/frame.rs` its frame;
//! 3. the [`Theme`] renders the template of the page kind with that data;
//! 4. `shown_text` gives all visible text the digits of the page, and marks Thai on pages of
//!    another language; `line_breaks` says where lines may break before names of divisions.
//!
//! No files are read here, and the clock only to abort templates that do not terminate. All
//! user-visible strings are in `themes/*/strings/`.

mod line_breaks;
pub mod machine;
mod month_years;
mod page_context;
mod page_ref;
mod share_picture;
mod shown_text;
pub mod tables;
mod tag_length;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;

pub use line_breaks::LineBreaks;
pub use page_context::{HtmlLink, PageContext};
pub use theme::{Asset, AssetSource, DEFAULT, Strings, Theme};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostics::Diagnostic;
use crate::site::{PageId, Permalink, Site, SitePage};
use crate::thai::Digits;

use page_ref::PageRef;
use view::document::DocumentView;
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

/// A rendered page.
#[derive(Debug)]
pub struct RenderedPage {
    pub(crate) html: String,
    /// The tables of its text as CSV, in their order.
    pub(crate) text_tables: Vec<String>,
}

/// Renders the pages of a site.
#[derive(Clone, Copy, Debug)]
pub struct SiteRenderer<'a> {
    pub(crate) site: &'a Site,
    pub(crate) theme: &'a Theme,
    /// Those of the site.
    pub(crate) breaks: &'a LineBreaks,
}

impl<'a> SiteRenderer<'a> {
    /// Renders a page; the 404 page for a position outside the site.
    ///
    /// # Errors
    /// A template error, or a page over its limits.
    pub fn page(&self, page: SitePage) -> Result<RenderedPage, Box<Diagnostic>> {
        let own = page.permalink(self.site);
        let located = if let SitePage::Written(id) = page { PageRef::find(self.site, id) } else { None };
        let room = self.at(&own, located.map_or(Digits::Arabic, |located| located.digits()));
        let site = self.site;
        let html = match page {
            SitePage::Home => room.render("home.html", view::home::view),
            SitePage::Year(at) => room.part(site.years.get(at), "year.html", view::year::view),
            SitePage::Topic(at) => room.part(site.topics.get(at), "topic.html", view::topic::view),
            SitePage::PageList => room.render("page-list.html", view::page_list::view),
            SitePage::TopicList => room.render("page-list.html", view::topic_list::view),
            SitePage::Search => room.render("search.html", view::search::view),
            SitePage::History => room.render("history.html", view::history::view),
            SitePage::Written(id) => return room.written(id),
        };
        html.map(RenderedPage::from)
    }

    /// Renders the redirect page at an old address. The canonical address is its target.
    ///
    /// # Errors
    /// As [`SiteRenderer::page`].
    pub fn redirect(&self, from: &Permalink, to: &Permalink) -> Result<String, Box<Diagnostic>> {
        let room = self.at(from, Digits::Arabic);
        let writer = room.writer();
        let (heading, page) = view::redirect::view(&writer, to);
        let canonical = Some(self.site.config.absolute(&to.path()));
        room.fill("redirect.html", Frame { canonical, ..room.frame(heading) }, page)
    }

    /// Renders the 404 page. Hosts serve it at any unknown address, so it has none of its own.
    ///
    /// # Errors
    /// As [`SiteRenderer::page`].
    pub fn not_found(&self) -> Result<String, Box<Diagnostic>> {
        let own = Permalink::file(NOT_FOUND);
        let room = self.at(&own, Digits::Arabic);
        let (heading, page) = view::not_found::view(&room.writer());
        let around = room.frame(heading).anywhere(&self.site.config.base_url);
        room.fill("404.html", around, page)
    }

    fn at(&self, own: &'a Permalink, digits: Digits) -> PageRenderer<'a> {
        PageRenderer { of_site: *self, own, digits }
    }
}

impl From<String> for RenderedPage {
    fn from(html: String) -> Self {
        Self { html, text_tables: Vec::new() }
    }
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

/// The picture of links to an item as PNG; `None` if the site has no such item.
pub fn share_picture(site: &Site, id: PageId) -> Option<Vec<u8>> {
    let located = PageRef::find(site, id)?;
    Some(share_picture::share_picture(&located.entry?.code, located.year?.fiscal_year))
}

/// Inputs for rendering one page.
struct PageRenderer<'a> {
    of_site: SiteRenderer<'a>,
    own: &'a Permalink,
    digits: Digits,
}

impl<'a> PageRenderer<'a> {
    fn writer(&self) -> PageContext<'a> {
        let SiteRenderer { site, theme, .. } = self.of_site;
        PageContext { site, strings: theme.strings(site.config.lang()), own: self.own, digits: self.digits }
    }

    fn frame(&self, heading: PageHeading) -> Frame {
        frame(&self.writer(), heading, self.of_site.theme.item_pictures())
    }

    /// Builds the view and the frame, and renders both.
    fn render<V: Serialize>(
        &self,
        template: &str,
        view: impl FnOnce(&PageContext<'a>) -> (PageHeading, V),
    ) -> Result<String, Box<Diagnostic>> {
        let (heading, page) = view(&self.writer());
        self.fill(template, self.frame(heading), page)
    }

    fn fill<V: Serialize>(&self, template: &str, frame: Frame, page: V) -> Result<String, Box<Diagnostic>> {
        let SiteRenderer { site, theme, breaks } = self.of_site;
        let config = &site.config;
        let integrity = theme.integrity(config.integrity);
        let variables = Variables { lang: config.lang().name(), frame, page, policy: machine::POLICY, integrity };
        let html = theme.render(template, &variables, &config.limits)?;
        Ok(breaks.put_into(shown_text::adapted(html, self.digits, config.lang())))
    }

    /// The same for an optional part of the site; the 404 page if it is missing.
    fn part<T, V: Serialize>(
        &self,
        place: Option<&T>,
        template: &str,
        view: impl FnOnce(&PageContext<'a>, &T) -> (PageHeading, V),
    ) -> Result<String, Box<Diagnostic>> {
        place.map_or_else(|| self.of_site.not_found(), |place| self.render(template, |writer| view(writer, place)))
    }

    fn written(&self, id: PageId) -> Result<RenderedPage, Box<Diagnostic>> {
        let located = PageRef::find(self.of_site.site, id);
        let missing = || self.of_site.not_found().map(RenderedPage::from);
        let Some(located) = located else { return missing() };
        let writer = &self.writer();
        match (id, located.page) {
            (PageId::Item { .. }, _) => match located.year.zip(located.entry) {
                Some((year, entry)) => self.document("item.html", view::item::view(writer, &located, year, entry)),
                None => missing(),
            },
            (PageId::Child { .. }, Some(page)) => self.document("child.html", view::child::view(writer, &located, page)),
            (PageId::Page { .. }, Some(page)) => self.document("page.html", view::ordinary::view(writer, &located, page)),
            (PageId::Child { .. } | PageId::Page { .. }, None) => missing(),
        }
    }

    fn document<V>(&self, template: &str, (heading, mut page): (PageHeading, V)) -> Result<RenderedPage, Box<Diagnostic>>
    where
        V: Serialize + AsMut<DocumentView>,
    {
        let text_tables = std::mem::take(&mut page.as_mut().text_tables);
        Ok(RenderedPage { html: self.fill(template, self.frame(heading), page)?, text_tables })
    }
}
