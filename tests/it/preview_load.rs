//! A thousand saves while others read: every answer is a whole page of one moment (P34).

use std::fs::{self, File};
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::common::site_folder;
use crate::preview_session::{Reply, Session, replace};

const PAGES: [&str; 2] = ["o1", "o2"];

/// A page that says the same number in its title, first and last, with so much between that it is
/// not written at one stroke.
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
    // The title stands in the bar of the browser and over the page; nothing of an unfinished file
    // is shown.
    let (title, first, last) = (numbers(&html, "รุ่น"), numbers(&html, "ต้น"), numbers(&html, "ปลาย"));
    let all: Vec<u64> = [title.clone(), first.clone(), last.clone()].concat();
    assert!(!title.is_empty() && first.len() == 1 && last.len() == 1, "not whole: {title:?} {first:?} {last:?}: {html}");
    assert!(all.iter().all(|one| *one == all[0]), "of several moments: {all:?}");
    all[0]
}

/// In place and in three pieces: whoever reads between them reads a page without its end, or the
/// end is half a letter.
fn write_slowly(file: &Path, text: &str) {
    let (within_a_letter, end) = (text.find("ข้อ").unwrap() + 1, text.find("ปลาย").unwrap());
    let mut file = File::create(file).unwrap();
    for piece in [0..within_a_letter, within_a_letter..end, end..text.len()] {
        file.write_all(&text.as_bytes()[piece]).unwrap();
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn every_answer_is_a_whole_page_of_one_generation() {
    save_and_read(1000, 5_000..5_600, |_, _| ());
}

/// As on a machine that is busy: the preview stands still at any moment, and what the system tells
/// comes late. (No process of Windows can be made to.)
#[cfg(unix)]
#[test]
fn every_answer_is_whole_when_there_is_little_time() {
    use rustix::process::Signal;
    let is_over = |is_over: &AtomicBool| is_over.load(Ordering::Relaxed);
    save_and_read(300, 1_000..40_000, |preview, end| {
        std::thread::scope(|scope| {
            (0..4).for_each(|_| _ = scope.spawn(|| while !is_over(end) {}));
            for round in (0..).take_while(|_| !is_over(end)) {
                preview.signal(Signal::STOP);
                std::thread::sleep(Duration::from_micros(1_000 + round * 7_919 % 29_000));
                preview.signal(Signal::CONT);
                std::thread::sleep(Duration::from_micros(1_000 + round * 3_571 % 39_000));
            }
        });
    });
}

/// Saves two pages in turn and in every way while they are read. After so many microseconds a page
/// is saved again, slowly: just when the save before is being read.
fn save_and_read(saves: u64, again: Range<u64>, meanwhile: impl Fn(&Session, &AtomicBool) + Sync) {
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
        scope.spawn(|| meanwhile(&preview, &is_over));
        for number in 1..=saves {
            let (file, text) = (root.path().join(name(PAGES[(number % 2) as usize])), text(number));
            match number / 2 % 3 {
                0 => fs::write(file, text).unwrap(),
                1 => replace(&file, &text),
                _ => {
                    fs::write(&file, &text).unwrap();
                    std::thread::sleep(Duration::from_micros(again.start + number * 7_919 % (again.end - again.start)));
                    write_slowly(&file, &text);
                }
            }
            std::thread::sleep(Duration::from_millis(number % 7));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(answers.load(Ordering::Relaxed) > 100, "nobody looked");
    // What was saved last is what is seen in the end.
    for number_of in [saves - 1, saves] {
        let page = format!("2566/{}/", PAGES[(number_of % 2) as usize]);
        let start = Instant::now();
        while number(&preview.get(&page)) != number_of {
            assert!(start.elapsed() < Duration::from_secs(20), "{page}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
