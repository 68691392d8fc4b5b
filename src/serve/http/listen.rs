//! Binds the listening sockets.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::RangeInclusive;

use tokio::net::{TcpListener, TcpSocket};

use super::limits::ServerLimits;

/// Number of further ports to try.
const FURTHER: u16 = 20;
/// Length of the system's queue of pending connections.
const LISTEN_BACKLOG: u32 = 4096;
/// Attempts to find a port that is free at both loopback addresses.
const MAX_ATTEMPTS: usize = 10;

/// Address and options of the server.
#[derive(Clone, Debug)]
pub struct Bind {
    /// The address. At 127.0.0.1 it also listens at `[::1]`, if the machine has it.
    pub address: IpAddr,
    /// The port; 0 for any free one.
    pub port: u16,
    /// Behaviour if that port is taken.
    pub ports: Ports,
    /// Additional host names of this machine.
    pub names: Vec<String>,
    /// Resource limits.
    pub limits: ServerLimits,
}

/// Choice of the port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ports {
    /// Only the given port.
    Only,
    /// One of the next twenty if the given one is taken.
    OrNext,
}

impl Bind {
    /// Listens on this machine only.
    pub fn loopback(port: u16, ports: Ports) -> Self {
        Self { address: Ipv4Addr::LOCALHOST.into(), port, ports, names: Vec::new(), limits: ServerLimits::default() }
    }

    /// The ports to try, in order.
    pub(super) fn candidates(&self) -> RangeInclusive<u16> {
        match self.ports {
            Ports::OrNext if self.port != 0 => self.port..=self.port.saturating_add(FURTHER),
            _ => self.port..=self.port,
        }
    }
}

/// Binds all listeners of one port; returns at least one.
pub(super) fn listen(address: IpAddr, port: u16) -> io::Result<Vec<TcpListener>> {
    let tries = if port == 0 { MAX_ATTEMPTS } else { 1 };
    let mut last = io::ErrorKind::AddrInUse.into();
    for _ in 0..tries {
        match listen_once(address, port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = error,
            other => return other,
        }
    }
    Err(last)
}

fn listen_once(address: IpAddr, port: u16) -> io::Result<Vec<TcpListener>> {
    let first = listen_at(SocketAddr::new(address, port))?;
    let port = first.local_addr()?.port();
    if address != IpAddr::V4(Ipv4Addr::LOCALHOST) {
        return Ok(vec![first]);
    }
    // If another program had `localhost` on IPv6, browsers could reach that instead; a machine
    // without IPv6 is fine.
    match listen_at(SocketAddr::new(Ipv6Addr::LOCALHOST.into(), port)) {
        Ok(second) => Ok(vec![first, second]),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        Err(_) => Ok(vec![first]),
    }
}

fn listen_at(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // On Windows the option would let two programs bind the same port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address).map_err(as_taken)?;
    socket.listen(LISTEN_BACKLOG).map_err(as_taken)
}

/// Windows reports a port that is reserved or exclusively bound as access denied; mapped to
/// `AddrInUse`.
fn as_taken(error: io::Error) -> io::Error {
    const NO_ACCESS: i32 = 10_013;
    match error.raw_os_error() {
        Some(NO_ACCESS) => io::Error::new(io::ErrorKind::AddrInUse, error),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_windows_keeps_for_others_is_taken() {
        let reserved = as_taken(io::Error::from_raw_os_error(10_013));
        assert_eq!(reserved.kind(), io::ErrorKind::AddrInUse);
        let no_right = as_taken(io::ErrorKind::PermissionDenied.into());
        assert_eq!(no_right.kind(), io::ErrorKind::PermissionDenied);
    }
}
