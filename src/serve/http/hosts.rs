//! The names by which the server may be called.

use std::net::{IpAddr, SocketAddr};

/// Our names; a page of somebody else's that had its name lead to us (DNS rebinding) would call us
/// by that.
#[derive(Clone, Debug)]
pub(super) struct Hosts {
    port: u16,
    /// As they stand in a `Host` field, without port, in lower case.
    names: Vec<String>,
}

impl Hosts {
    /// The usual names, that of the address itself, and `more`.
    pub(super) fn new(address: SocketAddr, more: &[String]) -> Self {
        let usual = ["127.0.0.1", "localhost", "[::1]"].map(str::to_owned);
        let more = more.iter().map(|name| name.to_ascii_lowercase());
        Self { port: address.port(), names: usual.into_iter().chain([literal(address.ip())]).chain(more).collect() }
    }

    /// Whether `authority` (`localhost:8000`) is one of ours. `local` is the address at which the
    /// connection arrived: where we listen on all addresses of the machine that is a name too, and
    /// no name that leads elsewhere tomorrow.
    pub(super) fn know(&self, authority: &str, local: IpAddr) -> bool {
        let host = match authority.strip_suffix(&format!(":{}", self.port)) {
            Some(host) => host,
            None if self.port == 80 => authority,
            None => return false,
        };
        let host = host.to_ascii_lowercase();
        host == literal(local) || self.names.contains(&host)
    }
}

/// An address as it stands in a URL.
pub(super) fn literal(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}
