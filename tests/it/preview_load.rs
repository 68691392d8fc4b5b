//! A thousand saves while others read: every answer is a whole page of one moment (PROMISES P34).

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::common::site_folder;
use crate::preview_session::{Reply, Session, replace};

const SAVES: u64 = 1000;
const PAGES: [&str; 2] = ["o1", "o2"];

/// A page that says the same number in its title, first and last, with so much between that it is not written at one stroke.
fn text(number: u64) -> String {
    let between = "ข้อความยาวที่อยู่ระหว่างตัวเลขทั้งสอง ".repeat(200);
    format!("---\ntitle: รุ่น {number} จบ\n---\nต้น {number} จบ\n\n{between}\n\nปลาย {number} จบ\n")
}

/// The numbers behind a word.
fn numbers(html: &str, word: &str) -> Vec<u64> {
    let word = format!("{word} ");
    let after = html.match_indices(&word).map(|(at, found)| &html[at + found.len()..]);
    after.filter_map(|rest| rest.split_once(" จบ")?.0.parse().ok()).collect()
}

/// The one number of a page of one moment.
fn number(reply: &Reply) -> u64 {
    let html = reply.text();
    assert_eq!(reply.status, 200, "{html}");
    assert!(html.trim_end().ends_with("</html>"), "not whole: {html}");
    // The title stands in the bar of the browser and over the page; nothing of an unfinished file is shown.
    let (title, first, last) = (numbers(&html, "รุ่น"), numbers(&html, "ต้น"), numbers(&html, "ปลาย"));
    let all: Vec<u64> = [title.clone(), first.clone(), last.clone()].concat();
    assert!(!title.is_empty() && first.len() == 1 && last.len() == 1, "not whole: {title:?} {first:?} {last:?}: {html}");
    assert!(all.iter().all(|one| *one == all[0]), "of several moments: {all:?}");
    all[0]
}

/// In place and in two pieces: whoever reads between them reads a page without its end.
fn write_slowly(file: &Path, text: &str) {
    let mut file = File::create(file).unwrap();
    let (most, rest) = text.split_at(text.find("ปลาย").unwrap());
    file.write_all(most.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(2));
    file.write_all(rest.as_bytes()).unwrap();
}

#[test]
fn every_answer_is_a_whole_page_of_one_generation() {
    let name = |page: &str| format!("content/2566/{page}.md");
    let (first, second, zero) = (name(PAGES[0]), name(PAGES[1]), text(0));
    let root = site_folder(&[(&first, &zero), (&second, &zero)]);
    let preview = Session::start(root.path(), &[]);
    let (is_over, answers) = (AtomicBool::new(false), AtomicU64::new(0));
    std::thread::scope(|scope| {
        for reader in 0..4 {
            let (preview, is_over, answers) = (&preview, &is_over, &answers);
            scope.spawn(move || {
                let mut newest = 0;
                while !is_over.load(Ordering::Relaxed) {
                    let page = PAGES[reader % 2];
                    let number = number(&preview.get(&format!("2566/{page}/")));
                    assert!(number >= newest, "{page} went back from {newest} to {number}");
                    newest = number;
                    answers.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        for number in 1..=SAVES {
            let (file, text) = (root.path().join(name(PAGES[(number % 2) as usize])), text(number));
            match number / 2 % 3 {
                0 => fs::write(file, text).unwrap(),
                1 => replace(&file, &text),
                // Just when the one before is being read.
                _ => {
                    fs::write(&file, &text).unwrap();
                    std::thread::sleep(Duration::from_micros(5_000 + number * 37 % 600));
                    write_slowly(&file, &text);
                }
            }
            std::thread::sleep(Duration::from_millis(number % 7));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(answers.load(Ordering::Relaxed) > 100, "nobody looked");
    // What was saved last is what is seen in the end.
    for number_of in [SAVES - 1, SAVES] {
        let page = format!("2566/{}/", PAGES[(number_of % 2) as usize]);
        let start = Instant::now();
        while number(&preview.get(&page)) != number_of {
            assert!(start.elapsed() < Duration::from_secs(20), "{page}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
