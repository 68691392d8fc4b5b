//! What an assessor would stumble over, found before (DESIGN 8; the rules are those of MODEL A.6 and B.4).
//!
//! One folder per family, one file per rule. To add a check: write its file with a `const CHECK`, name it in the list of its family (`mod.rs`
//! of the folder), and write the Markdown case of each code that it reports in `src/diagnostics/codes/`. A check says what is wrong
//! and where; how bad it is is decided by the [gate](crate::diagnostics::gate).

mod attachments;
mod completeness;
mod identity;
mod privacy;
mod references;
mod scores;
mod structure;
mod text;
mod wording;
mod years;

use rayon::prelude::*;
pub(crate) use references::page_address;

use crate::attachment::Inspected;
use crate::diagnostics::Diagnostics;
use crate::site::Site;
use crate::source::SourceTree;
use crate::thai::Date;

/// One rule, or a few that look at the same thing.
pub struct Check {
    /// What it looks at.
    pub about: &'static str,
    /// Looks.
    pub run: fn(&Checked<'_>) -> Diagnostics,
}

/// What a check looks at.
pub struct Checked<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its files as they are typed, for those that no page holds.
    pub tree: &'s SourceTree,
    /// The day of the run.
    pub today: Date,
    /// What is inside the files that the site publishes as they are.
    pub attachments: &'s Inspected,
    /// Where pages name those files.
    mentions: attachments::Mentions<'s>,
}

impl<'s> Checked<'s> {
    /// Brings together what the checks look at.
    pub fn of(site: &'s Site, tree: &'s SourceTree, attachments: &'s Inspected, today: Date) -> Self {
        Self { site, tree, today, attachments, mentions: attachments::Mentions::of(site) }
    }
}

/// Every check, by family.
pub const FAMILIES: &[&[Check]] = &[
    references::ALL,
    completeness::ALL,
    attachments::ALL,
    scores::ALL,
    years::ALL,
    identity::ALL,
    structure::ALL,
    text::ALL,
    privacy::ALL,
];

/// Runs every check.
pub fn run(checked: &Checked<'_>) -> Diagnostics {
    run_families(FAMILIES, checked)
}

/// Runs the checks of scores only.
pub fn run_scores(checked: &Checked<'_>) -> Diagnostics {
    run_families(&[scores::ALL], checked)
}

fn run_families(families: &[&[Check]], checked: &Checked<'_>) -> Diagnostics {
    let checks: Vec<&Check> = families.iter().copied().flatten().collect();
    let found: Vec<Diagnostics> = checks.par_iter().map(|check| (check.run)(checked)).collect();
    let mut all = Diagnostics::new();
    found.into_iter().for_each(|diagnostics| all.append(diagnostics));
    all
}
