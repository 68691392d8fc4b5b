//! What a page costs does not grow with the site: many ordinary pages are named on one page, not at
//! the end of all.

use std::fs;

use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::common::{files_below, prongsai, site_folder};

/// A site with so many ordinary pages.
fn site(pages: usize) -> TempDir {
    let root = site_folder(&[]);
    (0..pages).for_each(|number| page(&root, &format!("p{number:04}"), &format!("หน้าที่ {number}")));
    root
}

fn page(root: &TempDir, path: &str, title: &str) {
    let path = root.path().join(format!("content/pages/{path}.md"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, format!("---\ntitle: {title}\n---\nข้อความ\n")).unwrap();
}

fn run(root: &TempDir, command: &str) {
    let run = prongsai(&[command, "--lang", "en", "--today", "2026-11-22", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
}

fn texts(root: &TempDir, file: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&fs::read_to_string(root.path().join("public").join(file)).unwrap());
    html.select(&Selector::parse(selector).unwrap()).map(|element| element.text().collect()).collect()
}

fn is_in_site_map(root: &TempDir) -> bool {
    fs::read_to_string(root.path().join("public/sitemap.xml")).unwrap().contains("/ita/all-pages/<")
}

const FOOTER: &str = "footer nav a";

#[test]
fn a_dozen_pages_are_named_at_the_end_of_every_page() {
    let root = site(12);
    run(&root, "build");
    // The pages and search.
    assert_eq!(texts(&root, "index.html", FOOTER).len(), 13);
    assert!(!root.path().join("public/all-pages").exists() && !is_in_site_map(&root));
}

#[test]
fn more_are_named_by_folder_on_a_page_of_their_own() {
    let root = site(12);
    page(&root, "policy/privacy", "คุ้มครองข้อมูล");
    page(&root, "policy/index", "นโยบาย");
    page(&root, "forms/leave", "ใบลา");
    run(&root, "build");
    assert_eq!(texts(&root, "p0003/index.html", FOOTER), ["หน้าอื่นทั้งหมดของเว็บไซต์", "ค้นหา"]);
    assert_eq!(texts(&root, "all-pages/index.html", "main h2"), ["forms", "นโยบาย"]);
    let links = texts(&root, "all-pages/index.html", "main a");
    assert_eq!((links.len(), &links[12], links.last().unwrap().as_str()), (15, &"นโยบาย".to_owned(), "คุ้มครองข้อมูล"));
    assert!(is_in_site_map(&root));
}

#[test]
fn a_list_that_was_published_stays_where_it_is() {
    let root = site(13);
    run(&root, "publish");
    assert!(fs::read_to_string(root.path().join("content/urls.lock")).unwrap().contains("all-pages/"));
    // One page becomes the old address of another: a dozen are left.
    fs::remove_file(root.path().join("content/pages/p0012.md")).unwrap();
    fs::write(root.path().join("content/pages/p0011.md"), "---\ntitle: ก\naliases: [/p0012/]\n---\nข\n").unwrap();
    run(&root, "publish");
    assert_eq!(texts(&root, "all-pages/index.html", "main a").len(), 12);
    // The pages, their list, search and the history.
    assert_eq!(texts(&root, "index.html", FOOTER).len(), 15);
}

#[test]
fn the_bytes_of_a_site_grow_with_its_pages() {
    let bytes = |pages: usize| -> usize {
        let root = site(pages);
        run(&root, "build");
        files_below(&root.path().join("public")).values().map(Vec::len).sum()
    };
    let [none, few, many] = [20, 120, 420].map(bytes);
    let (of_100, of_300) = (few - none, many - few);
    // Larger sites are packed better for search.
    assert!(of_300 * 100 <= 3 * of_100 * 101, "{of_100} {of_300}");
}

#[test]
fn a_page_that_is_added_changes_no_other_page() {
    let root = site(13);
    run(&root, "build");
    let before = files_below(&root.path().join("public"));
    page(&root, "p0013", "อีกหน้า");
    run(&root, "build");
    let after = files_below(&root.path().join("public"));
    let changed: Vec<&str> = before.iter().filter(|(path, bytes)| after.get(*path) != Some(bytes)).map(|(path, _)| path.as_str()).collect();
    let of_search = ["search/index.html", "search/pages.js", "search/site.js"];
    assert_eq!(changed, [&["all-pages/index.html", "manifest-sha256.txt", "manifest.json"][..], &of_search, &["sitemap.xml"]].concat());
}
