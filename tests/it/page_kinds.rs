//! No kind of page is forgotten anywhere: whatever HTML a site has, the preview shows it with its
//! bar, its address is locked, the site map names it and links to it are right; the few kinds for
//! which something else holds are named here. No test knows which kinds there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::common::{copy, files_below, prongsai, repository};
use crate::preview_session::Session;

const SITES: [&str; 6] = [".", "tests/sites/s0", "tests/sites/s1", "tests/sites/s2", "tests/sites/s3", "tests/sites/s4"];
/// More ordinary pages than the end of a page names.
const MANY: usize = 13;
/// Hosts show it at any address.
const NOT_FOUND: &str = "404.html";
/// Tells of all other pages, and cannot tell of itself.
const HISTORY: &str = "history/index.html";

/// A site in its folder, with a page of every kind once it is published.
struct Published {
    root: TempDir,
    html: BTreeMap<String, String>,
}

fn run(root: &Path, command: &[&str]) -> String {
    let run = prongsai(&[command, &["--lang", "en", "--today", "2026-11-22", "--root", root.to_str().unwrap()]].concat());
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.code().is_some_and(|code| code < 2), "{command:?}: {said}{}", String::from_utf8_lossy(&run.stderr));
    said
}

fn findings(root: &Path) -> Vec<serde_json::Value> {
    serde_json::from_str(&run(root, &["check", "--format", "json"])).unwrap()
}

/// The seed sites are faulty on purpose: what stands in the way of a publication is switched off.
fn accept_faults(root: &Path) {
    let errors = findings(root).into_iter().filter(|finding| finding["severity"] == "error");
    let codes: BTreeSet<String> = errors.map(|finding| format!("{}: off", finding["code"].as_str().unwrap())).collect();
    if !codes.is_empty() {
        let site_file = root.join("content/site.yaml");
        let checks = format!("checks: {{severity: {{{}}}}}\n", codes.into_iter().collect::<Vec<_>>().join(", "));
        fs::write(&site_file, fs::read_to_string(&site_file).unwrap() + &checks).unwrap();
    }
}

impl Published {
    fn of(site: &str) -> Published {
        let root = tempfile::tempdir().unwrap();
        copy(&repository().join(site).join("content"), &root.path().join("content"));
        let pages = root.path().join("content/pages");
        fs::create_dir_all(&pages).unwrap();
        for number in 0..MANY {
            let alias = if number == 0 { "aliases: [/old-address/]\n" } else { "" };
            fs::write(pages.join(format!("more-{number}.md")), format!("---\ntitle: หน้าที่ {number}\n{alias}---\nข้อความ\n")).unwrap();
        }
        accept_faults(root.path());
        // Of what was published and is gone another finding tells, so links are looked at before.
        run(root.path(), &["build"]);
        let built = Published::in_folder(root);
        built.assert_links_are_right(site);
        run(built.root.path(), &["publish"]);
        let published = Published::in_folder(built.root);
        published.assert_links_are_right(site);
        let html = &published.html;
        assert!(html.contains_key(HISTORY) && html.contains_key("all-pages/index.html"), "{site}: {:?}", html.keys());
        published
    }

    fn in_folder(root: TempDir) -> Published {
        let files = files_below(&root.path().join("public")).into_iter();
        let html = files.filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()));
        Published { html: html.collect(), root }
    }

    /// Links to all pages, from one more.
    fn assert_links_are_right(&self, site: &str) {
        let pages = self.html.keys().filter(|path| !self.is_redirect(path) && *path != NOT_FOUND);
        let links: String = pages.map(|path| format!("- [หน้า {path}](/{})\n", url(path))).collect();
        let page = self.root.path().join("content/pages/links.md");
        fs::write(&page, format!("---\ntitle: ลิงก์\n---\n{links}")).unwrap();
        let is_of_links = |finding: &serde_json::Value| {
            finding["file"] == "content/pages/links.md" && finding["code"].as_str().unwrap().starts_with("link-")
        };
        let of_links: Vec<_> = findings(self.root.path()).into_iter().filter(is_of_links).collect();
        assert!(of_links.is_empty(), "{site}: {of_links:#?}");
        fs::remove_file(page).unwrap();
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.path().join(path)).unwrap()
    }

    fn is_redirect(&self, path: &str) -> bool {
        self.html[path].contains("http-equiv=\"refresh\"")
    }

    /// The topic of one item: nothing leads to it but the history of its publication.
    fn is_lonely_topic(&self, path: &str) -> bool {
        path.starts_with("topics/")
            && !self.html.iter().any(|(from, html)| ![path, HISTORY].contains(&from.as_str()) && html.contains(path))
    }
}

fn url(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

#[test]
fn no_page_is_forgotten_by_the_preview_the_records_the_site_map_or_the_checks() {
    for site in SITES {
        let published = Published::of(site);
        let lock = published.text("content/urls.lock");
        let locked: BTreeSet<&str> =
            lock.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_whitespace().next()).collect();
        let map = published.text("public/sitemap.xml");
        let mapped: BTreeSet<&str> = map.split("<loc>").skip(1).filter_map(|entry| entry.split("</loc>").next()).collect();
        let home = mapped.iter().min_by_key(|address| address.len()).unwrap();
        let preview = Session::start(published.root.path(), &[]);
        for path in published.html.keys().map(String::as_str) {
            let (is_redirect, place) = (published.is_redirect(path), format!("{site}: {path}"));
            let shown = preview.page(url(path));
            assert_eq!(shown.contains("id=\"prongsai-bar\""), !is_redirect, "{place}: the bar of the preview");
            assert_eq!(shown.contains("live.js"), !is_redirect, "{place}: the page is loaded again after an edit");
            let is_lasting = path != NOT_FOUND && path != HISTORY;
            assert_eq!(locked.contains(&*format!("/{}", url(path))), is_lasting, "{place}: urls.lock\n{lock}");
            let is_in_map = is_lasting && !is_redirect && !published.is_lonely_topic(path);
            assert_eq!(mapped.contains(&*format!("{home}{}", url(path))), is_in_map, "{place}: the site map\n{map}");
        }
    }
}
