//! The web server of the preview: what it answers, whom it refuses, and what it survives (P32, P33,
//! P35).

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use prongsai::base::Lang;
use prongsai::output::Interrupt;
use prongsai::serve::http::{Bind, EVENTS, EventSender, PageBody, PageResponse, Pages, Ports, Server, ServerEvent, ServerLimits};
use tempfile::TempDir;

const HTML: &str = "text/html; charset=utf-8";
/// More bytes than the system takes from us while nobody reads them.
const FILM: u64 = 200_000_000;
const HOME: &str = "<h1>หน้าแรก</h1>";

/// A site of a few pages; only what is named here can be had.
struct Tiny {
    folder: PathBuf,
}

impl Pages for Tiny {
    fn answer(&self, path: &str, query: Option<&str>) -> PageResponse {
        let page = |status, text: &str| PageResponse {
            status,
            content_type: HTML.to_owned(),
            body: PageBody::Bytes(text.to_owned().into()),
            location: None,
        };
        let file = |name: &str| PageBody::File(self.folder.join(name));
        match path {
            "/" => page(200, HOME),
            "/query" => page(200, query.unwrap_or("none")),
            "/ประกาศ/" => page(200, "ประกาศ"),
            "/large" => PageResponse { body: PageBody::Bytes(vec![b'x'; 1_000_000].into()), ..page(200, "") },
            "/plan.pdf" => PageResponse { content_type: "application/pdf".to_owned(), body: file("plan.pdf"), ..page(200, "") },
            "/film" => PageResponse { body: file("film"), ..page(200, "") },
            "/link.pdf" => PageResponse { body: file("link.pdf"), ..page(200, "") },
            "/gone.pdf" => PageResponse { body: file("gone.pdf"), ..page(200, "") },
            "/old" => PageResponse { location: Some("/ใหม่/\r\nX-Evil: 1".to_owned()), ..page(301, "") },
            "/panic" => panic!("<script>"),
            "/strange" => PageResponse { content_type: "text/html\r\nX-Evil: 1".to_owned(), ..page(200, "") },
            _ => page(404, "ไม่พบ"),
        }
    }
}

/// A server on a free port; it ends when this is dropped.
struct Running {
    address: SocketAddr,
    events: EventSender,
    events_path: String,
    interrupt: Interrupt,
    thread: Option<JoinHandle<()>>,
    _folder: TempDir,
}

/// What came back.
#[derive(Debug)]
struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

fn start(limits: ServerLimits) -> Running {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.pdf"), pdf()).unwrap();
    fs::File::create(folder.path().join("film")).unwrap().set_len(FILM).unwrap();
    fs::write(folder.path().join(".env"), "SECRET").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join(".env"), folder.path().join("link.pdf")).unwrap();
    let server = Server::bind(Bind { limits, ..Bind::loopback(0, Ports::Only) }).unwrap();
    let (address, events, events_path) = (server.address(), server.events(), server.events_path());
    assert_eq!(server.url(), format!("http://127.0.0.1:{}", address.port()));
    let (interrupt, pages) = (Interrupt::default(), Tiny { folder: folder.path().to_owned() });
    let asked = interrupt.clone();
    let thread = std::thread::spawn(move || server.run(Arc::new(pages), asked).unwrap());
    Running { address, events, events_path, interrupt, thread: Some(thread), _folder: folder }
}

/// More than one piece, and no piece like another.
fn pdf() -> Vec<u8> {
    (0..200_000u32).map(|number| (number % 251) as u8).collect()
}

impl Running {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// A request with a good name, then the connection ends.
    fn ask(&self, line: &str, fields: &str) -> Reply {
        self.raw(&format!("{line} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{fields}\r\n", self.address))
    }

    fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path}"), "")
    }

    fn raw(&self, request: &str) -> Reply {
        self.bytes(request.as_bytes())
    }

    fn bytes(&self, request: &[u8]) -> Reply {
        let mut stream = self.connect();
        // The server may have answered and closed before it has all of it.
        let _ = stream.write_all(request);
        read_reply(&mut stream)
    }

    /// Whether an ordinary request is still answered.
    fn lives(&self) {
        let reply = self.get("/");
        assert_eq!((reply.status, reply.text()), (200, HOME.to_owned()));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.interrupt.flag().store(2, Ordering::Relaxed);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Reply {
    fn field(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

/// Everything until the server closes.
fn read_reply(stream: &mut TcpStream) -> Reply {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        // It need not read to the end what it refuses.
        Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}"),
    }
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&bytes)));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: bytes[end + 4..].to_vec() }
}

/// Reads until `text` has come.
fn read_until(stream: &mut TcpStream, text: &str) -> String {
    let (mut read, mut byte) = (Vec::new(), [0; 1]);
    while !String::from_utf8_lossy(&read).ends_with(text) {
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "ended before {text}: {}", String::from_utf8_lossy(&read));
        read.push(byte[0]);
    }
    String::from_utf8(read).unwrap()
}

#[test]
fn a_page_comes_with_its_type_and_is_not_guessed_at() {
    let server = start(ServerLimits::default());
    let reply = server.get("/");
    assert_eq!((reply.status, reply.text()), (200, HOME.to_owned()));
    let fields = [
        ("content-type", HTML),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-cache"),
        ("accept-ranges", "bytes"),
    ];
    for (name, value) in fields {
        assert_eq!(reply.field(name), Some(value), "{name}");
    }
    assert_eq!(reply.field("content-length"), Some(HOME.len().to_string().as_str()));
    assert_eq!(server.get("/query?a=%20b").text(), "a=%20b");
    assert_eq!(server.get("/query").text(), "none");
    assert_eq!(server.get("/%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8/").text(), "ประกาศ");
    assert_eq!(server.get("/large").body.len(), 1_000_000);
    let missing = server.get("/missing");
    assert_eq!((missing.status, missing.text()), (404, "ไม่พบ".to_owned()));
}

#[test]
fn several_requests_share_a_connection() {
    let server = start(ServerLimits::default());
    let mut stream = server.connect();
    for last in ["", "Connection: close\r\n"] {
        stream.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n{last}\r\n", server.address).as_bytes()).unwrap();
        if last.is_empty() {
            read_until(&mut stream, HOME);
        }
    }
    assert_eq!(read_reply(&mut stream).text(), HOME);
}

#[test]
fn the_same_port_answers_at_both_loopback_addresses() {
    let server = start(ServerLimits::default());
    let Ok(mut stream) = TcpStream::connect(("::1", server.address.port())) else { return };
    let request = format!("GET / HTTP/1.1\r\nHost: [::1]:{}\r\nConnection: close\r\n\r\n", server.address.port());
    stream.write_all(request.as_bytes()).unwrap();
    assert_eq!(read_reply(&mut stream).status, 200);
}

#[test]
fn head_says_what_get_would_say_and_sends_nothing() {
    let server = start(ServerLimits::default());
    for path in ["/", "/plan.pdf", "/missing", "/large"] {
        let (head, get) = (server.ask(&format!("HEAD {path}"), ""), server.get(path));
        assert!(head.body.is_empty(), "{path}");
        for name in ["content-length", "content-type", "etag", "accept-ranges"] {
            assert_eq!(head.field(name), get.field(name), "{path} {name}");
        }
        assert_eq!(head.status, get.status);
    }
    // A range is a wish of GET only.
    let head = server.ask("HEAD /plan.pdf", "Range: bytes=0-9\r\n");
    assert_eq!((head.status, head.field("content-length")), (200, Some("200000")));
}

#[test]
fn what_a_browser_has_already_is_not_sent_again() {
    let server = start(ServerLimits::default());
    for path in ["/", "/plan.pdf"] {
        let tag = server.get(path).field("etag").unwrap().to_owned();
        assert!(tag.starts_with('"'), "{tag}");
        for value in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let reply = server.ask(&format!("GET {path}"), &format!("If-None-Match: {value}\r\n"));
            assert_eq!((reply.status, reply.body.len(), reply.field("etag")), (304, 0, Some(tag.as_str())), "{value}");
        }
        assert_eq!(server.ask(&format!("GET {path}"), "If-None-Match: \"other\"\r\n").status, 200);
    }
    // A page that is missing stays missing.
    assert_eq!(server.ask("GET /missing", "If-None-Match: *\r\n").status, 404);
    let before = server.get("/plan.pdf").field("etag").map(str::to_owned);
    fs::write(server._folder.path().join("plan.pdf"), b"other").unwrap();
    let after = server.get("/plan.pdf");
    assert_eq!(after.body, b"other");
    assert_ne!(after.field("etag").map(str::to_owned), before);
}

#[test]
fn a_part_is_sent_when_one_is_asked_for() {
    let server = start(ServerLimits::default());
    let whole = pdf();
    let get = |fields: &str| server.ask("GET /plan.pdf", fields);
    assert_eq!(get("").body, whole);
    let parts = [
        ("0-0", 0..1, "bytes 0-0/200000"),
        ("100-70000", 100..70_001, "bytes 100-70000/200000"),
        ("199990-", 199_990..200_000, "bytes 199990-199999/200000"),
        ("-5", 199_995..200_000, "bytes 199995-199999/200000"),
        ("199999-300000", 199_999..200_000, "bytes 199999-199999/200000"),
    ];
    for (range, wanted, said) in parts {
        let reply = get(&format!("Range: bytes={range}\r\n"));
        assert_eq!((reply.status, reply.field("content-range")), (206, Some(said)));
        assert_eq!(reply.field("content-length"), Some(wanted.len().to_string().as_str()));
        assert!(reply.body == whole[wanted], "{range}");
    }
    let none = get("Range: bytes=200000-\r\n");
    assert_eq!((none.status, none.field("content-range")), (416, Some("bytes */200000")));
    for range in ["bytes=0-1,5-6", "bytes=5-1", "lines=0-1", "bytes=x"] {
        assert_eq!((get(&format!("Range: {range}\r\n")).status, get(&format!("Range: {range}\r\n")).body.len()), (200, 200_000), "{range}");
    }
    assert_eq!(get("Range: bytes=0-1\r\nRange: bytes=2-3\r\n").status, 200);
    let tag = get("").field("etag").unwrap().to_owned();
    assert_eq!(get(&format!("Range: bytes=0-1\r\nIf-Range: {tag}\r\n")).status, 206);
    assert_eq!(get("Range: bytes=0-1\r\nIf-Range: \"older\"\r\n").body.len(), 200_000);
    assert_eq!(get("Range: bytes=0-1\r\nIf-Range: Sun, 22 Nov 2026 00:00:00 GMT\r\n").body.len(), 200_000);
    // Bytes in memory too.
    let reply = server.ask("GET /large", "Range: bytes=-3\r\n");
    assert_eq!((reply.status, reply.text()), (206, "xxx".to_owned()));
    assert_eq!(server.ask("GET /missing", "Range: bytes=0-1\r\n").status, 404);
}

#[test]
fn a_file_is_opened_without_following_links() {
    let server = start(ServerLimits::default());
    for path in ["/link.pdf", "/gone.pdf"] {
        let reply = server.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("SECRET"));
    }
}

#[test]
fn no_path_reaches_the_file_system() {
    let server = start(ServerLimits::default());
    let long = format!("/{}", "a".repeat(7_500));
    let dots = format!("/{}", "../".repeat(2_000));
    let paths = [
        ("/../.env", 404),
        ("/../../../../etc/passwd", 404),
        ("/%2e%2e/.env", 404),
        ("/..%2f.env", 404),
        ("/%2e%2e%2f%2e%2e%2fetc/passwd", 404),
        ("/..%5c.env", 404),
        ("/%252e%252e/.env", 404),
        ("/.env", 404),
        ("/.git/config", 404),
        ("//", 404),
        ("//etc/passwd", 404),
        ("/plan.pdf/", 404),
        ("/plan.pdf%00.html", 400),
        ("/%c0%ae%c0%ae/.env", 400),
        ("/%e0%80%ae/", 400),
        ("/%ff", 400),
        ("/%", 404),
        ("*", 400),
        (long.as_str(), 404),
        (dots.as_str(), 404),
    ];
    for (path, status) in paths {
        let reply = server.get(path);
        assert_eq!(reply.status, status, "{path}");
        let body = String::from_utf8_lossy(&reply.body);
        assert!(!body.contains("SECRET") && !body.contains("root:"), "{path}");
    }
    for target in ["/a\\..\\b", "/ก", "/a b", "", "plan.pdf", "/<script>", "/\u{1}"] {
        let status = server.get(target).status;
        assert!((400..500).contains(&status), "{target} {status}");
    }
    server.lives();
}

#[test]
fn requests_that_are_none_are_refused_and_forgotten() {
    let server = start(ServerLimits::default());
    let host = format!("Host: {}\r\n", server.address);
    for request in [
        format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(9_000)),
        format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(100_000)),
        format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "a".repeat(9_000)),
        format!("GET / HTTP/1.1\r\n{host}{}\r\n", "X: 1\r\n".repeat(500)),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        format!("GET / HTTP/9.9\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}: novalue\r\n\r\n"),
    ] {
        let reply = server.raw(&request);
        assert!(matches!(reply.status, 400 | 414 | 431), "{} {}", &request[..20], reply.status);
    }
    let mut stream = server.connect();
    stream.write_all(&[0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]).unwrap();
    let mut answered = Vec::new();
    let _ = stream.read_to_end(&mut answered);
    assert!(answered.is_empty() || answered.starts_with(b"HTTP/1.1 400"), "TLS");
    server.lives();
}

#[test]
fn a_foreign_name_is_refused_in_both_languages() {
    let server = start(ServerLimits::default());
    let port = server.address.port();
    for host in ["evil.example".to_owned(), format!("evil.example:{port}"), "127.0.0.1:1".to_owned(), "localhost".to_owned()] {
        let reply = server.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(reply.status, 400, "{host}");
        assert!(reply.text().contains("ที่อยู่ที่โปรแกรมพิมพ์ไว้") && reply.text().contains("Open the address"));
        assert_eq!(reply.field("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(reply.field("x-content-type-options"), Some("nosniff"));
    }
    assert_eq!(server.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status, 400);
    assert_eq!(server.raw("GET / HTTP/1.0\r\n\r\n").status, 400);
    let address = server.address;
    let target = |target: &str| server.raw(&format!("GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")).status;
    assert_eq!((target("http://evil.example/"), target(&format!("http://{address}/"))), (400, 200));
}

#[test]
fn pages_of_other_sites_read_nothing() {
    let server = start(ServerLimits::default());
    for fields in [
        "Origin: http://evil.example\r\n",
        "Origin: null\r\n",
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
    ] {
        let reply = server.ask("GET /", fields);
        assert_eq!(reply.status, 403, "{fields}");
        assert!(!reply.head.to_lowercase().contains("access-control"), "{}", reply.head);
        assert!(!reply.text().contains(HOME));
    }
    let preflight = server.ask("OPTIONS /", "Origin: http://evil.example\r\nAccess-Control-Request-Method: GET\r\n");
    assert_eq!(preflight.status, 403);
    let own = server.ask("GET /", &format!("Origin: http://{}\r\n", server.address));
    assert_eq!((own.status, own.head.to_lowercase().contains("access-control")), (200, false));
    let link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(server.ask("GET /", link).status, 200);
}

#[test]
fn nothing_but_reading_is_allowed() {
    let server = start(ServerLimits::default());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let reply = server.ask(&format!("{method} /"), "");
        assert_eq!((reply.status, reply.field("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    // A body is not waited for, and what follows it is not taken for a request.
    let host = server.address;
    for head in [format!("POST / HTTP/1.1\r\nHost: {host}\r\n"), format!("GET / HTTP/1.1\r\nHost: {host}\r\n")] {
        for body in ["Content-Length: 100000\r\n\r\nGET / HTTP/1.1\r\n", "Transfer-Encoding: chunked\r\n\r\n5\r\n"] {
            let reply = server.raw(&format!("{head}{body}"));
            assert!(matches!(reply.status, 200 | 405));
            assert_eq!(reply.field("connection"), Some("close"));
        }
    }
    server.lives();
}

#[test]
fn a_page_that_panics_is_a_page_that_says_so() {
    let server = start(ServerLimits::default());
    for path in ["/panic", "/strange"] {
        let reply = server.get(path);
        assert_eq!((reply.status, reply.field("content-type")), (500, Some("text/plain; charset=utf-8")));
        assert!(reply.text().contains("โปรแกรมผิดพลาด") && !reply.text().contains("<script>"), "{}", reply.text());
        assert_eq!(reply.field("x-evil"), None);
    }
    let moved = server.get("/old");
    assert_eq!((moved.status, moved.field("x-evil")), (301, None));
    assert_eq!(moved.field("location"), Some("/%E0%B9%83%E0%B8%AB%E0%B8%A1%E0%B9%88/%0D%0AX-Evil: 1"));
    server.lives();
}

/// A listener, after the greeting.
fn listen(server: &Running) -> TcpStream {
    let mut stream = server.connect();
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", server.events_path, server.address);
    stream.write_all(request.as_bytes()).unwrap();
    let head = read_until(&mut stream, "\r\n\r\n");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("content-type: text/event-stream"), "{head}");
    read_until(&mut stream, "retry: 500\n\n");
    stream
}

#[test]
fn open_pages_hear_of_events() {
    let server = start(ServerLimits { ping: Duration::from_millis(50), ..ServerLimits::default() });
    let (mut one, mut two) = (listen(&server), listen(&server));
    server.events.send(ServerEvent { name: "changed", data: "/2566/o42/\n/ประกาศ/".to_owned() });
    for stream in [&mut one, &mut two] {
        let read = read_until(stream, "ประกาศ/\n\n");
        assert!(read.contains("event: changed\ndata: /2566/o42/\ndata: /ประกาศ/\n\n"), "{read}");
        read_until(stream, ":\n\n");
    }
    for path in [EVENTS.to_owned(), format!("{EVENTS}x"), format!("{}x", server.events_path)] {
        assert_eq!(server.get(&path).status, 404);
    }
    assert_eq!(server.ask(&format!("GET {}", server.events_path), "Origin: http://evil.example\r\n").status, 403);
    assert_eq!(server.ask(&format!("HEAD {}", server.events_path), "").field("content-type"), Some("text/event-stream"));
}

#[test]
fn one_who_does_not_keep_up_is_told_to_look_again() {
    let server = start(ServerLimits::default());
    let mut slow = listen(&server);
    let data = "x".repeat(100_000);
    for _ in 0..500 {
        server.events.send(ServerEvent { name: "changed", data: data.clone() });
    }
    let (mut read, mut part) = (Vec::new(), [0; 65536]);
    while !String::from_utf8_lossy(&read).contains("event: resync\ndata:\n\n") {
        let tail = read.len().saturating_sub(100);
        read.drain(..tail);
        let count = slow.read(&mut part).unwrap();
        assert!(count > 0);
        read.extend_from_slice(&part[..count]);
    }
}

#[test]
fn the_oldest_listener_makes_room() {
    let server = start(ServerLimits { listeners: 2, ping: Duration::from_secs(3_600), ..ServerLimits::default() });
    let mut first = listen(&server);
    let mut others = [listen(&server), listen(&server)];
    let end = first.read_to_end(&mut Vec::new());
    assert!(!end.is_err_and(|error| error.kind() == ErrorKind::WouldBlock), "the first listener is still there");
    server.events.send(ServerEvent { name: "changed", data: String::new() });
    for stream in &mut others {
        read_until(stream, "event: changed\ndata: \n\n");
    }
}

#[test]
fn one_who_does_not_send_a_whole_request_is_sent_away() {
    let server = start(ServerLimits { header: Duration::from_millis(300), ..ServerLimits::default() });
    let closed = |begin: &str, drip: &str| {
        let mut stream = server.connect();
        stream.write_all(begin.as_bytes()).unwrap();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) && stream.write_all(drip.as_bytes()).is_ok() {
            stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
            match stream.read(&mut [0; 100]) {
                Ok(0) => return true,
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return true,
                _ => {}
            }
        }
        start.elapsed() < Duration::from_secs(10)
    };
    assert!(closed("", ""), "silent");
    assert!(closed("GET / HT", ""), "half a line");
    assert!(closed("GET / HTTP/1.1\r\n", "X"), "a letter now and then");
    assert!(closed(&format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", server.address), ""), "idle after an answer");
    server.lives();
}

#[test]
fn one_who_does_not_read_is_sent_away() {
    let server = start(ServerLimits { stall: Duration::from_millis(300), ..ServerLimits::default() });
    let mut stream = server.connect();
    stream.write_all(format!("GET /film HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(1_500));
    let mut read = Vec::new();
    let _ = stream.read_to_end(&mut read);
    assert!(read.starts_with(b"HTTP/1.1 200"));
    assert!((read.len() as u64) < FILM, "{}", read.len());
    server.lives();
}

#[test]
fn a_file_that_becomes_shorter_is_not_taken_for_a_whole_one() {
    let server = start(ServerLimits::default());
    let mut stream = server.connect();
    stream.write_all(format!("GET /film HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes()).unwrap();
    let head = read_until(&mut stream, "\r\n\r\n");
    assert!(head.contains(&format!("content-length: {FILM}\r\n")), "{head}");
    fs::File::options().write(true).open(server._folder.path().join("film")).unwrap().set_len(1_000).unwrap();
    // Sooner than an idle connection is closed.
    stream.set_read_timeout(Some(Duration::from_secs(8))).unwrap();
    let mut read = Vec::new();
    let end = stream.read_to_end(&mut read);
    assert!(!end.is_err_and(|error| error.kind() == ErrorKind::WouldBlock), "the connection is still there");
    assert!((read.len() as u64) < FILM, "{}", read.len());
    server.lives();
}

/// As many descriptors as we may have.
#[cfg(unix)]
fn raise_descriptors() -> u64 {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

#[cfg(unix)]
#[test]
fn thousands_of_half_open_connections_keep_nobody_out() {
    let count = usize::try_from(raise_descriptors()).unwrap_or(usize::MAX).saturating_sub(600).min(2_000);
    let server = start(ServerLimits { header: Duration::from_secs(2), ..ServerLimits::default() });
    let half = format!("GET / HTTP/1.1\r\nHost: {}\r\n", server.address);
    let mut open = Vec::new();
    for number in 0..count {
        let mut stream = server.connect();
        let _ = stream.write_all(half.as_bytes());
        open.push(stream);
        if number % 100 == 0 {
            server.lives();
        }
    }
    server.lives();
    for mut stream in open {
        // An end or a reset, not a timeout.
        let end = stream.read(&mut [0; 10]);
        assert!(end.as_ref().map_or_else(|error| error.kind() == ErrorKind::ConnectionReset, |count| *count == 0), "{end:?}");
    }
    server.lives();
}

#[test]
fn there_is_room_for_one_more_also_when_all_are_being_answered() {
    let server = start(ServerLimits { connections: 8, ..ServerLimits::default() });
    let busy: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(format!("GET /film HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes()).unwrap();
            stream
        })
        .collect();
    server.lives();
    drop(busy);
}

#[test]
fn it_ends_when_asked_to_though_everybody_is_still_there() {
    let mut server = start(ServerLimits::default());
    let open = [listen(&server), server.connect(), listen(&server)];
    let thread = server.thread.take().unwrap();
    let start = Instant::now();
    drop(server);
    thread.join().unwrap();
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    for mut stream in open {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
    }
}

#[test]
fn a_port_in_use_is_explained_or_the_next_one_taken() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let Err(error) = Server::bind(Bind::loopback(port, Ports::Only)) else { panic!("it took a port in use") };
    assert!(error.describe(Lang::Thai).contains("มีโปรแกรมอื่นใช้พอร์ตนี้อยู่"), "{error}");
    assert!(error.to_string().contains(&format!("127.0.0.1:{port}: another program has this port")), "{error}");
    if port < u16::MAX - 20 {
        let next = Server::bind(Bind::loopback(port, Ports::OrNext)).unwrap().address();
        assert!(next.ip().is_loopback() && (port + 1..=port + 20).contains(&next.port()), "{next}");
    }
}
