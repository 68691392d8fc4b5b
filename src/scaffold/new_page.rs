//! A new ordinary page.

use std::collections::BTreeMap;

use super::form::{Form, KnownValues};
use super::{BegunSite, NewFiles, NotMade};
use crate::base::{Lang, RelPath};
use crate::content::front_matter::FrontMatter;
use crate::error::Result;
use crate::site::Permalink;
use crate::words::new as words;
use crate::yaml::Declared;

/// The page `content/pages/NAME.md`, unless the site has a page of that address. A name that cannot be
/// one is among the findings.
///
/// # Errors
/// The run was interrupted.
pub fn new_page(begun: &BegunSite, name: &str, lang: Lang) -> Result<Result<NewFiles, NotMade>> {
    let below = name.trim().trim_start_matches("content/").trim_start_matches("pages/").trim_matches('/');
    let stem = below.strip_suffix(".md").unwrap_or(below);
    let named = |name: String| RelPath::new(&format!("content/pages/{name}"));
    let (Some(alone), Some(in_folder)) = (named(format!("{stem}.md")), named(format!("{stem}/index.md"))) else {
        return Ok(Err(NotMade::NoName(name.to_owned())));
    };
    if let Some(known) = [&alone, &in_folder].into_iter().find(|path| begun.tree.holds(path.as_str())) {
        return Ok(Err(NotMade::Exists(known.clone())));
    }
    let permalink = Permalink::page(stem);
    if begun.site.addresses.site_page(&permalink).is_some() {
        return Ok(Err(NotMade::AddressTaken(name.to_owned(), permalink)));
    }
    NewFiles::of(&begun.request, &begun.tree, BTreeMap::from([(alone, text(lang))]), Vec::new()).map(Ok)
}

fn text(lang: Lang) -> String {
    let mut form = Form::new(lang, KnownValues::from([("draft", true.into())]));
    form.note(words::page_how(lang));
    if let Some(structure) = FrontMatter::shape().structure() {
        ["title", "draft"].into_iter().for_each(|key| form.field(structure, key));
    }
    format!("---\n{}---\n", form.text())
}
