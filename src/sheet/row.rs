//! One row of the sheet.

use serde::Serialize;

use crate::render::PageContext;
use crate::render::view::components::{ComponentLine, components};
use crate::site::{Permalink, Year, YearItem};

/// One row: the values to type for an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetRow {
    /// Item code, `O42`.
    pub(crate) item: String,
    /// Title of the item in the checklist.
    pub(crate) title: String,
    /// Answer in the language of the site: มี or ไม่มี, yes or no.
    pub(crate) answer: String,
    /// Absolute URLs of the item's page and its child pages; empty if nothing is filed.
    pub(crate) urls: Vec<String>,
    /// Text for the assessor: navigation path, components, child pages.
    pub(crate) explanation: String,
    /// Link texts from the home page to the item.
    pub(crate) path: Vec<String>,
    /// Components with their URLs.
    pub(crate) components: Vec<ComponentAt>,
}

/// A component that the page shows or declares not applicable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComponentAt {
    /// Title of the component.
    pub(crate) title: String,
    /// Absolute URL with anchor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// Reason why it does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
}

/// Returns the row of an entry; `path` is the navigation path to its page.
pub(super) fn row(writer: &PageContext<'_>, year: &Year, entry: &YearItem, path: Vec<String>) -> SheetRow {
    let own = Permalink::item(year.fiscal_year, &entry.code);
    let writer = &PageContext { own: &own, ..*writer };
    let filed = entry.is_filed();
    let components = if filed { components_at(writer, year, entry) } else { Vec::new() };
    let absolute = |permalink: &Permalink| writer.site.config.absolute(&permalink.path());
    let pages = std::iter::once(&own).chain(entry.children.iter().map(|child| &child.permalink));
    SheetRow {
        item: entry.code.to_string(),
        title: year.position(entry).map_or_else(String::new, |position| position.item.title.clone()),
        answer: writer.word(if filed { "sheet_yes" } else { "sheet_no" }),
        urls: pages.filter(|_| filed).map(absolute).collect(),
        explanation: if filed { explanation(writer, entry, &path, &components) } else { writer.word("nothing") },
        path,
        components,
    }
}

fn components_at(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> Vec<ComponentAt> {
    let Some(all) = year.position(entry).and_then(|position| components(writer, position.item, entry.page.as_ref())) else {
        return Vec::new();
    };
    let at = |line: ComponentLine| {
        let url = line.href.and_then(|href| absolute(writer, &href));
        // Omits missing components: the checks report them to the author, the sheet goes to the
        // assessor.
        (url.is_some() || line.reason.is_some()).then_some(ComponentAt { title: line.title, url, reason: line.reason })
    };
    all.required.into_iter().chain(all.practice).filter_map(at).collect()
}

/// Resolves a link on the page of `writer` to an absolute URL, without `index.html`.
fn absolute(writer: &PageContext<'_>, href: &str) -> Option<String> {
    let page = url::Url::parse(&writer.site.config.absolute(&writer.own.path())).ok()?;
    let joined = page.join(href).ok()?.to_string();
    let (address, anchor) = joined.split_once('#').map_or((joined.as_str(), None), |(address, anchor)| (address, Some(anchor)));
    let address = address.strip_suffix("/index.html").map_or_else(|| address.to_owned(), |folder| format!("{folder}/"));
    Some(anchor.map_or_else(|| address.clone(), |anchor| format!("{address}#{anchor}")))
}

fn explanation(writer: &PageContext<'_>, entry: &YearItem, path: &[String], components: &[ComponentAt]) -> String {
    let home = writer.site.config.base_url.as_str();
    let mut lines = vec![writer.words("sheet_path", &[("url", home), ("path", &path.join(" › "))])];
    let zero = entry.page.as_ref().and_then(|page| page.document.front_matter.publication.zero_report.as_ref());
    lines.extend(zero.map(|zero| format!("{}: {}", writer.word("zero_report"), zero.value)));
    if !components.is_empty() {
        lines.push(writer.word("sheet_components"));
        lines.extend(components.iter().map(|component| component_line(writer, component)));
    }
    if !entry.children.is_empty() {
        lines.push(writer.word("children"));
        lines.extend(entry.children.iter().map(|child| format!("- {}", child.title)));
    }
    lines.join("\n")
}

fn component_line(writer: &PageContext<'_>, component: &ComponentAt) -> String {
    let place = match (&component.reason, &component.url) {
        (Some(reason), _) => writer.words("not_applicable", &[("reason", reason)]),
        (None, url) => url.clone().unwrap_or_default(),
    };
    format!("- {}: {place}", component.title)
}
