//! `prongsai new site` on a terminal asks in Thai until the answers make a site, and leaves nothing half made
//! when somebody goes away. The terminal is that of `script`, which Linux systems have.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::common::{files_below, prongsai};

/// The questions, in their order.
const QUESTIONS: [&str; 7] = [
    "ชื่อเต็มของหน่วยงาน",
    "ประเภท",
    "อำเภอ",
    "จังหวัด",
    "ส่วนราชการในหน่วยงาน คั่นด้วยจุลภาค (,)",
    "ที่อยู่เต็มของเว็บที่จะเผยแพร่ เริ่มด้วย https://",
    "ปีงบประมาณ พ.ศ. คั่นด้วยจุลภาค (,)",
];
const ANSWERS: [&str; 7] =
    ["เทศบาลตำบลทดลอง", "", "เมืองทดลอง", "ทดลอง", "สำนักปลัด, กองคลัง,กองช่าง", "https://www.thotlong.go.th/ita/", "2566, 2569"];
const ENTER: &str = "\r";
const END_OF_INPUT: &str = "\u{4}";
const INTERRUPT: &str = "\u{3}";

/// The program on a terminal.
struct Terminal {
    script: Child,
    keys: ChildStdin,
    shown: Arc<Mutex<Vec<u8>>>,
    /// Bytes of the screen that were looked at.
    seen: usize,
}

impl Terminal {
    /// Runs `prongsai` with `arguments` in `folder`.
    fn run(folder: &Path, arguments: &str) -> Terminal {
        let mut command = Command::new("script");
        command.current_dir(folder).env_remove("PRONGSAI_LANG").env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR")).env("TERM", "dumb");
        command.args(["--quiet", "--return", "--command"]).arg(format!("'{}' {arguments}", env!("CARGO_BIN_EXE_prongsai")));
        command.arg("/dev/null").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut script = command.spawn().unwrap_or_else(|error| panic!("`script` of util-linux is the terminal of this test: {error}"));
        let (keys, mut screen) = (script.stdin.take().unwrap(), script.stdout.take().unwrap());
        let shown = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut bytes) {
                shared.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        Terminal { script, keys, shown, seen: 0 }
    }

    /// Waits until the screen shows a text below what was seen before; returns what stands before it.
    fn wait_for(&mut self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let shown = String::from_utf8_lossy(&self.shown.lock().unwrap()[self.seen..]).into_owned();
            if let Some(at) = shown.find(text) {
                self.seen += at + text.len();
                return shown[..at].to_owned();
            }
            assert!(start.elapsed() < Duration::from_secs(60), "“{text}” is not shown: {shown}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the question `at`, and types.
    fn answer(&mut self, at: usize, keys: &str) {
        self.wait_for(QUESTIONS[at]);
        self.wait_for(": ");
        self.press(keys);
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Answers all questions, and presses Enter after each.
    fn answer_all(&mut self, answers: [&str; 7]) {
        answers.iter().enumerate().for_each(|(at, answer)| self.answer(at, &format!("{answer}{ENTER}")));
    }

    /// Waits for the end of the program; its exit status and the whole screen.
    fn end(mut self) -> (Option<i32>, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.script.try_wait().unwrap() {
                break status;
            }
            if start.elapsed() > Duration::from_secs(60) {
                self.script.kill().unwrap();
                panic!("does not end: {}", String::from_utf8_lossy(&self.shown.lock().unwrap()));
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        drop(self.keys);
        // The rest of the screen may be on its way.
        std::thread::sleep(Duration::from_millis(50));
        (status.code(), String::from_utf8_lossy(&self.shown.lock().unwrap()).into_owned())
    }
}

fn is_untouched(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn answers_make_a_site_that_checks_clean() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), "new site เว็บ");
    terminal.answer_all(ANSWERS);
    let (status, shown) = terminal.end();
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("เขียนแล้ว") && shown.contains("prongsai serve --open"), "{shown}");
    let site = folder.path().join("เว็บ");
    let text = fs::read_to_string(site.join("content/site.yaml")).unwrap();
    // The kind of body is that of its name, which Enter took.
    for part in ["เทศบาลตำบลทดลอง", "type: เทศบาลตำบล", "เมืองทดลอง", "- กองช่าง", "https://www.thotlong.go.th/ita/", "2569"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let check = prongsai(&["check", "--strict", "--root", site.to_str().unwrap()]);
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn wrong_answers_are_said_and_asked_again_with_the_right_ones_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), "new site s");
    // No address of the website at all, then one that is none and a year that is none.
    terminal.answer_all(["เทศบาลตำบลทดลอง", "", "เมืองทดลอง", "", "", "", ""]);
    terminal.wait_for("ยังขาด --base-url");
    terminal.answer_all(["", "", "", "", "", "เว็บของเรา", "25๖x"]);
    for part in ["“เว็บของเรา”", "วิธีแก้", "“25๖x”", "ยังไม่ได้เขียนไฟล์ใด", "กด Enter ถ้าใช้คำตอบเดิม"]
    {
        terminal.wait_for(part);
    }
    // What was answered before is offered again.
    assert_eq!(terminal.wait_for("[เทศบาลตำบลทดลอง]: ").trim(), QUESTIONS[0]);
    assert!(is_untouched(folder.path()));
    terminal.press(ENTER);
    for (at, answer) in ["", "", "", "", "https://www.thotlong.go.th/", "๒๕๖๖"].iter().enumerate() {
        terminal.answer(at + 1, &format!("{answer}{ENTER}"));
    }
    let (status, shown) = terminal.end();
    assert_eq!(status, Some(0), "{shown}");
    let text = fs::read_to_string(folder.path().join("s/content/site.yaml")).unwrap();
    assert!(text.contains("เมืองทดลอง") && text.contains("https://www.thotlong.go.th/") && !text.contains("เว็บของเรา"), "{text}");
    assert_eq!(prongsai(&["check", "--root", folder.path().join("s").to_str().unwrap()]).status.code(), Some(0));
}

#[test]
fn enter_at_the_first_question_leaves_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), "new site s");
    terminal.answer(0, ENTER);
    let (status, shown) = terminal.end();
    assert!(status == Some(2) && shown.contains("ยังไม่ได้เขียนไฟล์ใด"), "{status:?} {shown}");
    assert!(is_untouched(folder.path()));
}

#[test]
fn the_end_of_input_and_an_interrupt_at_any_question_leave_nothing() {
    for (keys, expected) in [(END_OF_INPUT, 2), (INTERRUPT, 130)] {
        for last in 0..QUESTIONS.len() {
            let folder = tempfile::tempdir().unwrap();
            let mut terminal = Terminal::run(folder.path(), "new site s");
            for (at, answer) in ANSWERS.iter().enumerate().take(last) {
                terminal.answer(at, &format!("{answer}{ENTER}"));
            }
            terminal.answer(last, keys);
            let (status, shown) = terminal.end();
            assert_eq!(status, Some(expected), "question {last}: {shown}");
            assert!(expected == 130 || shown.contains("ยังไม่ได้เขียนไฟล์ใด"), "{shown}");
            assert!(is_untouched(folder.path()), "question {last}");
        }
    }
}

#[test]
fn an_interrupt_amid_an_answer_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), "new site s");
    terminal.answer(0, "เทศบาล");
    terminal.wait_for("เทศบาล");
    terminal.press(INTERRUPT);
    assert_eq!(terminal.end().0, Some(130));
    assert!(is_untouched(folder.path()));
}

#[test]
fn a_folder_in_use_is_refused_before_anything_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("s")).unwrap();
    fs::write(folder.path().join("s/งาน.txt"), "ของเดิม").unwrap();
    let (status, shown) = Terminal::run(folder.path(), "new site s").end();
    assert!(status == Some(2) && shown.contains("งาน.txt") && !shown.contains(QUESTIONS[0]), "{status:?} {shown}");
    assert_eq!(files_below(folder.path()).len(), 1);
}

#[test]
fn without_arguments_a_terminal_is_told_the_first_step_and_asked_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (status, shown) = Terminal::run(folder.path(), "").end();
    assert!(status == Some(2) && shown.contains("prongsai new site ") && !shown.contains(QUESTIONS[0]), "{status:?} {shown}");
    assert!(is_untouched(folder.path()));
}
