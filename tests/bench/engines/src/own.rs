//! A store of our own: what was made, by the hash of what it was made from. How it is kept on disk
//! is another matter.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::sources::Source;
use crate::{Document, Facts, Page, Sha256, page, sha256};

/// What is known of a file.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Record {
    /// Of the text from which the document was read.
    pub text: Sha256,
    pub document: Arc<Document>,
    /// Of all that the page was made from.
    pub inputs: Sha256,
    pub page: Arc<Page>,
}

/// A text, and what other pages may read of it.
struct Known {
    source: Source,
    text: Sha256,
    document: Arc<Document>,
    facts: Arc<(Facts, Sha256)>,
}

/// The store in memory.
pub struct Store {
    known: Vec<Known>,
    pages: HashMap<String, (Sha256, Arc<Page>)>,
}

impl Store {
    /// The texts of now, with what is known of them.
    pub fn new(sources: Vec<Source>, mut records: HashMap<String, Record>) -> Self {
        let known = sources.into_par_iter().map(|source| {
            let text = sha256(&[source.text.as_bytes()]);
            let document = records.get(&source.address).filter(|record| record.text == text).map(|record| record.document.clone());
            Known::new(source, text, document)
        });
        let known = known.collect();
        let pages = records.drain().map(|(address, record)| (address, (record.inputs, record.page))).collect();
        Self { known, pages }
    }

    /// Replaces a text.
    pub fn edit(&mut self, at: usize, text: Arc<str>) {
        let address = self.known[at].source.address.clone();
        let hash = sha256(&[text.as_bytes()]);
        self.known[at] = Known::new(Source { address, text }, hash, None);
    }

    /// All pages; those whose inputs are as before are not made again.
    pub fn pages(&mut self) -> Vec<Arc<Page>> {
        let site: HashMap<&str, &(Facts, Sha256)> = self.known.iter().map(|known| (known.source.address.as_str(), &*known.facts)).collect();
        let make = |known: &Known| {
            let inputs = known.inputs(&site);
            let page = self.pages.get(&known.source.address).filter(|(before, _)| *before == inputs).map(|(_, page)| page.clone());
            let facts = |address: &str| site.get(address).map(|(facts, _)| facts);
            (inputs, page.unwrap_or_else(|| Arc::new(page_of(known, facts))))
        };
        let made: Vec<(Sha256, Arc<Page>)> = self.known.par_iter().map(make).collect();
        let pages = made.iter().map(|(_, page)| page.clone()).collect();
        self.remember(made);
        pages
    }

    /// Pages of files that are gone are forgotten.
    fn remember(&mut self, made: Vec<(Sha256, Arc<Page>)>) {
        if self.pages.len() != made.len() {
            self.pages.clear();
        }
        for (known, made) in self.known.iter().zip(made) {
            match self.pages.get_mut(&known.source.address) {
                Some(page) if page.0 == made.0 => {}
                Some(page) => *page = made,
                None => drop(self.pages.insert(known.source.address.clone(), made)),
            }
        }
    }

    /// What is to be kept, by address.
    pub fn records(&self) -> impl Iterator<Item = (&str, Record)> {
        self.known.iter().filter_map(|known| {
            let (inputs, page) = self.pages.get(&known.source.address)?;
            let record = Record { text: known.text, document: known.document.clone(), inputs: *inputs, page: page.clone() };
            Some((known.source.address.as_str(), record))
        })
    }
}

impl Known {
    fn new(source: Source, text: Sha256, document: Option<Arc<Document>>) -> Self {
        let document = document.unwrap_or_else(|| Arc::new(Document::read(&source.address, &source.text)));
        let facts = Facts::of(&document);
        let mut parts = vec![facts.address.as_bytes(), b"\n", facts.title.as_bytes()];
        facts.anchors.iter().for_each(|anchor| parts.extend([b"\n", anchor.as_bytes()]));
        let hash = sha256(&parts);
        Self { source, text, document, facts: Arc::new((facts, hash)) }
    }

    /// Sha256 of all that the page is made from: its text, and the facts of the pages that it links
    /// to.
    fn inputs(&self, site: &HashMap<&str, &(Facts, Sha256)>) -> Sha256 {
        let mut parts = vec![self.text.0.as_slice()];
        parts.extend(
            self.document.links.iter().map(|link| site.get(link.address.as_str()).map_or(&[0; 32], |(_, hash)| &hash.0).as_slice()),
        );
        sha256(&parts)
    }
}

fn page_of<'f>(known: &Known, facts: impl Fn(&str) -> Option<&'f Facts>) -> Page {
    page(&known.source.text, &known.document, facts)
}
