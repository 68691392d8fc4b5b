//! `search` answers as the search page does; that both do, and in browsers, is shown by
//! `tests/browser/search.cjs`.

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
