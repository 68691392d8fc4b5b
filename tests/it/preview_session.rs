//! A preview that is running: asked over its port, and heard.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// Long enough for any machine; what is waited for comes much sooner.
pub const LONG: Duration = Duration::from_secs(30);
/// What an address may not hold as it is.
const REFUSED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'%');

/// `prongsai serve` on a free port; ended when this is dropped.
pub struct Session {
    child: Child,
    /// Where it may leave what is temporary; looked into where it can be ended gently.
    #[cfg_attr(windows, expect(dead_code))]
    temporary: TempDir,
    /// Where it listens.
    pub address: SocketAddr,
    /// Path of the site, decoded: `/ita/`.
    pub base: String,
    /// What it said when it was ready.
    pub said: String,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

/// Somebody who listens to the events.
pub struct Ear(BufReader<TcpStream>);

impl Session {
    /// Shows the site in `root`.
    pub fn start(root: &Path, more: &[&str]) -> Session {
        Session::of(&[&["--port", "0", "--root", root.to_str().unwrap()], more].concat())
    }

    /// Starts with exactly these options.
    pub fn of(options: &[&str]) -> Session {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
        command.args(["serve", "--lang", "en", "--today", "2026-11-22"]).args(options).stdin(Stdio::null()).stdout(Stdio::null());
        let temporary = tempfile::tempdir().unwrap();
        command.env("TMPDIR", temporary.path()).env("TMP", temporary.path());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut words = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        while !said.contains("preview at ") {
            assert!(words.read_line(&mut said).unwrap() > 0, "it ended: {said}");
        }
        // Somebody has to take what it says, or it waits for him.
        std::thread::spawn(move || std::io::copy(&mut words, &mut std::io::sink()));
        let url = said.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
        let (address, base) = url["http://".len()..].split_once('/').unwrap();
        Session {
            child,
            temporary,
            address: address.parse().unwrap(),
            base: format!("/{}", percent_decode_str(base).decode_utf8().unwrap()),
            said,
        }
    }

    /// A page or file of the site: `2566/o42/`.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", &format!("{}{path}", self.base), "")
    }

    /// The text of a page that must be there.
    pub fn page(&self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.text()
    }

    /// Any request; the path is that below the host.
    pub fn ask(&self, method: &str, path: &str, fields: &str) -> Reply {
        let path = utf8_percent_encode(path, REFUSED);
        let mut stream = self.connect();
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{fields}\r\n", self.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// Listens where the home page says that events are; from now on nothing is missed.
    pub fn listen(&self) -> Ear {
        let html = self.get("").text();
        assert!(!html.contains("<script>"), "only files are run: {html}");
        let path = html.split("data-events=\"").nth(1).unwrap_or_else(|| panic!("{html}")).split('"').next().unwrap();
        let mut stream = self.connect();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).as_bytes()).unwrap();
        let mut ear = Ear(BufReader::new(stream));
        assert!(ear.line().contains("200 OK"));
        while ear.line() != "retry: 500" {}
        ear
    }

    /// What the officer does, then the page that follows: it must come after the event that tells
    /// of it.
    pub fn after(&self, edit: impl FnOnce(), path: &str, is_there: impl Fn(&Reply) -> bool) -> Reply {
        let mut ear = self.listen();
        edit();
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < LONG {
            ear.hear("changed");
            let reply = self.get(path);
            if is_there(&reply) {
                return reply;
            }
            last = Some(reply.text());
        }
        panic!("{path} did not follow: {}", last.unwrap_or_default())
    }

    /// The answer once the checks of what is shown are done.
    pub fn checked(&self, path: &str) -> Reply {
        let start = Instant::now();
        loop {
            let reply = self.get(path);
            if !reply.text().contains("checking…") || start.elapsed() > LONG {
                return reply;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Sends a signal.
    #[cfg(unix)]
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Sends a signal and waits for the end, after which nothing temporary is left.
    #[cfg(unix)]
    pub fn end(mut self, signal: Signal) -> (std::process::ExitStatus, Duration) {
        self.signal(signal);
        let sent = Instant::now();
        let end = (self.child.wait().unwrap(), sent.elapsed());
        let left = fs::read_dir(self.temporary.path()).unwrap().map(|entry| entry.unwrap().path());
        assert_eq!(left.collect::<Vec<_>>(), Vec::<std::path::PathBuf>::new());
        end
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Ear {
    /// What the next event of this name says.
    pub fn hear(&mut self, name: &str) -> String {
        let event = format!("event: {name}");
        while self.line() != event {}
        self.line().trim_start_matches("data: ").to_owned()
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.0.read_line(&mut line).unwrap() > 0, "the events ended");
        line.trim_end().to_owned()
    }
}

impl Reply {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn has(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// The bar of a page.
    pub fn bar(&self) -> String {
        let text = self.text();
        let start = text.find("<aside id=\"prongsai-bar\"").unwrap_or_else(|| panic!("no bar: {text}"));
        text[start..start + text[start..].find("</aside>").unwrap()].to_owned()
    }

    /// The page without what the preview puts into it.
    pub fn bare(&self) -> String {
        let without = |text: String, from: &str, to: &str| {
            let start = text.find(from).unwrap_or_else(|| panic!("no {from}: {text}"));
            let end = start + text[start..].find(to).unwrap() + to.len();
            format!("{}{}", &text[..start], &text[end..])
        };
        let text = self.text();
        let style = text.find("_prongsai/preview.css").map(|at| text[..at].rfind("<link ").unwrap()).unwrap();
        let head = text[style..style + text[style..].find("</script>").unwrap() + "</script>".len()].to_owned();
        without(text.replacen(&head, "", 1), "<aside id=\"prongsai-bar\"", "</aside>")
    }
}

/// Saves as most editors do: a new file takes the name of the old one.
pub fn replace(path: &Path, text: &str) {
    let new = path.with_file_name(".being-saved.tmp");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

/// Saves as others do: the file is emptied, then written.
pub fn save_in_place(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
