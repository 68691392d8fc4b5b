//! Measures `prongsai` against Hugo and against the floor. `tests/bench/run` is the way in; see its
//! head for what it prints.
//!
//! | program | what it does |
//! |---|---|
//! | `generate` | writes the same pages as a site of ours and as a site of Hugo's |
//! | `floor` | does what no generator can leave out: Markdown, templates, files |
//! | `compare` | checks that all do equal work, times them in turn, prints the table |

pub mod equal;
pub mod hugo;
pub mod measure;
pub mod ours;
pub mod page;
pub mod random;
pub mod runs;
pub mod table;
pub mod words;

use std::path::Path;
use std::{fs, io};

/// Everything that can go wrong; a benchmark has nobody to explain it to.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The fiscal year of the generated site.
pub const YEAR: u32 = 2566;
/// The items of that year in the checklist that is built in: every one of them has a page.
pub const ITEMS: usize = 43;

/// Writes a file with the folders that it needs.
///
/// # Errors
/// Trouble with the disk.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
