//! `check --external` against a server of its own on loopback.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::common::site_folder;

/// Answers by path until the test ends.
struct Server {
    port: u16,
    /// Method and path of every request.
    seen: Arc<Mutex<Vec<String>>>,
    /// Connections of the same time, at most.
    most: Arc<AtomicUsize>,
}

fn serve() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = Server { port: listener.local_addr().unwrap().port(), seen: Arc::default(), most: Arc::default() };
    let (seen, most) = (Arc::clone(&server.seen), Arc::clone(&server.most));
    let open = Arc::new(AtomicUsize::new(0));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (seen, most, open) = (Arc::clone(&seen), Arc::clone(&most), Arc::clone(&open));
            std::thread::spawn(move || {
                most.fetch_max(open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                answer(stream, &seen);
                open.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    server
}

fn answer(mut stream: TcpStream, seen: &Mutex<Vec<String>>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
    let request = format!("{method} {path}");
    let before = {
        let mut seen = seen.lock().unwrap();
        seen.push(request.clone());
        seen.iter().filter(|earlier| **earlier == request).count()
    };
    let say = |mut stream: &TcpStream, status: &str, more: &str| {
        let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n{more}\r\n");
    };
    match path.as_str() {
        "/missing" => say(&stream, "404 Not Found", ""),
        "/gone" => say(&stream, "410 Gone", ""),
        "/moved" => say(&stream, "301 Moved", "Location: /moved-2\r\n"),
        "/moved-2" => say(&stream, "308 Moved", "Location: /good\r\n"),
        "/for-now" => say(&stream, "302 Found", "Location: /good\r\n"),
        "/loop" => say(&stream, "302 Found", "Location: /loop-2\r\n"),
        "/loop-2" => say(&stream, "302 Found", "Location: /loop\r\n"),
        "/private" => say(&stream, "302 Found", "Location: /user/login?next=1\r\n"),
        "/password" => say(&stream, "401 Unauthorized", "WWW-Authenticate: Basic\r\n"),
        "/forbidden" => say(&stream, "403 Forbidden", ""),
        "/no-head" if method == "HEAD" => say(&stream, "405 Method Not Allowed", ""),
        "/busy" if before == 1 => say(&stream, "429 Too Many Requests", "Retry-After: 1\r\n"),
        "/trouble" if before < 3 && method == "GET" => say(&stream, "500 Trouble", ""),
        "/trouble" if method == "HEAD" => say(&stream, "500 Trouble", ""),
        "/broken" => say(&stream, "503 Broken", "Retry-After: 0\r\n"),
        "/reset" if before == 1 => drop(stream),
        "/silent" => std::thread::sleep(Duration::from_secs(20)),
        "/huge" if method == "GET" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n");
            while stream.write_all(&[0; 1 << 16]).is_ok() {}
        }
        "/huge" => say(&stream, "405 Method Not Allowed", ""),
        path if path.starts_with("/page-") || path.starts_with("/pdf-") => page(&stream, &method, path),
        _ => say(&stream, "200 OK", ""),
    }
}

/// Pages and PDFs that open.
fn page(mut stream: &TcpStream, method: &str, path: &str) {
    let (kind, body) = match path {
        "/page-gone" => ("text/html; charset=utf-8", "<html><head><title>\nไม่พบหน้าที่คุณต้องการ | เทศบาล</title>"),
        "/page-404" => ("text/html", "<HTML><TITLE>404 Not Found</TITLE>"),
        "/page-login" => ("text/html", "<title>เข้าสู่ระบบ - ระบบสารบรรณ</title><input type=password>"),
        "/page-untitled" => ("text/html", "<p>404 Not Found"),
        "/pdf-empty" => ("application/pdf", ""),
        "/pdf-good" => ("application/pdf", "%PDF-1.4"),
        _ => ("text/html", "<title>คำสั่งที่ 404/2566 เรื่อง หน้าที่ไม่พบในแผน</title>"),
    };
    let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    if method == "GET" {
        let _ = stream.write_all(body.as_bytes());
    }
}

/// `check --external` on a page with these links of the server; `{port}` stands for its port.
fn check(server: &Server, links: &[&str]) -> String {
    let body: String =
        links.iter().map(|link| format!("[ก]({})\n\n", link.replace("{}", &format!("http://127.0.0.1:{}", server.port)))).collect();
    let root = site_folder(&[("content/2566/o42.md", &format!("---\ntitle: ก\n---\n{body}"))]);
    let run = external(root.path().to_str().unwrap());
    assert!(matches!(run.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&run.stderr));
    let report = String::from_utf8(run.stdout).unwrap().replace(&server.port.to_string(), "PORT");
    report.lines().filter(|line| line.contains("[external-")).map(|line| format!("{line}\n")).collect()
}

fn external(root: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        command.env_remove(proxy);
    }
    command.args(["check", "--external", "--timeout", "3", "--lang", "en", "--format", "short", "--root", root]).output().unwrap()
}

#[test]
fn good_links_are_silent_and_each_is_asked_for_once() {
    let server = serve();
    let report = check(&server, &["{}/good", "{}/good#part", "{}/good", "{}/for-now", "{}/no-head", "mailto:a@example.go.th"]);
    assert_eq!(report, "");
    let seen = server.seen.lock().unwrap();
    assert_eq!(seen.iter().filter(|request| *request == "HEAD /good").count(), 2, "once by itself and once by a redirect: {seen:?}");
    assert!(seen.contains(&"GET /no-head".to_owned()) && !seen.contains(&"GET /good".to_owned()), "{seen:?}");
}

#[test]
fn dead_links_are_reported_where_they_stand() {
    let server = serve();
    let report = check(&server, &["{}/missing", "{}/gone", "{}/loop", "http://127.0.0.1:1/", "http://no-such-host.invalid/"]);
    assert!(
        report.contains(
            "content/2566/o42.md:4:5: error[external-dead]: the link to another site is dead: http://127.0.0.1:PORT/missing (HTTP 404)"
        ),
        "{report}"
    );
    assert!(report.contains("o42.md:6:5: error[external-dead]") && report.contains("(HTTP 410)"), "{report}");
    assert!(report.contains("o42.md:8:5: error[external-dead]") && report.contains("(11 redirects)"), "{report}");
    assert!(report.contains("o42.md:10:5: error[external-dead]") && report.contains("(connection refused)"), "{report}");
    assert!(report.contains("o42.md:12:5: "), "{report}");
}

/// What is not there yet, or leads from every page.
#[test]
fn pages_of_the_site_are_looked_for_in_the_site_and_the_website_of_the_body_on_its_host() {
    let server = serve();
    let host = format!("http://127.0.0.1:{}", server.port);
    let site = format!("agency: {{name: เทศบาลตำบลตัวอย่าง}}\nbase_url: {host}/ita/\ncontact: {{website: '{host}/missing'}}\n");
    let page = format!("---\ntitle: ก\nevidence: [{{url: '{host}/ita/2566/o42/', title: ก}}]\n---\n[ก]({host}/ita/2566/o42/)\n");
    let root = site_folder(&[("content/site.yaml", &site), ("content/2566/o42.md", &page)]);
    let run = external(root.path().to_str().unwrap());
    let report = String::from_utf8(run.stdout).unwrap();
    assert!(report.contains("content/site.yaml:3:20: error[external-dead]"), "{report}");
    assert!(server.seen.lock().unwrap().iter().all(|request| request.ends_with(" /missing")), "{:?}", server.seen.lock().unwrap());
}

#[test]
fn what_moved_and_what_asks_for_a_login_is_said() {
    let server = serve();
    let of_the_office = ["http://192.168.1.10/plan.pdf", "http://[::ffff:192.168.1.10]/", "http://nas.local./", "http://nas.home.arpa/"];
    let report = check(&server, &[&["{}/moved", "{}/private", "{}/password"], &of_the_office[..]].concat());
    assert!(
        report.contains(
            "o42.md:4:5: info[external-moved]: the link http://127.0.0.1:PORT/moved has moved for good to http://127.0.0.1:PORT/good"
        ),
        "{report}"
    );
    assert_eq!(report.matches("warning[external-login]").count(), 2, "{report}");
    assert_eq!(report.lines().count(), 3, "an address of the office is not asked: {report}");
}

#[test]
fn pages_that_open_and_have_nothing_are_said_and_good_ones_are_not() {
    let server = serve();
    let links = ["{}/page-gone", "{}/page-404", "{}/page-login", "{}/pdf-empty", "{}/page-good", "{}/pdf-good", "{}/page-untitled"];
    let report = check(&server, &links);
    for said in [
        "o42.md:4:5: warning[external-nothing]: the link http://127.0.0.1:PORT/page-gone opens, but what opens is called “ไม่พบหน้าที่คุณต้องการ | เทศบาล”",
        "o42.md:6:5: warning[external-nothing]: the link http://127.0.0.1:PORT/page-404 opens, but what opens is called “404 Not Found”",
        "o42.md:8:5: warning[external-login]: the link http://127.0.0.1:PORT/page-login shows something only after a login",
        "o42.md:10:5: warning[external-nothing]: the link http://127.0.0.1:PORT/pdf-empty opens, but the PDF is empty",
    ] {
        assert!(report.contains(said), "{said}: {report}");
    }
    assert_eq!(report.lines().count(), 4, "{report}");
}

#[test]
fn a_server_in_trouble_is_asked_again() {
    let server = serve();
    let report = check(&server, &["{}/busy", "{}/trouble", "{}/reset", "{}/broken", "{}/forbidden"]);
    assert_eq!(report.lines().count(), 2, "{report}");
    assert!(report.contains("o42.md:10:5: warning[external-slow]") && report.contains("o42.md:12:5: warning[external-slow]"), "{report}");
    assert!(report.contains("gave no good answer: http://127.0.0.1:PORT/forbidden (HTTP 403)"), "{report}");
}

#[test]
fn neither_silence_nor_a_flood_holds_it_up() {
    let server = serve();
    let started = Instant::now();
    let report = check(&server, &["{}/silent", "{}/huge"]);
    assert!(started.elapsed() < Duration::from_secs(15), "hangs");
    assert_eq!(report.lines().count(), 1, "{report}");
    assert!(report.contains("o42.md:4:5: warning[external-slow]: the link to another site gave no answer in time:"), "{report}");
}

#[test]
fn a_host_never_has_more_than_two_visitors_and_a_build_none() {
    let server = serve();
    let links: Vec<String> = (0..30).map(|number| format!("{{}}/{number}")).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    assert_eq!(check(&server, &links), "");
    assert!(server.most.load(Ordering::SeqCst) <= 3, "one may be closing: {}", server.most.load(Ordering::SeqCst));
    let seen = server.seen.lock().unwrap().len();
    let page = format!("---\ntitle: ก\n---\n[ก](http://127.0.0.1:{}/missing)\n", server.port);
    let root = site_folder(&[("content/2566/o42.md", &page)]);
    assert!(crate::common::prongsai(&["build", "--root", root.path().to_str().unwrap()]).status.success());
    assert_eq!(server.seen.lock().unwrap().len(), seen);
}
