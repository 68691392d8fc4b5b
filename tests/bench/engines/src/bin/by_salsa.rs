//! salsa: queries that know what they have read; kept on disk by its persistence, encoded by
//! postcard.
//!
//! The input of a file is the hash of its text, so that the store does not hold all texts once
//! more. The text itself lies beside the database; a query that reads it reads the hash first.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use prongsai_engines::measured::{Engine, run};
use prongsai_engines::sources::Source;
use prongsai_engines::{Document, Facts, Page, Result, Sha256, flat_file, page, sha256};
use rayon::prelude::*;
use salsa::{Database, Setter};

#[salsa::input(persist)]
struct File {
    address: String,
    #[returns(copy)]
    hash: Sha256,
}

#[salsa::input(singleton, persist)]
struct Files {
    all: Vec<File>,
}

#[salsa::db]
trait Texts: Database {
    /// The text with the hash of the file.
    fn text(&self, file: File) -> Arc<str>;
}

#[salsa::tracked(persist)]
fn document(db: &dyn Texts, file: File) -> Document {
    file.hash(db);
    Document::read(file.address(db), &db.text(file))
}

#[salsa::tracked(persist)]
fn facts(db: &dyn Texts, file: File) -> Facts {
    Facts::of(document(db, file))
}

#[salsa::tracked(persist)]
fn site(db: &dyn Texts, files: Files) -> HashMap<String, File> {
    files.all(db).iter().map(|file| (facts(db, *file).address.clone(), *file)).collect()
}

#[salsa::tracked(persist)]
fn made(db: &dyn Texts, file: File, files: Files) -> Arc<Page> {
    file.hash(db);
    let site = site(db, files);
    Arc::new(page(&db.text(file), document(db, file), |address| site.get(address).map(|file| facts(db, *file))))
}

#[salsa::db]
#[derive(Clone, Default)]
struct Queries {
    storage: salsa::Storage<Self>,
    texts: Arc<RwLock<HashMap<File, Arc<str>>>>,
}

#[salsa::db]
impl Database for Queries {}

#[salsa::db]
impl Texts for Queries {
    fn text(&self, file: File) -> Arc<str> {
        self.texts.read().unwrap_or_else(PoisonError::into_inner).get(&file).cloned().unwrap_or_else(|| "".into())
    }
}

impl Queries {
    /// Asks every query once. One that has not been asked in this process panics when salsa wants to
    /// know whether its restored result still holds: "tracked function ingredients cannot be
    /// accessed before calling `init`" (0.28.5).
    fn touch_queries(&self, files: Files) {
        site(self, files);
        if let Some(file) = files.all(self).first() {
            document(self, *file);
            facts(self, *file);
            made(self, *file, files);
        }
    }

    fn put(&mut self, file: File, text: Arc<str>) {
        self.texts.write().unwrap_or_else(PoisonError::into_inner).insert(file, text);
    }
}

impl Engine for Queries {
    const PERSISTS: bool = true;

    fn new(sources: Vec<Source>) -> Self {
        let mut db = Self::default();
        let hashes: Vec<Sha256> = sources.par_iter().map(|source| sha256(&[source.text.as_bytes()])).collect();
        let mut all = Vec::new();
        for (source, hash) in sources.into_iter().zip(hashes) {
            let file = File::new(&db, source.address, hash);
            db.put(file, source.text);
            all.push(file);
        }
        Files::new(&db, all);
        db
    }

    fn edit(&mut self, at: usize, text: Arc<str>) {
        let file = Files::get(self).all(self)[at];
        file.set_hash(self).to(sha256(&[text.as_bytes()]));
        self.put(file, text);
    }

    fn pages(&mut self) -> Vec<Arc<Page>> {
        let files = Files::get(self);
        let all = files.all(self).clone();
        all.par_iter().for_each_with(self.clone(), |db, file| _ = facts(db, *file));
        site(self, files);
        all.par_iter().map_with(self.clone(), |db, file| made(db, *file, files).clone()).collect()
    }

    fn save(&mut self, store: &Path) -> Result<()> {
        let bytes = postcard::to_stdvec(&<dyn Database>::as_serialize(self))?;
        flat_file::write(store, &bytes)
    }

    fn load(store: &Path, sources: Vec<Source>) -> Result<Self> {
        let mut db = Self::default();
        let bytes = flat_file::read(store)?;
        <dyn Database>::deserialize(&mut db, &mut postcard::Deserializer::from_bytes(&bytes))?;
        let files = Files::get(&db);
        db.touch_queries(files);
        let mut known: HashMap<String, File> = files.all(&db).iter().map(|file| (file.address(&db).clone(), *file)).collect();
        let hashes: Vec<Sha256> = sources.par_iter().map(|source| sha256(&[source.text.as_bytes()])).collect();
        let mut all = Vec::new();
        for (source, hash) in sources.into_iter().zip(hashes) {
            let file = known.remove(&source.address).unwrap_or_else(|| File::new(&db, source.address, hash));
            if file.hash(&db) != hash {
                file.set_hash(&mut db).to(hash);
            }
            db.put(file, source.text);
            all.push(file);
        }
        if files.all(&db) != &all {
            files.set_all(&mut db).to(all);
        }
        Ok(db)
    }
}

fn main() -> Result<()> {
    run::<Queries>()
}
