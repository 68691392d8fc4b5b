//! A run that takes over what earlier ones left gives what one from nothing gives: the same findings,
//! and the same bytes of every file, or the same refusal.
//!
//! Random edits are made to a copy of the example, and now and then to what was built from it;
//! after each it is built over what is there, and into an empty folder. `PRONGSAI_EDITS=5000
//! PRONGSAI_SEED=3` makes more of them, and others.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use prongsai::diagnostics::Purpose;
use prongsai::output::Published;
use prongsai::pipeline::{self, Cache, Request};
use prongsai::site::Drafts;
use prongsai::thai;
use tempfile::TempDir;

use crate::common::{files_below, repository};
use crate::moment::Dice;

const EDITS: u64 = if cfg!(debug_assertions) { 15 } else { 400 };
const EDITS_CHECKED: u64 = if cfg!(debug_assertions) { 60 } else { 3000 };

/// A number from the environment.
fn asked(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// A piece of a file and what it becomes; where the piece is not found, its second form is put back
/// into the first.
const EDITS_OF_FILES: [(&str, &str, &str); 11] = [
    ("content/2568/o27/index.md", "title: ทำให้ขั้นตอน", "title: ใหม่ ทำให้ขั้นตอน"),
    ("content/site.yaml", "phone: 0 2000 0000", "phone: 0 2000 0001"),
    ("content/site.yaml", "notice: เว็บไซต์ตัวอย่าง", "notice: ตัวอย่าง"),
    ("content/site.yaml", "headers: []\n", "headers: [netlify]\n"),
    ("content/site.yaml", "integrity: false\n", "integrity: true\n"),
    ("content/assessments.yaml", "2565:\n", "2565: # ก\n"),
    ("content/2568/o27/index.md", "title: ", "title: ร่าง "),
    ("themes/default/templates/base.html", "</body>", "<p>ท้ายหน้า</p></body>"),
    ("themes/default/templates/child.html", "<h1>", "<h1 class=\"child\">"),
    ("themes/default/strings/th.yaml", "ข้ามไปยังเนื้อหา", "ไปที่เนื้อหา"),
    ("themes/default/assets/site.css", "{", "{ color: red;"),
];

/// Lines that are put into the front matter of a page, or taken out of it again.
const FIELDS: [&str; 7] = [
    "draft: true\n",
    "aliases: [/old/]\n",
    "aliases: [/older/, /oldest/]\n",
    "lang: en\n",
    "publication: {zero_report: ไม่มี}\n",
    "unit: กองช่าง\n",
    "as_of: 2566-03-01\n",
];

const TEXTS: [&str; 10] = [
    "\n\nย่อหน้าใหม่\n",
    "\n\n## หัวข้อใหม่ {#new}\n\nเนื้อหา\n",
    "\n\n[หน้าแรก](/) [มาตรการ](/2568/o27/) [รายปี](/2568/)\n",
    "\n\n[ผังเดิม](/old/)\n",
    "\n\n| ก | ข |\n|-|-|\n| 1 | 2 |\n",
    "\n\n[ไฟล์](/2568/o1/chart.pdf)\n",
    // What other pages say decides what is found in these.
    "\n\n[หัวข้อ](/2568/o27/#new) [อื่น](/2568/o1/#new) [ของรายงาน](/2568/o27/report-3/#new)\n",
    "\n\n[มาตรการ](/2568/o27/#m1) [รายงาน](report-4.md) [หน้าแรก](/no/such/)\n",
    "\n\nโทร 081-234-5678 ปี 2565\n",
    "\n\nครบกำหนด 1 มกราคม 2569\n",
];

struct Desk {
    dice: Dice,
    /// The day of the builds, counted from the first.
    day: i64,
    root: TempDir,
    cache: TempDir,
    empty: TempDir,
}

impl Desk {
    fn new(seed: u64) -> Desk {
        let folder = || tempfile::tempdir().unwrap();
        let desk = Desk { dice: Dice(seed), day: 0, root: folder(), cache: folder(), empty: folder() };
        // One year and what it refers to is enough, and takes a third of the time.
        let is_needed = |path: &str| !["2565/", "2566/", "2569/"].iter().any(|year| path.starts_with(year));
        for (path, bytes) in files_below(&repository().join("content")).iter().filter(|(path, _)| is_needed(path)) {
            desk.write(&format!("content/{path}"), bytes);
        }
        for number in 1..=12 {
            desk.write(&format!("content/2568/o27/report-{number}.md"), child(number).as_bytes());
        }
        let site = desk.read("content/site.yaml").replace("2565, 2566, 2567, 2568, 2569", "2567, 2568");
        // A link that leads nowhere stops no build here: what becomes of it when its page comes or
        // goes is of interest.
        let site = site.replace("checks:\n", "headers: []\nintegrity: false\nchecks:\n  severity: {link-broken: warning}\n");
        desk.write("content/site.yaml", site.as_bytes());
        desk
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).or_else(|_| fs::read_to_string(repository().join(path))).unwrap_or_default()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.dice.below(from.len() as u64) as usize].clone()
    }

    /// One of the files below a folder whose names end so.
    fn some_file(&mut self, folder: &str, end: &str) -> Option<String> {
        let files = files_below(&self.path(folder));
        let files: Vec<&String> = files.keys().filter(|path| path.ends_with(end)).collect();
        (!files.is_empty()).then(|| format!("{folder}/{}", self.pick(&files)))
    }

    /// A file and its new bytes; none of them if it is to go.
    fn edit(&mut self) -> Option<(String, Option<Vec<u8>>)> {
        let edited = |path: String, text: String| Some((path, Some(text.into_bytes())));
        match self.dice.below(12) {
            0..=2 => {
                let (path, one, other) = self.pick(&EDITS_OF_FILES);
                edited(path.to_owned(), exchanged(&self.read(path), one, other))
            }
            3 | 4 => {
                let (page, field) = (self.some_file("content", ".md")?, self.pick(&FIELDS));
                let text = exchanged(&self.read(&page), "---\n", &format!("---\n{field}"));
                edited(page, text)
            }
            5..=7 => {
                let (page, more) = (self.some_file("content", ".md")?, self.pick(&TEXTS));
                let text = self.read(&page) + more;
                edited(page, text)
            }
            8 => {
                let number = self.dice.below(15);
                let path = format!("content/2568/o27/report-{number}.md");
                let is_there = self.path(&path).exists();
                Some((path, (!is_there).then(|| child(number).into_bytes())))
            }
            9 => {
                let end = self.pick(&[".pdf", ".xlsx", ".csv", ".png"]);
                let attachment = self.some_file("content", end)?;
                let mut bytes = fs::read(self.path(&attachment)).unwrap();
                match self.dice.below(4) {
                    0 => bytes.push(b'\n'),
                    1 => *bytes.last_mut()? ^= 1,
                    // Its text goes, and its size does not.
                    2 => bytes.fill(0),
                    _ => bytes = fs::read(repository().join(&attachment)).ok()?,
                }
                Some((attachment, Some(bytes)))
            }
            10 => {
                let page = self.some_file("content", ".md")?;
                let text = exchanged(&self.read(&page), "title: ", "title: ใหม่ ");
                edited(page, text)
            }
            _ => {
                // Without its manifest the folder is not ours.
                let output = self.some_file("public", "").filter(|path| !path.ends_with("manifest.json"))?;
                let is_gone = self.dice.below(2) == 0;
                Some((output, (!is_gone).then(|| b"something else".to_vec())))
            }
        }
    }

    /// Gives the bytes that were there.
    fn put(&self, path: &str, bytes: Option<&[u8]>) -> Option<Vec<u8>> {
        let before = fs::read(self.path(path)).ok();
        match bytes {
            Some(bytes) => self.write(path, bytes),
            None => fs::remove_file(self.path(path)).unwrap(),
        }
        before
    }

    /// Every finding with its severity, for a day and with or without drafts.
    fn findings(&self, day: i64, drafts: Drafts, cache: Option<Cache>) -> String {
        let today = thai::Date::of_unix_seconds(1_795_305_600 + day * 86_400).unwrap();
        let request = Request { cache, drafts, ..Request::to_look(self.root.path().to_owned(), Purpose::Submission, today) };
        pipeline::understand(&request).map_or_else(|error| format!("{error:?}"), |understood| format!("{:#?}", understood.report))
    }

    fn cache(&self) -> Cache {
        Cache { folder: self.cache.path().to_owned(), program: "1".to_owned() }
    }

    fn build(&self, out: &Path, cache: Option<Cache>) -> Result<Published, String> {
        let today = thai::Date::of_unix_seconds(1_795_305_600 + self.day * 86_400).unwrap();
        let request = Request { cache, ..Request::to_look(self.root.path().to_owned(), Purpose::Build, today) };
        let begun = pipeline::begin(&request, out).unwrap();
        let mut understood = pipeline::understand(&request).unwrap();
        let published = pipeline::build(&mut understood, &request, begun, &|| {}).unwrap();
        published.ok_or_else(|| format!("{:#?}", understood.report))
    }

    fn build_over(&self) -> Result<Published, String> {
        self.build(&self.path("public"), Some(self.cache()))
    }

    fn build_from_nothing(&self) -> Result<Published, String> {
        let out = self.empty.path().join("public");
        let _ = fs::remove_dir_all(&out);
        self.build(&out, None)
    }
}

impl Desk {
    fn assert_same(&self, edits: &str) {
        let (over, fresh) = (files_below(&self.path("public")), files_below(&self.empty.path().join("public")));
        assert_eq!(over.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>(), "{edits}");
        for (path, bytes) in &over {
            assert!(*bytes == fresh[path], "{edits}\n{path}:\n{}", String::from_utf8_lossy(bytes));
        }
    }
}

/// The text with the one piece in the place of the other, whichever of them is there.
fn exchanged(text: &str, one: &str, other: &str) -> String {
    if text.contains(other) { text.replacen(other, one, 1) } else { text.replacen(one, other, 1) }
}

/// A page below a plan; every third one reports on it, and shows what it says.
fn child(number: u64) -> String {
    let progress = "progress: {of: {item: O27, fiscal_year: 2568}, entries: [{measure: m1, status: done, results: [ก]}]}\n";
    let progress = if number.is_multiple_of(3) { progress } else { "" };
    format!("---\ntitle: รายงานที่ {number}\nunit: กองคลัง\nas_of: 2568-01-{:02}\n{progress}---\n\nเนื้อหาของรายงานที่ {number}\n", number + 1)
}

#[test]
fn what_is_kept_is_what_would_be_made() {
    let (mut desk, edits) = (Desk::new(asked("PRONGSAI_SEED").unwrap_or(7)), asked("PRONGSAI_EDITS").unwrap_or(EDITS));
    sleep(Duration::from_millis(2100));
    desk.build_over().unwrap();
    let (mut log, mut kept, mut built) = (Vec::new(), 0, 0);
    for _ in 0..edits {
        let Some((path, bytes)) = desk.edit() else { continue };
        let before = desk.put(&path, bytes.as_deref());
        // The findings of another day are other ones, or the same.
        desk.day = desk.dice.below(2) as i64 * 400;
        log.push(format!("{path} on day {}", desk.day));
        let (over, fresh) = (desk.build_over(), desk.build_from_nothing());
        match (over, fresh) {
            (Ok(over), Ok(_)) => (kept, built) = (kept + over.left, built + 1),
            (Err(over), Err(fresh)) if over == fresh => {
                desk.put(&path, before.as_deref());
                continue;
            }
            (over, fresh) => panic!("{}\n{over:?}\n---- but from nothing:\n{fresh:?}", log.join("\n")),
        }
        desk.assert_same(&log.join("\n"));
    }
    assert!(built > edits / 2 && kept as u64 > 10 * built, "{kept} files were kept in {built} builds");
}

#[test]
fn what_is_found_again_is_what_would_be_found() {
    let (mut desk, edits) = (Desk::new(asked("PRONGSAI_SEED").unwrap_or(11)), asked("PRONGSAI_EDITS").unwrap_or(EDITS_CHECKED));
    desk.build_over().unwrap();
    let measures = desk.read("content/2568/o27/index.md");
    let (mut log, mut different) = (Vec::new(), BTreeSet::new());
    for number in 0..edits {
        // What was just written is not taken over yet.
        if number % 20 == 0 {
            sleep(Duration::from_millis(2100));
        }
        if number % 5 == 4 {
            let ids = desk.pick(&[("id: m1", "id: m-1"), ("id: m-1", "id: m1"), ("title: ", "title: ก ")]);
            desk.write("content/2568/o27/index.md", measures.replacen(ids.0, ids.1, 1).as_bytes());
        }
        let Some((path, bytes)) = desk.edit().filter(|(path, _)| !path.starts_with("public")) else { continue };
        desk.put(&path, bytes.as_deref());
        log.push(path);
        let (day, drafts) = (desk.dice.below(2) as i64 * 400, if desk.dice.below(6) == 0 { Drafts::Show } else { Drafts::Hide });
        let (again, fresh) = (desk.findings(day, drafts, Some(desk.cache())), desk.findings(day, drafts, None));
        assert!(again == fresh, "{}\n{again}\n---- but from nothing:\n{fresh}", log.join("\n"));
        different.insert(fresh);
    }
    assert!(different.len() as u64 > edits / 4, "{} different reports", different.len());
}

/// Takes some seconds: only of more than 640 pages of a year the texts are parted.
#[test]
fn the_texts_of_a_long_year_are_parted_and_a_part_stays_as_it_is() {
    let desk = Desk::new(1);
    for number in 0..660 {
        desk.write(&format!("content/2568/o21/p{number:03}.md"), format!("---\ntitle: ประกาศ {number}\n---\nเรื่องที่ {number}\n").as_bytes());
    }
    sleep(Duration::from_millis(2100));
    desk.build_over().unwrap();
    let scripts = || files_below(&desk.path("public/search"));
    let first = scripts();
    assert!(["2568.js", "2568-2.js", "2567.js", "site.js"].iter().all(|name| first.contains_key(*name)), "{:?}", first.keys());
    for (path, text) in [
        ("content/2568/o21/p001.md", "---\ntitle: ประกาศ 1\n---\nเปลี่ยนแล้ว\n"),
        ("content/2568/o21/p001.md", "---\ntitle: ชื่อใหม่\n---\nเปลี่ยนแล้ว\n"),
    ] {
        desk.write(path, text.as_bytes());
        // Somebody else changed a part that stays: it is made again.
        desk.write("public/search/2568-2.js", &vec![b' '; first["2568-2.js"].len()]);
        desk.build_over().unwrap();
        desk.build_from_nothing().unwrap();
        desk.assert_same(text);
    }
    let changed: Vec<String> = scripts().into_iter().filter(|(name, bytes)| first[name] != *bytes).map(|(name, _)| name).collect();
    assert_eq!(changed, ["2568.js"]);
}
