//! `lighttpd-headers.conf`, to be included at the top level of the configuration. Loading a module
//! twice is harmless.

use url::Url;

use super::base::{decoded, expression};
use super::policy::{POLICY, REFERRER};
use super::types::{UNKNOWN, by_ending};

pub(super) fn file(base: &Url) -> String {
    let types: String = by_ending().map(|(ending, kind)| format!("    \".{ending}\" => \"{kind}\",\n")).collect();
    let start = expression(&decoded(base));
    let headers = format!("    \"X-Content-Type-Options\" => \"nosniff\",\n    \"Referrer-Policy\" => \"{REFERRER}\",\n");
    format!(
        "# In lighttpd.conf: include \"/path/to/lighttpd-headers.conf\" (it says nothing of other paths).\n\
         server.modules += ( \"mod_setenv\" )\n\
         $HTTP[\"url\"] =~ \"^{start}\" {{\n  index-file.names = ( \"index.html\" )\n  dir-listing.activate = \"disable\"\n  \
         # What is written behind the name of a file is no address.\n  static-file.disable-pathinfo = \"enable\"\n  \
         mimetype.assign = (\n{types}    \"\" => \"{UNKNOWN}\"\n  )\n  server.error-handler = \"{}404.html\"\n  \
         setenv.set-response-header = (\n{headers}  )\n}}\n\
         $HTTP[\"url\"] =~ \"^{start}(.*(/|\\.html))?$\" {{\n  \
         setenv.set-response-header = (\n    \"Content-Security-Policy\" => \"{POLICY}\",\n{headers}  )\n}}\n",
        // Percent-encoded, as in a request.
        base.path()
    )
}
