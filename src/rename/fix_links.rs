//! Edits of links and file names that a rename entails.

use std::ops::Range;

use super::aliases::alias_edits;
use super::names::is_markdown;
use super::yaml_edit::retyped;
use super::{Edit, NotMoved, RenameEdits, RenamedFiles};
use crate::base::{RelPath, SITE_FILE};
use crate::content::{Content, Document};
use crate::markdown::{DestinationForm, UnshownKind, destinations, typed_destination};
use crate::site::{
    LinkEnds, LinkForm, LinkTarget, OutgoingLink, Permalink, ResolvedLink, Site, address_of_file, follow, joined, links_of, rewritten,
};
use crate::thai::composed;

/// Computes the edits for `names`. `site` is the site before the rename, with drafts; `content` is
/// its content; `site_file` is the text of the site file.
///
/// # Errors
/// A file could not be parsed, a link cannot be rewritten, or a published address would be lost.
pub fn changes(site: &Site, content: &Content, site_file: &str, names: &RenamedFiles) -> Result<RenameEdits, NotMoved> {
    if let Some((unread, _)) = content.unread.iter().find(|(file, _)| is_markdown(file)) {
        return Err(NotMoved::Unreadable(unread.clone()));
    }
    let mut changes = RenameEdits::default();
    for document in &content.documents {
        if has_lost_links(document) {
            return Err(NotMoved::Unreadable(document.source.clone()));
        }
        let edits = LinkFixer::of(site, document, names).edits()?;
        changes.links += edits.len();
        if !edits.is_empty() {
            changes.edits.insert(document.source.clone(), edits);
        }
    }
    let exceptions = exceptions(site, site_file, names);
    if let Some(file) = RelPath::new(SITE_FILE).filter(|_| !exceptions.is_empty()) {
        changes.edits.insert(file, exceptions);
    }
    alias_edits(site, content, names, &mut changes)?;
    changes.edits.values_mut().for_each(|edits| edits.sort());
    Ok(changes)
}

/// True if a front matter value that names a page or file could not be parsed.
fn has_lost_links(document: &Document) -> bool {
    let unread = &document.unread;
    let has_lost_evidence = unread.anywhere("evidence") && unread.lost_entries("evidence");
    has_lost_evidence || ["of", "supersedes", "source"].into_iter().any(|key| unread.anywhere(key))
}

/// Edits of file names under `checks.exceptions` of the site file.
fn exceptions(site: &Site, site_file: &str, names: &RenamedFiles) -> Vec<Edit> {
    let edit = |exception: &crate::config::Exception| {
        let (old, new) = names.new.get_key_value(&exception.file)?;
        let span = exception.place.span.clone();
        let typed = site_file.get(span.clone())?;
        let forms = ["/", "\\", "\\\\"].map(|slash| (old.as_str().replace('/', slash), new.as_str().replace('/', slash)));
        let (old, new) = forms.into_iter().find(|(old, _)| typed.contains(old.as_str()))?;
        Some(Edit::new(span, typed.replacen(&old, &new, 1)))
    };
    site.config.checks.exceptions.iter().filter_map(edit).collect()
}

/// Rewrites the links of one document.
struct LinkFixer<'a> {
    site: &'a Site,
    document: &'a Document,
    names: &'a RenamedFiles,
    /// Addresses of the document before and after.
    own: Permalink,
    new_own: Permalink,
}

impl<'a> LinkFixer<'a> {
    fn of(site: &'a Site, document: &'a Document, names: &'a RenamedFiles) -> Self {
        let own = Permalink::of(&document.home);
        let new_own = names.new.get(&document.source).and_then(address_of_file).unwrap_or_else(|| own.clone());
        Self { site, document, names, own, new_own }
    }

    fn edits(&self) -> Result<Vec<Edit>, NotMoved> {
        let text = self.document.body.file.read();
        let mut edits = Vec::new();
        for link in links_of(self.document).filter(|link| !link.role.is_of_text()) {
            self.given(&text, &link, &mut edits)?;
        }
        self.body(&text, &mut edits)?;
        Ok(edits)
    }

    /// Rewrites the link in a front matter value.
    fn given(&self, text: &str, link: &OutgoingLink<'_>, edits: &mut Vec<Edit>) -> Result<(), NotMoved> {
        let (destination, span) = (link.destination(), &link.place.span);
        let Some(new) = self.new_destination(&destination) else { return Ok(()) };
        let typed = text.get(span.clone()).unwrap_or_default();
        // Page addresses in front matter have no leading slash: `2566/o42`.
        let new = match link.typed.starts_with('/') || !destination.starts_with('/') {
            true => new,
            false => new.trim_start_matches('/').to_owned(),
        };
        let new = retyped(typed, link.typed, &new).ok_or_else(|| self.unmendable(text, span))?;
        edits.push(Edit::new(span.clone(), new));
        Ok(())
    }

    /// Rewrites the links and images of the body.
    fn body(&self, text: &str, edits: &mut Vec<Edit>) -> Result<(), NotMoved> {
        let Document { body, source, .. } = self.document;
        let is_unread = body.outline.refusals.iter().any(|refusal| matches!(refusal.kind, UnshownKind::ParserPanic));
        let markdown = text.get(body.range.clone()).unwrap_or_default();
        let typed = if body.outline.links.is_empty() && !markdown.contains("]:") { Some(Vec::new()) } else { destinations(markdown) };
        let typed = typed.filter(|_| !is_unread).ok_or_else(|| NotMoved::Unreadable(source.clone()))?;
        let bare = body.outline.links.iter().filter(|link| link.is_bare);
        let bare = bare.map(|link| (link.destination.as_str(), &link.span, DestinationForm::Address));
        for (destination, span, form) in typed.iter().map(|typed| (typed.text.as_str(), &typed.span, typed.form)).chain(bare) {
            let Some(new) = self.new_destination(destination) else { continue };
            edits.push(Edit::new(body.in_file(span), typed_destination(&new, form)));
        }
        Ok(())
    }

    fn unmendable(&self, text: &str, span: &Range<usize>) -> NotMoved {
        let line = text.get(..span.start).unwrap_or_default().matches('\n').count() + 1;
        let shown = text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        NotMoved::Unmendable(self.document.source.clone(), line, shown.to_owned())
    }

    /// Returns a link rewritten to keep its target; `None` if it needs no change or has no target
    /// on this site.
    fn new_destination(&self, destination: &str) -> Option<String> {
        let LinkFixer { site, document, names, own, new_own } = self;
        let destination = &*composed(destination);
        let source = &document.source;
        let ResolvedLink { target: LinkTarget::Inside { permalink, .. }, form, path } = follow(site, source, own, destination) else {
            return None;
        };
        let page = site.written_page(&permalink).map(|page| &page.document.source);
        let made_from = page.or_else(|| site.attachment(&permalink).map(|attachment| &attachment.source));
        let moved = made_from.and_then(|file| names.new.get(file));
        let new_source = names.after(source);
        let new_permalink = moved.and_then(address_of_file).unwrap_or_else(|| permalink.clone());
        let file = match moved {
            Some(moved) => moved.clone(),
            // Resolves the path as written, whether or not it names an existing file.
            None => source.join(&path).or_else(|| made_from.cloned()).unwrap_or_else(|| source.clone()),
        };
        let (leads_there, wanted) = match form {
            LinkForm::File | LinkForm::FileAsNamed => (new_source.join(&path).as_ref() == Some(&file), new_permalink),
            LinkForm::RelativeAddress => {
                let typed = joined(own, &path).map(Permalink::file)?;
                let wanted = if moved.is_some() { new_permalink } else { typed };
                let plain = |address: &str| address.trim_end_matches("index.html").trim_end_matches('/').to_owned();
                (joined(new_own, &path).is_some_and(|now| plain(&now) == plain(wanted.as_str())), wanted)
            }
            LinkForm::Address | LinkForm::Whole => (moved.is_none() || new_permalink == permalink, new_permalink),
            LinkForm::Other => return None,
        };
        if leads_there {
            return None;
        }
        rewritten(&site.config.base_url, destination, form, &LinkEnds { source: new_source, own: new_own, file: &file, permalink: &wanted })
    }
}
