//! Terms of public vocabularies that the catalogue uses, each described once: DCAT-AP asks for the
//! class of what a property leads to, and most of these addresses do not answer with it.
//!
//! The vocabularies are those that DCAT-AP recommends: of the Publications Office of the European
//! Union for licences, languages, frequencies, formats and rights, and of IANA for media types.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::Lang;
use crate::config::{Frequency, Licence};

/// Root of the authority tables.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// The terms used so far, with their classes.
#[derive(Default)]
pub(super) struct Vocabulary(BTreeMap<String, &'static str>);

impl Vocabulary {
    fn term(&mut self, address: String, class: &'static str) -> String {
        self.0.insert(address.clone(), class);
        address
    }

    pub(super) fn language(&mut self, lang: Lang) -> String {
        let code = match lang {
            Lang::Thai => "THA",
            Lang::English => "ENG",
        };
        self.term(format!("{AUTHORITY}language/{code}"), "dct:LinguisticSystem")
    }

    pub(super) fn licence(&mut self, licence: Licence) -> String {
        self.term(licence.address().to_owned(), "dct:LicenseDocument")
    }

    pub(super) fn frequency(&mut self, frequency: Frequency) -> String {
        let code = match frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Quarterly => "QUARTERLY",
            Frequency::HalfYearly => "ANNUAL_2",
            Frequency::Yearly => "ANNUAL",
            Frequency::Irregular => "IRREG",
        };
        self.term(format!("{AUTHORITY}frequency/{code}"), "dct:Frequency")
    }

    /// Everything that a site publishes may be read by anybody.
    pub(super) fn public_access(&mut self) -> String {
        self.term(format!("{AUTHORITY}access-right/PUBLIC"), "dct:RightsStatement")
    }

    /// The theme of government and public sector.
    pub(super) fn government_theme(&mut self) -> String {
        self.term(format!("{AUTHORITY}data-theme/GOVE"), "skos:Concept")
    }

    pub(super) fn page(&mut self, address: &str) -> String {
        self.term(address.to_owned(), "foaf:Document")
    }

    /// The format of a file, if the table of formats has its extension.
    pub(super) fn format(&mut self, extension: &str) -> Option<String> {
        const KNOWN: [&str; 14] = ["csv", "doc", "docx", "gif", "jpeg", "json", "ods", "odt", "pdf", "png", "pptx", "xls", "xlsx", "zip"];
        let name = if extension == "jpg" { "jpeg" } else { extension };
        KNOWN.contains(&name).then(|| self.term(format!("{AUTHORITY}file-type/{}", name.to_uppercase()), "dct:MediaTypeOrExtent"))
    }

    pub(super) fn media_type(&mut self, media: &str) -> String {
        self.term(format!("https://www.iana.org/assignments/media-types/{media}"), "dct:MediaType")
    }

    /// The terms with their classes, ordered by address. The home page is described where it is the
    /// catalogue.
    pub(super) fn described(self) -> Vec<Value> {
        // A concept without a name is none for DCAT-AP.
        let described = |(address, class): (String, &'static str)| match class {
            "skos:Concept" => {
                let code = address.rsplit('/').next().unwrap_or_default();
                json!({"@id": address, "@type": class, "skos:prefLabel": code})
            }
            _ => json!({"@id": address, "@type": class}),
        };
        self.0.into_iter().map(described).collect()
    }
}
