//! `prongsai verify` and the packs of `publish --pack` (P36, P37): what was changed is named, and
//! nothing that is right is blamed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{files_below, link, prongsai, site_folder};

/// Two publications of a small site.
pub fn published() -> TempDir {
    let root = site_folder(&[
        (
            "content/site.yaml",
            "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: warning}}\n",
        ),
        ("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nเนื้อหาแรก\n"),
        ("content/2566/o2/index.md", "---\ntitle: ผู้บริหาร\n---\n[บันทึก](บันทึก%201.txt)\n"),
        ("content/2566/o2/บันทึก 1.txt", "หลักฐาน\n"),
        ("content/2566/o3.md", "---\ntitle: อำนาจหน้าที่\n---\nข้อความ\n"),
    ]);
    publish(root.path(), "2026-11-01");
    fs::write(root.path().join("content/2566/o1.md"), "---\ntitle: โครงสร้าง\n---\nเนื้อหาที่สอง\n").unwrap();
    publish(root.path(), "2026-11-05");
    root
}

pub fn publish(root: &Path, today: &str) {
    let run = prongsai(&["publish", "--lang", "en", "--today", today, "--note", "ปรับปรุง", "--root", root.to_str().unwrap()]);
    assert!(run.status.success(), "{}", said(&run));
}

pub fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned() + &String::from_utf8_lossy(&run.stdout)
}

/// Runs in a folder without a site.
pub fn verify(copy: &str, more: &[&str]) -> Output {
    verify_in(tempfile::tempdir().unwrap().path(), copy, more)
}

/// Runs in a folder, and asks no proxy.
pub fn verify_in(folder: &Path, copy: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        command.env_remove(proxy);
    }
    command.env("PRONGSAI_LANG", "en").current_dir(folder).args(["verify", copy]).args(more).output().unwrap()
}

/// The answer for programs, and the exit status.
pub fn answer(copy: &str) -> (Value, i32) {
    let run = verify(copy, &["--format", "json"]);
    let answer = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{}", said(&run)));
    (answer, run.status.code().unwrap())
}

pub fn copy_of(files: &BTreeMap<String, Vec<u8>>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    folder
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_published_copy_verifies_and_files_of_other_people_are_only_mentioned() {
    let root = published();
    let public = root.path().join("public");
    fs::write(public.join("CNAME"), "www.example.go.th").unwrap();
    fs::create_dir_all(public.join("uploads")).unwrap();
    fs::write(public.join("uploads/a.pdf"), "x").unwrap();
    let (found, status) = answer(text(&public));
    assert_eq!((status, &found["ok"]), (0, &Value::Bool(true)), "{found:#}");
    assert_eq!(found["foreign"], serde_json::json!(["CNAME", "uploads/a.pdf"]));
    assert_eq!(found["history"]["entries"], 2);
    assert_eq!(found["history"]["head"].as_str().unwrap().len(), 64);
    let run = verify(text(&public), &[]);
    assert!(said(&run).contains("not in the manifest (allowed): CNAME") && said(&run).contains("as published"), "{}", said(&run));
    // A site that was built and never published has no history, which is no fault.
    let built = site_folder(&[("content/2566/o1.md", "---\ntitle: ก\n---\n")]);
    assert!(prongsai(&["build", "--root", text(built.path())]).status.success());
    assert_eq!(answer(text(&built.path().join("public"))).1, 0);
}

#[test]
fn what_was_built_after_the_last_publication_is_not_what_was_published() {
    let root = published();
    fs::write(root.path().join("content/2566/o3.md"), "---\ntitle: อำนาจหน้าที่\n---\nข้อความใหม่\n").unwrap();
    assert!(prongsai(&["build", "--today", "2026-11-06", "--root", text(root.path())]).status.success());
    let (found, status) = answer(text(&root.path().join("public")));
    assert_eq!(status, 1);
    assert!(found.to_string().contains("other bytes were published at /2566/o3/"), "{found:#}");
    assert_eq!(found["changed"], serde_json::json!([]));
}

pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A stream of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// Changes a copy, and says which paths must be named.
fn tamper(files: &mut BTreeMap<String, Vec<u8>>, kind: usize, dice: &mut Dice) -> Vec<String> {
    let names: Vec<String> = files.keys().filter(|name| *name != "manifest.json").cloned().collect();
    let name = names[dice.below(names.len())].clone();
    match kind {
        0 => {
            let bytes = files.get_mut(&name).unwrap();
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            vec![name]
        }
        1 => {
            let bytes = files.get_mut(&name).unwrap();
            let end = dice.below(bytes.len());
            bytes.truncate(end);
            vec![name]
        }
        2 => {
            files.remove(&name);
            vec![name]
        }
        3 => {
            let added = ["2566/o2/extra.pdf", "2566/o2/deep/extra.txt", "2566/o99/index.html", "fake.html", "CATALOG.JSON"][dice.below(5)];
            files.insert(added.to_owned(), b"added".to_vec());
            vec![added.to_owned()]
        }
        4 => {
            let bytes = files.remove(&name).unwrap();
            let new = format!("2566/o1/{}-copy.html", dice.below(1000));
            files.insert(new.clone(), bytes);
            vec![name, new]
        }
        5 => {
            let other = names.iter().find(|other| files[*other] != files[&name]).unwrap().clone();
            let (a, b) = (files[&name].clone(), files[&other].clone());
            files.insert(name.clone(), b);
            files.insert(other.clone(), a);
            vec![name, other]
        }
        6 => {
            let manifest = String::from_utf8(files["manifest.json"].clone()).unwrap();
            let lines: Vec<&str> = manifest.lines().collect();
            let at = 1 + dice.below(lines.len() - 2);
            let edited = match dice.below(3) {
                0 => lines[at].replacen("\"size\":", "\"size\":1", 1),
                1 => lines[at].replacen("\"sha256\":\"", "\"sha256\":\"0", 1),
                _ => String::new(),
            };
            let lines: Vec<&str> = lines.iter().enumerate().map(|(line, text)| if line == at { edited.as_str() } else { text }).collect();
            files.insert("manifest.json".to_owned(), (lines.join("\n") + "\n").into_bytes());
            vec!["manifest.json".to_owned()]
        }
        _ => {
            let history = String::from_utf8(files["history/history.yaml"].clone()).unwrap();
            let (from, to) =
                [("2026-11-01", "2026-10-01"), ("ปรับปรุง", "แก้ไข"), ("/2566/o1/", "/2566/o9/"), ("- date", "# date")][dice.below(4)];
            files.insert("history/history.yaml".to_owned(), history.replacen(from, to, 1).into_bytes());
            vec!["history/history.yaml".to_owned()]
        }
    }
}

#[test]
fn two_hundred_tamperings_are_each_named() {
    let root = published();
    let files = files_below(&root.path().join("public"));
    let mut dice = Dice(0x0042_2566);
    for round in 0..200 {
        let mut copy = files.clone();
        let expected = tamper(&mut copy, round % 8, &mut dice);
        let folder = copy_of(&copy);
        let (found, status) = answer(text(folder.path()));
        assert_eq!((status, &found["ok"]), (1, &Value::Bool(false)), "round {round}: {expected:?}\n{found:#}");
        let named: Vec<&str> = ["missing", "changed", "added"]
            .iter()
            .flat_map(|list| found[*list].as_array().unwrap())
            .map(|name| name.as_str().unwrap())
            .collect();
        assert!(expected.iter().all(|path| named.contains(&path.as_str())), "round {round}: {expected:?}\n{found:#}");
    }
}

#[test]
fn a_past_that_is_rewritten_with_all_its_hashes_still_breaks_the_chain() {
    let root = published();
    let mut files = files_below(&root.path().join("public"));
    let history = String::from_utf8(files["history/history.yaml"].clone()).unwrap().replacen("2026-11-01", "2026-10-01", 1);
    let old = sha256(&files["history/history.yaml"]);
    let new = sha256(history.as_bytes());
    for list in ["manifest.json", "manifest-sha256.txt"] {
        let before = sha256(&files["manifest.json"]);
        let text = String::from_utf8(files[list].clone()).unwrap().replace(&old, &new);
        let own = if list == "manifest.json" { sha256(text.as_bytes()) } else { before.clone() };
        files.insert(list.to_owned(), text.into_bytes());
        let sums = String::from_utf8(files["manifest-sha256.txt"].clone()).unwrap().replace(&before, &own);
        files.insert("manifest-sha256.txt".to_owned(), sums.into_bytes());
    }
    files.insert("history/history.yaml".to_owned(), history.into_bytes());
    let folder = copy_of(&files);
    let (found, status) = answer(text(folder.path()));
    assert_eq!(status, 1);
    assert_eq!((&found["changed"], &found["history"]["ok"]), (&serde_json::json!([]), &Value::Bool(false)), "{found:#}");
}

#[test]
fn links_are_not_read() {
    let root = published();
    let files = files_below(&root.path().join("public"));
    let outside = tempfile::tempdir().unwrap();
    for name in ["2566/o1/index.html", "assets/site.css"] {
        let folder = copy_of(&files);
        let file = folder.path().join(name);
        fs::rename(&file, outside.path().join("same")).unwrap();
        link(&outside.path().join("same"), &file);
        let (found, status) = answer(text(folder.path()));
        assert_eq!((status, &found["changed"]), (1, &serde_json::json!([name])), "{found:#}");
    }
    // The same bytes behind a folder that is a link are not below the folder.
    let folder = copy_of(&files);
    fs::rename(folder.path().join("2566/o1"), outside.path().join("o1")).unwrap();
    link(&outside.path().join("o1"), &folder.path().join("2566/o1"));
    let (found, status) = answer(text(folder.path()));
    assert_eq!(status, 1);
    assert!(found["missing"].to_string().contains("2566/o1/index.html"), "{found:#}");
}

// Windows has no pipes among files.
#[cfg(unix)]
#[test]
fn pipes_are_not_read() {
    let root = published();
    let files = files_below(&root.path().join("public"));
    let folder = copy_of(&files);
    fs::remove_file(folder.path().join("404.html")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("404.html")).status().unwrap().success());
    let (found, status) = answer(text(folder.path()));
    assert_eq!((status, &found["changed"]), (1, &serde_json::json!(["404.html"])), "{found:#}");
}

#[test]
fn hostile_manifests_are_refused_with_a_reason_each() {
    let hash = "a".repeat(64);
    let file = |path: &str| format!("{{\"path\":{},\"size\":1,\"sha256\":\"{hash}\"}}", Value::from(path));
    let with = |files: &str| format!("{{\"generator\":\"prongsai\",\"version\":1,\"files\":[{files}]}}");
    let two = |a: &str, b: &str| with(&format!("{},{}", file(a), file(b)));
    let of_size = |size: &str| with(&format!("{{\"path\":\"a.txt\",\"size\":{size},\"sha256\":\"{hash}\"}}"));
    let of_hash = |hash: &str| with(&format!("{{\"path\":\"a.txt\",\"size\":1,\"sha256\":\"{hash}\"}}"));
    let cases: Vec<(String, &str)> = vec![
        (with(&file("../a.txt")), "a part . or .."),
        (with(&file("a/../../b.txt")), "a part . or .."),
        (with(&file("./a.txt")), "a part . or .."),
        (with(&file("/etc/passwd")), "begins with /"),
        (with(&file("a\\..\\b.txt")), "backslash"),
        (with(&file("C:/a.txt")), "colon"),
        (with(&file("a\0.txt")), "control character"),
        (with(&file("")), "is empty"),
        (with(&file("a//b.txt")), "is empty"),
        (two("a.txt", "a.txt"), "lists a file twice"),
        (with(&format!("{},{}", file("a.txt"), file("a.txt").replace("aaaa", "bbbb"))), "two hashes"),
        (two("\u{e9}.txt", "e\u{301}.txt"), "coding of a letter"),
        (two("2566/o1/a.txt", "2566/O1/a.txt"), "only in case"),
        (two("2566/o1", "2566/o1/a.txt"), "both a file and a folder"),
        (with(&file("manifest.json")), "lists itself"),
        (with(&file("manifest-sha256.txt")), "lists itself"),
        (with(&file("a.txt"))[..40].to_owned(), "not JSON of our form"),
        (with(&file("a.txt")).replace("\"files\"", "\"extra\":1,\"files\""), "unknown field"),
        (with(&file("a.txt")).replace("\"size\"", "\"mode\":1,\"size\""), "unknown field"),
        (with(&file("a.txt")).replace("\"prongsai\"", "\"another\""), "another program"),
        (with(&file("a.txt")).replace("\"version\":1", "\"version\":9"), "another version"),
        (of_size("-1"), "not JSON of our form"),
        (of_size("99999999999999999999999"), "not JSON of our form"),
        (of_size("18446744073709551615"), "larger than anything"),
        (of_hash(&"z".repeat(64)), "64 hexadecimal digits"),
        (of_hash(&"A".repeat(64)), "64 hexadecimal digits"),
        (of_hash("abc"), "64 hexadecimal digits"),
        (String::new(), "not JSON of our form"),
        ("\u{feff}".to_owned() + &with(&file("a.txt")), "not JSON of our form"),
    ];
    for (manifest, reason) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("manifest.json"), &manifest).unwrap();
        let (found, status) = answer(text(folder.path()));
        assert_eq!(status, 1, "{manifest}");
        assert!(found["problems"].to_string().contains(reason), "{manifest}\n{found:#}");
        assert_eq!(found["changed"], serde_json::json!(["manifest.json"]));
    }
    let folder = tempfile::tempdir().unwrap();
    fs::File::create(folder.path().join("manifest.json")).unwrap().set_len((256 << 20) + 1).unwrap();
    assert!(answer(text(folder.path())).0["problems"].to_string().contains("larger than 256 MB"));
}

#[test]
fn what_cannot_be_checked_is_status_2_with_the_reason() {
    let empty = tempfile::tempdir().unwrap();
    for (copy, reason) in [
        (text(empty.path()).to_owned(), "there is no manifest.json"),
        (text(empty.path()).to_owned() + "/no-such", "no such folder"),
        (text(empty.path()).to_owned() + "/no-such.zip", "no such folder or file"),
        ("http://127.0.0.1:1/".to_owned(), "connection refused"),
    ] {
        let run = verify(&copy, &["--timeout", "3"]);
        assert_eq!(run.status.code(), Some(2), "{copy}: {}", said(&run));
        assert!(said(&run).contains(reason), "{copy}: {}", said(&run));
    }
}

/// A plain static server of a folder, below a path of its own; `special` answers first.
pub fn serve(folder: &Path, below: &'static str, special: fn(&str, &mut TcpStream) -> bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let folder: PathBuf = folder.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            std::thread::spawn(move || respond(stream, &folder, below, special));
        }
    });
    format!("http://127.0.0.1:{port}{below}")
}

fn respond(mut stream: TcpStream, folder: &Path, below: &str, special: fn(&str, &mut TcpStream) -> bool) {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let path = percent_decoded(&path);
    if special(&path, &mut stream) {
        return;
    }
    let file = if path.ends_with('/') { path + "index.html" } else { path };
    let bytes = file.strip_prefix(below).and_then(|path| fs::read(folder.join(path)).ok());
    let (status, bytes) = bytes.map_or(("404 Not Found", Vec::new()), |bytes| ("200 OK", bytes));
    let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
    let _ = stream.write_all(&bytes);
}

fn percent_decoded(path: &str) -> String {
    let (mut out, mut bytes) = (Vec::new(), path.bytes());
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                out.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            byte => out.push(byte),
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn a_copy_on_a_server_verifies_also_below_a_path_and_a_changed_byte_is_found() {
    let root = published();
    let public = root.path().join("public");
    for below in ["/", "/ita/oit/"] {
        let base = serve(&public, below, |_, _| false);
        for address in [base.clone(), base.trim_end_matches('/').to_owned(), format!("{base}manifest.json")] {
            let (found, status) = answer(&address);
            assert_eq!((status, &found["sees_added"]), (0, &Value::Bool(false)), "{address}: {found:#}");
        }
        let run = verify(&base, &[]);
        assert!(said(&run).contains("added files cannot be seen over the web"), "{}", said(&run));
    }
    let note = public.join("2566/o2/บันทึก 1.txt");
    let mut bytes = fs::read(&note).unwrap();
    bytes[0] ^= 1;
    fs::remove_file(&note).unwrap();
    fs::write(&note, bytes).unwrap();
    fs::remove_file(public.join("feed.xml")).unwrap();
    let (found, status) = answer(&serve(&public, "/", |_, _| false));
    assert_eq!((status, &found["changed"]), (1, &serde_json::json!(["2566/o2/บันทึก 1.txt"])), "{found:#}");
    assert_eq!(found["missing"], serde_json::json!(["feed.xml"]));
}

#[test]
fn files_that_a_host_keeps_to_itself_are_excused_on_the_web_and_count_in_a_folder() {
    fn special(path: &str, stream: &mut TcpStream) -> bool {
        let status = match path {
            "/.htaccess" | "/nginx-headers.conf" => "403 Forbidden",
            "/web.config" | "/.nojekyll" => "404 Not Found",
            _ => return false,
        };
        let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        true
    }
    let root = site_folder(&[
        (
            "content/site.yaml",
            "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/\nheaders: [netlify, apache, nginx, iis, github-pages]\n",
        ),
        ("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\nโทร\n"),
    ]);
    publish(root.path(), "2026-11-01");
    let public = root.path().join("public");
    let base = serve(&public, "/", special);
    let (found, status) = answer(&base);
    assert_eq!((status, &found["ok"], &found["missing"]), (0, &Value::Bool(true), &serde_json::json!([])), "{found:#}");
    assert_eq!(found["withheld"], serde_json::json!([".htaccess", ".nojekyll", "nginx-headers.conf", "web.config"]));
    let run = verify(&base, &[]);
    let line =
        "kept by the host for itself, and so not counted (verify the folder for them): .htaccess .nojekyll nginx-headers.conf web.config";
    assert!(said(&run).lines().any(|found| found == line), "{}", said(&run));
    let files = found["files"].as_u64().unwrap();
    assert!(said(&run).contains(&format!("all {} files", files - 4)), "{}", said(&run));
    // What is given out counts, and so does any file in a folder.
    fs::remove_file(public.join("_headers")).unwrap();
    fs::write(public.join("_headers"), "changed").unwrap();
    assert_eq!(answer(&base).0["changed"], serde_json::json!(["_headers"]));
    fs::remove_file(public.join(".htaccess")).unwrap();
    assert_eq!(answer(text(&public)).0["missing"], serde_json::json!([".htaccess"]));
}

/// A server that packs every body, whatever was asked for, and says so.
fn serve_packed(folder: &Path, coding: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let folder: PathBuf = folder.to_owned();
    let respond = move |mut stream: TcpStream| {
        let (mut head, mut byte) = (Vec::new(), [0]);
        while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
            head.push(byte[0]);
        }
        let head = String::from_utf8_lossy(&head).into_owned();
        let path = percent_decoded(head.split(' ').nth(1).unwrap_or_default());
        let file = if path.ends_with('/') { path + "index.html" } else { path };
        let (status, bytes) = match fs::read(folder.join(file.trim_start_matches('/'))) {
            Ok(bytes) => ("200 OK", bytes),
            Err(_) => ("404 Not Found", Vec::new()),
        };
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&bytes).unwrap();
        let packed = packer.finish().unwrap();
        let length = packed.len();
        let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Encoding: {coding}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        let _ = stream.write_all(&packed);
    };
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let respond = respond.clone();
            std::thread::spawn(move || respond(stream));
        }
    });
    format!("http://127.0.0.1:{port}/")
}

#[test]
fn a_server_that_packs_what_was_asked_for_as_it_is_does_no_harm_or_is_named() {
    let root = published();
    let run = verify(&serve_packed(&root.path().join("public"), "gzip"), &[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let run = verify(&serve_packed(&root.path().join("public"), "br"), &[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(
        said(&run).contains("the server packs the file as br although its bytes were asked for (Content-Encoding: br)"),
        "{}",
        said(&run)
    );
}

#[test]
fn slow_and_endless_answers_and_ways_to_other_servers_are_bounded() {
    fn special(path: &str, stream: &mut TcpStream) -> bool {
        match path {
            "/404.html" => {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                while stream.write_all(&[0; 1 << 16]).is_ok() {}
            }
            "/feed.xml" => {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while stream.write_all(b"x").is_ok() {
                    std::thread::sleep(Duration::from_millis(300));
                }
            }
            "/sitemap.xml" => {
                let _ = stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/sitemap.xml\r\nContent-Length: 0\r\n\r\n");
            }
            "/catalog.json" => {
                let _ =
                    stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: /catalog.json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
            _ => return false,
        }
        true
    }
    let root = published();
    let base = serve(&root.path().join("public"), "/", special);
    let started = Instant::now();
    let run = verify(&base, &["--format", "json", "--timeout", "2"]);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!((run.status.code(), &found["changed"]), (Some(1), &serde_json::json!(["404.html"])), "{found:#}");
    let problems = found["problems"].to_string();
    assert!(problems.contains("feed.xml: it did not arrive in time"), "{found:#}");
    assert!(problems.contains("sitemap.xml: the server leads elsewhere: http://127.0.0.1:1/"), "{found:#}");
    assert!(problems.contains("catalog.json: the server leads elsewhere"), "{found:#}");
}

fn pack(root: &Path, page: &str, file: &Path) -> Output {
    prongsai(&["publish", "--lang", "en", "--root", text(root), "--pack", page, text(file)])
}

fn parts(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(file).unwrap())).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(name, bytes);
    }
    parts
}

fn zipped(parts: &BTreeMap<String, Vec<u8>>, file: &Path) {
    let mut archive = zip::ZipWriter::new(fs::File::create(file).unwrap());
    for (name, bytes) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn a_pack_is_the_page_with_all_that_proves_it_and_the_same_bytes_every_time() {
    let root = published();
    let before = files_below(root.path());
    let folder = tempfile::tempdir().unwrap();
    let (file, again) = (folder.path().join("o2.zip"), folder.path().join("again.zip"));
    let run = pack(root.path(), "2566/o2", &file);
    assert!(run.status.success(), "{}", said(&run));
    assert!(files_below(root.path()) == before, "nothing is published");
    assert!(pack(root.path(), "https://www.example.go.th/ita/2566/o2/", &again).status.success());
    assert_eq!(fs::read(&file).unwrap(), fs::read(&again).unwrap());
    let parts = parts(&file);
    for name in
        ["2566/o2/index.html", "2566/o2/index.json", "2566/o2/บันทึก 1.txt", "assets/site.css", "history/history.yaml", "manifest.json"]
    {
        assert_eq!(parts[name], before[&format!("public/{name}")], "{name}");
    }
    assert!(!parts.contains_key("2566/o1/index.html") && !parts.contains_key("index.html"));
    let readme = String::from_utf8(parts["README.txt"].clone()).unwrap();
    for words in [
        "https://www.example.go.th/ita/2566/o2/",
        "1 พฤศจิกายน 2569 (2026-11-01)",
        "sha256sum -c manifest-sha256.txt",
        "/2566/o2/บันทึก 1.txt",
    ] {
        assert!(readme.contains(words), "{words}\n{readme}");
    }
    // Windows has no such program.
    if cfg!(unix) {
        let unpacked = copy_of(&parts);
        let sums = Command::new("sha256sum").args(["--strict", "-c", "manifest-sha256.txt"]).current_dir(unpacked.path()).output().unwrap();
        assert!(sums.status.success(), "{}", said(&sums));
        assert_eq!(said(&sums).lines().count(), parts.len() - 1, "every file but the list itself");
    }
    let (found, status) = answer(text(&file));
    assert_eq!((status, &found["ok"]), (0, &Value::Bool(true)), "{found:#}");
    assert_eq!(found["history"]["entries"], 2);
}

#[test]
fn the_pack_of_a_year_has_all_evidence_of_the_year() {
    let root = published();
    let before = files_below(root.path());
    let file = root.path().join("2566.zip");
    assert!(pack(root.path(), "2566", &file).status.success());
    let parts = parts(&file);
    let of_year = |name: &&String| name.starts_with("public/2566/");
    assert!(before.keys().filter(of_year).count() > 4);
    for name in before.keys().filter(of_year) {
        assert_eq!(Some(&parts[&name["public/".len()..]]), before.get(name), "{name}");
    }
    assert!(!parts.contains_key("index.html"), "other pages are not of the year");
    let (found, status) = answer(text(&file));
    assert_eq!((status, &found["ok"]), (0, &Value::Bool(true)), "{found:#}");
}

#[test]
fn a_pack_that_was_tampered_with_names_the_file() {
    let root = published();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("o2.zip");
    assert!(pack(root.path(), "2566/o2/", &file).status.success());
    let whole = parts(&file);
    for name in whole.keys() {
        let mut parts = whole.clone();
        let last = parts[name].len() / 2;
        parts.get_mut(name).unwrap()[last] ^= 1;
        zipped(&parts, &file);
        let (found, status) = answer(text(&file));
        assert_eq!(status, 1, "{name}: {found:#}");
        assert!(
            found["changed"].to_string().contains(name.as_str()) || found["problems"].to_string().contains(name.as_str()),
            "{name}: {found:#}"
        );
        parts.remove(name);
        zipped(&parts, &file);
        let run = verify(text(&file), &[]);
        assert!(!run.status.success() && said(&run).contains(name.as_str()), "{name}: {}", said(&run));
    }
    let mut parts = whole;
    parts.insert("extra.txt".to_owned(), b"x".to_vec());
    zipped(&parts, &file);
    assert_eq!(answer(text(&file)).0["added"], serde_json::json!(["extra.txt"]));
}

#[test]
fn nothing_is_packed_that_cannot_be_proved() {
    let root = published();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.zip");
    fs::write(&file, "older").unwrap();
    let refused = |page: &str, reason: &str| {
        let run = pack(root.path(), page, &file);
        assert_eq!(run.status.code(), Some(1), "{}", said(&run));
        assert!(said(&run).contains(reason), "{}", said(&run));
        assert_eq!(fs::read_to_string(&file).unwrap(), "older");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    };
    refused("2566/o99", "has no page “2566/o99”");
    refused("/", "has no page");
    refused("../public/2566/o2", "has no page");
    let page = root.path().join("public/2566/o2/index.html");
    let whole = fs::read(&page).unwrap();
    fs::write(&page, "แก้").unwrap();
    refused("2566/o2", "2566/o2/index.html is not as it was published");
    fs::write(&page, whole).unwrap();
    // A new page that was built and not published.
    fs::create_dir_all(root.path().join("content/pages")).unwrap();
    fs::write(root.path().join("content/pages/new.md"), "---\ntitle: ใหม่\n---\n").unwrap();
    assert!(prongsai(&["build", "--today", "2026-11-06", "--root", text(root.path())]).status.success());
    refused("new", "never published");
}
