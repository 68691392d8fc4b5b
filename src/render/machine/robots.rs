//! `robots.txt` (RFC 9309): everything may be read, and where the site map is.

use crate::site::Site;

/// Renders the file. Programs look for it at the root of a host only; for a site in a folder it is
/// a copy for the main website (manual, page `hosts`).
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.config.absolute("sitemap.xml"))
}
