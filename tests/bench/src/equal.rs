//! Whether two generators did the same work: every page is there, and its body has the same parts.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::page::Address;
use crate::{Result, YEAR};

/// Tags counted in the body of a page.
const TAGS: [&str; 9] = ["<p", "<h2", "<h3", "<ul", "<ol", "<li", "<td", "<a ", "<strong"];

/// A heading of ours is a link to itself, which neither the text nor the other generators have.
const LINK_OF_HEADING: &str = "<a href=\"#";

/// What a body must have whatever the seed: three and two headings, two lists of four, 8 × 6 cells,
/// three links.
const EXPECTED: [(&str, usize); 7] = [("<h2", 3), ("<h3", 2), ("<ul", 1), ("<ol", 1), ("<li", 8), ("<td", 48), ("<a ", 3)];

/// Compares each page of the outputs with that of the first.
///
/// # Errors
/// A page that is missing or has other parts: the first such page is named.
pub fn check(pages: usize, outputs: &[(&str, &Path)]) -> Result<()> {
    let all: Vec<Address> = Address::all(pages).collect();
    all.par_iter().try_for_each(|at| {
        let mut first: Option<[usize; TAGS.len()]> = None;
        for (name, out) in outputs {
            let file = out.join(YEAR.to_string()).join(at.folder()).join("index.html");
            let html = fs::read_to_string(&file).map_err(|error| format!("{name}: {}: {error}", file.display()))?;
            let counts = parts(&html).ok_or_else(|| format!("{name}: {}: no body", file.display()))?;
            for (tag, expected) in EXPECTED {
                let found = TAGS.iter().position(|known| *known == tag).map_or(0, |n| counts[n]);
                if found != expected {
                    return Err(format!("{name}: {}: {found} × {tag} in place of {expected}", file.display()).into());
                }
            }
            if *first.get_or_insert(counts) != counts {
                return Err(format!("{name}: {}: {counts:?} in place of {first:?} ({TAGS:?})", file.display()).into());
            }
        }
        Ok(())
    })
}

/// How often each tag occurs in the content, which ends where the page goes on with what is not
/// content.
fn parts(html: &str) -> Option<[usize; TAGS.len()]> {
    let body = &html[html.find("class=\"body\"")?..];
    let ends = ["<section", "<nav", "</main>"];
    let body = &body[..ends.iter().filter_map(|end| body.find(end)).min()?];
    let of_headings = body.matches(LINK_OF_HEADING).count();
    Some(TAGS.map(|tag| body.matches(tag).count() - if tag == "<a " { of_headings } else { 0 }))
}

/// Number of files and their bytes below a folder: pages, all.
pub fn sizes(out: &Path) -> Sizes {
    let mut sizes = Sizes::default();
    for entry in walkdir::WalkDir::new(out).into_iter().filter_map(std::result::Result::ok).filter(|entry| entry.file_type().is_file()) {
        let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
        sizes.files += 1;
        sizes.bytes += bytes;
        if entry.path().extension().is_some_and(|extension| extension == "html") {
            sizes.pages += 1;
            sizes.html += bytes;
        }
    }
    sizes
}

/// What lies below a folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sizes {
    pub files: usize,
    pub bytes: u64,
    pub pages: usize,
    pub html: u64,
}
