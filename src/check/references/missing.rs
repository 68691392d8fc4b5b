//! Reasons for broken links, as values that select the help line of `link-broken`.

use std::borrow::Cow;

use crate::base::RelPath;
use crate::config::meant_address;
use crate::content::{FileRole, Route, role};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkEnds, Page, Permalink, Site, follow, rewritten};

/// Diagnostic for a path on the author's computer.
pub(super) fn own_computer(place: SourceSpan, path: &str, file: &str) -> Diagnostic {
    Diagnostic::new("path-of-computer", place).with("text", path).with_some("file", Some(file).filter(|file| !file.is_empty()))
}

/// Adds the reason why the target is missing; `nearest` is a file with a similar name.
pub(super) fn explained(site: &Site, page: &Page, destination: &str, nearest: Option<&RelPath>, diagnostic: Diagnostic) -> Diagnostic {
    let path = path_of(destination);
    if let Some(nearest) = nearest {
        let written = path.rsplit('/').next().unwrap_or(&path);
        let (here, there) = difference(written, nearest.name());
        return diagnostic.with("nearest", seen_from(page, nearest)).with_some("here", here).with_some("there", there);
    }
    if path.contains('\\') {
        return diagnostic.with("slashes", with_slashes(site, page, &path));
    }
    if let Some(address) = meant_address(destination) {
        return diagnostic.with("address", address);
    }
    let Some(file) = file(page, &path) else { return diagnostic };
    match role(&file).map_err(|refusal| refusal.code) {
        Ok(FileRole::Document(Route::Item { fiscal_year, item } | Route::Child { fiscal_year, item, .. })) => {
            let Some(at) = site.years.iter().position(|year| year.fiscal_year == fiscal_year) else {
                return diagnostic.with("no_year", fiscal_year);
            };
            match site.same_subject(&item, at).filter(|_| site.years[at].entry(&item).is_none()) {
                Some((other, same)) => diagnostic.with("item", item).with("year", fiscal_year).with("other_year", other).with("same", same),
                None => diagnostic,
            }
        }
        // The attachment is in the folder of another page.
        Ok(FileRole::Attachment(_)) => diagnostic.with_some("elsewhere", site.addresses.named(file.name())),
        Err("attachment-type") => diagnostic.with("unpublished", file.extension()),
        _ => diagnostic,
    }
}

/// Adds the target of a link by a former name, and the current link.
pub(super) fn moved(site: &Site, page: &Page, destination: &str, permalink: &Permalink, diagnostic: Diagnostic) -> Diagnostic {
    let (source, own) = (&page.document.source, &page.permalink);
    let diagnostic = diagnostic.with("now", permalink);
    let Some(target) = site.written_page(permalink) else { return diagnostic };
    let ends = LinkEnds { source, own, file: &target.document.source, permalink };
    let link = rewritten(&site.config.base_url, destination, follow(site, source, own, destination).form, &ends);
    // In Markdown, a destination with blanks needs angle brackets.
    let is_in_text = page.document.body.range.contains(&diagnostic.place.span.start);
    let as_typed = |link: String| if is_in_text && link.contains(' ') { format!("<{link}>") } else { link };
    diagnostic.with("file", &target.document.source).with_some("write", link.map(as_typed))
}

fn path_of(destination: &str) -> Cow<'_, str> {
    let path = destination.split(['#', '?']).next().unwrap_or(destination);
    percent_encoding::percent_decode_str(path).decode_utf8_lossy()
}

/// Source file that a link names.
pub(super) fn file_named(page: &Page, destination: &str) -> Option<RelPath> {
    file(page, &path_of(destination))
}

/// Source file that a path names, relative to the page or below the base (`/2567/o42/`).
fn file(page: &Page, path: &str) -> Option<RelPath> {
    match path.strip_prefix('/') {
        None => page.document.source.join(path),
        Some(address) => {
            let address = address.trim_end_matches('/');
            let is_page = !address.rsplit('/').next().unwrap_or_default().contains('.');
            RelPath::new(&format!("content/{address}{}", if is_page { ".md" } else { "" }))
        }
    }
}

/// The path with slashes; only the file name if the file is next to the page.
fn with_slashes(site: &Site, page: &Page, path: &str) -> String {
    let path = path.replace('\\', "/");
    let is_there = |path: &str| page.document.source.join(path).is_some_and(|file| site.addresses.made_from(&file).is_some());
    let name = path.rsplit('/').next().unwrap_or_default();
    if !is_there(&path) && is_there(name) { name.to_owned() } else { path }
}

/// Path of a file as a page in the same folder or above writes it.
fn seen_from(page: &Page, file: &RelPath) -> String {
    let folder = page.document.source.folder();
    let beside = file.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    beside.unwrap_or(file.as_str()).to_owned()
}

/// Differing parts of two names; look-alikes are shown with their code points.
fn difference(written: &str, real: &str) -> (Option<String>, Option<String>) {
    let (a, b): (Vec<char>, Vec<char>) = (written.chars().collect(), real.chars().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let is_case = written.to_lowercase() == real.to_lowercase();
    let shown = |letters: &[char]| {
        let part: Vec<char> = letters.iter().copied().skip(start).take(letters.len() - start - end).collect();
        let codes: Vec<String> = part.iter().take(MAX_CODES).map(|c| format!(" U+{:04X}", u32::from(*c))).collect();
        format!("“{}”{}", part.iter().collect::<String>(), if is_case { String::new() } else { codes.concat() })
    };
    if start == a.len() && start == b.len() { (None, None) } else { (Some(shown(&a)), Some(shown(&b))) }
}

/// Maximum number of code points shown.
const MAX_CODES: usize = 4;

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn names_that_look_the_same_are_told_by_their_codes() {
        let parts = |one, other| {
            let (here, there) = difference(one, other);
            format!("{} {}", here.unwrap_or_default(), there.unwrap_or_default())
        };
        assert_eq!(parts("signed.pdf", "Signed.pdf"), "“s” “S”");
        assert_eq!(parts("เเผน.pdf", "แผน.pdf"), "“เเ” U+0E40 U+0E40 “แ” U+0E41");
        assert_eq!(parts("แผน1.pdf", "แผน\u{200b}1.pdf"), "“” “\u{200b}” U+200B");
        assert_eq!(parts("ก", "ก"), " ");
    }
}
