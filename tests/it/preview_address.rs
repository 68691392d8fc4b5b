//! Where the preview is, and how it answers there: sub-path, Thai names, ports, the end.

use std::fs;
use std::net::TcpListener;

use tempfile::TempDir;

use crate::common::{prongsai, site_folder};
use crate::preview_session::Session;

fn site() -> TempDir {
    site_folder(&[
        ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://x.go.th/ita/\nyears: [2566]\n"),
        ("content/2566/o1/index.md", "---\ntitle: แผน\naliases: [/เดิม/]\n---\n[แผน](แผน%20ปี.txt)\n"),
        ("content/2566/o1/แผน ปี.txt", "0123456789"),
    ])
}

#[test]
fn it_lies_where_the_site_will_lie() {
    let root = site();
    let preview = Session::start(root.path(), &[]);
    assert_eq!(preview.base, "/ita/");
    assert!(preview.address.ip().is_loopback());
    for path in ["/", "/ita"] {
        let reply = preview.ask("GET", path, "");
        assert_eq!((reply.status, reply.field("location")), (302, Some("/ita/")), "{path}");
    }
    assert_eq!(preview.ask("GET", "/ita/2566/o1", "").field("location"), Some("/ita/2566/o1/"));
    assert_eq!(preview.ask("GET", "/ita/_prongsai", "").field("location"), Some("/ita/_prongsai/"));
    assert!(preview.page("2566/o1/").contains("href=\"/ita/_prongsai/"));
    // Outside of the site there is nothing, and it is said on its own page.
    for path in ["/2566/o1/", "/ita/2566/o99/", "/italy/", "/ita//", "/ita/2566/o1/no.pdf"] {
        let reply = preview.ask("GET", path, "");
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.has("<h1") && reply.text().trim_end().ends_with("</html>"), "{}", reply.text());
    }
    let elsewhere = Session::start(root.path(), &["--base-url", "https://x.go.th/ที่อื่น/"]);
    assert_eq!(elsewhere.base, "/ที่อื่น/");
    assert!(elsewhere.page("2566/o1/").contains("prongsai-bar"));
    assert_eq!(elsewhere.ask("GET", "/ita/2566/o1/", "").status, 404);
}

#[test]
fn thai_names_parts_and_what_a_browser_has_already() {
    let root = site();
    let preview = Session::start(root.path(), &[]);
    assert!(preview.get("เดิม/").has("/ita/2566/o1/"));
    let file = "/ita/2566/o1/แผน ปี.txt";
    let whole = preview.ask("GET", file, "");
    assert_eq!((whole.status, whole.text().as_str(), whole.field("content-type")), (200, "0123456789", Some("text/plain; charset=utf-8")));
    let part = preview.ask("GET", file, "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.text().as_str(), part.field("content-range")), (206, "234", Some("bytes 2-4/10")));
    for path in [file, "/ita/2566/o1/", "/ita/assets/site.css", "/ita/"] {
        let (get, head) = (preview.ask("GET", path, ""), preview.ask("HEAD", path, ""));
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        assert_eq!(head.field("content-type"), get.field("content-type"));
    }
    preview.checked("2566/o1/");
    for path in [file, "/ita/2566/o1/", "/ita/assets/site.css"] {
        let tag = preview.ask("GET", path, "").field("etag").unwrap().to_owned();
        let again = preview.ask("GET", path, &format!("If-None-Match: {tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(preview.ask(method, "/ita/", "").status, 405, "{method}");
    }
    fs::write(root.path().join("content/.env"), "SECRET").unwrap();
    for path in ["/ita/../content/.env", "/ita/.env", "/ita/content/site.yaml", "/ita/2566/o1/index.md"] {
        let reply = preview.ask("GET", path, "");
        assert!(reply.status == 404 && !reply.has("SECRET"), "{path}");
    }
}

#[test]
fn drafts_are_seen_only_when_they_are_asked_for() {
    let root = site();
    fs::write(root.path().join("content/2566/o3.md"), "---\ntitle: ร่าง\ndraft: true\n---\nเนื้อหาร่าง\n").unwrap();
    assert!(!Session::start(root.path(), &[]).get("2566/o3/").has("เนื้อหาร่าง"));
    assert!(Session::start(root.path(), &["--drafts"]).get("2566/o3/").has("เนื้อหาร่าง"));
}

#[test]
fn a_port_that_is_taken_is_named_with_one_that_is_free() {
    let (root, other) = (site(), TcpListener::bind("127.0.0.1:0").unwrap());
    let port = other.local_addr().unwrap().port().to_string();
    let run = prongsai(&["serve", "--lang", "en", "--root", root.path().to_str().unwrap(), "--port", &port]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains(&format!("port {port} is used by another program")), "{said}");
    let free = said.split("prongsai serve --port ").nth(1).unwrap_or_else(|| panic!("{said}")).to_owned();
    let free: String = free.chars().take_while(char::is_ascii_digit).collect();
    assert_ne!(free, port);
    let preview = Session::of(&["--root", root.path().to_str().unwrap(), "--port", &free]);
    assert_eq!((preview.address.port().to_string(), preview.get("").status), (free, 200));
}

#[test]
fn without_a_port_the_next_free_one_is_taken() {
    let root = site();
    let options = ["--root", root.path().to_str().unwrap()];
    // Whoever has it: us or another program.
    let taken = TcpListener::bind("127.0.0.1:8000");
    let preview = Session::of(&options);
    assert!((8001..=8020).contains(&preview.address.port()), "{} {taken:?}", preview.said);
    let next = Session::of(&options);
    assert!(next.address.port() > preview.address.port(), "{}", next.said);
    assert_eq!((preview.get("").status, next.get("").status), (200, 200));
}

// A test can send no Ctrl-C on Windows.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_within_a_second() {
    let root = site();
    for is_heard in [false, true] {
        let preview = Session::start(root.path(), &[]);
        let ear = is_heard.then(|| preview.listen());
        let (status, time) = preview.end(rustix::process::Signal::INT);
        assert_eq!(status.code(), Some(0));
        assert!(time < std::time::Duration::from_secs(1), "{time:?}");
        drop(ear);
    }
}
