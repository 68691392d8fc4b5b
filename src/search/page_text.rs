//! A page as it is searched: what its HTML shows, and the texts of its files.

use std::collections::BTreeMap;

use crate::attachment::{CELL_LINE_END, Contents, FileInfo, Inspected, Passage, TextPosition};
use crate::check::attachments::is_searchable;
use crate::site::{Page, PageId, Permalink, Site, SitePage};

use super::folded::folded;
use super::normalised::normalised;
use super::passages::passages_of;
use super::references::without_references;
use super::searched::{SearchedKind, SearchedPage, SearchedPassage};

/// A site whose pages are searched, with the files of each page.
#[derive(Debug)]
pub struct SearchedSite<'a> {
    site: &'a Site,
    /// Output path of the files, and content of those with a text, by the page in whose folder they stand.
    files: BTreeMap<Permalink, Vec<(&'a str, Option<&'a FileInfo>)>>,
}

impl<'a> SearchedSite<'a> {
    /// The pages of `site`; the files that are in `inspected` are searched too.
    pub fn new(site: &'a Site, inspected: &'a Inspected) -> Self {
        let mut files: BTreeMap<Permalink, Vec<(&str, Option<&FileInfo>)>> = BTreeMap::new();
        for attachment in &site.attachments {
            let info = inspected.of(&attachment.source).filter(|info| has_sound_text(info));
            files.entry(owner(site, &attachment.output)).or_default().push((&attachment.output, info));
        }
        Self { site, files }
    }

    /// The page with the text that `html` shows.
    pub fn page(&self, page: SitePage, html: &str) -> SearchedPage {
        let of_page = self.without_text(page, html);
        let mut passages = passages_of(html, &of_page.title);
        let is_heading = |passage: &SearchedPassage| folded(&passage.text).contains(&folded(&normalised(&of_page.title)));
        // The heading has the code of the item besides the title: as an excerpt it would say nothing new.
        if passages.first().is_some_and(is_heading) {
            passages.rotate_left(1);
        }
        passages.extend(self.files_of(page).flat_map(|(path, info)| passages_of_file(path, info)));
        SearchedPage { passages, ..of_page }
    }

    /// The page with its files, but without any text: what all shards share is made from it.
    pub fn outline(&self, page: SitePage) -> SearchedPage {
        let passages = self.files_of(page).map(|(path, _)| of_file(path, String::new(), String::new())).collect();
        SearchedPage { passages, ..self.without_text(page, "") }
    }

    /// Output path and content of the files in the folder of a page that have a text.
    pub fn files_of(&self, page: SitePage) -> impl Iterator<Item = (&'a str, &'a FileInfo)> + '_ {
        self.in_folder(page).filter_map(|(path, info)| Some((path, info?)))
    }

    /// Output paths of all files in the folder of a page: what has no text may have had one before.
    pub fn paths_of_files(&self, page: SitePage) -> impl Iterator<Item = &'a str> + '_ {
        self.in_folder(page).map(|(path, _)| path)
    }

    fn in_folder(&self, page: SitePage) -> impl Iterator<Item = (&'a str, Option<&'a FileInfo>)> + '_ {
        self.files.get(&page.permalink(self.site)).into_iter().flatten().copied()
    }

    fn without_text(&self, page: SitePage, html: &str) -> SearchedPage {
        let site = self.site;
        let written = page.written().and_then(|id| site.page(id));
        let year = page.year().and_then(|at| site.years.get(at));
        let entry = page.written().and_then(|id| match id {
            PageId::Item { year, entry } | PageId::Child { year, entry, .. } => site.years.get(year)?.entries.get(entry),
            PageId::Page { .. } => None,
        });
        let position = year.zip(entry).and_then(|(year, entry)| year.position(entry));
        let title = written.map(|page| page.title.clone()).or_else(|| Some(position.as_ref()?.item.title.clone()));
        SearchedPage {
            url: page.permalink(site).as_str().to_owned(),
            title: title.unwrap_or_else(|| title_of(html, &site.config.agency.name.value)),
            fiscal_year: year.map(|year| year.fiscal_year.number()),
            item: entry.map(|entry| entry.code.to_string()),
            indicator: position.map(|position| position.indicator.title.clone()),
            units: written.map(units).unwrap_or_default(),
            passages: Vec::new(),
        }
    }
}

/// The page whose folder, or a folder above it, has the file.
fn owner(site: &Site, output: &str) -> Permalink {
    let folders = std::iter::successors(output.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/')).map(|(folder, _)| folder);
    let pages = folders.map(Permalink::page).filter(|permalink| site.addresses.site_page(permalink).is_some());
    pages.into_iter().next().unwrap_or_else(Permalink::home)
}

fn has_sound_text(info: &FileInfo) -> bool {
    let text = info.contents.passages();
    !text.is_empty() && (!matches!(info.contents, Contents::Pdf(_)) || is_searchable(text))
}

/// Units named on the page.
fn units(page: &Page) -> Vec<String> {
    let front_matter = &page.document.front_matter;
    let of_measures = front_matter.measures.iter().flat_map(|measure| &measure.responsible.units);
    let mut units: Vec<String> = front_matter.unit.iter().chain(of_measures).map(|unit| unit.value.clone()).collect();
    units.sort();
    units.dedup();
    units
}

/// The title in the head of a page, without the name of the agency.
fn title_of(html: &str, agency: &str) -> String {
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title);
    let title = without_references(title);
    title.strip_suffix(agency).map_or(&*title, |title| title.trim_end_matches([' ', '–'])).to_owned()
}

/// What a reader of the file sees, a passage for each page or sheet.
fn passages_of_file(path: &str, info: &FileInfo) -> Vec<SearchedPassage> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for (place, text) in info.contents.passages().iter().flat_map(pieces) {
        let Some(part) = part_of(place) else { continue };
        match parts.last_mut() {
            Some((known, texts)) if *known == part => texts.extend([" ", text]),
            _ => parts.push((part, text.to_owned())),
        }
    }
    parts.into_iter().map(|(part, text)| of_file(path, part, normalised(&joined(&text)).into_owned())).collect()
}

/// Without the ends of lines within a Thai sentence: Thai has no blanks between words.
fn joined(text: &str) -> String {
    let is_thai = |c: Option<char>| c.is_some_and(|c| ('\u{E01}'..='\u{E4E}').contains(&c));
    let mut joined = String::with_capacity(text.len());
    for line in text.split('\n') {
        let goes_on = is_thai(joined.chars().next_back()) && is_thai(line.chars().next());
        joined.extend([if goes_on || joined.is_empty() { "" } else { " " }, line]);
    }
    joined
}

fn of_file(path: &str, part: String, text: String) -> SearchedPassage {
    SearchedPassage { kind: SearchedKind::File { path: path.to_owned(), part }, anchor: String::new(), text }
}

/// The parts of a passage with their places. A row that is given once more for a number wrapped in it
/// is left out.
fn pieces(passage: &Passage) -> impl Iterator<Item = (&TextPosition, &str)> {
    let ends = passage.places.iter().skip(1).map(|(start, _)| *start).chain([passage.text.len()]);
    let pieces = passage.places.iter().zip(ends).filter_map(|((start, place), end)| Some((place, passage.text.get(*start..end)?)));
    pieces.filter(|(_, text)| !text.contains(CELL_LINE_END))
}

/// How readers call the part of the file; `None` for what they do not see.
fn part_of(place: &TextPosition) -> Option<String> {
    match place {
        TextPosition::Page(number) | TextPosition::Slide(number) => Some(number.to_string()),
        TextPosition::Cell { sheet, .. } => Some(sheet.to_string()),
        TextPosition::Line(_) | TextPosition::Paragraph(_) | TextPosition::TableRow { .. } | TextPosition::TableCell { .. } => {
            Some(String::new())
        }
        TextPosition::Inside { file, place } => part_of(place).map(|_| file.to_string()),
        TextPosition::Part(_) => None,
    }
}
