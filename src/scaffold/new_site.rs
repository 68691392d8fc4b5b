//! A new site: its site file, and settings for editors.

use std::fs;
use std::path::{Path, PathBuf};

use super::editor_settings::editor_settings;
use super::new_year::first_lists;
use super::site_text::site_text;
use super::{NewFiles, NotMade, SiteAnswers};
use crate::base::{Lang, RelPath, SITE_FILE};
use crate::diagnostics::Purpose;
use crate::error::{Error, Operation, Result};
use crate::pipeline::Request;
use crate::source::SourceTree;
use crate::thai::{Date, FiscalYear};

/// What the folder of a new site may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFolder {
    /// Nothing that is seen.
    Empty,
    /// Anything but what a site has: the program itself and its guide lie there.
    OfProgram,
}

/// Names that a site and its publication use.
const OF_A_SITE: [&str; 3] = ["content", "themes", "public"];

/// The files of a new site in `folder`, which need not exist.
///
/// # Errors
/// The folder cannot be read.
pub fn new_site(folder: &Path, rule: SiteFolder, answers: &SiteAnswers, today: Date, lang: Lang) -> Result<Result<NewFiles, NotMade>> {
    if let Err(refused) = free_folder(folder, rule)? {
        return Ok(Err(refused));
    }
    let request = Request::to_look(folder.to_owned(), Purpose::Submission, today);
    let mut files = editor_settings(lang);
    files.extend(RelPath::new(SITE_FILE).map(|path| (path, site_text(answers, lang))));
    // A body begins with the current year or the next; a later one is a slip.
    let last = FiscalYear::of(today).map_or(0, |current| current.number() + 1);
    let years = answers.years.iter().filter_map(|year| FiscalYear::parse(year)).filter(|year| year.number() <= last);
    files.extend(first_lists(years, lang));
    NewFiles::of(&request, &SourceTree::default(), files, Vec::new()).map(Ok)
}

/// Whether a site may be made in `folder`.
///
/// # Errors
/// The folder cannot be read.
pub fn free_folder(folder: &Path, rule: SiteFolder) -> Result<Result<(), NotMade>> {
    let trouble = |error| Error::io(Operation::Read, folder, error);
    let absolute = std::path::absolute(folder).map_err(trouble)?;
    if let Some(root) = absolute.ancestors().find(|above| above.join(SITE_FILE).is_file()) {
        return Ok(Err(NotMade::InsideSite(root.to_owned())));
    }
    if !folder.try_exists().map_err(trouble)? {
        return Ok(Ok(()));
    }
    if !folder.is_dir() {
        return Ok(Err(NotMade::NoFolder(folder.to_owned())));
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        names.push(entry.map_err(trouble)?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| match rule {
        SiteFolder::Empty => !name.starts_with('.'),
        SiteFolder::OfProgram => OF_A_SITE.contains(&name.to_lowercase().as_str()),
    });
    names.sort();
    Ok(if names.is_empty() { Ok(()) } else { Err(NotMade::NotEmpty(PathBuf::from(folder), some(&names))) })
}

/// At most a few names.
fn some(names: &[String]) -> String {
    const MOST: usize = 4;
    let more = if names.len() > MOST { " …" } else { "" };
    names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ") + more
}
