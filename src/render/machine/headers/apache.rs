//! `.htaccess` for Apache httpd and LiteSpeed, effective in its own folder.
//!
//! A directive that `AllowOverride` does not permit causes status 500 for every page, despite
//! `IfModule`, so all directives are of one class: `FileInfo`.

use url::Url;

use super::policy::{POLICY, REFERRER};
use super::types::{OTHERS, TEXTS};

pub(super) fn file(base: &Url) -> String {
    let dotted = |endings: &[&str]| endings.iter().map(|ending| format!(" .{ending}")).collect::<String>();
    let types: String = TEXTS.iter().chain(&OTHERS).map(|(kind, endings)| format!("AddType {kind}{}\n", dotted(endings))).collect();
    let texts: String = TEXTS.iter().map(|(_, endings)| dotted(endings)).collect();
    // The path is percent-encoded: no quotes, spaces, or `%{` of an expression.
    let not_found = format!("{}404.html", base.path());
    format!(
        "# Needs: AllowOverride FileInfo\nErrorDocument 404 \"{not_found}\"\n<IfModule mod_mime.c>\n{types}AddCharset utf-8{texts}\n</IfModule>\n\
         <IfModule mod_headers.c>\n{}{}<FilesMatch \"\\.html$\">\n{}</FilesMatch>\n</IfModule>\n",
        only("X-Content-Type-Options", "nosniff"),
        only("Referrer-Policy", REFERRER),
        only("Content-Security-Policy", POLICY)
    )
}

/// Sets a header for all responses. `unset` removes a value that the server sets for successful
/// responses (in a separate table), which would be sent in addition.
fn only(name: &str, value: &str) -> String {
    format!("Header unset {name}\nHeader always set {name} \"{value}\"\n")
}
