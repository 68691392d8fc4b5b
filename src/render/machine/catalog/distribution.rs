//! The files of a dataset: the data and tables that are made from its page, and its attachments.

use serde_json::{Value, json};

use super::vocabulary::Vocabulary;
use crate::config::Licence;
use crate::content::Attachment;
use crate::render::machine::headers::media_type;
use crate::render::machine::stated;
use crate::site::Site;

/// Files by the folder of the item in whose part of the site they are.
pub(super) type FilesByFolder<'s> = std::collections::BTreeMap<String, Vec<&'s Attachment>>;

/// A file of a dataset.
pub(super) struct Distribution {
    /// Full address.
    pub(super) address: String,
    pub(super) title: String,
    /// Extension without dot, in lower case.
    pub(super) extension: String,
    /// In bytes; `None` for a file that is made together with the catalogue.
    pub(super) size: Option<u64>,
    pub(super) licence: Option<Licence>,
}

impl Distribution {
    pub(super) fn written(self, vocabulary: &mut Vocabulary) -> Value {
        stated(json!({
            "@type": "dcat:Distribution",
            "@id": format!("{}#file", self.address),
            "dct:title": self.title,
            "dcat:accessURL": self.address,
            "dcat:downloadURL": self.address,
            "dcat:mediaType": vocabulary.media_type(media_type(&self.extension)),
            "dct:format": vocabulary.format(&self.extension),
            "dcat:byteSize": self.size.map(|size| size.to_string()),
            "dct:license": self.licence.map(|licence| vocabulary.licence(licence)),
        }))
    }
}

/// The attachments of each item: those in its folder and in folders of pages below it.
pub(super) fn files_by_folder(site: &Site) -> FilesByFolder<'_> {
    let mut folders = FilesByFolder::new();
    for file in site.attachments.iter() {
        let mut parts = file.output.splitn(3, '/');
        if let (Some(year), Some(item), Some(_)) = (parts.next(), parts.next(), parts.next()) {
            folders.entry(format!("{year}/{item}/")).or_default().push(file);
        }
    }
    folders
}

/// The name by which readers know a file: as its author titled it, or its own.
pub(super) fn title<'f>(file: &'f Attachment, titles: &[(String, &'f str)]) -> &'f str {
    titles.iter().find(|(output, _)| *output == file.output).map_or_else(|| file.source.name(), |(_, title)| title)
}
