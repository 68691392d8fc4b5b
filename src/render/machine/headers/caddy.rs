//! `caddy-headers.conf`, to be imported first in the site block.

use url::Url;

use super::base::{decoded, expression};
use super::policy::{POLICY, REFERRER};
use super::types::{UNKNOWN, by_ending};

pub(super) fn file(base: &Url) -> String {
    let path = decoded(base);
    // A site at the root of a host is handled last, after all handlers with a path. Otherwise the
    // folder is a capture of the expression, which avoids quoting: Caddy versions differ in it.
    let (matcher, handle, folder) = match path.trim_end_matches('/') {
        "" => (String::new(), "handle", ""),
        path => (format!("@prongsai path_regexp prongsai \"^({})/\"\n", expression(path)), "handle @prongsai", "{http.regexp.prongsai.1}"),
    };
    let types: String = by_ending().map(|(ending, kind)| format!("\t\t\t\"~(?i)\\.{ending}$\" \"{kind}\"\n")).collect();
    let start = expression(&path);
    let page = "\"text/html; charset=utf-8\"";
    format!(
        "# In the block of the website, first: import /path/to/caddy-headers.conf (it says nothing of other paths)\n\
         {matcher}{handle} {{\n\troute {{\n\t\tmap {{path}} {{prongsai_type}} {{\n\t\t\t~/$ {page}\n{types}\t\t\tdefault {UNKNOWN}\n\t\t}}\n\
         \t\t@prongsai_page path_regexp (/|\\.html)$\n\
         \t\theader Content-Type {{prongsai_type}}\n\t\theader X-Content-Type-Options nosniff\n\t\theader Referrer-Policy {REFERRER}\n\
         \t\theader @prongsai_page Content-Security-Policy \"{POLICY}\"\n\
         \t\t@prongsai_given not path_regexp \"^{start}(.*/)?\\.[^w]\"\n\t\tfile_server @prongsai_given {{\n\t\t\tindex index.html\n\t\t\tpass_thru\n\t\t}}\n\
         \t\theader Content-Type {page}\n\t\theader Content-Security-Policy \"{POLICY}\"\n\
         \t\trewrite * /404.html\n\t\tfile_server {{\n\t\t\troot \"{{http.vars.root}}{folder}\"\n\t\t\tstatus 404\n\t\t}}\n\t}}\n}}\n"
    )
}
