//! The server: listeners, and one task per connection.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Extension;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

use super::connections::{ConnectionSlot, Connections};
use super::events::{self, EventSender};
use super::hosts::{Hosts, literal};
use super::listen::{Bind, listen};
use super::routes::{Caller, ServerState, routes};
use super::stall_guard::StallGuard;
use super::{Pages, ServerLimits};
use crate::error::{Error, Operation, Result};
use crate::output::Interrupt;

/// Threads for network I/O; pages are rendered on others.
const IO_THREADS: usize = 2;
/// Threads that render pages and read files.
const RENDER_THREADS: usize = 8;
/// Maximum size of request line and headers, in bytes.
const MAX_HEADER_BYTES: usize = 8 * 1024;
/// Interval for polling the interrupt flag.
const POLL_INTERVAL: Duration = Duration::from_millis(25);
/// Time for responses in progress after an interrupt.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(300);
/// Pause after the system has run out of file descriptors.
const RETRY_DELAY: Duration = Duration::from_millis(10);

/// A server that is already listening; requests wait until it [runs](Server::run).
pub struct Server {
    runtime: Runtime,
    listeners: Vec<TcpListener>,
    address: SocketAddr,
    hosts: Hosts,
    events: EventSender,
    events_path: String,
    limits: ServerLimits,
}

impl Server {
    /// Binds a port: that of `bind`, or one of the next if allowed.
    ///
    /// # Errors
    /// No port is free, the machine does not have the address, or access to the port is denied.
    pub fn bind(bind: Bind) -> Result<Server> {
        let place = SocketAddr::new(bind.address, bind.port).to_string();
        let failed = |error| Error::io(Operation::Listen, Path::new(&place), error);
        let (runtime, listeners) = open(&bind).map_err(failed)?;
        let address = match listeners.first() {
            Some(listener) => listener.local_addr().map_err(failed)?,
            None => return Err(failed(io::ErrorKind::AddrNotAvailable.into())),
        };
        let (hosts, limits) = (Hosts::new(address, &bind.names), bind.limits.within_descriptors());
        Ok(Server { runtime, listeners, address, hosts, events: EventSender::new(), events_path: events::secret_path(), limits })
    }

    /// The bound address with its port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL for a browser on this machine, without trailing slash.
    pub fn url(&self) -> String {
        let ip = self.address.ip();
        let ip = if ip.is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { ip };
        format!("http://{}:{}", literal(ip), self.address.port())
    }

    /// The sender of events for open pages.
    pub fn events(&self) -> EventSender {
        self.events.clone()
    }

    /// The path of the event stream; random in each run, so that only our pages know it.
    pub fn events_path(&self) -> String {
        self.events_path.clone()
    }

    /// Serves until interrupted; returns within a second after that.
    ///
    /// # Errors
    /// Currently none: errors of a connection only close that connection.
    pub fn run(self, pages: Arc<dyn Pages>, interrupt: Interrupt) -> Result<()> {
        let Server { runtime, listeners, hosts, events, events_path, limits, .. } = self;
        let router = routes(Arc::new(ServerState { pages, hosts, events, events_path, limits }));
        let connections = Arc::new(Connections::new(limits.connections, limits.listeners));
        for listener in listeners {
            runtime.spawn(accept(listener, router.clone(), limits, Arc::clone(&connections)));
        }
        runtime.block_on(async {
            while interrupt.check(Path::new("")).is_ok() {
                sleep(POLL_INTERVAL).await;
            }
        });
        runtime.shutdown_timeout(SHUTDOWN_TIMEOUT);
        Ok(())
    }
}

fn open(bind: &Bind) -> io::Result<(Runtime, Vec<TcpListener>)> {
    let mut builder = Builder::new_multi_thread();
    let runtime =
        builder.worker_threads(IO_THREADS).max_blocking_threads(RENDER_THREADS).thread_name("serve").enable_io().enable_time().build()?;
    let mut taken = Err(io::ErrorKind::AddrInUse.into());
    let listeners = {
        let _inside = runtime.enter();
        for port in bind.candidates() {
            taken = listen(bind.address, port);
            if !taken.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse) {
                break;
            }
        }
        taken?
    };
    Ok((runtime, listeners))
}

async fn accept(listener: TcpListener, router: Router, limits: ServerLimits, connections: Arc<Connections>) {
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // The client disconnected before the connection was accepted.
            Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) => continue,
            Err(_) => {
                connections.close_one();
                sleep(RETRY_DELAY).await;
                continue;
            }
        };
        while let Some(rest) = connections.make_room() {
            sleep(rest).await;
        }
        let router = router.clone();
        connections.take(|place| tokio::spawn(talk(stream, router, limits, place)).abort_handle());
        // Lets received requests be read before the next connection is accepted.
        tokio::task::yield_now().await;
    }
}

/// Serves one connection.
async fn talk(stream: TcpStream, router: Router, limits: ServerLimits, place: Arc<ConnectionSlot>) {
    let Ok(local) = stream.local_addr() else { return };
    let _ = stream.set_nodelay(true);
    let service = TowerToHyperService::new(router.layer(Extension(Caller { place, local: local.ip() })));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header).max_buf_size(MAX_HEADER_BYTES);
    // Errors of one connection do not concern others.
    let _ = http.serve_connection(TokioIo::new(StallGuard::new(stream, limits.stall)), service).await;
}
