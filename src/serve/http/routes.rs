//! The routes, and the middleware in front of them.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Extension, Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http_body_util::BodyExt as _;

use super::connections::ConnectionSlot;
use super::events::{self, EventSender};
use super::guard;
use super::hosts::Hosts;
use super::limits::ServerLimits;
use super::pages::Pages;
use super::refusal::Rejection;
use super::respond;

/// State shared by all connections.
pub(super) struct ServerState {
    pub(super) pages: Arc<dyn Pages>,
    pub(super) hosts: Hosts,
    pub(super) events: EventSender,
    pub(super) events_path: String,
    pub(super) limits: ServerLimits,
}

/// The connection of a request.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) place: Arc<ConnectionSlot>,
    /// Local address of the connection.
    pub(super) local: IpAddr,
}

/// The router. Each connection adds its [`Caller`].
pub(super) fn routes(state: Arc<ServerState>) -> Router {
    let admitted = middleware::from_fn_with_state(Arc::clone(&state), admitted);
    Router::new()
        .route(&state.events_path, get(listen).head(async || events::headers()))
        // The site, and the preview's own pages below its base path, which `site.yaml` sets.
        .fallback(page)
        .layer(admitted)
        .with_state(state)
}

/// Middleware for every request: access control, and headers common to all responses.
async fn admitted(State(state): State<Arc<ServerState>>, Extension(caller): Extension<Caller>, request: Request, next: Next) -> Response {
    let turn = caller.place.turn();
    let (parts, body) = request.into_parts();
    let has_body = !body.is_end_stream();
    let mut response = match guard::admit(&parts, &state.hosts, caller.local) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => refusal.into_response(),
    };
    let mut set = |name: HeaderName, value: &'static str| response.headers_mut().insert(name, HeaderValue::from_static(value));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::CACHE_CONTROL, "no-cache");
    if has_body {
        // Request bodies are not read, so the start of the next request would be unknown.
        set(header::CONNECTION, "close");
    }
    // The request is in flight until its response body is dropped.
    response.map(|body| {
        Body::new(body.map_err(move |error| {
            let _ = &turn;
            error
        }))
    })
}

async fn listen(State(state): State<Arc<ServerState>>, Extension(caller): Extension<Caller>) -> Response {
    caller.place.listen();
    (events::headers(), Body::from_stream(state.events.stream(state.limits.ping))).into_response()
}

async fn page(State(state): State<Arc<ServerState>>, request: Request) -> Result<Response, Rejection> {
    let path = guard::decoded_path(request.uri())?;
    // A panic only fails this request.
    let made = tokio::task::spawn_blocking(move || {
        let answer = state.pages.answer(&path, request.uri().query());
        respond::reply(answer, request.method(), request.headers())
    });
    made.await.unwrap_or(Err(Rejection::Failed))
}
