//! Links to private networks, unreachable for the public.

use url::Url;

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::NetworkScope;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::site::links_of_site_file;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(private) };

pub(super) const OF_SITE_FILE: Check = Check { run: CheckScope::Site(private_of_all) };

fn private(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let is_private =
        |pointer: &&Reference<'_>| pointer.outside(checked.site).is_some_and(|url| NetworkScope::of(url) != NetworkScope::World);
    page.pointers.iter().filter(is_private).map(|pointer| pointer.report("link-intranet")).collect()
}

fn private_of_all(checked: &CheckContext<'_>) -> Diagnostics {
    let is_private = |typed: &str| Url::parse(typed).is_ok_and(|url| NetworkScope::of(&url) != NetworkScope::World);
    let links = links_of_site_file(checked.site).map(|(link, _)| link).filter(|link| is_private(link.typed));
    links.map(|link| Diagnostic::new("link-intranet", link.place.clone()).with("link", link.typed).with("website", "")).collect()
}
