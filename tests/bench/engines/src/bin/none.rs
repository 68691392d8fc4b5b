//! No engine: everything anew, in parallel.

use std::collections::HashMap;
use std::sync::Arc;

use prongsai_engines::measured::{Engine, run};
use prongsai_engines::sources::Source;
use prongsai_engines::{Document, Facts, Page, Result, page};
use rayon::prelude::*;

struct Nothing(Vec<Source>);

impl Engine for Nothing {
    fn new(sources: Vec<Source>) -> Self {
        Self(sources)
    }

    fn edit(&mut self, at: usize, text: Arc<str>) {
        self.0[at].text = text;
    }

    fn pages(&mut self) -> Vec<Arc<Page>> {
        let documents: Vec<Document> = self.0.par_iter().map(|source| Document::read(&source.address, &source.text)).collect();
        let facts: Vec<Facts> = documents.par_iter().map(Facts::of).collect();
        let site: HashMap<&str, &Facts> = facts.iter().map(|facts| (facts.address.as_str(), facts)).collect();
        let make = |(source, document): (&Source, &Document)| Arc::new(page(&source.text, document, |address| site.get(address).copied()));
        self.0.par_iter().zip(&documents).map(make).collect()
    }
}

fn main() -> Result<()> {
    run::<Nothing>()
}
