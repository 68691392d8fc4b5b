//! Why a link leads nowhere, where that can be known: the words of `link-broken` choose their help by it.

use crate::content::{Home, Role, role};
use crate::diagnostics::Diagnostic;
use crate::site::{Page, Site};
use crate::source::RelPath;

/// Adds what is known about the missing target.
pub(super) fn explained(site: &Site, page: &Page, destination: &str, diagnostic: Diagnostic) -> Diagnostic {
    let path = destination.split(['#', '?']).next().unwrap_or(destination);
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let Some(file) = file(page, &path) else { return diagnostic };
    match role(&file).map_err(|refusal| refusal.code) {
        Ok(Role::Document(Home::Item { fiscal_year, item } | Home::Child { fiscal_year, item, .. })) => {
            let Some(at) = site.years.iter().position(|year| year.fiscal_year == fiscal_year) else {
                return diagnostic.with("no_year", fiscal_year);
            };
            match site.same_subject(&item, at).filter(|_| site.years[at].entry(&item).is_none()) {
                Some((other, same)) => diagnostic.with("item", item).with("year", fiscal_year).with("other_year", other).with("same", same),
                None => diagnostic,
            }
        }
        // The attachment lies beside another page.
        Ok(Role::Attachment(_)) => diagnostic.with_some("elsewhere", site.addresses.named(file.name())),
        Err("attachment-type") => diagnostic.with("unpublished", file.extension()),
        _ => diagnostic,
    }
}

/// The source file that a link would name: beside the page, or at an address below the base (`/2567/o42/`).
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
