//! `web.config` for Internet Information Services, effective in its own folder. Written from
//! Microsoft's documentation; not tested on IIS.
//!
//! The 404 page uses `File`, because `ExecuteURL` responds with 200 for a page that is not a
//! program; its path is relative to the root of the IIS site.

use url::Url;

use super::base::decoded;
use super::policy::{POLICY, REFERRER};
use super::types::{UNKNOWN, by_ending};

pub(super) fn file(base: &Url) -> String {
    // IIS responds with 404 for extensions without a type.
    let unknown = ["", "*"].map(|ending| (ending, UNKNOWN.to_owned()));
    let types: String = by_ending()
        .chain(unknown)
        .map(|(ending, kind)| {
            format!("      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n")
        })
        .collect();
    let set = |name: &str, value: &str| format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n");
    let all = [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", REFERRER)];
    let all: String = all.iter().map(|(name, value)| set(name, value)).collect();
    let not_found = format!("{}404.html", decoded(base)).replace('/', "\\");
    let not_found = escaped(not_found.trim_start_matches('\\'));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n{types}    </staticContent>\n    \
         <httpErrors existingResponse=\"Replace\">\n      <remove statusCode=\"404\" subStatusCode=\"-1\" />\n      \
         <error statusCode=\"404\" path=\"{not_found}\" responseMode=\"File\" />\n    </httpErrors>\n    \
         <httpProtocol>\n      <customHeaders>\n{all}      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n</configuration>\n"
    )
}

/// Escapes an attribute value. Characters that XML cannot represent are invalid in Windows paths
/// too.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
    quick_xml::escape::escape(text).into_owned()
}
