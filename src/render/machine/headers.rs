//! Files from which hosts take the headers of their answers. They hold nothing but what stands here and the path of the base, which the
//! URL parser has percent-encoded: no text of the content comes near them.

use url::Url;

use crate::config::Host;

/// What a page may load: the files of the site, no script or style written in the page. It does not forbid to show the site in a frame: there is
/// nothing to log in to, and an assessment system that frames the evidence has to see it.
pub const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; \
     media-src 'self'; object-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

const REFERRER: &str = "same-origin";

/// The types of the texts of the site, by the endings of their names, where hosts do not know them or leave out the charset.
const TYPES: [(&str, &str); 8] = [
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("txt", "text/plain"),
    ("xml", "application/xml"),
    ("yaml", "text/plain"),
];

/// The file for a host.
pub fn headers(host: Host, base: &Url) -> String {
    match host {
        Host::Netlify => netlify(base),
        Host::Apache => apache(),
        Host::Nginx => nginx(),
        Host::Iis => iis(),
    }
}

fn netlify(base: &Url) -> String {
    format!(
        "{}*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: {REFERRER}\n",
        // `*` and `:name` are patterns there.
        base.path().replace('*', "%2A").replace(':', "%3A")
    )
}

/// Needs `AllowOverride FileInfo`; pages carry the policy, files that are opened by themselves do not need it.
fn apache() -> String {
    let types: String = TYPES.iter().map(|(ending, kind)| format!("AddType {kind} .{ending}\nAddCharset utf-8 .{ending}\n")).collect();
    format!(
        "AddDefaultCharset utf-8\n<IfModule mod_mime.c>\n{types}</IfModule>\n<IfModule mod_headers.c>\n\
         Header always set X-Content-Type-Options \"nosniff\"\nHeader always set Referrer-Policy \"{REFERRER}\"\n\
         <FilesMatch \"\\.html$\">\nHeader always set Content-Security-Policy \"{POLICY}\"\n</FilesMatch>\n</IfModule>\n"
    )
}

/// To be included in the `server` or `location` of the site.
fn nginx() -> String {
    let known: String = TYPES.iter().map(|(_, kind)| *kind).filter(|kind| *kind != "text/html").fold(String::new(), |mut all, kind| {
        if !all.split(' ').any(|other| other == kind) {
            all += " ";
            all += kind;
        }
        all
    });
    format!(
        "charset utf-8;\ncharset_types{known};\nset $prongsai_policy \"\";\nif ($uri ~ \"(\\.html|/)$\") {{\n  set $prongsai_policy \"{POLICY}\";\n}}\n\
         add_header Content-Security-Policy $prongsai_policy always;\nadd_header X-Content-Type-Options nosniff always;\n\
         add_header Referrer-Policy {REFERRER} always;\n"
    )
}

fn iis() -> String {
    let types: String = TYPES
        .iter()
        .map(|(ending, kind)| {
            format!("      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}; charset=utf-8\" />\n")
        })
        .collect();
    let set = |name: &str, value: &str| format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n");
    let all = [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", REFERRER)];
    let all: String = all.iter().map(|(name, value)| set(name, value)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n{types}    </staticContent>\n    \
         <httpProtocol>\n      <customHeaders>\n{all}      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n</configuration>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(host: Host) -> String {
        headers(host, &Url::parse("https://www.example.go.th/i*ta:%0A\"<x>/").unwrap())
    }

    #[test]
    fn every_host_is_told_the_policy_and_nothing_of_the_content() {
        for host in [Host::Netlify, Host::Apache, Host::Nginx, Host::Iis] {
            let text = of(host);
            for part in [POLICY, "nosniff", "same-origin"] {
                assert!(text.contains(part), "{text}");
            }
            assert!(!text.contains("<x>") && !text.contains("unsafe"), "{text}");
        }
        assert!(of(Host::Netlify).starts_with("/i%2Ata%3A%0A%22%3Cx%3E/*\n"), "{}", of(Host::Netlify));
    }

    #[test]
    fn the_policy_fits_in_the_quotes_of_every_form() {
        assert!(!POLICY.contains(['"', '$', '\\', '<', '&', '\n']));
    }

    #[test]
    fn the_file_for_windows_is_well_formed() {
        let text = of(Host::Iis);
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
}
