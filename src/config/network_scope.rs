//! Reach of a URL, as far as its text shows.

use std::net::{IpAddr, Ipv4Addr};

use url::{Host, Url};

/// Network from which a URL can be opened. A public name that resolves to a private address is not
/// recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkScope {
    /// Any.
    World,
    /// A private network: addresses of RFC 1918, RFC 4193 and RFC 3927, and names that no public
    /// server resolves (RFC 6762, RFC 8375, `.internal` of ICANN).
    Office,
    /// The same machine: loopback and `localhost` (RFC 6761).
    OwnMachine,
}

impl NetworkScope {
    /// Scope of a URL; `World` if it has no host.
    pub fn of(url: &Url) -> NetworkScope {
        match url.host() {
            Some(Host::Ipv4(address)) => of_address(address.into()),
            Some(Host::Ipv6(address)) => of_address(address.to_ipv4_mapped().map_or(IpAddr::V6(address), IpAddr::V4)),
            Some(Host::Domain(name)) => of_name(name.trim_end_matches('.')),
            None => NetworkScope::World,
        }
    }
}

fn of_name(name: &str) -> NetworkScope {
    const OFFICE: [&str; 5] = [".local", ".lan", ".internal", ".intranet", ".home.arpa"];
    match name {
        _ if name == "localhost" || name.ends_with(".localhost") => NetworkScope::OwnMachine,
        _ if !name.contains('.') || OFFICE.iter().any(|end| name.ends_with(end)) => NetworkScope::Office,
        _ => NetworkScope::World,
    }
}

fn of_address(address: IpAddr) -> NetworkScope {
    let is_office = match address {
        IpAddr::V4(address) => is_private(address),
        IpAddr::V6(address) => address.is_unique_local() || address.is_unicast_link_local(),
    };
    match address {
        _ if address.is_loopback() || address.is_unspecified() => NetworkScope::OwnMachine,
        _ if is_office => NetworkScope::Office,
        _ => NetworkScope::World,
    }
}

fn is_private(address: Ipv4Addr) -> bool {
    address.is_private() || address.is_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_world_of_the_office_and_of_the_machine() {
        let of = |scope, texts: &[&str]| {
            for text in texts {
                assert_eq!(NetworkScope::of(&Url::parse(text).unwrap()), scope, "{text}");
            }
        };
        of(
            NetworkScope::OwnMachine,
            &[
                "http://localhost/a",
                "http://localhost./a",
                "http://site.localhost/",
                "http://127.0.0.1:8080/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
            ],
        );
        of(
            NetworkScope::Office,
            &[
                "http://192.168.1.10/ita",
                "http://10.1.2.3/",
                "http://172.16.0.5/",
                "http://169.254.1.1/",
                "http://intranet/a",
                "http://nas.local./",
                "http://nas.home.arpa/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:10.0.0.1]/",
            ],
        );
        of(
            NetworkScope::World,
            &[
                "http://203.0.113.5/",
                "http://172.32.0.1/",
                "https://www.example.go.th/",
                "https://local.go.th/",
                "http://[2001:db8::1]/",
                "mailto:saraban@example.go.th",
            ],
        );
    }
}
