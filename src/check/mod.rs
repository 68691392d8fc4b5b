//! What an assessor would stumble over, found before (DESIGN 8).
//!
//! To add a check: write its file here with a `const CHECK`, name it in [`ALL`], and write the Markdown case of each code that
//! it reports in `src/diagnostics/codes/`. A check says what is wrong and where; how bad it is is decided by the
//! [gate](crate::diagnostics::gate).

mod components;
mod dates;
mod evidence;
mod ids;
mod links;
mod titles;

pub(crate) use evidence::page_address;
use rayon::prelude::*;

use crate::diagnostics::Diagnostics;
use crate::site::Site;
use crate::thai::Date;

/// One rule, or a family of rules that look at the same thing.
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
    /// The day of the run.
    pub today: Date,
}

/// Every check.
pub const ALL: &[Check] = &[links::CHECK, evidence::CHECK, components::CHECK, ids::CHECK, titles::CHECK, dates::CHECK];

/// Runs every check.
pub fn run(site: &Site, today: Date) -> Diagnostics {
    let checked = Checked { site, today };
    let found: Vec<Diagnostics> = ALL.par_iter().map(|check| (check.run)(&checked)).collect();
    let mut all = Diagnostics::new();
    found.into_iter().for_each(|diagnostics| all.append(diagnostics));
    all
}
