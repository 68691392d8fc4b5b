//! What is typed as the copy that `prongsai verify` looks at, and addresses that end in `/`.

use std::fs;
use std::io::Write;
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::common::{prongsai, site_folder};
use crate::verify::{answer, published, said, serve, text, verify};

#[test]
fn a_host_without_its_scheme_is_told_with_the_command_that_was_meant() {
    for (typed, command) in [
        ("www.example.go.th/ita/", "prongsai verify https://www.example.go.th/ita/"),
        ("htp://www.example.go.th/ita/", "prongsai verify http://www.example.go.th/ita/"),
        ("เทศบาล.ไทย", "prongsai verify https://เทศบาล.ไทย"),
        ("localhost:8000", "prongsai verify http://localhost:8000"),
    ] {
        let run = verify(typed, &[]);
        assert_eq!(run.status.code(), Some(2));
        assert!(said(&run).trim_end().ends_with(command), "{typed}: {}", said(&run));
    }
    // The folder of the site instead of the folder of the web.
    let root = published();
    let run = verify(text(root.path()), &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).trim_end().ends_with(&format!("prongsai verify {}", text(&root.path().join("public")))), "{}", said(&run));
    for typed in ["public", "../site/public", "no such.zip"] {
        let run = verify(typed, &[]);
        assert_eq!(run.status.code(), Some(2));
        assert!(!said(&run).contains("prongsai verify http"), "{typed}: {}", said(&run));
    }
}

#[test]
fn names_with_what_was_pasted_along_are_read() {
    let root = published();
    let public = root.path().join("public");
    let (folder, base) = (text(&public), serve(&public, "/ita/", |_, _| false));
    let names = [
        format!("\"{folder}\""),
        format!("file://{folder}"),
        format!("{folder}/manifest.json"),
        format!("{folder}/index.html"),
        format!(" <{base}> "),
        base.replace("http://", "http:/"),
    ];
    for name in names {
        assert_eq!(answer(&name).1, 0, "{name}");
    }
}

fn not_found(stream: &mut TcpStream, status: &str) -> bool {
    let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    true
}

#[test]
fn a_host_that_does_not_open_addresses_as_they_were_submitted_is_told() {
    type Special = fn(&str, &mut TcpStream) -> bool;
    let hosts: [(Special, &str); 5] = [
        (
            |path, stream| path.ends_with('/') && not_found(stream, "404 Not Found"),
            "at /2566/o9/ (HTTP 404), although the file /2566/o9/index.html is there",
        ),
        (|path, stream| path.ends_with('/') && not_found(stream, "403 Forbidden"), "at /2566/o9/ (HTTP 403)"),
        // The files of another program come first.
        (
            |path, stream| path == "/ita/" && stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nWordPress").is_ok(),
            "at / (it shows something else)",
        ),
        (
            |path, stream| {
                path.ends_with("o9/")
                    && stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n").is_ok()
            },
            "at /2566/o9/ (it leads to https://other.example/)",
        ),
        (
            |path, stream| {
                path == "/ita/"
                    && stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n").is_ok()
            },
            "at / (it leads to https://other.example/)",
        ),
    ];
    let root = published();
    for (special, words) in hosts {
        let (found, status) = answer(&serve(&root.path().join("public"), "/ita/", special));
        let problems = found["problems"].as_array().unwrap();
        assert_eq!((status, problems.len(), &found["changed"], &found["missing"]), (1, 1, &json!([]), &json!([])), "{found:#}");
        assert!(problems[0].as_str().unwrap().contains(words), "{words}: {found:#}");
    }
    // One that leads to the file itself opens it.
    let leads: Special = |path, stream| {
        let to = format!("HTTP/1.1 301 Moved\r\nLocation: {path}index.html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        path.ends_with('/') && stream.write_all(to.as_bytes()).is_ok()
    };
    let (found, status) = answer(&serve(&root.path().join("public"), "/ita/", leads));
    assert_eq!((status, &found["ok"]), (0, &Value::Bool(true)), "{found:#}");
    // A page that is wrong itself is said once.
    fs::remove_file(root.path().join("public/index.html")).unwrap();
    let (found, status) = answer(&serve(&root.path().join("public"), "/ita/", |_, _| false));
    assert_eq!((status, &found["missing"], &found["problems"]), (1, &json!(["index.html"]), &json!([])), "{found:#}");
}

#[test]
fn a_host_that_has_something_everywhere_makes_no_history_for_a_site_that_was_only_built() {
    let site = site_folder(&[("content/pages/news.md", "---\ntitle: ข่าว\n---\nข่าว\n")]);
    assert!(prongsai(&["build", "--root", text(site.path())]).status.success());
    for body in ["<!doctype html><title>x</title>", "# nothing\n", ""] {
        fs::create_dir_all(site.path().join("public/history")).unwrap();
        fs::write(site.path().join("public/history/history.yaml"), body).unwrap();
        let (found, status) = answer(&serve(&site.path().join("public"), "/ita/", |_, _| false));
        assert_eq!((status, &found["problems"]), (0, &json!([])), "{found:#}");
    }
}

#[test]
fn a_host_that_leads_to_another_address_is_told_with_the_command_for_that() {
    let root = published();
    let leads = |path: &str, stream: &mut TcpStream| {
        let to =
            format!("HTTP/1.1 301 Moved\r\nLocation: https://www.example.go.th{path}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        stream.write_all(to.as_bytes()).is_ok()
    };
    let run = verify(&serve(&root.path().join("public"), "/ita/", leads), &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).trim_end().ends_with("prongsai verify https://www.example.go.th/ita/"), "{}", said(&run));
}
