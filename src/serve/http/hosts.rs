//! Host names of the server.

use std::net::{IpAddr, SocketAddr};

/// Accepted host names. A foreign page whose name resolves to this server (DNS rebinding) uses a
/// name that is not listed.
#[derive(Clone, Debug)]
pub(super) struct Hosts {
    port: u16,
    /// As in a `Host` header, without port, in lower case.
    names: Vec<String>,
}

impl Hosts {
    /// The default names, the bound address, and `more`.
    pub(super) fn new(address: SocketAddr, more: &[String]) -> Self {
        let usual = ["127.0.0.1", "localhost", "[::1]"].map(str::to_owned);
        let more = more.iter().map(|name| name.to_ascii_lowercase());
        Self { port: address.port(), names: usual.into_iter().chain([literal(address.ip())]).chain(more).collect() }
    }

    /// True if `authority` (`localhost:8000`) is accepted. The `local` address of the connection is
    /// accepted too, for servers that listen on all addresses: unlike a name, it cannot be pointed
    /// elsewhere later.
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

/// An address as written in a URL.
pub(super) fn literal(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}
