//! `_headers` of Netlify and Cloudflare Pages, read at the root of the host alone. Netlify shows a
//! `404.html` of the root only, Cloudflare Pages that of the nearest folder.

use url::Url;

use super::policy::{POLICY, REFERRER};

pub(super) fn file(base: &Url) -> String {
    format!(
        "{}*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: {REFERRER}\n",
        // `*` and `:name` are patterns there.
        base.path().replace('*', "%2A").replace(':', "%3A")
    )
}
