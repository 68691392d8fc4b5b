//! `nginx-headers.conf`: one `location`, to be included in a `server`, or in a `location` of the
//! same path.

use url::Url;

use super::base::{decoded, expression};
use super::policy::POLICY;
use super::types::{OTHERS, TEXTS, UNKNOWN};

pub(super) fn file(base: &Url) -> String {
    let path = decoded(base);
    // Regular expressions of the server (for PHP, say) have no business below the path; where the
    // site is the whole host, they go before it.
    let location = if path == "/" { "location /".to_owned() } else { format!("location ^~ {}", quoted(&path)) };
    let types: String = TEXTS.iter().chain(&OTHERS).map(|(kind, endings)| format!("    {kind} {};\n", endings.join(" "))).collect();
    // `text/html` is always one of them, and named again it is a warning.
    let texts: String = TEXTS.iter().filter(|(kind, _)| *kind != "text/html").map(|(kind, _)| format!(" {kind}")).collect();
    // In this place `$` is a variable and `?` a query; such a site shows nginx's own words.
    let not_found = match path.contains(['$', '?']) {
        true => String::new(),
        false => format!("  error_page 403 404 =404 {};\n", quoted(&format!("{path}404.html"))),
    };
    let start = expression(&path);
    format!(
        "# In the server block: include /path/to/nginx-headers.conf; it says nothing of other paths.\n\
         {location} {{\n  index index.html;\n  autoindex off;\n  absolute_redirect off;\n  charset utf-8;\n  source_charset utf-8;\n  \
         charset_types{texts};\n  default_type {UNKNOWN};\n  types {{\n{types}  }}\n{not_found}\
         {HEADERS}  location ~ \"^{start}(.*/)?\\.(?!well-known/)\" {{\n    return 404;\n  }}\n  \
         location ~ \"\\.html$\" {{\n  add_header Content-Security-Policy \"{POLICY}\" always;\n{HEADERS}  }}\n}}\n"
    )
}

/// A block that has one header of its own takes none from the blocks around it, so these stand in
/// both.
const HEADERS: &str = "  add_header X-Content-Type-Options nosniff always;\n  add_header Referrer-Policy same-origin always;\n";

/// A text in quotes, so that it is one word.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    format!("\"{escaped}\"")
}
