//! Why nothing is made, and what to do.

use std::path::PathBuf;

use crate::base::{Lang, RelPath};
use crate::site::Permalink;
use crate::thai::FiscalYear;
use crate::words::new as words;

/// Why nothing was made. Nothing was written then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// The folder of a new site is a file.
    NoFolder(PathBuf),
    /// The folder of a new site has something in it: names of some of it.
    NotEmpty(PathBuf, String),
    /// The folder of a new site is in this site.
    InsideSite(PathBuf),
    /// The page is there already.
    Exists(RelPath),
    /// The site does not publish this year; those that it does.
    YearNotPublished(FiscalYear, String),
    /// The year to take over is not before the new one.
    NotBefore(FiscalYear, FiscalYear),
    /// The year to take over has no page of an item.
    NothingFiled(FiscalYear, String),
    /// Everything of the year to take over is there already.
    AllThere(FiscalYear),
    /// The name of a page whose address the site itself needs.
    AddressTaken(String, Permalink),
    /// No name of a page.
    NoName(String),
}

impl NotMade {
    /// The reason and the repair.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            NotMade::NoFolder(path) => words::no_folder(lang, path.display()),
            NotMade::NotEmpty(path, names) => words::not_empty(lang, path.display(), names),
            NotMade::InsideSite(root) => words::inside_site(lang, root.display()),
            NotMade::Exists(path) => words::exists(lang, path),
            NotMade::YearNotPublished(year, known) => words::year_not_published(lang, year, known),
            NotMade::NotBefore(from, year) => words::not_before(lang, from, year),
            NotMade::NothingFiled(year, known) if known.is_empty() => words::no_earlier_pages(lang, year),
            NotMade::NothingFiled(year, known) => words::nothing_filed(lang, year, known),
            NotMade::AllThere(year) => words::all_there(lang, year),
            NotMade::AddressTaken(name, permalink) => words::address_taken(lang, name, permalink),
            NotMade::NoName(name) => words::no_name(lang, name),
        }
    }
}
