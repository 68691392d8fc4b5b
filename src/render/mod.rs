//! From a job to its HTML: `Job` → view (plain data, `view/`) → template (`themes/`).
//!
//! 1. the job names a place of the site ([`PageRef`]);
//! 2. a pure function of `view/` makes the data of the page, `tables/` its tables, `view/frame.rs`
//!    what is around it;
//! 3. the [`Theme`] renders the template of the page kind with that data.
//!
//! Nothing here reads a file, and a clock only to give up a template that does not end; no word for
//! readers stands here: all are in `themes/*/strings/`.

pub mod machine;
mod page_context;
mod page_ref;
pub mod tables;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;

pub use page_context::{HtmlLink, PageContext};
pub use theme::{Asset, AssetSource, DEFAULT, Strings, Theme};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostics::Diagnostic;
use crate::plan::Job;
use crate::record::History;
use crate::site::{PageId, Permalink, Site};
use crate::thai::Digits;

use page_ref::PageRef;
use view::frame::{Frame, PageHeading, frame};

/// The address of the page for addresses that do not exist.
const NOT_FOUND: &str = "404.html";

/// Everything that a template knows.
#[derive(Serialize)]
struct Variables<'t, V> {
    /// The language of the words: `th`.
    lang: &'static str,
    /// What is around the content.
    frame: Frame,
    /// The content.
    page: V,
    /// What the page may load: nothing but the site itself.
    policy: &'static str,
    /// The hashes of style sheets and scripts by their path; empty unless the site file asks for
    /// them.
    integrity: &'t BTreeMap<String, String>,
}

/// The HTML of a job that makes a page, in UTF-8. Jobs of other kinds, and positions that the site
/// does not have, give the page for addresses that do not exist.
pub fn html(site: &Site, theme: &Theme, job: &Job) -> Result<Vec<u8>, Box<Diagnostic>> {
    let own = address(site, job);
    let room = PageRenderer { site, theme, own: &own };
    match job {
        Job::Home => room.render("home.html", view::home::view),
        Job::Year(at) => match site.years.get(*at) {
            Some(year) => room.render("year.html", |writer| view::year::view(writer, year)),
            None => room.not_found(),
        },
        Job::Topic(at) => match site.topics.get(*at) {
            Some(topic) => room.render("topic.html", |writer| view::topic::view(writer, topic)),
            None => room.not_found(),
        },
        Job::PageList => room.render("page-list.html", view::page_list::view),
        Job::History => history(site, theme, &site.record.history),
        Job::Page(id) => room.written(*id),
        Job::Redirect { to, .. } => room.redirect(to),
        _ => room.not_found(),
    }
}

/// The page of a history, be it that of the site or the one that it is about to have.
pub fn history(site: &Site, theme: &Theme, history: &History) -> Result<Vec<u8>, Box<Diagnostic>> {
    let own = Permalink::history();
    PageRenderer { site, theme, own: &own }.render("history.html", |writer| view::history::view(writer, history))
}

/// A table of a page as CSV; `None` if the page has no table of this name.
pub fn csv(site: &Site, theme: &Theme, id: PageId, name: &str) -> Option<String> {
    let strings = theme.strings(site.config.lang());
    let table = tables::of(site, strings, id).into_iter().find(|table| table.name == name)?;
    Some(table.csv(&strings.get("csv_id"), &strings.get("csv_group")))
}

fn address(site: &Site, job: &Job) -> Permalink {
    let found = match job {
        Job::Home => Some(Permalink::home()),
        Job::PageList => Some(Permalink::page_list()),
        Job::History => Some(Permalink::history()),
        Job::Year(at) => site.years.get(*at).map(|year| Permalink::year(year.fiscal_year)),
        Job::Topic(at) => site.topics.get(*at).map(|topic| Permalink::topic(&topic.subject)),
        Job::Page(id) => PageRef::find(site, *id).map(|located| located.permalink),
        Job::Redirect { from, .. } => Some(from.clone()),
        _ => None,
    };
    found.unwrap_or_else(|| Permalink::file(NOT_FOUND))
}

/// What rendering any page needs.
struct PageRenderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    own: &'a Permalink,
}

impl<'a> PageRenderer<'a> {
    fn writer(&self) -> PageContext<'a> {
        PageContext { site: self.site, strings: self.theme.strings(self.site.config.lang()), own: self.own, digits: Digits::Arabic }
    }

    /// Makes the view, puts the frame around it, and renders both.
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
        self.theme.render(template, &variables, &config.limits)
    }

    fn written(&self, id: PageId) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(located) = PageRef::find(self.site, id) else {
            return self.not_found();
        };
        match (id, located.year, located.entry, located.page) {
            (PageId::Item { .. }, Some(year), Some(entry), _) => {
                self.render("item.html", |writer| view::item::view(writer, &located, year, entry))
            }
            (PageId::Child { .. }, _, _, Some(page)) => self.render("child.html", |writer| view::child::view(writer, &located, page)),
            (PageId::Page { .. }, _, _, Some(page)) => self.render("page.html", |writer| view::ordinary::view(writer, &located, page)),
            _ => self.not_found(),
        }
    }

    /// Hosts answer any wrong address with this page: it has no address of its own.
    fn not_found(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        let own = Permalink::file(NOT_FOUND);
        let room = PageRenderer { own: &own, ..*self };
        let (heading, page) = view::not_found::view(&room.writer());
        let around = frame(&room.writer(), heading).anywhere(&self.site.config.base_url);
        room.fill("404.html", around, page)
    }

    /// The canonical address of a page that has moved is the new one.
    fn redirect(&self, to: &Permalink) -> Result<Vec<u8>, Box<Diagnostic>> {
        let writer = self.writer();
        let (heading, page) = view::redirect::view(&writer, to);
        let canonical = Some(self.site.config.absolute(&to.path()));
        self.fill("redirect.html", Frame { canonical, ..frame(&writer, heading) }, page)
    }
}
