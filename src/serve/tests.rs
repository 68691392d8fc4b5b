//! Rebuilder and preview without a server: internal errors are reported, and later edits are shown.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::http::{Bind, PageBody, Pages, Ports, Server};
use super::preview::Preview;
use super::rebuilder::Rebuilder;
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::output::Interrupt;
use crate::pipeline::Request;
use crate::thai::Date;
use crate::watch::WatchMode;

/// A preview that follows the files of a folder, until dropped.
struct Running {
    root: tempfile::TempDir,
    preview: Arc<Preview>,
    interrupt: Interrupt,
}

impl Running {
    fn of(files: &[(&str, &str)]) -> Running {
        let root = tempfile::tempdir().unwrap();
        files.iter().for_each(|(path, text)| save(root.path(), path, text));
        let today = Date::parse("2026-11-22").unwrap().date;
        let request = Request::to_look(root.path().to_owned(), Purpose::Submission, today);
        let interrupt = request.interrupt.clone();
        let server = Server::bind(Bind::loopback(0, Ports::Only)).unwrap();
        let (author, first) = Rebuilder::begin(request, WatchMode::Poll(Duration::from_millis(10))).unwrap();
        let preview = Arc::new(Preview::new(first, server.events_path(), today, Lang::English));
        let (shown, events) = (Arc::clone(&preview), server.events());
        std::thread::spawn(move || author.follow(shown, events));
        Running { root, preview, interrupt }
    }

    fn save(&self, path: &str, text: &str) {
        save(self.root.path(), path, text);
    }

    fn answer(&self, path: &str) -> (u16, String) {
        let answer = self.preview.answer(path, None);
        let PageBody::Bytes(bytes) = answer.body else { panic!("{path} is a file") };
        (answer.status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// The page once it satisfies the condition.
    fn wait(&self, path: &str, is_as_wanted: impl Fn(u16, &str) -> bool) -> String {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            let (status, html) = self.answer(path);
            if is_as_wanted(status, &html) {
                return html;
            }
            assert!(Instant::now() < end, "{path}: {status} {html}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.interrupt.flag().store(2, std::sync::atomic::Ordering::Relaxed);
    }
}

fn save(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

const SITE: (&str, &str) =
    ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nlanguages: [th]\n");
const ABOUT: &str = "content/pages/about.md";
const STUMBLED: &str = "The preview stumbled over content/pages/stumble-";

#[test]
fn a_file_over_which_the_program_stumbles_is_named_and_later_edits_are_shown() {
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก่อน\n---\n")]);
    running.save("content/pages/stumble-reading.md", "---\ntitle: ก\n---\n");
    let html = running.wait("/ita/about/", |_, html| html.contains(STUMBLED));
    assert!(html.contains("ก่อน") && html.contains("it goes on"), "{html}");
    running.save(ABOUT, "---\ntitle: หลัง\n---\n");
    running.wait("/ita/about/", |_, html| html.contains("<h1>หลัง</h1>"));
    fs::remove_file(running.root.path().join("content/pages/stumble-reading.md")).unwrap();
    running.wait("/ita/about/", |_, html| html.contains("<h1>หลัง</h1>") && !html.contains(STUMBLED) && !html.contains("checking…"));
}

#[test]
fn checks_that_stumble_are_said_and_the_next_ones_are_made() {
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก่อน\n---\n"), ("content/pages/stumble-checking.md", "---\ntitle: ก\n---\n")]);
    let html = running.wait("/ita/about/", |_, html| html.contains(STUMBLED));
    assert!(!html.contains("checking…"), "{html}");
    fs::remove_file(running.root.path().join("content/pages/stumble-checking.md")).unwrap();
    running.wait("/ita/about/", |_, html| !html.contains(STUMBLED) && !html.contains("checking…"));
}

#[test]
fn a_page_over_which_the_program_stumbles_is_answered_in_words_and_others_are_there() {
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก่อน\n---\n"), ("content/pages/stumble-rendering.md", "---\ntitle: ก\n---\n")]);
    let (status, html) = running.answer("/ita/stumble-rendering/");
    assert_eq!(status, 500);
    assert!(html.contains(STUMBLED) && !html.contains("panicked"), "{html}");
    assert_eq!(running.answer("/ita/about/").0, 200);
}

#[test]
fn attached_files_are_searched_once_they_are_inspected_and_stay_so_after_an_edit() {
    let page = "---\ntitle: แผน\nevidence: [plan.csv]\n---\n";
    let running = Running::of(&[SITE, ("content/2566/o1/index.md", page), ("content/2566/o1/plan.csv", "ที่,ยอด\n1,ค่าวัสดุ\n")]);
    running.wait("/ita/search/2566.js", |_, script| script.contains("2566/o1/plan.csv"));
    running.save("content/2566/o1/index.md", &page.replace("แผน", "แผนใหม่"));
    running.wait("/ita/2566/o1/", |_, html| html.contains("แผนใหม่"));
    assert!(running.answer("/ita/search/2566.js").1.contains("2566/o1/plan.csv"));
}

#[test]
fn a_file_of_no_bytes_leaves_the_page_as_it_was_and_is_said() {
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก่อน\n---\nข้อความ\n")]);
    running.wait("/ita/about/", |_, html| !html.contains("checking…"));
    running.save(ABOUT, "");
    let html = running.wait("/ita/about/", |_, html| html.contains("its file is empty (0 bytes)"));
    assert!(html.contains("<h1>ก่อน</h1>") && html.contains("ข้อความ"), "{html}");
    running.save(ABOUT, "---\ntitle: หลัง\n---\n");
    running.wait("/ita/about/", |_, html| html.contains("<h1>หลัง</h1>") && !html.contains("0 bytes"));
}

#[test]
fn a_page_that_was_never_written_is_what_its_empty_file_says() {
    let running = Running::of(&[SITE, (ABOUT, "")]);
    assert!(!running.answer("/ita/about/").1.contains("0 bytes"));
}

#[test]
fn results_and_templates_of_no_bytes_leave_the_pages_as_they_were() {
    let results = "2566: {total: 87.40}\n";
    let home = "themes/default/templates/home.html";
    let template = "<html><head></head><body>{{ page.years | length }}</body></html>";
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก\n---\n"), ("content/assessments.yaml", results), (home, template)]);
    let with_results = |_: u16, html: &str| html.ends_with("1</body></html>");
    running.wait("/ita/", with_results);
    running.save("content/assessments.yaml", "");
    running.wait("/ita/", |_, html| html.contains("prongsai-old") && html.ends_with("1</body></html>"));
    running.save("content/assessments.yaml", results);
    running.wait("/ita/", |_, html| !html.contains("prongsai-old"));
    running.save(home, "");
    running.wait("/ita/", |_, html| html.contains("it makes an empty page") && html.ends_with("1</body></html>"));
}

#[test]
fn the_page_of_an_item_with_nothing_filed_names_the_file_to_make() {
    let running = Running::of(&[
        SITE,
        ("content/2566/o1.md", "---\ntitle: ก\n---\n"),
        ("content/2566/o2/index.md", "---\ntitle: ก\ndraft: true\n---\n"),
    ]);
    assert!(running.answer("/ita/2566/o7/").1.contains("make the file content/2566/o7.md"));
    // Filed items and drafts are not missing.
    for path in ["/ita/2566/o1/", "/ita/2566/o2/", "/ita/2566/"] {
        assert!(!running.answer(path).1.contains("make the file"), "{path}");
    }
}

#[test]
fn the_bar_shows_the_line_that_is_wrong_and_nothing_in_it_is_markup() {
    let running = Running::of(&[SITE, (ABOUT, "---\ntitle: ก\nround: '<b>รอบ\u{202E}ที่สิบ</b>'\n---\n")]);
    let html = running.wait("/ita/about/", |_, html| html.contains("<pre class=\"prongsai-line\">"));
    assert!(html.contains("<mark>") && !html.contains("<b>รอบ") && !html.contains('\u{202E}'), "{html}");
    assert!(html.contains("round: "), "{html}");
}
