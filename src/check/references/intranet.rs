//! What only the machines of the office can open: nobody else reaches it.

use std::net::{IpAddr, Ipv6Addr};

use url::{Host, Url};

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(private) };

fn private(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let report = |pointer: &Reference<'_>| {
        let url = pointer.outside(checked.site)?;
        is_private(url).then(|| pointer.report("link-intranet").with_some("host", url.host_str()))
    };
    page.pointers.iter().filter_map(report).collect()
}

/// Whether an address can be opened on the machines of an office only.
pub(in crate::check) fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_private_address(address.into()),
        Some(Host::Ipv6(address)) => is_private_address(address.to_ipv4_mapped().map_or(IpAddr::V6(address), IpAddr::V4)),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            !name.contains('.')
                || [".local", ".localhost", ".lan", ".internal", ".intranet", ".home.arpa"].iter().any(|end| name.ends_with(end))
        }
        None => false,
    }
}

fn is_private_address(address: IpAddr) -> bool {
    let is_local = |address: Ipv6Addr| address.is_unique_local() || address.is_unicast_link_local();
    match address {
        IpAddr::V4(address) => address.is_private() || address.is_loopback() || address.is_link_local() || address.is_unspecified(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unspecified() || is_local(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_office_and_of_the_world() {
        let private = |text: &str| is_private(&Url::parse(text).unwrap());
        for text in [
            "http://localhost/a",
            "http://127.0.0.1:8080/",
            "http://192.168.1.10/ita",
            "http://10.1.2.3/",
            "http://172.16.0.5/",
            "http://intranet/a",
            "http://server.local/",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://[::ffff:10.0.0.1]/",
        ] {
            assert!(private(text), "{text}");
        }
        for text in
            ["http://203.0.113.5/", "http://172.32.0.1/", "https://www.example.go.th/", "https://local.go.th/", "http://[2001:db8::1]/"]
        {
            assert!(!private(text), "{text}");
        }
    }
}
