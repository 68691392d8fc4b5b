//! Resolution of links in the content.

use super::{NameUsed, Permalink, Site};
use crate::base::RelPath;
use crate::content::{FileRole, role};

/// Target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site, mail or telephone; printed unchanged.
    Outside(String),
    /// A page or file of this site.
    Inside {
        /// Its address.
        permalink: Permalink,
        /// Fragment after `#`, percent-decoded; may be empty.
        anchor: String,
        /// Whether the link uses the current or a former name of the target.
        name: NameUsed,
    },
    /// Source file of an excluded draft, or of an attachment of one.
    Draft(RelPath),
    /// No target.
    Missing {
        /// A file whose name differs only in case or encoding.
        nearest: Option<RelPath>,
    },
}

impl LinkTarget {
    fn inside(permalink: Permalink, anchor: String, name: NameUsed) -> LinkTarget {
        LinkTarget::Inside { permalink, anchor, name }
    }
}

/// Resolves `destination` as written in `source`: a file path (`../o43.md#m1`, `signed.pdf`), an
/// address below the base URL (`/2566/o42/`), an anchor (`#m1`) or another site. An absolute URL of
/// this site is resolved like an address below the base URL.
pub fn resolve(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> LinkTarget {
    follow(site, source, own, destination).target
}

/// A resolved link and its form, which is kept when the link is rewritten for another target.
pub(crate) struct ResolvedLink {
    pub(crate) target: LinkTarget,
    pub(crate) form: LinkForm,
    /// Percent-decoded path without query and fragment; as written for [`LinkForm::FileAsNamed`].
    pub(crate) path: String,
}

/// Form in which a link names a page or file of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkForm {
    /// Absolute URL: `https://www.example.go.th/ita/2566/o42/`.
    Whole,
    /// Address below the base URL: `/2566/o42/`.
    Address,
    /// Address relative to that of the page: `../o43/`.
    RelativeAddress,
    /// Source path relative to the page's source: `../2566/o42.md`.
    File,
    /// Source path whose name contains URL delimiters (`#`, `?`, `%`): `ประกาศ#12.pdf`.
    FileAsNamed,
    /// Only an anchor of the page itself (`#m1`), or no target on this site.
    Other,
}

/// Like [`resolve`], but also returns the form of the link.
pub(crate) fn follow(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> ResolvedLink {
    if has_scheme(destination) {
        return match below_base(site, destination) {
            Some(address) => ResolvedLink { form: LinkForm::Whole, ..follow(site, source, own, &address) },
            None => ResolvedLink { target: LinkTarget::Outside(destination.to_owned()), form: LinkForm::Other, path: String::new() },
        };
    }
    // File names may contain URL delimiters: `ประกาศ#12.pdf`, `100%.pdf`.
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

/// Addresses that an unresolved link would have if its target existed: read as an address and as a
/// file path.
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

/// Address at which a file would be published, whether or not it exists.
pub(crate) fn address_of_file(file: &RelPath) -> Option<Permalink> {
    match role(file).ok()? {
        FileRole::Document(home) => Some(Permalink::of(&home)),
        FileRole::Attachment(output) => Some(Permalink::file(output)),
        FileRole::Witness(_) | FileRole::Elsewhere => None,
    }
}

/// Converts a page reference of front matter to a link: `2566/o42` is an address below the base
/// URL, `../o42.md` a file path.
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

/// Converts an absolute URL of this site to an address below the base URL, with a leading `/`. The
/// scheme (http or https) is ignored.
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

/// Joins a relative address (`../o43/`) to that of the page, as a browser does; `None` if it leaves
/// the site.
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

    /// Finds the page or attachment made from the file at `relative`, seen from `source`; former
    /// names of the file are accepted.
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
            // A former address of a page or file; a name without extension is not a file.
            (NameUsed::Former, is_page) => Some(NameUsed::Former).filter(|_| is_page || file.name().contains('.')),
            (NameUsed::Own, true) => Some(self.name_of_file(&file, permalink)),
            // Same output from a folder spelled in another case.
            (NameUsed::Own, false) => (*permalink == meant).then_some(NameUsed::Own),
        };
        Some(LinkMatch::Permalink(permalink.clone(), name?))
    }

    /// Tells whether the file name, whose page would have this address, is current or former: the
    /// page may be made from another file. A file name of an unfiled item is current, as the link
    /// leads to the item's page; so is a name that differs only in spelling.
    fn name_of_file(&self, file: &RelPath, permalink: &Permalink) -> NameUsed {
        let made_from = self.written_page(permalink).map(|page| &page.document.source);
        let is_former = made_from.is_some_and(|made_from| self.addresses.looks_like(file) != Some(made_from));
        if is_former { NameUsed::Former } else { NameUsed::Own }
    }

    fn nearest_file(&self, source: &RelPath, relative: &str) -> Option<RelPath> {
        self.addresses.looks_like(&source.join(relative)?).cloned()
    }
}
