//! Where a link in the content leads.

use super::{Permalink, Site};
use crate::content::{Home, Role, role};
use crate::source::RelPath;

/// The end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another site, mail or telephone: printed as it is.
    Outside(String),
    /// A page or file of this site, with an anchor.
    Inside {
        /// The page or file.
        permalink: Permalink,
        /// The part behind `#`, percent-decoded; empty if there is none.
        anchor: String,
    },
    /// A page that is a draft.
    Draft(RelPath),
    /// Nothing; a file whose name differs only in case or coding, if there is one.
    Missing {
        /// The file that was probably meant.
        nearest: Option<RelPath>,
    },
}

/// Follows `destination` as written in `source`: a path to a file (`../o43.md#m1`, `signed.pdf`), an address below the base
/// (`/2566/o42/`), an anchor (`#m1`), or another site. An absolute address of this site is followed as one below the base.
pub fn resolve(site: &Site, source: &RelPath, own: &Permalink, destination: &str) -> Target {
    if has_scheme(destination) {
        return match below_base(site, destination) {
            Some(address) => resolve(site, source, own, &address),
            None => Target::Outside(destination.to_owned()),
        };
    }
    // The name of a file may hold the signs that part an address: `ประกาศ#12.pdf`, `100%.pdf`.
    let named = || site.addresses.made_from(&source.join(destination)?);
    if let Some(permalink) = destination.contains(['#', '?', '%']).then(named).flatten() {
        return Target::Inside { permalink: permalink.clone(), anchor: String::new() };
    }
    let (path, anchor) = destination.split_once('#').unwrap_or((destination, ""));
    let path = path.split('?').next().unwrap_or(path);
    let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().map(|text| text.into_owned()).ok();
    let (Some(path), Some(anchor)) = (decode(path), decode(anchor)) else {
        return Target::Missing { nearest: None };
    };
    if path.is_empty() {
        return Target::Inside { permalink: own.clone(), anchor };
    }
    let found = match path.strip_prefix('/') {
        Some(address) => site.find_address(address),
        None => site.find_file(source, &path).or_else(|| site.find_address(&joined(own, &path)?)),
    };
    match found {
        Some(Found::Permalink(permalink)) => Target::Inside { permalink, anchor },
        Some(Found::Draft(file)) => Target::Draft(file),
        None => Target::Missing { nearest: site.nearest_file(source, &path) },
    }
}

/// What front matter means by a page: `2566/o42` is the page at that address, `../o42.md` the one made from that file.
pub(crate) fn page_address(target: &str) -> String {
    match target.contains(".md") || target.starts_with(['.', '/', '#']) {
        true => target.to_owned(),
        false => format!("/{target}"),
    }
}

enum Found {
    Permalink(Permalink),
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

/// A relative address (`../o43/`) as the browser would join it to the page's own; `None` if it leaves the site.
fn joined(own: &Permalink, relative: &str) -> Option<String> {
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
    fn find_address(&self, address: &str) -> Option<Found> {
        self.addresses.at(address).cloned().map(Found::Permalink)
    }

    /// The page or attachment made from the file that `relative` names, seen from `source`.
    fn find_file(&self, source: &RelPath, relative: &str) -> Option<Found> {
        let file = source.join(relative)?;
        if let Some(permalink) = self.addresses.made_from(&file) {
            return Some(Found::Permalink(permalink.clone()));
        }
        if self.addresses.is_draft(&file) {
            return Some(Found::Draft(file));
        }
        // A link to the file of an item that is not filed yet leads to the item's page, which says so.
        match role(&file).ok()? {
            Role::Document(Home::Item { fiscal_year, item }) if self.year(fiscal_year)?.entry(&item).is_some() => {
                Some(Found::Permalink(Permalink::item(fiscal_year, &item)))
            }
            _ => None,
        }
    }

    fn nearest_file(&self, source: &RelPath, relative: &str) -> Option<RelPath> {
        self.addresses.looks_like(&source.join(relative)?).cloned()
    }
}
