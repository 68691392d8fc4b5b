//! `_headers` for Netlify and Cloudflare Pages, read at the root of a host only. Netlify serves
//! only a `404.html` at the root, Cloudflare Pages that of the nearest folder.

use url::Url;

use super::policy::{POLICY, REFERRER};

pub(super) fn file(base: &Url) -> String {
    format!(
        "{}*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: {REFERRER}\n",
        // `*` and `:name` are patterns there.
        base.path().replace('*', "%2A").replace(':', "%3A")
    )
}
