//! The server: listeners, and a task for each connection.

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

/// Threads that talk; pages are made on others.
const IO_THREADS: usize = 2;
/// Threads that make pages and read files.
const RENDER_THREADS: usize = 8;
/// The longest request line and headers, in bytes.
const MAX_HEADER_BYTES: usize = 8 * 1024;
/// How often it is asked whether to end.
const POLL_INTERVAL: Duration = Duration::from_millis(25);
/// How long answers that are being made may go on after that.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(300);
/// How long nobody is let in after the system had no descriptor left.
const RETRY_DELAY: Duration = Duration::from_millis(10);

/// A server that listens already; browsers wait until it [runs](Server::run).
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
    /// Takes a port: that of `bind`, or one of the next if allowed.
    ///
    /// # Errors
    /// No port is free, or the machine does not have the address or does not let us have the port.
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

    /// The address that was taken, with its port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for a browser on this machine, without a slash at its end.
    pub fn url(&self) -> String {
        let ip = self.address.ip();
        let ip = if ip.is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { ip };
        format!("http://{}:{}", literal(ip), self.address.port())
    }

    /// Where events for open pages are put in.
    pub fn events(&self) -> EventSender {
        self.events.clone()
    }

    /// The path of the stream of events; it is another one in each run, so that only our pages know
    /// it.
    pub fn events_path(&self) -> String {
        self.events_path.clone()
    }

    /// Serves until the interrupt comes, and has ended within a second after it.
    ///
    /// # Errors
    /// None so far: trouble with a connection ends that connection.
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
            // It was gone before we came to it.
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
        // So that what has come is read before the next is let in.
        tokio::task::yield_now().await;
    }
}

/// One connection, from its first request to its last.
async fn talk(stream: TcpStream, router: Router, limits: ServerLimits, place: Arc<ConnectionSlot>) {
    let Ok(local) = stream.local_addr() else { return };
    let _ = stream.set_nodelay(true);
    let service = TowerToHyperService::new(router.layer(Extension(Caller { place, local: local.ip() })));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header).max_buf_size(MAX_HEADER_BYTES);
    // Trouble with one browser is nobody else's.
    let _ = http.serve_connection(TokioIo::new(StallGuard::new(stream, limits.stall)), service).await;
}
