//! `nginx-headers.conf`: one `location`, to be included in a `server`, or in a `location` of the
//! same path.

use url::Url;

use super::base::{decoded, expression};
use super::policy::POLICY;
use super::types::{OTHERS, TEXTS, UNKNOWN};

pub(super) fn file(base: &Url) -> String {
    let path = decoded(base);
    // `^~` keeps regular expression locations of the server (e.g. for PHP) from matching below the
    // path; for a site at the root of the host they take precedence.
    let location = if path == "/" { "location /".to_owned() } else { format!("location ^~ {}", quoted(&path)) };
    let types: String = TEXTS.iter().chain(&OTHERS).map(|(kind, endings)| format!("    {kind} {};\n", endings.join(" "))).collect();
    // `text/html` is always included; listing it again causes a warning.
    let texts: String = TEXTS.iter().filter(|(kind, _)| *kind != "text/html").map(|(kind, _)| format!(" {kind}")).collect();
    // `$` would be a variable and `?` a query here; such a site gets the built-in error page.
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

/// A block with an `add_header` of its own inherits none from outer blocks, so these are in both.
const HEADERS: &str = "  add_header X-Content-Type-Options nosniff always;\n  add_header Referrer-Policy same-origin always;\n";

/// Quotes a text as one token.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    format!("\"{escaped}\"")
}
