//! What a run is asked for.

use std::collections::BTreeMap;
use std::path::PathBuf;

use url::Url;

use crate::base::RelPath;
use crate::diagnostics::Purpose;
use crate::output::{Interrupt, Receipt};
use crate::report::severity_policy::Strictness;
use crate::site::Drafts;
use crate::source::Stamp;
use crate::thai;
use crate::timings::Timings;

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Another address than that of the site file.
    pub base_url: Option<Url>,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
    /// What the findings are for.
    pub purpose: Purpose,
    /// Which of them stop it.
    pub strictness: Strictness,
    /// The day on which the run takes place, for checks; no output depends on it.
    pub today: thai::Date,
    /// Whether it is to end early; only runs that write look at it.
    pub interrupt: Interrupt,
    /// The stopwatch of the run, if it has one.
    pub timings: Timings,
    /// Where builds leave their receipts, if they do.
    pub cache: Option<Cache>,
}

/// Where to remember what was built, and by which program.
#[derive(Clone, Debug)]
pub struct Cache {
    /// A folder of the user's that may be emptied at any time.
    pub folder: PathBuf,
    /// The [`Stamp`] of the program: another one may build otherwise.
    pub program: String,
}

impl Request {
    /// To look at a site as it is and write nothing: without drafts, at its own address.
    pub fn to_look(root: PathBuf, purpose: Purpose, today: thai::Date) -> Request {
        let (strictness, interrupt, timings) = (Strictness::default(), Interrupt::default(), Timings::default());
        Request { root, base_url: None, drafts: Drafts::Hide, purpose, strictness, today, interrupt, timings, cache: None }
    }

    /// The receipt of a build from `sources`.
    pub(super) fn receipt(&self, sources: &BTreeMap<RelPath, Stamp>) -> Option<Receipt> {
        let Cache { folder, program } = self.cache.as_ref()?;
        let base_url = self.base_url.as_ref().map_or("", Url::as_str);
        let drafts = if self.drafts == Drafts::Show { "drafts" } else { "" };
        let strict = if self.strictness == Strictness::Warnings { "strict" } else { "" };
        let asked = format!("{program} {} {base_url} {drafts} {strict} {}", self.root.display(), self.today);
        Some(Receipt::new(folder, &asked, sources))
    }
}
