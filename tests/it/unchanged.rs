//! A build of what was built before leaves everything as it is, and sees every change of sources,
//! outputs and options.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::common::{files_below, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";
const PAGE: &str = "---\ntitle: นโยบาย\n---\n\nเนื้อความ 1\n";

/// A site that was built when its files were no longer new: only then are their times trusted.
struct Built {
    site: TempDir,
    cache: TempDir,
}

impl Built {
    fn new() -> Built {
        let site = site_folder(&[("content/site.yaml", SITE), ("content/2566/o1.md", PAGE), ("content/2566/o2.md", PAGE)]);
        let built = Built { site, cache: tempfile::tempdir().unwrap() };
        sleep(Duration::from_millis(2100));
        built.build(&[]);
        built
    }

    fn public(&self) -> PathBuf {
        self.site.path().join("public")
    }

    fn build(&self, options: &[&str]) -> String {
        let (root, cache) = (self.site.path(), self.cache.path());
        let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
        command.args(["build", "--lang", "en", "--root"]).arg(root).args(options);
        let run = command.env("XDG_CACHE_HOME", cache).env("HOME", cache).output().unwrap();
        let report = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{report}");
        report
    }

    /// Whether a build left the folder alone: one that makes anything puts a new folder in its
    /// place.
    fn is_left_alone(&self, options: &[&str]) -> bool {
        let before = self.made();
        self.build(options);
        before == self.made()
    }

    /// When the folder was made, or anything put into it.
    fn made(&self) -> SystemTime {
        fs::metadata(self.public()).unwrap().modified().unwrap()
    }
}

/// Writes a file as it was, but for one byte, and with its old time; on Windows, where programs can
/// set every time that tells of a change, with its new time.
fn change_a_byte(file: &Path) {
    let modified = fs::metadata(file).unwrap().modified().unwrap();
    let mut bytes = fs::read(file).unwrap();
    let last = bytes.iter().rposition(u8::is_ascii_alphanumeric).unwrap();
    bytes[last] ^= 1;
    fs::write(file, bytes).unwrap();
    if cfg!(unix) {
        fs::File::options().write(true).open(file).unwrap().set_modified(modified).unwrap();
    }
}

#[test]
fn what_was_built_before_is_left_as_it_is() {
    let built = Built::new();
    let before = files_below(&built.public());
    assert!(built.is_left_alone(&[]) && built.is_left_alone(&[]));
    assert_eq!(files_below(&built.public()), before);
    fs::write(built.public().join("CNAME"), "www.example.go.th").unwrap();
    assert!(built.is_left_alone(&[]), "a file that is not ours");
    let leftover = built.site.path().join(".public.new-4711");
    fs::create_dir(&leftover).unwrap();
    assert!(built.is_left_alone(&[]) && !leftover.exists(), "what a killed run left");
    // Windows has one place for the caches of a user.
    if cfg!(unix) {
        fs::remove_dir_all(built.cache.path().join("prongsai")).unwrap();
        assert!(!built.is_left_alone(&[]), "the receipt is gone");
    }
    assert!(built.is_left_alone(&[]), "and there again");
}

#[test]
fn what_was_found_is_said_again() {
    let built = Built::new();
    let report = built.build(&["--drafts"]);
    assert!(report.contains("warning["), "{report}");
    let findings = |report: &str| report[..report.rfind("warning").unwrap()].to_owned();
    let made = built.made();
    assert_eq!(findings(&built.build(&["--drafts"])), findings(&report));
    assert_eq!(built.made(), made);
}

#[test]
fn every_change_of_an_output_is_mended() {
    let built = Built::new();
    let good = files_below(&built.public());
    let page = built.public().join("2566/o1/index.html");
    let other = built.public().join("2566/o2/index.html");
    let changes: &[(&str, &dyn Fn())] = &[
        ("a byte of a page", &|| change_a_byte(&page)),
        ("a byte of the manifest", &|| change_a_byte(&built.public().join("manifest.json"))),
        ("a byte of the check sums", &|| change_a_byte(&built.public().join("manifest-sha256.txt"))),
        ("a page is gone", &|| fs::remove_file(&page).unwrap()),
        #[cfg(unix)]
        ("the mode of a page", &|| fs::set_permissions(&page, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap()),
        ("another page was copied over it", &|| fs::write(&page, fs::read(&other).unwrap()).unwrap()),
    ];
    for (name, change) in changes {
        change();
        assert!(!built.is_left_alone(&[]), "{name}");
        if !name.contains("manifest") && !name.contains("sums") {
            assert_eq!(files_below(&built.public()), good, "{name}");
        }
        assert!(built.is_left_alone(&[]), "after {name}");
    }
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&page).unwrap().permissions()) & 0o777, 0o644);
}

#[test]
fn every_change_of_a_source_or_an_option_is_built() {
    let built = Built::new();
    let page = built.site.path().join("content/2566/o1.md");
    change_a_byte(&page);
    assert!(!built.is_left_alone(&[]), "same size, same time, another text");
    let text = |path: &str| fs::read_to_string(built.public().join(path)).unwrap();
    fs::write(&page, PAGE.replace("เนื้อความ 1", "ข้อความใหม่")).unwrap();
    assert!(!built.is_left_alone(&[]) && text("2566/o1/index.html").contains("ข้อความใหม่"));
    // The file is so new that its time is not trusted.
    assert!(!built.is_left_alone(&[]));
    let moved = built.site.path().join("content/2566/o3.md");
    fs::rename(&page, &moved).unwrap();
    assert!(!built.is_left_alone(&[]) && text("2566/o3/index.html").contains("ข้อความใหม่"));
    sleep(Duration::from_millis(2100));
    built.build(&[]);
    for options in [&["--base-url", "https://other.example/"], &["--today", "2026-11-22"]] as [&[&str]; 2] {
        assert!(!built.is_left_alone(options), "{options:?}");
        assert!(built.is_left_alone(options), "{options:?}");
    }
}

#[test]
fn a_file_that_lost_its_text_is_found_by_it_no_more() {
    const TABLE: &str = "รายการ,ยอด\nค่าไฟฟ้า,1\n";
    let built = Built::new();
    let page = built.site.path().join("content/2566/o3");
    fs::create_dir(&page).unwrap();
    fs::write(page.join("index.md"), "---\ntitle: งบ\n---\n[ตาราง](a.csv)\n").unwrap();
    fs::write(page.join("a.csv"), TABLE).unwrap();
    sleep(Duration::from_millis(2100));
    built.build(&[]);
    fs::write(page.join("a.csv"), vec![0; TABLE.len()]).unwrap();
    built.build(&[]);
    let again = files_below(&built.public());
    let fresh = Built { cache: tempfile::tempdir().unwrap(), ..built };
    fs::remove_dir_all(fresh.public()).unwrap();
    fresh.build(&[]);
    assert!(again == files_below(&fresh.public()));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_receipt_is_not_waited_for() {
    let built = Built::new();
    let folder = built.cache.path().join("prongsai/receipts");
    let receipts: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    for receipt in &receipts {
        fs::remove_file(receipt).unwrap();
        assert!(Command::new("mkfifo").arg(receipt).status().unwrap().success());
    }
    assert!(!receipts.is_empty());
    built.build(&[]);
}
