//! The frame of a page: head, menu, breadcrumbs, notice, footer.

use serde::Serialize;

use super::link_picture::{LinkPicture, link_picture};
use super::linked_data::linked_data;
use super::term::Term;
use crate::config::{is_web_address, mail_link, says_district, says_province, telephone_link};
use crate::plan::ItemPictures;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::render::tables::ListItem;
use crate::site::{Page, Permalink, SitePage};
use crate::thai::Digits;

/// Years that the menu shows unfolded.
const YEARS_IN_MENU: usize = 3;

/// The frame of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// Digits of the page, for the numbers that browsers print before points.
    pub(crate) digits: Digits,
    /// Relative path to the base: `../../`.
    pub(crate) base: String,
    /// Canonical URL; `None` for a page without an address of its own.
    pub(crate) canonical: Option<String>,
    /// `<title>`.
    pub(crate) title: String,
    /// What search engines show below the title: where in the site the page is, and of which body.
    pub(crate) description: String,
    /// Name of the agency.
    pub(crate) agency: String,
    /// District and province of the agency.
    pub(crate) place: Option<String>,
    /// Link of the agency's name.
    pub(crate) home: String,
    /// The picture of a link to the page.
    pub(crate) picture: LinkPicture,
    /// Address of the licence of the data.
    pub(crate) licence: Option<&'static str>,
    /// The page as JSON-LD; `None` for a page without an address of its own.
    pub(crate) linked_data: Option<String>,
    /// A notice for all pages.
    pub(crate) notice: Option<String>,
    /// The home page and a few years.
    pub(crate) menu: Vec<MenuEntry>,
    /// The other years.
    pub(crate) menu_folded: Vec<MenuEntry>,
    /// Where the search box of the head leads; `None` on the search page, which has its own.
    pub(crate) search: Option<String>,
    /// Breadcrumbs from the home page, without the page itself, whose title stands below them.
    pub(crate) breadcrumb: Vec<HtmlLink>,
    /// The title of the page.
    pub(crate) here: String,
    /// Contact details of the agency.
    pub(crate) contact: Vec<Term>,
    /// Footer links: ordinary pages or their list, and the history.
    pub(crate) pages: Vec<HtmlLink>,
}

/// A menu item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuEntry {
    pub(crate) href: String,
    pub(crate) text: String,
    /// `aria-current`: `page` for the page itself, `true` for the year in which it lies.
    pub(crate) current: Option<&'static str>,
}

/// Parameters of the frame.
#[derive(Clone, Debug)]
pub struct PageHeading {
    pub(crate) title: String,
    /// Ancestors below the home page.
    pub(crate) above: Vec<HtmlLink>,
}

/// Builds the frame of the current page.
pub fn frame(writer: &PageContext<'_>, heading: PageHeading, pictures: ItemPictures) -> Frame {
    let config = &writer.site.config;
    let agency = config.agency.name.value.clone();
    let is_home = *writer.own == Permalink::home();
    let home = writer.link(&Permalink::home(), writer.word("home"));
    let above = heading.above.iter().map(|link| link.text.clone());
    let whose = std::iter::once(agency.clone()).chain(place(writer));
    let (menu, menu_folded) = menu(writer);
    let words = if is_home { writer.word("home_intro") } else { heading.title.clone() };
    let description = std::iter::once(words).chain(above).chain(whose).collect::<Vec<_>>().join(" · ");
    let breadcrumb = if is_home { Vec::new() } else { std::iter::once(home.clone()).chain(heading.above).collect() };
    Frame {
        linked_data: Some(linked_data(writer, &heading.title, &description, &breadcrumb)),
        picture: link_picture(writer, pictures),
        licence: config.open_data.licence.map(|licence| licence.address()),
        description,
        digits: writer.digits,
        base: writer.own.to_base(),
        canonical: Some(config.absolute(&writer.own.path())),
        title: if is_home { heading.title.clone() } else { format!("{} – {agency}", heading.title) },
        place: place(writer),
        home: home.href,
        notice: config.notice.clone(),
        menu,
        menu_folded,
        search: (*writer.own != Permalink::search()).then(|| writer.own.link_to(&Permalink::search())),
        breadcrumb,
        here: heading.title,
        contact: contact(writer),
        pages: pages(writer),
        agency,
    }
}

impl Frame {
    /// Makes the frame independent of the page address, for a page that hosts serve at any path.
    pub fn anywhere(self, base_url: &url::Url) -> Frame {
        let base = base_url.path().to_owned();
        // The page is written in the base folder, so its links are relative to the base.
        let rooted = |href: &str| format!("{base}{href}");
        let menu = |entries: &[MenuEntry]| entries.iter().map(|entry| MenuEntry { href: rooted(&entry.href), ..entry.clone() }).collect();
        let (menu, menu_folded) = (menu(&self.menu), menu(&self.menu_folded));
        let pages = self.pages.iter().map(|link| HtmlLink { href: rooted(&link.href), ..link.clone() }).collect();
        let search = self.search.as_deref().map(rooted);
        Frame {
            home: base.clone(),
            canonical: None,
            linked_data: None,
            menu,
            menu_folded,
            search,
            breadcrumb: Vec::new(),
            pages,
            base,
            ..self
        }
    }
}

/// Ordinary pages if there are few, their list if it exists, that of topics, search, and the history if it exists.
fn pages(writer: &PageContext<'_>) -> Vec<HtmlLink> {
    let site = writer.site;
    let few: &[Page] = if site.has_many_pages() { &[] } else { &site.pages };
    let few = few.iter().map(|page| writer.link(&page.permalink, &page.title));
    let list = site.has_page_list().then(|| writer.link(&Permalink::page_list(), writer.word("page_list")));
    let history = SitePage::History.is_made(site).then(|| writer.link(&Permalink::history(), writer.word("history")));
    let topics = SitePage::TopicList.is_made(site).then(|| writer.link(&Permalink::topic_list(), writer.word("topic_list")));
    let search = writer.link(&Permalink::search(), writer.word("search"));
    few.chain(list).chain(topics).chain([search]).chain(history).collect()
}

fn place(writer: &PageContext<'_>) -> Option<String> {
    let agency = &writer.site.config.agency;
    // Many names include the word already: avoids อำเภออำเภอเมือง.
    let named = |key: &str, name: &str, says_it: fn(&str) -> bool| match says_it(name)
        || name.contains(writer.words(key, &[("name", "")]).trim())
    {
        true => name.to_owned(),
        false => writer.words(key, &[("name", name)]),
    };
    let district = agency.district.as_ref().map(|name| named("district", &name.value, says_district));
    let province = agency.province.as_ref().map(|name| named("province", &name.value, says_province));
    let parts: Vec<String> = [district, province].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The home page and the newest years, newest first, and the other years. The year of the page is
/// among the first ones, however old it is.
pub fn menu(writer: &PageContext<'_>) -> (Vec<MenuEntry>, Vec<MenuEntry>) {
    let own = writer.own.as_str();
    let entry = |target: Permalink, text: String| {
        let is_above = target != Permalink::home() && own.starts_with(target.as_str());
        let current = if *writer.own == target { Some("page") } else { is_above.then_some("true") };
        MenuEntry { href: writer.own.link_to(&target), text, current }
    };
    let years = writer.site.years.iter().rev().map(|year| {
        let text = writer.words("year_menu", &[("year", &writer.year(year.fiscal_year))]);
        entry(Permalink::year(year.fiscal_year), text)
    });
    let years: Vec<MenuEntry> = years.collect();
    let own_at = years.iter().position(|year| year.current.is_some()).unwrap_or_default();
    let newest = if own_at < YEARS_IN_MENU { YEARS_IN_MENU } else { YEARS_IN_MENU - 1 };
    let (shown, folded): (Vec<_>, Vec<_>) = years.into_iter().enumerate().partition(|(at, _)| *at < newest || *at == own_at);
    let entries = |years: Vec<(usize, MenuEntry)>| years.into_iter().map(|(_, entry)| entry);
    let home = entry(Permalink::home(), writer.word("home"));
    (std::iter::once(home).chain(entries(shown)).collect(), entries(folded).collect())
}

/// Contact details: address, telephone …
pub fn contact(writer: &PageContext<'_>) -> Vec<Term> {
    type Link = fn(&str) -> Option<String>;
    fn no_link(_: &str) -> Option<String> {
        None
    }
    let contact = &writer.site.config.contact;
    let fields = [
        ("address", &contact.address, no_link as Link),
        ("phone", &contact.phone, telephone_link),
        ("fax", &contact.fax, no_link),
        ("email", &contact.email, mail_link),
        ("hours", &contact.hours, no_link),
        ("website", &contact.website, |text| is_web_address(text).then(|| text.to_owned())),
    ];
    let term = |(field, given, link): (&'static str, &Option<crate::yaml::Spanned<String>>, Link)| {
        let text = given.as_ref()?.value.clone();
        let href = link(&text);
        Some(Term { field, label: writer.word(&format!("contact_{field}")), items: vec![ListItem { href, ..ListItem::text(text) }] })
    };
    fields.into_iter().filter_map(term).collect()
}
