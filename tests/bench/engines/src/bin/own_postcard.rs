//! The store of our own as one file, encoded by postcard.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use prongsai_engines::measured::{Engine, run};
use prongsai_engines::own::{Record, Store};
use prongsai_engines::sources::Source;
use prongsai_engines::{Page, Result, flat_file};

struct InOneFile(Store);

impl Engine for InOneFile {
    const PERSISTS: bool = true;

    fn new(sources: Vec<Source>) -> Self {
        Self(Store::new(sources, HashMap::new()))
    }

    fn edit(&mut self, at: usize, text: Arc<str>) {
        self.0.edit(at, text);
    }

    fn pages(&mut self) -> Vec<Arc<Page>> {
        self.0.pages()
    }

    fn save(&mut self, store: &Path) -> Result<()> {
        let records: Vec<(&str, Record)> = self.0.records().collect();
        flat_file::write(store, &postcard::to_stdvec(&records)?)
    }

    fn load(store: &Path, sources: Vec<Source>) -> Result<Self> {
        let records: Vec<(String, Record)> = postcard::from_bytes(&flat_file::read(store)?)?;
        Ok(Self(Store::new(sources, records.into_iter().collect())))
    }
}

fn main() -> Result<()> {
    run::<InOneFile>()
}
