//! Access control (P32): only requests that address the server by its own name and do not come from
//! other sites.

use std::net::IpAddr;

use axum::http::header::{HOST, HeaderMap, HeaderName, ORIGIN, UPGRADE};
use axum::http::request::Parts;
use axum::http::{Method, Uri};
use percent_encoding::percent_decode_str;

use super::hosts::Hosts;
use super::refusal::Rejection;

/// Checks a request. `local` is the address at which the connection arrived.
pub(super) fn admit(request: &Parts, hosts: &Hosts, local: IpAddr) -> Result<(), Rejection> {
    let knows = |authority: &str| hosts.know(authority, local);
    let mut names = request.headers.get_all(HOST).iter();
    let name = names.next().and_then(|name| name.to_str().ok()).filter(|name| knows(name));
    if name.is_none() || names.next().is_some() {
        return Err(Rejection::Host);
    }
    // Absolute form, for proxies: `GET http://other.example/ HTTP/1.1`.
    let uri = &request.uri;
    if uri.scheme_str().is_some_and(|scheme| scheme != "http") || uri.authority().is_some_and(|authority| !knows(authority.as_str())) {
        return Err(Rejection::Host);
    }
    if values(&request.headers, UPGRADE).any(|value| value.is_none_or(|value| value.to_ascii_lowercase().contains("websocket"))) {
        return Err(Rejection::WebSocket);
    }
    let is_ours = |origin: &str| origin.strip_prefix("http://").is_some_and(knows);
    if values(&request.headers, ORIGIN).any(|origin| !origin.is_some_and(is_ours)) || is_fetched_by_another_site(&request.headers) {
        return Err(Rejection::Foreign);
    }
    match request.method {
        Method::GET | Method::HEAD => Ok(()),
        _ => Err(Rejection::Method),
    }
}

/// The percent-decoded request path.
pub(super) fn decoded_path(uri: &Uri) -> Result<String, Rejection> {
    let path = percent_decode_str(uri.path()).decode_utf8().map_err(|_| Rejection::Path)?;
    match path.starts_with('/') && !path.contains('\0') {
        true => Ok(path.into_owned()),
        false => Err(Rejection::Path),
    }
}

/// Checks the Fetch Metadata headers: other sites may link to our pages, but not embed or fetch
/// them. Another port of the same machine counts as another site.
fn is_fetched_by_another_site(headers: &HeaderMap) -> bool {
    let field = |name: &'static str| headers.get(name).and_then(|value| value.to_str().ok());
    let leads_here = field("sec-fetch-mode") == Some("navigate") && field("sec-fetch-dest") == Some("document");
    field("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) && !leads_here
}

/// The values of a header; `None` for a value that is not visible ASCII.
fn values(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = Option<&str>> {
    headers.get_all(name).into_iter().map(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};

    use axum::http::Request;
    use proptest::prelude::*;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn ask(method: &str, target: &str, fields: &[(&str, &str)]) -> Result<String, Rejection> {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        let hosts = Hosts::new(SocketAddr::new(HERE, 8000), &["preview.example.go.th".to_owned()]);
        let request = request.body(()).unwrap().into_parts().0;
        admit(&request, &hosts, HERE).and_then(|()| decoded_path(&request.uri))
    }

    #[test]
    fn only_our_names_are_answered() {
        for host in ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000", "preview.example.go.th:8000"] {
            assert_eq!(ask("GET", "/a", &[("host", host)]).as_deref(), Ok("/a"), "{host}");
            assert_eq!(ask("GET", &format!("http://{host}/a"), &[("host", host)]).as_deref(), Ok("/a"), "{host}");
        }
        let foreign = [
            "evil.example:8000",
            "localhost",
            "localhost:80",
            "localhost:08000",
            "localhost.:8000",
            "localhost:8000.evil.example",
            "127.0.0.1:8000:8000",
            "x@localhost:8000",
            "::1:8000",
            "127.1:8000",
            "2130706433:8000",
            "",
        ];
        for host in foreign {
            assert_eq!(ask("GET", "/", &[("host", host)]), Err(Rejection::Host), "{host}");
        }
        let good = ("host", "localhost:8000");
        assert_eq!(ask("GET", "/", &[]), Err(Rejection::Host));
        assert_eq!(ask("GET", "/", &[good, good]), Err(Rejection::Host));
        for target in ["http://evil.example/", "https://localhost:8000/", "http://user@localhost:8000/", "evil.example:80"] {
            assert_eq!(ask("GET", target, &[good]), Err(Rejection::Host), "{target}");
        }
    }

    #[test]
    fn other_sites_may_lead_here_and_no_more() {
        let good = ("host", "localhost:8000");
        for origin in ["http://evil.example", "null", "https://localhost:8000", "http://localhost:3000", "http://localhost:8000/"] {
            assert_eq!(ask("GET", "/", &[good, ("origin", origin)]), Err(Rejection::Foreign), "{origin}");
        }
        assert_eq!(ask("OPTIONS", "/", &[good, ("origin", "http://evil.example")]), Err(Rejection::Foreign));
        assert!(ask("GET", "/", &[good, ("origin", "http://127.0.0.1:8000")]).is_ok());
        assert_eq!(ask("GET", "/", &[good, ("upgrade", "WebSocket")]), Err(Rejection::WebSocket));
        let fetch = |site, mode, dest| {
            let fields = [good, ("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", dest)];
            ask("GET", "/", &fields).is_ok()
        };
        assert!(fetch("same-origin", "cors", "empty") && fetch("none", "navigate", "document"));
        assert!(fetch("cross-site", "navigate", "document"));
        assert!(!fetch("cross-site", "no-cors", "script") && !fetch("same-site", "no-cors", "image"));
        assert!(!fetch("cross-site", "navigate", "iframe"));
    }

    #[test]
    fn only_reading_is_allowed() {
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            assert_eq!(ask(method, "/", &[("host", "localhost:8000")]), Err(Rejection::Method), "{method}");
        }
        assert!(ask("HEAD", "/", &[("host", "localhost:8000")]).is_ok());
    }

    #[test]
    fn a_path_is_decoded_once_and_is_text() {
        let path = |target| ask("GET", target, &[("host", "localhost:8000")]);
        assert_eq!(path("/%E0%B8%81/?q=1").as_deref(), Ok("/ก/"));
        assert_eq!(path("/%252e%252e/").as_deref(), Ok("/%2e%2e/"));
        assert_eq!(path("/%zz").as_deref(), Ok("/%zz"));
        for bad in ["/%c0%ae%c0%ae/", "/%ff", "/a%00b", "*"] {
            assert_eq!(path(bad), Err(Rejection::Path), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_request_of_a_foreign_page_is_admitted(target in "/[!-~]{0,40}", host in "localhost:8000|[ -~]{0,30}", origin in "|http://[ -~]{0,30}") {
            let request = Request::builder().uri(&target).header("host", &host).header("origin", &origin).body(());
            if let Ok(request) = request {
                let hosts = Hosts::new(SocketAddr::new(HERE, 8000), &[]);
                prop_assert!(admit(&request.into_parts().0, &hosts, HERE).is_err());
            }
        }

        #[test]
        fn any_path_is_read_or_refused(target in "/([!-~]|%[0-9a-fA-F]{2}){0,40}") {
            let request = Request::builder().uri(&target).header("host", "localhost:8000").body(());
            if let Ok(request) = request {
                let hosts = Hosts::new(SocketAddr::new(HERE, 8000), &[]);
                let request = request.into_parts().0;
                match admit(&request, &hosts, HERE).and_then(|()| decoded_path(&request.uri)) {
                    Ok(path) => prop_assert!(path.starts_with('/') && !path.contains('\0')),
                    Err(refusal) => prop_assert_eq!(refusal, Rejection::Path),
                }
            }
        }
    }
}
