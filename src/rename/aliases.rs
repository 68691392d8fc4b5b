//! Entries of `aliases`, which redirect every published address of a moved file (P41).

use std::collections::BTreeMap;
use std::ops::Range;

use super::names::is_markdown;
use super::yaml_edit::{line_end, list_edits};
use super::{Edit, NotMoved, RenameEdits, RenamedFiles};
use crate::base::RelPath;
use crate::content::{Content, Document, split};
use crate::site::{LinkTarget, Permalink, Site, address_of_file, links_of, resolve};
use crate::yaml::{YamlLimits, parse};

const KEY: &str = "aliases";

/// Aliases that a page gains, and spans of aliases that it loses because they are its own address
/// again.
#[derive(Default)]
struct WantedAliases {
    add: Vec<String>,
    drop: Vec<Range<usize>>,
}

/// Adds the alias edits for the published addresses of all moved files.
pub(super) fn alias_edits(site: &Site, content: &Content, names: &RenamedFiles, changes: &mut RenameEdits) -> Result<(), NotMoved> {
    let mut wanted: BTreeMap<&RelPath, WantedAliases> = BTreeMap::new();
    let has_files = names.page.is_none() || names.new.keys().any(|file| !is_markdown(file));
    let named = if has_files { named_by(site, content) } else { AliasOwners::new() };
    for (old, new) in &names.new {
        let (Some(old_address), Some(new_address)) = (address_of_file(old), address_of_file(new)) else { continue };
        let published = site.record.urls.locked.iter().filter(|(url, locked)| {
            let is_its = locked.source == old.as_str() || **url == *old_address.as_str();
            is_its && **url != *new_address.as_str() && is_page(url) == is_markdown(old)
        });
        for (url, _) in published {
            if let Some(item) = site.item_at(url) {
                return Err(NotMoved::ItemAddress(format!("/{url}"), item.clone()));
            }
            let page = match is_markdown(old) {
                true => old,
                false => page_of(site, &named, names, (&old_address, old), (&new_address, new))
                    .ok_or_else(|| NotMoved::NoPage(format!("/{url}")))?,
            };
            let Some(alias) = Permalink::alias(url, &site.config.base_url) else { return Err(NotMoved::FileAddress(format!("/{url}"))) };
            let has_it = |document: &Document| has_alias(site, document, &alias);
            let is_elsewhere = content.documents.iter().any(|document| has_it(document));
            if is_elsewhere || is_taken(site, names, url) {
                continue;
            }
            wanted.entry(page).or_default().add.push(format!("/{url}"));
            changes.aliases.push(format!("/{url}"));
            changes.files.extend((!is_page(url)).then(|| format!("/{url}")));
        }
        if let Some(document) = content.documents.iter().find(|document| document.source == *old) {
            let own_again = document.front_matter.aliases.iter();
            let own_again = own_again.filter(|alias| Permalink::alias(&alias.value, &site.config.base_url).as_ref() == Some(&new_address));
            let drop: Vec<Range<usize>> = own_again.map(|alias| alias.span.clone()).collect();
            if !drop.is_empty() && new_address != old_address {
                wanted.entry(old).or_default().drop = drop;
            }
        }
    }
    for (page, wanted) in wanted {
        let Some(document) = content.documents.iter().find(|document| document.source == *page) else { continue };
        changes.edits.entry(page.clone()).or_default().extend(edits(site, document, &wanted)?);
    }
    Ok(())
}

fn is_page(url: &str) -> bool {
    url.is_empty() || url.ends_with('/')
}

fn has_alias(site: &Site, document: &Document, alias: &Permalink) -> bool {
    document.front_matter.aliases.iter().any(|known| Permalink::alias(&known.value, &site.config.base_url).as_ref() == Some(alias))
}

/// True if another page or moved file has this address after the rename.
fn is_taken(site: &Site, names: &RenamedFiles, url: &str) -> bool {
    let is_there = |file: &RelPath| address_of_file(file).is_some_and(|address| address.as_str() == url);
    names.new.values().any(is_there)
        || site.written_pages().any(|page| page.permalink.as_str() == url && !names.new.contains_key(&page.document.source))
}

/// Pages that link to each attachment, in the order of documents.
type AliasOwners<'n> = BTreeMap<Permalink, Vec<&'n RelPath>>;

fn named_by<'n>(site: &Site, content: &'n Content) -> AliasOwners<'n> {
    let mut named = AliasOwners::new();
    for document in content.documents.iter().filter(|document| !document.front_matter.draft) {
        let own = Permalink::of(&document.home);
        for link in links_of(document) {
            if let LinkTarget::Inside { permalink, .. } = resolve(site, &document.source, &own, &link.destination())
                && !is_page(permalink.as_str())
            {
                named.entry(permalink).or_default().push(&document.source);
            }
        }
    }
    named
}

/// Page to which the old address of an attachment redirects: the page that moves with it, else the page linking to it
/// that is nearest to its new place, else the page of the folder in which it now is, else of that in which it was.
fn page_of<'n>(
    site: &'n Site,
    named: &AliasOwners<'n>,
    names: &'n RenamedFiles,
    (old_address, old): (&Permalink, &RelPath),
    (new_address, new): (&Permalink, &RelPath),
) -> Option<&'n RelPath> {
    let moved =
        names.page.as_ref().filter(|page| address_of_file(page).is_some_and(|page| old_address.as_str().starts_with(page.as_str())));
    let shared = |page: &RelPath, file: &RelPath| page.parts().zip(file.parts()).take_while(|(a, b)| a == b).count();
    let nearest = || named.get(old_address)?.iter().copied().min_by_key(|page| std::cmp::Reverse((shared(page, new), shared(page, old))));
    let around = |address: &Permalink| {
        let address = address.as_str();
        let folders = address.match_indices('/').rev().filter_map(|(at, _)| address.get(..=at));
        folders.filter_map(|folder| site.written_page(&Permalink::file(folder))).map(|page| &page.document.source).next()
    };
    moved.or_else(nearest).or_else(|| around(new_address)).or_else(|| around(old_address))
}

/// Returns the edits of the front matter for the wanted aliases.
fn edits(site: &Site, document: &Document, wanted: &WantedAliases) -> Result<Vec<Edit>, NotMoved> {
    let text = document.body.file.read();
    let unreadable = || NotMoved::Unreadable(document.source.clone());
    let parts = split(&text).map_err(|_| unreadable())?;
    let Some(range) = parts.front_matter else {
        let end = line_end(&text);
        return Ok(vec![Edit::new(0..0, format!("---{end}{KEY}: [{}]{end}---{end}", wanted.add.join(", ")))]);
    };
    let limits = YamlLimits { bytes: site.config.limits.front_matter, depth: site.config.limits.yaml_depth };
    let tree = parse(&document.source, &text, range.clone(), limits).map_err(|_| unreadable())?;
    Ok(list_edits(&text, &tree, &range, KEY, &wanted.add, &wanted.drop))
}
