//! A filed item as a dataset.

use serde_json::{Value, json};

use super::body::{contact, place, publisher_id};
use super::distribution::{Distribution, FilesByFolder, title};
use super::government_fields;
use super::vocabulary::Vocabulary;
use crate::content::front_matter::EvidenceTarget;
use crate::content::{table_names, text_table_name};
use crate::render::Strings;
use crate::render::machine::{last_changed, stated};
use crate::site::{FiledItem, LinkTarget, Site, resolve};
use crate::thai::{Date, FiscalYear};

/// A filed item, and what it is described with.
pub(super) struct Dataset<'s> {
    pub(super) site: &'s Site,
    pub(super) strings: &'s Strings,
    pub(super) item: FiledItem<'s>,
}

impl<'s> Dataset<'s> {
    pub(super) fn written(&self, files: &FilesByFolder<'s>, vocabulary: &mut Vocabulary) -> Value {
        let (config, page) = (&self.site.config, self.item.page);
        let front_matter = &page.document.front_matter;
        let url = self.address();
        let distributions: Vec<Distribution> = self.distributions(files).collect();
        let extensions = distributions.iter().map(|file| file.extension.to_uppercase()).collect();
        stated(json!({
            "@type": "dcat:Dataset",
            "@id": format!("{url}#dataset"),
            "dct:identifier": format!("{}/{}", self.item.year.fiscal_year, self.item.code()),
            "dct:title": page.title,
            "dct:description": self.item.position.item.title,
            "dcat:keyword": self.subjects(),
            "dcat:theme": vocabulary.government_theme(),
            "dct:issued": front_matter.publication.first.as_ref().map(|date| date.value.to_string()),
            "dct:modified": last_changed(page).map(|date| date.to_string()),
            "dct:temporal": fiscal_year(self.item.year.fiscal_year),
            "dct:spatial": place(config),
            "dct:language": vocabulary.language(config.lang()),
            "dct:accessRights": vocabulary.public_access(),
            "dct:accrualPeriodicity": config.open_data.frequency.map(|frequency| vocabulary.frequency(frequency)),
            "dct:publisher": publisher_id(config),
            "dct:creator": front_matter.unit.as_ref().map(|unit| json!({"@type": "foaf:Agent", "foaf:name": unit.value})),
            "dcat:contactPoint": contact(config).get("@id"),
            "dcat:landingPage": vocabulary.page(&url),
            "dcat:distribution": distributions.into_iter().map(|file| file.written(vocabulary)).collect::<Vec<Value>>(),
            "gdcatalog": government_fields::fields(self.site, self.strings, &self.item, &self.subjects(), extensions),
        }))
    }

    pub(super) fn address(&self) -> String {
        self.site.config.absolute(&self.item.page.permalink.path())
    }

    /// The names of its subjects.
    pub(super) fn subjects(&self) -> Vec<&'s str> {
        let subjects = &self.site.catalogues.subjects;
        let names = self.item.position.item.subjects.iter().filter_map(|subject| subjects.name(subject));
        names.map(|name| name.in_lang(self.site.config.lang())).collect()
    }

    fn distributions(&self, files: &FilesByFolder<'s>) -> impl Iterator<Item = Distribution> {
        let (page, url) = (self.item.page, self.address());
        let licence = self.site.config.open_data.licence;
        let twin = move |name: String, title: String, extension: &str| Distribution {
            address: format!("{url}{name}"),
            title,
            extension: extension.to_owned(),
            size: None,
            licence,
        };
        let data = twin("index.json".to_owned(), self.strings.get("page_data").into_owned(), "json");
        let table = |name: &str| {
            let caption = self.strings.get(caption_of(name));
            twin(format!("{name}.csv"), self.strings.fill("table_csv", &[("table", &caption)]), "csv")
        };
        let tables: Vec<Distribution> = table_names(&page.document.front_matter).into_iter().map(table).collect();
        let of_texts: Vec<Distribution> = self.text_tables().collect();
        let titles = self.titles();
        let attachment = |file: &&'s crate::content::Attachment| Distribution {
            address: self.site.config.absolute(&crate::site::Permalink::file(&file.output).path()),
            title: title(file, &titles).to_owned(),
            extension: file.source.extension(),
            size: Some(file.size),
            licence,
        };
        let folder = page.permalink.as_str();
        let attached: Vec<Distribution> = files.get(folder).into_iter().flatten().map(attachment).collect();
        std::iter::once(data).chain(tables).chain(of_texts).chain(attached)
    }

    /// The tables in the texts of the page and of the pages below it.
    fn text_tables(&self) -> impl Iterator<Item = Distribution> {
        let pages = std::iter::once(self.item.page).chain(&self.item.entry.children);
        pages.flat_map(move |page| {
            (1..=page.document.body.outline.tables).map(move |number| Distribution {
                address: self.site.config.absolute(&format!("{}{}", page.permalink.path(), text_table_name(number))),
                title: format!("{} {}", page.title, self.strings.fill("text_table_csv", &[("n", &number.to_string())])),
                extension: "csv".to_owned(),
                size: None,
                licence: self.site.config.open_data.licence,
            })
        })
    }

    /// The titles that evidence has on the page, by output path.
    fn titles(&self) -> Vec<(String, &'s str)> {
        let page = self.item.page;
        let titled = page.document.front_matter.evidence.iter().filter_map(|evidence| {
            let (EvidenceTarget::File(file), Some(title)) = (&evidence.target, &evidence.title) else { return None };
            match resolve(self.site, &page.document.source, &page.permalink, &file.value) {
                LinkTarget::Inside { permalink, .. } => Some((permalink.output(), title.value.as_str())),
                LinkTarget::Outside(_) | LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
            }
        });
        titled.collect()
    }
}

/// From 1 October to 30 September.
fn fiscal_year(year: FiscalYear) -> Value {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    stated(json!({"@type": "dct:PeriodOfTime", "dcat:startDate": day(year.first_day()), "dcat:endDate": day(year.last_day())}))
}

/// Key of the string that names a table.
fn caption_of(table: &str) -> &'static str {
    match table {
        "scores" => "caption_scores",
        "questions" => "caption_questions",
        "issues" => "caption_issues",
        "measures" => "caption_plan",
        _ => "caption_progress",
    }
}
