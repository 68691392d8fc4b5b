use std::fs;
use std::time::{Duration, SystemTime};

use super::*;
use crate::attachment;
use crate::base::RelPath;
use crate::diagnostics::Purpose;
use crate::pipeline::{self, Cache, Request};
use crate::thai::Date;

/// A site with a page without findings, one with findings, and an attachment; older than what a
/// store takes for settled.
fn site() -> (tempfile::TempDir, tempfile::TempDir, Request) {
    let (root, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let files = [
        ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n"),
        (
            "content/pages/about.md",
            "---\ntitle: เกี่ยวกับ\nas_of: 2024-02-29\nevidence: [{id: e1, file: list.csv}]\n---\n## หัวข้อ {#one}\n\nข้อความ\n",
        ),
        ("content/pages/other.md", "---\ntitle: อื่น\n---\n[เสีย](/no/such/)\n"),
        ("content/pages/list.csv", "ก,ข\n1,2\n"),
    ];
    for (path, text) in files {
        fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
        fs::write(root.path().join(path), text).unwrap();
    }
    let cache = Some(Cache { folder: folder.path().to_owned(), program: "1".to_owned() });
    let today = Date::parse("2026-11-22").unwrap().date;
    let request = Request { cache, ..Request::to_look(root.path().to_owned(), Purpose::Build, today) };
    (root, folder, request)
}

fn about() -> RelPath {
    RelPath::new("content/pages/about.md").unwrap()
}

#[test]
fn a_run_is_found_again_but_for_what_was_just_written() {
    let (root, folder, request) = site();
    pipeline::understand(&request).unwrap();
    let store = Store::new(root.path(), folder.path(), "1");
    assert_eq!(store.load(StorageMode::Packed).tree.texts_below("").count(), 0);
    std::thread::sleep(Duration::from_millis(2100));
    let first = pipeline::understand(&request).unwrap().stored();
    let run = store.load(StorageMode::Packed);
    assert_eq!(run.tree.texts_below("").count(), 3);
    let is_quiet = |path: &str| {
        let file = run.tree.text(path).unwrap();
        run.checks.quiet.holds(&file.path, &file.text)
    };
    assert_eq!((is_quiet("content/pages/about.md"), is_quiet("content/pages/other.md")), (true, false));
    assert_eq!(run.checks.inspected.all().1.map(|(source, ..)| source.as_str()).collect::<Vec<_>>(), ["content/pages/list.csv"]);
    let again = pipeline::understand(&request).unwrap();
    assert_eq!(format!("{:?}", first.report), format!("{:?}", again.report));
    assert!(first.tree.is_like(&again.tree));
    let document = |run: &pipeline::CheckedSite| {
        let planned = run.planned.as_ref().unwrap();
        let page = planned.site.written_pages().find(|page| page.document.source == about()).unwrap();
        format!("{:?}", page.document)
    };
    assert_eq!(document(&first), document(&again));
    // What is stored is what is written again.
    assert_eq!(parts::parts_of(&run).unwrap().count(), 3);
    let unlike = StoredRun { checks: StoredChecks::default(), ..run.clone() };
    assert!(run.is_still_of(&again.tree, &run.checks) && !unlike.is_still_of(&again.tree, &run.checks));
}

#[test]
fn a_file_that_is_damaged_cut_or_of_another_program_is_no_store() {
    let (root, folder, request) = site();
    std::thread::sleep(Duration::from_millis(2100));
    let report = || format!("{:?}", pipeline::understand(&request).unwrap().report);
    let whole = report();
    let path = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
    let bytes = fs::read(&path).unwrap();
    let texts = |program: &str| Store::new(root.path(), folder.path(), program).load(StorageMode::Ready).tree.texts_below("").count();
    assert_eq!((texts("1"), texts("2")), (3, 0));
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o077, 0);
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        fs::write(&path, &damaged).unwrap();
        assert_eq!(texts("1"), 0, "byte {at}");
        fs::write(&path, &bytes[..at]).unwrap();
        // A file that ends after a part has fewer parts than it says.
        assert_eq!(texts("1"), 0, "cut at {at}");
    }
    assert_eq!(report(), whole);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(report(), whole);
}

#[test]
fn a_file_from_before_1970_is_read_each_time() {
    let (root, folder, request) = site();
    let early = SystemTime::UNIX_EPOCH - Duration::from_hours(1);
    let about = fs::File::options().write(true).open(root.path().join(about().as_str())).unwrap();
    if about.set_modified(early).is_err() {
        return;
    }
    std::thread::sleep(Duration::from_millis(2100));
    let report = || format!("{:?}", pipeline::understand(&request).unwrap().report);
    assert_eq!(report(), report());
    assert_eq!(Store::new(root.path(), folder.path(), "1").load(StorageMode::Packed).tree.texts_below("").count(), 0);
}

#[test]
fn what_only_the_program_names_is_inspected_again() {
    let odd = attachment::FileInfo {
        size: 1,
        sha256: None,
        contents: attachment::Contents::NotPdf(Some("HTML")),
        has_macros: false,
        active: Vec::new(),
        encoding: None,
    };
    let stored = |info: &attachment::FileInfo| borsh::to_vec(info).ok();
    assert!(stored(&odd).is_none());
    let unknown = attachment::FileInfo { contents: attachment::Contents::NotPdf(None), ..odd };
    assert_eq!(borsh::from_slice::<attachment::FileInfo>(&stored(&unknown).unwrap()).unwrap(), unknown);
}

/// Pages without findings, which say something about other files.
const QUIET: [(&str, &str); 2] = [
    ("content/pages/from.md", "---\ntitle: จาก\nevidence: [{id: e1, file: list.csv}]\n---\n[ปลายทาง](to.md#one)\n"),
    (
        "content/pages/report.md",
        "---\ntitle: รายงาน\nas_of: 2024-02-29\nprogress: {of: {page: plan.md}, entries: [{measure: m1, status: done, results: [อบรมแล้ว]}]}\n---\n",
    ),
];

/// What is found in one of them after another file was edited: the file, a piece of it, and what the
/// piece becomes; no piece if the file is removed.
const EDITS: [(&str, &str, &str, &str); 6] = [
    ("anchor-missing", "content/pages/to.md", "{#one}", "{#two}"),
    ("link-to-draft", "content/pages/to.md", "title:", "draft: true\ntitle:"),
    ("link-broken", "content/pages/to.md", "", ""),
    ("unknown-measure", "content/pages/plan.md", "id: m1", "id: m2"),
    ("measure-without-progress", "content/pages/plan.md", "[{id: m1", "[{id: m0, title: ประกาศนโยบาย}, {id: m1"),
    ("link-broken", "content/pages/list.csv", "", ""),
];

#[test]
fn a_page_is_checked_again_when_what_it_speaks_of_changes() {
    let plan = "---\ntitle: แผน\nadopted: {date: 2022-12-01}\nmeasures: [{id: m1, title: อบรมพนักงาน, responsible: {units: [กองคลัง]}, period: {start: 2023-10, end: 2024-09}}]\n---\n";
    let others = [("content/pages/to.md", "---\ntitle: ถึง\n---\n## หัวข้อ {#one}\n\nข้อความ\n"), ("content/pages/plan.md", plan)];
    let sites = EDITS.map(|_| site());
    for (root, ..) in &sites {
        others.iter().chain(&QUIET).for_each(|(path, text)| fs::write(root.path().join(path), text).unwrap());
    }
    std::thread::sleep(Duration::from_millis(2100));
    for ((root, folder, request), (code, path, piece, new)) in sites.iter().zip(EDITS) {
        let of_quiet = |request: &Request| {
            let report = pipeline::understand(request).unwrap().report;
            let found = report.findings.iter().filter(|(_, finding)| QUIET.iter().any(|(path, _)| finding.place.file.as_str() == *path));
            found.map(|(_, finding)| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(of_quiet(request), [""; 0]);
        let run = Store::new(root.path(), folder.path(), "1").load(StorageMode::Packed);
        for (path, _) in QUIET {
            let file = run.tree.text(path).unwrap();
            assert!(run.checks.quiet.holds(&file.path, &file.text), "{path}");
        }
        let edited = root.path().join(path);
        match piece {
            "" => fs::remove_file(&edited).unwrap(),
            _ => fs::write(&edited, fs::read_to_string(&edited).unwrap().replacen(piece, new, 1)).unwrap(),
        }
        let fresh = of_quiet(&Request { cache: None, ..request.clone() });
        assert_eq!((of_quiet(request), fresh.contains(&code)), (fresh.clone(), true), "{path}: {code} {fresh:?}");
    }
    let (.., request) = &sites[0];
    let earlier = |cache| Request { cache, today: Date::parse("2024-01-01").unwrap().date, ..request.clone() };
    let codes = |request: &Request| format!("{:?}", pipeline::understand(request).unwrap().report);
    assert_eq!(codes(&earlier(request.cache.clone())), codes(&earlier(None)));
    assert!(codes(&earlier(None)).contains("date-in-future"));
}
