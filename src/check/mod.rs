//! What an assessor would stumble over, found before (DESIGN 8; the rules are those of MODEL A.6 and B.4).
//!
//! One folder per family, one file per rule. To add a check: write its file with a `const CHECK`, name it in the list of its family (`mod.rs`
//! of the folder), and write the Markdown case of each code that it reports in `src/diagnostics/codes/`. A check says what is wrong
//! and where; how bad it is is decided by the [gate](crate::report::gate).
//!
//! A check looks at the site, or at one page: then it is handed a [`Reading`] of the page, and, if it names words, where these stand in its
//! file. Each page is read once and all words are looked for in one pass, so that one more rule costs next to nothing on a large site.

mod attachments;
mod completeness;
mod identity;
mod markup;
mod privacy;
mod references;
mod scores;
mod structure;
mod text;
mod wording;
mod years;

use rayon::prelude::*;
use wording::{Hit, Lexicon, Reading};

use crate::attachment::Inspected;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Site};
use crate::source::SourceTree;
use crate::thai::Date;
use crate::unforeseen::{self, Doing};

/// One rule, or a few that look at the same thing.
pub struct Check {
    /// What it looks at.
    pub about: &'static str,
    looks: At,
}

/// At what, and how. What is found on a page is said to concern its item and year by the one that asks.
enum At {
    /// At the site as a whole.
    Site(fn(&Checked<'_>) -> Diagnostics),
    /// At each page.
    Pages(fn(&Checked<'_>, &Reading<'_>) -> Vec<Diagnostic>),
    /// At each page, and where some words stand in its file.
    Words(fn(&Config) -> Vec<&str>, fn(&Checked<'_>, &Reading<'_>, Vec<Hit>) -> Vec<Diagnostic>),
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
    /// What is known about other sites.
    other_sites: references::Places<'s>,
    /// Numbers that may be published.
    public_numbers: privacy::PublicNumbers,
}

impl<'s> Checked<'s> {
    /// Brings together what the checks look at.
    pub fn of(site: &'s Site, tree: &'s SourceTree, attachments: &'s Inspected, today: Date) -> Self {
        let mentions = attachments::Mentions::of(site);
        let other_sites = references::Places::of(site);
        Self { site, tree, today, attachments, mentions, other_sites, public_numbers: privacy::PublicNumbers::of(&site.config) }
    }
}

impl Checked<'_> {
    /// File and line of a place, as an officer looks for it: `content/2566/o42.md:12`.
    fn line_of(&self, place: &Place) -> String {
        let text = self.tree.shown(place.file.as_str()).unwrap_or_default();
        let before = text.char_indices().take_while(|(at, _)| *at < place.span.start).filter(|(_, c)| *c == '\n').count();
        format!("{}:{}", place.file, before + 1)
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
    markup::ALL,
    privacy::ALL,
];

/// Runs every check.
pub fn run(checked: &Checked<'_>) -> Diagnostics {
    let checks: Vec<&Check> = FAMILIES.iter().copied().flatten().collect();
    let (mut all, of_pages) = rayon::join(|| at_site(&checks, checked), || at_pages(&checks, checked));
    all.extend(of_pages);
    all
}

/// Runs the checks of scores only.
pub fn run_scores(checked: &Checked<'_>) -> Diagnostics {
    at_site(&scores::ALL.iter().collect::<Vec<_>>(), checked)
}

fn at_site(checks: &[&Check], checked: &Checked<'_>) -> Diagnostics {
    let look = |check: &&Check| match check.looks {
        At::Site(look) => Some(look(checked)),
        At::Pages(_) | At::Words(..) => None,
    };
    let found: Vec<Diagnostics> = checks.par_iter().filter_map(look).collect();
    let mut all = Diagnostics::new();
    found.into_iter().for_each(|diagnostics| all.append(diagnostics));
    all
}

/// Every page is read once, and all rules look at it while it is at hand.
fn at_pages(checks: &[&Check], checked: &Checked<'_>) -> Vec<Diagnostic> {
    let words = |check: &&Check| match check.looks {
        At::Words(words, _) => words(&checked.site.config),
        At::Site(_) | At::Pages(_) => Vec::new(),
    };
    let lexicon = Lexicon::of(&checks.iter().map(words).collect::<Vec<_>>());
    let pages: Vec<&Page> = checked.site.written_pages().collect();
    let look = |page: &&Page| unforeseen::at(page.document.source.as_str(), Doing::Checking, || at_page(checks, &lexicon, checked, page));
    let found: Vec<Vec<Diagnostic>> = pages.par_iter().map(look).collect();
    found.into_iter().flatten().collect()
}

fn at_page(checks: &[&Check], lexicon: &Lexicon<'_>, checked: &Checked<'_>, page: &Page) -> Vec<Diagnostic> {
    let file = page.document.body.file.read();
    let reading = Reading::of(page, &file);
    let hits = lexicon.find(&reading.letters);
    let look = |(check, hits): (&&Check, Vec<Hit>)| match check.looks {
        At::Site(_) => Vec::new(),
        At::Pages(look) => look(checked, &reading),
        At::Words(_, look) => look(checked, &reading, hits),
    };
    let home = &page.document.home;
    let found = checks.iter().zip(hits).flat_map(look);
    found.map(|found| found.about(home.fiscal_year(), home.item())).collect()
}
