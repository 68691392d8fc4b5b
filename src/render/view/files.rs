//! Evidence and other files of a page, with type and size.

use std::collections::HashSet;

use serde::Serialize;

use crate::config::is_web_address;
use crate::content::Attachment;
use crate::content::front_matter::{Evidence, EvidenceTarget};
use crate::render::page_context::PageContext;
use crate::site::{LinkRole, LinkTarget, Page, Permalink, YearItem, links_of, page_address, resolve};

/// A file or link that serves as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File {
    pub(crate) id: Option<String>,
    /// Display name.
    pub(crate) title: String,
    /// Differing wording of the paper.
    pub(crate) note: Option<String>,
    /// Link; `None` if the target is not published or its scheme is not safe.
    pub(crate) href: Option<String>,
    /// The link in full, for paper; `None` if it is so already.
    pub(crate) url: Option<String>,
    /// True for another site.
    pub(crate) external: bool,
    /// Type, size, date: `PDF · 240 กิโลไบต์ · 31 มกราคม 2565`.
    pub(crate) info: Vec<String>,
}

/// The principal document of a page, which is the first file of its evidence, or the first link if
/// it has no file; and the other evidence in the order of the front matter.
pub fn all(writer: &PageContext<'_>, page: &Page) -> (Option<File>, Vec<File>) {
    let all = &page.document.front_matter.evidence;
    let principal = all.iter().position(|given| matches!(given.target, EvidenceTarget::File(_))).unwrap_or_default();
    let mut files: Vec<File> = all.iter().map(|given| evidence(writer, page, given)).collect();
    let principal = (principal < files.len()).then(|| files.remove(principal));
    (principal, files)
}

/// The evidence with an id.
pub fn of_id(writer: &PageContext<'_>, page: &Page, id: &str) -> Option<File> {
    let is = |evidence: &&Evidence| evidence.id.as_ref().is_some_and(|own| own.value == id);
    page.document.front_matter.evidence.iter().find(is).map(|given| evidence(writer, page, given))
}

/// Converts one entry of the evidence.
pub fn evidence(writer: &PageContext<'_>, page: &Page, given: &Evidence) -> File {
    let source = &page.document.source;
    let (href, external, name, mut info) = match &given.target {
        EvidenceTarget::File(path) => {
            let attachment = attachment(writer, page, &path.value);
            (writer.href(source, &path.value), false, file_name(&path.value), attachment.map(|file| describe(writer, file)))
        }
        EvidenceTarget::Url(url) => {
            let href = writer.href(source, &url.value).filter(|_| is_web_address(&url.value));
            // An absolute URL of a page or file of this site.
            let own = inside(writer, page, &url.value);
            let info = match own.as_ref().map(|own| writer.site.attachment(own)) {
                Some(Some(file)) => describe(writer, file),
                Some(None) => vec![writer.word("page_here")],
                None => vec![writer.word("other_site")],
            };
            (href, own.is_none(), url.value.clone(), Some(info))
        }
        EvidenceTarget::Page(path) => {
            (writer.href(source, &page_address(&path.value)), false, path.value.clone(), Some(vec![writer.word("page_here")]))
        }
    };
    if let Some(date) = &given.date {
        info.get_or_insert_default().push(writer.date(date.value));
    }
    File {
        id: given.id.as_ref().map(|id| id.value.clone()),
        title: given.title.as_ref().map_or(name, |title| title.value.clone()),
        note: writer.notes([writer.text_note(given.title.as_ref()), writer.date_note(given.date.as_ref())]),
        url: href.as_deref().filter(|_| !external).and_then(|href| writer.in_full(href)),
        href,
        external,
        info: info.unwrap_or_default(),
    }
}

/// Attachments in an item's folder that are neither evidence nor images of its pages.
pub fn others(writer: &PageContext<'_>, entry: &YearItem) -> Vec<File> {
    let prefix = writer.own.to_string();
    let prefix = prefix.trim_start_matches('/');
    let children: HashSet<&Permalink> = entry.children.iter().map(|child| &child.permalink).collect();
    let is_own = |file: &&Attachment| {
        let folder = file.output.strip_prefix(prefix).map(|below| below.split_once('/').map(|(folder, _)| folder));
        folder.is_some_and(|folder| folder.is_none_or(|folder| !children.contains(&Permalink::file(format!("{prefix}{folder}/")))))
    };
    let shown: HashSet<Permalink> = entry.page.iter().chain(&entry.children).flat_map(|page| files_shown(writer, page)).collect();
    let others = writer.site.attachments.iter().filter(is_own).filter(|file| !shown.contains(&Permalink::file(&file.output)));
    let file = |file: &Attachment| {
        let href = writer.own.link_to(&Permalink::file(&file.output));
        File {
            id: None,
            title: file.source.name().to_owned(),
            note: None,
            url: writer.in_full(&href),
            href: Some(href),
            external: false,
            info: describe(writer, file),
        }
    };
    others.map(file).collect()
}

/// Files shown on a page: evidence and images.
fn files_shown(writer: &PageContext<'_>, page: &Page) -> Vec<Permalink> {
    let shown = links_of(&page.document).filter(|link| link.role.is_evidence() || link.role == LinkRole::Image);
    shown.filter_map(|link| inside(writer, page, &link.destination())).collect()
}

fn attachment<'a>(writer: &PageContext<'a>, page: &Page, path: &str) -> Option<&'a Attachment> {
    let file = inside(writer, page, path)?;
    writer.site.attachment(&file)
}

/// The permalink of a path, resolved relative to the source of a page.
fn inside(writer: &PageContext<'_>, page: &Page, path: &str) -> Option<Permalink> {
    match resolve(writer.site, &page.document.source, &page.permalink, path) {
        LinkTarget::Inside { permalink, .. } => Some(permalink),
        LinkTarget::Outside(_) | LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
    }
}

/// Type and size.
fn describe(writer: &PageContext<'_>, file: &Attachment) -> Vec<String> {
    let extension = file.source.extension();
    let kind = writer.strings.find(&format!("file_{extension}")).map_or_else(|| extension.to_uppercase(), str::to_owned);
    [kind, size(writer, file.size)].into_iter().filter(|text| !text.is_empty()).collect()
}

/// `240 กิโลไบต์`, `1.2 เมกะไบต์`.
fn size(writer: &PageContext<'_>, bytes: u64) -> String {
    const KILO: u64 = 1024;
    let unit = |key: &str, n: String| writer.words(key, &[("n", &writer.figure(n))]);
    match bytes {
        0..KILO => unit("size_bytes", bytes.to_string()),
        KILO..1_048_064 => unit("size_kilobytes", bytes.div_ceil(KILO).to_string()),
        _ => {
            let tenths = (bytes * 10).div_ceil(KILO * KILO);
            unit("size_megabytes", format!("{}.{}", tenths / 10, tenths % 10))
        }
    }
}

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}
