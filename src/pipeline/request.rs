//! Parameters of a run.

use std::collections::BTreeMap;
use std::path::PathBuf;

use url::Url;

use crate::base::RelPath;
use crate::diagnostics::Purpose;
use crate::output::{Interrupt, Receipt};
use crate::report::severity_policy::Strictness;
use crate::site::Drafts;
use crate::source::{Stamp, StorageMode};
use crate::store::{Store, StoreWriter, StoredRun};
use crate::thai;
use crate::timings::Timings;

/// Parameters of a run.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that contains `content/`.
    pub root: PathBuf,
    /// Base URL that overrides that of the site file.
    pub base_url: Option<Url>,
    /// Whether drafts are included.
    pub drafts: Drafts,
    /// Purpose of the run, which determines severities.
    pub purpose: Purpose,
    /// Severity from which findings stop the run.
    pub strictness: Strictness,
    /// Date of the run, for checks; no output depends on it.
    pub today: thai::Date,
    /// Interrupt flag, polled between stages and while writing.
    pub interrupt: Interrupt,
    /// Stage timings, if measured.
    pub timings: Timings,
    /// Where runs leave what the next one need not make again; `None` for neither.
    pub cache: Option<Cache>,
}

/// Location and version of build receipts and stores.
#[derive(Clone, Debug)]
pub struct Cache {
    /// A cache folder of the user, which may be cleared at any time.
    pub folder: PathBuf,
    /// The [`Stamp`] of the program: another version may build differently.
    pub program: String,
}

impl Request {
    /// A read-only run: without drafts, at the configured base URL.
    pub fn to_look(root: PathBuf, purpose: Purpose, today: thai::Date) -> Request {
        let (strictness, interrupt, timings) = (Strictness::default(), Interrupt::default(), Timings::default());
        Request { root, base_url: None, drafts: Drafts::Hide, purpose, strictness, today, interrupt, timings, cache: None }
    }

    /// The store of the site; `None` without a cache.
    pub(super) fn store(&self) -> Option<Store> {
        self.cache.as_ref().map(|Cache { folder, program }| Store::new(&self.root, folder, program))
    }

    /// What the last run kept for this one.
    pub fn stored_run(&self, keep: StorageMode) -> StoredRun {
        self.store().map_or_else(|| StoredRun::nothing(&self.root, keep), |store| store.load(keep))
    }

    /// Keeps a run for the next one, while this one goes on.
    pub(super) fn store_run_meanwhile(&self, run: StoredRun) -> Option<StoreWriter> {
        self.store().map(|store| store.save_meanwhile(run))
    }

    /// Keeps a run for the next one.
    pub fn store_run(&self, run: &StoredRun) {
        self.store().into_iter().for_each(|store| store.save(run));
    }

    /// The build receipt for `sources`; `None` without a cache.
    pub(super) fn receipt(&self, sources: &BTreeMap<RelPath, Stamp>) -> Option<Receipt> {
        let Cache { folder, program } = self.cache.as_ref()?;
        let base_url = self.base_url.as_ref().map_or("", Url::as_str);
        let drafts = if self.drafts == Drafts::Show { "drafts" } else { "" };
        let strict = if self.strictness == Strictness::Warnings { "strict" } else { "" };
        let asked = format!("{program} {} {base_url} {drafts} {strict}", self.root.display());
        Some(Receipt::new(folder, &asked, &self.today.to_string(), sources))
    }
}
