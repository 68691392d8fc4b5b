//! Where the server listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::RangeInclusive;

use tokio::net::{TcpListener, TcpSocket};

use super::limits::ServerLimits;

/// How many further ports are tried.
const FURTHER: u16 = 20;
/// How many connections the system keeps for us while we are busy.
const LISTEN_BACKLOG: u32 = 4096;
/// How often a free port is asked for that is free at both loopback addresses.
const MAX_ATTEMPTS: usize = 10;

/// Where to listen, and how.
#[derive(Clone, Debug)]
pub struct Bind {
    /// The address. At 127.0.0.1 it listens at `[::1]` too, if the machine has it.
    pub address: IpAddr,
    /// The port; 0 for any free one.
    pub port: u16,
    /// What if that port is taken.
    pub ports: Ports,
    /// Names of this machine by which it may be called besides the usual ones.
    pub names: Vec<String>,
    /// Its bounds.
    pub limits: ServerLimits,
}

/// Which ports will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ports {
    /// Only the one given.
    Only,
    /// One of the next twenty if it is taken.
    OrNext,
}

impl Bind {
    /// This machine only.
    pub fn loopback(port: u16, ports: Ports) -> Self {
        Self { address: Ipv4Addr::LOCALHOST.into(), port, ports, names: Vec::new(), limits: ServerLimits::default() }
    }

    /// The ports to try.
    pub(super) fn candidates(&self) -> RangeInclusive<u16> {
        match self.ports {
            Ports::OrNext if self.port != 0 => self.port..=self.port.saturating_add(FURTHER),
            _ => self.port..=self.port,
        }
    }
}

/// All listeners of one port, at least one.
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
    // Another program's `localhost` would be half of ours; a machine without IPv6 is none of our
    // concern.
    match listen_at(SocketAddr::new(Ipv6Addr::LOCALHOST.into(), port)) {
        Ok(second) => Ok(vec![first, second]),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        Err(_) => Ok(vec![first]),
    }
}

fn listen_at(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Elsewhere it would let two programs have the same port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address).map_err(as_taken)?;
    socket.listen(LISTEN_BACKLOG).map_err(as_taken)
}

/// Windows refuses a port that it keeps for itself or for one program alone as if somebody had no
/// right to it.
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
