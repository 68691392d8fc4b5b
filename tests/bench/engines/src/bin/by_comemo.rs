//! comemo: results by the hash of the arguments and of what was asked of the site; in memory only.

use std::collections::HashMap;
use std::sync::Arc;

use comemo::{Prehashed, Track, Tracked, memoize, track};
use prongsai_engines::measured::{Engine, run};
use prongsai_engines::sources::Source;
use prongsai_engines::{Document, Facts, Page, Result, page};
use rayon::prelude::*;

/// Runs after which an unused result is forgotten; what typst's own watcher does.
const KEPT: usize = 10;

type Text = Prehashed<Arc<str>>;

/// The facts of every page by address.
struct Site(HashMap<String, Arc<Prehashed<Facts>>>);

#[track]
impl Site {
    fn facts(&self, address: &str) -> Option<&Prehashed<Facts>> {
        self.0.get(address).map(|facts| &**facts)
    }
}

#[memoize]
fn document(address: &str, text: &Text) -> Arc<Document> {
    Arc::new(Document::read(address, text))
}

#[memoize]
fn facts(address: &str, text: &Text) -> Arc<Prehashed<Facts>> {
    Arc::new(Prehashed::new(Facts::of(&document(address, text))))
}

#[memoize]
fn made(address: &str, text: &Text, site: Tracked<Site>) -> Arc<Page> {
    Arc::new(page(text, &document(address, text), |address| site.facts(address).map(|facts| &**facts)))
}

struct Comemo(Vec<(String, Text)>);

impl Engine for Comemo {
    fn new(sources: Vec<Source>) -> Self {
        Self(sources.into_par_iter().map(|source| (source.address, Prehashed::new(source.text))).collect())
    }

    fn edit(&mut self, at: usize, text: Arc<str>) {
        self.0[at].1 = Prehashed::new(text);
    }

    fn pages(&mut self) -> Vec<Arc<Page>> {
        let facts: Vec<_> = self.0.par_iter().map(|(address, text)| (address.clone(), facts(address, text))).collect();
        let site = Site(facts.into_iter().collect());
        let pages = self.0.par_iter().map(|(address, text)| made(address, text, site.track())).collect();
        comemo::evict(KEPT);
        pages
    }
}

fn main() -> Result<()> {
    run::<Comemo>()
}
