//! Reports a base URL that readers cannot reach. Feed, sitemap and answer sheet contain it, and it
//! is typed into the assessment system.

use url::{Host, Url};

use crate::base::{RelPath, SITE_FILE};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::NetworkScope;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let config = &checked.site.config;
    let fault = fault(&config.base_url, is_example(&config.agency.name.value));
    let report = |(name, value): (&'static str, String)| {
        let place = SourceSpan::new(&RelPath::new(SITE_FILE)?, config.base_url_at.clone());
        Some(Diagnostic::new("base-url-not-public", place).with("url", &config.base_url).with(name, value))
    };
    fault.and_then(report).into_iter().collect()
}

/// Returns the fault of a URL, as placeholder name and value for the message.
fn fault(url: &Url, of_example: bool) -> Option<(&'static str, String)> {
    let host = url.host_str()?.to_owned();
    match url.host()? {
        Host::Ipv4(_) | Host::Ipv6(_) => Some(("number", host)),
        Host::Domain(_) if NetworkScope::of(url) != NetworkScope::World => Some(("private", host)),
        Host::Domain(name) if is_placeholder(name) && !of_example => Some(("placeholder", host)),
        Host::Domain(_) if url.scheme() == "http" => Some(("insecure", url.as_str().replacen("http:", "https:", 1))),
        Host::Domain(_) => None,
    }
}

/// The example site uses invented names and may be published unchanged.
fn is_example(name: &str) -> bool {
    let name = name.to_lowercase();
    ["ตัวอย่าง", "example", "สมมติ", "สมมุติ"].iter().any(|word| name.contains(word))
}

/// True for a placeholder host name.
fn is_placeholder(host: &str) -> bool {
    const LABELS: [&str; 10] =
        ["example", "yourdomain", "your-domain", "mydomain", "your-site", "yoursite", "mysite", "domain", "sample", "changeme"];
    const ENDS: [&str; 3] = ["test", "invalid", "example"];
    let host = host.trim_end_matches('.');
    let is_crosses = |label: &str| label.len() > 1 && label.bytes().all(|byte| byte == b'x');
    let is_reserved = host.rsplit('.').next().is_some_and(|end| ENDS.contains(&end));
    // The README and the help of `base-url-not-public` use these in the place of a name.
    let is_of_manual = ["ชื่อเว็บของหน่วยงาน", "ชื่อโดเมนของหน่วยงาน"].iter().any(|label| {
        let url = Url::parse(&format!("https://{label}/")).ok();
        url.as_ref().and_then(Url::host_str).is_some_and(|label| host.split('.').any(|part| part == label))
    });
    is_reserved || is_of_manual || host.split('.').any(|label| LABELS.contains(&label) || is_crosses(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_readers_reach() {
        let fault = |text: &str, of_example| fault(&Url::parse(text).unwrap(), of_example).map(|(name, _)| name);
        for (text, expected) in [
            ("https://www.bansuan.go.th/ita/", None),
            ("https://bansuan.go.th:8443/", None),
            ("https://examples.go.th/", None),
            ("https://exxon.com/", None),
            ("http://www.bansuan.go.th/ita/", Some("insecure")),
            ("http://localhost:8000/", Some("private")),
            ("https://ita.local/", Some("private")),
            ("https://server/", Some("private")),
            ("https://203.0.113.5/", Some("number")),
            ("http://192.168.1.4/", Some("number")),
            ("https://[::1]/", Some("number")),
            ("https://www.example.go.th/ita/", Some("placeholder")),
            ("https://example.com/", Some("placeholder")),
            ("https://ita.bansuan.test/", Some("placeholder")),
            ("https://www.xxx.go.th/", Some("placeholder")),
            ("https://yourdomain.go.th/", Some("placeholder")),
            ("https://www.ชื่อเว็บของหน่วยงาน.go.th/ita/", Some("placeholder")),
            ("https://www.ชื่อโดเมนของหน่วยงาน/ita/", Some("placeholder")),
        ] {
            assert_eq!(fault(text, false), expected, "{text}");
        }
        assert_eq!(fault("https://www.example.go.th/ita/", true), None);
        assert_eq!(fault("http://www.example.go.th/ita/", true), Some("insecure"));
        assert!(is_example("เทศบาลตำบลตัวอย่าง") && is_example("Example Municipality") && !is_example("เทศบาลตำบลบ้านสวน"));
    }
}
