//! The page of an item; every item of a year has one, filed or not.

use serde::Serialize;

use super::below::in_order;
use super::components::{Components, components};
use super::document::{DocumentView, document};
use super::elsewhere::{Elsewhere, elsewhere};
use super::files::{self, File};
use super::frame::PageHeading;
use super::title::{TitlePart, parts};
use super::{DatedLink, NeighbourLinks, dated_link, year_crumb};
use crate::render::page_context::{HtmlLink, PageContext};
use crate::render::page_ref::PageRef;
use crate::site::{Permalink, Topic, Year, YearItem};

/// The page of an item.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// `O42`.
    pub(crate) code: String,
    pub(crate) title: String,
    /// The title, with the words that stay whole.
    pub(crate) title_parts: Vec<TitlePart>,
    /// Indicator, sub-indicator, group, and the title in the catalogue if that of the page differs.
    pub(crate) position: Vec<String>,
    /// Where else to look and whom to ask, if nothing is filed.
    pub(crate) nothing: Option<Elsewhere>,
    /// Parts of the page.
    pub(crate) document: DocumentView,
    /// Components that assessors check.
    pub(crate) components: Option<Components>,
    pub(crate) children: Vec<DatedLink>,
    /// Files not shown elsewhere on the page.
    pub(crate) other_files: Vec<File>,
    /// Items with the same subjects across years.
    pub(crate) years: Vec<TopicLinks>,
    pub(crate) neighbours: NeighbourLinks,
}

/// A subject with its items across years.
#[derive(Clone, Debug, Serialize)]
pub struct TopicLinks {
    /// Link to the page of the subject.
    pub(crate) topic: HtmlLink,
    pub(crate) years: Vec<YearLink>,
}

/// The item of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLink {
    pub(crate) href: String,
    /// `ปีงบประมาณ พ.ศ. 2567: O34 …`.
    pub(crate) text: String,
    /// `aria-current`: `page` for this page.
    pub(crate) current: Option<&'static str>,
}

impl AsMut<DocumentView> for ItemView {
    fn as_mut(&mut self) -> &mut DocumentView {
        &mut self.document
    }
}

/// The view of an item.
pub fn view(writer: &PageContext<'_>, located: &PageRef<'_>, year: &Year, entry: &YearItem) -> (PageHeading, ItemView) {
    let position = year.position(entry);
    let listed = position.map_or_else(String::new, |position| position.item.title.clone());
    let title = entry.page.as_ref().map_or_else(|| listed.clone(), |page| page.title.clone());
    let code = entry.code.to_string();
    let view = ItemView {
        position: place_in_list(writer, located, &title),
        nothing: (!entry.is_filed()).then(|| elsewhere(writer, year, entry)),
        document: document(writer, located),
        components: position.and_then(|position| components(writer, position.item, entry.page.as_ref())),
        children: in_order(entry).into_iter().map(|child| dated_link(writer, child)).collect(),
        other_files: files::others(writer, entry),
        years: other_years(writer, year, entry),
        neighbours: NeighbourLinks {
            previous: year.neighbours(&entry.code).0.map(|entry| neighbour(writer, year, entry)),
            next: year.neighbours(&entry.code).1.map(|entry| neighbour(writer, year, entry)),
        },
        code: code.clone(),
        title_parts: parts(writer, &title),
        title: title.clone(),
    };
    (PageHeading { title: format!("{code} {title}"), above: vec![year_crumb(writer, year)] }, view)
}

fn place_in_list(writer: &PageContext<'_>, located: &PageRef<'_>, title: &str) -> Vec<String> {
    let Some(position) = located.position() else {
        return Vec::new();
    };
    let indicator = writer.words("indicator", &[("no", &writer.figure(position.indicator.no)), ("title", &position.indicator.title)]);
    let number = writer.figure(&position.sub_indicator.number);
    let sub = writer.words("sub_indicator", &[("no", &number), ("title", &position.sub_indicator.title)]);
    let group = position.group.title.clone().filter(|group| *group != position.sub_indicator.title);
    let item = (position.item.title != title).then(|| format!("{} {}", position.item.code.value, position.item.title));
    [Some(indicator), Some(sub), group, item].into_iter().flatten().collect()
}

fn neighbour(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> HtmlLink {
    let title = year.position(entry).map_or("", |position| position.item.title.as_str());
    writer.link(&Permalink::item(year.fiscal_year, &entry.code), format!("{} {title}", entry.code))
}

fn other_years(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> Vec<TopicLinks> {
    let about_this = |topic: &&Topic| topic.items.iter().any(|(of, code)| (*of, code) == (year.fiscal_year, &entry.code));
    let topics = writer.site.topics.iter().filter(about_this).filter(|topic| topic.is_across_years());
    topics.map(|topic| topic_links(writer, topic)).collect()
}

fn topic_links(writer: &PageContext<'_>, topic: &Topic) -> TopicLinks {
    let link = |(of, code): &(crate::thai::FiscalYear, crate::base::ItemCode)| {
        let permalink = Permalink::item(*of, code);
        let title = writer.site.year(*of).and_then(|year| year.catalogue.item(code)).map_or("", |position| position.item.title.as_str());
        let text = writer.words("item_in_year", &[("year", &writer.year(*of)), ("item", &format!("{code} {title}"))]);
        YearLink { href: writer.own.link_to(&permalink), text, current: (permalink == *writer.own).then_some("page") }
    };
    TopicLinks {
        topic: writer.link(&Permalink::topic(&topic.subject), super::topic::title(writer, topic)),
        years: topic.items.iter().rev().map(link).collect(),
    }
}
