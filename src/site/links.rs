//! Where a link in the content leads.

use super::{NameUsed, Permalink, Site};
use crate::base::RelPath;
use crate::content::{FileRole, role};

/// The end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site, mail or telephone: printed as it is.
    Outside(String),
    /// A page or file of this site, with an anchor.
    Inside {
        /// The page or file.
        permalink: Permalink,
        /// The part behind `#`, percent-decoded; empty if there is none.
        anchor: String,
        /// By which of its names it is called.
        name: NameUsed,
    },
    /// A page that is a draft.
    Draft(RelPath),
    /// Nothing; a file whose name differs only in case or coding, if there is one.
    Missing {
        /// The file that was probably meant.
        nearest: Option<RelPath>,
    },
}

impl LinkTarget {
    fn inside(permalink: Permalink, anchor: String, name: NameUsed) -> LinkTarget {
        LinkTarget::Inside { permalink, anchor, name }
    }
}

/// Follows `destination` as written in `source`: a path to a file (`../o43.md#m1`, `signed.pdf`),
/// an address below the base (`/2566/o42/`), an anchor (`#m1`), or another site. An absolute
/// address of this site is followed as one below the base.
pub fn resolve(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> LinkTarget {
    follow(site, source, own, destination).target
}

/// A link, followed, and the way that it is written, so that it can be written anew for another
/// target.
pub(crate) struct ResolvedLink {
    pub(crate) target: LinkTarget,
    pub(crate) form: LinkForm,
    /// What of it names the page or file, decoded.
    pub(crate) path: String,
}

/// How a link names a page or file of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkForm {
    /// By its whole address: `https://www.example.go.th/ita/2566/o42/`.
    Whole,
    /// By its address below the base: `/2566/o42/`.
    Address,
    /// By the address, seen from that of the page: `../o43/`.
    RelativeAddress,
    /// By its file, seen from that of the page: `../2566/o42.md`.
    File,
    /// By its file, with the signs in its name that part an address: `ประกาศ#12.pdf`.
    FileAsNamed,
    /// Not at all: only a place on the page itself (`#m1`), or nothing of this site.
    Other,
}

/// Follows a link as [`resolve`] does.
pub(crate) fn follow(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> ResolvedLink {
    if has_scheme(destination) {
        return match below_base(site, destination) {
            Some(address) => ResolvedLink { form: LinkForm::Whole, ..follow(site, source, own, &address) },
            None => ResolvedLink { target: LinkTarget::Outside(destination.to_owned()), form: LinkForm::Other, path: String::new() },
        };
    }
    // The name of a file may hold the signs that part an address: `ประกาศ#12.pdf`, `100%.pdf`.
    let named = || site.addresses.made_from(&source.join(destination)?);
    if let Some(permalink) = destination.contains(['#', '?', '%']).then(named).flatten() {
        let target = LinkTarget::inside(permalink.clone(), String::new(), NameUsed::Own);
        return ResolvedLink { target, form: LinkForm::FileAsNamed, path: destination.to_owned() };
    }
    let (path, anchor) = destination.split_once('#').unwrap_or((destination, ""));
    let path = path.split('?').next().unwrap_or(path);
    let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().map(|text| text.into_owned()).ok();
    let (Some(path), Some(anchor)) = (decode(path), decode(anchor)) else {
        return ResolvedLink { target: LinkTarget::Missing { nearest: None }, form: LinkForm::Other, path: String::new() };
    };
    if path.is_empty() {
        return ResolvedLink { target: LinkTarget::inside(own.clone(), anchor, NameUsed::Own), form: LinkForm::Other, path };
    }
    let (found, form) = match path.strip_prefix('/') {
        Some(address) => (site.find_address(address), LinkForm::Address),
        None => match site.find_file(source, &path) {
            Some(found) => (Some(found), LinkForm::File),
            None => (joined(own, &path).and_then(|address| site.find_address(&address)), LinkForm::RelativeAddress),
        },
    };
    let target = match found {
        Some(LinkMatch::Permalink(permalink, name)) => LinkTarget::inside(permalink, anchor, name),
        Some(LinkMatch::Draft(file)) => LinkTarget::Draft(file),
        None => LinkTarget::Missing { nearest: site.nearest_file(source, &path) },
    };
    ResolvedLink { target, form, path }
}

/// The addresses that a link that leads nowhere would have had, if there were such a page or file:
/// by its address, or by its file.
pub(crate) fn addresses_meant(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> Vec<String> {
    let destination = match has_scheme(destination) {
        true => below_base(site, destination).unwrap_or_default(),
        false => destination.to_owned(),
    };
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let Ok(path) = percent_encoding::percent_decode_str(path).decode_utf8() else { return Vec::new() };
    if path.is_empty() {
        return Vec::new();
    }
    let address = match path.strip_prefix('/') {
        Some(address) => Some(address.to_owned()),
        None => joined(own, &path),
    };
    let of_file = (!path.starts_with('/')).then(|| address_of_file(&source.join(&path)?)).flatten();
    address.into_iter().chain(of_file.map(|permalink| permalink.as_str().to_owned())).collect()
}

/// Where a file would be published, be it there or not.
pub(crate) fn address_of_file(file: &RelPath) -> Option<Permalink> {
    match role(file).ok()? {
        FileRole::Document(home) => Some(Permalink::of(&home)),
        FileRole::Attachment(output) => Some(Permalink::file(output)),
        FileRole::Witness(_) | FileRole::Elsewhere => None,
    }
}

/// What front matter means by a page: `2566/o42` is the page at that address, `../o42.md` the one
/// made from that file.
pub(crate) fn page_address(target: &str) -> String {
    match target.contains(".md") || target.starts_with(['.', '/', '#']) {
        true => target.to_owned(),
        false => format!("/{target}"),
    }
}

enum LinkMatch {
    Permalink(Permalink, NameUsed),
    Draft(RelPath),
}

/// The address below the base of an absolute address of this site, beginning with `/`.
fn below_base(site: &Site, destination: &str) -> Option<String> {
    let base = &site.config.base_url;
    let url = url::Url::parse(destination).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let same_host = url.host() == base.host() && url.port() == base.port();
    let path = url.path().strip_prefix(base.path()).or_else(|| (url.path() == base.path().trim_end_matches('/')).then_some(""))?;
    let anchor = url.fragment().map_or_else(String::new, |anchor| format!("#{anchor}"));
    same_host.then(|| format!("/{}{anchor}", path.trim_start_matches('/')))
}

fn has_scheme(destination: &str) -> bool {
    let Some((scheme, _)) = destination.split_once(':') else {
        return destination.starts_with("//");
    };
    !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// A relative address (`../o43/`) as the browser would join it to the page's own; `None` if it
/// leaves the site.
pub(crate) fn joined(own: &Permalink, relative: &str) -> Option<String> {
    let own = own.to_string();
    let mut parts: Vec<&str> = own.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.trim_end_matches('/').split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let folder = if relative.ends_with('/') || relative.ends_with("..") { "/" } else { "" };
    Some(format!("{}{folder}", parts.join("/")))
}

impl Site {
    fn find_address(&self, address: &str) -> Option<LinkMatch> {
        let (permalink, name) = self.addresses.named_at(address)?;
        Some(LinkMatch::Permalink(permalink.clone(), name))
    }

    /// The page or attachment made from the file that `relative` names, seen from `source`; also
    /// from one that once made it.
    fn find_file(&self, source: &RelPath, relative: &str) -> Option<LinkMatch> {
        let file = source.join(relative)?;
        if let Some(permalink) = self.addresses.made_from(&file) {
            return Some(LinkMatch::Permalink(permalink.clone(), NameUsed::Own));
        }
        if self.addresses.is_draft(&file) {
            return Some(LinkMatch::Draft(file));
        }
        let meant = address_of_file(&file)?;
        let (permalink, name) = self.addresses.named_at(meant.as_str())?;
        let name = match (name, meant.as_str().ends_with('/')) {
            // An earlier address of a page, or of a file: what has no ending is no file.
            (NameUsed::Former, is_page) => Some(NameUsed::Former).filter(|_| is_page || file.name().contains('.')),
            (NameUsed::Own, true) => Some(self.name_of_file(&file, permalink)),
            // A folder that is spelled in capitals.
            (NameUsed::Own, false) => (*permalink == meant).then_some(NameUsed::Own),
        };
        Some(LinkMatch::Permalink(permalink.clone(), name?))
    }

    /// How a file is to be called by which a page could be made and is not: the page may be made
    /// from another one. A link to the file of an item that is not filed yet leads to the item's
    /// page, which says so; and other spellings of one name are one name.
    fn name_of_file(&self, file: &RelPath, permalink: &Permalink) -> NameUsed {
        let made_from = self.written_page(permalink).map(|page| &page.document.source);
        let is_former = made_from.is_some_and(|made_from| self.addresses.looks_like(file) != Some(made_from));
        if is_former { NameUsed::Former } else { NameUsed::Own }
    }

    fn nearest_file(&self, source: &RelPath, relative: &str) -> Option<RelPath> {
        self.addresses.looks_like(&source.join(relative)?).cloned()
    }
}
