//! `.well-known/security.txt` (RFC 9116).

use crate::config::Security;
use crate::site::Site;

/// Renders the file. Every value is a URI, a date or a language tag, which cannot contain line
/// breaks.
pub fn security_txt(site: &Site, security: &Security) -> String {
    let mut lines: Vec<String> = security.contact.iter().map(|reach| format!("Contact: {}", reach.as_str())).collect();
    lines.push(format!("Expires: {}T23:59:59+07:00", security.expires.value));
    lines.extend(security.policy.as_ref().map(|policy| format!("Policy: {}", policy.as_str())));
    lines.push(format!("Preferred-Languages: {}, en", site.config.lang().name()).replace("en, en", "en"));
    // The file is only valid at the root of the host, even if the site is below it.
    let canonical = site.config.base_url.join("/.well-known/security.txt").ok().filter(|url| url.scheme() == "https");
    lines.extend(canonical.map(|url| format!("Canonical: {url}")));
    lines.join("\n") + "\n"
}
