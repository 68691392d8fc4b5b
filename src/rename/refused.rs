//! Why nothing is moved, and what to do.

use crate::base::{ItemCode, Lang, RelPath};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::Words;
use crate::words::moving;

/// Why nothing was moved. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// There is no such page or file; one of almost that name.
    NoOld(String, Option<RelPath>),
    /// It was moved before.
    AlreadyMoved(RelPath),
    /// Something has the new name.
    Exists(RelPath),
    /// Both names are one.
    Same(RelPath),
    /// A folder into itself.
    IntoItself(RelPath),
    /// The site file, a record, a list of items.
    Record(String),
    /// `content/pages` or the folder of a year.
    TopFolder(String),
    /// The new name is none below `content/`.
    Outside(String),
    /// A page under the name of an attachment, or the other way.
    OtherKind(RelPath),
    /// The site would not publish a file of this name.
    BadName(Box<Diagnostic>),
    /// A file whose links cannot be read.
    Unreadable(RelPath),
    /// A place that has to change and cannot be written anew: file, line and what stands there.
    Unmendable(RelPath, usize, String),
    /// A published file whose address cannot become an old address.
    FileAddress(String),
    /// A published file that belongs to no page.
    NoPage(String),
    /// A published page of an item, whose address stays that of the item.
    ItemAddress(String, ItemCode),
    /// A file that changed since it was read.
    Changed(RelPath),
}

impl NotMoved {
    /// The reason and the repair.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            NotMoved::NoOld(typed, Some(near)) => moving::near_name(lang, typed, near),
            NotMoved::NoOld(typed, None) => moving::no_such_name(lang, typed),
            NotMoved::AlreadyMoved(new) => moving::already_moved(lang, new),
            NotMoved::Exists(new) => moving::name_taken(lang, new),
            NotMoved::Same(name) => moving::same_name(lang, name),
            NotMoved::IntoItself(name) => moving::into_itself(lang, name),
            NotMoved::Record(name) => moving::fixed_name(lang, name),
            NotMoved::TopFolder(name) => moving::folder_of_year(lang, name),
            NotMoved::Outside(typed) => moving::outside_content(lang, typed),
            NotMoved::OtherKind(name) => moving::other_kind(lang, name),
            NotMoved::BadName(finding) => of_finding(finding, lang),
            NotMoved::Unreadable(file) => moving::links_unread(lang, file),
            NotMoved::Unmendable(file, line, text) => moving::link_unmendable(lang, file, line, text),
            NotMoved::FileAddress(url) => moving::file_address_fixed(lang, url),
            NotMoved::NoPage(url) => moving::file_of_no_page(lang, url),
            NotMoved::ItemAddress(url, item) => moving::item_address_fixed(lang, url, item),
            NotMoved::Changed(file) => moving::changed_meanwhile(lang, file),
        }
    }
}

/// Message and help of a finding, for a file that is not there yet.
fn of_finding(finding: &Diagnostic, lang: Lang) -> String {
    let Some(code) = CodeFile::find(finding.code) else { return finding.code.to_owned() };
    let Words { message, help } = Words::of(finding, &code, lang);
    let place = &finding.place.file;
    help.map_or_else(|| format!("{place}: {message}"), |help| format!("{place}: {message} · {help}"))
}
