//! `search` answers as the search page does; that both do, and in browsers, is shown by
//! `tests/browser/search.cjs`.

use std::fs;

use crate::common::{prongsai, site_folder};

const SITE: &[(&str, &str)] = &[
    ("content/2566/o1/index.md", "---\ntitle: โครงสร้าง\nevidence: [\"แผน 100%.csv\"]\n---\nน้ำประปาหมู่บ้าน\n"),
    ("content/2566/o1/แผน 100%.csv", "ที่,ยอด\n1,ค่าวัสดุไฟฟ้า\n"),
    ("content/2566/o2.md", "---\ntitle: ผู้บริหาร\ndraft: true\n---\nน้ำประปาลับ\n"),
];

fn answers(query: &[&str]) -> (Option<i32>, Vec<serde_json::Value>) {
    let root = site_folder(SITE);
    let run = prongsai(&[&["search", "--json", "--lang", "en", "--root", root.path().to_str().unwrap()], query].concat());
    (run.status.code(), serde_json::from_slice(&run.stdout).unwrap_or_default())
}

#[test]
fn pages_and_files_are_found_however_the_words_are_typed_and_drafts_are_not() {
    for typed in ["น้ำประปา", "น\u{e4d}\u{e49}าประปา", "\u{200b}น้ำประปา ", "“น้ำประปาหมู่บ้าน”"]
    {
        let (code, found) = answers(&[typed]);
        let urls: Vec<&str> = found.iter().map(|answer| answer["url"].as_str().unwrap()).collect();
        assert_eq!((code, urls.len()), (Some(0), 1), "{typed}: {urls:?}");
        assert!(urls[0].contains("/2566/o1/"), "{typed}: {urls:?}");
        assert_eq!((&found[0]["item"], &found[0]["fiscal_year"]), (&"O1".into(), &2566.into()), "{typed}");
    }
    let (_, found) = answers(&["วัสดุไฟฟ้า"]);
    assert!(found[0]["url"].as_str().unwrap().ends_with("100%25.csv"), "{found:?}");
    assert_eq!(answers(&["น้ำประปา", "--year", "2565"]), (Some(0), Vec::new()));
}

#[test]
fn what_cannot_be_looked_for_is_refused() {
    for wrong in [&[""][..], &["“”"], &["ก", "--year", "25"], &["ก", "--item", "คลัง"]] {
        assert_eq!(answers(wrong).0, Some(2), "{wrong:?}");
    }
}

/// Adds to the site file, and asks.
fn answers_with(site_file: &str, query: &str) -> Vec<String> {
    let root = site_folder(SITE);
    let path = root.path().join("content/site.yaml");
    let before = fs::read_to_string(&path).unwrap();
    fs::write(&path, before.replacen("agency: {", "agency: {aliases: [ทต.สมมติ], ", 1) + site_file).unwrap();
    let page = "---\ntitle: ติดต่อ\n---\nศูนย์ดำรงธรรมของกองช่างสุขาภิบาล และของเทศบาลตำบลตัวอย่าง\n";
    fs::create_dir_all(root.path().join("content/pages")).unwrap();
    fs::write(root.path().join("content/pages/contact.md"), page).unwrap();
    let run = prongsai(&["search", "--json", "--root", root.path().to_str().unwrap(), query]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    found.iter().map(|answer| answer["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_body_has_abbreviations_and_other_names_of_its_own() {
    let own = "abbreviations:\n  - {short: ศดธ., means: ศูนย์ดำรงธรรม}\nunits:\n  - {name: กองช่างสุขาภิบาล, aliases: [กชส.]}\n";
    for typed in ["ศดธ.", "ศดธ", "ศ.ด.ธ.", "กชส", "ทต.สมมติ", "ทต สมมติ"] {
        let found = answers_with(own, typed);
        assert!(found.iter().any(|title| title == "ติดต่อ"), "{typed}: {found:?}");
    }
    assert_eq!(answers_with("", "ศดธ."), [""; 0]);
}

#[test]
fn a_measure_is_found_by_its_name_alone_and_where_it_stands() {
    let plan =
        "---\nkind: measures\ntitle: แผน\nmeasures:\n  - {id: m1, title: ทำทะเบียนยืม, steps: [แจ้งทุกกอง]}\n  - {id: m2, title: อบรม}\n---\n";
    let progress = "---\nkind: progress\ntitle: รายงาน\nprogress:\n  of: {item: O25}\n  entries:\n    - {measure: m1, status: done, results: [แจ้งแล้ว]}\n---\n";
    let root = site_folder(&[("content/2569/o25.md", plan), ("content/2569/o26.md", progress)]);
    let run = prongsai(&["search", "--json", "--root", root.path().to_str().unwrap(), "ทะเบียนยืม"]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    let said = |key: &str| -> Vec<&str> { found.iter().map(|answer| answer[key].as_str().unwrap()).collect() };
    assert_eq!(said("excerpt"), ["1. ทำทะเบียนยืม"; 2]);
    for place in ["/2569/o25/#m1", "/2569/o26/#progress:g1:r1"] {
        assert!(said("url").iter().any(|url| url.ends_with(place)), "{place} is not in {found:?}");
    }
}

#[test]
fn the_search_page_of_a_large_site_leads_to_every_page_without_a_script() {
    let mut files: Vec<(String, String)> =
        (1..=401).map(|n| (format!("content/2566/o21/p{n}.md"), format!("---\ntitle: ประกาศ {n}\n---\n"))).collect();
    files.push(("content/2566/o21/index.md".into(), "---\ntitle: ประกาศทั้งหมด\n---\n".into()));
    files.extend((1..=13).map(|n| (format!("content/pages/p{n}.md"), format!("---\ntitle: หน้า {n}\n---\n"))));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let root = site_folder(&files);
    let out = root.path().join("public");
    prongsai(&["build", "--quiet", "--root", root.path().to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let html = fs::read_to_string(out.join("search/index.html")).unwrap();
    let all = html.split_once("search-all").unwrap().1;
    for page in ["../2566/index.html", "../2566/o21/index.html", "../all-pages/index.html"] {
        assert!(all.contains(page), "{page} is not in {all}");
    }
    assert!(!all.contains("/p1/"), "{all}");
}
